//! What a user would trip over: the programs with files that are not there, not text, not writable, or each other's.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Output, Stdio};

use crate::examples::{CABLE, SECRET, assert_fails, example, file, folder, names, status, text};

fn run(program: &str, within: &Path, arguments: &[&str]) -> Output {
    example(program)
        .current_dir(within)
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn a_release_never_takes_the_place_of_its_document() {
    let folder = folder("own-place");
    file(&folder, "cable.txt", CABLE);
    for program in ["release", "timeline"] {
        let output = run(program, &folder, &["cable.txt", "--output", "./cable.txt"]);
        assert_eq!(status(&output), 2, "{program}");
        assert!(text(&output.stderr).contains("take the place of the document"));
        assert_eq!(fs::read_to_string(folder.join("cable.txt")).unwrap(), CABLE);
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
    ] {
        let output = run(program, &folder, &["cable.txt", "--output", output]);
        assert_fails(&Output {
            // What was found in the document comes before the one line that says why.
            stderr: text(&output.stderr).lines().last().unwrap().into(),
            ..output
        });
        assert_eq!(names(&folder), ["cable.txt", "taken"], "{program}");
    }
}

/// A device stays a device: it is written to, and no file takes its place.
#[cfg(unix)]
#[test]
fn an_output_that_is_no_file_or_a_link_stays_what_it_is() {
    let folder = folder("device");
    file(&folder, "cable.txt", CABLE);
    file(&folder, "target.txt", "old");
    std::os::unix::fs::symlink("target.txt", folder.join("link.txt")).unwrap();
    let output = run("release", &folder, &["cable.txt", "--output", "link.txt"]);
    assert_eq!(status(&output), 0);
    assert!(folder.join("link.txt").is_symlink());
    assert!(
        fs::read_to_string(folder.join("target.txt"))
            .unwrap()
            .contains("The harbor is open.")
    );
    let output = run(
        "release",
        &folder,
        &["cable.txt", "--output", "/dev/stdout"],
    );
    assert!(text(&output.stdout).contains("The harbor is open."));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let folder = folder("broken-pipe");
    file(&folder, "cable.txt", CABLE.repeat(4000));
    let mut child = example("release")
        .current_dir(&folder)
        .args(["cable.txt", "--clearance", "all"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut first = [0; 12];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_byte_order_mark_that_says_another_encoding_is_named() {
    let folder = folder("byte-order-mark");
    let utf_16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(CABLE.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    file(&folder, "cable.txt", &utf_16);
    // The label `utf-16` means little-endian, in which these bytes are letters as well.
    for encoding in ["utf-8", "utf-16"] {
        for program in ["release", "timeline", "review"] {
            let output = run(program, &folder, &["cable.txt", "--encoding", encoding]);
            assert!(assert_fails(&output).contains("name it with --encoding utf-16be"));
        }
        let arguments = ["cable.txt", "--encoding", encoding, "--output", "package"];
        assert_fails(&run("foia", &folder, &arguments));
    }
    let output = run(
        "timeline",
        &folder,
        &["cable.txt", "--encoding", "utf-16be"],
    );
    assert_eq!(status(&output), 0);
}

#[test]
fn a_format_for_the_originator_is_wrong_usage_for_a_whole_folder_too() {
    let folder = folder("faithful-folder");
    file(&folder, "cable.txt", CABLE);
    let output = run(
        "corpus",
        &folder,
        &[".", "--output", "out", "--format", "faithful"],
    );
    assert_eq!(status(&output), 2);
    assert_eq!(names(&folder), ["cable.txt"]);
}

/// Two such names look the same in an index, and would be the same file in the output.
#[cfg(target_os = "linux")]
#[test]
fn corpus_lists_names_that_are_not_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = folder("names");
    let input = folder.join("in");
    fs::create_dir(&input).unwrap();
    for name in [&b"caf\xe8"[..], b"caf\xe9"] {
        fs::write(input.join(OsStr::from_bytes(name)), CABLE).unwrap();
    }
    let output = run("corpus", &folder, &["in", "--output", "out"]);
    assert_eq!(status(&output), 1);
    let said = text(&output.stderr);
    assert_eq!(said.matches("its name is not UTF-8").count(), 2, "{said}");
    assert!(said.ends_with("2 of 2 could not be processed\n"), "{said}");
    assert_eq!(
        names(&folder.join("out")),
        ["failures.json", "index.html", "index.json"]
    );
}

#[test]
fn a_package_is_whole_or_not_there_and_says_nothing_of_what_is_not_there() {
    let folder = folder("package");
    let input = folder.join("in");
    fs::create_dir_all(input.join("deeper")).unwrap();
    file(&input, "cable.txt", CABLE);
    let output = run("foia", &folder, &["in", "--output", "out"]);
    assert!(assert_fails(&output).contains("deeper: not a file"));
    let output = run(
        "foia",
        &folder,
        &["in/cable.txt", "none", "--output", "out"],
    );
    assert_eq!(status(&output), 1);
    assert_eq!(text(&output.stdout), "");
    assert!(!text(&output.stderr).contains(SECRET));
    assert_eq!(names(&folder), ["in"]);

    let numbered = |first| {
        let arguments = [
            "in/cable.txt",
            "in/cable.txt",
            "--output",
            "out/",
            "--first",
            first,
        ];
        run("foia", &folder, &arguments)
    };
    assert_eq!(status(&numbered("4294967295")), 2);
    // An empty folder may be there, and a line's end completes its name with a slash.
    fs::create_dir(folder.join("out")).unwrap();
    let output = numbered("7");
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    let lines = text(&output.stdout);
    let numbers: Vec<&str> = lines
        .lines()
        .map(|line| line.split(' ').next().unwrap())
        .collect();
    assert_eq!(numbers, ["C00000007", "C00000008"]);
    assert_eq!(names(&folder), ["in", "out"]);
}

/// What lies beside the output under a like name is somebody's.
#[test]
fn nothing_that_was_there_before_is_removed() {
    let folder = folder("neighbours");
    file(&folder, "cable.txt", CABLE);
    file(&folder, "out.part", "mine");
    assert_eq!(
        status(&run("release", &folder, &["cable.txt", "--output", "out"])),
        0
    );
    fs::create_dir(folder.join("package.part")).unwrap();
    let arguments = ["cable.txt", "--output", "package"];
    assert_eq!(status(&run("foia", &folder, &arguments)), 0);
    assert_eq!(
        names(&folder),
        ["cable.txt", "out", "out.part", "package", "package.part"]
    );
    assert_eq!(fs::read_to_string(folder.join("out.part")).unwrap(), "mine");
}

#[test]
fn the_readme_shows_what_the_first_command_prints() {
    let readme = include_str!("../../README.md");
    let (_, shown) = readme
        .split_once("release -- --as-of 2010-01-01\n")
        .unwrap();
    let (shown, _) = shown.split_once("```").unwrap();
    let (head, tail) = shown.split_once("…\n\n").unwrap();
    let output = example("release")
        .args(["--as-of", "2010-01-01"])
        .output()
        .unwrap();
    let printed = text(&output.stdout);
    assert!(printed.starts_with(head));
    assert!(printed.ends_with(tail) && tail.starts_with("SUBJECT:"));
}
