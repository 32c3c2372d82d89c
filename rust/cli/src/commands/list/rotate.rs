//! `cleardown list rotate`

use cleardown_publish::{Change, Role, rotate};

use super::passphrases::Asker;
use super::{Place, key_choices};
use crate::args::RotateArgs;

/// Stages the next root.
pub fn run(place: &Place, args: &RotateArgs) -> Result<bool, String> {
    let roles = match args.role.as_deref() {
        None => Vec::new(),
        Some("online") => vec![Role::Snapshot, Role::Timestamp],
        Some(role) => vec![role.parse::<Role>()?],
    };
    let mut changes = Vec::new();
    for role in roles {
        changes.push(Some(Change {
            role,
            add: key_choices(&args.add)?,
            drop: args.drop.clone(),
            threshold: args.threshold,
        }));
    }
    if changes.is_empty() {
        changes.push(None);
    }
    let mut asker = Asker::new(&args.passphrases);
    let mut version = 0;
    for change in changes {
        let ask = &mut |key: &str, is_new| asker.ask(key, is_new);
        version = rotate(&place.folder, change.as_ref(), place.now_s, ask)
            .map_err(|problem| problem.to_string())?;
    }
    println!("root {version} is staged");
    eprintln!("Next: cleardown list sign, by the keys of the root before and by its own.");
    if args.role.as_deref() == Some("targets") {
        eprintln!("The list, too, has to be built and signed again: cleardown list build.");
    }
    Ok(true)
}
