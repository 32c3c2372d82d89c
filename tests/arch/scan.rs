//! Looks into source text of Rust and Kotlin, whose comments and strings look alike.

/// The code: comments and the insides of strings are blanked, lines stay where they are.
pub fn code(text: &str) -> String {
    blank(text, true)
}

/// The code with its strings; only comments are blanked.
pub fn code_with_strings(text: &str) -> String {
    blank(text, false)
}

/// What comes before the tests of a Rust file, which stand at its end.
pub fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod ")
        .map_or(text, |start| &text[..start])
}

/// Whether `word` stands there as a whole word.
pub fn has_word(text: &str, word: &str) -> bool {
    is_there(text, word, |sign| sign.is_alphanumeric() || sign == '_')
}

/// The lines, counted from 1, in which `word` stands as a whole word.
pub fn lines_with_word(text: &str, word: &str) -> Vec<usize> {
    let lines = text.lines().zip(1..);
    lines
        .filter(|(line, _)| has_word(line, word))
        .map(|(_, at)| at)
        .collect()
}

/// The longest run of digits, however they are grouped by single blanks or hyphens.
pub fn longest_digit_run(text: &str) -> usize {
    let (mut longest, mut run, mut gap) = (0, 0, false);
    for sign in text.chars() {
        if sign.is_numeric() {
            run += 1;
            gap = false;
            longest = longest.max(run);
        } else if matches!(sign, ' ' | '-') && run > 0 && !gap {
            gap = true;
        } else {
            run = 0;
        }
    }
    longest
}

/// What stands between the parentheses that open at the end of `call`, wherever it is called.
pub fn arguments<'a>(text: &'a str, call: &str) -> Vec<&'a str> {
    let starts = text.match_indices(call).map(|(at, _)| at + call.len());
    starts
        .map(|start| &text[start..start + length_in_parentheses(&text[start..])])
        .collect()
}

fn length_in_parentheses(text: &str) -> usize {
    let mut depth = 1_usize;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

fn is_there(text: &str, word: &str, is_part: impl Fn(char) -> bool) -> bool {
    text.match_indices(word).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + word.len()..].chars().next();
        !before.is_some_and(&is_part) && !after.is_some_and(&is_part)
    })
}

fn blank(text: &str, strings: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (taken, is_blank) = match piece(rest) {
            Some((length, is_string)) => (length, strings || !is_string),
            None => (first.len_utf8(), false),
        };
        let (piece, after) = rest.split_at(taken);
        if is_blank {
            out.extend(
                piece
                    .chars()
                    .map(|sign| if sign == '\n' { '\n' } else { ' ' }),
            );
        } else {
            out.push_str(piece);
        }
        rest = after;
    }
    out
}

/// The length of the comment or string that begins here, and whether it is a string.
fn piece(text: &str) -> Option<(usize, bool)> {
    if text.starts_with("//") {
        return Some((text.find('\n').unwrap_or(text.len()), false));
    }
    if text.starts_with("/*") {
        return Some((text.find("*/").map_or(text.len(), |end| end + 2), false));
    }
    for (opens, closes) in [("\"\"\"", "\"\"\""), ("r#\"", "\"#"), ("r\"", "\"")] {
        if let Some(inside) = text.strip_prefix(opens) {
            let end = inside.find(closes).unwrap_or(inside.len());
            return Some(((opens.len() + end + closes.len()).min(text.len()), true));
        }
    }
    if text.starts_with('"') {
        return Some((string_length(text), true));
    }
    // A quotation mark as a character would begin a string otherwise.
    ["'\"'", "'\\\"'"]
        .iter()
        .find(|one| text.starts_with(**one))
        .map(|one| (one.len(), true))
}

fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, sign) in text.char_indices().skip(1) {
        match sign {
            '"' if !is_escaped => return at + 1,
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_no_code() {
        let text = "let a = \"unsafe \\\" unsafe\"; // unsafe\n/* unsafe\n */ unsafe { '\"' }";
        assert_eq!(lines_with_word(&code(text), "unsafe"), [3]);
        assert!(code_with_strings(text).contains("\"unsafe"));
        assert_eq!(code(text).lines().count(), text.lines().count());
        assert!(!code("r#\"unsafe \" \"#").contains("unsafe"));
        assert!(!code("val a = \"\"\"external \" fun\"\"\"").contains("external"));
    }

    #[test]
    fn only_whole_words_count() {
        assert!(has_word("a safe call", "safe"));
        assert!(!has_word("unsafe, safely, safe_place", "safe"));
    }

    #[test]
    fn telephone_numbers_are_seen_in_every_grouping() {
        assert_eq!(longest_digit_run("call 0300 123-2040 now"), 11);
        assert_eq!(longest_digit_run("line 12: 34, 5  6"), 2);
    }

    #[test]
    fn arguments_end_where_their_parenthesis_closes() {
        let text = "log(a(1), b); other(2); log()";
        assert_eq!(arguments(text, "log("), ["a(1), b", ""]);
    }

    #[test]
    fn tests_at_the_end_are_left_out() {
        let text = "fn a() {}\n\n#[cfg(test)]\nmod tests {\n    x.unwrap();\n}";
        assert!(!without_tests(text).contains("unwrap"));
        assert!(without_tests("#[cfg(test)]\nfn only_here() { x.unwrap() }").contains("unwrap"));
    }
}
