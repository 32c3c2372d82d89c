//! Reading typed values out of JSON with errors that name file, step and key.

use serde_json::{Map, Value};

use crate::error::{Mistake, Place, StoryError};

/// A JSON object of a story and where it stands.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    file: &'a str,
    place: &'a Place,
    /// The keys that lead here, each followed by a dot.
    prefix: &'a str,
    map: &'a Map<String, Value>,
}

impl<'a> Fields<'a> {
    /// The object `value`, standing at `place` behind the keys `prefix` (empty or ending in a dot).
    pub fn new(
        file: &'a str,
        place: &'a Place,
        prefix: &'a str,
        value: &'a Value,
    ) -> Result<Self, StoryError> {
        match value {
            Value::Object(map) => Ok(Fields {
                file,
                place,
                prefix,
                map,
            }),
            other => Err(StoryError::Wrong(Box::new(Mistake {
                file: file.into(),
                place: place.clone(),
                key: name_of(prefix, place),
                found: describe(other),
                expected: "an object".into(),
                remedy: "Put its fields in curly brackets.".into(),
            }))),
        }
    }

    /// The raw value of `key`: absent and null are different.
    pub fn raw(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key)
    }

    /// The whole object.
    pub fn map(&self) -> &'a Map<String, Value> {
        self.map
    }

    /// The text at `key`, if the key is there.
    pub fn text(&self, key: &str) -> Result<Option<&'a str>, StoryError> {
        match self.raw(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong(key, "text", "Put it in quotation marks.")),
        }
    }

    /// The text at `key`, which must be there.
    pub fn needed_text(&self, key: &str) -> Result<&'a str, StoryError> {
        self.text(key)?
            .ok_or_else(|| self.wrong(key, "text", "Add it."))
    }

    /// Text or null at `key`: outer `None` = absent, inner `None` = null.
    pub fn nullable_text(&self, key: &str) -> Result<Option<Option<&'a str>>, StoryError> {
        match self.raw(key) {
            None => Ok(None),
            Some(Value::Null) => Ok(Some(None)),
            Some(Value::String(text)) => Ok(Some(Some(text))),
            Some(_) => Err(self.wrong(key, "text or null", "Put a number in quotation marks.")),
        }
    }

    /// The truth value at `key`, if the key is there.
    pub fn flag(&self, key: &str) -> Result<Option<bool>, StoryError> {
        match self.raw(key) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(*flag)),
            Some(_) => Err(self.wrong(key, "true or false", "Write it without quotation marks.")),
        }
    }

    /// The seconds at `key`, if the key is there.
    pub fn seconds(&self, key: &str) -> Result<Option<u32>, StoryError> {
        match self.raw(key) {
            None => Ok(None),
            Some(value) => value
                .as_u64()
                .and_then(|seconds| u32::try_from(seconds).ok())
                .map(Some)
                .ok_or_else(|| {
                    self.wrong(
                        key,
                        "a whole number of seconds from 0",
                        "Write plain digits.",
                    )
                }),
        }
    }

    /// The list at `key`, empty if the key is absent.
    pub fn list(&self, key: &str) -> Result<&'a [Value], StoryError> {
        match self.raw(key) {
            None => Ok(&[]),
            Some(Value::Array(values)) => Ok(values),
            Some(_) => Err(self.wrong(key, "a list", "Put it in square brackets.")),
        }
    }

    /// The word at `key`, which must be one of `words`.
    pub fn word(&self, key: &str, words: &[&str]) -> Result<Option<&'a str>, StoryError> {
        match self.text(key)? {
            Some(word) if !words.contains(&word) => Err(self.not_one_of(key, words)),
            other => Ok(other),
        }
    }

    /// The words at `key`, each of which must be one of `words`; `None` if the key is absent.
    pub fn words(&self, key: &str, words: &[&str]) -> Result<Option<Vec<String>>, StoryError> {
        if self.raw(key).is_none() {
            return Ok(None);
        }
        self.list(key)?
            .iter()
            .map(|value| match value.as_str() {
                Some(word) if words.contains(&word) => Ok(word.to_owned()),
                _ => Err(self.not_one_of(key, words)),
            })
            .collect::<Result<_, _>>()
            .map(Some)
    }

    /// The error for `key`: what stands there, what should, and how to mend it.
    pub fn wrong(&self, key: &str, expected: &str, remedy: &str) -> StoryError {
        StoryError::Wrong(Box::new(Mistake {
            file: self.file.into(),
            place: self.place.clone(),
            key: format!("{}{key}", self.prefix),
            found: self.raw(key).map_or_else(|| "missing".into(), describe),
            expected: expected.into(),
            remedy: remedy.into(),
        }))
    }

    /// The error for a word outside its set.
    pub fn not_one_of(&self, key: &str, words: &[&str]) -> StoryError {
        let expected = format!("one of {}", words.join(", "));
        self.wrong(key, &expected, "Check the spelling.")
    }
}

/// The key of an object from the prefix of what is in it.
fn name_of(prefix: &str, place: &Place) -> String {
    match (prefix.trim_end_matches('.'), place) {
        ("", Place::Top) => "story".into(),
        ("", Place::Step { .. }) => "step".into(),
        (name, _) => name.into(),
    }
}

/// A value in few words.
fn describe(value: &Value) -> String {
    match value {
        Value::Array(_) => "a list".into(),
        Value::Object(_) => "an object".into(),
        plain => {
            let text = plain.to_string();
            match text.char_indices().nth(60) {
                Some((cut, _)) => format!("{}…", &text[..cut]),
                None => text,
            }
        }
    }
}
