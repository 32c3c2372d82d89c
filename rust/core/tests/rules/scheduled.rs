//! Weaker settings that are written down and take effect later.

use std::collections::BTreeMap;

use cleardown_core::{NoTime, Origin, Person, PolicyValue, SCHEDULED_AT_MOST_S};

use crate::phone::lists::{DAUGHTER, POLICE, police};
use crate::phone::{Phone, call};

const HOUR_S: i64 = 3600;

fn advise() -> BTreeMap<String, PolicyValue> {
    BTreeMap::from([("hold".to_owned(), PolicyValue::Text("advise".to_owned()))])
}

/// Writes it down for so many seconds from now.
fn schedule(phone: &mut Phone, in_s: i64) {
    let at_ms = phone.now.wall_ms + in_s * 1000;
    let may = phone
        .state
        .may_schedule(at_ms, Origin::Person, false, phone.now);
    let delay_ms = may.expect("it may be scheduled");
    phone
        .state
        .schedule(advise(), Origin::Person, delay_ms, phone.now);
}

fn is_due(phone: &Phone) -> bool {
    phone.state.has_due(false, phone.now)
}

fn left_s(phone: &Phone) -> i64 {
    let (left_ms, _) = phone.state.scheduled(phone.now).next().expect("one");
    left_ms / 1000
}

#[test]
fn it_holds_from_its_time_on_and_is_given_once() {
    let mut phone = Phone::default();
    schedule(&mut phone, 600);
    phone.wait(599);
    assert!(!is_due(&phone));
    assert_eq!(phone.state.take_due(false, phone.now), []);
    assert_eq!(left_s(&phone), 1);
    phone.wait(1);
    assert!(is_due(&phone));
    let due = phone.state.take_due(false, phone.now);
    assert_eq!(due.len(), 1);
    assert_eq!(*due[0].policy(), advise());
    assert!(!is_due(&phone));
}

#[test]
fn no_setting_of_the_wall_clock_brings_it_nearer_or_puts_it_off() {
    for jump in [2 * HOUR_S, -2 * HOUR_S, 10 * 365 * 86_400, -1_795_176_000] {
        for told in [true, false] {
            let mut phone = Phone::default();
            schedule(&mut phone, HOUR_S);
            phone.wait(100);
            phone.wall_clock_jumps(jump);
            if told {
                phone.state.rebase(phone.now);
            }
            assert!(!is_due(&phone), "{jump} {told}");
            assert_eq!(left_s(&phone), HOUR_S - 100, "{jump} {told}");
            phone.wait(HOUR_S - 100);
            assert!(is_due(&phone), "{jump} {told}");
        }
    }
}

#[test]
fn it_outlives_a_restart_and_the_clock_that_is_set_before_or_after_it() {
    let mut phone = Phone::default();
    schedule(&mut phone, HOUR_S);
    phone.wait(100);
    phone.wall_clock_jumps(5 * HOUR_S);
    phone.state.rebase(phone.now);
    phone.reboot(60);
    phone.wall_clock_jumps(5 * HOUR_S);
    assert_eq!(left_s(&phone), HOUR_S - 160);
    phone.wait(HOUR_S - 160);
    assert!(is_due(&phone));
}

/// What remains: while the phone is off only the wall clock tells how much time passed.
#[test]
fn a_clock_that_is_wrong_after_the_restart_is_believed_as_for_a_wait() {
    let mut phone = Phone::default();
    schedule(&mut phone, HOUR_S);
    phone.reboot(2 * HOUR_S);
    assert!(is_due(&phone));
}

#[test]
fn a_wait_that_begins_meanwhile_puts_it_off_until_an_hour_after() {
    let mut phone = Phone::default();
    schedule(&mut phone, 60);
    phone.rings(&call(POLICE).listed(police()));
    phone.wait(60);
    assert!(!is_due(&phone), "the call is running");
    phone.hangs_up(POLICE);
    assert_eq!(left_s(&phone), 300 + HOUR_S);
    phone.wait(300 + HOUR_S - 1);
    assert!(!is_due(&phone));
    phone.wait(1);
    assert!(is_due(&phone));
}

#[test]
fn any_running_call_and_another_line_put_it_off_too() {
    let mut phone = Phone::default();
    schedule(&mut phone, 60);
    phone.wait(60);
    assert!(!phone.state.has_due(true, phone.now), "by the audio mode");
    phone.rings(&call(DAUGHTER));
    assert!(!is_due(&phone));
    phone.hangs_up(DAUGHTER);
    assert!(is_due(&phone));
    phone.says(Person::SuspiciousCallElsewhere);
    assert!(!is_due(&phone));
}

#[test]
fn during_a_wait_it_can_be_written_down_for_the_time_after() {
    let mut phone = Phone::in_cool_down();
    let lock_s = 300 + HOUR_S;
    let at = |phone: &Phone, seconds: i64| phone.now.wall_ms + seconds * 1000;
    let may = |phone: &Phone, seconds, in_call| {
        let at_ms = at(phone, seconds);
        phone
            .state
            .may_schedule(at_ms, Origin::Family, in_call, phone.now)
    };
    assert_eq!(
        may(&phone, lock_s - 1, false),
        Err(NoTime::TooEarly(lock_s))
    );
    assert_eq!(may(&phone, lock_s, false), Ok(lock_s * 1000));
    phone.wait(lock_s);
    assert_eq!(may(&phone, 0, false), Ok(0));
    assert_eq!(may(&phone, -1, false), Err(NoTime::TooEarly(0)));
    assert_eq!(may(&phone, HOUR_S, true), Ok(HOUR_S * 1000));
    assert_eq!(
        may(&phone, HOUR_S - 1, true),
        Err(NoTime::TooEarly(HOUR_S)),
        "nobody knows how long a call lasts"
    );
    let most = SCHEDULED_AT_MOST_S;
    assert_eq!(may(&phone, most, false), Ok(most * 1000));
    assert_eq!(may(&phone, most + 1, false), Err(NoTime::TooLate));
}

#[test]
fn an_it_team_waits_for_no_lock() {
    let mut phone = Phone::in_cool_down();
    let at_ms = phone.now.wall_ms;
    let may = phone
        .state
        .may_schedule(at_ms, Origin::Managed, true, phone.now);
    assert_eq!(may, Ok(0));
    phone
        .state
        .schedule(advise(), Origin::Managed, 0, phone.now);
    assert!(phone.state.has_due(true, phone.now));
}

#[test]
fn the_same_key_is_scheduled_once_and_can_be_taken_back() {
    let mut phone = Phone::default();
    schedule(&mut phone, 60);
    schedule(&mut phone, 120);
    assert_eq!(phone.state.scheduled(phone.now).count(), 1);
    assert_eq!(left_s(&phone), 120);
    phone.state.unschedule([&"history_days".to_owned()]);
    assert_eq!(phone.state.scheduled(phone.now).count(), 1);
    phone.state.unschedule([&"hold".to_owned()]);
    assert_eq!(phone.state.scheduled(phone.now).count(), 0);
    schedule(&mut phone, 60);
    phone.state.cancel_scheduled();
    phone.wait(60);
    assert!(!is_due(&phone));
}
