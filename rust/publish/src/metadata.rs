//! What each role says, as we write it (TUF specification 1.0.34; `rust/list/FORMAT.md`).

use std::collections::{BTreeMap, BTreeSet};

use cleardown_list::Sha256;
use serde::{Deserialize, Serialize};

use crate::{Problem, PublicKey, Role, hex};

/// The specification that the files follow.
pub(crate) const SPECIFICATION: &str = "1.0.34";

/// `root.json`: whose keys count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Root {
    #[serde(rename = "_type")]
    pub(crate) kind: Role,
    pub(crate) spec_version: String,
    pub(crate) version: u64,
    pub(crate) expires: String,
    pub(crate) consistent_snapshot: bool,
    pub(crate) keys: BTreeMap<String, PublicKey>,
    pub(crate) roles: BTreeMap<Role, RoleKeys>,
}

/// Whose keys count for one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleKeys {
    pub(crate) keyids: BTreeSet<String>,
    pub(crate) threshold: usize,
}

impl Root {
    /// The keys of a role and how many of them must sign.
    ///
    /// # Errors
    /// `damaged`
    pub(crate) fn of_role(&self, role: Role) -> Result<&RoleKeys, Problem> {
        let found = self.roles.get(&role);
        found.ok_or_else(|| Problem::damaged("root", format!("there is no role {role}")))
    }

    /// Takes out keys that no role names any more.
    pub(crate) fn drop_unused_keys(&mut self) {
        let used: BTreeSet<&String> = self.roles.values().flat_map(|role| &role.keyids).collect();
        self.keys.retain(|id, _| used.contains(id));
    }
}

/// `targets.json`: what the list is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Targets {
    #[serde(rename = "_type")]
    pub(crate) kind: Role,
    pub(crate) spec_version: String,
    pub(crate) version: u64,
    pub(crate) expires: String,
    pub(crate) targets: BTreeMap<String, Target>,
    pub(crate) cleardown: About,
}

/// One file of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    pub(crate) length: u64,
    pub(crate) hashes: Hashes,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) custom: Option<Base>,
}

/// From which version a delta starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    pub(crate) base: u64,
    pub(crate) base_sha256: String,
}

/// The fields that only this format has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub(crate) format: u64,
    pub(crate) oldest_client: u64,
    pub(crate) publisher: String,
    pub(crate) title: String,
    pub(crate) list: u64,
    pub(crate) issued: String,
    pub(crate) rows: u64,
    pub(crate) codes: u64,
    pub(crate) sha256: String,
    pub(crate) bytes: u64,
    pub(crate) wait_s: u64,
    pub(crate) bulk: u64,
}

/// `snapshot.json` and `timestamp.json`: which files belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pins {
    #[serde(rename = "_type")]
    pub(crate) kind: Role,
    pub(crate) spec_version: String,
    pub(crate) version: u64,
    pub(crate) expires: String,
    pub(crate) meta: BTreeMap<String, Pin>,
}

/// One file as another one names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    pub(crate) version: u64,
    pub(crate) length: u64,
    pub(crate) hashes: Hashes,
}

/// SHA-256 of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hashes {
    pub(crate) sha256: String,
}

impl Hashes {
    /// Of these bytes.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let sha256 = hex::text(&Sha256::of(bytes));
        Self { sha256 }
    }
}

impl Pins {
    /// The one file that is named.
    pub(crate) fn pin(&self) -> Option<&Pin> {
        self.meta.values().next()
    }
}

/// The role whose file a role names: the snapshot names the targets, the timestamp the snapshot.
pub(crate) fn named_by(role: Role) -> Option<Role> {
    match role {
        Role::Root | Role::Targets => None,
        Role::Snapshot => Some(Role::Targets),
        Role::Timestamp => Some(Role::Snapshot),
    }
}
