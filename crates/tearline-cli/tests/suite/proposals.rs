//! `tearline review --propose`, and `--enforce` of `release`, `corpus` and `foia`.

use std::fs;

use crate::support::{err, file, folder, json, names, out, run, status};

pub(crate) const CABLE: &str = "\
UNCLAS PORT VESTA 000012

SUBJECT: (U) THE PIER

1. (U) Call the pilot at 555-0142 before noon.

2. (U) The pier is open.

3. (U) Write to pilot@harbor.example, or to pilot@harbor.example again.
";

#[test]
fn proposals_stand_in_the_review_beside_the_document_and_twice_is_once() {
    let folder = folder("propose");
    file(&folder, "cable.txt", CABLE);
    let propose = || {
        run(
            &folder,
            &["review", "cable.txt", "--propose", "--as-of", "2026-03-02"],
        )
    };
    let first = propose();
    assert_eq!(status(&first), 0, "{}", err(&first));
    let shown = out(&first);
    for line in [
        "  paragraph 1: pattern telephone-number\n",
        "  paragraph 3: pattern email-address\n",
    ] {
        assert!(shown.contains(line), "{shown}");
    }
    assert!(
        !shown.contains("pilot@") && !shown.contains("0142"),
        "{shown}"
    );
    let review = fs::read_to_string(folder.join("cable.txt.review.toml")).unwrap();
    assert!(
        review.starts_with("version = 1\nsource = \"sha256:"),
        "{review}"
    );
    assert_eq!(review.matches("[[decision]]").count(), 3, "{review}");
    assert_eq!(
        review.matches("state = \"proposed\"").count(),
        3,
        "{review}"
    );
    assert!(review.contains("action = \"withhold B6\""), "{review}");
    assert!(out(&propose()).contains("Proposals\n  nothing new\n"));
    assert_eq!(
        fs::read_to_string(folder.join("cable.txt.review.toml")).unwrap(),
        review
    );
}

/// One kind of output on standard output: programs read nothing but findings.
#[test]
fn for_programs_what_is_proposed_is_a_finding_at_its_place() {
    let folder = folder("propose-messages");
    file(&folder, "cable.txt", CABLE);
    let propose = |format: &str| {
        let _ = fs::remove_file(folder.join("cable.txt.review.toml"));
        let output = run(
            &folder,
            &[
                "review",
                "cable.txt",
                "--propose",
                "--message-format",
                format,
            ],
        );
        assert_eq!(status(&output), 0, "{format}: {}", err(&output));
        assert!(folder.join("cable.txt.review.toml").exists());
        out(&output)
    };
    let lines: Vec<serde_json::Value> = propose("json").lines().map(json).collect();
    let proposed: Vec<_> = lines
        .iter()
        .filter(|it| it["code"] == "proposals-open")
        .collect();
    let at = |it: &serde_json::Value| {
        (
            it["line"].as_u64(),
            it["portion"].as_str().map(ToOwned::to_owned),
        )
    };
    assert_eq!(
        proposed.iter().map(|it| at(it)).collect::<Vec<_>>(),
        [
            (Some(5), Some("paragraph 1".to_owned())),
            (Some(9), Some("paragraph 3".to_owned())),
            (Some(9), Some("paragraph 3".to_owned())),
        ]
    );
    assert!(
        proposed[0]["message"]
            .as_str()
            .unwrap()
            .ends_with(": paragraph 1: pattern telephone-number")
    );
    let log: serde_json::Value = serde_json::from_str(&propose("sarif")).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let github = propose("github");
    assert!(
        github.lines().all(|line| line.starts_with("::")),
        "{github}"
    );
    let short = propose("short");
    assert!(
        short.lines().all(|line| line.starts_with("cable.txt:")),
        "{short}"
    );
    for shown in [github, short] {
        assert!(
            !shown.contains("pilot@") && !shown.contains("0142"),
            "{shown}"
        );
    }
}

#[test]
fn what_is_decided_stays_as_it_is() {
    let folder = folder("propose-decided");
    file(&folder, "cable.txt", CABLE);
    run(&folder, &["review", "cable.txt", "--propose"]);
    let path = folder.join("cable.txt.review.toml");
    let before = fs::read_to_string(&path).unwrap();
    let head: String = before
        .lines()
        .take(2)
        .map(|line| format!("{line}\n"))
        .collect();
    let decided = format!(
        "{head}# looked at on Monday\n[[decision]]\ntarget = \"paragraph 3\"\naction = \"withhold\"\nby = \"I. Birk\"\non = \"2026-03-02\"\n"
    );
    fs::write(&path, &decided).unwrap();
    run(&folder, &["review", "cable.txt", "--propose"]);
    let after = fs::read_to_string(&path).unwrap();
    assert!(after.starts_with(&decided), "{after}");
    assert_eq!(
        after.matches("[[decision]]").count(),
        2,
        "only the telephone number is new: {after}"
    );
}

#[test]
fn a_review_of_another_text_is_not_written_to() {
    let folder = folder("propose-other");
    file(&folder, "cable.txt", CABLE);
    run(&folder, &["review", "cable.txt", "--propose"]);
    let review = fs::read_to_string(folder.join("cable.txt.review.toml")).unwrap();
    file(&folder, "cable.txt", CABLE.replace("open", "shut"));
    let output = run(&folder, &["review", "cable.txt", "--propose"]);
    assert_eq!(status(&output), 1);
    assert!(err(&output).contains("another text"), "{}", err(&output));
    assert_eq!(
        fs::read_to_string(folder.join("cable.txt.review.toml")).unwrap(),
        review
    );
}

#[test]
fn a_review_in_json_is_kept_in_json() {
    let folder = folder("propose-json");
    file(&folder, "cable.txt", CABLE);
    run(&folder, &["review", "cable.txt", "--propose"]);
    let path = folder.join("cable.txt.review.toml");
    let review = fs::read_to_string(&path).unwrap();
    let source = review.lines().nth(1).unwrap().split('"').nth(1).unwrap();
    file(
        &folder,
        "cable.txt.review.json",
        format!("{{\"version\": 1, \"source\": \"{source}\"}}"),
    );
    fs::remove_file(&path).unwrap();
    run(&folder, &["review", "cable.txt", "--propose"]);
    assert!(!path.exists());
    let json = fs::read_to_string(folder.join("cable.txt.review.json")).unwrap();
    assert_eq!(json.matches("\"proposed\"").count(), 3, "{json}");
}

#[test]
fn what_is_enforced_is_withheld() {
    let folder = folder("enforce");
    file(&folder, "cable.txt", CABLE);
    let release = |more: &[&str]| {
        let arguments = [&["release", "cable.txt", "--as-of", "2026-03-02"], more].concat();
        let output = run(&folder, &arguments);
        assert_eq!(status(&output), 0, "{}", err(&output));
        out(&output)
    };
    assert!(release(&[]).contains("555-0142"));
    let enforced = release(&["--enforce"]);
    for text in ["555", "0142", "pilot@", "harbor.example"] {
        assert!(!enforced.contains(text), "{enforced}");
    }
    assert!(
        enforced.contains("1. (U) Call the pilot at [excised: controlled] before noon."),
        "{enforced}"
    );
    assert!(enforced.contains("2. (U) The pier is open."), "{enforced}");
    assert!(release(&["--enforce", "--clearance", "all"]).contains("555-0142"));
}

#[test]
fn what_is_refused_stays_and_what_a_person_proposes_binds() {
    let folder = folder("enforce-review");
    file(&folder, "cable.txt", CABLE);
    run(&folder, &["review", "cable.txt", "--propose"]);
    let path = folder.join("cable.txt.review.toml");
    let review = fs::read_to_string(&path).unwrap();
    let refused = review.replacen("state = \"proposed\"", "state = \"refused\"", 1);
    let more = "\n[[decision]]\ntarget = \"paragraph 2\"\nwords = { exact = \"pier\" }\naction = \"withhold\"\nby = \"I. Birk\"\n\
                on = \"2026-03-02\"\nstate = \"proposed\"\n";
    fs::write(&path, format!("{refused}{more}")).unwrap();
    let output = run(
        &folder,
        &["release", "cable.txt", "--as-of", "2026-03-02", "--enforce"],
    );
    let text = out(&output);
    assert!(text.contains("555-0142"), "{text} {}", err(&output));
    assert!(
        text.contains("2. (U) The [excised: controlled] is open."),
        "{text}"
    );
    assert!(!text.contains("pilot@"), "{text}");
    let bare = out(&run(
        &folder,
        &["release", "cable.txt", "--as-of", "2026-03-02"],
    ));
    assert!(
        bare.contains("The pier is open.") && bare.contains("pilot@"),
        "{bare}"
    );
}

#[test]
fn a_package_enforces_as_well_and_takes_no_review_for_a_document() {
    let folder = folder("enforce-foia");
    file(&folder, "cables/cable.txt", CABLE);
    run(&folder, &["review", "cables/cable.txt", "--propose"]);
    let output = run(
        &folder,
        &["foia", "cables", "--output", "package", "--enforce"],
    );
    assert_eq!(out(&output).lines().count(), 2, "{}", out(&output));
    assert!(out(&output).contains("B6"), "{}", out(&output));
    let page = fs::read_to_string(folder.join("package/C00000001-DRAFT.html")).unwrap();
    assert!(!page.contains("0142") && !page.contains("pilot@"), "{page}");
    run(&folder, &["corpus", "cables", "--output", "releases"]);
    assert!(!folder.join("releases/cable.txt.review.toml").exists());
    assert!(!folder.join("releases/cable.txt.review.toml.txt").exists());
}

#[test]
fn the_configuration_says_what_is_proposed() {
    let folder = folder("propose-config");
    file(&folder, "cable.txt", CABLE);
    file(&folder, "piers.txt", "fuel pier\nthe pier\n");
    file(
        &folder,
        "tearline.toml",
        "[propose]\nbuilt-in = [\"email-address\"]\ntitles = [\"Mr\"]\n\n[[propose.terms]]\nname = \"piers\"\nfile = \"piers.txt\"\n\
         exemption = \"b7d\"\n\n[[propose.pattern]]\nname = \"noon\"\nregex = \"noon\"\n",
    );
    let shown = out(&run(&folder, &["review", "cable.txt", "--propose"]));
    for line in [
        "subject: terms piers",
        "paragraph 1: pattern noon",
        "paragraph 2: terms piers",
        "paragraph 3: pattern email-address",
    ] {
        assert!(shown.contains(line), "{shown}");
    }
    assert!(!shown.contains("telephone"), "{shown}");
    for wrong in [
        "[propose]\nbuilt-in = [\"tides\"]\n",
        "[[propose.pattern]]\nname = \"noon\"\nregex = \"(\"\n",
        "[[propose.terms]]\nname = \"piers\"\nfile = \"gone.txt\"\n",
        "[propose]\ntitle = [\"Mr\"]\n",
    ] {
        file(&folder, "tearline.toml", wrong);
        assert_eq!(
            status(&run(&folder, &["review", "cable.txt"])),
            2,
            "{wrong}"
        );
    }
}

/// What would go out holds a telephone number that nobody has decided on: the package is a draft until somebody has.
#[test]
fn a_package_is_a_draft_while_a_proposal_has_no_answer() {
    let folder = folder("unanswered");
    file(&folder, "cables/cable.txt", CABLE);
    let package = |output: &str| {
        let arguments = ["foia", "cables", "--reviewer", "I. Birk", "--output"];
        out(&run(&folder, &[&arguments[..], &[output]].concat()))
    };
    let first = package("first");
    assert!(first.contains("C00000001  DRAFT, 3 open"), "{first}");
    let index = fs::read_to_string(folder.join("first/index-DRAFT.json")).unwrap();
    assert!(
        index.contains("paragraph 1: proposals wait for an answer: pattern telephone-number"),
        "{index}"
    );
    run(&folder, &["review", "cables/cable.txt", "--propose"]);
    let review = folder.join("cables/cable.txt.review.toml");
    let refused = fs::read_to_string(&review)
        .unwrap()
        .replace("state = \"proposed\"", "state = \"refused\"");
    fs::write(&review, refused).unwrap();
    let second = package("second");
    assert!(
        second.contains("C00000001  FINAL  RELEASED IN FULL"),
        "{second}"
    );
}

const MARREN: &str = "\
UNCLAS PORT VESTA 000013

SUBJECT: (U) MARREN'S LEASE

1. (U) He met Ilse Marren on Monday.

2. (U) The tugs are new. Call the pilot at 555-0142.
";

/// The review of that, in which somebody withholds the name in the first paragraph and refuses the rest.
fn name_withheld(folder: &std::path::Path, document: &str) {
    file(folder, document, MARREN);
    run(folder, &["review", document, "--propose"]);
    let path = folder.join(format!("{document}.review.toml"));
    let review = fs::read_to_string(&path).unwrap();
    let decided = review.replace("state = \"proposed\"", "state = \"refused\"");
    let more = "\n[[decision]]\ntarget = \"paragraph 1\"\nwords = { exact = \"Ilse Marren\" }\naction = \"withhold B6\"\nby = \"I. Birk\"\n\
                on = \"2026-03-02\"\n";
    fs::write(&path, decided + more).unwrap();
}

/// A name that is withheld in one paragraph stands in the subject, and in another document of the case.
#[test]
fn what_is_withheld_in_one_place_is_proposed_in_the_others() {
    let folder = folder("spread");
    name_withheld(&folder, "case/a.txt");
    file(
        &folder,
        "case/b.txt",
        "UNCLAS PORT VESTA 000014\n\n1. (U) I. Marren pays for the pier.\n",
    );
    let package = |output: &str, more: &[&str]| {
        let arguments = ["foia", "case", "--reviewer", "I. Birk", "--output", output];
        let output = run(&folder, &[&arguments[..], more].concat());
        (out(&output), err(&output))
    };
    let (asked, said) = package("asked", &[]);
    assert!(asked.contains("C00000001  DRAFT"), "{asked}");
    assert!(asked.contains("C00000002  DRAFT, 1 open"), "{asked}");
    for place in [
        "subject: withheld in paragraph 1",
        "paragraph 1: withheld in paragraph 1 of C00000001",
    ] {
        assert!(said.contains(place), "{said}");
    }
    assert!(!said.to_lowercase().contains("marren"), "{said}");
    package("enforced", &["--enforce"]);
    for name in names(&folder.join("enforced")) {
        let bytes = fs::read(folder.join("enforced").join(&name)).unwrap();
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("marren"), "{name}");
    }
    let shown = out(&run(&folder, &["review", "case/a.txt", "--propose"]));
    assert!(
        shown.contains("  subject: withheld in paragraph 1\n"),
        "{shown}"
    );
    let text = out(&run(&folder, &["release", "case/a.txt", "--enforce"]));
    assert!(!text.to_lowercase().contains("marren"), "{text}");
    assert!(
        text.contains("2. (U) The tugs are new. Call the pilot at 555-0142."),
        "{text}"
    );
}

/// Words of the second paragraph stand in the first.
pub(crate) const ECHO: &str = "\
CONFIDENTIAL PORT VESTA 000012

1. (U) Nobody will renew the lease of the fuel pier, it is said.

2. (C) The lease of the fuel pier goes to another bidder.
";

#[test]
fn an_echo_is_told_by_place() {
    let folder = folder("echo");
    file(&folder, "case/cable.txt", ECHO);
    let place = "paragraph 1: words of paragraph 2, which is withheld, stand in this portion";
    let shown = out(&run(
        &folder,
        &[
            "review",
            "case/cable.txt",
            "--propose",
            "--as-of",
            "2010-01-01",
        ],
    ));
    assert!(shown.contains(&format!("Echoes\n  {place}\n")), "{shown}");
    let said = err(&run(
        &folder,
        &[
            "foia",
            "case",
            "--output",
            "package",
            "--as-of",
            "2010-01-01",
        ],
    ));
    assert!(said.contains("warning[echo-of-withheld]"), "{said}");
    assert!(said.contains(place) && !said.contains("bidder"), "{said}");
}

#[test]
fn a_collection_enforces_as_well() {
    let folder = folder("enforce-corpus");
    file(&folder, "cables/cable.txt", CABLE);
    let released = |output: &str, more: &[&str]| {
        let arguments = ["corpus", "cables", "--output", output];
        assert_eq!(status(&run(&folder, &[&arguments[..], more].concat())), 0);
        fs::read_to_string(folder.join(output).join("cable.txt")).unwrap()
    };
    assert!(released("bare", &[]).contains("555-0142"));
    let enforced = released("enforced", &["--enforce"]);
    assert!(
        !enforced.contains("0142") && !enforced.contains("pilot@"),
        "{enforced}"
    );
    assert!(enforced.contains("2. (U) The pier is open."), "{enforced}");
}
