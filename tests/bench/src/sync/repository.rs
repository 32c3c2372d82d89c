//! A publisher's repository, made by the code that publishers use.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cleardown_list::{FORMAT, Sha256, bundled, hex};
use cleardown_publish::{
    Beginning, BuildOptions, Config, Folder, KeyChoice, Passphrase, Problem, Refused, Role,
    SecretKey, build, init, prepare, publish, sign, time,
};

use super::versions::{CHANGED, Versions};
use crate::Failure;

/// Its short name.
pub const PUBLISHER: &str = "bench";

/// Who holds a key, and of which role.
const KEYS: [(&str, Role); 5] = [
    ("ann", Role::Root),
    ("ben", Role::Root),
    ("dan", Role::Targets),
    ("eve", Role::Snapshot),
    ("eve", Role::Timestamp),
];

/// Part of the stamp: raise it when the repository is made in another way.
const MADE: u32 = 1;

/// Four versions of a list on a web server: the second differs from the first in 0.1 % of its
/// numbers, the third from the second in 1 %, the fourth from the third in 5 %.
pub struct Repository {
    dir: PathBuf,
}

impl Repository {
    /// Makes the repository, or takes the one that is there.
    pub fn ready(dir: &Path, count: usize) -> Result<Self, Failure> {
        let this = Self {
            dir: dir.to_owned(),
        };
        let stamp = dir.join("stamp");
        let sample = dir.with_extension("sample");
        Maker::begin(&sample)?.all_versions(1_000, &mut |_| ())?;
        let wanted = format!("{MADE} {FORMAT} {count} {}", stamp_of(&sample)?);
        fs::remove_dir_all(&sample).map_err(|e| said(&sample, &e))?;
        if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
            return Ok(this);
        }
        println!("Making four versions of a list of {count} numbers (once) ...");
        let mut tell = |what: &str| println!("  {what}");
        Maker::begin(dir)?.all_versions(count, &mut tell)?;
        fs::write(&stamp, wanted).map_err(|e| said(&stamp, &e))?;
        Ok(this)
    }

    /// What the web server gives out.
    pub fn web(&self) -> PathBuf {
        web(&self.dir)
    }

    /// The timestamp of the days when this version, from 1, was the newest.
    pub fn timestamp(&self, version: usize) -> PathBuf {
        timestamp(&self.dir, version)
    }

    /// The root by which phones know the publisher.
    pub fn root(&self) -> PathBuf {
        self.web().join("metadata/1.root.json")
    }

    /// Where something made of it may be kept.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }
}

/// When everything is published: no metadata has expired then.
pub fn now_s() -> i64 {
    // A phone takes no time for true that lies before its own list.
    bundled().get().release.issued_ms.div_euclid(1_000) + time::DAY_S
}

struct Maker {
    dir: PathBuf,
    folder: Folder,
    keys: BTreeMap<&'static str, SecretKey>,
}

impl Maker {
    fn begin(dir: &Path) -> Result<Self, Failure> {
        if dir.exists() {
            fs::remove_dir_all(dir).map_err(|e| said(dir, &e))?;
        }
        fs::create_dir_all(dir).map_err(|e| said(dir, &e))?;
        let mut keys = BTreeMap::new();
        for (name, _) in KEYS {
            keys.insert(name, SecretKey::generate().map_err(problem)?);
        }
        let this = Self {
            folder: Folder::at(&dir.join("publisher")),
            dir: dir.to_owned(),
            keys,
        };
        let mut roles = BTreeMap::new();
        for role in Role::ALL {
            let names = KEYS.iter().filter(|(_, of)| *of == role);
            let choices: Vec<KeyChoice> = names.map(|(name, _)| this.choice(name)).collect();
            let threshold = choices.len();
            roles.insert(role, (choices, threshold));
        }
        let beginning = Beginning {
            config: Config::new(PUBLISHER, "Numbers of a benchmark"),
            roles,
        };
        let mut passphrase = |_: &str, _: bool| Ok(Passphrase::new("for a benchmark only".into()));
        init(&this.folder, &beginning, now_s(), &mut passphrase).map_err(problem)?;
        Ok(this)
    }

    fn choice(&self, name: &str) -> KeyChoice {
        KeyChoice {
            name: name.to_owned(),
            public: Some(self.keys[name].public().to_pem()),
        }
    }

    fn all_versions(&self, count: usize, tell: &mut dyn FnMut(&str)) -> Result<(), Failure> {
        tell("version 1");
        let mut versions = Versions::new(count);
        self.publish(1, &versions.table())?;
        for (version, changed) in (2..).zip(CHANGED) {
            tell(&format!("version {version}"));
            versions.change(changed);
            self.publish(version, &versions.table())?;
        }
        Ok(())
    }

    fn publish(&self, version: usize, table: &str) -> Result<(), Failure> {
        let file = self.dir.join("publisher/tables/numbers.csv");
        fs::write(&file, table).map_err(|e| said(&file, &e))?;
        let options = BuildOptions {
            now_s: now_s(),
            ..BuildOptions::default()
        };
        build(&self.folder, options, &mut |_| ()).map_err(refused)?;
        for role in Role::ALL {
            prepare(&self.folder, role, now_s()).map_err(problem)?;
            let is_first_root = role != Role::Root || version == 1;
            for (name, _) in KEYS.iter().filter(|(_, of)| *of == role && is_first_root) {
                sign(&self.folder, role, &self.keys[name]).map_err(problem)?;
            }
        }
        let web = web(&self.dir);
        publish(&self.folder, Some(&web), now_s()).map_err(problem)?;
        let kept = timestamp(&self.dir, version);
        fs::copy(web.join("metadata/timestamp.json"), &kept).map_err(|e| said(&kept, &e))?;
        Ok(())
    }
}

/// Changes when what publishers write does: yesterday's files would be measured otherwise.
fn stamp_of(dir: &Path) -> Result<String, Failure> {
    let targets = web(dir).join("targets");
    let files = fs::read_dir(&targets).map_err(|e| said(&targets, &e))?;
    let mut names: Vec<_> = files.flatten().map(|file| file.file_name()).collect();
    names.sort_unstable();
    let names = format!("{names:?} {}", now_s());
    Ok(hex(&Sha256::of(names.as_bytes())))
}

fn web(dir: &Path) -> PathBuf {
    dir.join("web")
}

fn timestamp(dir: &Path, version: usize) -> PathBuf {
    dir.join(format!("timestamp-{version}.json"))
}

fn said(path: &Path, error: &std::io::Error) -> Failure {
    format!("{}: {error}", path.display())
}

fn problem(problem: Problem) -> Failure {
    format!("the publisher: {problem:?}")
}

fn refused(refused: Refused) -> Failure {
    match refused {
        Refused::Problem(one) => problem(one),
        Refused::Findings(found) => {
            let first: Vec<_> = found.iter().take(5).collect();
            format!("{} findings in the table: {first:?}", found.len())
        }
    }
}
