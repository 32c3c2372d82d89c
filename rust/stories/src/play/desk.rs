//! The engine of one story, opened over a folder of its own as the app opens it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use cleardown_engine::api::{AtNow, ConfigureRequest, OpenRequest, Origin, PolicyValue, Status};
use cleardown_engine::doors::{Door, StoryRow};
use cleardown_engine::{Engine, EngineError, Region};
use serde_json::{Map, Value};
use tempfile::TempDir;

use super::error::PlayError;
use super::phone::Phone;
use super::watch::{NoAnswer, Watchdog};
use crate::format::{ListRow, Story};

/// The phone, the engine and what lies between them.
pub(super) struct Desk {
    pub(super) phone: Phone,
    pub(super) region: Region,
    engine: Option<Arc<Engine>>,
    watchdog: Watchdog,
    folder: TempDir,
    rows: Vec<StoryRow>,
    /// Faults inside the engine that hold; they survive its reopening.
    pub(super) engine_faults: Vec<Door>,
}

impl Desk {
    /// Opens the engine in a new folder, installs the story's list and sets its policy.
    pub(super) fn open(story: &Story) -> Result<Self, PlayError> {
        let region = Region::from_iso(&story.region).ok_or_else(|| PlayError::Region {
            region: story.region.clone(),
        })?;
        let mut desk = Desk {
            phone: Phone::new(region, story.contacts.as_deref()),
            region,
            engine: None,
            watchdog: Watchdog::default(),
            folder: tempfile::Builder::new()
                .prefix("cleardown-story-")
                .tempdir()?,
            rows: story.list.iter().map(row).collect::<Result<_, _>>()?,
            engine_faults: Vec::new(),
        };
        desk.reopen()?;
        desk.install_lists()?;
        desk.set_up(story)?;
        Ok(desk)
    }

    /// The folder that is readable before the first unlock.
    pub(super) fn device_dir(&self) -> PathBuf {
        self.folder.path().join("device")
    }

    /// The engine is closed, as when the app's process ends.
    pub(super) fn close(&mut self) {
        if let Some(engine) = &self.engine {
            // Only wakes what hangs; what fails here fails again, and is seen, after reopening.
            let _ = engine.door(&Door::None);
        }
        self.watchdog.settle();
        self.engine = None;
    }

    /// The engine is opened anew, as when the app's process starts. Faults inside it go on.
    pub(super) fn reopen(&mut self) -> Result<(), PlayError> {
        self.close();
        let request = OpenRequest {
            device_dir: self.device_dir(),
            credential_dir: Some(self.folder.path().join("credential")),
            region: self.region,
            now: self.phone.now(),
            publishers: Vec::new(),
        };
        let engine = Engine::open(&request);
        for door in &self.engine_faults {
            engine.door(door)?;
        }
        self.engine = Some(Arc::new(engine));
        Ok(())
    }

    /// Opens a door of the running engine.
    pub(super) fn door(&mut self, door: &Door) -> Result<(), PlayError> {
        if let Some(engine) = &self.engine {
            engine.door(door)?;
        }
        if matches!(door, Door::None) {
            self.watchdog.settle();
        }
        Ok(())
    }

    /// Puts the bundled list there, and over it the story's own rows, by the ordinary path.
    pub(super) fn install_lists(&mut self) -> Result<(), PlayError> {
        let now = self.phone.now();
        if self.rows.is_empty() {
            return match self.ask(move |engine| engine.maintain(&AtNow { now })) {
                Ok(_) => Ok(()),
                Err(why) => Err(PlayError::Engine(format!("its list: {why}"))),
            };
        }
        self.door(&Door::InstallList {
            rows: self.rows.clone(),
        })
    }

    /// Asks the engine under the watchdog.
    pub(super) fn ask<T: Send + 'static>(
        &mut self,
        question: impl FnOnce(&Engine) -> Result<T, EngineError> + Send + 'static,
    ) -> Result<T, NoAnswer> {
        let hangs = self.hangs();
        match &self.engine {
            Some(engine) => self.watchdog.ask(engine, hangs, question),
            None => Err(NoAnswer::Late),
        }
    }

    /// What the screens show; `None` where the engine has a fault that keeps it from answering.
    pub(super) fn status(&mut self) -> Option<Status> {
        let now = self.phone.now();
        let hangs = self.hangs();
        (!hangs).then(|| self.ask(move |engine| engine.status(&AtNow { now })).ok())?
    }

    fn hangs(&self) -> bool {
        self.engine_faults
            .iter()
            .any(|door| matches!(door, Door::Slow))
    }

    fn set_up(&mut self, story: &Story) -> Result<(), PlayError> {
        let mut policy = settings(&story.policy);
        let contacts = story.contacts.iter().flatten();
        let mut trusted: Vec<String> = contacts
            .filter(|contact| contact.trusted)
            .map(|contact| contact.number.clone())
            .collect();
        if let Some(PolicyValue::List(more)) = policy.remove("trusted_contacts") {
            trusted.extend(more);
        }
        policy.insert("trusted_contacts".into(), PolicyValue::List(trusted));
        let now = self.phone.now();
        let request = ConfigureRequest {
            now,
            origin: Origin::Person,
            in_call: false,
            policy,
            at_ms: None,
            cancel_scheduled: false,
            replace: false,
            others: Vec::new(),
        };
        match self.ask(move |engine| engine.configure(&request)) {
            Ok(answer) if answer.accepted => Ok(()),
            Ok(_) => Err(PlayError::Engine("its policy was not taken".into())),
            Err(why) => Err(PlayError::Engine(format!("its policy: {why}"))),
        }
    }
}

/// Configuration keys as the engine takes them.
pub(super) fn settings(policy: &Map<String, Value>) -> BTreeMap<String, PolicyValue> {
    let value = |value: &Value| serde_json::from_value(value.clone()).ok();
    policy
        .iter()
        .filter_map(|(key, found)| Some((key.clone(), value(found)?)))
        .collect()
}

fn row(row: &ListRow) -> Result<StoryRow, PlayError> {
    serde_json::from_value(serde_json::json!({
        "number": row.number,
        "organisation": row.organisation,
        "line": row.line.clone().unwrap_or_default(),
        "kind": row.kind,
        "calls_out": row.calls_out,
        "confidence": row.confidence,
        "ring": row.ring,
    }))
    .map_err(|error| PlayError::ListRow {
        organisation: row.organisation.clone(),
        what: error.to_string(),
    })
}
