//! The call history and the notes in it. Stays on the phone.

use crate::api::{HistoryAction, HistoryAnswer, HistoryRequest};
use crate::{Engine, EngineError, export};

impl Engine {
    /// Gives the history, keeps a note with a call, deletes, or writes the text of a file.
    ///
    /// # Errors
    /// [`EngineError::Request`] for a note without text, [`EngineError::NoSuchCall`],
    /// [`EngineError::Store`].
    pub fn history(&self, ask: &HistoryRequest) -> Result<HistoryAnswer, EngineError> {
        let mut inner = self.lock()?;
        match ask.action {
            HistoryAction::List => {}
            HistoryAction::Export => {
                return Ok(HistoryAnswer {
                    calls: Vec::new(),
                    export: Some(export::text(inner.files.whole_history()?, ask.now)),
                });
            }
            HistoryAction::Note => {
                let last = inner.recent(ask.now).state.last_flagged();
                let last = last.map(|call| call.id.0);
                let call = ask.id.or(last).ok_or(EngineError::NoSuchCall)?;
                let missing = || EngineError::Request {
                    what: "the note is missing".to_owned(),
                };
                inner
                    .files
                    .add_note(call, ask.note.as_ref().ok_or_else(missing)?)?;
            }
            HistoryAction::Delete => inner.files.delete_history(ask.id)?,
        }
        Ok(HistoryAnswer {
            calls: inner.files.history()?,
            export: None,
        })
    }
}
