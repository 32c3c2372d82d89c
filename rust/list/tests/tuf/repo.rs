//! A small repository in memory, signed anew whenever a test changes something.

use std::collections::BTreeMap;

use cleardown_list::Sha256;
use cleardown_list::tuf::{Keys, Trust, TrustError};
use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Value, json};
use sigstore_tuf::canonical_json::to_canonical_bytes;

/// 21 November 2026, 00:00.
pub const NOW: i64 = 1_795_219_200;

/// When everything here expires: 1 January 2027, 00:00.
pub const EXPIRES: i64 = 1_798_761_600;

const EXPIRES_TEXT: &str = "2027-01-01T00:00:00Z";

/// The four top roles.
pub const ROLES: [&str; 4] = ["root", "timestamp", "snapshot", "targets"];

/// A key that signs.
#[derive(Clone)]
pub struct Key {
    pub id: String,
    secret: SigningKey,
}

impl Key {
    /// The same one for the same number.
    pub fn new(number: u8) -> Self {
        Self {
            id: format!("key-{number}"),
            secret: SigningKey::from_bytes(&[number; 32]),
        }
    }

    /// The same key under another name.
    pub fn called(&self, id: &str) -> Self {
        Self {
            id: id.to_owned(),
            ..self.clone()
        }
    }

    /// As metadata names it.
    pub fn public(&self) -> Value {
        json!({
            "keytype": "ed25519",
            "scheme": "ed25519",
            "keyval": {"public": hex(self.secret.verifying_key().as_bytes())},
        })
    }

    pub fn signature(&self, signed: &Value) -> Value {
        let bytes = to_canonical_bytes(signed).expect("tests write integers only");
        json!({"keyid": self.id, "sig": hex(&self.secret.sign(&bytes).to_bytes())})
    }
}

/// The signed parts as they are now, and who signs them.
#[derive(Clone)]
pub struct Repo {
    pub root: Value,
    pub timestamp: Value,
    pub snapshot: Value,
    pub targets: Value,
    pub keys: BTreeMap<&'static str, Vec<Key>>,
}

impl Repo {
    /// Version 1 of everything; two keys must sign a root, one each of the rest.
    pub fn new() -> Self {
        let mut repo = Self {
            root: signed(
                "root",
                json!({"consistent_snapshot": true, "keys": {}, "roles": {}}),
            ),
            timestamp: signed("timestamp", json!({"meta": {}})),
            snapshot: signed("snapshot", json!({"meta": {}})),
            targets: signed("targets", json!({"targets": {}})),
            keys: BTreeMap::new(),
        };
        repo.set_keys("root", &[Key::new(1), Key::new(2)], 2);
        repo.set_keys("timestamp", &[Key::new(3)], 1);
        repo.set_keys("snapshot", &[Key::new(4)], 1);
        repo.set_keys("targets", &[Key::new(5)], 1);
        repo.pin();
        repo
    }

    /// Has the root name these keys for a role, and signs with them from now on.
    pub fn set_keys(&mut self, role: &'static str, keys: &[Key], threshold: u64) {
        for key in keys {
            self.root["keys"][&key.id] = key.public();
        }
        let ids: Vec<&String> = keys.iter().map(|key| &key.id).collect();
        self.root["roles"][role] = json!({"keyids": ids, "threshold": threshold});
        self.keys.insert(role, keys.to_vec());
    }

    /// A root one higher, signed by the keys before and those of now.
    pub fn next_root(&mut self, change: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut signers = self.keys["root"].clone();
        change(self);
        bump(&mut self.root);
        for key in self.keys["root"].clone() {
            if signers.iter().all(|one| one.id != key.id) {
                signers.push(key);
            }
        }
        file(&self.root, &signers)
    }

    /// Has snapshot and timestamp name the files below them.
    pub fn pin(&mut self) {
        self.snapshot["meta"]["targets.json"] = pin(&self.targets, &self.file("targets"));
        self.timestamp["meta"]["snapshot.json"] = pin(&self.snapshot, &self.file("snapshot"));
    }

    /// New targets, and a new snapshot and timestamp for them.
    pub fn release(&mut self) {
        bump(&mut self.targets);
        self.snap();
    }

    /// A new snapshot and timestamp.
    pub fn snap(&mut self) {
        bump(&mut self.snapshot);
        bump(&mut self.timestamp);
        self.pin();
    }

    /// A role's file, signed by its keys.
    pub fn file(&self, role: &'static str) -> Vec<u8> {
        file(self.signed(role), &self.keys[role])
    }

    pub fn signed(&self, role: &str) -> &Value {
        match role {
            "root" => &self.root,
            "timestamp" => &self.timestamp,
            "snapshot" => &self.snapshot,
            _ => &self.targets,
        }
    }

    pub fn signed_mut(&mut self, role: &str) -> &mut Value {
        match role {
            "root" => &mut self.root,
            "timestamp" => &mut self.timestamp,
            "snapshot" => &mut self.snapshot,
            _ => &mut self.targets,
        }
    }

    /// A phone that trusts this root and nothing else yet.
    pub fn pinned(&self) -> Trust {
        Trust::pinned(&self.file("root"), Keys::Phone).expect("a good root")
    }

    /// A phone that is up to date.
    pub fn client(&self) -> Trust {
        let mut trust = self.pinned();
        refresh(&mut trust, self, NOW).expect("a good repository");
        trust
    }
}

/// Fetches what is wanted below the root, as a session does.
pub fn refresh(trust: &mut Trust, repo: &Repo, now_s: i64) -> Result<(), TrustError> {
    trust.update_timestamp(&repo.file("timestamp"), now_s)?;
    if trust.wanted_snapshot(now_s)?.is_some() {
        trust.update_snapshot(&repo.file("snapshot"), now_s)?;
    }
    if trust.wanted_targets(now_s)?.is_some() {
        trust.update_targets(&repo.file("targets"), now_s)?;
    }
    trust.check_complete(now_s)
}

/// The code of the refusal.
pub fn code<T: std::fmt::Debug>(result: Result<T, TrustError>) -> String {
    result.expect_err("it must be refused").code()
}

pub fn bump(signed: &mut Value) {
    signed["version"] = json!(version(signed) + 1);
}

pub fn version(signed: &Value) -> u64 {
    signed["version"].as_u64().expect("a version")
}

/// A file with these signatures.
pub fn file(signed: &Value, keys: &[Key]) -> Vec<u8> {
    let signatures: Vec<Value> = keys.iter().map(|key| key.signature(signed)).collect();
    with_signatures(signed, &signatures)
}

pub fn with_signatures(signed: &Value, signatures: &[Value]) -> Vec<u8> {
    json!({"signed": signed, "signatures": signatures})
        .to_string()
        .into_bytes()
}

/// What the role above says of a file.
pub fn pin(signed: &Value, file: &[u8]) -> Value {
    json!({
        "version": version(signed),
        "length": file.len(),
        "hashes": {"sha256": hex(&Sha256::of(file))},
    })
}

/// What targets say of a file.
pub fn target(bytes: &[u8]) -> Value {
    json!({"length": bytes.len(), "hashes": {"sha256": hex(&Sha256::of(bytes))}})
}

/// The signed part of a new role.
pub fn signed(role: &str, fields: Value) -> Value {
    let mut signed = fields;
    signed["_type"] = json!(role);
    signed["spec_version"] = json!("1.0.34");
    signed["version"] = json!(1);
    signed["expires"] = json!(EXPIRES_TEXT);
    signed
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
