//! A publisher's slip must not make thousands of genuine calls look false at once: whoever newly
//! says of many numbers that they never call must say that it is meant.

use rusqlite::{Connection, OptionalExtension, Rows};

use cleardown_core::CallsOut;
use cleardown_list::{DeltaText, ListText, NumberRow, Release};

use super::ListInfo;
use super::packed::Packed;
use crate::StoreError;
use crate::error::Fault;

/// So many numbers are always let through, from one version to the next.
const ALWAYS: u64 = 50;

/// And so many of a hundred that are installed.
const PERCENT: u64 = 1;

/// How many are let through. `None`: all, because the publisher marked a change that the list
/// installed does not have yet, or because this is the first list under its anchor. A phone that was off for some versions lets through what
/// each of them could have brought.
pub(super) fn most(release: &Release, installed: Option<&ListInfo>) -> Option<u64> {
    let installed = installed.filter(|info| info.anchor == release.anchor)?;
    let at_once = ALWAYS.max(installed.numbers / 100 * PERCENT);
    let versions = release.version.saturating_sub(installed.version).max(1);
    let is_meant =
        release.bulk > 0 && (installed.epoch, installed.version) < (release.epoch, release.bulk);
    (!is_meant).then_some(at_once.saturating_mul(versions))
}

/// # Errors
/// [`StoreError::Bulk`] where `count` gives more than `most`; it is not asked where there is none.
pub(super) fn check(
    release: &Release,
    most: Option<u64>,
    count: impl FnOnce() -> rusqlite::Result<u64>,
) -> Result<(), Fault> {
    let Some(most) = most else {
        return Ok(());
    };
    let rows = count()?;
    if rows <= most {
        return Ok(());
    }
    let publisher = release.publisher.clone();
    Err(Fault::from(StoreError::Bulk {
        publisher,
        rows,
        most,
    }))
}

/// How many numbers this list says never call, that the one installed does not say it of.
pub(super) fn in_full(db: &Connection, text: &ListText) -> rusqlite::Result<u64> {
    let mut find = db.prepare("SELECT number, packed FROM numbers ORDER BY number")?;
    let mut old = Old {
        rows: find.query([])?,
        last: Some((-1, false)),
    };
    let mut found = 0;
    for row in text.numbers().filter(is_never) {
        found += u64::from(!old.says_never(row.number.as_u64().cast_signed())?);
    }
    Ok(found)
}

/// The same of a delta. To be asked before it is applied.
pub(super) fn in_delta(db: &Connection, delta: &DeltaText) -> rusqlite::Result<u64> {
    let mut find = db.prepare("SELECT packed FROM numbers WHERE number = ?1")?;
    let mut found = 0;
    for row in delta.set().filter(is_never) {
        let key = row.number.as_u64().cast_signed();
        let old: Option<Packed> = find.query_row([key], |row| row.get(0)).optional()?;
        found += u64::from(old.is_none_or(|old| old.calls_out != CallsOut::Never));
    }
    Ok(found)
}

fn is_never(row: &NumberRow) -> bool {
    row.class.calls_out() == CallsOut::Never
}

/// The numbers installed, ascending, read along with the new ones.
struct Old<'a> {
    rows: Rows<'a>,
    last: Option<(i64, bool)>,
}

impl Old<'_> {
    /// Whether this number, higher than all asked about before, never calls.
    fn says_never(&mut self, number: i64) -> rusqlite::Result<bool> {
        while self.last.is_some_and(|(old, _)| old < number) {
            self.last = match self.rows.next()? {
                None => None,
                Some(row) => {
                    let packed: Packed = row.get(1)?;
                    Some((row.get(0)?, packed.calls_out == CallsOut::Never))
                }
            };
        }
        Ok(self.last == Some((number, true)))
    }
}
