//! A bar on standard error while something long is fetched.

use std::io::{IsTerminal, Write, stderr};

/// Files below this size come before anyone looks. Bytes.
const WORTH_A_BAR: u64 = 256 << 10;

/// Width of the bar, columns.
const WIDTH: u64 = 30;

/// A bar for one file; none where nobody looks at it.
pub struct Progress {
    name: String,
    of_bytes: u64,
    last: Option<u64>,
    shown: bool,
}

impl Progress {
    /// Of a file of this size.
    pub fn new(name: &str, of_bytes: u64) -> Self {
        Self {
            name: name.to_owned(),
            of_bytes,
            last: None,
            shown: of_bytes >= WORTH_A_BAR && stderr().is_terminal(),
        }
    }

    /// So many bytes are there.
    pub fn show(&mut self, bytes: u64) {
        let percent = (bytes * 100)
            .checked_div(self.of_bytes)
            .unwrap_or(100)
            .min(100);
        if !self.shown || self.last == Some(percent) {
            return;
        }
        self.last = Some(percent);
        let done = (percent * WIDTH / 100) as usize;
        let rest = WIDTH as usize - done;
        // A bar that cannot be drawn is no failure.
        let _ = write!(
            stderr(),
            "\r{} [{}{}] {percent:3} %",
            self.name,
            "#".repeat(done),
            ".".repeat(rest)
        );
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.last.is_some() {
            let _ = writeln!(stderr());
        }
    }
}
