//! `cleardown`: plays stories, explains numbers, checks settings and reports, publishes and fetches lists. Data goes to standard output, talk to
//! standard error.

#![forbid(unsafe_code)]

mod args;
#[cfg(feature = "client")]
mod client;
mod commands;
#[cfg(feature = "client")]
mod http;
#[cfg(feature = "client")]
mod progress;
mod words;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// Everything went as it should.
const DONE: u8 = 0;
/// The command did its work and found something wrong: a failed expectation, an error in a list.
const FOUND: u8 = 1;
/// The command could not do its work: wrong arguments, an unreadable file.
const UNABLE: u8 = 2;

fn main() -> ExitCode {
    let result = match Args::parse().command {
        Command::Play(args) => commands::play::run(&args),
        Command::Explain(args) => commands::explain::run(&args),
        Command::Report(args) => commands::report::run(&args),
        #[cfg(feature = "client")]
        Command::Client(args) => Ok(client::run(&args)),
        #[cfg(feature = "publish")]
        Command::Config(args) => commands::config::run(&args),
        #[cfg(feature = "publish")]
        Command::List(args) => commands::list::run(&args),
    };
    match result {
        Ok(true) => ExitCode::from(DONE),
        Ok(false) => ExitCode::from(FOUND),
        Err(message) => {
            eprintln!("cleardown: {message}");
            ExitCode::from(UNABLE)
        }
    }
}
