//! A publisher's side of a signed list: keys, tables, building, signing by several people,
//! publishing, and what is to be done when. What is written is an ordinary TUF repository, as
//! `rust/list/FORMAT.md` has it, that any static web server gives out.
//!
//! Never part of the phone's library: it holds secret keys. It reads and writes files of a
//! publisher's folder ([`Folder`] has the layout); the time is always an argument. Every file is
//! there whole or not at all, and no step leaves what is published half-way.

#![forbid(unsafe_code)]

mod build;
mod canonical;
mod config;
mod diff;
mod envelope;
mod files;
mod folder;
mod hex;
mod history;
mod init;
mod key;
pub mod keys;
mod metadata;
mod online;
mod problem;
mod provenance;
mod publish;
mod refresh;
mod role;
mod rotate;
mod secret;
mod seed;
mod signing;
mod status;
mod tables;
pub mod time;
mod upload;

pub use build::{BuildOptions, Built, build};
pub use canonical::canonical;
pub use config::Config;
pub use diff::{Difference, What, differences};
pub use envelope::Envelope;
pub use folder::Folder;
pub use history::{Version, history};
pub use init::{Beginning, init};
pub use key::PublicKey;
pub use keys::KeyChoice;
pub use online::{Readiness, prepare};
pub use problem::Problem;
pub use publish::publish;
pub use refresh::{online_keys, refresh};
pub use role::Role;
pub use rotate::{Change, rotate};
pub use secret::{Passphrase, Passphrases, SHORTEST_PASSPHRASE, SecretKey};
pub use seed::seed;
pub use signing::{Need, may_sign, payload, sign, take_signature};
pub use status::{Duty, FileStatus, Status, prepare_all, status};
pub use tables::{Edit, Refused, Table, Tables, national_form};
pub use upload::Phase;
