//! `tearline completions` and `tearline man`.

use std::path::PathBuf;

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::Cli;
use crate::finish::{self, Ended, Failure};
use crate::output;

/// What `completions` takes.
#[derive(Args)]
pub(crate) struct Completions {
    /// The shell.
    shell: Shell,
}

/// What `man` takes.
#[derive(Args)]
pub(crate) struct Man {
    /// The folder to write to; without it, the page of `tearline` itself goes to standard output.
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

pub(super) fn completions(arguments: &Completions) -> finish::Result {
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut Cli::command(),
        "tearline",
        &mut script,
    );
    output::write(None, &script)?;
    Ok(Ended::Done)
}

pub(super) fn man(arguments: &Man) -> finish::Result {
    match &arguments.folder {
        Some(folder) => {
            std::fs::create_dir_all(folder)
                .and_then(|()| clap_mangen::generate_to(Cli::command(), folder))
                .map_err(|error| Failure::Input(format!("{}: {error}", folder.display())))?;
        }
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Cli::command())
                .render(&mut page)
                .map_err(|error| Failure::Input(error.to_string()))?;
            output::write(None, &page)?;
        }
    }
    Ok(Ended::Done)
}
