//! `tearline corpus` over archives and JSON lines, and into streams.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use tar::{EntryType, Header};

use crate::support::{
    CABLE, SECRET, clean, err, file, folder, json, names, out, rows, run, status, tearline,
};

const DAY: [&str; 2] = ["--as-of", "2010-01-01"];

fn corpus(within: &Path, from: &str, output: &str) -> std::process::Output {
    run(
        within,
        &[&["corpus", from, "--output", output], &DAY[..]].concat(),
    )
}

/// A tape archive; names are written as they are given, whatever they are.
fn tape(members: &[(&str, EntryType, &[u8])]) -> Vec<u8> {
    let mut tape = Vec::new();
    for (name, kind, bytes) in members {
        let mut header = Header::new_ustar();
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(bytes.len() as u64);
        header.set_entry_type(*kind);
        header.set_mode(0o644);
        header.set_cksum();
        tape.extend(header.as_bytes());
        tape.extend(*bytes);
        tape.resize(tape.len().next_multiple_of(512), 0);
    }
    tape.resize(tape.len() + 1024, 0);
    tape
}

fn files<'m>(members: &[(&'m str, &'m str)]) -> Vec<u8> {
    let members: Vec<_> = members
        .iter()
        .map(|(name, text)| (*name, EntryType::Regular, text.as_bytes()))
        .collect();
    tape(&members)
}

fn zipped(members: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

fn zstandard(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

fn unzipped(file: &Path) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut members = Vec::new();
    for index in 0..zip.len() {
        let mut member = zip.by_index(index).unwrap();
        let mut text = String::new();
        member.read_to_string(&mut text).unwrap();
        let name = String::from_utf8(member.name_raw().to_vec()).unwrap();
        members.push((name, text));
    }
    members
}

#[test]
fn the_documents_inside_archives_are_released_each_by_itself() {
    let folder = folder("archives");
    let clean = clean();
    let members = [("b.txt", &*clean), ("deep/a.txt", &*clean)];
    file(&folder, "plain/b.txt", &clean);
    file(&folder, "plain/deep/a.txt", &clean);
    assert_eq!(status(&corpus(&folder, "plain", "expected")), 0);
    let expected = fs::read_to_string(folder.join("expected/b.txt")).unwrap();

    let lines = format!(
        "{}\n\n{}\n",
        serde_json::json!({"path": "b.txt", "text": clean}),
        serde_json::json!({"text": clean}),
    );
    file(&folder, "in/1.zip", zipped(&members));
    file(&folder, "in/2.tar.gz", gzipped(&files(&members)));
    file(&folder, "in/3.tar.zst", zstandard(&files(&members)));
    file(&folder, "in/4.tar", files(&members));
    file(&folder, "in/5.jsonl", &lines);
    file(&folder, "in/6.jsonl.zst", zstandard(lines.as_bytes()));
    file(&folder, "in/7.txt", &clean);
    let output = corpus(&folder, "in", "out");
    assert_eq!(status(&output), 0, "{}", err(&output));
    assert!(out(&output).starts_with("13 documents: "));
    let index = rows(&folder.join("out/index.jsonl"));
    let paths: Vec<&str> = index
        .iter()
        .map(|row| row["path"].as_str().unwrap())
        .collect();
    assert_eq!(
        paths,
        [
            "1.zip/b.txt",
            "1.zip/deep/a.txt",
            "2.tar.gz/b.txt",
            "2.tar.gz/deep/a.txt",
            "3.tar.zst/b.txt",
            "3.tar.zst/deep/a.txt",
            "4.tar/b.txt",
            "4.tar/deep/a.txt",
            "5.jsonl/b.txt",
            "5.jsonl/3",
            "6.jsonl.zst/b.txt",
            "6.jsonl.zst/3",
            "7.txt"
        ]
    );
    for row in &index {
        let output = folder.join("out").join(row["output"].as_str().unwrap());
        assert_eq!(fs::read_to_string(&output).unwrap(), expected, "{row}");
    }
    // One archive by itself.
    assert_eq!(status(&corpus(&folder, "in/2.tar.gz", "single")), 0);
    assert_eq!(
        fs::read_to_string(folder.join("single/deep/a.txt")).unwrap(),
        expected
    );
}

#[test]
fn no_member_gets_out_of_its_archive_and_the_others_are_released() {
    let folder = folder("archives-hostile");
    let clean = clean();
    let text = clean.as_bytes();
    let long = "x".repeat(80);
    let mut bomb = Header::new_ustar();
    bomb.as_mut_bytes()[..5].copy_from_slice(b"large");
    bomb.set_size(300 << 20);
    bomb.set_entry_type(EntryType::Regular);
    bomb.set_cksum();
    let mut large = bomb.as_bytes().to_vec();
    large.resize(512 + (300 << 20), 0);
    large.extend(files(&[("after.txt", &clean)]));
    file(&folder, "in/large.tar.gz", gzipped(&large));
    let hostile = tape(&[
        ("../../out.txt", EntryType::Regular, text),
        ("/etc/out.txt", EntryType::Regular, text),
        ("a\\..\\b.txt", EntryType::Regular, text),
        ("a\x1b[2Jb.txt", EntryType::Regular, text),
        ("link.txt", EntryType::Symlink, b""),
        ("inner.zip", EntryType::Regular, text),
        ("tearline.toml", EntryType::Regular, b"reader = \"all\""),
        ("./good.txt", EntryType::Regular, text),
        ("good.txt", EntryType::Regular, text),
        ("good.md", EntryType::Regular, text),
        (&long, EntryType::Regular, text),
    ]);
    file(&folder, "in/hostile.tar", &hostile);
    file(
        &folder,
        "in/hostile.zip",
        zipped(&[
            ("../out.txt", &clean),
            ("/out.txt", &clean),
            ("good.txt", &clean),
        ]),
    );
    file(&folder, "in/cut.tar", &hostile[..hostile.len() - 1600]);
    file(&folder, "in/none.zip", "PK\x03\x04 no archive");
    let lines = [
        r#"{"path": "../out.txt", "text": "UNCLAS ZENDA 1"}"#,
        r#"{"text": "a quicksilver", "classification": "SECRET"}"#,
        r#"{"text": quicksilver}"#,
        r#"["quicksilver"]"#,
        r#"{"text": "", "path": "empty.txt"}"#,
        r#"{"text": "UNCLAS ZENDA 1\n\n1. (U) One.\n", "path": "good.txt", "known": {"leve": "quicksilver"}}"#,
    ];
    file(&folder, "in/lines.jsonl", lines.join("\n"));
    let output = corpus(&folder, "in", "out");
    assert_eq!(status(&output), 1);
    assert_eq!(names(&folder), ["in", "out"]);
    assert!(!folder.parent().unwrap().join("out.txt").exists());
    let said = err(&output);
    assert!(!said.contains(SECRET) && !said.contains('\x1b'), "{said}");
    let failures: Vec<String> = rows(&folder.join("out/failures.jsonl"))
        .iter()
        .map(|row| {
            let word = |key: &str| row[key].as_str().unwrap().to_owned();
            format!("{}: {}", word("path"), word("error"))
        })
        .collect();
    let hostile = "its name leads out of the archive, or is none that a file can have";
    let object = "this is no object with `text`, if you like `path` and `known`, and nothing else";
    let begins = |line: &str, start: &str| line.starts_with(start);
    let expected = [
        format!("cut.tar/../../out.txt: {hostile}"),
        format!("cut.tar//etc/out.txt: {hostile}"),
        format!("cut.tar/a\\..\\b.txt: {hostile}"),
        format!("cut.tar/a\u{fffd}[2Jb.txt: {hostile}"),
        "cut.tar/link.txt: it is a link within an archive".to_owned(),
        "cut.tar/inner.zip: it is an archive within an archive".to_owned(),
        "cut.tar/tearline.toml: a configuration within an archive".to_owned(),
        "cut.tar/good.txt: an earlier document of the archive has the same path".to_owned(),
        "cut.tar: it is damaged; what follows in it is not read".to_owned(),
        format!("hostile.tar/../../out.txt: {hostile}"),
        format!("hostile.tar//etc/out.txt: {hostile}"),
        format!("hostile.tar/a\\..\\b.txt: {hostile}"),
        format!("hostile.tar/a\u{fffd}[2Jb.txt: {hostile}"),
        "hostile.tar/link.txt: it is a link within an archive".to_owned(),
        "hostile.tar/inner.zip: it is an archive within an archive".to_owned(),
        "hostile.tar/tearline.toml: a configuration within an archive".to_owned(),
        "hostile.tar/good.txt: an earlier document of the archive has the same path".to_owned(),
        format!("hostile.zip/../out.txt: {hostile}"),
        format!("hostile.zip//out.txt: {hostile}"),
        "large.tar.gz/large: unpacked it is larger than 256 MiB".to_owned(),
        format!("lines.jsonl/../out.txt: {hostile}"),
        format!("lines.jsonl/2: {object}"),
        format!("lines.jsonl/3: {object}"),
        format!("lines.jsonl/4: {object}"),
        "lines.jsonl/empty.txt: the document is empty".to_owned(),
        format!("lines.jsonl/6: {object}"),
        "none.zip: it is damaged; what follows in it is not read".to_owned(),
    ];
    assert_eq!(failures.len(), expected.len(), "{failures:#?}");
    for (failure, start) in failures.iter().zip(&expected) {
        assert!(begins(failure, start), "{failure}\nis not\n{start}");
    }
    assert_eq!(
        names(&folder.join("out/hostile.tar")),
        ["good.md.txt", "good.txt", &format!("{long}.txt")]
    );
    assert_eq!(names(&folder.join("out/large.tar.gz")), ["after.txt"]);
}

#[test]
fn an_archive_that_unpacks_without_end_is_ended() {
    let folder = folder("archives-bomb");
    let mut tape = files(&[("first.txt", &clean())]);
    tape.truncate(tape.len() - 1024);
    // Members of blanks, of which hardly anything is left when they are packed.
    let blanks = " ".repeat(8 << 20);
    let names: Vec<String> = (0..20).map(|number| format!("{number}.txt")).collect();
    let members: Vec<_> = names.iter().map(|name| (&**name, &*blanks)).collect();
    tape.extend(files(&members));
    file(&folder, "in/bomb.tar.zst", zstandard(&tape));
    let output = corpus(&folder, "in", "out.jsonl");
    assert_eq!(status(&output), 1);
    let failures = rows(&folder.join("out.failures.jsonl"));
    let last = failures.last().unwrap();
    assert_eq!(last["path"], "bomb.tar.zst");
    assert_eq!(
        last["error"],
        "it unpacks to more than 1000 times its size; what follows in it is not read"
    );
    assert_eq!(rows(&folder.join("out.jsonl")).len(), 1);
}

#[test]
fn what_an_archive_says_beside_a_document_counts() {
    let folder = folder("archives-known");
    let text = "UNCLAS ZENDA 1\n\n1. (U) A quicksilver plan.\n";
    let beside = "level = \"SECRET\"\ncaption = \"HARBOR EYES\"\n";
    let members = [
        ("a.txt", text),
        ("a.txt.known.toml", beside),
        ("b.txt", text),
        ("b.txt.known.toml", "level = quicksilver"),
        ("c.txt.known.toml", beside),
    ];
    file(&folder, "in/1.zip", zipped(&members));
    file(&folder, "in/2.tar.gz", gzipped(&files(&members)));
    let line =
        serde_json::json!({"path": "a.txt", "text": text, "known": {"caption": "HARBOR EYES"}});
    file(&folder, "in/3.jsonl", line.to_string());
    let output = corpus(&folder, "in", "out");
    assert_eq!(status(&output), 1);
    for archive in ["1.zip", "2.tar.gz", "3.jsonl"] {
        let release = fs::read_to_string(folder.join("out").join(archive).join("a.txt")).unwrap();
        assert!(!release.contains(SECRET), "{archive}: {release}");
    }
    let failures = rows(&folder.join("out/failures.jsonl"));
    for (row, (path, error)) in failures.iter().zip([
        ("1.zip/b.txt", "what is known of it cannot be read"),
        (
            "1.zip/c.txt.known",
            "it says what is known of a document that the archive does not have",
        ),
    ]) {
        assert_eq!((&row["path"], &row["error"]), (&path.into(), &error.into()));
    }
    assert_eq!(failures.len(), 4);
    assert!(!err(&output).contains(SECRET));
}

#[test]
fn a_catalogue_reaches_into_archives() {
    let folder = folder("archives-catalogue");
    file(&folder, "in/1.zip", zipped(&[("a.txt", &clean())]));
    file(
        &folder,
        "table.csv",
        "file,declassified-by,declassified-on\n1.zip/a.txt,\"Director, Office of Harbors\",2009-01-01\n",
    );
    let output = run(
        &folder,
        &[
            &[
                "corpus",
                "in",
                "--output",
                "out",
                "--catalogue",
                "table.csv",
            ],
            &DAY[..],
        ]
        .concat(),
    );
    assert_eq!(status(&output), 0, "{}", err(&output));
    let release = fs::read_to_string(folder.join("out/1.zip/a.txt")).unwrap();
    assert!(release.contains("a quicksilver plan"), "{release}");
}

#[test]
fn one_stream_holds_what_a_tree_holds() {
    let folder = folder("streams");
    for name in ["b.txt", "a.txt", "deep/a.md", "é.txt"] {
        file(&folder, &format!("in/{name}"), clean());
    }
    file(&folder, "in/none.txt", "");
    assert_eq!(status(&corpus(&folder, "in", "tree")), 1);
    let release = fs::read_to_string(folder.join("tree/a.txt")).unwrap();
    for stream in ["all.jsonl", "all2.jsonl.zst", "all3.zip"] {
        let made = |threads: &str| {
            let output = tearline(&folder)
                .args(["corpus", "in", "--output", stream])
                .args(DAY)
                .env("RAYON_NUM_THREADS", threads)
                .output()
                .unwrap();
            assert_eq!(status(&output), 1, "{}", err(&output));
            fs::read(folder.join(stream)).unwrap()
        };
        let bytes = made("1");
        assert_eq!(bytes, made("4"), "{stream}");
        let stem = stream.split('.').next().unwrap();
        let beside = |name: &str| folder.join(format!("{stem}.{name}"));
        let rows_of = |file: &Path| {
            let mut rows = rows(file);
            for row in &mut rows {
                row.as_object_mut().unwrap().remove("output");
            }
            rows
        };
        assert_eq!(
            rows_of(&beside("index.jsonl")),
            rows_of(&folder.join("tree/index.jsonl"))
        );
        assert_eq!(rows(&beside("failures.jsonl"))[0]["path"], "none.txt");
        let page = fs::read_to_string(beside("index.html")).unwrap();
        assert!(
            page.contains("none.txt") && !page.contains("href"),
            "{stream}"
        );
    }
    let lines = rows(&folder.join("all.jsonl"));
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["path"], "a.txt");
    assert_eq!(lines[0]["format"], "text");
    assert_eq!(lines[0]["release"], release);
    let mut text = String::new();
    let packed = fs::read(folder.join("all2.jsonl.zst")).unwrap();
    ruzstd::decoding::StreamingDecoder::new(&packed[..])
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(text, fs::read_to_string(folder.join("all.jsonl")).unwrap());
    let members = unzipped(&folder.join("all3.zip"));
    let paths: Vec<&str> = members.iter().map(|(name, _)| &**name).collect();
    assert_eq!(paths, ["a.txt", "b.txt", "deep/a.txt", "é.txt"]);
    assert!(members.iter().all(|(_, text)| *text == release));

    let json_release = |output: &str| {
        run(
            &folder,
            &[
                &["corpus", "in", "--output", output, "--format", "json"],
                &DAY[..],
            ]
            .concat(),
        )
    };
    assert_eq!(status(&json_release("json.jsonl")), 1);
    let line = &rows(&folder.join("json.jsonl"))[0];
    assert_eq!(line["release"]["disposition"], "released-in-part");
    assert_eq!(status(&json_release("json")), 1);
    let alone = json(&fs::read_to_string(folder.join("json/a.json")).unwrap());
    assert_eq!(line["release"], alone);

    let pdf = run(
        &folder,
        &["corpus", "in", "--output", "p.jsonl", "--format", "pdf"],
    );
    assert_eq!(status(&pdf), 2);
    assert!(!folder.join("p.jsonl").exists() && !folder.join("p.jsonl.part").exists());
}

#[test]
fn a_stream_of_something_else_is_not_written_over() {
    let folder = folder("streams-others");
    file(&folder, "in/a.txt", clean());
    file(&folder, "mine.zip", "mine");
    assert_eq!(status(&corpus(&folder, "in", "mine.zip")), 1);
    assert_eq!(fs::read_to_string(folder.join("mine.zip")).unwrap(), "mine");
    // Inside the folder of documents a second run does not release what the first one wrote.
    for _ in 0..2 {
        let output = corpus(&folder, "in", "in/all.jsonl");
        assert_eq!(status(&output), 0, "{}", err(&output));
        assert!(out(&output).starts_with("1 document: "), "{}", out(&output));
    }
    let other = run(&folder, &["corpus", "in", "--output", "in/all.jsonl"]);
    assert_eq!(status(&other), 1, "for another day");
    assert!(
        err(&other).contains("with these arguments"),
        "{}",
        err(&other)
    );
}

/// Two documents that differ in what is withheld alone are the same to index, failures and pages.
#[test]
fn the_index_tells_no_text_that_is_withheld() {
    let folder = folder("streams-index");
    let other = CABLE
        .replace(
            "harbor master has a quicksilver plan for the winter",
            "buoys sank",
        )
        .replace("A quicksilver comment with a damaged mark", "Nothing")
        .replace("quicksilver note", "word");
    assert_ne!(other, CABLE);
    file(&folder, "one/a.txt", CABLE);
    file(&folder, "two/a.txt", &other);
    for name in ["one", "two"] {
        let output = run(
            &folder,
            &[
                &["corpus", name, "--output", &format!("{name}.zip")],
                &DAY[..],
                &["--allow", "errors"],
            ]
            .concat(),
        );
        assert_eq!(status(&output), 0, "{}", err(&output));
    }
    for name in [
        "zip",
        "index.jsonl",
        "index.html",
        "failures.jsonl",
        "run.json",
    ] {
        let read = |stem: &str| fs::read(folder.join(format!("{stem}.{name}"))).unwrap();
        assert_eq!(read("one"), read("two"), "{name}");
    }
}
