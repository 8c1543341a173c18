//! `tearline review --propose` and `tearline release --enforce`.

use std::fs;

use crate::support::{err, file, folder, out, run, status};

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
