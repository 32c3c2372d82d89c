//! Looking for a target among the roles that the targets hand files to.

use std::collections::BTreeSet;

use sigstore_tuf::{DelegatedRole, Targets};

use crate::{Sha256, hex};

use super::pattern::fits;
use super::signed::{Authority, Held};
use super::trust::{check_pin, check_version};
use super::{Role, TargetInfo, Trust, TrustError, Wanted};

/// A search under way: depth first, in the order of the delegations (specification 5.6.7).
#[derive(Clone, Debug)]
pub struct Search {
    path: String,
    /// The next role is the last.
    to_visit: Vec<Edge>,
    visited: BTreeSet<String>,
}

/// A role, and the one through which it was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edge {
    role: String,
    parent: String,
}

/// Where a search stands.
#[derive(Clone, Debug, PartialEq)]
pub enum SearchStep {
    /// This is the target.
    Found(TargetInfo),
    /// The file of this role is needed: hand it to [`Trust::update_delegated`], then search on.
    Needs {
        /// The role.
        role: String,
        /// Its file.
        file: Wanted,
    },
}

impl Search {
    /// Begins to look for a target.
    pub fn new(path: &str) -> Self {
        let first = Edge {
            role: "targets".to_owned(),
            parent: "root".to_owned(),
        };
        Self {
            path: path.to_owned(),
            to_visit: vec![first],
            visited: BTreeSet::new(),
        }
    }
}

impl Trust {
    /// Searches on.
    ///
    /// # Errors
    /// [`TrustError::NoTarget`], or why a role on the way is not trusted.
    pub fn search(&self, search: &mut Search, now_s: i64) -> Result<SearchStep, TrustError> {
        self.check_complete(now_s)?;
        while let Some(edge) = search.to_visit.last().cloned() {
            if search.visited.contains(&edge.role) {
                search.to_visit.pop();
                continue;
            }
            if search.visited.len() >= self.caps().delegations {
                break;
            }
            let Some(held) = self.role(&edge, now_s)? else {
                let pin = self.targets_pin(&edge.role, now_s)?;
                let file = self.wanted(Role::Delegated, &edge.role, pin)?;
                let role = edge.role;
                return Ok(SearchStep::Needs { role, file });
            };
            search.to_visit.pop();
            let targets = held.signed();
            if let Some(file) = targets.target(&search.path) {
                return Ok(SearchStep::Found(TargetInfo::new(&search.path, file)));
            }
            search.visited.insert(edge.role.clone());
            let (children, ends) = children(targets, &edge.role, &search.path);
            if ends {
                search.to_visit.clear();
            }
            search.to_visit.extend(children.into_iter().rev());
        }
        Err(TrustError::NoTarget {
            path: search.path.clone(),
        })
    }

    /// Takes the file of the role that the search needs.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn update_delegated(
        &mut self,
        search: &Search,
        bytes: &[u8],
        now_s: i64,
    ) -> Result<(), TrustError> {
        let role = Role::Delegated;
        let edge = search.to_visit.last().ok_or(TrustError::Missing { role })?;
        let pin = self.targets_pin(&edge.role, now_s)?;
        check_pin(role, pin, bytes)?;
        let new = Held::<Targets>::read(role, self.profile, bytes)?;
        check_version(role, pin, new.signed().version)?;
        new.check(role, &self.authority_of(edge)?)?;
        new.check_fresh(role, now_s)?;
        self.delegated.insert(edge.role.clone(), new);
        Ok(())
    }

    /// The file of a role, if it is there. Another parent may name other keys for the same role:
    /// they are asked each time.
    fn role(&self, edge: &Edge, now_s: i64) -> Result<Option<&Held<Targets>>, TrustError> {
        if edge.role == "targets" {
            return Ok(self.targets.as_ref());
        }
        let Some(held) = self.delegated.get(&edge.role) else {
            return Ok(None);
        };
        held.check(Role::Delegated, &self.authority_of(edge)?)?;
        held.check_fresh(Role::Delegated, now_s)?;
        Ok(Some(held))
    }

    /// Who may sign for a role, by what its parent says.
    fn authority_of(&self, edge: &Edge) -> Result<Authority, TrustError> {
        let parent = if edge.parent == "targets" {
            self.targets.as_ref()
        } else {
            self.delegated.get(&edge.parent)
        };
        let delegations = parent.and_then(|held| held.signed().delegations.as_ref());
        let found = delegations.and_then(|all| {
            let role = all.roles.iter().find(|one| one.name == edge.role)?;
            Some(Authority::new(self.profile, &all.keys, &role.role_keys()))
        });
        found.ok_or(TrustError::Missing {
            role: Role::Delegated,
        })
    }
}

/// The roles that a role hands this path to, in their order, and whether the search ends with them.
fn children(targets: &Targets, parent: &str, path: &str) -> (Vec<Edge>, bool) {
    let mut children = Vec::new();
    let roles = targets.delegations.iter().flat_map(|all| &all.roles);
    for role in roles.filter(|role| is_free(&role.name) && takes(role, path)) {
        children.push(Edge {
            role: role.name.clone(),
            parent: parent.to_owned(),
        });
        if role.terminating {
            return (children, true);
        }
    }
    (children, false)
}

/// Names of the four top roles are theirs alone: files are kept by these names.
fn is_free(name: &str) -> bool {
    !matches!(name, "" | "root" | "timestamp" | "snapshot" | "targets")
}

fn takes(role: &DelegatedRole, path: &str) -> bool {
    if let Some(prefixes) = &role.path_hash_prefixes {
        let hash = hex(&Sha256::of(path.as_bytes()));
        return prefixes
            .iter()
            .any(|prefix| hash.starts_with(prefix.as_str()));
    }
    let patterns = role.paths.iter().flatten();
    patterns.into_iter().any(|pattern| fits(pattern, path))
}
