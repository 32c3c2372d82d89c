//! Whether the unsigned APK is the same bytes wherever, and by whomever, it is built.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{VERSION, file};
use crate::java::Java;
use crate::run::{self, Said, Show};
use crate::steps::Step;
use crate::test::Counts;
use crate::{Failure, cargo, places};

/// Only one of the two libraries: the other is built by the same commands, and this takes long enough.
const ABI: &str = "arm64-v8a";

/// Another user as far as programs can tell, who may read what this one may.
const OTHER_USER: &[&str] = &["unshare", "--user"];

/// How one of the two builds is different from the other.
struct Build {
    name: &'static str,
    /// Below the folder for temporary files; of another length and depth.
    folder: &'static str,
    umask: &'static str,
    other_user: bool,
    environment: &'static [(&'static str, &'static str)],
}

const BUILDS: [Build; 2] = [
    Build {
        name: "one",
        folder: "cleardown-one",
        umask: "022",
        other_user: false,
        environment: &[("TZ", "Europe/London"), ("LC_ALL", "C.UTF-8")],
    },
    Build {
        name: "other",
        folder: "cleardown/somewhere/else",
        umask: "077",
        other_user: true,
        environment: &[
            ("TZ", "Pacific/Kiritimati"),
            ("LC_ALL", "C"),
            ("USER", "somebody"),
            ("LOGNAME", "somebody"),
            ("CARGO_BUILD_JOBS", "3"),
        ],
    },
];

/// Builds twice from copies of the sources, and compares. What was fetched before is shared.
pub fn test(java: &Java, step: &mut Step) -> Result<(Counts, Said), Failure> {
    cargo::packer(step)?;
    let below = std::env::temp_dir().join(format!("cleardown-reproduce-{}", std::process::id()));
    let checkouts = BUILDS.each_ref().map(|build| below.join(build.folder));
    // Both now: somebody may go on working while the first is built.
    for checkout in &checkouts {
        copy_sources(checkout)?;
    }
    for (build, checkout) in BUILDS.iter().zip(&checkouts) {
        let said = build.run(checkout, java, step)?;
        if !said.ok {
            return Ok((count(false), said));
        }
    }
    let mut compare = file::program();
    compare
        .arg("compare")
        .args(checkouts.each_ref().map(|checkout| apk(checkout)));
    let said = run::logged(&mut compare, "reproduce", step, |line| {
        Show::Line(format!("      {line}"))
    })?;
    if said.ok {
        // Nobody needs them any more; what cannot be removed is temporary anyway.
        let _ = std::fs::remove_dir_all(&below);
    } else {
        step.line(&format!("      both are kept in {}", below.display()));
    }
    Ok((count(said.ok), said))
}

impl Build {
    fn run(&self, checkout: &Path, java: &Java, step: &mut Step) -> Result<Said, Failure> {
        let home = checkout.with_extension("home");
        std::fs::create_dir_all(&home).map_err(|e| format!("{}: {e}", home.display()))?;
        let user: &[&str] = match self.other_user && run::answer(&mut as_other(&["true"])).is_some()
        {
            true => OTHER_USER,
            false => &[],
        };
        if self.other_user && user.is_empty() {
            step.line("      no other user can be made here: only its name, home and umask are");
        }
        // The copy has a toolchain file and settings of its own, if any; not the folder this runs in.
        let script = format!("umask {}; cd \"$0\" && exec \"$@\"", self.umask);
        let mut words = vec!["sh", "-c", &script];
        let folder = checkout.display().to_string();
        words.push(&folder);
        words.extend(user);
        words.extend(["cargo", "xtask", "apk", "--unsigned", "--abi", ABI]);
        let mut command = cargo::without_own_settings(words[0]);
        command.args(&words[1..]);
        command
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("RUSTFLAGS");
        for (name, folder) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
            command.env(name, shared(name, folder));
        }
        let repository = shared("MAVEN_REPOSITORY", ".m2/repository");
        let maven = format!("-Dmaven.repo.local={}", repository.display());
        command
            .env("MAVEN_OPTS", maven)
            .env("JAVA_HOME", &java.home);
        command.env("HOME", &home);
        command.envs(self.environment.iter().copied());
        let log = format!("reproduce-{}", self.name);
        run::logged(&mut command, &log, step, |line| Show::News(line.into()))
    }
}

fn as_other(words: &[&str]) -> Command {
    let mut command = Command::new(OTHER_USER[0]);
    command.args(&OTHER_USER[1..]).args(words);
    command
}

fn apk(checkout: &Path) -> PathBuf {
    checkout.join(format!("target/apk/cleardown-{VERSION}-{ABI}-unsigned.apk"))
}

/// What this user fetched before, for both.
fn shared(variable: &str, in_home: &str) -> PathBuf {
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default());
    let set = std::env::var_os(variable).map(PathBuf::from);
    set.unwrap_or_else(|| home().join(in_home))
}

/// Every file that git knows or would add, as it is now.
fn copy_sources(to: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(to).map_err(|e| format!("{}: {e}", to.display()))?;
    let script = "git ls-files -z --cached --others --exclude-standard \
                  | tar --null --verbatim-files-from --ignore-failed-read -T - -c | tar -x -C \"$0\"";
    let status = Command::new("sh")
        .args(["-c", script])
        .arg(to)
        .current_dir(places::root())
        .stdin(Stdio::null())
        .status();
    let copied = status.is_ok_and(|status| status.success()) && to.join("Cargo.toml").exists();
    copied
        .then_some(())
        .ok_or("The sources cannot be copied: this needs git, and a checkout.".into())
}

fn count(same: bool) -> Counts {
    Counts {
        passed: u32::from(same),
        failed: u32::from(!same),
        skipped: 0,
    }
}
