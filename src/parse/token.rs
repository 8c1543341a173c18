//! Tokens between brackets, and the one answer to whether a token could be a mark (reading rule 1).

use super::chars::{from, is_silent};
use crate::Span;
use crate::marking::{StatedMark, is_mark_shaped};

/// The longest token, in characters, with room for what does not show.
const LONGEST: usize = 48;

/// A text between brackets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where it stands, brackets included.
    pub(super) span: Span,
    open: usize,
    close: usize,
}

impl Token {
    /// The text between the brackets of a token of `text`.
    pub(super) fn inside<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.span.start() + self.open..self.span.end() - self.close)
            .unwrap_or_default()
    }
}

/// What a token says.
#[derive(Clone, Debug)]
pub(super) enum Reading {
    /// A mark that can be read.
    Mark(StatedMark),
    /// A mark that cannot: it holds `//`, or begins with a level or a control.
    Unreadable,
    /// One slip away from a mark: it counts where a mark is to be expected.
    Slip,
    /// A single letter or digit that is no level: an unreadable mark in the place of one, and text elsewhere.
    Letter,
    /// Anything else.
    Text,
}

/// Whether a bracket opens a token.
pub(super) const fn opens(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '<'
            | '（'
            | '［'
            | '｛'
            | '＜'
            | '【'
            | '〔'
            | '〈'
            | '《'
            | '⟨'
            | '❨'
            | '⁽'
            | '﹙'
    )
}

/// Whether a bracket closes one.
pub(super) const fn closes(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '>'
            | '）'
            | '］'
            | '｝'
            | '＞'
            | '】'
            | '〕'
            | '〉'
            | '》'
            | '⟩'
            | '❩'
            | '⁾'
            | '﹚'
    )
}

/// The token that opens at `at`, in brackets of any kind and on one line or broken over two; `None` where it does not close.
pub(super) fn at(text: &str, at: usize) -> Option<Token> {
    let rest = from(text, at);
    let mut chars = rest.char_indices();
    let (_, open) = chars.next().filter(|(_, c)| opens(*c))?;
    let (end, close) = chars
        .take(LONGEST)
        .find(|(_, c)| opens(*c) || closes(*c))
        .filter(|(_, c)| closes(*c))?;
    Some(Token {
        span: Span::new(at, at + end + close.len_utf8()),
        open: open.len_utf8(),
        close: close.len_utf8(),
    })
}

/// What the text between two brackets says.
pub(super) fn read(inside: &str) -> Reading {
    match StatedMark::read(inside) {
        Ok(stated) => Reading::Mark(stated),
        Err(_)
            if !is_mark_shaped(inside)
                || is_sentence(inside)
                || inside.trim() == "NATO"
                || is_abbreviation(inside.trim()) =>
        {
            Reading::Text
        }
        Err(_) if inside.contains("//") => Reading::Unreadable,
        Err(_) if inside.trim().chars().nth(1).is_none() => Reading::Letter,
        Err(_) => Reading::Slip,
    }
}

/// Whether a token can be nothing but a mark, wherever it stands: it holds `//`, or two letters or more that are a level or
/// a control in capitals (reading rule 1).
pub(super) fn is_certain(inside: &str, reading: &Reading) -> bool {
    match reading {
        Reading::Mark(_) => {
            inside.contains("//")
                || (!inside.contains(char::is_lowercase)
                    && !is_state(inside)
                    && inside
                        .bytes()
                        .filter(u8::is_ascii_alphanumeric)
                        .nth(1)
                        .is_some())
        }
        Reading::Unreadable => true,
        Reading::Slip | Reading::Letter | Reading::Text => false,
    }
}

/// The levels of NATO in two letters, which are also states and offices: `Durham (NC)`. The register has `//` before
/// them (CAPCO 2016 H.7).
fn is_state(inside: &str) -> bool {
    matches!(inside.trim(), "NC" | "NS" | "NR" | "NU")
}

/// Whether a token that reads as a mark is more likely an abbreviation where no mark is to be expected: `(NC)`, `(CTs)`.
pub(super) fn is_abbreviated(inside: &str) -> bool {
    let spelled = |word: &str| word.chars().skip(1).all(|c| !c.is_uppercase()) && word.len() > 3;
    let mixed = inside.contains(char::is_lowercase) && inside.contains(char::is_uppercase);
    is_state(inside) || (mixed && !inside.split(|c: char| !c.is_alphabetic()).all(spelled))
}

/// A remark that begins with the word of a level, `Secret police followed him`, and goes on in small letters.
pub(super) fn is_prose(inside: &str) -> bool {
    let mut words = inside.split(is_silent).skip(1);
    !inside.contains("//")
        && words.any(|word| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase()))
}

/// A sentence between parentheses, with its full stop: `(LOU ONLY WHERE NOTED.)`
fn is_sentence(inside: &str) -> bool {
    inside.ends_with('.') && inside.split(is_silent).nth(3).is_some() && !inside.contains("//")
}

/// Whether the text between two brackets could be a mark, readable or not.
pub(super) fn could_be_mark(inside: &str) -> bool {
    let shown: String;
    let inside = if inside.contains(|c| is_silent(c) && c != ' ') {
        shown = inside.replace(|c| is_silent(c) && c != ' ', "");
        &shown
    } else {
        inside
    };
    !matches!(read(inside), Reading::Text)
}

/// The longest token that is no word of a text, in characters, and the most words it has.
const SHORT: usize = 24;
const SHORT_WORDS: usize = 3;
/// The same where everything is in capitals, so that a word in capitals is a word.
const SHORT_AMONG_CAPITALS: usize = 6;
/// The longest half of a mark that is not read, in bytes.
const HALF: usize = 9;

/// What stands at `at`, in the place of a mark at the start of a block, and is neither read as one nor a known other
/// thing: a short token of capitals, digits and signs, whole or half closed (reading rule 1).
pub(super) fn odd(text: &str, start: usize) -> Option<Span> {
    if let Some(token) = at(text, start) {
        let inside = token.inside(text);
        let behind = from(text, token.span.end());
        return (is_short(inside, behind) && !is_known(inside)).then_some(token.span);
    }
    let rest = from(text, start);
    let word = rest.split(is_silent).next().unwrap_or_default();
    let bare = word.trim_matches(|c| opens(c) || closes(c));
    if bare.len() > HALF || bare.is_empty() || bare.contains(|c| opens(c) || closes(c) || c == '.')
    {
        return None;
    }
    let opened = word.chars().next().is_some_and(opens)
        && bare.chars().nth(1).is_some()
        && could_be_mark(bare);
    let closed = word.ends_with(closes)
        && bare.contains(|c: char| c.is_ascii_uppercase() || matches!(c, '$' | '|'))
        && !is_known(bare);
    (opened || closed).then(|| Span::new(start, start + word.len()))
}

/// Capitals, digits and signs, and no word of a sentence. Among capitals only what no sentence has is that.
fn is_short(inside: &str, behind: &str) -> bool {
    let sign = |c: char| c.is_ascii_digit() || matches!(c, '$' | '|' | '@' | '§' | '/' | ':' | '-');
    let among_capitals = !behind.contains(char::is_lowercase);
    inside.chars().count() <= SHORT
        && inside.split(is_silent).count() <= SHORT_WORDS
        && !inside.contains(char::is_lowercase)
        && inside.contains(|c: char| c.is_alphanumeric() || matches!(c, '$' | '|' | '@' | '§'))
        && (!among_capitals
            || inside.len() <= SHORT_AMONG_CAPITALS
            || inside.contains(sign)
            || could_be_mark(inside))
}

/// What stands in parentheses before a paragraph and is no mark: a year and other numbers, a day, the part of a
/// document, an abbreviation with full stops.
fn is_known(inside: &str) -> bool {
    const PARTS: [&str; 22] = [
        "ANNEX",
        "APPENDIX",
        "ATTACHMENT",
        "TAB",
        "ENCLOSURE",
        "PARA",
        "PARAS",
        "PARAGRAPH",
        "SECTION",
        "PART",
        "ARTICLE",
        "ART",
        "CHAPTER",
        "ITEM",
        "OPTION",
        "REF",
        "REFTEL",
        "REFS",
        "TABLE",
        "FIGURE",
        "PAGE",
        "SEE",
    ];
    const MONTHS: [&str; 12] = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ];
    let digits = inside.bytes().filter(u8::is_ascii_digit).count();
    let letters = inside.chars().filter(|c| c.is_alphabetic()).count();
    let first = inside
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    let numbers = digits > 1 && letters == 0 && !inside.contains(['$', '|', '@']);
    let dated = digits > 0
        && inside
            .split(|c: char| !c.is_alphabetic())
            .any(|word| MONTHS.iter().any(|month| word.starts_with(month)));
    numbers || dated || PARTS.contains(&first) || is_abbreviation(inside)
}

/// `U.S.`, `U.K.`: capitals, each with a full stop, that no level is abbreviated to.
pub(super) fn is_abbreviation(inside: &str) -> bool {
    inside.len() >= 4
        && inside != "T.S."
        && inside
            .as_bytes()
            .chunks(2)
            .all(|pair| matches!(pair, [letter, b'.'] if letter.is_ascii_uppercase()))
}
