//! Where things are.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    // Set by `cargo run`; the second is for a binary that is started by hand.
    let here = std::env::var("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    Path::new(&here)
        .ancestors()
        .nth(2)
        .expect("rust/xtask has two parents")
        .to_path_buf()
}

/// Cargo's target directory.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// Where the APK is made, with all that it is made of.
pub fn apk() -> PathBuf {
    root().join("target/apk")
}

/// Where cargo keeps what it fetched.
pub fn cargo_home() -> PathBuf {
    let home = || Path::new(&std::env::var_os("HOME").unwrap_or_default()).join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from)
}

/// Where the demonstration puts its pictures.
pub fn demo() -> PathBuf {
    root().join("target/demo")
}

/// Where the logs of the steps go.
pub fn logs() -> PathBuf {
    root().join("target/xtask")
}

/// Where a fetched Java runtime is unpacked.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// Where python-tuf is unpacked.
pub fn python_tuf() -> PathBuf {
    tools().join("python-tuf")
}

/// Where androguard is unpacked.
pub fn androguard() -> PathBuf {
    tools().join("androguard")
}

/// Where textstat is unpacked.
pub fn textstat() -> PathBuf {
    tools().join("textstat")
}

/// The stories.
pub fn scenarios() -> PathBuf {
    root().join("tests/scenarios")
}

/// The pictures that app stores show.
pub fn store_pictures() -> PathBuf {
    root().join("android/metadata/org.cleardown/en-US/images/phoneScreenshots")
}

/// The native library with test doors, as `cargo build` leaves it.
pub fn library() -> PathBuf {
    target().join("debug/libcleardown.so")
}

/// The native library as it is shipped.
pub fn shipped_library() -> PathBuf {
    target().join("release/libcleardown.so")
}

/// The command line tool, as `cargo build` leaves it.
pub fn cleardown() -> PathBuf {
    target().join("debug/cleardown")
}
