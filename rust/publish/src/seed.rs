//! The list that comes with the app: signed by keys that exist only while it is made.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cleardown_list::{List, pack, write_text};

use crate::build::about_list;
use crate::history::FULL;
use crate::metadata::{Hashes, Pin, Pins, RoleKeys, Root, SPECIFICATION, Target, Targets};
use crate::{Config, Envelope, Problem, Role, SecretKey, files, time};

/// Writes `root.json`, `timestamp.json`, `snapshot.json`, `targets.json` and `list.txt.gz`: a whole
/// signed set. The secret keys are forgotten, so nobody can ever sign another list under this root;
/// the app takes the set although it expires (a year after the list was issued).
///
/// # Errors
/// `no_randomness`, `file`
pub fn seed(list: &List, to: &Path) -> Result<(), Problem> {
    let issued_s = list.meta().issued_ms / 1_000;
    let expires = time::text_of(issued_s + 365 * time::DAY_S);
    let head = |kind| (kind, SPECIFICATION.to_owned(), 1, expires.clone());
    let mut keys = BTreeMap::new();
    for role in Role::ALL {
        keys.insert(role, SecretKey::generate()?);
    }
    let signed = |role: Role, mut envelope: Envelope| {
        let signature = keys[&role].sign(&envelope.payload());
        envelope.put_signature(&keys[&role].public().id(), &signature);
        envelope.bytes()
    };

    let (kind, spec_version, version, expires) = head(Role::Root);
    let of_role = |key: &SecretKey| RoleKeys {
        keyids: BTreeSet::from([key.public().id()]),
        threshold: 1,
    };
    let root = Envelope::new(&Root {
        kind,
        spec_version,
        version,
        expires,
        consistent_snapshot: true,
        keys: keys
            .values()
            .map(|key| (key.public().id(), key.public()))
            .collect(),
        roles: keys
            .iter()
            .map(|(role, key)| (*role, of_role(key)))
            .collect(),
    });

    let text = write_text(list);
    let packed = pack(&text);
    let config = Config::new(&list.meta().publisher, &list.meta().title);
    let target = Target {
        length: packed.len() as u64,
        hashes: Hashes::of(&packed),
        custom: None,
    };
    let (kind, spec_version, version, expires) = head(Role::Targets);
    let targets = signed(
        Role::Targets,
        Envelope::new(&Targets {
            kind,
            spec_version,
            version,
            expires,
            targets: BTreeMap::from([(FULL.to_owned(), target)]),
            cleardown: about_list(list, &config, &text, 0, issued_s),
        }),
    );

    let pins = |role, named: &str, bytes: &[u8]| {
        let (kind, spec_version, version, expires) = head(role);
        let pin = Pin {
            version: 1,
            length: bytes.len() as u64,
            hashes: Hashes::of(bytes),
        };
        let meta = BTreeMap::from([(named.to_owned(), pin)]);
        signed(
            role,
            Envelope::new(&Pins {
                kind,
                spec_version,
                version,
                expires,
                meta,
            }),
        )
    };
    let snapshot = pins(Role::Snapshot, "targets.json", &targets);
    let timestamp = pins(Role::Timestamp, "snapshot.json", &snapshot);

    files::write(&to.join(FULL), &packed)?;
    files::write(&to.join("root.json"), &signed(Role::Root, root))?;
    files::write(&to.join("targets.json"), &targets)?;
    files::write(&to.join("snapshot.json"), &snapshot)?;
    files::write(&to.join("timestamp.json"), &timestamp)
}
