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
            "stated, rule 1 (lead-mark)",
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
            "damaged mark, rule 1 (unread-mark)",
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

/// CAPCO 2016 D.2: the banner is the roll-up of the portions, and where it is not, the roll-up is named.
#[test]
fn what_raises_a_portion_is_found_and_told_in_its_row() {
    let folder = folder("review-raised");
    // One by one: telegrams look at the ends of their paragraphs otherwise.
    for (name, head) in [
        ("note.txt", "UNCLASSIFIED"),
        ("cable.txt", "UNCLAS VESTA 1"),
    ] {
        let text = format!("{head}\n\n1. (U) It is open.\n\n2. (U) The boat has lamps (C).\n");
        file(&folder, name, &text);
        let output = run(&folder, &["review", name, "--as-of", "2010-01-01"]);
        let shown = out(&output);
        assert!(shown.contains(":5:27: warning[doubtful-mark]"), "{shown}");
        let because = "(U)  | C         | stated, rule 1 (lead-mark), raised by rule 1 (";
        assert!(shown.contains(because), "{shown}");
    }
}

#[test]
fn a_banner_that_is_not_the_roll_up_is_found() {
    let folder = folder("review-banner");
    for (banner, mark, expected) in [
        (
            "SECRET//REL TO USA, FVEY",
            "S//NF",
            "warning[banner-not-roll-up]: the banner is not the roll-up of the portion marks; each portion keeps its own mark: \
             below: SECRET//REL TO USA, FVEY, and the roll-up is SECRET//NOFORN (CAPCO 2016 D.2)",
        ),
        (
            "SECRET//NOFORN",
            "S",
            "above: SECRET//NOFORN, and the roll-up is SECRET ",
        ),
        (
            "CONFIDENTIAL",
            "S",
            "error[mark-above-document]: portion mark above the level of the document; unmarked portions count as the higher: \
             (S) above CONFIDENTIAL; the roll-up is SECRET ",
        ),
        (
            "CONFIDENTIAL",
            "S//NF",
            "below: CONFIDENTIAL, and the roll-up is SECRET//NOFORN ",
        ),
        ("SECRET", "C", "level-above-portions"),
        (
            "SECRET",
            "C",
            "nothing is released below the level: the roll-up is CONFIDENTIAL ",
        ),
        (
            "SECRET//REL TO USA, GBR",
            "S//REL TO USA, CAN",
            "neither above nor below: SECRET//REL TO USA, GBR, and the roll-up is SECRET//REL TO USA, CAN ",
        ),
    ] {
        let text = format!(
            "{banner}\n\nMEMORANDUM FOR THE HARBOR MASTER\n\nSUBJECT: (U) Buoys\n\n1. ({mark}) One.\n\n2. (U) Two.\n\n{banner}\n"
        );
        file(&folder, "memo.txt", text);
        let shown = out(&run(&folder, &["review", "memo.txt"]));
        assert!(shown.contains(expected), "{banner} over ({mark}): {shown}");
    }
    for (banner, mark) in [
        ("SECRET//NOFORN", "S//NF"),
        ("SECRET//REL TO USA, FVEY", "S//REL TO USA, FVEY"),
        ("SECRET//REL TO USA, FVEY", "S//REL"),
        ("UNCLASSIFIED", "U"),
    ] {
        let text = format!(
            "{banner}\n\nMEMORANDUM FOR THE HARBOR MASTER\n\nSUBJECT: (U) Buoys\n\n1. ({mark}) One.\n\n{banner}\n"
        );
        file(&folder, "memo.txt", text);
        let shown = out(&run(&folder, &["review", "memo.txt"]));
        assert!(
            !shown.contains("roll-up"),
            "{banner} over ({mark}): {shown}"
        );
    }
}

/// CAPCO 2016 H.8 p150: a mark without a list has that of the banner, and its readers.
#[test]
fn a_mark_without_a_list_takes_the_list_of_the_banner() {
    let folder = folder("review-list");
    for (banner, mark, reader, opens) in [
        (
            "SECRET//REL TO USA, FVEY",
            "S//REL",
            "clearance=S citizen=NZL",
            true,
        ),
        (
            "SECRET//REL TO USA, FVEY",
            "S//REL",
            "clearance=S citizen=JPN",
            false,
        ),
        ("SECRET", "S//REL", "clearance=S citizen=NZL", false),
        (
            "TOP SECRET//USA/CAN/GBR EYES ONLY",
            "TS//EYES",
            "clearance=TS citizen=CAN",
            true,
        ),
        (
            "TOP SECRET//USA/CAN/GBR EYES ONLY",
            "TS//EYES",
            "clearance=TS citizen=NZL",
            false,
        ),
        (
            "//JOINT SECRET GBR USA//REL TO USA, GBR",
            "//JOINT S//REL",
            "clearance=S citizen=GBR",
            true,
        ),
        (
            "//JOINT SECRET GBR USA//REL TO USA, GBR",
            "//JOINT S//REL",
            "clearance=S citizen=CAN",
            false,
        ),
    ] {
        let text = format!(
            "{banner}\n\nMEMORANDUM FOR THE HARBOR MASTER\n\nSUBJECT: (U) Buoys\n\n1. ({mark}) A quicksilver plan.\n\n{banner}\n"
        );
        file(&folder, "memo.txt", text);
        let arguments = [
            "release",
            "memo.txt",
            "--as-of",
            "2010-01-01",
            "--clearance",
            reader,
        ];
        let shown = out(&run(&folder, &arguments));
        assert_eq!(
            shown.contains(SECRET),
            opens,
            "{banner}, ({mark}), {reader}: {shown}"
        );
    }
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
