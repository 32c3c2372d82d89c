//! What the JVM finds: one symbol per static external of `org.cleardown.engine.Native`. They are
//! listed in `exports.txt`, which a test compares with the built library.

// The names are Java's; exporting under a fixed name counts as unsafe.
#![allow(unsafe_code, non_snake_case)]

use std::ffi::c_void;

use cleardown_engine::json::{self, Entry};
use jni::objects::{JByteArray, JClass};
use jni::sys::{JNI_VERSION_1_6, jint};
use jni::{EnvUnowned, JavaVM};

use crate::door::{ask, enter, read, read_file};
use crate::handles::HANDLES;
use crate::{logging, panics};

/// Called by the JVM when the library is loaded.
// SAFETY: the only symbol of this name in the library; the signature is that of the JNI.
#[unsafe(no_mangle)]
pub extern "system" fn JNI_OnLoad(_vm: *mut JavaVM, _reserved: *mut c_void) -> jint {
    logging::start();
    panics::install_hook();
    JNI_VERSION_1_6
}

/// Opens the engine over a folder, or gives the handle of the one that is open there.
// SAFETY: the only symbol of this name; the signature is that of `Native.open`.
#[unsafe(no_mangle)]
pub extern "system" fn Java_org_cleardown_engine_Native_open<'local>(
    env: EnvUnowned<'local>,
    _class: JClass<'local>,
    request: JByteArray<'local>,
) -> jint {
    enter(env, |env| {
        let request = json::open_request(&read(env, &request)?)?;
        HANDLES.open(&request)
    })
}

/// Closes an engine, for everybody who has its handle. Requests that are running finish.
// SAFETY: the only symbol of this name; the signature is that of `Native.close`.
#[unsafe(no_mangle)]
pub extern "system" fn Java_org_cleardown_engine_Native_close<'local>(
    env: EnvUnowned<'local>,
    _class: JClass<'local>,
    handle: jint,
) {
    enter(env, |_| HANDLES.close(handle));
}

/// Brings lists up to date. `file` is what was fetched, null where the request is about no file.
// SAFETY: the only symbol of this name; the signature is that of `Native.sync`.
#[unsafe(no_mangle)]
pub extern "system" fn Java_org_cleardown_engine_Native_sync<'local>(
    env: EnvUnowned<'local>,
    _class: JClass<'local>,
    handle: jint,
    request: JByteArray<'local>,
    file: JByteArray<'local>,
) -> JByteArray<'local> {
    enter(env, |env| {
        let (request, file) = (read(env, &request)?, read_file(env, &file)?);
        let answer = json::sync(HANDLES.get(handle)?.as_ref(), &request, file.as_deref())?;
        Ok(env.byte_array_from_slice(&answer)?)
    })
}

/// Entries that are all alike: a handle and a request in, an answer out.
macro_rules! entries {
    ($($symbol:ident => $entry:ident,)+) => { $(
        #[doc = concat!("[`Entry::", stringify!($entry), "`]")]
        // SAFETY: the only symbol of this name; the signature is that of the external.
        #[unsafe(no_mangle)]
        pub extern "system" fn $symbol<'local>(
            env: EnvUnowned<'local>,
            _class: JClass<'local>,
            handle: jint,
            request: JByteArray<'local>,
        ) -> JByteArray<'local> {
            ask(env, handle, &request, |engine, request| {
                Ok(json::call(engine, Entry::$entry, request)?)
            })
        }
    )+ };
}

entries! {
    Java_org_cleardown_engine_Native_screen => Screen,
    Java_org_cleardown_engine_Native_recordScreen => RecordScreen,
    Java_org_cleardown_engine_Native_ended => Ended,
    Java_org_cleardown_engine_Native_place => Place,
    Java_org_cleardown_engine_Native_recordPlace => RecordPlace,
    Java_org_cleardown_engine_Native_person => Person,
    Java_org_cleardown_engine_Native_configure => Configure,
    Java_org_cleardown_engine_Native_clock => Clock,
    Java_org_cleardown_engine_Native_status => Status,
    Java_org_cleardown_engine_Native_history => History,
    Java_org_cleardown_engine_Native_health => Health,
    Java_org_cleardown_engine_Native_maintain => Maintain,
    Java_org_cleardown_engine_Native_explain => Explain,
    Java_org_cleardown_engine_Native_bundle => Bundle,
    Java_org_cleardown_engine_Native_report => Report,
    Java_org_cleardown_engine_Native_pin => Pin,
}
