//! A phone with an engine over real files.

use std::path::{Path, PathBuf};

use cleardown_engine::api::{
    AtNow, CallNote, Contact, EndedRequest, HistoryAction, HistoryAnswer, HistoryRequest, Now,
    OpenRequest, Outcome, PlaceAnswer, PlaceRequest, Presentation, RecordPlaceRequest, Screen,
    ScreenRequest, Status, Verification,
};
use cleardown_engine::{Engine, Region};

/// Of the bundled list: Kent Police, switchboard.
pub const KENT: &str = "+441622690690";

pub struct Phone {
    pub engine: Engine,
    pub folder: tempfile::TempDir,
    pub now: Now,
}

impl Phone {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let now = Now {
            wall_ms: 1_600_000_000_000,
            elapsed_ms: 1_000_000,
            boot: 7,
        };
        let phone = Self::over(folder, now);
        phone
            .engine
            .maintain(&AtNow { now })
            .expect("the bundled list can be installed");
        phone
    }

    /// With the files that are there.
    pub fn over(folder: tempfile::TempDir, now: Now) -> Self {
        Self {
            engine: Engine::open(&open_request(folder.path(), now)),
            folder,
            now,
        }
    }

    pub fn later(&mut self, seconds: i64) {
        self.now.wall_ms += seconds * 1000;
        self.now.elapsed_ms += seconds * 1000;
    }

    pub fn rings(&self, number: &str) -> ScreenRequest {
        ScreenRequest {
            now: self.now,
            number: Some(number.to_owned()),
            presentation: Presentation::Allowed,
            verification: Verification::NotVerified,
            contact: Contact::No,
        }
    }

    pub fn dials(&self, number: &str) -> PlaceRequest {
        PlaceRequest {
            now: self.now,
            number: number.to_owned(),
            interactive: true,
            emergency: false,
            in_call: false,
            contact: Contact::No,
        }
    }

    /// A flagged call comes, is answered, and ends; a wait of five minutes begins.
    pub fn flagged_call(&mut self) {
        self.kent_calls();
        assert_eq!(self.cool_down(), 300);
    }

    /// A flagged call comes, is answered, and ends.
    pub fn kent_calls(&mut self) {
        self.engine
            .record_screen(&self.rings(KENT))
            .expect("recorded");
        self.later(30);
        self.hangs_up(KENT);
    }

    /// The call of this number was answered and is over.
    pub fn hangs_up(&self, number: &str) {
        let ended = EndedRequest {
            now: self.now,
            number: Some(number.to_owned()),
            identified: true,
            answered: Some(true),
            in_call: false,
        };
        let after = self.engine.ended(&ended).expect("answered");
        assert_eq!(after.screen, Screen::AfterCall);
    }

    pub fn place(&self, number: &str) -> PlaceAnswer {
        self.engine.place(&self.dials(number)).expect("answered")
    }

    pub fn record_hold(&self, number: &str) {
        let number = number.to_owned();
        let held = Outcome::Held;
        let ask = RecordPlaceRequest {
            now: self.now,
            number,
            in_call: false,
            outcome: held,
        };
        self.engine.record_place(&ask).expect("recorded");
    }

    pub fn status(&self) -> Status {
        let now = self.now;
        self.engine.status(&AtNow { now }).expect("answered")
    }

    /// What the history answers about the last flagged call, or about all.
    pub fn history(&self, action: HistoryAction, note: Option<CallNote>) -> HistoryAnswer {
        let ask = HistoryRequest {
            now: self.now,
            action,
            id: None,
            note,
        };
        self.engine.history(&ask).expect("answered")
    }

    pub fn cool_down(&self) -> i64 {
        self.status().cool_down
    }

    pub fn marker(&self) -> PathBuf {
        self.folder.path().join("device/armed")
    }

    /// Another process over the same files.
    pub fn restarted(self) -> Self {
        let Self {
            engine,
            folder,
            now,
        } = self;
        drop(engine);
        Self::over(folder, now)
    }
}

pub fn open_request(folder: &Path, now: Now) -> OpenRequest {
    OpenRequest {
        device_dir: folder.join("device"),
        credential_dir: Some(folder.join("credential")),
        region: Region::gb(),
        now,
        publishers: Vec::new(),
    }
}
