//! The daily signature: "this is still the newest".

use std::path::Path;

use crate::metadata::{Root, named_by};
use crate::online::renewed;
use crate::signing::Authority;
use crate::upload::{self, Phase};
use crate::{Config, Envelope, Folder, Problem, Role, SecretKey, files, time};

/// Signs the published timestamp anew, and the snapshot too when less than half its time is left.
/// Needs the online keys only; what is staged stays staged. Gives the files written, by phase.
///
/// # Errors
/// `nothing_published`, `not_signed`, `expired`, and those of files
pub fn refresh(
    folder: &Folder,
    keys: &[SecretKey],
    to: Option<&Path>,
    now_s: i64,
) -> Result<Vec<Phase>, Problem> {
    let config = folder.config()?;
    let published = |role| folder.current(role)?.ok_or_else(nothing_published);
    let root: Root = published(Role::Root)?.said()?;
    let targets = published(Role::Targets)?;
    let mut snapshot = published(Role::Snapshot)?;
    let mut written = Vec::new();
    for (role, file) in [
        (Role::Root, published(Role::Root)?),
        (Role::Targets, targets.clone()),
    ] {
        if file.expires_s().is_none_or(|expires_s| expires_s <= now_s) {
            return Err(expired(role));
        }
    }
    if half_is_over(&config, Role::Snapshot, &snapshot, now_s) {
        snapshot = renew(
            folder,
            &config,
            &root,
            Role::Snapshot,
            &targets,
            keys,
            now_s,
        )?;
        written.push((Role::Snapshot, snapshot.clone()));
    }
    let timestamp = renew(
        folder,
        &config,
        &root,
        Role::Timestamp,
        &snapshot,
        keys,
        now_s,
    )?;
    written.push((Role::Timestamp, timestamp));
    for (role, envelope) in written {
        let name = role.file(envelope.version());
        files::write(
            &folder.published().join("metadata").join(name),
            &envelope.bytes(),
        )?;
    }
    match to {
        Some(to) => upload::mirror(&folder.published(), to),
        None => Ok(Vec::new()),
    }
}

fn renew(
    folder: &Folder,
    config: &Config,
    root: &Root,
    role: Role,
    named: &Envelope,
    keys: &[SecretKey],
    now_s: i64,
) -> Result<Envelope, Problem> {
    let mut envelope = renewed(folder, role, named, now_s)?;
    let counts = root.of_role(role)?;
    for key in keys {
        let id = key.public().id();
        if counts.keyids.contains(&id) {
            envelope.put_signature(&id, &key.sign(&envelope.payload()));
        }
    }
    let need = Authority::of(root, role)?.need(&envelope, config);
    if need.is_met() {
        return Ok(envelope);
    }
    Err(Problem::new(
        "not_signed",
        format!(
            "The {role} needs {} of these keys: {}.",
            need.threshold,
            need.missing.join(", ")
        ),
        "Name them with --key; the published files stay as they are.",
    ))
}

fn half_is_over(config: &Config, role: Role, envelope: &Envelope, now_s: i64) -> bool {
    let half = config.days(role) * time::DAY_S / 2;
    envelope
        .expires_s()
        .is_none_or(|expires_s| expires_s - now_s < half)
}

/// The names of the keys that a refresh may need.
///
/// # Errors
/// `nothing_published`, and those of files
pub fn online_keys(folder: &Folder) -> Result<Vec<String>, Problem> {
    let root: Root = folder
        .current(Role::Root)?
        .ok_or_else(nothing_published)?
        .said()?;
    let mut ids = Vec::new();
    for role in Role::ALL
        .into_iter()
        .filter(|role| named_by(*role).is_some())
    {
        ids.extend(root.of_role(role)?.keyids.iter().cloned());
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

fn nothing_published() -> Problem {
    Problem::new(
        "nothing_published",
        "Nothing is published yet.",
        "Build, sign and publish the first version; then refresh it every day.",
    )
}

fn expired(role: Role) -> Problem {
    let remedy = match role {
        Role::Root => "Renew the root: cleardown list rotate, sign --role root, publish.",
        _ => "Renew the list: cleardown list build, sign --role targets, publish.",
    };
    let text = format!("The published {role} is out of date: a fresh timestamp would not help.");
    Problem::new("expired", text, remedy)
}
