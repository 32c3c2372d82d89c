//! Settings that a relative signed (design §10): shown first, taken only where the owner agrees, and
//! removed whenever the owner wants.

mod make;
mod relative;

use std::collections::BTreeMap;

use cleardown_core::{Now, Origin, PolicyValue};
use cleardown_list::bundle::{Bundle, BundleError};

use crate::api::{
    BundleAction, BundleAnswer, BundleRefusal, BundleRequest, ConfigureRequest, KeyChange,
};
use crate::configure::values;
use crate::engine::Inner;
use crate::{Engine, EngineError};

pub(crate) use relative::Pinned;

impl Engine {
    /// Makes, looks at, takes or removes settings of a relative.
    ///
    /// # Errors
    /// [`EngineError::Busy`]; [`EngineError::Store`] where it could not be written.
    pub fn bundle(&self, ask: &BundleRequest) -> Result<BundleAnswer, EngineError> {
        match &ask.action {
            BundleAction::Draft {
                from,
                version,
                policy,
            } => {
                let region = self.lock_during(ask.in_call)?.region;
                Ok(make::draft(from, *version, policy, region, ask.now))
            }
            BundleAction::Pack {
                signed,
                keytype,
                key,
                sig,
            } => Ok(make::pack(signed, keytype, key, sig)),
            BundleAction::Preview { content } => self.take(content, ask, false),
            BundleAction::Import { content } => self.take(content, ask, true),
            BundleAction::Remove => self.remove(ask),
        }
    }

    fn take(
        &self,
        content: &str,
        ask: &BundleRequest,
        for_good: bool,
    ) -> Result<BundleAnswer, EngineError> {
        // Outside the lock: a ringing phone waits for no signature.
        let bundle = match Bundle::read(content) {
            Ok(bundle) => bundle,
            Err(error) => return Ok(refused(error.into())),
        };
        self.with_settings(ask.in_call, ask.now, |inner| {
            let answer = inner.preview(&bundle, ask)?;
            if for_good && answer.refused.is_none() {
                inner.replace(&family(ask, bundle.text.policy.clone()))?;
                inner.keep(Some(&Pinned::of(&bundle)))?;
            }
            Ok(answer)
        })
    }

    fn remove(&self, ask: &BundleRequest) -> Result<BundleAnswer, EngineError> {
        self.with_settings(ask.in_call, ask.now, |inner| {
            let Some(relative) = inner.kept::<Pinned>()? else {
                return Ok(refused(BundleRefusal::NoRelative));
            };
            let mut answer = inner.changes(&BTreeMap::new(), ask.now);
            answer.sender = Some(relative.sender);
            inner.judge(&mut answer, ask, true)?;
            if answer.refused.is_none() {
                inner.replace(&family(ask, BTreeMap::new()))?;
                inner.keep::<Pinned>(None)?;
            }
            Ok(answer)
        })
    }
}

impl Inner {
    fn preview(
        &mut self,
        bundle: &Bundle,
        ask: &BundleRequest,
    ) -> Result<BundleAnswer, EngineError> {
        // Where it cannot be read, nobody's settings are taken.
        let known = self.kept::<Pinned>()?;
        let is_first = known.is_none();
        let mut answer = self.changes(&bundle.text.policy, ask.now);
        answer.sender = Some(Pinned::of(bundle).sender);
        answer.first = is_first;
        answer.refused = known.and_then(|known| known.refuses(bundle));
        if answer.refused.is_none() {
            // Whom the owner has let in once has the say that the PIN gives; a stranger has not.
            self.judge(&mut answer, ask, is_first)?;
        }
        Ok(answer)
    }

    /// What the settings would be with these in the place of all that a relative has set.
    fn changes(&mut self, policy: &BTreeMap<String, PolicyValue>, now: Now) -> BundleAnswer {
        let recent = self.recent(now).clone();
        let new = self.outlook(&recent, Origin::Family, policy);
        let (before, after) = (values(&recent.policy), values(&new.policy));
        let changes = before.into_iter().filter_map(|(key, before)| {
            let after = after.get(&key)?.clone();
            (before != after).then(|| KeyChange {
                weaker: new.policy.is_weaker_in(&key, &recent.policy),
                key,
                before,
                after,
            })
        });
        BundleAnswer {
            changes: changes.collect(),
            errors: new.errors,
            ..BundleAnswer::default()
        }
    }

    /// Whether this is a time for it, and whether the PIN has to be given.
    fn judge(
        &mut self,
        answer: &mut BundleAnswer,
        ask: &BundleRequest,
        asks_for_pin: bool,
    ) -> Result<(), EngineError> {
        let recent = self.recent(ask.now).clone();
        let state = &recent.state;
        if state.is_under_pressure(ask.in_call, ask.now) {
            answer.refused = Some(BundleRefusal::Pressure);
            let is_calling = ask.in_call || state.is_call_running(ask.now);
            answer.allowed_in = (!is_calling).then(|| state.weakening_lock_s(ask.now));
        } else if asks_for_pin && self.needs_pin(&recent, Origin::Family, ask.now)? {
            answer.refused = Some(BundleRefusal::Pin);
        }
        Ok(())
    }
}

fn family(ask: &BundleRequest, policy: BTreeMap<String, PolicyValue>) -> ConfigureRequest {
    ConfigureRequest {
        now: ask.now,
        origin: Origin::Family,
        in_call: ask.in_call,
        policy,
        at_ms: None,
        cancel_scheduled: false,
        replace: true,
        others: Vec::new(),
    }
}

fn refused(why: BundleRefusal) -> BundleAnswer {
    BundleAnswer {
        refused: Some(why),
        ..BundleAnswer::default()
    }
}

impl From<BundleError> for BundleRefusal {
    fn from(error: BundleError) -> Self {
        match error {
            BundleError::NotOurs => Self::NotOurs,
            BundleError::Truncated => Self::Truncated,
            BundleError::TooLarge => Self::TooLarge,
            BundleError::Forged => Self::Forged,
            BundleError::Newer => Self::Newer,
            BundleError::Unreadable => Self::Unreadable,
        }
    }
}
