//! What went wrong, and how long decisions take on this phone.

use crate::api::{DecisionKind, DecisionTimes, Decisions, HealthAnswer, HealthRequest};
use crate::engine::Inner;
use crate::{Engine, EngineError};

/// Longest code of a health event, characters.
const LONGEST_EVENT: usize = 40;

impl Engine {
    /// Counts an event of the app's health and keeps the time of a decision, where they are given,
    /// and gives all of both. Not for the call path: to be asked once the call was answered for.
    ///
    /// # Errors
    /// [`EngineError::Request`] for an event that is no code and a time without a kind,
    /// [`EngineError::Store`].
    pub fn health(&self, ask: &HealthRequest) -> Result<HealthAnswer, EngineError> {
        let mut inner = self.lock()?;
        if let Some(event) = &ask.event {
            if !is_code(event) {
                return refused("a health event is a code of small letters and underscores");
            }
            inner.files.count_event(event, ask.now)?;
        }
        if let Some(us) = ask.decision_us {
            let Some(what) = ask.what else {
                return refused("of a decision's time it is not said of which kind it was");
            };
            // A time that cannot be written is lost, and nothing else is.
            if let Err(error) = inner.files.store().note_decision(code_of(what), us) {
                inner.files.note(&error);
            }
        }
        Ok(HealthAnswer {
            events: inner.files.events()?,
            decisions: inner.decisions()?,
        })
    }
}

impl Inner {
    fn decisions(&self) -> Result<Decisions, EngineError> {
        let of = |what| -> Result<DecisionTimes, EngineError> {
            Ok(times(&self.files.store().decisions(code_of(what))?))
        };
        Ok(Decisions {
            screening: of(DecisionKind::Screening)?,
            placing: of(DecisionKind::Placing)?,
        })
    }
}

/// Median and 95th percentile by the nearest rank; `sorted` has the shortest first.
fn times(sorted: &[u64]) -> DecisionTimes {
    let rank = |percent: usize| (sorted.len() * percent).div_ceil(100);
    let of = |percent| sorted.get(rank(percent).saturating_sub(1)).copied();
    DecisionTimes {
        count: sorted.len() as u64,
        median_us: of(50),
        p95_us: of(95),
    }
}

/// Letters only: a number must not get in by this way.
fn is_code(event: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    (1..=LONGEST_EVENT).contains(&event.len()) && event.bytes().all(is_letter)
}

fn code_of(what: DecisionKind) -> &'static str {
    match what {
        DecisionKind::Screening => "screening",
        DecisionKind::Placing => "placing",
    }
}

fn refused(what: &str) -> Result<HealthAnswer, EngineError> {
    let what = what.to_owned();
    Err(EngineError::Request { what })
}
