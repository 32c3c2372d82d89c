//! Keys that the fuzzer may sign with: every name of a key stands for one that we have.

use std::sync::LazyLock;

use cleardown_list::hex;
use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Value, json};
use sigstore_tuf::canonical_json::to_canonical_bytes;

/// Names with the same last byte are of the same key.
static KEYS: LazyLock<Vec<SigningKey>> = LazyLock::new(|| {
    let secrets = (0..=u8::MAX).map(|byte| [byte; 32]);
    secrets.map(|one| SigningKey::from_bytes(&one)).collect()
});

/// Most signatures that are made for one file.
const MOST_SIGNATURES: usize = 8;

/// The same file with our keys in place of all `ed25519` keys that it names, signed by those whose
/// names stand in its signatures. `None` where nothing can be signed.
pub fn signed_again(file: &Value) -> Option<Vec<u8>> {
    let mut signed = file.get("signed")?.clone();
    for place in ["/keys", "/delegations/keys"] {
        let keys = signed.pointer_mut(place).and_then(Value::as_object_mut);
        for (id, key) in keys.into_iter().flatten() {
            if let Some(public) = key.pointer_mut("/keyval/public") {
                *public = json!(hex(key_of(id).verifying_key().as_bytes()));
            }
        }
    }
    let bytes = to_canonical_bytes(&signed).ok()?;
    let names = file.get("signatures")?.as_array()?.iter();
    let names = names.filter_map(|one| one.get("keyid")?.as_str());
    let signatures = names.take(MOST_SIGNATURES).map(|id| {
        let signature = key_of(id).sign(&bytes).to_bytes();
        json!({"keyid": id, "sig": hex(&signature)})
    });
    let signatures: Vec<Value> = signatures.collect();
    let file = json!({"signed": signed, "signatures": signatures});
    Some(file.to_string().into_bytes())
}

fn key_of(id: &str) -> &'static SigningKey {
    &KEYS[usize::from(id.bytes().last().unwrap_or_default())]
}
