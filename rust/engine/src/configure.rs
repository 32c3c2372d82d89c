//! Settings.

use std::collections::BTreeMap;

use cleardown_core::{
    Change, KeyError, NoTime, Now, Origin, Policy, PolicyValue, State, by_strength, change,
};

use crate::api::{ConfigureAnswer, ConfigureRequest, Refusal, ScheduledChange};
use crate::engine::Inner;
use crate::{Engine, EngineError};

impl Engine {
    /// Changes settings: strengthening at once, weakening never while somebody may be pressing the
    /// person to do it (design §5). A key that cannot be read gives its own error, and the value
    /// before stays.
    ///
    /// With a time, what is weaker waits for it, and the rest holds at once. Whatever is set drops
    /// what was scheduled for the same key.
    ///
    /// # Errors
    /// [`EngineError::Busy`], [`EngineError::Store`] where it could not be written: the old
    /// settings hold.
    pub fn configure(&self, ask: &ConfigureRequest) -> Result<ConfigureAnswer, EngineError> {
        let mut inner = self.lock_during(ask.in_call)?;
        inner.flush(ask.now);
        let recent = inner.recent(ask.now).clone();
        let (old, region) = (&recent.policy, inner.region);
        let (at_once, weaker) = match ask.at_ms {
            Some(_) => by_strength(old, &ask.policy, region),
            None => (ask.policy.clone(), BTreeMap::new()),
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
        let mut delay_ms = 0;
        if let Some(at_ms) = ask.at_ms.filter(|_| !weaker.is_empty()) {
            let may = &recent.state;
            match may.may_schedule(at_ms, ask.origin, ask.in_call, ask.now) {
                Ok(after_ms) => (delay_ms, taken.accepted) = (after_ms, true),
                Err(why) => refuse(&mut taken, old, at_ms, why),
            }
        }
        let (_, any_weaker) = by_strength(old, &ask.policy, region);
        let mut refused = None;
        if !any_weaker.is_empty() {
            if !taken.accepted && recent.state.is_under_pressure(ask.in_call, ask.now) {
                refused = Some(Refusal::Pressure);
            } else if taken.accepted && inner.needs_pin_of(ask.origin, old, ask.now)? {
                (taken.accepted, taken.policy) = (false, old.clone());
                refused = Some(Refusal::Pin);
            }
        }
        if ask.cancel_scheduled || taken.accepted {
            inner.set(ask, old, &taken, &weaker, delay_ms)?;
        }
        Ok(ConfigureAnswer {
            accepted: taken.accepted,
            refused,
            allowed_in: taken.allowed_in_s,
            errors: taken.errors,
            policy: values(&taken.policy),
            scheduled: scheduled(&inner.recent(ask.now).state, ask.now),
        })
    }
}

impl Inner {
    /// Whether who changes settings has to give the PIN before they are weakened.
    fn needs_pin_of(
        &mut self,
        origin: Origin,
        old: &Policy,
        now: Now,
    ) -> Result<bool, EngineError> {
        Ok(origin == Origin::Person && self.needs_pin(old, now)?)
    }

    /// Writes what was taken, if there is anything to write.
    fn set(
        &mut self,
        ask: &ConfigureRequest,
        old: &Policy,
        taken: &Change,
        weaker: &BTreeMap<String, PolicyValue>,
        delay_ms: i64,
    ) -> Result<(), EngineError> {
        let (before, now) = (values(old), ask.now);
        let mut changed = values(&taken.policy);
        changed.retain(|key, value| before.get(key) != Some(value));
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
        let state = &self.recent(now).state;
        let mut after = state.clone();
        change(&mut after);
        if changed.is_empty() && after == *state {
            return Ok(());
        }
        let Self { files, memory, .. } = self;
        memory.set_policy(files, &changed, ask.origin, change)
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
