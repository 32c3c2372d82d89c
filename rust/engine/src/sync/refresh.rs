//! One publisher's metadata, brought up to date file by file, without any I/O of its own.

use cleardown_list::tuf::{Search, SearchStep, Step, TargetInfo, Trust, TrustError};

use super::{Answer, Clock, Failure, Keep, Want, What};

/// The way from a trusted root to the newest targets (specification 5.3 to 5.6). Ask
/// [`Refresh::want`] for the next file, fetch it, hand it to [`Refresh::take`], until none is
/// wanted. After an error the run is over; what was verified until then is kept.
#[derive(Clone, Debug)]
pub struct Refresh<K> {
    trust: Trust,
    keep: K,
    clock: Clock,
    stage: What,
    new_roots: u64,
}

/// Where the search for a target stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Find {
    /// Here it is.
    Target(TargetInfo),
    /// The file of this role is to be fetched and handed to [`Refresh::take_delegated`].
    Role {
        /// The role.
        role: String,
        /// Its file.
        want: Want,
    },
}

impl<K: Keep> Refresh<K> {
    /// Begins with what is trusted from before.
    pub fn new(trust: Trust, keep: K, clock: Clock) -> Self {
        Self {
            trust,
            keep,
            clock,
            stage: What::Root,
            new_roots: 0,
        }
    }

    /// What is trusted by now.
    pub fn trust(&self) -> &Trust {
        &self.trust
    }

    /// Seconds since 1970, by what is trusted now.
    pub fn now_s(&self) -> i64 {
        self.clock.now_s(&self.trust)
    }

    /// The next file; `None` once the newest targets are trusted.
    ///
    /// # Errors
    /// Why it does not go on.
    pub fn want(&mut self) -> Result<Option<Want>, Failure> {
        let now_s = self.now_s();
        if self.stage == What::Snapshot {
            match self.trust.wanted_snapshot(now_s)? {
                Some(file) => return Ok(Some(wanted(What::Snapshot, file))),
                None => self.stage = What::Targets,
            }
        }
        let file = match self.stage {
            What::Root => Some(self.trust.next_root()),
            What::Timestamp => Some(self.trust.wanted_timestamp()),
            _ => self.trust.wanted_targets(now_s)?,
        };
        Ok(file.map(|file| wanted(self.stage, file)))
    }

    /// Takes what came of the file that was wanted, and keeps it.
    ///
    /// # Errors
    /// It is not trusted, or did not come, or could not be kept.
    pub fn take(&mut self, answer: Answer<'_>) -> Result<(), Failure> {
        if let (What::Root, Answer::Status(403 | 404)) = (self.stage, answer) {
            // Object stores answer 403 where nothing is.
            self.stage = What::Timestamp;
            return Ok(());
        }
        let body = body(self.stage, answer)?;
        let now_s = self.now_s();
        match self.stage {
            What::Root => {
                self.one_root_more()?;
                self.trust.update_root(body)?;
            }
            What::Timestamp => {
                let step = self.trust.update_timestamp(body, now_s)?;
                self.stage = What::Snapshot;
                if step == Step::Same {
                    return Ok(());
                }
            }
            What::Snapshot => {
                self.trust.update_snapshot(body, now_s)?;
                self.stage = What::Targets;
            }
            _ => self.trust.update_targets(body, now_s)?,
        }
        Ok(self.keep.save(&self.trust.files())?)
    }

    /// Searches on for a target, with the files of delegated roles that were kept before where they
    /// still fit.
    ///
    /// # Errors
    /// No trusted role has it, or a role on the way is not trusted.
    pub fn find(&mut self, search: &mut Search) -> Result<Find, Failure> {
        let now_s = self.now_s();
        loop {
            let (role, file) = match self.trust.search(search, now_s)? {
                SearchStep::Found(target) => return Ok(Find::Target(target)),
                SearchStep::Needs { role, file } => (role, file),
            };
            let kept = self.keep.delegated(&role);
            let fits =
                kept.is_some_and(|kept| self.trust.update_delegated(search, &kept, now_s).is_ok());
            if !fits {
                let want = wanted(What::Targets, file);
                return Ok(Find::Role { role, want });
            }
        }
    }

    /// Takes the file of the role that a search needs, and keeps it.
    ///
    /// # Errors
    /// It is not trusted, or did not come, or could not be kept.
    pub fn take_delegated(
        &mut self,
        search: &Search,
        role: &str,
        answer: Answer<'_>,
    ) -> Result<(), Failure> {
        let body = body(What::Targets, answer)?;
        self.trust.update_delegated(search, body, self.now_s())?;
        Ok(self.keep.save_delegated(role, body)?)
    }

    fn one_root_more(&mut self) -> Result<(), TrustError> {
        let most = self.trust.caps().root_steps;
        self.new_roots += 1;
        if self.new_roots > most {
            return Err(TrustError::RootSteps { most });
        }
        Ok(())
    }
}

/// The bytes of an answer.
///
/// # Errors
/// There are none.
pub(super) fn body(what: What, answer: Answer<'_>) -> Result<&[u8], Failure> {
    match answer {
        Answer::Body(body) => Ok(body),
        Answer::Status(status) => Err(Failure::Status { what, status }),
        Answer::Failed(why) => Err(why.into()),
    }
}

fn wanted(what: What, file: cleardown_list::tuf::Wanted) -> Want {
    Want { what, file }
}
