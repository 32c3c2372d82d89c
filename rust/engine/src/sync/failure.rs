//! Why a list could not be brought up to date, with a stable code and what to do about it.

use cleardown_list::tuf::TrustError;
use cleardown_store::StoreError;

use super::{What, Why};

/// Why a publisher's list stays as it is. Every one of them leaves the installed list in use.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// A file is not trusted.
    #[error(transparent)]
    Trust(#[from] TrustError),
    /// The server refused a file.
    #[error("the server answered {status} when asked for the {} file", name(*.what))]
    Status {
        /// Which file.
        what: What,
        /// The status.
        status: u16,
    },
    /// No answer came.
    #[error(transparent)]
    NoAnswer(#[from] Why),
    /// What is trusted could not be kept.
    #[error(transparent)]
    Keep(#[from] KeepError),
    /// The new list could not be installed.
    #[error(transparent)]
    Install(#[from] StoreError),
    /// The new list is older than one that was installed before.
    #[error("the server offers version {offered} of the list, version {installed} is installed")]
    ListRollback {
        /// The version refused.
        offered: u64,
        /// The version in use.
        installed: u64,
    },
    /// The list of somebody else.
    #[error("the server offers the list of another publisher")]
    OtherPublisher,
    /// The files of a publisher that is new here are not signed by the keys of its root.
    #[error("the server's files are not signed by the keys of the root that is set for them")]
    OtherRoot,
    /// An address from which nothing may be fetched.
    #[error("the publisher's address does not begin with https")]
    Address,
    /// It was broken off: the phone took the network away, or a newer run took its place.
    #[error("it was broken off")]
    Stopped,
}

/// What is trusted could not be written down.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text}")]
pub struct KeepError {
    /// The stable code.
    pub code: &'static str,
    /// What went wrong.
    pub text: String,
    /// What to do about it.
    pub remedy: &'static str,
}

impl Failure {
    /// The stable code, snake case.
    pub fn code(&self) -> String {
        match self {
            Self::Trust(error) => error.code(),
            Self::Status { status, .. } => format!("http_{status}"),
            Self::NoAnswer(why) => why.code().to_owned(),
            Self::Keep(error) => error.code.to_owned(),
            Self::Install(error) => error.code().to_owned(),
            Self::ListRollback { .. } => "list_rollback".to_owned(),
            Self::OtherPublisher => "other_publisher".to_owned(),
            Self::OtherRoot => "other_root".to_owned(),
            Self::Address => "address_unsafe".to_owned(),
            Self::Stopped => "stopped".to_owned(),
        }
    }

    /// What to do about it, one sentence.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Trust(error) => error.remedy(),
            Self::Status { .. } => "It is tried again later; tell the publisher if it goes on.",
            Self::NoAnswer(Why::Tls) => {
                "Check the phone's clock; a network that reads along breaks the connection too."
            }
            Self::NoAnswer(_) | Self::Stopped => "It is tried again later.",
            Self::Keep(error) => error.remedy,
            Self::Install(error) => error.remedy(),
            Self::OtherPublisher | Self::Address => "Correct the publisher's address or name.",
            Self::OtherRoot => {
                "Compare the root that is set with the publisher's file 1.root.json."
            }
            Self::ListRollback { .. } => {
                "The server sends an old state: the list in use stays, nothing is to be done here."
            }
        }
    }
}

fn name(what: What) -> &'static str {
    match what {
        What::Root => "root",
        What::Timestamp => "timestamp",
        What::Snapshot => "snapshot",
        What::Targets => "targets",
        What::List => "list",
        What::Delta => "delta",
    }
}
