//! A publisher's work on real folders, checked with a phone's own verifier where it counts.

mod cycle;
mod keys;
mod refusals;
mod support;
mod tables;
