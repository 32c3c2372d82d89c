//! Incoming calls (design §5, incoming): the alert is the highest of rules 1 to 5 over all
//! publishers; every matching rule gives its reason; rule 6 may lower, rule 7 exempts contacts.

use serde::{Deserialize, Serialize};

use crate::codes::class_of_code;
use crate::{
    Alert, Caller, CallsOut, Contact, Kind, Listing, Now, Policy, Reason, State, Verification,
};

/// What is known of a call before the phone rings.
#[derive(Clone, Copy, Debug)]
pub struct Incoming<'a> {
    /// Who is shown.
    pub caller: &'a Caller,
    /// Whether the shown number is in the address book.
    pub contact: Contact,
    /// What the network says of its own check.
    pub verification: Verification,
    /// What each publisher says of the shown number or code.
    pub listings: &'a [Listing],
}

/// What to tell the person. The phone rings in any case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// How loud.
    pub alert: Alert,
    /// Every rule that matched.
    pub reasons: Vec<Reason>,
    /// The listing that weighs most.
    pub listing: Option<Listing>,
    /// The emergency number that the person rang within the grace time.
    pub rang_emergency: Option<String>,
    /// Neither a list nor the address book knows the caller.
    pub unknown: bool,
}

impl Verdict {
    /// Whether there is something to warn about. Only such calls arm a cool-down.
    pub fn is_flagged(&self) -> bool {
        self.alert != Alert::None
    }

    fn add(&mut self, alert: Alert, reason: Reason) {
        self.alert = self.alert.max(alert);
        self.reasons.push(reason);
    }
}

/// Decides about an incoming call.
pub fn screen(call: &Incoming<'_>, state: &State, policy: &Policy, now: Now) -> Verdict {
    let mut verdict = Verdict::default();
    listed(call, &mut verdict);
    let on_a_list = !verdict.reasons.is_empty();
    // Rule 7: an unlisted contact is raised by no history. An address book that cannot be read
    // makes an unlisted number unknown: a warning too many is cheap.
    verdict.unknown = !on_a_list && (call.caller.is_hidden() || call.contact != Contact::Yes);
    if call.caller.is_hidden() {
        verdict.add(Alert::None, Reason::CallerHidden);
    }
    if on_a_list || verdict.unknown {
        history(state, policy, now, &mut verdict);
    }
    carrier(call.verification, &mut verdict);
    emergency(call, state, policy, now, &mut verdict);
    verdict
}

/// Rules 1 and 2: lists and codes. Source: facts, domain §4 and §7.
fn listed(call: &Incoming<'_>, verdict: &mut Verdict) {
    verdict.listing = heaviest(call.listings).cloned();
    if let Caller::ShortCode(code) = call.caller {
        let class = class_of_code(code).map(|class| class.alert());
        let row = verdict
            .listing
            .as_ref()
            .map(|listing| listing.calls_out.alert());
        if let Some(alert) = class.max(row) {
            verdict.add(alert, Reason::CodeAsCaller);
            if alert == Alert::CertainFake {
                verdict.add(alert, Reason::ListedNever);
            }
        }
        return;
    }
    for class in [
        CallsOut::Never,
        CallsOut::Unlikely,
        CallsOut::Unknown,
        CallsOut::Known,
    ] {
        if call
            .listings
            .iter()
            .any(|listing| listing.calls_out == class)
        {
            verdict.add(class.alert(), reason_of(class));
        }
    }
}

/// Rules 3 and 4: what happened before. Source: seed 001 (9 July 2020), seed 000 (14 February
/// 2021), facts, domain §10.
fn history(state: &State, policy: &Policy, now: Now, verdict: &mut Verdict) {
    let organisation = verdict
        .listing
        .as_ref()
        .map(|listing| listing.organisation.as_str());
    let code = verdict.reasons.contains(&Reason::CodeAsCaller);
    let mut second_call = false;
    let mut two_organisations = false;
    for opening in state.open_windows(policy, now) {
        second_call = true;
        if let (Some(before), Some(this), false) = (&opening.organisation, organisation, code) {
            two_organisations |= before != this;
        }
    }
    if second_call {
        verdict.add(Alert::Warning, Reason::SecondCall);
    }
    if two_organisations {
        verdict.add(Alert::Warning, Reason::TwoOrganisations);
    }
    if state.remaining_s(now) > 0 {
        verdict.add(Alert::Warning, Reason::DuringCoolDown);
    }
}

/// Rule 5: the network's check raises when it failed and never lowers when it passed. Source:
/// facts, android §5.
fn carrier(verification: Verification, verdict: &mut Verdict) {
    if verification == Verification::Failed {
        verdict.add(Alert::Caution, Reason::VerificationFailed);
    }
}

/// Rule 6: police do ring back after an emergency call (facts, domain §5). Only where a police
/// listing is all there is, the warning gets milder; everywhere else the person is told only.
fn emergency(call: &Incoming<'_>, state: &State, policy: &Policy, now: Now, verdict: &mut Verdict) {
    let Some(rang) = state.rang_emergency(policy, now) else {
        return;
    };
    let only_listed = !call.listings.is_empty()
        && call
            .listings
            .iter()
            .all(|listing| listing.kind == Kind::Police)
        && verdict.reasons.iter().all(|reason| {
            use Reason::{ListedKnown, ListedUnknown, ListedUnlikely};
            matches!(reason, ListedKnown | ListedUnknown | ListedUnlikely)
        });
    if only_listed {
        verdict.alert = verdict.alert.min(Alert::Caution);
    }
    verdict.reasons.push(Reason::AfterEmergencyCall);
    verdict.rang_emergency = Some(rang.to_owned());
}

fn heaviest(listings: &[Listing]) -> Option<&Listing> {
    listings
        .iter()
        .max_by_key(|listing| (listing.calls_out, listing.confidence))
}

fn reason_of(class: CallsOut) -> Reason {
    match class {
        CallsOut::Never => Reason::ListedNever,
        CallsOut::Unlikely => Reason::ListedUnlikely,
        CallsOut::Unknown => Reason::ListedUnknown,
        CallsOut::Known => Reason::ListedKnown,
    }
}
