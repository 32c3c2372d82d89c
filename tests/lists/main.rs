//! What a hostile network, server or publisher can do to a phone, each attack through the whole
//! path: a local server that misbehaves, the session, the verifier, the store. One test for each row
//! of the table of attacks that a client can meet, named after its row. After each the old list
//! still answers, and the next good update works.
//!
//! Three rows cannot be tested here. 12, enough root keys stolen: whoever has them is the publisher,
//! and only a new app or a new configuration helps. 17, a trusted time: phones have none that may be
//! relied on; rows 15 and 16 show that none is needed. 22, other lists for other people: one client
//! alone cannot see it; version and hash are shown so that people can compare.
//!
//! `settings` is about lists that no app knows, which an IT team or a relative names.
//!
//! `tests/mutants` takes the checks away one by one and shows that the test of the row fails.

mod clocks;
mod content;
mod crash;
mod data;
#[path = "../../rust/cli/src/http.rs"]
#[allow(dead_code)]
mod http;
mod keys;
mod phone;
mod publisher;
#[path = "../../rust/list/tests/tuf/repo.rs"]
#[allow(dead_code)]
mod repo;
mod rollback;
mod server;
mod settings;
mod signatures;
mod world;
