//! Outgoing calls (design §5, outgoing): the first rule that matches decides.

use serde::{Deserialize, Serialize};

use crate::dialled::ServiceCode;
use crate::policy::{CallAnyway, Hold};
use crate::{Contact, Dialled, Now, Policy, Reason, State};

/// "Call anyway" is good for one call within this time, seconds.
pub const PASS_SECONDS: i64 = 120;

/// Report Fraud (before December 2025 Action Fraud), 0300 123 2040: seeds 000 to 004; facts,
/// domain §8.
const REPORT_FRAUD: &str = "+443001232040";

/// What the phone is about to dial.
#[derive(Clone, Copy, Debug)]
pub struct Outgoing<'a> {
    /// What was dialled, read.
    pub dialled: &'a Dialled,
    /// What was dialled, as it was typed.
    pub typed: &'a str,
    /// Whether the number is in the address book.
    pub contact: Contact,
    /// Whether the phone can show a screen: not in a car.
    pub interactive: bool,
    /// Whether the phone itself calls it an emergency number.
    pub emergency: bool,
    /// Whether another call is running.
    pub in_call: bool,
    /// Whether any publisher lists the number.
    pub listed: bool,
}

/// Whether the call goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Placement {
    /// It goes out at once.
    Place,
    /// It is held, and the person is told why.
    Hold,
}

/// The decision about an outgoing call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placing {
    /// Place or hold.
    pub placement: Placement,
    /// Why. The first one decided.
    pub reasons: Vec<Reason>,
    /// Seconds left of the cool-down; 0 = none runs.
    pub remaining_s: i64,
    /// Whether "Call anyway" is offered. False for a placed call.
    pub passable: bool,
    /// Whether one plain tap is enough for it: 101 and 159.
    pub plain_tap: bool,
    /// Placed, but the hold screen is shown as advice (policy `hold: advise`).
    pub advice: bool,
}

/// Decides about an outgoing call. Rule 8, the screen that must be seen, is the phone's part.
pub fn place(call: &Outgoing<'_>, state: &State, policy: &Policy, now: Now) -> Placing {
    let placed = |reason| placed(&[reason], state.remaining_s(now));
    // Rule 1: the floor, before anything else.
    if let Some(reasons) = floor(call) {
        return self::placed(reasons, state.remaining_s(now));
    }
    // Rule 2: nothing runs.
    if state.remaining_s(now) == 0 {
        return placed(Reason::NoCoolDown);
    }
    // Rule 3: service codes. Source: facts, domain §9, call forwarding.
    if matches!(call.dialled, Dialled::Service(ServiceCode::Other, _)) {
        return placed(Reason::Code);
    }
    // Rule 4: a pass.
    if state.has_pass(call.dialled, call.in_call, now) {
        return placed(Reason::Passed);
    }
    // Rule 5, first half: after details were given, the ways to stop the loss are open.
    if state.gave_details(now) && stops_the_loss(call.dialled, policy) {
        return placed(Reason::GaveDetails);
    }
    let holds = match suspects(call, state, now) {
        holds if !holds.is_empty() => holds,
        // Rule 6: a trusted person.
        _ if policy.trusted_contacts_pass && policy.trusts(call.dialled) => {
            return placed(Reason::TrustedContact);
        }
        // Rule 7: as the policy says.
        _ => match by_policy(call, policy) {
            Some(reason) => vec![reason],
            None => return placed(Reason::OutOfScope),
        },
    };
    hold(call, holds, state, policy, now)
}

fn floor(call: &Outgoing<'_>) -> Option<&'static [Reason]> {
    let life_saving = crate::is_life_saving(call.typed);
    let emergency = call.emergency || is_emergency_code(call.dialled);
    match (emergency, life_saving) {
        (true, true) => Some(&[Reason::Emergency, Reason::LifeSaving]),
        (true, false) => Some(&[Reason::Emergency]),
        (false, true) => Some(&[Reason::LifeSaving]),
        (false, false) => None,
    }
}

fn is_emergency_code(dialled: &Dialled) -> bool {
    matches!(dialled, Dialled::Code(code) if matches!(code.as_str(), "999" | "112"))
}

fn stops_the_loss(dialled: &Dialled, policy: &Policy) -> bool {
    match dialled {
        Dialled::Code(code) => code.is_ring_back_code(),
        Dialled::Number(number) => {
            number.to_string() == REPORT_FRAUD || policy.bank_number == Some(*number)
        }
        Dialled::Service(..) | Dialled::Other(_) => false,
    }
}

/// Rules 3 and 5: what fraudsters have people dial. Source: seeds 000 to 004.
fn suspects(call: &Outgoing<'_>, state: &State, now: Now) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if matches!(call.dialled, Dialled::Service(ServiceCode::Diverts, _)) {
        reasons.push(Reason::CallForwarding);
    }
    if call.listed && matches!(call.dialled, Dialled::Number(_)) {
        reasons.push(Reason::Listed);
    }
    if matches!(call.dialled, Dialled::Code(code) if code.is_ring_back_code()) {
        reasons.push(Reason::AuthorityCode);
    }
    if state.rang_during_cool_down(&call.dialled.key(), now) {
        reasons.push(Reason::SameCaller);
    }
    reasons
}

fn by_policy(call: &Outgoing<'_>, policy: &Policy) -> Option<Reason> {
    match (policy.hold, call.contact) {
        (Hold::All, _) => Some(Reason::AllCalls),
        // An address book that cannot be read must not keep anybody from ringing the family.
        (Hold::Callbacks | Hold::Advise, Contact::No) => Some(Reason::UnknownNumber),
        (Hold::Callbacks | Hold::Advise, Contact::Yes | Contact::Unreadable) => None,
    }
}

fn hold(
    call: &Outgoing<'_>,
    mut reasons: Vec<Reason>,
    state: &State,
    policy: &Policy,
    now: Now,
) -> Placing {
    let running = state.is_flagged_call_running(now);
    let passable = is_passable(call, &reasons, running, state, policy);
    if running {
        reasons.push(Reason::CallRunning);
    }
    let remaining_s = state.remaining_s(now);
    if policy.hold == Hold::Advise {
        reasons.insert(0, Reason::OutOfScope);
        return Placing {
            advice: call.interactive,
            ..placed(&reasons, remaining_s)
        };
    }
    if !call.interactive {
        return placed(&[Reason::NoScreen], remaining_s);
    }
    Placing {
        placement: Placement::Hold,
        plain_tap: passable && reasons.contains(&Reason::AuthorityCode),
        reasons,
        remaining_s,
        passable,
        advice: false,
    }
}

/// "Call anyway": not while the flagged call is running; else 101, 159 and unknown numbers always,
/// the others unless the policy locks them, and after three holds in any case.
fn is_passable(
    call: &Outgoing<'_>,
    reasons: &[Reason],
    running: bool,
    state: &State,
    policy: &Policy,
) -> bool {
    let always = reasons.contains(&Reason::AuthorityCode)
        || reasons.contains(&Reason::UnknownNumber)
        || (reasons == [Reason::AllCalls] && call.contact != Contact::Yes);
    let worn_out = state.times_held(&call.dialled.key()) >= State::HOLDS_BEFORE_PASSABLE;
    !(running && call.in_call) && (always || worn_out || policy.call_anyway == CallAnyway::TwoTaps)
}

fn placed(reasons: &[Reason], remaining_s: i64) -> Placing {
    Placing {
        placement: Placement::Place,
        reasons: reasons.to_vec(),
        remaining_s,
        passable: false,
        plain_tap: false,
        advice: false,
    }
}
