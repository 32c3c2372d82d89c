//! All settings of an IT team or a relative, in the place of those they gave before.

use std::collections::BTreeMap;

use cleardown_core::{Change, Origin, PolicyValue, State, may_weaken};

use super::refused;
use crate::EngineError;
use crate::api::{ConfigureAnswer, ConfigureRequest, Refusal};
use crate::engine::Inner;
use crate::memory::{Put, Recent};
use crate::settings::Outlook;

impl Inner {
    /// A key that cannot be read keeps the value that this origin last gave it: a slip in a console
    /// must not take protection away. What the errors were is kept until the next time.
    pub(crate) fn replace(
        &mut self,
        ask: &ConfigureRequest,
    ) -> Result<ConfigureAnswer, EngineError> {
        if ask.at_ms.is_some() {
            let what = "all settings of an origin cannot be scheduled".to_owned();
            return Err(EngineError::Request { what });
        }
        let recent = self.recent(ask.now).clone();
        let Outlook {
            settings,
            policy: target,
            errors,
        } = self.outlook(&recent, ask.origin, &ask.policy);
        let held_by = recent
            .settings
            .held_by(ask.origin, &ask.policy, self.region);
        let may = may_weaken(ask.origin, &recent.state, ask.in_call, ask.now);
        if target.is_weaker_than(&recent.policy)
            && let Err(not_now) = may
        {
            let mut change = refused(&recent.policy, not_now.allowed_in_s);
            change.errors = errors;
            let why = Some(Refusal::Pressure);
            return Ok(self.answer(ask, change, why, held_by));
        }
        let keep = |state: &mut State| {
            state.set_key_errors(ask.origin, &errors);
            if target.cool_down_seconds > recent.policy.cool_down_seconds {
                state.lengthen(i64::from(target.cool_down_seconds), ask.now);
            }
        };
        let mut after = recent.state.clone();
        keep(&mut after);
        if settings != recent.settings || after != recent.state {
            let put = Put {
                origin: ask.origin,
                values: settings.of(ask.origin),
                replace: true,
            };
            self.write(&put, keep)?;
        }
        let taken = Change {
            accepted: true,
            policy: target,
            allowed_in_s: None,
            errors,
        };
        Ok(self.answer(ask, taken, None, held_by))
    }

    /// What would hold if this were all that the origin sets.
    pub(crate) fn outlook(
        &self,
        recent: &Recent,
        origin: Origin,
        policy: &BTreeMap<String, PolicyValue>,
    ) -> Outlook {
        let known = self.known_publishers();
        Outlook::of(&recent.settings, origin, policy, &known, self.region)
    }
}
