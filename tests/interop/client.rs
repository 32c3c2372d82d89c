//! `cleardown client` and a phone read what python-tuf writes.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::publisher::Publisher;
use crate::python::run;
use crate::server::Server;

/// What our client has in its folders.
struct Client<'a> {
    folder: &'a Path,
}

impl Client<'_> {
    fn run(&self, arguments: &[&str]) -> Output {
        let metadata = self.folder.join("metadata");
        let mut command = Command::new(env!("CARGO_BIN_EXE_cleardown"));
        command
            .arg("client")
            .arg("--metadata-dir")
            .arg(metadata)
            .args(arguments);
        command.output().expect("the command can be started")
    }

    fn fetch(&self, server: &Server, names: &[&str]) -> Output {
        let metadata = format!("{}/metadata", server.address());
        let targets = format!("{}/targets", server.address());
        let folder = self.folder.join("targets").display().to_string();
        let mut arguments = vec!["--metadata-url", &metadata, "--target-base-url", &targets];
        arguments.extend(["--target-dir", &folder]);
        for name in names {
            arguments.extend(["--target-name", name]);
        }
        arguments.push("download");
        self.run(&arguments)
    }

    /// The contents of all files fetched, by content.
    fn files(&self) -> Vec<String> {
        let folder = fs::read_dir(self.folder.join("targets")).expect("a folder");
        let read = |entry: std::io::Result<fs::DirEntry>| {
            fs::read_to_string(entry.expect("an entry").path()).expect("a text")
        };
        let mut files: Vec<String> = folder.map(read).collect();
        files.sort();
        files
    }
}

fn assert_done(output: &Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
}

#[test]
fn our_client_follows_a_repository_of_python_tuf() {
    let temp = tempfile::tempdir().expect("a folder");
    run("write.py", &["plain", &temp.path().display().to_string()]);
    let client = Client {
        folder: &temp.path().join("client"),
    };
    let root = temp
        .path()
        .join("1/metadata/1.root.json")
        .display()
        .to_string();
    assert_done(&client.run(&["init", &root]));

    let old = Server::of(&temp.path().join("1"));
    assert_done(&client.fetch(&old, &["list.txt", "banks/a b?.txt"]));
    assert_eq!(client.files(), ["of a bank\n", "one\n"]);
    let new = Server::of(&temp.path().join("2"));
    assert_done(&client.fetch(&new, &["list.txt", "banks/a b?.txt"]));
    assert_eq!(client.files(), ["of a bank\n", "two\n"]);

    // The old server again: older than what is known.
    let output = client.fetch(&old, &["list.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(client.files(), ["of a bank\n", "two\n"]);
}

#[test]
fn our_client_fetches_what_we_publish() {
    let publisher = Publisher::with_version_1();
    let temp = tempfile::tempdir().expect("a folder");
    let client = Client {
        folder: temp.path(),
    };
    let root = publisher.web().join("metadata/1.root.json");
    assert_done(&client.run(&["init", &root.display().to_string()]));
    let server = Server::of(&publisher.web());
    assert_done(&client.fetch(&server, &["list.txt.gz"]));
    let packed = fs::read(temp.path().join("targets/list.txt.gz")).expect("the list");
    let text = cleardown_list::unpack(&packed, 1 << 20).expect("gzip");
    assert!(text.starts_with(b"cleardown list 1\n"));
}

#[test]
fn a_phone_takes_a_list_that_python_tuf_signed() {
    let publisher = Publisher::with_version_1();
    let folder = publisher.path("theirs");
    run(
        "write.py",
        &["list", &publisher.web().display().to_string(), &folder],
    );
    let server = Server::of(Path::new(&folder));
    let output = Command::new(env!("CARGO_BIN_EXE_cleardown"))
        .args(["list", "verify", server.address()])
        .output()
        .expect("the command can be started");
    assert_done(&output);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        said.contains("gb 1: 473 numbers; a phone takes it"),
        "{said}"
    );
}
