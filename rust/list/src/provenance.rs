//! Where each number of the bundled list comes from. Tools only: not in the phone's library.

use cleardown_core::E164;

include!(concat!(env!("OUT_DIR"), "/provenance.rs"));

/// Where a row comes from.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Provenance {
    /// The date that the source carries: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or empty if undated. Not
    /// the date of a check by this project.
    pub checked_on: String,
    /// The public page that gives the number.
    pub source: String,
    /// Caveats and evidence; may be empty.
    pub note: String,
    /// The number as the editors wrote it, in national form.
    pub display: String,
}

/// Where the bundled row of this number comes from.
pub fn provenance(number: E164) -> Option<Provenance> {
    let found = OF_NUMBERS
        .binary_search_by_key(&number.as_u64(), |(number, _)| *number)
        .ok()?;
    OF_NUMBERS.get(found).map(|(_, origin)| origin.provenance())
}

/// Where the bundled row of this short code comes from; the note is the evidence on whether genuine
/// calls show it.
pub fn code_provenance(code: &str) -> Option<Provenance> {
    OF_CODES
        .iter()
        .find(|origin| origin.0 == code)
        .map(Origin::provenance)
}

/// Display, date, source, note.
struct Origin(&'static str, &'static str, &'static str, &'static str);

impl Origin {
    fn provenance(&self) -> Provenance {
        Provenance {
            checked_on: self.1.to_owned(),
            source: self.2.to_owned(),
            note: self.3.to_owned(),
            display: self.0.to_owned(),
        }
    }
}
