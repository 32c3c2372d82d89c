//! Everything that one publisher ever published.

use std::fs;
use std::path::{Path, PathBuf};

use cleardown_core::{CallsOut, Confidence, E164, Kind, Listing, ShortCode};
use cleardown_list::tuf::TrustFiles;
use cleardown_list::{
    CodeListing, CodeRow, List, ListRow, Meta, Release, Sha256, Update, Verified, WireError,
    write_delta, write_text,
};

/// The publisher's short name.
pub const PUBLISHER: &str = "gb";

/// What vouches for its lists.
pub const ANCHOR: [u8; 32] = [7; 32];

/// One version of its list.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The list.
    pub list: List,
    /// Its text.
    pub text: Vec<u8>,
    /// What is signed of it.
    pub facts: Facts,
}

/// What is signed of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The version.
    pub version: u64,
    /// How many numbers.
    pub rows: u64,
    /// SHA-256 of the text.
    pub sha256: [u8; 32],
    /// How many bytes the text has.
    pub bytes: u64,
}

impl Facts {
    /// With all that is the same of every version.
    pub fn release(&self) -> Release {
        Release {
            anchor: ANCHOR,
            publisher: PUBLISHER.to_owned(),
            title: "Authority numbers".to_owned(),
            epoch: 1,
            version: self.version,
            issued_ms: 1_763_683_200_000,
            rows: self.rows,
            codes: 1,
            sha256: self.sha256,
            bytes: self.bytes,
            bulk: self.version,
        }
    }
}

impl Edition {
    /// Version `version`, of so many numbers. From one version to the next one number in twenty is
    /// replaced by another, and lines come and go.
    pub fn new(version: u64, rows: u64) -> Self {
        let row = |at: u64| {
            let turns = (version + at % 20) / 20;
            let place = at + rows * ((at * 31 + turns * 7_919) % 997);
            ListRow {
                number: E164::from_u64(441_632_000_000 + place).expect("a number"),
                listing: listing(at, turns),
            }
        };
        let meta = Meta {
            publisher: PUBLISHER.to_owned(),
            title: "Authority numbers".to_owned(),
            version,
            issued_ms: 1_763_683_200_000,
        };
        let code = CodeRow {
            code: ShortCode::new("159").expect("a code"),
            listing: CodeListing {
                organisation: format!("Stop Scams UK {}", version / 3),
                kind: None,
                calls_out: CallsOut::Never,
                confidence: Confidence::High,
            },
        };
        let list = List::new(meta, (0..rows).map(row).collect(), vec![code]).expect("a list");
        let text = write_text(&list);
        let facts = Facts {
            version,
            rows,
            sha256: Sha256::of(&text),
            bytes: text.len() as u64,
        };
        Self { list, text, facts }
    }

    /// The whole list.
    pub fn full(&self) -> Verified<Update> {
        verified(Update::full(self.facts.release(), self.text.clone()))
    }

    /// The change from the version before.
    pub fn delta_from(&self, old: &Self) -> Verified<Update> {
        let text = write_delta(&old.list, &self.list);
        let (version, sha256) = (old.facts.version, old.facts.sha256);
        verified(Update::delta(self.facts.release(), version, sha256, text))
    }
}

fn verified(update: Result<Update, WireError>) -> Verified<Update> {
    Verified::update_for_tests(update.expect("what was published is sound"))
}

fn listing(at: u64, turns: u64) -> Listing {
    let calls_out = [CallsOut::Never, CallsOut::Unknown, CallsOut::Unlikely];
    Listing {
        organisation: format!("Organisation {}", (at + turns * 3) % 60),
        line: String::new(),
        kind: Kind::Police,
        calls_out: calls_out
            [usize::from(at.is_multiple_of(2)) + usize::from(turns.is_multiple_of(2))],
        confidence: Confidence::High,
        ring: false,
    }
}

/// The metadata that a phone trusts once it has seen this version.
pub fn trust(version: u64) -> TrustFiles {
    let role = |name: &str| format!("{name} of version {version}").into_bytes();
    TrustFiles {
        anchor: ANCHOR,
        epoch: 1,
        root: b"root".to_vec(),
        timestamp: Some(role("timestamp")),
        snapshot: Some(role("snapshot")),
        targets: Some(role("targets")),
    }
}

/// The versions as files, for another process.
#[derive(Clone, Debug)]
pub struct Published {
    folder: PathBuf,
}

impl Published {
    /// In this folder.
    pub fn at(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// Adds a version, and the change that leads to it.
    ///
    /// # Errors
    /// A file could not be written.
    pub fn add(&self, new: &Edition, old: &Edition) -> std::io::Result<()> {
        let Facts {
            version,
            rows,
            bytes,
            ..
        } = new.facts;
        fs::write(self.path(version, "full"), &new.text)?;
        fs::write(
            self.path(version, "delta"),
            write_delta(&old.list, &new.list),
        )?;
        fs::write(self.path(version, "base"), old.facts.sha256)?;
        fs::write(self.path(version, "hash"), new.facts.sha256)?;
        fs::write(self.path(version, "counts"), format!("{rows} {bytes}"))
    }

    /// A version out of the files: the whole list, or the change from the version before.
    pub fn update(&self, version: u64, is_delta: bool) -> Verified<Update> {
        let release = self.facts(version).release();
        verified(if is_delta {
            let (base, text) = (self.hash(version, "base"), self.read(version, "delta"));
            Update::delta(release, version - 1, base, text)
        } else {
            Update::full(release, self.read(version, "full"))
        })
    }

    /// What is signed of a version.
    pub fn facts(&self, version: u64) -> Facts {
        let counts = String::from_utf8(self.read(version, "counts")).expect("digits");
        let (rows, bytes) = counts.split_once(' ').expect("two counts");
        Facts {
            version,
            rows: rows.parse().expect("digits"),
            sha256: self.hash(version, "hash"),
            bytes: bytes.parse().expect("digits"),
        }
    }

    /// Where a file belongs that holds this version as a phone does.
    pub fn database(&self, version: u64) -> PathBuf {
        self.path(version, "db")
    }

    fn hash(&self, version: u64, what: &str) -> [u8; 32] {
        let bytes = self.read(version, what);
        bytes.try_into().expect("a hash has 32 bytes")
    }

    fn read(&self, version: u64, what: &str) -> Vec<u8> {
        fs::read(self.path(version, what)).expect("it was added")
    }

    fn path(&self, version: u64, what: &str) -> PathBuf {
        self.folder.join(format!("{version}.{what}"))
    }
}
