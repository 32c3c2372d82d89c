//! No telephone number reaches a log: neither written out nor by a variable that holds one.

use crate::scan::{arguments, code_with_strings, has_word, longest_digit_run, without_tests};
use crate::tree::files;

const CALLS: &[&str] = &[
    "log::error!(",
    "log::warn!(",
    "log::info!(",
    "log::debug!(",
    "log::trace!(",
    "eprintln!(",
    "AppLog.code(",
    "Log.v(",
    "Log.d(",
    "Log.i(",
    "Log.w(",
    "Log.e(",
];

/// Digits from which a run may be a number, or part of one.
const NUMBER: usize = 4;

/// Names under which the sources keep what must not get out.
const SECRETS: &[&str] = &[
    "number",
    "dialled",
    "caller",
    "handle",
    "organisation",
    "display",
    "key",
    "request",
    "answer",
    "name",
    "note",
];

#[test]
fn no_log_call_has_a_number() {
    let mut sources = Vec::new();
    for part in ["core", "list", "store", "engine", "jni"] {
        sources.extend(files(&format!("rust/{part}/src"), ".rs"));
    }
    sources.extend(files("android", ".kt"));
    for (path, text) in sources {
        let wrong = wrong_calls(&text);
        assert!(
            wrong.is_empty(),
            "{path} logs what may be a number or a name: {wrong:?}"
        );
    }
}

#[test]
fn bad_calls_are_found() {
    for bad in [
        "AppLog.code(\"0300 123 2040\")",
        "log::warn!(\"held {number}\")",
        "log::error!(\"failed: {}\", request)",
        "Log.w(TAG, \"from $caller\")",
    ] {
        assert_eq!(wrong_calls(bad).len(), 1, "{bad}");
    }
    for good in [
        "AppLog.code(\"native_panic\")",
        "log::warn!(\"{}\", refusal.code())",
    ] {
        assert!(wrong_calls(good).is_empty(), "{good}");
    }
}

fn wrong_calls(text: &str) -> Vec<String> {
    let code = code_with_strings(without_tests(text));
    let all = CALLS.iter().flat_map(|call| arguments(&code, call));
    let wrong = all.filter(|arguments| {
        longest_digit_run(arguments) >= NUMBER
            || SECRETS.iter().any(|secret| has_word(arguments, secret))
    });
    wrong.map(str::to_owned).collect()
}
