//! What can go wrong, with a stable code and what to do about it.

use std::fmt;
use std::path::Path;

use rusqlite::ErrorCode;

use crate::live::Floor;

/// Which of the files a failure is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreFile {
    /// The list of this publisher.
    List(String),
    /// The running state and the settings.
    Live,
    /// The calls and notes.
    History,
    /// The file whose mere presence tells that calls may be held.
    Marker,
}

/// A failure of the store. No message ever holds a telephone number or a name from a row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No list was ever installed here.
    #[error("no list is installed")]
    NoList,
    /// The file is damaged.
    #[error("{0} is damaged")]
    Broken(StoreFile),
    /// A newer release wrote the file; it was left as it is.
    #[error("{file} has format {found}, this release knows formats up to {known}")]
    NewerFormat {
        /// The file.
        file: StoreFile,
        /// Its format.
        found: i64,
        /// The newest format known here.
        known: i64,
    },
    /// A write found no room.
    #[error("no room to write {0}")]
    DiskFull(StoreFile),
    /// Another connection held the file for longer than the time allowed.
    #[error("{0} is in use elsewhere")]
    Busy(StoreFile),
    /// The file or its folder may not be written.
    #[error("{0} is read-only")]
    ReadOnly(StoreFile),
    /// The operating system failed; the number is SQLite's extended result code or `errno`.
    #[error("{file} could not be read or written (error {os})")]
    Io {
        /// The file.
        file: StoreFile,
        /// SQLite's extended result code, or `errno`.
        os: i32,
    },
    /// SQLite refused for another reason; the number is its extended result code.
    #[error("{file}: the database refused (code {sqlite})")]
    Refused {
        /// The file.
        file: StoreFile,
        /// SQLite's extended result code.
        sqlite: i32,
    },
    /// A list older than one that was installed before.
    #[error("version {offered} of the list of {publisher} is older than version {floor}")]
    BelowFloor {
        /// Whose list.
        publisher: String,
        /// What was refused.
        offered: Floor,
        /// The newest ever installed.
        floor: Floor,
    },
    /// The version installed already, with another content.
    #[error("version {version} of the list of {publisher} was published twice, and differs")]
    VersionReused {
        /// Whose list.
        publisher: String,
        /// The version.
        version: u64,
    },
    /// A change to a list that is not the one installed.
    #[error("the change to the list of {0} is to another list than the one installed")]
    WrongBase(String),
    /// What was written does not give the text that was signed; nothing was installed.
    #[error("the list of {0}, as stored, is not the list that was signed")]
    OtherText(String),
    /// More numbers at once are newly said never to call than a publisher may without saying that
    /// it is meant.
    #[error(
        "the list of {publisher} says of {rows} more numbers that they never call; {most} at once \
         are the most without the publisher's mark that it is meant"
    )]
    Bulk {
        /// Whose list.
        publisher: String,
        /// How many numbers.
        rows: u64,
        /// How many are let through.
        most: u64,
    },
    /// A publisher's name that is empty or too long for a file name.
    #[error("a publisher's name must have 1 to {most} characters when written as a file name")]
    BadPublisher {
        /// The longest name allowed, once escaped.
        most: usize,
    },
    /// A call with this id is stored already.
    #[error("this call is stored already")]
    CallKnown,
}

impl StoreError {
    /// The stable code, snake case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoList => "no_list",
            Self::Broken(StoreFile::List(_)) => "list_broken",
            Self::Broken(StoreFile::Live) => "live_broken",
            Self::Broken(StoreFile::History) => "history_broken",
            Self::Broken(StoreFile::Marker) => "marker_broken",
            Self::NewerFormat { .. } => "newer_format",
            Self::DiskFull(_) => "disk_full",
            Self::Busy(_) => "busy",
            Self::ReadOnly(_) => "read_only",
            Self::Io { .. } => "io_error",
            Self::Refused { .. } => "database_refused",
            Self::BelowFloor { .. } => "list_too_old",
            Self::VersionReused { .. } => "list_version_reused",
            Self::WrongBase(_) => "wrong_base",
            Self::OtherText(_) => "list_hash",
            Self::Bulk { .. } => "list_bulk",
            Self::BadPublisher { .. } => "bad_publisher",
            Self::CallKnown => "call_known",
        }
    }

    /// What a person or an administrator can do about it, one sentence.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::NoList => "The list that came with the app answers until one is installed.",
            Self::Broken(_) => "It is set aside and made anew at the next maintenance.",
            Self::NewerFormat { .. } => "Install the newest release of the app again.",
            Self::DiskFull(_) => "Free some storage on the phone.",
            Self::Busy(_) => "Try again.",
            Self::ReadOnly(_) => "Make the app's folder writable, or restart the phone.",
            Self::Io { .. } => "Free some storage and restart the phone.",
            Self::Refused { .. } => "Report this with its code.",
            Self::BelowFloor { .. } => "Get the publisher's newest list.",
            Self::VersionReused { .. } => {
                "The list before stays in use; ask the publisher for a new version."
            }
            Self::WrongBase(_) | Self::OtherText(_) => {
                "The list before stays in use; fetch the whole new one."
            }
            Self::Bulk { .. } => {
                "The list before stays in use; ask the publisher whether the change is meant."
            }
            Self::BadPublisher { .. } => "Choose a shorter name for the publisher.",
            Self::CallKnown => "Store it under the next free id.",
        }
    }

    /// Whether the file's content cannot be trusted any more.
    pub(crate) fn is_broken(&self) -> bool {
        matches!(self, Self::Broken(_))
    }

    /// Whether it is worth trying to open the file again.
    pub(crate) fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::DiskFull(_) | Self::Busy(_) | Self::ReadOnly(_) | Self::Io { .. }
        )
    }

    /// What SQLite said, without the texts it quotes: they may hold values of rows.
    pub(crate) fn from_sqlite(file: &StoreFile, error: &rusqlite::Error) -> Self {
        let file = file.clone();
        let rusqlite::Error::SqliteFailure(inner, said) = error else {
            // Every other kind means a table or a value that is not what the format promises.
            return Self::Broken(file);
        };
        let lacks = said
            .as_ref()
            .is_some_and(|said| said.starts_with("no such "));
        match inner.code {
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Broken(file),
            _ if lacks => Self::Broken(file),
            ErrorCode::DiskFull => Self::DiskFull(file),
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::FileLockingProtocolFailed => Self::Busy(file),
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly(file),
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => Self::Io {
                file,
                os: inner.extended_code,
            },
            _ => Self::Refused {
                file,
                sqlite: inner.extended_code,
            },
        }
    }

    pub(crate) fn from_io(file: StoreFile, error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                Self::DiskFull(file)
            }
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => {
                Self::ReadOnly(file)
            }
            _ => Self::Io {
                file,
                os: error.raw_os_error().unwrap_or_default(),
            },
        }
    }
}

impl fmt::Display for StoreFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::List(publisher) => write!(f, "the list of {publisher}"),
            Self::Live => f.write_str("the running state"),
            Self::History => f.write_str("the call history"),
            Self::Marker => f.write_str("the marker file"),
        }
    }
}

/// What the work inside a transaction may fail with.
#[derive(Debug)]
pub(crate) enum Fault {
    Sql(rusqlite::Error),
    Store(StoreError),
}

impl Fault {
    pub(crate) fn into_error(self, file: &StoreFile) -> StoreError {
        match self {
            Self::Sql(error) => StoreError::from_sqlite(file, &error),
            Self::Store(error) => error,
        }
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Whether anything is at this path; a failing look counts as nothing.
pub(crate) fn is_there(path: &Path) -> bool {
    path.try_exists().unwrap_or(false)
}
