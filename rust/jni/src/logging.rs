//! The log: codes and places in the source, nothing else, and nothing while all is well.

/// Starts writing to Android's log.
#[cfg(target_os = "android")]
pub(crate) fn start() {
    let quiet = android_logger::Config::default()
        .with_tag("cleardown")
        .with_max_level(log::LevelFilter::Warn);
    android_logger::init_once(quiet);
}

/// Elsewhere nobody reads it.
#[cfg(not(target_os = "android"))]
pub(crate) fn start() {}
