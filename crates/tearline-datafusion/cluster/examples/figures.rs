//! Figures: rows a second by the library, by the functions, on a cluster; memory by the number of rows.
//!
//! ```sh
//! cargo build --locked --profile figures --workspace --bins
//! cargo run --locked --profile figures -p tearline-ballista --example figures -- 20000
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a measurement stops where its own input is wrong, and prints"
)]

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use datafusion::arrow::array::{AsArray as _, RecordBatch};
use datafusion::datasource::MemTable;
use datafusion::prelude::{ParquetReadOptions, SessionContext};
use tearline::Session;
use tearline::marking::Reader;
use tearline_datafusion::Shell;
use tokio::runtime::{Builder, Runtime};

const ROUNDS: usize = 5;
const QUERY: &str =
    "SELECT sum(octet_length(tearline_release(text, 'U', '2010-01-01'))) FROM cables";

fn main() {
    let rows = std::env::args()
        .nth(1)
        .map_or(20_000, |rows| rows.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    overhead(rows.min(10_000));
    for part in 0..4 {
        parquet(
            &folder.path().join(format!("cables/{part}.parquet")),
            rows,
            part,
            4,
        );
    }
    let cables = folder.path().join("cables");
    let one = wall("one process, 1 core", rows, || {
        asked(&Runtime::new().unwrap(), &local(1), &cables);
    });
    let two = wall("one process, 2 cores", rows, || {
        asked(&Runtime::new().unwrap(), &local(2), &cables);
    });
    println!("from one core to two: {:.2} times", one / two);
    standalone(rows, &cables);
    executors(rows, &cables, folder.path());
    memory(rows, folder.path());
}

fn shell(cores: usize) -> Shell {
    let mut shell = Shell::new("");
    shell.cores = NonZeroUsize::new(cores);
    shell
}

fn local(cores: usize) -> SessionContext {
    shell(cores).session().unwrap()
}

/// The function over calling the library, in time on the processor of one thread.
fn overhead(rows: usize) {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let context = local(1);
    let batches: Vec<RecordBatch> = runtime.block_on(async {
        let query = format!("SELECT text FROM example_cables({rows})");
        context.sql(&query).await.unwrap().collect().await.unwrap()
    });
    let (mut library, mut function) = (Vec::new(), Vec::new());
    let table = MemTable::try_new(batches[0].schema(), vec![batches.clone()]).unwrap();
    context.register_table("cables", Arc::new(table)).unwrap();
    let mut sums = Vec::new();
    for _ in 0..ROUNDS {
        let start = on_processor();
        let mut session = Session::default();
        let day = "2010-01-01".parse().unwrap();
        let mut sum = 0;
        for batch in &batches {
            for text in batch.column(0).as_string_view().iter().flatten() {
                sum += session
                    .checked_text(text, &Reader::public(), day)
                    .unwrap()
                    .len();
            }
        }
        library.push((on_processor() - start).as_secs_f64());
        sums.push(sum.to_string());
        let start = on_processor();
        let answer =
            runtime.block_on(async { context.sql(QUERY).await.unwrap().collect().await.unwrap() });
        function.push((on_processor() - start).as_secs_f64());
        let sum = datafusion::arrow::util::display::array_value_to_string(answer[0].column(0), 0)
            .unwrap();
        sums.push(sum);
    }
    sums.dedup();
    assert_eq!(
        sums.len(),
        1,
        "the function releases what the library releases"
    );
    let (library, function) = (median(library), median(function));
    println!("library, 1 core: {:.0} rows/s", rows as f64 / library);
    println!(
        "function, 1 core: {:.0} rows/s ({:+.1} %)",
        rows as f64 / function,
        (function / library - 1.0) * 100.0
    );
}

/// How long this thread has been on a processor.
fn on_processor() -> Duration {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(stat.split(' ').next().unwrap().parse().unwrap())
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of[of.len() / 2]
}

fn wall(what: &str, rows: usize, mut run: impl FnMut()) -> f64 {
    run();
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64()
    });
    let seconds = median(rounds.collect());
    println!("{what}: {:.0} rows/s", rows as f64 / seconds);
    seconds
}

fn parquet(path: &Path, rows: usize, part: usize, of: usize) {
    let mut shell = shell(2);
    shell.query = format!(
        "SELECT * FROM example_cables({rows}) WHERE CAST(right(id, 6) AS INT) % {of} = {part}"
    );
    shell.output = Some(path.to_owned());
    Runtime::new()
        .unwrap()
        .block_on(async { shell.ask(&shell.session().unwrap()).await.unwrap() });
}

fn asked(runtime: &Runtime, context: &SessionContext, cables: &Path) {
    let answer = runtime.block_on(async {
        let path = format!("{}/", cables.display());
        context.deregister_table("cables").unwrap();
        context
            .register_parquet("cables", path, ParquetReadOptions::default())
            .await
            .unwrap();
        context.sql(QUERY).await.unwrap().collect().await.unwrap()
    });
    assert_eq!(answer.iter().map(RecordBatch::num_rows).sum::<usize>(), 1);
}

fn standalone(rows: usize, cables: &Path) {
    let runtime = Runtime::new().unwrap();
    let context = runtime
        .block_on(tearline_ballista::standalone(&shell(2)))
        .unwrap();
    wall("Ballista in one process, 2 tasks", rows, || {
        asked(&runtime, &context, cables);
    });
}

/// A program of this build.
fn program(name: &str) -> Command {
    let own = std::env::current_exe().unwrap();
    Command::new(own.parent().unwrap().parent().unwrap().join(name))
}

struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(name: &str, arguments: &[&str]) -> Process {
    let process = program(name)
        .args(arguments)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_secs(2));
    Process(process)
}

fn executors(rows: usize, cables: &Path, folder: &Path) {
    let scheduler = "127.0.0.1:50950";
    let _scheduler = start("tearline-scheduler", &["--bind", scheduler]);
    let executor = |port: &str| {
        let work: PathBuf = folder.join(port);
        fs::create_dir(&work).unwrap();
        let bind = format!("127.0.0.1:{port}");
        let work = work.to_str().unwrap();
        start(
            "tearline-executor",
            &[
                "--scheduler",
                scheduler,
                "--bind",
                &bind,
                "--cores",
                "1",
                "--work",
                work,
            ],
        )
    };
    let runtime = Runtime::new().unwrap();
    let session = || {
        let address = format!("df://{scheduler}");
        runtime
            .block_on(tearline_ballista::remote(&shell(2), &address))
            .unwrap()
    };
    let _one = executor("50951");
    let context = session();
    let one = wall("one executor of one core", rows, || {
        asked(&runtime, &context, cables);
    });
    let _two = executor("50961");
    let context = session();
    let two = wall("two executors of one core", rows, || {
        asked(&runtime, &context, cables);
    });
    println!("from one executor to two: {:.2} times", one / two);
}

/// The most memory that a run took, by the number of rows.
fn memory(rows: usize, folder: &Path) {
    for rows in [rows / 4, rows, rows * 4] {
        let cables = folder.join(format!("{rows}.parquet"));
        parquet(&cables, rows, 0, 1);
        let query = QUERY.replace("cables", &format!("'{}'", cables.display()));
        let mut process = program("tearline-sql")
            .args(["--cores", "2", &query])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let status = format!("/proc/{}/status", process.id());
        let mut most = 0;
        while process.try_wait().unwrap().is_none() {
            let status = fs::read_to_string(&status).unwrap_or_default();
            let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let peak = peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse().ok());
            most = most.max(peak.unwrap_or(0_u64));
            std::thread::sleep(Duration::from_millis(5));
        }
        println!(
            "{rows} rows, released from Parquet on 2 cores: {} MB at most",
            most / 1024
        );
    }
}
