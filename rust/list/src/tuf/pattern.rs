//! Path patterns of delegations.

/// Whether a target's path fits a pattern: part by part between the slashes, each as a Unix shell
/// would match it (`*`, `?`, `[a-c]`, `[!a-c]`), a bracket that is not closed being itself
/// (specification 4.5, as python-tuf reads it).
pub(super) fn fits(pattern: &str, path: &str) -> bool {
    let mut parts = pattern.split('/');
    let mut names = path.split('/');
    loop {
        match (parts.next(), names.next()) {
            (None, None) => return true,
            (Some(part), Some(name)) if part_fits(part, name) => {}
            _ => return false,
        }
    }
}

/// One star at a time is stretched, so that no pattern takes longer than its length times the
/// name's.
fn part_fits(pattern: &str, name: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let name: Vec<char> = name.chars().collect();
    let (mut at, mut pos) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while pos < name.len() {
        let matched = match pattern.get(at) {
            Some('*') => {
                star = Some((at + 1, pos));
                at += 1;
                continue;
            }
            Some('?') => Some(1),
            Some('[') => match class(&pattern[at..]) {
                Some((length, class)) => class.has(name[pos]).then_some(length),
                None => (name[pos] == '[').then_some(1),
            },
            Some(letter) => (*letter == name[pos]).then_some(1),
            None => None,
        };
        match (matched, star) {
            (Some(length), _) => {
                at += length;
                pos += 1;
            }
            (None, Some((after, from))) => {
                star = Some((after, from + 1));
                at = after;
                pos = from + 1;
            }
            (None, None) => return false,
        }
    }
    pattern[at..].iter().all(|letter| *letter == '*')
}

struct Class<'a> {
    letters: &'a [char],
    negated: bool,
}

impl Class<'_> {
    fn has(&self, letter: char) -> bool {
        let mut found = false;
        let mut rest = self.letters;
        while let [first, tail @ ..] = rest {
            rest = match tail {
                ['-', last, tail @ ..] => {
                    found |= (*first..=*last).contains(&letter);
                    tail
                }
                _ => {
                    found |= *first == letter;
                    tail
                }
            };
        }
        found != self.negated
    }
}

/// The class that begins here and its length, if it is closed.
fn class(pattern: &[char]) -> Option<(usize, Class<'_>)> {
    let negated = pattern.get(1) == Some(&'!');
    let first = if negated { 2 } else { 1 };
    // A bracket in the first place is a letter of the class.
    let close = pattern.iter().skip(first + 1).position(|one| *one == ']')? + first + 1;
    let letters = &pattern[first..close];
    Some((close + 1, Class { letters, negated }))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn patterns_match_as_python_tuf_matches_them() {
        for (pattern, path, expected) in [
            ("*", "a", true),
            ("*", "a/b", false),
            ("*/*", "a/b", true),
            ("**", "a/b", false),
            ("***", "abc", true),
            ("a*c*e", "abcde", true),
            ("a*c*e", "abcd", false),
            ("targets/*.tgz", "targets/foo.tgz", true),
            ("targets/*.tgz", "targets/foo.txt", false),
            ("foo-version-?.tgz", "foo-version-a.tgz", true),
            ("foo-version-?.tgz", "foo-version-alpha.tgz", false),
            ("foo-[0-9].tgz", "foo-2.tgz", true),
            ("foo-[!0-9].tgz", "foo-2.tgz", false),
            ("foo-[]].tgz", "foo-].tgz", true),
            ("foo-[a", "foo-[a", true),
            ("foo-[a", "foo-a", false),
            ("[z-a]", "b", false),
            ("*", "", true),
            ("", "", true),
            ("a", "/a", false),
            ("{a,b}", "a", false),
            ("?", "🦀", true),
        ] {
            assert_eq!(fits(pattern, path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn a_pattern_of_stars_takes_no_time() {
        let pattern = "*a".repeat(500);
        assert!(!fits(&pattern, &"a".repeat(499)));
        assert!(!fits(&(pattern + "b"), &"a".repeat(5000)));
    }
}
