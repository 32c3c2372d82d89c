//! `cleardown list app`: what an app needs to be told of a publisher.

use cleardown_list::tuf::{Keys, Trust};
use cleardown_list::{Sha256, hex};
use serde_json::json;

use crate::args::AppArgs;

/// Most characters of a short name and of a title, as lists have them.
const MOST_OF_NAME: usize = 32;
const MOST_OF_TITLE: usize = 80;

/// Prints the file that is built into an app, after looking at all of it as a phone would.
pub fn run(args: &AppArgs) -> Result<bool, String> {
    let title = args.title.as_deref().unwrap_or(&args.id);
    let root = std::fs::read(&args.root)
        .map_err(|error| format!("{}: {error}. Name the root file.", args.root.display()))?;
    check_name(&args.id)?;
    check_title(title)?;
    check_url(&args.url)?;
    let trust = Trust::pinned(&root, Keys::Phone).map_err(|error| {
        format!(
            "{}: no phone would believe this root: {error}.",
            args.root.display()
        )
    })?;
    // A phone knows the root by its very bytes.
    let text =
        String::from_utf8(root).map_err(|_| format!("{} is no text.", args.root.display()))?;
    let anchor = hex(&Sha256::of(text.as_bytes()));
    eprintln!(
        "{}: root version {}, SHA-256 {anchor}",
        args.id,
        trust.root_version()
    );
    let one = json!({ "id": args.id, "title": title, "url": args.url, "root": text });
    println!("{:#}", json!([one]));
    Ok(true)
}

fn check_name(id: &str) -> Result<(), String> {
    let fits = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
    if (1..=MOST_OF_NAME).contains(&id.len()) && id.bytes().all(fits) {
        return Ok(());
    }
    Err(format!(
        "{id} is no publisher's short name: it is the one of `cleardown list init --id`, in small \
         letters, digits and hyphens."
    ))
}

fn check_title(title: &str) -> Result<(), String> {
    let fits = !title.trim().is_empty() && title.chars().count() <= MOST_OF_TITLE;
    fits.then_some(())
        .ok_or_else(|| format!("The title is empty or longer than {MOST_OF_TITLE} characters."))
}

/// `https` alone: what an app that is given out fetches is never from the computer it was built on.
fn check_url(url: &str) -> Result<(), String> {
    let host = url.strip_prefix("https://").unwrap_or_default();
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let wrong = host.is_empty() || url.contains(|c: char| c.is_whitespace() || "?#".contains(c));
    if wrong {
        return Err(format!(
            "{url} is no address of a folder that phones fetch from: it begins with https:// and has \
             no ? and no #."
        ));
    }
    Ok(())
}
