//! Where a published list is looked at: a folder, or a web server.

use std::fs;
use std::path::PathBuf;

use cleardown_engine::sync::Why;
use serde_json::Value;

use crate::http::{Fetched, Http};

/// A published folder, here or on a server.
pub enum Source {
    /// Here.
    Folder(PathBuf),
    /// On a server: its address, without a slash at its end.
    Web(String, Box<Http>),
}

/// Most bytes of a file that is only looked at.
const MOST_BYTES: u64 = 1 << 20;

impl Source {
    /// What the argument names: an address begins with http:// or https://.
    pub fn of(text: &str) -> Self {
        if text.starts_with("https://") || text.starts_with("http://") {
            Self::Web(text.trim_end_matches('/').to_owned(), Box::new(Http::new()))
        } else {
            Self::Folder(PathBuf::from(text))
        }
    }

    /// The address that a phone would be given. A folder stands for a server on this machine; none
    /// is asked.
    pub fn base(&self) -> &str {
        match self {
            Self::Folder(_) => "http://localhost",
            Self::Web(base, _) => base,
        }
    }

    /// One file below it.
    pub fn get(&self, name: &str, most_bytes: u64, progress: &mut dyn FnMut(u64)) -> Fetched {
        let name = name.trim_start_matches('/');
        match self {
            Self::Web(base, http) => http.get(&format!("{base}/{name}"), most_bytes, progress),
            Self::Folder(folder) => match fs::read(folder.join(name)) {
                Ok(bytes) if bytes.len() as u64 > most_bytes => Fetched::Failed(Why::TooBig),
                Ok(bytes) => Fetched::Body(bytes),
                Err(_) => Fetched::Status(404),
            },
        }
    }

    /// A text file that must be there.
    pub fn text(&self, name: &str) -> Result<String, String> {
        let place = format!("{}/{name}", self.name());
        match self.get(name, MOST_BYTES, &mut |_| ()) {
            Fetched::Body(bytes) => {
                String::from_utf8(bytes).map_err(|_| format!("{place} is no text file."))
            }
            Fetched::Status(status) => Err(format!(
                "{place}: status {status}. Name the folder or address that holds `metadata` and \
                 `targets`."
            )),
            Fetched::Failed(why) => Err(format!("{place}: {why}.")),
        }
    }

    /// A JSON file that must be there.
    pub fn json(&self, name: &str) -> Result<Value, String> {
        let text = self.text(name)?;
        serde_json::from_str(&text).map_err(|_| {
            format!(
                "{}/{name} is no metadata: a page of somebody else's?",
                self.name()
            )
        })
    }

    fn name(&self) -> String {
        match self {
            Self::Folder(folder) => folder.display().to_string(),
            Self::Web(base, _) => base.clone(),
        }
    }
}
