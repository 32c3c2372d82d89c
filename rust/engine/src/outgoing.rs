//! Outgoing calls: deciding, and recording what became of them.

use cleardown_core::{
    Dialled, Now, Outgoing, Placement, Placing, Reason, is_life_saving, place as decide,
};

use crate::api::{Nothing, Outcome, PlaceAnswer, PlaceRequest, RecordPlaceRequest};
use crate::engine::Inner;
use crate::files::Lookup;
use crate::memory::Save;
use crate::{Engine, EngineError};

impl Engine {
    /// Decides about an outgoing call. Only reads, but for a pass, which it uses up.
    ///
    /// # Errors
    /// Every error means that the call goes out: [`EngineError::Busy`], [`EngineError::NoList`]
    /// where it is not known whether the number is listed, [`EngineError::Store`] where the use of
    /// a pass could not be written.
    pub fn place(&self, ask: &PlaceRequest) -> Result<PlaceAnswer, EngineError> {
        let mut inner = self.lock_during(ask.in_call)?;
        let dialled = Dialled::read(&ask.number, inner.region);
        let floor = ask.emergency || is_life_saving(&ask.number);
        let waiting = inner.remaining_s(ask.now) > 0;
        let lookup = match &dialled {
            Dialled::Number(number) if waiting && !floor => {
                inner.files.lookup(*number).map_err(EngineError::NoList)?
            }
            Dialled::Code(code) if waiting && !floor => inner.files.lookup_code(code),
            _ => Lookup::default(),
        };
        let mut placing = inner.decide_place(&dialled, ask, &lookup);
        if placing.reasons.contains(&Reason::Passed) && !inner.use_pass(&dialled, ask)? {
            // Another call used the pass between the two.
            placing = inner.decide_place(&dialled, ask, &lookup);
        }
        inner.last_placing = Some((dialled.key(), placing.clone()));
        Ok(place_answer(placing, &lookup))
    }

    /// Takes down what became of an outgoing call. A hold has to be written before the call is
    /// cancelled: one that is not written down could not be passed.
    ///
    /// # Errors
    /// [`EngineError::Busy`]; for a hold also [`EngineError::Store`]: then the call goes out.
    pub fn record_place(&self, ask: &RecordPlaceRequest) -> Result<Nothing, EngineError> {
        let mut inner = self.lock_during(ask.in_call)?;
        let dialled = Dialled::read(&ask.number, inner.region);
        let decided = inner
            .last_placing
            .take()
            .filter(|(key, _)| *key == dialled.key());
        let placing = match (ask.outcome, decided) {
            (Outcome::Held, Some((_, placing))) => placing,
            // The process died between the decision and here: offer a way out.
            (Outcome::Held, None) => unknown_placing(Placement::Hold),
            (Outcome::Placed, _) => unknown_placing(Placement::Place),
        };
        let save = match ask.outcome {
            Outcome::Held => Save::Must,
            Outcome::Placed => Save::IfPossible,
        };
        inner.update(ask.now, save, |state, _| {
            state.record_outgoing(&dialled, &placing, ask.now);
        })?;
        Ok(Nothing {})
    }
}

impl Inner {
    fn remaining_s(&mut self, now: Now) -> i64 {
        self.recent(now).state.remaining_s(now)
    }

    fn decide_place(&mut self, dialled: &Dialled, ask: &PlaceRequest, lookup: &Lookup) -> Placing {
        let recent = self.recent(ask.now);
        let call = Outgoing {
            dialled,
            typed: &ask.number,
            contact: ask.contact,
            interactive: ask.interactive,
            emergency: ask.emergency,
            in_call: ask.in_call,
            listed: !lookup.listings.is_empty(),
        };
        decide(&call, &recent.state, &recent.policy, ask.now)
    }

    fn use_pass(&mut self, dialled: &Dialled, ask: &PlaceRequest) -> Result<bool, EngineError> {
        self.update(ask.now, Save::Must, |state, _| {
            state.use_pass(dialled, ask.in_call, ask.now)
        })
    }
}

/// The decision, with whose number it is.
pub(crate) fn place_answer(placing: Placing, lookup: &Lookup) -> PlaceAnswer {
    let listing = lookup.listings.first();
    PlaceAnswer {
        placement: placing.placement,
        reasons: placing.reasons,
        remaining: placing.remaining_s,
        passable: placing.passable,
        plain_tap: placing.plain_tap,
        show_advice: placing.advice,
        display: lookup.display.clone(),
        organisation: listing.map(|one| one.organisation.clone()),
        line: listing
            .map(|one| one.line.clone())
            .filter(|line| !line.is_empty()),
    }
}

fn unknown_placing(placement: Placement) -> Placing {
    Placing {
        placement,
        reasons: Vec::new(),
        remaining_s: 0,
        passable: true,
        plain_tap: false,
        advice: false,
    }
}
