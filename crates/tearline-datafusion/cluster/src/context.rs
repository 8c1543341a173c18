//! Sessions that carry out their queries on a cluster.

use ballista::extension::SessionConfigExt as _;
use ballista::prelude::SessionContextExt as _;
use datafusion::common::Result;
use datafusion::execution::SessionState;
use datafusion::prelude::{SessionConfig, SessionContext};
use tearline_datafusion::{Shell, register};

/// A session whose queries a scheduler elsewhere carries out: `df://127.0.0.1:50050`.
///
/// ```no_run
/// # async fn elsewhere() -> datafusion::error::Result<()> {
/// use tearline_datafusion::Shell;
///
/// let shell = Shell::new("SELECT count(*) FROM cables");
/// let context = tearline_ballista::remote(&shell, "df://127.0.0.1:50050").await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// Where the address is none.
pub async fn remote(shell: &Shell, scheduler: &str) -> Result<SessionContext> {
    let context = SessionContext::remote_with_state(scheduler, state(config(shell))?).await?;
    asking(context)
}

/// A session with a scheduler and an executor of its own, in this process.
///
/// ```no_run
/// # async fn here() -> datafusion::error::Result<()> {
/// let context = tearline_ballista::standalone(&tearline_datafusion::Shell::new("SELECT 1")).await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// Where no port is free.
pub async fn standalone(shell: &Shell) -> Result<SessionContext> {
    let context = SessionContext::standalone_with_state(state(config(shell))?).await?;
    asking(context)
}

fn config(shell: &Shell) -> SessionConfig {
    let config = shell.config().upgrade_for_ballista();
    match shell.cores {
        Some(cores) => config
            .with_target_partitions(cores.get())
            .with_ballista_standalone_parallelism(cores.get()),
        None => config,
    }
}

/// What Ballista makes a session of, with the functions of this repository.
pub(crate) fn state(config: SessionConfig) -> Result<SessionState> {
    let mut state = ballista_core::utils::default_session_builder(config)?;
    register(&mut state)?;
    Ok(state)
}

/// A session for asking: Ballista has put its own functions in the place of all.
fn asking(mut context: SessionContext) -> Result<SessionContext> {
    register(&mut context)?;
    Ok(context)
}
