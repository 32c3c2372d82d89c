//! One call of the file system goes wrong, each in turn, while a list is installed: afterwards the
//! phone holds the list before or the new one, look-ups answer, and the next installation works.

#![forbid(unsafe_code)]

use std::fs;
use std::path::Path;

use cleardown_crash::{Edition, PUBLISHER, Phone, Random, State, install_in_two, trust};
use cleardown_fault_vfs::{Call, Fault, arm, calls, disarm, lose, name, turn};
use cleardown_list::{Update, Verified};
use cleardown_store::{Store, StoreError};

const ROWS: u64 = 400;

/// The versions before and after, a phone that holds the first, and what leads to the second.
struct Case {
    old: Edition,
    new: Edition,
    update: Verified<Update>,
    before: tempfile::TempDir,
}

impl Case {
    fn new(is_delta: bool) -> Self {
        let [old, new] = [1, 2].map(|version| Edition::new(version, ROWS));
        let before = tempfile::tempdir().unwrap();
        let store = Store::open(&Phone::at(before.path()).dirs).store;
        store.install(&old.full(), false).unwrap();
        store.save_trust(PUBLISHER, &trust(1)).unwrap();
        drop(store);
        let update = match is_delta {
            true => new.delta_from(&old),
            false => new.full(),
        };
        Self {
            old,
            new,
            update,
            before,
        }
    }

    /// A phone with the version before.
    fn phone(&self, folder: &Path) -> Phone {
        let (from, to) = (Phone::at(self.before.path()), Phone::at(folder));
        fs::create_dir_all(to.dirs.device.join("lists")).unwrap();
        fs::copy(from.list(), to.list()).unwrap();
        let live = |phone: &Phone| phone.dirs.device.join("live.db");
        fs::copy(live(&from), live(&to)).unwrap();
        to
    }

    fn install(&self, store: &Store) -> Result<(), StoreError> {
        store.save_trust(PUBLISHER, &trust(2))?;
        store.install(&self.update, false).map(drop)
    }

    /// How many calls an installation makes that nothing disturbs.
    fn count(&self) -> u64 {
        let folder = tempfile::tempdir().unwrap();
        let store = open(&self.phone(folder.path()));
        arm(Fault::Io, u64::MAX);
        self.install(&store).unwrap();
        let sorts = calls();
        println!("{sorts:?}");
        for sort in [Call::Open, Call::Read, Call::Write, Call::Sync] {
            assert!(sorts.contains_key(&sort), "{sort:?}");
        }
        disarm()
    }

    fn assert_published(&self, store: &Store, phone: &Phone, is_new: Option<bool>, at: &str) {
        match phone.state_of(store, &[&self.old, &self.new]) {
            State::Published(place) => {
                let fits = is_new.is_none_or(|is_new| is_new == (place == 1));
                assert!(fits, "{at}: place {place}");
            }
            State::Wrong(wrong) => panic!("{at}: {wrong}"),
        }
    }

    /// Whatever a caller's number is, the old list or the new one answers.
    fn assert_answers(&self, store: &Store, at: &str) {
        for row in self.old.list.rows().iter().step_by(40) {
            let found = store.lookup(row.number);
            let new = self.new.list.row(row.number).map(|row| row.listing.clone());
            let is_old = found.listings == std::slice::from_ref(&row.listing);
            assert!(is_old || found.listings == Vec::from_iter(new), "{at}");
            assert_eq!(found.trouble, None, "{at}");
        }
    }

    /// Nothing is left to repair, and the publisher's list can be installed.
    fn assert_goes_on(&self, phone: &Phone, at: &str) {
        let store = open(phone);
        self.assert_published(&store, phone, None, at);
        assert_eq!(store.repair(1, &self.old.full()), [], "{at}");
        store.save_trust(PUBLISHER, &trust(2)).unwrap();
        store.install(&self.new.full(), false).unwrap();
        self.assert_published(&store, phone, Some(true), at);
    }
}

/// Through the file system that may fail, and that never waits for a disk.
fn open(phone: &Phone) -> Store {
    let opened = Store::open_onto(&phone.dirs, Some(name()), None);
    assert_eq!(opened.troubles, []);
    opened.store
}

/// What became of the installations.
#[derive(Debug, Default)]
struct Tally {
    done: u64,
    refused: u64,
}

impl Tally {
    fn count(&mut self, answer: &Result<(), StoreError>) {
        match answer {
            Ok(()) => self.done += 1,
            Err(_) => self.refused += 1,
        }
    }
}

fn one_call_fails(is_delta: bool, fault: Fault) {
    let _turn = turn();
    let case = Case::new(is_delta);
    let mut tally = Tally::default();
    for k in 1..=case.count() {
        let at = format!("{fault:?} at call {k}");
        let folder = tempfile::tempdir().unwrap();
        let phone = case.phone(folder.path());
        let store = open(&phone);
        arm(fault, k);
        let answer = case.install(&store);
        // A full disk is full still.
        case.assert_answers(&store, &at);
        disarm();
        tally.count(&answer);
        let is_new = answer.is_ok().then_some(true);
        case.assert_published(&store, &phone, is_new, &at);
        drop(store);
        case.assert_goes_on(&phone, &at);
    }
    println!("{fault:?}, delta: {is_delta}: {tally:?}");
    assert!(tally.refused > 20, "{tally:?}");
}

/// `stays`: by which chance a change that was not synced is not lost, in percent.
fn the_power_goes(is_delta: bool, stays: u64) {
    let _turn = turn();
    let case = Case::new(is_delta);
    let mut random = Random(stays);
    let mut tally = Tally::default();
    for k in 1..=case.count() {
        let at = format!("power cut at call {k}, {stays} % stay");
        let folder = tempfile::tempdir().unwrap();
        let phone = case.phone(folder.path());
        let store = open(&phone);
        arm(Fault::PowerCut, k);
        let answer = case.install(&store);
        drop(store);
        disarm();
        lose(|| random.below(100) < stays).unwrap();
        tally.count(&answer);
        // What was said to be installed is.
        let is_new = answer.is_ok().then_some(true);
        let store = open(&phone);
        case.assert_published(&store, &phone, is_new, &at);
        drop(store);
        case.assert_goes_on(&phone, &at);
    }
    println!("power cut, {stays} % stay, delta: {is_delta}: {tally:?}");
    assert!(tally.refused > 20 && tally.done > 0, "{tally:?}");
}

#[test]
fn a_call_that_fails_leaves_the_old_list_or_the_new_one() {
    one_call_fails(false, Fault::Io);
    one_call_fails(true, Fault::Io);
}

#[test]
fn a_disk_that_fills_up_leaves_the_old_list_or_the_new_one() {
    one_call_fails(false, Fault::NoRoom);
    one_call_fails(true, Fault::NoRoom);
}

#[test]
fn a_write_cut_short_leaves_the_old_list_or_the_new_one() {
    one_call_fails(false, Fault::ShortWrite);
    one_call_fails(true, Fault::ShortWrite);
}

#[test]
fn a_power_cut_leaves_the_old_list_or_the_new_one() {
    for stays in [0, 50] {
        the_power_goes(false, stays);
        the_power_goes(true, stays);
    }
}

/// The same questions find out an installer that records the version apart from the rows.
#[test]
fn power_cuts_find_an_installer_that_commits_twice() {
    let _turn = turn();
    let case = Case::new(false);
    let elsewhere = tempfile::tempdir().unwrap();
    let prepared = case.phone(elsewhere.path());
    case.install(&open(&prepared)).unwrap();
    let install = |phone: &Phone| {
        let facts = &case.new.facts;
        let vfs = Some(name());
        install_in_two(&phone.list(), &prepared.list(), facts, vfs, |_| ())
    };
    let mut wrong = 0;
    for k in 1.. {
        let folder = tempfile::tempdir().unwrap();
        let phone = case.phone(folder.path());
        open(&phone).save_trust(PUBLISHER, &trust(2)).unwrap();
        arm(Fault::PowerCut, k);
        let survived = install(&phone).is_ok();
        disarm();
        lose(|| false).unwrap();
        let state = phone.state_of(&open(&phone), &[&case.old, &case.new]);
        wrong += u64::from(matches!(state, State::Wrong(_)));
        if survived {
            break;
        }
    }
    println!("{wrong} wrong states");
    assert!(wrong > 3, "{wrong} found");
}
