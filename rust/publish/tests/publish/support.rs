//! A publisher in a temporary folder.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cleardown_list::tuf::{Keys, Trust};
use cleardown_publish::{
    Beginning, BuildOptions, Built, Config, Folder, KeyChoice, Need, Passphrase, Phase, Problem,
    Refused, Role, SecretKey, build, init, prepare, publish, sign, time,
};
use serde_json::Value;
use tempfile::TempDir;

/// A day on which everything begins: 2026-11-21, 10 o'clock.
pub(crate) const START: i64 = 1_795_255_200;

/// A publisher with the roots ann, ben and cat (two must sign), the list's key dan and the online
/// key eve. Their keys are kept in memory: opening one from its file costs a third of a second.
pub(crate) struct Publisher {
    temp: TempDir,
    keys: RefCell<BTreeMap<String, SecretKey>>,
    pub(crate) folder: Folder,
    pub(crate) now_s: i64,
}

impl Publisher {
    pub(crate) fn new() -> Self {
        let temp = tempfile::tempdir().expect("a folder");
        let folder = Folder::at(&temp.path().join("gb"));
        let publisher = Self {
            temp,
            keys: RefCell::default(),
            folder,
            now_s: START,
        };
        let key = |name: &str| publisher.key(name);
        let beginning = Beginning {
            config: Config::new("gb", "Numbers of a test"),
            roles: BTreeMap::from([
                (Role::Root, (vec![key("ann"), key("ben"), key("cat")], 2)),
                (Role::Targets, (vec![key("dan")], 1)),
                (Role::Snapshot, (vec![key("eve")], 1)),
                (Role::Timestamp, (vec![key("eve")], 1)),
            ]),
        };
        init(&publisher.folder, &beginning, START, &mut passphrase).expect("a new publisher");
        publisher.write_rows(&rows(0..200));
        publisher
    }

    /// Somebody's key, for a role; made on the way.
    pub(crate) fn key(&self, name: &str) -> KeyChoice {
        KeyChoice {
            name: name.to_owned(),
            public: Some(self.secret(name).public().to_pem()),
        }
    }

    /// Somebody's secret key.
    pub(crate) fn secret(&self, name: &str) -> SecretKey {
        let mut keys = self.keys.borrow_mut();
        let key = keys.entry(name.to_owned());
        key.or_insert_with(|| SecretKey::generate().expect("a key"))
            .clone()
    }

    /// One that published version 1, signed by ann and ben.
    pub(crate) fn with_version_1() -> Self {
        let publisher = Self::new();
        publisher.build().expect("it builds");
        publisher.sign_by(&["ann", "ben", "dan", "eve"]);
        publisher.publish().expect("it is published");
        publisher
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    /// The web server's folder.
    pub(crate) fn web(&self) -> PathBuf {
        self.path("www")
    }

    pub(crate) fn write_rows(&self, rows: &str) {
        let header = "number,display,organisation,line,kind,calls_out,ring,confidence,checked_on,\
                      source,note\r\n";
        fs::write(
            self.folder.tables().join("numbers.csv"),
            format!("{header}{rows}"),
        )
        .expect("the table is written");
    }

    pub(crate) fn build(&self) -> Result<Built, Refused> {
        self.build_with(BuildOptions::default())
    }

    pub(crate) fn build_with(&self, options: BuildOptions) -> Result<Built, Refused> {
        let now_s = self.now_s;
        build(&self.folder, BuildOptions { now_s, ..options }, &mut |_| ())
    }

    /// Signs all that is staged with these keys.
    pub(crate) fn sign_by(&self, names: &[&str]) -> Vec<(Role, Vec<Need>)> {
        let mut all = Vec::new();
        for role in Role::ALL {
            prepare(&self.folder, role, self.now_s).expect("it can be prepared");
            for name in names {
                if let Ok(needs) = sign(&self.folder, role, &self.secret(name)) {
                    all.push((role, needs));
                }
            }
        }
        all
    }

    pub(crate) fn publish(&self) -> Result<Vec<Phase>, Problem> {
        publish(&self.folder, Some(&self.web()), self.now_s)
    }

    /// Builds, signs by the usual people and publishes.
    pub(crate) fn next_version(&mut self, rows: &str) -> Built {
        self.now_s += time::DAY_S;
        self.write_rows(rows);
        let built = self.build().expect("it builds");
        self.sign_by(&["dan", "eve"]);
        self.publish().expect("it is published");
        built
    }

    /// What is on the web server, taken by a phone that knows the first root.
    pub(crate) fn phone(&self) -> Trust {
        let file = |name: String| fs::read(self.web().join("metadata").join(name));
        let first = file("1.root.json".into()).expect("the first root");
        let mut trust = Trust::pinned(&first, Keys::Phone).expect("the first root counts");
        while let Ok(next) = file(format!("{}.root.json", trust.root_version() + 1)) {
            trust.update_root(&next).expect("the next root counts");
        }
        let now_s = self.now_s;
        let timestamp = file("timestamp.json".into()).expect("a timestamp");
        trust
            .update_timestamp(&timestamp, now_s)
            .expect("the timestamp counts");
        let snapshot = trust
            .wanted_snapshot(now_s)
            .expect("fresh")
            .expect("a snapshot");
        let snapshot = file(snapshot.name).expect("the snapshot");
        trust
            .update_snapshot(&snapshot, now_s)
            .expect("the snapshot counts");
        let targets = trust
            .wanted_targets(now_s)
            .expect("fresh")
            .expect("targets");
        let targets = file(targets.name).expect("the targets");
        trust
            .update_targets(&targets, now_s)
            .expect("the targets count");
        trust
    }

    /// A published target that the phone is sent to.
    pub(crate) fn target(&self, remote: &str) -> Vec<u8> {
        fs::read(self.web().join("targets").join(remote)).expect("the target is there")
    }

    /// A staged or published metadata file.
    pub(crate) fn json(&self, name: &str) -> Value {
        let bytes = fs::read(self.path("gb").join(name)).expect("the file is there");
        serde_json::from_slice(&bytes).expect("it is JSON")
    }
}

/// Rows of made-up lines of one bank, by number.
pub(crate) fn rows(numbers: std::ops::Range<u32>) -> String {
    numbers.map(|n| row(n, "unknown")).collect()
}

pub(crate) fn row(n: u32, calls_out: &str) -> String {
    format!(
        "+44207946{n:04},020 7946 {n:04},My Bank,line {n},bank,{calls_out},no,high,,\
         https://www.mybank.example/numbers,Its own page says so.\r\n"
    )
}

/// Everybody's passphrase.
pub(crate) fn passphrase(_: &str, _: bool) -> Result<Passphrase, Problem> {
    Ok(Passphrase::new("made for a test only".to_owned()))
}

/// All files below a folder, with their bytes.
pub(crate) fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return found;
    };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(tree(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).expect("a file"));
        }
    }
    found
}
