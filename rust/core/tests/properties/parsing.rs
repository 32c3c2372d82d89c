//! Whatever is shown or dialled can be read, and all spellings of one number are one number.

use std::collections::BTreeMap;

use cleardown_core::{
    Caller, Dialled, NUMBERING, Origin, Placement, PolicyValue, Presentation, Region, Settings,
    is_life_saving,
};
use proptest::prelude::*;

use crate::numbers::{dialling_prefix, gb_spelling, life_saving, punctuation};
use crate::phone::{Phone, dial};
use crate::runner::run;

#[test]
fn any_text_can_be_read() {
    let phone = Phone::in_cool_down();
    run(30_000, &(any_text(), region()), |(text, region)| {
        let dialled = Dialled::read(&text, region);
        prop_assert!(dialled.key().chars().count() <= 64);
        let caller = Caller::read(Some(&text), Presentation::Allowed, region);
        prop_assert_eq!(
            caller.key().is_some(),
            ["presented", "short_code"].contains(&caller.code())
        );
        let placing = phone.asks(&dial(&text).listed());
        if is_life_saving(&text) {
            prop_assert_eq!(placing.placement, Placement::Place);
        }
        Ok(())
    });
}

#[test]
fn a_number_that_was_taken_and_kept_is_taken_again_as_the_same() {
    let nearly_a_number = "(\\+|00|0|\\+44|0044|44|\\+7|7|\\+39|39)?0{0,3}[0-9]{3,12}";
    let text = prop_oneof![nearly_a_number, any_text()];
    run(60_000, &(text, region()), |(text, region)| {
        let take = |policy| {
            let (origin, nobody) = (Origin::Person, BTreeMap::new());
            let taken = Settings::default().replaced(origin, &policy, &nobody, region);
            (taken.settings.of(origin), taken.errors)
        };
        let asked = BTreeMap::from([("bank_number".to_owned(), PolicyValue::Text(text))]);
        let (kept, errors) = take(asked);
        if errors.is_empty() {
            prop_assert_eq!(take(kept.clone()), (kept, errors));
        }
        Ok(())
    });
}

#[test]
fn every_spelling_of_a_life_saving_number_is_known() {
    run(10_000, &life_saving(), |text| {
        prop_assert!(is_life_saving(&text), "{}", text);
        Ok(())
    });
}

#[test]
fn all_spellings_of_one_number_are_one_number() {
    let spelt = "[1-9][0-9]{6,9}".prop_flat_map(|national: String| {
        (
            Just(national.clone()),
            gb_spelling(national),
            dialling_prefix(),
            punctuation(),
        )
    });
    run(
        20_000,
        &spelt,
        |(national, spelling, prefix, punctuation)| {
            let expected = format!("+44{national}");
            let shown = punctuation(&spelling);
            let gb = Region::gb();
            prop_assert_eq!(
                Dialled::read(&format!("{prefix}{shown}"), gb).key(),
                expected.clone()
            );
            let caller = Caller::read(Some(&shown), Presentation::Allowed, gb);
            prop_assert_eq!(caller.key(), Some(expected.clone()));
            prop_assert_eq!(
                Dialled::read(&expected, gb).key(),
                expected,
                "a key is a spelling, too"
            );
            Ok(())
        },
    );
}

#[test]
fn foreign_numbers_are_never_taken_for_national_ones() {
    let foreign = ("[1-35-9][0-9]{7,14}", punctuation());
    run(5_000, &foreign, |(digits, punctuation)| {
        for before in ["+", "00"] {
            let text = punctuation(&format!("{before}{digits}"));
            prop_assert_eq!(
                Dialled::read(&text, Region::gb()).key(),
                format!("+{digits}")
            );
            prop_assert!(!is_life_saving(&text), "{}", text);
        }
        Ok(())
    });
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,200}",
        "[0-9+*#(). ,;-]{0,40}",
        "(tel:|141|1470|[*#]31#|\\+44|0044|00|0)?[0-9]{0,16}[#]?",
        any::<String>(),
    ]
}

fn region() -> impl Strategy<Value = Region> {
    (0..NUMBERING.len())
        .prop_map(|row| Region::from_iso(NUMBERING[row].iso).expect("every row is a region"))
}
