//! The marker file: while it is there, a call back may have to be held.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;

use crate::error::{StoreError, StoreFile, is_there};

pub(crate) fn arm(path: &Path) -> Result<(), StoreError> {
    match File::create_new(path) {
        // A marker lost by a power cut costs a hold, so it is worth a try; but it is there already.
        Ok(file) => drop(file.sync_all()),
        Err(e) if e.kind() == ErrorKind::AlreadyExists => {}
        Err(e) => return Err(StoreError::from_io(StoreFile::Marker, &e)),
    }
    Ok(())
}

pub(crate) fn disarm(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != ErrorKind::NotFound => {
            Err(StoreError::from_io(StoreFile::Marker, &e))
        }
        _ => Ok(()),
    }
}

pub(crate) fn is_armed(path: &Path) -> bool {
    is_there(path)
}
