//! `tearline guard`.

use std::fs;

use crate::support::{
    CABLE, SECRET, assert_fails, clean, err, file, folder, json, names, out, run, status, tearline,
};

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
            "in/cable.txt:13:1: error[release-changed]: the release differs from the accepted one: \
             paragraph 2: withheld (classified) → released (U), for U on 2010-01-01"
        ),
        "{shown}"
    );
    assert!(!shown.contains(SECRET) && !err(&output).contains(SECRET));
    assert!(out(&guard(&["--show-source"])).contains(SECRET));

    // To allow errors of documents is not to allow a difference.
    assert_eq!(status(&guard(&["--allow", "errors"])), 3);
    let output = guard(&["--message-format", "github"]);
    assert!(
        out(&output).contains("\n::error file=in/cable.txt,line=13,col=1,title=release-changed::"),
        "{}",
        out(&output)
    );
    let shown = out(&guard(&["--message-format", "json", "--show-source"]));
    assert!(!shown.contains(SECRET), "{shown}");
    let changed = shown
        .lines()
        .map(json)
        .filter(|message| message["code"] == "release-changed");
    // After the date no portion differs, and the release no longer says that one was declassified.
    let (portions, others): (Vec<_>, Vec<_>) =
        changed.partition(|message| !message["portion"].is_null());
    assert!(!portions.is_empty() && others.len() <= 2);
    for message in portions {
        assert_eq!(message["portion"], "paragraph 2");
        assert_eq!(message["change"], "opens");
    }

    assert_eq!(status(&guard(&["--accept"])), 0);
    assert_eq!(out(&guard(&[])), "4 releases are as accepted\n");
}

/// `--accept` removes accepted releases that belong to nothing, and nothing else.
#[test]
fn a_folder_that_holds_other_files_is_refused() {
    let folder = folder("guard-others");
    file(&folder, "in/a.txt", clean());
    file(&folder, "mine/letter.txt", "mine");
    for (expect, more) in [
        ("mine", "-q"),
        ("mine", "--accept"),
        (".", "--accept"),
        ("in", "--accept"),
    ] {
        let arguments = [
            "guard",
            "in",
            "--expect",
            expect,
            "--as-of",
            "2010-01-01",
            more,
        ];
        let said = assert_fails(&run(&folder, &arguments));
        assert!(said.contains("no accepted release"), "{said}");
    }
    assert_eq!(names(&folder.join("mine")), ["letter.txt"]);
    assert_eq!(names(&folder.join("in")), ["a.txt"]);
}

#[test]
fn nothing_is_written_where_a_document_cannot_be_read() {
    let folder = folder("guard-unreadable");
    file(&folder, "in/a.txt", clean());
    file(&folder, "in/b.pdf", "%PDF-1.7");
    let arguments = [
        "guard",
        "in",
        "--expect",
        "accepted",
        "--as-of",
        "2010-01-01",
    ];
    assert!(assert_fails(&run(&folder, &arguments)).contains("this is a PDF"));
    assert_eq!(names(&folder), ["in"]);
}

#[test]
fn a_reader_or_a_day_that_is_named_twice_counts_once() {
    let folder = folder("guard-twice");
    file(&folder, "in/a.txt", clean());
    let day = ["--as-of", "2010-01-01", "--as-of", "2010-01-01"];
    let output = tearline(&folder)
        .args([
            "guard", "in", "--expect", "accepted", "--reader", "U", "--reader", "U",
        ])
        .args(day)
        .output()
        .unwrap();
    assert_eq!(out(&output), "1 of 1 releases accepted\n");
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
        out(&output).contains(
            "b.txt: error[release-not-accepted]: no release was accepted: for U on 2010-01-01"
        ),
        "{}",
        out(&output)
    );
    fs::remove_file(folder.join("in/b.txt")).unwrap();
    fs::rename(folder.join("in/a.txt"), folder.join("in/c.txt")).unwrap();
    let output = guard(&[]);
    assert_eq!(status(&output), 3);
    assert!(
        out(&output).contains("error[accepted-without-document]"),
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
    assert!(out(&output).contains("error[damaged-mark]"));
    let output = run(&folder, &["guard", "in", "--expect", "accepted"]);
    assert_eq!(status(&output), 2);
}
