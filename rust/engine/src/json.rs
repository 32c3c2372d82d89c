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
    /// [`Engine::pin`]
    Pin,
}

/// Reads the request, asks the engine, writes the answer.
///
/// # Errors
/// [`EngineError::Request`] where the bytes are no such request; else what the engine answers.
pub fn call(engine: &Engine, entry: Entry, request: &[u8]) -> Result<Vec<u8>, EngineError> {
    match entry {
        Entry::Screen => answer(request, |ask| engine.screen(&ask)),
        Entry::RecordScreen => answer(request, |ask| engine.record_screen(&ask)),
        Entry::Ended => answer(request, |ask| engine.ended(&ask)),
        Entry::Place => answer(request, |ask| engine.place(&ask)),
        Entry::RecordPlace => answer(request, |ask| engine.record_place(&ask)),
        Entry::Person => answer(request, |ask| engine.person(&ask)),
        Entry::Configure => answer(request, |ask| engine.configure(&ask)),
        Entry::Clock => answer(request, |ask| engine.clock(&ask)),
        Entry::Status => answer(request, |ask| engine.status(&ask)),
        Entry::History => answer(request, |ask| engine.history(&ask)),
        Entry::Health => answer(request, |ask| engine.health(&ask)),
        Entry::Maintain => answer(request, |ask| engine.maintain(&ask)),
        Entry::Explain => answer(request, |ask| engine.explain(&ask)),
        Entry::Pin => answer(request, |ask| engine.pin(&ask)),
    }
}

/// As [`call`] for [`Engine::sync`]: `body` is what a server sent with status 200.
///
/// # Errors
/// As [`call`].
pub fn sync(engine: &Engine, request: &[u8], body: Option<&[u8]>) -> Result<Vec<u8>, EngineError> {
    answer(request, |ask| engine.sync(&ask, body.unwrap_or_default()))
}

/// Reads a request to open the engine.
///
/// # Errors
/// [`EngineError::Request`] where the bytes are no such request.
pub fn open_request(request: &[u8]) -> Result<OpenRequest, EngineError> {
    read(request)
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

#[derive(Serialize)]
struct Versioned<T> {
    v: u32,
    #[serde(flatten)]
    body: T,
}

fn answer<Ask: DeserializeOwned, Body: Serialize>(
    request: &[u8],
    engine: impl FnOnce(Ask) -> Result<Body, EngineError>,
) -> Result<Vec<u8>, EngineError> {
    write(engine(read(request)?)?)
}

fn read<Ask: DeserializeOwned>(request: &[u8]) -> Result<Ask, EngineError> {
    let unreadable = |error: serde_json::Error| EngineError::Request {
        what: error.to_string(),
    };
    let Version { v } = serde_json::from_slice(request).map_err(unreadable)?;
    if v != VERSION {
        let what = format!("it has version {v}, this library knows version {VERSION}");
        return Err(EngineError::Request { what });
    }
    serde_json::from_slice(request).map_err(unreadable)
}

pub(crate) fn write<Body: Serialize>(body: Body) -> Result<Vec<u8>, EngineError> {
    serde_json::to_vec(&Versioned { v: VERSION, body }).map_err(|error| EngineError::Request {
        what: error.to_string(),
    })
}
