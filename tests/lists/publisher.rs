//! A publisher of lists: a repository, and its files as they lie on a server.

use std::collections::{BTreeMap, BTreeSet};

use cleardown_core::{CallsOut, Confidence, E164, Kind, Listing};
use cleardown_list::{List, ListRow, Meta, Sha256, pack, write_delta, write_text};
use serde_json::{Value, json};

use crate::repo::{Repo, hex, target};

/// Numbers that are in every list, so that a delta is worth its name.
const ALWAYS: u64 = 400;

/// One publisher.
#[derive(Clone)]
pub struct Publisher {
    pub id: &'static str,
    pub repo: Repo,
    /// All files that were ever published, by their path on the server.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The root that phones are given.
    pub pinned_root: String,
    lists: Vec<List>,
}

impl Publisher {
    pub fn new(id: &'static str) -> Self {
        let repo = Repo::new();
        Self {
            id,
            pinned_root: String::from_utf8(repo.file("root")).expect("JSON"),
            repo,
            files: BTreeMap::new(),
            lists: Vec::new(),
        }
    }

    /// The next version of the list, with these numbers beside those that are always there.
    pub fn publish(&mut self, numbers: &[&str]) {
        let rows = numbers.iter().map(|number| row(number, CallsOut::Unlikely));
        self.publish_rows(rows.collect());
    }

    pub fn publish_rows(&mut self, rows: Vec<ListRow>) {
        let version = self.lists.last().map_or(1, |list| list.meta().version + 1);
        self.sign_list(self.list(version, rows));
        self.repo.release();
        self.put();
    }

    /// A list of this version.
    pub fn list(&self, version: u64, mut rows: Vec<ListRow>) -> List {
        // Spread without a pattern, or the whole list would pack as small as a delta.
        let always: BTreeSet<u16> = (1..=ALWAYS).map(spread).collect();
        let always = always.iter().map(|last| format!("+4420794{last:05}"));
        rows.extend(always.map(|number| row(&number, CallsOut::Unlikely)));
        let meta = Meta {
            publisher: self.id.to_owned(),
            title: "Test list".to_owned(),
            version,
            issued_ms: 0,
        };
        List::new(meta, rows, Vec::new()).expect("a good list")
    }

    /// Has the targets name this list, and deltas to it from all before.
    pub fn sign_list(&mut self, list: List) {
        let text = write_text(&list);
        self.sign_text(list.meta().version, list.rows().len(), &text);
        for old in self.lists.clone() {
            if old.meta().version < list.meta().version {
                let delta = pack(&write_delta(&old, &list));
                self.sign_delta(old.meta().version, &Sha256::of(&write_text(&old)), &delta);
            }
        }
        self.lists.push(list);
    }

    /// Has the targets name this text, and no delta.
    pub fn sign_text(&mut self, version: u64, rows: usize, text: &[u8]) {
        let issued = self.repo.targets["cleardown"]["issued"].clone();
        let issued = if issued.is_null() {
            json!("2026-11-20T00:00:00Z")
        } else {
            issued
        };
        self.repo.targets["cleardown"] = json!({
            "format": 1, "oldest_client": 1, "publisher": self.id, "title": "Test list",
            "list": version, "issued": issued, "rows": rows, "codes": 0,
            "sha256": hex(&Sha256::of(text)), "bytes": text.len(), "wait_s": 86_400,
        });
        self.repo.targets["targets"] = json!({});
        self.sign_file("list.txt.gz", &pack(text), Value::Null);
    }

    pub fn sign_delta(&mut self, base: u64, base_sha256: &[u8; 32], delta: &[u8]) {
        let custom = json!({"base": base, "base_sha256": hex(base_sha256)});
        self.sign_file(&format!("delta-{base}.txt.gz"), delta, custom);
    }

    /// Has the targets name this file.
    pub fn sign_file(&mut self, name: &str, bytes: &[u8], custom: Value) {
        let mut entry = target(bytes);
        if !custom.is_null() {
            entry["custom"] = custom;
        }
        let path = format!("targets/{}.{name}", hex(&Sha256::of(bytes)));
        self.files.insert(path, bytes.to_vec());
        self.repo.targets["targets"][name] = entry;
    }

    /// Lays the metadata on the server as it is signed now.
    pub fn put(&mut self) {
        for role in ["snapshot", "targets"] {
            let version = self.repo.signed(role)["version"].clone();
            let path = format!("metadata/{version}.{role}.json");
            self.files.insert(path, self.repo.file(role));
        }
        let timestamp = self.repo.file("timestamp");
        self.files
            .insert("metadata/timestamp.json".to_owned(), timestamp);
    }

    /// A next root, on the server at once.
    pub fn rotate(&mut self, change: impl FnOnce(&mut Repo)) {
        let root = self.repo.next_root(change);
        let path = format!("metadata/{}.root.json", self.repo.root["version"]);
        self.files.insert(path, root);
        self.repo.pin();
    }

    /// The path of a file of the newest list: `list` or `delta-1`.
    pub fn path_of(&self, name: &str) -> String {
        let name = format!("{name}.txt.gz");
        let hash = &self.repo.targets["targets"][&name]["hashes"]["sha256"];
        format!("targets/{}.{name}", hash.as_str().expect("a target"))
    }
}

fn spread(at: u64) -> u16 {
    let hash = Sha256::of(&at.to_le_bytes());
    u16::from_le_bytes([hash[0], hash[1]])
}

/// A row of one sort.
pub fn row(number: &str, calls_out: CallsOut) -> ListRow {
    let number: E164 = number.parse().expect("a number");
    let listing = Listing {
        organisation: "Test Police".to_owned(),
        line: String::new(),
        kind: Kind::Police,
        calls_out,
        confidence: Confidence::High,
        ring: false,
    };
    ListRow { number, listing }
}
