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
/// Of the function beside the library: the difference is small, and a busy machine is not even.
const PAIRS: usize = 21;
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
    speed(rows, &folder.path().join("cables"), folder.path());
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
    for _ in 0..PAIRS {
        let start = of_this_thread();
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
        library.push((of_this_thread() - start).as_secs_f64());
        sums.push(sum.to_string());
        let start = of_this_thread();
        let answer =
            runtime.block_on(async { context.sql(QUERY).await.unwrap().collect().await.unwrap() });
        function.push((of_this_thread() - start).as_secs_f64());
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
    let over = library.iter().zip(&function);
    let over = over.map(|(library, function)| (function / library - 1.0) * 100.0);
    let over = sorted(over.collect());
    println!("library: {:.0} rows/s", rows as f64 / median(library));
    println!(
        "function: {:.0} rows/s, over the library {:+.1} % (half of the pairs {:+.1} to {:+.1})",
        rows as f64 / median(function),
        over[PAIRS / 2],
        over[PAIRS / 4],
        over[PAIRS * 3 / 4],
    );
}

/// How long this thread has been on a processor.
fn of_this_thread() -> Duration {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(stat.split(' ').next().unwrap().parse().unwrap())
}

fn sorted(mut of: Vec<f64>) -> Vec<f64> {
    of.sort_by(f64::total_cmp);
    of
}

fn median(of: Vec<f64>) -> f64 {
    let of = sorted(of);
    of[of.len() / 2]
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

/// A program of this build.
fn program(name: &str) -> Command {
    let own = std::env::current_exe().unwrap();
    Command::new(own.parent().unwrap().parent().unwrap().join(name))
}

struct Process(Child);

/// A scheduler and its executors of one core each.
struct Cluster {
    address: String,
    processes: Vec<Process>,
}

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

fn cluster(port: u16, executors: u16, folder: &Path) -> Cluster {
    let scheduler = format!("127.0.0.1:{port}");
    let mut processes = vec![start("tearline-scheduler", &["--bind", &scheduler])];
    for executor in 1..=executors {
        let port = (port + 2 * executor).to_string();
        let work: PathBuf = folder.join(&port);
        fs::create_dir(&work).unwrap();
        let (bind, work) = (format!("127.0.0.1:{port}"), work.to_str().unwrap());
        let arguments = ["--scheduler", &scheduler, "--bind", &bind, "--cores", "1"];
        processes.push(start(
            "tearline-executor",
            &[&arguments[..], &["--work", work]].concat(),
        ));
    }
    Cluster {
        address: format!("df://{scheduler}"),
        processes,
    }
}

/// A way to ask the collection, and whose time on the processors it takes beside that of this process.
struct Way<'w> {
    name: &'w str,
    context: SessionContext,
    others: Vec<u32>,
}

/// All ways in turns, so that whatever else the machine does falls on each of them.
fn speed(rows: usize, cables: &Path, folder: &Path) {
    let runtime = Runtime::new().unwrap();
    let clusters = [cluster(50950, 1, folder), cluster(50970, 2, folder)];
    let asks = shell(2);
    let [one, two] = clusters.each_ref().map(|cluster| {
        let remote = tearline_ballista::remote(&asks, &cluster.address);
        let others = cluster.processes.iter().map(|it| it.0.id()).collect();
        (runtime.block_on(remote).unwrap(), others)
    });
    let standalone = runtime.block_on(tearline_ballista::standalone(&asks));
    let ways = [
        ("one process, 1 core", (local(1), Vec::new())),
        ("one process, 2 cores", (local(2), Vec::new())),
        (
            "Ballista in one process, 2 cores",
            (standalone.unwrap(), Vec::new()),
        ),
        ("one executor of 1 core", one),
        ("two executors of 1 core", two),
    ];
    let ways = ways.map(|(name, (context, others))| Way {
        name,
        context,
        others,
    });
    let mut took = ways.each_ref().map(|_| (Vec::new(), Vec::new()));
    for round in 0..=ROUNDS {
        for (way, (clock, work)) in ways.iter().zip(&mut took) {
            let (start, before) = (Instant::now(), on_processors(&way.others));
            asked(&runtime, &way.context, cables);
            // The first round warms up.
            if round > 0 {
                clock.push(start.elapsed().as_secs_f64());
                work.push(on_processors(&way.others) - before);
            }
        }
    }
    let first = (median(took[0].0.clone()), median(took[0].1.clone()));
    for (way, (clock, work)) in ways.iter().zip(took) {
        let (clock, work) = (median(clock), median(work));
        println!(
            "{}: {:.0} rows/s by the clock ({:.2} times the first), {:.0} a second on processors ({:.2} times)",
            way.name,
            rows as f64 / clock,
            first.0 / clock,
            rows as f64 / work,
            first.1 / work,
        );
    }
}

/// How long this process and others have been on processors, in seconds.
fn on_processors(others: &[u32]) -> f64 {
    let ticks = |process: u32| -> f64 {
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
        let (_, behind) = stat.rsplit_once(')').unwrap();
        let fields: Vec<&str> = behind.split_whitespace().collect();
        // `utime` and `stime` of proc(5), in hundredths of a second.
        fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()
    };
    let others = others.iter().copied();
    others.chain([std::process::id()]).map(ticks).sum::<f64>() / 100.0
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
