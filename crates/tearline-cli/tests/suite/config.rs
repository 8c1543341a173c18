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
        (
            "deny = [\"damged-mark\"]\n",
            "deny: no rule has the code `damged-mark`; did you mean `damaged-mark`?",
        ),
        (
            "[severity]\ndamged-mark = \"note\"\n",
            "did you mean `damaged-mark`?",
        ),
        ("encoding = \"runes\"\n", "unknown encoding"),
        (
            "tear-line = true\nshow = [\"mark\"]\n",
            "a tear line tells nothing",
        ),
        // Of no use to this command, and wrong all the same.
        ("[case]\nsbu-exemption = \"b99\"\n", "case.sbu-exemption"),
        ("[guard]\ndays = [\"someday\"]\n", "guard.days"),
        ("[guard]\nreaders = [\"UK\"]\n", "guard.readers"),
    ] {
        file(&folder, "tearline.toml", text);
        let output = run(&folder, &["release", "cable.txt"]);
        assert_eq!(status(&output), 2, "{text}");
        assert!(err(&output).contains(says), "{}", err(&output));
        assert!(err(&output).contains("tearline.toml"), "{}", err(&output));
        assert_eq!(status(&run(&folder, &["config"])), 2, "{text}");
    }
}

#[test]
fn a_day_may_stand_there_as_toml_writes_one() {
    let folder = folder("config-day");
    file(&folder, "cable.txt", clean());
    file(
        &folder,
        "tearline.toml",
        "as-of = 2010-01-01\n[guard]\ndays = [2010-01-01]\n",
    );
    let shown = out(&run(&folder, &["release", "cable.txt", "-q"]));
    assert!(shown.contains("as of 2010-01-01."), "{shown}");
}

#[test]
fn the_command_line_is_shown_over_the_file() {
    let folder = folder("config-command-line");
    file(
        &folder,
        "tearline.toml",
        "message-format = \"short\"\ndeny = [\"warnings\"]\n",
    );
    let shown = out(&run(
        &folder,
        &[
            "config",
            "--message-format",
            "json",
            "--deny",
            "missing-mark",
        ],
    ));
    let lines = |key: &str| -> Vec<String> {
        let lines = shown.lines().filter(|line| line.starts_with(key));
        lines
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    };
    assert_eq!(
        lines("message-format"),
        ["message-format = \"json\" # command line"]
    );
    assert_eq!(
        lines("deny"),
        [
            "deny = [\"missing-mark\"] # command line",
            "deny = [\"warnings\"] # file"
        ]
    );
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
    assert_eq!(said.count(), 21, "{shown}");
}

#[test]
fn an_office_says_its_own_words_for_marks() {
    let folder = folder("config-aliases");
    file(
        &folder,
        "cable.txt",
        "UNCLAS ZENDA 1\n\nSUBJECT: (U) ONE\n\n1. (HARBSEN) A quicksilver note.\n",
    );
    let release = |clearance: &str| {
        let output = run(&folder, &["release", "cable.txt", "--clearance", clearance]);
        assert_eq!(status(&output), 0, "{}", err(&output));
        out(&output)
    };
    file(&folder, "tearline.toml", "[aliases]\nHARBSEN = \"SBU\"\n");
    assert!(!release("U").contains(SECRET));
    assert!(release("SBU").contains("1. (SBU) A quicksilver note."));
    assert!(out(&run(&folder, &["config"])).contains("aliases.\"HARBSEN\" = \"SBU\""));
    for (wrong, words) in [
        (
            "[aliases]\nSECRET = \"U\"\n",
            "aliases.SECRET: this word is one of the register",
        ),
        ("[aliases]\nHARBSEN = \"Q\"\n", "aliases.HARBSEN: "),
    ] {
        file(&folder, "tearline.toml", wrong);
        let output = run(&folder, &["release", "cable.txt"]);
        assert_eq!(status(&output), 2);
        assert!(err(&output).contains(words), "{}", err(&output));
    }
}

#[test]
fn an_office_may_leave_out_what_was_declassified() {
    let folder = folder("config-declassification");
    file(&folder, "cable.txt", clean());
    let release = |config: &str| {
        file(&folder, "tearline.toml", config);
        out(&run(
            &folder,
            &["release", "cable.txt", "--as-of", "2016-03-14"],
        ))
    };
    assert!(release("declassification = true\n").contains("Declassified by"));
    let without = release("declassification = false\n");
    assert!(!without.contains("Declassified by") && without.contains(SECRET));
}
