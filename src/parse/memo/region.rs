//! Regions: `(Begin Secret) … (End Secret)`, `(Begin Noforn) … (End Noforn)`.
//!
//! A region raises every block that it touches and lowers none. One that is not closed reaches to the end; one that was
//! never opened reaches back to the end of the region before it.

use super::super::build::Builder;
use super::super::chars::from;
use super::super::{captions, findings};
use crate::Span;
use crate::marking::{Label, StatedMark, is_mark_shaped};

/// The longest token, in bytes.
const LONGEST_TOKEN: usize = 48;

/// How many regions may be open at once; beyond that nothing is understood any more.
const DEEPEST: usize = 16;

struct Token {
    begins: bool,
    label: Label,
    span: Span,
}

/// Raises what stands in regions.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    let mut open: Vec<(Label, Span)> = Vec::new();
    let mut unclaimed = 0;
    for index in 0..builder.blocks.len() {
        let Some(block) = builder.blocks.get(index) else {
            break;
        };
        let start = block.text.start();
        let text = builder.source.get(block.text.range()).unwrap_or_default();
        let mut here: Option<Label> = joined(&open);
        for token in tokens(text) {
            let span = token.span.shifted(start);
            if token.begins {
                here = Some(
                    here.map_or_else(|| token.label.clone(), |label| label.join(&token.label)),
                );
                if open.len() < DEEPEST {
                    open.push((token.label, span));
                } else if open.len() == DEEPEST {
                    open.push((Label::unresolved(), span));
                }
                continue;
            }
            match open.iter().rposition(|(label, _)| *label == token.label) {
                Some(at) => {
                    open.remove(at);
                }
                None => {
                    builder.note(&findings::UNPAIRED_REGION, span);
                    for earlier in unclaimed..=index {
                        builder.raise(earlier, &token.label);
                    }
                    unclaimed = index;
                }
            }
        }
        if let Some(label) = here {
            builder.raise(index, &label);
        }
    }
    for (_, span) in open {
        builder.note(&findings::UNPAIRED_REGION, span);
    }
}

fn joined(open: &[(Label, Span)]) -> Option<Label> {
    let mut labels = open.iter().map(|(label, _)| label);
    let first = labels.next()?.clone();
    Some(labels.fold(first, |joined, label| joined.join(label)))
}

fn tokens(text: &str) -> impl Iterator<Item = Token> {
    memchr::memchr2_iter(b'(', b'[', text.as_bytes()).filter_map(move |at| {
        let window = from(text, at + 1);
        let close = window
            .bytes()
            .take(LONGEST_TOKEN)
            .position(|b| matches!(b, b')' | b']' | b'(' | b'['))?;
        let inside = window.get(..close)?;
        let (begins, what) = match word(inside, "BEGIN ") {
            Some(what) => (true, what),
            None => (false, word(inside, "END ")?),
        };
        Some(Token {
            begins,
            label: label(what.trim())?,
            span: Span::new(at, at + close + 2),
        })
    })
}

fn word<'a>(inside: &'a str, word: &str) -> Option<&'a str> {
    let head = inside.get(..word.len())?;
    head.eq_ignore_ascii_case(word)
        .then(|| from(inside, word.len()))
}

/// What a region asks for; `None` for `(Begin FYI)`, `(End text)`.
fn label(what: &str) -> Option<Label> {
    if let Ok(stated) = StatedMark::read(what) {
        return Some(stated.label());
    }
    if let Some(caption) = captions::word(&what.to_ascii_uppercase()) {
        return Some(caption.label());
    }
    is_mark_shaped(what).then(Label::unresolved)
}
