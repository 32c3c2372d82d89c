//! One publisher's list in its own file.

mod bulk;
mod decode;
mod delta;
mod full;
mod install;
mod kind;
mod packed;
mod ring;
mod text;
mod trust;

use rusqlite::{CachedStatement, Connection, OptionalExtension, Row};

use cleardown_core::{E164, Listing};
use cleardown_list::CodeListing;

use crate::db::Db;
use crate::error::{StoreError, StoreFile};
use crate::ladder::Ladder;
use crate::live::Floor;

pub(crate) use install::{Terms, floor_of, install};
pub(crate) use ring::numbers_to_ring;
pub(crate) use text::write_text;
pub(crate) use trust::{has_trust, read_trust, write_trust};

/// The SHA-256 of the root file by which a configuration knows its publisher. All zeros: a list
/// that was installed before lists were signed.
pub(crate) type Anchor = [u8; 32];

/// Numbers are the key of their table and carry one small integer: line and classes. That is what
/// keeps a row at 15 bytes (design §12).
pub(crate) const LADDER: Ladder = Ladder(&[
    "
    CREATE TABLE organisations (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT) STRICT;
    CREATE TABLE lines (
        id INTEGER PRIMARY KEY, organisation INTEGER NOT NULL, name TEXT NOT NULL) STRICT;
    CREATE TABLE numbers (number INTEGER PRIMARY KEY, packed INTEGER NOT NULL) STRICT;
    CREATE TABLE codes (code TEXT PRIMARY KEY, packed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE installed (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        publisher TEXT NOT NULL,
        title TEXT NOT NULL,
        version INTEGER NOT NULL,
        issued_ms INTEGER NOT NULL,
        bundled INTEGER NOT NULL,
        numbers INTEGER NOT NULL) STRICT;
",
    "
    ALTER TABLE lines RENAME TO old_lines;
    CREATE TABLE lines (
        id INTEGER PRIMARY KEY,
        organisation TEXT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL) STRICT;
    INSERT INTO lines SELECT l.id, o.name, o.kind, l.name
        FROM old_lines l JOIN organisations o ON o.id = l.organisation WHERE o.kind NOT NULL;
    ALTER TABLE codes RENAME TO old_codes;
    CREATE TABLE codes (
        code TEXT PRIMARY KEY,
        packed INTEGER NOT NULL,
        organisation TEXT NOT NULL,
        kind TEXT) STRICT, WITHOUT ROWID;
    INSERT INTO codes SELECT c.code, c.packed & 31, o.name, o.kind FROM old_codes c
        JOIN old_lines l ON l.id = c.packed >> 5 JOIN organisations o ON o.id = l.organisation;
    DROP TABLE old_codes;
    DROP TABLE old_lines;
    DROP TABLE organisations;
    ALTER TABLE installed ADD COLUMN anchor BLOB NOT NULL
        DEFAULT x'0000000000000000000000000000000000000000000000000000000000000000';
    ALTER TABLE installed ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE installed ADD COLUMN sha256 BLOB;
    CREATE TABLE trust (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        anchor BLOB NOT NULL,
        epoch INTEGER NOT NULL) STRICT;
    CREATE TABLE trusted (role TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
",
]);

/// A left join: a number whose line is missing is a damaged file, not an unlisted number.
const LOOK_UP: &str = "
    SELECT n.packed, l.name, l.organisation, l.kind FROM numbers n
    LEFT JOIN lines l ON l.id = n.packed >> 5 WHERE n.number = ?1";
const LOOK_UP_CODE: &str = "SELECT packed, organisation, kind FROM codes WHERE code = ?1";

/// Which list is installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListInfo {
    /// The publisher's short name.
    pub publisher: String,
    /// The list's name for people.
    pub title: String,
    /// Rises with every publication.
    pub version: u64,
    /// The version of the root at which the list keys last changed.
    pub epoch: u64,
    /// The SHA-256 of the root that vouches for the list; zeros for a list from before lists were
    /// signed.
    pub anchor: [u8; 32],
    /// The SHA-256 of the list's text; `None` for a list from before lists were signed.
    pub sha256: Option<[u8; 32]>,
    /// When it was issued, milliseconds since 1970.
    pub issued_ms: i64,
    /// It came with the app.
    pub bundled: bool,
    /// How many numbers it has, short codes not counted.
    pub numbers: u64,
}

impl ListInfo {
    pub(crate) fn floor(&self) -> Floor {
        let (epoch, version) = (self.epoch, self.version);
        Floor { epoch, version }
    }
}

/// A list's file.
#[derive(Debug)]
pub(crate) struct ListFile {
    pub(crate) publisher: String,
    pub(crate) db: Db,
    /// `None` where an installation never came to its end.
    info: Option<ListInfo>,
    /// The file holds what its publisher is trusted by, and no list yet.
    is_blank: bool,
}

impl ListFile {
    pub(crate) fn new(publisher: String, db: Db) -> Self {
        let mut this = Self {
            publisher,
            db,
            info: None,
            is_blank: false,
        };
        this.refresh_info();
        this
    }

    /// Reads again which list is installed. Where that fails for now, what was known stays.
    pub(crate) fn refresh_info(&mut self) -> Option<&ListInfo> {
        match self.db.read(|db| Ok((read_info(db)?, has_trust(db)?))) {
            Ok((info, has_trust)) => {
                self.is_blank = info.is_none() && has_trust;
                self.info = info;
            }
            Err(error) if error.may_pass() => {}
            Err(_) => (self.info, self.is_blank) = (None, false),
        }
        self.info.as_ref()
    }

    /// Reads it again where it could not be read before.
    pub(crate) fn refresh_if_unknown(&mut self) {
        if self.info.is_none() && !self.is_blank {
            self.refresh_info();
        }
    }

    /// Whether no list was installed here yet, as it should be.
    pub(crate) fn is_blank(&self) -> bool {
        self.is_blank && self.db.fault().is_none()
    }

    /// Why the file's answers may not be complete.
    pub(crate) fn fault(&self) -> Option<StoreError> {
        let unfinished = || StoreError::Broken(StoreFile::List(self.publisher.clone()));
        self.db
            .fault()
            .or_else(|| (self.info.is_none() && !self.is_blank).then(unfinished))
    }

    pub(crate) fn look_up(&mut self, number: E164) -> Result<Option<Listing>, StoreError> {
        let key = number.as_u64().cast_signed();
        self.db
            .read(|db| one(&mut db.prepare_cached(LOOK_UP)?, key, decode::listing))
    }

    pub(crate) fn look_up_code(&mut self, code: &str) -> Result<Option<CodeListing>, StoreError> {
        self.db.read(|db| {
            one(
                &mut db.prepare_cached(LOOK_UP_CODE)?,
                code,
                decode::code_listing,
            )
        })
    }

    /// Which list is installed, as far as it is known.
    pub(crate) fn info(&self) -> Option<&ListInfo> {
        self.info.as_ref()
    }

    /// Looks at every page and counts the rows. Gives which list is installed; `None`: none yet.
    pub(crate) fn check(&mut self) -> Result<Option<ListInfo>, StoreError> {
        if self.db.is_broken() {
            return Err(self.db.mark_broken());
        }
        self.db.check_pages()?;
        let counted = self.db.read(count_numbers)?;
        match self.refresh_info().cloned() {
            Some(info) if info.numbers == counted => Ok(Some(info)),
            None if self.is_blank && counted == 0 => Ok(None),
            // An installation that never came to its end; the file itself is sound.
            None if !self.is_blank => {
                Err(StoreError::Broken(StoreFile::List(self.publisher.clone())))
            }
            _ => Err(self.db.mark_broken()),
        }
    }
}

pub(crate) fn read_info(db: &Connection) -> rusqlite::Result<Option<ListInfo>> {
    let mut find = db.prepare_cached(
        "SELECT publisher, title, version, issued_ms, bundled, numbers, anchor, epoch, sha256
         FROM installed",
    )?;
    find.query_row([], |row| {
        Ok(ListInfo {
            publisher: row.get(0)?,
            title: row.get(1)?,
            version: row.get::<_, i64>(2)?.cast_unsigned(),
            issued_ms: row.get(3)?,
            bundled: row.get(4)?,
            numbers: row.get::<_, i64>(5)?.cast_unsigned(),
            anchor: row.get(6)?,
            epoch: row.get::<_, i64>(7)?.cast_unsigned(),
            sha256: row.get(8)?,
        })
    })
    .optional()
}

pub(crate) fn count_numbers(db: &Connection) -> rusqlite::Result<u64> {
    let counted = db.query_row("SELECT count(*) FROM numbers", [], |row| {
        row.get::<_, i64>(0)
    })?;
    Ok(counted.cast_unsigned())
}

fn one<T>(
    find: &mut CachedStatement<'_>,
    key: impl rusqlite::ToSql,
    decode: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Option<T>> {
    find.query_row([key], decode).optional()
}
