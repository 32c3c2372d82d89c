//! python-tuf reads what `cleardown list` publishes.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::python::{project, run, script};
use crate::server::Server;

/// A publisher in a temporary folder: roots ann and a token with a P-256 key, both must sign.
pub(crate) struct Publisher {
    temp: TempDir,
}

impl Publisher {
    fn new() -> Self {
        let temp = tempfile::tempdir().expect("a folder");
        let publisher = Self { temp };
        let pass = publisher.path("pass");
        fs::write(&pass, "made for a test only\n").expect("a passphrase");
        let public = run("p256_token.py", &["new", &publisher.path("token.key")]);
        fs::write(publisher.path("token.pub"), public).expect("the token's public key");
        let token = format!("token={}", publisher.path("token.pub"));
        publisher.list(&[
            "init",
            &publisher.path("gb"),
            "--id",
            "gb",
            "--title",
            "Numbers",
            "--root",
            "ann",
            "--root",
            &token,
            "--targets",
            "dan",
            "--online",
            "eve",
            "--passphrase-file",
            &pass,
        ]);
        let rows = project().join("rust/list/data/gb/numbers.csv");
        publisher.list(&["import", &rows.display().to_string()]);
        publisher
    }

    /// Publishes version 1.
    pub(crate) fn with_version_1() -> Self {
        let publisher = Self::new();
        publisher.list(&["build"]);
        publisher.sign_root();
        publisher.publish();
        publisher
    }

    /// A place in its folder.
    pub(crate) fn path(&self, name: &str) -> String {
        self.temp.path().join(name).display().to_string()
    }

    pub(crate) fn web(&self) -> PathBuf {
        self.temp.path().join("www")
    }

    fn sign_root(&self) {
        let (bytes, signature) = (self.path("root.bin"), self.path("root.sig"));
        self.list(&["sign", "--role", "root", "--payload-out", &bytes]);
        run(
            "p256_token.py",
            &["sign", &self.path("token.key"), &bytes, &signature],
        );
        let key = ["--key-id", "token"];
        let taken = self.try_list(
            &[
                &["sign", "--role", "root", "--signature", &signature],
                &key[..],
            ]
            .concat(),
        );
        // Ann has not signed yet.
        assert_eq!(
            taken.status.code(),
            Some(1),
            "{}",
            String::from_utf8_lossy(&taken.stderr)
        );
    }

    fn publish(&self) {
        self.list(&["sign", "--passphrase-file", &self.path("pass")]);
        self.list(&["publish", &self.web().display().to_string()]);
    }

    /// `cleardown list …`, which must succeed.
    fn list(&self, arguments: &[&str]) -> String {
        let output = self.try_list(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    fn try_list(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cleardown"));
        command
            .arg("list")
            .args(arguments)
            .args(["--dir", &self.path("gb")]);
        command.output().expect("the command can be started")
    }

    /// What python-tuf makes of the server, knowing the first root.
    fn read(&self, server: &Server, names: &[&str]) -> Output {
        let root = self
            .web()
            .join("metadata/1.root.json")
            .display()
            .to_string();
        let folder = self.path("python");
        let first = [server.address(), &root, &folder];
        script("read.py", &[&first[..], names].concat())
    }
}

fn json(output: &Output) -> Value {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn python_tuf_follows_a_list_through_a_change_and_a_new_key() {
    let publisher = Publisher::with_version_1();
    let server = Server::of(&publisher.web());
    let found = json(&publisher.read(&server, &["list.txt.gz", "provenance.csv.gz"]));
    assert_eq!(found["root"], 1);
    assert_eq!(
        (&found["list"]["list"], &found["list"]["rows"]),
        (&1.into(), &473.into())
    );

    publisher.list(&["remove", "+441132344879"]);
    publisher.list(&[
        "rotate",
        "--role",
        "targets",
        "--drop",
        "dan",
        "--add",
        "fay",
        "--passphrase-file",
        &publisher.path("pass"),
    ]);
    publisher.list(&["build"]);
    publisher.sign_root();
    publisher.publish();
    let found = json(&publisher.read(&server, &["delta-1.txt.gz", "list.txt.gz"]));
    assert_eq!(found["root"], 2);
    assert_eq!(
        (&found["list"]["list"], &found["list"]["rows"]),
        (&2.into(), &472.into())
    );
    let delta = &found["files"]["delta-1.txt.gz"];
    assert_eq!(delta["custom"]["base"], 1);
    let packed = fs::read(delta["path"].as_str().expect("a path")).expect("the delta");
    let text = cleardown_list::unpack(&packed, 1 << 20).expect("gzip");
    assert!(text.starts_with(b"cleardown delta 1\n"));
}

#[test]
fn python_tuf_refuses_what_was_changed_on_the_way() {
    let publisher = Publisher::with_version_1();
    let server = Server::of(&publisher.web());
    let timestamp = publisher.web().join("metadata/timestamp.json");
    let text = fs::read_to_string(&timestamp).expect("the timestamp");
    fs::write(
        &timestamp,
        text.replace("\"version\":1}}", "\"version\":2}}"),
    )
    .expect("changed");
    let output = publisher.read(&server, &[]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("UnsignedMetadataError"), "{said}");
}
