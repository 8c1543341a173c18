//! What one reader sees on one day, portion by portion.

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Verdict};

use crate::places::Lines;

/// What a reader sees of a document, or what a finished release holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    pub(crate) rows: Vec<Row>,
}

/// One portion of it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// What it is and which: portions of two views with the same are the same.
    kind: String,
    number: Option<String>,
    /// As a person calls it.
    pub(crate) name: String,
    pub(crate) state: State,
    /// Its words, as far as they are known.
    pub(crate) text: Option<String>,
}

/// What became of a portion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Released under this mark.
    Released(String),
    /// Withheld for these reasons.
    Withheld(String),
}

impl View {
    /// What a reader sees on a day.
    pub(crate) fn of(
        assessment: &Assessment<'_, '_>,
        lines: &Lines<'_>,
        reader: &Reader,
        as_of: Date,
    ) -> Self {
        // Nothing is withheld from the originator, so that his copy has a portion for each.
        let whole = all().map(|all| assessment.release(&all, as_of));
        let portions = assessment.portions();
        let texts = whole
            .as_ref()
            .map(tearline::release::Release::portions)
            .filter(|whole| whole.len() == portions.len())
            .unwrap_or_default();
        let rows = portions.iter().enumerate().map(|(index, portion)| Row {
            kind: portion.kind().to_string(),
            number: portion.number().map(|number| number.to_string()),
            name: match portion.number() {
                Some(_) => portion.name(),
                None => {
                    let line = lines.line(assessment.span(portion).start());
                    format!("{} in line {line}", portion.name())
                }
            },
            state: match assessment.verdict(portion, reader, as_of) {
                Verdict::Release(label) => State::Released(label.to_string()),
                Verdict::Withhold { bases, .. } => State::Withheld(bases.to_string()),
            },
            text: texts
                .get(index)
                .and_then(|text| text.text())
                .map(str::to_owned),
        });
        Self {
            rows: rows.collect(),
        }
    }

    /// What a finished release in JSON holds.
    pub(crate) fn of_json(text: &str) -> Result<Self, String> {
        let release: Finished = serde_json::from_str(text)
            .map_err(|error| format!("not a release in JSON: line {}", error.line()))?;
        let mut counts = std::collections::BTreeMap::new();
        let rows = release.portions.into_iter().map(|portion| {
            let kind = match portion.field {
                Some(field) => format!("{} {field}", portion.kind),
                None => portion.kind,
            };
            let count = counts.entry(kind.clone()).or_insert(0_usize);
            *count += 1;
            Row {
                name: match &portion.number {
                    Some(number) => format!("{kind} {number}"),
                    None if *count > 1 => format!("{kind} ({count})"),
                    None => kind.clone(),
                },
                kind,
                number: portion.number,
                state: match portion.marking {
                    Some(marking) => State::Released(marking),
                    None => State::Withheld(portion.basis.join(", ")),
                },
                text: portion.text,
            }
        });
        Ok(Self {
            rows: rows.collect(),
        })
    }
}

impl Row {
    /// Portions of two views with the same key are the same.
    pub(crate) fn key(&self) -> String {
        match &self.number {
            Some(number) => format!("{} {number}", self.kind),
            None => self.kind.clone(),
        }
    }
}

/// The reader from whom nothing is withheld.
fn all() -> Option<Reader> {
    "all".parse().ok()
}

/// As much of a release in JSON as a comparison needs.
#[derive(Deserialize)]
struct Finished {
    portions: Vec<Portion>,
}

#[derive(Deserialize)]
struct Portion {
    kind: String,
    #[serde(default)]
    field: Option<String>,
    #[serde(default)]
    number: Option<String>,
    #[serde(default)]
    marking: Option<String>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    basis: Vec<String>,
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Released(mark) => write!(f, "released ({mark})"),
            Self::Withheld(bases) => write!(f, "withheld ({bases})"),
        }
    }
}
