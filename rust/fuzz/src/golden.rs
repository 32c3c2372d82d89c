//! The lists that deltas are applied to: those that are kept as published.

use std::sync::LazyLock;

use cleardown_list::{List, ListText, Meta};

/// A short list with short codes, and one of two blocks of numbers.
pub static LISTS: LazyLock<[List; 2]> = LazyLock::new(|| {
    [
        list(include_bytes!("../../list/tests/golden/v1/list-1.txt")),
        list(include_bytes!("../../list/tests/golden/v1/long.txt")),
    ]
});

/// What is said of a list of this version beside its text.
pub fn meta(version: u64) -> Meta {
    Meta {
        publisher: "gb".to_owned(),
        title: "Authority numbers".to_owned(),
        version,
        issued_ms: 0,
    }
}

fn list(text: &[u8]) -> List {
    let text = ListText::parse(text.to_vec()).expect("a golden text");
    text.to_list(meta(1))
}
