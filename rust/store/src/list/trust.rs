//! The trusted metadata of a list's publisher, beside the rows that it vouches for.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use cleardown_list::tuf::TrustFiles;

const ROLES: [&str; 4] = ["root", "timestamp", "snapshot", "targets"];

pub(crate) fn read_trust(db: &Connection) -> rusqlite::Result<Option<TrustFiles>> {
    let mut find = db.prepare_cached("SELECT anchor, epoch FROM trust")?;
    let head = find.query_row([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)));
    let Some((anchor, epoch)) = head.optional()? else {
        return Ok(None);
    };
    let mut find = db.prepare_cached("SELECT bytes FROM trusted WHERE role = ?1")?;
    let [root, timestamp, snapshot, targets] =
        ROLES.map(|role| find.query_row([role], |row| row.get(0)).optional());
    Ok(Some(TrustFiles {
        anchor,
        epoch: epoch.cast_unsigned(),
        // Without a root there is no trust: the file is damaged.
        root: root?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
        timestamp: timestamp?,
        snapshot: snapshot?,
        targets: targets?,
    }))
}

/// Whether any trust was ever saved here.
pub(crate) fn has_trust(db: &Connection) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM trust")?.exists([])
}

/// Writes what differs from what is there.
pub(crate) fn write_trust(tx: &Transaction<'_>, trust: &TrustFiles) -> rusqlite::Result<()> {
    let sql = "INSERT OR REPLACE INTO trust VALUES (1, ?1, ?2)";
    tx.execute(sql, params![trust.anchor, trust.epoch.cast_signed()])?;
    let TrustFiles {
        root,
        timestamp,
        snapshot,
        targets,
        ..
    } = trust;
    let all = [
        Some(root),
        timestamp.as_ref(),
        snapshot.as_ref(),
        targets.as_ref(),
    ];
    for (role, bytes) in ROLES.into_iter().zip(all) {
        match bytes {
            Some(bytes) => tx.execute(
                "INSERT INTO trusted VALUES (?1, ?2) ON CONFLICT DO UPDATE SET bytes = ?2
                 WHERE bytes <> ?2",
                params![role, bytes],
            )?,
            None => tx.execute("DELETE FROM trusted WHERE role = ?1", [role])?,
        };
    }
    Ok(())
}
