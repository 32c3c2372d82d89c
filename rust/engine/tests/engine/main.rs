//! The engine over real files: what is written when, and what a failure changes.

mod bundle;
mod files;
mod health;
mod lifecycle;
mod origins;
mod phone;
mod pin;
mod report;
mod scheduled;
mod told;
mod updated;
