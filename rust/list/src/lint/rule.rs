//! The rules of a list, each with its remedy.

use serde::{Serialize, Serializer};

use super::finding::Severity;

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $severity:ident $code:literal: $remedy:literal;)*) => {
        /// The rules of a list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[$doc])* $name,)*
        }

        impl Rule {
            /// Every rule there is.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable code, snake case.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// How bad it is to break the rule.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// What to do about it.
            pub fn remedy(self) -> &'static str {
                match self { $(Self::$name => $remedy,)* }
            }
        }
    };
}

rules! {
    /// The file is no UTF-8 text.
    NotUtf8 = Error "not_utf8": "save the file as UTF-8";
    /// The file begins with a byte order mark.
    ByteOrderMark = Error "byte_order_mark": "save the file as UTF-8 without a byte order mark";
    /// A line does not end with CR LF.
    LineEnding = Error "line_ending": "end every line, the last one too, with CR LF";
    /// The columns are not the ones of this table.
    Header = Error "header": "write the header as it is in the folder's README";
    /// A row has too many or too few cells.
    CellCount = Error "cell_count": "put cells with a comma in double quotes";
    /// The table has no row.
    NoRows = Error "no_rows": "an empty list would take all warnings away: add rows";
    /// The row is written in an unusual way.
    Unusual = Warning "unusual": "quote a cell only where a comma or a quote needs it, and leave \
        no line empty";

    /// A pattern or the beginning of a number: lists hold single numbers only.
    Wildcard = Error "wildcard": "list each number by itself; never widen a row";
    /// Not written in E.164 form.
    NotE164 = Error "not_e164": "write + and the country code, no spaces: +443001232040";
    /// No number of its country's plan.
    InvalidNumber = Error "invalid_number": "compare the digits with the source";
    /// A life-saving number.
    LifeSaving = Error "life_saving": "take the row out: nobody may be warned off such a number";
    /// Not one to six digits.
    NotACode = Error "not_a_code": "write the digits of the short code only";
    /// The same number or code twice.
    Duplicate = Error "duplicate": "keep one row and put what the other one adds into its note";
    /// Not in ascending order.
    Order = Error "order": "sort the rows by their first column, as text";
    /// Shows other digits than the number.
    DisplayDiffers = Error "display_differs": "write the number's national form, with spaces";

    /// A text that must be there is not.
    EmptyText = Error "empty_text": "fill the cell in";
    /// A space at an end, or two in a row.
    Untrimmed = Error "untrimmed": "take the extra spaces out";
    /// A character that nobody sees.
    InvisibleCharacter = Error "invisible_character": "type the text anew instead of pasting it";
    /// Too long for where it is shown.
    TooLong = Error "too_long": "shorten the text";
    /// Says that a caller is who they say they are.
    VouchesForCaller = Error "vouches_for_caller": "name the organisation or line only: no list can \
        vouch for a caller";
    /// Not one of the values of a closed column.
    UnknownValue = Error "unknown_value": "use one of the values given";

    /// A date of another form, or none that exists.
    BadDate = Error "bad_date": "write YYYY, YYYY-MM or YYYY-MM-DD, or leave it empty if undated";
    /// A date that is still to come.
    FutureDate = Error "future_date": "correct the date";
    /// No source.
    MissingSource = Error "missing_source": "give the public page that says so";
    /// No web address.
    BadSource = Error "bad_source": "give a full http or https address";
    /// `never` without source and note.
    NeverWithoutEvidence = Error "never_without_evidence": "quote in the note what the body itself \
        says, and give its page; or use `unknown`";
    /// `never` for a number that is not sure itself.
    NeverUncertain = Error "never_uncertain": "a call is only called a fake when the number has \
        high confidence; use `unlikely` or `unknown`";
    /// Says something about outgoing calls without saying why.
    ClaimWithoutNote = Warning "claim_without_note": "say in the note what `known` or `unlikely` \
        rests on";
    /// Offered for ringing without what that needs.
    RingNotAllowed = Error "ring_not_allowed": "check the number on the body's own live page, say \
        `Own live page` in the note and give the day; or write `no`";
    /// Offered for ringing, but not listed under this name.
    OfferNotListed = Error "offer_not_listed": "offer only codes of codes.csv and numbers of high \
        confidence of numbers.csv, with the same organisation";

    /// Publisher, title or version cannot be used.
    BadMeta = Error "bad_meta": "publisher: small letters, digits, hyphen; version: a number from 1; \
        one row";
    /// A phone would not take the list.
    Refused = Error "refused": "bring the list within what phones accept";
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
