//! Who is shown and what was dialled: numbers, codes, regions and their stable names.

use cleardown_core::{
    CallAnyway, Caller, Dialled, E164, Hold, Lock, NUMBERING, NotE164, Presentation, Reason,
    Region, ShortCode,
};

fn caller(number: Option<&str>, presentation: Presentation) -> Caller {
    Caller::read(number, presentation, Region::gb())
}

#[test]
fn the_network_shows_five_sorts_of_callers() {
    use Presentation::{Allowed, Payphone, Restricted, Unknown};
    for (number, presentation, code, key) in [
        (
            Some("01632 960123"),
            Allowed,
            "presented",
            Some("+441632960123"),
        ),
        (Some("159"), Allowed, "short_code", Some("159")),
        (Some("01632 960123"), Restricted, "withheld", None),
        (None, Restricted, "withheld", None),
        (Some("01632 960123"), Unknown, "unavailable", None),
        (Some("01632 960123"), Payphone, "unavailable", None),
        (None, Allowed, "unavailable", None),
        (Some(" "), Allowed, "unavailable", None),
        (Some("anonymous"), Allowed, "unreadable", None),
    ] {
        let read = caller(number, presentation);
        assert_eq!(read.code(), code, "{number:?} {presentation:?}");
        assert_eq!(read.key().as_deref(), key, "{number:?} {presentation:?}");
        assert_eq!(
            read.is_hidden(),
            ["withheld", "unavailable"].contains(&code)
        );
    }
}

#[test]
fn a_call_back_is_known_by_the_key_of_the_caller() {
    for (shown, typed) in [
        ("+441632960123", "01632 960123"),
        ("00441632960123", "*31#01632960123"),
        ("+44159", "159"),
    ] {
        let key = caller(Some(shown), Presentation::Allowed).key();
        assert_eq!(key, Some(Dialled::read(typed, Region::gb()).key()));
    }
}

#[test]
fn what_is_no_number_is_compared_as_it_was_typed() {
    let key = |text: &str| Dialled::read(text, Region::gb()).key();
    assert_eq!(key("**21* 01632 960123 #"), "**21*01632960123#");
    assert_eq!(key("*#21#"), "*#21#");
    assert_eq!(key("hello"), "hello");
}

#[test]
fn a_short_foreign_number_is_one_number_in_both_spellings() {
    let germany = Region::from_iso("DE").expect("Germany is in the table");
    let key = |text: &str| Dialled::read(text, germany).key();
    assert_eq!(key("+49 301234"), key("030 1234"));
}

#[test]
fn a_full_number_has_7_to_15_digits() {
    for (digits, is_number) in [
        ("123456", false),
        ("1234567", true),
        ("123456789012345", true),
        ("1234567890123456", false),
        ("0123456789", false),
        ("12345a7890", false),
        ("", false),
    ] {
        assert_eq!(E164::from_digits(digits).is_some(), is_number, "{digits}");
    }
    let number = E164::from_u64(441_632_960_123).expect("a number");
    assert_eq!(number.as_u64(), 441_632_960_123);
    assert_eq!(number.digits(), "441632960123");
    assert_eq!(number.to_string(), "+441632960123");
    assert_eq!("+441632960123".parse(), Ok(number));
    assert_eq!("441632960123".parse::<E164>(), Err(NotE164));
    assert_eq!("+44 1632".parse::<E164>(), Err(NotE164));
    assert_eq!(E164::from_u64(999), None);
    assert_eq!(E164::from_u64(u64::MAX), None);
    assert!(
        NotE164.to_string().contains("write +"),
        "it says what to write"
    );
}

#[test]
fn numbers_and_codes_are_written_as_text() {
    let number: E164 = serde_json::from_str("\"+441632960123\"").expect("a number");
    assert_eq!(
        serde_json::to_string(&number).expect("text"),
        "\"+441632960123\""
    );
    assert!(serde_json::from_str::<E164>("\"01632 960123\"").is_err());
    let code: ShortCode = serde_json::from_str("\"159\"").expect("a code");
    assert_eq!(serde_json::to_string(&code).expect("text"), "\"159\"");
    let error = serde_json::from_str::<ShortCode>("\"1234567\"").expect_err("too long");
    assert!(error.to_string().contains("one to six digits"));
}

#[test]
fn a_short_code_has_one_to_six_digits() {
    for (digits, is_code) in [
        ("", false),
        ("1", true),
        ("123456", true),
        ("1234567", false),
        ("15a", false),
    ] {
        assert_eq!(ShortCode::new(digits).is_some(), is_code, "{digits}");
    }
}

#[test]
fn regions_are_known_by_two_letters() {
    assert_eq!(Region::from_iso("gb"), Some(Region::gb()));
    assert_eq!(Region::from_iso("XX"), None);
    assert_eq!(Region::gb().numbering().country_code, 44);
    let region: Region = serde_json::from_str("\"FR\"").expect("France");
    assert_eq!(region.numbering().iso, "FR");
    assert_eq!(serde_json::to_string(&region).expect("text"), "\"FR\"");
    let error = serde_json::from_str::<Region>("\"XX\"").expect_err("no such region");
    assert!(error.to_string().contains("write two letters"));
    for row in NUMBERING {
        let found = Region::from_iso(row.iso).expect("every row can be found");
        assert_eq!(found.numbering(), row);
    }
}

#[test]
fn each_region_reads_its_own_spelling() {
    for (iso, text, key) in [
        ("FR", "01 23 45 67 89", "+33123456789"),
        ("FR", "0044 1632 960123", "+441632960123"),
        ("US", "1 202 555 0143", "+12025550143"),
        ("US", "(202) 555-0143", "+12025550143"),
        ("US", "011 44 1632 960123", "+441632960123"),
        ("ES", "912 34 56 78", "+34912345678"),
        ("ES", "34912345678", "+34912345678"),
        ("GB", "33123456789", "33123456789"),
        ("GB", "4416329601234", "4416329601234"),
        ("GB", "+44 16329601234567", "+4416329601234567"),
        // No single prefix for foreign numbers: 00 is read as the trunk prefix.
        ("BR", "+55 11 2345 6789", "+551123456789"),
        ("BR", "011 2345 6789", "+551123456789"),
        // Only where the trunk prefix is a zero may it stand behind the country code.
        ("US", "+1 1202555014", "+11202555014"),
        ("FR", "+33 (0)1 23 45 67 89", "+33123456789"),
    ] {
        let region = Region::from_iso(iso).expect("a region");
        assert_eq!(Dialled::read(text, region).key(), key, "{iso} {text}");
    }
}

#[test]
fn signs_that_are_not_dialled_are_dropped() {
    for text in [
        "٠١٦٣٢٩٦٠١٢٣",
        "۰۱۶۳۲۹۶۰۱۲۳",
        "\u{202a}01632 960123\u{202c}",
        "[01632] 960.123",
        "01632/960123",
        "01632\u{2212}960123",
        "\u{2066}01632960123\u{200e}",
        "01632960123;42",
        "＋441632960123",
    ] {
        assert_eq!(
            Dialled::read(text, Region::gb()).key(),
            "+441632960123",
            "{text}"
        );
    }
    assert_eq!(
        Dialled::read("01632＋960123", Region::gb()).key(),
        "01632+960123"
    );
}

#[test]
fn a_very_long_text_is_cut() {
    let key = Dialled::read(&"x".repeat(10_000), Region::gb()).key();
    assert_eq!(key.len(), 64);
}

#[test]
fn the_stable_codes_are_those_of_the_texts() {
    assert_eq!(Reason::ALL.len(), 30);
    for reason in Reason::ALL {
        let written = serde_json::to_string(reason).expect("text");
        assert_eq!(written, format!("\"{}\"", reason.code()));
    }
    let code = |value: &dyn Fn() -> serde_json::Result<String>| value().expect("text");
    assert_eq!(
        code(&|| serde_json::to_string(&Hold::Callbacks)),
        "\"callbacks\""
    );
    assert_eq!(
        code(&|| serde_json::to_string(&CallAnyway::TwoTaps)),
        "\"two_taps\""
    );
    assert_eq!(code(&|| serde_json::to_string(&Lock::Pin)), "\"pin\"");
}
