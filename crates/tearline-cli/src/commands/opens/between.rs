//! What differs between two days.

use jiff::civil::Date;
use serde::Serialize;
use tearline::marking::Reader;

use super::Job;
use super::openings::counted;
use crate::difference::{self, Change, View, between};
use crate::paper::Paper;
use crate::places::Lines;

/// What differs in one document.
#[derive(Serialize)]
pub(super) struct Differences {
    path: String,
    changes: Vec<Change>,
}

/// Those of a document; none where the two days are the same to it.
pub(super) fn differences(
    job: &Job,
    paper: &Paper,
    path: String,
    [one, other]: [Date; 2],
) -> Option<Differences> {
    let document = paper.document();
    let assessment = paper.assess(&document, &job.policy);
    let lines = Lines::of(&paper.source);
    let view = |day| View::of(&assessment, &lines, &job.reader, day);
    let changes = between(&view(one), &view(other));
    (!changes.is_empty()).then_some(Differences { path, changes })
}

pub(super) fn json(reader: &Reader, [one, other]: [Date; 2], all: &[Differences]) -> String {
    let value = serde_json::json!({
        "reader": reader.to_string(),
        "between": [one.to_string(), other.to_string()],
        "documents": all,
    });
    format!("{value:#}\n")
}

/// A line a difference.
pub(super) fn table([one, other]: [Date; 2], all: &[Differences]) -> String {
    let mut out = String::new();
    for Differences { path, changes } in all {
        for change in changes {
            let place = change
                .place()
                .map_or_else(String::new, |at| format!(":{}:{}", at.line, at.column));
            out += &format!("{path}{place}: {}\n", change.line());
        }
    }
    let changes = all.iter().flat_map(|it| &it.changes);
    let what = match difference::counted(changes) {
        None => "no difference".to_owned(),
        Some(counts) => format!("{counts} in {}", counted(all.len(), "document")),
    };
    format!("{out}{what} between {one} and {other}\n")
}
