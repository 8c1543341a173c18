//! `tearline foia`.

use std::fs;

use crate::support::{SECRET, clean, err, file, folder, names, out, run, status, tearline};

/// Everything is released, and a person is named: nothing is open.
const OPEN: &str = "P 141630Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nUNCLAS PORT VESTA 000214\n\nSUBJECT: (U) PIERS\n\n1. (U) The pilots of the harbor meet on Monday.\n";

/// Another telegram, of which one paragraph stands in a third.
const LEASE: &str = "P 151630Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nUNCLAS PORT VESTA 000215\n\nSENSITIVE\n\nSUBJECT: (U) LEASES\n\n1. (U) The tugs are new.\n\n2. (MARK) The minister will not renew the lease of the fuel pier when it ends in June.\n";

#[test]
fn one_bad_input_ends_nothing_and_is_told() {
    let folder = folder("package");
    file(&folder, "in/cable.txt", clean());
    let output = run(
        &folder,
        &["foia", "in/cable.txt", "none", "--output", "out"],
    );
    assert_eq!(status(&output), 1);
    assert!(
        out(&output).contains("C00000001  DRAFT, "),
        "{}",
        out(&output)
    );
    assert!(err(&output).contains("none: "), "{}", err(&output));
    assert!(err(&output).contains("1 of 2 could not be processed; the others were"));
    assert!(!err(&output).contains(SECRET));
    let made = names(&folder.join("out"));
    assert!(made.contains(&"failures.jsonl".to_owned()), "{made:?}");
    assert!(
        made.contains(&"C00000001-DRAFT.html".to_owned()),
        "{made:?}"
    );
}

#[test]
fn a_package_is_numbered_and_final_where_nothing_is_open() {
    let folder = folder("final");
    file(&folder, "in/cable.txt", OPEN);
    let numbered = |first: &str| {
        tearline(&folder)
            .args([
                "foia",
                "in/cable.txt",
                "--output",
                "out/",
                "--reviewer",
                "I. Birk",
            ])
            .args(["--first", first])
            .output()
            .unwrap()
    };
    assert_eq!(status(&numbered("4294967295")), 2);
    // An empty folder may be there, and a line's end completes its name with a slash.
    fs::create_dir(folder.join("out")).unwrap();
    let output = numbered("7");
    assert_eq!(status(&output), 0, "{}", err(&output));
    assert_eq!(
        out(&output),
        "C00000007  FINAL  RELEASED IN FULL  in/cable.txt\n1 document: 1 final, 0 drafts with 0 open questions\n"
    );
    assert_eq!(names(&folder), ["in", "out"]);
    assert_eq!(
        names(&folder.join("out")),
        [
            "C00000007.html",
            "C00000007.pdf",
            "disclosure-log.csv",
            "disclosure-log.html",
            "index.csv",
            "index.html",
            "index.json",
            "index.pdf"
        ]
    );
    assert_eq!(status(&numbered("7")), 1, "it is there already");
}

#[test]
fn what_is_undecided_is_an_error_and_denied_and_a_draft_everywhere() {
    let folder = folder("draft");
    file(&folder, "cable.txt", clean());
    let output = run(&folder, &["foia", "cable.txt", "--output", "out"]);
    assert_eq!(status(&output), 3);
    for code in ["exemption-undecided", "no-harm", "no-reviewer"] {
        let said = format!("cable.txt: error[{code}]");
        assert!(err(&output).contains(&said), "{}", err(&output));
    }
    assert!(out(&output).contains("  DRAFT, "), "{}", out(&output));
    for name in names(&folder.join("out")) {
        assert!(name.contains("-DRAFT"), "{name}");
        if name.ends_with(".html") {
            let page = fs::read_to_string(folder.join("out").join(&name)).unwrap();
            assert!(page.contains("DRAFT - NOT FOR RELEASE"), "{name}");
        }
    }
}

/// What one document withholds another must not give away without a person's word.
#[test]
fn the_same_text_with_another_verdict_is_a_question_of_both_documents() {
    let folder = folder("consistency");
    file(&folder, "in/a.txt", OPEN);
    file(&folder, "in/b.txt", &LEASE.replace("MARK", "SBU"));
    let attached = LEASE
        .replace("000215", "000216")
        .replace(
            "The tugs are new.",
            "The embassy sends a note of the harbor master, which is attached.",
        )
        .replace(
            "(MARK) The minister will not renew the",
            "(U) THE MINISTER WILL NOT RENEW  THE",
        );
    file(
        &folder,
        "in/c.txt",
        &attached.replace("fuel pier", "fue1 pier"),
    );
    let output = tearline(&folder)
        .args([
            "foia",
            "in",
            "--output",
            "out",
            "--reviewer",
            "I. Birk",
            "--sbu-exemption",
            "b6",
        ])
        .output()
        .unwrap();
    assert_eq!(status(&output), 3);
    let said = err(&output);
    assert!(
        said.contains("in/b.txt: error[other-verdict-in-case]"),
        "{said}"
    );
    assert!(
        said.contains(
            "paragraph 2: paragraph 2 of C00000003 is released, this is withheld (sensitive)"
        ),
        "{said}"
    );
    assert!(
        said.contains("in/c.txt: error[other-verdict-in-case]"),
        "{said}"
    );
    assert!(!said.contains("in/a.txt: error"), "{said}");
    assert!(
        !said.contains("minister") && !said.contains("fuel"),
        "{said}"
    );
    let made = names(&folder.join("out"));
    assert!(made.contains(&"C00000001.html".to_owned()), "{made:?}");
    assert!(
        made.contains(&"C00000003-DRAFT.html".to_owned()),
        "{made:?}"
    );
    let index = fs::read_to_string(folder.join("out/index-DRAFT.html")).unwrap();
    assert!(
        index.contains("paragraph 2 of C00000002 is withheld (sensitive), this is released"),
        "{index}"
    );
}

#[test]
fn a_document_given_twice_is_a_question() {
    let folder = folder("twice");
    file(&folder, "in/a.txt", OPEN);
    file(
        &folder,
        "in/b.txt",
        &OPEN.replace("The pilots", "THE  PILOTS"),
    );
    let output = tearline(&folder)
        .args(["foia", "in", "--output", "out", "--reviewer", "I. Birk"])
        .output()
        .unwrap();
    assert_eq!(status(&output), 3);
    let said = err(&output);
    assert!(
        said.contains("in/a.txt: error[document-given-twice]") && said.contains(": C00000002"),
        "{said}"
    );
    assert!(
        said.contains("in/b.txt: error[document-given-twice]") && said.contains(": C00000001"),
        "{said}"
    );
}

#[test]
fn a_slip_sheet_stands_for_what_is_withheld_in_full() {
    let folder = folder("slip");
    let memo = "MEMORANDUM FOR THE RECORD\n\nSECRET\n\n(S) The minister will not renew the lease of the fuel pier.\n";
    file(&folder, "memo.txt", memo);
    let output = run(&folder, &["foia", "memo.txt", "--output", "out"]);
    assert_eq!(status(&output), 3, "{}", err(&output));
    assert!(
        out(&output).contains("WITHHELD IN FULL") && out(&output).contains("1 slip sheet"),
        "{}",
        out(&output)
    );
    let slip = fs::read_to_string(folder.join("out/C00000001-DRAFT-slip.html")).unwrap();
    assert!(
        slip.contains("withheld in full") && !slip.contains("minister"),
        "{slip}"
    );
    assert!(folder.join("out/C00000001-DRAFT-slip.pdf").exists());
    let log = fs::read_to_string(folder.join("out/disclosure-log-DRAFT.csv")).unwrap();
    assert!(
        log.contains("WITHHELD IN FULL") && log.contains("draft, not released"),
        "{log}"
    );
}

/// What lies beside the output under a like name is somebody's.
#[test]
fn nothing_that_was_there_before_is_removed() {
    let folder = folder("neighbours");
    file(&folder, "cable.txt", OPEN);
    file(&folder, "package.part/note.txt", "somebody's");
    let output = run(&folder, &["foia", "cable.txt", "--output", "package"]);
    assert_eq!(status(&output), 1, "{}", err(&output));
    assert_eq!(names(&folder), ["cable.txt", "package.part"]);
    assert!(folder.join("package.part/note.txt").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_run_that_is_ended_goes_on_and_comes_to_the_same_bytes() {
    use std::time::{Duration, Instant};
    let folder = folder("foia-ended");
    for number in 0..120 {
        let own = format!(
            "1. (U) Pier {number} is open, and its {number} berths are {number} fathoms deep."
        );
        let text = OPEN.replace("1. (U) The pilots of the harbor meet on Monday.", &own);
        file(
            &folder,
            &format!("in/{number}.txt"),
            &format!("{text}\n2. (SBU) Two {number}.\n"),
        );
    }
    let arguments = |output: &'static str| {
        [
            "foia",
            "in",
            "--output",
            output,
            "--reviewer",
            "I. Birk",
            "--as-of",
            "2010-01-01",
            "--quiet",
        ]
    };
    let mut child = tearline(&folder)
        .args(arguments("out"))
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let tree = folder.join("out.part/tree");
    // Once it has written some.
    while fs::read_dir(&tree).map_or(0, Iterator::count) < 20
        && begun.elapsed() < Duration::from_secs(60)
    {
        std::thread::sleep(Duration::from_millis(2));
    }
    let ended = std::process::Command::new("kill")
        .arg(child.id().to_string())
        .status()
        .unwrap();
    assert!(ended.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(names(&folder), ["in", "out.part"]);
    // Another run is not mixed with it.
    let other = run(&folder, &["foia", "in", "--output", "out", "--case", "F-2"]);
    assert_eq!(status(&other), 1, "{}", err(&other));
    let on = run(&folder, &arguments("out"));
    assert_eq!(status(&on), 3, "{}", err(&on));
    let fresh = run(&folder, &arguments("fresh"));
    assert_eq!(out(&on), out(&fresh));
    assert_eq!(names(&folder), ["fresh", "in", "out"]);
    let made = names(&folder.join("fresh"));
    assert_eq!(names(&folder.join("out")), made);
    for name in made {
        let read = |output: &str| fs::read(folder.join(output).join(&name)).unwrap();
        assert!(read("out") == read("fresh"), "{name}");
    }
}
