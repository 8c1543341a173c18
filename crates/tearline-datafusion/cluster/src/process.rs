//! A process that runs until its work ends.

use std::fmt::Display;
use std::future::Future;
use std::io::{self, Write as _};
use std::process::ExitCode;

use tokio::runtime::Builder;

/// Plans of many levels are planned recursively.
const STACK: usize = 32 << 20;

/// Runs on all cores until the work ends, and says on standard error why it failed.
///
/// ```
/// use std::process::ExitCode;
///
/// let done = tearline_ballista::until_stopped(async { Ok::<(), String>(()) });
/// assert_eq!(done, ExitCode::SUCCESS);
/// ```
pub fn until_stopped<E: Display>(work: impl Future<Output = Result<(), E>>) -> ExitCode {
    let runtime = Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(STACK)
        .build();
    let failed = match runtime {
        Ok(runtime) => runtime.block_on(work).err().map(|error| error.to_string()),
        Err(error) => Some(error.to_string()),
    };
    let Some(failed) = failed else {
        return ExitCode::SUCCESS;
    };
    // Where even this cannot be said, the status says it.
    let _ = writeln!(io::stderr(), "{failed}");
    ExitCode::FAILURE
}
