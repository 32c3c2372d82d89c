//! No telephone number leaves in a message, wherever it came from.

/// Runs of so many digits may be a telephone number, or a part of one.
const SHORTEST_NUMBER: usize = 4;

/// The text, with every run of four or more digits, of any script, replaced by four stars.
pub(crate) fn masked(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(char::is_numeric) {
        let (before, run) = rest.split_at(start);
        let end = run
            .find(|sign: char| !sign.is_numeric())
            .unwrap_or(run.len());
        let (run, after) = run.split_at(end);
        result.push_str(before);
        let is_short = run.chars().count() < SHORTEST_NUMBER;
        result.push_str(if is_short { run } else { "****" });
        rest = after;
    }
    result + rest
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn numbers_are_masked_in_every_spelling_and_script() {
        for (text, expected) in [
            ("unknown variant `07700900111`", "unknown variant `****`"),
            ("+44 7700 900111, again", "+44 **** ****, again"),
            ("1234", "****"),
            ("۰۷۷۰۰۹۰۰۱۱۱ and ０７７００", "**** and ****"),
            ("a1b22c333d4444", "a1b22c333d****"),
        ] {
            assert_eq!(masked(text), expected);
        }
    }

    #[test]
    fn everything_else_stays() {
        for text in ["", "line 1 column 999", "naïve 🕿 101", "disk is full"] {
            assert_eq!(masked(text), text);
        }
    }
}
