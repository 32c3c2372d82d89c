//! The running state and what is kept beside it.

use crate::StoreError;
use crate::live::{self, Floor, HealthEvent, LiveRecord};
use crate::store::{Store, locked};

impl Store {
    /// The state and the settings, both of the same moment. For the call path.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn read_live(&self) -> Result<LiveRecord, StoreError> {
        locked(&self.live).read(live::read)
    }

    /// Reads the state and the settings, lets `change` change them, and writes what changed, in one
    /// transaction: of two such changes at the same time the second sees what the first left.
    /// A damaged file is set aside first; then `change` gets an empty record.
    ///
    /// # Errors
    /// Nothing was written. `change` may have run, once at most.
    pub fn update_live<R>(
        &self,
        change: impl FnOnce(&mut LiveRecord) -> R,
    ) -> Result<R, StoreError> {
        let mut live = locked(&self.live);
        let mut change = Some(change);
        loop {
            let found_broken = live.is_broken();
            self.heal_live(&mut live)?;
            match live::update(&mut live, &mut change) {
                // Only now found out, before the change: the second round has a fresh file.
                Err(error) if error.is_broken() && change.is_some() && !found_broken => {}
                answer => return answer,
            }
        }
    }

    /// Declares the state damaged, because what is in it makes no sense. The next change sets it
    /// aside.
    pub fn mark_live_broken(&self) {
        locked(&self.live).mark_broken();
    }

    /// The newest list of this publisher that was ever installed under this anchor, the SHA-256 of
    /// the root that vouches for it. None: the default, older than every list.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn list_floor(&self, publisher: &str, anchor: &[u8; 32]) -> Result<Floor, StoreError> {
        locked(&self.live).read(|db| live::floor(db, publisher, anchor))
    }

    /// What [`Self::set_sync_record`] last kept for this publisher.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn sync_record(&self, publisher: &str) -> Result<Option<String>, StoreError> {
        locked(&self.live).read(|db| live::sync_record(db, publisher))
    }

    /// Keeps a text on when this publisher was asked and is to be asked again. The store does not
    /// look into it.
    ///
    /// # Errors
    /// It could not be written.
    pub fn set_sync_record(&self, publisher: &str, json: &str) -> Result<(), StoreError> {
        let mut live = locked(&self.live);
        self.heal_live(&mut live)?;
        live::set_sync_record(&mut live, publisher, json)
    }

    /// What [`Self::keep`] last kept under this name.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn kept(&self, what: &str) -> Result<Option<String>, StoreError> {
        locked(&self.live).read(|db| live::kept(db, what))
    }

    /// Keeps a text under this name, `None` to take it away. The store does not look into it. Once
    /// this is done, not even a power cut takes it back.
    ///
    /// # Errors
    /// It could not be written.
    pub fn keep(&self, what: &str, json: Option<&str>) -> Result<(), StoreError> {
        let mut live = locked(&self.live);
        self.heal_live(&mut live)?;
        live::keep(&mut live, what, json)
    }

    /// Counts something that went wrong, by its stable code. `now_ms`: the phone's clock,
    /// milliseconds since 1970.
    ///
    /// # Errors
    /// It could not be written.
    pub fn note_health(&self, code: &str, now_ms: i64) -> Result<(), StoreError> {
        let mut live = locked(&self.live);
        self.heal_live(&mut live)?;
        live::note_health(&mut live, code, now_ms)
    }

    /// What went wrong so far, by code.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn health(&self) -> Result<Vec<HealthEvent>, StoreError> {
        locked(&self.live).read(live::health)
    }

    /// Keeps how long a decision of this kind took, microseconds. The oldest of 200 goes.
    ///
    /// # Errors
    /// It could not be written.
    pub fn note_decision(&self, what: &str, us: u64) -> Result<(), StoreError> {
        let mut live = locked(&self.live);
        self.heal_live(&mut live)?;
        live::note_decision(&mut live, what, us)
    }

    /// How long the last decisions of this kind took, microseconds, the shortest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn decisions(&self, what: &str) -> Result<Vec<u64>, StoreError> {
        locked(&self.live).read(|db| live::decisions(db, what))
    }
}
