//! Runs cargo for Android. Debian's compiler, because it comes with the sources of the standard
//! library, which is built too.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Abi, sysroot};
use crate::steps::Step;
use crate::{Failure, cargo, places, run, tools};

/// How the library is linked without an NDK; what holds with one too is in `rust/jni/build.rs`.
const LINKING: &[&str] = &["-fuse-ld=lld-16", "-nostdlib"];

/// The standard library, which is built too: without its reader of debug information. The library
/// logs where a panic was, not the way there.
const STANDARD_LIBRARY: [&str; 4] = [
    "-Z",
    "build-std=std,panic_unwind",
    "-Z",
    "build-std-features=panic-unwind",
];

/// Settings of whoever builds that would change the bytes.
const OWN_SETTINGS: &[&str] = &[
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INCREMENTAL",
    "CFLAGS",
    "LD_LIBRARY_PATH",
    "RUSTC_WRAPPER",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTFLAGS",
];

/// Compiles the library; `features` are those of tests, the shipped one has none. Answers the
/// unstripped files, in the order of `abis`.
pub fn library(abis: &[Abi], features: &[&str], step: &mut Step) -> Result<Vec<PathBuf>, Failure> {
    // Where cargo keeps the sources of the crates must be known before they are compiled.
    fetch(abis, step)?;
    let target = places::apk().join(if features.is_empty() {
        "rust"
    } else {
        "rust-for-tests"
    });
    let mut command = cargo();
    command.args([
        "build",
        "--locked",
        "-p",
        "cleardown-jni",
        "--profile",
        "android",
    ]);
    command
        .args(STANDARD_LIBRARY)
        .arg("--target-dir")
        .arg(&target);
    if !features.is_empty() {
        command.arg("--features").arg(features.join(","));
    }
    for abi in abis {
        let stubs = sysroot::make(*abi)?;
        settings(&mut command, *abi, &stubs)?;
    }
    let said = run::logged(&mut command, "native-library", step, cargo::show)?;
    if !said.ok {
        return Err(said.failure("The build"));
    }
    let built = |abi: &Abi| target.join(abi.target()).join("android/libcleardown.so");
    Ok(abis.iter().map(built).collect())
}

fn fetch(abis: &[Abi], step: &mut Step) -> Result<(), Failure> {
    let mut command = cargo();
    command.args(["fetch", "--locked"]);
    for abi in abis {
        command.args(["--target", abi.target()]);
    }
    let said = run::logged(&mut command, "native-fetch", step, cargo::show)?;
    said.ok
        .then_some(())
        .ok_or_else(|| said.failure("Fetching the crates (it needs the network)"))
}

fn cargo() -> Command {
    let mut command = cargo::without_own_settings(tools::ANDROID_CARGO);
    for name in OWN_SETTINGS {
        command.env_remove(name);
    }
    // The standard library can only be built with switches that are not stable.
    command
        .env("RUSTC", tools::ANDROID_RUSTC)
        .env("RUSTC_BOOTSTRAP", "1");
    command
}

/// What differs between processors.
fn settings(command: &mut Command, abi: Abi, stubs: &Path) -> Result<(), Failure> {
    let target = abi.target();
    let [clang_target] = sysroot::compiler_target(abi);
    let stubs = format!("-L{}", stubs.display());
    let linking = [clang_target.as_str(), &stubs]
        .into_iter()
        .chain(LINKING.iter().copied());
    let mut flags: Vec<String> = linking.map(|one| format!("-Clink-arg={one}")).collect();
    let moved = moved()?;
    flags.extend(
        moved
            .iter()
            .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())),
    );
    let flags: Vec<String> = flags.iter().map(|flag| quoted(flag)).collect();
    command.args(["--target", target]);
    command.arg("--config").arg(format!(
        "target.{target}.linker={}",
        quoted(tools::ANDROID_CLANG)
    ));
    command
        .arg("--config")
        .arg(format!("target.{target}.rustflags=[{}]", flags.join(",")));

    let name = target.replace('-', "_");
    let headers = sysroot::headers();
    let mut for_c = vec![clang_target, "-nostdlibinc".into()];
    for_c.extend(["-isystem".into(), headers.display().to_string()]);
    for_c.extend(["-include".into(), "layout.h".into()]);
    for_c.extend(
        moved
            .iter()
            .map(|(from, to)| format!("-ffile-prefix-map={}={to}", from.display())),
    );
    // Compiles anew when a header changed; nobody reads the value.
    for_c.push(format!("-DHEADERS={:x}", hash(&headers)?));
    command.env(format!("CC_{name}"), tools::ANDROID_CLANG);
    command.env(format!("AR_{name}"), tools::ANDROID_AR);
    let for_c: Vec<String> = for_c.iter().map(|flag| flag.replace(' ', "\\ ")).collect();
    command.env(format!("CFLAGS_{name}"), for_c.join(" "));
    command.env("CC_SHELL_ESCAPED_FLAGS", "1");
    Ok(())
}

/// Folders of this machine, and what stands for them in the library. The last that fits counts.
fn moved() -> Result<Vec<(PathBuf, String)>, Failure> {
    let mut moved = vec![
        (places::root(), "/cleardown".to_owned()),
        (
            PathBuf::from(tools::ANDROID_RUST_SOURCES),
            "/rust".to_owned(),
        ),
    ];
    let sources = places::cargo_home().join("registry/src");
    let registries = fs::read_dir(&sources).map_err(|e| format!("{}: {e}", sources.display()))?;
    let mut folders: Vec<PathBuf> = registries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    moved.extend(
        folders
            .into_iter()
            .map(|folder| (folder, "/crates".to_owned())),
    );
    Ok(moved)
}

/// Of the names and contents of all files below.
fn hash(folder: &Path) -> Result<u64, Failure> {
    let mut hasher = DefaultHasher::new();
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for entry in entries {
        entry.file_name().hash(&mut hasher);
        if entry.is_dir() {
            hash(&entry)?.hash(&mut hasher);
        } else {
            let bytes = fs::read(&entry).map_err(|e| format!("{}: {e}", entry.display()))?;
            bytes.hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}

/// As TOML writes a string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_with_spaces_and_quotation_marks_stay_one_string() {
        assert_eq!(quoted(r#"a b"c\d"#), r#""a b\"c\\d""#);
    }
}
