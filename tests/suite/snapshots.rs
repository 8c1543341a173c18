//! What every reader sees of every fixture, written out in every format: a changed rule shows as a changed document.
//!
//! A folder for each format, in it one file a fixture, in it each different release once. The text says which releases
//! are different: on top of its files a table says which reader gets which release on which day.

use std::fmt::Write;
use std::path::PathBuf;

use tearline::policy::Policy;
use tearline::release::Release;

use crate::fixtures::{FIXTURES, Fixture, RUNGS, day, reader};
use crate::writers;

/// The formats, each the folder of its snapshots.
const FORMATS: [&str; 5] = ["html", "json", "markdown", "pdf", "text"];

fn folder() -> PathBuf {
    crate::support::root().join("tests/snapshots")
}

#[test]
fn every_release_of_every_fixture_is_the_one_a_person_accepted() {
    for fixture in FIXTURES {
        let all = releases(fixture, |release| Some(bare(release))).unwrap();
        accepted("text", fixture, &format!("{}{all}", table(fixture)));
    }
}

#[test]
fn every_release_in_markdown_is_the_one_a_person_accepted() {
    for fixture in FIXTURES {
        let all = releases(fixture, |release| Some(release.to_markdown())).unwrap();
        accepted("markdown", fixture, &all);
    }
}

#[test]
fn every_release_in_json_is_the_one_a_person_accepted() {
    for fixture in FIXTURES {
        let all = releases(fixture, |release| Some(release.to_json())).unwrap();
        accepted("json", fixture, &all);
    }
}

#[test]
fn every_page_is_the_one_a_person_accepted() {
    for fixture in FIXTURES {
        let all = releases(fixture, |release| Some(varying(&release.to_html()))).unwrap();
        accepted("html", fixture, &all);
    }
}

#[test]
fn every_pdf_is_the_one_a_person_accepted() {
    let file = writers::folder("snapshots-pdf").join("release.pdf");
    for fixture in FIXTURES {
        let Some(all) = releases(fixture, |release| {
            std::fs::write(&file, release.to_pdf().unwrap()).unwrap();
            let path = file.to_str().unwrap();
            let text = writers::run("pdftotext", &["-layout", path, "-"])?;
            let structure = writers::run("pdfinfo", &["-struct-text", path])?;
            let text = text.replace('\u{c}', "-------- end of page --------\n");
            Some(format!("{text}\n{structure}"))
        }) else {
            return;
        };
        accepted("pdf", fixture, &all);
    }
}

/// What the snapshots leave out: the cells whose text is the same differ in no format but by the day itself.
#[test]
fn releases_of_the_same_text_are_the_same_in_every_format() {
    for fixture in FIXTURES {
        let mut first: Vec<(String, [String; 3])> = Vec::new();
        each(fixture, |rung, as_of, release| {
            // Markdown escapes the hyphens.
            let escaped = as_of.replace('-', "\\-");
            let whom = whom(release);
            let reader = format!("\"reader\": \"{}\"", release.reader());
            let nobody = |text: String| {
                text.replace(&format!(", for {whom}"), "")
                    .replace(&format!("Released for {whom} "), "")
            };
            let formats = [
                nobody(release.to_markdown()).replace(&format!("as of {escaped}"), "<day>"),
                release
                    .to_json()
                    .replace(&reader, "\"reader\"")
                    .replace(&format!("\"as_of\": \"{as_of}\""), "<day>"),
                nobody(release.to_html()).replace(&format!("as of {as_of}"), "<day>"),
            ];
            let text = bare(release);
            match first.iter().find(|(known, _)| *known == text) {
                Some((_, known)) => {
                    assert!(*known == formats, "{} {rung}@{as_of}", fixture.name);
                }
                None => first.push((text, formats)),
            }
        });
    }
}

/// A file that no fixture uses is a release that nobody checks any more; one that waits is one that nobody accepted.
/// Those of a format whose tool this machine does not have are in use all the same.
#[test]
fn every_snapshot_is_in_use_and_accepted() {
    assert_eq!(names(folder()), FORMATS);
    let expected: Vec<String> = FIXTURES
        .iter()
        .map(|fixture| format!("{}.snap", fixture.name))
        .collect();
    for format in FORMATS {
        assert_eq!(names(folder().join(format)), expected, "{format}");
    }
}

fn names(folder: PathBuf) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn accepted(format: &str, fixture: &Fixture, releases: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder().join(format));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(fixture.name, releases));
}

/// Every reader on every day.
fn each(fixture: &Fixture, mut see: impl FnMut(&str, &str, &Release<'_>)) {
    let text = fixture.text();
    let document = tearline::parse(&text);
    let policy = Policy::default();
    let assessment = policy.assess(&document);
    for rung in RUNGS {
        for as_of in fixture.days {
            see(rung, as_of, &assessment.release(&reader(rung), day(as_of)));
        }
    }
}

/// Every different release of a fixture under the readers and days that get it, as on the first of those days; nothing
/// where a tool is missing.
fn releases(fixture: &Fixture, write: impl Fn(&Release<'_>) -> Option<String>) -> Option<String> {
    let mut releases: Vec<(String, Vec<String>, Option<String>)> = Vec::new();
    each(fixture, |rung, as_of, release| {
        let text = bare(release);
        let cell = format!("{rung}@{as_of}");
        match releases.iter_mut().find(|(known, ..)| *known == text) {
            Some((_, cells, _)) => cells.push(cell),
            None => releases.push((text, vec![cell], write(release))),
        }
    });
    let mut out = String::new();
    for (index, (_, cells, written)) in releases.into_iter().enumerate() {
        write!(
            out,
            "\n======== release {} · {} ========\n\n{}",
            index + 1,
            cells.join(" · "),
            written?
        )
        .unwrap();
    }
    Some(out)
}

/// Which release each reader gets on each day.
fn table(fixture: &Fixture) -> String {
    let mut known: Vec<String> = Vec::new();
    let mut rows: Vec<String> = vec![format!("{:<4} {}", "", fixture.days.join(" "))];
    rows.extend(RUNGS.iter().map(|rung| format!("{rung:<4}")));
    each(fixture, |rung, _, release| {
        let text = bare(release);
        let index = known.iter().position(|known| *known == text);
        let index = index.unwrap_or_else(|| {
            known.push(text);
            known.len() - 1
        });
        let row = RUNGS.iter().position(|known| *known == rung).unwrap() + 1;
        write!(rows[row], " {:<10}", index + 1).unwrap();
    });
    rows.iter().flat_map(|row| [row.trim_end(), "\n"]).collect()
}

/// The text without the line that says for whom it was made and as of which day.
fn bare(release: &Release<'_>) -> String {
    let line = format!(
        "(U) Released for {} as of {}.\n\n",
        whom(release),
        release.as_of()
    );
    let text = release.to_text();
    assert!(text.contains(&line), "{text}");
    text.replacen(&line, "", 1)
}

/// For whom, as the text says it.
fn whom(release: &Release<'_>) -> String {
    match release.reader().to_string().as_str() {
        "U" => "the public".to_owned(),
        "all" => "the originator".to_owned(),
        other => other.to_owned(),
    }
}

/// The title, the banner of the printed page and the body: all of a page but its constant style; a line an element.
fn varying(html: &str) -> String {
    let part = |from: &str, to: &str| {
        let start = html.find(from).unwrap();
        let end = start + html[start..].find(to).unwrap() + to.len();
        &html[start..end]
    };
    let title = part("<title>", "</title>");
    let print = part("@page{@top-center", "</style>").trim_end_matches("</style>");
    let mut body = part("<body>", "</html>").to_owned();
    for element in ["p", "div", "h1", "h2", "section", "main", "footer"] {
        body = body.replace(&format!("<{element}"), &format!("\n<{element}"));
    }
    format!("{title}\n{print}\n{body}\n")
}
