//! A publisher and its server.

use std::collections::BTreeMap;

use cleardown_core::{CallsOut, Confidence, E164, Kind, Listing};
use cleardown_crash::Random;
use cleardown_engine::api::PublisherConfig;
use cleardown_list::{List, ListRow, Meta, Sha256, pack, write_delta, write_text};
use serde_json::{Value, json};

use crate::repo::{Key, NOW, Repo, bump, hex, target, version};

/// What lists say, by number.
pub type Rows = BTreeMap<E164, Listing>;

/// Every number that is ever listed, and some that are not.
pub fn numbers() -> impl Iterator<Item = E164> {
    (0..40).map(|at| E164::from_u64(442_079_460_000 + at).expect("a number"))
}

/// Numbers that every version lists, so that a change is smaller than the list.
fn always(id: &str) -> Rows {
    let mut random = Random(9);
    let numbers = (0..400).map(|at| E164::from_u64(442_079_480_000 + at * 37).expect("a number"));
    numbers
        .map(|number| (number, listing(id, &mut random)))
        .collect()
}

/// A version that was published.
#[derive(Clone)]
pub struct Edition {
    pub epoch: u64,
    pub list: List,
    pub rows: Rows,
}

impl Edition {
    pub fn version(&self) -> u64 {
        self.list.meta().version
    }

    pub fn text(&self) -> Vec<u8> {
        write_text(&self.list)
    }

    pub fn sha256(&self) -> [u8; 32] {
        Sha256::of(&self.text())
    }
}

/// A publisher: its keys, all it ever published, and what its server gives out now.
#[derive(Clone)]
pub struct Publisher {
    pub id: String,
    pub editions: Vec<Edition>,
    repo: Repo,
    pinned: Vec<u8>,
    epoch: u64,
    next_key: u8,
    files: BTreeMap<String, Vec<u8>>,
    /// What the server gave out before each change.
    pub past: Vec<BTreeMap<String, Vec<u8>>>,
}

impl Publisher {
    /// With a first version: `seed` says which.
    pub fn new(id: &str, seed: u64) -> Self {
        Self::with(id, changed(id, always(id), seed))
    }

    /// With a first version of these rows.
    pub fn with(id: &str, rows: Rows) -> Self {
        let repo = Repo::new();
        let mut this = Self {
            id: id.to_owned(),
            editions: Vec::new(),
            pinned: repo.file("root"),
            repo,
            epoch: 1,
            next_key: 50,
            files: BTreeMap::new(),
            past: Vec::new(),
        };
        this.publish_rows(rows, 1);
        this
    }

    /// As a phone is told of it.
    pub fn config(&self) -> PublisherConfig {
        PublisherConfig {
            id: self.id.clone(),
            title: format!("Numbers of {}", self.id),
            url: self.url(),
            root: String::from_utf8(self.pinned.clone()).expect("JSON"),
        }
    }

    fn url(&self) -> String {
        format!("https://{}.example/", self.id)
    }

    /// The newest version.
    pub fn newest(&self) -> &Edition {
        self.editions.last().expect("there is a first version")
    }

    /// Publishes another version: `seed` says which. `anew`: versions begin again at 1, as they may
    /// after a change of keys.
    pub fn publish(&mut self, seed: u64, anew: bool) {
        let before = self.newest();
        let version = if anew { 1 } else { before.version() + 1 };
        let rows = changed(&self.id, before.rows.clone(), seed);
        self.publish_rows(rows, version);
    }

    fn publish_rows(&mut self, rows: Rows, version: u64) {
        self.past.push(self.files.clone());
        let edition = edition(&self.id, self.epoch, version, rows);
        let full = pack(&edition.text());
        let mut targets = json!({"list.txt.gz": target(&full)});
        self.file("list.txt.gz", full);
        let older = self.editions.iter().rev().take(2).cloned();
        let older: Vec<Edition> = older.filter(|old| old.version() < version).collect();
        for old in older {
            let name = format!("delta-{}.txt.gz", old.version());
            let delta = pack(&write_delta(&old.list, &edition.list));
            targets[&name] = target(&delta);
            let (base, hash) = (old.version(), hex(&old.sha256()));
            targets[&name]["custom"] = json!({"base": base, "base_sha256": hash});
            self.file(&name, delta);
        }
        self.repo.targets["targets"] = targets;
        self.repo.targets["cleardown"] = self.signed_fields(&edition);
        self.editions.push(edition);
        self.give_out();
    }

    /// New keys for the list, named by a new root; the list stays, or begins again at version 1.
    pub fn rotate(&mut self, anew: Option<u64>) {
        let key = Key::new(self.next_key);
        self.next_key += 1;
        let root = self
            .repo
            .next_root(|repo| repo.set_keys("targets", &[key], 1));
        self.epoch = version(&self.repo.root);
        if let Some(seed) = anew {
            self.publish(seed, true);
        } else {
            self.past.push(self.files.clone());
            let epoch = self.epoch;
            let again = Edition {
                epoch,
                ..self.newest().clone()
            };
            self.editions.push(again);
            self.give_out();
        }
        let name = format!("metadata/{}.root.json", self.epoch);
        self.files.insert(self.url() + &name, root);
    }

    /// Signs the timestamp again: nothing changed.
    pub fn sign_again(&mut self) {
        self.past.push(self.files.clone());
        bump(&mut self.repo.timestamp);
        let timestamp = self.repo.file("timestamp");
        self.files
            .insert(self.url() + "metadata/timestamp.json", timestamp);
    }

    /// The server gives out nothing any more.
    pub fn shut_down(&mut self) {
        self.files.clear();
    }

    /// What the server gives out at this address.
    pub fn get(&self, url: &str) -> Option<&[u8]> {
        self.files.get(url).map(Vec::as_slice)
    }

    fn give_out(&mut self) {
        self.repo.release();
        let number = |role: &str| version(self.repo.signed(role));
        let names = [
            ("timestamp", "metadata/timestamp.json".to_owned()),
            (
                "snapshot",
                format!("metadata/{}.snapshot.json", number("snapshot")),
            ),
            (
                "targets",
                format!("metadata/{}.targets.json", number("targets")),
            ),
        ];
        for (role, name) in names {
            self.files.insert(self.url() + &name, self.repo.file(role));
        }
    }

    fn file(&mut self, name: &str, bytes: Vec<u8>) {
        let hash = hex(&Sha256::of(&bytes));
        self.files
            .insert(format!("{}targets/{hash}.{name}", self.url()), bytes);
    }

    fn signed_fields(&self, edition: &Edition) -> Value {
        json!({
            "format": 1, "oldest_client": 1, "publisher": self.id, "title": "A list",
            "list": edition.version(), "issued": "2026-11-21T00:00:00Z",
            "rows": edition.rows.len(), "codes": 0,
            "sha256": hex(&edition.sha256()), "bytes": edition.text().len(),
            "wait_s": 86_400,
        })
    }
}

/// Rows of which some are others than before.
fn changed(id: &str, mut rows: Rows, seed: u64) -> Rows {
    let mut random = Random(seed);
    for number in numbers() {
        match random.below(8) {
            0 => drop(rows.remove(&number)),
            1 | 2 => drop(rows.insert(number, listing(id, &mut random))),
            _ => {}
        }
    }
    rows
}

fn edition(id: &str, epoch: u64, version: u64, rows: Rows) -> Edition {
    let meta = Meta {
        publisher: id.to_owned(),
        title: "A list".to_owned(),
        version,
        issued_ms: NOW * 1000,
    };
    let row = |(number, listing): (&E164, &Listing)| ListRow {
        number: *number,
        listing: listing.clone(),
    };
    let list = List::new(meta, rows.iter().map(row).collect(), vec![]).expect("a list");
    Edition { epoch, list, rows }
}

fn listing(id: &str, random: &mut Random) -> Listing {
    let calls_out = [
        CallsOut::Known,
        CallsOut::Unknown,
        CallsOut::Unlikely,
        CallsOut::Never,
    ];
    Listing {
        organisation: format!("{id} {}", random.below(5)),
        line: String::new(),
        kind: Kind::Police,
        calls_out: calls_out[random.below(4) as usize],
        confidence: Confidence::High,
        ring: false,
    }
}
