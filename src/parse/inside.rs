//! Marks inside a block: in the middle of a line, in the row of a table, behind a label, behind the end of a sentence
//! (reading rule 1).
//!
//! They are no mark of the block. The block holds what they rate, and so it is rated as that at least.

use std::borrow::Cow;

use super::build::Builder;
use super::chars::{byte, from, is_silent, skip_silent};
use super::plain::{self, Plain};
use super::token::{self, Reach, Reading};
use super::{findings, sentence};
use crate::Span;
use crate::document::{Block, BlockKind, Field, Mark, Place};
use crate::marking::{Label, Likeness, SpelledLevel, StatedMark};

/// How far an item of a list may stand behind the one before it, in bytes.
const LIST: usize = 4096;
/// The most words of a label, and its longest text, in bytes.
const LABEL_WORDS: usize = 4;
pub(super) const LABEL: usize = 48;

/// Looks at the tokens inside every block.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    let habit = Habit::of(&builder.blocks);
    for index in 0..builder.blocks.len() {
        let Some(block) = builder.blocks.get(index) else {
            break;
        };
        let text = builder.source.get(block.text.range()).unwrap_or_default();
        let Some(places) = Places::of(block.kind) else {
            continue;
        };
        let start = block.text.start();
        for Inside {
            span,
            label,
            doubtful,
        } in marks(text, places, habit).chain(bare(text, places))
        {
            let span = span.shifted(start);
            let known = builder
                .blocks
                .get(index)
                .is_none_or(|block| block.mark.span() == Some(span) || covers(block, &label));
            if !known {
                builder.note(&findings::DOUBTFUL_MARK, span);
                if doubtful {
                    builder.raise(index, &label);
                } else {
                    builder.raise_stated(index, &label);
                }
            }
        }
    }
}

/// Whether the block is withheld already wherever `label` is.
fn covers(block: &Block, label: &Label) -> bool {
    let own = match &block.mark {
        Mark::Stated { stated, .. } => stated.label().dominates(label),
        Mark::Damaged { .. } | Mark::Excised(_) => !block.is_undecided,
        Mark::Unmarked => Label::unclassified().dominates(label),
    };
    own || block
        .at_least
        .as_ref()
        .is_some_and(|least| least.dominates(label))
}

/// Where in a block a token may be a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Places {
    /// Anywhere, if it can be nothing else; otherwise at the start of a line, behind a gap or the end of a sentence.
    Text,
    /// Only where it can be nothing else: letters count references, reasons and sections there.
    Field,
}

impl Places {
    fn of(kind: BlockKind) -> Option<Self> {
        match kind {
            BlockKind::Paragraph
            | BlockKind::Subparagraph
            | BlockKind::Plain
            | BlockKind::Subject
            | BlockKind::Field(Field::Unknown | Field::Passing) => Some(Self::Text),
            BlockKind::Field(Field::Transmission | Field::Reference | Field::Caption) => None,
            BlockKind::Field(_) => Some(Self::Field),
        }
    }
}

/// Where the paper states its marks. One that marks in front does not mark behind: `Durham (NC).`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Habit {
    Front,
    Behind,
}

impl Habit {
    fn of(blocks: &[Block]) -> Self {
        let behind = |block: &Block| {
            matches!(
                block.mark,
                Mark::Stated {
                    place: Place::Trail,
                    ..
                }
            )
        };
        if blocks.iter().any(behind) {
            Self::Behind
        } else {
            Self::Front
        }
    }
}

/// Marks that stand without brackets: `S//NF The relay`, `SECRET: the relay`, at the start of a line, behind a gap or the
/// end of a sentence.
fn bare(text: &str, places: Places) -> impl Iterator<Item = Inside> {
    let text = if places == Places::Text { text } else { "" };
    let slashes = memchr::memmem::find_iter(text.as_bytes(), b"//").filter_map(move |at| {
        let glued = near(text, at).rsplit(is_silent).next()?;
        // A word is looked at once, where its first strokes stand.
        if glued.contains('/') {
            return None;
        }
        let start = at - glued.len();
        let word = window(text, start).split(is_silent).next()?;
        let level = word.bytes().next()?.is_ascii_uppercase() || word.starts_with("//");
        let alone = !word.contains(|c| token::opens(c) || token::closes(c))
            && Likeness::of(word).is_certain();
        let span = Span::new(start, start + word.len());
        (level && alone && in_place(text, span, word)).then(|| Inside {
            span,
            label: StatedMark::read(word.trim_end_matches(['.', ',', ':', ';']))
                .map_or_else(|_| Label::unresolved(), |stated| stated.label()),
            doubtful: false,
        })
    });
    let levels = lines(text).filter_map(|(start, line)| {
        let spelled = SpelledLevel::at(line)?;
        let word = line.get(..spelled.end())?;
        let heads = from(line, spelled.end())
            .trim_start_matches(' ')
            .starts_with(':');
        let span = Span::new(start, start + spelled.end());
        (heads && !word.contains(char::is_lowercase)).then(|| Inside {
            span,
            label: spelled.label(),
            doubtful: false,
        })
    });
    slashes
        .chain(levels)
        .filter(|found| !Label::unclassified().dominates(&found.label))
}

/// The lines of a text that begin with a capital, each with its place.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    std::iter::once(0).chain(starts).filter_map(move |start| {
        let start = skip_silent(text, start);
        byte(text, start)
            .is_ascii_uppercase()
            .then(|| (start, from(text, start)))
    })
}

/// A mark inside a text, and what it asks.
struct Inside {
    span: Span,
    label: Label,
    /// Whether it may be none, so that it speaks for its own block alone.
    doubtful: bool,
}

/// The marks inside `text`.
fn marks(text: &str, places: Places, habit: Habit) -> impl Iterator<Item = Inside> {
    // Where a text marks what it names one by one, `Alder (U), Birch (S)`, a letter is a mark wherever it stands.
    let named = memchr::memmem::find(text.as_bytes(), b" (U)").is_some();
    candidates(text).filter_map(move |at| {
        let Found {
            span,
            inside,
            folded,
            half,
        } = Found::at(text, at)?;
        let inside = inside.as_ref();
        let likeness = Likeness::of(inside);
        let reading = token::read(inside);
        let counts = if likeness.is_certain() {
            !is_cited(text, at, inside)
        } else {
            let readable = matches!(reading, Reading::Mark(_)) && likeness >= Likeness::Letter;
            places == Places::Text
                && likeness > Likeness::Short
                && ((named && readable && !is_glued(text, at))
                    || in_place(text, span, inside)
                    || ((habit == Habit::Behind || readable) && ends_line(text, span, inside)))
                && (!in_run(text, at, inside) || follows_number(text, at))
        };
        let label = match reading {
            _ if folded => Label::unresolved(),
            Reading::Mark(stated) => stated.label(),
            // A letter that is no level counts something.
            Reading::Like(Likeness::Letter | Likeness::Short | Likeness::Text) => return None,
            Reading::Like(Likeness::Likely | Likeness::Certain) => Label::unresolved(),
        };
        let doubtful = half || (!likeness.is_certain() && !label.is_resolved());
        (counts && !Label::unclassified().dominates(&label)).then_some(Inside {
            span,
            label,
            doubtful,
        })
    })
}

/// A token in brackets of any kind.
struct Found<'t> {
    span: Span,
    inside: Cow<'t, str>,
    /// Whether it is written as no typist of a mark does, so that it cannot be read.
    folded: bool,
    /// Whether its closing bracket is lost.
    half: bool,
}

impl<'t> Found<'t> {
    fn at(text: &'t str, at: usize) -> Option<Self> {
        if byte(text, at) == b'(' {
            let Some(token) = token::at(text, at) else {
                return token::half(text, at, Reach::Block)
                    .map(|span| Self {
                        span,
                        inside: "//".into(),
                        folded: true,
                        half: true,
                    })
                    .filter(|half| in_place(text, half.span, "//"));
            };
            let inside = token.inside(text);
            if inside.is_ascii() && !inside.contains(['\\', '&', '*']) {
                return Some(Self {
                    span: token.span,
                    inside: inside.into(),
                    folded: false,
                    half: false,
                });
            }
        }
        let plain = Plain::of(from(text, at))?;
        let shown = plain.text();
        let token = token::at(shown, 0).filter(|_| byte(shown, 0) == b'(')?;
        Some(Self {
            span: plain.span(token.span).shifted(at),
            inside: token.inside(shown).to_owned().into(),
            folded: plain.is_folded(token.span),
            half: false,
        })
    }
}

/// Where a token may open: at brackets of every kind, and at what stands for one.
fn candidates(text: &str) -> impl Iterator<Item = usize> {
    let round = memchr::memchr3_iter(b'(', b'[', b'{', text.as_bytes());
    let other = memchr::memchr2_iter(b'<', b'&', text.as_bytes());
    let wide = if text.is_ascii() { "" } else { text };
    let wide = wide
        .char_indices()
        .filter(|(_, c)| !c.is_ascii() && plain::opens(*c))
        .map(|(at, _)| at);
    round.chain(other).chain(wide)
}

/// How far around a token is looked, in bytes: what stands further off says nothing of it.
const NEAR: usize = 96;

/// What stands right before `at`.
fn near(text: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(NEAR);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..at).unwrap_or_default()
}

/// What stands right behind `at`.
fn window(text: &str, at: usize) -> &str {
    let mut end = (at + NEAR).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(at..end).unwrap_or_default()
}

/// Whether a token that may be a letter, a word or a slip stands where marks do: at the start or the end of a line, behind
/// two spaces, a tab, a bar, the end of a sentence, or a label.
fn in_place(text: &str, span: Span, inside: &str) -> bool {
    let at = span.start();
    let before = near(text, at);
    let shown = before.trim_end_matches(is_silent);
    let between = before.get(shown.len()..).unwrap_or_default();
    let starts_line = shown.is_empty() || between.contains(is_break);
    let gap = between.contains('\t') || between.chars().filter(|c| is_silent(*c)).count() > 1;
    let bare = shown.trim_end_matches(|c| is_silent(c) || plain::is_decoration(c));
    let decorated = bare.is_empty()
        || shown
            .get(bare.len()..)
            .is_some_and(|around| around.contains(is_break));
    if starts_line
        || gap
        || decorated
        || shown.ends_with(['|', '*', '_', '“', '‘', '„'])
        || shown.ends_with(" /")
    {
        return true;
    }
    // `1950'(S)`: a word or a quotation mark that the token is glued to ends no sentence.
    if between.is_empty()
        && shown.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '"' | '”'))
    {
        return false;
    }
    if sentence::may_end(shown) {
        return true;
    }
    let behind = from(text, span.end());
    let line_start = shown.rfind(is_break).map_or(0, |at| at + 1);
    let head = shown.get(line_start..).unwrap_or_default();
    // `First, (S) …`, `§ 4 (S) …`: what counts a portion, and no sentence.
    let mut words = head.split(is_silent).filter(|word| !word.is_empty());
    let counted = match (words.next(), words.next()) {
        (Some(word), None) => word.ends_with(','),
        (Some(_), Some(_)) => !head.chars().any(char::is_alphabetic),
        (None, _) => true,
    };
    if counted {
        return true;
    }
    let text_behind = behind.trim_start_matches(' ');
    // `Mr. Ode (S) The relay`: words that all begin with a capital; a sentence has others.
    let named = head
        .split(is_silent)
        .all(|word| !word.starts_with(char::is_lowercase))
        && !head.ends_with("Copyright");
    let labelled = is_label(head)
        && (text_behind.starts_with([':', '-', '–', '—'])
            || (named
                && inside.trim_start().starts_with(char::is_uppercase)
                && text_behind.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())));
    (labelled && !sentence::names_a_part(head) && !is_message_number(head))
        || (head.ends_with(',') && between.is_empty())
        || quoted(inside, behind)
}

/// Whether the mark of a cited name ends here, with the closing quotation mark behind it.
fn quoted(inside: &str, behind: &str) -> bool {
    inside.trim_start().starts_with(char::is_uppercase)
        && behind
            .trim_start_matches(['.', ',', ';', ' '])
            .starts_with(['”', '"', '’', '»'])
}

fn is_glued(text: &str, at: usize) -> bool {
    near(text, at).ends_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '"' | '”'))
}

/// Whether nothing but the end of a sentence stands between a token in capitals and the end of its line.
fn ends_line(text: &str, span: Span, inside: &str) -> bool {
    let shown = near(text, span.start());
    let glued =
        shown.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '"' | '”'));
    let rest = from(text, span.end()).trim_start_matches(|c: char| {
        c == ' ' || c == '\t' || matches!(c, '.' | ',' | ';' | ':' | '"' | '”' | '\'')
    });
    inside.trim_start().starts_with(char::is_uppercase)
        && rest.starts_with(is_break)
        && !glued
        && !is_reference(shown.trim_end_matches(is_silent))
}

/// `para 10`, `Annex`, `STATE 1234`: what stands in parentheses behind it is of what is cited.
fn is_reference(shown: &str) -> bool {
    sentence::names_a_part(shown) || shown.ends_with(|c: char| c.is_ascii_digit())
}

const fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\x0b' | '\x0c' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Words that may head a line: one to four, beginning with a capital, or a day.
fn is_label(text: &str) -> bool {
    let text = from(text, skip_silent(text, 0));
    text.len() <= LABEL
        && (text.starts_with(|c: char| c.is_ascii_uppercase())
            || (text.starts_with(|c: char| c.is_ascii_digit())
                && text.contains(char::is_uppercase)))
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '/' | '-' | '&' | '\'' | '.' | ','))
        && text.split(' ').count() <= LABEL_WORDS
}

/// `3. (C) …`: a paragraph begins here, whatever letters stood before.
fn follows_number(text: &str, at: usize) -> bool {
    let before = near(text, at).trim_end_matches(is_silent);
    let bare = before.strip_suffix('.').unwrap_or_default();
    let head = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let shown = head.trim_end_matches(is_silent);
    let apart = shown.is_empty() || head.ends_with("  ") || head.ends_with(is_break);
    head.len() < bare.len() && (apart || sentence::may_end(shown))
}

/// `para 10 (SBU)`: a token of one word behind the name of a part is of what is cited.
fn is_cited(text: &str, at: usize, inside: &str) -> bool {
    let head = near(text, at);
    let before = head.trim_end_matches(is_silent);
    if !matches!(head.get(before.len()..), Some("" | " " | "\n")) {
        return false;
    }
    !inside.contains('/')
        && (sentence::names_a_part(before)
            || is_message_number(before)
            || spells_initials(before, inside))
}

/// `VESTA 2233 (STADIS)`: the reference of a telegram, with the caption that it had.
fn is_message_number(before: &str) -> bool {
    let mut words = before.rsplit(is_silent);
    let number = |word: &str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_digit());
    let post = |word: &str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_uppercase());
    words.next().is_some_and(number) && words.next().is_some_and(post)
}

/// `Diplomatic Security (DS)`: an abbreviation behind the words it is made of.
pub(super) fn spells_initials(before: &str, inside: &str) -> bool {
    let mut words = before.rsplit(|c: char| is_silent(c) || c == '-' || c == '/');
    inside.chars().count() > 1
        && inside.chars().all(char::is_alphabetic)
        && inside.chars().rev().all(|letter| {
            words
                .by_ref()
                .find(|word| !word.is_empty() && !is_joining(word))
                .and_then(|word| word.chars().next())
                .is_some_and(|first| first.eq_ignore_ascii_case(&letter))
        })
}

/// Words that an abbreviation leaves out.
fn is_joining(word: &str) -> bool {
    ["of", "the", "and", "for"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether the item `letter` goes on with a complete run at the end of `text`, in capitals or small letters.
pub(super) fn goes_on(text: &str, letter: char) -> bool {
    [letter.to_ascii_uppercase(), letter.to_ascii_lowercase()]
        .into_iter()
        .any(|letter| in_run(text, text.len(), letter.encode_utf8(&mut [0; 4])))
}

/// Whether the item `letter` goes on with a run of items that close with a bracket, `A) … B) …`, or a full stop.
pub(super) fn goes_on_half(text: &str, letter: char) -> bool {
    let letter = letter.to_ascii_uppercase();
    let counts = |item: char| {
        let closed = |sign: char| text.contains(&[' ', item, sign].iter().collect::<String>());
        closed(')')
            || closed('.')
            || text.starts_with(item) && from(text, 1).starts_with([')', '.'])
    };
    letter > 'A' && ('A'..letter).all(counts)
}

/// The words that head most paragraphs which are headed at all.
const USUAL: [&str; 4] = ["SUMMARY", "COMMENT", "ACTION REQUEST", "ACTION REQUESTED"];

/// What the mark right behind the label asks that `line` begins with: `COMMENT: (S) …`, `Table 2: (S) …`,
/// `COMMENT (S): …` (reading rule 1).
pub(super) fn behind_label(line: &str) -> Option<Label> {
    let start = skip_silent(line, 0);
    let text = from(line, start);
    let window = text.as_bytes();
    let at = memchr::memchr(b'(', window.get(..LABEL).unwrap_or(window))?;
    let before = text.get(..at)?.trim_end_matches(is_silent);
    let label = before.trim_end_matches([':', '.', '-', '–', '—', ' ']);
    let token = token::at(text, at)?;
    let stops = label.len() < before.len()
        || from(text, skip_silent(text, token.span.end())).starts_with(':')
        || USUAL.iter().any(|words| label.eq_ignore_ascii_case(words));
    if !stops || !is_label(label) || sentence::names_a_part(label) {
        return None;
    }
    // A mark that ends its line is that of the sentence before it: `… AS OF` / `JUNE. (S)`.
    if skip_silent(text, token.span.end()) == text.len() {
        return None;
    }
    match token::read(token.inside(text)) {
        Reading::Mark(stated) => Some(stated.label()),
        Reading::Like(likeness) => (likeness >= Likeness::Likely).then(Label::unresolved),
    }
}

/// Whether a letter stands at the end of a complete run: `(A) … (B) … (C)` (reading rule 1).
pub(super) fn in_run(text: &str, at: usize, inside: &str) -> bool {
    let mut letters = inside.bytes();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return false;
    };
    let first = if letter.is_ascii_uppercase() {
        b'A'
    } else {
        b'a'
    };
    let bytes = text.as_bytes();
    let mut end = at;
    letter.is_ascii_alphabetic()
        && letter > first
        && (first..letter).rev().all(|before| {
            let near = end.saturating_sub(LIST);
            let found = bytes
                .get(near..end)
                .and_then(|window| memchr::memmem::rfind(window, &[b'(', before, b')']));
            if let Some(found) = found {
                end = near + found;
            }
            found.is_some()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_without_brackets_are_told_from_text() {
        for (text, expected) in [
            ("Open.\nS//NF - The relay.", &["S//NF"][..]),
            ("Open.\nSECRET: The relay.", &["S"]),
            ("Open.\nSecret: the relay.", &[]),
            ("See http://example.test/S//NF for it", &[]),
            ("either//or", &[]),
        ] {
            let found: Vec<String> = bare(text, Places::Text)
                .map(|found| found.label.to_string())
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn marks_inside_a_block_are_told_from_its_text() {
        for (text, expected) in [
            ("The dam holds. (C) The road does not.", &["C"][..]),
            (
                "a study, “Bridges of the Coast (S//NF),” was sent",
                &["S//NF"],
            ),
            ("the pier (SBU) and the boom", &["SBU"]),
            ("Alder    (S) Relays of Mr. Ode", &["S"]),
            ("Alder | (S) Relays", &["S"]),
            ("Open.\nKey findings: (S) The relay.", &["S"]),
            ("Open;\n(S) The relay.", &["S"]),
            ("Comment (S): The relay.", &["S"]),
            ("The relay\n(S) is under the pier.", &["S"]),
            ("Refs: (A) Alder 12. (B) Alder 13. (C) Alder 14.", &[]),
            ("the office of the comptroller (C) wrote", &[]),
            ("he has the memorandum(s).", &[]),
            ("Diplomatic Security (DS) has it", &[]),
            ("as in para 10 (SBU) of the telegram", &[]),
            ("The fee (about half). It", &[]),
            ("He left. (Secret police followed him.) It", &[]),
            ("Durham (NC). The plant", &[]),
            ("Article 12(C). The plant", &[]),
            ("Options: (A) stay; (B) go; (C) wait", &[]),
            ("a study, “Bridges of the Coast (S),” was sent", &["S"]),
            (
                "courses for trainees (CTs).\nThe plant in Durham (NC).\nIt",
                &[],
            ),
            ("The relay is old (S)\nand dry", &["S"]),
            ("Boats: Alder (U), Birch (S), Cedar (U).", &["S"]),
            ("First, (S) the relay", &["S"]),
            ("Mr. Ode (S) The relay", &["S"]),
            ("The firm Vesta Lines (S) Ltd sells it", &[]),
            ("Copyright (C) 2005 by Ode", &[]),
            ("March 14, 2006 (C) The relay", &["C"]),
            (",Birch,(C) The relay,", &["C"]),
            ("Open. (SJ The relay", &["unresolved"]),
            ("Open. (S//NF the relay", &["unresolved"]),
            ("Open. 2. (1Sj The relay", &["unresolved"]),
            ("The relay (which is", &[]),
            (
                "It is old. (The relay is new, and nobody has seen it in a year of work.)",
                &[],
            ),
            ("The pier / (S) the relay", &["S"]),
            ("The note reads: “(S) The relay ends.”", &["S"]),
            ("The pier holds. （S） The relay.", &["unresolved"]),
            ("The pier holds. [S] The relay.", &["unresolved"]),
            ("The pier holds. &#40;S&#41; The relay.", &["S"]),
            ("The pier holds.\n“(S) The relay.”", &["S"]),
            ("The pier holds. See [3] and <b>bold</b> text", &[]),
        ] {
            let found: Vec<String> = marks(text, Places::Text, Habit::Front)
                .map(|found| found.label.to_string())
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
