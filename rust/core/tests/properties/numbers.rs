//! Numbers, spelled in every way, and what the lists of the random world say of them.

use cleardown_core::{Caller, CallsOut, Kind, Listing};
use proptest::prelude::*;

use crate::phone::lists::{BANK, REPORT_FRAUD, listing};

/// The last digits of the listed numbers: kind and class follow from them.
pub const LISTED: std::ops::Range<u8> = 0..12;

/// A listed number.
pub fn listed_number(last: u8) -> String {
    format!("+4416329600{:02}", last)
}

/// A number that no list knows and no address book holds.
pub fn stranger(last: u8) -> String {
    format!("+44770090022{last}")
}

/// A number of the address book; the first two are trusted people where the policy says so.
pub fn contact(last: u8) -> String {
    format!("+44770090011{last}")
}

/// What the lists say of whoever is shown.
pub fn listings(caller: &Caller) -> Vec<Listing> {
    let key = caller.key().unwrap_or_default();
    if key == "159" || key == "60006" {
        return vec![listing("Code Owner", Kind::Telecom, CallsOut::Never)];
    }
    if key == BANK {
        return vec![listing("Test Bank", Kind::Bank, CallsOut::Unknown)];
    }
    LISTED
        .filter(|last| listed_number(*last) == key)
        .flat_map(listings_of)
        .collect()
}

/// Whether any list knows the number with this key.
pub fn is_listed(key: &str) -> bool {
    key == BANK || LISTED.map(listed_number).any(|number| number == key)
}

fn listings_of(last: u8) -> Vec<Listing> {
    let class = match last % 4 {
        0 => CallsOut::Known,
        1 => CallsOut::Unknown,
        2 => CallsOut::Unlikely,
        _ => CallsOut::Never,
    };
    let police = listing("Test Police", Kind::Police, class);
    match last {
        0..4 => vec![police],
        4..8 => vec![listing("Test Tax Office", Kind::Tax, class)],
        8 | 9 => vec![
            police,
            listing("Other Police", Kind::Police, CallsOut::Unknown),
        ],
        _ => vec![police, listing("Test Bank", Kind::Bank, CallsOut::Known)],
    }
}

/// Any listing.
pub fn any_listing() -> impl Strategy<Value = Listing> {
    let organisation = prop_oneof![Just("Test Police"), Just("Other Police"), Just("A Bank")];
    let kind = prop_oneof![2 => Just(Kind::Police), 1 => Just(Kind::Bank), 1 => Just(Kind::Tax)];
    let class = prop_oneof![
        Just(CallsOut::Known),
        Just(CallsOut::Unknown),
        Just(CallsOut::Unlikely),
        Just(CallsOut::Never)
    ];
    (organisation, kind, class).prop_map(|(name, kind, class)| listing(name, kind, class))
}

/// A life-saving number in any spelling in which it can be dialled.
pub fn life_saving() -> impl Strategy<Value = String> {
    let code = prop_oneof![
        prop::sample::select(vec!["999", "112", "911", "18000", "111", "105"])
            .prop_map(str::to_owned),
        "116[0-9]{3}",
    ];
    let codes = (code, prop::sample::select(vec!["", "+44", "0044"]))
        .prop_map(|(code, before)| format!("{before}{code}"));
    let relay = "18001[0-9]{0,11}";
    let numbers = prop::sample::select(vec!["8001111", "800111999", "8000121700", "800002001"])
        .prop_flat_map(|national| gb_spelling(national.to_owned()));
    (
        prop_oneof![3 => codes, 1 => relay, 3 => numbers],
        dialling_prefix(),
        punctuation(),
    )
        .prop_map(|(number, prefix, punctuation)| format!("{prefix}{}", punctuation(&number)))
}

/// The spellings of a national number of Great Britain, without punctuation.
pub fn gb_spelling(national: String) -> impl Strategy<Value = String> {
    prop::sample::select(vec!["0", "+44", "0044", "+440", "00440"])
        .prop_map(move |before| format!("{before}{national}"))
}

/// Nothing, or what hides or shows the own number.
pub fn dialling_prefix() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        4 => Just(""),
        1 => prop::sample::select(vec!["141", "1470", "#31#", "*31#", "141 ", "tel:"]),
    ]
}

/// Ways to write the same digits.
pub fn punctuation() -> impl Strategy<Value = fn(&str) -> String> {
    let every: Vec<fn(&str) -> String> = vec![
        str::to_owned,
        |text| spread(text, 3, ' '),
        |text| spread(text, 4, '-'),
        |text| spread(text, 5, '.'),
        |text| spread(text, 2, '\u{a0}'),
        |text| spread(text, 4, '/'),
        |text| text.replace("+440", "+44 (0) "),
        |text| format!("{text},,1#"),
        |text| format!("\u{202a}{text}\u{202c}"),
        |text| text.replace('0', "０").replace('1', "１"),
        |text| text.replace('9', "٩").replace('+', "＋"),
    ];
    prop::sample::select(every)
}

fn spread(text: &str, every: usize, sign: char) -> String {
    let mut spread = String::new();
    for (index, digit) in text.chars().enumerate() {
        if index > 0 && index % every == 0 {
            spread.push(sign);
        }
        spread.push(digit);
    }
    spread
}

/// A number that somebody dials: codes, listed numbers, strangers, contacts, service codes, noise.
pub fn ordinary() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "101",
        "159",
        "60006",
        "118118",
        BANK,
        REPORT_FRAUD,
        "*21*01632960123#",
        "**61*1#",
        "##21#",
        "*#21#",
        "*100#",
        "hello",
        "",
    ])
    .prop_map(str::to_owned);
    let listed = LISTED.prop_map(listed_number);
    let number = prop_oneof![
        listed,
        (0..3u8).prop_map(stranger),
        (0..4u8).prop_map(contact)
    ]
    .prop_flat_map(|number| gb_spelling(number[3..].to_owned()));
    prop_oneof![2 => fixed, 4 => (number, punctuation()).prop_map(|(number, p)| p(&number))]
}
