//! Calls that came before the phone was unlocked: they wait beside the running state.

use rusqlite::{Transaction, params};

use super::CallRecord;
use super::rows::{Table, add, delete, highest_id, list};
use crate::StoreError;
use crate::db::Db;
use crate::error::Fault;

/// Moves every waiting call into the history. Killed in between, a call is in both files and the
/// next move finds it.
pub(crate) fn move_waiting(live: &mut Db, history: &mut Db) -> Result<(), StoreError> {
    let mut waiting = live.read(|db| list(db, Table::Waiting, u32::MAX))?;
    if waiting.is_empty() {
        return Ok(());
    }
    waiting.sort_by_key(|call| call.id);
    history.write(|tx| {
        for call in &waiting {
            if is_moved(tx, call)? {
                continue;
            }
            match add(tx, Table::Calls, call) {
                // Ids began again because the running state was lost. The call must not be.
                Err(Fault::Store(StoreError::CallKnown)) => {
                    let mut call = call.clone();
                    call.id = highest_id(tx, Table::Calls)? + 1;
                    add(tx, Table::Calls, &call)?;
                }
                other => other?,
            }
        }
        Ok(())
    })?;
    live.write(|tx| {
        for call in &waiting {
            delete(tx, Table::Waiting, call.id)?;
        }
        Ok(())
    })
}

fn is_moved(tx: &Transaction<'_>, call: &CallRecord) -> rusqlite::Result<bool> {
    tx.prepare_cached("SELECT 1 FROM calls WHERE id = ?1 AND at_ms = ?2")?
        .exists(params![call.id.cast_signed(), call.at_ms])
}
