//! What the linker must find of Android: stubs of its libraries, assembled from `symbols/*.txt` of
//! `rust/jni/android`. Only the names matter; on the phone the phone's own libraries are loaded.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Abi;
use crate::{Failure, places, run, tools};

/// The libraries, each with a list of symbols.
const LIBRARIES: [&str; 4] = ["libc", "libdl", "liblog", "libm"];

/// Makes the stubs; answers their folder.
pub fn make(abi: Abi) -> Result<PathBuf, Failure> {
    let folder = places::apk().join("sysroot").join(abi.android_name());
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for library in LIBRARIES {
        stub(library, abi, &folder)?;
    }
    // The standard library asks for it by name; what would be in it comes with the crate `unwinding`.
    let unwind = folder.join("libunwind.a");
    fs::write(&unwind, "!<arch>\n").map_err(|e| format!("{}: {e}", unwind.display()))?;
    Ok(folder)
}

/// C declarations of what SQLite uses.
pub fn headers() -> PathBuf {
    source().join("include")
}

fn stub(library: &str, abi: Abi, folder: &Path) -> Result<(), Failure> {
    let list = source().join(format!("symbols/{library}.txt"));
    let text = fs::read_to_string(&list).map_err(|e| format!("{}: {e}", list.display()))?;
    let assembly = folder.join(format!("{library}.s"));
    fs::write(&assembly, assemble(&text)).map_err(|e| format!("{}: {e}", assembly.display()))?;
    let mut command = Command::new(tools::ANDROID_CLANG);
    command
        .args(compiler_target(abi))
        .args(["-shared", "-nostdlib", "-fuse-ld=lld-16"]);
    command.arg(format!("-Wl,-soname,{library}.so"));
    command
        .arg("-o")
        .arg(folder.join(format!("{library}.so")))
        .arg(&assembly);
    let linked = run::answer(&mut command);
    linked
        .map(drop)
        .ok_or(format!("{} cannot be assembled.", list.display()))
}

/// How clang is told what it compiles or links for.
pub fn compiler_target(abi: Abi) -> [String; 1] {
    [format!("--target={}{API}", abi.target())]
}

/// The oldest Android that the app runs on.
const API: u32 = 29;

/// Each line of the list is a symbol, and the API level that brought it if that is not the first.
fn assemble(list: &str) -> String {
    let mut assembly = String::from(".text\n");
    for symbol in list
        .lines()
        .filter_map(|line| line.split_whitespace().next())
    {
        assembly.push_str(&format!(
            ".globl {symbol}\n.type {symbol},@function\n{symbol}: .byte 0\n"
        ));
    }
    assembly
}

fn source() -> PathBuf {
    places::root().join("rust/jni/android")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_with_its_api_level_is_assembled_by_its_name() {
        let assembly = assemble("open\ngetrandom 28\n");
        assert!(assembly.contains("\nopen: .byte 0\n"));
        assert!(assembly.contains("\ngetrandom: .byte 0\n"));
        assert!(!assembly.contains("28"));
    }
}
