//! Settings.

mod replace;

use std::collections::BTreeMap;
use std::iter;

use cleardown_core::{
    Change, KeyError, NoTime, Now, Origin, Policy, PolicyValue, Settings, State, by_strength,
    change,
};

use crate::api::{ConfigureAnswer, ConfigureRequest, Refusal, ScheduledChange};
use crate::engine::Inner;
use crate::memory::{Put, Recent};
use crate::{Engine, EngineError, lists};

impl Engine {
    /// Changes settings: strengthening at once, weakening never while somebody may be pressing the
    /// person to do it (design §5). A key that cannot be read gives its own error, and the value
    /// before stays. A key that a stronger origin has set is not changed, nor anything with it.
    ///
    /// With a time, what is weaker waits for it, and the rest holds at once. Whatever is set drops
    /// what was scheduled for the same key.
    ///
    /// # Errors
    /// [`EngineError::Busy`], [`EngineError::Store`] where it could not be written: the old
    /// settings hold. [`EngineError::Request`] for a time with `replace`.
    pub fn configure(&self, ask: &ConfigureRequest) -> Result<ConfigureAnswer, EngineError> {
        self.with_settings(ask.in_call, ask.now, |inner| {
            let merged = inner.merged(ask);
            let ask = merged.as_ref().unwrap_or(ask);
            if ask.replace {
                inner.replace(ask)
            } else {
                inner.change(ask)
            }
        })
    }

    /// The one way by which settings change: lists of publishers that they do not name any more are
    /// dropped, also where something failed after the settings were written.
    pub(crate) fn with_settings<T>(
        &self,
        in_call: bool,
        now: Now,
        change: impl FnOnce(&mut Inner) -> Result<T, EngineError>,
    ) -> Result<T, EngineError> {
        let mut inner = self.lock_during(in_call)?;
        inner.flush(now);
        let before = inner.publishers(now);
        let changed = change(&mut inner);
        let after = inner.publishers(now);
        drop(inner);
        self.do_without(before, &after);
        changed
    }
}

impl Inner {
    /// The request of several IT teams as one.
    fn merged(&self, ask: &ConfigureRequest) -> Option<ConfigureRequest> {
        if ask.others.is_empty() {
            return None;
        }
        let teams = iter::once(&ask.policy).chain(&ask.others);
        Some(ConfigureRequest {
            policy: Settings::strongest(teams, ask.origin, self.region),
            others: Vec::new(),
            ..ask.clone()
        })
    }

    fn change(&mut self, ask: &ConfigureRequest) -> Result<ConfigureAnswer, EngineError> {
        let recent = self.recent(ask.now).clone();
        let (old, region) = (&recent.policy, self.region);
        let (requested, list_errors) = self.readable(ask, old);
        let held_by = recent.settings.held_by(ask.origin, &requested, region);
        if !held_by.is_empty() {
            let why = Some(Refusal::Stronger);
            return Ok(self.answer(ask, refused(old, None), why, held_by));
        }
        let (at_once, weaker) = match ask.at_ms {
            Some(_) => by_strength(old, &requested, ask.origin, region),
            None => (requested, BTreeMap::new()),
        };
        let mut taken = change(
            old,
            &at_once,
            ask.origin,
            &recent.state,
            ask.in_call,
            region,
            ask.now,
        );
        taken.accepted &= !at_once.is_empty() || list_errors.is_empty();
        taken.errors.extend(list_errors);
        let mut delay_ms = 0;
        if let Some(at_ms) = ask.at_ms.filter(|_| !weaker.is_empty()) {
            let may = &recent.state;
            match may.may_schedule(at_ms, ask.origin, ask.in_call, ask.now) {
                Ok(after_ms) => (delay_ms, taken.accepted) = (after_ms, true),
                Err(why) => refuse(&mut taken, old, at_ms, why),
            }
        }
        let (_, any_weaker) = by_strength(old, &ask.policy, ask.origin, region);
        let mut why = None;
        if !any_weaker.is_empty() {
            if !taken.accepted && recent.state.is_under_pressure(ask.in_call, ask.now) {
                why = Some(Refusal::Pressure);
            } else if taken.accepted && self.needs_pin_of(ask.origin, &recent, ask.now)? {
                (taken.accepted, taken.policy) = (false, old.clone());
                why = Some(Refusal::Pin);
            }
        }
        if ask.cancel_scheduled || taken.accepted {
            self.set(ask, &recent, &taken, &weaker, delay_ms)?;
        }
        Ok(self.answer(ask, taken, why, held_by))
    }

    /// The keys whose lists can be read, and errors for the rest.
    fn readable(
        &self,
        ask: &ConfigureRequest,
        old: &Policy,
    ) -> (BTreeMap<String, PolicyValue>, Vec<KeyError>) {
        let refused = lists::refused(&ask.policy, &self.known_publishers());
        lists::sort(&ask.policy, &refused, old)
    }

    fn answer(
        &mut self,
        ask: &ConfigureRequest,
        taken: Change,
        refused: Option<Refusal>,
        held_by: BTreeMap<String, Origin>,
    ) -> ConfigureAnswer {
        ConfigureAnswer {
            accepted: taken.accepted,
            refused,
            allowed_in: taken.allowed_in_s,
            errors: taken.errors,
            held_by,
            policy: values(&taken.policy),
            scheduled: scheduled(&self.recent(ask.now).state, ask.now),
        }
    }

    /// Whether who changes settings has to give the PIN before they are weakened.
    fn needs_pin_of(
        &mut self,
        origin: Origin,
        recent: &Recent,
        now: Now,
    ) -> Result<bool, EngineError> {
        Ok(origin == Origin::Person && self.needs_pin(recent, origin, now)?)
    }

    /// Writes what was taken, if there is anything to write.
    fn set(
        &mut self,
        ask: &ConfigureRequest,
        before: &Recent,
        taken: &Change,
        weaker: &BTreeMap<String, PolicyValue>,
        delay_ms: i64,
    ) -> Result<(), EngineError> {
        let (old, mine, now) = (&before.policy, before.settings.of(ask.origin), ask.now);
        let was = values(old);
        let mut changed = values(&taken.policy);
        // What an IT team or a relative sets is theirs, also where it was so before.
        let is_own = |key: &String| match ask.origin {
            Origin::Person => false,
            _ => ask.policy.contains_key(key) && !weaker.contains_key(key),
        };
        let is_bad = |key: &String| taken.errors.iter().any(|error| error.key == *key);
        changed.retain(|key, value| was.get(key) != Some(value) || (is_own(key) && !is_bad(key)));
        if !taken.accepted {
            changed.clear();
        }
        let change = |state: &mut State| {
            if ask.cancel_scheduled {
                state.cancel_scheduled();
            }
            if taken.accepted {
                state.unschedule(ask.policy.keys());
                state.schedule(weaker.clone(), ask.origin, delay_ms, now);
            }
            if taken.policy.cool_down_seconds > old.cool_down_seconds {
                state.lengthen(i64::from(taken.policy.cool_down_seconds), now);
            }
        };
        let mut after = before.state.clone();
        change(&mut after);
        let is_known = changed
            .iter()
            .all(|(key, value)| mine.get(key) == Some(value));
        if is_known && after == before.state {
            return Ok(());
        }
        let put = Put {
            origin: ask.origin,
            values: changed,
            replace: false,
        };
        self.write(&put, change)
    }

    fn write(&mut self, put: &Put, change: impl FnOnce(&mut State)) -> Result<(), EngineError> {
        let Self { files, memory, .. } = self;
        memory.set_policy(files, put, change)
    }
}

/// Nothing is changed.
fn refused(old: &Policy, allowed_in_s: Option<i64>) -> Change {
    Change {
        accepted: false,
        policy: old.clone(),
        allowed_in_s,
        errors: Vec::new(),
    }
}

/// Nothing of a change holds whose time cannot be.
fn refuse(taken: &mut Change, old: &Policy, at_ms: i64, why: NoTime) {
    taken.accepted = false;
    taken.policy = old.clone();
    match why {
        NoTime::TooEarly(least_s) => taken.allowed_in_s = Some(least_s),
        NoTime::TooLate => taken.errors.push(KeyError {
            key: "at_ms".to_owned(),
            found: at_ms.to_string(),
            expected: "a time within the next seven days".to_owned(),
            used: String::new(),
        }),
    }
}

/// What will hold later, the next first.
pub(crate) fn scheduled(state: &State, now: Now) -> Vec<ScheduledChange> {
    let mut all: Vec<ScheduledChange> = state
        .scheduled(now)
        .map(|(left_ms, one)| ScheduledChange {
            at_ms: now.wall_ms.saturating_add(left_ms),
            policy: one.policy().clone(),
        })
        .collect();
    all.sort_by_key(|one| one.at_ms);
    all
}

/// Every setting by its key.
pub(crate) fn values(policy: &Policy) -> BTreeMap<String, PolicyValue> {
    policy
        .values()
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}
