//! A publisher, a server and a phone that has the first list.

use cleardown_engine::api::{PublisherConfig, PublisherResult, SyncOutcome};

use crate::phone::Phone;
use crate::publisher::Publisher;
use crate::server::Server;

/// On every list of these tests.
pub const OLD: &str = "+441632960001";

/// On later lists.
pub const NEW: &str = "+441632960002";

/// On the list after an attack.
pub const NEXT: &str = "+441632960003";

/// On no list but a thief's.
pub const FORGED: &str = "+441632960666";

pub struct World {
    pub publisher: Publisher,
    pub server: Server,
    pub phone: Phone,
}

impl World {
    /// The phone has version 1.
    pub fn new() -> Self {
        Self::begin(|_| ())
    }

    /// The same, with a change of the publisher before the phone knows it.
    pub fn begin(change: impl FnOnce(&mut Publisher)) -> Self {
        let mut publisher = Publisher::new("gb");
        change(&mut publisher);
        publisher.pinned_root = String::from_utf8(publisher.repo.file("root")).expect("JSON");
        publisher.repo.pin();
        publisher.publish(&[OLD]);
        let server = Server::new();
        server.serve(&publisher.files);
        let phone = Phone::new(vec![config(&publisher, &server)]);
        let world = Self {
            publisher,
            server,
            phone,
        };
        assert_eq!(world.update().outcome, SyncOutcome::Updated);
        assert!(world.phone.lists(OLD));
        world.server.heal();
        world
    }

    /// Serves what the publisher has.
    pub fn serve(&self) {
        self.server.serve(&self.publisher.files);
    }

    /// What comes of an update.
    pub fn update(&self) -> PublisherResult {
        self.phone.update().remove(0)
    }

    /// The update is good, and this number is listed from then on.
    #[track_caller]
    pub fn takes(&self, number: &str) {
        let result = self.update();
        assert_eq!(result.outcome, SyncOutcome::Updated, "{:?}", result.code);
        assert!(self.phone.lists(number));
    }

    /// The update is refused with this code; the list before answers and says so in the status.
    #[track_caller]
    pub fn refuses(&self, code: &str) {
        let before = self.phone.status().list;
        let result = self.update();
        let asked = self.server.asked();
        assert_eq!(result.code.as_deref(), Some(code), "{asked:?}");
        assert_eq!(result.outcome, SyncOutcome::Failed);
        let status = self.phone.status();
        assert_eq!(status.list, before, "the list in use stays");
        assert_eq!(
            status.sync.last_code.as_deref(),
            Some(code),
            "the person can see it"
        );
        assert!(self.phone.lists(OLD), "it still answers");
        assert!(!self.phone.lists(FORGED), "nothing of a thief got in");
    }

    /// The trouble is over: the next good update works, also after a restart.
    #[track_caller]
    pub fn recovers(&mut self) {
        self.server.heal();
        self.phone.restart();
        // A thief of the lower keys may have used the next versions up.
        for _ in 0..5 {
            self.publisher.repo.release();
        }
        self.publisher.publish(&[OLD, NEXT]);
        self.serve();
        self.takes(NEXT);
        assert!(self.phone.lists(OLD));
        let status = self.phone.status();
        assert_eq!(status.sync.last_code, None);
    }
}

/// As an administrator would configure it.
pub fn config(publisher: &Publisher, server: &Server) -> PublisherConfig {
    PublisherConfig {
        id: publisher.id.to_owned(),
        title: "Test list".to_owned(),
        url: server.url.clone(),
        root: publisher.pinned_root.clone(),
    }
}
