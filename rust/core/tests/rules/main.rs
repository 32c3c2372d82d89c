//! The rules of the decision one by one, each named after what a person would notice.

#[path = "../phone/mod.rs"]
mod phone;

mod clocks;
mod cool_down;
mod damage;
mod emergency_grace;
mod forwarding;
mod history_of_calls;
mod incoming;
mod outgoing;
mod pass;
mod person;
mod pin;
mod policy_change;
mod policy_keys;
mod reading;
mod scheduled;
mod second_call;
mod weakening;
