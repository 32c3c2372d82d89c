//! The one door through which every entry goes.

use jni::objects::JByteArray;
use jni::sys::jint;
use jni::{Env, EnvUnowned};

use cleardown_engine::Engine;

use crate::handles::HANDLES;
use crate::refusal::Refusal;
use crate::throw::Throw;

/// More bytes than any request needs: the longest has a note or fifty numbers.
pub(crate) const LONGEST_REQUEST: usize = 1024 * 1024;

/// More bytes than any fetched file has; the engine asks for far fewer.
pub(crate) const LONGEST_FILE: usize = 64 * 1024 * 1024;

/// Does `work`. If it fails or panics, an exception is pending afterwards and the default (null, 0)
/// is returned, which the JVM does not look at then.
pub(crate) fn enter<'local, T: Default>(
    mut env: EnvUnowned<'local>,
    work: impl FnOnce(&mut Env<'local>) -> Result<T, Refusal>,
) -> T {
    env.with_env(work).resolve::<Throw>()
}

/// Asks the engine behind `handle`, with the bytes of `request`, and gives back its answer.
pub(crate) fn ask<'local>(
    env: EnvUnowned<'local>,
    handle: jint,
    request: &JByteArray<'local>,
    engine: impl FnOnce(&Engine, &[u8]) -> Result<Vec<u8>, Refusal>,
) -> JByteArray<'local> {
    enter(env, |env| {
        let request = read(env, request)?;
        let answer = engine(HANDLES.get(handle)?.as_ref(), &request)?;
        Ok(env.byte_array_from_slice(&answer)?)
    })
}

/// The bytes of a request.
///
/// # Errors
/// [`Refusal::NullRequest`]; [`Refusal::LongRequest`], before anything is copied.
pub(crate) fn read(env: &Env<'_>, request: &JByteArray<'_>) -> Result<Vec<u8>, Refusal> {
    if request.is_null() {
        return Err(Refusal::NullRequest);
    }
    if request.len(env)? > LONGEST_REQUEST {
        return Err(Refusal::LongRequest);
    }
    Ok(env.convert_byte_array(request)?)
}

/// The bytes of a fetched file; `None` where there is none.
///
/// # Errors
/// [`Refusal::LongFile`], before anything is copied.
pub(crate) fn read_file(env: &Env<'_>, file: &JByteArray<'_>) -> Result<Option<Vec<u8>>, Refusal> {
    if file.is_null() {
        return Ok(None);
    }
    if file.len(env)? > LONGEST_FILE {
        return Err(Refusal::LongFile);
    }
    Ok(Some(env.convert_byte_array(file)?))
}
