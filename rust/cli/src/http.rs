//! Fetching: one file at a time, at most so many bytes, within so many seconds.
//!
//! Bytes are handed on as they came: nothing is uncompressed, redirects are answers like others, so
//! that nobody is led from https to http. The server learns the address of the file and nothing
//! else.

use std::io::Read;
use std::time::{Duration, Instant};

use cleardown_engine::sync::{Answer, LEAST_RATE, Why, may_fetch, within_s};
use ureq::http::Uri;
use ureq::{Agent, Error, Timeout};

/// Seconds before the rate is looked at.
const RATE_FROM: Duration = Duration::from_secs(10);

/// Bytes read at once.
const PIECE: usize = 16 << 10;

/// Status 200 and its bytes, or another status.
#[derive(Debug, PartialEq, Eq)]
pub enum Fetched {
    /// Status 200.
    Body(Vec<u8>),
    /// Another status.
    Status(u16),
    /// No answer.
    Failed(Why),
}

impl Fetched {
    /// The same for a session.
    pub fn answer(&self) -> Answer<'_> {
        match self {
            Self::Body(bytes) => Answer::Body(bytes),
            Self::Status(status) => Answer::Status(*status),
            Self::Failed(why) => Answer::Failed(*why),
        }
    }
}

/// Fetches files, over kept connections where the server keeps them.
pub struct Http {
    agent: Agent,
    /// For this computer's own servers: never through a proxy.
    own: Agent,
}

impl Http {
    /// One for a whole run.
    pub fn new() -> Self {
        Self {
            agent: agent(false),
            own: agent(true),
        }
    }

    /// Fetches one file. `progress` is told after each piece how many bytes there are.
    pub fn get(&self, url: &str, most_bytes: u64, progress: &mut dyn FnMut(u64)) -> Fetched {
        let Some(agent) = self.agent_for(url) else {
            return Fetched::Failed(Why::Tls);
        };
        let deadline = Duration::from_secs(within_s(most_bytes));
        let request = agent
            .get(url)
            .config()
            .timeout_global(Some(deadline))
            .build();
        match request.call() {
            Ok(response) if response.status() == 200 => {
                let mut body = response.into_body().into_reader();
                match read(&mut body, most_bytes, progress) {
                    Ok(bytes) => Fetched::Body(bytes),
                    Err(why) => Fetched::Failed(why),
                }
            }
            Ok(response) => Fetched::Status(response.status().as_u16()),
            Err(error) => Fetched::Failed(why(&error)),
        }
    }

    fn agent_for(&self, url: &str) -> Option<&Agent> {
        let uri: Uri = url.parse().ok().filter(|_| may_fetch(url))?;
        let is_own = matches!(uri.host()?, "localhost" | "127.0.0.1" | "[::1]");
        Some(if is_own { &self.own } else { &self.agent })
    }
}

fn agent(own: bool) -> Agent {
    let mut config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent("cleardown")
        .accept_encoding("identity");
    if own {
        config = config.proxy(None);
    }
    config.build().new_agent()
}

fn read(
    body: &mut dyn Read,
    most_bytes: u64,
    progress: &mut dyn FnMut(u64),
) -> Result<Vec<u8>, Why> {
    let since = Instant::now();
    let mut bytes = Vec::new();
    let mut piece = vec![0; PIECE];
    loop {
        let length = body.read(&mut piece).map_err(|error| why_of_io(&error))?;
        if length == 0 {
            return Ok(bytes);
        }
        bytes.extend_from_slice(&piece[..length]);
        let total = bytes.len() as u64;
        if total > most_bytes {
            return Err(Why::TooBig);
        }
        let spent = since.elapsed();
        if spent > RATE_FROM && total < LEAST_RATE * spent.as_secs() {
            return Err(Why::TooSlow);
        }
        progress(total);
    }
}

fn why_of_io(error: &std::io::Error) -> Why {
    let inner = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<Error>());
    inner.map_or(Why::Io, why)
}

fn why(error: &Error) -> Why {
    match error {
        Error::Timeout(Timeout::Resolve) | Error::HostNotFound | Error::ConnectionFailed => {
            Why::NoNetwork
        }
        Error::Timeout(_) => Why::Timeout,
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) => Why::Tls,
        Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => Why::NoNetwork,
        _ => Why::Io,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_be_fetched_is_not_asked_for() {
        let http = Http::new();
        for url in ["http://example.org/x", "ftp://localhost/x", "https://a b/"] {
            assert_eq!(
                http.get(url, 1, &mut |_| ()),
                Fetched::Failed(Why::Tls),
                "{url}"
            );
        }
    }

    #[test]
    fn more_bytes_than_allowed_are_not_read() {
        let mut read_so_far = 0;
        let endless = read(&mut std::io::repeat(b'x'), 100_000, &mut |n| {
            read_so_far = n
        });
        assert_eq!(endless, Err(Why::TooBig));
        assert!(read_so_far <= 100_000);
        let all = read(&mut &b"abc"[..], 3, &mut |_| ());
        assert_eq!(all.as_deref(), Ok(&b"abc"[..]));
    }
}
