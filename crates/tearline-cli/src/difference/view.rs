//! What one reader sees on one day, portion by portion.

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;
use tearline::marking::{Basis, Reader};
use tearline::policy::{Assessment, PortionKind, Verdict};

use crate::places::{Lines, Position};

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
    /// Where it begins, as far as that is known.
    pub(crate) place: Option<Position>,
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
        assessment: &Assessment<'_>,
        lines: &Lines<'_>,
        reader: &Reader,
        as_of: Date,
    ) -> Self {
        // What the last look withholds is withheld, whatever its marks say.
        let release = assessment.release(reader, as_of);
        let refused: Vec<usize> = release
            .findings()
            .iter()
            .map(|finding| finding.span().start())
            .collect();
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
            name: portion.name(),
            place: Some(lines.position(assessment.span(portion).start())),
            state: match assessment.verdict(portion, reader, as_of) {
                Verdict::Release(_) if refused.contains(&assessment.span(portion).start()) => {
                    State::Withheld(Basis::Unresolved.as_str().to_owned())
                }
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
    pub(crate) fn of_json(text: &str) -> Result<Self, NoRelease> {
        let release: Finished =
            serde_json::from_str(text).map_err(|error| NoRelease(error.line()))?;
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
                place: None,
                text: portion.text,
            }
        });
        Ok(Self {
            rows: rows.collect(),
        })
    }
}

/// Where the portions of a document begin that can be found again by kind and number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places(Vec<((String, Option<String>), Position)>);

impl Places {
    /// Those of a document.
    pub(crate) fn of(assessment: &Assessment<'_>, lines: &Lines<'_>) -> Self {
        let portions = assessment.portions().iter();
        let named = portions
            .filter(|portion| portion.number().is_some() || portion.kind() == PortionKind::Subject);
        let places = named.map(|portion| {
            let number = portion.number().map(|number| number.to_string());
            let place = lines.position(assessment.span(portion).start());
            ((portion.kind().to_string(), number), place)
        });
        Self(places.collect())
    }
}

impl View {
    /// Takes the places of its portions from the document.
    pub(crate) fn place(&mut self, places: &Places) {
        for row in &mut self.rows {
            let mut known = places.0.iter();
            let known =
                known.find(|((kind, number), _)| *kind == row.kind && *number == row.number);
            row.place = known.map(|(_, place)| *place);
        }
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

/// A text that is no release in JSON, from this line on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoRelease(usize);

impl fmt::Display for NoRelease {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: this is no release in JSON", self.0)
    }
}
