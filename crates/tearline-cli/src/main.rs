//! Classification-aware redaction of portion-marked documents, as one program.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program answers on standard output and complains on standard error"
)]

mod beside;
mod catalogue;
mod commands;
mod config;
mod context;
mod crew;
mod difference;
mod finish;
mod input;
mod markup;
mod message;
mod names;
mod options;
mod output;
mod paper;
mod places;
mod progress;
mod proposals;
mod readers;
mod reviewed;
mod rules;
mod source;
mod tree;

use std::process::ExitCode;

use clap::Parser;

use crate::commands::Command;
use crate::context::Context;
use crate::finish::{Ended, Failure};
use crate::options::General;

/// Releases what a reader may see of a portion-marked document on a given day, and nothing else.
#[derive(Parser)]
#[command(
    name = "tearline",
    version,
    after_help = "Exit status: 0 done; 1 an input could not be processed; 2 wrong usage; 3 done, but something that is denied was found.\n\
                  Findings are the answer of review, verify, compare and guard, on standard output; other commands print them on standard error."
)]
struct Cli {
    #[command(flatten, next_help_heading = "Options of every command")]
    general: General,
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let name = cli.command.name();
    let ended = Context::new(cli.general, cli.command.inputs())
        .and_then(|context| commands::run(cli.command, &context));
    match ended {
        Ok(Ended::Done) => ExitCode::SUCCESS,
        Ok(Ended::Denied) => ExitCode::from(3),
        Ok(Ended::With(status)) => ExitCode::from(status),
        Err(Failure::Usage(message)) => {
            eprintln!("tearline {name}: {message}");
            ExitCode::from(2)
        }
        Err(Failure::Input(message)) => {
            eprintln!("tearline {name}: {message}");
            ExitCode::from(1)
        }
    }
}
