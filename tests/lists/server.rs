//! A static web server that can be told to misbehave.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// What goes wrong with a file.
#[derive(Clone, Debug)]
pub enum Fault {
    /// This status and nothing else.
    Status(u16),
    /// Other bytes.
    Bytes(Vec<u8>),
    /// Bytes without an end.
    Endless,
    /// So many bytes are announced; a few come.
    Announces(u64),
    /// One byte a second.
    Slow,
    /// The connection breaks in the middle.
    Cut,
    /// The edge packs the file, whatever was asked for.
    Packed,
}

/// As many bytes of an endless file as this server has patience for.
const ENDLESS: usize = 64 << 20;

/// A server on this computer.
pub struct Server {
    pub url: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    files: BTreeMap<String, Vec<u8>>,
    faults: Vec<(String, Fault)>,
    asked: Vec<String>,
    sent: usize,
}

impl Server {
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let url = format!("http://{}/", listener.local_addr().expect("bound"));
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                // A client that hangs up is no failure of the test.
                thread::spawn(move || drop(answer(stream, &state)));
            }
        });
        Self { url, state }
    }

    /// Serves these files and no others.
    pub fn serve(&self, files: &BTreeMap<String, Vec<u8>>) {
        locked(&self.state).files.clone_from(files);
    }

    /// Misbehaves for files whose path contains `part`.
    pub fn spoil(&self, part: &str, fault: Fault) {
        locked(&self.state).faults.push((part.to_owned(), fault));
    }

    /// Behaves again, and forgets what it was asked for.
    pub fn heal(&self) {
        let mut state = locked(&self.state);
        state.faults.clear();
        state.asked.clear();
        state.sent = 0;
    }

    /// Paths that were asked for.
    pub fn asked(&self) -> Vec<String> {
        locked(&self.state).asked.clone()
    }

    /// Bytes of bodies that went out.
    pub fn sent(&self) -> usize {
        locked(&self.state).sent
    }
}

fn answer(mut stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let path = read_path(&mut stream)?;
    let (body, fault) = {
        let mut state = locked(state);
        state.asked.push(path.clone());
        let fault = state
            .faults
            .iter()
            .find(|(part, _)| path.contains(part.as_str()));
        (
            state.files.get(&path).cloned(),
            fault.map(|(_, fault)| fault.clone()),
        )
    };
    let mut send = |bytes: &[u8]| {
        stream.write_all(bytes)?;
        locked(state).sent += bytes.len();
        std::io::Result::Ok(())
    };
    let found = body.clone().unwrap_or_default();
    match (fault, body) {
        (Some(Fault::Status(status)), _) => send(&head(status, Some(0), "")),
        (None, None) => send(&head(404, Some(0), "")),
        (Some(Fault::Bytes(bytes)), _) | (None, Some(bytes)) => {
            send(&head(200, Some(bytes.len() as u64), ""))?;
            send(&bytes)
        }
        (Some(Fault::Endless), _) => {
            send(&head(200, None, ""))?;
            for _ in 0..ENDLESS / (64 << 10) {
                send(&[b'x'; 64 << 10])?;
            }
            Ok(())
        }
        (Some(Fault::Announces(length)), _) => {
            send(&head(200, Some(length), ""))?;
            send(&found)
        }
        (Some(Fault::Slow), _) => {
            send(&head(200, Some(100_000), ""))?;
            for _ in 0..25 {
                send(b"x")?;
                thread::sleep(Duration::from_secs(1));
            }
            Ok(())
        }
        (Some(Fault::Cut), _) => {
            send(&head(200, Some(found.len() as u64), ""))?;
            send(&found[..found.len() / 2])
        }
        (Some(Fault::Packed), _) => {
            let packed = cleardown_list::pack(&found);
            send(&head(
                200,
                Some(packed.len() as u64),
                "Content-Encoding: gzip\r\n",
            ))?;
            send(&packed)
        }
    }
}

fn read_path(stream: &mut TcpStream) -> std::io::Result<String> {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte)? == 1 {
        request.push(byte[0]);
    }
    let text = String::from_utf8_lossy(&request);
    let path = text.split(' ').nth(1).unwrap_or_default();
    Ok(path.trim_start_matches('/').to_owned())
}

fn head(status: u16, length: Option<u64>, more: &str) -> Vec<u8> {
    let length = length.map_or(String::new(), |length| {
        format!("Content-Length: {length}\r\n")
    });
    format!("HTTP/1.1 {status} x\r\n{length}{more}Connection: close\r\n\r\n").into_bytes()
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
