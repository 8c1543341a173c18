//! `tearline-executor`: executor of a cluster.

use std::process::ExitCode;

use clap::Parser;
use tearline_ballista::{Executor, quiet};

#[derive(Parser)]
#[command(name = "tearline-executor", version)]
struct Command {
    #[command(flatten)]
    executor: Executor,
}

fn main() -> ExitCode {
    let command = Command::parse();
    quiet();
    tearline_ballista::until_stopped(command.executor.run())
}
