//! What opens when, in words: a row for each portion whose day a style shows.

use crate::policy::{Opening, PortionKind};
use crate::release::{Release, Released};

/// Over the days, in every format.
pub(super) const TITLE: &str = "What opens when";

/// The rows as sentences that people read; none where the style shows no days.
pub(super) fn lines(release: &Release<'_>) -> Vec<String> {
    rows(release)
        .into_iter()
        .map(|(name, opening)| format!("{name}: {}", words(opening)))
        .collect()
}

/// A row for each portion; those without a number that stand together and open together share one.
fn rows(release: &Release<'_>) -> Vec<(String, Opening)> {
    let mut rows: Vec<(String, Opening, usize)> = Vec::new();
    for portion in release.portions() {
        let Some(opening) = portion.disclosed().opening() else {
            continue;
        };
        let name = name(portion);
        match rows.last_mut() {
            Some((before, same, count)) if *before == name && *same == opening => *count += 1,
            Some(_) | None => rows.push((name, opening, 1)),
        }
    }
    rows.into_iter()
        .map(|(name, opening, count)| match count {
            1 => (name, opening),
            count => (format!("{name} ({count})"), opening),
        })
        .collect()
}

/// The kind of a portion and its number: `paragraph 4`.
pub(super) fn name(portion: &Released<'_>) -> String {
    let kind = match portion.kind() {
        PortionKind::Subparagraph => "item",
        PortionKind::Header
        | PortionKind::Subject
        | PortionKind::Heading
        | PortionKind::Paragraph
        | PortionKind::Block => portion.kind().as_str(),
    };
    match portion.number() {
        Some(number) => format!("{kind} {number}"),
        None => kind.to_owned(),
    }
}

/// When it opens, as a person says it.
pub(super) fn words(opening: Opening) -> String {
    match opening {
        Opening::Always => "open".to_owned(),
        Opening::On(day) => format!("opens {day}"),
        Opening::Review(day) => format!("review due {day}"),
        Opening::Never => "no date opens it".to_owned(),
    }
}
