//! Whom of the organisation that was shown the list offers for ringing.

use std::sync::PoisonError;

use cleardown_core::{E164, Region};
use cleardown_list::{bundled_ring, display_quick};
use cleardown_store::{ListInfo, Store};

use crate::Engine;
use crate::api::NumberToRing;

/// Most numbers of one organisation that are offered.
const MOST: u32 = 10;

/// What was found last: to find it, whole lists are read.
#[derive(Debug, Default)]
pub(crate) struct LastFound {
    organisation: String,
    lists: Vec<ListInfo>,
    numbers: Vec<NumberToRing>,
}

impl Engine {
    /// The numbers of this organisation that may be offered. To be asked without the engine's lock.
    pub(crate) fn to_ring(
        &self,
        store: &Store,
        organisation: &str,
        region: Region,
    ) -> Vec<NumberToRing> {
        let lists = store.lists();
        let mut last = self.to_ring.lock().unwrap_or_else(PoisonError::into_inner);
        if last.organisation != organisation || last.lists != lists {
            let found = if lists.is_empty() {
                bundled_ring(organisation)
            } else {
                store.numbers_to_ring(organisation, MOST)
            };
            let number = |(number, line): (E164, String)| NumberToRing {
                number: number.to_string(),
                display: display_quick(number, region),
                line: Some(line).filter(|line| !line.is_empty()),
            };
            *last = LastFound {
                organisation: organisation.to_owned(),
                lists,
                numbers: found.into_iter().map(number).collect(),
            };
        }
        last.numbers.clone()
    }
}
