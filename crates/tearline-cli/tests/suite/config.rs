//! `tearline.toml`.

use crate::support::{SECRET, clean, err, file, folder, out, run, status, tearline};

#[test]
fn it_is_found_upward_from_the_input_and_the_command_line_wins() {
    let folder = folder("config");
    file(
        &folder,
        "office/tearline.toml",
        "reader = \"SBU\"\nas-of = \"2010-01-01\"\nshow = [\"mark\"]\n",
    );
    file(&folder, "office/in/cable.txt", clean());
    let release = |more: &[&str]| {
        out(&tearline(&folder)
            .args(["release", "office/in/cable.txt", "-q"])
            .args(more)
            .output()
            .unwrap())
    };
    assert!(release(&[]).contains("4. (SBU) A quicksilver note."));
    assert!(release(&[]).contains("[withheld: classified; marked C]"));
    assert!(!release(&["--clearance", "U"]).contains(SECRET));
    assert!(
        release(&["--no-config", "--as-of", "2010-01-01"]).contains("4. [withheld: sensitive]")
    );
    assert!(
        release(&["--as-of", "2016-03-14", "--clearance", "U"])
            .contains("2. (U) The harbor master")
    );
}

#[test]
fn what_is_in_force_is_shown_with_its_origin() {
    let folder = folder("config-shown");
    file(
        &folder,
        "tearline.toml",
        "reader = \"SBU\"\n[severity]\nmissing-mark = \"error\"\n",
    );
    let shown = out(&run(&folder, &["config"]));
    let line = |key: &str| {
        shown
            .lines()
            .find(|line| line.starts_with(key))
            .unwrap()
            .to_owned()
    };
    assert!(line("reader").contains("\"SBU\"") && line("reader").ends_with("# file"));
    assert!(line("encoding").ends_with("# default"));
    assert!(line("severity.missing-mark").contains("\"error\""));
}

#[test]
fn severities_and_denials_of_the_office_count() {
    let folder = folder("config-severity");
    file(
        &folder,
        "cable.txt",
        "CONFIDENTIAL ZENDA 1\n\nSUBJECT: (U) ONE\n\n1. (U) One.\n\n2. The second one has no mark.\n\n3. (C) Three.\n",
    );
    assert_eq!(status(&run(&folder, &["review", "cable.txt"])), 0);
    file(
        &folder,
        "tearline.toml",
        "[severity]\nmissing-mark = \"error\"\n",
    );
    let output = run(&folder, &["review", "cable.txt"]);
    assert_eq!(status(&output), 3);
    assert!(out(&output).contains("error[missing-mark]"));
    file(&folder, "tearline.toml", "deny = [\"missing-mark\"]\n");
    assert_eq!(status(&run(&folder, &["release", "cable.txt"])), 3);
    assert_eq!(
        status(&run(
            &folder,
            &["release", "cable.txt", "--allow", "missing-mark"]
        )),
        0
    );
}

#[test]
fn what_is_wrong_in_it_is_said_with_its_place() {
    let folder = folder("config-wrong");
    file(&folder, "cable.txt", clean());
    for (text, says) in [
        ("raeder = \"U\"\n", "raeder"),
        ("reader = \"UK\"\n", "citizen=GBR"),
        ("as-of = \"2010-02-30\"\n", "the calendar has no such day"),
        ("deny = [\"damged-mark\"]\n", "did you mean `damaged-mark`?"),
    ] {
        file(&folder, "tearline.toml", text);
        let output = run(&folder, &["release", "cable.txt"]);
        assert_eq!(status(&output), 2, "{text}");
        assert!(err(&output).contains(says), "{}", err(&output));
    }
}

#[test]
fn the_configuration_of_the_readme_is_one() {
    let folder = folder("config-readme");
    let readme = include_str!("../../../../README.md");
    let (_, shown) = readme.split_once("```toml\nreader = ").unwrap();
    let (shown, _) = shown.split_once("```").unwrap();
    file(&folder, "tearline.toml", format!("reader = {shown}"));
    let output = run(&folder, &["config"]);
    assert_eq!(status(&output), 0, "{}", err(&output));
    let shown = out(&output);
    let said = shown.lines().filter(|line| line.ends_with("# file"));
    assert_eq!(said.count(), 13, "{shown}");
}
