//! `tearline desk`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{clean, err, file, folder, json, names, out, run, status};

/// A fictional telegram that would be markup, and would end the data of the page, if it were not made inert.
const HOSTILE: &str = "UNCLAS STATE 1\n\nSUBJECT: (U) </script><script>alert(1)</script> <!-- &amp;\n\n1. (U) ]]> <!-- <script> \u{85}\u{fdd0}\u{2028} & \"'\n";

/// What lies in the page of a case.
fn data(page: &str) -> serde_json::Value {
    let data = page.split("id=\"case\">").nth(1).unwrap();
    json(data.split("</script>").next().unwrap())
}

fn desk(folder: &Path, more: &[&str]) -> String {
    let arguments = [
        "desk",
        "case",
        "--output",
        "desk.html",
        "--as-of",
        "2010-01-01",
    ];
    let output = run(folder, &[&arguments[..], more].concat());
    assert_eq!(status(&output), 0, "{}", err(&output));
    fs::read_to_string(folder.join("desk.html")).unwrap()
}

#[test]
fn the_page_holds_every_portion_and_is_marked_with_the_banner_of_the_source() {
    let folder = folder("desk");
    file(&folder, "case/cable.txt", clean());
    file(
        &folder,
        "case/open.txt",
        "UNCLAS STATE 2\n\n1. (U) The pier.\n",
    );
    let page = desk(&folder, &["--case", "F-2010-00001"]);
    let data = data(&page);
    assert_eq!(data["banner"], "CONFIDENTIAL");
    let head = "<header class=\"banner\"><p>CONFIDENTIAL</p>";
    let foot = "<footer class=\"banner\"><p>CONFIDENTIAL</p>";
    assert!(page.contains(head) && page.contains(foot));
    assert_eq!(data["documents"][1]["banner"], "UNCLASSIFIED");
    let portions = data["documents"][0]["portions"].as_array().unwrap();
    let targets: Vec<&str> = portions
        .iter()
        .map(|it| it["target"].as_str().unwrap())
        .collect();
    for target in [
        "header reference",
        "subject",
        "paragraph 1",
        "paragraph 2",
        "paragraph 3",
        "paragraph 4",
    ] {
        assert!(targets.contains(&target), "{target}: {targets:?}");
    }
    let of = |target: &str| portions.iter().find(|it| it["target"] == target).unwrap();
    assert_eq!(of("paragraph 1")["out"]["verdict"], "release");
    assert_eq!(of("paragraph 2")["out"]["marker"], "[withheld: B1 1.4(B)]");
    assert_eq!(of("paragraph 2")["opens"], "2016-03-14");
    let text = of("paragraph 2")["text"].as_str().unwrap();
    assert_eq!(
        text,
        "The harbor master has a quicksilver plan for the winter."
    );
}

/// As `foia` counts them.
#[test]
fn what_is_open_is_what_a_package_counts() {
    let folder = folder("desk-open");
    file(&folder, "case/cable.txt", clean());
    file(&folder, "case/pilot.txt", crate::proposals::CABLE);
    let page = desk(&folder, &[]);
    let package = ["foia", "case", "--output", "out", "--as-of", "2010-01-01"];
    let said = out(&run(&folder, &package));
    let data = data(&page);
    for document in data["documents"].as_array().unwrap() {
        let line = format!(
            "{}  DRAFT, {} open",
            document["number"].as_str().unwrap(),
            document["counted"]
        );
        assert!(said.contains(&line), "{line}\n{said}");
    }
    let proposals = data["documents"][1]["proposals"].as_array().unwrap();
    assert_eq!(proposals.len(), 3);
    assert_eq!(proposals[0]["words"]["exact"], "555-0142");
    assert_eq!(proposals[0]["state"], "proposed");
    let open = data["documents"][0]["open"].as_array().unwrap();
    let undecided = open.iter().find(|it| it["code"] == "exemption-undecided");
    assert_eq!(undecided.unwrap()["answer"], "exemption");
}

#[test]
fn the_exemptions_and_their_markers_are_those_of_the_library() {
    let folder = folder("desk-choices");
    file(&folder, "case/cable.txt", clean());
    let data = data(&desk(&folder, &[]));
    let choices = data["choices"].as_array().unwrap();
    let codes: Vec<&str> = choices
        .iter()
        .map(|it| it["code"].as_str().unwrap())
        .collect();
    assert_eq!(
        codes,
        [
            "", "B1", "B2", "B3", "B4", "B5", "B6", "B7(A)", "B7(B)", "B7(C)", "B7(D)", "B7(E)",
            "B7(F)", "B8", "B9"
        ]
    );
    assert_eq!(choices[0]["words"], "[excised: exemption to be decided]");
    assert_eq!(choices[3]["names"], "Statute");
    assert_eq!(choices[6]["words"], "[excised: B6]");
    assert_eq!(choices[6]["portion"], "[withheld: B6]");
    assert_eq!(choices[1]["words"], "[excised: B1]");
    assert_eq!(choices[1]["lettered"][3]["letter"], "1.4(d)");
    assert_eq!(choices[1]["lettered"][3]["words"], "[excised: B1 1.4(D)]");
    assert!(choices[6]["lettered"].as_array().unwrap().is_empty());
    // What a review can say of the whole document.
    assert_eq!(data["documents"][0]["letter"], "1.4(b)");
    assert_eq!(data["documents"][0]["labels"], serde_json::json!(["SBU"]));
    let letters = data["categories"].as_array().unwrap();
    assert_eq!(letters.len(), 8);
    assert_eq!(letters[3]["code"], "1.4(d)");
}

#[test]
fn a_review_is_kept_and_what_it_withholds_is_proposed_elsewhere() {
    let folder = folder("desk-review");
    file(
        &folder,
        "case/a.txt",
        "UNCLAS STATE 1\n\n1. (U) He met Ilse Marren.\n",
    );
    file(
        &folder,
        "case/b.txt",
        "UNCLAS STATE 2\n\n1. (U) MARREN was late.\n",
    );
    let bytes = fs::read(folder.join("case/a.txt")).unwrap();
    let source = json(&serde_json::to_string(&data(&desk(&folder, &[]))).unwrap());
    let source = source["documents"][0]["review"]["source"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(source.starts_with("sha256:") && source.len() == 71 && !bytes.is_empty());
    let review = format!(
        "version = 1\nsource = \"{source}\"\n[document]\nreviewer = \"I. Birk\"\n[[decision]]\ntarget = \"paragraph 1\"\n\
         words = {{ exact = \"Ilse Marren\" }}\naction = \"withhold B6\"\nby = \"I. Birk\"\non = 2026-03-02\nharm = \"a visit\"\n"
    );
    file(&folder, "case/a.txt.review.toml", review);
    let data = data(&desk(&folder, &[]));
    let one = &data["documents"][0];
    assert_eq!(one["review"]["decision"][0]["harm"], "a visit");
    assert_eq!(one["review"]["document"]["reviewer"], "I. Birk");
    assert!(one["file"].as_str().unwrap().ends_with("a.txt.review.json"));
    assert!(
        one["instead"]
            .as_str()
            .unwrap()
            .ends_with("a.txt.review.toml")
    );
    let pieces = one["portions"][1]["out"]["pieces"].as_array().unwrap();
    assert_eq!(pieces[1]["text"], "[excised: B6]");
    let proposal = &data["documents"][1]["proposals"][0];
    assert_eq!(proposal["words"]["exact"], "MARREN");
    assert_eq!(
        proposal["proposed_by"],
        "withheld in paragraph 1 of C00000001"
    );
    assert_eq!(proposal["action"], "withhold B6");
}

#[test]
fn nothing_is_fetched_and_no_text_ends_the_data() {
    let folder = folder("desk-hostile");
    file(&folder, "case/hostile.txt", HOSTILE);
    let page = desk(&folder, &["--case", "</title><script>x"]);
    // The data, and the script of the page.
    assert_eq!(page.matches("<script").count(), 2);
    assert_eq!(page.matches("</script").count(), 2);
    let rest = page.replace("http://www.w3.org/2000/svg", "");
    assert!(!rest.contains("http:") && !rest.contains("https:") && !rest.contains("//cdn"));
    for word in [
        "fetch(",
        "XMLHttpRequest",
        "innerHTML",
        "localStorage",
        "eval(",
        "indexedDB",
        "sendBeacon",
    ] {
        assert!(!page.contains(word), "{word}");
    }
    let policy = page
        .split("Content-Security-Policy\" content=\"")
        .nth(1)
        .unwrap();
    let policy = policy.split('"').next().unwrap();
    assert!(
        policy.starts_with("default-src 'none'; script-src 'sha256-"),
        "{policy}"
    );
    assert!(!policy.contains("unsafe"), "{policy}");
    let subject = &data(&page)["documents"][0]["portions"][1]["text"];
    assert_eq!(subject, "</script><script>alert(1)</script> <!-- &amp;");
    let read = "import html5lib, sys; html5lib.HTMLParser(strict=True).parse(open(sys.argv[1], encoding='utf-8').read())";
    let path = folder.join("desk.html");
    match Command::new("python3")
        .args(["-c", read])
        .arg(&path)
        .output()
    {
        Ok(done) if String::from_utf8_lossy(&done.stderr).contains("No module") => {
            println!("left out: html5lib is not installed");
        }
        Ok(done) => assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        ),
        Err(_) => println!("left out: python3 is not installed"),
    }
}

#[test]
fn no_document_and_nothing_of_somebody_else_is_overwritten() {
    let folder = folder("desk-output");
    file(&folder, "case/cable.txt", clean());
    file(&folder, "notes.html", "<!DOCTYPE html><title>notes</title>");
    let refused = |inputs: &str, output: &str| {
        let done = run(&folder, &["desk", inputs, "--output", output]);
        assert_eq!(status(&done), 2, "{output}: {}", err(&done));
        assert_eq!(out(&done), "");
    };
    refused("case/cable.txt", "case/cable.txt");
    refused("case/cable.txt", "case/cable.txt.review.json");
    refused("case", "case/cable.txt");
    // There it would be read as a document of the case.
    refused("case", "case/desk.html");
    refused("case", "notes.html");
    assert_eq!(names(&folder.join("case")), ["cable.txt"]);
    assert_eq!(
        fs::read_to_string(folder.join("case/cable.txt")).unwrap(),
        clean()
    );
    desk(&folder, &[]);
    desk(&folder, &[]);
    assert_eq!(names(&folder), ["case", "desk.html", "notes.html"]);
}

#[test]
fn what_cannot_be_read_is_told_and_ends_nothing() {
    let folder = folder("desk-failed");
    file(&folder, "case/cable.txt", clean());
    file(&folder, "case/other.txt", [0xff, 0xfe, 0x00]);
    let done = run(&folder, &["desk", "case", "--output", "desk.html"]);
    assert_eq!(status(&done), 1, "{}", err(&done));
    assert!(err(&done).contains("1 of 2 could not be processed; the page has the others"));
    let page = fs::read_to_string(folder.join("desk.html")).unwrap();
    assert_eq!(data(&page)["failed"].as_array().unwrap().len(), 1);
    let none = run(
        &folder,
        &["desk", "case/other.txt", "--output", "none.html"],
    );
    assert_eq!(status(&none), 1);
    assert!(!folder.join("none.html").exists());
}
