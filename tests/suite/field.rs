//! Situations of real papers in fictional words, where this machine has them: what must not come out, and what must.

use std::fs;

use serde_json::Value;
use tearline::policy::Policy;
use tearline::release::Content;

use crate::fixtures::{day, reader};
use crate::support::corpus;

#[test]
fn every_case_of_the_field_is_right() {
    let Some(folder) = corpus("field") else {
        return;
    };
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .collect();
    paths.sort();
    let (mut cases, mut wrong) = (0, Vec::new());
    for path in paths {
        for line in fs::read_to_string(path).unwrap().lines() {
            cases += 1;
            wrong.extend(mistake(&serde_json::from_str(line).unwrap()));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {cases} are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// What is wrong with a case, in its own words.
fn mistake(case: &Value) -> Option<String> {
    let field = |name: &str| case[name].as_str().unwrap();
    let document = tearline::parse(field("text"));
    let release = Policy::default().release(&document, &reader(field("reader")), day(field("day")));
    let texts: Vec<&str> = release
        .portions()
        .iter()
        .filter_map(|portion| match portion.content() {
            Content::Text { text, .. } => Some(&**text),
            Content::Withheld(_) => None,
        })
        .collect();
    let words: Vec<&str> = texts
        .iter()
        .flat_map(|text| text.split_whitespace())
        .collect();
    let out = words.join(" ");
    let list = |name: &str, there: bool| -> Vec<String> {
        let wanted = case[name].as_array().unwrap().iter();
        wanted
            .map(|text| text.as_str().unwrap().to_owned())
            .filter(|text| out.contains(text.as_str()) == there)
            .collect()
    };
    let (leaks, shut) = (list("hide", true), list("show", false));
    (!leaks.is_empty() || !shut.is_empty()).then(|| {
        format!(
            "{}: came out {leaks:?}, withheld {shut:?} ({})",
            field("id"),
            field("why")
        )
    })
}
