//! Canonical JSON as TUF signs it: keys sorted, no spaces, only `\` and `"` escaped, whole numbers.
//!
//! Not RFC 8785: a line end inside a string (a PEM key) stays a line end.

use serde_json::Value;

/// The bytes that are signed. A fraction, which no metadata of ours holds, is written as 0.
pub fn canonical(value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(yes) => out.extend_from_slice(if *yes { b"true" } else { b"false" }),
        Value::Number(number) => {
            let whole = number
                .as_i64()
                .map(i128::from)
                .or_else(|| number.as_u64().map(i128::from));
            out.extend_from_slice(whole.unwrap_or_default().to_string().as_bytes());
        }
        Value::String(text) => write_text(text, out),
        Value::Array(items) => {
            out.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                write(item, out);
            }
            out.push(b']');
        }
        Value::Object(fields) => {
            let mut names: Vec<&String> = fields.keys().collect();
            names.sort_unstable();
            out.push(b'{');
            for (at, name) in names.into_iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                write_text(name, out);
                out.push(b':');
                write(&fields[name], out);
            }
            out.push(b'}');
        }
    }
}

fn write_text(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    for byte in text.bytes() {
        if matches!(byte, b'\\' | b'"') {
            out.push(b'\\');
        }
        out.push(byte);
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_are_sorted_and_only_quotes_and_backslashes_escaped() {
        let value = json!({ "b": [1, true, null], "a": "one\ntwo \"x\" \\ £" });
        let expected = "{\"a\":\"one\ntwo \\\"x\\\" \\\\ £\",\"b\":[1,true,null]}";
        assert_eq!(canonical(&value), expected.as_bytes());
    }
}
