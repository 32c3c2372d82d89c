//! Asking the lists.

use cleardown_core::{E164, Listing};
use cleardown_list::CodeListing;

use crate::StoreError;
use crate::db::Db;
use crate::list::{ListFile, ListInfo, numbers_to_ring};
use crate::store::{Store, locked};

/// What the lists say, as far as they could be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// From each publisher's list at most one, publishers in the order of their names.
    pub listings: Vec<T>,
    /// Why there may be more: no list, or one that could not be asked or is damaged. Then the list
    /// that is part of the program should be asked as well.
    pub trouble: Option<StoreError>,
}

impl Store {
    /// What every publisher's list says of this number. For the call path.
    pub fn lookup(&self, number: E164) -> Found<Listing> {
        self.ask(|list| list.look_up(number))
    }

    /// What every publisher's list says of this short code, digits only. For the call path.
    pub fn lookup_code(&self, code: &str) -> Found<CodeListing> {
        self.ask(|list| list.look_up_code(code))
    }

    /// Which publishers' lists have this number. For the call path. Lists that cannot be read are
    /// left out.
    pub fn publishers_of(&self, number: E164) -> Vec<String> {
        let mut lists = locked(&self.lists);
        let mut with_it = Vec::new();
        for list in lists.iter_mut() {
            if let Ok(Some(_)) = list.look_up(number) {
                with_it.push(list.publisher.clone());
            }
        }
        with_it
    }

    /// The numbers of this organisation that the lists say may be offered for ringing, with their
    /// lines; at most so many of each list. Reads whole lists: not for the call path, which it does
    /// not hold up. Lists that cannot be read are left out.
    pub fn numbers_to_ring(&self, organisation: &str, most: u32) -> Vec<(E164, String)> {
        let mut found = Vec::new();
        for ListInfo { publisher, .. } in self.lists() {
            let Ok(place) = self.list_place(&publisher) else {
                continue;
            };
            // A connection of its own, so that look-ups go on meanwhile.
            let mut list = Db::open(place);
            let read = list.read(|db| numbers_to_ring(db, organisation, most));
            found.extend(read.unwrap_or_default());
        }
        found
    }

    /// Which lists are installed, in the order of their publishers' names. Those that cannot be
    /// read are not among them.
    pub fn lists(&self) -> Vec<ListInfo> {
        let mut lists = locked(&self.lists);
        lists
            .iter_mut()
            .filter_map(|list| list.refresh_info().cloned())
            .collect()
    }

    fn ask<T>(&self, look_up: impl Fn(&mut ListFile) -> Result<Option<T>, StoreError>) -> Found<T> {
        let mut lists = locked(&self.lists);
        let mut found = Found {
            listings: Vec::new(),
            trouble: None,
        };
        lists.iter_mut().for_each(ListFile::refresh_if_unknown);
        if lists.iter().all(ListFile::is_blank) {
            found.trouble = Some(StoreError::NoList);
        }
        for list in lists.iter_mut() {
            match look_up(list) {
                Ok(listing) => found.listings.extend(listing),
                Err(error) => found.trouble = Some(error),
            }
            found.trouble = found.trouble.or_else(|| list.fault());
        }
        found
    }
}
