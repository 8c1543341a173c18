//! Regions: `(Begin Secret) … (End Secret)`, `(Begin Noforn) … (End Noforn)`.
//!
//! A region raises every block that it touches and lowers none. One that is not closed reaches to the end; one that was
//! never opened reaches back to the end of the region before it.

use super::beginning::{BEGINS, may_bound};
use super::build::Builder;
use super::chars::{byte, from, is_silent, skip_silent};
use super::draft::Draft;
use super::lines::Line;
use super::look::Look;
use super::{captions, findings, said, sentence, token};
use crate::Span;
use crate::marking::{Label, SpelledLevel, StatedMark, is_mark_shaped};

/// The longest line that begins or ends a region, in bytes.
const LONGEST_LINE: usize = 40;

/// How many regions may be open at once; beyond that nothing is understood any more.
const DEEPEST: usize = 16;

/// How a region ends on the line of a text.
const ENDS: [&str; 2] = ["END", "End"];

struct Token {
    begins: bool,
    /// `None` where an end names no level: `(End text)`.
    label: Option<Label>,
    /// Whether it says more than its level.
    worded: bool,
    span: Span,
}

/// A region that has not ended.
struct Open {
    label: Label,
    span: Span,
    /// Whether it began in more words than those of its level: `(Begin text of confidential note)`.
    worded: bool,
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
    let mut open: Vec<Open> = Vec::new();
    let mut unclaimed = 0;
    for index in 0..builder.blocks.len() {
        let mut here: Option<Label> = joined(&open);
        while let Some((_, token)) = tokens.next_if(|(block, _)| *block == index) {
            // An end that names no level ends what began in words.
            let worded = || {
                let open = open.iter().rfind(|open| open.worded);
                open.map(|open| open.label.clone())
            };
            let Some(asked) = token.label.or_else(worded) else {
                continue;
            };
            if token.begins {
                here = Some(here.map_or_else(|| asked.clone(), |label| label.join(&asked)));
                if open.len() <= DEEPEST {
                    let deepest = open.len() == DEEPEST;
                    open.push(Open {
                        label: if deepest { Label::unresolved() } else { asked },
                        span: token.span,
                        worded: token.worded,
                    });
                }
                continue;
            }
            match open.iter().rposition(|open| open.label == asked) {
                Some(at) => {
                    let own = open.get(at).is_some_and(|open| {
                        builder
                            .blocks
                            .get(index)
                            .is_some_and(|block| open.span.start() >= block.text.start())
                    });
                    if own || ends == Ends::Any {
                        open.remove(at);
                    }
                }
                None => {
                    builder.note(&findings::UNPAIRED_REGION, token.span);
                    for earlier in begin(builder, unclaimed, index, &asked)..=index {
                        builder.raise_stated(earlier, &asked);
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
    for open in open {
        builder.note(&findings::UNPAIRED_REGION, open.span);
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

fn joined(open: &[Open]) -> Option<Label> {
    let mut labels = open.iter().map(|open| &open.label);
    let first = labels.next()?.clone();
    Some(labels.fold(first, |joined, label| joined.join(label)))
}

/// The beginnings and ends of regions, each with the index of the block in which it stands.
fn tokens(builder: &Builder<'_>) -> Vec<(usize, Token)> {
    let mut found = Vec::new();
    let running = builder.survey.may_begin_region();
    for (index, block) in builder.blocks.iter().enumerate() {
        if builder.look(block).holds(Look::SIGNS) {
            let text = builder.source.get(block.text.range()).unwrap_or_default();
            let shift = |token: Token| Token {
                span: token.span.shifted(block.text.start()),
                ..token
            };
            found.extend(bracketed(text).map(|token| (index, shift(token))));
        }
        if running {
            let text = builder.source.get(block.text.range()).unwrap_or_default();
            found.extend(in_line(text).map(|token| {
                let span = token.span.shifted(block.text.start());
                (index, Token { span, ..token })
            }));
        }
        let lines = builder
            .survey
            .beginning(block.text, Look::BOUNDS, may_bound);
        found.extend(lines.filter_map(line).map(|token| (index, token)));
    }
    found
}

/// `BEGIN SBU`, `END Confidential` on a line of their own.
fn line(line: Line<'_>) -> Option<Token> {
    read(shown(line.text)?, line.span())
}

/// What a line says that may be one of these.
fn shown(line: &str) -> Option<&str> {
    let shown =
        line.trim_matches(|c: char| is_silent(c) || matches!(c, '-' | '*' | '=' | '.' | ':'));
    (shown.len() <= LONGEST_LINE).then_some(shown)
}

fn bracketed(text: &str) -> impl Iterator<Item = Token> {
    memchr::memchr2_iter(b'(', b'[', text.as_bytes()).filter_map(move |at| {
        // `BEGIN`, `END`, `START`: most tokens begin otherwise.
        let first = byte(text, skip_silent(text, at + 1)) | 0x20;
        let token = matches!(first, b'b' | b'e' | b's')
            .then(|| token::at(text, at))
            .flatten()?;
        read(token.inside(text).trim(), token.span)
    })
}

/// `BEGIN SECRET The relay is dry. END SECRET`, in capitals, on the line of a text; in small letters, `Begin secret: …`, as a
/// sentence or a label of its own.
fn in_line(text: &str) -> impl Iterator<Item = Token> {
    let find = |words: &'static str, begins| {
        memchr::memmem::find_iter(text.as_bytes(), words)
            .filter(move |at| byte(text, at + words.len()) == b' ')
            .map(move |at| (at, words.len() + 1, begins))
    };
    let ends = ENDS.into_iter().flat_map(|words| find(words, false));
    let begins = BEGINS.into_iter().flat_map(|words| find(words, true));
    let mut all: Vec<(usize, usize, bool)> = begins.chain(ends).collect();
    all.sort_unstable();
    all.into_iter().filter_map(|(at, words, begins)| {
        let before = text.get(..at)?;
        let level = from(text, at + words);
        let spelled = SpelledLevel::at(level)?;
        let end = at + words + spelled.end();
        let capitals = !text.get(at..end)?.contains(char::is_lowercase);
        // At the head of a text it is a label of that text.
        let apart_from_text = before.contains(|c| !is_silent(c))
            && sentence::may_end(before)
            && from(text, end).starts_with([':', '.', '-', '–', '—']);
        // On a line of its own it is read with the lines.
        let alone = around(text, at, end)
            .and_then(shown)
            .is_some_and(|line| read(line, Span::new(0, 0)).is_some());
        let classified = !Label::unclassified().dominates(&spelled.label());
        // In brackets it is read with those.
        let bare =
            !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '(' | '[' | '{'));
        ((capitals || apart_from_text) && !alone && classified && bare).then(|| Token {
            begins,
            label: Some(spelled.label()),
            worded: false,
            span: Span::new(at, end),
        })
    })
}

/// The line of a token, where it is a short one.
fn around(text: &str, start: usize, end: usize) -> Option<&str> {
    let mut first = start.saturating_sub(LONGEST_LINE);
    while !text.is_char_boundary(first) {
        first += 1;
    }
    let mut last = (end + LONGEST_LINE).min(text.len());
    while !text.is_char_boundary(last) {
        last -= 1;
    }
    let head = text.get(first..start)?.rfind('\n').map(|at| first + at + 1);
    let tail = text.get(end..last)?.find('\n').map(|at| end + at);
    let head = head.or_else(|| (first == 0).then_some(0))?;
    let tail = tail.or_else(|| (last == text.len()).then_some(last))?;
    text.get(head..tail)
}

fn read(inside: &str, span: Span) -> Option<Token> {
    let begin = word(inside, "BEGIN ").or_else(|| word(inside, "START "));
    let (begins, what) = match begin {
        Some(what) => (true, what),
        None => (false, word(inside, "END ")?),
    };
    let what = what.trim_matches([' ', '.']);
    let level = label(what);
    // What stands in brackets or on a line ends with them.
    let said = || said::line(&format!("{what}.")).map(|said| said.asks());
    let worded = level.is_none();
    let label = level.or_else(said);
    if label.is_none() && (begins || !said::names_a_part(what)) {
        return None;
    }
    Some(Token {
        begins,
        label,
        worded,
        span,
    })
}

fn word<'a>(inside: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = inside.split_at_checked(word.len())?;
    head.eq_ignore_ascii_case(word).then_some(rest)
}

/// What a region asks for; `None` for `(Begin FYI)`, `(End text)`.
fn label(what: &str) -> Option<Label> {
    if let Some(stated) = StatedMark::of(what) {
        return Some(stated.label());
    }
    if let Some(caption) = captions::word(&what.to_ascii_uppercase()) {
        return Some(caption.label());
    }
    is_mark_shaped(what).then(Label::unresolved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_look_turns_down_no_line_that_begins_or_ends_a_region() {
        for text in [
            "BEGIN SBU",
            "Begin Secret",
            "begin Noforn",
            "START CONFIDENTIAL",
            "END Confidential",
            "End text",
            "--- BEGIN SECRET ---",
            "=== BEGIN SECRET ===",
            "\tBEGIN SECRET",
        ] {
            let read = read(shown(text).unwrap_or_default(), Span::new(0, text.len()));
            assert!(read.is_some(), "{text}");
            assert!(may_bound(text.as_bytes()), "{text}");
        }
    }
}
