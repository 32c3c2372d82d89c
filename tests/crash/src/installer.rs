//! A process that installs one version and then waits, to be killed at any moment. On its output
//! it says how far it is, one letter each: `r` ready, `b` begun, `w` written, `c` committed, `m`
//! moved out of the log, `d` done.
//!
//! `installer PHONE PUBLISHED VERSION full|delta|two`

#![forbid(unsafe_code)]

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use cleardown_crash::{PUBLISHER, Phone, Published, install_in_two, trust};
use cleardown_store::{Step, Store};

/// Before the installation trust is saved, which has the same steps.
static INSTALLS: AtomicBool = AtomicBool::new(false);

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [phone, published, version, way] = arguments.as_slice() else {
        panic!("four arguments");
    };
    let version: u64 = version.parse().expect("a version");
    let phone = Phone::at(Path::new(phone));
    let published = Published::at(Path::new(published));
    let update = published.update(version, way == "delta");
    let store = Store::open_onto(&phone.dirs, None, Some(watch)).store;
    say(b'r');
    store
        .save_trust(PUBLISHER, &trust(version))
        .expect("trust is saved");
    INSTALLS.store(true, Ordering::SeqCst);
    if way == "two" {
        let facts = published.facts(version);
        let from = published.database(version);
        install_in_two(&phone.list(), &from, &facts, None, say).expect("SQLite works");
    } else {
        store.install(&update, false).expect("it is installed");
    }
    say(b'd');
    thread::sleep(Duration::from_secs(600));
}

fn watch(step: Step) {
    if INSTALLS.load(Ordering::SeqCst) {
        say(match step {
            Step::Begun => b'b',
            Step::Written => b'w',
            Step::Committed => b'c',
            Step::Moved => b'm',
        });
    }
}

fn say(letter: u8) {
    let mut out = io::stdout().lock();
    // Whoever listened is gone with the test.
    let _ = out.write_all(&[letter]).and_then(|()| out.flush());
}
