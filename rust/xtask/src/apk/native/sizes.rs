//! What makes the library as large as it is: `target/apk/sizes.txt`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::NativeLibrary;
use crate::{Failure, places, run, tools};

/// Bytes by crate, or by section.
type Sizes = BTreeMap<String, u64>;

/// How many crates have a line of their own.
const LINES: usize = 40;

/// Writes the report. `unstripped` are the same libraries before their symbols were taken off.
pub fn write(libraries: &[NativeLibrary], unstripped: &[PathBuf]) -> Result<(), Failure> {
    let file = places::apk().join("sizes.txt");
    let mut text = String::new();
    for (library, unstripped) in libraries.iter().zip(unstripped) {
        let title = format!("{}: {} bytes", library.abi.android_name(), library.bytes);
        text.push_str(&format!("{title}\n\n{}\n", about(unstripped)?));
    }
    fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))
}

fn about(unstripped: &Path) -> Result<String, Failure> {
    let sections = by_section(&ask(tools::ANDROID_SIZE, &["-A"], unstripped)?);
    let symbols = ask(
        tools::ANDROID_NM,
        &["--print-size", "--radix=d", "--demangle"],
        unstripped,
    )?;
    let mut crates = by_crate(&symbols);
    let total: u64 = sections.values().sum();
    let named: u64 = crates.values().sum();
    let rest = total.saturating_sub(named);
    crates.insert("(texts, tables and all else without a name)".into(), rest);
    Ok(format!(
        "by section\n{}\nby crate, generic code by the crate that wrote it\n{}",
        table(&sections, LINES),
        table(&crates, LINES)
    ))
}

fn ask(program: &str, arguments: &[&str], file: &Path) -> Result<String, Failure> {
    let answer = run::answer(Command::new(program).args(arguments).arg(file));
    answer.ok_or_else(|| format!("{program} cannot read {}.", file.display()))
}

/// The sections that are loaded: those with an address.
fn by_section(said: &str) -> Sizes {
    let line = |line: &str| {
        let [name, size, address] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            return None;
        };
        let is_loaded = address.parse::<u64>().ok()? > 0 && name != ".bss";
        is_loaded.then_some((name.to_owned(), size.parse().ok()?))
    };
    said.lines().filter_map(line).collect()
}

fn by_crate(said: &str) -> Sizes {
    let mut sizes = Sizes::new();
    for line in said.lines() {
        let mut words = line.splitn(4, ' ');
        let (Some(_), Some(size), Some(kind), Some(name)) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            continue;
        };
        // What is zero from the start takes no room in the file.
        if let (Ok(size), false) = (size.parse::<u64>(), matches!(kind, "b" | "B" | "U" | "w")) {
            *sizes.entry(crate_of(name).to_owned()).or_default() += size;
        }
    }
    sizes
}

/// `<alloc::vec::Vec<T> as …>::drop` is of alloc; a name without a path is C's.
fn crate_of(symbol: &str) -> &str {
    let word = symbol.trim_start_matches(['<', '&', '*']);
    let word = ["mut ", "const ", "dyn "]
        .iter()
        .fold(word, |word, keyword| {
            word.strip_prefix(keyword).unwrap_or(word)
        });
    let word = word.trim_start_matches(['<', '[', '(']);
    let end = word
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(word.len());
    if word[end..].starts_with("::") {
        &word[..end]
    } else if ["Java_", "JNI_"]
        .iter()
        .any(|entry| symbol.starts_with(entry))
    {
        "cleardown"
    } else {
        "(C: SQLite)"
    }
}

/// The largest first.
fn table(sizes: &Sizes, lines: usize) -> String {
    let mut sizes: Vec<_> = sizes.iter().collect();
    sizes.sort_by_key(|(name, size)| (std::cmp::Reverse(**size), (*name).clone()));
    let line = |(name, size): &(&String, &u64)| format!("{size:>10}  {name}\n");
    sizes.iter().take(lines).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_belongs_to_the_crate_that_its_path_begins_with() {
        assert_eq!(crate_of("core::fmt::write"), "core");
        assert_eq!(
            crate_of("<alloc::vec::Vec<T> as core::ops::Drop>::drop"),
            "alloc"
        );
        assert_eq!(
            crate_of("<&mut serde_json::Value as core::fmt::Debug>::fmt"),
            "serde_json"
        );
        assert_eq!(crate_of("sqlite3VdbeExec"), "(C: SQLite)");
        assert_eq!(
            crate_of("Java_org_cleardown_engine_Native_open"),
            "cleardown"
        );
    }

    #[test]
    fn symbols_are_summed_and_those_without_bytes_left_out() {
        let said = "4096 100 t regex::exec\n8192 50 T regex::new\n1 7 b regex::POOL\n\
                    U getenv\n";
        assert_eq!(by_crate(said), Sizes::from([("regex".into(), 150)]));
    }

    #[test]
    fn sections_that_are_not_loaded_do_not_count() {
        let said = "libcleardown.so  :\nsection  size  addr\n.text  900  4096\n.bss  5  8192\n\
                    .symtab  700  0\nTotal  1605\n";
        assert_eq!(by_section(said), Sizes::from([(".text".into(), 900)]));
    }
}
