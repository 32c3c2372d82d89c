//! Processes that die and phones that change while a wait runs.

use cleardown_engine::api::{
    ClockEvent, ClockRequest, EndedRequest, Person, PersonRequest, Placement, Screen,
};

use crate::phone::{KENT, Phone};

impl Phone {
    fn calls_anyway(&self, number: &str) -> Option<bool> {
        let ask = PersonRequest {
            now: self.now,
            what: Person::CallAnyway,
            number: Some(number.to_owned()),
            in_call: false,
        };
        self.engine.person(&ask).expect("answered").accepted
    }
}

#[test]
fn a_held_call_can_be_passed_after_the_process_died() {
    let mut phone = Phone::new();
    phone.flagged_call();
    assert_eq!(phone.place(KENT).placement, Placement::Hold);
    let phone = phone.restarted();
    phone.record_hold(KENT);
    let phone = phone.restarted();
    assert_eq!(phone.status().held[0].number, KENT);
    assert_eq!(phone.calls_anyway(KENT), Some(true));
    let phone = phone.restarted();
    assert_eq!(phone.place(KENT).placement, Placement::Place);
    assert_eq!(phone.place(KENT).placement, Placement::Hold);
}

#[test]
fn a_call_that_ended_while_no_process_was_there_starts_the_wait_when_it_is_seen() {
    let phone = Phone::new();
    phone
        .engine
        .record_screen(&phone.rings(KENT))
        .expect("recorded");
    let mut phone = phone.restarted();
    phone.later(600);
    let status = phone.status();
    assert_eq!((status.cool_down, status.cool_down_started), (300, false));
    let idle = EndedRequest {
        now: phone.now,
        number: None,
        identified: false,
        answered: None,
        in_call: false,
    };
    let after = phone.engine.ended(&idle).expect("answered");
    assert_eq!((after.screen, after.cool_down), (Screen::AfterCall, 300));
}

/// Without its roles the app sees neither the calls that come nor those that go out. What was
/// written down still runs out, and nothing that was allowed stays allowed.
#[test]
fn with_the_roles_lost_a_wait_runs_out_and_the_marker_goes() {
    let mut phone = Phone::new();
    phone.flagged_call();
    phone.place(KENT);
    phone.record_hold(KENT);
    phone.later(2 * 3600);
    let phone = phone.restarted();
    let status = phone.status();
    assert_eq!((status.cool_down, status.held.len()), (0, 0));
    let now = phone.now;
    let maintained = cleardown_engine::api::AtNow { now };
    phone.engine.maintain(&maintained).expect("done");
    assert!(!phone.marker().exists());
    assert_eq!(phone.place(KENT).placement, Placement::Place);
}

#[test]
fn another_time_zone_changes_nothing() {
    let mut phone = Phone::new();
    phone.flagged_call();
    phone.later(100);
    // The clock of the phone counts from 1970 in UTC; only how it is written changes.
    let ask = ClockRequest {
        now: phone.now,
        event: ClockEvent::ClockChanged,
    };
    let left = phone.engine.clock(&ask).expect("answered").cool_down;
    assert_eq!(left, 200);
    assert_eq!(phone.restarted().cool_down(), 200);
}

#[test]
fn a_second_flagged_call_takes_back_what_the_hold_screen_offered() {
    let mut phone = Phone::new();
    phone.flagged_call();
    phone.place(KENT);
    phone.record_hold(KENT);
    phone.later(20);
    phone
        .engine
        .record_screen(&phone.rings(KENT))
        .expect("recorded");
    assert_eq!(phone.calls_anyway(KENT), Some(false));
    assert!(!phone.status().held[0].passable);
    phone.later(20);
    phone.hangs_up(KENT);
    assert_eq!(phone.cool_down(), 300);
    phone.place(KENT);
    phone.record_hold(KENT);
    assert_eq!(phone.calls_anyway(KENT), Some(true));
}
