//! Tokens between brackets, and the one answer to whether a token could be a mark (reading rule 1).

use super::chars::{byte, from, is_silent};
use super::run;
use crate::Span;
use crate::document::roman_value;
use crate::marking::{Likeness, SpelledLevel, StatedMark, names_protection};

/// The longest token, in characters, with room for what does not show.
pub(super) const LONGEST: usize = 128;

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
    /// One that cannot, if it is a mark; how much it is like one says where it counts.
    Like(Likeness),
}

/// Whether a bracket opens a token.
pub(super) const fn opens(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '(' | '[' | '{' | '<');
    }
    matches!(
        c,
        '（' | '［'
            | '｛'
            | '＜'
            | '【'
            | '〔'
            | '〈'
            | '《'
            | '⟨'
            | '❨'
            | '⁽'
            | '‹'
            | '⦅'
            | '｟'
            | '〖'
            | '〘'
            | '⸨'
            | '❪'
            | '❲'
            | '﴾'
            | '﹙'
            | '⟦'
            | '「'
            | '『'
            | '«'
    )
}

/// Whether a bracket closes one.
pub(super) const fn closes(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, ')' | ']' | '}' | '>');
    }
    matches!(
        c,
        '）' | '］'
            | '｝'
            | '＞'
            | '】'
            | '〕'
            | '〉'
            | '》'
            | '⟩'
            | '❩'
            | '⁾'
            | '›'
            | '⦆'
            | '｠'
            | '〗'
            | '〙'
            | '⸩'
            | '❫'
            | '❳'
            | '﴿'
            | '﹚'
            | '⟧'
            | '」'
            | '』'
            | '»'
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
    StatedMark::of(inside).map_or_else(|| Reading::Like(Likeness::of(inside)), Reading::Mark)
}

/// What follows the level in the longest remark that is taken for a mark, in characters.
const REMARK: usize = 40;

/// Whether the text between two brackets begins with a level: in the place of a mark that is an unreadable mark, whatever
/// goes on behind it (reading rule 1).
fn begins_with_level(inside: &str) -> bool {
    let end = inside
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(inside.len());
    let (word, rest) = inside.split_at_checked(end).unwrap_or_default();
    inside.chars().nth(REMARK).is_none()
        && !is_abbreviation(inside)
        && word.len() > 1
        && rest.starts_with([' ', ',', ';', ':', '-', '/'])
        && StatedMark::of(word).is_some()
}

/// `(S/S 8626863)`, `(B 1973)`: a number of four digits or more is that of a paper, or a year.
pub(super) fn holds_a_number(token: &str) -> bool {
    let mut four = token.as_bytes().windows(4);
    four.any(|four| four.iter().all(u8::is_ascii_digit))
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
    StatedMark::of(inside).is_some()
        || (!is_sentence(inside)
            && (Likeness::of(inside) >= Likeness::Letter || begins_with_level(inside)))
}

/// A sentence between parentheses, with its full stop: `(LOU ONLY WHERE NOTED.)`
fn is_sentence(inside: &str) -> bool {
    inside.ends_with('.') && inside.split(is_silent).nth(3).is_some() && !inside.contains("//")
}

/// The longest half of a mark that is not read, in bytes.
const HALF: usize = 9;
const HALF_TOKEN: usize = 24;
/// The longest such half in small letters: `(cj`.
const SMALL: usize = 2;
/// How far behind its opening bracket a remark may close, in characters.
const REMARK_REACH: usize = 512;
const LONG_REMARK: usize = 4096;
/// The longest with digits, signs or small letters among its capitals.
const SHORT_HALF: usize = 5;
/// The longest word before a closing bracket that is none of a language: `ce)`, `f0)`.
const SHORT_WORD: usize = 3;

/// What stands at `at`, in the place of a mark at the start of a block, and is neither read as one nor a known other
/// thing: a short token of capitals, digits and signs, whole or half closed (reading rule 1).
pub(super) fn odd(text: &str, start: usize, reach: Reach) -> Option<Span> {
    let word = word_at(text, start);
    if is_word(word) {
        return bare(text, start);
    }
    if let Some(passage) = passage(text, start) {
        return Some(passage);
    }
    if let Some(token) =
        at(text, start).filter(|token| token.span.len() >= word.trim_end_matches(is_sign).len())
    {
        let inside = token.inside(text);
        // `(VS-NfD)`, `(Restricted)`: the marks of others are written in any letters.
        let title = inside.contains(char::is_uppercase)
            && Likeness::of(&inside.to_ascii_uppercase()) >= Likeness::Likely
            && !inside
                .split(is_silent)
                .skip(1)
                .any(|word| !word.contains(char::is_uppercase));
        // `(lS)`: a small letter that OCR reads for a capital or a bracket, beside a capital.
        let misread = inside.contains(char::is_uppercase)
            && Likeness::of(&inside.replace('l', "1")) >= Likeness::Short;
        let like = title || misread || Likeness::of(inside) >= Likeness::Short;
        let odd = (like && !is_number(inside) && !is_sentence(inside)) || says_mark(inside);
        return odd.then_some(token.span);
    }
    half(text, start, reach)
        .or_else(|| half_in_capitals(text, start, reach))
        .or_else(|| half_closed(text, start, reach))
        .or_else(|| between_strokes(text, start))
        .or_else(|| scrambled(text, start))
        .or_else(|| bare(text, start))
}

/// What says in words that it is a mark, and a bracket whose letter is lost: `(following is SECRET)`, `( )`, `(_)`, `(█)`.
pub(super) fn says_mark(inside: &str) -> bool {
    let lost = |c: char| is_silent(c) || matches!(c, '_' | '?' | '*' | '.' | '█' | '■' | '▮');
    let blank = inside.chars().all(lost) && inside.chars().nth(2).is_none();
    blank || (names_protection(inside) && !is_sentence(inside))
}

/// How much is known of what stands behind a bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// One line: a bracket may close on the next.
    Line,
    /// The whole block.
    Block,
}

/// A mark whose closing bracket is lost or read for a letter: `(S//NF text`, `(SJ text`, `(G1 text`. A bracket that does
/// not close before the next one opens, with a short run of capitals and digits behind it, or two small letters.
pub(super) fn half(text: &str, start: usize, reach: Reach) -> Option<Span> {
    let word = word_at(text, start);
    let inside = word.strip_prefix(opens)?.trim_start_matches(opens);
    let rest = from(text, start + word.len());
    let length = inside.chars().count();
    // Among capitals a word in capitals is a word: what a scanner leaves of a mark has digits, signs or small letters in it.
    let word_of_text = length > SMALL && inside.chars().skip(1).all(char::is_lowercase);
    let mixed = !word_of_text
        && inside.contains(|c: char| !c.is_ascii_uppercase())
        && inside.contains(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
        && !inside.ends_with([':', ',', ';']);
    let short = length > 1 && (length <= SMALL || (mixed && length <= SHORT_HALF));
    let like = length > 1 && length <= HALF_TOKEN && Likeness::of(inside) >= Likeness::Likely;
    let misread = misread_half(inside).is_some();
    let whole = inside.contains(|c| opens(c) || closes(c) || c == '.');
    let level = length == 1
        && inside.contains(|c: char| c.is_ascii_uppercase())
        && StatedMark::of(inside).is_some();
    (!whole
        && (((short || level) && reach == Reach::Block) || like || misread)
        && !closes_in(rest, REMARK_REACH))
    .then(|| Span::new(start, start + word.len()))
}

/// A passage in brackets that begins with its mark: `[S: the relay …]`, `(TS//SI: …)`.
fn passage(text: &str, start: usize) -> Option<Span> {
    let word = word_at(text, start);
    let inside = word.strip_prefix(opens)?.strip_suffix(':')?;
    let level =
        inside.contains(|c: char| c.is_ascii_uppercase()) && StatedMark::of(inside).is_some();
    level.then(|| Span::new(start, start + word.len()))
}

/// A word in capitals behind a bracket that nothing closes: the closing bracket of a mark is lost among its letters.
fn half_in_capitals(text: &str, start: usize, reach: Reach) -> Option<Span> {
    let word = word_at(text, start);
    let inside = word.strip_prefix(opens)?.trim_start_matches(opens);
    let length = inside.chars().count();
    let capitals = (2..=HALF + SHORT_WORD).contains(&length)
        && !inside.contains(|c| is_small(c) || opens(c) || closes(c) || c == '.')
        && !inside.ends_with([':', ',', ';']);
    (reach == Reach::Block && capitals && !closes_in(from(text, start + word.len()), LONG_REMARK))
        .then(|| Span::new(start, start + word.len()))
}

/// Without the letter that its closing bracket was read for, the mark that half of one is.
fn misread_half(inside: &str) -> Option<&str> {
    let bare = inside.strip_suffix([
        'J', 'j', 'I', 'l', '1', '|', '!', '7', 'Q', 'D', '0', 'O', 'Y',
    ])?;
    (bare.len() <= HALF && StatedMark::of(bare).is_some()).then_some(bare)
}

/// Whether half of a mark can be nothing else: it holds `//`, or two letters or more that are a level or a control.
pub(super) fn is_certain_half(inside: &str) -> bool {
    Likeness::of(inside).is_certain()
        || misread_half(inside)
            .is_some_and(|bare| bare.len() > 2 && Likeness::of(bare).is_certain())
}

const fn is_small(c: char) -> bool {
    c.is_ascii_lowercase()
}

const fn is_sign(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | ':' | ';' | '"' | '”' | '\'' | '’' | '*' | '_'
    )
}

/// Whether a bracket that stands open before `rest` closes in it, as far as a remark reaches.
fn closes_in(rest: &str, reach: usize) -> bool {
    let mut depth = 1_usize;
    for c in rest.chars().take(reach) {
        if opens(c) {
            depth += 1;
        } else if closes(c) {
            depth -= 1;
            if depth == 0 {
                return true;
            }
        }
    }
    false
}

/// A mark whose opening bracket is lost or read for a letter: `fS) text`, `l6BU) text`, `S//NF) text`. What closes a bracket
/// that stands open, and what counts items, is none.
fn half_closed(text: &str, start: usize, reach: Reach) -> Option<Span> {
    let word = word_at(text, start);
    let bare = word.strip_suffix(closes)?;
    if bare.is_empty() || bare.contains(|c| opens(c) || closes(c) || c == '.') {
        return None;
    }
    let length = bare.chars().count();
    let like = match bare.chars().next() {
        // Where a block begins, its neighbours decide what one letter is.
        Some(letter) if length == 1 => {
            reach == Reach::Block
                && letter.is_ascii_uppercase()
                && StatedMark::of(bare).is_some()
                && !run::goes_on_half(text.get(..start).unwrap_or_default(), letter)
        }
        Some(_) if counts(bare) => false,
        Some(_) | None => {
            let signs = bare.contains(|c: char| !c.is_lowercase());
            length <= SHORT_WORD
                || (signs && bare.len() <= HALF)
                || (bare.contains("//") && bare.len() <= HALF_TOKEN)
        }
    };
    (like && !stands_open(text, start)).then(|| Span::new(start, start + word.len()))
}

/// `12`, `iv`: what counts items before a closing bracket.
fn counts(bare: &str) -> bool {
    bare.bytes().all(|b| b.is_ascii_digit()) || roman_value(bare).is_some()
}

/// Whether a bracket opened before `at` and has not closed.
pub(super) fn stands_open(text: &str, at: usize) -> bool {
    let mut closed = 0_usize;
    let before = text.get(..at).unwrap_or_default();
    for c in before.chars().rev().take(REMARK_REACH) {
        if closes(c) {
            closed += 1;
        } else if opens(c) {
            if closed == 0 {
                return true;
            }
            closed -= 1;
        }
    }
    false
}

/// A mark between strokes or bars: `/TS/ text`, `|SBU| text`. `/s/` stands for a signature.
fn between_strokes(text: &str, start: usize) -> Option<Span> {
    let word = word_at(text, start);
    let inside = ['/', '|']
        .iter()
        .find_map(|sign| word.strip_prefix(*sign)?.strip_suffix(*sign))?;
    let signature = word.eq_ignore_ascii_case("/s/");
    let readable = StatedMark::of(inside).is_some() || Likeness::of(inside) >= Likeness::Likely;
    (!signature && readable).then(|| Span::new(start, start + word.len()))
}

/// A mark whose brackets stand in the wrong places: `C() text`, `S(BU) text`, `.C) text`, `(() text`.
fn scrambled(text: &str, start: usize) -> Option<Span> {
    let word = word_at(text, start);
    let brackets = word.chars().filter(|c| opens(*c) || closes(*c)).count();
    if word.len() > HALF + SHORT_WORD || brackets == 0 || word.contains(char::is_lowercase) {
        return None;
    }
    // `A) … B) … C) …`: an item of a run.
    if let [letter, b')'] = word.as_bytes()
        && run::goes_on_half(text.get(..start).unwrap_or_default(), char::from(*letter))
    {
        return None;
    }
    let shown: String = word
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '/')
        .collect();
    let head = word.find(opens).unwrap_or_default();
    // `X(S) text`: a letter too many before a mark.
    let letters = word.bytes().take(head).all(|b| b.is_ascii_alphabetic());
    let glued = letters
        && (1..SHORT_WORD).contains(&head)
        && at(text, start + head)
            .is_some_and(|token| matches!(read(token.inside(text)), Reading::Mark(_)));
    let like = if shown.is_empty() {
        brackets > 2
    } else {
        glued || StatedMark::of(&shown).is_some() || Likeness::of(&shown) >= Likeness::Likely
    };
    (like && !stands_open(text, start)).then(|| Span::new(start, start + word.len()))
}

/// Whether no bracket stands in a word, and no stroke or bar before it: it is a mark without brackets or none.
fn is_word(word: &str) -> bool {
    let bracket = |b: u8| !b.is_ascii() || opens(b.into()) || closes(b.into());
    !word.starts_with(['/', '|']) && !word.bytes().any(bracket)
}

/// A mark without brackets: `S//NF text`, `SBU: text`.
fn bare(text: &str, start: usize) -> Option<Span> {
    let word = word_at(text, start);
    if is_misread(word) {
        return Some(Span::new(start, start + word.len()));
    }
    let head = word.bytes().next()?;
    if !(head.is_ascii_uppercase() || word.starts_with("//"))
        || word.contains(|c| opens(c) || closes(c))
    {
        return None;
    }
    let certain = word.contains('/') && Likeness::of(word).is_certain();
    let spelled = SpelledLevel::at(from(text, start)).is_some_and(|level| {
        let shown = from(text, start).get(..level.end()).unwrap_or_default();
        !shown.contains(char::is_lowercase) && byte(text, start + level.end()) == b':'
    });
    (certain || spelled).then(|| Span::new(start, start + word.len()))
}

/// `lSl`, `lS//NFl`: a mark in capitals whose brackets were both read for letters or strokes that stand upright.
pub(super) fn is_misread(word: &str) -> bool {
    let upright = ['l', '|', '!', '1'];
    let inside = word.strip_prefix(upright);
    inside
        .and_then(|rest| rest.strip_suffix(upright))
        .is_some_and(|inside| {
            inside.starts_with(|c: char| c.is_ascii_uppercase())
                && !inside.contains(char::is_lowercase)
                && StatedMark::of(inside).is_some()
        })
}

/// The word that begins at `start`, as far as a token reaches.
fn word_at(text: &str, start: usize) -> &str {
    let rest = from(text, start);
    let mut end = rest.len().min(LONGEST);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let window = rest.get(..end).unwrap_or_default();
    // Nearly always the word is of letters of one byte.
    let shown = window.bytes().position(|b| !b.is_ascii_graphic());
    let word = match shown {
        Some(at) if window.as_bytes().get(at).is_some_and(|b| !b.is_ascii()) => {
            window.split(is_silent).next().unwrap_or_default()
        }
        Some(at) => window.get(..at).unwrap_or_default(),
        None => window,
    };
    // `(S),Alder`: a cell of a row ends at its comma.
    match word.split_once(',') {
        Some((cell, next)) if next.starts_with(|c: char| c.is_alphanumeric() || c == '"') => cell,
        Some(_) | None => word,
    }
}

/// Two digits or more: a year, an item, a column of a table.
fn is_number(inside: &str) -> bool {
    inside.len() > 1 && inside.bytes().all(|b| b.is_ascii_digit())
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
