//! One publisher's list, brought up to date: metadata first, then the list, then the installation.

use std::sync::Arc;

use cleardown_list::tuf::{DeltaOffer, Keys, NewestList, TargetInfo, Trust, TrustError};
use cleardown_list::{Release, Sha256, Update, Verified};
use cleardown_store::{Installed, ListInfo, Store, StoreError};

use super::refresh::body;
use super::store::InStore;
use super::{Answer, Clock, Failure, Refresh, What, may_fetch};
use crate::api::PublisherConfig;

/// A file to fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) what: What,
    pub(crate) url: String,
    pub(crate) most_bytes: u64,
}

/// How a run ended well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// Another list is in use now.
    Updated,
    /// The list in use is the newest.
    Current,
}

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    Fetch(File),
    Ended(Ended),
}

/// A run under way.
#[derive(Debug)]
pub(crate) struct Run {
    publisher: PublisherConfig,
    store: Arc<Store>,
    refresh: Refresh<InStore>,
    stage: Stage,
}

#[derive(Clone, Debug)]
enum Stage {
    Metadata,
    Delta(Box<DeltaOffer>),
    Full,
    Ended(Ended),
}

impl Run {
    /// Begins with what was trusted before, if that came from the same root.
    pub(crate) fn begin(
        publisher: &PublisherConfig,
        store: &Arc<Store>,
        clock: Clock,
    ) -> Result<Self, Failure> {
        if !may_fetch(&publisher.url) {
            return Err(Failure::Address);
        }
        let root = publisher.root.as_bytes();
        let kept = store.trust_of(&publisher.id)?;
        let kept = kept.filter(|files| files.anchor == Sha256::of(root));
        let resumed = kept.and_then(|files| Trust::resume(&files, Keys::Phone).ok());
        let trust = match resumed {
            Some(trust) => trust,
            None => Trust::pinned(root, Keys::Phone)?,
        };
        let keep = InStore {
            store: Arc::clone(store),
            publisher: publisher.id.clone(),
        };
        Ok(Self {
            publisher: publisher.clone(),
            store: Arc::clone(store),
            refresh: Refresh::new(trust, keep, clock),
            stage: Stage::Metadata,
        })
    }

    /// Seconds that the publisher asks phones to wait, once it is known.
    pub(crate) fn wait_s(&self) -> Option<u64> {
        Some(self.trust().newest().ok()?.wait_s)
    }

    /// What is to be done next. May install a list whose text is in use already.
    pub(crate) fn next(&mut self) -> Result<Next, Failure> {
        if let Stage::Metadata = self.stage {
            if let Some(want) = self.refresh.want()? {
                let folder = "metadata";
                return Ok(Next::Fetch(self.file(want.what, folder, want.file)));
            }
            self.stage = self.plan()?;
        }
        let (what, target) = match &self.stage {
            Stage::Delta(delta) => (What::Delta, delta.target.clone()),
            Stage::Ended(ended) => return Ok(Next::Ended(*ended)),
            _ => (What::List, self.trust().newest()?.full),
        };
        let wanted = self.trust().wanted_target(&target)?;
        Ok(Next::Fetch(self.file(what, "targets", wanted)))
    }

    /// Takes what came. A delta that is not what it should be gives way to the whole list, once.
    pub(crate) fn take(&mut self, answer: Answer<'_>) -> Result<(), Failure> {
        let now_s = self.refresh.now_s();
        match self.stage.clone() {
            Stage::Metadata => return self.take_metadata(answer),
            Stage::Delta(delta) => {
                let taken = body(What::Delta, answer)
                    .and_then(|gz| Ok(self.trust().verify_delta(&delta, gz, now_s)?))
                    .and_then(|update| self.install(&update));
                self.stage = match taken {
                    Ok(ended) => Stage::Ended(ended),
                    Err(failure) if is_the_deltas_fault(&failure) => Stage::Full,
                    Err(failure) => return Err(failure),
                };
            }
            Stage::Full => {
                let gz = body(What::List, answer)?;
                let update = self.trust().verify_full(gz, now_s)?;
                self.stage = Stage::Ended(self.install(&update)?);
            }
            Stage::Ended(_) => {}
        }
        Ok(())
    }

    /// Where the very first file is signed by others, the root that the phone was given is not that
    /// of this publisher, or somebody else answers in its place.
    fn take_metadata(&mut self, answer: Answer<'_>) -> Result<(), Failure> {
        let is_untried = self.trust().is_untried();
        match self.refresh.take(answer) {
            Err(Failure::Trust(TrustError::Threshold { .. })) if is_untried => {
                Err(Failure::OtherRoot)
            }
            taken => taken,
        }
    }

    fn trust(&self) -> &Trust {
        self.refresh.trust()
    }

    /// What there is to do, now that the newest targets are trusted.
    fn plan(&self) -> Result<Stage, Failure> {
        let newest = self.trust().newest()?;
        if newest.release.publisher != self.publisher.id {
            return Err(Failure::OtherPublisher);
        }
        let installed = self.store.installed(&self.publisher.id)?;
        self.check_floor(&newest.release)?;
        let Some(installed) = installed else {
            return Ok(Stage::Full);
        };
        if installed.sha256 == Some(newest.release.sha256) {
            let update = self.trust().verify_same(self.refresh.now_s())?;
            return Ok(Stage::Ended(self.install(&update)?));
        }
        let delta = best_delta(&newest, &installed).cloned();
        Ok(delta.map_or(Stage::Full, |delta| Stage::Delta(Box::new(delta))))
    }

    /// A list that would be refused is not fetched.
    fn check_floor(&self, newest: &Release) -> Result<(), Failure> {
        let floor = self
            .store
            .list_floor(&self.publisher.id, &self.trust().anchor())?;
        if (self.trust().epoch(), newest.version) < (floor.epoch, floor.version) {
            return Err(Failure::ListRollback {
                offered: newest.version,
                installed: floor.version,
            });
        }
        Ok(())
    }

    fn install(&self, update: &Verified<Update>) -> Result<Ended, Failure> {
        match self.store.install(update, false)? {
            Installed::Now => Ok(Ended::Updated),
            Installed::Already => Ok(Ended::Current),
        }
    }

    fn file(&self, what: What, folder: &str, file: cleardown_list::tuf::Wanted) -> File {
        let base = self.publisher.url.trim_end_matches('/');
        File {
            what,
            url: format!("{base}/{folder}/{}", file.name),
            most_bytes: file.most_bytes,
        }
    }
}

/// The delta from the list in use, if it is worth it.
fn best_delta<'a>(newest: &'a NewestList, installed: &ListInfo) -> Option<&'a DeltaOffer> {
    let size = |target: &TargetInfo| target.length();
    newest.deltas.iter().find(|delta| {
        delta.base == installed.version
            && installed.sha256 == Some(delta.base_sha256)
            && size(&delta.target) < size(&newest.full)
    })
}

/// Whether the whole list may be better than this delta was.
fn is_the_deltas_fault(failure: &Failure) -> bool {
    match failure {
        Failure::Status { .. } => true,
        Failure::Trust(error) => !matches!(error, TrustError::Expired { .. }),
        Failure::Install(error) => {
            matches!(error, StoreError::WrongBase(_) | StoreError::OtherText(_))
        }
        _ => false,
    }
}
