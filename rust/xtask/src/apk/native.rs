//! The native library for Android.

use std::path::PathBuf;

use crate::Failure;
use crate::steps::Steps;

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
}

/// How many steps [`build`] takes.
pub fn steps(abis: &[Abi]) -> usize {
    abis.len()
}

/// Builds the library for each of `abis`, in this order.
pub fn build(abis: &[Abi], steps: &mut Steps) -> Result<Vec<NativeLibrary>, Failure> {
    abis.iter()
        .map(|abi| {
            let step = steps.begin(&format!(
                "build the native library for {}",
                abi.android_name()
            ));
            step.end("not built");
            Err("The native library cannot be built for Android yet.".to_owned())
        })
        .collect()
}
