//! Numbers that people type into the settings.

use cleardown_core::Region;
use cleardown_list::{NumberError, validate_number};

fn read(text: &str) -> Result<String, NumberError> {
    validate_number(text, Region::gb()).map(|number| number.to_string())
}

#[test]
fn every_usual_spelling_is_taken() {
    for text in [
        "0300 123 2040",
        "03001232040",
        "+44 300 123 2040",
        "0044 300 123 2040",
        "+44 (0)300 123 2040",
        "(0300) 123-2040",
        " 0300\u{a0}123\u{a0}2040 ",
    ] {
        assert_eq!(read(text).as_deref(), Ok("+443001232040"), "{text}");
    }
    assert_eq!(read("00 33 1 23 45 67 89").as_deref(), Ok("+33123456789"));
    assert_eq!(
        read("+800 1234 5678").as_deref(),
        Ok("+80012345678"),
        "a code of no country"
    );
}

#[test]
fn numbers_kept_free_for_stories_are_taken() {
    assert_eq!(read("07700 900111").as_deref(), Ok("+447700900111"));
    assert_eq!(read("01632 960123").as_deref(), Ok("+441632960123"));
}

#[test]
fn what_cannot_be_a_number_is_named() {
    for (text, expected) in [
        ("", NumberError::Empty),
        ("  ", NumberError::Empty),
        ("999", NumberError::ShortCode),
        ("159", NumberError::ShortCode),
        ("**21*01632960123#", NumberError::ServiceCode),
        ("my daughter", NumberError::NotANumber),
        ("+44", NumberError::NotANumber),
        ("+44 1632 960123 456", NumberError::WrongLength),
        ("01632 96", NumberError::WrongLength),
        ("+999 1234567", NumberError::UnknownCountry),
    ] {
        assert_eq!(read(text), Err(expected), "{text}");
    }
}

#[test]
fn no_error_repeats_what_was_typed() {
    for text in ["01632 96", "+999 1234567", "my daughter"] {
        let error = read(text).expect_err("no number");
        let said = format!("{error} {}", error.code());
        assert!(!said.contains(text) && !said.contains("01632"), "{said}");
    }
}
