//! Writing the full text of a list, row by row.

use super::blocks::BlockWriter;
use super::list_text::NAME;
use super::tables::{put_code, put_line};
use super::{FORMAT, Line, NumberRow, Problem, WireError};
use crate::CodeRow;

/// How many rows of each sort a text will have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines.
    pub lines: u64,
    /// Short codes.
    pub codes: u64,
    /// Numbers.
    pub numbers: u64,
}

/// Writes a full text, byte for byte as it was published: lines, then codes, then numbers, each
/// ascending. Checks their order and how many there are, nothing else: whether the text is the one
/// that was signed, its hash says.
#[derive(Debug)]
pub struct TextWriter<W> {
    sink: W,
    counts: Counts,
    written: Counts,
    stage: Stage,
    row: Vec<u8>,
    row_before: Vec<u8>,
    numbers: BlockWriter,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Lines,
    Codes,
    Numbers,
}

impl<W: FnMut(&[u8])> TextWriter<W> {
    /// Begins a text of so many rows.
    pub fn new(mut sink: W, counts: Counts) -> Self {
        sink(format!("{NAME} {FORMAT}\nlines {}\n", counts.lines).as_bytes());
        let mut this = Self {
            sink,
            counts,
            written: Counts::default(),
            stage: Stage::Lines,
            row: Vec::new(),
            row_before: Vec::new(),
            numbers: BlockWriter::default(),
        };
        this.go_on();
        this
    }

    /// Writes the next line.
    ///
    /// # Errors
    /// It is not above the one before, or one too many.
    pub fn line(&mut self, line: &Line<'_>) -> Result<(), WireError> {
        self.expect(Stage::Lines)?;
        put_line(&mut self.row, line);
        self.put_row()?;
        self.written.lines += 1;
        self.go_on();
        Ok(())
    }

    /// Writes the next short code.
    ///
    /// # Errors
    /// It is not above the one before, one too many, or lines are missing.
    pub fn code(&mut self, code: &CodeRow) -> Result<(), WireError> {
        self.expect(Stage::Codes)?;
        put_code(&mut self.row, code);
        self.put_row()?;
        self.written.codes += 1;
        self.go_on();
        Ok(())
    }

    /// Writes the next number.
    ///
    /// # Errors
    /// It is not above the one before, one too many, lines or codes are missing, or there is no
    /// such line.
    pub fn number(&mut self, row: NumberRow) -> Result<(), WireError> {
        self.expect(Stage::Numbers)?;
        if self.written.numbers == self.counts.numbers {
            return Err(refused(Problem::Unexpected));
        }
        if u64::from(row.line) >= self.counts.lines {
            return Err(refused(Problem::Value));
        }
        if !self.numbers.push(row, &mut self.sink) {
            return Err(refused(Problem::Order));
        }
        self.written.numbers += 1;
        Ok(())
    }

    /// Writes what waits.
    ///
    /// # Errors
    /// Rows are missing.
    pub fn finish(mut self) -> Result<(), WireError> {
        if self.written != self.counts {
            return Err(refused(Problem::Ends));
        }
        self.numbers.flush(&mut self.sink);
        Ok(())
    }

    fn expect(&self, stage: Stage) -> Result<(), WireError> {
        if self.stage == stage {
            Ok(())
        } else {
            Err(refused(Problem::Unexpected))
        }
    }

    fn put_row(&mut self) -> Result<(), WireError> {
        // No row is empty.
        let is_next = self.row > self.row_before;
        if is_next {
            self.row_before.clone_from(&self.row);
            self.row.push(b'\n');
            (self.sink)(&self.row);
        }
        self.row.clear();
        if is_next {
            Ok(())
        } else {
            Err(refused(Problem::Order))
        }
    }

    /// Goes to the next sort of rows where one is complete.
    fn go_on(&mut self) {
        if self.stage == Stage::Lines && self.written.lines == self.counts.lines {
            self.begin(Stage::Codes, "codes", self.counts.codes);
        }
        if self.stage == Stage::Codes && self.written.codes == self.counts.codes {
            self.begin(Stage::Numbers, "numbers", self.counts.numbers);
        }
    }

    fn begin(&mut self, stage: Stage, word: &str, count: u64) {
        self.stage = stage;
        self.row_before.clear();
        (self.sink)(format!("{word} {count}\n").as_bytes());
    }
}

fn refused(problem: Problem) -> WireError {
    WireError::new(0, problem)
}
