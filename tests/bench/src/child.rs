//! What one fresh process does: open, ask, say how long it took.

use std::fs;
use std::io::{Write, stdout};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use cleardown_core::E164;

use crate::bare::Bare;
use crate::{Failure, memory, ours, sync, warm};

/// The first word of a child's command line.
pub const WORD: &str = "child";

/// Which side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The engine.
    Ours,
    /// What it is compared with.
    Other,
}

/// What a child said, and when.
pub struct Said {
    /// Nanoseconds from before it was started until its answer was there.
    pub spawned_ns: u64,
    /// The words of its answer.
    pub words: Vec<u64>,
}

impl Side {
    /// Both, the second one first in every second run.
    pub fn in_turn(run: usize) -> [Self; 2] {
        if run.is_multiple_of(2) {
            [Self::Ours, Self::Other]
        } else {
            [Self::Other, Self::Ours]
        }
    }

    /// As a word of a command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Other => "other",
        }
    }
}

/// Starts this program again as a child and reads what it says.
pub fn start(words: &[&str]) -> Result<Said, Failure> {
    let program = std::env::current_exe().map_err(|e| format!("own program: {e}"))?;
    let mut command = Command::new(program);
    command.arg(WORD).args(words);
    ask(command)
}

/// Runs a command that answers with one line of numbers.
pub fn ask(mut command: Command) -> Result<Said, Failure> {
    let began = Instant::now();
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| format!("{}: {e}", command.get_program().display()))?;
    let line = first_line(&mut child)?;
    let spawned_ns = nanoseconds(began.elapsed());
    let ended = child.wait_with_output().map_err(|e| e.to_string())?;
    if !ended.status.success() {
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        return Err(format!("{command:?} ended with {}:\n{said}", ended.status));
    }
    let words = line
        .split_whitespace()
        .map(str::parse)
        .collect::<Result<_, _>>();
    let words = words.map_err(|_| format!("{command:?} said: {line}"))?;
    Ok(Said { spawned_ns, words })
}

/// The child's side of [`start`]. `began`: when its `main` did.
pub fn run(words: &[String], began: Instant) -> Result<(), Failure> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["first", side, device, credential, number, key] => {
            let listed = first(side, device, credential, number, key)?;
            let took = nanoseconds(began.elapsed());
            answer(&[took, u64::from(listed), read_bytes()]);
        }
        ["warm", side, device, credential, file] => {
            answer(&warm::child(side, device, credential, file)?)
        }
        ["memory", "empty"] => answer(&memory::kib()),
        ["memory", "engine", device, credential, file] => {
            answer(&memory::child(device, credential, file)?);
        }
        [sync::WORD, ref words @ ..] => answer(&sync::child(words)?),
        _ => return Err("a child was asked for something unknown".into()),
    }
    std::process::exit(0)
}

/// A duration as nanoseconds.
pub fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

/// The numbers in a file of questions, one in a line.
pub fn questions(file: &str) -> Result<Vec<E164>, Failure> {
    let text = fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
    Ok(text.lines().filter_map(E164::from_digits).collect())
}

fn first(
    side: &str,
    device: &str,
    credential: &str,
    number: &str,
    key: &str,
) -> Result<bool, Failure> {
    if side == Side::Ours.word() {
        return ours::screen(kept(ours::open(device, credential)), number);
    }
    let key = key.parse().map_err(|_| format!("{key} is no number"))?;
    let look_up = |bare: Bare| kept(bare).look_up(key);
    Bare::open(device, credential)
        .and_then(look_up)
        .map_err(|e| e.to_string())
}

/// Never closed: on a phone a process is killed.
fn kept<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn first_line(child: &mut Child) -> Result<String, Failure> {
    let mut line = String::new();
    let stdout = child.stdout.take().ok_or("a child without output")?;
    let mut reader = std::io::BufReader::new(stdout);
    std::io::BufRead::read_line(&mut reader, &mut line).map_err(|e| e.to_string())?;
    Ok(line)
}

fn answer(words: &[u64]) {
    let words: Vec<String> = words.iter().map(u64::to_string).collect();
    let mut out = stdout();
    let _ = writeln!(out, "{}", words.join(" "));
    let _ = out.flush();
}

/// What this process had to fetch from the disk: shows that the page cache was empty.
fn read_bytes() -> u64 {
    let io = fs::read_to_string("/proc/self/io").unwrap_or_default();
    let line = io
        .lines()
        .find_map(|line| line.strip_prefix("read_bytes: "));
    line.and_then(|number| number.parse().ok()).unwrap_or(0)
}
