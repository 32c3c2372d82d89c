//! Whatever is shown or dialled can be read, and all spellings of one number are one number.

use cleardown_core::{Caller, Dialled, NUMBERING, Placement, Presentation, Region, is_life_saving};
use proptest::prelude::*;

use crate::numbers::{dialling_prefix, gb_spelling, life_saving, punctuation};
use crate::phone::{Phone, dial};
use crate::runner::run;

#[test]
fn any_text_can_be_read() {
    let any_text = prop_oneof![
        ".{0,200}",
        "[0-9+*#(). ,;-]{0,40}",
        "(tel:|141|1470|[*#]31#|\\+44|0044|00|0)?[0-9]{0,16}[#]?",
        any::<String>(),
    ];
    let region = (0..NUMBERING.len()).prop_map(|row| NUMBERING[row].iso);
    let phone = Phone::in_cool_down();
    run(30_000, &(any_text, region), |(text, iso)| {
        let region = Region::from_iso(iso).expect("every row is a region");
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
