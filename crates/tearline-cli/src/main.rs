//! Classification-aware redaction of portion-marked documents, as one program.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program answers on standard output and complains on standard error"
)]

mod commands;
mod config;
mod context;
mod difference;
mod finish;
mod input;
mod message;
mod names;
mod options;
mod output;
mod places;
mod staged;
mod tree;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser};

use crate::commands::Command;
use crate::context::Context;
use crate::finish::{Ended, Failure};
use crate::options::General;

/// Renders what a reader may see of a portion-marked document on a given day, and lets nothing else out.
#[derive(Parser)]
#[command(
    name = "tearline",
    version,
    after_help = "Exit status: 0 done; 1 an input could not be processed; 2 wrong usage; 3 done, and something denied was found."
)]
struct Cli {
    #[command(flatten)]
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
        Err(Failure::Usage(message)) => Cli::command()
            .error(clap::error::ErrorKind::ValueValidation, message)
            .exit(),
        Err(Failure::Input(message)) => {
            eprintln!("tearline {name}: {message}");
            ExitCode::from(1)
        }
    }
}
