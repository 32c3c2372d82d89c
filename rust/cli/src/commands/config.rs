//! `cleardown config`

mod check;
mod file;

use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use cleardown_engine::api::Origin;
use cleardown_engine::{Region, check_settings};
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
    let asked = file::settings(&args.settings)?;
    let checked = check_settings(&asked, Origin::Family, Region::gb());
    if !checked.errors.is_empty() {
        file::tell(&checked.errors);
        eprintln!("Nothing was signed: a phone would not take all of it.");
        return Ok(false);
    }
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
    let now_s = since_1970.map_or(0, |since| since.as_secs());
    let made = instant_text(i64::try_from(now_s * 1000).unwrap_or_default());
    let version = args.version.unwrap_or(now_s);
    let text = BundleText::new(&args.from, version, &made, checked.taken).map_err(|_| {
        "The name is empty, longer than 40 characters, or no plain text.".to_owned()
    })?;
    let signed = text.to_sign();
    let key = secret_key(args)?;
    let public = key.public().ed25519_hex().unwrap_or_default();
    let bundle = Bundle::file_of(&signed, "ed25519", &public, &key.sign(signed.as_bytes()))
        .map_err(|error| format!("No phone would take this: {error}."))?;
    fs::write(&args.out, &bundle).map_err(|error| file::wrong(&args.out, &error))?;
    let code = Bundle::read(&bundle).map_or_else(|_| String::new(), |read| read.key.fingerprint());
    eprintln!(
        "Made {}, version {version}. The phone shows your code: {code}",
        args.out.display()
    );
    if args.link {
        let link = link_of(&bundle);
        if link.len() > MOST_IN_QR {
            eprintln!("The link is too long for a QR code: use the file.");
        }
        println!("{link}");
    }
    Ok(true)
}

fn secret_key(args: &ConfigMakeArgs) -> Result<SecretKey, String> {
    let pem = fs::read_to_string(&args.key).map_err(|error| file::wrong(&args.key, &error))?;
    let name = args.key.file_stem().unwrap_or_default().to_string_lossy();
    let mut asker = Asker::new(&args.passphrases);
    let opened = asker
        .ask(&name, false)
        .and_then(|passphrase| SecretKey::from_pem(&pem, &passphrase));
    opened.map_err(|problem| problem.to_string())
}
