//! Everything known about a number, for the command line and for "why did it say that?".

use cleardown_core::{
    Caller, Contact, Dialled, Outgoing, Person, Policy, Presentation, State, Verification,
    is_life_saving, place, screen,
};
use cleardown_list::{Provenance, bundled_code, bundled_lookup, code_provenance, provenance};

use crate::api::{ExplainRequest, Explanation, ListingFound, PlaceAnswer, ScreenRequest};
use crate::calls::{Seen, answer};
use crate::outgoing::place_answer;
use crate::{Engine, EngineError};

impl Engine {
    /// What the lists say of a number, and what a call from it and to it would be.
    ///
    /// # Errors
    /// [`EngineError::Busy`].
    pub fn explain(&self, ask: &ExplainRequest) -> Result<Explanation, EngineError> {
        let mut inner = self.lock()?;
        let dialled = Dialled::read(&ask.number, inner.region);
        let shown = match &dialled {
            Dialled::Number(_) | Dialled::Code(_) => dialled.key(),
            Dialled::Service(..) | Dialled::Other(_) => ask.number.clone(),
        };
        let call = ScreenRequest {
            now: ask.now,
            number: Some(shown),
            presentation: Presentation::Allowed,
            verification: Verification::NotVerified,
            contact: Contact::No,
        };
        let seen = Seen::read(&mut inner, &call);
        let recent = inner.recent(ask.now);
        let policy = recent.policy.clone();
        let calm = State::default();
        let verdict = screen(&seen.incoming(&call), &calm, &policy, ask.now);
        let cool_down = if verdict.is_flagged() {
            i64::from(policy.cool_down_seconds)
        } else {
            0
        };
        let outgoing = during_a_cool_down(ask, &dialled, &seen, &policy);
        let listings = seen.lookup.listings.iter().map(|one| ListingFound {
            organisation: one.organisation.clone(),
            line: one.line.clone(),
            kind: (!seen.lookup.kind_unknown).then_some(one.kind),
            calls_out: one.calls_out,
            confidence: one.confidence,
            ring: one.ring,
        });
        let origin = origin(&seen);
        let given = |text: String| Some(text).filter(|text| !text.is_empty());
        Ok(Explanation {
            source: origin.as_ref().and_then(|one| given(one.source.clone())),
            date: origin.and_then(|one| given(one.checked_on)),
            number: seen.caller.key(),
            display: seen.lookup.display.clone(),
            life_saving: is_life_saving(&ask.number),
            listings: listings.collect(),
            incoming: answer(&seen, verdict, cool_down),
            outgoing,
        })
    }
}

/// Where the listing comes from. A fetched list says that in a file of its own, which no phone
/// fetches: the app knows it of the rows that it came with, as long as they are about the same
/// organisation.
fn origin(seen: &Seen) -> Option<Provenance> {
    let organisation = &seen.lookup.listings.first()?.organisation;
    let (bundled, origin) = match &seen.caller {
        Caller::Presented(number) => (bundled_lookup(*number)?.organisation, provenance(*number)?),
        Caller::ShortCode(code) => (
            bundled_code(code.as_str())?.organisation,
            code_provenance(code.as_str())?,
        ),
        Caller::Withheld | Caller::Unavailable | Caller::Unreadable => return None,
    };
    (bundled == *organisation).then_some(origin)
}

/// What a call to the number would be, were a cool-down to begin now.
fn during_a_cool_down(
    ask: &ExplainRequest,
    dialled: &Dialled,
    seen: &Seen,
    policy: &Policy,
) -> PlaceAnswer {
    let mut state = State::default();
    state.record_person(Person::SuspiciousCallHere, None, false, policy, ask.now);
    let call = Outgoing {
        dialled,
        typed: &ask.number,
        contact: Contact::No,
        interactive: true,
        emergency: false,
        in_call: false,
        listed: matches!(seen.caller, Caller::Presented(_)) && !seen.lookup.listings.is_empty(),
    };
    let placing = place(&call, &state, policy, ask.now);
    place_answer(placing, &seen.lookup)
}
