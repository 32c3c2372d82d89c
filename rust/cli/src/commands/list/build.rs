//! `cleardown list build`

use cleardown_publish::{BuildOptions, build};

use super::{Place, findings, print_json};
use crate::args::BuildArgs;

/// Stages the next version.
pub fn run(place: &Place, args: &BuildArgs) -> Result<bool, String> {
    let options = BuildOptions {
        now_s: place.now_s,
        bulk: args.bulk,
        renew: args.renew,
    };
    let built = match build(&place.folder, options, &mut |what| eprintln!("{what} …")) {
        Ok(built) => built,
        Err(refused) => return findings::refused(refused),
    };
    if args.json {
        return print_json(&built).map(|()| true);
    }
    let changed = if built.changed { "" } else { ", as published" };
    println!(
        "list {}{changed}: {} numbers, {} codes",
        built.list, built.rows, built.codes
    );
    println!("sha256 {}", built.sha256);
    for (name, bytes) in &built.files {
        println!("{bytes:>10} {name}");
    }
    eprintln!("Next: cleardown list sign");
    Ok(true)
}
