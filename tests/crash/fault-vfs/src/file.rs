//! An open file: the real one, with every call asked about first.

use std::ffi::{c_int, c_void};
use std::path::PathBuf;
use std::slice;

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods};

use crate::state::{self, Call, Verdict, count};

/// What SQLite gives room for, before the real file.
#[repr(C, align(8))]
pub(crate) struct File {
    base: sqlite3_file,
    /// `None` for a file without a name. Owned by the file while it is open.
    path: *mut PathBuf,
}

/// The real file behind ours.
pub(crate) unsafe fn real(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: SQLite gave room for both, one after the other.
    unsafe { file.cast::<File>().add(1).cast() }
}

/// Makes ours of a file whose real one was opened.
pub(crate) unsafe fn init(file: *mut sqlite3_file, path: Option<PathBuf>) {
    let path = path.map_or(std::ptr::null_mut(), |path| Box::into_raw(Box::new(path)));
    let base = sqlite3_file { pMethods: &METHODS };
    // SAFETY: SQLite gave room for it.
    unsafe { file.cast::<File>().write(File { base, path }) };
}

unsafe fn path<'a>(file: *mut sqlite3_file) -> Option<&'a PathBuf> {
    // SAFETY: made by `init`, and not closed yet.
    unsafe { (*file.cast::<File>()).path.as_ref() }
}

/// Calls the method of the real file.
macro_rules! forward {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        let real = real($file);
        match (*(*real).pMethods).$method {
            Some(method) => method(real $(, $argument)*),
            None => ffi::SQLITE_IOERR,
        }
    }};
}

/// A method that is handed on as it is.
macro_rules! hand_on {
    ($name:ident, $method:ident $(, $argument:ident: $type:ty)*) => {
        unsafe extern "C" fn $name(file: *mut sqlite3_file $(, $argument: $type)*) -> c_int {
            // SAFETY: as SQLite calls it, on the real file.
            unsafe { forward!(file, $method $(, $argument)*) }
        }
    };
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    // Without the methods that map files into memory.
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

hand_on!(file_size, xFileSize, size: *mut sqlite3_int64);
hand_on!(lock, xLock, level: c_int);
hand_on!(unlock, xUnlock, level: c_int);
hand_on!(check_reserved_lock, xCheckReservedLock, out: *mut c_int);
hand_on!(file_control, xFileControl, op: c_int, argument: *mut c_void);
hand_on!(sector_size, xSectorSize);
hand_on!(device_characteristics, xDeviceCharacteristics);
hand_on!(shm_lock, xShmLock, offset: c_int, count: c_int, flags: c_int);
hand_on!(shm_unmap, xShmUnmap, delete: c_int);

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file once.
    unsafe {
        let code = forward!(file, xClose);
        let path = (*file.cast::<File>()).path;
        if !path.is_null() {
            drop(Box::from_raw(path));
        }
        (*file).pMethods = std::ptr::null();
        code
    }
}

unsafe extern "C" fn read(
    file: *mut sqlite3_file,
    to: *mut c_void,
    bytes: c_int,
    offset: sqlite3_int64,
) -> c_int {
    match count(Call::Read, false) {
        // SAFETY: as SQLite calls it, on the real file.
        Verdict::Go => unsafe { forward!(file, xRead, to, bytes, offset) },
        Verdict::Fail(code) => code,
        Verdict::Half => ffi::SQLITE_IOERR_READ,
    }
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    bytes: c_int,
    offset: sqlite3_int64,
) -> c_int {
    let (bytes, code) = match count(Call::Write, true) {
        Verdict::Go => (bytes, ffi::SQLITE_OK),
        Verdict::Half => (bytes / 2, ffi::SQLITE_IOERR_WRITE),
        Verdict::Fail(code) => return code,
    };
    // SAFETY: SQLite hands in so many bytes, or more.
    unsafe {
        if let Some(path) = path(file) {
            let bytes = usize::try_from(bytes).unwrap_or_default();
            state::will_write(path, offset, slice::from_raw_parts(from.cast(), bytes));
        }
        match forward!(file, xWrite, from, bytes, offset) {
            ffi::SQLITE_OK => code,
            failed => failed,
        }
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, length: sqlite3_int64) -> c_int {
    if let Verdict::Fail(code) = count(Call::Truncate, false) {
        return code;
    }
    // SAFETY: as SQLite calls it, on the real file.
    unsafe {
        if let Some(path) = path(file) {
            state::will_truncate(path, length);
        }
        forward!(file, xTruncate, length)
    }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    if let Verdict::Fail(code) = count(Call::Sync, false) {
        return code;
    }
    // SAFETY: as SQLite calls it, on the real file.
    unsafe {
        if let Some(path) = path(file) {
            state::synced(path);
        }
        // Nothing is lost here but what the state says: no need to wait for the disk.
        let _ = flags;
        ffi::SQLITE_OK
    }
}

unsafe extern "C" fn shm_map(
    file: *mut sqlite3_file,
    region: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    if let Verdict::Fail(code) = count(Call::Map, extend != 0) {
        return code;
    }
    // SAFETY: as SQLite calls it, on the real file. `out` takes a pointer to volatile memory.
    unsafe { forward!(file, xShmMap, region, size, extend, out.cast()) }
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    // SAFETY: as SQLite calls it, on the real file.
    unsafe {
        let real = real(file);
        if let Some(barrier) = (*(*real).pMethods).xShmBarrier {
            barrier(real);
        }
    }
}
