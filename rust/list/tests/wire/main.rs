//! The form in which lists are published: `FORMAT.md`.

mod delta;
mod golden;
mod gzip;
mod lists;
mod mutated;
mod properties;
mod refused;
mod signed;
mod size;
mod writer;
