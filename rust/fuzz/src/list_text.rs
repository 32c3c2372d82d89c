//! Full texts.

use cleardown_list::{
    Counts, DeltaText, ListText, Sha256, TextWriter, unpack, write_delta, write_text,
};

use crate::golden::{LISTS, meta};
use crate::rows;

/// Most bytes of what is unpacked.
const MOST_UNPACKED: u64 = 1 << 16;

/// What is accepted is written back byte for byte, by all who write; and a publisher's delta from
/// any list to it gives it. Answers whether it was accepted.
pub fn check(data: &[u8]) -> bool {
    if let Ok(text) = unpack(data, MOST_UNPACKED) {
        assert!(text.len() as u64 <= MOST_UNPACKED, "more than was allowed");
    }
    let Ok(text) = ListText::parse(data.to_vec()) else {
        return false;
    };
    assert!(std::str::from_utf8(data).is_ok_and(rows::is_right));
    assert_eq!(text.sha256(), Sha256::of(data));
    assert_eq!(text.bytes(), data.len() as u64);
    assert_same(&rewritten(&text), data);

    let list = text.to_list(meta(2));
    assert_same(&write_text(&list), data);
    for base in LISTS.iter() {
        let delta = DeltaText::parse(write_delta(base, &list)).expect("a delta of our own");
        assert_eq!(delta.apply(base, meta(2)).as_ref(), Ok(&list));
    }
    true
}

/// The text written row by row, as a phone does it out of its database.
fn rewritten(text: &ListText) -> Vec<u8> {
    let counts = Counts {
        lines: text.lines().len() as u64,
        codes: text.codes().len() as u64,
        numbers: text.rows(),
    };
    let mut out = Vec::new();
    let mut writer = TextWriter::new(|bytes: &[u8]| out.extend_from_slice(bytes), counts);
    for line in text.lines() {
        writer.line(&line).expect("lines were read in order");
    }
    for code in text.codes() {
        writer.code(code).expect("codes were read in order");
    }
    for number in text.numbers() {
        writer.number(number).expect("numbers were read in order");
    }
    writer.finish().expect("all rows were read");
    out
}

#[track_caller]
fn assert_same(written: &[u8], read: &[u8]) {
    assert_eq!(
        String::from_utf8_lossy(written),
        String::from_utf8_lossy(read)
    );
}
