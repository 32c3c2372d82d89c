//! Settings of an IT team or a relative: any keys with any values.

use std::collections::BTreeMap;

use cleardown_core::{Origin, POLICY_KEYS, PolicyValue, Region, Settings};

/// The bytes as what a console sets.
pub fn check(data: &[u8]) {
    let Ok(wanted) = serde_json::from_slice::<BTreeMap<String, PolicyValue>>(data) else {
        return;
    };
    take(Origin::Managed, &wanted);
}

/// Each key is taken or gets its error. What is taken once is taken again, without an error, and
/// means the same.
pub(crate) fn take(origin: Origin, wanted: &BTreeMap<String, PolicyValue>) {
    let (region, nobody) = (Region::gb(), BTreeMap::new());
    let once = Settings::default().replaced(origin, wanted, &nobody, region);
    let taken = once.settings.of(origin);
    assert_eq!(taken.len() + once.errors.len(), wanted.len());
    assert!(taken.keys().all(|key| POLICY_KEYS.contains(&key.as_str())));
    let again = Settings::default().replaced(origin, &taken, &nobody, region);
    assert!(again.errors.is_empty(), "{:?}", again.errors);
    assert_eq!(again.settings, once.settings);
    let policy = once.settings.policy(region);
    assert!((60..=1800).contains(&policy.cool_down_seconds));
}
