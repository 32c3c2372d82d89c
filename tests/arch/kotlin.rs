//! What Kotlin sources may and may not say.

use crate::scan::{code, has_word};
use crate::tree::files;

/// The one file that may write to the phone's log.
const LOG: &str = "android/app/src/main/kotlin/org/cleardown/platform/AppLog.kt";
/// Runs where the app is built and is not in it.
const BUILDS: &str = "android/packer/";
const ENGINE: &str = "android/engine/src/main";

#[test]
fn only_the_engine_declares_native_functions() {
    let wrong: Vec<String> = with(&all(), declares_native)
        .into_iter()
        .filter(|path| !path.starts_with(ENGINE) && !path.starts_with("tests/"))
        .collect();
    assert!(
        wrong.is_empty(),
        "external fun outside android/engine: {wrong:?}"
    );
}

#[test]
fn one_file_writes_to_the_log() {
    let mut sources = files("android", ".kt");
    sources.retain(|(path, _)| !path.starts_with(BUILDS));
    let writers = with(&sources, writes_to_log);
    assert_eq!(writers, [LOG], "everything else goes through AppLog");
}

#[test]
fn the_engine_is_plain_kotlin() {
    let wrong = with(&files(ENGINE, ".kt"), names_android);
    assert!(
        wrong.is_empty(),
        "android.* in the part that runs on any JVM: {wrong:?}"
    );
}

#[test]
fn bad_sources_are_found() {
    assert!(declares_native(
        "object A { @JvmStatic external fun open(r: ByteArray): Int }"
    ));
    assert!(!declares_native("// external fun"));
    assert!(writes_to_log("import android.util.Log\n"));
    assert!(writes_to_log("android.util.Log.w(\"a\", \"b\")"));
    assert!(writes_to_log("println(number)"));
    assert!(!writes_to_log("AppLog.code(\"native_panic\")"));
    assert!(names_android("import android.content.Context"));
    assert!(!names_android(
        "/** As android.telecom.Call has it. */ package org.cleardown.engine"
    ));
}

fn all() -> Vec<(String, String)> {
    let mut sources = files("android", ".kt");
    sources.extend(files("tests", ".kt"));
    sources
}

fn with(sources: &[(String, String)], is_so: fn(&str) -> bool) -> Vec<String> {
    let found = sources.iter().filter(|(_, text)| is_so(text));
    found.map(|(path, _)| path.clone()).collect()
}

fn declares_native(text: &str) -> bool {
    has_word(&code(text), "external")
}

fn writes_to_log(text: &str) -> bool {
    let code = code(text);
    let ways = [
        "android.util.Log",
        "println(",
        "print(",
        "printStackTrace",
        "System.err",
    ];
    ways.iter().any(|way| code.contains(way))
}

fn names_android(text: &str) -> bool {
    let code = code(text);
    code.match_indices("android.").any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|sign| sign.is_alphanumeric() || sign == '.')
    })
}
