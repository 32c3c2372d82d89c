//! Externals of `org.cleardown.engine.NativeDoors`, for tests. The shipped library has none of them.

// The names are Java's; exporting under a fixed name counts as unsafe.
#![allow(unsafe_code, non_snake_case)]

use cleardown_engine::EngineError;
use cleardown_engine::doors::Door;
use jni::EnvUnowned;
use jni::objects::{JByteArray, JClass};
use jni::sys::jint;

use crate::door::{ask, enter, read};
use crate::refusal::Refusal;

/// Opens a door of the engine: a story's list, or a fault.
// SAFETY: the only symbol of this name; the signature is that of `NativeDoors.door`.
#[unsafe(no_mangle)]
pub extern "system" fn Java_org_cleardown_engine_NativeDoors_door<'local>(
    env: EnvUnowned<'local>,
    _class: JClass<'local>,
    handle: jint,
    request: JByteArray<'local>,
) -> JByteArray<'local> {
    ask(env, handle, &request, |engine, request| {
        let door: Door = serde_json::from_slice(request).map_err(|error| EngineError::Request {
            what: error.to_string(),
        })?;
        engine.door(&door)?;
        Ok(br#"{"v":1}"#.to_vec())
    })
}

/// Panics with this text; with something that is no text where it is null.
// SAFETY: the only symbol of this name; the signature is that of `NativeDoors.panic`.
#[unsafe(no_mangle)]
pub extern "system" fn Java_org_cleardown_engine_NativeDoors_panic<'local>(
    env: EnvUnowned<'local>,
    _class: JClass<'local>,
    text: JByteArray<'local>,
) {
    enter(env, |env| -> Result<(), Refusal> {
        if text.is_null() {
            std::panic::panic_any(7);
        }
        let text = read(env, &text)?;
        panic!("{}", String::from_utf8_lossy(&text));
    });
}
