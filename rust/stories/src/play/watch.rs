//! One question to the engine under a watchdog: a panic or no answer never reaches the phone.

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Once};
use std::thread::{self, Builder, JoinHandle};
use std::time::Duration;

use cleardown_engine::{Engine, EngineError};
use thiserror::Error;

/// How long a healthy engine may take; only a hung machine reaches it.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long one is waited for that is known to hang.
const SHORT: Duration = Duration::from_millis(150);
/// Panics on threads of this name are expected, and told by the answer.
const THREAD: &str = "story-engine";

/// Why there is no answer. All of them mean: let it ring, place it.
#[derive(Debug, Error)]
pub(super) enum NoAnswer {
    /// The engine says why.
    #[error("{0}")]
    Error(EngineError),
    /// It panicked.
    #[error("it panicked")]
    Panic,
    /// It took too long.
    #[error("it did not answer in time")]
    Late,
}

/// Asks the engine on threads of its own.
#[derive(Default)]
pub(super) struct Watchdog {
    /// Questions that are still being thought about.
    late: Vec<JoinHandle<()>>,
}

impl Watchdog {
    /// Asks `engine`; `hangs` = it is known not to answer.
    pub(super) fn ask<T: Send + 'static>(
        &mut self,
        engine: &Arc<Engine>,
        hangs: bool,
        question: impl FnOnce(&Engine) -> Result<T, EngineError> + Send + 'static,
    ) -> Result<T, NoAnswer> {
        silence_expected_panics();
        let (answer, answered) = mpsc::channel();
        let engine = Arc::clone(engine);
        let worker = Builder::new().name(THREAD.into()).spawn(move || {
            let result = panic::catch_unwind(AssertUnwindSafe(|| question(&engine)));
            // The engine is let go first: whoever has the answer may close it.
            drop(engine);
            // Nobody listens any more after a late answer.
            let _ = answer.send(result);
        });
        let Ok(worker) = worker else {
            return Err(NoAnswer::Late);
        };
        match answered.recv_timeout(if hangs { SHORT } else { PATIENCE }) {
            Ok(Ok(Ok(value))) => Ok(value),
            Ok(Ok(Err(error))) => Err(NoAnswer::Error(error)),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(NoAnswer::Panic),
            Err(RecvTimeoutError::Timeout) => {
                self.late.push(worker);
                Err(NoAnswer::Late)
            }
        }
    }

    /// Waits for questions that hung, once they hang no more.
    pub(super) fn settle(&mut self) {
        for worker in self.late.drain(..) {
            // A panic of a late worker is as good as no answer.
            let _ = worker.join();
        }
    }
}

/// Keeps the message of a panic that a story asked for off the terminal.
fn silence_expected_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(THREAD) {
                before(info);
            }
        }));
    });
}
