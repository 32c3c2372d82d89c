//! A value of a setting, as it comes from a screen, a file or a device policy.

use serde::{Deserialize, Serialize};

/// A value as it comes from a settings screen, a file or a device policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PolicyValue {
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Text.
    Text(String),
    /// Several texts.
    List(Vec<String>),
    /// Anything else: always an error.
    Other(AnyValue),
}

/// A value of no use: a fraction, null, something nested.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnyValue;

impl PolicyValue {
    /// The value as people write it, for what holds.
    pub fn plain(&self) -> String {
        match self {
            Self::Bool(yes) => yes.to_string(),
            Self::Int(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::List(texts) => texts.join(", "),
            Self::Other(_) => String::new(),
        }
    }

    /// The value as it was found, shortened, so that the text `"60"` is not taken for the number.
    pub fn found(&self) -> String {
        match self {
            Self::Text(text) => format!("\"{}\"", shorten(text)),
            Self::List(texts) => format!("[{}]", shorten(&texts.join(", "))),
            Self::Other(_) => "something else".to_owned(),
            Self::Bool(_) | Self::Int(_) => self.plain(),
        }
    }
}

/// At most 60 characters of a text.
pub(super) fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    let mut short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

impl Serialize for AnyValue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for AnyValue {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::de::IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_useless_value_is_read_to_its_end() {
        let read: Vec<AnyValue> = serde_json::from_str("[{\"a\": [1, null]}, 1.5]").expect("two");
        assert_eq!(read, [AnyValue, AnyValue]);
    }
}
