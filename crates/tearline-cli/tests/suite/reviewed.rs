//! Review files: beside the document, or named; what withholds where one is wrong.

use std::path::Path;

use super::support::{assert_fails, err, file, folder, names, out, rows, run, status};

const CABLE: &str = "UNCLAS ZENDA 12\n\nSUBJECT: (U) TALKS WITH MARREN\n\n1. (U) He met Ilse\nMarren at noon.\n\n2. (U) Open.\n";
/// That of the cable.
const DIGEST: &str = "DIGEST";

const WORDS: &str = "
[[decision]]
target = \"paragraph 1\"
words = { exact = \"Ilse Marren\", prefix = \"met \" }
action = \"withhold B6\"
by = \"I. Birk\"
on = 2026-03-02

[[decision]]
target = \"subject\"
words = { exact = \"Marren\" }
action = \"withhold B6\"
by = \"I. Birk\"
on = \"2026-03-02\"
";

/// The digest as a tool that knows nothing of this program counts it.
fn digest(folder: &Path, name: &str) -> Option<String> {
    let output = std::process::Command::new("sha256sum")
        .arg(name)
        .current_dir(folder)
        .output();
    let output = output.ok().filter(|output| output.status.success());
    let Some(output) = output else {
        println!("left out: no sha256sum on this machine");
        return None;
    };
    Some(out(&output).split_whitespace().next().unwrap().to_owned())
}

/// A folder with the cable and a review of it, or `None` where the digest cannot be counted.
fn reviewed(name: &str, review: &str, decisions: &str) -> Option<std::path::PathBuf> {
    let folder = folder(name);
    file(&folder, "in/cable.txt", CABLE);
    let digest = digest(&folder, "in/cable.txt")?;
    let review_text =
        format!("version = 1\nsource = \"sha256:{DIGEST}\"\n{decisions}").replace(DIGEST, &digest);
    file(&folder, review, review_text);
    Some(folder)
}

#[test]
fn a_review_beside_the_document_is_carried_out_everywhere() {
    let Some(folder) = reviewed("reviewed-beside", "in/cable.txt.review.toml", WORDS) else {
        return;
    };
    let output = run(&folder, &["release", "in/cable.txt"]);
    assert_eq!(status(&output), 0, "{}", err(&output));
    let text = out(&output);
    assert!(
        text.contains("1. (U) He met [excised: controlled] at noon."),
        "{text}"
    );
    assert!(
        text.contains("SUBJECT: (U) TALKS WITH [excised: controlled]"),
        "{text}"
    );
    let faithful = run(
        &folder,
        &[
            "release",
            "in/cable.txt",
            "--clearance",
            "all",
            "--format",
            "faithful",
        ],
    );
    assert_eq!(out(&faithful), CABLE);
    // A folder, its index and its pages; a package; a picture; a table of what opens.
    for arguments in [
        &["corpus", "in", "--output", "corpus"][..],
        &[
            "foia",
            "in",
            "--output",
            "package",
            "--case",
            "F-2026-00001",
        ],
        &["timeline", "in/cable.txt", "--output", "days.svg"],
        &[
            "opens",
            "in",
            "--from",
            "2010-01-01",
            "--output",
            "opens.json",
        ],
        &["review", "in/cable.txt"],
        &[
            "compare",
            "in/cable.txt",
            "--as-of",
            "2010-01-01",
            "--and-as-of",
            "2030-01-01",
        ],
    ] {
        let output = run(&folder, arguments);
        assert!(
            matches!(status(&output), 0 | 3),
            "{arguments:?}: {}",
            err(&output)
        );
        let said = out(&output) + &err(&output);
        assert!(
            !said.to_lowercase().contains("marren"),
            "{arguments:?}: {said}"
        );
    }
    let mut seen = 0;
    for place in ["corpus", "package", "days.svg", "opens.json"] {
        let mut paths = vec![folder.join(place)];
        while let Some(path) = paths.pop() {
            if path.is_dir() {
                paths.extend(
                    std::fs::read_dir(path)
                        .unwrap()
                        .map(|it| it.unwrap().path()),
                );
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            assert!(!text.contains("marren"), "{}", path.display());
            seen += 1;
        }
    }
    assert!(seen > 8, "{seen}");
    let index = rows(&folder.join("corpus/index.jsonl"));
    assert_eq!(index.len(), 1);
    assert!(
        index[0]
            .to_string()
            .contains("TALKS WITH [excised: controlled]"),
        "{}",
        index[0]
    );
    // Twice the same bytes.
    assert_eq!(out(&run(&folder, &["release", "in/cable.txt"])), text);
}

#[test]
fn a_review_is_named_and_may_be_json() {
    let json = r#"{"version": 1, "source": "sha256:DIGEST", "decision": [
        {"target": "paragraph 2", "action": "withhold B5", "by": "I. Birk", "on": "2026-03-02"}]}"#;
    let Some(folder) = reviewed("reviewed-named", "in/cable.txt.review.toml", WORDS) else {
        return;
    };
    let digest = digest(&folder, "in/cable.txt").unwrap();
    file(&folder, "other.json", json.replace(DIGEST, &digest));
    let output = run(
        &folder,
        &["release", "in/cable.txt", "--review", "other.json"],
    );
    let text = out(&output);
    assert!(
        text.contains("Marren") && text.contains("2. [withheld: controlled]"),
        "{text}{}",
        err(&output)
    );
    // Two beside one document say two things.
    file(
        &folder,
        "in/cable.txt.review.json",
        json.replace(DIGEST, &digest),
    );
    assert!(assert_fails(&run(&folder, &["release", "in/cable.txt"])).contains("keep one"));
}

#[test]
fn what_is_wrong_with_a_review_lets_nothing_out() {
    let Some(folder) = reviewed("reviewed-wrong", "in/cable.txt.review.toml", WORDS) else {
        return;
    };
    let digest = digest(&folder, "in/cable.txt").unwrap();
    let head = format!("version = 1\nsource = \"sha256:{digest}\"\n");
    for (review, expected) in [
        (
            head.replace(&digest, &"0".repeat(64)),
            "it is the review of another text",
        ),
        (head.replace("version = 1", "version = 2"), "`version` is 2"),
        (
            format!("{head}decisions = []\n"),
            "line 3: unknown field `decisions`",
        ),
        (
            format!("{head}[[decision]]\ntarget = \"paragraph 1\"\n"),
            "decision 1: missing field",
        ),
        (
            format!(
                "{head}{}",
                WORDS.replace(
                    "{ exact = \"Ilse Marren\", prefix = \"met \" }",
                    "\"Ilse Marren\""
                )
            ),
            "decision 1: ",
        ),
        (
            format!("{head}{}", WORDS.replace("withhold B6", "hide Marren")),
            "decision 1: no decision; write",
        ),
        (
            format!("{head}{WORDS}state = \"of Marren, expected by Marren\"\n"),
            "decision 2: expected one of `proposed`",
        ),
        ("Ilse Marren".to_owned(), "line 1: "),
    ] {
        file(&folder, "in/cable.txt.review.toml", &review);
        let error = assert_fails(&run(
            &folder,
            &["release", "in/cable.txt", "--output", "out.txt"],
        ));
        assert!(
            error.contains("in/cable.txt.review.toml: ") && error.contains(expected),
            "{error}"
        );
        assert!(!error.contains("Marren"), "{error}");
        assert_eq!(names(&folder), ["in"]);
        let output = run(&folder, &["corpus", "in", "--output", "corpus"]);
        assert_eq!(status(&output), 1, "{}", err(&output));
        assert_eq!(rows(&folder.join("corpus/failures.jsonl")).len(), 1);
        std::fs::remove_dir_all(folder.join("corpus")).unwrap();
    }
    assert!(
        assert_fails(&run(&folder, &["release", "in/cable.txt.review.toml"]))
            .contains("name the document")
    );
}

#[test]
fn a_decision_that_fails_withholds_its_portion_and_ends_with_status_3() {
    let wrong = WORDS.replace("Ilse Marren", "Ilsa Marren");
    let Some(folder) = reviewed("reviewed-fails", "in/cable.txt.review.toml", &wrong) else {
        return;
    };
    let output = run(
        &folder,
        &["release", "in/cable.txt", "--message-format", "short"],
    );
    assert_eq!(status(&output), 3);
    assert!(
        out(&output).contains("1. [withheld: controlled]"),
        "{}",
        out(&output)
    );
    let said = err(&output);
    assert!(
        said.contains("in/cable.txt:5:1: error[decision-not-carried-out]")
            && said.contains("decision 1, paragraph 1: "),
        "{said}"
    );
    assert!(!said.contains("Ilsa") && !said.contains("Marren"), "{said}");
}

#[test]
fn proposals_change_nothing_and_are_counted() {
    let proposed = WORDS.replace(
        "by = \"I. Birk\"",
        "by = \"I. Birk\"\nstate = \"proposed\"\nproposed_by = \"names\"",
    );
    let Some(folder) = reviewed("reviewed-open", "in/cable.txt.review.toml", &proposed) else {
        return;
    };
    let output = run(
        &folder,
        &["release", "in/cable.txt", "--message-format", "short"],
    );
    assert_eq!(status(&output), 0);
    assert!(out(&output).contains("Marren"));
    assert!(
        err(&output).contains("warning[proposals-open]")
            && err(&output).contains("2 of its review"),
        "{}",
        err(&output)
    );
}

/// A line of JSON carries its own review, held to the digest of its text like any other.
#[test]
fn a_line_of_json_carries_its_review() {
    let folder = folder("reviewed-lines");
    file(&folder, "cable.txt", CABLE);
    let Some(digest) = digest(&folder, "cable.txt") else {
        return;
    };
    let line = |path: &str, source: &str, exact: &str| {
        let decision = serde_json::json!({
            "target": "paragraph 1", "words": {"exact": exact}, "action": "withhold B6", "by": "I. Birk", "on": "2026-03-02"
        });
        let review = serde_json::json!({"version": 1, "source": format!("sha256:{source}"), "decision": [decision]});
        serde_json::json!({"path": path, "text": CABLE, "review": review}).to_string()
    };
    let lines = [
        line("right.txt", &digest, "Ilse Marren"),
        line("other.txt", &"0".repeat(64), "Ilse Marren"),
        line("amiss.txt", &digest, "Ilsa Marren"),
        line("wrong.txt", &digest, "Ilse Marren").replace("\"by\"", "\"buy\""),
    ];
    file(&folder, "in.jsonl", lines.join("\n"));
    let output = run(&folder, &["corpus", "in.jsonl", "--output", "out"]);
    // Two are no documents; of one a decision could not be carried out.
    assert_eq!(status(&output), 1, "{}", err(&output));
    assert!(!(out(&output) + &err(&output)).contains("Marren"));
    let released = |name: &str| std::fs::read_to_string(folder.join("out").join(name)).unwrap();
    assert!(released("right.txt").contains("1. (U) He met [excised: controlled] at noon."));
    assert!(released("amiss.txt").contains("1. [withheld: controlled]"));
    let failed = released("failures.jsonl");
    assert!(
        failed.contains("other.txt") && failed.contains("the review of another text"),
        "{failed}"
    );
    assert_eq!(failed.lines().count(), 2, "{failed}");
    assert!(!failed.contains("Marren"), "{failed}");
}

#[test]
fn a_second_person_is_asked_for_where_the_office_wants_one() {
    let opens = "[[decision]]\ntarget = \"paragraph 2\"\naction = \"mark U\"\nby = \"I. Birk\"\non = 2026-03-02\nauthority = \"Director, Harbors\"\n";
    let Some(folder) = reviewed("reviewed-second", "in/cable.txt.review.toml", opens) else {
        return;
    };
    let sensitive = CABLE.replace("2. (U)", "2. (SBU)");
    file(&folder, "in/cable.txt", &sensitive);
    let digest = digest(&folder, "in/cable.txt").unwrap();
    let review = |more: &str| format!("version = 1\nsource = \"sha256:{digest}\"\n{opens}{more}");
    let confirmed =
        "state = \"confirmed\"\nconfirmed_by = \"B. Alder\"\nconfirmed_on = 2026-03-03\n";
    for (config, more, shown) in [
        ("", "", true),
        ("[review]\nsecond_person = true\n", "", false),
        ("[review]\nsecond_person = true\n", confirmed, true),
        (
            "[review]\nsecond_person = true\n",
            &*confirmed.replace("B. Alder", "I. Birk"),
            false,
        ),
    ] {
        file(&folder, "tearline.toml", config);
        file(&folder, "in/cable.txt.review.toml", review(more));
        let output = run(&folder, &["release", "in/cable.txt"]);
        assert_eq!(
            out(&output).contains("Open."),
            shown,
            "{config}{more}{}",
            err(&output)
        );
        assert_eq!(status(&output), if shown { 0 } else { 3 });
    }
}

/// The output never takes the place of what was decided.
#[test]
fn a_review_is_spared() {
    let Some(folder) = reviewed("reviewed-spared", "in/cable.txt.review.toml", WORDS) else {
        return;
    };
    let output = run(
        &folder,
        &[
            "release",
            "in/cable.txt",
            "--output",
            "in/cable.txt.review.toml",
        ],
    );
    assert_eq!(status(&output), 2, "{}", err(&output));
}
