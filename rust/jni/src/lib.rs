//! The engine behind JNI: static externals of `org.cleardown.engine.Native`, and no logic.
//!
//! Requests and answers are UTF-8 JSON in byte arrays ([`cleardown_engine::json`]), an engine is an
//! integer handle. Every entry goes through one [`door`]: it catches panics, turns every error into
//! one of four exceptions, and masks what might be a telephone number in their messages. On the call
//! path each of them means: let it ring, place it.

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used))]

// For its symbols alone: std unwinds through them.
#[cfg(target_os = "android")]
extern crate unwinding;

mod door;
mod entries;
mod handles;
#[cfg(target_os = "android")]
mod layout;
mod logging;
mod mask;
mod panics;
mod refusal;
mod throw;

#[cfg(feature = "doors")]
mod doors;
