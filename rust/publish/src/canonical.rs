//! Canonical JSON as TUF signs it: keys sorted, no spaces, only `\` and `"` escaped, whole numbers.
//!
//! Not RFC 8785: a line end inside a string (a PEM key) stays a line end.

use serde_json::Value;
use sigstore_tuf::canonical_json::to_canonical_bytes;

/// The bytes that are signed. `None` where a number has a fraction, which metadata must not.
pub fn canonical(value: &Value) -> Option<Vec<u8>> {
    to_canonical_bytes(value).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_are_sorted_and_only_quotes_and_backslashes_escaped() {
        let value = json!({ "b": [1, true, null], "a": "one\ntwo \"x\" \\ £" });
        let expected = "{\"a\":\"one\ntwo \\\"x\\\" \\\\ £\",\"b\":[1,true,null]}";
        assert_eq!(canonical(&value).as_deref(), Some(expected.as_bytes()));
    }

    #[test]
    fn a_fraction_has_no_form_that_could_be_signed() {
        assert_eq!(canonical(&json!({ "version": 1.5 })), None);
    }
}
