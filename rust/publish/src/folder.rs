//! A publisher's folder: where everything lies.
//!
//! ```text
//! publisher.json   settings and the names of keys
//! tables/          numbers.csv, codes.csv: what people edit
//! keys/            NAME.pem: secret keys, encrypted; NAME.pub: public keys
//! staged/          the next version, until it is published
//! published/       metadata/ and targets/: what the web server gives out
//! ```

use std::path::{Path, PathBuf};

use crate::metadata::{Hashes, Pins, Root, Targets};
use crate::signing::needs;
use crate::{Config, Envelope, Need, Problem, Role, files};

/// A publisher's folder.
#[derive(Clone, Debug)]
pub struct Folder {
    dir: PathBuf,
}

impl Folder {
    /// The folder at this place; whether it is one shows with the first use.
    pub fn at(dir: &Path) -> Self {
        Self {
            dir: dir.to_owned(),
        }
    }

    /// Its settings.
    ///
    /// # Errors
    /// `no_publisher`, `file`, `damaged`, `config`
    pub fn config(&self) -> Result<Config, Problem> {
        match files::read_if_there(&self.config_file())? {
            Some(bytes) => Config::read(&bytes),
            None => Err(Problem::new(
                "no_publisher",
                format!("{} is no publisher's folder.", self.dir.display()),
                "Name one with --dir, or make one: cleardown list init DIR --id ID --title TITLE.",
            )),
        }
    }

    /// Writes its settings.
    pub(crate) fn save_config(&self, config: &Config) -> Result<(), Problem> {
        config.check()?;
        files::write(&self.config_file(), &config.bytes())
    }

    /// Where the settings are.
    pub(crate) fn config_file(&self) -> PathBuf {
        self.dir.join("publisher.json")
    }

    /// What a colleague reads first.
    pub(crate) fn readme(&self) -> PathBuf {
        self.dir.join("README.md")
    }

    /// Where the tables are that people edit.
    pub fn tables(&self) -> PathBuf {
        self.dir.join("tables")
    }

    /// Where keys are.
    pub fn keys(&self) -> PathBuf {
        self.dir.join("keys")
    }

    /// The secret key of this name.
    pub fn secret_key_file(&self, name: &str) -> PathBuf {
        self.keys().join(format!("{name}.pem"))
    }

    /// What the web server gives out.
    pub fn published(&self) -> PathBuf {
        self.dir.join("published")
    }

    pub(crate) fn staged_dir(&self) -> PathBuf {
        self.dir.join("staged")
    }

    pub(crate) fn staged_targets(&self) -> PathBuf {
        self.staged_dir().join("targets")
    }

    /// The next version of a role's file, if there is one.
    pub(crate) fn staged(&self, role: Role) -> Result<Option<Envelope>, Problem> {
        let bytes = files::read_if_there(&self.staged_file(role))?;
        bytes.map(|bytes| Envelope::read(&bytes, role)).transpose()
    }

    pub(crate) fn stage(&self, role: Role, envelope: &Envelope) -> Result<(), Problem> {
        files::write(&self.staged_file(role), &envelope.bytes())
    }

    pub(crate) fn unstage(&self, role: Role) -> Result<(), Problem> {
        files::remove(&self.staged_file(role))
    }

    fn staged_file(&self, role: Role) -> PathBuf {
        self.staged_dir().join(format!("{role}.json"))
    }

    /// The published file of a role that is valid now: the newest root, else what the timestamp
    /// leads to.
    pub(crate) fn current(&self, role: Role) -> Result<Option<Envelope>, Problem> {
        let version = match role {
            Role::Root => newest_root(&self.published())?,
            Role::Timestamp => Some(0),
            Role::Targets | Role::Snapshot => self.named_version(role)?,
        };
        match version {
            Some(version) => self.published_version(role, version),
            None => Ok(None),
        }
    }

    /// A published version of a role's file.
    pub(crate) fn published_version(
        &self,
        role: Role,
        version: u64,
    ) -> Result<Option<Envelope>, Problem> {
        published_version(&self.published(), role, version)
    }

    /// The newest file of a role: staged, else published.
    pub(crate) fn newest(&self, role: Role) -> Result<Option<Envelope>, Problem> {
        match self.staged(role)? {
            Some(staged) => Ok(Some(staged)),
            None => self.current(role),
        }
    }

    /// The newest root, staged or published: whose keys count for all other roles.
    pub(crate) fn root(&self) -> Result<Root, Problem> {
        match self.newest(Role::Root)? {
            Some(root) => root.said(),
            None => Err(Problem::new(
                "no_root",
                "There is no root yet.",
                "Make the folder anew: cleardown list init DIR.",
            )),
        }
    }

    /// Who must sign the newest file of a role, and who did.
    ///
    /// # Errors
    /// `no_root`, and those of files
    pub fn needs(&self, role: Role) -> Result<Vec<Need>, Problem> {
        match self.newest(role)? {
            Some(envelope) => needs(self, role, &envelope, &self.config()?),
            None => Ok(Vec::new()),
        }
    }

    fn named_version(&self, role: Role) -> Result<Option<u64>, Problem> {
        let by = if role == Role::Snapshot {
            Role::Timestamp
        } else {
            Role::Snapshot
        };
        let Some(envelope) = self.current(by)? else {
            return Ok(None);
        };
        let pins: Pins = envelope.said()?;
        Ok(pins.pin().map(|pin| pin.version))
    }

    /// A file of the list as it is published or about to be, by the metadata that names it.
    pub(crate) fn target(&self, targets: &Targets, name: &str) -> Result<Option<Vec<u8>>, Problem> {
        let Some(target) = targets.targets.get(name) else {
            return Ok(None);
        };
        let file = format!("{}.{name}", target.hashes.sha256);
        for folder in [self.staged_targets(), self.published().join("targets")] {
            let Some(bytes) = files::read_if_there(&folder.join(&file))? else {
                continue;
            };
            if Hashes::of(&bytes) == target.hashes {
                return Ok(Some(bytes));
            }
        }
        Err(Problem::new(
            "target_missing",
            format!(
                "{name} of list version {} is missing or changed.",
                targets.cleardown.list
            ),
            "Fetch the folder `targets` back from where it is published.",
        ))
    }
}

/// The number of the newest root in a published folder.
pub(crate) fn newest_root(published: &Path) -> Result<Option<u64>, Problem> {
    versions(published, Role::Root).map(|all| all.last().copied())
}

/// All versions of a role in a published folder, ascending.
pub(crate) fn versions(published: &Path, role: Role) -> Result<Vec<u64>, Problem> {
    let names = files::names(&published.join("metadata"))?;
    let suffix = format!(".{role}.json");
    let mut found: Vec<u64> = names
        .iter()
        .filter_map(|name| name.strip_suffix(&suffix)?.parse().ok())
        .collect();
    found.sort_unstable();
    Ok(found)
}

/// A version of a role's file in a published folder.
pub(crate) fn published_version(
    published: &Path,
    role: Role,
    version: u64,
) -> Result<Option<Envelope>, Problem> {
    let file = published.join("metadata").join(role.file(version));
    let bytes = files::read_if_there(&file)?;
    bytes.map(|bytes| Envelope::read(&bytes, role)).transpose()
}
