//! `tearline opens`.

use std::fs;

use crate::support::{SECRET, clean, err, file, folder, json, out, run, status};

/// Three documents of which something opens in 2016, 2020 and 2031, and one of which nothing does.
fn documents(name: &str) -> std::path::PathBuf {
    let folder = folder(name);
    let dated = |day: &str| clean().replace("DECL: 03/14/2016", &format!("DECL: {day}"));
    file(&folder, "in/b.txt", clean());
    file(&folder, "in/deep/a.txt", dated("03/01/2031"));
    file(
        &folder,
        "in/deep/<c>.txt",
        dated("02/29/2020")
            .replace("4. (SBU)", "4. (U)")
            .replace("SUBJECT: (U)", "SUBJECT: (C)"),
    );
    file(
        &folder,
        "in/open.txt",
        "UNCLAS ZENDA 1\n\nSUBJECT: (U) BUOYS\n\n1. (U) One.\n",
    );
    folder
}

fn opens(folder: &std::path::Path, arguments: &[&str]) -> String {
    let output = run(folder, &[&["opens", "in"], arguments].concat());
    assert_eq!(status(&output), 0, "{}", err(&output));
    let text = out(&output);
    assert!(!text.contains(SECRET), "{text}");
    text
}

#[test]
fn documents_and_portions_that_open_in_a_time_are_listed_by_day() {
    let folder = documents("opens-table");
    let table = opens(&folder, &["--from", "2010-01-01", "--to", "2020-02-29"]);
    let rows: Vec<&str> = table.lines().skip(2).collect();
    assert!(rows[0].starts_with("| 2016-03-14 | b.txt "), "{table}");
    assert!(
        rows[0].contains("paragraphs 2–3") && rows[0].contains("THE HARBOR"),
        "{table}"
    );
    // The subject opens on that day, and is not said before.
    assert!(
        rows[1].starts_with("| 2020-02-29 | deep/<c>.txt |  "),
        "{table}"
    );
    assert!(
        rows[1].contains("| subject; header; paragraphs 2–3 ") && rows[1].contains("| yes "),
        "{table}"
    );
    assert!(
        !table.contains("deep/a.txt") && !table.contains("open.txt"),
        "{table}"
    );
    assert!(
        table.ends_with(
            "For the public, from 2010-01-01 to 2020-02-29: 6 portions of 2 documents open, 1 of the documents in full.\n"
        ),
        "{table}"
    );
    // Both ends count, and nothing beyond them.
    let none = opens(&folder, &["--from", "2016-03-15", "--to", "2020-02-28"]);
    assert!(none.contains("0 portions of 0 documents"), "{none}");
    // Whoever sees it already waits for nothing.
    let table = opens(&folder, &["--from", "2010-01-01", "--clearance", "S"]);
    assert!(table.contains("0 portions"), "{table}");
}

#[test]
fn programs_get_json_and_calendars() {
    let folder = documents("opens-programs");
    let value = json(&opens(
        &folder,
        &["--from", "2010-01-01", "--format", "json"],
    ));
    let documents = value["documents"].as_array().unwrap();
    let paths: Vec<&str> = documents
        .iter()
        .map(|it| it["path"].as_str().unwrap())
        .collect();
    assert_eq!(paths, ["b.txt", "deep/<c>.txt", "deep/a.txt"]);
    assert_eq!(documents[0]["opens"][0]["on"], "2016-03-14");
    assert_eq!(documents[0]["opens"][0]["in_full"], false);
    assert_eq!(documents[1]["opens"][0]["in_full"], true);
    assert_eq!(documents[1]["subject"], serde_json::Value::Null);

    let calendar = opens(&folder, &["--from", "2010-01-01", "--format", "ics"]);
    assert!(calendar.lines().all(|line| line.len() <= 75));
    assert_eq!(
        calendar.matches("\r\n").count(),
        calendar.matches('\n').count()
    );
    assert_eq!(calendar.matches("BEGIN:VEVENT\r\n").count(), 3);
    let unfolded = calendar.replace("\r\n ", "");
    for line in [
        "DTSTART;VALUE=DATE:20160314",
        "SUMMARY:b.txt: 2 portions open",
        "DTSTART;VALUE=DATE:20200229",
        "UID:opens-20200229-U@tearline",
    ] {
        assert!(
            unfolded.contains(&format!("{line}\r\n")),
            "{line} {unfolded}"
        );
    }
    assert!(
        unfolded.contains("DESCRIPTION:b.txt: paragraphs 2–3\r\n"),
        "{unfolded}"
    );
}

#[test]
fn the_picture_has_a_row_a_document_or_a_row_a_folder() {
    let folder = documents("opens-picture");
    for output in ["a.svg", "b.svg"] {
        opens(&folder, &["--from", "2010-01-01", "--output", output]);
    }
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let picture = read("a.svg");
    assert_eq!(picture, read("b.svg"));
    for expected in [
        "What opens when: in",
        ">deep/</text>",
        ">&lt;c&gt;.txt</text>",
        ">2016-03-14</text>",
        "portions a year",
    ] {
        assert!(picture.contains(expected), "{expected}");
    }
    // One of them opens in full: a filled mark, and two rings, beside those of the legend.
    assert_eq!(picture.matches("class=\"op-full\"").count(), 1 + 1);
    assert_eq!(picture.matches("class=\"op-part\"").count(), 2 + 1);
    for number in 0..70 {
        file(&folder, &format!("in/many/{number}.txt"), clean());
    }
    let many = opens(&folder, &["--from", "2010-01-01", "--format", "svg"]);
    assert!(
        many.contains(">many/</text>") && many.contains(">70 documents</text>"),
        "{many}"
    );
    assert!(!many.contains("69.txt"));
    let none = opens(&folder, &["--from", "2050-01-01", "--format", "svg"]);
    assert!(none.contains("Nothing opens in this time."));
}

#[test]
fn two_days_are_compared_over_the_collection() {
    let folder = documents("opens-between");
    let text = opens(&folder, &["--between", "2016-03-13", "2016-03-14"]);
    assert!(
        text.contains("b.txt:13:1: paragraph 2: withheld (classified) → released (U)\n"),
        "{text}"
    );
    assert!(
        text.ends_with(
            "2 opened, 1 changed the reason in 1 document between 2016-03-13 and 2016-03-14\n"
        ),
        "{text}"
    );
    let value = json(&opens(
        &folder,
        &["--between", "2016-03-13", "2016-03-14", "--format", "json"],
    ));
    assert_eq!(value["documents"][0]["changes"][1]["change"], "opens");
    let same = opens(&folder, &["--between", "2017-01-01", "2018-01-01"]);
    assert_eq!(same, "no difference between 2017-01-01 and 2018-01-01\n");
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_there() {
    let folder = documents("opens-failures");
    file(&folder, "in/latin.txt", b"Caf\xe9 quicksilver");
    let output = run(&folder, &["opens", "in", "--from", "2010-01-01"]);
    assert_eq!(status(&output), 1);
    assert!(out(&output).contains("| 2016-03-14 | b.txt"));
    let said = err(&output);
    assert!(
        said.contains("latin.txt: byte 3: the document is not UTF-8"),
        "{said}"
    );
    assert!(
        said.ends_with("1 of 5 could not be processed; the others were\n"),
        "{said}"
    );
    for (wrong, expected) in [
        (
            &["--from", "2020-01-01", "--to", "2019-01-01"][..],
            "lies before the first",
        ),
        (&["--output", "a.png"], "no such ending"),
        (
            &["--between", "2020-01-01", "2021-01-01", "--format", "svg"],
            "for a table or JSON",
        ),
    ] {
        let output = run(&folder, &[&["opens", "in"], wrong].concat());
        assert_eq!(status(&output), 2);
        assert!(err(&output).contains(expected), "{}", err(&output));
    }
    let output = run(&folder, &["opens", "in/b.txt"]);
    assert_eq!(status(&output), 1);
    assert!(
        err(&output).contains("neither a folder nor an archive"),
        "{}",
        err(&output)
    );
}

/// Two collections that differ in what is withheld alone, also in its length, have the same openings.
#[test]
fn nothing_tells_of_withheld_text() {
    let folder = documents("opens-withheld");
    let other = clean()
        .replace(
            "a quicksilver plan for the winter",
            "two words\nmore\nand more",
        )
        .replace("A quicksilver note", "Long.\nLonger");
    assert_ne!(other, clean());
    for (name, text) in [("one", clean()), ("two", other)] {
        // A withheld block without a number stands behind what differs.
        let text = text
            .replace("3. (C)", "The winter\n\n3. (C)")
            .replace("4. (SBU)", "4. (C)");
        file(&folder, &format!("{name}/in/a.txt"), text);
    }
    for format in ["table", "json", "ics", "svg"] {
        let of = |name: &str| {
            let arguments = ["--from", "2010-01-01", "--format", format];
            opens(&folder.join(name), &arguments)
        };
        let text = of("one");
        assert_eq!(text, of("two"), "{format}");
        assert!(text.contains("heading") || format == "svg", "{text}");
    }
}
