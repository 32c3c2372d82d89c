//! Taking one version of a list, in one transaction.

use rusqlite::{Transaction, params};

use cleardown_list::{Content, DeltaText, Release, Sha256, Update};

use super::{ListInfo, bulk, delta, full, read_info, text, write_trust};
use crate::StoreError;
use crate::error::Fault;
use crate::live::Floor;
use cleardown_list::tuf::TrustFiles;

/// What an installation brings, beside the list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms<'a> {
    /// The list came with the app.
    pub(crate) bundled: bool,
    /// The newest that is known to have been installed under the list's anchor.
    pub(crate) floor: Floor,
    /// To be saved with the list, in a new file.
    pub(crate) trust: Option<&'a TrustFiles>,
}

/// Makes this update's list the one installed. Gives false where it is installed already.
///
/// Rows, version and everything else change together or not at all (measured: of 1,000 killed
/// installations that recorded the version apart from the rows, 155 left a wrong state). The text
/// of the list is written again from the tables, and must be the one that was signed, before
/// anything holds.
pub(crate) fn install(
    tx: &Transaction<'_>,
    update: &Update,
    terms: Terms<'_>,
) -> Result<bool, Fault> {
    let release = &update.release;
    let installed = read_info(tx)?;
    if !is_newer(release, installed.as_ref(), terms.floor)? {
        return Ok(false);
    }
    let most = bulk::most(release, installed.as_ref()).filter(|_| !terms.bundled);
    match &update.content {
        Content::Full(text) => {
            bulk::check(release, most, || bulk::in_full(tx, text))?;
            full::write(tx, text)?;
        }
        Content::Delta(changes) => {
            check_base(changes, release, installed.as_ref())?;
            bulk::check(release, most, || bulk::in_delta(tx, changes))?;
            delta::apply(tx, changes, &release.publisher)?;
        }
        Content::Same if installed.and_then(|info| info.sha256) == Some(release.sha256) => {}
        Content::Same => return Err(wrong_base(release)),
    }
    check_text(tx, release)?;
    write_info(tx, release, terms.bundled)?;
    if let Some(trust) = terms.trust {
        write_trust(tx, trust)?;
    }
    Ok(true)
}

/// False where this very list is installed already.
fn is_newer(
    release: &Release,
    installed: Option<&ListInfo>,
    floor: Floor,
) -> Result<bool, StoreError> {
    let offered = floor_of(release);
    let ours = installed.filter(|info| info.anchor == release.anchor);
    let floor = floor.max(ours.map_or(Floor::default(), ListInfo::floor));
    if offered < floor {
        let publisher = release.publisher.clone();
        return Err(StoreError::BelowFloor {
            publisher,
            offered,
            floor,
        });
    }
    match ours.filter(|info| info.floor() == offered) {
        Some(info) if info.sha256 == Some(release.sha256) => Ok(false),
        Some(_) => Err(StoreError::VersionReused {
            publisher: release.publisher.clone(),
            version: release.version,
        }),
        None => Ok(true),
    }
}

pub(crate) fn floor_of(release: &Release) -> Floor {
    let (epoch, version) = (release.epoch, release.version);
    Floor { epoch, version }
}

/// A delta of another list could give anything.
fn check_base(
    delta: &DeltaText,
    release: &Release,
    installed: Option<&ListInfo>,
) -> Result<(), Fault> {
    let is_base = installed.is_some_and(|info| {
        (info.version, info.sha256) == (delta.base(), Some(delta.base_sha256()))
    });
    if is_base {
        Ok(())
    } else {
        Err(wrong_base(release))
    }
}

fn wrong_base(release: &Release) -> Fault {
    StoreError::WrongBase(release.publisher.clone()).into()
}

fn check_text(tx: &Transaction<'_>, release: &Release) -> Result<(), Fault> {
    let mut hash = Sha256::default();
    let written = text::write_text(tx, release.rows, &mut |bytes| hash.update(bytes))?;
    if written && hash.finish() == release.sha256 {
        Ok(())
    } else {
        Err(StoreError::OtherText(release.publisher.clone()).into())
    }
}

fn write_info(tx: &Transaction<'_>, release: &Release, bundled: bool) -> rusqlite::Result<()> {
    tx.execute(
        "INSERT OR REPLACE INTO installed
         (only_row, publisher, title, version, issued_ms, bundled, numbers, anchor, epoch, sha256)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            release.publisher,
            release.title,
            release.version.cast_signed(),
            release.issued_ms,
            bundled,
            release.rows.cast_signed(),
            release.anchor,
            release.epoch.cast_signed(),
            release.sha256
        ],
    )?;
    Ok(())
}
