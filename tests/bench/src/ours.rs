//! Our side: the engine.

use cleardown_core::{E164, Region};
use cleardown_engine::Engine;
use cleardown_engine::api::{
    ConfigureRequest, Contact, EndedRequest, Now, OpenRequest, Origin, PolicyValue, Presentation,
    ScreenRequest, Verification,
};

use crate::Failure;
use crate::fixture::Fixture;

/// An afternoon.
pub const NOW: Now = Now {
    wall_ms: 1_795_276_800_000,
    elapsed_ms: 600_000_000,
    boot: 12,
};

/// Opens the engine over these two folders.
pub fn open(device: &str, credential: &str) -> Engine {
    Engine::open(&OpenRequest {
        device_dir: device.into(),
        credential_dir: Some(credential.into()),
        region: Region::gb(),
        now: NOW,
        publishers: Vec::new(),
    })
}

/// Asks about a call from this number, in any spelling. Gives whether it is listed.
pub fn screen(engine: &Engine, number: &str) -> Result<bool, Failure> {
    let answer = engine
        .screen(&ask(number, NOW))
        .map_err(|e| e.to_string())?;
    Ok(answer.organisation.is_some())
}

/// As on a phone that is in use: some calls in the state and in the history, two settings.
pub fn live_a_little(fixture: &Fixture) -> Result<(), Failure> {
    let path = |path: &std::path::Path| path.display().to_string();
    let engine = open(&path(&fixture.device), &path(&fixture.credential));
    let hours_ago = |hours: i64| Now {
        wall_ms: NOW.wall_ms - hours * 3_600_000,
        elapsed_ms: NOW.elapsed_ms - hours * 3_600_000,
        ..NOW
    };
    let policy = [
        (
            "other_phone".to_owned(),
            PolicyValue::Text("the landline in the hall".into()),
        ),
        ("history_days".to_owned(), PolicyValue::Int(30)),
    ];
    let configured = engine.configure(&ConfigureRequest {
        now: hours_ago(9),
        origin: Origin::Person,
        in_call: false,
        policy: policy.into(),
        at_ms: None,
        cancel_scheduled: false,
        replace: false,
        others: Vec::new(),
    });
    configured.map_err(|e| e.to_string())?;
    for (number, hours) in fixture.questions(8, true).iter().zip((1..=8).rev()) {
        let now = hours_ago(hours);
        let text = number.to_string();
        engine
            .record_screen(&ask(&text, now))
            .map_err(|e| e.to_string())?;
        let ended = EndedRequest {
            now,
            number: Some(text),
            identified: true,
            answered: Some(true),
            in_call: false,
        };
        engine.ended(&ended).map_err(|e| e.to_string())?;
    }
    Ok(())
}

/// How a person in Britain writes it.
pub fn national(number: E164) -> String {
    let digits = number.digits();
    digits
        .strip_prefix("44")
        .map_or_else(|| number.to_string(), |rest| format!("0{rest}"))
}

fn ask(number: &str, now: Now) -> ScreenRequest {
    ScreenRequest {
        now,
        number: Some(number.to_owned()),
        presentation: Presentation::Allowed,
        verification: Verification::NotVerified,
        contact: Contact::No,
    }
}
