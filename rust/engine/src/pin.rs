//! The PIN that locks the settings (design §10).

mod hash;
mod record;

use cleardown_core::{Countdown, Lock, Now, Origin, PIN_OPENS_MS, Policy, is_pin};

use crate::api::{PinAction, PinAnswer, PinRefusal, PinRequest, PinStatus};
use crate::engine::Inner;
use crate::memory::Recent;
use crate::{Engine, EngineError};

use hash::PinHash;
use record::PinRecord;

impl Engine {
    /// Sets the PIN, tries it, or gives it up. It is hashed outside the engine's lock: meanwhile
    /// calls are decided.
    ///
    /// # Errors
    /// [`EngineError::Busy`]; [`EngineError::Store`] where it could not be written, for a try also
    /// that it could not be counted; [`EngineError::Request`], [`EngineError::NoMemory`].
    pub fn pin(&self, ask: &PinRequest) -> Result<PinAnswer, EngineError> {
        let refused = match &ask.action {
            PinAction::Set { pin, salt } => self.set_pin(pin, salt, ask)?,
            PinAction::Check { pin } => self.check_pin(pin, ask)?,
            PinAction::Forgot => self.lock_during(ask.in_call)?.forget_pin(ask)?,
            PinAction::Cancel => self.lock_during(ask.in_call)?.remember_pin()?,
        };
        let mut inner = self.lock_during(ask.in_call)?;
        let policy = inner.recent(ask.now).policy.clone();
        Ok(PinAnswer {
            refused,
            pin: inner.pin_status(&policy, ask.now),
        })
    }

    fn set_pin(
        &self,
        pin: &str,
        salt: &str,
        ask: &PinRequest,
    ) -> Result<Option<PinRefusal>, EngineError> {
        if !is_pin(pin) {
            return Ok(Some(PinRefusal::NoPin));
        }
        if let Some(refusal) = self.lock_during(ask.in_call)?.no_new_pin(ask)? {
            return Ok(Some(refusal));
        }
        let hash = PinHash::of(pin, salt)?;
        let mut inner = self.lock_during(ask.in_call)?;
        // Somebody else may have set one meanwhile.
        let refusal = inner.no_new_pin(ask)?;
        if refusal.is_none() {
            inner.keep(Some(&PinRecord::new(hash)))?;
        }
        Ok(refusal)
    }

    fn check_pin(&self, pin: &str, ask: &PinRequest) -> Result<Option<PinRefusal>, EngineError> {
        let begun = self.lock_during(ask.in_call)?.begin_try(pin, ask.now)?;
        let record = match begun {
            Ok(record) => record,
            Err(refusal) => return Ok(Some(refusal)),
        };
        let is_right = record.hash.is_of(pin)?;
        let mut inner = self.lock_during(ask.in_call)?;
        // Another PIN, if one was set meanwhile, was not tried.
        let kept = inner.pin_record(ask.now)?;
        let Some(mut kept) = kept.filter(|kept| is_right && kept.hash == record.hash) else {
            return Ok(Some(PinRefusal::Wrong));
        };
        kept.tries.was_right();
        inner.keep(Some(&kept))?;
        inner.pin_open = Some(Countdown::start(PIN_OPENS_MS, ask.now));
        Ok(None)
    }
}

impl Inner {
    /// How things stand with the PIN. Where that cannot be read: none is set.
    pub(crate) fn pin_status(&mut self, policy: &Policy, now: Now) -> PinStatus {
        let Ok(Some(record)) = self.pin_record(now) else {
            return PinStatus::default();
        };
        PinStatus {
            set: true,
            locks: policy.lock == Lock::Pin,
            open: seconds(self.open_ms(now)),
            wait: seconds(record.tries.wait_ms(now)),
            forgotten: record.tries.forgotten_ms(now).map(seconds),
        }
    }

    /// Whether the PIN is needed now for weaker settings, or for others of `by`.
    ///
    /// A lock for which no PIN is set holds nobody back who could have set it: it could not be
    /// opened. The lock of somebody stronger stays one: a PIN has to be chosen first, and whoever
    /// holds the phone can do that.
    ///
    /// # Errors
    /// It could not be read whether one is set.
    pub(crate) fn needs_pin(
        &mut self,
        recent: &Recent,
        by: Origin,
        now: Now,
    ) -> Result<bool, EngineError> {
        if recent.policy.lock != Lock::Pin || self.open_ms(now) > 0 {
            return Ok(false);
        }
        let set_by = recent.settings.origins().get("lock").copied();
        Ok(set_by > Some(by) || self.pin_record(now)?.is_some())
    }

    /// Writes down how much of the waits has passed, so that switching the phone off does not begin
    /// them anew. Where that fails they are longer.
    pub(crate) fn see_pin(&mut self, now: Now) {
        let Ok(Some(record)) = self.kept::<PinRecord>() else {
            return;
        };
        let tries = &record.tries;
        let kept = if tries.forgotten_ms(now) == Some(0) {
            self.keep::<PinRecord>(None)
        } else if tries.is_stale(now) {
            let tries = tries.seen(now);
            self.keep(Some(&PinRecord { tries, ..record }))
        } else {
            return;
        };
        if let Err(EngineError::Store(error)) = kept {
            self.files.note(&error);
        }
    }

    /// Why no PIN can be set now.
    fn no_new_pin(&mut self, ask: &PinRequest) -> Result<Option<PinRefusal>, EngineError> {
        if self.pin_record(ask.now)?.is_none() {
            return Ok(None);
        }
        let recent = self.recent(ask.now).clone();
        if recent.state.is_under_pressure(ask.in_call, ask.now) {
            return Ok(Some(PinRefusal::Pressure));
        }
        let is_locked = self.needs_pin(&recent, Origin::Person, ask.now)?;
        Ok(is_locked.then_some(PinRefusal::Locked))
    }

    /// Counts a try before it is made: it is not made where it cannot be counted.
    fn begin_try(
        &mut self,
        pin: &str,
        now: Now,
    ) -> Result<Result<PinRecord, PinRefusal>, EngineError> {
        let Some(mut record) = self.pin_record(now)? else {
            return Ok(Err(PinRefusal::NotSet));
        };
        if !is_pin(pin) {
            return Ok(Err(PinRefusal::NoPin));
        }
        if record.tries.begin(now).is_err() {
            return Ok(Err(PinRefusal::Wait));
        }
        self.keep(Some(&record))?;
        Ok(Ok(record))
    }

    fn forget_pin(&mut self, ask: &PinRequest) -> Result<Option<PinRefusal>, EngineError> {
        let Some(mut record) = self.pin_record(ask.now)? else {
            return Ok(Some(PinRefusal::NotSet));
        };
        let state = &self.recent(ask.now).state;
        if state.is_under_pressure(ask.in_call, ask.now) {
            return Ok(Some(PinRefusal::Pressure));
        }
        record.tries.forget(ask.now);
        self.keep(Some(&record))?;
        Ok(None)
    }

    fn remember_pin(&mut self) -> Result<Option<PinRefusal>, EngineError> {
        let Some(mut record) = self.kept::<PinRecord>()? else {
            return Ok(Some(PinRefusal::NotSet));
        };
        record.tries.remember();
        self.keep(Some(&record))?;
        Ok(None)
    }

    /// The PIN, unless it was forgotten a day ago.
    fn pin_record(&self, now: Now) -> Result<Option<PinRecord>, EngineError> {
        let kept = self.kept::<PinRecord>()?;
        Ok(kept.filter(|record| record.tries.forgotten_ms(now) != Some(0)))
    }

    fn open_ms(&self, now: Now) -> i64 {
        self.pin_open.map_or(0, |open| open.left_ms(now))
    }
}

/// Rounded up, so that 0 is said only when it is over.
fn seconds(ms: i64) -> i64 {
    ms.saturating_add(999) / 1000
}
