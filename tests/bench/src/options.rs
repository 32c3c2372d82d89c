//! What is measured, and how often.

use std::path::PathBuf;

use crate::Failure;

/// The command line.
pub struct Options {
    /// Fresh processes for each cell and side.
    pub runs: usize,
    /// Numbers in the list.
    pub rows: usize,
    /// Where the list is kept between runs.
    pub dir: PathBuf,
    /// The JVM part, if there is one.
    pub jvm: Option<Jvm>,
}

/// What the JVM part needs.
pub struct Jvm {
    /// The program that runs.
    pub java: PathBuf,
    /// Class path of both sides.
    pub class_path: String,
    /// The native library, release build.
    pub library: PathBuf,
}

const USAGE: &str = "\
cleardown-bench [--runs N] [--rows N] [--dir DIR]
                [--java FILE --jvm-classpath PATH --library FILE]

  --runs N    fresh processes for each cell and side, 31 or more (101)
  --rows N    numbers in the list (1000000)
  --dir DIR   where the list is kept between runs (target/bench); not on a tmpfs
";

const FEWEST_RUNS: usize = 31;

impl Options {
    /// Reads the command line.
    pub fn read(words: &[String]) -> Result<Self, Failure> {
        let mut options = Self {
            runs: 101,
            rows: 1_000_000,
            dir: PathBuf::from("target/bench"),
            jvm: None,
        };
        let (mut java, mut class_path, mut library) = (None, None, None);
        for pair in words.chunks(2) {
            let [name, value] = pair else {
                return Err(USAGE.into());
            };
            match name.as_str() {
                "--runs" => options.runs = number(value)?.max(FEWEST_RUNS),
                "--rows" => options.rows = number(value)?,
                "--dir" => options.dir = value.into(),
                "--java" => java = Some(value.into()),
                "--jvm-classpath" => class_path = Some(value.clone()),
                "--library" => library = Some(value.into()),
                _ => return Err(USAGE.into()),
            }
        }
        if let (Some(java), Some(class_path), Some(library)) = (java, class_path, library) {
            options.jvm = Some(Jvm {
                java,
                class_path,
                library,
            });
        }
        Ok(options)
    }
}

fn number(text: &str) -> Result<usize, Failure> {
    text.parse()
        .map_err(|_| format!("{text} is no number\n{USAGE}"))
}
