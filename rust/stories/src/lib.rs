//! Stories: what happens to a phone, and what the app must do. The format and its runner.
//!
//! A story is one JSON file in `tests/scenarios/`. [`Story::read`] checks it strictly: unknown
//! keys are additions and are let through, but a key of the format with a wrong type or value is
//! an error that names file, step and key. [`failures`] compares what a step did with what it
//! should have done. With the feature `doors`, [`run`] plays a story over the real engine.

#![forbid(unsafe_code)]

mod action;
pub mod codes;
mod compare;
mod error;
mod expect;
mod fields;
mod format;
#[cfg(test)]
mod format_tests;
#[cfg(feature = "doors")]
mod play;
mod policy;
#[cfg(feature = "doors")]
mod report;
mod step;
mod time;

pub use action::{Action, Phone};
pub use compare::{StepActual, failures};
pub use error::{Mistake, Place, StoryError};
pub use expect::Expect;
pub use format::{Contact, FORMAT, ListRow, Story};
#[cfg(feature = "doors")]
pub use play::{Answer, PlayError, PlayedStep, play};
#[cfg(feature = "doors")]
pub use report::{Report, RunError, StepReport, StoryReport, compare, run};
pub use step::Step;
