//! The store against real files: whole, damaged, on full and read-only disks, under killed writers.

mod damage;
mod disk;
mod golden;
mod growth;
mod history;
mod killed;
mod lists;
mod live;
mod repair;
mod signed;
mod support;
mod trust;
