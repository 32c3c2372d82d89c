//! What is to be fetched, and what came of it.

use serde::{Deserialize, Serialize};

use cleardown_list::tuf::Wanted;

/// What sort of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The next root.
    Root,
    /// The timestamp.
    Timestamp,
    /// The snapshot.
    Snapshot,
    /// Targets, delegated ones too.
    Targets,
    /// A whole list.
    List,
    /// A delta to the newest list.
    Delta,
}

/// A metadata file to fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Want {
    /// Which.
    pub what: What,
    /// Its name and its largest size.
    pub file: Wanted,
}

/// What came of a fetch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer<'a> {
    /// Status 200 with these bytes.
    Body(&'a [u8]),
    /// Another status.
    Status(u16),
    /// None at all.
    Failed(Why),
}

/// Why there was no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The phone has no network, or the server's name is not known.
    #[error("there is no way to the server")]
    NoNetwork,
    /// The server did not answer in time.
    #[error("the server did not answer in time")]
    Timeout,
    /// The bytes came more slowly than the least that is waited for.
    #[error("the server sends too slowly")]
    TooSlow,
    /// More bytes came than were announced.
    #[error("the server sends more than was announced")]
    TooBig,
    /// The connection is not safe.
    #[error("the connection to the server is not safe")]
    Tls,
    /// The connection broke.
    #[error("the connection broke")]
    Io,
}

impl Why {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoNetwork => "no_network",
            Self::Timeout => "timeout",
            Self::TooSlow => "too_slow",
            Self::TooBig => "too_big",
            Self::Tls => "tls",
            Self::Io => "io",
        }
    }
}

/// Slowest server that is waited for, bytes per second.
pub const LEAST_RATE: u64 = 512;

/// Seconds that any file may take, on top of what the least rate gives it.
const GRACE_S: u64 = 30;

/// Longest that a file may take, seconds.
const LONGEST_S: u64 = 1200;

/// Seconds within which so many bytes must have come.
pub fn within_s(most_bytes: u64) -> u64 {
    (GRACE_S + most_bytes / LEAST_RATE).min(LONGEST_S)
}

/// Whether files may be fetched from this address: https, or http from this device itself.
pub fn may_fetch(url: &str) -> bool {
    if let Some(rest) = url.strip_prefix("https://") {
        return !rest.is_empty();
    }
    let Some(rest) = url.strip_prefix("http://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_port = |port: &str| {
        port.strip_prefix(':').map_or(port.is_empty(), |digits| {
            digits.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    ["localhost", "127.0.0.1", "[::1]"]
        .iter()
        .any(|host| authority.strip_prefix(host).is_some_and(is_port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleartext_comes_from_this_device_only() {
        for url in [
            "https://example.org/x",
            "http://127.0.0.1:80/x",
            "http://localhost",
            "http://[::1]:8/",
        ] {
            assert!(may_fetch(url), "{url}");
        }
        for url in [
            "http://example.org/x",
            "http://127.0.0.1.example.org/x",
            "http://localhost@example.org/x",
            "http://localhost:80@example.org/x",
            "ftp://localhost/x",
            "file:///etc/passwd",
            "https://",
            "",
        ] {
            assert!(!may_fetch(url), "{url}");
        }
    }

    #[test]
    fn small_files_come_soon_and_large_ones_within_twenty_minutes() {
        assert_eq!(within_s(369), 30);
        assert_eq!(within_s(16 << 10), 62);
        assert_eq!(within_s(32 << 20), 1200);
    }
}
