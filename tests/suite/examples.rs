//! The examples as black boxes: status, standard output, standard error, and what they leave behind.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that fails says where"
)]

use std::fs;
use std::io::Write;
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

2. (C) The harbor master has a quicksilver plan.

3. (Q) A quicksilver comment with a damaged mark.

4. (SBU) A quicksilver note.
";

/// The example binaries stand beside the folder of the test binary; `cargo test` builds them.
pub(crate) fn example(name: &str) -> Command {
    let test = std::env::current_exe().unwrap();
    let target = test.parent().and_then(Path::parent).unwrap();
    let path = target
        .join("examples")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        path.exists(),
        "{} is not built; cargo test builds it, and so does cargo build --examples",
        path.display()
    );
    Command::new(path)
}

/// A folder of its own for each test, emptied before use.
pub(crate) fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

pub(crate) fn file(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

pub(crate) fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// Status 1, nothing on standard output, one line on standard error.
pub(crate) fn assert_fails(output: &Output) -> String {
    let error = text(&output.stderr);
    assert_eq!(status(output), 1, "{error}");
    assert_eq!(text(&output.stdout), "");
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

#[test]
fn release_writes_the_release_and_nothing_of_the_text_to_standard_error() {
    let input = file(&folder("release-output"), "cable.txt", CABLE);
    let output = example("release")
        .arg(&input)
        .args(["--as-of", "2010-01-01"])
        .output()
        .unwrap();
    assert_eq!(status(&output), 0);
    let (shown, said) = (text(&output.stdout), text(&output.stderr));
    assert!(shown.contains("The harbor is open.") && !shown.contains(SECRET));
    assert!(said.contains("damaged-mark") && !said.contains(SECRET) && !said.contains("harbor"));
}

#[test]
fn release_reads_standard_input() {
    let mut child = example("release")
        .args(["-", "--as-of", "2010-01-01", "--clearance", "all"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(CABLE.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(text(&output.stdout).contains(SECRET));
}

#[test]
fn what_cannot_be_read_gives_status_1_and_one_line() {
    let folder = folder("unreadable");
    let latin = file(
        &folder,
        "latin.txt",
        b"UNCLAS ZENDA 1\n\n1. (U) Caf\xe9 quicksilver\n",
    );
    {
        let program = "release";
        let missing = example(program)
            .arg(folder.join("none.txt"))
            .output()
            .unwrap();
        assert!(assert_fails(&missing).contains("none.txt"));
        let wrong = example(program).arg(&latin).output().unwrap();
        assert!(assert_fails(&wrong).contains("byte 26"), "{program}");
        let right = example(program)
            .arg(&latin)
            .args(["--encoding", "latin1"])
            .output()
            .unwrap();
        assert_eq!(status(&right), 0, "{program}");
    }
    assert_eq!(names(&folder), ["latin.txt"]);
}

#[test]
fn the_faithful_format_is_for_the_originator_and_leaves_no_file_behind() {
    let folder = folder("faithful");
    let input = file(&folder, "cable.txt", CABLE);
    let run = |clearance: &str| {
        example("release")
            .arg(&input)
            .args(["--format", "faithful", "--clearance", clearance])
            .arg("--output")
            .arg(folder.join("out.txt"))
            .output()
            .unwrap()
    };
    let refused = run("S");
    assert_eq!(status(&refused), 2);
    assert_eq!(text(&refused.stdout), "");
    assert_eq!(names(&folder), ["cable.txt"]);
    assert_eq!(status(&run("all")), 0);
    assert_eq!(names(&folder), ["cable.txt", "out.txt"]);
    assert_eq!(fs::read_to_string(folder.join("out.txt")).unwrap(), CABLE);
}

#[test]
fn the_faithful_format_gives_the_bytes_back_in_their_own_encoding() {
    let folder = folder("faithful-bytes");
    let bytes = b"UNCLAS PORT VESTA 1\r\n\r\n1. (U) Caf\xe9.\r\n";
    let input = folder.join("latin.txt");
    fs::write(&input, bytes).unwrap();
    let output = example("release")
        .arg(&input)
        .args([
            "--encoding",
            "windows-1252",
            "--format",
            "faithful",
            "--clearance",
            "all",
        ])
        .output()
        .unwrap();
    assert_eq!(status(&output), 0);
    assert_eq!(output.stdout, bytes);
}

#[test]
fn wrong_usage_is_status_2() {
    for (program, arguments) in [
        ("release", ["--clearance", "Q"]),
        ("release", ["--as-of", "2010-02-30"]),
        ("release", ["--format", "runes"]),
        ("release", ["--encoding", "none"]),
        ("release", ["--as-of", "tomorrow"]),
    ] {
        let output = example(program).args(arguments).output().unwrap();
        assert_eq!(status(&output), 2, "{program} {arguments:?}");
        assert_eq!(text(&output.stdout), "");
    }
}

/// They teach: each has to say something, and nothing that is withheld.
#[test]
fn the_teaching_examples_run() {
    for (name, expected) in [
        ("marks", "(S//NF/OC) is (S//OC/NF)"),
        ("review", "paragraph 5: (C), stated; withheld: classified"),
        ("package", "RELEASED IN PART B1,1.4\\(D\\),B5"),
        ("timeline", "<svg"),
        (
            "decisions",
            "2. paragraph 3: withhold B4 (I. Birk, 2010-05-04)",
        ),
        ("cache", "1. (U) Birk measured it."),
        ("rows", "2. [withheld: classified]"),
        ("keep", "The pier is new"),
        ("known", "The lease of the fuel pier will not be renewed."),
        ("words", "3. [withheld: sensitive]"),
    ] {
        let output = example(name).output().unwrap();
        assert_eq!(status(&output), 0, "{name}");
        let shown = text(&output.stdout);
        assert!(shown.contains(expected), "{name}: {shown}");
    }
}

/// Each shows one task, and can be read at a glance.
#[test]
fn the_teaching_examples_are_short() {
    let folder = crate::support::root().join("examples");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_program = path.file_stem().is_some_and(|name| name == "release");
        if path.extension().is_some_and(|it| it == "rs") && !is_program {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            assert!(lines < 60, "{}: {lines}", path.display());
            seen += 1;
        }
    }
    assert!(seen >= 7, "{seen}");
}
