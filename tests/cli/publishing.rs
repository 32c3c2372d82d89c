//! `cleardown list …` from the first day of a publisher to a stolen key.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::{Ran, cleardown, project};

/// A day on which everything begins, and days after it.
const DAY_1: &str = "2026-11-21T10:00:00Z";
const DAY_2: &str = "2026-11-22T10:00:00Z";
const DAY_3: &str = "2026-11-23T10:00:00Z";

const BANK: &str = "https://www.mybank.example/numbers";

/// A publisher's folder `gb`, a web server's folder `www` and passphrases.
struct Desk(TempDir);

impl Desk {
    /// Roots ann and ben, both of whom must sign; the list's key dan, the online key eve.
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        fs::write(desk.path("pass"), "made for a test only\nnot this\n").expect("a passphrase");
        fs::write(desk.path("ben.pass"), "only ben knows this\n").expect("a passphrase");
        let ran = cleardown(&[
            "list",
            "init",
            &desk.path("gb"),
            "--id",
            "gb",
            "--title",
            "Numbers",
            "--root",
            "ann",
            "--root",
            "ben",
            "--targets",
            "dan",
            "--online",
            "eve",
            "--now",
            DAY_1,
            "--passphrase-file",
            &desk.path("pass"),
            "--passphrase-file",
            &format!("ben={}", desk.path("ben.pass")),
        ]);
        assert_eq!(ran.status, Some(0), "{}", ran.err);
        desk
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }

    fn has(&self, name: &str) -> bool {
        self.0.path().join(name).exists()
    }

    fn list(&self, now: &str, arguments: &[&str]) -> Ran {
        let folder = self.path("gb");
        let (command, rest) = arguments.split_first().expect("a command");
        cleardown(&[&["list", *command, "--dir", &folder, "--now", now], rest].concat())
    }

    fn done(&self, now: &str, arguments: &[&str]) -> String {
        let ran = self.list(now, arguments);
        assert_eq!(ran.status, Some(0), "{arguments:?}: {}{}", ran.out, ran.err);
        ran.out
    }

    /// Signs with ann's, dan's and eve's keys: not with ben's.
    fn sign(&self, now: &str, more: &[&str]) -> Ran {
        let pass = self.path("pass");
        self.list(now, &[&["sign", "--passphrase-file", &pass], more].concat())
    }

    fn publish_version_1(&self) {
        let rows = project().join("rust/list/data/gb/numbers.csv");
        self.done(DAY_1, &["import", &rows.display().to_string()]);
        self.done(DAY_1, &["build"]);
        let ben = format!("ben={}", self.path("ben.pass"));
        assert_eq!(
            self.sign(DAY_1, &["--passphrase-file", &ben]).status,
            Some(0)
        );
        self.done(DAY_1, &["publish", &self.path("www")]);
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
    let mut names: Vec<_> = entries
        .map(|one| name(one).to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_list_lives_from_the_first_day_to_a_stolen_key() {
    let desk = Desk::new();
    let rows = project().join("rust/list/data/gb/numbers.csv");
    let said = desk.done(DAY_1, &["import", &rows.display().to_string()]);
    assert_eq!(
        said,
        "numbers.csv: 473 added, 0 changed, 0 as before, 0 removed\n"
    );
    assert!(
        desk.done(DAY_1, &["build"])
            .starts_with("list 1: 473 numbers, 0 codes\n")
    );

    // Ann signs at her own machine; Ben has to, too.
    let ran = desk.sign(DAY_1, &["--role", "root", "--key", "ann"]);
    assert_eq!(ran.status, Some(1), "{}", ran.err);
    assert!(
        ran.out
            .contains("root: 1 of 2 for root 1: ann; still to sign: ben"),
        "{}",
        ran.out
    );
    let ran = desk.list(DAY_1, &["status"]);
    assert_eq!(ran.status, Some(1));
    assert!(
        ran.out
            .contains("To do: Sign the staged root: 1 more of ben."),
        "{}",
        ran.out
    );
    let ben = format!("ben={}", desk.path("ben.pass"));
    let ran = desk.sign(DAY_1, &["--passphrase-file", &ben]);
    assert_eq!(ran.status, Some(0), "{}{}", ran.out, ran.err);

    let said = desk.done(DAY_1, &["publish", &desk.path("www")]);
    let order = [
        "targets/",
        "metadata/1.snapshot.json",
        "metadata/1.root.json",
        "metadata/timestamp.json",
    ];
    let places = order.map(|name| {
        said.find(name)
            .unwrap_or_else(|| panic!("{name} in {said}"))
    });
    assert!(places.is_sorted(), "{said}");
    assert!(
        desk.done(DAY_1, &["status"])
            .ends_with("Nothing is to be done.\n")
    );

    // The next day a number is added: phones get it by a small file.
    desk.done(
        DAY_2,
        &[
            "add",
            "+442079460000",
            "--organisation",
            "My Bank",
            "--kind",
            "bank",
            "--source",
            BANK,
        ],
    );
    let ran = desk.list(DAY_2, &["diff"]);
    assert_eq!(
        (ran.status, ran.out.lines().count()),
        (Some(1), 1),
        "{}",
        ran.out
    );
    assert!(
        ran.out.starts_with("+442079460000 added: My Bank"),
        "{}",
        ran.out
    );
    let built: Value = serde_json::from_str(&desk.done(DAY_2, &["build", "--json"])).expect("JSON");
    let size = |name: &str| {
        built["files"][name]
            .as_u64()
            .unwrap_or_else(|| panic!("{name}: {built}"))
    };
    assert!(size("delta-1.txt.gz") * 10 < size("list.txt.gz"), "{built}");
    assert_eq!(desk.sign(DAY_2, &[]).status, Some(0));
    desk.done(DAY_2, &["publish", &desk.path("www")]);

    // The online key is stolen.
    let (pass, ben) = (desk.path("pass"), format!("ben={}", desk.path("ben.pass")));
    let change = [
        "--role",
        "online",
        "--drop",
        "eve",
        "--add",
        "fay",
        "--passphrase-file",
        &pass,
    ];
    desk.done(DAY_3, &[&["rotate"], &change[..]].concat());
    let ran = desk.sign(DAY_3, &["--passphrase-file", &ben]);
    assert_eq!(ran.status, Some(0), "{}{}", ran.out, ran.err);
    desk.done(DAY_3, &["publish", &desk.path("www")]);

    let refresh = [
        "refresh-timestamp",
        "--to",
        &desk.path("www"),
        "--passphrase-file",
        &pass,
    ];
    let timestamp = desk.0.path().join("www/metadata/timestamp.json");
    let before = fs::read(&timestamp).expect("a timestamp");
    desk.done(DAY_3, &refresh);
    assert_ne!(fs::read(&timestamp).expect("a timestamp"), before);

    let said = desk.done(DAY_3, &["verify", &desk.path("www")]);
    assert!(
        said.contains("gb 2: 474 numbers; a phone takes it"),
        "{said}"
    );
    let status: Value =
        serde_json::from_str(&desk.done(DAY_3, &["status", "--json"])).expect("JSON");
    assert_eq!(
        (&status["list"], &status["duties"]),
        (&2.into(), &Value::Array(Vec::new()))
    );
    assert_eq!(names(&desk.0.path().join("gb/staged/targets")), [""; 0]);
    let roots = names(&desk.0.path().join("www/metadata"));
    assert!(roots.contains(&"2.root.json".to_owned()), "{roots:?}");
}

#[test]
fn nothing_unsigned_is_published() {
    let desk = Desk::new();
    desk.done(
        DAY_1,
        &[
            "add",
            "+442079460000",
            "--organisation",
            "My Bank",
            "--kind",
            "bank",
            "--source",
            BANK,
        ],
    );
    desk.done(DAY_1, &["build"]);
    let ran = desk.list(DAY_1, &["publish", &desk.path("www")]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("Still to sign: ann, ben."), "{}", ran.err);
    assert!(!desk.has("www") && !desk.has("gb/published"));
}

#[test]
fn a_wrong_passphrase_and_none_at_all_are_named() {
    let desk = Desk::new();
    let ran = desk.sign(DAY_1, &["--role", "root", "--key", "ben"]);
    assert_eq!(ran.status, Some(2));
    assert!(
        ran.err.contains("The passphrase does not open the key."),
        "{}",
        ran.err
    );
    let ran = desk.list(
        DAY_1,
        &["sign", "--passphrase-file", &desk.path("no-such-file")],
    );
    assert_eq!(ran.status, Some(2));
    assert!(
        ran.err.contains("first line is the passphrase"),
        "{}",
        ran.err
    );
    let ran = desk.list(DAY_1, &["sign", "--passphrase", "made for a test only"]);
    assert_eq!(ran.status, Some(2), "never on the command line");
}

#[test]
fn what_will_be_due_can_be_asked_beforehand() {
    let desk = Desk::new();
    desk.publish_version_1();
    let ran = desk.list("2027-02-10T10:00:00Z", &["status"]);
    assert_eq!(ran.status, Some(1));
    assert!(
        ran.out.contains("To do: The targets expires in 9 days."),
        "{}",
        ran.out
    );
    let ran = desk.list("2027-02-10T10:00:00Z", &["verify", &desk.path("www")]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.out.contains("a phone refuses it"), "{}", ran.out);
}

#[test]
fn a_row_that_breaks_a_rule_exits_with_1_and_is_not_written() {
    let desk = Desk::new();
    let table = desk.0.path().join("gb/tables/numbers.csv");
    let before = fs::read(&table).expect("the table");
    let gas = [
        "add",
        "+44800111999",
        "--organisation",
        "Gas",
        "--kind",
        "energy",
        "--source",
        BANK,
    ];
    let ran = desk.list(DAY_1, &gas);
    assert_eq!(ran.status, Some(1));
    assert!(
        ran.out
            .contains("numbers.csv:2: number: error: this number saves lives"),
        "{}",
        ran.out
    );
    assert_eq!(fs::read(&table).expect("the table"), before);
    let ran = desk.list(DAY_1, &["remove", "+442079460000"]);
    assert_eq!(ran.status, Some(2));
}

#[test]
fn a_folder_in_use_and_one_of_nobody_are_refused() {
    let desk = Desk::new();
    let again = [
        "list",
        "init",
        &desk.path("gb"),
        "--id",
        "gb",
        "--title",
        "Numbers",
    ];
    let ran = cleardown(&again);
    assert_eq!(ran.status, Some(2));
    assert!(
        ran.err
            .contains("There is a publisher in that folder already."),
        "{}",
        ran.err
    );
    let ran = cleardown(&["list", "status", "--dir", &desk.path("nowhere")]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("cleardown list init"), "{}", ran.err);
}

#[test]
fn a_person_makes_a_key_on_an_own_machine() {
    let desk = Desk(tempfile::tempdir().expect("a folder"));
    fs::write(desk.path("pass"), "made for a test only\n").expect("a passphrase");
    let (file, pass) = (desk.path("gil.pem"), desk.path("pass"));
    let ran = cleardown(&["list", "key", &file, "--passphrase-file", &pass]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    assert!(
        ran.out.starts_with("-----BEGIN PUBLIC KEY-----\n"),
        "{}",
        ran.out
    );
    let secret = fs::read_to_string(&file).expect("the secret key");
    assert!(secret.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    let ran = cleardown(&["list", "key", &file, "--passphrase-file", &pass]);
    assert_eq!(ran.status, Some(2), "a secret key is never overwritten");
}

#[test]
fn every_command_tells_how_it_exits() {
    for command in [
        "init",
        "key",
        "add",
        "remove",
        "import",
        "lint",
        "diff",
        "build",
        "sign",
        "publish",
        "refresh-timestamp",
        "rotate",
        "status",
        "verify",
        "seed",
    ] {
        let ran = cleardown(&["list", command, "--help"]);
        assert_eq!(ran.status, Some(0));
        assert!(ran.out.contains("Exit status: 0"), "{command}");
    }
}
