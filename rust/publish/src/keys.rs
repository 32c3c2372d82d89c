//! The keys in a publisher's folder.

use std::path::Path;

use crate::{Config, Folder, Passphrases, Problem, PublicKey, SecretKey, files};

/// A key that shall count for a role: made here, or somebody else's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyChoice {
    /// What people call it: letters, digits, hyphen.
    pub name: String,
    /// The public key as text (PEM or hexadecimal), if it was made elsewhere.
    pub public: Option<String>,
}

/// The public key of a choice, with its name noted; makes a secret key where none is given, and
/// takes the one that is there where the name is known already.
pub(crate) fn key_for(
    folder: &Folder,
    config: &mut Config,
    choice: &KeyChoice,
    passphrases: &mut Passphrases<'_>,
) -> Result<PublicKey, Problem> {
    let KeyChoice { name, public } = choice;
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if name.is_empty() || !plain {
        return Err(Problem::new(
            "key_name",
            format!("`{name}` is no name for a key."),
            "Use letters, digits and hyphens: alice, list-2026.",
        ));
    }
    let public_file = folder.keys().join(format!("{name}.pub"));
    let known = match files::read_if_there(&public_file)? {
        Some(pem) => Some(PublicKey::from_text(&String::from_utf8_lossy(&pem))?),
        None => None,
    };
    let given = public.as_deref().map(PublicKey::from_text).transpose()?;
    let key = match (known, given) {
        (Some(known), Some(given)) if known != given => {
            return Err(Problem::new(
                "key_name",
                format!("Another key is called {name} already."),
                "Give the new key another name.",
            ));
        }
        (Some(known), _) => known,
        (None, Some(given)) => given,
        (None, None) => make(&folder.secret_key_file(name), name, passphrases)?,
    };
    files::write(&public_file, key.to_pem().as_bytes())?;
    config.names.insert(key.id(), name.clone());
    Ok(key)
}

/// Makes a key pair: the secret half encrypted in `file`, readable by its owner only.
///
/// # Errors
/// `key_exists`, `passphrase_short`, `file`
pub fn make(
    file: &Path,
    name: &str,
    passphrases: &mut Passphrases<'_>,
) -> Result<PublicKey, Problem> {
    if files::read_if_there(file)?.is_some() {
        return Err(Problem::new(
            "key_exists",
            format!("{} is there already.", file.display()),
            "A secret key is never overwritten: take another name, or move the file away.",
        ));
    }
    let secret = SecretKey::generate()?;
    let pem = secret.to_pem(&passphrases(name, true)?)?;
    files::write_secret(file, pem.as_bytes())?;
    Ok(secret.public())
}

/// Opens a secret key.
///
/// # Errors
/// `file`, `key_unreadable`, `passphrase_wrong`
pub fn open(
    file: &Path,
    name: &str,
    passphrases: &mut Passphrases<'_>,
) -> Result<SecretKey, Problem> {
    let pem = files::read(file)?;
    SecretKey::from_pem(&String::from_utf8_lossy(&pem), &passphrases(name, false)?)
}
