//! The decision's table of numbering plans (`rust/core/src/numbering.rs`) against the metadata that
//! it was generated from.

use cleardown_core::NUMBERING;
use phonenumber::Metadata;
use phonenumber::metadata::DATABASE;

/// What a person can be reached at. Voice mail boxes are left out: where they have lengths of their
/// own, these are of no number that rings.
fn lengths(country: &Metadata) -> Vec<u16> {
    let kinds = country.descriptors();
    [
        kinds.fixed_line(),
        kinds.mobile(),
        kinds.toll_free(),
        kinds.premium_rate(),
        kinds.shared_cost(),
        kinds.personal_number(),
        kinds.voip(),
        kinds.pager(),
        kinds.uan(),
    ]
    .into_iter()
    .flatten()
    .flat_map(|kind| kind.possible_length().to_vec())
    .collect()
}

/// The one way to dial abroad, or the one that the country prefers; empty where there are several.
fn international(country: &Metadata) -> String {
    let pattern = country
        .international_prefix()
        .map(ToString::to_string)
        .unwrap_or_default();
    if !pattern.is_empty() && pattern.bytes().all(|b| b.is_ascii_digit()) {
        return pattern;
    }
    country
        .preferred_international_prefix()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn every_country_is_as_the_metadata_have_it() {
    let mut written: Vec<String> = DATABASE
        .iter()
        // 001 stands for numbers of no country.
        .filter(|country| country.id() != "001")
        .map(|country| {
            let lengths = lengths(country);
            let (shortest, longest) = (lengths.iter().min(), lengths.iter().max());
            format!(
                "{} {} {:?} {:?} {:?} {:?}",
                country.id(),
                country.country_code(),
                country.national_prefix().unwrap_or_default(),
                international(country),
                shortest.expect("a country has numbers"),
                longest.expect("a country has numbers"),
            )
        })
        .collect();
    written.sort();
    let ours: Vec<String> = NUMBERING
        .iter()
        .map(|row| {
            format!(
                "{} {} {:?} {:?} {:?} {:?}",
                row.iso, row.country_code, row.trunk, row.international, row.shortest, row.longest
            )
        })
        .collect();
    let differing: Vec<_> = written
        .iter()
        .zip(&ours)
        .filter(|(theirs, our)| theirs != our)
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
    assert_eq!(written.len(), ours.len());
}
