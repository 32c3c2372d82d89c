//! How numbers are written in each country: generated from, and tested against, the metadata of
//! the `phonenumber` crate (`rust/list/tests/numbering.rs`), whose first parse is too slow for the
//! moment when a phone is about to ring.

use serde::{Deserialize, Serialize};

/// How a country writes its own and foreign numbers.
#[derive(Debug, PartialEq, Eq)]
pub struct Numbering {
    /// ISO 3166 code of the country, upper case.
    pub iso: &'static str,
    /// Country calling code.
    pub country_code: u16,
    /// Digits before a national number: "0" in Great Britain. Empty where there are none.
    pub trunk: &'static str,
    /// Digits before a foreign number: "00". Empty where there is no single form.
    pub international: &'static str,
    /// Fewest digits of a national number, without the trunk prefix.
    pub shortest: u8,
    /// Most digits of a national number, without the trunk prefix.
    pub longest: u8,
}

/// The country whose spelling of numbers a phone uses: that of its SIM.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Region(&'static Numbering);

impl Region {
    /// The region of an ISO 3166 code, upper or lower case, if numbers are known for it.
    pub fn from_iso(code: &str) -> Option<Self> {
        let code = code.to_ascii_uppercase();
        let found = NUMBERING
            .binary_search_by(|row| row.iso.cmp(code.as_str()))
            .ok()?;
        Some(Self(&NUMBERING[found]))
    }

    /// Great Britain, where the product was born and the bundled list is from.
    pub fn gb() -> Self {
        Self::from_iso("GB").expect("the table has a row for Great Britain")
    }

    /// How numbers are written there.
    pub fn numbering(self) -> &'static Numbering {
        self.0
    }
}

impl TryFrom<String> for Region {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        Self::from_iso(&code).ok_or_else(|| "no such region: write two letters, as GB".to_owned())
    }
}

impl From<Region> for String {
    fn from(region: Region) -> Self {
        region.0.iso.to_owned()
    }
}

const fn row(
    iso: &'static str,
    country_code: u16,
    trunk: &'static str,
    international: &'static str,
    shortest: u8,
    longest: u8,
) -> Numbering {
    Numbering {
        iso,
        country_code,
        trunk,
        international,
        shortest,
        longest,
    }
}

/// One row a country, sorted by ISO code.
#[rustfmt::skip]
pub static NUMBERING: &[Numbering] = &[
    row("AC", 247, "", "00", 5, 6),
    row("AD", 376, "", "00", 6, 9),
    row("AE", 971, "0", "00", 5, 12),
    row("AF", 93, "0", "00", 9, 9),
    row("AG", 1, "1", "011", 10, 10),
    row("AI", 1, "1", "011", 10, 10),
    row("AL", 355, "0", "00", 6, 9),
    row("AM", 374, "0", "00", 8, 8),
    row("AO", 244, "", "00", 9, 9),
    row("AR", 54, "0", "00", 10, 11),
    row("AS", 1, "1", "011", 10, 10),
    row("AT", 43, "0", "00", 4, 13),
    row("AU", 61, "0", "0011", 5, 12),
    row("AW", 297, "", "00", 7, 7),
    row("AX", 358, "0", "00", 5, 12),
    row("AZ", 994, "0", "00", 9, 9),
    row("BA", 387, "0", "00", 8, 9),
    row("BB", 1, "1", "011", 10, 10),
    row("BD", 880, "0", "00", 6, 10),
    row("BE", 32, "0", "00", 8, 9),
    row("BF", 226, "", "00", 8, 8),
    row("BG", 359, "0", "00", 6, 12),
    row("BH", 973, "", "00", 8, 8),
    row("BI", 257, "", "00", 8, 8),
    row("BJ", 229, "", "00", 8, 10),
    row("BL", 590, "0", "00", 9, 9),
    row("BM", 1, "1", "011", 10, 10),
    row("BN", 673, "", "00", 7, 7),
    row("BO", 591, "0", "", 8, 9),
    row("BQ", 599, "", "00", 7, 7),
    row("BR", 55, "0", "", 8, 11),
    row("BS", 1, "1", "011", 10, 10),
    row("BT", 975, "", "00", 7, 8),
    row("BW", 267, "", "00", 7, 10),
    row("BY", 375, "8", "810", 6, 11),
    row("BZ", 501, "", "00", 7, 11),
    row("CA", 1, "1", "011", 7, 10),
    row("CC", 61, "0", "0011", 6, 12),
    row("CD", 243, "0", "00", 7, 10),
    row("CF", 236, "", "00", 8, 8),
    row("CG", 242, "", "00", 9, 9),
    row("CH", 41, "0", "00", 9, 9),
    row("CI", 225, "", "00", 10, 10),
    row("CK", 682, "", "00", 5, 5),
    row("CL", 56, "", "", 9, 11),
    row("CM", 237, "", "00", 8, 9),
    row("CN", 86, "0", "00", 7, 12),
    row("CO", 57, "0", "", 8, 11),
    row("CR", 506, "", "00", 8, 10),
    row("CU", 53, "0", "119", 6, 10),
    row("CV", 238, "", "0", 7, 7),
    row("CW", 599, "", "00", 7, 8),
    row("CX", 61, "0", "0011", 6, 12),
    row("CY", 357, "", "00", 8, 8),
    row("CZ", 420, "", "00", 9, 9),
    row("DE", 49, "0", "00", 4, 15),
    row("DJ", 253, "", "00", 8, 8),
    row("DK", 45, "", "00", 8, 8),
    row("DM", 1, "1", "011", 10, 10),
    row("DO", 1, "1", "011", 10, 10),
    row("DZ", 213, "0", "00", 8, 9),
    row("EC", 593, "0", "00", 8, 11),
    row("EE", 372, "", "00", 7, 10),
    row("EG", 20, "0", "00", 8, 10),
    row("EH", 212, "0", "00", 9, 9),
    row("ER", 291, "0", "00", 7, 7),
    row("ES", 34, "", "00", 9, 9),
    row("ET", 251, "0", "00", 9, 9),
    row("FI", 358, "0", "00", 5, 12),
    row("FJ", 679, "", "00", 7, 11),
    row("FK", 500, "", "00", 5, 5),
    row("FM", 691, "", "00", 7, 7),
    row("FO", 298, "", "00", 6, 6),
    row("FR", 33, "0", "00", 9, 9),
    row("GA", 241, "", "00", 7, 8),
    row("GB", 44, "0", "00", 7, 10),
    row("GD", 1, "1", "011", 10, 10),
    row("GE", 995, "0", "00", 9, 9),
    row("GF", 594, "0", "00", 9, 9),
    row("GG", 44, "0", "00", 7, 10),
    row("GH", 233, "0", "00", 8, 9),
    row("GI", 350, "", "00", 8, 8),
    row("GL", 299, "", "00", 6, 6),
    row("GM", 220, "", "00", 7, 7),
    row("GN", 224, "", "00", 8, 9),
    row("GP", 590, "0", "00", 9, 9),
    row("GQ", 240, "", "00", 9, 9),
    row("GR", 30, "", "00", 10, 12),
    row("GT", 502, "", "00", 8, 11),
    row("GU", 1, "1", "011", 10, 10),
    row("GW", 245, "", "00", 7, 9),
    row("GY", 592, "", "001", 7, 7),
    row("HK", 852, "", "00", 5, 11),
    row("HN", 504, "", "00", 8, 11),
    row("HR", 385, "0", "00", 7, 9),
    row("HT", 509, "", "00", 8, 8),
    row("HU", 36, "06", "00", 8, 9),
    row("ID", 62, "0", "", 7, 17),
    row("IE", 353, "0", "00", 7, 10),
    row("IL", 972, "0", "", 7, 12),
    row("IM", 44, "0", "00", 10, 10),
    row("IN", 91, "0", "00", 8, 13),
    row("IO", 246, "", "00", 7, 7),
    row("IQ", 964, "0", "00", 8, 10),
    row("IR", 98, "0", "00", 4, 10),
    row("IS", 354, "", "00", 7, 9),
    row("IT", 39, "", "00", 6, 12),
    row("JE", 44, "0", "00", 10, 10),
    row("JM", 1, "1", "011", 10, 10),
    row("JO", 962, "0", "00", 8, 9),
    row("JP", 81, "0", "010", 8, 17),
    row("KE", 254, "0", "000", 7, 10),
    row("KG", 996, "0", "00", 9, 10),
    row("KH", 855, "0", "", 8, 10),
    row("KI", 686, "0", "00", 5, 8),
    row("KM", 269, "", "00", 7, 7),
    row("KN", 1, "1", "011", 10, 10),
    row("KP", 850, "0", "", 8, 10),
    row("KR", 82, "0", "", 5, 14),
    row("KW", 965, "", "00", 7, 8),
    row("KY", 1, "1", "011", 10, 10),
    row("KZ", 7, "8", "810", 10, 14),
    row("LA", 856, "0", "00", 8, 10),
    row("LB", 961, "0", "00", 7, 8),
    row("LC", 1, "1", "011", 10, 10),
    row("LI", 423, "0", "00", 7, 9),
    row("LK", 94, "0", "00", 9, 9),
    row("LR", 231, "0", "00", 7, 9),
    row("LS", 266, "", "00", 8, 8),
    row("LT", 370, "0", "00", 8, 8),
    row("LU", 352, "", "00", 4, 11),
    row("LV", 371, "", "00", 8, 8),
    row("LY", 218, "0", "00", 9, 9),
    row("MA", 212, "0", "00", 9, 9),
    row("MC", 377, "0", "00", 8, 9),
    row("MD", 373, "0", "00", 8, 8),
    row("ME", 382, "0", "00", 8, 9),
    row("MF", 590, "0", "00", 9, 9),
    row("MG", 261, "0", "00", 9, 9),
    row("MH", 692, "1", "011", 7, 7),
    row("MK", 389, "0", "00", 8, 8),
    row("ML", 223, "", "00", 8, 8),
    row("MM", 95, "0", "00", 6, 10),
    row("MN", 976, "0", "001", 8, 10),
    row("MO", 853, "", "00", 7, 8),
    row("MP", 1, "1", "011", 10, 10),
    row("MQ", 596, "0", "00", 9, 9),
    row("MR", 222, "", "00", 8, 8),
    row("MS", 1, "1", "011", 10, 10),
    row("MT", 356, "", "00", 8, 8),
    row("MU", 230, "", "020", 7, 10),
    row("MV", 960, "", "00", 7, 10),
    row("MW", 265, "0", "00", 7, 9),
    row("MX", 52, "", "00", 10, 10),
    row("MY", 60, "0", "00", 8, 10),
    row("MZ", 258, "", "00", 8, 9),
    row("NA", 264, "0", "00", 8, 9),
    row("NC", 687, "", "00", 6, 6),
    row("NE", 227, "", "00", 8, 8),
    row("NF", 672, "", "00", 6, 6),
    row("NG", 234, "0", "009", 10, 14),
    row("NI", 505, "", "00", 8, 8),
    row("NL", 31, "0", "00", 5, 11),
    row("NO", 47, "", "00", 5, 8),
    row("NP", 977, "0", "00", 8, 11),
    row("NR", 674, "", "00", 7, 7),
    row("NU", 683, "", "00", 4, 7),
    row("NZ", 64, "0", "00", 5, 10),
    row("OM", 968, "", "00", 7, 9),
    row("PA", 507, "", "00", 7, 11),
    row("PE", 51, "0", "00", 8, 9),
    row("PF", 689, "", "00", 6, 9),
    row("PG", 675, "", "00", 7, 8),
    row("PH", 63, "0", "00", 6, 13),
    row("PK", 92, "0", "00", 8, 12),
    row("PL", 48, "", "00", 6, 10),
    row("PM", 508, "0", "00", 6, 9),
    row("PR", 1, "1", "011", 10, 10),
    row("PS", 970, "0", "00", 8, 10),
    row("PT", 351, "", "00", 9, 9),
    row("PW", 680, "", "", 7, 7),
    row("PY", 595, "0", "00", 6, 11),
    row("QA", 974, "", "00", 7, 11),
    row("RE", 262, "0", "00", 9, 9),
    row("RO", 40, "0", "00", 6, 9),
    row("RS", 381, "0", "00", 6, 12),
    row("RU", 7, "8", "810", 10, 14),
    row("RW", 250, "0", "00", 8, 9),
    row("SA", 966, "0", "00", 9, 10),
    row("SB", 677, "", "", 5, 7),
    row("SC", 248, "", "00", 7, 7),
    row("SD", 249, "0", "00", 9, 9),
    row("SE", 46, "0", "00", 6, 10),
    row("SG", 65, "", "", 8, 11),
    row("SH", 290, "", "00", 4, 5),
    row("SI", 386, "0", "00", 5, 8),
    row("SJ", 47, "", "00", 5, 8),
    row("SK", 421, "0", "00", 6, 9),
    row("SL", 232, "0", "00", 8, 8),
    row("SM", 378, "", "00", 8, 10),
    row("SN", 221, "", "00", 9, 9),
    row("SO", 252, "0", "00", 6, 9),
    row("SR", 597, "", "00", 6, 7),
    row("SS", 211, "0", "00", 9, 9),
    row("ST", 239, "", "00", 7, 7),
    row("SV", 503, "", "00", 7, 11),
    row("SX", 1, "1", "011", 10, 10),
    row("SY", 963, "0", "00", 8, 9),
    row("SZ", 268, "", "00", 8, 9),
    row("TA", 290, "", "00", 4, 4),
    row("TC", 1, "1", "011", 10, 10),
    row("TD", 235, "", "00", 8, 8),
    row("TG", 228, "", "00", 8, 8),
    row("TH", 66, "0", "", 8, 13),
    row("TJ", 992, "", "810", 9, 9),
    row("TK", 690, "", "00", 4, 7),
    row("TL", 670, "", "00", 7, 8),
    row("TM", 993, "8", "810", 8, 8),
    row("TN", 216, "", "00", 8, 8),
    row("TO", 676, "", "00", 5, 7),
    row("TR", 90, "0", "00", 7, 13),
    row("TT", 1, "1", "011", 10, 10),
    row("TV", 688, "", "00", 5, 7),
    row("TW", 886, "0", "", 7, 11),
    row("TZ", 255, "0", "", 9, 9),
    row("UA", 380, "0", "00", 9, 10),
    row("UG", 256, "0", "", 9, 9),
    row("US", 1, "1", "011", 10, 10),
    row("UY", 598, "0", "00", 4, 13),
    row("UZ", 998, "", "00", 9, 9),
    row("VA", 39, "", "00", 6, 11),
    row("VC", 1, "1", "011", 10, 10),
    row("VE", 58, "0", "00", 10, 10),
    row("VG", 1, "1", "011", 10, 10),
    row("VI", 1, "1", "011", 10, 10),
    row("VN", 84, "0", "00", 7, 10),
    row("VU", 678, "", "00", 5, 7),
    row("WF", 681, "", "00", 6, 9),
    row("WS", 685, "", "0", 5, 10),
    row("XK", 383, "0", "00", 8, 12),
    row("YE", 967, "0", "00", 7, 9),
    row("YT", 262, "0", "00", 9, 9),
    row("ZA", 27, "0", "00", 5, 10),
    row("ZM", 260, "0", "00", 9, 9),
    row("ZW", 263, "0", "00", 5, 10),
];
