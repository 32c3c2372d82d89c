//! The tables that people edit: rows added, removed, brought in from elsewhere. Every change is
//! checked before it is written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cleardown_core::E164;
use cleardown_list::lint::File;
use cleardown_list::{Day, Finding, ListFiles, Severity, lint};
use phonenumber::Mode;

use crate::{Problem, files};

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// `numbers.csv`
    Numbers,
    /// `codes.csv`
    Codes,
}

impl Table {
    /// The file's name.
    pub fn file(self) -> &'static str {
        match self {
            Self::Numbers => File::Numbers.name(),
            Self::Codes => File::Codes.name(),
        }
    }

    /// Its columns, in order.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Numbers => File::Numbers.columns(),
            Self::Codes => File::Codes.columns(),
        }
    }
}

/// Both tables as bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    folder: PathBuf,
    /// `numbers.csv`
    pub numbers: Vec<u8>,
    /// `codes.csv`, if there is one.
    pub codes: Option<Vec<u8>>,
}

/// What a change of a table came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Edit {
    /// Rows that are new.
    pub added: usize,
    /// Rows that say something else now.
    pub changed: usize,
    /// Rows that were there already.
    pub same: usize,
    /// Rows that are gone.
    pub removed: usize,
}

/// Why a change of a table was not written.
#[derive(Clone, Debug)]
pub enum Refused {
    /// It could not be made.
    Problem(Problem),
    /// The list would break these rules.
    Findings(Vec<Finding>),
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// Makes the table of numbers, without rows. The one of codes comes with its first row.
pub(crate) fn create(folder: &Path) -> Result<(), Problem> {
    let path = folder.join(Table::Numbers.file());
    if files::read_if_there(&path)?.is_some() {
        return Ok(());
    }
    files::write(&path, &write(Table::Numbers, &Rows::new()))
}

impl Tables {
    /// Reads the tables of a folder.
    ///
    /// # Errors
    /// `file`
    pub fn read(folder: &Path) -> Result<Self, Problem> {
        let codes = files::read_if_there(&folder.join(Table::Codes.file()))?;
        Ok(Self {
            folder: folder.to_owned(),
            numbers: files::read(&folder.join(Table::Numbers.file()))?,
            codes,
        })
    }

    /// Everything that is wrong with them.
    pub fn findings(&self, today: Day) -> Vec<Finding> {
        let tables = ListFiles {
            numbers: &self.numbers,
            codes: self.codes.as_deref(),
            offers: None,
            about: None,
        };
        lint(&tables, today)
    }

    /// Adds one row; its first cell is the number or code.
    ///
    /// # Errors
    /// `row_there` unless it may `replace` a row; findings
    pub fn add(
        &mut self,
        table: Table,
        row: Vec<String>,
        replace: bool,
        today: Day,
    ) -> Result<Edit, Refused> {
        let mut rows = self.rows(table)?;
        let key = row.first().cloned().unwrap_or_default();
        if rows.contains_key(&key) && !replace {
            let text = format!("{} has that row already.", table.file());
            let remedy = "Add --replace to change it, or edit the file.";
            return Err(Problem::new("row_there", text, remedy).into());
        }
        let mut edit = Edit::default();
        put(&mut rows, key, row, &mut edit);
        self.change(table, &rows, today)?;
        Ok(edit)
    }

    /// Removes one row.
    ///
    /// # Errors
    /// `no_such_row`; findings
    pub fn remove(&mut self, table: Table, key: &str, today: Day) -> Result<Edit, Refused> {
        let mut rows = self.rows(table)?;
        if rows.remove(key).is_none() {
            let text = format!("{} has no such row.", table.file());
            let remedy = "Write the number as the table does: + and the country code.";
            return Err(Problem::new("no_such_row", text, remedy).into());
        }
        self.change(table, &rows, today)?;
        Ok(Edit {
            removed: 1,
            ..Edit::default()
        })
    }

    /// Brings in the rows of another table with the same columns: new ones are added, others
    /// replaced; with `mirror`, rows that it has not are removed.
    ///
    /// # Errors
    /// `columns`; findings
    pub fn import(
        &mut self,
        table: Table,
        bytes: &[u8],
        mirror: bool,
        today: Day,
    ) -> Result<Edit, Refused> {
        let given = read_rows(table, bytes, "the imported table")?;
        let mut rows = self.rows(table)?;
        let mut edit = Edit::default();
        if mirror {
            let before = rows.len();
            rows.retain(|key, _| given.contains_key(key));
            edit.removed = before - rows.len();
        }
        for (key, row) in given {
            put(&mut rows, key, row, &mut edit);
        }
        self.change(table, &rows, today)?;
        Ok(edit)
    }

    fn rows(&self, table: Table) -> Result<Rows, Problem> {
        let bytes = match table {
            Table::Numbers => Some(&self.numbers),
            Table::Codes => self.codes.as_ref(),
        };
        bytes.map_or_else(
            || Ok(Rows::new()),
            |bytes| read_rows(table, bytes, table.file()),
        )
    }

    /// Writes the rows, unless that would add an error to the list.
    fn change(&mut self, table: Table, rows: &Rows, today: Day) -> Result<(), Refused> {
        let bytes = write(table, rows);
        let mut changed = self.clone();
        match table {
            Table::Numbers => changed.numbers = bytes.clone(),
            Table::Codes => changed.codes = Some(bytes.clone()).filter(|_| !rows.is_empty()),
        }
        let errors = errors(changed.findings(today), rows.is_empty());
        if !errors.is_empty() {
            return Err(Refused::Findings(errors));
        }
        let path = self.folder.join(table.file());
        match table {
            Table::Codes if rows.is_empty() => files::remove(&path)?,
            _ => files::write(&path, &bytes)?,
        }
        *self = changed;
        Ok(())
    }
}

/// Errors that stop an edit. That the last row went is none: there may be others to come before the
/// list is built.
fn errors(findings: Vec<Finding>, is_empty: bool) -> Vec<Finding> {
    let stops = |finding: &Finding| {
        finding.severity == Severity::Error
            && !(is_empty && finding.code == cleardown_list::Rule::NoRows)
    };
    findings.into_iter().filter(stops).collect()
}

/// Rows by their first cell: in the order in which they are written.
type Rows = BTreeMap<String, Vec<String>>;

fn put(rows: &mut Rows, key: String, row: Vec<String>, edit: &mut Edit) {
    let count = match rows.get(&key) {
        None => &mut edit.added,
        Some(before) if *before == row => &mut edit.same,
        Some(_) => &mut edit.changed,
    };
    *count += 1;
    rows.insert(key, row);
}

fn read_rows(table: Table, bytes: &[u8], name: &str) -> Result<Rows, Problem> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader
        .headers()
        .map_err(|error| Problem::damaged(name, error))?;
    if !header.iter().eq(table.columns().iter().copied()) {
        return Err(Problem::new(
            "columns",
            format!("The columns of {name} are not those of {}.", table.file()),
            format!(
                "Write this as its first line: {}",
                table.columns().join(",")
            ),
        ));
    }
    let mut rows = Rows::new();
    for record in reader.records() {
        let record = record.map_err(|error| Problem::damaged(name, error))?;
        let row: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        let key = row.first().cloned().unwrap_or_default();
        if rows.insert(key, row).is_some() {
            let line = record.position().map_or(0, csv::Position::line);
            return Err(Problem::new(
                "row_twice",
                format!("{name} has the row of line {line} twice."),
                "Keep one of the two.",
            ));
        }
    }
    Ok(rows)
}

fn write(table: Table, rows: &Rows) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory fails nowhere.
    let _ = writer.write_record(table.columns());
    for row in rows.values() {
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

/// A number as people of its own country write it: the column `display`. Empty where no country has
/// such numbers.
pub fn national_form(number: E164) -> String {
    let parsed = phonenumber::parse(None, number.to_string());
    let text = parsed.map(|number| number.format().mode(Mode::National).to_string());
    text.unwrap_or_default()
}
