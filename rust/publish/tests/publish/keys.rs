//! Keys: ours, openssl's, and those of tokens.

use cleardown_publish::{
    Change, KeyChoice, Need, Passphrase, PublicKey, Role, SecretKey, keys, payload, rotate,
    take_signature,
};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::pkcs8::{EncodePublicKey, LineEnding};

use crate::support::{Publisher, passphrase};

const OPENSSL_KEY: &str = include_str!("../keys/openssl-ed25519.pem");
const OPENSSL_PUB: &str = include_str!("../keys/openssl-ed25519.pub");

fn words(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

#[test]
fn a_key_comes_back_with_its_passphrase_only() {
    let key = SecretKey::generate().expect("a key");
    let pem = key
        .to_pem(&words("correct horse battery"))
        .expect("it is written");
    assert!(
        pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"),
        "{pem}"
    );
    let back = SecretKey::from_pem(&pem, &words("correct horse battery")).expect("it opens");
    assert_eq!(back.public(), key.public());
    let wrong = SecretKey::from_pem(&pem, &words("correct horse batterz")).err();
    assert_eq!(wrong.expect("it stays shut").code(), "passphrase_wrong");
}

#[test]
fn a_short_passphrase_is_refused() {
    let key = SecretKey::generate().expect("a key");
    let refused = key.to_pem(&words("12345678901")).expect_err("too short");
    assert_eq!(refused.code(), "passphrase_short");
}

#[test]
fn a_key_of_openssl_opens_and_one_without_passphrase_does_not() {
    let key = SecretKey::from_pem(OPENSSL_KEY, &words("made for a test only")).expect("it opens");
    let public = PublicKey::from_text(OPENSSL_PUB).expect("a public key");
    assert_eq!(key.public(), public);
    assert!(public.verifies(b"a list", &key.sign(b"a list")));
    assert!(!public.verifies(b"another", &key.sign(b"a list")));

    let plain = OPENSSL_KEY.replace("ENCRYPTED ", "");
    let refused = SecretKey::from_pem(&plain, &words("made for a test only")).err();
    assert_eq!(refused.expect("not taken").code(), "key_unreadable");
}

#[test]
fn public_keys_are_read_as_pem_and_as_digits() {
    let key = PublicKey::from_text(OPENSSL_PUB).expect("PEM of ed25519");
    assert_eq!(PublicKey::from_text(&key.to_pem()), Ok(key.clone()));
    assert_eq!(key.to_pem(), OPENSSL_PUB);

    let token = SigningKey::from_slice(&[7; 32]).expect("a key");
    let point = token.verifying_key().to_encoded_point(true);
    let digits: String = point
        .as_bytes()
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    let pem = token
        .verifying_key()
        .to_public_key_pem(LineEnding::LF)
        .expect("PEM");
    let of_token = PublicKey::from_text(&pem).expect("PEM of P-256");
    assert_eq!(PublicKey::from_text(&digits), Ok(of_token));

    for text in [
        "",
        "zz",
        "00",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
    ] {
        let refused = PublicKey::from_text(text).expect_err(text);
        assert_eq!(refused.code(), "key_unreadable");
    }
}

#[test]
fn a_token_signs_the_list_from_outside() {
    let publisher = Publisher::with_version_1();
    let token = SigningKey::from_slice(&[7; 32]).expect("a key");
    let public = token
        .verifying_key()
        .to_public_key_pem(LineEnding::LF)
        .expect("PEM");
    let change = Change {
        role: Role::Targets,
        add: vec![KeyChoice {
            name: "token".to_owned(),
            public: Some(public),
        }],
        drop: vec!["dan".to_owned()],
        threshold: None,
    };
    let now_s = publisher.now_s;
    rotate(&publisher.folder, Some(&change), now_s, &mut passphrase).expect("a new root");
    publisher.build().expect("it builds");
    publisher.sign_by(&["ann", "ben"]);

    let payload = payload(&publisher.folder, Role::Targets).expect("the bytes to sign");
    let take = |bytes: &[u8]| take_signature(&publisher.folder, Role::Targets, "token", bytes);
    let signature: Signature = token.sign(&payload);
    let other: Signature = token.sign(b"something else");
    let refused = take(other.to_der().as_bytes()).expect_err("of other bytes");
    assert_eq!(refused.code(), "signature_wrong");
    let digits: String = signature
        .to_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let (der, plain) = (signature.to_der(), signature.to_bytes());
    for form in [der.as_bytes(), &plain, digits.as_bytes()] {
        let needs = take(form).expect("it is taken");
        assert!(needs.iter().all(Need::is_met));
    }

    publisher.sign_by(&["eve"]);
    publisher.publish().expect("it is published");
    assert_eq!(publisher.phone().root_version(), 2);
}

#[cfg(unix)]
#[test]
fn secret_keys_can_be_read_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ann.pem");
    let public = keys::make(&file, "ann", &mut passphrase).expect("a key");
    let about = std::fs::metadata(&file).expect("the key is there");
    assert_eq!(about.permissions().mode() & 0o777, 0o600);

    let again = keys::make(&file, "ann", &mut passphrase).expect_err("never overwritten");
    assert_eq!(again.code(), "key_exists");
    let key = keys::open(&file, "ann", &mut passphrase).expect("it opens");
    assert_eq!(key.public(), public);
}
