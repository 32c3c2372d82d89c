//! The list that the app carries: compiled in from `data/gb/`, looked up without being loaded.

use cleardown_core::{CallsOut, Confidence, E164, Kind, Listing, ShortCode};

use crate::{CodeListing, CodeRow, Day, List, ListRow, Meta, Verified};

include!(concat!(env!("OUT_DIR"), "/seed.rs"));

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
    let found = NUMBERS
        .binary_search_by_key(&number.as_u64(), |seed| seed.number)
        .ok()?;
    NUMBERS.get(found).map(Seed::listing)
}

/// What the bundled list says of a short code, digits only. For the call path.
pub fn bundled_code(code: &str) -> Option<CodeListing> {
    let found = CODES.binary_search_by_key(&code, |seed| seed.code).ok()?;
    CODES.get(found).map(SeedCode::listing)
}

/// How many numbers the bundled list has.
pub fn bundled_count() -> usize {
    NUMBERS.len()
}

/// The whole bundled list, for installing it: trusted because it is part of the program. Not for
/// the call path: it builds all rows.
pub fn bundled() -> Verified<List> {
    let rows = NUMBERS.iter().map(Seed::row).collect();
    let codes = CODES.iter().map(SeedCode::row).collect();
    let issued: Day = ISSUED.parse().expect("tested: the bundled list has a date");
    let meta = Meta {
        publisher: PUBLISHER.to_owned(),
        title: TITLE.to_owned(),
        version: VERSION,
        issued_ms: issued.unix_ms(),
    };
    let list = List::new(meta, rows, codes).expect("tested: the bundled list keeps the rules");
    Verified::new(list)
}

/// What may be offered for ringing whatever the list says, in the order to offer it: 999, 101,
/// 159, Report Fraud, Crimestoppers. Rows that say `ring` come on top.
pub fn standing_offers() -> &'static [Offer] {
    OFFERS
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

    fn row(&self) -> ListRow {
        let number = E164::from_u64(self.number).expect("tested: every row is a number");
        ListRow {
            number,
            listing: self.listing(),
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

    fn row(&self) -> CodeRow {
        let code = ShortCode::new(self.code).expect("tested: every row is a short code");
        CodeRow {
            code,
            listing: self.listing(),
        }
    }
}

/// A piece of [`TEXTS`].
struct Span {
    start: u16,
    length: u8,
}

impl Span {
    fn text(&self) -> String {
        let start = usize::from(self.start);
        TEXTS[start..start + usize::from(self.length)].to_owned()
    }
}
