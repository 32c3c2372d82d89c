//! The file system itself: files of its own, everything else as SQLite's own one has it.

use std::ffi::{CStr, c_char, c_int};
use std::path::PathBuf;
use std::ptr;

use rusqlite::ffi::{self, sqlite3_file, sqlite3_vfs};

use crate::file::{self, File};
use crate::state::{Call, Verdict, count};

const NAME: &CStr = c"cleardown-faults";

/// Makes the file system known to SQLite, for as long as the process lives.
pub(crate) fn register() {
    // SAFETY: a null name asks for the default file system, which is never freed.
    let real = unsafe { ffi::sqlite3_vfs_find(ptr::null()) };
    assert!(!real.is_null(), "SQLite has a file system");
    // SAFETY: it was just found, and SQLite does not change it.
    let mut ours = unsafe { *real };
    ours.szOsFile += c_int::try_from(size_of::<File>()).expect("small");
    ours.pNext = ptr::null_mut();
    ours.zName = NAME.as_ptr();
    ours.pAppData = real.cast();
    // Those that are left work on the file system they are given: that must be the real one.
    ours.iVersion = 2;
    ours.xOpen = Some(open);
    ours.xDelete = Some(delete);
    ours.xAccess = Some(access);
    ours.xFullPathname = Some(full_pathname);
    // SAFETY: leaked, so that it lives as long as SQLite may use it.
    let code = unsafe { ffi::sqlite3_vfs_register(Box::into_raw(Box::new(ours)), 0) };
    assert_eq!(code, ffi::SQLITE_OK);
}

/// The file system behind ours.
unsafe fn real(vfs: *mut sqlite3_vfs) -> *mut sqlite3_vfs {
    // SAFETY: SQLite hands in the one that was registered, whose data is the real one.
    unsafe { (*vfs).pAppData.cast() }
}

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives room for `szOsFile` bytes: ours, and behind it the real file's.
    unsafe {
        (*file).pMethods = ptr::null();
        if let Verdict::Fail(code) = count(Call::Open, flags & ffi::SQLITE_OPEN_CREATE != 0) {
            return code;
        }
        let real_file = file::real(file);
        let real = real(vfs);
        let code = (*real).xOpen.map_or(ffi::SQLITE_CANTOPEN, |open| {
            open(real, name, real_file, flags, out_flags)
        });
        if code == ffi::SQLITE_OK {
            file::init(file, path_of(name));
        }
        code
    }
}

unsafe fn path_of(name: *const c_char) -> Option<PathBuf> {
    if name.is_null() {
        return None;
    }
    // SAFETY: a name that SQLite hands in ends with a zero.
    let name = unsafe { CStr::from_ptr(name) };
    Some(PathBuf::from(name.to_str().ok()?))
}

unsafe extern "C" fn delete(vfs: *mut sqlite3_vfs, name: *const c_char, sync: c_int) -> c_int {
    if let Verdict::Fail(code) = count(Call::Delete, false) {
        return code;
    }
    // SAFETY: as SQLite calls it, on the file system behind.
    unsafe {
        if let Some(path) = path_of(name) {
            crate::state::synced(&path);
        }
        let real = real(vfs);
        (*real)
            .xDelete
            .map_or(ffi::SQLITE_IOERR_DELETE, |delete| delete(real, name, sync))
    }
}

unsafe extern "C" fn access(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: as above.
    unsafe {
        let real = real(vfs);
        (*real).xAccess.map_or(ffi::SQLITE_IOERR_ACCESS, |access| {
            access(real, name, flags, out)
        })
    }
}

unsafe extern "C" fn full_pathname(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    room: c_int,
    out: *mut c_char,
) -> c_int {
    // SAFETY: as above.
    unsafe {
        let real = real(vfs);
        (*real)
            .xFullPathname
            .map_or(ffi::SQLITE_CANTOPEN, |full| full(real, name, room, out))
    }
}
