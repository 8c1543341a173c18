//! Regions: `(Begin Secret) … (End Secret)`, `(Begin Noforn) … (End Noforn)`.
//!
//! A region raises every block that it touches and lowers none. One that is not closed reaches to the end; one that was
//! never opened reaches back to the end of the region before it.

use super::build::Builder;
use super::chars::is_silent;
use super::draft::Draft;
use super::lines::Line;
use super::{captions, findings, token};
use crate::Span;
use crate::marking::{Label, StatedMark, is_mark_shaped};

/// The longest line that begins or ends a region, in bytes.
const LONGEST_LINE: usize = 40;

/// How many regions may be open at once; beyond that nothing is understood any more.
const DEEPEST: usize = 16;

struct Token {
    begins: bool,
    label: Label,
    span: Span,
}

/// How far the end of a region counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ends {
    /// It ends a region that began in any text before it.
    Any,
    /// It ends a region that began in the same text, and none that another one began.
    Own,
}

/// Raises what stands in regions.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    raise(builder, Ends::Any);
}

/// The same where texts were given apart: one takes back nothing that another one raises.
pub(super) fn resolve_parts(builder: &mut Builder<'_>) {
    raise(builder, Ends::Own);
}

fn raise(builder: &mut Builder<'_>, ends: Ends) {
    let tokens = tokens(builder);
    if tokens.is_empty() {
        return;
    }
    let mut tokens = tokens.into_iter().peekable();
    let mut open: Vec<(Label, Span)> = Vec::new();
    let mut unclaimed = 0;
    for index in 0..builder.blocks.len() {
        let mut here: Option<Label> = joined(&open);
        while let Some((_, token)) = tokens.next_if(|(block, _)| *block == index) {
            if token.begins {
                here = Some(
                    here.map_or_else(|| token.label.clone(), |label| label.join(&token.label)),
                );
                if open.len() < DEEPEST {
                    open.push((token.label, token.span));
                } else if open.len() == DEEPEST {
                    open.push((Label::unresolved(), token.span));
                }
                continue;
            }
            match open.iter().rposition(|(label, _)| *label == token.label) {
                Some(at) => {
                    let own = open.get(at).is_some_and(|(_, begin)| {
                        builder
                            .blocks
                            .get(index)
                            .is_some_and(|block| begin.start() >= block.text.start())
                    });
                    if own || ends == Ends::Any {
                        open.remove(at);
                    }
                }
                None => {
                    builder.note(&findings::UNPAIRED_REGION, token.span);
                    for earlier in begin(builder, unclaimed, index, &token.label)..=index {
                        builder.raise_stated(earlier, &token.label);
                    }
                    if ends == Ends::Any {
                        unclaimed = index;
                    }
                }
            }
        }
        if let Some(label) = here {
            builder.raise_stated(index, &label);
        }
    }
    for (_, span) in open {
        builder.note(&findings::UNPAIRED_REGION, span);
    }
}

/// Where a region begins that was never opened: with the last block that states its mark, or right behind the region
/// before it.
fn begin(builder: &Builder<'_>, unclaimed: usize, index: usize, label: &Label) -> usize {
    let blocks = builder.blocks.get(unclaimed..=index).unwrap_or_default();
    let states = |block: &Draft| block.mark.stated().is_some_and(|own| own.label() == *label);
    blocks
        .iter()
        .rposition(states)
        .map_or(unclaimed, |at| unclaimed + at)
}

fn joined(open: &[(Label, Span)]) -> Option<Label> {
    let mut labels = open.iter().map(|(label, _)| label);
    let first = labels.next()?.clone();
    Some(labels.fold(first, |joined, label| joined.join(label)))
}

/// The beginnings and ends of regions, each with the index of the block in which it stands.
fn tokens(builder: &Builder<'_>) -> Vec<(usize, Token)> {
    let mut found = Vec::new();
    for (index, block) in builder.blocks.iter().enumerate() {
        if builder.look(block).marks {
            let text = builder.source.get(block.text.range()).unwrap_or_default();
            let shift = |token: Token| Token {
                span: token.span.shifted(block.text.start()),
                ..token
            };
            found.extend(bracketed(text).map(|token| (index, shift(token))));
        }
        let lines = builder.survey.beginning(block.text, may_begin);
        found.extend(lines.filter_map(line).map(|token| (index, token)));
    }
    found
}

/// A short look at how a line begins: `BEGIN` and `END` begin with letters that few words of a text do.
fn may_begin(line: &[u8]) -> bool {
    match line {
        [b'-' | b'*' | b'>' | b' ', ..] => true,
        [first, second, ..] => matches!((first | 0x20, second | 0x20), (b'b', b'e') | (b'e', b'n')),
        _ => false,
    }
}

/// `BEGIN SBU`, `END Confidential` on a line of their own.
fn line(line: Line<'_>) -> Option<Token> {
    let shown = line
        .text
        .trim_matches(|c: char| is_silent(c) || matches!(c, '-' | '*' | '=' | '.' | ':'));
    if shown.len() > LONGEST_LINE {
        return None;
    }
    read(shown, line.span())
}

fn bracketed(text: &str) -> impl Iterator<Item = Token> {
    memchr::memchr2_iter(b'(', b'[', text.as_bytes()).filter_map(move |at| {
        let token = token::at(text, at)?;
        read(token.inside(text).trim(), token.span)
    })
}

fn read(inside: &str, span: Span) -> Option<Token> {
    let (begins, what) = match word(inside, "BEGIN ") {
        Some(what) => (true, what),
        None => (false, word(inside, "END ")?),
    };
    Some(Token {
        begins,
        label: label(what.trim_matches([' ', '.']))?,
        span,
    })
}

fn word<'a>(inside: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = inside.split_at_checked(word.len())?;
    head.eq_ignore_ascii_case(word).then_some(rest)
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
