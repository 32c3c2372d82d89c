//! The recent state and the settings: read from the file, kept while the file does not change, and
//! kept in memory where the file cannot be written.

use std::collections::BTreeMap;

use cleardown_core::{Now, Origin, Policy, PolicyValue, Region, Settings, State};
use cleardown_store::{LiveRecord, Setting};

use crate::EngineError;
use crate::files::Files;

/// What a decision looks at besides the call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recent {
    pub(crate) state: State,
    pub(crate) policy: Policy,
    /// Who set what of the policy.
    pub(crate) settings: Settings,
}

/// Settings of one origin, to be written.
#[derive(Clone, Debug)]
pub(crate) struct Put {
    pub(crate) origin: Origin,
    pub(crate) values: BTreeMap<String, PolicyValue>,
    /// What that origin set besides is dropped.
    pub(crate) replace: bool,
}

/// Whether an answer depends on a change being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Save {
    /// It must be.
    Must,
    /// A failed write changes no answer (design §6).
    IfPossible,
}

/// The last record that was read, understood.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// Whether a call is running by the audio mode, as far as the request says that is answered.
    pub(crate) in_call: bool,
    read: Option<(LiveRecord, Recent)>,
    /// The same with what was scheduled, where the time for that has come.
    settled: Recent,
    /// A state that could not be written yet: a full disk must not lose a cool-down.
    unsaved: Option<State>,
}

impl Memory {
    /// State and settings as they are. Where they cannot be read: nothing has happened, and the
    /// protecting defaults. What was scheduled and is due holds, also where it is not written yet.
    pub(crate) fn recent(&mut self, files: &mut Files, region: Region, now: Now) -> &Recent {
        self.refresh(files, region);
        let (record, recent) = self.read.get_or_insert_default();
        if !recent.state.has_due(self.in_call, now) {
            return recent;
        }
        let (mut state, mut settings) = (recent.state.clone(), record.settings.clone());
        settle(&mut state, &mut settings, self.in_call, now);
        self.settled = understood(state, &settings, region);
        &self.settled
    }

    fn refresh(&mut self, files: &mut Files, region: Region) {
        let record = files.read_live();
        let known = matches!((&self.read, &record), (Some((old, _)), Ok(new)) if old == new);
        if known {
            return;
        }
        let record = record.unwrap_or_default();
        if is_broken(&record.state_json) {
            files.live_is_broken();
        }
        let unsaved = self.unsaved.clone();
        let state = unsaved.unwrap_or_else(|| read_state(&record.state_json));
        let recent = understood(state, &record.settings, region);
        self.read = Some((record, recent));
    }

    /// Changes the state in one step: read, changed and written in one transaction, so that of two
    /// racing calls only one uses a pass. Then brings the marker file in line.
    ///
    /// A change that cannot be written holds in memory, and is written with the next one.
    ///
    /// # Errors
    /// Only for [`Save::Must`]: that the change could not be written; nothing is changed then.
    pub(crate) fn update<T>(
        &mut self,
        files: &mut Files,
        region: Region,
        now: Now,
        save: Save,
        change: impl Fn(&mut State, &Policy) -> T,
    ) -> Result<T, EngineError> {
        let policy = self.recent(files, region, now).policy.clone();
        let (in_call, unsaved) = (self.in_call, self.unsaved.clone());
        let written = files.update_live(|record| {
            let mut state = unsaved.unwrap_or_else(|| read_state(&record.state_json));
            settle(&mut state, &mut record.settings, in_call, now);
            let done = change(&mut state, &policy);
            record.state_json = write_state(&state);
            (done, state)
        });
        let before = self.read.take();
        let (done, state) = match (written, save) {
            (Ok(written), _) => {
                self.unsaved = None;
                written
            }
            (Err(error), Save::Must) => return Err(error.into()),
            (Err(error), Save::IfPossible) => {
                files.note(&error);
                // What was scheduled stays in it, until it can be written among the settings.
                let mut state = before.map(|(_, recent)| recent.state).unwrap_or_default();
                let done = change(&mut state, &policy);
                self.unsaved = Some(state.clone());
                (done, state)
            }
        };
        files.mark(state.remaining_s(now) > 0);
        Ok(done)
    }

    /// Tries again to write what could not be written, so that the marker file comes back with the
    /// room on the disk. Writes what was scheduled and is due.
    pub(crate) fn flush(&mut self, files: &mut Files, region: Region, now: Now) {
        self.refresh(files, region);
        let read = self.read.as_ref();
        let has_due = read.is_some_and(|(_, one)| one.state.has_due(self.in_call, now));
        if self.unsaved.is_some() || has_due {
            // It stays in memory where it fails again.
            let _ = self.update(files, region, now, Save::IfPossible, |_, _| ());
        }
    }

    /// Writes settings and what goes with them in the state, all or nothing.
    ///
    /// # Errors
    /// That they could not be written: then the old ones hold.
    pub(crate) fn set_policy(
        &mut self,
        files: &mut Files,
        new: &Put,
        change: impl FnOnce(&mut State),
    ) -> Result<(), EngineError> {
        let unsaved = self.unsaved.clone();
        files.update_live(|record| {
            put(&mut record.settings, new);
            let mut state = unsaved.unwrap_or_else(|| read_state(&record.state_json));
            change(&mut state);
            record.state_json = write_state(&state);
        })?;
        self.unsaved = None;
        self.read = None;
        Ok(())
    }
}

/// Makes settings of what was scheduled and is due.
fn settle(state: &mut State, settings: &mut Vec<Setting>, in_call: bool, now: Now) {
    for due in state.take_due(in_call, now) {
        let new = Put {
            origin: due.origin(),
            values: due.policy().clone(),
            replace: false,
        };
        put(settings, &new);
    }
}

/// Puts the values of one origin in the place of its old ones.
fn put(settings: &mut Vec<Setting>, new: &Put) {
    let origin = new.origin.code();
    let is_replaced = |key: &str| new.replace || new.values.contains_key(key);
    settings.retain(|old| old.origin != origin || !is_replaced(&old.key));
    settings.extend(new.values.iter().map(|(key, value)| Setting {
        key: key.clone(),
        origin: origin.to_owned(),
        value_json: serde_json::to_string(value).unwrap_or_default(),
    }));
}

fn understood(state: State, all: &[Setting], region: Region) -> Recent {
    let mut settings = Settings::default();
    for one in all {
        let origin = Origin::ALL
            .into_iter()
            .find(|origin| origin.code() == one.origin);
        if let (Some(origin), Ok(value)) = (origin, serde_json::from_str(&one.value_json)) {
            settings.put(origin, one.key.clone(), value);
        }
    }
    Recent {
        state,
        policy: settings.policy(region),
        settings,
    }
}

/// A state that was written, and cannot be read.
fn is_broken(json: &str) -> bool {
    !json.is_empty() && serde_json::from_str::<State>(json).is_err()
}

/// A state that cannot be read is one in which nothing has happened.
fn read_state(json: &str) -> State {
    serde_json::from_str(json).unwrap_or_default()
}

fn write_state(state: &State) -> String {
    serde_json::to_string(state).unwrap_or_default()
}
