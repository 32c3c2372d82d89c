//! Incoming calls: deciding, recording, and their ends.

use cleardown_core::{
    Alert, CallId, Caller, Dialled, Ended, Incoming, LiveCall, Person, Presentation, Verdict,
    screen as decide,
};

use crate::api::{
    AfterEnd, ClockRequest, EndedRequest, PersonAnswer, PersonRequest, Recorded, ScreenAnswer,
    ScreenRequest, Waiting,
};
use crate::engine::Inner;
use crate::files::Lookup;
use crate::memory::Save;
use crate::{Engine, EngineError};

impl Engine {
    /// Decides about an incoming call. Only reads. With a broken list, the list that came with the
    /// app answers.
    ///
    /// # Errors
    /// [`EngineError::Busy`]; the call rings.
    pub fn screen(&self, ask: &ScreenRequest) -> Result<ScreenAnswer, EngineError> {
        let mut inner = self.lock()?;
        let call = Seen::read(&mut inner, ask);
        let recent = inner.recent(ask.now);
        let verdict = decide(&call.incoming(ask), &recent.state, &recent.policy, ask.now);
        let policy = verdict.is_flagged().then(|| recent.policy.clone());
        let running = recent.state.remaining_s(ask.now);
        let length = i64::from(recent.policy.cool_down_seconds);
        let cool_down = if verdict.is_flagged() {
            running.max(length)
        } else {
            running
        };
        let help = policy.and_then(|policy| inner.help(&call, &policy));
        Ok(ScreenAnswer {
            help,
            ..answer(&call, verdict, cool_down)
        })
    }

    /// Takes an incoming call down: marker, state, history. To be called with the request that
    /// [`Engine::screen`] answered, once the warning is on the screen.
    ///
    /// # Errors
    /// [`EngineError::Busy`]; the call rings.
    pub fn record_screen(&self, ask: &ScreenRequest) -> Result<Recorded, EngineError> {
        let mut inner = self.lock()?;
        let call = Seen::read(&mut inner, ask);
        let verdict = inner.decide(&call, ask);
        if verdict.is_flagged() {
            inner.files.mark(true);
        }
        let is_new = inner.recent(ask.now).state.last_call() == 0;
        let last = if is_new { inner.files.last_call() } else { 0 };
        let id = inner.update(ask.now, Save::IfPossible, |state, policy| {
            state.count_calls_from(last);
            state.record_screened(&call.incoming(ask), &verdict, policy, ask.now)
        })?;
        inner
            .files
            .add_to_history(id, &call.caller, &verdict, ask.now);
        Ok(Recorded { call: id.0 })
    }

    /// Takes down evidence that a call is over, and says what to show.
    ///
    /// # Errors
    /// [`EngineError::Busy`].
    pub fn ended(&self, ask: &EndedRequest) -> Result<AfterEnd, EngineError> {
        let mut inner = self.lock_during(ask.in_call)?;
        let region = inner.region;
        let read = || Caller::read(ask.number.as_deref(), Presentation::Allowed, region);
        let caller = ask.identified.then(read);
        let ended = Ended {
            caller,
            answered: ask.answered,
            in_call: ask.in_call,
        };
        let open = open_calls(inner.recent(ask.now).state.calls());
        let after = inner.update(ask.now, Save::IfPossible, |state, policy| {
            state.record_ended(&ended, policy, ask.now)
        })?;
        let state = inner.recent(ask.now).state.clone();
        for call in state.calls().iter().filter(|call| open.contains(&call.id)) {
            if let Some(end) = call.ended {
                inner.files.set_answered(call.id, end.answered);
            }
        }
        let cool_down = state.remaining_s(ask.now);
        Ok(AfterEnd {
            screen: after.screen,
            cool_down,
            call: after.call.map(|id| id.0),
        })
    }

    /// Takes down what the person said or pressed.
    ///
    /// # Errors
    /// [`EngineError::Busy`]; for "Call anyway" also that it could not be written.
    pub fn person(&self, ask: &PersonRequest) -> Result<PersonAnswer, EngineError> {
        let mut inner = self.lock_during(ask.in_call)?;
        let region = inner.region;
        let dialled = ask
            .number
            .as_deref()
            .map(|number| Dialled::read(number, region));
        let save = match ask.what {
            Person::CallAnyway => Save::Must,
            _ => Save::IfPossible,
        };
        let result = inner.update(ask.now, save, |state, policy| {
            state.record_person(ask.what, dialled.as_ref(), ask.in_call, policy, ask.now)
        })?;
        let state = inner.recent(ask.now).state.clone();
        // Only the call that the person meant can have become louder.
        if let (Alert::Warning, Some(call)) = (result.alert, state.last_flagged()) {
            inner.files.set_verdict(call);
        }
        Ok(PersonAnswer {
            screen: result.screen,
            cool_down: state.remaining_s(ask.now),
            alert: result.alert,
            reasons: result.reasons,
            accepted: result.accepted,
        })
    }

    /// Brings every stored moment in line with clocks that were set, or that began anew.
    ///
    /// # Errors
    /// [`EngineError::Busy`].
    pub fn clock(&self, ask: &ClockRequest) -> Result<Waiting, EngineError> {
        let mut inner = self.lock()?;
        inner.update(ask.now, Save::IfPossible, |state, _| state.rebase(ask.now))?;
        inner.see_pin(ask.now);
        Ok(Waiting {
            cool_down: inner.recent(ask.now).state.remaining_s(ask.now),
        })
    }
}

/// An incoming call, with what the lists say of it.
pub(crate) struct Seen {
    pub(crate) caller: Caller,
    pub(crate) lookup: Lookup,
}

impl Seen {
    /// Reads who is shown, and looks that up.
    pub(crate) fn read(inner: &mut Inner, ask: &ScreenRequest) -> Self {
        let caller = Caller::read(ask.number.as_deref(), ask.presentation, inner.region);
        let lookup = match &caller {
            Caller::Presented(number) => inner.files.lookup_or_bundled(*number),
            Caller::ShortCode(code) => inner.files.lookup_code(code),
            Caller::Withheld | Caller::Unavailable | Caller::Unreadable => Lookup::default(),
        };
        Self { caller, lookup }
    }

    pub(crate) fn incoming<'a>(&'a self, ask: &ScreenRequest) -> Incoming<'a> {
        Incoming {
            caller: &self.caller,
            contact: ask.contact,
            verification: ask.verification,
            listings: &self.lookup.listings,
        }
    }
}

impl Inner {
    fn decide(&mut self, call: &Seen, ask: &ScreenRequest) -> Verdict {
        let recent = self.recent(ask.now);
        decide(&call.incoming(ask), &recent.state, &recent.policy, ask.now)
    }
}

pub(crate) fn answer(seen: &Seen, verdict: Verdict, cool_down: i64) -> ScreenAnswer {
    let listing = verdict.listing;
    ScreenAnswer {
        alert: verdict.alert,
        reasons: verdict.reasons,
        caller: seen.caller.code().to_owned(),
        number: seen.caller.key(),
        display: seen.lookup.display.clone(),
        organisation: listing.as_ref().map(|one| one.organisation.clone()),
        line: listing
            .as_ref()
            .map(|one| one.line.clone())
            .filter(|line| !line.is_empty()),
        kind: listing
            .as_ref()
            .filter(|_| !seen.lookup.kind_unknown)
            .map(|one| one.kind),
        calls_out: listing.as_ref().map(|one| one.calls_out),
        confidence: listing.as_ref().map(|one| one.confidence),
        cool_down,
        rang_emergency: verdict.rang_emergency,
        help: None,
    }
}

fn open_calls(calls: &[LiveCall]) -> Vec<CallId> {
    calls
        .iter()
        .filter(|call| call.ended.is_none())
        .map(|call| call.id)
        .collect()
}
