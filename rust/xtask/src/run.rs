//! Runs a program, keeps all it says in a log and shows that it lives.

use std::fs::{File, create_dir_all};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crate::Failure;
use crate::places;
use crate::steps::Step;

/// How a program ended, and everything it said.
pub struct Said {
    /// Exit code 0.
    pub ok: bool,
    /// Its standard output and standard error, line by line, as they came.
    pub lines: Vec<String>,
    /// Where the same is kept.
    pub log: String,
}

/// What to do with a line while the program runs.
pub enum Show {
    /// Print it.
    Line(String),
    /// Use it as a sign of life.
    News(String),
    /// Nothing.
    Nothing,
}

impl Said {
    /// The failure to report: the last lines, and where all of them are.
    pub fn failure(&self, what: &str) -> Failure {
        let tail = &self.lines[self.lines.len().saturating_sub(40)..];
        format!(
            "{}\n\n{what} failed. Everything it said: {}",
            tail.join("\n"),
            self.log
        )
    }
}

/// Runs `command` to its end. `show` decides what is seen of each line; the whole goes to the log
/// `name`.log.
pub fn logged(
    command: &mut Command,
    name: &str,
    step: &mut Step,
    show: impl Fn(&str) -> Show,
) -> Result<Said, Failure> {
    let path = places::logs().join(format!("{name}.log"));
    let log = path.display().to_string();
    create_dir_all(places::logs()).map_err(|e| format!("{log}: {e}"))?;
    let mut file = File::create(&path).map_err(|e| format!("{log}: {e}"))?;
    let mut child = command
        .current_dir(places::root())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| format!("{} does not start: {e}", command.get_program().display()))?;
    let (sender, receiver) = mpsc::channel();
    forward(child.stdout.take(), sender.clone());
    forward(child.stderr.take(), sender);

    let mut lines = Vec::new();
    let mut news = String::new();
    loop {
        match receiver.recv_timeout(Duration::from_secs(1)) {
            Ok(line) => {
                let _ = writeln!(file, "{line}");
                match show(&line) {
                    Show::Line(text) => step.line(&text),
                    Show::News(text) => news = text,
                    Show::Nothing => {}
                }
                lines.push(line);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        step.alive(&news);
    }
    let status = child.wait().map_err(|e| format!("{name}: {e}"))?;
    Ok(Said {
        ok: status.success(),
        lines,
        log,
    })
}

/// What a short command prints (both streams), or `None` if it does not start or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = [output.stdout, output.stderr].concat();
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&text).into_owned())
}

fn forward(stream: Option<impl Read + Send + 'static>, lines: Sender<String>) {
    let Some(stream) = stream else { return };
    thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut raw = Vec::new();
        while matches!(reader.read_until(b'\n', &mut raw), Ok(n) if n > 0) {
            let line = String::from_utf8_lossy(&raw).trim_end().to_owned();
            raw.clear();
            if lines.send(line).is_err() {
                return;
            }
        }
    });
}
