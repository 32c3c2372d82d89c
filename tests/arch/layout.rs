//! The C declarations that SQLite is compiled with for Android, against Rust's own. Each side is
//! checked by its compiler; here, that both were asked the same.

use std::collections::BTreeSet;

use crate::tree::text;

const C: &str = "rust/jni/android/include/layout.h";
const RUST: &str = "rust/jni/src/layout.rs";

/// What a line can be about.
const KINDS: &[&str] = &["struct_size", "offset", "size", "value"];

#[test]
fn c_and_rust_are_asked_the_same() {
    let (c, rust) = (lines(&text(C)), lines(&text(RUST)));
    let different: Vec<_> = c.symmetric_difference(&rust).collect();
    assert!(
        different.is_empty(),
        "only in one of {C} and {RUST}: {different:#?}"
    );
    assert!(c.len() > 100, "the lines are not found");
}

/// A constant, structure or type that a header declares and nobody checks.
#[test]
fn every_declared_constant_and_structure_is_checked() {
    let checked = lines(&text(C));
    let is_checked = |name: &str| {
        checked
            .iter()
            .any(|line| line.contains(&format!("({name},")))
    };
    let missing: Vec<String> = crate::tree::files("rust/jni/android/include", ".h")
        .iter()
        .filter(|(path, _)| !path.ends_with("layout.h"))
        .flat_map(|(_, header)| declared(header))
        .filter(|name| !is_checked(name))
        .collect();
    assert_eq!(missing, UNCHECKED, "not in {C}");
}

/// What the crate `libc` does not have for Android.
const UNCHECKED: &[&str] = &["FILENAME_MAX", "MREMAP_MAYMOVE"];

#[test]
fn a_difference_is_found() {
    let c = "size(off_t, 8, 8);\nvalue(O_CREAT, 64, 64);\n#define size(a) b\n";
    let rust = "size!(off_t, 8, 8);\nvalue!(O_CREAT, 64, 65);\n    size!($name, 1, 2);\n";
    let (c, rust) = (lines(c), lines(rust));
    assert_eq!(c.symmetric_difference(&rust).count(), 2);
    let header = "#define O_NEW 1\n#define F(x) x\ntypedef long new_t;\nstruct new {\n} old_t;\n";
    assert_eq!(declared(header), ["O_NEW", "new_t", "new", "old_t"]);
}

fn lines(text: &str) -> BTreeSet<String> {
    let lines = text.lines().map(|line| line.replace("!(", "("));
    lines
        .filter(|line| {
            KINDS
                .iter()
                .any(|kind| line.starts_with(&format!("{kind}(")))
        })
        .collect()
}

/// Constants that are numbers, types and structures.
fn declared(header: &str) -> Vec<String> {
    let name = |line: &str| -> Option<String> {
        if let Some(rest) = line.strip_prefix("#define ") {
            let (name, value) = rest.split_once(' ')?;
            let is_number = value.starts_with(|c: char| c.is_ascii_digit());
            return (is_number && !name.contains('(')).then(|| name.to_owned());
        }
        if let Some(rest) = line.strip_prefix("typedef ") {
            let name = rest.strip_suffix(';')?.rsplit(' ').next()?;
            return (name != "FILE").then(|| name.to_owned());
        }
        if let Some(rest) = line.strip_prefix("} ") {
            return rest.strip_suffix(';').map(str::to_owned);
        }
        let structure = line.strip_prefix("struct ")?.strip_suffix(" {")?;
        Some(structure.to_owned())
    };
    header.lines().filter_map(name).collect()
}
