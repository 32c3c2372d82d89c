//! The largest files that are taken, whoever signed them.

use super::Role;

/// Largest files, in bytes, and longest ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caps {
    /// Any root.
    pub root: u64,
    /// The timestamp.
    pub timestamp: u64,
    /// The snapshot.
    pub snapshot: u64,
    /// Targets, delegated ones too.
    pub targets: u64,
    /// Any target.
    pub target: u64,
    /// New roots in one run.
    pub root_steps: u64,
    /// Roles that are looked through for one target.
    pub delegations: usize,
}

impl Caps {
    /// What a phone takes: ten times what the list of a country needs.
    pub const PHONE: Self = Self {
        root: 64 << 10,
        timestamp: 16 << 10,
        snapshot: 256 << 10,
        targets: 1 << 20,
        target: 32 << 20,
        root_steps: 32,
        delegations: 32,
    };

    /// What the plain client takes from any repository.
    pub const ANY: Self = Self {
        root: 512_000,
        timestamp: 16_384,
        snapshot: 2_000_000,
        targets: 50_000_000,
        target: 50_000_000,
        root_steps: 32,
        delegations: 32,
    };

    /// The largest file of this role.
    pub fn of(&self, role: Role) -> u64 {
        match role {
            Role::Root => self.root,
            Role::Timestamp => self.timestamp,
            Role::Snapshot => self.snapshot,
            Role::Targets | Role::Delegated => self.targets,
        }
    }
}
