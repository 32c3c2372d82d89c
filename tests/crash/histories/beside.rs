//! Several publishers side by side.

use cleardown_core::{Alert, CallsOut, Confidence, E164, Kind, Listing};

use crate::phone::{Phone, Sent};
use crate::publisher::{Publisher, Rows};

const CALLS_OUT: [CallsOut; 4] = [
    CallsOut::Known,
    CallsOut::Unknown,
    CallsOut::Unlikely,
    CallsOut::Never,
];
const CONFIDENCE: [Confidence; 3] = [Confidence::Low, Confidence::Medium, Confidence::High];

/// Everything that a list can say of a number.
fn classes() -> Vec<(CallsOut, Confidence)> {
    let of = |calls_out| CONFIDENCE.map(|confidence| (calls_out, confidence));
    CALLS_OUT.into_iter().flat_map(of).collect()
}

fn number(at: usize) -> E164 {
    E164::from_u64(442_079_470_000 + at as u64).unwrap()
}

fn rows(classes: impl Iterator<Item = (usize, (CallsOut, Confidence))>) -> Rows {
    let row = |(at, (calls_out, confidence)): (usize, _)| {
        let listing = Listing {
            organisation: "Test Police".to_owned(),
            line: String::new(),
            kind: Kind::Police,
            calls_out,
            confidence,
            ring: false,
        };
        (number(at), listing)
    };
    classes.map(row).collect()
}

fn up_to_date(publishers: &[Publisher]) -> Phone {
    let mut phone = Phone::new(publishers);
    phone.poll(publishers, |_| Some(Sent::File)).unwrap();
    phone.check(publishers).unwrap();
    phone
}

/// Two publishers, whose lists say everything of everything: number `a * 12 + b` is of class `a`
/// in one list and of class `b` in the other.
fn two() -> ([Publisher; 2], usize) {
    let classes = classes();
    let count = classes.len();
    let pairs = || (0..count * count).map(|at| (at, classes[at / count]));
    let others = || (0..count * count).map(|at| (at, classes[at % count]));
    let publishers = [
        Publisher::with("gb", rows(pairs())),
        Publisher::with("it-team", rows(others())),
    ];
    (publishers, count)
}

#[test]
fn the_highest_alert_wins() {
    let (publishers, count) = two();
    let [one, other] = &publishers;
    let alone = |publisher: &Publisher| {
        let phone = up_to_date(std::slice::from_ref(publisher));
        (0..count * count)
            .map(|at| phone.alert(number(at)))
            .collect::<Vec<Alert>>()
    };
    let (one, other) = (alone(one), alone(other));
    let both = up_to_date(&publishers);
    for at in 0..count * count {
        assert_eq!(both.alert(number(at)), one[at].max(other[at]), "pair {at}");
    }
    assert!(one.contains(&Alert::CertainFake) && one.contains(&Alert::Caution));
}

#[test]
fn a_broken_list_hides_no_other() {
    let (publishers, count) = two();
    for (damaged, whole) in [(0, 1), (1, 0)] {
        let alone = up_to_date(std::slice::from_ref(&publishers[whole]));
        let mut both = up_to_date(&publishers);
        both.damage(&publishers[damaged].id, 0);
        for at in 0..count * count {
            let number = number(at);
            assert!(both.alert(number) >= alone.alert(number), "pair {at}");
        }
        both.check(&publishers).unwrap();
        // The next run mends it.
        both.poll(&publishers, |_| Some(Sent::File)).unwrap();
        both.check(&publishers).unwrap();
        let installed = both.installed(&publishers[damaged].id).unwrap();
        assert_eq!(installed.version, 1);
        let phone = up_to_date(&publishers);
        for at in 0..count * count {
            assert_eq!(both.alert(number(at)), phone.alert(number(at)));
        }
    }
}

#[test]
fn a_server_that_is_down_stops_no_other_publisher() {
    for down in [0, 1] {
        let mut publishers = [Publisher::new("gb", 1), Publisher::new("it-team", 2)];
        let mut phone = up_to_date(&publishers);
        for publisher in &mut publishers {
            publisher.publish(3, false);
        }
        publishers[down].shut_down();
        let done = phone.poll(&publishers, |_| Some(Sent::File)).unwrap();
        assert!(done.publishers[down].code.is_some());
        phone.check(&publishers).unwrap();
        for (at, publisher) in publishers.iter().enumerate() {
            let expected = if at == down { 1 } else { 2 };
            assert_eq!(phone.installed(&publisher.id).unwrap().version, expected);
        }
    }
}
