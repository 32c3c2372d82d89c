//! Who may use the network: on the phone the folder `sync` alone, elsewhere the command line alone.

use crate::scan::{code, has_word};
use crate::tree::{files, text};

/// The one folder of the app that fetches anything.
const FETCHES: &str = "android/app/src/main/kotlin/org/cleardown/sync/";
/// The one file in it that opens a connection.
const FETCHER: &str = "android/app/src/main/kotlin/org/cleardown/sync/Fetcher.kt";
/// Where programs may open a connection; nothing of it is in the library.
const ONLINE: &[&str] = &["rust/cli/"];

#[test]
fn only_the_fetcher_opens_connections() {
    let wrong: Vec<String> = using(&files("android", ".kt"), names_network)
        .into_iter()
        .filter(|path| path != FETCHER)
        .collect();
    assert!(wrong.is_empty(), "network outside {FETCHER}: {wrong:?}");
    assert!(
        names_network(&text(FETCHER)),
        "the scan does not see the one use there is"
    );
}

#[test]
fn only_a_job_or_a_person_starts_a_fetch() {
    let allowed = ["SyncJob.kt", "UpdatePanel.kt"].map(|name| format!("{FETCHES}{name}"));
    let starters = using(&files("android", ".kt"), starts_a_fetch);
    assert_eq!(starters, allowed, "a process that starts must not fetch");
}

#[test]
fn cleartext_is_off_in_the_network_configuration() {
    let configuration = text("android/app/src/main/res/xml/network_security.xml");
    assert!(!allows_cleartext(&configuration));
    let manifest = text("android/app/src/main/AndroidManifest.xml");
    assert!(manifest.contains("android:networkSecurityConfig=\"@xml/network_security\""));
}

#[test]
fn only_the_command_line_has_sockets() {
    let wrong: Vec<String> = using(&files("rust", ".rs"), names_sockets)
        .into_iter()
        .filter(|path| !ONLINE.iter().any(|part| path.starts_with(part)))
        .collect();
    assert!(wrong.is_empty(), "network outside {ONLINE:?}: {wrong:?}");
}

#[test]
fn a_use_of_the_network_is_found() {
    for bad in [
        "import java.net.URL\n",
        "import javax.net.ssl.HttpsURLConnection\n",
        "val socket = java.nio.channels.SocketChannel.open()",
        "import android.net.ConnectivityManager\n",
        "import android.webkit.WebView\n",
        "address.openConnection()",
        "import android.app.DownloadManager\n",
    ] {
        assert!(names_network(bad), "{bad}");
    }
    assert!(!names_network("import android.net.Uri\n// java.net.URL"));
    assert!(starts_a_fetch("parts.update.start(SyncBy.PERSON)"));
    assert!(!starts_a_fetch("SyncPlan.ensure(this, status.sync)"));
    assert!(names_sockets("use std::net::TcpStream;"));
    assert!(names_sockets("ureq::get(url)"));
    assert!(!names_sockets("// ureq fetches"));
    assert!(allows_cleartext(
        "<base-config cleartextTrafficPermitted=\"true\"/>"
    ));
    assert!(allows_cleartext("<base-config/>"));
}

type Sources = [(String, String)];

fn using(sources: &Sources, is_so: fn(&str) -> bool) -> Vec<String> {
    let found = sources.iter().filter(|(_, text)| is_so(text));
    found.map(|(path, _)| path.clone()).collect()
}

fn names_network(text: &str) -> bool {
    let ways = [
        "java.net.",
        "javax.net.",
        "java.nio.channels.",
        "android.net.",
        "android.webkit.",
        "DownloadManager",
        "openConnection",
        "openStream",
    ];
    // An address of a telephone number or of a contact is no network.
    let code = code(text).replace("android.net.Uri", "");
    ways.iter().any(|way| code.contains(way))
}

fn starts_a_fetch(text: &str) -> bool {
    code(text).contains("update.start(")
}

fn names_sockets(text: &str) -> bool {
    let code = code(text);
    code.contains("std::net") || has_word(&code, "ureq")
}

fn allows_cleartext(configuration: &str) -> bool {
    !configuration.contains("<base-config cleartextTrafficPermitted=\"false\">")
        || configuration.contains("cleartextTrafficPermitted=\"true\"")
}
