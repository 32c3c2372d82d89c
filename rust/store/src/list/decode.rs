//! From a row of the file to what the decision needs.

use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};

use cleardown_core::Listing;
use cleardown_list::CodeListing;

use super::kind::KindText;
use super::packed::Packed;

pub(super) fn listing(row: &Row<'_>) -> rusqlite::Result<Listing> {
    let Packed {
        calls_out,
        confidence,
        ring,
        ..
    } = row.get(0)?;
    let KindText(kind) = row.get(3)?;
    Ok(Listing {
        organisation: row.get(2)?,
        line: row.get(1)?,
        kind,
        calls_out,
        confidence,
        ring,
    })
}

pub(super) fn code_listing(row: &Row<'_>) -> rusqlite::Result<CodeListing> {
    let Packed {
        calls_out,
        confidence,
        ..
    } = row.get(0)?;
    let kind: Option<KindText> = row.get(2)?;
    let kind = kind.map(|KindText(kind)| kind);
    Ok(CodeListing {
        organisation: row.get(1)?,
        kind,
        calls_out,
        confidence,
    })
}

impl FromSql for Packed {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::from_i64(value.as_i64()?).ok_or(FromSqlError::InvalidType)
    }
}
