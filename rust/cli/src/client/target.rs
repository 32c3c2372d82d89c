//! Targets, fetched into a folder.

use std::fs;
use std::path::Path;

use cleardown_engine::sync::tuf::{Search, TargetInfo, escape};
use cleardown_engine::sync::{Failure, Find, Refresh, What};
use cleardown_list::Sha256;

use super::folder::{self, Folder};
use super::{join, say};
use crate::http::{Fetched, Http};
use crate::progress::Progress;

/// Where targets come from and go to.
pub struct Place<'a> {
    /// Address of the folder with the metadata, for delegated roles.
    pub metadata_url: &'a str,
    /// Address of the folder with the targets.
    pub base_url: &'a str,
    /// Where they are written.
    pub folder: &'a Path,
}

/// Fetches one target, if it is not there already.
pub fn fetch(
    refresh: &mut Refresh<Folder>,
    http: &Http,
    place: &Place<'_>,
    name: &str,
) -> Result<(), String> {
    let target = find(refresh, http, place.metadata_url, name).map_err(|error| say(&error))?;
    let file = place.folder.join(local_name(name));
    let is_there = fs::read(&file).is_ok_and(|bytes| target.check(&bytes).is_ok());
    if is_there {
        return Ok(());
    }
    let bytes = body(refresh, http, place.base_url, &target).map_err(|error| say(&error))?;
    fs::create_dir_all(place.folder)
        .map_err(|error| format!("{}: {error}", place.folder.display()))?;
    folder::write(&file, &bytes).map_err(|error| error.to_string())
}

fn find(
    refresh: &mut Refresh<Folder>,
    http: &Http,
    base: &str,
    name: &str,
) -> Result<TargetInfo, Failure> {
    let mut search = Search::new(name);
    loop {
        match refresh.find(&mut search)? {
            Find::Target(target) => return Ok(target),
            Find::Role { role, want } => {
                let url = join(base, &want.file.name);
                let fetched = http.get(&url, want.file.most_bytes, &mut |_| ());
                refresh.take_delegated(&search, &role, fetched.answer())?;
            }
        }
    }
}

fn body(
    refresh: &Refresh<Folder>,
    http: &Http,
    base: &str,
    target: &TargetInfo,
) -> Result<Vec<u8>, Failure> {
    let file = refresh.trust().wanted_target(target)?;
    let mut bar = Progress::new(target.path(), target.length());
    let url = join(base, &file.name);
    match http.get(&url, file.most_bytes, &mut |bytes| bar.show(bytes)) {
        Fetched::Body(bytes) => {
            target.check(&bytes)?;
            Ok(bytes)
        }
        Fetched::Status(status) => Err(Failure::Status {
            what: What::List,
            status,
        }),
        Fetched::Failed(why) => Err(why.into()),
    }
}

/// Longest file name, bytes; file systems end at 255.
const LONGEST_NAME: usize = 200;

/// One file name for each path, none of them hidden and none that leaves the folder. A long one is
/// cut and ends with the hash of all of it.
fn local_name(path: &str) -> String {
    let mut name = escape(path);
    if name.is_empty() || name.starts_with('.') {
        // No other path gives a lone "%", or dots that are encoded.
        name = name.replacen('.', "%2E", 1);
        name = if name.is_empty() {
            "%".to_owned()
        } else {
            name
        };
    }
    if name.len() > LONGEST_NAME {
        let hash: String = Sha256::of(path.as_bytes())
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        name.truncate(LONGEST_NAME - hash.len() - 1);
        name = format!("{name}-{hash}");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::local_name;
    use std::collections::BTreeSet;

    #[test]
    fn every_path_has_a_file_of_its_own_inside_the_folder() {
        let paths = [
            "", ".", "..", "%", "%2E", "a", "a/b", "a%2Fb", "/a", "../a", "a b", "a?b", "A",
        ];
        let names: BTreeSet<String> = paths.iter().map(|path| local_name(path)).collect();
        assert_eq!(names.len(), paths.len());
        for name in names {
            assert!(
                !name.contains('/') && !["", ".", ".."].contains(&name.as_str()),
                "{name}"
            );
        }
    }
}
