//! `tearline-sql` as a black box.

use std::path::Path;
use std::process::{Command, Output};

fn ask(within: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tearline-sql"));
    command
        .current_dir(within)
        .args(arguments)
        .output()
        .unwrap()
}

fn out(output: &Output) -> &str {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    std::str::from_utf8(&output.stdout).unwrap()
}

#[test]
fn a_collection_is_written_and_asked_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    for name in [
        "cables.parquet",
        "cables.csv",
        "cables.jsonl",
        "cables.json",
    ] {
        let made = ask(
            folder.path(),
            &["--output", name, "SELECT * FROM example_cables(60)"],
        );
        assert_eq!(out(&made), "", "{name}");
    }
    let query = "SELECT o['on'] AS day, count(*) AS cables FROM \
        (SELECT unnest(tearline_opens(text, 'U')) AS o FROM cables) WHERE o['on'] <= DATE '2014-12-31' GROUP BY day ORDER BY day";
    let answers: Vec<String> = [
        "cables.parquet",
        "cables.csv",
        "cables.jsonl",
        "cables.json",
    ]
    .iter()
    .map(|file| {
        out(&ask(
            folder.path(),
            &["--table", &format!("cables={file}"), query],
        ))
        .to_owned()
    })
    .collect();
    assert!(
        answers[0].contains("| day ") && answers[0].lines().count() > 8,
        "{}",
        answers[0]
    );
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    for file in ["cables.parquet", "cables.json"] {
        let query = query.replace("FROM cables", &format!("FROM '{file}'"));
        assert_eq!(out(&ask(folder.path(), &[&query])), answers[0], "{file}");
    }
}

#[test]
fn what_cannot_be_asked_is_said_in_one_line_and_ends_with_status_one() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, said) in [
        (
            &["SELECT tearline_release('a', 'X', '2010-01-01')"][..],
            "the argument `reader` cannot be read",
        ),
        (&["SELECT * FROM 'nothing.parquet'"], "nothing.parquet"),
        (
            &["--output", "a.docx", "SELECT 1"],
            ".parquet, .csv or .jsonl",
        ),
    ] {
        let done = ask(folder.path(), arguments);
        let error = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(1), "{error}");
        assert!(
            error.starts_with("tearline-sql: ") && error.contains(said),
            "{error}"
        );
        assert!(done.stdout.is_empty());
    }
    assert_eq!(ask(folder.path(), &[]).status.code(), Some(2));
}
