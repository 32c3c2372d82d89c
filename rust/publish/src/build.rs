//! The next version of the list, unsigned.

use std::collections::BTreeMap;

use cleardown_core::CallsOut;
use cleardown_list::{DeltaText, Finding, List, Meta, Severity, pack, write_delta, write_text};
use cleardown_list::{FORMAT, MOST_DELTA_BYTES, MOST_GZ_BYTES, MOST_TEXT_BYTES};
use serde::Serialize;

use crate::history::{FULL, Version, history};
use crate::metadata::{About, Base, Hashes, SPECIFICATION, Target, Targets};
use crate::signing::is_signed;
use crate::tables::Refused;
use crate::{Config, Envelope, Folder, Problem, Role, Tables, files, provenance, time};

/// How to build.
#[derive(Clone, Copy, Debug, Default)]
pub struct BuildOptions {
    /// The time, in seconds since 1970.
    pub now_s: i64,
    /// Whether many new numbers of the class `never` are meant.
    pub bulk: bool,
    /// Whether to sign the same list for longer.
    pub renew: bool,
}

/// What was built.
#[derive(Clone, Debug, Serialize)]
pub struct Built {
    /// Version of the list.
    pub list: u64,
    /// Whether its rows differ from the published ones.
    pub changed: bool,
    /// How many numbers.
    pub rows: usize,
    /// How many short codes.
    pub codes: usize,
    /// SHA-256 of the full text.
    pub sha256: String,
    /// Every file and its size in bytes.
    pub files: BTreeMap<String, u64>,
}

/// New `never` rows that phones take at once without the bulk flag: this many, or one in a hundred
/// of the list before if that is more.
const NEVER_AT_ONCE: usize = 50;

/// Checks the tables and stages the next version of the list: the full text, deltas from the
/// versions before where they are smaller than half of it, the provenance, and the targets, to be
/// signed. `tell` hears what is being done.
///
/// # Errors
/// `nothing_changed`, `bulk_needed`, `too_large`; findings; those of files
pub fn build(
    folder: &Folder,
    options: BuildOptions,
    tell: &mut dyn FnMut(&str),
) -> Result<Built, Refused> {
    let config = folder.config()?;
    tell("checking the tables");
    let tables = Tables::read(&folder.tables())?;
    let mut list = read(&tables, &config, options.now_s)?;
    let text = write_text(&list);
    let sha256 = Hashes::of(&text).sha256;

    let published = history(folder)?;
    let before = published.last_key_value().map(|(_, version)| version);
    let changed = before.is_none_or(|before| before.about().sha256 != sha256);
    let last = before.map_or(0, |before| before.about().list);
    let mut bulk = before.map_or(0, |before| before.about().bulk);
    if changed {
        list = with_version(list, last + 1)?;
        if is_bulk(folder, before, &list, options)? {
            bulk = list.meta().version;
        }
    } else {
        list = with_version(list, last)?;
        check_renewal(folder, before, &config, options)?;
    }

    let mut made = BTreeMap::from([(FULL.to_owned(), (pack(&text), None))]);
    let full_size = made[FULL].0.len();
    check_size("the list", full_size as u64, MOST_GZ_BYTES)?;
    check_size("the list's text", text.len() as u64, MOST_TEXT_BYTES)?;
    let older = published
        .values()
        .rev()
        .filter(|one| one.about().list < list.meta().version);
    for version in older.take(config.deltas) {
        let base = version.about();
        tell(&format!("the difference from version {}", base.list));
        let delta = delta(&version.list(folder)?, &list)?;
        if let Some(packed) = delta.filter(|packed| packed.len() * 2 < full_size) {
            let custom = Base {
                base: base.list,
                base_sha256: base.sha256.clone(),
            };
            made.insert(
                format!("delta-{}.txt.gz", base.list),
                (packed, Some(custom)),
            );
        }
    }
    let sources = pack(&provenance::write(&tables)?);
    made.insert("provenance.csv.gz".to_owned(), (sources, None));

    let about = about_list(&list, &config, &text, bulk, options.now_s);
    let files = made
        .iter()
        .map(|(name, (bytes, _))| (name.clone(), bytes.len() as u64));
    let built = Built {
        list: about.list,
        changed,
        rows: list.rows().len(),
        codes: list.codes().len(),
        sha256,
        files: files.collect(),
    };
    stage(folder, &config, made, about, options.now_s)?;
    Ok(built)
}

/// The list that the tables hold. Warnings do not hinder.
fn read(tables: &Tables, config: &Config, now_s: i64) -> Result<List, Refused> {
    let meta = Meta {
        publisher: config.publisher.clone(),
        title: config.title.clone(),
        version: 1,
        issued_ms: now_s * 1_000,
    };
    let list = List::from_csv(&tables.numbers, tables.codes.as_deref(), meta);
    list.map_err(|found| {
        let is_error = |one: &Finding| one.severity == Severity::Error;
        Refused::Findings(found.into_iter().filter(is_error).collect())
    })
}

fn with_version(list: List, version: u64) -> Result<List, Problem> {
    let meta = Meta {
        version,
        ..list.meta().clone()
    };
    List::new(meta, list.rows().to_vec(), list.codes().to_vec())
        .map_err(|error| Problem::damaged("the list", error))
}

/// Whether the list brings so many new numbers of the class `never` that phones wait for the
/// publisher's word that they are meant.
fn is_bulk(
    folder: &Folder,
    before: Option<&Version>,
    list: &List,
    options: BuildOptions,
) -> Result<bool, Problem> {
    // A phone's first list of a publisher is taken as it is.
    let Some(before) = before else {
        return Ok(false);
    };
    let before = before.list(folder)?;
    let is_never = |list: &List, number| {
        list.row(number)
            .is_some_and(|row| row.listing.calls_out == CallsOut::Never)
    };
    let numbers = list.rows().iter().map(|row| row.number);
    let new = numbers.filter(|number| is_never(list, *number) && !is_never(&before, *number));
    let (new, most) = (new.count(), NEVER_AT_ONCE.max(before.rows().len() / 100));
    if new > most && !options.bulk {
        return Err(Problem::new(
            "bulk_needed",
            format!(
                "{new} numbers would newly be called fakes whenever they ring; phones take {most} \
                 at once."
            ),
            "Look at `cleardown list diff`. If all of them are meant, build with --bulk.",
        ));
    }
    Ok(new > most)
}

/// The same list is signed again only if that is asked for, or needed after a change of keys or
/// settings.
fn check_renewal(
    folder: &Folder,
    before: Option<&Version>,
    config: &Config,
    options: BuildOptions,
) -> Result<(), Problem> {
    let Some(about) = before.map(Version::about) else {
        return Ok(());
    };
    let settings = about.title == config.title && about.wait_s == config.wait_s;
    let signed = match folder.current(Role::Targets)? {
        Some(current) => is_signed(folder, Role::Targets, &current, config)?,
        None => false,
    };
    if options.renew || !settings || !signed {
        return Ok(());
    }
    Err(Problem::new(
        "nothing_changed",
        format!("The tables hold what version {} holds already.", about.list),
        "Change a row first. To sign the same list for longer: cleardown list build --renew.",
    ))
}

/// A packed delta, proved by applying it; `None` where it is too large for phones.
fn delta(old: &List, new: &List) -> Result<Option<Vec<u8>>, Problem> {
    let text = write_delta(old, new);
    if text.len() as u64 > MOST_DELTA_BYTES {
        return Ok(None);
    }
    let packed = pack(&text);
    let failed = |error| Problem::damaged("a difference between two versions", error);
    let applied = DeltaText::parse(text)
        .map_err(failed)?
        .apply(old, new.meta().clone());
    applied.map_err(failed)?;
    Ok(Some(packed))
}

fn check_size(what: &str, bytes: u64, most: u64) -> Result<(), Problem> {
    if bytes <= most {
        return Ok(());
    }
    Err(Problem::new(
        "too_large",
        format!("{what} has {bytes} bytes; phones take {most}."),
        "Split it between several publishers.",
    ))
}

/// What is signed of a list. `bulk` is the version of the newest agreed mass change, 0 for none.
pub(crate) fn about_list(
    list: &List,
    config: &Config,
    text: &[u8],
    bulk: u64,
    now_s: i64,
) -> About {
    About {
        format: u64::from(FORMAT),
        oldest_client: 1,
        publisher: config.publisher.clone(),
        title: config.title.clone(),
        list: list.meta().version,
        issued: time::text_of(now_s),
        rows: list.rows().len() as u64,
        codes: list.codes().len() as u64,
        sha256: Hashes::of(text).sha256,
        bytes: text.len() as u64,
        wait_s: config.wait_s,
        bulk,
    }
}

/// Puts the files in place, the targets last: with them a version counts as staged.
fn stage(
    folder: &Folder,
    config: &Config,
    made: BTreeMap<String, (Vec<u8>, Option<Base>)>,
    about: About,
    now_s: i64,
) -> Result<(), Problem> {
    for role in [Role::Timestamp, Role::Snapshot, Role::Targets] {
        folder.unstage(role)?;
    }
    for name in files::names(&folder.staged_targets())? {
        files::remove(&folder.staged_targets().join(name))?;
    }
    let mut targets = BTreeMap::new();
    for (name, (bytes, custom)) in made {
        let hashes = Hashes::of(&bytes);
        let file = format!("{}.{name}", hashes.sha256);
        files::write(&folder.staged_targets().join(file), &bytes)?;
        let length = bytes.len() as u64;
        let target = Target {
            length,
            hashes,
            custom,
        };
        targets.insert(name, target);
    }
    let before = folder
        .current(Role::Targets)?
        .map_or(0, |current| current.version());
    folder.save_config(config)?;
    let targets = Targets {
        kind: Role::Targets,
        spec_version: SPECIFICATION.to_owned(),
        version: before + 1,
        expires: time::text_of(now_s + config.days(Role::Targets) * time::DAY_S),
        targets,
        cleardown: about,
    };
    folder.stage(Role::Targets, &Envelope::new(&targets))
}
