//! The first day: a new publisher's folder.

use std::collections::{BTreeMap, BTreeSet};

use crate::keys::{KeyChoice, key_for};
use crate::metadata::{RoleKeys, Root, SPECIFICATION};
use crate::{Config, Envelope, Folder, Passphrases, Problem, Role, files, tables, time};

/// Who publishes, and whose keys count.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// Settings; the names of keys are filled in.
    pub config: Config,
    /// The keys of each role, and how many of them must sign.
    pub roles: BTreeMap<Role, (Vec<KeyChoice>, usize)>,
}

const README: &str = "# A publisher's folder

| here | is | keep |
| --- | --- | --- |
| `publisher.json` | settings, names of keys | with the tables |
| `tables/` | `numbers.csv`, `codes.csv`: what people edit | under version control |
| `keys/` | `NAME.pem`: secret keys, each with its own passphrase; `NAME.pub`: public keys | secret keys apart, copied, offline |
| `staged/` | the next version, until it is published | may be deleted: build again |
| `published/` | `metadata/`, `targets/`: what the web server gives out | for ever; roots above all |

`cleardown list status` says what is to be done. `cleardown list --help` names every step.
";

/// Makes a publisher's folder with keys and an unsigned root.
///
/// # Errors
/// `folder_in_use`, `threshold`, and those of keys and files
pub fn init(
    folder: &Folder,
    beginning: &Beginning,
    now_s: i64,
    passphrases: &mut Passphrases<'_>,
) -> Result<Config, Problem> {
    let mut config = beginning.config.clone();
    config.check()?;
    if files::read_if_there(&folder.config_file())?.is_some() {
        return Err(Problem::new(
            "folder_in_use",
            "There is a publisher in that folder already.",
            "Name another folder; keys are changed with `cleardown list rotate`.",
        ));
    }
    let mut root = Root {
        kind: Role::Root,
        spec_version: SPECIFICATION.to_owned(),
        version: 1,
        expires: time::text_of(now_s + config.days(Role::Root) * time::DAY_S),
        consistent_snapshot: true,
        keys: BTreeMap::new(),
        roles: BTreeMap::new(),
    };
    for (role, (choices, threshold)) in &beginning.roles {
        check_threshold(*role, choices.len(), *threshold)?;
        let mut keyids = BTreeSet::new();
        for choice in choices {
            let key = key_for(folder, &mut config, choice, passphrases)?;
            keyids.insert(key.id());
            root.keys.insert(key.id(), key);
        }
        check_threshold(*role, keyids.len(), *threshold)?;
        let threshold = *threshold;
        root.roles.insert(*role, RoleKeys { keyids, threshold });
    }
    tables::create(&folder.tables())?;
    files::write(&folder.readme(), README.as_bytes())?;
    folder.stage(Role::Root, &Envelope::new(&root))?;
    // Last: with it the folder counts as a publisher's.
    folder.save_config(&config)?;
    Ok(config)
}

/// Refuses a threshold that cannot be met or that asks for nobody.
pub(crate) fn check_threshold(role: Role, keys: usize, threshold: usize) -> Result<(), Problem> {
    if (1..=keys).contains(&threshold) {
        return Ok(());
    }
    Err(Problem::new(
        "threshold",
        format!("{threshold} of {keys} keys cannot sign for the {role}."),
        "Give at least as many keys as must sign, and let at least one sign.",
    ))
}
