//! Settings that a relative makes for the phone: signed here, taken by the ordinary path.

use cleardown_engine::api::{BundleAction, BundleRequest};
use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Map, Value, json};

use super::desk::Desk;
use super::{Answer, Outcome, code};
use crate::StepActual;

/// When settings were made, by the relative's clock, of which a phone believes nothing.
const MADE: &str = "2026-11-15T10:00:00Z";

impl Desk {
    /// The person opens settings that came, and presses "Take these settings".
    pub(super) fn imports(
        &mut self,
        from: &str,
        version: Option<u64>,
        policy: &Map<String, Value>,
    ) -> Outcome {
        let version = version.unwrap_or_else(|| self.phone.story_seconds());
        let content = file(from, version, policy);
        self.ask_bundle(BundleAction::Import { content })
    }

    /// The person presses "Take all settings of Anna away".
    pub(super) fn removes_relative(&mut self) -> Outcome {
        self.ask_bundle(BundleAction::Remove)
    }

    fn ask_bundle(&mut self, action: BundleAction) -> Outcome {
        let request = BundleRequest {
            now: self.phone.now(),
            in_call: self.phone.in_call(),
            action,
        };
        let Ok(answer) = self.ask(move |engine| engine.bundle(&request)) else {
            return Outcome::default();
        };
        let actual = StepActual {
            accepted: Some(answer.refused.is_none()),
            refused: answer.refused.map(code),
            ..StepActual::default()
        };
        Outcome {
            actual,
            answer: Some(Answer::Relative(answer)),
        }
    }
}

/// The file, as `rust/list/BUNDLE.md` has it.
fn file(from: &str, version: u64, policy: &Map<String, Value>) -> String {
    let signed = json!({
        "type": "cleardown-settings",
        "from": from,
        "version": version,
        "made": MADE,
        "policy": policy,
    })
    .to_string();
    let key = key_of(from);
    let file = json!({
        "format": 1,
        "signed": signed,
        "keytype": "ed25519",
        "key": hex(key.verifying_key().as_bytes()),
        "sig": hex(&key.sign(signed.as_bytes()).to_bytes()),
    });
    file.to_string()
}

/// The key of whoever has this name in a story: the same each time. It is no secret.
fn key_of(name: &str) -> SigningKey {
    let mut seed = [0; 32];
    for (at, byte) in name.bytes().enumerate() {
        seed[at % 32] ^= byte;
    }
    SigningKey::from_bytes(&seed)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
