//! `cleardown list verify`: what a phone that knows nothing yet makes of a published list.

use cleardown_engine::api::{
    Now, OpenRequest, PublisherConfig, PublisherResult, SyncAnswer, SyncBy, SyncEvent, SyncFetch,
    SyncOutcome, SyncRequest,
};
use cleardown_engine::sync::What;
use cleardown_engine::{Engine, Region};
use cleardown_list::{Sha256, hex};
use serde_json::{Value, json};

use super::Place;
use super::source::Source;
use crate::args::VerifyArgs;
use crate::http::Fetched;
use crate::progress::Progress;

/// Fetches a published list as a phone does, then every other file that it names. True where the
/// phone took it and every file is what was signed.
pub fn run(place: &Place, args: &VerifyArgs) -> Result<bool, String> {
    let source = Source::of(&args.place);
    let root = match &args.root {
        Some(file) => std::fs::read_to_string(file)
            .map_err(|error| format!("{}: {error}. Name the root file.", file.display()))?,
        None => {
            let first = source.text("metadata/1.root.json")?;
            eprintln!(
                "Trusting the first root found there: compare its hash with the publisher's."
            );
            first
        }
    };
    let anchor = hex(&Sha256::of(root.as_bytes()));
    let phone = Phone::new(&source, root, place.now_s)?;
    let taken = phone.sync()?;
    let wrong = match taken.targets.as_ref().filter(|_| taken.is_fine()) {
        Some(targets) => wrong_files(&source, targets)?,
        None => Vec::new(),
    };
    let is_fine = taken.is_fine() && wrong.is_empty();
    let result = &taken.result;
    if args.json {
        let all = json!({ "taken": result, "root_sha256": anchor, "wrong_files": wrong });
        println!("{all:#}");
        return Ok(is_fine);
    }
    println!("root   {anchor}");
    match (&result.text, result.version, result.numbers) {
        (None, Some(version), Some(numbers)) => {
            println!(
                "list   {} {version}: {numbers} numbers; a phone takes it",
                result.id
            );
        }
        (text, ..) => {
            let text = text.as_deref().unwrap_or("nothing was installed");
            println!("list   {}: a phone refuses it: {text}", result.id);
        }
    }
    for file in &wrong {
        println!("wrong  {file}");
    }
    Ok(is_fine)
}

/// The engine of a new phone, and where it fetches.
struct Phone<'a> {
    source: &'a Source,
    engine: Engine,
    now: Now,
    // Goes away with the phone.
    _folder: tempfile::TempDir,
}

/// How it went.
struct Taken {
    result: PublisherResult,
    targets: Option<Value>,
}

impl Taken {
    fn is_fine(&self) -> bool {
        matches!(
            self.result.outcome,
            SyncOutcome::Updated | SyncOutcome::Current
        )
    }
}

impl<'a> Phone<'a> {
    fn new(source: &'a Source, root: String, now_s: i64) -> Result<Self, String> {
        let about = about(source)?;
        let text = |name: &str| about[name].as_str().unwrap_or_default().to_owned();
        let folder = tempfile::tempdir().map_err(|error| format!("a temporary folder: {error}"))?;
        let now = Now {
            wall_ms: now_s * 1_000,
            elapsed_ms: 0,
            boot: 1,
        };
        let engine = Engine::open(&OpenRequest {
            device_dir: folder.path().to_owned(),
            credential_dir: None,
            region: Region::from_iso("GB").ok_or("the region is unknown")?,
            now,
            publishers: vec![PublisherConfig {
                id: text("publisher"),
                title: text("title"),
                url: source.base().to_owned(),
                root,
            }],
        });
        Ok(Self {
            source,
            engine,
            now,
            _folder: folder,
        })
    }

    fn sync(&self) -> Result<Taken, String> {
        let mut targets = None;
        let start = SyncEvent::Start {
            by: SyncBy::Person,
            random: 0,
        };
        let mut answer = self.ask(start, &[])?;
        loop {
            let fetch = match answer {
                SyncAnswer::Fetch(fetch) => fetch,
                SyncAnswer::Done(done) => {
                    let result = done.publishers.into_iter().next();
                    let result = result.ok_or("The phone asked nobody.")?;
                    return Ok(Taken { result, targets });
                }
            };
            let fetched = self.fetch(&fetch);
            if let (What::Targets, Fetched::Body(bytes)) = (fetch.what, &fetched) {
                targets = serde_json::from_slice(bytes).ok();
            }
            let id = fetch.id;
            answer = match fetched {
                Fetched::Body(bytes) => self.ask(got(id, 200), &bytes)?,
                Fetched::Status(status) => self.ask(got(id, status), &[])?,
                Fetched::Failed(why) => self.ask(SyncEvent::Failed { id, why }, &[])?,
            };
        }
    }

    fn fetch(&self, fetch: &SyncFetch) -> Fetched {
        let name = fetch
            .url
            .strip_prefix(self.source.base())
            .unwrap_or(&fetch.url);
        let mut bar = Progress::new(name, fetch.most_bytes);
        self.source
            .get(name, fetch.most_bytes, &mut |bytes| bar.show(bytes))
    }

    fn ask(&self, event: SyncEvent, body: &[u8]) -> Result<SyncAnswer, String> {
        let now = self.now;
        let answer = self.engine.sync(&SyncRequest { now, event }, body);
        answer.map_err(|error| error.to_string())
    }
}

fn got(id: u64, status: u16) -> SyncEvent {
    SyncEvent::Got {
        id,
        status,
        retry_after_s: None,
    }
}

/// What the newest targets say of the list. Nothing is checked yet: a phone knows the publisher's
/// short name beforehand, we look it up.
fn about(source: &Source) -> Result<Value, String> {
    let pin = |file: &Value, named: &str| file["signed"]["meta"][named]["version"].clone();
    let timestamp = source.json("metadata/timestamp.json")?;
    let snapshot = pin(&timestamp, "snapshot.json");
    let snapshot = source.json(&format!("metadata/{snapshot}.snapshot.json"))?;
    let targets = pin(&snapshot, "targets.json");
    let targets = source.json(&format!("metadata/{targets}.targets.json"))?;
    Ok(targets["signed"]["cleardown"].clone())
}

/// The files that are not there, or not as signed.
fn wrong_files(source: &Source, targets: &Value) -> Result<Vec<String>, String> {
    let files = targets["signed"]["targets"].as_object();
    let files = files.ok_or("The targets name no files.")?;
    let mut wrong = Vec::new();
    for (name, about) in files {
        let hash = about["hashes"]["sha256"].as_str().unwrap_or_default();
        let length = about["length"].as_u64().unwrap_or_default();
        let mut bar = Progress::new(name, length);
        let path = format!("targets/{hash}.{name}");
        let is_right = match source.get(&path, length, &mut |bytes| bar.show(bytes)) {
            Fetched::Body(bytes) => {
                bytes.len() as u64 == length && hex(&Sha256::of(&bytes)) == hash
            }
            Fetched::Status(_) | Fetched::Failed(_) => false,
        };
        if !is_right {
            wrong.push(path);
        }
    }
    Ok(wrong)
}
