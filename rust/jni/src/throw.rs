//! How errors and panics become exceptions.

use std::any::Any;

use jni::errors::{Error, ErrorPolicy, Result};
use jni::objects::JThrowable;
use jni::{Env, JValue, jni_sig};

use crate::mask::masked;
use crate::panics;
use crate::refusal::{Exception, Refusal};

/// Throws, and returns the default. Unlike the policies of `jni` it keeps the message of every panic
/// and masks numbers.
pub(crate) struct Throw;

impl<T: Default> ErrorPolicy<T, Refusal> for Throw {
    type Captures<'unowned: 'native, 'native> = ();

    fn on_error<'unowned: 'native, 'native>(
        env: &mut Env<'unowned>,
        _captures: &mut (),
        refusal: Refusal,
    ) -> Result<T> {
        log::warn!("{}", refusal.code());
        throw(
            env,
            refusal.exception(),
            refusal.code(),
            refusal.remedy(),
            &refusal.to_string(),
        )
    }

    fn on_panic<'unowned: 'native, 'native>(
        env: &mut Env<'unowned>,
        _captures: &mut (),
        payload: Box<dyn Any + Send + 'static>,
    ) -> Result<T> {
        let remedy = "Let the call go through and report this.";
        throw(
            env,
            Exception::NativePanic,
            "native_panic",
            remedy,
            panics::message(&*payload),
        )
    }

    fn on_internal_jni_error<'unowned: 'native, 'native>(_captures: &mut (), _error: Error) -> T {
        log::error!("exception_not_thrown");
        T::default()
    }

    fn on_internal_panic<'unowned: 'native, 'native>(
        _captures: &mut (),
        payload: Box<dyn Any + Send + 'static>,
    ) -> T {
        // Dropping it might panic again, here with nobody left to catch it.
        std::mem::forget(payload);
        log::error!("panic_not_thrown");
        T::default()
    }
}

/// Throws `new exception(code, remedy, message)`, with the message masked.
fn throw<T: Default>(
    env: &mut Env<'_>,
    exception: Exception,
    code: &str,
    remedy: &str,
    message: &str,
) -> Result<T> {
    if env.exception_check() {
        return Ok(T::default());
    }
    let [code, remedy] = [env.new_string(code)?, env.new_string(remedy)?];
    let message = env.new_string(masked(message))?;
    let texts = [
        JValue::Object(&code),
        JValue::Object(&remedy),
        JValue::Object(&message),
    ];
    let constructor = jni_sig!((code: JString, remedy: JString, message: JString) -> void);
    let thrown = env.new_object(exception.class(), constructor, &texts)?;
    let thrown = env.cast_local::<JThrowable>(thrown)?;
    match env.throw(thrown) {
        Err(Error::JavaException) => Ok(T::default()),
        other => other.map(|()| T::default()),
    }
}
