//! `tearline review`.

use crate::support::{CABLE, SECRET, clean, err, file, folder, out, run, status};

#[test]
fn it_shows_places_marks_and_rules_and_no_text() {
    let folder = folder("review");
    file(&folder, "cable.txt", CABLE);
    let output = run(
        &folder,
        &[
            "review",
            "cable.txt",
            "--as-of",
            "2010-01-01",
            "--as-of",
            "2016-03-14",
        ],
    );
    assert_eq!(status(&output), 3, "an error is denied");
    let shown = out(&output);
    for expected in [
        "cable.txt:15:4: error[damaged-mark]",
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
    assert_eq!(err(&output), "");
}

#[test]
fn it_shows_source_lines_only_where_asked() {
    let folder = folder("review-source");
    file(&folder, "cable.txt", CABLE);
    let shown = out(&run(&folder, &["review", "cable.txt", "--show-source"]));
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
fn it_reports_the_files_that_it_can_read_and_fails_for_the_others() {
    let folder = folder("review-some");
    file(&folder, "cable.txt", clean());
    let output = run(&folder, &["review", "none.txt", "cable.txt"]);
    assert_eq!(status(&output), 1);
    assert!(out(&output).starts_with("cable.txt\n"));
    assert!(err(&output).contains("none.txt"));
}
