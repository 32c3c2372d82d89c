//! What a person dialled, and how written numbers are read without a parser library.

use crate::codes::ShortCode;
use crate::{E164, Numbering, Region};

/// What was dialled.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Dialled {
    /// A full number.
    Number(E164),
    /// A short code.
    Code(ShortCode),
    /// A service code of the network (3GPP TS 22.030), as typed: begins with `*` or `#`.
    Service(ServiceCode, String),
    /// Anything else: a part of a number, letters, nothing.
    Other(String),
}

/// Whether a service code diverts the person's calls to another number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ServiceCode {
    /// Registers call forwarding: fraudsters have people do that (facts: domain §9).
    Diverts,
    /// Asks, erases, or something else: harmless here.
    Other,
}

/// Numbers behind which the text relay, or the choice to show the own number, stands.
const DIALLING_PREFIXES: &[&str] = &["141", "1470", "#31#", "*31#"];

/// Service codes of call forwarding: all, conditional, always, busy, no reply, not reachable.
const FORWARDING: &[&str] = &["002", "004", "21", "61", "62", "67"];

impl Dialled {
    /// Reads what was dialled. Never fails. 141, 1470, `#31#` and `*31#` before a number are
    /// dropped: they only choose whether the own number is shown.
    pub fn read(text: &str, region: Region) -> Self {
        let typed = typed(text);
        let number = strip_dialling_prefixes(&typed);
        if number.starts_with(['*', '#']) {
            return Self::Service(ServiceCode::of(number), number.to_owned());
        }
        match read_written(number, region) {
            Written::Number(number) => Self::Number(number),
            Written::Code(code) => Self::Code(code),
            Written::Nothing | Written::Unreadable => Self::Other(number.to_owned()),
        }
    }

    /// What equals the caller's [`crate::Caller::key`] if it is the same number.
    pub fn key(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Code(code) => code.as_str().to_owned(),
            // A pass for one diversion is none for a diversion to another number.
            Self::Service(_, text) | Self::Other(text) => text.clone(),
        }
    }
}

impl ServiceCode {
    /// A registration is `*SC*number#` or `**SC*number#` (3GPP TS 22.030 §6.5.2).
    fn of(code: &str) -> Self {
        let body = code.strip_prefix("**").or_else(|| code.strip_prefix('*'));
        let diverts = body.is_some_and(|body| {
            FORWARDING
                .iter()
                .filter_map(|service| body.strip_prefix(service))
                .any(|rest| rest.starts_with('*'))
        });
        if diverts { Self::Diverts } else { Self::Other }
    }
}

/// A number as somebody wrote it.
pub(crate) enum Written {
    Nothing,
    Code(ShortCode),
    Number(E164),
    Unreadable,
}

/// Reads E.164, 00, national and short spellings (design §5).
pub(crate) fn read_written(text: &str, region: Region) -> Written {
    let typed = typed(text);
    if typed.is_empty() {
        return Written::Nothing;
    }
    let rules = region.numbering();
    let country = rules.country_code.to_string();
    let international = typed.strip_prefix('+').or_else(|| {
        let prefix = rules.international;
        (!prefix.is_empty())
            .then(|| typed.strip_prefix(prefix))
            .flatten()
    });
    if let Some(digits) = international {
        return read_international(digits, &country, rules);
    }
    if let Some(code) = ShortCode::new(&typed) {
        return Written::Code(code);
    }
    let fits = |digits: &str| {
        (usize::from(rules.shortest)..=usize::from(rules.longest)).contains(&digits.len())
    };
    let national = match typed.strip_prefix(rules.trunk) {
        Some(rest) if !rules.trunk.is_empty() => rest,
        _ if fits(&typed) => &typed,
        // Some networks leave the plus out.
        _ => match typed.strip_prefix(&country) {
            Some(rest) if fits(rest) => rest,
            _ => return Written::Unreadable,
        },
    };
    number(&format!("{country}{}", without_zeros(national, rules)))
}

/// The signs that count when a number is dialled: digits (in any common script), plus at the start,
/// star and hash. Ends at a pause. Letters stay, so that such a text is not taken for a number.
pub(crate) fn typed(text: &str) -> String {
    let text = text.strip_prefix("tel:").unwrap_or(text);
    let mut typed = String::with_capacity(text.len().min(MOST_SIGNS));
    for sign in text.chars().take(MOST_SIGNS) {
        match sign {
            ',' | ';' => break,
            '+' | '＋' => typed.push('+'),
            _ if sign.is_whitespace() || is_punctuation(sign) => {}
            _ => typed.push(ascii_digit(sign).unwrap_or(sign)),
        }
    }
    typed
}

/// The same without the prefixes that choose whether the own number is shown.
pub(crate) fn strip_dialling_prefixes(typed: &str) -> &str {
    DIALLING_PREFIXES
        .iter()
        .filter_map(|prefix| typed.strip_prefix(prefix))
        .find(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit() || sign == '+'))
        .unwrap_or(typed)
}

/// More than any number, code or forwarding registration has.
const MOST_SIGNS: usize = 64;

fn read_international(digits: &str, country: &str, rules: &Numbering) -> Written {
    let Some(national) = digits.strip_prefix(country) else {
        return number(digits);
    };
    let national = without_zeros(national, rules);
    // Some networks write a short code as if it were a number of the country.
    match ShortCode::new(national) {
        Some(code) if national.len() < usize::from(rules.shortest) => Written::Code(code),
        _ => number(&format!("{country}{national}")),
    }
}

/// "+44 (0)1632 …": the zero is for those who dial from inside the country. One that stayed would be
/// taken for it when the number is read again.
fn without_zeros<'a>(national: &'a str, rules: &Numbering) -> &'a str {
    match rules.trunk {
        "0" => national.trim_start_matches('0'),
        _ => national,
    }
}

fn number(digits: &str) -> Written {
    E164::from_digits(digits).map_or(Written::Unreadable, Written::Number)
}

fn is_punctuation(sign: char) -> bool {
    matches!(sign, '-' | '.' | '/' | '(' | ')' | '[' | ']' | '\u{2010}'..='\u{2015}' | '\u{2212}')
        // Marks that some address books put around numbers to keep their direction.
        || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Full-width, Arabic-Indic and Persian digits, as phones in those scripts show them.
fn ascii_digit(sign: char) -> Option<char> {
    [0xff10, 0x0660, 0x06f0]
        .iter()
        .find_map(|&zero| char::from_digit(u32::from(sign).checked_sub(zero)?, 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Dialled {
        Dialled::read(text, Region::gb())
    }

    fn dialled_number(text: &str) -> String {
        match read(text) {
            Dialled::Number(number) => number.to_string(),
            other => panic!("{text} was read as {other:?}"),
        }
    }

    #[test]
    fn one_number_in_every_spelling_is_one_number() {
        for text in [
            "+441632960123",
            "+44 1632 960123",
            "0044 1632 960123",
            "01632 960123",
            "(01632) 960-123",
            "+44 (0)1632 960123",
            "0044 (0) 1632 960123",
            "441632960123",
            "1632960123",
            "141 01632 960123",
            "1470 01632960123",
            "#31#01632960123",
            "*31#+441632960123",
            "01632960123,,42",
            "tel:+441632960123",
            "０１６３２９６０１２３",
            "+44\u{a0}1632\u{2013}960123",
        ] {
            assert_eq!(dialled_number(text), "+441632960123", "{text}");
        }
    }

    #[test]
    fn foreign_numbers_keep_their_country() {
        assert_eq!(dialled_number("00 33 1 23 45 67 89"), "+33123456789");
        assert_eq!(dialled_number("+1 202 555 0143"), "+12025550143");
    }

    #[test]
    fn a_leading_zero_that_belongs_to_the_number_stays() {
        let italy = Region::from_iso("it").expect("Italy is in the table");
        let read = Dialled::read("06 1234 5678", italy);
        assert_eq!(read.key(), "+390612345678");
        assert_eq!(Dialled::read("+39 06 1234 5678", italy), read);
    }

    #[test]
    fn short_codes_are_known_before_any_country_code() {
        for (text, code) in [
            ("159", "159"),
            ("+44159", "159"),
            ("0044 101", "101"),
            ("118118", "118118"),
        ] {
            assert_eq!(
                read(text),
                Dialled::Code(ShortCode::new(code).expect("a code")),
                "{text}"
            );
        }
    }

    #[test]
    fn one_zero_too_many_changes_no_number() {
        for text in ["+44 (0)01632 960123", "44 0163 296012"] {
            let kept = dialled_number(text);
            assert!(!kept.starts_with("+440"), "{text}: {kept}");
            assert_eq!(dialled_number(&kept), kept, "{text}");
        }
    }

    #[test]
    fn where_whole_numbers_are_short_the_country_code_keeps_them_numbers() {
        let andorra = Region::from_iso("ad").expect("Andorra is in the table");
        assert_eq!(Dialled::read("+376 801 234", andorra).key(), "+376801234");
    }

    #[test]
    fn only_registrations_of_call_forwarding_divert() {
        for code in [
            "*21*01632960123#",
            "**21*01632960123#",
            "**61*07700900123*11*20#",
            "**002*1#",
            "*67*1#",
        ] {
            let Dialled::Service(kind, typed) = read(code) else {
                panic!("{code} is a service code");
            };
            assert_eq!((kind, typed.as_str()), (ServiceCode::Diverts, code));
        }
        for code in [
            "*#21#", "##21#", "##002#", "#21#", "*21#", "*#06#", "*100#", "#31#", "*31#",
        ] {
            let read = read(code);
            assert!(
                matches!(read, Dialled::Service(ServiceCode::Other, _)),
                "{code}: {read:?}"
            );
        }
    }

    #[test]
    fn nonsense_is_read_as_nonsense() {
        for text in [
            "",
            "hello",
            "+",
            "12345678901234567",
            "anonymous@example.org",
            "+44abc",
            "0",
        ] {
            let read = read(text);
            assert!(
                matches!(read, Dialled::Other(_) | Dialled::Code(_)),
                "{text}: {read:?}"
            );
        }
    }
}
