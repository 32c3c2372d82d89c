//! What the random sequences reached.

use std::collections::BTreeMap;

use cleardown_core::Reason;

/// Counts over all sequences.
#[derive(Default)]
pub struct Coverage {
    states: u64,
    holding: u64,
    reasons: BTreeMap<Reason, u64>,
}

/// Fewest states of a run.
const STATES: u64 = 100_000;
/// Fewest occurrences of each reason.
const EACH_REASON: u64 = 100;

impl Coverage {
    /// One more state; `holding` is whether it holds an ordinary number.
    pub fn count_state(&mut self, holding: bool) {
        self.states += 1;
        self.holding += u64::from(holding);
    }

    /// What an event was answered with.
    pub fn count_reasons(&mut self, reasons: &[Reason]) {
        for reason in reasons {
            *self.reasons.entry(*reason).or_default() += 1;
        }
    }

    /// Fails unless the run was worth something.
    pub fn assert_wide(&self) {
        println!(
            "{} states, {} hold an ordinary number",
            self.states, self.holding
        );
        assert!(self.states >= STATES, "only {} states", self.states);
        assert!(
            self.holding * 100 >= self.states * 30,
            "only {} of {} states hold an ordinary number",
            self.holding,
            self.states
        );
        // `failed_open` is the answer of the layers around the decision, which itself cannot fail.
        for reason in Reason::ALL
            .iter()
            .filter(|reason| **reason != Reason::FailedOpen)
        {
            let times = self.reasons.get(reason).copied().unwrap_or(0);
            println!("{:>8} {}", times, reason.code());
            assert!(
                times >= EACH_REASON,
                "{} occurs {times} times",
                reason.code()
            );
        }
    }
}
