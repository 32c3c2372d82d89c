//! What the tests of crashes share: a publisher with many versions, and the question whether a
//! phone holds exactly one of them.

#![forbid(unsafe_code)]

mod phone;
mod published;
mod random;
mod wrong;

pub use phone::{Phone, State};
pub use published::{ANCHOR, Edition, Facts, PUBLISHER, Published, trust};
pub use random::Random;
pub use wrong::install_in_two;
