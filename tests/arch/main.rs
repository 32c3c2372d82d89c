//! Rules between the parts that no compiler keeps: who may depend on whom, what may be named where,
//! which words may be shown. Each scan has a test that it finds what it looks for.

mod build_checks;
mod crates;
mod documents;
mod floor;
mod kotlin;
mod layout;
mod library;
mod log_calls;
mod manifest;
mod network;
mod profile;
mod restrictions;
mod rust;
mod scan;
mod settings;
mod strings;
mod symbols;
mod tree;
mod versions;
mod words;
