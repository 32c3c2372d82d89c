//! Numbered steps on the terminal: `[2/7] what it does`, then how it ended and after how long.

use std::io::{IsTerminal, Write, stdout};
use std::time::{Duration, Instant};

/// A sequence of steps whose number is known from the start.
pub struct Steps {
    total: usize,
    current: usize,
}

impl Steps {
    /// A sequence of `total` steps.
    pub fn new(total: usize) -> Self {
        Self { total, current: 0 }
    }

    /// Begins the next step and says what it does.
    pub fn begin(&mut self, what: &str) -> Step {
        self.current += 1;
        println!("[{}/{}] {what}", self.current, self.total);
        Step {
            started: Instant::now(),
            shown: Instant::now(),
            tty: stdout().is_terminal(),
        }
    }
}

/// One running step.
pub struct Step {
    started: Instant,
    shown: Instant,
    tty: bool,
}

impl Step {
    /// Shows that the step lives: on a terminal in one line that is overwritten, otherwise a line
    /// every 20 seconds.
    pub fn alive(&mut self, news: &str) {
        let pause = Duration::from_millis(if self.tty { 200 } else { 20_000 });
        if self.shown.elapsed() < pause {
            return;
        }
        self.shown = Instant::now();
        let text: String = news.trim().chars().take(80).collect();
        if self.tty {
            print!(
                "\r\x1b[2K      {:>4} s  {text}",
                self.started.elapsed().as_secs()
            );
            let _ = stdout().flush();
        } else {
            println!("      {:>4} s  {text}", self.started.elapsed().as_secs());
        }
    }

    /// Makes room for a line of its own.
    pub fn line(&mut self, text: &str) {
        if self.tty {
            print!("\r\x1b[2K");
        }
        println!("{text}");
        self.shown = Instant::now();
    }

    /// Ends the step with a word on how it went; answers the time it took.
    pub fn end(mut self, how: &str) -> Duration {
        let took = self.started.elapsed();
        self.line(&format!("      {how} ({:.1} s)", took.as_secs_f64()));
        took
    }
}
