//! What several tests need.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub(crate) const SECRET: &str = "quicksilver";

/// A fictional telegram whose withheld paragraph has a word that nothing else has, and whose marks are damaged.
pub(crate) const CABLE: &str = "\
P 141530Z MAR 06
FM AMEMBASSY ZENDA
TO SECSTATE WASHDC
C O N F I D E N T I A L ZENDA 000012

E.O. 12958: DECL: 03/14/2016
SUBJECT: (U) THE HARBOR

CLASSIFIED BY: A. EXAMPLE, DCM. REASON: 1.4 (B)

1. (U) The harbor is open.

2. (C) The harbor master has a quicksilver plan for the winter.

3. (Q) A quicksilver comment with a damaged mark.

4. (SBU) A quicksilver note.
";

/// The same with nothing wrong.
pub(crate) fn clean() -> String {
    CABLE.replace("3. (Q)", "3. (C)")
}

/// A folder of its own for each test, emptied before use; no configuration stands above it.
pub(crate) fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("programs")
        .join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

pub(crate) fn file(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}

pub(crate) fn tearline(within: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tearline"));
    command.current_dir(within).stdin(Stdio::null());
    command
}

pub(crate) fn run(within: &Path, arguments: &[&str]) -> Output {
    tearline(within).args(arguments).output().unwrap()
}

/// What the program makes of what comes through a pipe.
pub(crate) fn piped(within: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = tearline(within)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses its arguments ends before it reads.
    let written = child.stdin.take().unwrap().write_all(input.as_bytes());
    assert!(
        written.is_ok()
            || written.is_err_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    );
    child.wait_with_output().unwrap()
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub(crate) fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// Status 1, nothing on standard output, one line on standard error.
pub(crate) fn assert_fails(output: &Output) -> String {
    let error = err(output);
    assert_eq!(status(output), 1, "{error}");
    assert_eq!(out(output), "");
    assert_eq!(error.lines().count(), 1, "{error}");
    assert!(!error.contains(SECRET));
    error
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

pub(crate) fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

/// The values of a file of JSON lines.
pub(crate) fn rows(file: &Path) -> Vec<serde_json::Value> {
    fs::read_to_string(file)
        .unwrap()
        .lines()
        .map(json)
        .collect()
}
