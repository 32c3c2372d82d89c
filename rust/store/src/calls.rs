//! The call history, and where calls wait while the phone is locked.

use rusqlite::Transaction;

use crate::StoreError;
use crate::error::Fault;
use crate::history::{self, CallRecord, Note, Table};
use crate::store::{Store, locked};

impl Store {
    /// Keeps a call. While the phone is locked, or where the history cannot be written, the call
    /// waits beside the running state.
    ///
    /// # Errors
    /// [`StoreError::CallKnown`], or it could be written nowhere.
    pub fn add_call(&self, call: &CallRecord) -> Result<(), StoreError> {
        let mut slot = locked(&self.history);
        let history = self.opened(&mut slot);
        let mut live = locked(&self.live);
        if let Some(history) = history {
            let ready = self.heal_history(history);
            let ready = ready.and_then(|_| history::move_waiting(&mut live, history));
            // A state that cannot be read is no reason to lose the call.
            drop(ready);
            match history.write(|tx| history::add(tx, Table::Calls, call)) {
                Ok(()) => return Ok(()),
                Err(StoreError::CallKnown) => return Err(StoreError::CallKnown),
                Err(_) => {}
            }
        }
        self.heal_live(&mut live)?;
        live.write(|tx| history::add(tx, Table::Waiting, call))
    }

    /// The calls kept, the newest first, at most `limit`. While the phone is locked, only those
    /// that wait.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn calls(&self, limit: u32) -> Result<Vec<CallRecord>, StoreError> {
        let mut slot = locked(&self.history);
        let mut calls = match self.opened(&mut slot) {
            Some(history) => history.read(|db| history::list(db, Table::Calls, limit))?,
            None => Vec::new(),
        };
        let waiting = locked(&self.live).read(|db| history::list(db, Table::Waiting, limit))?;
        calls.extend(waiting);
        calls.sort_by_key(|call| std::cmp::Reverse((call.at_ms, call.id)));
        calls.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(calls)
    }

    /// The highest id of a call kept; 0 = none. For giving out ids after the state was lost.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn highest_call_id(&self) -> Result<u64, StoreError> {
        let mut slot = locked(&self.history);
        let kept = match self.opened(&mut slot) {
            Some(history) => history.read(|db| history::highest_id(db, Table::Calls))?,
            None => 0,
        };
        let waiting = locked(&self.live).read(|db| history::highest_id(db, Table::Waiting))?;
        Ok(kept.max(waiting))
    }

    /// Notes whether the person answered. Gives whether there is such a call.
    ///
    /// # Errors
    /// It could not be written.
    pub fn set_answered(&self, id: u64, answered: bool) -> Result<bool, StoreError> {
        self.where_it_is(|tx, table| history::set_answered(tx, table, id, answered))
    }

    /// Notes that the person found a call more suspicious than it seemed. Gives whether there is such
    /// a call.
    ///
    /// # Errors
    /// It could not be written.
    pub fn set_verdict(
        &self,
        id: u64,
        alert: &str,
        reasons_json: &str,
    ) -> Result<bool, StoreError> {
        self.where_it_is(|tx, table| history::set_verdict(tx, table, id, alert, reasons_json))
    }

    /// Puts this note on a call, in the place of one before. Gives whether there is such a call.
    ///
    /// # Errors
    /// It could not be written.
    pub fn set_note(&self, id: u64, note: &Note) -> Result<bool, StoreError> {
        self.where_it_is(|tx, table| history::set_note(tx, table, id, note))
    }

    /// Deletes a call with its note. Gives whether there was such a call.
    ///
    /// # Errors
    /// It could not be written.
    pub fn delete_call(&self, id: u64) -> Result<bool, StoreError> {
        let was_there = self.where_it_is(|tx, table| history::delete(tx, table, id))?;
        self.empty_logs();
        Ok(was_there)
    }

    /// Deletes every call and note.
    ///
    /// # Errors
    /// It could not be written; some may be deleted.
    pub fn delete_calls(&self) -> Result<(), StoreError> {
        self.everywhere(history::delete_all)?;
        self.empty_logs();
        Ok(())
    }

    /// Deletes calls older than so many days, with their notes. Gives how many. Believes `now_ms`:
    /// with a clock that runs years ahead everything is too old.
    ///
    /// # Errors
    /// It could not be written; some may be deleted.
    pub fn prune_calls(&self, now_ms: i64, days: u32) -> Result<usize, StoreError> {
        let gone = self.everywhere(|tx, table| history::prune(tx, table, now_ms, days))?;
        self.empty_logs();
        Ok(gone.iter().sum())
    }

    /// The logs hold what was there before the deletion.
    fn empty_logs(&self) {
        if let Some(history) = &locked(&self.history).db {
            history.checkpoint();
        }
        locked(&self.live).checkpoint();
    }

    fn where_it_is(
        &self,
        op: impl Fn(&Transaction<'_>, Table) -> Result<bool, Fault>,
    ) -> Result<bool, StoreError> {
        let mut slot = locked(&self.history);
        if let Some(history) = self.opened(&mut slot)
            && history.write(|tx| op(tx, Table::Calls))?
        {
            return Ok(true);
        }
        locked(&self.live).write(|tx| op(tx, Table::Waiting))
    }

    fn everywhere<T>(
        &self,
        op: impl Fn(&Transaction<'_>, Table) -> Result<T, Fault>,
    ) -> Result<Vec<T>, StoreError> {
        let mut answers = Vec::new();
        let mut slot = locked(&self.history);
        if let Some(history) = self.opened(&mut slot) {
            answers.push(history.write(|tx| op(tx, Table::Calls))?);
        }
        answers.push(locked(&self.live).write(|tx| op(tx, Table::Waiting))?);
        Ok(answers)
    }
}
