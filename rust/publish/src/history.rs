//! The versions of the list that were published.

use std::collections::BTreeMap;

use cleardown_list::{List, ListText, MOST_TEXT_BYTES, Meta, unpack};

use crate::folder::versions;
use crate::metadata::{About, Targets};
use crate::{Folder, Problem, Role, time};

/// The target with the whole list.
pub(crate) const FULL: &str = "list.txt.gz";

/// A published version of the list.
#[derive(Clone, Debug)]
pub struct Version {
    targets: Targets,
}

/// All published versions of the list by their number: of those signed more than once the newest
/// file.
///
/// # Errors
/// `file`, `damaged`
pub fn history(folder: &Folder) -> Result<BTreeMap<u64, Version>, Problem> {
    let mut all = BTreeMap::new();
    for version in versions(&folder.published(), Role::Targets)? {
        if let Some(envelope) = folder.published_version(Role::Targets, version)? {
            let targets: Targets = envelope.said()?;
            all.insert(targets.cleardown.list, Version { targets });
        }
    }
    Ok(all)
}

impl Version {
    /// What was signed of the list.
    pub(crate) fn about(&self) -> &About {
        &self.targets.cleardown
    }

    /// The list itself, out of the published files.
    ///
    /// # Errors
    /// `target_missing`, `damaged`
    pub fn list(&self, folder: &Folder) -> Result<List, Problem> {
        let about = self.about();
        let name = format!("list version {}", about.list);
        let packed = folder.target(&self.targets, FULL)?;
        let packed = packed.ok_or_else(|| Problem::damaged(&name, "it has no full text"))?;
        let text = unpack(&packed, MOST_TEXT_BYTES)
            .and_then(ListText::parse)
            .map_err(|error| Problem::damaged(&name, error))?;
        Ok(text.to_list(Meta {
            publisher: about.publisher.clone(),
            title: about.title.clone(),
            version: about.list,
            issued_ms: time::of_text(&about.issued).unwrap_or_default() * 1_000,
        }))
    }
}
