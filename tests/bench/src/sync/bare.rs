//! The other side: SQLite alone, making the same writes and reading everything once.

use std::path::Path;
use std::time::Instant;

use cleardown_list::Sha256;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::child::nanoseconds;

/// Rows as SQLite holds them: number, line and class.
pub type Rows = Vec<(i64, i64)>;

/// What an installation writes.
pub struct Writes {
    removed: Vec<i64>,
    set: Rows,
    /// Of all rows afterwards.
    hash: [u8; 32],
}

impl Writes {
    /// What leads from one table to the other; both ascending.
    pub fn between(old: &Rows, new: &Rows) -> Self {
        let is_in = |rows: &Rows, number: i64| rows.binary_search_by_key(&number, |row| row.0);
        let mut hash = Sha256::default();
        for row in new {
            hash_row(&mut hash, *row);
        }
        let gone = old
            .iter()
            .filter(|(number, _)| is_in(new, *number).is_err());
        let comes = |row: &&(i64, i64)| old.binary_search(row).is_err();
        Self {
            removed: gone.map(|(number, _)| *number).collect(),
            set: new.iter().filter(comes).copied().collect(),
            hash: hash.finish(),
        }
    }
}

/// The rows of a list's file; none where there is no file.
pub fn rows(file: &Path) -> rusqlite::Result<Rows> {
    let db = Connection::open(file)?;
    let mut find = db.prepare("SELECT number, packed FROM numbers ORDER BY number")?;
    let rows = find.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}

/// Makes these writes in one transaction, reads all rows in order and hashes them, commits and
/// empties the log. Gives the nanoseconds it took, from opening the file on.
pub fn write(file: &Path, writes: &Writes) -> rusqlite::Result<u64> {
    let began = Instant::now();
    let db = Connection::open(file)?;
    db.execute_batch("PRAGMA synchronous = FULL")?;
    let tx = Transaction::new_unchecked(&db, TransactionBehavior::Immediate)?;
    let mut delete = tx.prepare("DELETE FROM numbers WHERE number = ?1")?;
    for number in &writes.removed {
        delete.execute([number])?;
    }
    let mut set = tx.prepare("INSERT OR REPLACE INTO numbers VALUES (?1, ?2)")?;
    for (number, packed) in &writes.set {
        set.execute([number, packed])?;
    }
    let mut hash = Sha256::default();
    let mut find = tx.prepare("SELECT number, packed FROM numbers ORDER BY number")?;
    let mut rows = find.query([])?;
    while let Some(row) = rows.next()? {
        hash_row(&mut hash, (row.get(0)?, row.get(1)?));
    }
    let is_right = hash.finish() == writes.hash;
    drop(rows);
    drop((delete, set, find));
    tx.commit()?;
    db.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
    let took = nanoseconds(began.elapsed());
    if is_right {
        Ok(took)
    } else {
        Err(rusqlite::Error::QueryReturnedNoRows)
    }
}

/// An empty file in which [`write`] can write.
pub fn create(file: &Path) -> rusqlite::Result<()> {
    let db = Connection::open(file)?;
    db.execute_batch(
        "PRAGMA journal_mode = WAL;
         CREATE TABLE numbers (number INTEGER PRIMARY KEY, packed INTEGER NOT NULL) STRICT;",
    )
}

fn hash_row(hash: &mut Sha256, (number, packed): (i64, i64)) {
    let mut both = [0; 16];
    both[..8].copy_from_slice(&number.to_le_bytes());
    both[8..].copy_from_slice(&packed.to_le_bytes());
    hash.update(&both);
}
