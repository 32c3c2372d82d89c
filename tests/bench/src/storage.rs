//! The size of the list's file.

use std::fs;

use crate::Failure;
use crate::budget::BYTES_A_NUMBER;
use crate::fixture::Fixture;
use crate::rows::ORGANISATIONS;
use crate::table;

/// Prints bytes a number. Gives whether the budget was met.
pub fn measure(fixture: &Fixture) -> Result<bool, Failure> {
    table::heading(
        &format!("Storage: the list's file, {ORGANISATIONS} organisations with three lines each"),
        "",
    );
    let bytes = fs::metadata(fixture.list())
        .map_err(|e| e.to_string())?
        .len();
    let each = bytes as f64 / fixture.numbers.len() as f64;
    let said = format!("{each:.2} bytes ({:.1} MB in all)", bytes as f64 / 1e6);
    Ok(table::single(
        "a number",
        &said,
        "<= 16 bytes",
        each <= BYTES_A_NUMBER,
    ))
}
