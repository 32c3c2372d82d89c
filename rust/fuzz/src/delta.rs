//! Deltas.

use std::sync::LazyLock;

use cleardown_list::{DeltaText, List, Sha256, hex, write_delta, write_text};

use crate::golden::{LISTS, meta};
use crate::{model, rows};

/// A delta that is accepted does to each list what `FORMAT.md` says, or does not fit it. Its hashes
/// are filled in, as no change by chance finds them. Answers the delta, and whether it fits the
/// first list; `None` where it was refused.
pub fn check(data: &[u8]) -> Option<(DeltaText, bool)> {
    let delta = DeltaText::parse(data.to_vec()).ok()?;
    let version = delta.version();
    let mut fits_first = false;
    for (place, base) in LISTS.iter().enumerate() {
        let expected = model::apply(&delta, base);
        let named = named(data, base, &BASES[place], version, expected.as_ref());
        let applied = named.apply(base, meta(version));
        assert_eq!(applied.as_ref().ok(), expected.as_ref());
        if let Some(new) = &expected {
            fits_first |= place == 0;
            let own = DeltaText::parse(write_delta(base, new)).expect("a delta of our own");
            assert_eq!(own.apply(base, meta(version)).as_ref(), Ok(new));
        }
    }
    // As it came, with hashes of other lists for the most part: refused, nothing else.
    let _ = delta.apply(&LISTS[0], meta(version));
    Some((delta, fits_first))
}

/// The hashes of the lists.
static BASES: LazyLock<Vec<String>> = LazyLock::new(|| LISTS.iter().map(sha256).collect());

fn sha256(list: &List) -> String {
    hex(&Sha256::of(&write_text(list)))
}

/// The delta as one from `base` to `new`.
fn named(
    data: &[u8],
    base: &List,
    base_sha256: &str,
    version: u64,
    new: Option<&List>,
) -> DeltaText {
    let text = std::str::from_utf8(data).expect("it was parsed");
    assert!(rows::is_right(text));
    let mut lines: Vec<&str> = text.split('\n').collect();
    let from = format!("from {} {}", base.meta().version, base_sha256);
    let to = format!("to {version} {}", new.map_or("0".repeat(64), sha256));
    lines[1] = &from;
    lines[2] = &to;
    DeltaText::parse(lines.join("\n").into_bytes()).expect("only its hashes changed")
}
