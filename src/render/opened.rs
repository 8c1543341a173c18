//! What was classified and is no more, in words: the word, the authority, the day, and the marking that is lined through
//! (32 CFR 2001.25(b)).

use std::collections::BTreeMap;

use super::calendar::name;
use super::flow::Flow;
use crate::declass::Outcome;
use crate::release::{Declassified, Release, Released};

/// What stands behind a portion, or below the title of a document.
pub(super) struct Note {
    /// `Declassified by …, 2016-03-14; was `, where a marking follows.
    pub(super) words: String,
    /// The marking that is lined through; empty where there is none.
    pub(super) struck: String,
}

impl Note {
    /// That a portion was declassified.
    pub(super) fn of(portion: &Released<'_>) -> Option<Self> {
        let declassified = portion.disclosed().declassified()?;
        let mark = declassified.was().map(|label| format!("({label})"));
        Some(Self::new(declassified, mark))
    }

    /// That the document was.
    pub(super) fn of_document(release: &Release<'_>) -> Option<Self> {
        let declassified = release.declassified()?;
        Some(Self::new(declassified, overall(declassified)))
    }

    fn new(declassified: &Declassified, struck: Option<String>) -> Self {
        let was = if struck.is_some() { "; was " } else { "" };
        Self {
            words: format!("{}{was}", said(declassified)),
            struck: struck.unwrap_or_default(),
        }
    }
}

/// The word, and as far as it is told who or what declassified and when. The name of an authority is text that somebody
/// gave; it stays in its line.
fn said(declassified: &Declassified) -> String {
    match declassified.how() {
        Some(how) => Flow::one_line(&format!("Declassified {how}")),
        None => "Declassified".to_owned(),
    }
}

/// What the level lines said of the whole, as they say it.
pub(super) fn overall(declassified: &Declassified) -> Option<String> {
    let was = declassified.was()?;
    Some(was.marking().banner().to_string())
}

/// What was declassified by the same on the same day: what is said of it, and a line for the document and for each
/// portion, in which the old marking is named. It is for a format in which nothing can be lined through or stand behind
/// a portion.
pub(super) fn lists(release: &Release<'_>) -> Vec<(String, Vec<String>)> {
    let line = |name: String, was: Option<String>| match was {
        Some(was) => format!("{name}, was {was}"),
        None => name,
    };
    if !release.portions().iter().any(is_opened) {
        return Vec::new();
    }
    let whole = release.declassified();
    let whole = whole.map(|it| (said(it), line("the document".to_owned(), overall(it))));
    let portions = release.portions().iter().zip(names(release));
    let portions = portions.filter_map(|(portion, name)| {
        let it = portion.disclosed().declassified()?;
        let was = it.was().map(ToString::to_string);
        Some((said(it), line(name, was)))
    });
    let mut lists: Vec<(String, Vec<String>)> = Vec::new();
    for (said, line) in whole.into_iter().chain(portions) {
        let known = lists.iter().position(|(other, _)| *other == said);
        match known.and_then(|known| lists.get_mut(known)) {
            Some((_, lines)) => lines.push(line),
            None => lists.push((said, vec![line])),
        }
    }
    lists
}

/// What a line that stands by itself calls each portion: kind and number, or kind and field. Of several with one name each
/// has its place among them.
fn names(release: &Release<'_>) -> impl Iterator<Item = String> {
    let names: Vec<String> = release.portions().iter().map(called).collect();
    let mut all: BTreeMap<String, usize> = BTreeMap::new();
    for name in &names {
        *all.entry(name.clone()).or_default() += 1;
    }
    let mut before: BTreeMap<String, usize> = BTreeMap::new();
    names.into_iter().map(move |name| {
        let place = before.entry(name.clone()).or_default();
        *place += 1;
        match all.get(&name) {
            Some(all) if *all > 1 => format!("{name} ({place} of {all})"),
            Some(_) | None => name,
        }
    })
}

fn called(portion: &Released<'_>) -> String {
    let name = name(portion);
    match portion.field_name() {
        Some(field) => format!("{name} {field}"),
        None => name,
    }
}

fn is_opened(portion: &Released<'_>) -> bool {
    portion.disclosed().declassified().is_some()
}

/// How the classification of the document ends, in the style that shows it.
pub(super) fn instruction(release: &Release<'_>) -> Option<String> {
    let outcome = release.instruction()?;
    let basis = outcome.basis();
    let day = match outcome {
        Outcome::Declassified { on, .. } => format!("on {on}"),
        Outcome::DueForReview { on, .. } => format!("by review, due on {on}"),
        Outcome::Held { .. } => "on no day".to_owned(),
    };
    Some(format!("Declassification of the document: {day}: {basis}"))
}
