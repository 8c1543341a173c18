//! The programs as black boxes: status, standard output, standard error, and what they leave behind.
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
    for program in ["release", "review"] {
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
    assert!(
        assert_fails(
            &example("corpus")
                .arg(folder.join("none"))
                .arg("--output")
                .arg(folder.join("out"))
                .output()
                .unwrap()
        )
        .contains("none")
    );
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
        ("review", ["--encoding", "none"]),
        ("corpus", ["--as-of", "tomorrow"]),
    ] {
        let output = example(program).args(arguments).output().unwrap();
        assert_eq!(status(&output), 2, "{program} {arguments:?}");
        assert_eq!(text(&output.stdout), "");
    }
    assert_eq!(status(&example("review").output().unwrap()), 2);
}

#[test]
fn review_shows_places_marks_and_rules_and_no_text() {
    let input = file(&folder("review"), "cable.txt", CABLE);
    let output = example("review")
        .arg(&input)
        .args(["--as-of", "2010-01-01", "--as-of", "2016-03-14"])
        .output()
        .unwrap();
    assert_eq!(status(&output), 0);
    let shown = text(&output.stdout);
    for expected in [
        ":15: error[damaged-mark]",
        "unknown classification level `Q` in portion mark",
        "2016-03-14: opens: paragraph 2",
        "never by date: header in line 9; paragraphs 3–4",
        "declassified on the date set for it (32 CFR 2001.12(b), (c)(1))",
    ] {
        assert!(shown.contains(expected), "{expected:?} is not in\n{shown}");
    }
    let row = |line: &str| -> Vec<String> {
        let row = shown.lines().find(|row| row.starts_with(line)).unwrap();
        row.split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    assert_eq!(
        row("| 13 ")[2..9],
        [
            "paragraph 2",
            "(C)",
            "C",
            "stated",
            "2016-03-14",
            "C S",
            "U SBU C S"
        ]
    );
    assert_eq!(
        row("| 15 ")[2..9],
        [
            "paragraph 3",
            "unreadable",
            "unresolved",
            "damaged mark",
            "never by date",
            "none of them",
            "none of them"
        ]
    );
    for word in [SECRET, "harbor", "HARBOR", "EXAMPLE"] {
        assert!(!shown.contains(word), "{word} is text of the document");
    }
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn review_shows_source_lines_only_where_asked() {
    let input = file(&folder("review-source"), "cable.txt", CABLE);
    let output = example("review")
        .arg(&input)
        .arg("--show-source")
        .output()
        .unwrap();
    let shown = text(&output.stdout);
    assert!(
        shown.contains("15 | 3. (Q) A quicksilver comment"),
        "{shown}"
    );
    assert!(
        shown
            .lines()
            .any(|line| line.trim_end().ends_with("|    ^^^")),
        "{shown}"
    );
}

#[test]
fn review_reports_the_files_that_it_can_read_and_fails_for_the_others() {
    let folder = folder("review-some");
    let input = file(&folder, "cable.txt", CABLE);
    let output = example("review")
        .args([folder.join("none.txt"), input])
        .output()
        .unwrap();
    assert_eq!(status(&output), 1);
    assert!(text(&output.stdout).starts_with(&folder.join("cable.txt").display().to_string()));
    assert!(text(&output.stderr).contains("none.txt"));
}

#[test]
fn corpus_releases_a_folder_with_an_index() {
    let folder = folder("corpus");
    let input = folder.join("in");
    fs::create_dir(&input).unwrap();
    for name in ["b.txt", "a.txt", "<c>.txt"] {
        file(&input, name, CABLE);
    }
    file(&input, "open.txt", "UNCLAS ZENDA 1\n\n1. (U) One.\n");
    let run = |output: &str, threads: &str| {
        example("corpus")
            .arg(&input)
            .arg("--output")
            .arg(folder.join(output))
            .args(["--as-of", "2010-01-01"])
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .unwrap()
    };
    let one = run("one", "1");
    assert_eq!(status(&one), 0);
    assert_eq!(
        text(&one.stdout),
        "4 documents: 1 released in full, 3 released in part, 0 withheld in full\n"
    );
    assert_eq!(
        text(&one.stderr),
        "",
        "no progress bar where no terminal is"
    );
    let written = names(&folder.join("one"));
    assert_eq!(
        written,
        [
            "<c>.txt.txt",
            "a.txt.txt",
            "b.txt.txt",
            "failures.json",
            "index.html",
            "index.json",
            "open.txt.txt"
        ]
    );

    assert_eq!(status(&run("four", "4")), 0);
    for name in &written {
        let read = |output: &str| fs::read_to_string(folder.join(output).join(name)).unwrap();
        assert_eq!(read("one"), read("four"), "{name}");
        assert!(!read("one").contains(SECRET), "{name}");
    }

    let index: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("one/index.json")).unwrap()).unwrap();
    let row = &index["documents"][1];
    assert_eq!(row["file"], "a.txt");
    assert_eq!(row["kind"], "telegram");
    assert_eq!(row["disposition"], "released-in-part");
    assert_eq!(row["banner"], "UNCLASSIFIED");
    assert_eq!(row["withheld"], 4);
    assert_eq!(row["findings"], 2);
    let page = fs::read_to_string(folder.join("one/index.html")).unwrap();
    assert!(page.contains("&lt;c&gt;.txt") && !page.contains("<c>"));
}

#[test]
fn corpus_lists_what_it_could_not_process_and_releases_the_rest() {
    let folder = folder("corpus-failures");
    let input = folder.join("in");
    fs::create_dir_all(input.join("deeper")).unwrap();
    file(&input, "good.txt", CABLE);
    file(&input, "latin.txt", b"Caf\xe9 quicksilver");
    let out = input.join("out");
    fs::create_dir(&out).unwrap();
    // A release of an earlier run of a document that can no longer be read.
    file(&out, "latin.txt.txt", "old");
    let output = example("corpus")
        .arg(&input)
        .arg("--output")
        .arg(&out)
        .output()
        .unwrap();
    assert_eq!(status(&output), 1);
    assert_eq!(text(&output.stdout), "");
    let said = text(&output.stderr);
    assert!(
        said.contains("corpus: 2 of 3 could not be processed"),
        "{said}"
    );
    assert!(
        said.contains("deeper: not a file") && said.contains("latin.txt") && !said.contains(SECRET)
    );
    assert_eq!(
        names(&out),
        ["failures.json", "good.txt.txt", "index.html", "index.json"]
    );
    let failures: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(out.join("failures.json")).unwrap()).unwrap();
    assert_eq!(failures[0]["file"], "deeper");
    assert_eq!(failures[1]["file"], "latin.txt");
}
