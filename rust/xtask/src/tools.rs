//! Finds the other programs that are needed, by asking them for their version.

use std::path::Path;
use std::process::Command;

use crate::run;

/// Debian's compiler: the one that comes with the sources of the standard library.
pub const ANDROID_RUSTC: &str = "/usr/bin/rustc";
/// Debian's cargo.
pub const ANDROID_CARGO: &str = "/usr/bin/cargo";
/// Where Debian puts the sources of the standard library.
pub const ANDROID_RUST_SOURCES: &str = "/usr/lib/rustlib/src/rust";
/// Compiles SQLite for Android.
pub const ANDROID_CLANG: &str = "clang-16";
/// Links for Android.
pub const ANDROID_LINKER: &str = "ld.lld-16";
/// Packs what was compiled from C.
pub const ANDROID_AR: &str = "llvm-ar-16";
/// Takes the symbols off.
pub const ANDROID_STRIP: &str = "llvm-strip-16";
/// Lists the symbols.
pub const ANDROID_NM: &str = "llvm-nm-16";
/// Measures the sections.
pub const ANDROID_SIZE: &str = "llvm-size-16";

/// The Debian packages that they come from.
pub const ANDROID_PACKAGES: &[&str] = &[
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "clang-16",
    "lld-16",
    "llvm-16",
];

/// Rust's and clang's versions, if everything is there that compiles for Android.
pub fn android_compiler() -> Option<String> {
    let rustc = first_line(ANDROID_RUSTC)?;
    let version = after_word(&rustc, "rustc ").filter(|found| new_enough(found, (1, 89)))?;
    let sources = Path::new(ANDROID_RUST_SOURCES).join("library/std/src/lib.rs");
    let others = [
        ANDROID_CARGO,
        ANDROID_LINKER,
        ANDROID_AR,
        ANDROID_STRIP,
        ANDROID_NM,
    ];
    let is_complete = sources.exists() && others.iter().all(|tool| first_line(tool).is_some());
    let clang = after_word(&first_line(ANDROID_CLANG)?, "clang version ")?;
    is_complete.then(|| format!("rustc {version}, clang {clang}"))
}

/// Maven's version, if it is there and new enough.
pub fn maven() -> Option<String> {
    let said = run::answer(Command::new("mvn").args(["-B", "-version"]))?;
    let version = after_word(&said, "Apache Maven ")?;
    new_enough(&version, (3, 8)).then_some(version)
}

/// The C compiler's own first line.
pub fn c_compiler() -> Option<String> {
    first_line("cc")
}

/// The C++ compiler's own first line.
pub fn cpp_compiler() -> Option<String> {
    first_line("c++")
}

/// Python's version, if it has pip.
pub fn python_with_pip() -> Option<String> {
    run::answer(Command::new("python3").args(["-m", "pip", "--version"]))?;
    let said = run::answer(Command::new("python3").arg("--version"))?;
    after_word(&said, "Python ")
}

/// The first line of what a program says of its version.
pub fn first_line(compiler: &str) -> Option<String> {
    let said = run::answer(Command::new(compiler).arg("--version"))?;
    Some(said.lines().next()?.to_owned())
}

fn after_word(text: &str, word: &str) -> Option<String> {
    let start = text.find(word)? + word.len();
    let version = text[start..]
        .split(|c: char| c != '.' && !c.is_ascii_digit())
        .next()?;
    (!version.is_empty()).then(|| version.to_owned())
}

fn new_enough(version: &str, oldest: (u32, u32)) -> bool {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= oldest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_is_read_from_decorated_output() {
        let said = "\u{1b}[1mApache Maven 3.8.7\u{1b}[m\nMaven home: /usr/share/maven";
        assert_eq!(after_word(said, "Apache Maven ").as_deref(), Some("3.8.7"));
        assert_eq!(after_word("no such thing", "Apache Maven "), None);
    }

    #[test]
    fn versions_compare_by_number() {
        assert!(new_enough("3.10.1", (3, 8)));
        assert!(new_enough("4.0", (3, 8)));
        assert!(!new_enough("3.6.3", (3, 8)));
    }
}
