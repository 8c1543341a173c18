//! `tearline verify`.

use std::fs;

use crate::support::{SECRET, assert_fails, clean, file, folder, out, run, status, tearline};

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
        if matches!(format, "txt" | "md" | "json") {
            assert!(
                shown.starts_with(&format!("{shut}:"))
                    && shown.contains(": error[withheld-text]: ")
            );
        }
    }
    for (format, expected) in [
        (
            "json",
            "\"portion\":\"paragraph 2\",\"code\":\"withheld-text\",\"severity\":\"error\"",
        ),
        ("github", "::error file=shut.txt,line="),
        ("sarif", "\"ruleId\": \"withheld-text\""),
        ("short", "shut.txt:"),
    ] {
        let arguments = ["verify", "cable.txt", "shut.txt", "--as-of", "2010-01-01"];
        let output = tearline(&folder)
            .args(arguments)
            .args(["--message-format", format, "--allow", "errors"])
            .output()
            .unwrap();
        assert_eq!(status(&output), 3, "a leak is never allowed");
        assert!(
            out(&output).contains(expected),
            "{format}: {}",
            out(&output)
        );
        assert!(!out(&output).contains(SECRET), "{format}");
    }
}

/// What an earlier revision holds can be read out of the file.
#[test]
fn the_earlier_revisions_of_a_pdf_are_looked_into() {
    use lopdf::{IncrementalDocument, dictionary};
    let folder = folder("verify-revisions");
    file(&folder, "cable.txt", clean());
    for (clearance, name) in [("U", "open.pdf"), ("C", "shut.pdf")] {
        let arguments = [
            "release",
            "cable.txt",
            "--as-of",
            "2010-01-01",
            "--output",
            name,
        ];
        tearline(&folder)
            .args(arguments)
            .args(["--clearance", clearance])
            .output()
            .unwrap();
    }
    let open = lopdf::Document::load(folder.join("open.pdf")).unwrap();
    let contents: Vec<Vec<u8>> = open
        .page_iter()
        .map(|page| open.get_page_content(page))
        .collect();
    // The pages of the second revision say what the open release says; those of the first stay in the file.
    let mut paper = IncrementalDocument::load(folder.join("shut.pdf")).unwrap();
    let before = paper.get_prev_documents().clone();
    for (page, content) in before.page_iter().zip(contents) {
        for id in before.get_page_contents(page) {
            let stream = lopdf::Stream::new(dictionary! {}, content.clone());
            paper.new_document.objects.insert(id, stream.into());
        }
    }
    paper.save(folder.join("twice.pdf")).unwrap();
    let output = run(
        &folder,
        &["verify", "cable.txt", "twice.pdf", "--as-of", "2010-01-01"],
    );
    assert_eq!(status(&output), 3, "{}", out(&output));
    assert!(
        out(&output).contains("an earlier revision's text holds words of paragraph 2"),
        "{}",
        out(&output)
    );
}

#[test]
fn a_stream_and_what_stands_between_the_objects_are_looked_into() {
    use lopdf::{Document, Stream, dictionary};
    let folder = folder("verify-streams");
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
    let words = b"The harbor master has a quicksilver plan for the winter".to_vec();
    let mut paper = Document::load(folder.join("open.pdf")).unwrap();
    let mut stream = Stream::new(dictionary! {}, words.clone());
    stream.compress().unwrap();
    paper.add_object(stream);
    paper.save(folder.join("stream.pdf")).unwrap();
    let mut bytes = fs::read(folder.join("open.pdf")).unwrap();
    bytes.extend_from_slice(b"\n% ");
    bytes.extend_from_slice(&words);
    fs::write(folder.join("behind.pdf"), bytes).unwrap();
    for name in ["stream.pdf", "behind.pdf"] {
        let output = run(
            &folder,
            &["verify", "cable.txt", name, "--as-of", "2010-01-01"],
        );
        assert_eq!(status(&output), 3, "{name}: {}", out(&output));
        assert!(
            out(&output).contains("words of paragraph 2"),
            "{}",
            out(&output)
        );
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
