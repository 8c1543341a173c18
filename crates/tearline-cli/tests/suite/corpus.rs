//! `tearline corpus`.

use std::fs;

use crate::support::{
    CABLE, SECRET, assert_fails, clean, err, file, folder, names, out, rows, run, status, tearline,
};

#[test]
fn a_folder_and_the_folders_in_it_are_released_with_an_index() {
    let folder = folder("corpus");
    for name in ["in/b.txt", "in/a.txt", "in/<c>.txt", "in/deep/er/a.txt"] {
        file(&folder, name, clean());
    }
    file(
        &folder,
        "in/open.txt",
        "UNCLAS ZENDA 1\n\nSUBJECT: (U) BUOYS\n\n1. (U) One.\n",
    );
    let run = |output: &str, threads: &str| {
        tearline(&folder)
            .args([
                "corpus",
                "in",
                "--output",
                output,
                "--as-of",
                "2010-01-01",
                "--format",
                "html",
            ])
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .unwrap()
    };
    let one = run("one", "1");
    assert_eq!(status(&one), 0, "{}", err(&one));
    assert_eq!(
        out(&one),
        "5 documents: 1 released in full, 4 released in part, 0 withheld in full\n"
    );
    assert_eq!(err(&one), "", "no progress bar where no terminal is");
    assert_eq!(
        names(&folder.join("one")),
        [
            "<c>.html",
            "a.html",
            "b.html",
            "deep",
            "failures.jsonl",
            "index.html",
            "index.jsonl",
            "open.html",
            "run.json"
        ]
    );
    assert_eq!(names(&folder.join("one/deep/er")), ["a.html"]);

    assert_eq!(status(&run("four", "4")), 0);
    for name in ["a.html", "deep/er/a.html", "index.html", "index.jsonl"] {
        let read = |output: &str| fs::read_to_string(folder.join(output).join(name)).unwrap();
        assert_eq!(read("one"), read("four"), "{name}");
        assert!(!read("one").contains(SECRET), "{name}");
    }
    let index = rows(&folder.join("one/index.jsonl"));
    let row = &index[1];
    assert_eq!(row["path"], "a.txt");
    assert_eq!(row["output"], "a.html");
    assert_eq!(row["date"], "2006-03-14");
    assert_eq!(row["subject"], "THE HARBOR");
    assert_eq!(row["level"], "CONFIDENTIAL");
    assert_eq!(row["opens_next"], "2016-03-14");
    assert_eq!(row["disposition"], "released-in-part");
    assert_eq!(row["withheld"], 4);
    assert_eq!(row["findings_by_code"]["date-leaves-controls"], 1);
    let page = fs::read_to_string(folder.join("one/index.html")).unwrap();
    assert!(page.contains("&lt;c&gt;.txt") && !page.contains("<c>"));
}

#[test]
fn errors_are_denied_and_named() {
    let folder = folder("corpus-denied");
    file(&folder, "in/a.txt", CABLE);
    let output = run(&folder, &["corpus", "in", "--output", "out"]);
    assert_eq!(status(&output), 3);
    assert!(
        err(&output).contains("in/a.txt:15:4: error[damaged-mark]"),
        "{}",
        err(&output)
    );
    assert!(folder.join("out/a.txt").exists());
    let output = run(
        &folder,
        &["corpus", "in", "--output", "out", "--allow", "damaged-mark"],
    );
    assert_eq!((status(&output), err(&output)), (0, String::new()));
}

#[test]
fn what_cannot_be_processed_is_listed_and_the_rest_released() {
    let folder = folder("corpus-failures");
    file(&folder, "in/good.txt", clean());
    file(&folder, "in/latin.txt", b"Caf\xe9 quicksilver");
    file(&folder, "in/paper.pdf", b"%PDF-1.7");
    let output = run(&folder, &["corpus", "in", "--output", "in/out"]);
    assert_eq!(status(&output), 1);
    assert_eq!(out(&output), "");
    let said = err(&output);
    assert!(
        said.contains("corpus: 2 of 3 could not be processed"),
        "{said}"
    );
    assert!(
        said.contains("paper.pdf: this is a PDF, not text") && !said.contains(SECRET),
        "{said}"
    );
    assert_eq!(
        names(&folder.join("in/out")),
        [
            "failures.jsonl",
            "good.txt",
            "index.html",
            "index.jsonl",
            "run.json"
        ]
    );
    let failures = rows(&folder.join("in/out/failures.jsonl"));
    assert_eq!(failures[0]["path"], "latin.txt");
    assert_eq!(failures[1]["path"], "paper.pdf");
}

#[test]
fn the_files_of_another_run_are_not_written_over() {
    let folder = folder("corpus-others");
    file(&folder, "in/a.txt", clean());
    file(&folder, "mine/letter.txt", "mine");
    let said = assert_fails(&run(&folder, &["corpus", "in", "--output", "mine"]));
    assert!(said.contains("not empty"), "{said}");
    assert_eq!(names(&folder.join("mine")), ["letter.txt"]);
    let release = |clearance: &str| {
        let arguments = ["corpus", "in", "--output", "out", "--as-of", "2010-01-01"];
        status(
            &tearline(&folder)
                .args(arguments)
                .args(["--clearance", clearance])
                .output()
                .unwrap(),
        )
    };
    assert_eq!(release("U"), 0);
    assert_eq!(release("S"), 1, "the releases for another reader");
    // The same run again, without a document that is gone.
    fs::remove_file(folder.join("in/a.txt")).unwrap();
    file(&folder, "in/b.txt", clean());
    assert_eq!(release("U"), 0);
    assert_eq!(
        names(&folder.join("out")),
        [
            "b.txt",
            "failures.jsonl",
            "index.html",
            "index.jsonl",
            "run.json"
        ]
    );
    assert_eq!(names(&folder), ["in", "mine", "out"]);
}

/// Two such names look the same in an index, and would be the same file in the output.
#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_text_are_listed() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder("names");
    fs::create_dir(folder.join("in")).unwrap();
    for name in [&b"caf\xe8"[..], b"caf\xe9"] {
        fs::write(folder.join("in").join(OsStr::from_bytes(name)), CABLE).unwrap();
    }
    let output = run(&folder, &["corpus", "in", "--output", "out"]);
    assert_eq!(status(&output), 1);
    let said = err(&output);
    assert_eq!(said.matches("its name is not UTF-8").count(), 2, "{said}");
    assert!(said.ends_with("2 of 2 could not be processed\n"), "{said}");
}

#[test]
fn the_source_itself_is_no_format_for_a_folder() {
    let folder = folder("faithful-folder");
    file(&folder, "cable.txt", CABLE);
    for clearance in ["U", "all"] {
        let output = run(
            &folder,
            &[
                "corpus",
                ".",
                "--output",
                "out",
                "--format",
                "faithful",
                "--clearance",
                clearance,
            ],
        );
        assert_eq!(status(&output), 2);
    }
    assert_eq!(names(&folder), ["cable.txt"]);
}
