//! What stands in the strict place of a mark inside a block and is not read: a lost or misread bracket, a slip, a run of
//! capitals and signs that is no other known thing (reading rule 1).

use super::super::chars::{from, is_silent};
use super::super::decor::undecorated_label;
use super::super::labelled::{is_label, names_a_remark};
use super::super::lead::SYMBOLS;
use super::super::markup;
use super::super::plain::is_decoration;
use super::super::prose::ends_in_function_word;
use super::super::run::{goes_on_lines, in_run, in_run_of_digits, in_run_of_roman};
use super::super::sentence;
use super::super::token::{self, Reach};
use super::found::Inside;
use super::place::{follows_page_line, is_break, is_reference, near, window};
use crate::Span;
use crate::document::roman_value;
use crate::marking::{Label, Likeness, StatedMark, is_mark_shaped};

/// The longest line that does not fill its width, in bytes: a heading, a day, the number of a page.
const SHORT_LINE: usize = 40;
/// The longest number or bullet, in bytes.
const NUMBER: usize = 8;
/// The longest word that is looked at, in bytes.
const WORD: usize = 48;
/// The longest row of tags before a token, in bytes.
const TAGS: usize = 256;

/// The tokens of the block that `block` covers in `source`, in the paragraph that begins at `paragraph`. They speak for their
/// own block alone.
pub(super) fn odd(
    source: &str,
    block: Span,
    paragraph: usize,
    front: Front,
    half: Half,
) -> impl Iterator<Item = Inside> {
    let text = source.get(block.range()).unwrap_or_default();
    let mut seen = None;
    signs(text).filter_map(move |sign| {
        let start = word_start(text, sign)?;
        // A word is looked at once, whatever signs it holds.
        if seen.replace(start) == Some(start) {
            return None;
        }
        let start = start + behind_tags(from(text, start));
        let place = Strict::of(text, start)?;
        let span = token::odd(text, start, Reach::Block)?;
        let word = text.get(span.range())?;
        // What can be read is looked at with the other brackets, but for what is an ordinary abbreviation as well: `(NS)`.
        let read = token::at(text, start).is_some_and(|token| {
            let inside = token.inside(text);
            token.span == span
                && Likeness::of(inside) != Likeness::Short
                && matches!(token::read(inside), token::Reading::Mark(_))
        });
        let items = source
            .get(paragraph..block.start() + start)
            .unwrap_or_default();
        // `(U) (FNU) Ode …`, `… is open. (UPI)`: an abbreviation that the register does not know, behind the mark of the block or
        // behind its whole text.
        let inside = word.trim_matches(|c| token::opens(c) || token::closes(c));
        let behind_mark = start == 0 && front == Front::Marked;
        let last = window(text, span.end())
            .chars()
            .all(|c| !c.is_alphanumeric());
        let abbreviation = place != Strict::Last
            && (behind_mark || last)
            && Likeness::of(inside) == Likeness::Short
            && !is_mark_shaped(inside)
            && inside.bytes().all(|b| b.is_ascii_uppercase());
        let listed = || counts(items, word) || (half == Half::Counts && counts_half(items, word));
        (!read
            && !abbreviation
            && place.takes(word)
            && !place.goes_on_behind(text, span)
            && !listed()
            && !is_set(word)
            && !abbreviates(text, start, word))
        .then(|| Inside {
            span,
            label: Label::unresolved(),
            doubtful: true,
        })
    })
}

/// Where a bracket, a stroke or a bar stands; no other token is odd.
fn signs(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let round = memchr::memchr3_iter(b'(', b')', b'/', bytes).peekable();
    let square = memchr::memchr3_iter(b'[', b']', b'|', bytes).peekable();
    let curly = memchr::memchr3_iter(b'{', b'}', b'<', bytes).peekable();
    let wide = if text.is_ascii() { "" } else { text };
    let wide = wide
        .char_indices()
        .filter(|(_, c)| !c.is_ascii() && (token::opens(*c) || token::closes(*c)))
        .map(|(at, _)| at);
    round.chain(square).chain(curly).chain(wide)
}

/// Where the word begins that holds `at`; `None` where it is longer than a mark.
fn word_start(text: &str, at: usize) -> Option<usize> {
    let before = near(text, at);
    let word = before
        .rsplit(|c: char| is_silent(c) || is_decoration(c))
        .next()
        .unwrap_or_default();
    (word.len() <= WORD).then(|| at - word.len())
}

/// How much of a word is tags and entities of a web page, in bytes.
fn behind_tags(word: &str) -> usize {
    let mut at = 0;
    while let Some(width) = markup::tag_or_entity(from(word, at)).filter(|_| at < TAGS) {
        at += width;
    }
    at
}

/// What stands before the text of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Front {
    /// A mark that can be read.
    Marked,
    /// None.
    Bare,
}

/// Whether half a mark may be an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// As a mark it would stand above every level line.
    Counts,
    Never,
}

/// What makes a place one for a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strict {
    /// A sentence ended before it, or a heading, a label, a number or a bullet stands there.
    Begins,
    /// It begins a line under a short one: a heading, a day, the number of a page, or the row of a table.
    Under,
    /// A gap stands before it, as between the cells of a row.
    Gap,
    /// It ends the text, behind a word.
    Last,
}

impl Strict {
    fn of(text: &str, at: usize) -> Option<Self> {
        let before = near(text, at);
        let mut shown = before.trim_end_matches(|c| is_silent(c) || is_decoration(c));
        // A tag is no word, and what ends before it ends.
        let tagged = shown.ends_with('>').then(|| shown.rfind('<')).flatten();
        if let Some(head) = tagged.and_then(|at| shown.get(..at)) {
            shown = head.trim_end_matches(|c| is_silent(c) || is_decoration(c));
        }
        let between = before.get(shown.len()..).unwrap_or_default();
        if shown.is_empty() {
            return Some(Self::Begins);
        }
        if between.contains(is_break) {
            if sentence::may_end(shown) {
                return Some(Self::Begins);
            }
            let line = shown.rsplit(is_break).next().unwrap_or_default();
            let whole = line.len() < shown.len() || before.len() == at;
            let heads = whole && line.len() <= SHORT_LINE && !ends_in_function_word(line);
            return heads.then_some(Self::Under);
        }
        if between.is_empty() {
            return None;
        }
        let line = shown.rsplit(is_break).next().unwrap_or_default();
        if sentence::may_end_before_mark(line.rsplit(is_silent).next().unwrap_or_default())
            || is_counted(line)
            || is_headed(line)
            || (is_label(line.trim_start_matches(is_silent)) && heads_text(text, at))
            || (comments(line) && token::at(text, at).is_none())
            || follows_page_line(shown, behind_token(text, at))
        {
            return Some(Self::Begins);
        }
        let gap = between.contains('\t') || between.chars().filter(|c| is_silent(*c)).count() > 1;
        if gap {
            return Some(Self::Gap);
        }
        let rest = from(text, at).trim_start_matches(|c: char| !is_silent(c));
        let last = !rest.chars().any(char::is_alphanumeric);
        (last && !is_reference(shown)).then_some(Self::Last)
    }

    /// `The transport` / `(C-130) landed`: an abbreviation in brackets that a sentence goes on behind, on its next line.
    fn goes_on_behind(self, text: &str, span: Span) -> bool {
        let token = text.get(span.range()).unwrap_or_default();
        let inside = token.trim_matches(|c| token::opens(c) || token::closes(c));
        let before = near(text, span.start()).trim_end_matches(is_silent);
        let mut words = before
            .rsplit(is_break)
            .next()
            .unwrap_or_default()
            .rsplit(' ');
        let told = words
            .next()
            .is_some_and(|word| !word.contains(char::is_uppercase) || is_designation(inside))
            && words.next().is_some();
        self == Self::Under
            && told
            && inside.len() + 2 == token.len()
            && Likeness::of(inside) == Likeness::Short
            && (sentence::goes_on(window(text, span.end())) || is_designation(inside))
    }

    /// Whether the token may stand for a mark there: in a cell or a row an abbreviation is one.
    fn takes(self, word: &str) -> bool {
        let inside = word.trim_matches(|c| token::opens(c) || token::closes(c));
        let whole = inside.len() + 2 <= word.len();
        match self {
            // `(S7/REL TO USA)`: what stands behind the stroke can be nothing else.
            Self::Begins
                if inside.split_once('/').is_some_and(|(_, rest)| {
                    Likeness::of(rest.trim_start_matches('/')).is_certain()
                }) =>
            {
                true
            }
            Self::Begins if token::says_mark(inside) => true,
            _ if inside.contains(is_silent) => {
                let joined: String = inside.chars().filter(|c| !is_silent(*c)).collect();
                StatedMark::of(&joined).is_some() || Likeness::of(inside) > Likeness::Short
            }
            Self::Begins => true,
            // `(5)`, `(M)`, `($)` in a row: an amount, a value. Where rows are marked, their first and last cells count.
            Self::Gap if whole && inside.chars().nth(1).is_none() => false,
            Self::Under | Self::Gap if Likeness::of(inside) > Likeness::Short => true,
            Self::Gap if whole => false,
            // `… at the pier (S`, `… at the pier ($)`: behind a word only what is one slip away from a mark.
            Self::Last => is_slip(inside, whole),
            Self::Under | Self::Gap => {
                inside.len() < 3
                    || !inside.bytes().all(|b| b.is_ascii_alphabetic())
                    || is_near_sbu(inside)
            }
        }
    }
}

/// `DECL/161630ZMAR31//`, `POC/ODE/LT/…`: a set of a formatted message, no field of which may be a level or a control.
fn is_set(word: &str) -> bool {
    const NAMES: [&str; 9] = [
        "AKNLDG", "AMPN", "DECL", "GENTEXT", "MSGID", "NARR", "POC", "REF", "SUBJ",
    ];
    let mut fields = word.split('/');
    fields.next().is_some_and(|name| NAMES.contains(&name))
        && fields.all(|field| Likeness::of(field) < Likeness::Letter)
}

/// Half a mark, one of whose brackets was read for a letter, or a letter of another script or a sign in the place of one.
fn is_slip(inside: &str, whole: bool) -> bool {
    let level = |word: &str| {
        word.contains(|c: char| c.is_ascii_uppercase()) && StatedMark::read(word).is_ok()
    };
    if whole {
        return !inside.contains(|c: char| c.is_ascii_alphanumeric())
            && Likeness::of(inside) >= Likeness::Letter;
    }
    let mut chars = inside.chars();
    let without_first = chars.next().map(|_| chars.as_str());
    let mut chars = inside.chars();
    let without_last = chars.next_back().map(|_| chars.as_str());
    level(inside) || without_first.is_some_and(level) || without_last.is_some_and(level)
}

/// What stands behind the token, or the word, that begins at `at`.
fn behind_token(text: &str, at: usize) -> &str {
    match token::at(text, at) {
        Some(token) => window(text, token.span.end()),
        None => window(text, at).trim_start_matches(|c: char| !is_silent(c)),
    }
}

/// `C-130`, `UH-60`: letters and a number of two digits or more.
fn is_designation(inside: &str) -> bool {
    inside.split_once('-').is_some_and(|(letters, number)| {
        letters.len() <= 3
            && letters.bytes().all(|b| b.is_ascii_uppercase())
            && number.len() > 1
            && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// `(BBU)`, `(SBV)`: one letter away from the two marks of three letters that telegrams have most.
fn is_near_sbu(inside: &str) -> bool {
    ["SBU", "LOU"].iter().any(|mark| {
        mark.len() == inside.len()
            && mark
                .bytes()
                .zip(inside.bytes())
                .filter(|(a, b)| a == b)
                .count()
                == 2
    })
}

/// `3.`, `- -`, `1/`, `[2]`, `o`, `(b)`, `A.`, `ii.`: what counts portions, and no word.
fn is_counted(line: &str) -> bool {
    let line = line.trim_start_matches(is_silent);
    let sentence = line.rsplit(". ").next().unwrap_or_default();
    [line, sentence].iter().any(|head| {
        let letters = head.trim_matches(|c: char| !c.is_alphanumeric());
        let item =
            letters.len() < head.len() && (letters.len() == 1 || roman_value(letters).is_some());
        // `1.B.2.`
        let parts = head.split(['.', '-']).filter(|part| !part.is_empty());
        let numbered = head.starts_with(|c: char| c.is_ascii_digit())
            && parts.clone().nth(1).is_some()
            && parts.clone().all(|part| {
                part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphanumeric())
                    || part.len() < 3 && part.bytes().all(|b| b.is_ascii_digit())
            });
        (head.len() == 1 && SYMBOLS.contains(head))
            || (!head.is_empty()
                && head.len() <= NUMBER
                && (item || numbered || !head.chars().any(char::is_alphabetic)))
    })
}

/// `Remarks:`, `… ends here. Item 4:`: a label.
fn is_headed(line: &str) -> bool {
    let line = undecorated_label(line);
    let Some(head) = line.strip_suffix([':', '-', '–', '—', '/']) else {
        return false;
    };
    let head = head.trim_end_matches(is_silent);
    is_label(head.rsplit(". ").next().unwrap_or_default())
}

/// `Source comment S) The relay`, `… is open. NOTE (S The relay`: half of a mark behind the label of a remark.
fn comments(line: &str) -> bool {
    let label = line.rsplit(". ").next().unwrap_or_default();
    let label = label.trim_start_matches(is_silent);
    let mut words = label.rsplit(is_silent);
    let last = words.next();
    is_label(label) && last.is_some_and(names_a_remark) && words.nth(1).is_none()
}

/// `Secretary fS): The relay`, `Secretary ( ): The relay`: a colon behind what is left of a mark. Whole brackets may say whose
/// word it is: `Mr. Ode (UK): We agree`.
fn heads_text(text: &str, at: usize) -> bool {
    let word = window(text, at).split_once(':').map(|(word, _)| word);
    let whole =
        token::at(text, at).is_some_and(|token| token.inside(text).contains(char::is_alphanumeric));
    word.is_some_and(|word| (2..=NUMBER).contains(&word.len())) && !whole
}

/// Whether the token counts an item: in a run with the one before it, or the first of one.
fn counts(before: &str, word: &str) -> bool {
    let inside = word.trim_matches(|c| token::opens(c) || token::closes(c));
    if !(word.starts_with(token::opens) && word.ends_with(token::closes)) {
        return false;
    }
    if inside.bytes().all(|b| b.is_ascii_digit()) {
        return in_run_of_digits(before, before.len(), inside);
    }
    let mut chars = inside.chars();
    let listed = match (chars.next(), chars.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() => {
            matches!(letter, 'a' | 'A' | 'i' | 'I') || in_run(before, before.len(), inside)
        }
        _ => false,
    };
    listed || in_run_of_roman(before, before.len(), inside)
}

/// `A) …`, `B) …`, `C) …`: an item of a run whose items begin lines.
fn counts_half(before: &str, word: &str) -> bool {
    let mut letters = word.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(letter), Some(')'), None) => {
            letter.is_ascii_alphabetic() && goes_on_lines(before, letter)
        }
        _ => false,
    }
}

/// `Vesta Corp. (VC)`: an abbreviation behind the words it is made of.
fn abbreviates(text: &str, at: usize, word: &str) -> bool {
    let inside = word.trim_matches(|c| token::opens(c) || token::closes(c));
    let before = near(text, at).trim_end_matches(|c: char| is_silent(c) || c == '.');
    sentence::spells_initials(before, inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_read_counts_in_the_strict_place_of_a_mark() {
        for (text, expected) in [
            ("Open.\n(CC) The relay.", Some("(CC)")),
            ("Open. (8BU] The relay.", Some("(8BU]")),
            ("Open.\nf0) The relay.", Some("f0)")),
            ("Open.\nC() The relay.", Some("C()")),
            ("Open.\nS(BU) The relay.", Some("S(BU)")),
            ("Open.\n/C/ The relay.", Some("/C/")),
            ("Open.\n|SBU| The relay.", Some("|SBU|")),
            ("Open.\n(() The relay.", Some("(()")),
            ("Open.\n(9) The relay.", Some("(9)")),
            ("Open.\n(G) The relay.", Some("(G)")),
            ("Open. TS//SI//NF) The relay.", Some("TS//SI//NF)")),
            ("Open.\nRemarks: (1S> The relay.", Some("(1S>")),
            ("Open. Item 4: C//NF) The relay.", Some("C//NF)")),
            ("Open.\n14 March 2006\n(BBU) The relay.", Some("(BBU)")),
            ("Open.\n- - l6BU) The relay.", Some("l6BU)")),
            ("Open.\n[1] (lS) The relay.", Some("(lS)")),
            ("Open.\n1/ (C The relay.", Some("(C")),
            ("Open.\nSource comment S) The relay.", Some("S)")),
            ("Open. COMMENT fS) The relay.", Some("fS)")),
            ("Open.\nNote (S The relay.", Some("(S")),
            ("Open.\nNote 1) The relay.", None),
            ("Open.\nNote A) The relay. Note B) Dry. Note C) Old.", None),
            ("Open. He left a note S) The relay.", None),
            ("Buoy     S) the relay", Some("S)")),
            ("The relay is at the pier (S", Some("(S")),
            ("The relay is at the pier S)", Some("S)")),
            ("The relay is at the pier (SJ", Some("(SJ")),
            ("The relay is at the pier fS)", Some("fS)")),
            ("The relay is at the pier ($)", Some("($)")),
            ("The relay is at the pier (Ѕ)", Some("(Ѕ)")),
            ("The relay is at the pier (S and dry", None),
            ("The relay (at the pier of annex C)", None),
            ("The relay is in annex C)", None),
            ("The relay is at the pier (B)", None),
            ("The relay is at the pier (4)", None),
            ("Open.\n/s/ Birk", None),
            ("Open. (1) One. (2) Two.", None),
            ("Open.\n(a) One.\n(b) Two.\n(e) Three", Some("(e)")),
            ("Open. a) One. b) Two.", None),
            ("Vesta Corp. (VC) sells it.", None),
            ("The members of the\n(NATO) staff", None),
            ("Alder    (NC)    Birch", None),
            ("He said (in\nthe end) nothing.", None),
            ("Open. He left and/or stayed.", None),
            ("Open. See [3] for the rest.", None),
        ] {
            let found = odd(text, Span::new(0, text.len()), 0, Front::Bare, Half::Never)
                .next()
                .and_then(|found| text.get(found.span.range()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
