//! Faults: real damage to the files while the app is not running, and doors of the engine.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use cleardown_engine::doors::Door;

use super::Outcome;
use super::desk::Desk;
use super::error::PlayError;
use crate::codes::Fault;

/// What no database begins with.
const GARBAGE: &[u8] = b"This was a file of the app before something wrote over it. ";

impl Desk {
    /// A fault begins, or all of them end.
    pub(super) fn fault(&mut self, fault: Fault) -> Result<Outcome, PlayError> {
        match fault {
            Fault::None => self.mend()?,
            Fault::EnginePanic => self.break_engine(Door::Panic)?,
            Fault::EngineSlow => self.break_engine(Door::Slow)?,
            Fault::DiskFull => self.break_engine(Door::DiskFull)?,
            Fault::ListMissing => self.damage("lists", |file| fs::remove_file(file))?,
            Fault::ListCorrupt => self.damage("lists", overwrite)?,
            Fault::StateCorrupt => self.damage("live.db", overwrite)?,
        }
        Ok(Outcome::default())
    }

    /// The state that was broken is not put back: the engine has set it aside and goes on. The
    /// lists come back by the ordinary path.
    fn mend(&mut self) -> Result<(), PlayError> {
        self.engine_faults.clear();
        self.door(&Door::None)?;
        self.install_lists()
    }

    fn break_engine(&mut self, door: Door) -> Result<(), PlayError> {
        self.door(&door)?;
        self.engine_faults.push(door);
        Ok(())
    }

    /// Damages a file, or every file in a folder, of the device folder, with the app not running.
    fn damage(
        &mut self,
        what: &str,
        harm: impl Fn(&Path) -> io::Result<()>,
    ) -> Result<(), PlayError> {
        self.close();
        let place = self.device_dir().join(what);
        for file in files_at(&place)? {
            harm(&file)?;
        }
        self.reopen()
    }
}

fn files_at(place: &Path) -> io::Result<Vec<PathBuf>> {
    if !place.is_dir() {
        return Ok(vec![place.to_owned()]);
    }
    fs::read_dir(place)?
        .map(|entry| Ok(entry?.path()))
        .collect()
}

/// The length stays, the content is gone.
fn overwrite(file: &Path) -> io::Result<()> {
    let length = usize::try_from(fs::metadata(file)?.len()).unwrap_or(GARBAGE.len());
    let content: Vec<u8> = GARBAGE
        .iter()
        .copied()
        .cycle()
        .take(length.max(GARBAGE.len()))
        .collect();
    fs::write(file, content)
}
