//! The list that the app carries: as static tables compiled in from `data/gb/`, looked up without
//! being loaded, and as the signed set in `data/seed/`, for installing. A test compares the two.

use cleardown_core::{CallsOut, Confidence, E164, Kind, Listing};

use crate::tuf::{Keys, Trust, TrustError};
use crate::{CodeListing, Update, Verified};

include!(concat!(env!("OUT_DIR"), "/seed.rs"));

/// A time before every expiry.
const NEVER_EXPIRED: i64 = 0;

/// A number that may be offered for ringing although no row of the list says `ring` yet: advice of
/// the police pages on which the app rests (`data/gb/ring.csv`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// A short code, or a number in E.164 form with the plus.
    pub number: &'static str,
    /// Who answers there.
    pub organisation: &'static str,
}

/// What the bundled list says of a number. For the call path, also when the list file is broken: a
/// binary search in a static table.
pub fn bundled_lookup(number: E164) -> Option<Listing> {
    NUMBERS.get(place_of_number(number)?).map(Seed::listing)
}

/// What the bundled list says of a short code, digits only. For the call path.
pub fn bundled_code(code: &str) -> Option<CodeListing> {
    CODES.get(place_of_code(code)?).map(SeedCode::listing)
}

/// The numbers of this organisation that the bundled list says may be offered for ringing, with
/// their lines.
pub fn bundled_ring(organisation: &str) -> Vec<(E164, String)> {
    let offered = NUMBERS
        .iter()
        .filter(|seed| seed.ring && seed.organisation.as_str() == organisation);
    offered
        .filter_map(|seed| Some((E164::from_u64(seed.number)?, seed.line.text())))
        .collect()
}

/// How many numbers the bundled list has.
pub fn bundled_count() -> usize {
    NUMBERS.len()
}

/// The whole bundled list, for installing it: verified as a fetched one is, against the root that
/// came with it. Only its expiry is waived, because it cannot be newer than the app. Not for the
/// call path: it checks signatures.
pub fn bundled() -> Verified<Update> {
    verify_seed().expect("tested: the bundled list is soundly signed")
}

fn verify_seed() -> Result<Verified<Update>, TrustError> {
    let mut trust = Trust::pinned(include_bytes!("../data/seed/root.json"), Keys::Phone)?;
    trust.update_timestamp(include_bytes!("../data/seed/timestamp.json"), NEVER_EXPIRED)?;
    trust.update_snapshot(include_bytes!("../data/seed/snapshot.json"), NEVER_EXPIRED)?;
    trust.update_targets(include_bytes!("../data/seed/targets.json"), NEVER_EXPIRED)?;
    trust.verify_full(include_bytes!("../data/seed/list.txt.gz"), NEVER_EXPIRED)
}

/// What may be offered for ringing whatever the list says, in the order to offer it: 999, 101,
/// 159, Report Fraud, Crimestoppers. Rows that say `ring` come on top.
pub fn standing_offers() -> &'static [Offer] {
    OFFERS
}

/// Where the number stands in the static table.
pub(crate) fn place_of_number(number: E164) -> Option<usize> {
    let number = number.as_u64();
    NUMBERS
        .binary_search_by_key(&number, |seed| seed.number)
        .ok()
}

/// Where the code stands in the static table.
pub(crate) fn place_of_code(code: &str) -> Option<usize> {
    CODES.binary_search_by_key(&code, |seed| seed.code).ok()
}

struct Seed {
    number: u64,
    organisation: Span,
    line: Span,
    kind: Kind,
    calls_out: CallsOut,
    confidence: Confidence,
    ring: bool,
}

impl Seed {
    fn listing(&self) -> Listing {
        Listing {
            organisation: self.organisation.text(),
            line: self.line.text(),
            kind: self.kind,
            calls_out: self.calls_out,
            confidence: self.confidence,
            ring: self.ring,
        }
    }
}

struct SeedCode {
    code: &'static str,
    organisation: &'static str,
    kind: Option<Kind>,
    calls_out: CallsOut,
    confidence: Confidence,
}

impl SeedCode {
    fn listing(&self) -> CodeListing {
        CodeListing {
            organisation: self.organisation.to_owned(),
            kind: self.kind,
            calls_out: self.calls_out,
            confidence: self.confidence,
        }
    }
}

/// A piece of [`TEXTS`].
struct Span {
    start: u16,
    length: u8,
}

impl Span {
    fn as_str(&self) -> &'static str {
        let start = usize::from(self.start);
        &TEXTS[start..start + usize::from(self.length)]
    }

    fn text(&self) -> String {
        self.as_str().to_owned()
    }
}
