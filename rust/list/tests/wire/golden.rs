//! Published files of every format that ever was: what is published once stays readable, and is
//! written in no other way.

use std::fs;
use std::path::PathBuf;

use cleardown_list::{DeltaText, List, MOST_TEXT_BYTES, unpack, write_delta, write_text};

use crate::lists::{first, long, meta, read, second};

fn golden(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1");
    fs::read(folder.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

#[track_caller]
fn assert_same(name: &str, written: &[u8]) {
    let expected = golden(name);
    assert_eq!(
        String::from_utf8_lossy(written),
        String::from_utf8_lossy(&expected),
        "{name}"
    );
}

#[test]
fn lists_are_written_as_they_were() {
    assert_same("list-1.txt", &write_text(&first()));
    assert_same("list-2.txt", &write_text(&second()));
    assert_same("long.txt", &write_text(&long()));
    assert_same("delta-1.txt", &write_delta(&first(), &second()));
    let empty = List::new(meta(1), vec![], vec![]).expect("a list");
    assert_same("empty.txt", &write_text(&empty));
}

#[test]
fn lists_are_read_as_they_were() {
    let lists = [
        ("list-1.txt", first()),
        ("list-2.txt", second()),
        ("long.txt", long()),
    ];
    for (name, list) in lists {
        let packed = golden(&format!("{name}.gz"));
        let text = unpack(&packed, MOST_TEXT_BYTES).expect("a packed text");
        assert_eq!(text, golden(name), "{name}");
        assert_eq!(read(&text).to_list(list.meta().clone()), list, "{name}");
    }
    let text = unpack(&golden("delta-1.txt.gz"), MOST_TEXT_BYTES).expect("a packed text");
    let delta = DeltaText::parse(text).expect("a delta");
    assert_eq!(delta.apply(&first(), meta(2)), Ok(second()));
}

#[test]
fn the_specification_shows_the_golden_files() {
    let specification = include_str!("../../FORMAT.md").replace('→', "\t");
    for name in ["list-1.txt", "delta-1.txt"] {
        let text = String::from_utf8(golden(name)).expect("text");
        assert!(
            specification.contains(&text),
            "FORMAT.md does not show {name}"
        );
    }
}
