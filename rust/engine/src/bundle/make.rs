//! On the relative's phone: what is signed, and the file and link of it. The key is not here; it
//! never leaves the phone's own keystore.

use std::collections::BTreeMap;

use cleardown_core::{Now, Origin, PolicyValue, Region};
use cleardown_list::bundle::{Bundle, BundleText, link_of};
use cleardown_list::{from_hex, instant_text};

use super::refused;
use crate::api::{BundleAnswer, BundleRefusal, Relative};
use crate::check_settings;

/// Settings that no phone would take are not signed.
pub(super) fn draft(
    from: &str,
    version: u64,
    policy: &BTreeMap<String, PolicyValue>,
    region: Region,
    now: Now,
) -> BundleAnswer {
    let checked = check_settings(policy, Origin::Family, region);
    if !checked.errors.is_empty() {
        return BundleAnswer {
            errors: checked.errors,
            ..refused(BundleRefusal::Unreadable)
        };
    }
    let made = instant_text(now.wall_ms);
    match BundleText::new(from, version, &made, checked.taken) {
        Ok(text) => BundleAnswer {
            signed: Some(text.to_sign()),
            ..BundleAnswer::default()
        },
        Err(error) => refused(error.into()),
    }
}

pub(super) fn pack(signed: &str, keytype: &str, key: &str, sig: &str) -> BundleAnswer {
    let Some(sig) = from_hex(sig) else {
        return refused(BundleRefusal::Forged);
    };
    let packed = Bundle::file_of(signed, keytype, key, &sig)
        .and_then(|file| Ok((Bundle::read(&file)?, file)));
    match packed {
        Ok((bundle, file)) => BundleAnswer {
            sender: Some(Relative::of(&bundle)),
            link: Some(link_of(&file)),
            file: Some(file),
            ..BundleAnswer::default()
        },
        Err(error) => refused(error.into()),
    }
}
