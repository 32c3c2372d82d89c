//! Why a file is not trusted, with a stable code and what to do about it.

use std::fmt;

/// Whose file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Names the keys of all roles.
    Root,
    /// Says every day which snapshot is the newest.
    Timestamp,
    /// Says which targets belong together.
    Snapshot,
    /// Says which files there are.
    Targets,
    /// A role that the targets handed some files to.
    Delegated,
}

impl Role {
    /// Its name in codes, and for the first four in the format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Timestamp => "timestamp",
            Self::Snapshot => "snapshot",
            Self::Targets => "targets",
            Self::Delegated => "delegated",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Why a file is not trusted. What was trusted before stays so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrustError {
    /// Not a file of this role. A page of a network's log-in looks like this too.
    #[error("the {role} file cannot be read: {what}")]
    Unreadable {
        /// Which.
        role: Role,
        /// What is wrong with it.
        what: String,
    },
    /// Larger than any such file may be.
    #[error("the {role} file would have {bytes} bytes, at most {most} are taken")]
    TooLarge {
        /// Which.
        role: Role,
        /// Its size.
        bytes: u64,
        /// The cap.
        most: u64,
    },
    /// Too few keys of the role signed it.
    #[error("the {role} file has {found} valid signatures of {needed} needed")]
    Threshold {
        /// Which.
        role: Role,
        /// Different keys whose signature is good.
        found: usize,
        /// How many there must be.
        needed: usize,
    },
    /// One key signed twice, to look like two.
    #[error("the {role} file has two signatures of one key")]
    DuplicateSignature {
        /// Which.
        role: Role,
    },
    /// Older than one that was trusted before.
    #[error("{role} version {offered} is older than version {trusted}")]
    Rollback {
        /// Which.
        role: Role,
        /// The version refused.
        offered: u64,
        /// The version trusted before.
        trusted: u64,
    },
    /// A new root that does not follow the one before.
    #[error("the next root must have version {expected}, this one has {offered}")]
    RootOrder {
        /// The version that would follow.
        expected: u64,
        /// The version refused.
        offered: u64,
    },
    /// Not the version that the role above names.
    #[error("{role} version {offered} where version {expected} was announced")]
    Version {
        /// Which.
        role: Role,
        /// The version announced.
        expected: u64,
        /// The version refused.
        offered: u64,
    },
    /// Not the very file that the role above names.
    #[error("the {role} file is not the one that was announced: its length or hash differs")]
    Hash {
        /// Which.
        role: Role,
    },
    /// A role that was there before is not there any more.
    #[error("the new snapshot leaves out {name}")]
    Removed {
        /// The file left out.
        name: String,
    },
    /// Past its day.
    #[error("the {role} file expired at {expires}")]
    Expired {
        /// Which.
        role: Role,
        /// When, as the file writes it.
        expires: String,
    },
    /// The file that comes before it is not there yet.
    #[error("no trusted {role} file yet")]
    Missing {
        /// The file that is missing.
        role: Role,
    },
    /// More new roots than one run follows.
    #[error("more than {most} new roots at once")]
    RootSteps {
        /// The cap.
        most: u64,
    },
    /// No trusted role has this target.
    #[error("no trusted role has the target {path}")]
    NoTarget {
        /// Its path.
        path: String,
    },
    /// A target larger than any may be.
    #[error("the file would have {bytes} bytes, at most {most} are taken")]
    TargetTooLarge {
        /// Its size.
        bytes: u64,
        /// The cap.
        most: u64,
    },
    /// A target that is not the one announced.
    #[error("the file is not the one that was announced: its length or hash differs")]
    TargetHash,
    /// The targets are no list: not those of this format.
    #[error("the targets file holds no list of numbers: {what}")]
    NoList {
        /// What is wrong with it.
        what: String,
    },
    /// A list for newer clients.
    #[error("the list needs clients of format {needed}, this is format {known}")]
    ClientTooOld {
        /// The format it needs.
        needed: u64,
        /// The newest known here.
        known: u64,
    },
    /// The list itself cannot be taken.
    #[error("{what}")]
    List {
        /// The stable code of what is wrong with it.
        code: &'static str,
        /// What is wrong with it.
        what: String,
    },
}

impl TrustError {
    /// The stable code, snake case.
    pub fn code(&self) -> String {
        match self {
            Self::Unreadable { role, .. } => format!("{role}_unreadable"),
            Self::TooLarge { role, .. } => format!("{role}_too_large"),
            Self::Threshold { .. } => "threshold".to_owned(),
            Self::DuplicateSignature { .. } => "duplicate_signature".to_owned(),
            Self::Rollback { role, .. } => format!("{role}_rollback"),
            Self::RootOrder { .. } => "root_order".to_owned(),
            Self::Version { role, .. } => format!("{role}_version"),
            Self::Hash { role } => format!("{role}_hash"),
            Self::Removed { .. } => "role_removed".to_owned(),
            Self::Expired { role, .. } => format!("expired_{role}"),
            Self::Missing { role } => format!("{role}_missing"),
            Self::RootSteps { .. } => "root_steps".to_owned(),
            Self::NoTarget { .. } => "no_target".to_owned(),
            Self::TargetTooLarge { .. } => "target_too_large".to_owned(),
            Self::TargetHash => "target_hash".to_owned(),
            Self::NoList { .. } => "no_list_in_targets".to_owned(),
            Self::ClientTooOld { .. } => "client_too_old".to_owned(),
            Self::List { code, .. } => (*code).to_owned(),
        }
    }

    /// What to do about it, one sentence for whoever runs the phone or the repository.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => {
                "If the network asks for a log-in, log in; else tell the publisher."
            }
            Self::Expired { .. } => {
                "Check the clock; if it is right, the publisher has to sign anew."
            }
            Self::Rollback { .. } | Self::Removed { .. } => {
                "The server sends an old state: the list in use stays, nothing is to be done here."
            }
            Self::ClientTooOld { .. } => "Update the app.",
            Self::Hash { .. } | Self::TargetHash | Self::Version { .. } => {
                "The server is being updated or sends damaged files: it is tried again later."
            }
            Self::NoTarget { .. } => "Compare the name with the publisher's list of targets.",
            _ => "The list in use stays; tell the publisher if this goes on.",
        }
    }
}
