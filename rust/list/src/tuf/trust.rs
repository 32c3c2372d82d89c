//! What is trusted now, and the steps by which it changes.

use std::collections::BTreeMap;

use sigstore_tuf::metadata::MetaFile;
use sigstore_tuf::{Root, Snapshot, Targets, Timestamp};

use crate::Sha256;

use super::escape::escape_path;
use super::signed::{Authority, Held};
use super::target::{all_fit, known};
use super::{Caps, Keys, Role, TargetInfo, TrustError, Wanted, escape};

/// What a client keeps between two runs, so that nothing older is taken later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustFiles {
    /// SHA-256 of the root that the client was given by hand: whom it trusts at all.
    pub anchor: [u8; 32],
    /// Version of the root that last changed who signs the targets.
    pub epoch: u64,
    /// The newest root.
    pub root: Vec<u8>,
    /// The newest timestamp.
    pub timestamp: Option<Vec<u8>>,
    /// The newest snapshot.
    pub snapshot: Option<Vec<u8>>,
    /// The newest targets.
    pub targets: Option<Vec<u8>>,
}

/// What a step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The file is trusted now, and is to be kept.
    New,
    /// The file before stays.
    Same,
}

/// What is trusted now. Every step either succeeds as a whole or changes nothing.
///
/// The steps follow section 5 of the specification. Files kept from before are taken whatever the
/// clock says, and even where they do not belong together: they are floors, below which nothing
/// falls. Whether they are fresh is asked when they are used.
#[derive(Clone, Debug)]
pub struct Trust {
    pub(super) profile: Keys,
    anchor: [u8; 32],
    epoch: u64,
    root: Held<Root>,
    timestamp: Option<Held<Timestamp>>,
    pub(super) snapshot: Option<Held<Snapshot>>,
    pub(super) targets: Option<Held<Targets>>,
    pub(super) delegated: BTreeMap<String, Held<Targets>>,
}

impl Trust {
    /// Trusts a root that was given by hand: signed by its own keys, however old.
    ///
    /// # Errors
    /// It is no such root.
    pub fn pinned(root: &[u8], profile: Keys) -> Result<Self, TrustError> {
        let held = Held::<Root>::read(Role::Root, profile, root)?;
        check_roles(held.signed())?;
        held.check(Role::Root, &authority(profile, held.signed(), Role::Root)?)?;
        Ok(Self {
            profile,
            anchor: Sha256::of(root),
            epoch: held.signed().version,
            root: held,
            timestamp: None,
            snapshot: None,
            targets: None,
            delegated: BTreeMap::new(),
        })
    }

    /// Takes up what was kept. Files that the root does not vouch for any more are left out.
    ///
    /// # Errors
    /// The root cannot be used.
    pub fn resume(files: &TrustFiles, profile: Keys) -> Result<Self, TrustError> {
        let mut trust = Self::pinned(&files.root, profile)?;
        (trust.anchor, trust.epoch) = (files.anchor, files.epoch);
        trust.take_back(
            files.timestamp.as_deref(),
            files.snapshot.as_deref(),
            files.targets.as_deref(),
        );
        Ok(trust)
    }

    /// What to keep.
    pub fn files(&self) -> TrustFiles {
        TrustFiles {
            anchor: self.anchor,
            epoch: self.epoch,
            root: self.root.bytes.clone(),
            timestamp: self.timestamp.as_ref().map(|held| held.bytes.clone()),
            snapshot: self.snapshot.as_ref().map(|held| held.bytes.clone()),
            targets: self.targets.as_ref().map(|held| held.bytes.clone()),
        }
    }

    /// SHA-256 of the root that was given by hand.
    pub fn anchor(&self) -> [u8; 32] {
        self.anchor
    }

    /// Version of the root that last changed who signs the targets.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Whether nothing has come from the publisher yet that the keys of this root signed: there is
    /// only the root that was given by hand.
    pub fn is_untried(&self) -> bool {
        self.timestamp.is_none() && Sha256::of(&self.root.bytes) == self.anchor
    }

    /// Version of the newest root.
    pub fn root_version(&self) -> u64 {
        self.root.signed().version
    }

    /// Whether names of files on the server begin with their version or hash.
    pub fn is_consistent(&self) -> bool {
        self.root.signed().consistent_snapshot
    }

    /// The largest files that are taken.
    pub fn caps(&self) -> Caps {
        self.profile.caps()
    }

    /// The root that would follow.
    pub fn next_root(&self) -> Wanted {
        Wanted {
            name: format!("{}.root.json", self.root_version().saturating_add(1)),
            most_bytes: self.caps().root,
        }
    }

    /// Takes the next root: its version is one higher, and both the old keys and its own signed it.
    /// It need not be fresh. Files signed by keys that it does not name any more are forgotten; with
    /// new keys for timestamp or snapshot both are, so that versions raised by a thief of the old
    /// keys do not stay floors (specification 5.3.11).
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn update_root(&mut self, bytes: &[u8]) -> Result<(), TrustError> {
        let profile = self.profile;
        let new = Held::<Root>::read(Role::Root, profile, bytes)?;
        let (old, root) = (self.root.signed(), new.signed());
        check_roles(root)?;
        let expected = old.version.saturating_add(1);
        if root.version != expected {
            return Err(TrustError::RootOrder {
                expected,
                offered: root.version,
            });
        }
        new.check(Role::Root, &authority(profile, old, Role::Root)?)?;
        new.check(Role::Root, &authority(profile, root, Role::Root)?)?;
        let differs = |role| -> Result<bool, TrustError> {
            Ok(authority(profile, old, role)?.differs(&authority(profile, root, role)?))
        };
        let lower_keys = differs(Role::Timestamp)? || differs(Role::Snapshot)?;
        let list_keys = differs(Role::Targets)?;
        if list_keys {
            self.epoch = expected;
        }
        self.root = new;
        let before = self.files();
        self.take_back(
            before.timestamp.as_deref().filter(|_| !lower_keys),
            before.snapshot.as_deref().filter(|_| !lower_keys),
            before.targets.as_deref().filter(|_| !list_keys),
        );
        Ok(())
    }

    /// Whether the newest root is fresh.
    ///
    /// # Errors
    /// [`TrustError::Expired`].
    pub fn check_root(&self, now_s: i64) -> Result<(), TrustError> {
        self.root.check_fresh(Role::Root, now_s)
    }

    /// The timestamp to fetch.
    pub fn wanted_timestamp(&self) -> Wanted {
        Wanted {
            name: "timestamp.json".to_owned(),
            most_bytes: self.caps().timestamp,
        }
    }

    /// Takes a timestamp that is newer than the one before, and keeps that where it is as new.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn update_timestamp(&mut self, bytes: &[u8], now_s: i64) -> Result<Step, TrustError> {
        self.check_root(now_s)?;
        let role = Role::Timestamp;
        let new = self.read_checked::<Timestamp>(role, bytes)?;
        let pin = snapshot_pin(&new)?;
        if let Some(old) = &self.timestamp {
            let (trusted, offered) = (old.signed().version, new.signed().version);
            not_below(role, trusted, offered)?;
            if trusted == offered {
                return old.check_fresh(role, now_s).map(|()| Step::Same);
            }
            not_below(Role::Snapshot, snapshot_pin(old)?.version, pin.version)?;
        }
        new.check_fresh(role, now_s)?;
        self.timestamp = Some(new);
        Ok(Step::New)
    }

    /// The snapshot to fetch; `None` where the one that is kept is the one announced, and fresh.
    ///
    /// # Errors
    /// There is no fresh timestamp, or the snapshot would be too large.
    pub fn wanted_snapshot(&self, now_s: i64) -> Result<Option<Wanted>, TrustError> {
        let pin = self.final_snapshot_pin(now_s)?;
        let fits = self.snapshot.as_ref().is_some_and(|held| {
            fits(pin, held.signed().version, &held.bytes)
                && held.check_fresh(Role::Snapshot, now_s).is_ok()
        });
        if fits {
            return Ok(None);
        }
        self.wanted(Role::Snapshot, "snapshot", pin).map(Some)
    }

    /// Takes the snapshot that the timestamp announces.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn update_snapshot(&mut self, bytes: &[u8], now_s: i64) -> Result<(), TrustError> {
        let role = Role::Snapshot;
        let pin = self.final_snapshot_pin(now_s)?;
        check_pin(role, pin, bytes)?;
        let new = self.read_checked::<Snapshot>(role, bytes)?;
        check_version(role, pin, new.signed().version)?;
        if !new.signed().meta.contains_key("targets.json") {
            let what = "it announces no targets".to_owned();
            return Err(TrustError::Unreadable { role, what });
        }
        if let Some(old) = &self.snapshot {
            no_role_falls(old.signed(), new.signed())?;
        }
        new.check_fresh(role, now_s)?;
        self.snapshot = Some(new);
        self.delegated.clear();
        Ok(())
    }

    /// The targets to fetch; `None` where those that are kept are the ones announced, and fresh.
    ///
    /// # Errors
    /// There is no fresh snapshot, or the targets would be too large.
    pub fn wanted_targets(&self, now_s: i64) -> Result<Option<Wanted>, TrustError> {
        let pin = self.targets_pin("targets", now_s)?;
        let fits = self.targets.as_ref().is_some_and(|held| {
            fits(pin, held.signed().version, &held.bytes)
                && held.check_fresh(Role::Targets, now_s).is_ok()
        });
        if fits {
            return Ok(None);
        }
        self.wanted(Role::Targets, "targets", pin).map(Some)
    }

    /// Takes the targets that the snapshot announces.
    ///
    /// # Errors
    /// Why they are not taken.
    pub fn update_targets(&mut self, bytes: &[u8], now_s: i64) -> Result<(), TrustError> {
        let role = Role::Targets;
        let pin = self.targets_pin("targets", now_s)?;
        check_pin(role, pin, bytes)?;
        let new = self.read_checked::<Targets>(role, bytes)?;
        check_version(role, pin, new.signed().version)?;
        new.check_fresh(role, now_s)?;
        self.targets = Some(new);
        Ok(())
    }

    /// Whether the targets are the ones announced by a fresh chain up to the root: only then a
    /// target may be used.
    ///
    /// # Errors
    /// What is missing, does not fit or has expired.
    pub fn check_complete(&self, now_s: i64) -> Result<(), TrustError> {
        self.check_root(now_s)?;
        match self.wanted_targets(now_s)? {
            None => Ok(()),
            Some(_) => match &self.targets {
                Some(held) => {
                    held.check_fresh(Role::Targets, now_s)?;
                    Err(TrustError::Hash {
                        role: Role::Targets,
                    })
                }
                None => Err(TrustError::Missing {
                    role: Role::Targets,
                }),
            },
        }
    }

    /// The target to fetch, its name below the folder of the targets.
    ///
    /// # Errors
    /// It is larger than any target may be, or has no hash that is known here.
    pub fn wanted_target(&self, target: &TargetInfo) -> Result<Wanted, TrustError> {
        let (bytes, most) = (target.length(), self.caps().target);
        if bytes > most {
            return Err(TrustError::TargetTooLarge { bytes, most });
        }
        Ok(Wanted {
            name: escape_path(&target.remote_path(self.is_consistent())?),
            most_bytes: bytes,
        })
    }

    /// What the snapshot in use says of a role's file; the chain above it must be fresh.
    pub(super) fn targets_pin(&self, name: &str, now_s: i64) -> Result<&MetaFile, TrustError> {
        let above = self.final_snapshot_pin(now_s)?;
        let role = Role::Snapshot;
        let held = self.snapshot.as_ref().ok_or(TrustError::Missing { role })?;
        check_version(role, above, held.signed().version)?;
        held.check_fresh(role, now_s)?;
        let file = format!("{name}.json");
        held.signed()
            .meta
            .get(&file)
            .ok_or(TrustError::NoTarget { path: file })
    }

    /// The file that a pin describes.
    pub(super) fn wanted(
        &self,
        role: Role,
        name: &str,
        pin: &MetaFile,
    ) -> Result<Wanted, TrustError> {
        let most = self.caps().of(role);
        if let Some(bytes) = pin.length.filter(|length| *length > most) {
            return Err(TrustError::TooLarge { role, bytes, most });
        }
        let name = escape(name);
        Ok(Wanted {
            name: if self.is_consistent() {
                format!("{}.{name}.json", pin.version)
            } else {
                format!("{name}.json")
            },
            most_bytes: pin.length.unwrap_or(most),
        })
    }

    fn final_snapshot_pin(&self, now_s: i64) -> Result<&MetaFile, TrustError> {
        let role = Role::Timestamp;
        let held = self
            .timestamp
            .as_ref()
            .ok_or(TrustError::Missing { role })?;
        held.check_fresh(role, now_s)?;
        snapshot_pin(held)
    }

    /// Reads a file and counts the signatures of those whom the root names for this role.
    fn read_checked<T: sigstore_tuf::Role>(
        &self,
        role: Role,
        bytes: &[u8],
    ) -> Result<Held<T>, TrustError> {
        let held = Held::read(role, self.profile, bytes)?;
        held.check(role, &authority(self.profile, self.root.signed(), role)?)?;
        Ok(held)
    }

    /// Keeps of these files those that the root vouches for, whatever the clock says.
    fn take_back(
        &mut self,
        timestamp: Option<&[u8]>,
        snapshot: Option<&[u8]>,
        targets: Option<&[u8]>,
    ) {
        self.timestamp = timestamp
            .and_then(|bytes| self.read_checked(Role::Timestamp, bytes).ok())
            .filter(|held| snapshot_pin(held).is_ok());
        self.snapshot = snapshot.and_then(|bytes| self.read_checked(Role::Snapshot, bytes).ok());
        self.targets = targets.and_then(|bytes| self.read_checked(Role::Targets, bytes).ok());
        self.delegated.clear();
    }
}

/// A root without one of the four roles could never be left again.
fn check_roles(root: &Root) -> Result<(), TrustError> {
    for role in [Role::Root, Role::Timestamp, Role::Snapshot, Role::Targets] {
        let keys = root.role(role.name());
        if keys.is_none_or(|keys| keys.threshold == 0) {
            let what = format!("it names nobody for {role}");
            return Err(TrustError::Unreadable {
                role: Role::Root,
                what,
            });
        }
    }
    Ok(())
}

fn authority(profile: Keys, root: &Root, role: Role) -> Result<Authority, TrustError> {
    let keys = root
        .role(role.name())
        .ok_or_else(|| TrustError::Unreadable {
            role: Role::Root,
            what: format!("it names nobody for {role}"),
        })?;
    Ok(Authority::new(profile, &root.keys, keys))
}

fn snapshot_pin(timestamp: &Held<Timestamp>) -> Result<&MetaFile, TrustError> {
    let pin = timestamp.signed().snapshot_meta();
    pin.ok_or_else(|| TrustError::Unreadable {
        role: Role::Timestamp,
        what: "it announces no snapshot".to_owned(),
    })
}

fn not_below(role: Role, trusted: u64, offered: u64) -> Result<(), TrustError> {
    if offered < trusted {
        return Err(TrustError::Rollback {
            role,
            offered,
            trusted,
        });
    }
    Ok(())
}

/// No targets file may vanish or fall back.
fn no_role_falls(old: &Snapshot, new: &Snapshot) -> Result<(), TrustError> {
    for (name, before) in &old.meta {
        let Some(after) = new.meta.get(name) else {
            return Err(TrustError::Removed { name: name.clone() });
        };
        let role = if name == "targets.json" {
            Role::Targets
        } else {
            Role::Delegated
        };
        not_below(role, before.version, after.version)?;
    }
    Ok(())
}

fn fits(pin: &MetaFile, version: u64, bytes: &[u8]) -> bool {
    pin.version == version && check_pin(Role::Targets, pin, bytes).is_ok()
}

pub(super) fn check_version(role: Role, pin: &MetaFile, offered: u64) -> Result<(), TrustError> {
    if pin.version != offered {
        return Err(TrustError::Version {
            role,
            expected: pin.version,
            offered,
        });
    }
    Ok(())
}

/// Length and hashes, as far as the role above names them.
pub(super) fn check_pin(role: Role, pin: &MetaFile, bytes: &[u8]) -> Result<(), TrustError> {
    let length_fits = pin.length.is_none_or(|length| length == bytes.len() as u64);
    let hashes_fit = match &pin.hashes {
        None => true,
        Some(hashes) => all_fit(bytes, known(hashes.iter())),
    };
    if length_fits && hashes_fit {
        Ok(())
    } else {
        Err(TrustError::Hash { role })
    }
}
