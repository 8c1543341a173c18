//! `tearline verify`.

use std::fs;

use crate::support::{SECRET, assert_fails, clean, file, folder, out, run, status};

#[test]
fn finished_files_of_every_format_are_looked_into() {
    let folder = folder("verify");
    file(&folder, "cable.txt", clean());
    for format in ["txt", "md", "html", "json", "pdf"] {
        for (clearance, name) in [("U", "open"), ("C", "shut")] {
            let target = format!("{name}.{format}");
            run(
                &folder,
                &[
                    "release",
                    "cable.txt",
                    "--as-of",
                    "2010-01-01",
                    "--clearance",
                    clearance,
                    "--output",
                    &target,
                ],
            );
        }
        let (open, shut) = (format!("open.{format}"), format!("shut.{format}"));
        let check = |file: &str| {
            run(
                &folder,
                &["verify", "cable.txt", file, "--as-of", "2010-01-01"],
            )
        };
        let output = check(&open);
        assert_eq!(status(&output), 0, "{format}: {}", out(&output));
        let output = check(&shut);
        assert_eq!(status(&output), 3, "{format}: {}", out(&output));
        let shown = out(&output);
        assert!(
            shown.contains("holds words of paragraph 2, which is withheld from U on 2010-01-01"),
            "{shown}"
        );
        assert!(!shown.contains(SECRET));
    }
}

#[test]
fn what_a_pdf_says_of_itself_is_looked_into() {
    use lopdf::{Document, Object, dictionary};
    let folder = folder("verify-metadata");
    file(&folder, "cable.txt", clean());
    run(
        &folder,
        &[
            "release",
            "cable.txt",
            "--as-of",
            "2010-01-01",
            "--output",
            "open.pdf",
        ],
    );
    let mut paper = Document::load(folder.join("open.pdf")).unwrap();
    let title = Object::string_literal("The harbor master has a quicksilver plan for the winter");
    let info = paper.add_object(dictionary! { "Title" => title });
    paper.trailer.set("Info", info);
    paper.save(folder.join("told.pdf")).unwrap();
    let output = run(
        &folder,
        &["verify", "cable.txt", "told.pdf", "--as-of", "2010-01-01"],
    );
    assert_eq!(status(&output), 3);
    assert!(
        out(&output).contains("its metadata holds words of paragraph 2"),
        "{}",
        out(&output)
    );
}

#[test]
fn what_cannot_be_looked_into_is_no_clean_file() {
    let folder = folder("verify-other");
    file(&folder, "cable.txt", clean());
    file(&folder, "letter.docx", b"PK\x03\x04word/");
    fs::write(folder.join("bad.pdf"), b"%PDF-1.7 nothing").unwrap();
    for name in ["letter.docx", "bad.pdf", "none.txt"] {
        assert!(assert_fails(&run(&folder, &["verify", "cable.txt", name])).contains(name));
    }
}
