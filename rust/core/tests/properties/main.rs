//! Promises that hold whatever happens: random events are played on one phone after the other, and
//! after every event each promise is tried.

#[path = "../phone/mod.rs"]
mod phone;

mod coverage;
mod damage;
mod event;
mod numbers;
mod parsing;
mod promises;
mod runner;
mod sequences;
mod world;
