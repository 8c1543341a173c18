//! What the marks at the end of a block rate.
//!
//! Behind the end of a sentence a mark rates its paragraph. Behind anything else it may rate a name that ends there; a
//! title states it for itself, and any other block takes at least what the mark says and its rating from its place.

use super::super::build::Builder;
use super::super::chars::{end_of_shown, from, is_silent};
use super::super::draft::{Draft, DraftMark};
use super::super::lists::{self, Letter};
use super::super::{findings, sentence, shape, token};
use super::statement;
use super::tail::{Behind, Tail, is_emphasis, scan};
use crate::Span;
use crate::document::{BlockKind, Enumerator, Field, Number, Place, Shape};
use crate::marking::{Label, Likeness};

/// What the marks of a document have in common.
#[derive(Clone, Copy)]
struct Habit {
    /// A mark behind the end of a sentence is there.
    trails: bool,
    /// The text is a title, which may end in a mark however the paper marks its paragraphs.
    title: bool,
    /// The first block that states a mark, that of a subject left aside.
    first: Option<usize>,
}

/// Looks at the end of a title of a telegram: `SUBJECT: THE PILOTS (U)`.
pub(in crate::parse) fn rate_title(builder: &mut Builder<'_>, index: usize) {
    let habit = Habit {
        trails: false,
        title: true,
        first: Some(0),
    };
    let block = builder.blocks.get(index);
    let tail = block.and_then(|block| scan(builder.source.get(block.text.range())?));
    if let Some(tail) = tail {
        apply(builder, index, tail, habit, List::default());
    }
}

/// Looks at the end of every block.
pub(in crate::parse) fn resolve(builder: &mut Builder<'_>) {
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
        title: false,
        first,
    };
    if habit.trails {
        alone(builder);
    }
    between_texts(builder, &tails);
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

/// Where every mark fills a line of its own between two texts, it may be that of the text above it or of the one below: both are rated
/// as that at least.
fn between_texts(builder: &mut Builder<'_>, tails: &[Option<Tail>]) {
    let fills_line = |index: usize, tail: &Tail| {
        let block = builder.blocks.get(index);
        let text = block.and_then(|block| builder.source.get(block.text.range()));
        let before = text.and_then(|text| text.get(..tail.token.start()));
        before.is_some_and(|before| before.trim_end_matches([' ', '\t']).ends_with('\n'))
    };
    let stated: Vec<(usize, &Tail, Label)> = tails
        .iter()
        .enumerate()
        .filter_map(|(index, tail)| {
            let tail = tail.as_ref()?;
            Some((index, tail, tail.stated.as_ref()?.label()))
        })
        .collect();
    let parted = |(index, tail, _): &(usize, &Tail, Label)| {
        tail.behind != Behind::Sentence || fills_line(*index, tail)
    };
    if !stated.iter().all(parted) {
        return;
    }
    let raised: Vec<(usize, Label)> = stated
        .into_iter()
        .filter(|(index, tail, _)| {
            matches!(tail.behind, Behind::Sentence | Behind::Word)
                && fills_line(*index, tail)
                && is_under(builder, *index)
        })
        .map(|(index, _, label)| (index + 1, label))
        .collect();
    for (index, label) in raised {
        if builder
            .blocks
            .get(index)
            .is_some_and(|block| block.kind.is_body())
        {
            builder.raise(index, &label);
        }
    }
}

/// Whether no blank line stands between a block and the next one.
fn is_under(builder: &Builder<'_>, index: usize) -> bool {
    let end = builder.blocks.get(index).map(|block| block.text.end());
    let next = builder.blocks.get(index + 1);
    let between = end
        .zip(next)
        .and_then(|(end, next)| builder.source.get(end..next.span.start()));
    between.is_some_and(|between| between.matches('\n').nth(1).is_none())
}

/// A block that is a mark and nothing else, in a paper that marks behind: the mark of the block before it.
fn alone(builder: &mut Builder<'_>) {
    for index in 1..builder.blocks.len() {
        let [before, block] = builder
            .blocks
            .get_mut(index - 1..=index)
            .unwrap_or_default()
        else {
            continue;
        };
        let letter = lists::letter_of(builder.source, block).and_then(Letter::reading);
        let stated = block.mark.stated().cloned().or(letter);
        // The token itself stands in the next block; a mark lies within its own.
        let end = before.text.end();
        if let (Some(stated), true) = (stated, block.text.is_empty())
            && before.mark.is_none()
            && before.kind.is_body()
        {
            before.mark = DraftMark::Stated {
                stated,
                span: Span::new(end, end),
                place: Place::Trail,
            };
            if before.kind == BlockKind::Plain {
                before.kind = BlockKind::Paragraph;
            }
        }
    }
}

/// The paragraph and the list that a block stands in.
#[derive(Clone, Copy, Default)]
struct List {
    paragraph: Option<u32>,
    /// The letter that the block begins with, or that the last item before it began with.
    letter: Option<Letter>,
}

impl List {
    fn pass(&mut self, source: &str, block: &Draft) {
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
        DraftMark::Stated {
            stated: own,
            span: lead,
            ..
        } => {
            if tail.behind == Behind::Sentence && own.label() != stated.label() {
                disagree(builder, index, lead.start(), span.end());
            } else if tail.behind == Behind::Word
                && (habit.trails || (tail.is_like_a_mark(text) && !tail.names_item(text)))
            {
                let label = stated.label();
                // A person can say that it is none.
                if !own.label().dominates(&label) {
                    builder.note(&findings::DOUBTFUL_MARK, span);
                }
                builder.raise(index, &label);
            }
        }
        DraftMark::Damaged { .. } | DraftMark::Excised(_) => {}
        DraftMark::Letter { .. } if letter.is_none() => {}
        // `(U) … (S)`, where the first is no item of a list.
        DraftMark::Letter { span: lead }
            if tail.behind == Behind::Sentence
                && list.letter.is_none()
                && letter
                    .and_then(Letter::reading)
                    .is_some_and(|reading| reading.label() != stated.label()) =>
        {
            disagree(builder, index, lead.start(), span.end());
        }
        DraftMark::Letter { .. } | DraftMark::None => {
            let place = place(block, text, &tail, habit.before(index), habit)
                .or_else(|| heads_marked(builder, index, text, &tail).then_some(Place::Title));
            match place {
                Some(place) => {
                    let item = letter.map(|letter| (list.paragraph, letter));
                    state(builder, index, tail, place, item);
                }
                // What stands before a closing quotation mark is looked at with the marks inside a block.
                None if (tail.behind == Behind::Word
                    && (habit.trails || (tail.is_like_a_mark(text) && !tail.names_item(text))))
                    || is_capital_word(text, &tail) =>
                {
                    let label = stated.label();
                    let token = builder.source.get(span.range()).unwrap_or_default();
                    builder.note(&findings::DOUBTFUL_MARK, span);
                    builder.raise_by(index, &label, token);
                }
                None => {}
            }
        }
    }
}

/// Two marks that disagree.
fn disagree(builder: &mut Builder<'_>, index: usize, start: usize, end: usize) {
    if let Some(block) = builder.blocks.get_mut(index) {
        block.mark = DraftMark::Damaged {
            span: Span::new(start, end),
        };
    }
}

/// Where the mark stands as the mark of its block; `None` where it may be that of a name.
fn place(block: &Draft, text: &str, tail: &Tail, early: bool, habit: Habit) -> Option<Place> {
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

/// `1. Background (U)`: a numbered title right over a text that has a mark of its own. Whether letters are marks is not known yet;
/// those of the levels hardly count items.
fn heads_marked(builder: &Builder<'_>, index: usize, text: &str, tail: &Tail) -> bool {
    let title = text.get(..tail.token.start()).unwrap_or_default();
    let block = builder.blocks.get(index);
    let numbered =
        block.filter(|block| block.kind == BlockKind::Paragraph && block.number.is_some());
    let marked = |block: &Draft| {
        let letter = lists::letter_of(builder.source, block).filter(|letter| letter.whole);
        letter.is_some_and(|letter| matches!(letter.letter, 'c' | 's' | 'u'))
            || matches!(
                &block.mark,
                DraftMark::Stated {
                    place: Place::Lead,
                    ..
                }
            )
    };
    tail.behind == Behind::Word
        && !title.contains('(')
        && numbered.is_some_and(|block| is_title(block, title, tail))
        && builder.blocks.get(index + 1).is_some_and(marked)
}

fn is_in_capitals(title: &str) -> bool {
    !title.chars().any(char::is_lowercase)
}

/// A line in the shape of a heading that cites nothing and names nobody.
fn is_title(block: &Draft, title: &str, tail: &Tail) -> bool {
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
    let free = block.number.is_none() && block.mark.is_none();
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
    item: Option<(Option<u32>, Letter)>,
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
    let head = head.trim_end_matches(is_emphasis);
    block.text = Span::new(start, start + end_of_shown(head));
    block.announces = end_of_shown(head) > 0 && head.trim_end_matches(is_silent).ends_with(':');
    block.mark = DraftMark::Stated {
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
    let left_out = statement::is_left_out(token);
    // `paragraph 8 (B).` and `(S/S 8626863)` are references, `(Secret service men)` a remark.
    let letters = if token::holds_a_number(token) {
        0
    } else {
        letters
    };
    let mixed = token.chars().any(char::is_lowercase);
    let inside = token.trim_matches(|c| token::opens(c) || token::closes(c));
    let likely = Likeness::of(inside) >= Likeness::Likely;
    let before = source
        .get(block.text.start()..span.start())
        .unwrap_or_default();
    let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
    let letters = if sentence::spells_initials(before.trim_end(), bare) {
        0
    } else {
        letters
    };
    let mark = match tail.behind {
        Behind::Sentence => {
            left_out || (letters > 1 && (habit.trails || !mixed)) || (habit.trails && !tail.stopped)
        }
        // A paper that marks in front does not mark behind: `Durham (NC).`
        Behind::Word => {
            left_out
                || (letters > 1 && (habit.trails || habit.title) && (!mixed || likely))
                // `MEDICAL UNIT (Admin. Conf.)`: a title that a paper of any habit ends in a mark.
                || (likely && is_title(block, before, tail))
        }
        Behind::Quoted | Behind::Reference => left_out,
    };
    if mark && (habit.first.is_some() || left_out) {
        block.mark = DraftMark::Damaged { span };
    }
}
