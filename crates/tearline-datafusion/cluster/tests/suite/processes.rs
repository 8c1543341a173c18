//! Scheduler and executors as processes of their own, on the loopback.

use std::fs::{self, File};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use datafusion::prelude::SessionContext;
use tearline_datafusion::Shell;

use crate::support::{QUERIES, SECRET, answer, call, collection, expected};

/// A process that ends with the test.
struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    fn start(program: &str, log: PathBuf, arguments: &[&str]) -> Self {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .stdout(File::create(log.with_extension("out")).unwrap());
        // Others may be asked for plans and values; here too.
        command.env("RUST_LOG", "trace").env("RUST_BACKTRACE", "1");
        let child = command.stderr(File::create(&log).unwrap()).spawn().unwrap();
        Self { child, log }
    }

    fn said(&self) -> String {
        let out = fs::read(self.log.with_extension("out")).unwrap();
        let log = fs::read(&self.log).unwrap();
        String::from_utf8_lossy(&[log, out].concat()).into_owned()
    }

    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A scheduler and two executors of one core each.
struct Cluster {
    scheduler: Process,
    executors: [Process; 2],
    work: [PathBuf; 2],
    address: String,
}

impl Cluster {
    fn start(folder: &Path) -> Self {
        let [scheduler, one, other] = ports();
        let address = SocketAddr::from(([127, 0, 0, 1], scheduler)).to_string();
        let program = env!("CARGO_BIN_EXE_tearline-scheduler");
        let arguments = ["--bind", &address, "--executor-timeout", "8"];
        let process = Process::start(program, folder.join("scheduler.log"), &arguments);
        wait_for("the scheduler listens", || {
            TcpStream::connect(&address).is_ok()
        });
        let work = [one, other].map(|port| folder.join(port.to_string()));
        let executors = [one, other].map(|port| {
            let work = folder.join(port.to_string());
            fs::create_dir(&work).unwrap();
            let bind = format!("127.0.0.1:{port}");
            let arguments = [
                "--scheduler",
                &address,
                "--bind",
                &bind,
                "--cores",
                "1",
                "--heartbeat",
                "2",
                "--work",
                work.to_str().unwrap(),
            ];
            let program = env!("CARGO_BIN_EXE_tearline-executor");
            let log = folder.join(format!("executor-{port}.log"));
            let process = Process::start(program, log, &arguments);
            wait_for("the executor listens", || TcpStream::connect(&bind).is_ok());
            process
        });
        Self {
            scheduler: process,
            executors,
            work,
            address: format!("df://{address}"),
        }
    }

    /// A session in which the collection is called `cables`.
    async fn session(&self, data: &Path) -> SessionContext {
        let mut shell = Shell::new("");
        shell.cores = std::num::NonZeroUsize::new(4);
        let context = tearline_ballista::remote(&shell, &self.address)
            .await
            .unwrap();
        call(&context, data).await;
        context
    }

    fn said(&self) -> String {
        let [one, other] = &self.executors;
        [self.scheduler.said(), one.said(), other.said()].concat()
    }
}

/// Ports that are free, each with the one above it.
fn ports() -> [u16; 3] {
    let taken: Vec<(TcpListener, TcpListener)> = std::iter::repeat_with(|| {
        let one = TcpListener::bind("127.0.0.1:0").ok()?;
        let above = one.local_addr().ok()?.port().checked_add(1)?;
        Some((one, TcpListener::bind(("127.0.0.1", above)).ok()?))
    })
    .flatten()
    .take(3)
    .collect();
    std::array::from_fn(|index| taken[index].0.local_addr().unwrap().port())
}

fn wait_for(what: &str, is: impl Fn() -> bool) {
    let start = Instant::now();
    while !is() {
        assert!(
            start.elapsed() < Duration::from_secs(60),
            "waited too long until {what}"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Whether anything lies in a folder or in the folders in it.
fn holds_a_file(folder: &Path) -> bool {
    any_file(folder, &|_| true)
}

/// Whether a file in a folder or in the folders in it holds a word.
fn holds_a_word(folder: &Path, word: &str) -> bool {
    any_file(folder, &|file| {
        let bytes = fs::read(file).unwrap();
        bytes.windows(word.len()).any(|it| it == word.as_bytes())
    })
}

fn any_file(folder: &Path, is: &dyn Fn(&Path) -> bool) -> bool {
    fs::read_dir(folder).is_ok_and(|entries| {
        entries.flatten().any(|entry| {
            let path = entry.path();
            path.is_file() && is(&path) || any_file(&path, is)
        })
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_executors_answer_as_one_process_row_by_row() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("cables");
    collection(&data, 200).await;
    let cluster = Cluster::start(folder.path());
    let context = cluster.session(&data).await;
    for query in QUERIES {
        let answer = answer(&context, query).await.unwrap();
        assert!(answer.lines().count() > 8, "{answer}");
        assert_eq!(answer, expected(&data, query).await, "{query}");
    }
    assert!(
        cluster.work.iter().all(|work| holds_a_file(work)),
        "both took part"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_executor_that_is_killed_in_mid_run_changes_nothing_of_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("cables");
    collection(&data, 800).await;
    let mut cluster = Cluster::start(folder.path());
    let context = cluster.session(&data).await;
    let [query, ..] = QUERIES;
    let asked = tokio::spawn(async move { answer(&context, query).await });
    wait_for("the second executor has begun", || {
        holds_a_file(&cluster.work[1])
    });
    assert!(!asked.is_finished());
    cluster.executors[1].kill();
    let answer = asked.await.unwrap().unwrap();
    assert_eq!(answer, expected(&data, query).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn near_equal_paragraphs_are_found_by_hashes_that_move_and_texts_that_stay() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("cables");
    collection(&data, 200).await;
    let cluster = Cluster::start(folder.path());
    let context = cluster.session(&data).await;
    let [.., near] = QUERIES;
    let moved = |word| cluster.work.iter().any(|work| holds_a_word(work, word));
    answer(&context, near).await.unwrap();
    assert!(cluster.work.iter().any(|work| holds_a_file(work)));
    assert!(!moved(SECRET));
    // The text of a query that groups by it is found there.
    let distinct = "SELECT count(*) FROM (SELECT DISTINCT text FROM cables)";
    answer(&context, distinct).await.unwrap();
    assert!(moved(SECRET));
}

/// A plan, an error and a bound of a filter hold values of the documents.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_log_holds_text_of_a_document() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("cables");
    collection(&data, 200).await;
    let cluster = Cluster::start(folder.path());
    let context = cluster.session(&data).await;
    for query in [
        "SELECT id FROM cables WHERE tearline_release(text, 'U', '2010-01-01') LIKE '%pier%' ORDER BY text LIMIT 3",
        "SELECT min(text), max(text) FROM cables",
        "SELECT a.id FROM cables a JOIN cables b ON a.text = b.text",
    ] {
        answer(&context, query).await.unwrap();
    }
    // DataFusion repeats what it cannot cast, to whoever asked.
    let failed = answer(&context, "SELECT CAST(text AS INT) FROM cables")
        .await
        .unwrap_err();
    assert!(failed.contains(SECRET), "{failed}");
    let reader = answer(
        &context,
        "SELECT tearline_release('a', text, '2010-01-01') FROM cables",
    )
    .await;
    assert!(!reader.unwrap_err().contains(SECRET));
    let said = cluster.said();
    assert!(
        said.contains("scheduler on 127.0.0.1") && said.contains("executor on 127.0.0.1"),
        "{said}"
    );
    assert!(said.contains("(message left out)"), "{said}");
    for word in [SECRET, "lease", "vessels", "PORT VESTA"] {
        assert!(!said.contains(word), "{word}");
    }
}
