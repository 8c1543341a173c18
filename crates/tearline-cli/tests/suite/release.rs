//! `tearline release`.

use std::fs;
use std::io::Read as _;
use std::process::{Output, Stdio};

use crate::support::{
    CABLE, SECRET, assert_fails, clean, err, file, folder, json, names, out, piped, run, status,
    tearline,
};

#[test]
fn it_writes_the_release_and_nothing_of_the_text_to_standard_error() {
    let folder = folder("release");
    file(&folder, "cable.txt", CABLE);
    let output = run(&folder, &["release", "cable.txt", "--as-of", "2010-01-01"]);
    assert_eq!(status(&output), 0);
    let (shown, said) = (out(&output), err(&output));
    assert!(shown.contains("The harbor is open.") && !shown.contains(SECRET));
    assert!(
        said.contains("cable.txt:15:4: error[damaged-mark]"),
        "{said}"
    );
    assert!(!said.contains(SECRET) && !said.contains("harbor"));
}

#[test]
fn a_pipe_is_read_and_only_without_one_there_is_the_bundled_cable() {
    let folder = folder("pipe");
    let arguments = ["release", "--as-of", "2010-01-01", "--clearance", "all"];
    let output = piped(&folder, &arguments, CABLE);
    assert!(out(&output).contains(SECRET));
    // Nothing at all is no terminal either: a job whose document is missing must not print another one.
    for program in ["release", "timeline", "review", "compare"] {
        let said = assert_fails(&run(&folder, &[program]));
        assert!(said.contains("the document is empty"), "{program}: {said}");
    }
    for (program, expected) in [
        ("timeline", "<svg"),
        ("review", "paragraph 2"),
        ("compare", "no difference"),
    ] {
        let output = piped(&folder, &[program], &clean());
        assert_eq!(status(&output), 0, "{program}: {}", err(&output));
        assert!(out(&output).contains(expected), "{program}");
    }
    let said = assert_fails(&piped(&folder, &["release"], " \n"));
    assert!(
        said.contains("standard input: the document is empty"),
        "{said}"
    );
}

#[test]
fn the_format_follows_from_the_output_unless_it_is_named() {
    let folder = folder("formats");
    file(&folder, "cable.txt", clean());
    for (output, format, begins) in [
        ("x.pdf", None, "%PDF-1.7"),
        ("x.html", None, "<!DOCTYPE html>"),
        ("x.htm", None, "<!DOCTYPE html>"),
        ("x.MD", None, "**UNCLASSIFIED**"),
        ("x.markdown", None, "**UNCLASSIFIED**"),
        ("x.json", None, "{"),
        ("x.txt", None, "UNCLASSIFIED\n"),
        ("x.out", None, "UNCLASSIFIED\n"),
        ("y.pdf", Some("text"), "UNCLASSIFIED\n"),
    ] {
        let mut arguments = vec![
            "release",
            "cable.txt",
            "--as-of",
            "2010-01-01",
            "--output",
            output,
        ];
        arguments.extend(format.iter().flat_map(|format| ["--format", format]));
        assert_eq!(status(&run(&folder, &arguments)), 0);
        let bytes = fs::read(folder.join(output)).unwrap();
        assert!(bytes.starts_with(begins.as_bytes()), "{output}");
    }
    // A text under such a name would mislead.
    for output in ["z.docx", "z.rtf", "z.png"] {
        let refused = run(&folder, &["release", "cable.txt", "--output", output]);
        assert_eq!(status(&refused), 2, "{output}");
        assert!(err(&refused).contains("--format"), "{}", err(&refused));
        assert!(!folder.join(output).exists());
    }
}

/// Only a terminal without a document gets the bundled one, and no terminal gets a PDF. `script` makes a terminal.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_the_bundled_cable_and_no_pdf() {
    let folder = folder("terminal");
    let terminal = |arguments: &str| {
        let command = format!("{} {arguments}", env!("CARGO_BIN_EXE_tearline"));
        std::process::Command::new("script")
            .args(["-qec", &command, "/dev/null"])
            .current_dir(&folder)
            .env("NO_COLOR", "")
            .stdin(Stdio::null())
            .output()
    };
    let Ok(output) = terminal("release --as-of 2010-01-01") else {
        println!("left out: `script` is not on this machine");
        return;
    };
    let shown = out(&output);
    assert!(shown.contains("this is the bundled cable"), "{shown}");
    assert!(shown.contains("dredging calendar"), "{shown}");
    assert!(shown.contains("\x1b["), "a terminal gets colours: {shown}");
    let output = terminal("release --format pdf").unwrap();
    assert_eq!(status(&output), 2);
    assert!(out(&output).contains("a PDF is not for a terminal"));
    let output = terminal("release --as-of 2010-01-01 --color never").unwrap();
    assert!(!out(&output).contains('\x1b'));
    let output = terminal("review").unwrap();
    assert_eq!(status(&output), 2);
}

#[test]
fn readers_are_taken_as_people_write_them_or_hinted_at() {
    let folder = folder("readers");
    file(&folder, "cable.txt", clean());
    let release = |clearance: &str| {
        run(
            &folder,
            &[
                "release",
                "cable.txt",
                "--as-of",
                "2010-01-01",
                "--clearance",
                clearance,
            ],
        )
    };
    assert_eq!(out(&release("CONFIDENTIAL")), out(&release("C")));
    assert_eq!(out(&release("Secret")), out(&release("S")));
    assert_eq!(out(&release("topsecret")), out(&release("TS")));
    assert_eq!(out(&release("public")), out(&release("U")));
    for (clearance, hint) in [
        ("UK", "citizen=GBR"),
        ("clearance=S citizen=UK", "did you mean `GBR` for `UK`?"),
        ("FVEY", "a group of countries"),
        ("Q", "a reader is U, SBU"),
    ] {
        let output = release(clearance);
        assert_eq!(status(&output), 2);
        assert!(err(&output).contains(hint), "{}", err(&output));
    }
}

#[test]
fn errors_in_dates_speak_of_dates() {
    let folder = folder("dates");
    for (day, says) in [
        ("2010-02-30", "the calendar has no such day"),
        ("tomorrow", "a day is a year, a month and a day"),
        ("03/14/2016", "a day is a year, a month and a day"),
        ("-5", "a day is a year, a month and a day"),
    ] {
        let output = run(&folder, &["release", "--as-of", day]);
        assert_eq!(status(&output), 2);
        assert!(err(&output).contains(says), "{}", err(&output));
    }
}

/// In every format, as a finding in every message format, and in what is made of a folder.
#[test]
fn a_day_that_has_not_come_is_said_in_a_warning_and_in_the_release() {
    let folder = folder("day-to-come");
    file(&folder, "in/cable.txt", clean());
    let day = ["--as-of", "2999-01-01"];
    for name in ["x.txt", "x.md", "x.html", "x.json", "x.pdf"] {
        let output = tearline(&folder)
            .args(["release", "in/cable.txt", "--output", name])
            .args(day)
            .output()
            .unwrap();
        assert_eq!(status(&output), 0);
        assert!(
            err(&output).contains(
                "in/cable.txt: warning[day-to-come]: the day of the release has not come yet"
            ),
            "{}",
            err(&output)
        );
        let bytes = fs::read(folder.join(name)).unwrap();
        let text = match name {
            "x.pdf" => {
                let paper = lopdf::Document::load_mem(&bytes).unwrap();
                let text = paper.extract_text(&[1]).unwrap();
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            }
            _ => String::from_utf8(bytes).unwrap(),
        };
        let says = match name {
            "x.json" => "\"made_on\": \"20",
            _ => "a day that had not come when it was made",
        };
        assert!(text.contains(says), "{name}: {text}");
    }
    for (program, arguments) in [
        ("corpus", ["in", "--output", "corpus"]),
        ("foia", ["in", "--output", "foia"]),
        ("timeline", ["in/cable.txt", "--output", "x.svg"]),
    ] {
        let output = tearline(&folder)
            .arg(program)
            .args(arguments)
            .args(day)
            .args(["--message-format", "json", "--allow", "errors"])
            .output()
            .unwrap();
        assert_eq!(status(&output), 0, "{program}: {}", err(&output));
        assert!(
            err(&output).contains("\"code\":\"day-to-come\""),
            "{program}"
        );
        for line in err(&output).lines() {
            assert!(json(line)["severity"].is_string(), "{line}");
        }
    }
    let page = fs::read_to_string(folder.join("foia/C00000001-DRAFT.html")).unwrap();
    assert!(page.contains("a day that had not come when it was made"));
    // The same release once the day has come says nothing of it.
    let output = run(
        &folder,
        &["release", "in/cable.txt", "--as-of", "2010-01-01"],
    );
    assert!(!out(&output).contains("had not come") && !err(&output).contains("day-to-come"));
}

/// The last look withholds what its marks would release, and says so.
#[test]
fn what_the_last_look_withholds_is_told_by_every_program_that_makes_a_release() {
    let folder = folder("last-look");
    let cable = "UNCLAS PORT VESTA 12\n\nREF: VESTA 12; (C) VESTA 13\n\n1. (U) One.\n";
    file(&folder, "in/cable.txt", cable);
    for (arguments, expected) in [
        (&["release", "in/cable.txt", "--output", "out.txt"][..], 0),
        (&["review", "in/cable.txt"], 3),
        (&["corpus", "in", "--output", "corpus"], 3),
        (&["foia", "in", "--output", "foia"], 3),
        (&["timeline", "in/cable.txt", "--output", "x.svg"], 0),
        (
            &["guard", "in", "--expect", "expect", "--as-of", "2010-01-01"],
            3,
        ),
    ] {
        let output = run(&folder, arguments);
        let said = out(&output) + &err(&output);
        assert!(
            said.contains("in/cable.txt:3:1: error[mark-in-released-text]"),
            "{arguments:?}: {said}"
        );
        assert_eq!(status(&output), expected, "{arguments:?}");
    }
    // What a release withholds, a comparison does not call released.
    let output = run(
        &folder,
        &["compare", "in/cable.txt", "--and-clearance", "all"],
    );
    assert!(
        out(&output).contains("withheld (unresolved) → released"),
        "{}",
        out(&output)
    );
}

#[test]
fn what_cannot_be_read_gives_status_1_and_one_line() {
    let folder = folder("unreadable");
    file(
        &folder,
        "latin.txt",
        b"UNCLAS ZENDA 1\n\n1. (U) Caf\xe9 quicksilver\n",
    );
    for program in ["release", "review", "timeline"] {
        assert!(assert_fails(&run(&folder, &[program, "none.txt"])).contains("none.txt"));
        assert!(
            assert_fails(&run(&folder, &[program, "latin.txt"])).contains("byte 26"),
            "{program}"
        );
        let right = run(&folder, &[program, "latin.txt", "--encoding", "latin1"]);
        assert_eq!(status(&right), 0, "{program}");
    }
    assert_eq!(names(&folder), ["latin.txt"]);
}

#[test]
fn an_output_never_takes_the_place_of_the_document() {
    let folder = folder("own-place");
    let input = file(&folder, "cable.txt", CABLE);
    for program in ["release", "timeline"] {
        let output = run(&folder, &[program, "cable.txt", "--output", "./cable.txt"]);
        assert_eq!(status(&output), 2, "{program}");
        #[cfg(target_os = "linux")]
        {
            let output = tearline(&folder)
                .args([program, "--output", "cable.txt"])
                .stdin(fs::File::open(&input).unwrap())
                .output()
                .unwrap();
            assert_eq!(status(&output), 2, "{program}");
        }
        assert_eq!(fs::read_to_string(&input).unwrap(), CABLE);
    }
}

#[test]
fn what_cannot_be_written_leaves_nothing_behind() {
    let folder = folder("unwritable");
    file(&folder, "cable.txt", CABLE);
    fs::create_dir(folder.join("taken")).unwrap();
    for (program, output) in [
        ("release", "none/release.txt"),
        ("release", "taken"),
        ("timeline", "none/picture.svg"),
        ("foia", "none/package"),
        ("foia", "cable.txt"),
    ] {
        let output = run(&folder, &[program, "cable.txt", "--output", output]);
        if status(&output) == 2 {
            continue;
        }
        assert_fails(&Output {
            // What was found in the document comes before the one line that says why.
            stderr: err(&output).lines().last().unwrap().into(),
            ..output
        });
        assert_eq!(names(&folder), ["cable.txt", "taken"], "{program}");
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let folder = folder("broken-pipe");
    file(&folder, "cable.txt", CABLE.repeat(4000));
    let mut child = tearline(&folder)
        .args(["release", "cable.txt", "--clearance", "all"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut first = [0; 12];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn the_faithful_format_gives_the_bytes_back_to_the_originator_alone() {
    let folder = folder("faithful");
    let bytes = b"UNCLAS PORT VESTA 1\r\n\r\n1. (U) Caf\xe9.\r\n";
    file(&folder, "latin.txt", bytes);
    let faithful = |clearance: &str| {
        let arguments = [
            "release",
            "latin.txt",
            "--encoding",
            "windows-1252",
            "--format",
            "faithful",
        ];
        tearline(&folder)
            .args(arguments)
            .args(["--clearance", clearance])
            .output()
            .unwrap()
    };
    assert_eq!(status(&faithful("S")), 2);
    assert_eq!(faithful("all").stdout, bytes);
}

#[test]
fn policy_choices_can_be_asked_for() {
    let folder = folder("choices");
    file(
        &folder,
        "cable.txt",
        "SECRET ZENDA 1\n\nSUBJECT: (U) ONE\n\n1. (U) An open word.\n\n2. (C) A shut one.\n",
    );
    let release = |more: &[&str]| {
        let arguments = ["release", "cable.txt", "--as-of", "2010-01-01", "-q"];
        out(&tearline(&folder)
            .args(arguments)
            .args(more)
            .output()
            .unwrap())
    };
    assert!(!release(&[]).contains("An open word."));
    assert!(release(&["--compilation", "portions-stand-alone"]).contains("An open word."));
}
