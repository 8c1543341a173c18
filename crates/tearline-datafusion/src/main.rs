//! `tearline-sql`: a question over a collection of documents, in SQL.

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser;
use tearline_datafusion::Shell;

/// Ask a collection of portion-marked documents, in SQL: what a reader may see of each on a day, what opens when, what is wrong.
#[derive(Parser)]
#[command(name = "tearline-sql", version)]
struct Command {
    #[command(flatten)]
    shell: Shell,
}

#[tokio::main]
async fn main() -> ExitCode {
    let shell = Command::parse().shell;
    let asked = match shell.session() {
        Ok(context) => shell.ask(&context).await,
        Err(error) => Err(error),
    };
    match asked {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where even this cannot be said, the status says it.
            let _ = writeln!(io::stderr(), "tearline-sql: {error}");
            ExitCode::FAILURE
        }
    }
}
