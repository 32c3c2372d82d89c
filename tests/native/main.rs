//! The library for Android as `cargo xtask apk` made it, seen from outside: what it asks the phone
//! for and what it offers, how it is laid out, what of this machine or of the signing side is in it.

mod bytes;
mod elf;
mod layout;
mod symbols;
