//! `cleardown list init` and `cleardown list key`

use std::collections::BTreeMap;

use cleardown_publish::{Beginning, Config, Folder, Role, init as make, keys};

use super::passphrases::Asker;
use super::{Place, key_choices};
use crate::args::{InitArgs, KeyArgs};

/// Makes a publisher's folder.
pub fn init(place: &Place, args: &InitArgs) -> Result<bool, String> {
    let mut config = Config::new(&args.id, &args.title);
    config.wait_s = args.wait;
    for text in &args.days {
        let wrong = || format!("{text}: write a role and days, as timestamp=3.");
        let (role, days) = text.split_once('=').ok_or_else(wrong)?;
        let role: Role = role.parse()?;
        config.days.insert(role, days.parse().map_err(|_| wrong())?);
    }
    let online = key_choices(&args.online)?;
    let roles = BTreeMap::from([
        (Role::Root, (key_choices(&args.root)?, args.root_threshold)),
        (
            Role::Targets,
            (key_choices(&args.targets)?, args.targets_threshold),
        ),
        (Role::Snapshot, (online.clone(), 1)),
        (Role::Timestamp, (online, 1)),
    ]);
    let mut asker = Asker::new(&args.passphrases);
    let beginning = Beginning { config, roles };
    let folder = Folder::at(&args.folder);
    let config = make(&folder, &beginning, place.now_s, &mut |key, is_new| {
        asker.ask(key, is_new)
    })
    .map_err(|problem| problem.to_string())?;
    for (id, name) in &config.names {
        println!("{name} {id}");
    }
    let folder = args.folder.display();
    eprintln!(
        "Made {folder}. Next: fill {folder}/tables, then `cleardown list build --dir {folder}`.\n\
         Copy the secret keys in {folder}/keys to two places offline; those of other people belong \
         to them."
    );
    Ok(true)
}

/// Makes a key pair for one person.
pub fn key(args: &KeyArgs) -> Result<bool, String> {
    let name = args.file.file_stem().unwrap_or_default().to_string_lossy();
    let mut asker = Asker::new(&args.passphrases);
    let public = keys::make(&args.file, &name, &mut |key, is_new| asker.ask(key, is_new))
        .map_err(|problem| problem.to_string())?;
    print!("{}", public.to_pem());
    eprintln!(
        "Key {}. Keep {} to yourself, with a copy offline.",
        public.id(),
        args.file.display()
    );
    Ok(true)
}
