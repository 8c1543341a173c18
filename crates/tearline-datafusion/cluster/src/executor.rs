//! The executor.

use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::{env, io};

use ballista::extension::SessionConfigExt as _;
use ballista_core::error::Result;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use clap::Args;
use datafusion::prelude::SessionConfig;

use crate::context::state;

/// Reads documents, and carries out stages over them.
///
/// ```
/// use tearline_ballista::Executor;
///
/// assert_eq!(Executor::default().scheduler.to_string(), "127.0.0.1:50050");
/// ```
#[derive(Args, Clone, Debug)]
#[non_exhaustive]
pub struct Executor {
    /// The scheduler, as `host:port`.
    #[arg(long, default_value = "127.0.0.1:50050", value_name = "ADDRESS")]
    pub scheduler: String,
    /// Where to listen for whoever fetches results; the next port is for the scheduler.
    #[arg(long, default_value = "127.0.0.1:50051", value_name = "ADDRESS")]
    pub bind: SocketAddr,
    /// The name by which the others reach this machine; the address unless given.
    #[arg(long, value_name = "HOST")]
    pub external_host: Option<String>,
    /// How many tasks at once; as many as there are cores unless given.
    #[arg(long, value_name = "NUMBER")]
    pub cores: Option<NonZeroUsize>,
    /// The folder for what goes from stage to stage; one that is removed at the end unless given. Whoever can read it can read
    /// what queries move.
    #[arg(long, value_name = "DIR")]
    pub work: Option<PathBuf>,
    /// How many seconds lie between two signs to the scheduler.
    #[arg(long, default_value_t = 30, value_name = "SECONDS")]
    pub heartbeat: u64,
}

impl Default for Executor {
    fn default() -> Self {
        Self {
            scheduler: "127.0.0.1:50050".to_owned(),
            bind: SocketAddr::from(([127, 0, 0, 1], 50051)),
            external_host: None,
            cores: None,
            work: None,
            heartbeat: 30,
        }
    }
}

impl Executor {
    /// Runs until it is stopped.
    ///
    /// # Errors
    ///
    /// Where the scheduler cannot be reached, and where an address cannot be listened on.
    pub async fn run(self) -> Result<()> {
        // Only its owner can read it, and it goes when this ends.
        let (work, _kept) = match self.work {
            Some(work) => (work, None),
            None => {
                let folder = tempfile::Builder::new()
                    .prefix("tearline-executor-")
                    .tempdir()?;
                (folder.path().to_owned(), Some(folder))
            }
        };
        let (host, port) = self.scheduler.rsplit_once(':').ok_or_else(|| {
            io::Error::other("the scheduler is a host, a colon and a port: 127.0.0.1:50050")
        })?;
        let port = port.parse().map_err(io::Error::other)?;
        let ip = self.bind.ip().to_string();
        let functions = state(SessionConfig::new_with_ballista())?;
        let mut config = ExecutorProcessConfig {
            bind_host: ip.clone(),
            external_host: Some(self.external_host.unwrap_or(ip)),
            port: self.bind.port(),
            grpc_port: self.bind.port().saturating_add(1),
            scheduler_host: host.to_owned(),
            scheduler_port: port,
            scheduler_connect_timeout_seconds: 30,
            work_dir: Some(work.to_string_lossy().into_owned()),
            executor_heartbeat_interval_seconds: self.heartbeat,
            override_function_registry: Some(Arc::new(BallistaFunctionRegistry::from(&functions))),
            override_config_producer: Some(Arc::new(SessionConfig::new_with_ballista)),
            ..ExecutorProcessConfig::default()
        };
        if let Some(cores) = self.cores {
            config.vcores = cores.get();
        }
        log::info!(
            "executor on {}, in {}",
            self.bind,
            env::temp_dir().display()
        );
        start_executor_process(Arc::new(config)).await
    }
}
