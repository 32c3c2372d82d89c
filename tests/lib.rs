//! Help that the test targets of this folder share.

use std::fs;
use std::path::{Path, PathBuf};

/// A library that asks the system for none of these opens no connection.
pub const NETWORK: &[&str] = &[
    "socket",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    "sendto",
    "recvfrom",
    "sendmsg",
    "recvmsg",
    "getaddrinfo",
    "gethostbyname",
    "res_query",
];

/// The root of the repository.
///
/// # Panics
/// Where this folder has no parent: never in a checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("tests/ has a parent").to_path_buf()
}

/// A file's text, by its path from the root.
///
/// # Panics
/// Where it cannot be read, with its path.
pub fn text(path: &str) -> String {
    let file = root().join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
