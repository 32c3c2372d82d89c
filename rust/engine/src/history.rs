//! The call history and the notes in it. Stays on the phone.

use crate::api::{HistoryAction, HistoryAnswer, HistoryRequest};
use crate::engine::Inner;
use crate::memory::Save;
use crate::{Engine, EngineError, export};

/// A note of a call that the app did not see is the same one for so long, milliseconds.
const UNSEEN_MS: i64 = 24 * 60 * 60 * 1000;

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
                let note = ask.note.as_ref().ok_or_else(|| EngineError::Request {
                    what: "the note is missing".to_owned(),
                })?;
                let call = inner.call_of_note(ask)?;
                inner.files.add_note(call, note)?;
            }
            HistoryAction::Delete => inner.files.delete_history(ask.id)?,
        }
        Ok(HistoryAnswer {
            calls: inner.files.history()?,
            export: None,
        })
    }
}

impl Inner {
    /// The call that a note belongs to: the one asked for, else the last flagged one. A person who
    /// was rung on another phone, or in another app, has a call to tell of, too: it is taken down as
    /// one without a number.
    fn call_of_note(&mut self, ask: &HistoryRequest) -> Result<u64, EngineError> {
        let flagged = self.recent(ask.now).state.last_flagged();
        if let Some(call) = ask.id.or(flagged.map(|call| call.id.0)) {
            return Ok(call);
        }
        let now_ms = ask.now.wall_ms;
        let since_ms = now_ms.saturating_sub(UNSEEN_MS);
        if let Some(call) = self.files.unseen_call(since_ms..=now_ms)? {
            return Ok(call);
        }
        let last = self.files.last_call();
        let call = self.update(ask.now, Save::IfPossible, |state, _| {
            let next = state.last_call().max(last) + 1;
            state.count_calls_from(next);
            next
        })?;
        self.files.add_unseen_call(call, now_ms)?;
        Ok(call)
    }
}
