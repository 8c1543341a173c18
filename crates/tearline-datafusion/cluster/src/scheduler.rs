//! The scheduler.

use std::net::SocketAddr;
use std::sync::Arc;

use ballista::extension::SessionConfigExt as _;
use ballista_core::error::Result;
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use clap::Args;
use datafusion::prelude::SessionConfig;

use crate::context::state;

/// Takes queries, cuts them into stages, and gives these to executors. It reads no document.
///
/// ```
/// use tearline_ballista::Scheduler;
///
/// assert_eq!(Scheduler::default().bind.to_string(), "127.0.0.1:50050");
/// ```
#[derive(Args, Clone, Debug)]
#[non_exhaustive]
pub struct Scheduler {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:50050", value_name = "ADDRESS")]
    pub bind: SocketAddr,
    /// The name by which executors and shells reach this machine; the address unless given.
    #[arg(long, value_name = "HOST")]
    pub external_host: Option<String>,
    /// After how many seconds without a sign an executor counts as lost.
    #[arg(long, default_value_t = 180, value_name = "SECONDS")]
    pub executor_timeout: u64,
}

impl Default for Scheduler {
    fn default() -> Self {
        Self {
            bind: SocketAddr::from(([127, 0, 0, 1], 50050)),
            external_host: None,
            executor_timeout: 180,
        }
    }
}

impl Scheduler {
    /// Runs until it is stopped.
    ///
    /// # Errors
    ///
    /// Where the address cannot be listened on.
    pub async fn run(self) -> Result<()> {
        let ip = self.bind.ip().to_string();
        let config = SchedulerConfig {
            external_host: self.external_host.unwrap_or_else(|| ip.clone()),
            bind_host: ip,
            bind_port: self.bind.port(),
            executor_timeout_seconds: self.executor_timeout,
            expire_dead_executor_interval_seconds: (self.executor_timeout / 4).max(1),
            no_executors_grace_period_seconds: self.executor_timeout,
            ..SchedulerConfig::default()
        };
        let config = config
            .with_override_config_producer(Arc::new(SessionConfig::new_with_ballista))
            .with_override_session_builder(Arc::new(state));
        let cluster = BallistaCluster::new_from_config(&config).await?;
        log::info!("scheduler on {}", self.bind);
        start_server(cluster, self.bind, Arc::new(config)).await
    }
}
