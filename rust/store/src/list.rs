//! One publisher's list in its own file.

mod decode;
mod install;
mod kind;
mod packed;

use rusqlite::{CachedStatement, Connection, OptionalExtension, Row};

use cleardown_core::{E164, Listing};
use cleardown_list::CodeListing;

use crate::db::Db;
use crate::error::{StoreError, StoreFile};
use crate::ladder::Ladder;

pub(crate) use install::write_list;

/// Numbers are the key of their table and carry one small integer: line and classes. That is what
/// keeps a row at 15 bytes (design §12).
pub(crate) const LADDER: Ladder = Ladder(&["
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
"]);

/// Left joins: a number whose line is missing is a damaged file, not an unlisted number.
const LOOK_UP: &str = "
    SELECT n.packed, l.name, o.name, o.kind FROM numbers n
    LEFT JOIN lines l ON l.id = n.packed >> 5 LEFT JOIN organisations o ON o.id = l.organisation
    WHERE n.number = ?1";
const LOOK_UP_CODE: &str = "
    SELECT c.packed, l.name, o.name, o.kind FROM codes c
    LEFT JOIN lines l ON l.id = c.packed >> 5 LEFT JOIN organisations o ON o.id = l.organisation
    WHERE c.code = ?1";

/// Which list is installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListInfo {
    /// The publisher's short name.
    pub publisher: String,
    /// The list's name for people.
    pub title: String,
    /// Rises with every publication.
    pub version: u64,
    /// When it was issued, milliseconds since 1970.
    pub issued_ms: i64,
    /// It came with the app.
    pub bundled: bool,
    /// How many numbers it has, short codes not counted.
    pub numbers: u64,
}

/// A list's file. `info` is `None` where an installation never came to its end.
#[derive(Debug)]
pub(crate) struct ListFile {
    pub(crate) publisher: String,
    pub(crate) db: Db,
    info: Option<ListInfo>,
}

impl ListFile {
    pub(crate) fn new(publisher: String, db: Db) -> Self {
        let mut this = Self {
            publisher,
            db,
            info: None,
        };
        this.refresh_info();
        this
    }

    /// Reads again which list is installed.
    pub(crate) fn refresh_info(&mut self) -> Option<&ListInfo> {
        self.info = self.db.read(read_info).unwrap_or_default();
        self.info.as_ref()
    }

    /// Why the file's answers may not be complete.
    pub(crate) fn fault(&self) -> Option<StoreError> {
        let unfinished = || StoreError::Broken(StoreFile::List(self.publisher.clone()));
        self.db
            .fault()
            .or_else(|| self.info.is_none().then(unfinished))
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

    /// The version installed, as far as it is known.
    pub(crate) fn version(&self) -> Option<u64> {
        self.info.as_ref().map(|info| info.version)
    }

    /// Looks at every page and counts the rows. Gives the version installed.
    pub(crate) fn check(&mut self) -> Result<u64, StoreError> {
        if self.db.is_broken() {
            return Err(self.db.mark_broken());
        }
        self.db.check_pages()?;
        let counted = self.db.read(count_numbers)?;
        match self.refresh_info() {
            Some(info) if info.numbers == counted => Ok(info.version),
            Some(_) => Err(self.db.mark_broken()),
            // An installation that never came to its end; the file itself is sound.
            None => Err(StoreError::Broken(StoreFile::List(self.publisher.clone()))),
        }
    }
}

pub(crate) fn read_info(db: &Connection) -> rusqlite::Result<Option<ListInfo>> {
    let mut find = db.prepare_cached(
        "SELECT publisher, title, version, issued_ms, bundled, numbers FROM installed",
    )?;
    find.query_row([], |row| {
        Ok(ListInfo {
            publisher: row.get(0)?,
            title: row.get(1)?,
            version: row.get::<_, i64>(2)?.cast_unsigned(),
            issued_ms: row.get(3)?,
            bundled: row.get(4)?,
            numbers: row.get::<_, i64>(5)?.cast_unsigned(),
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
