//! Whatever publishers do, whatever a server sends and whenever a phone is killed: it holds lists
//! that their publishers published, never an older one than before, and every look-up answers from
//! them. When all is well again it holds the newest.

#![forbid(unsafe_code)]

mod beside;
mod phone;
mod publisher;
// The repository in memory with which the checks of signatures are tested.
#[allow(dead_code)]
#[path = "../../../rust/list/tests/tuf/repo.rs"]
mod repo;
mod sequences;
