//! Publishing: the staged version becomes the one that everybody gets.

use std::collections::BTreeSet;
use std::path::Path;

use cleardown_list::tuf::{Keys, Trust};

use crate::folder::versions;
use crate::history::FULL;
use crate::metadata::Targets;
use crate::signing::needs;
use crate::upload::{self, Phase, phases};
use crate::{Config, Envelope, Folder, Need, Problem, Role, files, time};

/// Publishes what is staged into the folder `published`, and brings `to`, the folder of a web
/// server, to the same state. Gives what was written there, or else in `published`, by phase.
///
/// Nothing is written before a phone's own checks took every file.
///
/// # Errors
/// `nothing_staged`, `not_signed`, `expires_soon`, `refused`, `newer_there`, `other_repository`, and
/// those of files
pub fn publish(folder: &Folder, to: Option<&Path>, now_s: i64) -> Result<Vec<Phase>, Problem> {
    let config = folder.config()?;
    let mut staged = Vec::new();
    for role in Role::ALL {
        let newest = folder.newest(role)?.ok_or_else(|| missing(role))?;
        check(folder, role, &newest, &config, now_s)?;
        if folder.staged(role)?.is_some() {
            staged.push((role, newest));
        }
    }
    if staged.is_empty() && to.is_none() {
        return Err(Problem::new(
            "nothing_staged",
            "Nothing is staged: what is published is the newest.",
            "Change a row and build, or name the web server's folder to bring it up to date.",
        ));
    }
    rehearse(folder, now_s)?;
    let written = put(folder, &staged)?;
    match to {
        Some(to) => upload::mirror(&folder.published(), to),
        None => Ok(written),
    }
}

fn missing(role: Role) -> Problem {
    let remedy = match role {
        Role::Root => "Make the folder anew: cleardown list init DIR.",
        Role::Targets => "Build the list: cleardown list build; then sign it.",
        Role::Snapshot | Role::Timestamp => "Sign it: cleardown list sign.",
    };
    Problem::new("not_signed", format!("There is no {role} yet."), remedy)
}

/// Whether a file may go out: enough signatures, enough time, a higher version.
fn check(
    folder: &Folder,
    role: Role,
    newest: &Envelope,
    config: &Config,
    now_s: i64,
) -> Result<(), Problem> {
    let needs = needs(folder, role, newest, config)?;
    if let Some(need) = needs.iter().find(|need| !need.is_met()) {
        return Err(not_signed(role, need, folder.staged(role)?.is_some()));
    }
    let left = newest.expires_s().unwrap_or_default() - now_s;
    if left < least_s(config, role) {
        let when = time::until(now_s + left, now_s);
        return Err(Problem::new(
            "expires_soon",
            format!("The {role} expires {when}: too soon to publish it."),
            renewal(role),
        ));
    }
    let published = folder.current(role)?;
    let is_older = published.is_some_and(|one| {
        one.version() > newest.version() || (one.version() == newest.version() && one != *newest)
    });
    if is_older {
        return Err(Problem::new(
            "not_newer",
            format!(
                "Version {} of the {role} is published already.",
                newest.version()
            ),
            "Build and sign again: published versions never change.",
        ));
    }
    Ok(())
}

/// The least time that a file must be good for when it is published: a tenth of its days.
pub(crate) fn least_s(config: &Config, role: Role) -> i64 {
    config.days(role) * time::DAY_S / 10
}

/// How a role's file gets more time.
pub(crate) fn renewal(role: Role) -> &'static str {
    match role {
        Role::Root => "Renew it: cleardown list rotate; cleardown list sign --role root.",
        Role::Targets => {
            "Renew it: cleardown list build --renew; cleardown list sign --role targets."
        }
        Role::Snapshot | Role::Timestamp => "Renew it: cleardown list refresh-timestamp.",
    }
}

fn not_signed(role: Role, need: &Need, is_staged: bool) -> Problem {
    let text = format!(
        "The {role} has {} of the {} signatures that {} asks for.",
        need.signed.len(),
        need.threshold,
        need.by
    );
    let remedy = if is_staged {
        format!("Still to sign: {}.", need.missing.join(", "))
    } else {
        "Its keys changed: cleardown list build, then sign it.".to_owned()
    };
    Problem::new("not_signed", text, remedy)
}

/// Takes every file as a phone does that knows the first root only.
fn rehearse(folder: &Folder, now_s: i64) -> Result<(), Problem> {
    let refused = |what: &str, error: &dyn std::fmt::Display| {
        Problem::new(
            "refused",
            format!("A phone would not take the {what}: {error}."),
            "Nothing was published. Look at `cleardown list status`.",
        )
    };
    let bytes = |role| -> Result<Vec<u8>, Problem> {
        Ok(folder.newest(role)?.ok_or_else(|| missing(role))?.bytes())
    };
    let mut roots = Vec::new();
    for version in versions(&folder.published(), Role::Root)? {
        roots.extend(folder.published_version(Role::Root, version)?);
    }
    roots.extend(
        folder
            .staged(Role::Root)?
            .filter(|root| roots.last() != Some(root)),
    );
    let mut roots = roots.iter().map(Envelope::bytes);
    let first = roots.next().ok_or_else(|| missing(Role::Root))?;
    let mut trust = Trust::pinned(&first, Keys::Phone).map_err(|error| refused("root", &error))?;
    for root in roots {
        trust
            .update_root(&root)
            .map_err(|error| refused("root", &error))?;
    }
    trust
        .update_timestamp(&bytes(Role::Timestamp)?, now_s)
        .map_err(|error| refused("timestamp", &error))?;
    trust
        .update_snapshot(&bytes(Role::Snapshot)?, now_s)
        .map_err(|error| refused("snapshot", &error))?;
    trust
        .update_targets(&bytes(Role::Targets)?, now_s)
        .map_err(|error| refused("targets", &error))?;
    trust.newest().map_err(|error| refused("list", &error))?;
    // Reads every file that phones may be sent to.
    let targets: Targets = folder
        .newest(Role::Targets)?
        .ok_or_else(|| missing(Role::Targets))?
        .said()?;
    for name in targets.targets.keys() {
        folder.target(&targets, name)?;
    }
    folder
        .target(&targets, FULL)?
        .ok_or_else(|| refused("list", &"it has no full text"))?;
    Ok(())
}

/// Copies staged files into the published folder phase by phase, then takes them off the stage.
fn put(folder: &Folder, staged: &[(Role, Envelope)]) -> Result<Vec<Phase>, Problem> {
    let published = folder.published();
    let mut new = BTreeSet::new();
    let mut contents = std::collections::BTreeMap::new();
    for name in files::names(&folder.staged_targets())? {
        let bytes = files::read(&folder.staged_targets().join(&name))?;
        contents.insert(format!("targets/{name}"), bytes);
    }
    for (role, envelope) in staged {
        let name = format!("metadata/{}", role.file(envelope.version()));
        contents.insert(name, envelope.bytes());
    }
    for (name, bytes) in &contents {
        if files::read_if_there(&published.join(name))?.as_ref() != Some(bytes) {
            new.insert(name.clone());
        }
    }
    let phases = phases(&new);
    for name in phases.iter().flat_map(|phase| &phase.files) {
        files::write(&published.join(name), &contents[name])?;
    }
    for (role, _) in staged {
        folder.unstage(*role)?;
    }
    for name in files::names(&folder.staged_targets())? {
        files::remove(&folder.staged_targets().join(name))?;
    }
    Ok(phases)
}
