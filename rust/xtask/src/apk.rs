//! `cargo xtask apk`: from a checkout to an APK.

mod native;
mod options;

use crate::Failure;
use crate::steps::Steps;

pub use options::Options;

/// Builds the APK.
pub fn command(arguments: &[&str]) -> Result<(), Failure> {
    let options = Options::read(arguments)?;
    let mut steps = Steps::new(native::steps(&options.abis));
    let libraries = native::build(&options.abis, &mut steps)?;
    for library in &libraries {
        println!(
            "{} {} {}",
            library.abi.android_name(),
            library.file.display(),
            library.bytes
        );
    }
    Ok(())
}
