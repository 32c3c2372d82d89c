//! What `cargo xtask apk` was asked for.

use std::path::PathBuf;

use super::native::Abi;
use crate::Failure;

/// The flags, read.
#[derive(Debug, Default, PartialEq)]
pub struct Options {
    /// For which processors; never empty.
    pub abis: Vec<Abi>,
    /// A publisher whose list this app will fetch.
    pub publisher: Option<Publisher>,
    /// The key to sign with; none = the debug key of this machine.
    pub key: Option<Key>,
    /// Whether to stop before signing.
    pub unsigned: bool,
}

/// A publisher whose list this app will fetch.
#[derive(Debug, PartialEq)]
pub struct Publisher {
    /// The root file.
    pub root: PathBuf,
    /// The folder that is given out, `https` only.
    pub url: String,
    /// The publisher's short name, as its list says it.
    pub name: String,
    /// The list's name for people, if it is another.
    pub title: Option<String>,
}

/// Somebody's own key.
#[derive(Debug, PartialEq)]
pub struct Key {
    /// The keystore, PKCS #12 or JKS.
    pub keystore: PathBuf,
    /// Which of its keys; may be left out if there is only one.
    pub alias: Option<String>,
}

impl Key {
    /// Fails now if the file is missing, not after the build.
    pub fn must_exist(&self) -> Result<(), Failure> {
        let missing = || format!("There is no keystore {}.", self.keystore.display());
        self.keystore.is_file().then_some(()).ok_or_else(missing)
    }
}

impl Options {
    /// Reads the flags. The failure says what is wrong with them.
    pub fn read(arguments: &[&str]) -> Result<Self, Failure> {
        let mut options = Self::default();
        let [
            mut root,
            mut url,
            mut name,
            mut title,
            mut keystore,
            mut alias,
        ] = [const { None }; 6];
        let mut rest = arguments.iter();
        while let Some(flag) = rest.next() {
            let mut value = || {
                let next = rest.next().filter(|value| !value.starts_with("--"));
                next.map(|value| (*value).to_owned())
                    .ok_or(format!("{flag} needs a value."))
            };
            match *flag {
                "--list-root" => root = Some(value()?),
                "--list-url" => url = Some(value()?),
                "--publisher" => name = Some(value()?),
                "--list-title" => title = Some(value()?),
                "--keystore" => keystore = Some(value()?),
                "--key-alias" => alias = Some(value()?),
                "--abi" => options.abis.push(abi(&value()?)?),
                "--unsigned" => options.unsigned = true,
                _ => return Err(format!("Not understood: {flag}\n{SEE_HELP}")),
            }
        }
        options.publisher = match (root, url, name) {
            (None, None, None) if title.is_none() => None,
            (Some(root), Some(url), Some(name)) => Some(Publisher {
                root: from_here(&root)?,
                url,
                name,
                title,
            }),
            _ => return Err("--list-root, --list-url and --publisher go together.".into()),
        };
        options.key = match (keystore, alias) {
            (Some(keystore), alias) => Some(Key {
                keystore: from_here(&keystore)?,
                alias,
            }),
            (None, Some(_)) => return Err("--key-alias needs --keystore.".into()),
            (None, None) => None,
        };
        if options.unsigned && options.key.is_some() {
            return Err("--unsigned does not sign: leave --keystore out.".into());
        }
        if options.abis.is_empty() {
            options.abis = Abi::ALL.to_vec();
        }
        options.abis.sort_unstable();
        options.abis.dedup();
        Ok(options)
    }
}

const SEE_HELP: &str = "`cargo xtask apk --help` says what there is.";

/// Programs run elsewhere: a path is one from where this was typed.
fn from_here(path: &str) -> Result<PathBuf, Failure> {
    std::path::absolute(path).map_err(|e| format!("{path}: {e}"))
}

fn abi(name: &str) -> Result<Abi, Failure> {
    let found = Abi::ALL.into_iter().find(|abi| abi.android_name() == name);
    found.ok_or_else(|| {
        let names = Abi::ALL.map(Abi::android_name).join(" and ");
        format!("There is no --abi {name}, but {names}.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_said_is_both_processors_and_the_debug_key() {
        let options = Options::read(&[]).expect("fine");
        assert_eq!(options.abis, Abi::ALL);
        assert_eq!(options.publisher, None);
        assert_eq!(options.key, None);
        assert!(!options.unsigned);
    }

    #[test]
    fn everything_said_is_understood() {
        let options = Options::read(&[
            "--list-root",
            "/keys/root.json",
            "--list-url",
            "https://example.org/list/",
            "--publisher",
            "town",
            "--list-title",
            "Our town",
            "--keystore",
            "/keys/own.p12",
            "--key-alias",
            "release",
            "--abi",
            "arm64-v8a",
        ])
        .expect("fine");
        assert_eq!(options.abis, [Abi::Arm64]);
        assert_eq!(
            options.publisher,
            Some(Publisher {
                root: "/keys/root.json".into(),
                url: "https://example.org/list/".into(),
                name: "town".into(),
                title: Some("Our town".into()),
            })
        );
        assert_eq!(
            options.key,
            Some(Key {
                keystore: "/keys/own.p12".into(),
                alias: Some("release".into()),
            })
        );
    }

    #[test]
    fn what_does_not_go_together_is_refused() {
        let why = |arguments: &[&str]| Options::read(arguments).expect_err("wrong");
        assert!(why(&["--list-root", "r"]).contains("go together"));
        assert!(why(&["--list-title", "t"]).contains("go together"));
        assert!(why(&["--key-alias", "a"]).contains("--keystore"));
        assert!(why(&["--keystore", "k", "--unsigned"]).contains("--unsigned"));
        assert!(why(&["--abi", "mips"]).contains("arm64-v8a and x86_64"));
        assert!(why(&["--abi"]).contains("needs a value"));
        assert!(why(&["--publisher", "--unsigned"]).contains("needs a value"));
        assert!(why(&["--fast"]).contains("--fast"));
    }
}
