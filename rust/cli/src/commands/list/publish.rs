//! `cleardown list publish` and `cleardown list refresh-timestamp`

use cleardown_publish::{Phase, Problem, online_keys, publish as put, refresh as renew, status};

use super::passphrases::Asker;
use super::sign::KeyRing;
use super::{Place, print_json};
use crate::args::{PublishArgs, RefreshArgs};

/// Publishes what is signed.
pub fn publish(place: &Place, args: &PublishArgs) -> Result<bool, String> {
    let phases = put(&place.folder, args.to.as_deref(), place.now_s).map_err(text)?;
    if args.json {
        return print_json(&phases).map(|()| true);
    }
    print(&phases);
    match &args.to {
        Some(to) => eprintln!("{} is up to date.", to.display()),
        None => eprintln!(
            "Published in {}. For a host elsewhere upload the files above phase by phase, \
             each phase after the one before it is there.",
            place.folder.published().display()
        ),
    }
    Ok(true)
}

/// Signs the timestamp anew.
pub fn refresh(place: &Place, args: &RefreshArgs) -> Result<bool, String> {
    let config = place.folder.config().map_err(text)?;
    let mut asker = Asker::new(&args.passphrases);
    let mut ring = KeyRing::new(&place.folder, &args.key, &mut asker);
    let mut keys = Vec::new();
    for id in online_keys(&place.folder).map_err(text)? {
        keys.extend(ring.open(config.name_of(&id), &id).map_err(text)?);
    }
    let phases = renew(&place.folder, &keys, args.to.as_deref(), place.now_s).map_err(text)?;
    print(&phases);
    let status = status(&place.folder, place.now_s).map_err(text)?;
    for duty in &status.duties {
        eprintln!("{}", duty.text);
    }
    Ok(status.duties.is_empty())
}

fn print(phases: &[Phase]) {
    for (at, phase) in (1..).zip(phases) {
        println!("{at}. {}", phase.title);
        for file in &phase.files {
            println!("   {file}");
        }
    }
}

fn text(problem: Problem) -> String {
    problem.to_string()
}
