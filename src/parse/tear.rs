//! Tear lines: `//UNCLASSIFIED//`, `BEGIN TEARLINE … END TEARLINE`. What stands between two of them is cleared for what they
//! say, whatever the message above is (reading rule 1).

use super::build::{Builder, Line};
use super::chars::{is_silent, trim};
use crate::Span;
use crate::document::{Mark, Place};
use crate::marking::{SpelledLevel, StatedMark};

/// The longest tear line, in bytes.
const LONGEST: usize = 64;

/// A tear line, before it is known where it ends.
#[derive(Debug)]
pub(super) struct Tear {
    /// The first block behind it.
    first: usize,
    span: Span,
    end: Marks,
    stated: Option<StatedMark>,
}

/// Which end of the passage a line marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marks {
    Begin,
    Close,
    /// `//UNCLASSIFIED//` stands at both.
    Either,
}

/// Takes `line` for a tear line where it is one.
pub(super) fn take<'a>(builder: &mut Builder<'a>, line: Line<'a>) -> bool {
    let Some((end, stated)) = read(line.text) else {
        return false;
    };
    builder.close();
    builder.tears.push(Tear {
        first: builder.blocks.len(),
        span: line.span(),
        end,
        stated,
    });
    builder.furniture(line);
    true
}

/// What a tear line says: which end it is, and the level where it names one.
fn read(text: &str) -> Option<(Marks, Option<StatedMark>)> {
    let shown = trim(text);
    if shown.len() > LONGEST || shown.chars().any(char::is_lowercase) {
        return None;
    }
    if let Some(level) = shown
        .strip_prefix("//")
        .and_then(|rest| rest.strip_suffix("//"))
    {
        let spelled = SpelledLevel::at(level).filter(|spelled| spelled.end() == level.len())?;
        return Some((
            Marks::Either,
            StatedMark::read(&spelled.label().to_string()).ok(),
        ));
    }
    let words: Vec<&str> = shown
        .split(|c: char| is_silent(c) || matches!(c, '-' | '=' | '*' | '/' | ':' | '_' | '.'))
        .filter(|word| !word.is_empty())
        .collect();
    let end = match words.first()? {
        &"BEGIN" | &"START" => Marks::Begin,
        &"END" => Marks::Close,
        _ => return None,
    };
    let names = |word: &&&str| matches!(**word, "TEARLINE" | "TEAR" | "LINE");
    if !words
        .iter()
        .any(|word| matches!(*word, "TEARLINE" | "TEAR"))
    {
        return None;
    }
    let level = words
        .iter()
        .skip(1)
        .filter(|word| !names(word))
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    let spelled = SpelledLevel::at(&level).filter(|spelled| spelled.end() == level.len());
    match (level.is_empty(), spelled) {
        (true, _) => Some((end, None)),
        (false, Some(spelled)) => Some((end, StatedMark::read(&spelled.label().to_string()).ok())),
        (false, None) => None,
    }
}

/// Gives what stands between two tear lines that agree what they say. One that stands alone says nothing.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    let tears = std::mem::take(&mut builder.tears);
    let mut open: Option<&Tear> = None;
    for tear in &tears {
        match (open.take(), tear.end) {
            (Some(begin), Marks::Either | Marks::Close) => {
                let agrees = match (&begin.stated, &tear.stated) {
                    (Some(one), Some(other)) => one.label() == other.label(),
                    (_, None) => tear.end == Marks::Close,
                    (None, Some(_)) => false,
                };
                if let (true, Some(stated)) = (agrees, &begin.stated) {
                    state(builder, begin, tear, stated);
                } else if tear.end == Marks::Either {
                    open = Some(tear);
                }
            }
            (_, Marks::Begin | Marks::Either) => open = Some(tear),
            (None, Marks::Close) => {}
        }
    }
}

fn state(builder: &mut Builder<'_>, begin: &Tear, end: &Tear, stated: &StatedMark) {
    let between = builder
        .blocks
        .get_mut(begin.first..end.first)
        .unwrap_or_default();
    for block in between.iter_mut().filter(|block| block.mark.is_unmarked()) {
        block.mark = Mark::Stated {
            stated: stated.clone(),
            span: begin.span,
            place: Place::TearLine,
        };
    }
}
