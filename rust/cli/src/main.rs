//! `cleardown`: plays stories, explains numbers, checks lists. Data goes to standard output, talk to
//! standard error.

#![forbid(unsafe_code)]

mod args;
mod client;
mod commands;
mod http;
mod progress;
mod words;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command, ListCommand};

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
        Command::Client(args) => Ok(client::run(&args)),
        Command::List(args) => match args.command {
            ListCommand::Lint(args) => commands::lint::run(&args),
        },
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
