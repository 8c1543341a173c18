//! What a user would trip over: the programs with files that are not there, not text, not writable, or each other's.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Output, Stdio};

use crate::examples::{CABLE, assert_fails, example, file, folder, names, status, text};

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
    {
        let program = "release";
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
    for (program, output) in [("release", "none/release.txt"), ("release", "taken")] {
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
        let output = run("release", &folder, &["cable.txt", "--encoding", encoding]);
        assert!(assert_fails(&output).contains("name it with --encoding utf-16be"));
    }
    let output = run("release", &folder, &["cable.txt", "--encoding", "utf-16be"]);
    assert_eq!(status(&output), 0);
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
    assert_eq!(names(&folder), ["cable.txt", "out", "out.part"]);
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

#[cfg(unix)]
#[test]
fn an_output_keeps_the_mode_of_the_file_it_replaces() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder("mode");
    file(&folder, "cable.txt", CABLE);
    let old = file(&folder, "out.txt", "old");
    fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).unwrap();
    let output = run("release", &folder, &["cable.txt", "--output", "out.txt"]);
    assert_eq!(status(&output), 0);
    assert_eq!(
        fs::metadata(&old).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_never_takes_the_place_of_what_standard_input_reads() {
    let folder = folder("own-input");
    let input = file(&folder, "cable.txt", CABLE);
    fs::hard_link(&input, folder.join("other-name.txt")).unwrap();
    for output in ["cable.txt", "other-name.txt"] {
        let output = example("release")
            .current_dir(&folder)
            .args(["-", "--output", output])
            .stdin(fs::File::open(&input).unwrap())
            .output()
            .unwrap();
        assert_eq!(status(&output), 2);
    }
    assert_eq!(fs::read_to_string(&input).unwrap(), CABLE);
}

#[test]
fn what_is_no_text_is_named_for_what_it_is() {
    let folder = folder("kinds");
    for (bytes, expected) in [
        (&b"%PDF-1.7\n\xff\xfe"[..], "this is a PDF, not text"),
        (b"PK\x03\x04\0\0word/document.xml\xff", "a Word document"),
        (b"{\\rtf1 UNCLAS", "a rich text document"),
        (b"<!DOCTYPE html><p>UNCLAS", "a web page"),
        (b" \n\n", "the document is empty"),
        (b"", "the document is empty"),
    ] {
        file(&folder, "input", bytes);
        let said = assert_fails(&run("release", &folder, &["input"]));
        assert!(said.contains(expected), "{said}");
        assert!(!said.contains("--encoding"), "{said}");
    }
}
