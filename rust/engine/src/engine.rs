//! The engine: one lock, one set of files, one memory of the last days.

use std::collections::BTreeSet;
use std::iter;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use cleardown_core::{Countdown, Now, Placing, Policy, Region, State};
use cleardown_list::bundled;

use crate::EngineError;
use crate::api::{OpenRequest, PublisherConfig};
use crate::files::Files;
use crate::lists;
use crate::memory::{Memory, Recent, Save};
use crate::ring::LastFound;
use crate::sync::Session;

/// How long a request waits for another one to finish (design §6).
const LOCK_WAITS: Duration = Duration::from_millis(200);

/// Core, list and store behind one door. Requests come one at a time.
#[derive(Debug)]
pub struct Engine {
    inner: Mutex<Inner>,
    /// Whether a call is running, as the last request said; for those that do not say it themselves.
    in_call: AtomicBool,
    /// The run that brings the lists up to date, if one is under way. Never taken while `inner` is.
    pub(crate) sync: Mutex<Option<Session>>,
    /// Publishers whose lists are still to be dropped. Taken last of all.
    pub(crate) removed: Mutex<BTreeSet<String>>,
    /// What the last look for numbers to ring found. Never taken while `inner` is.
    pub(crate) to_ring: Mutex<LastFound>,
    #[cfg(feature = "doors")]
    pub(crate) faults: crate::doors::Faults,
}

/// What a request works on.
#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) files: Files,
    pub(crate) memory: Memory,
    pub(crate) region: Region,
    /// The last decision about an outgoing call, until it is recorded.
    pub(crate) last_placing: Option<(String, Placing)>,
    /// For how long the PIN that was given lets settings be weakened.
    pub(crate) pin_open: Option<Countdown>,
    opened: OpenRequest,
}

impl Engine {
    /// Opens the engine. Broken or missing files do not make it fail: it answers with what can be
    /// read and lists the rest among the troubles of [`Engine::status`].
    pub fn open(request: &OpenRequest) -> Self {
        Self {
            inner: Mutex::new(Inner::open(request)),
            in_call: AtomicBool::new(false),
            sync: Mutex::new(None),
            removed: Mutex::default(),
            to_ring: Mutex::default(),
            #[cfg(feature = "doors")]
            faults: crate::doors::Faults::default(),
        }
    }

    /// Attaches the folder that can be read since the phone was unlocked, if it was not before.
    ///
    /// # Errors
    /// [`EngineError::Busy`].
    pub fn unlocked(&self, request: &OpenRequest) -> Result<(), EngineError> {
        let mut inner = self.lock()?;
        let Inner { files, opened, .. } = &mut *inner;
        if opened.credential_dir.is_none() && request.credential_dir.is_some() {
            opened.credential_dir.clone_from(&request.credential_dir);
            files.unlocked(opened);
        }
        Ok(())
    }

    /// Takes in whether a call is running: one in another app, of which no other request tells.
    pub(crate) fn hear(&self, in_call: bool) {
        self.in_call.store(in_call, Ordering::Relaxed);
    }

    /// As [`Self::lock_during`], for requests that do not say themselves whether a call is running.
    pub(crate) fn lock(&self) -> Result<MutexGuard<'_, Inner>, EngineError> {
        self.lock_during(self.in_call.load(Ordering::Relaxed))
    }

    /// Waits for the lock, and reopens the files where a request died while it held them. `in_call`
    /// is whether a call is running by the audio mode: then no scheduled change takes effect.
    pub(crate) fn lock_during(&self, in_call: bool) -> Result<MutexGuard<'_, Inner>, EngineError> {
        #[cfg(feature = "doors")]
        self.faults.block();
        let mut inner = self.wait()?;
        #[cfg(feature = "doors")]
        self.faults.panic();
        if self.inner.is_poisoned() {
            let opened = inner.opened.clone();
            *inner = Inner::open(&opened);
            self.inner.clear_poison();
        }
        inner.memory.in_call = in_call;
        Ok(inner)
    }

    fn wait(&self) -> Result<MutexGuard<'_, Inner>, EngineError> {
        let since = Instant::now();
        loop {
            match self.inner.try_lock() {
                Ok(inner) => return Ok(inner),
                Err(TryLockError::Poisoned(inner)) => return Ok(inner.into_inner()),
                Err(TryLockError::WouldBlock) if since.elapsed() < LOCK_WAITS => {
                    thread::sleep(Duration::from_millis(1));
                }
                Err(TryLockError::WouldBlock) => return Err(EngineError::Busy),
            }
        }
    }
}

impl Inner {
    /// State and settings as they are.
    pub(crate) fn recent(&mut self, now: Now) -> &Recent {
        self.memory.recent(&mut self.files, self.region, now)
    }

    /// Writes what is due or could not be written before, see [`Memory::flush`].
    pub(crate) fn flush(&mut self, now: Now) {
        self.memory.flush(&mut self.files, self.region, now);
    }

    /// Changes the state, see [`Memory::update`].
    pub(crate) fn update<T>(
        &mut self,
        now: Now,
        save: Save,
        change: impl Fn(&mut State, &Policy) -> T,
    ) -> Result<T, EngineError> {
        self.memory
            .update(&mut self.files, self.region, now, save, change)
    }

    /// Whose lists are fetched, each once: those that the app knows, and those of the settings.
    pub(crate) fn publishers(&mut self, now: Now) -> Vec<PublisherConfig> {
        let set = lists::publishers(&self.recent(now).policy);
        let mut publishers: Vec<PublisherConfig> = Vec::new();
        for one in self.opened.publishers.iter().chain(&set) {
            if publishers.iter().all(|other| other.id != one.id) {
                publishers.push(one.clone());
            }
        }
        publishers
    }

    /// The short names of the publishers that the app knows without any setting.
    pub(crate) fn known_publishers(&self) -> Vec<String> {
        let ours = bundled().get().release.publisher.clone();
        let baked = self.opened.publishers.iter().map(|one| one.id.clone());
        iter::once(ours).chain(baked).collect()
    }

    fn open(request: &OpenRequest) -> Self {
        Self {
            files: Files::open(request),
            memory: Memory::default(),
            region: request.region,
            last_placing: None,
            pin_open: None,
            opened: request.clone(),
        }
    }
}
