//! One type over decision, list and store: what the app and the command line talk to.
//!
//! [`Engine`] keeps the three apart for its callers: deciding only reads, recording writes, and a
//! failed write never changes an answer. [`json`] is the same by UTF-8 JSON, as it crosses to the
//! app; [`api`] has the requests and answers.

#![forbid(unsafe_code)]

pub mod api;
#[cfg(feature = "doors")]
pub mod doors;
pub mod json;
pub mod sync;

mod bundle;
mod calls;
mod configure;
mod engine;
mod error;
mod explain;
mod export;
mod files;
mod health;
mod help;
mod history;
mod kept;
mod lists;
mod memory;
mod outgoing;
mod pin;
mod report;
mod ring;
mod settings;
mod status;

pub use cleardown_core::{KEYS, Key, POLICY_KEYS, Policy, Reason, Region, is_life_saving};
pub use engine::Engine;
pub use error::{EngineError, ErrorClass};
pub use settings::{Checked, check_settings};
