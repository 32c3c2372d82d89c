//! A phone as the decision sees it: state, settings and clocks, played with by the tests in the
//! way the engine does it.
#![allow(dead_code, reason = "each test program uses a part of it")]

mod call;
mod dial;
pub mod lists;

pub use call::{Call, call};
pub use dial::{Dial, dial};

use cleardown_core::{
    AfterEnd, Alert, Caller, Dialled, Ended, Now, Person, PersonResult, Placement, Placing, Policy,
    Presentation, Reason, Region, State, Verdict, place, screen,
};

/// 20 November 2026, noon.
const NOON_MS: i64 = 1_795_176_000_000;

/// One phone.
#[derive(Clone, Debug)]
pub struct Phone {
    pub state: State,
    pub policy: Policy,
    pub now: Now,
}

impl Default for Phone {
    fn default() -> Self {
        let now = Now {
            wall_ms: NOON_MS,
            elapsed_ms: 5_000_000,
            boot: 7,
        };
        Self {
            state: State::default(),
            policy: Policy::default(),
            now,
        }
    }
}

impl Phone {
    /// A phone on which a listed call was answered and ended just now: a cool-down runs.
    pub fn in_cool_down() -> Self {
        let mut phone = Self::default();
        phone.rings(&call(lists::POLICE).listed(lists::police()));
        phone.hangs_up(lists::POLICE);
        phone
    }

    /// The same with these settings.
    pub fn in_cool_down_with(policy: Policy) -> Self {
        let mut phone = Self {
            policy,
            ..Self::default()
        };
        phone.rings(&call(lists::POLICE).listed(lists::police()));
        phone.hangs_up(lists::POLICE);
        phone
    }

    /// Time passes, seconds.
    pub fn wait(&mut self, seconds: i64) {
        self.wait_ms(seconds * 1000);
    }

    /// Time passes, milliseconds.
    pub fn wait_ms(&mut self, ms: i64) {
        self.now.wall_ms += ms;
        self.now.elapsed_ms += ms;
    }

    /// Somebody sets the wall clock, and nobody tells the app.
    pub fn wall_clock_jumps(&mut self, seconds: i64) {
        self.now.wall_ms += seconds * 1000;
    }

    /// The phone is off for so long, starts again, and the app is told.
    pub fn reboot(&mut self, off_seconds: i64) {
        self.reboot_unseen(off_seconds);
        self.state.rebase(self.now);
    }

    /// The same without telling the app.
    pub fn reboot_unseen(&mut self, off_seconds: i64) {
        self.now.wall_ms += off_seconds * 1000;
        self.now.elapsed_ms = 15_000;
        self.now.boot += 1;
    }

    /// What the person would be told of this call, if it came now.
    pub fn screens(&self, call: &Call) -> Verdict {
        let caller = call.caller();
        screen(&call.incoming(&caller), &self.state, &self.policy, self.now)
    }

    /// A call comes.
    pub fn rings(&mut self, call: &Call) -> Verdict {
        let caller = call.caller();
        let incoming = call.incoming(&caller);
        let verdict = screen(&incoming, &self.state, &self.policy, self.now);
        self.state
            .record_screened(&incoming, &verdict, &self.policy, self.now);
        verdict
    }

    /// `POST_CALL`: the call of this number was answered and is over.
    pub fn hangs_up(&mut self, number: &str) -> AfterEnd {
        self.ends(Some(number), Some(true))
    }

    /// `POST_CALL` without a number: a hidden caller's call was answered and is over.
    pub fn hangs_up_hidden(&mut self) -> AfterEnd {
        self.ends(None, Some(true))
    }

    /// `POST_CALL` with what the phone says of it.
    pub fn ends(&mut self, number: Option<&str>, answered: Option<bool>) -> AfterEnd {
        self.ended(Some(read(number)), answered, false)
    }

    /// `POST_CALL` while another call is running.
    pub fn ends_during_another(&mut self, number: &str, answered: bool) -> AfterEnd {
        self.ended(Some(read(Some(number))), Some(answered), true)
    }

    /// The phone is seen idle.
    pub fn idle(&mut self) -> AfterEnd {
        self.ended(None, None, false)
    }

    pub fn ended(
        &mut self,
        caller: Option<Caller>,
        answered: Option<bool>,
        in_call: bool,
    ) -> AfterEnd {
        let ended = Ended {
            caller,
            answered,
            in_call,
        };
        self.state.record_ended(&ended, &self.policy, self.now)
    }

    /// What would become of this call, if it were dialled now.
    pub fn asks(&self, dial: &Dial) -> Placing {
        let dialled = dial.dialled();
        place(
            &dial.outgoing(&dialled),
            &self.state,
            &self.policy,
            self.now,
        )
    }

    /// The person dials, and what the decision says is done and taken down.
    pub fn dials(&mut self, dial: &Dial) -> Placing {
        let dialled = dial.dialled();
        let placing = self.asks(dial);
        if placing.reasons.contains(&Reason::Passed) {
            let used = self.state.use_pass(&dialled, dial.in_call, self.now);
            assert!(used, "a call that was placed by a pass uses it up");
        }
        self.state.record_outgoing(&dialled, &placing, self.now);
        placing
    }

    /// The person says or presses something that needs no number.
    pub fn says(&mut self, says: Person) -> PersonResult {
        self.state
            .record_person(says, None, false, &self.policy, self.now)
    }

    /// The same while a call is running.
    pub fn says_in_call(&mut self, says: Person) -> PersonResult {
        self.state
            .record_person(says, None, true, &self.policy, self.now)
    }

    /// "Call anyway": whether one call will be let through.
    pub fn calls_anyway(&mut self, number: &str) -> bool {
        self.presses_call_anyway(number, false)
    }

    pub fn presses_call_anyway(&mut self, number: &str, in_call: bool) -> bool {
        let dialled = Dialled::read(number, Region::gb());
        let says = Person::CallAnyway;
        let result =
            self.state
                .record_person(says, Some(&dialled), in_call, &self.policy, self.now);
        result.accepted.expect("call anyway is always answered")
    }

    /// Seconds left of the cool-down.
    pub fn remaining(&self) -> i64 {
        self.state.remaining_s(self.now)
    }

    /// Whether a second call would be warned about.
    pub fn is_window_open(&self) -> bool {
        self.state.is_window_open(&self.policy, self.now)
    }

    /// How loud an unknown number would be now.
    pub fn alert_of_a_stranger(&self) -> Alert {
        self.screens(&call(lists::STRANGER)).alert
    }
}

/// Shorthand for a look at a decision.
pub fn is_held(placing: &Placing) -> bool {
    placing.placement == Placement::Hold
}

fn read(number: Option<&str>) -> Caller {
    Caller::read(number, Presentation::Allowed, Region::gb())
}
