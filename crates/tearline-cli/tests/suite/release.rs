//! `tearline release`.

use std::fs;
use std::io::Read as _;
use std::process::{Output, Stdio};

use crate::support::{
    CABLE, SECRET, assert_fails, clean, err, file, folder, names, out, piped, run, status, tearline,
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
    let output = run(&folder, &["release", "--as-of", "2010-01-01"]);
    assert!(out(&output).contains("dredging calendar"));
    assert!(
        err(&output).contains("this is the bundled cable"),
        "{}",
        err(&output)
    );
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
        ("x.MD", None, "**UNCLASSIFIED**"),
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
    assert_eq!(out(&release("public")), out(&release("U")));
    for (clearance, hint) in [
        ("UK", "citizen=GBR"),
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
    ] {
        let output = run(&folder, &["release", "--as-of", day]);
        assert_eq!(status(&output), 2);
        assert!(err(&output).contains(says), "{}", err(&output));
    }
    let output = run(&folder, &["release", "--as-of", "2999-01-01"]);
    assert_eq!(status(&output), 0);
    assert!(err(&output).contains("2999-01-01 has not come yet"));
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
