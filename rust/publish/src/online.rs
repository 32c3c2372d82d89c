//! Snapshot and timestamp: they follow from the files that they name.

use std::collections::BTreeMap;

use crate::metadata::{Hashes, Pin, Pins, SPECIFICATION, named_by};
use crate::signing::is_signed;
use crate::{Envelope, Folder, Problem, Role, time};

/// How a role stands after [`prepare`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// The published file is the right one.
    Current,
    /// A file is staged.
    Staged,
    /// The file that it would name is not there or not fully signed.
    NotYet,
}

/// Stages the snapshot or timestamp that is needed now, if the file that it names is ready. A staged
/// one that fits stays, with its signatures.
///
/// # Errors
/// `file`, `damaged`
pub fn prepare(folder: &Folder, role: Role, now_s: i64) -> Result<Readiness, Problem> {
    let Some(named_role) = named_by(role) else {
        return Ok(match folder.staged(role)? {
            Some(_) => Readiness::Staged,
            None => Readiness::Current,
        });
    };
    let config = folder.config()?;
    let Some(named) = folder.newest(named_role)? else {
        return Ok(Readiness::NotYet);
    };
    if !is_signed(folder, named_role, &named, &config)? {
        return Ok(Readiness::NotYet);
    }
    let wanted = pins_of(named_role, &named);
    if let Some(staged) = folder.staged(role)? {
        if staged.said::<Pins>()?.meta == wanted {
            return Ok(Readiness::Staged);
        }
    } else if let Some(current) = folder.current(role)?
        && current.said::<Pins>()?.meta == wanted
        && is_signed(folder, role, &current, &config)?
    {
        return Ok(Readiness::Current);
    }
    folder.stage(role, &next(folder, role, wanted, now_s)?)?;
    Ok(Readiness::Staged)
}

/// The next version of a snapshot or timestamp, unsigned, that names the same file for longer.
pub(crate) fn renewed(
    folder: &Folder,
    role: Role,
    named: &Envelope,
    now_s: i64,
) -> Result<Envelope, Problem> {
    let named_role = named_by(role).unwrap_or(Role::Targets);
    next(folder, role, pins_of(named_role, named), now_s)
}

fn next(
    folder: &Folder,
    role: Role,
    meta: BTreeMap<String, Pin>,
    now_s: i64,
) -> Result<Envelope, Problem> {
    let before = folder.current(role)?.map_or(0, |current| current.version());
    let days = folder.config()?.days(role);
    Ok(Envelope::new(&Pins {
        kind: role,
        spec_version: SPECIFICATION.to_owned(),
        version: before + 1,
        expires: time::text_of(now_s + days * time::DAY_S),
        meta,
    }))
}

fn pins_of(role: Role, envelope: &Envelope) -> BTreeMap<String, Pin> {
    let bytes = envelope.bytes();
    let pin = Pin {
        version: envelope.version(),
        length: bytes.len() as u64,
        hashes: Hashes::of(&bytes),
    };
    BTreeMap::from([(format!("{role}.json"), pin)])
}
