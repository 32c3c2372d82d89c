//! One byte of a text changes.

use cleardown_list::{DeltaText, ListText, Sha256, write_delta, write_text};

use crate::lists::{first, long, meta, second};

/// What a byte may become: its neighbours, digits, letters, what separates, what is not UTF-8.
const BYTES: &[u8] = b"\0\t\n\r +-0159abp~\x7f\x80\xff";

fn mutations(text: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    // Long texts are of numbers nearly alone: one byte in seven will do.
    let step = if text.len() > 1_000 { 7 } else { 1 };
    (0..text.len()).step_by(step).flat_map(move |at| {
        let near = [text[at].wrapping_add(1), text[at].wrapping_sub(1)];
        let others = near.into_iter().chain(BYTES.iter().copied());
        let changed = others.filter(move |other| *other != text[at]);
        let changed = changed.map(move |other| {
            let mut text = text.to_vec();
            text[at] = other;
            text
        });
        let mut without = text.to_vec();
        without.remove(at);
        let mut twice = text.to_vec();
        twice.insert(at, text[at]);
        changed.chain([without, twice])
    })
}

/// So nobody can give the same list two texts: what is read is written in the very same bytes.
#[test]
fn a_changed_text_is_refused_or_is_the_one_text_of_another_list() {
    for list in [first(), long()] {
        let text = write_text(&list);
        let hash = Sha256::of(&text);
        let mut accepted = 0;
        for mutated in mutations(&text).filter(|mutated| *mutated != text) {
            let Ok(read) = ListText::parse(mutated.clone()) else {
                continue;
            };
            accepted += 1;
            assert_ne!(read.sha256(), hash);
            let other = read.to_list(meta(1));
            assert_ne!(other, list);
            assert_eq!(write_text(&other), mutated);
        }
        assert!(accepted > 0, "the test must meet texts that are read");
    }
}

#[test]
fn a_changed_delta_is_refused_or_cannot_be_applied() {
    let (old, new) = (first(), second());
    let text = write_delta(&old, &new);
    let mut read = 0;
    for mutated in mutations(&text).filter(|mutated| *mutated != text) {
        if let Ok(delta) = DeltaText::parse(mutated.clone()) {
            read += 1;
            let applied = delta.apply(&old, meta(2));
            assert!(applied.is_err(), "{}", String::from_utf8_lossy(&mutated));
        }
    }
    assert!(read > 0, "the test must meet deltas that are read");
}
