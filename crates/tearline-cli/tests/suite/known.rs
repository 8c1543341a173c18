//! What is known of a document beside its text: options, and the file beside it.

use std::path::Path;

use crate::support::{SECRET, assert_fails, err, file, folder, names, out, rows, run, status};

/// As a printed series shows a memorandum: no level line and no mark.
const PRINTED: &str = "Port Vesta, March 14, 1986.\n\nThe harbor master has a quicksilver plan for the winter. Ode signs in May.\n";
const BESIDE: &str = "level = \"SECRET\"\ninstruction = \"Declassify on: 03/14/1996\"\n";

fn release(within: &Path, arguments: &[&str]) -> String {
    let output = run(within, &[&["release"], arguments].concat());
    assert_eq!(status(&output), 0, "{}", err(&output));
    out(&output)
}

#[test]
fn a_file_beside_the_document_says_what_its_page_does_not() {
    let folder = folder("known-beside");
    file(&folder, "memo.txt", PRINTED);
    let on = |day: &str| release(&folder, &["memo.txt", "--as-of", day]);
    assert!(!on("1996-03-14").contains(SECRET));
    file(&folder, "memo.txt.known.toml", BESIDE);
    assert!(!on("1996-03-13").contains(SECRET));
    assert!(on("1996-03-14").contains(SECRET));
    // A day stands as TOML has it or in quotation marks.
    file(
        &folder,
        "memo.txt.known.toml",
        "level = \"SECRET\"\norigin = 1986-03-14\ndeclassified = { by = \"Director, Harbors\", on = 1996-03-14 }\n",
    );
    assert!(!on("1996-03-13").contains(SECRET));
    assert!(on("1996-03-14").contains(SECRET));
    file(&folder, "memo.txt.known.toml", BESIDE);
    // An option that raises joins it.
    let raised = [
        "memo.txt",
        "--as-of",
        "1996-03-14",
        "--known-caption",
        "NODIS",
    ];
    assert!(!release(&folder, &raised).contains(SECRET));
    let raised = [
        "memo.txt",
        "--as-of",
        "1996-03-14",
        "--known-instruction",
        "OADR",
    ];
    assert!(!release(&folder, &raised).contains(SECRET));
}

#[test]
fn options_say_what_the_page_does_not() {
    let folder = folder("known-options");
    file(&folder, "memo.txt", PRINTED);
    for (options, clearance, day, expected) in [
        (&["--known-level", "SECRET"][..], "S", "1987-01-01", true),
        (&["--known-level", "SECRET"], "C", "2030-01-01", false),
        (&["--known-level", "SECRT"], "TS", "2030-01-01", false),
        (
            &["--known-level", "SECRET", "--known-level", "TOP SECRET"],
            "S",
            "2030-01-01",
            false,
        ),
        (
            &[
                "--known-level",
                "SECRET",
                "--known-instruction",
                "03/14/1996",
            ],
            "U",
            "1996-03-14",
            true,
        ),
        (
            &[
                "--known-level",
                "SECRET",
                "--known-instruction",
                "03/14/1996",
                "--known-origin",
                "1996-03-14",
            ],
            "U",
            "2030-01-01",
            false,
        ),
        (
            &["--known-kind", "memorandum", "--known-level", "U"],
            "U",
            "1987-01-01",
            true,
        ),
        (
            &[
                "--known-declassified",
                "2012-03-01 by Director, Office of Harbors",
            ],
            "U",
            "2012-03-01",
            true,
        ),
        (
            &[
                "--known-declassified",
                "2012-03-01 by Director, Office of Harbors",
            ],
            "U",
            "2012-02-29",
            false,
        ),
    ] {
        let arguments = [
            &["memo.txt", "--clearance", clearance, "--as-of", day],
            options,
        ]
        .concat();
        assert_eq!(
            release(&folder, &arguments).contains(SECRET),
            expected,
            "{arguments:?}"
        );
    }
    for options in [
        ["--known-declassified", "2012-03-01"],
        ["--known-declassified", "2012-03-01 by "],
        ["--known-origin", "14 March 1986"],
        ["--known-kind", "letter"],
    ] {
        let output = run(&folder, &["release", "memo.txt", options[0], options[1]]);
        assert_eq!(
            (status(&output), out(&output)),
            (2, String::new()),
            "{options:?}"
        );
    }
}

#[test]
fn what_is_wrong_beside_a_document_lets_nothing_out() {
    let folder = folder("known-wrong");
    file(
        &folder,
        "memo.txt",
        "UNCLAS ZENDA 12\n\n1. (U) The quicksilver is open.\n",
    );
    for (beside, expected) in [
        (
            "level = \"U\"\ncaptions = \"NODIS\"\n",
            "line 2: unknown field `captions`",
        ),
        (
            "level = \"U\"\n\norigin = \"03/14/1986\"\n",
            "line 3: no day",
        ),
        ("origin = 10:00:00\n", "line 1: no day"),
        (
            "level = 3\n",
            "line 1: expected a text in quotation marks, or a list of them",
        ),
        ("kind = \"letter\"\n", "line 1: no kind of document"),
        (
            "[declassified]\non = \"2012-03-01\"\n",
            "missing field `by`",
        ),
        (
            "[declassified]\non = \"2012-03-01\"\nby = \" \"\n",
            "`by` names no authority",
        ),
        ("declassified = \"quicksilver\"\n", "line 1: expected "),
        ("level = \"U\"\nlevel = \"S\"\n", "line 2: duplicate key"),
        ("level = \n", "line 1: "),
        ("the quicksilver\n", "line 1: "),
    ] {
        file(&folder, "memo.txt.known.toml", beside);
        let output = run(&folder, &["release", "memo.txt", "--output", "out.txt"]);
        let error = assert_fails(&output);
        assert!(
            error.contains("memo.txt.known.toml: ") && error.contains(expected),
            "{error}"
        );
        assert_eq!(names(&folder), ["memo.txt", "memo.txt.known.toml"]);
    }
    file(&folder, "memo.txt.known.toml", [0xff, 0xfe]);
    assert_fails(&run(&folder, &["release", "memo.txt"]));
    std::fs::remove_file(folder.join("memo.txt.known.toml")).unwrap();
    std::fs::create_dir(folder.join("memo.txt.known.toml")).unwrap();
    assert_fails(&run(&folder, &["release", "memo.txt"]));
}

/// In JSON as in TOML, and never both.
#[test]
fn a_file_in_json_says_the_same() {
    let folder = folder("known-json");
    file(&folder, "in/memo.txt", "1. (U) The quicksilver is open.\n");
    let toml = "level = \"SECRET\"\ncaption = \"NODIS\"\n";
    file(&folder, "in/memo.txt.known.toml", toml);
    let expected = release(&folder, &["in/memo.txt", "--clearance", "SBU"]);
    std::fs::remove_file(folder.join("in/memo.txt.known.toml")).unwrap();
    let json = "{\"level\": \"SECRET\",\n\"caption\": \"NODIS\"}";
    file(&folder, "in/memo.txt.known.json", json);
    assert_eq!(
        release(&folder, &["in/memo.txt", "--clearance", "SBU"]),
        expected
    );
    // It is no document of a folder, and binds there as well.
    let output = run(
        &folder,
        &[
            "corpus",
            "in",
            "--output",
            "out",
            "--clearance",
            "SBU",
            "--allow",
            "errors",
        ],
    );
    assert_eq!(status(&output), 0, "{}", err(&output));
    let released = std::fs::read_to_string(folder.join("out/memo.txt")).unwrap();
    assert!(!released.contains("quicksilver"), "{released}");
    std::fs::remove_dir_all(folder.join("out")).unwrap();
    for wrong in [
        "{\"level\": 3}",
        "{\"captions\": \"NODIS\"}",
        "level = \"SECRET\"",
    ] {
        file(&folder, "in/memo.txt.known.json", wrong);
        let error = assert_fails(&run(&folder, &["release", "in/memo.txt"]));
        assert!(
            error.contains("in/memo.txt.known.json: line 1: "),
            "{error}"
        );
    }
    file(&folder, "in/memo.txt.known.json", json);
    file(&folder, "in/memo.txt.known.toml", toml);
    let error = assert_fails(&run(&folder, &["release", "in/memo.txt"]));
    assert!(error.contains("keep one"), "{error}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_not_nothing() {
    let folder = folder("known-link");
    file(
        &folder,
        "memo.txt",
        "UNCLAS ZENDA 12\n\n1. (U) The quicksilver is open.\n",
    );
    std::os::unix::fs::symlink("gone.toml", folder.join("memo.txt.known.toml")).unwrap();
    assert_fails(&run(&folder, &["release", "memo.txt"]));
}

#[test]
fn no_release_takes_its_place_and_none_is_made_of_it() {
    let folder = folder("known-place");
    file(&folder, "memo.txt", PRINTED);
    let beside = file(&folder, "memo.txt.known.toml", BESIDE);
    let output = run(
        &folder,
        &["release", "memo.txt", "--output", "memo.txt.known.toml"],
    );
    assert_eq!(status(&output), 2);
    assert_eq!(std::fs::read_to_string(beside).unwrap(), BESIDE);
    let error = assert_fails(&run(&folder, &["release", "memo.txt.known.toml"]));
    assert!(error.contains("name the document"), "{error}");
}

#[test]
fn every_command_reads_it() {
    let folder = folder("known-everywhere");
    file(&folder, "in/memo.txt", PRINTED);
    file(&folder, "in/memo.txt.known.toml", BESIDE);
    let run = |arguments: &[&str]| {
        let output = run(&folder, arguments);
        assert_eq!(status(&output), 0, "{arguments:?}: {}", err(&output));
        out(&output)
    };
    let day = ["--as-of", "1996-03-14"];
    run(&[&["corpus", "in", "--output", "corpus"], &day[..]].concat());
    let text = std::fs::read_to_string(folder.join("corpus/memo.txt")).unwrap();
    assert!(text.contains(SECRET));
    assert_eq!(rows(&folder.join("corpus/index.jsonl")).len(), 1);

    let foia = ["foia", "in", "--output", "foia", "--reviewer", "I. Birk"];
    run(&[&foia[..], &day[..]].concat());
    let page = std::fs::read_to_string(folder.join("foia/C00000001.html")).unwrap();
    assert!(page.contains(SECRET));

    assert!(run(&["review", "in/memo.txt"]).contains("1996-03-14"));
    let compared = run(&[
        "compare",
        "in/memo.txt",
        "--as-of",
        "1996-03-13",
        "--and-as-of",
        "1996-03-14",
    ]);
    assert!(compared.contains("1 opened"), "{compared}");
    assert!(run(&["timeline", "in/memo.txt", "--as-of", "1996-03-13"]).contains("1996"));
    run(&[&["verify", "in/memo.txt", "corpus/memo.txt"], &day[..]].concat());
    let early = crate::support::run(
        &folder,
        &[
            "verify",
            "in/memo.txt",
            "corpus/memo.txt",
            "--as-of",
            "1996-03-13",
        ],
    );
    assert_eq!(status(&early), 3);

    let guard = [
        "guard",
        "in",
        "--expect",
        "accepted",
        "--as-of",
        "1996-03-14",
    ];
    run(&guard);
    assert_eq!(names(&folder.join("accepted")).len(), 1);
    file(
        &folder,
        "in/memo.txt.known.toml",
        "level = \"TOP SECRET\"\n",
    );
    assert_eq!(status(&crate::support::run(&folder, &guard)), 3);
}

#[test]
fn a_file_that_is_beside_nothing_is_a_failure() {
    let folder = folder("known-orphan");
    file(&folder, "in/memo.txt", PRINTED);
    file(&folder, "in/letter.txt.known.toml", BESIDE);
    let output = run(&folder, &["corpus", "in", "--output", "out"]);
    assert_eq!(status(&output), 1);
    assert!(
        err(&output).contains("letter.txt.known.toml"),
        "{}",
        err(&output)
    );
}

#[test]
fn a_catalogue_says_what_is_known_of_each_document_of_a_folder() {
    let folder = folder("known-catalogue");
    for name in ["memo", "deep/note", "third", "fourth"] {
        file(&folder, &format!("in/{name}.txt"), PRINTED);
    }
    file(
        &folder,
        "table.csv",
        "\u{feff}File,Class,Declassify,Shelf,declassified-on,declassified-by\n\
         memo.txt,SECRET,03/14/1996,12,,\n\
         deep/note.txt,,,13,1990-01-01,\"Director, Office of Harbors\"\n\
         third.txt,SECRET,,14,1990-01-01,\n\
         elsewhere.txt,SECRET,,15,,\n",
    );
    let columns = [
        "--column",
        "level=Class",
        "--column",
        "instruction=Declassify",
    ];
    let base = [
        "corpus",
        "in",
        "--output",
        "out",
        "--catalogue",
        "table.csv",
    ];
    let output = run(
        &folder,
        &[&base[..], &columns, &["--as-of", "1996-03-14"]].concat(),
    );
    // Nobody is named who declassified the third, and no row is of the fourth.
    assert_eq!(status(&output), 1);
    let error = err(&output);
    assert!(
        error.contains("third.txt: line 4 of the catalogue: it does not say by whose authority"),
        "{error}"
    );
    assert!(
        error.contains("fourth.txt: the catalogue has no row for it"),
        "{error}"
    );
    for name in ["memo.txt", "deep/note.txt"] {
        let text = std::fs::read_to_string(folder.join("out").join(name)).unwrap();
        assert!(text.contains(SECRET), "{name}");
    }
    for (wrong, expected) in [
        (
            &["--column", "level=Rank"][..],
            (1, "it has no column `Rank`"),
        ),
        (&["--column", "class=Class"], (2, "no such fact")),
    ] {
        let arguments = [
            "corpus",
            "in",
            "--output",
            "other",
            "--catalogue",
            "table.csv",
        ];
        let output = run(&folder, &[&arguments[..], wrong].concat());
        assert_eq!(status(&output), expected.0);
        assert!(err(&output).contains(expected.1), "{}", err(&output));
        assert!(!folder.join("other").exists());
    }
    file(&folder, "table.csv", "file,level\nmemo.txt\n");
    let output = run(
        &folder,
        &[
            "corpus",
            "in",
            "--output",
            "other",
            "--catalogue",
            "table.csv",
        ],
    );
    assert!(assert_fails(&output).contains("table.csv: line 2"));
}
