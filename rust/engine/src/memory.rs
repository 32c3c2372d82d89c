//! The recent state and the settings: read from the file, kept while the file does not change, and
//! kept in memory where the file cannot be written.

use std::collections::BTreeMap;

use cleardown_core::{Now, Origin, Policy, PolicyValue, Region, State, change};
use cleardown_store::{LiveRecord, Setting};

use crate::EngineError;
use crate::files::Files;

/// What a decision looks at besides the call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recent {
    pub(crate) state: State,
    pub(crate) policy: Policy,
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
    read: Option<(LiveRecord, Recent)>,
    /// A state that could not be written yet: a full disk must not lose a cool-down.
    unsaved: Option<State>,
}

impl Memory {
    /// State and settings as they are. Where they cannot be read: nothing has happened, and the
    /// protecting defaults.
    pub(crate) fn recent(&mut self, files: &mut Files, region: Region, now: Now) -> &Recent {
        let record = files.read_live();
        let known = matches!((&self.read, &record), (Some((old, _)), Ok(new)) if old == new);
        if !known {
            let record = record.unwrap_or_default();
            let mut recent = understand(&record, region, now);
            if is_broken(&record.state_json) {
                files.live_is_broken();
            }
            if let Some(unsaved) = &self.unsaved {
                recent.state = unsaved.clone();
            }
            self.read = Some((record, recent));
        }
        let (_, recent) = self.read.get_or_insert_default();
        recent
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
        let Recent { mut state, policy } = self.recent(files, region, now).clone();
        let unsaved = self.unsaved.clone();
        let written = files.update_live(|record| {
            let mut state = unsaved.unwrap_or_else(|| read_state(&record.state_json));
            let done = change(&mut state, &policy);
            record.state_json = write_state(&state);
            (done, state)
        });
        self.read = None;
        let done = match (written, save) {
            (Ok((done, written)), _) => {
                self.unsaved = None;
                state = written;
                done
            }
            (Err(error), Save::Must) => return Err(error.into()),
            (Err(error), Save::IfPossible) => {
                files.note(&error);
                let done = change(&mut state, &policy);
                self.unsaved = Some(state.clone());
                done
            }
        };
        files.mark(state.remaining_s(now) > 0);
        Ok(done)
    }

    /// Tries again to write what could not be written, so that the marker file comes back with the
    /// room on the disk.
    pub(crate) fn flush(&mut self, files: &mut Files, region: Region, now: Now) {
        if self.unsaved.is_some() {
            // It stays in memory where it fails again.
            let _ = self.update(files, region, now, Save::IfPossible, |_, _| ());
        }
    }

    /// Writes the settings that differ, all or none.
    ///
    /// # Errors
    /// That they could not be written: then the old ones hold.
    pub(crate) fn set_policy(
        &mut self,
        files: &mut Files,
        old: &Policy,
        new: &Policy,
        origin: Origin,
    ) -> Result<(), EngineError> {
        let before = old.values();
        let changed = new
            .values()
            .into_iter()
            .filter(|value| !before.contains(value));
        let settings: Vec<Setting> = changed
            .map(|(key, value)| Setting {
                key: key.to_owned(),
                value_json: serde_json::to_string(&value).unwrap_or_default(),
                origin: origin_code(origin).to_owned(),
            })
            .collect();
        files.update_live(|record| {
            record.settings.retain(|old| {
                settings
                    .iter()
                    .all(|new| new.key != old.key || new.origin != old.origin)
            });
            record.settings.extend(settings);
        })?;
        self.read = None;
        Ok(())
    }
}

fn understand(record: &LiveRecord, region: Region, now: Now) -> Recent {
    let mut settings = BTreeMap::new();
    // The stronger origin comes last (design §10).
    for origin in [Origin::Person, Origin::Family, Origin::Managed] {
        let set_by_it = record
            .settings
            .iter()
            .filter(|one| one.origin == origin_code(origin));
        settings.extend(set_by_it.filter_map(|one| {
            Some((
                one.key.clone(),
                serde_json::from_str::<PolicyValue>(&one.value_json).ok()?,
            ))
        }));
    }
    let nothing = State::default();
    // What was once taken is not judged again; a value that cannot be read leaves the default.
    let default = Policy::default();
    let taken = change(
        &default,
        &settings,
        Origin::Managed,
        &nothing,
        false,
        region,
        now,
    );
    Recent {
        state: read_state(&record.state_json),
        policy: taken.policy,
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

fn origin_code(origin: Origin) -> &'static str {
    match origin {
        Origin::Person => "person",
        Origin::Family => "family",
        Origin::Managed => "managed",
    }
}
