//! `cleardown config`

mod check;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use cleardown_core::{Origin, PolicyValue, Region, Settings};
use cleardown_list::bundle::{Bundle, BundleText, MOST_IN_QR, link_of};
use cleardown_list::instant_text;
use cleardown_publish::SecretKey;

use super::list::passphrases::Asker;
use crate::args::{ConfigArgs, ConfigCommand, ConfigMakeArgs};

/// Runs a command about settings.
pub fn run(args: &ConfigArgs) -> Result<bool, String> {
    match &args.command {
        ConfigCommand::Make(args) => make(args),
        ConfigCommand::Check(args) => check::check(args),
        ConfigCommand::Keys(args) => {
            check::keys(args.json);
            Ok(true)
        }
    }
}

fn make(args: &ConfigMakeArgs) -> Result<bool, String> {
    let Some(policy) = settings(&args.settings)? else {
        return Ok(false);
    };
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
    let now_s = since_1970.map_or(0, |since| since.as_secs());
    let made = instant_text(i64::try_from(now_s * 1000).unwrap_or_default());
    let version = args.version.unwrap_or(now_s);
    let text = BundleText::new(&args.from, version, &made, policy).map_err(|_| {
        "The name is empty, longer than 40 characters, or no plain text.".to_owned()
    })?;
    let signed = text.to_sign();
    let key = secret_key(args)?;
    let public = key.public().ed25519_hex().unwrap_or_default();
    let file = Bundle::file_of(&signed, "ed25519", &public, &key.sign(signed.as_bytes()))
        .map_err(|error| format!("No phone would take this: {error}."))?;
    fs::write(&args.out, &file).map_err(|error| wrong(&args.out, &error))?;
    let code = Bundle::read(&file).map_or_else(|_| String::new(), |read| read.key.fingerprint());
    eprintln!(
        "Made {}, version {version}. The phone shows your code: {code}",
        args.out.display()
    );
    if args.link {
        let link = link_of(&file);
        if link.len() > MOST_IN_QR {
            eprintln!("The link is too long for a QR code: use the file.");
        }
        println!("{link}");
    }
    Ok(true)
}

/// The settings, if phones take every one of them; else says which they do not.
fn settings(path: &Path) -> Result<Option<BTreeMap<String, PolicyValue>>, String> {
    let text = fs::read_to_string(path).map_err(|error| wrong(path, &error))?;
    let asked: BTreeMap<String, PolicyValue> = serde_json::from_str(&text)
        .map_err(|error| format!("{}: no JSON object of settings: {error}.", path.display()))?;
    let (nothing, nobody) = (Settings::default(), BTreeMap::new());
    let read = nothing.replaced(Origin::Family, &asked, &nobody, Region::gb());
    for error in &read.errors {
        eprintln!(
            "{}: found {}, expected {}.",
            error.key, error.found, error.expected
        );
    }
    let is_good = read.errors.is_empty();
    Ok(is_good.then(|| read.settings.of(Origin::Family)))
}

fn secret_key(args: &ConfigMakeArgs) -> Result<SecretKey, String> {
    let pem = fs::read_to_string(&args.key).map_err(|error| wrong(&args.key, &error))?;
    let name = args.key.file_stem().unwrap_or_default().to_string_lossy();
    let mut asker = Asker::new(&args.passphrases);
    let opened = asker
        .ask(&name, false)
        .and_then(|passphrase| SecretKey::from_pem(&pem, &passphrase));
    opened.map_err(|problem| problem.to_string())
}

fn wrong(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}.", path.display())
}
