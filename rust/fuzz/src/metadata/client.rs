//! A client, what it is offered, and what must hold whatever that is.

use std::collections::BTreeSet;

use cleardown_list::tuf::{Keys, Search, SearchStep, Trust, TrustError};
use cleardown_list::{Sha256, hex};
use serde_json::{Value, json};

use super::NOW;
use crate::owned_keys::signed_again;

/// A target that only delegated roles have.
const DELEGATED: &str = "a/b.txt";

/// A client, and the publisher's side that is made to fit what the fuzzer offers.
#[derive(Clone)]
pub struct Client {
    trust: Trust,
    timestamp: Value,
    snapshot: Value,
    search: Search,
    roles: BTreeSet<String>,
}

impl Client {
    /// One that has root, timestamp, snapshot and targets.
    pub fn of(files: &[Value; 4]) -> Self {
        let bytes = signed_again(&files[0]).expect("a root");
        let mut client = Self {
            trust: Trust::pinned(&bytes, Keys::Phone).expect("a good root"),
            timestamp: files[1].clone(),
            snapshot: files[2].clone(),
            search: Search::new(DELEGATED),
            roles: BTreeSet::new(),
        };
        let targets = signed_again(&files[3]).expect("targets");
        client.offer(&files[3]["signed"], &targets);
        let complete = client.trust.check_complete(NOW);
        complete.expect("a good repository");
        client
    }

    /// What it trusts.
    pub fn trust(&self) -> &Trust {
        &self.trust
    }

    /// Offers a file of the role that it says it is of; the files above it are made to fit.
    pub fn offer(&mut self, signed: &Value, bytes: &[u8]) {
        match signed["_type"].as_str() {
            Some("root") => self.step(|trust| trust.update_root(bytes)),
            Some("timestamp") => self.step(|trust| trust.update_timestamp(bytes, NOW).map(drop)),
            Some("snapshot") => {
                self.announce_snapshot(signed, bytes);
                self.step(|trust| trust.update_snapshot(bytes, NOW));
            }
            Some("targets") => match self.trust.search(&mut self.search, NOW) {
                Ok(SearchStep::Needs { .. }) => {
                    let search = self.search.clone();
                    self.step(|trust| trust.update_delegated(&search, bytes, NOW));
                }
                _ => {
                    self.announce_targets(signed, bytes);
                    self.step(|trust| trust.update_targets(bytes, NOW));
                    self.search = Search::new(DELEGATED);
                }
            },
            _ => {}
        }
        self.use_it();
    }

    /// A step changes nothing or succeeds, what is kept is taken up again, and nothing falls.
    fn step(&mut self, act: impl FnOnce(&mut Trust) -> Result<(), TrustError>) {
        let (before, old_root) = (self.trust.files(), self.trust.root_version());
        let result = act(&mut self.trust);
        let after = self.trust.files();
        let again = Trust::resume(&after, Keys::Phone).expect("a root that was trusted");
        assert_eq!(again.files(), after);
        if let Err(error) = result {
            assert_eq!(before, after, "{error} ({})", error.code());
        }
        assert_eq!(before.anchor, after.anchor);
        assert!(after.epoch >= before.epoch && after.epoch <= self.trust.root_version());
        if before.root == after.root {
            let no_falls = |old: &Option<Vec<u8>>, new: &Option<Vec<u8>>| {
                assert!(old == new || version(old) <= version(new));
            };
            no_falls(&before.timestamp, &after.timestamp);
            no_falls(&before.snapshot, &after.snapshot);
            no_falls(&before.targets, &after.targets);
        } else {
            assert_eq!(self.trust.root_version(), old_root + 1);
        }
    }

    /// All that a session asks, in whatever state this is.
    fn use_it(&mut self) {
        let trust = &self.trust;
        let wanted = [
            Some(trust.next_root()),
            Some(trust.wanted_timestamp()),
            trust.wanted_snapshot(NOW).ok().flatten(),
            trust.wanted_targets(NOW).ok().flatten(),
        ];
        for file in wanted.into_iter().flatten() {
            assert!(!file.name.contains('/'), "{}", file.name);
        }
        if let Ok(newest) = trust.newest() {
            let _ = trust.wanted_target(&newest.full);
            for delta in &newest.deltas {
                let _ = trust.wanted_target(&delta.target);
                assert!(trust.verify_delta(delta, b"", NOW).is_err());
            }
        }
        assert!(trust.verify_full(b"", NOW).is_err());
        if trust.verify_same(NOW).is_ok() {
            let release = trust.release().expect("it was verified");
            release.check().expect("it was verified");
            assert!(trust.check_complete(NOW).is_ok() && trust.issued_s().is_some());
        }
        if let Ok(SearchStep::Needs { file, .. }) = trust.search(&mut self.search, NOW) {
            assert!(!file.name.contains('/'), "{}", file.name);
        }
    }

    fn announce_targets(&mut self, signed: &Value, bytes: &[u8]) {
        let roles = signed
            .pointer("/delegations/roles")
            .and_then(Value::as_array);
        let names = roles
            .into_iter()
            .flatten()
            .filter_map(|role| role["name"].as_str());
        self.roles.extend(names.map(str::to_owned));
        let mut snapshot = self.snapshot.clone();
        let meta = &mut snapshot["signed"]["meta"];
        for role in &self.roles {
            meta[format!("{role}.json")] = json!({"version": 1});
        }
        meta["targets.json"] = pin(signed, bytes);
        snapshot["signed"]["version"] = json!(after(&self.trust.files().snapshot));
        let bytes = signed_again(&snapshot).expect("a snapshot of ours");
        self.announce_snapshot(&snapshot["signed"], &bytes);
        self.step(|trust| trust.update_snapshot(&bytes, NOW));
    }

    fn announce_snapshot(&mut self, signed: &Value, bytes: &[u8]) {
        let mut timestamp = self.timestamp.clone();
        timestamp["signed"]["meta"]["snapshot.json"] = pin(signed, bytes);
        timestamp["signed"]["version"] = json!(after(&self.trust.files().timestamp));
        let bytes = signed_again(&timestamp).expect("a timestamp of ours");
        self.step(|trust| trust.update_timestamp(&bytes, NOW).map(drop));
    }
}

/// What the file above says of a file.
fn pin(signed: &Value, bytes: &[u8]) -> Value {
    let hash = hex(&Sha256::of(bytes));
    json!({"version": signed["version"], "length": bytes.len(), "hashes": {"sha256": hash}})
}

fn after(file: &Option<Vec<u8>>) -> u64 {
    version(file).saturating_add(1)
}

/// The version of a file that was kept; 0 where there is none.
fn version(file: &Option<Vec<u8>>) -> u64 {
    let Some(bytes) = file else { return 0 };
    let file: Value = serde_json::from_slice(bytes).expect("it was read before");
    file["signed"]["version"].as_u64().expect("it has one")
}
