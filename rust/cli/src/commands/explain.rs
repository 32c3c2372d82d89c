//! `cleardown explain NUMBER`

use std::time::{SystemTime, UNIX_EPOCH};

use cleardown_engine::api::{
    Alert, AtNow, ExplainRequest, Explanation, ListingFound, Now, OpenRequest, Placement, Reason,
};
use cleardown_engine::{Engine, Region};
use cleardown_list::{Provenance, code_provenance, provenance};
use serde_json::json;

use crate::args::ExplainArgs;
use crate::words::Words;

/// Prints everything that is known of a number.
pub fn run(args: &ExplainArgs) -> Result<bool, String> {
    let number = args.number.join(" ");
    let region = Region::from_iso(&args.region).ok_or_else(|| {
        format!(
            "{}: no such country. Write two letters, as GB.",
            args.region
        )
    })?;
    let known = ask(&number, region).map_err(|error| error.to_string())?;
    let source = source_of(&known);
    if args.json {
        let source = source.map(|source| {
            json!({
                "source": source.source,
                "checked_on": source.checked_on,
                "note": source.note,
            })
        });
        println!(
            "{:#}",
            json!({ "explanation": known, "provenance": source })
        );
        return Ok(true);
    }
    print(&number, &known, source.as_ref(), &Words::english()?);
    Ok(true)
}

/// Asks an engine that has nothing but the bundled list.
fn ask(number: &str, region: Region) -> Result<Explanation, Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let wall = SystemTime::now().duration_since(UNIX_EPOCH)?;
    let now = Now {
        wall_ms: i64::try_from(wall.as_millis())?,
        elapsed_ms: 0,
        boot: 1,
    };
    let device_dir = folder.path().to_owned();
    let engine = Engine::open(&OpenRequest {
        device_dir,
        credential_dir: None,
        region,
        now,
        publishers: Vec::new(),
    });
    engine.maintain(&AtNow { now })?;
    Ok(engine.explain(&ExplainRequest {
        now,
        number: number.to_owned(),
    })?)
}

fn source_of(known: &Explanation) -> Option<Provenance> {
    let number = known.number.as_deref()?;
    number
        .parse()
        .map_or_else(|_| code_provenance(number), provenance)
}

fn print(typed: &str, known: &Explanation, source: Option<&Provenance>, words: &Words) {
    match (&known.display, &known.number) {
        (Some(display), Some(number)) if display != number => println!("{display}  ({number})"),
        (_, Some(number)) => println!("{number}"),
        _ => println!("{typed}  (no telephone number)"),
    }
    println!();
    if known.listings.is_empty() {
        println!("On no list. That says nothing about who rings from it.");
    }
    for listing in &known.listings {
        print_listing(listing);
    }
    if let Some(source) = source {
        let day = if source.checked_on.is_empty() {
            "undated"
        } else {
            &source.checked_on
        };
        println!("  source      {} ({day})", source.source);
        if !source.note.is_empty() {
            println!("  note        {}", source.note);
        }
    }
    println!();
    print_incoming(known, words);
    println!();
    print_outgoing(known, words);
}

fn print_listing(listing: &ListingFound) {
    print!("On the list: {}", listing.organisation);
    if !listing.line.is_empty() {
        print!(", {}", listing.line);
    }
    println!();
    println!("  calls out   {}", code(&listing.calls_out));
    println!("  confidence  {}", code(&listing.confidence));
    println!(
        "  may be rung {}",
        if listing.ring {
            "yes"
        } else {
            "not from the list"
        }
    );
}

fn print_incoming(known: &Explanation, words: &Words) {
    let call = &known.incoming;
    println!("If a caller shows it: {}", code(&call.alert));
    if call.alert != Alert::None {
        println!(
            "  {}",
            words.get(&format!("headline_{}", code(&call.alert)))
        );
        println!(
            "  {}",
            words.can_be_faked(call.organisation.as_deref(), call.confidence)
        );
    }
    print_reasons(&call.reasons, words);
}

fn print_outgoing(known: &Explanation, words: &Words) {
    let call = &known.outgoing;
    let held = call.placement == Placement::Hold;
    println!(
        "If you ring it during the wait: {}",
        if held { "held" } else { "placed" }
    );
    print_reasons(&call.reasons, words);
    if held {
        let way = match (call.passable, call.plain_tap) {
            (true, true) => "one tap",
            (true, false) => "two taps, ten seconds apart",
            (false, _) => "not offered",
        };
        println!("  {}: {way}", words.get("call_anyway"));
    }
}

fn print_reasons(reasons: &[Reason], words: &Words) {
    for reason in reasons {
        println!("  {:<20} {}", reason.code(), words.reason(reason.code()));
    }
}

fn code<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
