//! A change of keys: a new root.

use crate::init::check_threshold;
use crate::keys::{KeyChoice, key_for};
use crate::metadata::Root;
use crate::{Envelope, Folder, Passphrases, Problem, Role, time};

/// What changes for one role.
#[derive(Clone, Debug)]
pub struct Change {
    /// Whose keys.
    pub role: Role,
    /// Keys that count from now.
    pub add: Vec<KeyChoice>,
    /// Names of keys that count no more.
    pub drop: Vec<String>,
    /// How many must sign, if that changes.
    pub threshold: Option<usize>,
}

/// Stages the next root with a change, or with a later expiry only; a root that is staged already is
/// changed further, and has to be signed anew. Gives its version.
///
/// # Errors
/// `no_such_key`, `threshold`, and those of keys and files
pub fn rotate(
    folder: &Folder,
    change: Option<&Change>,
    now_s: i64,
    passphrases: &mut Passphrases<'_>,
) -> Result<u64, Problem> {
    let mut config = folder.config()?;
    let mut root: Root = folder.root()?;
    if folder.staged(Role::Root)?.is_none() {
        root.version += 1;
    }
    root.expires = time::text_of(now_s + config.days(Role::Root) * time::DAY_S);
    if let Some(change) = change {
        let mut of_role = root.of_role(change.role)?.clone();
        for name in &change.drop {
            let id = config.key_of(name).unwrap_or(name);
            if !of_role.keyids.remove(id) {
                return Err(Problem::new(
                    "no_such_key",
                    format!("The {} has no key {name}.", change.role),
                    "`cleardown list status` names its keys.",
                ));
            }
        }
        // Before keys are made: what cannot be is refused while nothing has changed.
        let keys = of_role.keyids.len() + change.add.len();
        of_role.threshold = change.threshold.unwrap_or(of_role.threshold);
        check_threshold(change.role, keys, of_role.threshold)?;
        for choice in &change.add {
            let key = key_for(folder, &mut config, choice, passphrases)?;
            of_role.keyids.insert(key.id());
            root.keys.insert(key.id(), key);
        }
        check_threshold(change.role, of_role.keyids.len(), of_role.threshold)?;
        root.roles.insert(change.role, of_role);
        root.drop_unused_keys();
    }
    folder.save_config(&config)?;
    folder.stage(Role::Root, &Envelope::new(&root))?;
    Ok(root.version)
}
