//! Sequences of all that can happen, drawn at random.

use proptest::prelude::*;

use crate::phone::{Phone, Sent};
use crate::publisher::Publisher;
use crate::repo::NOW;

/// One thing that happens.
#[derive(Clone, Debug)]
enum Event {
    Publish(usize, u64),
    SignAgain(usize),
    Rotate(usize, Option<u64>),
    Poll,
    /// The file of this place in the run is another one.
    BadPoll(usize, Sent),
    /// So many changes old, every file of the run.
    OldPoll(usize),
    /// Killed before the file of this place.
    Kill(usize),
    Clock(i64),
    /// This page of this publisher's file.
    Damage(usize, usize),
    Maintain,
    Restart,
}

const YEAR_S: i64 = 365 * 86_400;

fn sent() -> impl Strategy<Value = Sent> {
    prop_oneof![
        prop::sample::select(vec![204_u16, 301, 403, 404, 429, 500]).prop_map(Sent::Status),
        Just(Sent::Page),
        Just(Sent::Half),
        any::<usize>().prop_map(Sent::Changed),
        Just(Sent::Nothing),
        (1..4_usize).prop_map(Sent::Old),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => (0..2_usize, any::<u64>()).prop_map(|(who, seed)| Event::Publish(who, seed)),
        1 => (0..2_usize).prop_map(Event::SignAgain),
        1 => (0..2_usize, prop::option::of(any::<u64>()))
            .prop_map(|(who, anew)| Event::Rotate(who, anew)),
        4 => Just(Event::Poll),
        3 => (0..10_usize, sent()).prop_map(|(at, sent)| Event::BadPoll(at, sent)),
        1 => (1..4_usize).prop_map(Event::OldPoll),
        3 => (0..10_usize).prop_map(Event::Kill),
        1 => (-20 * YEAR_S..5 * YEAR_S).prop_map(Event::Clock),
        1 => (0..2_usize, any::<usize>()).prop_map(|(who, page)| Event::Damage(who, page)),
        1 => Just(Event::Maintain),
        1 => Just(Event::Restart),
    ]
}

fn happen(phone: &mut Phone, publishers: &mut [Publisher], event: &Event) {
    let files = |at: usize, other: &Sent| {
        let other = other.clone();
        move |now: usize| Some(if now == at { other.clone() } else { Sent::File })
    };
    match event {
        Event::Publish(who, seed) => publishers[*who].publish(*seed, false),
        Event::SignAgain(who) => publishers[*who].sign_again(),
        Event::Rotate(who, anew) => publishers[*who].rotate(*anew),
        Event::Poll => drop(phone.poll(publishers, |_| Some(Sent::File))),
        Event::BadPoll(at, other) => drop(phone.poll(publishers, files(*at, other))),
        Event::OldPoll(back) => drop(phone.poll(publishers, |_| Some(Sent::Old(*back)))),
        Event::Kill(at) => drop(phone.poll(publishers, |now| (now < *at).then_some(Sent::File))),
        Event::Clock(by) => phone.set_clock(NOW + by),
        Event::Damage(who, page) => phone.damage(&publishers[*who].id, *page),
        Event::Maintain => phone.maintain(),
        Event::Restart => phone.restart(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_sequence_ends_in_what_was_published(
        events in prop::collection::vec(event(), 1..25)
    ) {
        let mut publishers = [Publisher::new("gb", 1), Publisher::new("it-team", 2)];
        let mut phone = Phone::new(&publishers);
        for (at, event) in events.iter().enumerate() {
            happen(&mut phone, &mut publishers, event);
            let wrong = phone.check(&publishers);
            prop_assert!(wrong.is_ok(), "{wrong:?} after event {at}, {event:?}");
        }
        // All is well again.
        phone.set_clock(NOW);
        let done = phone.poll(&publishers, |_| Some(Sent::File)).expect("it is not killed");
        let wrong = phone.check(&publishers);
        prop_assert!(wrong.is_ok(), "{wrong:?} at the end");
        for publisher in &publishers {
            let newest = publisher.newest();
            let installed = phone.installed(&publisher.id);
            let installed = installed.map(|one| (one.epoch, one.version));
            prop_assert_eq!(
                installed, Some((newest.epoch, newest.version())), "{}: {:?}", publisher.id, done
            );
        }
    }
}
