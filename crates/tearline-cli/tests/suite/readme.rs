//! What README shows is what happens.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::{CABLE, clean, file, folder, run, status};

const README: &str = include_str!("../../../../README.md");

/// The worked case.
const CASE: &str = include_str!("../../../../examples/case/README.md");

/// A command of a page, and what the page shows of its output.
struct Shown<'r> {
    command: &'r str,
    output: Vec<&'r str>,
}

/// The commands of its sessions.
fn sessions(page: &'static str) -> Vec<Shown<'static>> {
    let mut shown: Vec<Shown<'static>> = Vec::new();
    for session in page.split("```console\n").skip(1) {
        let session = session.split("```").next().unwrap();
        for line in session.lines() {
            match line.strip_prefix("$ ") {
                Some(command) => shown.push(Shown {
                    command,
                    output: Vec::new(),
                }),
                None => shown.last_mut().unwrap().output.push(line),
            }
        }
    }
    shown
}

#[cfg(unix)]
#[test]
fn every_command_of_readme_does_what_it_shows() {
    let folder = repository("readme");
    fs::create_dir(folder.join("target")).unwrap();
    file(&folder, "cable.txt", CABLE);
    // A cable that was accepted and whose mark has changed since.
    let guard = [
        "guard",
        "cables",
        "--expect",
        "accepted",
        "--as-of",
        "2016-03-14",
    ];
    file(&folder, "cables/harbor.txt", clean());
    assert_eq!(status(&run(&folder, &guard)), 0);
    file(
        &folder,
        "cables/harbor.txt",
        clean().replace("4. (SBU)", "4. (U)"),
    );

    let denied = |command: &str| command.contains("guard") || command.contains("review cable.txt");
    let ran = run_all(README, &folder, |command| i32::from(denied(command)) * 3);
    assert!(ran >= 12, "{ran}");
}

#[cfg(unix)]
#[test]
fn every_command_of_the_worked_case_does_what_it_shows() {
    let folder = repository("worked-case");
    assert_eq!(run_all(CASE, &folder, |_| 0), 11);
}

/// A folder like the root of the repository.
#[cfg(unix)]
fn repository(name: &str) -> PathBuf {
    let folder = folder(name);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for name in ["examples", "tests"] {
        std::os::unix::fs::symlink(root.join(name), folder.join(name)).unwrap();
    }
    folder
}

/// Runs the commands of a page, each of which ends with that status, and says how many they were.
#[cfg(unix)]
fn run_all(page: &'static str, folder: &Path, status: impl Fn(&str) -> i32) -> usize {
    let program = Path::new(env!("CARGO_BIN_EXE_tearline"));
    let path = format!(
        "{}:{}",
        program.parent().unwrap().display(),
        std::env::var("PATH").unwrap()
    );
    let mut ran = 0;
    for Shown { command, output } in sessions(page) {
        // Cargo is not run within a test; what the example shows has a test of its own.
        if command.starts_with("cargo") {
            continue;
        }
        ran += 1;
        let done = Command::new("sh")
            .args(["-c", command])
            .current_dir(folder)
            .env("PATH", &path)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let (printed, said) = (
            String::from_utf8_lossy(&done.stdout).into_owned(),
            String::from_utf8_lossy(&done.stderr).into_owned(),
        );
        let expected = Some(status(command));
        assert_eq!(done.status.code(), expected, "{command}\n{said}");
        let mut lines = printed.lines();
        for shown in output {
            let is = |line: &str| match shown.strip_suffix('…') {
                Some(begins) => line.starts_with(begins),
                None => line == shown,
            };
            assert!(
                lines.any(is),
                "{command} does not print\n{shown}\nbut\n{printed}"
            );
        }
    }
    ran
}
