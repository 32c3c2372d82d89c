//! Settings.

use std::collections::BTreeMap;

use cleardown_core::{Policy, PolicyValue, change};

use crate::api::{ConfigureAnswer, ConfigureRequest};
use crate::engine::Inner;
use crate::memory::Save;
use crate::{Engine, EngineError};

impl Engine {
    /// Changes settings: strengthening at once, weakening never while somebody may be pressing the
    /// person to do it (design §5). A key that cannot be read gives its own error, and the value
    /// before stays.
    ///
    /// # Errors
    /// [`EngineError::Busy`], [`EngineError::Store`] where it could not be written: the old
    /// settings hold.
    pub fn configure(&self, ask: &ConfigureRequest) -> Result<ConfigureAnswer, EngineError> {
        let mut inner = self.lock()?;
        let recent = inner.recent(ask.now).clone();
        let (state, old) = (&recent.state, &recent.policy);
        let taken = change(
            old,
            &ask.policy,
            ask.origin,
            state,
            ask.in_call,
            inner.region,
            ask.now,
        );
        if taken.policy != *old {
            let Inner { files, memory, .. } = &mut *inner;
            memory.set_policy(files, old, &taken.policy, ask.origin)?;
            if taken.policy.cool_down_seconds > old.cool_down_seconds {
                let length_s = i64::from(taken.policy.cool_down_seconds);
                inner.update(ask.now, Save::IfPossible, |state, _| {
                    state.lengthen(length_s, ask.now);
                })?;
            }
        }
        Ok(ConfigureAnswer {
            accepted: taken.accepted,
            allowed_in: taken.allowed_in_s,
            errors: taken.errors,
            policy: values(&taken.policy),
        })
    }
}

/// Every setting by its key.
pub(crate) fn values(policy: &Policy) -> BTreeMap<String, PolicyValue> {
    policy
        .values()
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}
