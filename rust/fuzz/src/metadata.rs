//! Metadata of a repository, and the signed fields in it.

use std::sync::LazyLock;

use cleardown_list::tuf::{Keys, Trust};
use serde_json::{Deserializer, Value};

use crate::owned_keys::signed_again;

mod client;

use client::Client;

/// Midnight of 21 November 2026, in seconds since 1970: when the files that the fuzzer begins with
/// were made.
const NOW: i64 = 1_795_219_200;

/// Most files of one input.
const MOST_FILES: usize = 6;

/// A client of the list in the app, with its files signed by our keys.
static CLIENT: LazyLock<Client> = LazyLock::new(|| {
    let files = [
        include_str!("../../list/data/seed/root.json"),
        include_str!("../../list/data/seed/timestamp.json"),
        include_str!("../../list/data/seed/snapshot.json"),
        include_str!("../../list/data/seed/targets.json"),
    ];
    let files = files.map(|text| serde_json::from_str(text).expect("a metadata file"));
    Client::of(&files)
});

/// The bytes as they are in place of each file; then, as far as they are one JSON value after the
/// other, each of them signed by those whom it names, and offered to a client.
pub fn check(data: &[u8]) {
    as_it_is(data);
    let mut client = CLIENT.clone();
    for file in Deserializer::from_slice(data)
        .into_iter::<Value>()
        .take(MOST_FILES)
    {
        let Ok(file) = file else { return };
        if let Some(bytes) = signed_again(&file) {
            client.offer(&file["signed"], &bytes);
        }
    }
}

/// Nobody signed it, whatever it is.
fn as_it_is(data: &[u8]) {
    for keys in [Keys::Phone, Keys::Any] {
        let _ = Trust::pinned(data, keys);
    }
    let mut trust = CLIENT.trust().clone();
    let before = trust.files();
    assert!(trust.update_root(data).is_err());
    assert!(trust.update_timestamp(data, NOW).is_err());
    assert!(trust.update_snapshot(data, NOW).is_err() || before.snapshot.as_deref() == Some(data));
    assert!(trust.update_targets(data, NOW).is_err() || before.targets.as_deref() == Some(data));
    assert_eq!(trust.files(), before);
}
