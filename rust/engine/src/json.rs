//! The same requests and answers as UTF-8 JSON, with a version in each: what crosses to the app.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::api::OpenRequest;
use crate::{Engine, EngineError};

/// Version of the requests and answers. A request of another version is refused.
pub const VERSION: u32 = 1;

/// Which request it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// [`Engine::screen`]
    Screen,
    /// [`Engine::record_screen`]
    RecordScreen,
    /// [`Engine::ended`]
    Ended,
    /// [`Engine::place`]
    Place,
    /// [`Engine::record_place`]
    RecordPlace,
    /// [`Engine::person`]
    Person,
    /// [`Engine::configure`]
    Configure,
    /// [`Engine::clock`]
    Clock,
    /// [`Engine::status`]
    Status,
    /// [`Engine::history`]
    History,
    /// [`Engine::health`]
    Health,
    /// [`Engine::maintain`]
    Maintain,
    /// [`Engine::explain`]
    Explain,
    /// [`Engine::report`]
    Report,
    /// [`Engine::pin`]
    Pin,
    /// [`Engine::bundle`]
    Bundle,
}

/// Reads the request, asks the engine, writes the answer.
///
/// # Errors
/// [`EngineError::Request`] where the bytes are no such request; else what the engine answers.
pub fn call(engine: &Engine, entry: Entry, request: &[u8]) -> Result<Vec<u8>, EngineError> {
    match entry {
        Entry::Screen => answer(engine, request, |ask| engine.screen(&ask)),
        Entry::RecordScreen => answer(engine, request, |ask| engine.record_screen(&ask)),
        Entry::Ended => answer(engine, request, |ask| engine.ended(&ask)),
        Entry::Place => answer(engine, request, |ask| engine.place(&ask)),
        Entry::RecordPlace => answer(engine, request, |ask| engine.record_place(&ask)),
        Entry::Person => answer(engine, request, |ask| engine.person(&ask)),
        Entry::Configure => answer(engine, request, |ask| engine.configure(&ask)),
        Entry::Clock => answer(engine, request, |ask| engine.clock(&ask)),
        Entry::Status => answer(engine, request, |ask| engine.status(&ask)),
        Entry::History => answer(engine, request, |ask| engine.history(&ask)),
        Entry::Health => answer(engine, request, |ask| engine.health(&ask)),
        Entry::Maintain => answer(engine, request, |ask| engine.maintain(&ask)),
        Entry::Explain => answer(engine, request, |ask| engine.explain(&ask)),
        Entry::Pin => answer(engine, request, |ask| engine.pin(&ask)),
        Entry::Bundle => answer(engine, request, |ask| engine.bundle(&ask)),
        Entry::Report => answer(engine, request, |ask| engine.report(&ask)),
    }
}

/// As [`call`] for [`Engine::sync`]: `body` is what a server sent with status 200.
///
/// # Errors
/// As [`call`].
pub fn sync(engine: &Engine, request: &[u8], body: Option<&[u8]>) -> Result<Vec<u8>, EngineError> {
    answer(engine, request, |ask| {
        engine.sync(&ask, body.unwrap_or_default())
    })
}

/// Reads a request to open the engine.
///
/// # Errors
/// [`EngineError::Request`] where the bytes are no such request.
pub fn open_request(request: &[u8]) -> Result<OpenRequest, EngineError> {
    Ok(read(request)?.1)
}

/// What every request may have.
#[derive(Deserialize)]
struct Frame {
    v: u32,
    /// Whether a call is running, by the audio mode.
    #[serde(default)]
    in_call: bool,
}

#[derive(Serialize)]
struct Versioned<T> {
    v: u32,
    #[serde(flatten)]
    body: T,
}

fn answer<Ask: DeserializeOwned, Body: Serialize>(
    engine: &Engine,
    request: &[u8],
    asked: impl FnOnce(Ask) -> Result<Body, EngineError>,
) -> Result<Vec<u8>, EngineError> {
    let (frame, ask) = read(request)?;
    engine.hear(frame.in_call);
    write(asked(ask)?)
}

fn read<Ask: DeserializeOwned>(request: &[u8]) -> Result<(Frame, Ask), EngineError> {
    let unreadable = |error: serde_json::Error| EngineError::Request {
        what: error.to_string(),
    };
    let frame: Frame = serde_json::from_slice(request).map_err(unreadable)?;
    if frame.v != VERSION {
        let what = format!(
            "it has version {}, this library knows version {VERSION}",
            frame.v
        );
        return Err(EngineError::Request { what });
    }
    let ask = serde_json::from_slice(request).map_err(unreadable)?;
    Ok((frame, ask))
}

pub(crate) fn write<Body: Serialize>(body: Body) -> Result<Vec<u8>, EngineError> {
    serde_json::to_vec(&Versioned { v: VERSION, body }).map_err(|error| EngineError::Request {
        what: error.to_string(),
    })
}
