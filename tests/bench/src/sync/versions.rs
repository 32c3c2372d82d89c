//! Four versions of one list: the same in every run and on every machine.

use std::collections::BTreeSet;

use cleardown_core::{CallsOut, Confidence, E164, Listing, is_life_saving};
use phonenumber::Mode;

use crate::rows::Random;

/// How many of a thousand numbers differ from the version before, in versions 2, 3 and 4: half of
/// them gone, half of them new.
pub const CHANGED: [usize; 3] = [1, 10, 50];

const SEED: u64 = 0x5eed_5e4d_0de1_7a99;

/// Numbers without any order, ascending as text; version by version.
pub struct Versions {
    random: Random,
    numbers: BTreeSet<u64>,
}

impl Versions {
    /// The first version, of so many numbers.
    pub fn new(count: usize) -> Self {
        let mut this = Self {
            random: Random(SEED),
            numbers: BTreeSet::new(),
        };
        this.fill(count);
        this
    }

    /// Changes so many of a thousand numbers.
    pub fn change(&mut self, of_a_thousand: usize) {
        let count = self.numbers.len();
        let half = (count * of_a_thousand / 2_000).max(1);
        let mut all: Vec<u64> = self.numbers.iter().copied().collect();
        for _ in 0..half {
            let gone = all.swap_remove(self.random.below(all.len()));
            self.numbers.remove(&gone);
        }
        self.fill(count);
    }

    /// `numbers.csv` with this version's rows.
    pub fn table(&self) -> String {
        let mut rows: Vec<String> = self.numbers.iter().map(|number| row(*number)).collect();
        rows.sort_unstable();
        let header = "number,display,organisation,line,kind,calls_out,ring,confidence,checked_on,\
                      source,note\r\n";
        header.to_owned() + &rows.concat()
    }

    fn fill(&mut self, count: usize) {
        while self.numbers.len() < count {
            let number = self.random.number();
            if is_given_out(number) {
                self.numbers.insert(number);
            }
        }
    }
}

/// Publishers list no number that its country does not have.
fn is_given_out(number: u64) -> bool {
    let text = format!("+{number}");
    let is_valid = phonenumber::parse(None, &text).is_ok_and(|parsed| parsed.is_valid());
    is_valid && !is_life_saving(&text)
}

/// What is said of a number depends on nothing but the number.
fn row(number: u64) -> String {
    let mut listing = Random(number).listing();
    if listing.calls_out == CallsOut::Never {
        // No publisher may be sure of the one and not of the other.
        listing.confidence = Confidence::High;
    }
    let Listing {
        organisation, line, ..
    } = &listing;
    let [kind, calls_out, confidence] = [
        word(&listing.kind),
        word(&listing.calls_out),
        word(&listing.confidence),
    ];
    let display = national(number);
    format!(
        "+{number},{display},{organisation},{line},{kind},{calls_out},no,{confidence},,\
         https://www.example.org/numbers,Its own page says so.\r\n"
    )
}

fn national(number: u64) -> String {
    let number = E164::from_u64(number).map(|number| number.to_string());
    let parsed = number.and_then(|text| phonenumber::parse(None, text).ok());
    parsed.map_or_else(String::new, |parsed| {
        parsed.format().mode(Mode::National).to_string()
    })
}

fn word(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_the_same_each_time_and_differ_by_what_was_asked() {
        let mut versions = Versions::new(2_000);
        let before = versions.numbers.clone();
        assert_eq!(before, Versions::new(2_000).numbers);
        versions.change(50);
        assert_eq!(versions.numbers.len(), 2_000);
        assert_eq!(before.difference(&versions.numbers).count(), 50);
    }
}
