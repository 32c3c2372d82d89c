//! Settings that a relative signed: what is believed, and what is not, each with its own reason.

use std::collections::BTreeMap;

use base64ct::{Base64, Encoding};
use cleardown_core::PolicyValue;
use cleardown_list::bundle::{
    Bundle, BundleError, BundleText, LINK_START, MOST_BUNDLE_BYTES, MOST_IN_QR, link_of,
};
use cleardown_list::hex;
use ed25519_dalek::{Signer, SigningKey};
use p256::ecdsa;

const P256: &str = "ecdsa-sha2-nistp256";
/// What stands before the 65 bytes of a P-256 point in a PEM file (RFC 5480).
const P256_INFO: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a,
    0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

fn policy() -> BTreeMap<String, PolicyValue> {
    let name = PolicyValue::Text("Anna's phone".to_owned());
    [("other_phone".to_owned(), name)].into()
}

fn text(from: &str) -> Result<BundleText, BundleError> {
    BundleText::new(from, 7, "2026-11-21T20:00:00Z", policy())
}

fn file_of(seed: u8, signed: &str) -> Result<String, BundleError> {
    let key = SigningKey::from_bytes(&[seed; 32]);
    let sig = key.sign(signed.as_bytes()).to_bytes();
    Bundle::file_of(
        signed,
        "ed25519",
        &hex(key.verifying_key().as_bytes()),
        &sig,
    )
}

fn file() -> String {
    file_of(1, &text("Anna").unwrap().to_sign()).unwrap()
}

fn refused(content: &str) -> BundleError {
    Bundle::read(content).unwrap_err()
}

#[test]
fn a_file_and_its_link_say_the_same() {
    let file = file();
    let read = Bundle::read(&file).unwrap();
    assert_eq!(read.text, text("Anna").unwrap());
    let link = link_of(&file);
    assert!(link.len() < MOST_IN_QR, "{}", link.len());
    assert_eq!(Bundle::read(&link), Ok(read.clone()));
    assert_eq!(Bundle::read(&format!("\u{feff}\n {link} \r\n")), Ok(read));
}

#[test]
fn a_key_of_a_phone_signs_too() {
    let key = ecdsa::SigningKey::from_slice(&[3; 32]).unwrap();
    let point = key.verifying_key().to_encoded_point(false);
    let der = [&P256_INFO[..], point.as_bytes()].concat();
    let pem = format!(
        "-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n",
        Base64::encode_string(&der)
    );
    let signed = text("Anna").unwrap().to_sign();
    let sig: ecdsa::Signature = Signer::sign(&key, signed.as_bytes());
    let sig = sig.to_der();
    let file = Bundle::file_of(&signed, P256, &pem, sig.as_bytes()).unwrap();
    assert!(Bundle::read(&file).is_ok());
    let other = Bundle::file_of(&format!("{signed} "), P256, &pem, sig.as_bytes());
    assert_eq!(other, Err(BundleError::Forged));
    assert!(link_of(&file).len() < MOST_IN_QR);
}

#[test]
fn the_fingerprint_is_of_the_key_and_not_of_the_settings() {
    let of = |seed: u8, name: &str| {
        let signed = text(name).unwrap().to_sign();
        let read = Bundle::read(&file_of(seed, &signed).unwrap()).unwrap();
        (read.key.fingerprint(), read.key.id())
    };
    assert_eq!(of(1, "Anna"), of(1, "Ben"));
    assert_ne!(of(1, "Anna").0, of(2, "Anna").0);
    let (fingerprint, _) = of(1, "Anna");
    let groups: Vec<&str> = fingerprint.split(' ').collect();
    assert_eq!(groups.len(), 4);
    assert!(groups.iter().all(|four| four.len() == 4));
}

#[test]
fn whatever_is_changed_is_noticed() {
    let file = file();
    for (from, to) in [
        ("Anna's phone", "Anna’s phone"),
        ("\\\"version\\\":7", "\\\"version\\\":8"),
        ("\"sig\":\"", "\"sig\":\"00"),
        ("\"ed25519\"", "\"ecdsa-sha2-nistp256\""),
        ("\"ed25519\"", "\"rsassa-pss-sha256\""),
        ("\"key\":\"8", "\"key\":\"9"),
    ] {
        let changed = file.replacen(from, to, 1);
        assert_ne!(changed, file, "{from}");
        assert_eq!(refused(&changed), BundleError::Forged, "{from}");
        assert_eq!(refused(&link_of(&changed)), BundleError::Forged, "{from}");
    }
}

#[test]
fn no_byte_can_be_taken_away() {
    let (file, link) = (file(), link_of(&file()));
    for length in 1..file.len() {
        let error = refused(&file[..length]);
        assert_eq!(error, BundleError::Truncated, "{length}");
    }
    for length in LINK_START.len()..link.len() {
        let error = refused(&link[..length]);
        assert!(
            matches!(error, BundleError::Truncated | BundleError::NotOurs),
            "{length}: {error}"
        );
    }
}

#[test]
fn something_else_is_told_from_a_damaged_one() {
    for other in [
        "",
        "https://example.org/menu",
        "WIFI:S:cafe;T:WPA;P:password;;",
        "tel:07700900111",
        "{}",
        "[]",
        r#"{"format":1}"#,
        r#"{"format":"1","signed":1}"#,
        "cleardown:settings/2/abc",
    ] {
        assert_eq!(refused(other), BundleError::NotOurs, "{other}");
    }
    let newer = r#"{"format":2,"signed":{}}"#;
    assert_eq!(refused(newer), BundleError::Newer);
}

#[test]
fn neither_a_large_file_nor_a_link_that_grows_is_read() {
    let large = format!("{{{}", " ".repeat(MOST_BUNDLE_BYTES));
    assert_eq!(refused(&large), BundleError::TooLarge);
    let grows = link_of(&" ".repeat(100 * MOST_BUNDLE_BYTES));
    assert!(grows.len() < MOST_BUNDLE_BYTES);
    assert_eq!(refused(&grows), BundleError::TooLarge);
}

#[test]
fn what_is_signed_must_make_sense_too() {
    let good = text("Anna").unwrap().to_sign();
    for bad in [
        "something",
        &good.replace("cleardown-settings", "cleardown-list"),
        &good.replace("\"Anna\"", "\" \""),
        &good.replace("\"Anna\"", "\"An\\nna\""),
        &good.replace("\"Anna\"", &format!("\"{}\"", "a".repeat(41))),
        &good.replace("2026-11-21", "yesterday"),
        &good.replace("\"version\":7", "\"version\":-7"),
    ] {
        assert_eq!(file_of(1, bad), Err(BundleError::Unreadable), "{bad}");
    }
    assert_eq!(text(""), Err(BundleError::Unreadable));
}

#[test]
fn nested_nonsense_is_a_value_of_no_use_and_never_too_deep() {
    let good = text("Anna").unwrap().to_sign();
    let with = |value: &str| good.replace("\"Anna's phone\"", value);
    let nested = file_of(1, &with(r#"{"a":[1,null,{"b":1.5}]}"#)).unwrap();
    let value = Bundle::read(&nested).unwrap().text.policy["other_phone"].clone();
    assert!(matches!(value, PolicyValue::Other(_)), "{value:?}");
    let deep = with(&format!("{}{}", "[".repeat(20_000), "]".repeat(20_000)));
    assert_eq!(file_of(1, &deep), Err(BundleError::Unreadable));
}
