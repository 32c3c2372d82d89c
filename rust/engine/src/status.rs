//! What the screens show.

use cleardown_core::{Caller, KeyError, LiveCall, Now, Origin, Region};
use cleardown_list::{Offer, bundled, standing_offers};

use crate::api::{AtNow, Flagged, Held, KeptError, MaintainAnswer, RingNumber, Status};
use crate::bundle::Pinned;
use crate::calls::Seen;
use crate::configure::{scheduled, values};
use crate::engine::Inner;
use crate::files::display_of;
use crate::sync;
use crate::{Engine, EngineError};

impl Engine {
    /// Everything that the home, hold and after-call screens show.
    ///
    /// # Errors
    /// [`EngineError::Busy`].
    pub fn status(&self, ask: &AtNow) -> Result<Status, EngineError> {
        let mut inner = self.lock()?;
        let mut status = inner.status(ask);
        let (store, region) = (inner.files.store(), inner.region);
        drop(inner);
        // Outside the lock: a large list takes longer than a ringing phone should wait.
        if let Some(flagged) = &mut status.flagged
            && let Some(organisation) = &flagged.organisation
        {
            flagged.ring = self.to_ring(&store, organisation, region);
        }
        Ok(status)
    }

    /// Mends what is broken, off the call path: sets damaged files aside, makes the list anew from
    /// the one that came with the app, drops old history.
    ///
    /// # Errors
    /// [`EngineError::Busy`], [`EngineError::Store`].
    pub fn maintain(&self, ask: &AtNow) -> Result<MaintainAnswer, EngineError> {
        let store = self.lock()?.files.store();
        // Outside the lock: a large list takes longer than a ringing phone waits.
        let repaired = store.repair(ask.now.wall_ms, &bundled());
        let mut inner = self.lock()?;
        inner.flush(ask.now);
        inner.see_pin(ask.now);
        let recent = inner.recent(ask.now);
        let days = recent.policy.history_days;
        let waiting = recent.state.remaining_s(ask.now) > 0;
        inner.files.after_repair(days, ask.now)?;
        inner.files.mark(waiting);
        let repaired = repaired
            .iter()
            .map(|trouble| trouble.code.to_owned())
            .collect();
        Ok(MaintainAnswer { repaired })
    }
}

impl Inner {
    fn status(&mut self, ask: &AtNow) -> Status {
        self.flush(ask.now);
        self.see_pin(ask.now);
        let recent = self.recent(ask.now).clone();
        let publishers = self.publishers(ask.now);
        let (state, policy) = (&recent.state, &recent.policy);
        let flagged = state.last_flagged().map(|call| self.flagged(call, ask.now));
        // Where it cannot be read, nobody's settings are taken; the trouble is noted elsewhere.
        let relative = self.kept::<Pinned>().ok().flatten();
        Status {
            cool_down: state.remaining_s(ask.now),
            cool_down_started: state.remaining_s(ask.now) > 0
                && !state.is_flagged_call_running(ask.now),
            call_running: state.is_call_running(ask.now),
            policy: values(policy),
            origins: recent.settings.origins(),
            key_errors: state.key_errors().map(kept_error).collect(),
            list: self.files.list_info(),
            flagged,
            other_line: state.other_line_s(ask.now),
            second_call_window: state.is_window_open(policy, ask.now),
            gave_details: state.gave_details(ask.now),
            held: state
                .held()
                .filter(|_| state.remaining_s(ask.now) > 0)
                .map(|(number, times, passable)| Held {
                    number: number.to_owned(),
                    times,
                    passable,
                })
                .collect(),
            troubles: self.files.troubles(),
            ring: standing_offers()
                .iter()
                .map(|offer| ring(offer, self.region))
                .collect(),
            sync: sync::status(&self.files, &publishers, policy.stale_list_days, ask.now),
            scheduled: scheduled(state, ask.now),
            may_ring_again_until_ms: state
                .window_left_ms(policy, ask.now)
                .map(|left_ms| ask.now.wall_ms.saturating_add(left_ms)),
            pin: self.pin_status(policy, ask.now),
            relative: relative.map(|one| one.sender),
        }
    }

    fn flagged(&mut self, call: &LiveCall, now: Now) -> Flagged {
        let lookup = match &call.caller {
            Caller::Presented(number) => self.files.lookup_or_bundled(*number),
            Caller::ShortCode(code) => self.files.lookup_code(code),
            Caller::Withheld | Caller::Unavailable | Caller::Unreadable => Default::default(),
        };
        let seen = Seen {
            caller: call.caller.clone(),
            lookup,
        };
        let listing = seen.lookup.listings.first();
        Flagged {
            id: call.id.0,
            alert: call.alert,
            reasons: call.reasons.clone(),
            organisation: call.organisation.clone(),
            line: listing
                .map(|one| one.line.clone())
                .filter(|line| !line.is_empty()),
            number: seen.caller.key(),
            display: seen.lookup.display.clone(),
            calls_out: listing.map(|one| one.calls_out),
            confidence: listing.map(|one| one.confidence),
            kind: listing
                .filter(|_| !seen.lookup.kind_unknown)
                .map(|one| one.kind),
            seconds_ago: call.at.age_s(now),
            answered: call.ended.map(|end| end.answered),
            ring: Vec::new(),
        }
    }
}

fn kept_error((origin, error): (Origin, &KeyError)) -> KeptError {
    let error = error.clone();
    KeptError { origin, error }
}

fn ring(offer: &Offer, region: Region) -> RingNumber {
    RingNumber {
        number: offer.number.to_owned(),
        display: display_of(offer.number, region),
        organisation: offer.organisation.to_owned(),
    }
}
