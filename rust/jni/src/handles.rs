//! Engines by number. A number is never given twice, so a handle that was closed stays a stranger
//! for as long as the process lives; it is only ever looked up, never followed.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use cleardown_engine::Engine;
use cleardown_engine::api::OpenRequest;

use crate::refusal::Refusal;

/// The engines of this process.
pub(crate) static HANDLES: Handles = Handles(Mutex::new(None));

/// A table of engines.
pub(crate) struct Handles(Mutex<Option<Table>>);

#[derive(Default)]
pub(crate) struct Table {
    engines: HashMap<i32, Open>,
    last: i32,
}

struct Open {
    folder: PathBuf,
    engine: Arc<Engine>,
}

impl Handles {
    /// Opens the engine over a folder. If one is open there, it is the same engine and the same
    /// handle; what the request brings anew (the history, once the phone is unlocked) is added.
    ///
    /// # Errors
    /// What the engine answers; [`Refusal::NoHandleLeft`].
    pub(crate) fn open(&self, request: &OpenRequest) -> Result<i32, Refusal> {
        let (handle, known) = self.with(|table| table.open(request))?;
        // Outside the lock: a request that hangs there must not keep others from being looked up.
        if let Some(engine) = known {
            engine.unlocked(request)?;
        }
        Ok(handle)
    }

    /// The engine behind a handle. It lives for as long as anybody works with it.
    ///
    /// # Errors
    /// [`Refusal::StaleHandle`]
    pub(crate) fn get(&self, handle: i32) -> Result<Arc<Engine>, Refusal> {
        self.with(|table| {
            let open = table.engines.get(&handle).ok_or(Refusal::StaleHandle)?;
            Ok(Arc::clone(&open.engine))
        })
    }

    /// Takes the engine out of the table. Its files are closed when the last request is done.
    ///
    /// # Errors
    /// [`Refusal::StaleHandle`]
    pub(crate) fn close(&self, handle: i32) -> Result<(), Refusal> {
        let open = self.with(|table| table.engines.remove(&handle));
        // Dropped here, outside the lock: closing files takes its time.
        open.map(drop).ok_or(Refusal::StaleHandle)
    }

    fn with<T>(&self, work: impl FnOnce(&mut Table) -> T) -> T {
        // A panic while opening leaves the table as it was before.
        let mut table: MutexGuard<'_, Option<Table>> =
            self.0.lock().unwrap_or_else(PoisonError::into_inner);
        work(table.get_or_insert_default())
    }
}

impl Table {
    /// The handle, and the engine if it was open before.
    fn open(&mut self, request: &OpenRequest) -> Result<(i32, Option<Arc<Engine>>), Refusal> {
        let folder = real_path(&request.device_dir);
        if let Some((handle, open)) = self.engines.iter().find(|(_, open)| open.folder == folder) {
            return Ok((*handle, Some(Arc::clone(&open.engine))));
        }
        let handle = self.last.checked_add(1).ok_or(Refusal::NoHandleLeft)?;
        let engine = Arc::new(Engine::open(request));
        self.last = handle;
        // Opening made the folder, if it was not there: only now its real path is known for sure.
        let folder = real_path(&request.device_dir);
        self.engines.insert(handle, Open { folder, engine });
        Ok((handle, None))
    }
}

/// One spelling for one folder: Android has several for that of an app.
fn real_path(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

#[cfg(test)]
mod tests {
    use cleardown_engine::Region;
    use cleardown_engine::api::Now;
    use tempfile::TempDir;

    use super::*;

    fn empty() -> (Handles, TempDir) {
        (Handles(Mutex::new(None)), tempfile::tempdir().unwrap())
    }

    fn open(handles: &Handles, folder: &Path) -> Result<i32, Refusal> {
        handles.open(&OpenRequest {
            device_dir: folder.to_owned(),
            credential_dir: None,
            region: Region::gb(),
            now: Now {
                wall_ms: 0,
                elapsed_ms: 0,
                boot: 1,
            },
            publishers: Vec::new(),
        })
    }

    #[test]
    fn one_folder_has_one_engine_whatever_its_spelling() {
        let (handles, folder) = empty();
        let first = open(&handles, &folder.path().join("new")).unwrap();
        let again = folder.path().join("new/../new");
        assert_eq!(open(&handles, &again).unwrap(), first);
        assert_ne!(open(&handles, &folder.path().join("other")).unwrap(), first);
    }

    #[test]
    fn a_closed_handle_stays_unknown() {
        let (handles, folder) = empty();
        let first = open(&handles, folder.path()).unwrap();
        handles.close(first).unwrap();
        let second = open(&handles, folder.path()).unwrap();
        assert_ne!(second, first);
        assert!(handles.get(second).is_ok());
        for unknown in [first, 0, -1, i32::MIN, i32::MAX] {
            assert!(matches!(handles.get(unknown), Err(Refusal::StaleHandle)));
            assert!(matches!(handles.close(unknown), Err(Refusal::StaleHandle)));
        }
    }

    #[test]
    fn no_number_is_given_twice_even_when_they_run_out() {
        let (handles, folder) = empty();
        handles.with(|table| table.last = i32::MAX);
        assert!(matches!(
            open(&handles, folder.path()),
            Err(Refusal::NoHandleLeft)
        ));
    }
}
