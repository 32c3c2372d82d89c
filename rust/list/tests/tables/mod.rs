//! Small clean tables, and one way after another to break them.

mod cases;

use cleardown_list::Rule;
use cleardown_list::lint::File;

pub use cases::CASES;

pub const NUMBERS: &str = "\
number,display,organisation,line,kind,calls_out,ring,confidence,checked_on,source,note\r
+443001232040,0300 123 2040,Report Fraud,,helpline,unknown,yes,high,2026-11-20,\
https://www.example.org/contact,Own live page: printed there.\r
+448001218899,0800 121 8899,Test Bank,fraud,bank,never,no,high,2026-03,\
https://www.example.org/never,\"Own page: \"\"not displayed if we call you\"\".\"\r
";

pub const CODES_HEADER: &str =
    "code,organisation,use,kind,calls_out,confidence,source,evidence\r\n";

const CODES: &str = "\
code,organisation,use,kind,calls_out,confidence,source,evidence\r
101,Police non-emergency,dial out,police,unknown,low,https://www.example.org/101,\r
159,Stop Scams UK,dial out,bank,never,high,https://www.example.org/159,159 will never call you.\r
";

const OFFERS: &str = "\
number,organisation,source,note\r
101,Police non-emergency,https://www.example.org/101,\r
+443001232040,Report Fraud,https://www.example.org/contact,\r
";

const ABOUT: &str =
    "publisher,title,version,issued\r\ngb,\"Numbers, Great Britain\",1,2026-11-21\r\n";

/// A file, the line in it (the header is line 1) and the column.
pub struct Place(pub File, pub Option<u64>, pub Option<&'static str>);

/// A clean table with one text in it exchanged.
pub struct Broken {
    pub name: &'static str,
    pub rule: Rule,
    pub place: Place,
    from: &'static str,
    to: &'static [u8],
    /// Whether other rules must be broken with it.
    pub brings_others: bool,
}

/// Breaks this rule and no other one.
const fn without_others(
    name: &'static str,
    rule: Rule,
    place: Place,
    from: &'static str,
    to: &'static [u8],
) -> Broken {
    Broken {
        name,
        rule,
        place,
        from,
        to,
        brings_others: false,
    }
}

/// Breaks this rule and, by the way, others.
const fn with_others(
    name: &'static str,
    rule: Rule,
    place: Place,
    from: &'static str,
    to: &'static [u8],
) -> Broken {
    Broken {
        name,
        rule,
        place,
        from,
        to,
        brings_others: true,
    }
}

impl Broken {
    /// The clean tables.
    pub fn nothing() -> Self {
        without_others(
            "nothing",
            Rule::Refused,
            Place(File::Numbers, None, None),
            "",
            b"",
        )
    }

    /// numbers.csv, codes.csv, ring.csv, list.csv.
    pub fn files(&self) -> [Vec<u8>; 4] {
        let tables = [
            (File::Numbers, NUMBERS),
            (File::Codes, CODES),
            (File::Offers, OFFERS),
            (File::About, ABOUT),
        ];
        let broken = self.place.0;
        tables.map(|(file, text)| {
            if file == broken {
                self.change(text)
            } else {
                text.into()
            }
        })
    }

    fn change(&self, text: &str) -> Vec<u8> {
        let at = text
            .find(self.from)
            .unwrap_or_else(|| panic!("{}: not in the table", self.name));
        let after = &text[at + self.from.len()..];
        [&text.as_bytes()[..at], self.to, after.as_bytes()].concat()
    }
}
