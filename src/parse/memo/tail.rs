//! Marks at the end of a block: `… the new policy. (S)`, `OVERALL CONCEPT (U)`, `subject: “Bridges (C).”`
//!
//! A mark behind the end of a sentence rates the paragraph. Behind anything else it may rate a name that ends there; a
//! title states it for itself, and any other block takes at least what the mark says and its rating from its place.

use super::super::build::Builder;
use super::super::chars::{end_of_shown, from, is_silent};
use super::super::lists::{self, Letter};
use super::super::{findings, shape};
use crate::Span;
use crate::document::{Block, BlockKind, Enumerator, Field, Mark, Number, Place, Shape};
use crate::marking::{StatedMark, is_mark_shaped};

/// The longest token, and how much may stand behind it, in bytes.
const LONGEST_TOKEN: usize = 64;
const LONGEST_REST: usize = 12;

/// What stands at the end of a text in the place of a mark.
#[derive(Debug)]
pub(super) struct Tail {
    /// Where the token stands in the text.
    pub(super) token: Span,
    /// What it says; `None` for what is a mark and cannot be read.
    pub(super) stated: Option<StatedMark>,
    pub(super) behind: Behind,
    /// Whether a full stop follows.
    stopped: bool,
}

/// What the token stands behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// The end of a sentence: the mark of a paragraph.
    Sentence,
    /// A word: the mark of a title, of a paragraph without a full stop, or of a name that ends there.
    Word,
    /// A word, and a closing quotation mark follows: the mark of a cited name.
    Quoted,
    /// A letter, without a space, or the word `paragraph` and the like: no mark in all likelihood.
    Reference,
}

/// Whether a line ends its paragraph, because a mark stands behind the end of its last sentence.
pub(super) fn ends_paragraph(line: &str) -> bool {
    scan(line).is_some_and(|tail| tail.behind == Behind::Sentence && tail.stated.is_some())
}

/// Reads the end of `text`.
pub(super) fn scan(text: &str) -> Option<Tail> {
    let (end, quoted, stopped) = before_rest(text)?;
    let head = text.get(..end)?;
    let (start, stated) = token(head)?;
    let before = head.get(..start)?.trim_end_matches(is_silent);
    if before.is_empty() {
        return None;
    }
    let behind = if quoted {
        Behind::Quoted
    } else {
        behind(before, before.len() == start)
    };
    Some(Tail {
        token: Span::new(start, end),
        stated,
        behind,
        stopped,
    })
}

/// Where the token ends: before a full stop, closing quotation marks and the number of a footnote.
fn before_rest(text: &str) -> Option<(usize, bool, bool)> {
    let mut end = end_of_shown(text);
    let limit = end.saturating_sub(LONGEST_REST);
    let (mut quoted, mut stopped, mut digits) = (false, false, false);
    while end > limit {
        let c = text.get(..end)?.chars().next_back()?;
        match c {
            ')' | ']' => return Some((end, quoted, stopped)),
            // A number that stands by itself is no footnote: `in the plan (C) 1973.`
            _ if digits && !c.is_ascii_digit() => return None,
            '.' | ',' | ';' | ':' => stopped = true,
            '”' | '"' | '’' | '\'' | '»' => quoted = true,
            _ if c.is_ascii_digit() => digits = true,
            _ if is_superscript(c) || is_silent(c) || c == '*' => {}
            _ => return None,
        }
        end -= c.len_utf8();
    }
    None
}

const fn is_superscript(c: char) -> bool {
    matches!(
        c,
        '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{2079}' | '†' | '‡'
    )
}

/// The token that ends with `head`: where it starts, and what it says.
fn token(head: &str) -> Option<(usize, Option<StatedMark>)> {
    let window = head.len().saturating_sub(LONGEST_TOKEN);
    let bytes = head.as_bytes();
    let square = head.ends_with(']');
    let bracket = if square { b'[' } else { b'(' };
    let open = (window..head.len())
        .rev()
        .find(|at| bytes.get(*at) == Some(&bracket));
    if let Some(start) = open {
        let inside = head.get(start + 1..head.len() - 1)?;
        if square {
            let unreadable = super::statement::is_left_out(inside)
                || StatedMark::read(inside.trim_matches(['(', ')'])).is_ok();
            return unreadable.then_some((start, None));
        }
        if !inside.contains(')') {
            return match StatedMark::read(inside) {
                Ok(stated) => Some((start, Some(stated))),
                Err(_) if is_mark_shaped(inside) || super::statement::is_left_out(inside) => {
                    Some((start, None))
                }
                Err(_) => None,
            };
        }
    }
    // `… the new policy. S)`: half a mark.
    let start = head.rfind(is_silent).map_or(0, |at| {
        at + head
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(1, char::len_utf8)
    });
    let inside = head.get(start..head.len() - 1)?;
    (!square && inside.len() <= LONGEST_TOKEN && StatedMark::read(inside).is_ok())
        .then_some((start, None))
}

fn behind(before: &str, glued: bool) -> Behind {
    // The number of a footnote stands between the full stop and the mark.
    let bare = before.trim_end_matches(|c: char| c.is_ascii_digit() || is_superscript(c));
    if bare.len() < before.len() && ends_sentence(bare) {
        return Behind::Sentence;
    }
    if ends_sentence(before) {
        return Behind::Sentence;
    }
    if (glued && before.ends_with(char::is_alphanumeric)) || names_a_part(before) {
        return Behind::Reference;
    }
    Behind::Word
}

/// A full stop and the like, with closing quotation marks and parentheses behind it; a place left blank by the printed
/// series ends with a bracket.
fn ends_sentence(text: &str) -> bool {
    if text.ends_with(']') {
        return true;
    }
    let text = text.trim_end_matches(['”', '"', '’', '\'', ')', '»']);
    text.ends_with(['.', '?', '!', ':', ';', '…', '—', '–']) && !ends_abbreviated(text)
}

/// `Jr.`, `Inc.`, `U.S.`: no sentence has to end here. Where one does, the mark counts as one behind a word.
fn ends_abbreviated(text: &str) -> bool {
    const SHORT: [&str; 10] = [
        "Jr", "Sr", "Mr", "Dr", "Inc", "Co", "Ltd", "Gen", "Col", "Esq",
    ];
    let word = text.rsplit(is_silent).next().unwrap_or_default();
    word.strip_suffix('.').is_some_and(|word| {
        SHORT.contains(&word)
            || (word.contains('.') && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.'))
    })
}

/// `paragraph (C)`, `subparagraph 4 (a)`, `Annex (B)`: the parentheses belong to the name of a part.
fn names_a_part(before: &str) -> bool {
    const PARTS: [&str; 19] = [
        "paragraph",
        "paragraphs",
        "subparagraph",
        "subparagraphs",
        "para",
        "paras",
        "section",
        "annex",
        "appendix",
        "tab",
        "item",
        "items",
        "point",
        "points",
        "article",
        "ref",
        "part",
        "chapter",
        "option",
    ];
    let mut words = before.rsplit(is_silent).filter(|word| !word.is_empty());
    let is_part = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        PARTS.iter().any(|part| word.eq_ignore_ascii_case(part))
    };
    match words.next() {
        Some(word) if word.bytes().any(|b| b.is_ascii_digit()) => words.next().is_some_and(is_part),
        Some(word) => is_part(word),
        None => false,
    }
}

/// What the marks of a document have in common.
#[derive(Clone, Copy)]
struct Habit {
    /// A mark behind the end of a sentence is there.
    trails: bool,
    /// The first block that states a mark, that of a subject left aside.
    first: Option<usize>,
}

/// Looks at the end of every block.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    let tails: Vec<Option<Tail>> = builder
        .blocks
        .iter()
        .map(|block| {
            let takes = block.kind.is_body()
                || matches!(
                    block.kind,
                    BlockKind::Subject | BlockKind::Field(Field::Unknown)
                );
            let text = builder.source.get(block.text.range())?;
            takes.then(|| scan(text)).flatten()
        })
        .collect();
    let trails = |tail: &Tail| tail.behind == Behind::Sentence && tail.stated.is_some();
    let first = builder.blocks.iter().zip(&tails).position(|(block, tail)| {
        block.kind != BlockKind::Subject
            && (block.mark.stated().is_some() || tail.as_ref().is_some_and(trails))
    });
    let habit = Habit {
        trails: tails.iter().flatten().any(trails),
        first,
    };
    let mut list = List::default();
    for (index, tail) in tails.into_iter().enumerate() {
        if let Some(block) = builder.blocks.get(index) {
            list.pass(builder.source, block);
        }
        if let Some(tail) = tail {
            apply(builder, index, tail, habit, list);
        }
    }
}

/// The paragraph and the list that a block stands in.
#[derive(Clone, Copy, Default)]
struct List {
    paragraph: Option<u16>,
    /// The letter that the block begins with, or that the last item before it began with.
    letter: Option<Letter>,
}

impl List {
    fn pass(&mut self, source: &str, block: &Block) {
        if let Some(number) = block.number {
            self.paragraph = number.of_paragraph();
            self.letter = None;
        }
        if let Some(letter) = lists::letter_of(source, block) {
            let counts =
                letter.letter == 'a' || self.letter.is_some_and(|last| letter.goes_on(last));
            self.letter = counts.then_some(letter);
        }
    }
}

fn apply(builder: &mut Builder<'_>, index: usize, tail: Tail, habit: Habit, list: List) {
    let Some(block) = builder.blocks.get(index) else {
        return;
    };
    let span = tail.token.shifted(block.text.start());
    let text = builder.source.get(block.text.range()).unwrap_or_default();
    let letter = lists::letter_of(builder.source, block).filter(|letter| letter.whole);
    let Some(stated) = &tail.stated else {
        unreadable(builder, index, &tail, span, habit);
        return;
    };
    match &block.mark {
        Mark::Stated {
            stated: own,
            span: lead,
            ..
        } => {
            if tail.behind == Behind::Sentence && own.label() != stated.label() {
                disagree(builder, index, lead.start(), span.end());
            } else if tail.behind == Behind::Word {
                builder.raise(index, &stated.label());
            }
        }
        Mark::Damaged { .. } if letter.is_none() => {}
        // `(U) … (S)`, where the first is no item of a list.
        Mark::Damaged { span: lead }
            if tail.behind == Behind::Sentence
                && list.letter.is_none()
                && letter
                    .and_then(Letter::reading)
                    .is_some_and(|reading| reading.label() != stated.label()) =>
        {
            disagree(builder, index, lead.start(), span.end());
        }
        Mark::Excised(_) => {}
        Mark::Damaged { .. } | Mark::Unmarked => {
            match place(block, text, &tail, habit.before(index), habit) {
                Some(place) => {
                    let item = letter.map(|letter| (list.paragraph, letter));
                    state(builder, index, tail, place, item);
                }
                // What stands before a closing quotation mark is looked at with the marks inside a block.
                None if tail.behind == Behind::Word || is_capital_word(text, &tail) => {
                    let label = stated.label();
                    builder.note(&findings::DOUBTFUL_MARK, span);
                    builder.raise(index, &label);
                }
                None => {}
            }
        }
    }
}

/// Two marks that disagree. The span reaches from one to the other, so that no list takes the first for an item.
fn disagree(builder: &mut Builder<'_>, index: usize, start: usize, end: usize) {
    if let Some(block) = builder.blocks.get_mut(index) {
        block.mark = Mark::Damaged {
            span: Span::new(start, end),
        };
    }
}

/// Where the mark stands as the mark of its block; `None` where it may be that of a name.
fn place(block: &Block, text: &str, tail: &Tail, early: bool, habit: Habit) -> Option<Place> {
    let title = text.get(..tail.token.start()).unwrap_or_default();
    match tail.behind {
        Behind::Sentence if block.kind != BlockKind::Subject => Some(Place::Trail),
        Behind::Sentence | Behind::Word if block.kind == BlockKind::Subject => Some(Place::Title),
        // Before the first mark of a text stand the names of those who took part, with the symbols of their offices.
        Behind::Word if early && !is_in_capitals(title) => None,
        Behind::Word if habit.first.is_some() && is_title(block, title, tail) => Some(Place::Title),
        Behind::Word if habit.trails && !early => Some(Place::Trail),
        Behind::Sentence | Behind::Word | Behind::Quoted | Behind::Reference => None,
    }
}

fn is_in_capitals(title: &str) -> bool {
    !title.chars().any(char::is_lowercase)
}

/// A line in the shape of a heading that cites nothing and names nobody.
fn is_title(block: &Block, title: &str, tail: &Tail) -> bool {
    const PERSONS: [&str; 14] = [
        "mr.",
        "mrs.",
        "miss",
        "ms.",
        "dr.",
        "ambassador",
        "general",
        "colonel",
        "admiral",
        "captain",
        "senator",
        "secretary",
        "minister",
        "counselor",
    ];
    let lower = title.to_ascii_lowercase();
    let names = lower.split_whitespace().any(|word| PERSONS.contains(&word));
    let cites = title.bytes().any(|b| b.is_ascii_digit() || b == b',')
        || ["subject", "dated", "entitled"]
            .iter()
            .any(|word| lower.contains(word));
    let free = block.number.is_none() && block.mark.is_unmarked();
    !tail.stopped
        && shape::of(title) == Shape::Heading
        && (free || !cites)
        && (!names || is_in_capitals(title))
}

/// Whether the token is glued to a word in lower-case letters and holds a capital: `policy(S)` has lost a space,
/// `memorandum(s)` and `OASD(C)` have not.
fn is_capital_word(text: &str, tail: &Tail) -> bool {
    let before = text.get(..tail.token.start()).unwrap_or_default();
    before.ends_with(char::is_lowercase)
        && from(text, tail.token.start() + 1).starts_with(char::is_uppercase)
}

impl Habit {
    /// Whether block `index` stands before every block that states a mark.
    fn before(self, index: usize) -> bool {
        self.first.is_none_or(|first| index < first)
    }
}

/// Gives the block the mark at its end; the token is no part of its text.
fn state(
    builder: &mut Builder<'_>,
    index: usize,
    tail: Tail,
    place: Place,
    item: Option<(Option<u16>, Letter)>,
) {
    let source = builder.source;
    let Some(block) = builder.blocks.get_mut(index) else {
        return;
    };
    let Some(stated) = tail.stated else {
        return;
    };
    let span = tail.token.shifted(block.text.start());
    let start = block.text.start();
    let head = source.get(start..span.start()).unwrap_or_default();
    block.text = Span::new(start, start + end_of_shown(head));
    block.announces = end_of_shown(head) > 0 && head.trim_end_matches(is_silent).ends_with(':');
    block.mark = Mark::Stated {
        stated,
        span,
        place,
    };
    if block.kind == BlockKind::Plain {
        block.kind = BlockKind::Paragraph;
    }
    // `(a) … (S)`: the letter counts the items. Should it be a mark after all, the block is rated as that too.
    if let Some((paragraph, letter)) = item {
        block.kind = BlockKind::Subparagraph;
        block.number = Some(Number::item(paragraph, Enumerator::Letter(letter.letter)));
        if let Some(reading) = letter.reading() {
            builder.raise(index, &reading.label());
        }
    }
}

/// A mark that cannot be read, where marks at the end of a block are to be expected.
fn unreadable(builder: &mut Builder<'_>, index: usize, tail: &Tail, span: Span, habit: Habit) {
    let source = builder.source;
    let Some(block) = builder.blocks.get_mut(index) else {
        return;
    };
    let token = source.get(span.range()).unwrap_or_default();
    let letters = token.chars().filter(|c| c.is_alphanumeric()).count();
    let left_out = super::statement::is_left_out(token);
    // `paragraph 8 (B).` and `(S/S 8626863)` are references, `(Secret service men)` a remark.
    let number = token
        .as_bytes()
        .windows(4)
        .any(|four| four.iter().all(u8::is_ascii_digit));
    let letters = if number { 0 } else { letters };
    let mark = match tail.behind {
        Behind::Sentence => left_out || letters > 1 || (habit.trails && !tail.stopped),
        Behind::Word => left_out || (letters > 1 && !token.chars().any(char::is_lowercase)),
        Behind::Quoted | Behind::Reference => left_out,
    };
    if mark && (habit.first.is_some() || left_out) {
        block.mark = Mark::Damaged { span };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_at_the_end_of_a_text() {
        use Behind::{Quoted, Reference, Sentence, Word};
        for (text, expected) in [
            ("The dam holds. (S)", Some((Sentence, "S"))),
            ("The dam holds (S).", Some((Word, "S"))),
            ("The dam holds. (S)2", Some((Sentence, "S"))),
            ("The dam holds.2 (S)", Some((Sentence, "S"))),
            ("The dam holds.2(S)", Some((Sentence, "S"))),
            ("The dam holds. ( C )", Some((Sentence, "C"))),
            ("The dam holds. (Top Secret)", Some((Sentence, "TS"))),
            ("The dam holds. (C/NOFORN)", Some((Sentence, "C//NF"))),
            ("Does the dam hold? (TS)", Some((Sentence, "TS"))),
            ("The points are: (S)", Some((Sentence, "S"))),
            ("“The dam holds.” (S)", Some((Sentence, "S"))),
            ("(The dam holds.) (S)", Some((Sentence, "S"))),
            (
                "The dam [2 lines not declassified] (S)",
                Some((Sentence, "S")),
            ),
            ("Bridges of the Coast (U)", Some((Word, "U"))),
            ("the study “Bridges of the Coast” (U)", Some((Word, "U"))),
            ("the study “Bridges of the Coast (U).”", Some((Quoted, "U"))),
            ("the study “Bridges of the Coast (U)”.", Some((Quoted, "U"))),
            ("as set out in paragraph 8 (C).", Some((Reference, "C"))),
            ("as set out in subparagraph (C).", Some((Reference, "C"))),
            ("the office of OASD(C)", Some((Reference, "C"))),
            ("the memorandum(s).", Some((Reference, "S"))),
            ("Mr. Ode, Jr. (S)", Some((Word, "S"))),
            ("The dam holds. (Q)", Some((Sentence, "?"))),
            ("The dam holds. S)", Some((Sentence, "?"))),
            ("The dam holds. [C]", Some((Sentence, "?"))),
            (
                "The dam holds. [portion marking not declassified]",
                Some((Sentence, "?")),
            ),
            (
                "The dam holds. (S/[1 codeword not declassified])",
                Some((Sentence, "?")),
            ),
            ("The dam holds (see the plan (C) 1973).", None),
            ("The dam holds in the plan (C) 1973.", None),
            ("The dam holds (about half).", None),
            ("(S)", None),
            ("The dam holds. [2 lines not declassified]", None),
            ("", None),
        ] {
            let found = scan(text).map(|tail| {
                let stated = tail
                    .stated
                    .map_or_else(|| "?".to_owned(), |mark| mark.label().to_string());
                (tail.behind, stated)
            });
            let expected = expected.map(|(behind, mark)| (behind, mark.to_owned()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
