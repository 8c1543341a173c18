//! Findings for machines, and what is denied.

use crate::support::{CABLE, SECRET, clean, err, file, folder, json, out, run, status, tearline};

#[test]
fn every_format_names_place_code_and_rule_and_no_text() {
    let folder = folder("messages");
    file(&folder, "in/cable.txt", CABLE);
    for (format, expected) in [
        (
            "human",
            "in/cable.txt:15:4: error[damaged-mark]: this portion mark cannot be read",
        ),
        (
            "short",
            "in/cable.txt:15:4: error[damaged-mark]: this portion mark cannot be read",
        ),
        (
            "json",
            r#""file":"in/cable.txt","line":15,"column":4,"end_line":15,"end_column":7,"code":"damaged-mark","severity":"error""#,
        ),
        ("sarif", r#""ruleId": "damaged-mark""#),
        (
            "github",
            "::error file=in/cable.txt,line=15,col=4,title=damaged-mark::this portion mark cannot be read",
        ),
    ] {
        let output = run(
            &folder,
            &["release", "in/cable.txt", "--message-format", format],
        );
        assert_eq!(status(&output), 0);
        let said = err(&output);
        assert!(said.contains(expected), "{format}: {said}");
        assert!(
            !said.contains(SECRET) && !said.contains("harbor"),
            "{format}"
        );
        // The reviewer's findings alone, where a program reads them.
        let output = run(
            &folder,
            &["review", "in/cable.txt", "--message-format", format],
        );
        assert_eq!(status(&output), 3);
        assert!(out(&output).contains(expected), "{format}");
    }
}

#[test]
fn json_lines_are_json_line_by_line() {
    let folder = folder("messages-json");
    file(&folder, "cable.txt", CABLE);
    let shown = out(&run(
        &folder,
        &["review", "cable.txt", "--message-format", "json"],
    ));
    for line in shown.lines() {
        let message = json(line);
        for key in ["file", "code", "severity", "message", "citation"] {
            assert!(message[key].is_string(), "{line}");
        }
    }
    assert!(shown.lines().count() >= 2);
}

#[test]
fn a_sarif_log_is_one() {
    let folder = folder("messages-sarif");
    file(&folder, "a cable.txt", CABLE);
    let shown = out(&run(
        &folder,
        &["review", "a cable.txt", "--message-format", "sarif"],
    ));
    let log: serde_sarif::sarif::Sarif = serde_json::from_str(&shown).unwrap();
    let results = log.runs[0].results.as_ref().unwrap();
    assert!(
        results
            .iter()
            .any(|result| result.rule_id.as_deref() == Some("damaged-mark"))
    );
    // A log of nothing is a log.
    file(&folder, "open.txt", "UNCLAS ZENDA 1\n\n1. (U) One.\n");
    let shown = out(&run(
        &folder,
        &["review", "open.txt", "--message-format", "sarif"],
    ));
    let log: serde_sarif::sarif::Sarif = serde_json::from_str(&shown).unwrap();
    assert_eq!(log.runs[0].results.as_ref().unwrap().len(), 0);
    let Some(schema) = schema() else {
        println!("left out: the schema of SARIF is not on this machine");
        return;
    };
    // A bracket in one of its patterns closes nothing, which Rust's expressions refuse.
    let schema = schema.replace("{2}]?$", "{2}$");
    let validator = jsonschema::validator_for(&json(&schema)).unwrap();
    let log = json(&out(&run(
        &folder,
        &["review", "a cable.txt", "--message-format", "sarif"],
    )));
    let errors: Vec<String> = validator
        .iter_errors(&log)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
}

/// The schema that the crate of types for SARIF was made from.
fn schema() -> Option<String> {
    let home = std::env::var_os("CARGO_HOME").map_or_else(
        || std::env::home_dir().unwrap_or_default().join(".cargo"),
        Into::into,
    );
    for registry in std::fs::read_dir(home.join("registry/src")).ok()? {
        for package in std::fs::read_dir(registry.ok()?.path()).ok()? {
            let package = package.ok()?;
            if package
                .file_name()
                .to_string_lossy()
                .starts_with("serde-sarif-")
            {
                return std::fs::read_to_string(package.path().join("src/schema.json")).ok();
            }
        }
    }
    None
}

#[test]
fn equal_findings_are_told_once_with_a_count() {
    let folder = folder("messages-folded");
    let mut cable = "CONFIDENTIAL ZENDA 1\n\n".to_owned();
    for number in 1..=300 {
        cable += &format!("{number}. (Q) One.\n\n");
    }
    file(&folder, "cable.txt", cable);
    let said = err(&run(&folder, &["release", "cable.txt"]));
    assert_eq!(said.matches("damaged-mark").count(), 1, "{said}");
    assert!(
        said.contains("found 299 more times, in lines 5, 7, 9"),
        "{said}"
    );
    assert!(said.contains("and 287 more"), "{said}");
}

#[test]
fn what_is_denied_ends_with_status_3_and_everything_is_done() {
    let folder = folder("denied");
    file(&folder, "cable.txt", CABLE);
    let release = |more: &[&str]| {
        tearline(&folder)
            .args(["release", "cable.txt", "--output", "out.txt"])
            .args(more)
            .output()
            .unwrap()
    };
    for (more, expected) in [
        (&[][..], 0),
        (&["--deny", "errors"], 3),
        (&["--deny", "damaged-mark"], 3),
        (&["--deny", "warnings"], 3),
        (&["--deny", "errors", "--allow", "damaged-mark"], 0),
        (&["--deny", "missing-mark"], 0),
    ] {
        let _ = std::fs::remove_file(folder.join("out.txt"));
        let output = release(more);
        assert_eq!(status(&output), expected, "{more:?}: {}", err(&output));
        assert!(folder.join("out.txt").exists());
    }
    let output = release(&["--deny", "damged-mark"]);
    assert_eq!(status(&output), 2);
    assert!(
        err(&output).contains("did you mean `damaged-mark`?"),
        "{}",
        err(&output)
    );
    // What a command denies by itself can be allowed.
    assert_eq!(
        status(&run(&folder, &["review", "cable.txt", "--allow", "errors"])),
        0
    );
}

#[test]
fn every_code_is_explained() {
    let folder = folder("explain");
    let list = out(&run(&folder, &["explain"]));
    assert!(list.lines().count() > 50);
    let mut sorted: Vec<&str> = list.lines().collect();
    sorted.sort_unstable();
    assert_eq!(list.lines().collect::<Vec<_>>(), sorted);
    for line in list.lines() {
        let code = line.split_whitespace().next().unwrap();
        let explained = out(&run(&folder, &["explain", code]));
        assert!(
            explained.contains("What to do:") && explained.contains("An example:"),
            "{code}"
        );
    }
    assert_eq!(status(&run(&folder, &["explain", "nothing"])), 2);
}

#[test]
fn colours_are_for_terminals_or_whoever_asks() {
    let folder = folder("colours");
    file(&folder, "cable.txt", CABLE);
    let said = |more: &[&str]| {
        err(&tearline(&folder)
            .args(["release", "cable.txt"])
            .args(more)
            .output()
            .unwrap())
    };
    assert!(!said(&[]).contains('\x1b'));
    assert!(said(&["--color", "always"]).contains("\x1b[1;31merror[damaged-mark]"));
    assert_eq!(said(&["--quiet"]), "");
}

/// The codes of the library fire in the examples of their explanations, which its own tests hold; these are the program's.
#[test]
fn every_code_of_the_program_is_found_somewhere() {
    let folder = folder("own-codes");
    file(&folder, "in/a.txt", clean());
    let mut found = std::collections::BTreeSet::new();
    let mut codes = |arguments: &[&str]| {
        let output = tearline(&folder)
            .args(arguments)
            .args(["--message-format", "json"])
            .output()
            .unwrap();
        let said = out(&output) + &err(&output);
        for line in said.lines().filter(|line| line.starts_with('{')) {
            let message = json(line);
            found.insert(message["code"].as_str().unwrap().to_owned());
        }
    };
    let day = ["--as-of", "2010-01-01"];
    let guard = [&["guard", "in", "--expect", "accepted"], &day[..]].concat();
    codes(&[
        "release",
        "in/a.txt",
        "--as-of",
        "2999-01-01",
        "--output",
        "x.txt",
    ]);
    codes(&[&["verify", "in/a.txt", "x.txt"], &day[..]].concat());
    codes(
        &[
            &["compare", "in/a.txt", "--and-as-of", "2016-03-14"],
            &day[..],
        ]
        .concat(),
    );
    codes(&guard);
    file(&folder, "in/a.txt", clean().replace("2. (C)", "2. (U)"));
    codes(&guard);
    std::fs::rename(folder.join("in/a.txt"), folder.join("in/b.txt")).unwrap();
    codes(&guard);
    file(&folder, "case/one.txt", clean());
    file(&folder, "case/two.txt", clean().replace("2. (C)", "2. (U)"));
    file(&folder, "case/three.txt", crate::proposals::ECHO);
    codes(&[&["foia", "case", "--output", "package"], &day[..]].concat());
    file(&folder, "cable.txt", crate::proposals::CABLE);
    run(&folder, &["review", "cable.txt", "--propose"]);
    codes(&[&["release", "cable.txt"], &day[..]].concat());
    let listed = out(&run(&folder, &["explain"]));
    let own: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|code| is_the_program_s(code))
        .collect();
    assert_eq!(own.len(), 10);
    for code in own {
        assert!(found.contains(code), "{code} is not among {found:?}");
    }
}

/// Whether the program alone has this code.
fn is_the_program_s(code: &str) -> bool {
    tearline::Rule::of_code(code).is_none()
}
