//! The reading rules once more, plain and slow, over what a made-up cable or memorandum declares; the library has to
//! agree. `TEARLINE_ORACLE=100000` runs over so many of each.
//!
//! It knows nothing of the parser: its input is the structure that the text was written from. Labels and their join are
//! the library's own, which have tests of their own.

use proptest::prelude::*;
use tearline::document::{BlockKind, DocumentKind};
use tearline::marking::{Caption, Label, Level, StatedMark};
use tearline::policy::Policy;

use crate::fixtures::{day, reader};
use crate::generator::{Block, Cable, DATED, Kind, Mark, OPENS, Shape};
use crate::papers::{Habit, Paper};
use crate::support;

/// A label, and whether the date opens its level.
#[derive(Clone, Debug, PartialEq)]
struct Rated {
    label: Label,
    undated: bool,
}

impl Rated {
    fn dated(label: Label) -> Self {
        Self {
            label,
            undated: false,
        }
    }

    fn join(&self, other: &Self) -> Self {
        Self {
            label: self.label.join(&other.label),
            undated: self.undated || other.undated,
        }
    }
}

/// What the rules say of a cable.
struct Oracle<'c> {
    cable: &'c Cable,
    habit: Habit,
    numbers: Vec<Option<u32>>,
}

impl Oracle<'_> {
    /// Rule 5: every level line, `SENSITIVE`, every mark stated; where there is no level line, TOP SECRET without a date.
    fn overall(&self) -> Rated {
        let mut overall = match self.cable.level {
            None => Rated {
                label: Label::of_level(Level::TopSecret),
                undated: true,
            },
            Some(level) => Rated::dated(level_label(level)),
        };
        if self.cable.captions.contains(&"SENSITIVE") {
            overall = overall.join(&Rated::dated(Label::sbu()));
        }
        for block in self.cable.subject.iter().chain(&self.cable.body) {
            match block.mark {
                Mark::Stated(_) => overall = overall.join(&Rated::dated(stated(block))),
                // It may be any.
                Mark::Damaged(_) => overall = overall.join(&Rated::dated(Label::unresolved())),
                Mark::None => {}
            }
        }
        overall
    }

    /// What a block states; an unmarked paragraph has the overall classification.
    fn own(&self, block: &Block) -> Option<Rated> {
        match (block.mark, block.kind) {
            (Mark::Stated(_), _) => Some(Rated::dated(stated(block))),
            (Mark::Damaged(_), _) => Some(Rated::dated(Label::unresolved())),
            (Mark::None, Kind::Paragraph { .. } | Kind::Subject) => Some(self.overall()),
            (Mark::None, Kind::Item | Kind::Plain) => None,
        }
    }

    /// The paragraph that a block stands in, and the next one.
    fn paragraph(&self, index: usize) -> (usize, Option<usize>) {
        let start = (0..=index)
            .rev()
            .find(|at| self.numbers[*at].is_some())
            .unwrap();
        let next = (index + 1..self.numbers.len()).find(|at| self.numbers[*at].is_some());
        (start, next)
    }

    /// Whether no number is left out between two paragraphs.
    fn in_order(&self, start: usize, next: Option<usize>) -> bool {
        next.is_some_and(|next| self.numbers[next].unwrap() == self.numbers[start].unwrap() + 1)
    }

    fn has_marked_items(&self, start: usize, end: usize) -> bool {
        (start + 1..end).any(|at| self.cable.body[at].mark != Mark::None)
    }

    /// Rule 3: whether an unmarked block belongs to the paragraph before it.
    fn belongs(&self, index: usize) -> bool {
        if self.habit != Habit::Numbered {
            return false;
        }
        let body = &self.cable.body;
        let (start, next) = self.paragraph(index);
        let Some(end) = next.filter(|_| self.in_order(start, next)) else {
            return false;
        };
        if index == start || body[index].mark != Mark::None || self.has_marked_items(start, end) {
            return false;
        }
        let further_item = body[index].kind == Kind::Item
            && (index + 1..end).any(|at| body[at].kind == Kind::Item);
        let list = (start + 1..end)
            .take_while(|at| body[*at].words.shape == Shape::Heading)
            .count();
        let in_list = body[start].words.announces && list >= 4 && index <= start + list - 2;
        body[index].words.shape == Shape::Text || further_item || in_list
    }

    /// Whether an item has the rating of its paragraph. Under a mark that cannot be read, what is not known of the item may be
    /// what the mark said.
    fn is_rated_as_its_paragraph(&self, index: usize) -> bool {
        if self.habit != Habit::Numbered || self.cable.body[index].kind != Kind::Item {
            return false;
        }
        let (start, _) = self.paragraph(index);
        let lost = matches!(self.cable.body[start].mark, Mark::Damaged(_));
        let rating = self.rating(index);
        rating == self.rating(start) || (lost && !rating.label.is_resolved())
    }

    /// What a block states, and what an unmarked item among marked ones has from them: both are portions of their own.
    fn entry(&self, index: usize) -> Option<Rated> {
        let block = &self.cable.body[index];
        if self.habit != Habit::Numbered {
            return self.own(block);
        }
        let (start, next) = self.paragraph(index);
        let among = block.mark == Mark::None
            && block.kind == Kind::Item
            && self.in_order(start, next)
            && self.has_marked_items(start, next.unwrap());
        if among {
            Some(self.rating(index))
        } else {
            self.own(block)
        }
    }

    fn rating(&self, index: usize) -> Rated {
        let body = &self.cable.body;
        if let Some(own) = self.own(&body[index]) {
            return own;
        }
        match self.habit {
            Habit::Numbered => {}
            Habit::Front => return self.in_front_marked(index),
            Habit::Trailing => return self.in_trailing_marked(index),
        }
        let (start, next) = self.paragraph(index);
        if !self.in_order(start, next) {
            return self.overall();
        }
        let end = next.unwrap();
        if self.belongs(index) {
            return self.own(&body[start]).unwrap();
        }
        if body[index].kind == Kind::Item && self.has_marked_items(start, end) {
            return (start..end)
                .filter_map(|at| self.own(&body[at]))
                .reduce(|a, b| a.join(&b))
                .unwrap();
        }
        // Rule 4: the portion before, and every one below down to the next heading that has one under it.
        let before = (0..index).rev().find_map(|at| self.entry(at)).unwrap();
        match self.below(index) {
            Some(below) => before.join(&below),
            None => self.overall(),
        }
    }

    /// Rule 4 in a paper without numbers that states its marks in front: running text has lost its mark.
    fn in_front_marked(&self, index: usize) -> Rated {
        let before = (0..index).rev().find_map(|at| self.entry(at));
        let heading = self.cable.body[index].words.shape == Shape::Heading;
        match (before, self.below(index)) {
            (Some(before), Some(below)) if heading => before.join(&below),
            _ => self.overall(),
        }
    }

    /// Rule 4 in a memorandum that marks behind: the mark before and the next one after.
    fn in_trailing_marked(&self, index: usize) -> Rated {
        let before = (0..index).rev().find_map(|at| self.entry(at));
        let after = (index + 1..self.cable.body.len()).find_map(|at| self.entry(at));
        match (before, after) {
            (Some(before), Some(after)) => before.join(&after),
            _ => self.overall(),
        }
    }

    /// The same, and what running text has that lost its mark.
    fn portion(&self, index: usize) -> Option<Rated> {
        let block = &self.cable.body[index];
        let lost = self.habit == Habit::Front
            && block.kind == Kind::Plain
            && block.words.shape == Shape::Text;
        self.entry(index).or_else(|| lost.then(|| self.overall()))
    }

    /// The portions below a block, down to the next heading that has one under it. Where running text in that heading's place
    /// would not be part of the paragraph before, its shape alone ends the section: the section beyond it then counts as
    /// well, unless whoever reads the first reads it, too (rule 9).
    fn below(&self, index: usize) -> Option<Rated> {
        let body = &self.cable.body;
        let mut section: Option<Rated> = None;
        for at in index + 1..body.len() {
            if let Some(own) = self.portion(at) {
                section = Some(section.map_or(own.clone(), |joined| joined.join(&own)));
                continue;
            }
            let heading = body[at].kind == Kind::Plain
                && body[at].words.shape == Shape::Heading
                && !self.belongs(at);
            let under_it = (at + 1..body.len()).any(|under| self.portion(under).is_some());
            if let (true, true, Some(open)) = (heading, under_it, &section) {
                let takes_text = self.habit == Habit::Numbered && {
                    let (start, next) = self.paragraph(at);
                    self.in_order(start, next) && !self.has_marked_items(start, next.unwrap())
                };
                let beyond = self.below(at).filter(|_| !takes_text);
                if let Some(beyond) = beyond.filter(|beyond| open.join(beyond) != *open) {
                    section = Some(open.join(&beyond));
                }
                break;
            }
        }
        section
    }

    /// Rule 6.
    fn is_compilation(&self) -> bool {
        let level = self
            .cable
            .level
            .map_or(Level::Unclassified, |level| level_label(level).level());
        let states = |block: &Block| matches!(block.mark, Mark::Stated(_));
        self.cable.body.iter().any(states)
            && (0..self.cable.body.len()).all(|at| {
                let block = &self.cable.body[at];
                match block.mark {
                    Mark::Stated(_) => stated(block).level() < level,
                    // It may have stood below.
                    Mark::Damaged(_) => true,
                    // A block without a number states nothing, whatever its shape, and what is part of a paragraph's entry has no
                    // entry of its own.
                    Mark::None => {
                        block.kind == Kind::Plain
                            || self.belongs(at)
                            || self.is_rated_as_its_paragraph(at)
                    }
                }
            })
    }

    /// Every block of the body, the signature among them.
    fn body(&self) -> Vec<Rated> {
        let level = self
            .cable
            .level
            .map_or(Level::Unclassified, |level| level_label(level).level());
        let compilation = self.is_compilation();
        let mut ratings: Vec<Rated> = (0..self.cable.body.len())
            .map(|at| self.rating(at))
            .collect();
        if self.cable.signature {
            ratings.push(self.overall());
        }
        for rating in &mut ratings {
            if compilation {
                *rating = rating.join(&Rated::dated(Label::of_level(level)));
            }
            self.bind(rating);
        }
        ratings
    }

    /// Rule 7.
    fn bind(&self, rating: &mut Rated) {
        for caption in &self.cable.captions {
            let caption = match *caption {
                "NODIS" => Caption::Nodis,
                "EXDIS" => Caption::Exdis,
                "NOFORN" if rating.label.level().is_classified() => Caption::Noforn,
                "ZULU GROUP" => Caption::Other,
                _ => continue,
            };
            rating.label = rating.label.with_caption(caption);
        }
    }

    fn subject(&self) -> Option<Rated> {
        let mut rating = self.own(self.cable.subject.as_ref()?)?;
        self.bind(&mut rating);
        Some(rating)
    }

    /// Whether a reader on this rung may see what is rated so, on a day before or after the date.
    fn sees(&self, rating: &Rated, rung: &str, after: bool) -> bool {
        let opens = after && self.cable.dated && self.cable.order == Some(DATED) && !rating.undated;
        let unlevelled = rating.label.with_level(Level::Unclassified);
        let level = if opens {
            unlevelled.level()
        } else {
            rating.label.level()
        };
        let bound = self
            .cable
            .captions
            .iter()
            .any(|caption| ["NODIS", "EXDIS", "ZULU GROUP"].contains(caption));
        let clearance = match rung {
            "U" | "SBU" => Level::Unclassified,
            "C" => Level::Confidential,
            _ => Level::Secret,
        };
        let plain = unlevelled == Label::unclassified();
        rating.label.is_resolved() && !bound && level <= clearance && (rung != "U" || plain)
    }
}

/// What a block says: its mark, and one inside it.
fn stated(block: &Block) -> Label {
    let Mark::Stated(mark) = block.mark else {
        return Label::unresolved();
    };
    match block.inside {
        Some(inside) => label(mark).join(&label(inside.mark())),
        None => label(mark),
    }
}

fn label(mark: &str) -> Label {
    StatedMark::read(mark).unwrap().label()
}

fn level_label(level: &str) -> Label {
    match level {
        "UNCLAS" | "UNCLASSIFIED" => Label::unclassified(),
        "UNCLAS SENSITIVE" => Label::sbu(),
        "LIMITED OFFICIAL USE" => label("LOU"),
        "C O N F I D E N T I A L" | "CONFIDENTIAL" => Label::of_level(Level::Confidential),
        _ => Label::of_level(Level::Secret),
    }
}

fn agree(cable: &Cable, habit: Habit, kind: DocumentKind, text: &str) -> Result<(), TestCaseError> {
    let document = tearline::parse(text);
    prop_assert_eq!(document.kind(), kind, "{}", text);
    let assessment = Policy::default().assess(&document);
    let oracle = Oracle {
        cable,
        habit,
        numbers: cable.numbers(),
    };

    let mut found = vec![None; document.blocks().len()];
    for (index, portion) in assessment.portions().iter().enumerate() {
        for block in portion.blocks() {
            found[block] = Some(index);
        }
    }
    let indices = |want: fn(BlockKind) -> bool| -> Vec<usize> {
        let blocks = document.blocks().iter().zip(&found);
        blocks
            .filter(|(block, _)| want(block.kind()))
            .map(|(_, portion)| portion.unwrap())
            .collect()
    };
    let mut expected: Vec<(usize, Rated)> = Vec::new();
    let mut body = indices(BlockKind::is_body);
    let ratings = oracle.body();
    if kind == DocumentKind::Memorandum {
        // Lines of the heading that are no known field.
        body.drain(..body.len().saturating_sub(ratings.len()));
    }
    prop_assert_eq!(body.len(), ratings.len(), "blocks of the body\n{}", text);
    expected.extend(body.into_iter().zip(ratings));
    let subject = indices(|kind| kind == BlockKind::Subject);
    expected.extend(subject.into_iter().zip(oracle.subject()));

    for (portion, rating) in &expected {
        let rated = assessment.portions()[*portion].rating();
        prop_assert_eq!(
            rated.label(),
            &rating.label,
            "block of portion {}\n{}",
            portion,
            text
        );
    }
    for (as_of, after) in [("2010-01-01", false), (OPENS, true)] {
        for rung in ["U", "SBU", "C", "S"] {
            let reader = reader(rung);
            let verdicts: Vec<bool> = assessment
                .verdicts(&reader, day(as_of))
                .map(|verdict| verdict.is_release())
                .collect();
            for (portion, rating) in &expected {
                let sees = oracle.sees(rating, rung, after);
                prop_assert_eq!(
                    verdicts[*portion],
                    sees,
                    "portion {} for {}@{}\n{}",
                    portion,
                    rung,
                    as_of,
                    text
                );
            }
        }
    }
    Ok(())
}

/// So many cases; more where the environment asks for them.
fn cases(few: u32) -> ProptestConfig {
    let asked = std::env::var("TEARLINE_ORACLE").ok();
    support::cases(asked.map_or(few, |asked| asked.parse().unwrap()))
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_plain_reading_of_the_rules_agrees(cable in Cable::any()) {
        agree(&cable, Habit::Numbered, DocumentKind::Cable, &cable.text())?;
    }

    #[test]
    fn a_plain_reading_of_the_rules_agrees_on_memoranda(paper in Paper::any()) {
        agree(&paper.cable, paper.habit, DocumentKind::Memorandum, &paper.text())?;
    }
}
