//! Folders, lists and damage for the tests.

use std::fs;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use cleardown_core::{CallsOut, Confidence, E164, Kind, Listing, ShortCode};
use cleardown_list::{
    CodeListing, CodeRow, List, ListRow, Meta, Release, Sha256, Update, Verified, WireError,
    write_delta, write_text,
};
use cleardown_store::{CallRecord, Dirs, Floor, Store};

/// A phone: its two folders and the store in them.
pub struct Phone {
    pub dirs: Dirs,
    pub store: Store,
    _folder: tempfile::TempDir,
}

/// An unlocked phone on which nothing is installed.
pub fn phone() -> Phone {
    let folder = tempfile::tempdir().unwrap();
    let dirs = dirs_in(folder.path());
    Phone {
        store: open(&dirs),
        dirs,
        _folder: folder,
    }
}

/// The same phone after the app was started again.
pub fn restarted(phone: Phone) -> Phone {
    let Phone {
        dirs,
        store,
        _folder,
    } = phone;
    drop(store);
    Phone {
        store: Store::open(&dirs).store,
        dirs,
        _folder,
    }
}

pub fn dirs_in(folder: &Path) -> Dirs {
    Dirs {
        device: folder.join("device"),
        credential: Some(folder.join("credential")),
    }
}

/// A store that opens without any trouble but that no list is there.
pub fn open(dirs: &Dirs) -> Store {
    let opened = Store::open(dirs);
    assert_eq!(opened.troubles, []);
    opened.store
}

pub fn list_file(dirs: &Dirs) -> PathBuf {
    dirs.device.join("lists/gb.db")
}

pub fn live_file(dirs: &Dirs) -> PathBuf {
    dirs.device.join("live.db")
}

pub fn history_file(dirs: &Dirs) -> PathBuf {
    dirs.credential.as_ref().unwrap().join("history.db")
}

pub fn number(at: u64) -> E164 {
    E164::from_u64(441_632_000_000 + at).unwrap()
}

/// What the list says of row `at`.
pub fn listing(at: u64) -> Listing {
    let kinds = [Kind::Police, Kind::Bank, Kind::Tax];
    let calls_out = [
        CallsOut::Known,
        CallsOut::Unknown,
        CallsOut::Unlikely,
        CallsOut::Never,
    ];
    let confidence = [Confidence::Low, Confidence::Medium, Confidence::High];
    let pick = |choices: u64| usize::try_from(at % choices).unwrap();
    Listing {
        organisation: format!("Organisation {}", at % 1000),
        line: if at.is_multiple_of(2) {
            String::new()
        } else {
            format!("line {}", at % 5)
        },
        kind: kinds[usize::try_from(at % 1000 % 3).unwrap()],
        calls_out: calls_out[pick(4)],
        confidence: confidence[pick(3)],
        ring: at % 3 == 2,
    }
}

/// What vouches for every list, unless a test says otherwise.
pub const ANCHOR: [u8; 32] = [7; 32];

/// A version of a list, as its publisher has it.
#[derive(Clone)]
pub struct Edition {
    pub list: List,
    pub text: Vec<u8>,
    pub anchor: [u8; 32],
    pub epoch: u64,
    pub bulk: bool,
}

impl Edition {
    pub fn new(publisher: &str, version: u64, rows: Vec<ListRow>) -> Self {
        let code = CodeRow {
            code: ShortCode::new("159").unwrap(),
            listing: code_listing(),
        };
        Self::with_codes(publisher, version, rows, vec![code])
    }

    pub fn with_codes(
        publisher: &str,
        version: u64,
        rows: Vec<ListRow>,
        codes: Vec<CodeRow>,
    ) -> Self {
        let meta = Meta {
            publisher: publisher.to_owned(),
            title: "Authority numbers".to_owned(),
            version,
            issued_ms: 1_763_683_200_000,
        };
        let list = List::new(meta, rows, codes).unwrap();
        Self {
            text: write_text(&list),
            list,
            anchor: ANCHOR,
            epoch: 1,
            bulk: false,
        }
    }

    /// The same rows under another version.
    pub fn again(&self, version: u64) -> Self {
        let rows = self.list.rows().to_vec();
        Self {
            list: Self::new(&self.list.meta().publisher, version, rows).list,
            ..self.clone()
        }
    }

    pub fn sha256(&self) -> [u8; 32] {
        Sha256::of(&self.text)
    }

    pub fn release(&self) -> Release {
        let meta = self.list.meta();
        Release {
            anchor: self.anchor,
            publisher: meta.publisher.clone(),
            title: meta.title.clone(),
            epoch: self.epoch,
            version: meta.version,
            issued_ms: meta.issued_ms,
            rows: self.list.rows().len() as u64,
            codes: self.list.codes().len() as u64,
            sha256: self.sha256(),
            bytes: self.text.len() as u64,
            bulk: if self.bulk { meta.version } else { 0 },
        }
    }

    pub fn full(&self) -> Verified<Update> {
        verified(Update::full(self.release(), self.text.clone()))
    }

    pub fn delta_from(&self, old: &Self) -> Verified<Update> {
        let text = write_delta(&old.list, &self.list);
        let base = old.list.meta().version;
        verified(Update::delta(self.release(), base, old.sha256(), text))
    }

    pub fn same(&self) -> Verified<Update> {
        verified(Update::same(self.release()))
    }
}

fn verified(update: Result<Update, WireError>) -> Verified<Update> {
    Verified::update_for_tests(update.unwrap())
}

/// A list of so many numbers and the code 159.
pub fn list(publisher: &str, version: u64, rows: u64) -> Verified<Update> {
    list_from(publisher, version, (0..rows).collect())
}

pub fn list_from(publisher: &str, version: u64, rows: Vec<u64>) -> Verified<Update> {
    edition(publisher, version, rows).full()
}

/// Marked as a change in bulk: most tests are about something else.
pub fn edition(publisher: &str, version: u64, rows: Vec<u64>) -> Edition {
    let rows = rows.into_iter().map(|at| ListRow {
        number: number(at),
        listing: listing(at),
    });
    Edition {
        bulk: true,
        ..Edition::new(publisher, version, rows.collect())
    }
}

/// The floor that a list of this version leaves.
pub fn floor(version: u64) -> Floor {
    Floor { epoch: 1, version }
}

pub fn code_listing() -> CodeListing {
    CodeListing {
        organisation: "Stop Scams UK".to_owned(),
        kind: None,
        calls_out: CallsOut::Never,
        confidence: Confidence::High,
    }
}

pub fn call(id: u64) -> CallRecord {
    CallRecord {
        id,
        at_ms: 1_763_700_000_000 + i64::try_from(id).unwrap(),
        number: Some("+441632960000".to_owned()),
        alert: "warning".to_owned(),
        reasons_json: r#"["listed_unknown"]"#.to_owned(),
        organisation: Some("Kent Police".to_owned()),
        answered: None,
        note: None,
    }
}

/// Overwrites a part of a file with bytes that no database has there.
pub fn spoil(path: &Path, at: u64, length: usize) {
    let noise: Vec<u8> = (0..length).map(|i| (i * 7 + 13) as u8 | 0x80).collect();
    let file = fs::OpenOptions::new().write(true).open(path).unwrap();
    file.write_all_at(&noise, at).unwrap();
}

pub fn cut(path: &Path, length: u64) {
    fs::OpenOptions::new()
        .write(true)
        .open(path)
        .unwrap()
        .set_len(length)
        .unwrap();
}

pub fn length(path: &Path) -> u64 {
    fs::metadata(path).unwrap().len()
}

/// The copies of this file that were set aside, their logs not counted.
pub fn set_aside(path: &Path) -> Vec<String> {
    let beginning = format!("{}.broken-", path.file_name().unwrap().to_str().unwrap());
    let names = fs::read_dir(path.parent().unwrap()).unwrap();
    let mut names: Vec<String> = names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(&beginning) && !name.ends_with("-wal"))
        .filter(|name| !name.ends_with("-shm"))
        .collect();
    names.sort();
    names
}

pub fn codes(troubles: &[cleardown_store::Trouble]) -> Vec<&'static str> {
    troubles.iter().map(|trouble| trouble.code).collect()
}
