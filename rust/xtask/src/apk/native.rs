//! The native library for Android, from sources alone: no NDK.

mod compile;
mod sizes;
mod sysroot;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::steps::{Step, Steps};
use crate::{Failure, places, run, tools};

/// A kind of processor for which the library is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Abi {
    /// 64-bit ARM: nearly every phone.
    Arm64,
    /// 64-bit x86: Chromebooks and emulators.
    X86_64,
}

/// A library that was built.
#[derive(Debug, Clone)]
pub struct NativeLibrary {
    /// What it is for.
    pub abi: Abi,
    /// The stripped file.
    pub file: PathBuf,
    /// Its size.
    pub bytes: u64,
}

impl Abi {
    /// All of them, in the order of Android's names.
    pub const ALL: [Self; 2] = [Self::Arm64, Self::X86_64];

    /// Android's name for it: the folder in the APK.
    pub fn android_name(self) -> &'static str {
        match self {
            Self::Arm64 => "arm64-v8a",
            Self::X86_64 => "x86_64",
        }
    }

    /// The compilers' name for it.
    fn target(self) -> &'static str {
        match self {
            Self::Arm64 => "aarch64-linux-android",
            Self::X86_64 => "x86_64-linux-android",
        }
    }
}

/// How many steps [`build`] takes.
pub const STEPS: usize = 1;

/// Builds the library as it is shipped for each of `abis`, in this order, into
/// `target/apk/lib/<abi>/libcleardown.so`. Beside it, `target/apk/sizes.txt` says what it is made of.
/// The compilers must be there: `setup::android`.
pub fn build(abis: &[Abi], steps: &mut Steps) -> Result<Vec<NativeLibrary>, Failure> {
    let names: Vec<_> = abis.iter().map(|abi| abi.android_name()).collect();
    let mut step = steps.begin(&format!(
        "build the native library for {}",
        names.join(", ")
    ));
    // A build that fails must not leave an older library in its place.
    for abi in abis {
        forget(&shipped(*abi))?;
    }
    let compiled = compile::library(abis, &[], &mut step)?;
    let mut libraries = Vec::new();
    for (abi, unstripped) in abis.iter().copied().zip(&compiled) {
        let file = shipped(abi);
        let bytes = strip(unstripped, &file)?;
        libraries.push(NativeLibrary { abi, file, bytes });
    }
    sizes::write(&libraries, &compiled)?;
    let sizes: Vec<_> = libraries.iter().map(said).collect();
    step.end(&sizes.join(", "));
    Ok(libraries)
}

/// What the last [`build`] left for each of `abis`.
pub fn built(abis: &[Abi]) -> Result<Vec<NativeLibrary>, Failure> {
    let library = |abi: &Abi| {
        let file = shipped(*abi);
        let metadata = fs::metadata(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        let bytes = metadata.len();
        Ok(NativeLibrary {
            abi: *abi,
            file,
            bytes,
        })
    };
    abis.iter().map(library).collect()
}

/// Builds the library for arm64 with the doors of the tests, to `target/apk/doors`: compiled in a
/// folder of its own, so that nothing of it can come into what is shipped.
pub fn with_doors(step: &mut Step) -> Result<(), Failure> {
    let compiled = compile::library(&[Abi::Arm64], &["doors"], step)?;
    let file = places::apk().join("doors/arm64-v8a/libcleardown.so");
    compiled
        .iter()
        .try_for_each(|unstripped| strip(unstripped, &file).map(drop))
}

/// Which compilers and linker made it: for the build report.
pub fn compilers() -> Vec<(&'static str, String)> {
    let version = |program: &str| tools::first_line(program).unwrap_or_else(|| "unknown".into());
    vec![
        ("rustc", version(tools::ANDROID_RUSTC)),
        ("clang", version(tools::ANDROID_CLANG)),
        ("lld", version(tools::ANDROID_LINKER)),
    ]
}

fn shipped(abi: Abi) -> PathBuf {
    let folder = places::apk().join("lib").join(abi.android_name());
    folder.join("libcleardown.so")
}

fn forget(file: &Path) -> Result<(), Failure> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(format!("{}: {error}", file.display()))
        }
        _ => Ok(()),
    }
}

fn said(library: &NativeLibrary) -> String {
    let thousands = library.bytes.div_ceil(1000);
    format!("{}: {thousands} kB", library.abi.android_name())
}

/// Answers the size of the stripped file.
fn strip(unstripped: &Path, file: &Path) -> Result<u64, Failure> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    let mut command = Command::new(tools::ANDROID_STRIP);
    command
        .arg("--strip-all")
        .arg("-o")
        .arg(file)
        .arg(unstripped);
    run::answer(&mut command).ok_or(format!("{} cannot be stripped.", unstripped.display()))?;
    let metadata = fs::metadata(file).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(metadata.len())
}
