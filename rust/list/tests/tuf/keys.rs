//! Which signatures count.

use cleardown_list::tuf::{Keys, Trust};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, SigningKey};
use serde_json::{Value, json};
use sigstore_tuf::canonical_json::to_canonical_bytes;

use crate::repo::{Key, NOW, Repo, code, file, hex, with_signatures};

#[test]
fn one_key_that_signs_twice_is_one_and_betrays_itself() {
    let mut repo = Repo::new();
    repo.set_keys("timestamp", &[Key::new(3), Key::new(6)], 2);
    let twice = file(&repo.timestamp, &[Key::new(3), Key::new(3)]);
    let mut trust = repo.pinned();
    assert_eq!(
        code(trust.update_timestamp(&twice, NOW)),
        "duplicate_signature"
    );
}

#[test]
fn one_key_under_two_names_is_one() {
    let mut repo = Repo::new();
    let key = Key::new(3);
    repo.set_keys("timestamp", &[key.clone(), key.called("another")], 2);
    let mut trust = repo.pinned();
    assert_eq!(
        code(trust.update_timestamp(&repo.file("timestamp"), NOW)),
        "threshold"
    );
}

#[test]
fn too_few_keys_are_not_enough_and_enough_are() {
    let mut repo = Repo::new();
    let keys = [Key::new(3), Key::new(6), Key::new(7)];
    repo.set_keys("timestamp", &keys, 2);
    let mut trust = repo.pinned();
    let one = file(&repo.timestamp, &keys[..1]);
    assert_eq!(code(trust.update_timestamp(&one, NOW)), "threshold");
    let two = file(&repo.timestamp, &keys[1..]);
    trust.update_timestamp(&two, NOW).expect("two of three");
}

#[test]
fn the_key_of_another_role_does_not_count() {
    let repo = Repo::new();
    let mut trust = repo.pinned();
    let wrong = file(&repo.timestamp, &repo.keys["targets"]);
    assert_eq!(code(trust.update_timestamp(&wrong, NOW)), "threshold");
}

#[test]
fn a_threshold_of_none_is_refused() {
    let mut repo = Repo::new();
    repo.root["roles"]["timestamp"]["threshold"] = json!(0);
    let root = repo.file("root");
    assert_eq!(code(Trust::pinned(&root, Keys::Phone)), "root_unreadable");
}

#[test]
fn a_place_for_a_signature_is_no_signature() {
    let mut repo = Repo::new();
    repo.set_keys("timestamp", &[Key::new(3), Key::new(6)], 1);
    let empty = json!({"keyid": "key-6", "sig": ""});
    let mut trust = repo.pinned();
    let only = with_signatures(&repo.timestamp, std::slice::from_ref(&empty));
    assert_eq!(code(trust.update_timestamp(&only, NOW)), "threshold");
    let good = Key::new(3).signature(&repo.timestamp);
    let both = with_signatures(&repo.timestamp, &[empty, good]);
    trust
        .update_timestamp(&both, NOW)
        .expect("one of two is enough");
}

#[test]
fn keys_of_tokens_sign_with_the_curve_p256() {
    let secret = SigningKey::from_slice(&[7; 32]).expect("a key");
    let mut repo = Repo::new();
    name_key(&mut repo, "token", p256_public(&secret));
    let signature: DerSignature = secret.sign(&to_canonical_bytes(&repo.timestamp).expect("JSON"));
    let signature = json!({"keyid": "token", "sig": hex(signature.as_bytes())});
    let good = with_signatures(&repo.timestamp, &[signature]);
    for profile in [Keys::Phone, Keys::Any] {
        let mut trust = Trust::pinned(&repo.file("root"), profile).expect("a good root");
        trust
            .update_timestamp(&good, NOW)
            .expect("a good signature");
    }
    repo.timestamp["version"] = json!(2);
    let other = String::from_utf8(good)
        .expect("JSON")
        .replace("\"version\":1}", "\"version\":2}");
    let mut trust = repo.pinned();
    assert_eq!(
        code(trust.update_timestamp(other.as_bytes(), NOW)),
        "threshold"
    );
}

#[test]
fn the_phone_does_not_count_rsa_even_where_the_program_can() {
    // Made once with OpenSSL: the key, and its signature of the text below.
    let signed: Value = serde_json::from_str(include_str!("rsa/signed.json")).expect("JSON");
    let signature = json!({"keyid": "rsa", "sig": include_str!("rsa/signature.hex").trim()});
    let mut repo = Repo::new();
    let public = json!({
        "keytype": "rsa",
        "scheme": "rsassa-pss-sha256",
        "keyval": {"public": include_str!("rsa/public.pem")},
    });
    name_key(&mut repo, "rsa", public);
    let root = repo.file("root");
    let timestamp = with_signatures(&signed, &[signature]);
    let mut any = Trust::pinned(&root, Keys::Any).expect("a good root");
    any.update_timestamp(&timestamp, NOW)
        .expect("a good signature");
    let mut phone = Trust::pinned(&root, Keys::Phone).expect("a good root");
    assert_eq!(code(phone.update_timestamp(&timestamp, NOW)), "threshold");
}

#[test]
fn a_key_of_an_unknown_sort_is_as_if_it_were_not_there() {
    let mut repo = Repo::new();
    repo.root["keys"]["new"] = json!({
        "keytype": "future", "scheme": "future-1", "keyval": {"public": "00"}, "more": 1,
    });
    repo.root["roles"]["timestamp"]["keyids"] = json!(["new", "key-3"]);
    repo.pinned()
        .update_timestamp(&repo.file("timestamp"), NOW)
        .expect("the known key is enough");
}

#[test]
fn a_key_that_fits_every_text_is_refused() {
    // The neutral point of the curve as a key, and a signature that plain checks take for any text.
    let neutral = "01".to_owned() + &"00".repeat(31);
    let mut repo = Repo::new();
    let public = json!({"keytype": "ed25519", "scheme": "ed25519", "keyval": {"public": neutral}});
    name_key(&mut repo, "weak", public);
    let signature = json!({"keyid": "weak", "sig": neutral.clone() + &"00".repeat(32)});
    let forged = with_signatures(&repo.timestamp, &[signature]);
    let mut trust = repo.pinned();
    assert_eq!(code(trust.update_timestamp(&forged, NOW)), "threshold");
}

/// Has the root name this key alone for the timestamp.
fn name_key(repo: &mut Repo, id: &str, public: Value) {
    repo.root["keys"][id] = public;
    repo.root["roles"]["timestamp"] = json!({"keyids": [id], "threshold": 1});
}

fn p256_public(secret: &SigningKey) -> Value {
    // SubjectPublicKeyInfo of an uncompressed point on P-256 (RFC 5480).
    let mut der = vec![
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08,
        0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
    ];
    der.extend_from_slice(secret.verifying_key().to_encoded_point(false).as_bytes());
    let pem = format!(
        "-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n",
        base64(&der)
    );
    json!({"keytype": "ecdsa", "scheme": "ecdsa-sha2-nistp256", "keyval": {"public": pem}})
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let groups = bytes.chunks(3).map(|group| {
        let bits = group
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - group.len()));
        let sign = |at: usize| {
            let index = (bits >> (18 - 6 * at) & 63) as usize;
            if at <= group.len() {
                char::from(SIGNS[index])
            } else {
                '='
            }
        };
        (0..4).map(sign).collect::<String>()
    });
    let text: String = groups.collect();
    let lines = text.as_bytes().chunks(64).map(String::from_utf8_lossy);
    lines.collect::<Vec<_>>().join("\n")
}
