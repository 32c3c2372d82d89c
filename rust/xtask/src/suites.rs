//! Which suites there are, in the order in which they run: the quick ones first.

/// One suite.
pub struct Suite {
    /// What `--only` calls it.
    pub name: &'static str,
    /// What it shows.
    pub about: &'static str,
    /// How it is run.
    pub runner: Runner,
}

/// How a suite is run.
#[derive(Clone, Copy)]
pub enum Runner {
    /// `cargo test` for one package, with these further arguments.
    Cargo(&'static str, &'static [&'static str]),
    /// The tests of one Maven module, against the native library with doors.
    Maven(&'static str),
    /// Other programs look at the APK, which is made first.
    Apk,
    /// The stories on what R8 leaves of the app.
    Shrunk,
    /// The library for arm64 phones, in an emulator.
    Unidbg,
    /// The fuzz targets, each for a while.
    Fuzz,
    /// Two builds of the APK, compared.
    Reproduce,
}

impl Suite {
    /// Whether the suite needs Java and Maven.
    pub fn needs_java(&self) -> bool {
        matches!(
            self.runner,
            Runner::Maven(_) | Runner::Apk | Runner::Shrunk | Runner::Reproduce | Runner::Unidbg
        )
    }

    /// Whether the suite needs androguard.
    pub fn needs_androguard(&self) -> bool {
        matches!(self.runner, Runner::Apk)
    }

    /// Whether the suite needs the native library with test doors, and the command line.
    pub fn needs_library(&self) -> bool {
        matches!(
            self.runner,
            Runner::Maven(_) | Runner::Shrunk | Runner::Unidbg
        )
    }

    /// Whether the suite needs the native library for Android.
    pub fn needs_android(&self) -> bool {
        self.name == NATIVE || matches!(self.runner, Runner::Unidbg)
    }

    /// Whether the suite needs a C++ compiler.
    pub fn needs_cpp(&self) -> bool {
        matches!(self.runner, Runner::Fuzz)
    }

    /// Whether the suite needs textstat.
    pub fn needs_textstat(&self) -> bool {
        self.name == ANDROID
    }

    /// Whether the suite needs python-tuf.
    pub fn needs_python_tuf(&self) -> bool {
        self.name == INTEROP
    }
}

/// All suites.
pub const ALL: &[Suite] = &[
    cargo("xtask", "finding Java, reading results", "xtask", &[]),
    cargo("core", "the decision, rule by rule", "cleardown-core", &[]),
    cargo("list", "the list and its checks", "cleardown-list", &[]),
    cargo(
        "publish",
        "keys, signing, publishing",
        "cleardown-publish",
        &[],
    ),
    cargo(
        "store",
        "state, marker, history, damage",
        "cleardown-store",
        &[],
    ),
    cargo(
        "engine",
        "core, list and store as one",
        "cleardown-engine",
        &[],
    ),
    cargo(
        "stories",
        "the story format, its runner",
        "cleardown-stories",
        &[],
    ),
    cargo("rust", "every story in Rust", WHOLE, &["--test", "stories"]),
    cargo("jni", "handles, errors and panics", "cleardown-jni", DOORS),
    cargo(
        "cli",
        "the command line",
        "cleardown",
        &["--bins", "--test", "cli"],
    ),
    cargo(
        INTEROP,
        "lists beside python-tuf",
        "cleardown",
        &["--test", "interop"],
    ),
    cargo(
        "lists",
        "every attack on a phone's list",
        WHOLE,
        &["--test", "lists"],
    ),
    cargo(
        "mutants",
        "the same attacks, a check missing",
        WHOLE,
        &["--test", "mutants"],
    ),
    cargo(
        "crash",
        "kills, broken disks, accidents",
        "cleardown-crash",
        &[],
    ),
    cargo(
        "packing",
        "the APK's entries, their order and place",
        "cleardown-apk",
        &[],
    ),
    cargo(
        "arch",
        "boundaries between the parts",
        WHOLE,
        &["--test", "arch"],
    ),
    Suite {
        name: "fuzz",
        about: "any bytes in place of what is fetched",
        runner: Runner::Fuzz,
    },
    cargo(
        NATIVE,
        "the library for Android, from outside",
        WHOLE,
        &["--test", "native"],
    ),
    Suite {
        name: "unidbg",
        about: "the library for arm64 phones, run",
        runner: Runner::Unidbg,
    },
    maven("jvm", "every story on a JVM, -Xcheck:jni", "engine"),
    maven(ANDROID, "every story and screen on Android 10 to 16", "app"),
    Suite {
        name: "shrunk",
        about: "the stories on what R8 leaves",
        runner: Runner::Shrunk,
    },
    Suite {
        name: "apk",
        about: "the finished APK, from outside",
        runner: Runner::Apk,
    },
    Suite {
        name: "reproduce",
        about: "two builds of the APK, the same bytes",
        runner: Runner::Reproduce,
    },
];

const INTEROP: &str = "interop";
const ANDROID: &str = "android";
const NATIVE: &str = "native";
const WHOLE: &str = "cleardown-tests";
const DOORS: &[&str] = &["--features", "doors"];

/// The suites as a table for the help.
pub fn table() -> String {
    ALL.iter()
        .map(|suite| format!("  {:<9} {}\n", suite.name, suite.about))
        .collect()
}

const fn cargo(
    name: &'static str,
    about: &'static str,
    package: &'static str,
    arguments: &'static [&'static str],
) -> Suite {
    Suite {
        name,
        about,
        runner: Runner::Cargo(package, arguments),
    }
}

const fn maven(name: &'static str, about: &'static str, module: &'static str) -> Suite {
    Suite {
        name,
        about,
        runner: Runner::Maven(module),
    }
}
