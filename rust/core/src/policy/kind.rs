//! What a setting takes, and how it is read and written.

use std::fmt;

use super::{Policy, PolicyValue};
use crate::{Dialled, E164, Region};

/// What a setting takes, and the field in which it is kept.
#[derive(Debug)]
pub enum Kind {
    /// Yes or no.
    YesNo(At<bool>),
    /// A whole number.
    Number {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
        /// Where it is kept.
        at: At<u32>,
    },
    /// One of several words, those that protect less first.
    Choice {
        /// The words.
        of: &'static [&'static str],
        /// Where it is kept.
        at: Chosen,
    },
    /// Text.
    Text {
        /// Most characters.
        most: usize,
        /// Where it is kept.
        at: At<String>,
    },
    /// A telephone number, or nothing.
    Telephone(At<Option<E164>>),
    /// Telephone numbers: a list, or one text with commas.
    Telephones {
        /// Most of them.
        most: usize,
        /// Where they are kept.
        at: At<Vec<E164>>,
    },
    /// Whose lists to fetch, as the text of a JSON array. What is in it is read where lists are.
    Lists {
        /// Most bytes.
        most: usize,
        /// Where it is kept.
        at: At<String>,
    },
}

/// A field of the settings.
pub struct At<T: 'static> {
    get: fn(&Policy) -> &T,
    get_mut: fn(&mut Policy) -> &mut T,
}

/// A field of the settings with named values.
pub struct Chosen {
    get: fn(&Policy) -> &'static str,
    set: fn(&mut Policy, &str),
}

impl Kind {
    /// What is accepted, in words.
    pub fn expected(&self) -> String {
        match self {
            Self::YesNo(_) => "true or false".to_owned(),
            Self::Number { least, most, .. } => format!("a whole number from {least} to {most}"),
            Self::Choice { of, .. } => one_of(of),
            Self::Text { most, .. } => format!("a text of at most {most} characters"),
            Self::Telephone(_) => "one telephone number, or nothing".to_owned(),
            Self::Telephones { most, .. } => format!("a list of at most {most} telephone numbers"),
            Self::Lists { most, .. } => {
                format!("a text of at most {most} bytes: a JSON array of lists")
            }
        }
    }

    pub(super) fn get(&self, policy: &Policy) -> PolicyValue {
        match self {
            Self::YesNo(at) => PolicyValue::Bool(*(at.get)(policy)),
            Self::Number { at, .. } => PolicyValue::Int((*(at.get)(policy)).into()),
            Self::Choice { at, .. } => PolicyValue::Text((at.get)(policy).to_owned()),
            Self::Text { at, .. } | Self::Lists { at, .. } => {
                PolicyValue::Text((at.get)(policy).clone())
            }
            Self::Telephone(at) => {
                let number = (at.get)(policy).map(|number| number.to_string());
                PolicyValue::Text(number.unwrap_or_default())
            }
            Self::Telephones { at, .. } => {
                PolicyValue::List((at.get)(policy).iter().map(E164::to_string).collect())
            }
        }
    }

    /// `None` where the value is not accepted.
    pub(super) fn set(
        &self,
        policy: &mut Policy,
        value: &PolicyValue,
        region: Region,
    ) -> Option<()> {
        match (self, value) {
            (Self::YesNo(at), PolicyValue::Bool(yes)) => *(at.get_mut)(policy) = *yes,
            (Self::Number { least, most, at }, PolicyValue::Int(number)) => {
                let number = u32::try_from(*number).ok();
                *(at.get_mut)(policy) = number.filter(|one| (least..=most).contains(&one))?;
            }
            (Self::Choice { of, at }, PolicyValue::Text(text)) => {
                (at.set)(policy, of.iter().find(|one| *one == text)?);
            }
            (Self::Text { most, at }, PolicyValue::Text(text)) => {
                let fits = text.len() <= most * 4 && text.chars().count() <= *most;
                *(at.get_mut)(policy) = fits.then(|| text.clone())?;
            }
            (Self::Lists { most, at }, PolicyValue::Text(text)) => {
                *(at.get_mut)(policy) = (text.len() <= *most).then(|| text.clone())?;
            }
            (Self::Telephone(at), PolicyValue::Text(text)) => {
                *(at.get_mut)(policy) = match text.as_str() {
                    "" => None,
                    number => Some(telephone_number(number, region)?),
                };
            }
            (Self::Telephones { most, at }, PolicyValue::List(texts)) => {
                let texts = texts.iter().map(String::as_str);
                *(at.get_mut)(policy) = telephone_numbers(texts, *most, region)?;
            }
            // Device policies have no lists of texts.
            (Self::Telephones { most, at }, PolicyValue::Text(text)) => {
                let texts = text.split(',').map(str::trim);
                let texts = texts.filter(|_| !text.trim().is_empty());
                *(at.get_mut)(policy) = telephone_numbers(texts, *most, region)?;
            }
            _ => return None,
        }
        Some(())
    }
}

impl<T> At<T> {
    pub(super) const fn new(get: fn(&Policy) -> &T, get_mut: fn(&mut Policy) -> &mut T) -> Self {
        Self { get, get_mut }
    }
}

impl Chosen {
    pub(super) const fn new(get: fn(&Policy) -> &'static str, set: fn(&mut Policy, &str)) -> Self {
        Self { get, set }
    }
}

impl<T> fmt::Debug for At<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("At")
    }
}

impl fmt::Debug for Chosen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chosen")
    }
}

/// "advise, callbacks or all".
fn one_of(words: &[&str]) -> String {
    let said: Vec<&str> = words
        .iter()
        .map(|word| if word.is_empty() { "nothing" } else { word })
        .collect();
    match said.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => said.concat(),
    }
}

fn telephone_numbers<'a>(
    texts: impl Iterator<Item = &'a str>,
    most: usize,
    region: Region,
) -> Option<Vec<E164>> {
    let read: Vec<E164> = texts
        .take(most + 1)
        .map(|text| telephone_number(text, region))
        .collect::<Option<_>>()?;
    (read.len() <= most).then_some(read)
}

/// So few digits that they would be taken for a short code when they are read again, as what is kept
/// is, are no number: "0163 296". Nor are two: the second would be lost without a word.
fn telephone_number(text: &str, region: Region) -> Option<E164> {
    let is_number = |part| matches!(Dialled::read(part, region), Dialled::Number(_));
    // After a pause there may be keys for a menu: "0345 740 4404,1".
    if text.split([',', ';']).skip(1).any(is_number) {
        return None;
    }
    let Dialled::Number(number) = Dialled::read(text, region) else {
        return None;
    };
    let again = Dialled::read(&number.to_string(), region);
    (again == Dialled::Number(number)).then_some(number)
}
