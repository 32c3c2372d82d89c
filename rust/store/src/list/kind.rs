//! The kind of an organisation, as its code.

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use serde::Deserialize;
use serde::de::value::{Error as Unknown, StrDeserializer};

use cleardown_core::Kind;

pub(super) struct KindText(pub(super) Kind);

impl ToSql for KindText {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match serde_json::to_value(self.0) {
            Ok(serde_json::Value::String(code)) => Ok(code.into()),
            _ => Err(rusqlite::Error::InvalidQuery),
        }
    }
}

impl FromSql for KindText {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = StrDeserializer::<Unknown>::new(value.as_str()?);
        Kind::deserialize(text)
            .map(Self)
            .map_err(|_| FromSqlError::InvalidType)
    }
}
