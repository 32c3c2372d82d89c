//! The words that the phone would show: read from the app's own file, so that there is one text.

use std::collections::BTreeMap;

use cleardown_engine::api::Confidence;
use roxmltree::Document;

/// The English texts of the app.
const STRINGS: &str = include_str!("../../../android/app/src/main/res/values/strings.xml");

/// The texts by name.
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// Reads the app's texts.
    ///
    /// # Errors
    /// That the file compiled in is no XML; a test excludes it.
    pub fn english() -> Result<Self, String> {
        let document = Document::parse(STRINGS)
            .map_err(|error| format!("the app's texts cannot be read: {error}"))?;
        let texts = document
            .descendants()
            .filter(|node| node.has_tag_name("string"));
        let named = texts.filter_map(|node| {
            let name = node.attribute("name")?.to_owned();
            let text: String = node
                .descendants()
                .filter(|part| part.is_text())
                .filter_map(|part| part.text())
                .collect();
            Some((name, unescape(&text)))
        });
        Ok(Self(named.collect()))
    }

    /// The text of this name; the name itself where there is none.
    pub fn get<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }

    /// The text with its first gap filled.
    pub fn fill(&self, name: &str, value: &str) -> String {
        self.get(name).replace("%1$s", value)
    }

    /// The first sentences of every warning.
    pub fn can_be_faked(&self, organisation: Option<&str>, sure: Option<Confidence>) -> String {
        let first = self.get("can_be_faked").to_owned();
        let Some(organisation) = organisation else {
            return first;
        };
        let low = sure == Some(Confidence::Low);
        let name = if low {
            "shows_number_listed_as"
        } else {
            "shows_number_of"
        };
        format!("{first} {}", self.fill(name, organisation))
    }

    /// The sentence for a reason.
    pub fn reason(&self, code: &str) -> &str {
        self.0
            .get(&format!("reason_{code}"))
            .map_or("", String::as_str)
    }
}

/// Android's escapes in string resources.
fn unescape(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    one_line
        .replace("\\'", "'")
        .replace("\\\"", "\"")
        .replace("\\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use cleardown_engine::Reason;

    #[test]
    fn every_reason_has_a_sentence_of_its_own() {
        let words = Words::english().expect("the app's texts can be read");
        let mut seen = BTreeMap::new();
        for reason in Reason::ALL {
            let sentence = words.reason(reason.code());
            assert!(
                sentence.ends_with('.'),
                "{} has no full sentence",
                reason.code()
            );
            if let Some(other) = seen.insert(sentence, reason) {
                panic!("{} and {} read the same", other.code(), reason.code());
            }
        }
    }

    #[test]
    fn every_alert_has_a_headline_of_six_words_at_most() {
        let words = Words::english().expect("the app's texts can be read");
        for alert in ["caution", "warning", "certain_fake"] {
            let name = format!("headline_{alert}");
            let headline = words.get(&name);
            assert_ne!(headline, name);
            assert!(headline.split_whitespace().count() <= 6, "{headline}");
        }
    }

    #[test]
    fn a_text_is_read_once_and_filled() {
        let words = Words::english().expect("the app's texts can be read");
        assert_eq!(words.get("app_name"), "Cleardown");
        let first = words.can_be_faked(Some("Test Police"), Some(Confidence::Low));
        assert!(
            first.starts_with("Caller ID can be faked. It shows a number listed as Test Police")
        );
    }
}
