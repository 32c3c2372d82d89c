//! Any static web server.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use crate::python::python;

/// Gives a folder out on this machine until it is dropped.
pub(crate) struct Server {
    child: Child,
    address: String,
}

impl Server {
    pub(crate) fn of(folder: &Path) -> Self {
        let mut child = python()
            .args([
                "-u",
                "-m",
                "http.server",
                "0",
                "--bind",
                "127.0.0.1",
                "--directory",
            ])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a web server can be started");
        let mut first = String::new();
        let out = child.stdout.take().expect("its output");
        BufReader::new(out)
            .read_line(&mut first)
            .expect("it says where it is");
        let port = first
            .split(" port ")
            .nth(1)
            .and_then(|rest| rest.split(' ').next());
        let port = port.expect("it names its port");
        Self {
            address: format!("http://127.0.0.1:{port}"),
            child,
        }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have gone by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
