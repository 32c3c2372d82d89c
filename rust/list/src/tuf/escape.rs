//! Names as parts of an address or as file names.

/// A name in which everything but `A-Z a-z 0-9 - _ . ~` is percent-encoded: nothing in it can leave
/// a folder or end an address. Names of roles are written so in addresses (RFC 3986, as python-tuf
/// does it).
pub fn escape(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(byte.into());
            }
            _ => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                let digits = [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
                out.push('%');
                out.extend(digits.map(char::from));
            }
        }
    }
    out
}

/// A path, each of its parts between the slashes encoded by itself.
pub(super) fn escape_path(path: &str) -> String {
    let parts: Vec<String> = path.split('/').map(escape).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::{escape, escape_path};

    #[test]
    fn a_name_is_one_harmless_part_of_an_address() {
        assert_eq!(escape("role-1.2_~"), "role-1.2_~");
        assert_eq!(escape("../a b?c#é"), "..%2Fa%20b%3Fc%23%C3%A9");
        assert_eq!(escape_path("a b/c?/d"), "a%20b/c%3F/d");
    }
}
