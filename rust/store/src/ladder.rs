//! The formats of a kind of file, one step of SQL each.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::{Fault, StoreError, StoreFile};

/// The steps from an empty file to today's format. `user_version` counts those taken. A released
/// step never changes: a new format is a new step at the end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ladder(pub(crate) &'static [&'static str]);

impl Ladder {
    /// Brings the file to today's format, in one transaction. Tells whether the file was empty.
    pub(crate) fn climb(self, db: &mut Connection, file: &StoreFile) -> Result<bool, Fault> {
        let (found, steps) = self.left(db, file)?;
        if steps.is_empty() {
            return Ok(false);
        }
        if found == 0 {
            db.execute_batch("PRAGMA journal_mode = WAL")?;
        }
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another process may have climbed in between.
        let (found, steps) = self.left(&tx, file)?;
        for step in steps {
            tx.execute_batch(step)?;
        }
        tx.pragma_update(None, "user_version", self.0.len().cast_signed())?;
        tx.commit()?;
        Ok(found == 0)
    }

    /// The file's format and the steps still to take.
    fn left(
        self,
        db: &Connection,
        file: &StoreFile,
    ) -> Result<(i64, &'static [&'static str]), Fault> {
        let found: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let left = usize::try_from(found)
            .ok()
            .and_then(|taken| self.0.get(taken..));
        left.map(|steps| (found, steps)).ok_or_else(|| {
            let known = i64::try_from(self.0.len()).unwrap_or(i64::MAX);
            StoreError::NewerFormat {
                file: file.clone(),
                found,
                known,
            }
            .into()
        })
    }
}
