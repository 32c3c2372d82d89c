//! Clocks that are set, and phones that start anew.

use cleardown_core::{Alert, Contact, Moment, Now, Person, Reason};

use crate::phone::lists::{BANK, DAUGHTER, POLICE, STRANGER, police};
use crate::phone::{Phone, call, dial, is_held};

const JUMPS_S: [i64; 4] = [2 * 3600, -2 * 3600, 10 * 365 * 86_400, -1_795_176_000];

#[test]
fn setting_the_clock_neither_skips_nor_lengthens_the_wait() {
    for jump in JUMPS_S {
        for told in [true, false] {
            let mut phone = Phone::in_cool_down();
            phone.wait(100);
            phone.wall_clock_jumps(jump);
            if told {
                phone.state.rebase(phone.now);
            }
            assert_eq!(phone.remaining(), 200, "{jump} {told}");
            phone.wait(100);
            assert_eq!(phone.remaining(), 100, "{jump} {told}");
            phone.wait(100);
            assert_eq!(phone.remaining(), 0, "{jump} {told}");
        }
    }
}

#[test]
fn setting_the_clock_touches_no_window_no_grace_and_no_call() {
    for jump in JUMPS_S {
        let mut phone = Phone::in_cool_down();
        phone.dials(&dial("999"));
        phone.says(Person::GaveDetails);
        phone.wall_clock_jumps(jump);
        let verdict = phone.screens(&call(STRANGER));
        assert!(verdict.reasons.contains(&Reason::SecondCall), "{jump}");
        assert_eq!(verdict.rang_emergency.as_deref(), Some("999"), "{jump}");
        assert!(phone.state.gave_details(phone.now), "{jump}");
    }
}

#[test]
fn the_wait_goes_on_over_a_restart() {
    let mut phone = Phone::in_cool_down();
    phone.wait(100);
    phone.reboot(50);
    assert_eq!(phone.remaining(), 150);
    phone.wait(50);
    assert_eq!(phone.remaining(), 100);
}

#[test]
fn after_the_restart_was_seen_the_wall_clock_counts_no_more() {
    for jump in JUMPS_S {
        let mut phone = Phone::in_cool_down();
        phone.reboot(60);
        phone.wall_clock_jumps(jump);
        assert_eq!(phone.remaining(), 240, "{jump}");
    }
}

#[test]
fn a_clock_set_before_the_restart_was_made_good() {
    for jump in JUMPS_S {
        let mut phone = Phone::in_cool_down();
        phone.wait(100);
        phone.wall_clock_jumps(jump);
        phone.state.rebase(phone.now);
        phone.reboot(60);
        assert_eq!(phone.remaining(), 140, "{jump}");
    }
}

#[test]
fn a_clock_that_fell_while_the_phone_was_off_never_lengthens_the_wait() {
    let mut phone = Phone::in_cool_down();
    phone.wait(100);
    phone.reboot(-7200);
    assert_eq!(phone.remaining(), 300, "nothing is known to have passed");
    phone.wait(300);
    assert_eq!(phone.remaining(), 0);
}

#[test]
fn a_phone_that_cannot_count_its_starts_is_given_away_by_its_elapsed_clock() {
    let mut phone = Phone::in_cool_down();
    phone.now.wall_ms += 100_000;
    phone.now.elapsed_ms = 15_000;
    assert_eq!(phone.remaining(), 200, "by the wall clock");
}

#[test]
fn the_emergency_grace_ends_where_no_clock_can_date_the_call() {
    let mut phone = Phone::default();
    phone.dials(&dial("999"));
    let police = call(POLICE).listed(police());
    let mut well_dated = phone.clone();
    well_dated.reboot(60);
    assert_eq!(well_dated.screens(&police).alert, Alert::Caution);
    phone.reboot_unseen(-60);
    assert_eq!(
        phone.screens(&police).alert,
        Alert::Warning,
        "no lowering by doubt"
    );
    phone.state.rebase(phone.now);
    phone.wall_clock_jumps(7200);
    assert_eq!(
        phone.screens(&police).alert,
        Alert::Warning,
        "and never again"
    );
}

#[test]
fn everything_else_is_remembered_over_a_restart() {
    let mut phone = Phone::in_cool_down();
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    phone.hangs_up(DAUGHTER);
    phone.says(Person::SuspiciousCallElsewhere);
    phone.says(Person::GaveDetails);
    phone.wait(10);
    phone.reboot(10);
    phone.wall_clock_jumps(20 * 86_400);
    assert_eq!(phone.state.other_line_s(phone.now), 280);
    assert!(phone.state.gave_details(phone.now));
    assert!(phone.is_window_open());
    assert_eq!(phone.state.calls().len(), 2);
    phone.says(Person::SuspiciousCallHere);
    assert_eq!(phone.state.calls().len(), 2, "the calls keep their age");
    let call_back = phone.asks(&dial(DAUGHTER).contact(Contact::Yes));
    assert!(
        is_held(&call_back),
        "and their ends: that one was just over"
    );
}

#[test]
fn setting_the_clock_keeps_a_pass_for_its_two_minutes() {
    let mut phone = Phone::in_cool_down();
    phone.dials(&dial(BANK).listed());
    assert!(phone.calls_anyway(BANK));
    phone.wait(60);
    phone.wall_clock_jumps(7200);
    phone.state.rebase(phone.now);
    phone.wait(59);
    assert_eq!(phone.asks(&dial(BANK).listed()).reasons, [Reason::Passed]);
    phone.wait(1);
    assert!(is_held(&phone.asks(&dial(BANK).listed())));
}

#[test]
fn a_moment_rebased_keeps_its_age_and_tells_when_it_was_by_the_new_clock() {
    let then = Moment::at(Now {
        wall_ms: 1_000_000,
        elapsed_ms: 50_000,
        boot: 1,
    });
    let now = Now {
        wall_ms: 9_000_000,
        elapsed_ms: 80_000,
        boot: 1,
    };
    assert_eq!((then.age_ms(now), then.age_s(now)), (30_000, 30));
    let rebased = then.rebased(now);
    assert_eq!(rebased.wall_ms(), 8_970_000);
    assert_eq!(rebased.age_ms(now), 30_000);
    assert!(then.is_datable(now) && !then.is_before_boot(now));
    let next = Now {
        wall_ms: 999_999,
        elapsed_ms: 10,
        boot: 2,
    };
    assert!(then.is_before_boot(next) && !then.is_datable(next));
    assert_eq!(then.age_ms(next), 0);
    assert!(then.is_datable(Now {
        wall_ms: 1_000_000,
        ..next
    }));
    assert!(!then.is_before_boot(Now {
        elapsed_ms: 50_000,
        ..now
    }));
}
