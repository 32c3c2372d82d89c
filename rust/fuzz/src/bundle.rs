//! Settings that a relative makes: the file, the link, and what is in them.

use cleardown_core::Origin;
use cleardown_list::bundle::{Bundle, LINK_START, link_of};
use cleardown_list::hex;
use ed25519_dalek::{Signer, SigningKey};

use crate::settings;

/// The bytes as a file or link, as what a link packs, and as what a relative has signed.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let _ = Bundle::read(&text);
    let _ = Bundle::read(&format!("{LINK_START}{text}"));
    let key = SigningKey::from_bytes(&[1; 32]);
    let sig = key.sign(text.as_bytes()).to_bytes();
    let public = hex(key.verifying_key().as_bytes());
    let Ok(file) = Bundle::file_of(&text, "ed25519", &public, &sig) else {
        return;
    };
    let bundle = Bundle::read(&file).expect("what was made is read");
    assert_eq!(Bundle::read(&link_of(&file)), Ok(bundle.clone()));
    settings::take(Origin::Family, &bundle.text.policy);
}
