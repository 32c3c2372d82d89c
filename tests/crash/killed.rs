//! A phone whose installer is killed, again and again, holds exactly one version that was
//! published: the one before or the new one.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::io::Read;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use cleardown_crash::{Edition, PUBLISHER, Phone, Published, Random, State, trust};
use cleardown_store::Store;

const KILLS: u64 = 1_000;
/// How often the wrong way has to be found out.
const FOUND: usize = 3;
const ROWS: u64 = 2_000;

/// What became of the kills: how far the installer was, and what the phone held afterwards.
#[derive(Debug, Default)]
struct Tally {
    kills: u64,
    /// By the last letter that the installer said.
    steps: BTreeMap<char, u64>,
    old: u64,
    new: u64,
    /// Between the beginning of the transaction and the end of the checkpoint: old and new.
    between: [u64; 2],
    wrong: Vec<String>,
}

#[test]
fn a_killed_installation_leaves_the_old_list_or_the_new_one() {
    let lanes = thread::scope(|scope| {
        let lanes = [1, 2].map(|seed| {
            scope.spawn(move || Lane::new(seed).run(KILLS / 2, &["full", "delta"], usize::MAX))
        });
        lanes.map(|lane| lane.join().unwrap())
    });
    let tally = sum(lanes);
    println!("{tally:#?}");
    assert_eq!(tally.wrong, [""; 0]);
    assert_eq!(tally.kills, KILLS);
    let [old, new] = tally.between;
    assert!(old + new >= KILLS * 3 / 10, "too few kills hit the work");
    assert!(tally.old.min(tally.new) >= KILLS / 10, "one outcome only");
    assert!(
        old.min(new) >= (old + new) / 10,
        "one outcome only in between"
    );
}

/// The same questions find out an installer that records the version apart from the rows.
#[test]
fn the_same_kills_find_an_installer_that_commits_twice() {
    let tally = Lane::new(3).run(KILLS, &["two"], FOUND);
    println!("{tally:#?}");
    assert!(tally.wrong.len() >= FOUND, "{KILLS} kills did not find it");
}

fn sum(lanes: [Tally; 2]) -> Tally {
    let mut sum = Tally::default();
    for lane in lanes {
        sum.kills += lane.kills;
        sum.old += lane.old;
        sum.new += lane.new;
        sum.between = [0, 1].map(|at| sum.between[at] + lane.between[at]);
        sum.wrong.extend(lane.wrong);
        for (step, kills) in lane.steps {
            *sum.steps.entry(step).or_default() += kills;
        }
    }
    sum
}

/// A phone and its publisher.
struct Lane {
    random: Random,
    phone: Phone,
    published: Published,
    old: Edition,
    new: Edition,
    folder: tempfile::TempDir,
}

/// Between two steps of an installation.
#[derive(Clone, Copy)]
struct Stretch {
    from: char,
    lasts: Duration,
}

impl Stretch {
    /// Learns from a kill whether it came before the next step. A machine that has other work, too, is
    /// not always as fast as when it was measured: about every fourth kill is to come too late.
    fn learn(&mut self, was_before: bool) {
        self.lasts = self.lasts.mul_f64(if was_before { 1.05 } else { 0.86 });
    }
}

impl Lane {
    fn new(seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let phone = Phone::at(folder.path());
        let [old, new] = [1, 2].map(|version| Edition::new(version, ROWS));
        let store = Store::open(&phone.dirs).store;
        store.install(&old.full(), false).unwrap();
        store.save_trust(PUBLISHER, &trust(1)).unwrap();
        let published = Published::at(folder.path());
        let this = Self {
            random: Random(seed),
            phone,
            published,
            old,
            new,
            folder,
        };
        this.publish();
        this
    }

    /// So many kills, or until `enough` has gone wrong.
    fn run(mut self, kills: u64, ways: &[&str], enough: usize) -> Tally {
        let mut tally = Tally::default();
        let mut paces: Vec<_> = ways.iter().map(|way| self.pace(way)).collect();
        for at in 0..kills {
            if tally.wrong.len() >= enough {
                break;
            }
            let way = usize::try_from(at).unwrap() % ways.len();
            let step = self.kill(ways[way], &mut paces[way]);
            tally.kills += 1;
            *tally.steps.entry(step).or_default() += 1;
            match self.phone.state(&[&self.old, &self.new]) {
                State::Published(place) => {
                    let is_new = place == 1;
                    let fits = match step {
                        'r' => !is_new,
                        'b' => !is_new || ways[way] == "two",
                        'w' => true,
                        _ => is_new,
                    };
                    if !fits {
                        tally
                            .wrong
                            .push(format!("after {step}: is it new? {is_new}"));
                    }
                    tally.old += u64::from(!is_new);
                    tally.new += u64::from(is_new);
                    if matches!(step, 'b' | 'w' | 'c') {
                        tally.between[place] += 1;
                    }
                    if is_new {
                        self.go_on();
                    }
                }
                State::Wrong(wrong) => {
                    tally.wrong.push(format!("after {step}: {wrong}"));
                    self.begin_anew();
                }
            }
        }
        // Every page is sound as well, and nothing has to be repaired.
        let store = Store::open(&self.phone.dirs).store;
        tally.wrong.extend(
            store
                .repair(1, &self.old.full())
                .into_iter()
                .map(|one| one.text),
        );
        tally
    }

    /// Installs undisturbed, to warm up and then to measure.
    fn pace(&mut self, way: &str) -> Vec<Stretch> {
        let steps: &[char] = match way {
            "two" => &['b', 'c'],
            _ => &['b', 'w', 'c', 'm'],
        };
        let mut stretches = Vec::new();
        for _ in 0..3 {
            let mut installer = self.start(way);
            let times = steps.iter().map(|step| {
                installer.wait_for(*step);
                Instant::now()
            });
            let times: Vec<Instant> = times.collect();
            installer.wait_for('d');
            installer.kill();
            let lasts = times.windows(2).map(|pair| pair[1] - pair[0]);
            let stretch = |(from, lasts): (&char, _)| Stretch { from: *from, lasts };
            stretches = steps.iter().zip(lasts).map(stretch).collect();
            self.go_on();
        }
        stretches
    }

    /// Starts an installer and kills it, in any of the stretches or soon after. Gives the last step
    /// that it came to.
    fn kill(&mut self, way: &str, stretches: &mut [Stretch]) -> char {
        let which = self.random.below(stretches.len() as u64);
        let stretch = &mut stretches[usize::try_from(which).unwrap()];
        let delay = stretch.lasts.mul_f64(self.random.share());
        let mut installer = self.start(way);
        installer.wait_for(stretch.from);
        wait_until(Instant::now() + delay);
        let last = installer.kill();
        stretch.learn(last == stretch.from);
        last
    }

    fn start(&self, way: &str) -> Installer {
        if way == "two" {
            self.prepare();
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_installer"))
            .args([self.folder.path(), self.folder.path()])
            .args([&self.new.facts.version.to_string(), way])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Installer {
            said: child.stdout.take().unwrap(),
            last: ' ',
            child,
        }
    }

    fn go_on(&mut self) {
        let next = Edition::new(self.new.facts.version + 1, ROWS);
        self.old = std::mem::replace(&mut self.new, next);
        self.publish();
    }

    /// After a state that nobody published.
    fn begin_anew(&mut self) {
        self.go_on();
        let store = Store::open(&self.phone.dirs).store;
        store.install(&self.new.full(), false).unwrap();
        store
            .save_trust(PUBLISHER, &trust(self.new.facts.version))
            .unwrap();
        self.go_on();
    }

    fn publish(&self) {
        self.published.add(&self.new, &self.old).unwrap();
    }

    /// For the wrong way: a file that holds the new version already.
    fn prepare(&self) {
        let elsewhere = Phone::at(&self.folder.path().join("elsewhere"));
        let store = Store::open(&elsewhere.dirs).store;
        store.install(&self.new.full(), false).unwrap();
        drop(store);
        let file = self.published.database(self.new.facts.version);
        std::fs::copy(elsewhere.list(), file).unwrap();
    }
}

struct Installer {
    child: Child,
    said: ChildStdout,
    last: char,
}

impl Installer {
    /// Waits until it comes to this step.
    fn wait_for(&mut self, step: char) {
        while self.last != step {
            assert!(self.listen(), "the installer failed after `{}`", self.last);
        }
    }

    /// Kills it. Gives the last step that it came to.
    fn kill(mut self) -> char {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        while self.listen() {}
        self.last
    }

    fn listen(&mut self) -> bool {
        let mut letter = [0];
        let some = self.said.read(&mut letter).unwrap() == 1;
        if some {
            self.last = letter[0].into();
        }
        some
    }
}

/// Sleeping is too coarse for what takes a millisecond.
fn wait_until(then: Instant) {
    let left = then.saturating_duration_since(Instant::now());
    thread::sleep(left.saturating_sub(Duration::from_millis(1)));
    while Instant::now() < then {
        std::hint::spin_loop();
    }
}
