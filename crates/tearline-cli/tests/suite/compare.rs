//! `tearline compare`.

use crate::support::{SECRET, assert_fails, clean, err, file, folder, out, run, status, tearline};

#[test]
fn two_readers_two_days_and_two_versions_are_compared_by_portion() {
    let folder = folder("compare");
    file(&folder, "one.txt", clean());
    file(
        &folder,
        "two.txt",
        clean()
            .replace("1. (U) The harbor is open.", "1. (U) The harbor is shut.")
            .replace("4. (SBU)", "4. (U)"),
    );
    let compare = |arguments: &[&str]| {
        let output = tearline(&folder)
            .args(["compare", "one.txt"])
            .args(arguments)
            .output()
            .unwrap();
        assert_eq!(status(&output), 0, "{}", err(&output));
        out(&output)
    };
    let readers = compare(&["--as-of", "2010-01-01", "--and-clearance", "SBU"]);
    assert!(
        readers.contains("paragraph 4: withheld (sensitive) → released (SBU)\n"),
        "{readers}"
    );
    let days = compare(&["--as-of", "2010-01-01", "--and-as-of", "2016-03-14"]);
    assert!(
        days.contains("paragraph 2: withheld (classified) → released (U)\n"),
        "{days}"
    );
    let marks = compare(&[
        "--clearance",
        "C",
        "--as-of",
        "2010-01-01",
        "--and-as-of",
        "2016-03-14",
    ]);
    assert!(
        marks.contains("paragraph 2: changes its mark: C → U\n"),
        "{marks}"
    );
    let versions = compare(&["two.txt", "--as-of", "2010-01-01"]);
    assert!(
        versions.contains("paragraph 1: its text differs"),
        "{versions}"
    );
    assert!(
        versions.contains("paragraph 4: withheld (sensitive) → released (U)\n"),
        "{versions}"
    );
    assert!(!versions.contains("harbor") && !versions.contains(SECRET));
    let source = compare(&["two.txt", "--as-of", "2010-01-01", "--show-source"]);
    assert!(
        source.contains("    - The harbor is open.\n    + The harbor is shut.\n"),
        "{source}"
    );
    assert_eq!(compare(&["--as-of", "2010-01-01"]), "no difference\n");
    // With the place, in every format of messages.
    assert!(
        days.contains("one.txt:13:1: paragraph 2: withheld"),
        "{days}"
    );
    for (format, expected) in [
        ("json", "\"code\":\"portion-differs\""),
        (
            "github",
            "::notice file=one.txt,line=13,col=1,title=portion-differs::",
        ),
        ("sarif", "\"ruleId\": \"portion-differs\""),
    ] {
        let days = ["--as-of", "2010-01-01", "--and-as-of", "2016-03-14"];
        let shown = compare(&[&days[..], &["--message-format", format]].concat());
        assert!(
            shown.contains(expected) && !shown.contains(SECRET),
            "{shown}"
        );
    }
    let denied = [
        "--deny",
        "portion-differs",
        "two.txt",
        "--as-of",
        "2010-01-01",
    ];
    let output = tearline(&folder)
        .args(["compare", "one.txt"])
        .args(denied)
        .output()
        .unwrap();
    assert_eq!(status(&output), 3);
}

#[test]
fn what_is_no_finished_release_is_refused() {
    let folder = folder("compare-others");
    file(&folder, "cable.txt", clean());
    for name in ["x.html", "x.md", "x.pdf", "x.json", "x.txt"] {
        let arguments = [
            "release",
            "cable.txt",
            "--as-of",
            "2010-01-01",
            "--output",
            name,
        ];
        assert_eq!(status(&run(&folder, &arguments)), 0);
        let output = run(&folder, &["compare", "--releases", name, name]);
        if matches!(name, "x.json" | "x.txt") {
            assert_eq!(out(&output), "no difference\n", "{name}");
        } else {
            assert!(assert_fails(&output).contains("--format json"), "{name}");
        }
    }
}
