//! `tearline guard`.

use std::fs;

use crate::support::{CABLE, SECRET, clean, err, file, folder, names, out, run, status, tearline};

#[test]
fn a_difference_is_told_by_place_and_verdict_and_never_by_text() {
    let folder = folder("guard");
    file(
        &folder,
        "tearline.toml",
        "[guard]\ndocuments = [\"in\"]\nexpect = \"accepted\"\nreaders = [\"U\", \"SBU\"]\ndays = [\"2010-01-01\", \"2016-03-14\"]\n",
    );
    file(&folder, "in/cable.txt", clean());
    let guard = |more: &[&str]| tearline(&folder).arg("guard").args(more).output().unwrap();

    let first = guard(&[]);
    assert_eq!(
        (status(&first), out(&first).as_str()),
        (0, "4 of 4 releases accepted\n")
    );
    assert_eq!(names(&folder.join("accepted/cable.txt")).len(), 4);
    assert_eq!(out(&guard(&[])), "4 releases are as accepted\n");

    file(&folder, "in/cable.txt", clean().replace("2. (C)", "2. (U)"));
    let output = guard(&[]);
    assert_eq!(status(&output), 3);
    let shown = out(&output);
    assert!(
        shown.contains(
            "in/cable.txt: paragraph 2: withheld (classified) → released (U), for U on 2010-01-01\n"
        ),
        "{shown}"
    );
    assert!(!shown.contains(SECRET) && !err(&output).contains(SECRET));
    assert!(out(&guard(&["--show-source"])).contains(SECRET));

    assert_eq!(status(&guard(&["--accept"])), 0);
    assert_eq!(out(&guard(&[])), "4 releases are as accepted\n");
}

#[test]
fn a_new_document_and_a_lost_one_fail() {
    let folder = folder("guard-lost");
    file(&folder, "in/a.txt", clean());
    let guard = |more: &[&str]| {
        tearline(&folder)
            .args([
                "guard",
                "in",
                "--expect",
                "accepted",
                "--as-of",
                "2010-01-01",
            ])
            .args(more)
            .output()
            .unwrap()
    };
    assert_eq!(status(&guard(&[])), 0);
    file(&folder, "in/b.txt", clean());
    let output = guard(&[]);
    assert_eq!(status(&output), 3);
    assert!(
        out(&output).contains("b.txt: no accepted release for U on 2010-01-01"),
        "{}",
        out(&output)
    );
    fs::remove_file(folder.join("in/b.txt")).unwrap();
    fs::rename(folder.join("in/a.txt"), folder.join("in/c.txt")).unwrap();
    let output = guard(&[]);
    assert_eq!(status(&output), 3);
    assert!(
        out(&output).contains("an accepted release of no document"),
        "{}",
        out(&output)
    );
    assert_eq!(status(&guard(&["--accept"])), 0);
    assert_eq!(names(&folder.join("accepted/c.txt")), ["U 2010-01-01.json"]);
    assert_eq!(status(&guard(&[])), 0);
}

#[test]
fn errors_of_the_documents_are_denied_and_days_have_to_be_named() {
    let folder = folder("guard-errors");
    file(&folder, "in/a.txt", CABLE);
    let output = run(
        &folder,
        &[
            "guard",
            "in",
            "--expect",
            "accepted",
            "--as-of",
            "2010-01-01",
        ],
    );
    assert_eq!(status(&output), 3);
    assert!(err(&output).contains("error[damaged-mark]"));
    let output = run(&folder, &["guard", "in", "--expect", "accepted"]);
    assert_eq!(status(&output), 2);
}
