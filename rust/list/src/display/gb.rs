//! British numbers, in groups: the rules of the `phonenumber` metadata for +44, by hand, because
//! they are needed while a phone rings. `tests/display.rs` compares the two.

/// Great Britain, with Jersey, Guernsey and the Isle of Man.
pub(super) const COUNTRY_CODE: u16 = 44;

/// Places with five-digit area codes (Langholm, Hornby, Hawkshead, …).
const FIVE_DIGIT_AREAS: &[&str] = &[
    "13873", "15242", "15394", "15395", "15396", "16973", "16974", "16977", "17683", "17684",
    "17687", "19467",
];

/// "3001232040" is "300 123 2040".
pub(super) fn grouped(national: &str) -> String {
    let mut rest = national;
    let mut grouped = String::with_capacity(national.len() + 2);
    for &size in sizes(national) {
        let (group, others) = rest.split_at(size.min(rest.len()));
        grouped.push_str(group);
        grouped.push(' ');
        rest = others;
    }
    grouped + rest
}

/// The sizes of all groups but the last.
fn sizes(national: &str) -> &'static [usize] {
    let begins = |with: &[&str]| with.iter().any(|start| national.starts_with(start));
    match national.len() {
        7 if national == "8001111" => &[3],
        9 if begins(&["800"]) => &[3],
        9 | 10 if begins(FIVE_DIGIT_AREAS) => &[5],
        9 | 10 if is_four_digit_area(national.as_bytes()) => &[4],
        10 if begins(&["2", "5", "70"]) || is_pager(national.as_bytes()) => &[2, 4],
        10 if begins(&["7"]) => &[4],
        10 if begins(&["1", "3", "8", "9"]) => &[3, 3],
        _ => &[],
    }
}

/// 1ddd, but not 11d and 1d1, which are three-digit areas (Leeds 113, Edinburgh 131).
fn is_four_digit_area(national: &[u8]) -> bool {
    match national {
        [b'1', b'7' | b'8', ..] => true,
        [b'1', b'2'..=b'6' | b'9', third, ..] => *third != b'1',
        _ => false,
    }
}

/// 76, but not 7624, the mobile phones of the Isle of Man.
fn is_pager(national: &[u8]) -> bool {
    match national {
        [b'7', b'6', b'2', fourth, ..] => matches!(fourth, b'3' | b'5' | b'6'),
        [b'7', b'6', third, ..] => matches!(third, b'0' | b'3'..=b'9'),
        _ => false,
    }
}
