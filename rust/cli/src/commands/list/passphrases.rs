//! Passphrases: from files, or asked for at the terminal. Never from the command line, where other
//! people of the machine could read them.

use std::collections::HashMap;
use std::fs;

use cleardown_publish::{Passphrase, Problem};

use crate::args::PassphraseArgs;

/// Where passphrases come from, and those that were given already.
pub struct Asker {
    files: Vec<(Option<String>, String)>,
    known: HashMap<String, Passphrase>,
}

impl Asker {
    pub fn new(args: &PassphraseArgs) -> Self {
        let files = args
            .passphrase_file
            .iter()
            .map(|text| match text.split_once('=') {
                Some((name, file)) => (Some(name.to_owned()), file.to_owned()),
                None => (None, text.clone()),
            });
        Self {
            files: files.collect(),
            known: HashMap::new(),
        }
    }

    /// The passphrase of a key; a new one is asked for twice.
    pub fn ask(&mut self, key: &str, is_new: bool) -> Result<Passphrase, Problem> {
        if let Some(known) = self.known.get(key) {
            return Ok(known.clone());
        }
        let passphrase = match self.file_of(key) {
            Some(file) => read(file)?,
            None => prompt(key, is_new)?,
        };
        self.known.insert(key.to_owned(), passphrase.clone());
        Ok(passphrase)
    }

    fn file_of(&self, key: &str) -> Option<&str> {
        let named = self
            .files
            .iter()
            .find(|(name, _)| name.as_deref() == Some(key));
        let for_all = || self.files.iter().find(|(name, _)| name.is_none());
        named.or_else(for_all).map(|(_, file)| file.as_str())
    }
}

fn read(file: &str) -> Result<Passphrase, Problem> {
    let text = fs::read_to_string(file)
        .map(Passphrase::new)
        .map_err(|error| {
            let remedy = "Name a file whose first line is the passphrase.";
            Problem::new("passphrase_file", format!("{file}: {error}."), remedy)
        })?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let open = fs::metadata(file).is_ok_and(|about| about.permissions().mode() & 0o077 != 0);
        if open {
            eprintln!("{file} can be read by others on this machine: chmod 600 {file}");
        }
    }
    Ok(Passphrase::new(
        text.lines().next().unwrap_or_default().to_owned(),
    ))
}

fn prompt(key: &str, is_new: bool) -> Result<Passphrase, Problem> {
    let ask = |question: String| {
        rpassword::prompt_password(question)
            .map(Passphrase::new)
            .map_err(|error| {
                Problem::new(
                    "no_terminal",
                    format!("The passphrase of {key} cannot be asked for: {error}."),
                    "Run this at a terminal, or give --passphrase-file.",
                )
            })
    };
    if !is_new {
        return ask(format!("Passphrase of {key}: "));
    }
    let first = ask(format!("New passphrase for {key}: "))?;
    if ask(format!("The same again for {key}: "))? == first {
        return Ok(first);
    }
    let text = "The two passphrases differ.";
    Err(Problem::new(
        "passphrases_differ",
        text,
        "Type the same one twice.",
    ))
}
