//! `cargo xtask apk`: from a checkout to an APK.

pub mod believing;
mod classes;
mod debug_key;
mod file;
mod fresh;
pub mod native;
mod options;
mod publisher;
mod report;
pub mod reproduce;
mod shrink;
mod sign;

use std::path::PathBuf;

use crate::java::Java;
use crate::steps::Steps;
use crate::{Failure, places, setup};

pub use options::Options;

/// The version of the app: that of the workspace.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// An APK that was built.
pub struct Built {
    /// Not signed.
    pub unsigned: PathBuf,
    /// Signed, if it was to be.
    pub signed: Option<PathBuf>,
}

/// Builds the APK and says where it is.
pub fn command(arguments: &[&str]) -> Result<(), Failure> {
    let options = Options::read(arguments)?;
    let mut steps = Steps::new(setup::STEPS + 1 + total(&options));
    let java = setup::ready_for_apk(&mut steps)?;
    let built = build(&options, &java, &mut steps)?;
    println!("\n{}", closing(&options, &built));
    Ok(())
}

/// How many steps [`build`] takes.
pub fn total(options: &Options) -> usize {
    let publisher = usize::from(options.publisher.is_some());
    let sign = usize::from(!options.unsigned);
    publisher + native::STEPS + 3 + sign
}

/// Builds what was asked for.
pub fn build(options: &Options, java: &Java, steps: &mut Steps) -> Result<Built, Failure> {
    let out = places::apk();
    std::fs::create_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    if let Some(key) = &options.key {
        key.must_exist()?;
    }
    let publisher = options.publisher.as_ref();
    let publisher = publisher
        .map(|publisher| publisher::bake(publisher, steps))
        .transpose()?;
    let classes = classes::build(java, steps)?;
    shrink::all(&classes, java, steps)?;
    let libraries = native::build(&options.abis, steps)?;
    let unsigned = out.join(name(options, "-unsigned"));
    let entries = file::pack(&libraries, publisher.as_deref(), &unsigned, steps)?;
    let mut built = Built {
        unsigned,
        signed: None,
    };
    let mut signature = Vec::new();
    if !options.unsigned {
        let signed = out.join(name(options, ""));
        signature = sign::sign(
            options.key.as_ref(),
            &classes,
            java,
            &built.unsigned,
            &signed,
            steps,
        )?;
        built.signed = Some(signed);
    }
    report::write(
        options, &built, &libraries, &classes, java, &entries, &signature,
    )?;
    Ok(built)
}

fn name(options: &Options, ending: &str) -> String {
    let only = match options.abis.as_slice() {
        [one] => format!("-{}", one.android_name()),
        _ => String::new(),
    };
    format!("cleardown-{VERSION}{only}{ending}.apk")
}

fn closing(options: &Options, built: &Built) -> String {
    let apk = built.signed.as_ref().unwrap_or(&built.unsigned);
    let bytes = std::fs::metadata(apk).map_or(0, |file| file.len());
    let mut lines = vec![format!(
        "{} ({:.1} MB)",
        apk.display(),
        bytes as f64 / 1_000_000.0
    )];
    lines.push(match (&built.signed, &options.key) {
        (None, _) => "It is not signed: no phone installs it like that.".into(),
        (Some(_), None) => format!(
            "It is signed with the debug key {}. Phones take an update only with the same key: keep \
             it, or sign with one of your own (--keystore).",
            debug_key::place().display()
        ),
        (Some(_), Some(key)) => format!("It is signed with {}.", key.keystore.display()),
    });
    lines.push(match &options.publisher {
        None => "It fetches no list and uses the one that comes with it; the app says so. A publisher's \
                 is built in with --list-root, --list-url and --publisher."
            .into(),
        Some(publisher) => format!(
            "It fetches the list {} from {}.",
            publisher.name, publisher.url
        ),
    });
    lines.push(format!("What it is made of: {}", report::place().display()));
    lines.join("\n")
}
