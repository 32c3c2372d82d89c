//! What the health page is told.

use cleardown_engine::api::{DecisionKind, DecisionTimes, Decisions, HealthRequest};
use cleardown_engine::doors::Door;

use crate::phone::Phone;

impl Phone {
    fn health(&self, decision_us: Option<u64>, what: Option<DecisionKind>) -> Decisions {
        let ask = HealthRequest {
            now: self.now,
            event: None,
            decision_us,
            what,
        };
        self.engine.health(&ask).expect("answered").decisions
    }

    fn took(&self, us: u64, what: DecisionKind) -> Decisions {
        self.health(Some(us), Some(what))
    }
}

#[test]
fn the_times_of_the_last_two_hundred_decisions_are_kept_by_kind() {
    let phone = Phone::new();
    assert_eq!(phone.health(None, None), Decisions::default());
    phone.took(1_000_000, DecisionKind::Screening);
    phone.took(77, DecisionKind::Placing);
    for us in (1..=200).rev() {
        phone.took(us, DecisionKind::Screening);
    }
    let phone = phone.restarted();
    let expected = Decisions {
        screening: DecisionTimes {
            count: 200,
            median_us: Some(100),
            p95_us: Some(190),
        },
        placing: DecisionTimes {
            count: 1,
            median_us: Some(77),
            p95_us: Some(77),
        },
    };
    assert_eq!(phone.health(None, None), expected);
}

#[test]
fn a_time_that_cannot_be_written_is_no_error_and_one_of_no_kind_is() {
    let phone = Phone::new();
    phone.engine.door(&Door::DiskFull).expect("done");
    assert_eq!(phone.took(5, DecisionKind::Placing), Decisions::default());
    let ask = HealthRequest {
        now: phone.now,
        event: None,
        decision_us: Some(5),
        what: None,
    };
    let error = phone.engine.health(&ask).expect_err("refused");
    assert_eq!(error.code(), "invalid_request");
}
