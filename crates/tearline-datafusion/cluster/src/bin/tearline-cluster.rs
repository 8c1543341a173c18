//! `tearline-cluster`: what `tearline-sql` answers, from a cluster.

use std::process::ExitCode;

use clap::Parser;
use tearline_ballista::{quiet, remote, standalone};
use tearline_datafusion::{Shell, ShellError};

/// Ask a collection of portion-marked documents in SQL, on a cluster. Without a scheduler, one is started in this process.
#[derive(Parser)]
#[command(name = "tearline-cluster", version)]
struct Command {
    #[command(flatten)]
    shell: Shell,
    /// The scheduler: `df://127.0.0.1:50050`.
    #[arg(long, value_name = "ADDRESS")]
    scheduler: Option<String>,
}

fn main() -> ExitCode {
    let command = Command::parse();
    quiet();
    log::set_max_level(log::LevelFilter::Error);
    tearline_ballista::until_stopped(ask(command))
}

async fn ask(command: Command) -> Result<(), ShellError> {
    let context = match &command.scheduler {
        Some(scheduler) => remote(&command.shell, scheduler).await?,
        None => standalone(&command.shell).await?,
    };
    command.shell.ask(&context).await
}
