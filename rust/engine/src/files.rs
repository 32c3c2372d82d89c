//! The store and the bundled list, as the engine uses them.

use std::ops::RangeInclusive;
use std::sync::Arc;

use cleardown_core::{
    Alert, CallId, Caller, E164, Kind, Listing, LiveCall, Now, Reason, Region, ShortCode, Verdict,
};
use cleardown_list::{CodeListing, bundled_code, bundled_lookup, display_quick};
use cleardown_store::{CallRecord, Dirs, LiveRecord, Note, Store, StoreError, Trouble};

use crate::EngineError;
use crate::api::{CallNote, HealthEvent, HistoryEntry, ListInfo, OpenRequest, TroubleText};

/// What the lists say of a number or code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lookup {
    /// One per publisher that lists it, the heaviest first.
    pub(crate) listings: Vec<Listing>,
    /// The number as a person writes it.
    pub(crate) display: Option<String>,
    /// The listing is of a code that belongs to several kinds of organisation.
    pub(crate) kind_unknown: bool,
}

/// The files, and what was found wrong with them.
#[derive(Debug)]
pub(crate) struct Files {
    store: Arc<Store>,
    region: Region,
    /// What failed since the store was opened, and is not among its own troubles.
    noted: Vec<Trouble>,
}

/// Nobody goes without a call for so long: more likely the clock is wrong. 400 days, milliseconds.
const CLOCK_IS_WRONG_MS: i64 = 400 * 24 * 60 * 60 * 1000;

/// Most calls that the history shows.
const MOST_CALLS: u32 = 1000;

impl Files {
    pub(crate) fn open(request: &OpenRequest) -> Self {
        let store = Arc::new(Store::open(&dirs(request)).store);
        Self {
            store,
            region: request.region,
            noted: Vec::new(),
        }
    }

    /// The folder of the history can be read now.
    pub(crate) fn unlocked(&mut self, request: &OpenRequest) {
        if let Some(folder) = dirs(request).credential {
            self.store.attach_credential(&folder);
        }
    }

    /// What the installed lists say of a number.
    ///
    /// # Errors
    /// That a list could not be read.
    pub(crate) fn lookup(&mut self, number: E164) -> Result<Lookup, StoreError> {
        let found = self.store.lookup(number);
        match found.trouble {
            None => Ok(self.found(number, found.listings)),
            Some(error) => Err(error),
        }
    }

    /// The same, with the answer of the list that came with the app where the lists are broken.
    pub(crate) fn lookup_or_bundled(&mut self, number: E164) -> Lookup {
        let mut found = self.store.lookup(number);
        if let Some(error) = &found.trouble {
            self.note(error);
            found.listings.extend(bundled_lookup(number));
        }
        self.found(number, found.listings)
    }

    /// What the lists say of a short code. What the decision needs of it, it knows without.
    pub(crate) fn lookup_code(&mut self, code: &ShortCode) -> Lookup {
        let mut found = self.store.lookup_code(code.as_str());
        if let Some(error) = &found.trouble {
            self.note(error);
            found.listings.extend(bundled_code(code.as_str()));
        }
        let kind_unknown = found.listings.first().is_some_and(|one| one.kind.is_none());
        let listings = heaviest_first(found.listings.into_iter().map(listing_of_code).collect());
        Lookup {
            listings,
            display: Some(code.as_str().to_owned()),
            kind_unknown,
        }
    }

    pub(crate) fn list_info(&mut self) -> Option<ListInfo> {
        let lists = self.store.lists();
        let newest = lists.iter().max_by_key(|info| info.issued_ms)?;
        Some(ListInfo {
            numbers: lists.iter().map(|info| info.numbers).sum(),
            version: newest.version,
            issued_ms: newest.issued_ms,
            bundled: lists.iter().all(|info| info.bundled),
        })
    }

    pub(crate) fn read_live(&mut self) -> Result<LiveRecord, StoreError> {
        let record = self.store.read_live();
        if let Err(error) = &record {
            self.note(error);
        }
        record
    }

    pub(crate) fn update_live<T>(
        &mut self,
        change: impl FnOnce(&mut LiveRecord) -> T,
    ) -> Result<T, StoreError> {
        self.store.update_live(change)
    }

    /// What the file holds cannot be understood: it is to be set aside.
    pub(crate) fn live_is_broken(&self) {
        self.store.mark_live_broken();
    }

    /// Puts the marker file there, or takes it away. Where that fails, calls are placed.
    pub(crate) fn mark(&mut self, armed: bool) {
        if armed == self.store.is_armed() {
            return;
        }
        let marked = if armed {
            self.store.arm_marker()
        } else {
            self.store.disarm_marker()
        };
        if let Err(error) = marked {
            self.note(&error);
        }
    }

    /// Keeps a failure for the health page, once.
    pub(crate) fn note(&mut self, error: &StoreError) {
        let trouble = Trouble::from(error);
        if !self.noted.contains(&trouble) {
            self.noted.push(trouble);
        }
    }

    /// What does not work, each thing once.
    pub(crate) fn troubles(&self) -> Vec<TroubleText> {
        let mut troubles = self.store.troubles();
        let noted = self
            .noted
            .iter()
            .filter(|one| !troubles.contains(one))
            .cloned();
        let noted: Vec<Trouble> = noted.collect();
        troubles.extend(noted);
        troubles.iter().map(TroubleText::from).collect()
    }

    /// The store itself, for work that takes longer than a call may wait.
    pub(crate) fn store(&self) -> Arc<Store> {
        Arc::clone(&self.store)
    }

    /// Drops calls older than so many days, and what was noted before a repair.
    pub(crate) fn after_repair(&mut self, days: u32, now: Now) -> Result<(), EngineError> {
        self.noted.clear();
        let newest = self
            .store
            .calls(1)?
            .first()
            .map_or(now.wall_ms, |call| call.at_ms);
        // A clock that is years ahead must not wipe out the history.
        if now.wall_ms.saturating_sub(newest) < CLOCK_IS_WRONG_MS {
            self.store.prune_calls(now.wall_ms, days)?;
        }
        Ok(())
    }

    /// The highest number of a call in the history: numbers are never given twice.
    pub(crate) fn last_call(&mut self) -> u64 {
        self.store.highest_call_id().unwrap_or_default()
    }

    pub(crate) fn add_to_history(
        &mut self,
        id: CallId,
        caller: &Caller,
        verdict: &Verdict,
        now: Now,
    ) {
        let record = CallRecord {
            id: id.0,
            at_ms: now.wall_ms,
            number: caller.key(),
            alert: code_of(&verdict.alert),
            reasons_json: json_of(&verdict.reasons),
            organisation: verdict.listing.as_ref().map(|one| one.organisation.clone()),
            answered: None,
            note: None,
        };
        if let Err(error) = self.store.add_call(&record) {
            self.note(&error);
        }
    }

    pub(crate) fn set_answered(&mut self, id: CallId, answered: bool) {
        if let Err(error) = self.store.set_answered(id.0, answered) {
            self.note(&error);
        }
    }

    /// Brings the history in line with a call that the person marked.
    pub(crate) fn set_verdict(&mut self, call: &LiveCall) {
        let (alert, reasons) = (code_of(&call.alert), json_of(&call.reasons));
        if let Err(error) = self.store.set_verdict(call.id.0, &alert, &reasons) {
            self.note(&error);
        }
    }

    pub(crate) fn add_note(&mut self, call: u64, note: &CallNote) -> Result<(), EngineError> {
        let note = Note {
            name: note.name.clone(),
            number: note.number.clone(),
            station: note.station.clone(),
            wanted: note.wanted.clone(),
        };
        match self.store.set_note(call, &note)? {
            true => Ok(()),
            false => Err(EngineError::NoSuchCall),
        }
    }

    /// The newest call of that time that the app did not see, only the person.
    pub(crate) fn unseen_call(
        &mut self,
        when_ms: RangeInclusive<i64>,
    ) -> Result<Option<u64>, EngineError> {
        let calls = self.history()?;
        let unseen = calls.iter().find(|call| {
            when_ms.contains(&call.at_ms)
                && call.number.is_none()
                && call.answered.is_none()
                && call.reasons == [Reason::MarkedSuspicious]
        });
        Ok(unseen.map(|call| call.id))
    }

    pub(crate) fn add_unseen_call(&mut self, call: u64, at_ms: i64) -> Result<(), EngineError> {
        let record = CallRecord {
            id: call,
            at_ms,
            number: None,
            alert: code_of(&Alert::Warning),
            reasons_json: json_of(&[Reason::MarkedSuspicious]),
            organisation: None,
            answered: None,
            note: None,
        };
        Ok(self.store.add_call(&record)?)
    }

    pub(crate) fn delete_history(&mut self, call: Option<u64>) -> Result<(), EngineError> {
        match call {
            Some(call) if !self.store.delete_call(call)? => Err(EngineError::NoSuchCall),
            Some(_) => Ok(()),
            None => Ok(self.store.delete_calls()?),
        }
    }

    pub(crate) fn history(&mut self) -> Result<Vec<HistoryEntry>, EngineError> {
        self.calls(MOST_CALLS)
    }

    pub(crate) fn whole_history(&mut self) -> Result<Vec<HistoryEntry>, EngineError> {
        self.calls(u32::MAX)
    }

    fn calls(&mut self, most: u32) -> Result<Vec<HistoryEntry>, EngineError> {
        let region = self.region;
        let calls = self.store.calls(most)?;
        Ok(calls.into_iter().map(|call| entry(call, region)).collect())
    }

    pub(crate) fn count_event(&mut self, code: &str, now: Now) -> Result<(), EngineError> {
        Ok(self.store.note_health(code, now.wall_ms)?)
    }

    pub(crate) fn events(&mut self) -> Result<Vec<HealthEvent>, EngineError> {
        let events = self.store.health()?;
        let event = |one: cleardown_store::HealthEvent| HealthEvent {
            code: one.code,
            count: one.count,
            last_ms: one.last_ms,
        };
        Ok(events.into_iter().map(event).collect())
    }

    fn found(&self, number: E164, listings: Vec<Listing>) -> Lookup {
        Lookup {
            listings: heaviest_first(listings),
            display: Some(display_quick(number, self.region)),
            kind_unknown: false,
        }
    }
}

/// A number or code as a person writes it.
pub(crate) fn display_of(number: &str, region: Region) -> String {
    number.parse().map_or_else(
        |_| number.to_owned(),
        |number| display_quick(number, region),
    )
}

fn dirs(request: &OpenRequest) -> Dirs {
    Dirs {
        device: request.device_dir.clone(),
        credential: request.credential_dir.clone(),
    }
}

fn heaviest_first(mut listings: Vec<Listing>) -> Vec<Listing> {
    listings.sort_by_key(|one| std::cmp::Reverse((one.calls_out, one.confidence)));
    listings
}

fn listing_of_code(code: CodeListing) -> Listing {
    Listing {
        organisation: code.organisation,
        line: String::new(),
        kind: code.kind.unwrap_or(Kind::Helpline),
        calls_out: code.calls_out,
        confidence: code.confidence,
        ring: false,
    }
}

fn entry(call: CallRecord, region: Region) -> HistoryEntry {
    HistoryEntry {
        id: call.id,
        at_ms: call.at_ms,
        display: call
            .number
            .as_deref()
            .map(|number| display_of(number, region)),
        number: call.number,
        alert: serde_json::from_value(call.alert.into()).unwrap_or_default(),
        reasons: serde_json::from_str(&call.reasons_json).unwrap_or_default(),
        organisation: call.organisation,
        answered: call.answered,
        note: call.note.map(|note| CallNote {
            name: note.name,
            number: note.number,
            station: note.station,
            wanted: note.wanted,
        }),
    }
}

fn code_of(alert: &Alert) -> String {
    json_of(alert).trim_matches('"').to_owned()
}

fn json_of<T: serde::Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

impl From<&Trouble> for TroubleText {
    fn from(trouble: &Trouble) -> Self {
        Self {
            code: trouble.code.to_owned(),
            text: trouble.text.clone(),
        }
    }
}
