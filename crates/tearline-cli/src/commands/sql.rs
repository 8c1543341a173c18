//! `tearline sql`: hands over to `tearline-sql`, a program of its own, because DataFusion takes long to compile and most users
//! never ask in SQL.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::finish::{self, Ended, Failure};

/// What `sql` takes.
#[derive(Args)]
#[command(disable_help_flag = true)]
pub(crate) struct Arguments {
    /// What `tearline-sql` takes: a question in SQL, and its options; `tearline sql --help` describes them.
    #[arg(
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "QUESTION"
    )]
    arguments: Vec<OsString>,
}

const PROGRAM: &str = "tearline-sql";

pub(super) fn run(arguments: &Arguments) -> finish::Result {
    let program = std::env::current_exe().ok();
    let program = program.as_deref().and_then(Path::parent).and_then(beside);
    // Without one beside this program, the search path is looked through.
    let program = program.unwrap_or_else(|| PathBuf::from(PROGRAM));
    let status = Command::new(&program).args(&arguments.arguments).status();
    match status {
        Ok(status) => Ok(Ended::With(
            status
                .code()
                .and_then(|code| code.try_into().ok())
                .unwrap_or(1),
        )),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Failure::Input(format!(
            "the program `{PROGRAM}` is not installed; in the folder of the repository, \
             `cargo install --locked --path crates/tearline-datafusion` installs it"
        ))),
        Err(error) => Err(Failure::Input(format!("{}: {error}", program.display()))),
    }
}

fn beside(folder: &Path) -> Option<PathBuf> {
    let program = folder.join(format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX));
    program.is_file().then_some(program)
}
