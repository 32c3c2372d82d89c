//! Who is believed, step by step: each test spoils one thing in an otherwise good repository.

mod chain;
mod delegations;
mod expiry;
mod floors;
mod keys;
mod lists;
mod oracle;
mod repo;
mod roots;
mod sizes;
