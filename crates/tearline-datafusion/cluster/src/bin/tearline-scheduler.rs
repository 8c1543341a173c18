//! `tearline-scheduler`: scheduler of a cluster.

use std::process::ExitCode;

use clap::Parser;
use tearline_ballista::{Scheduler, quiet};

#[derive(Parser)]
#[command(name = "tearline-scheduler", version)]
struct Command {
    #[command(flatten)]
    scheduler: Scheduler,
}

fn main() -> ExitCode {
    let command = Command::parse();
    quiet();
    tearline_ballista::until_stopped(command.scheduler.run())
}
