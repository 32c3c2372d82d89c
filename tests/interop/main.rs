//! Beside a second implementation: python-tuf reads what we publish, and our client reads what
//! python-tuf writes. `cargo xtask setup` fetches python-tuf (`requirements.txt`); without it these
//! tests fail and say so.

mod client;
mod publisher;
mod python;
mod server;
