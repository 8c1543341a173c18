//! Memoranda made up from the structure of a cable: the same blocks under another header, with the marks where papers have
//! them.

use std::fmt::Write;

use proptest::prelude::*;
use proptest::sample::select;

use crate::generator::{Cable, DATED, Inside, Kind, Mark, PAGE, Shape};

/// Where a document states its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Habit {
    /// In front, behind the numbers of its paragraphs.
    Numbered,
    /// In front, without numbers.
    Front,
    /// At the end of its paragraphs.
    Trailing,
}

/// A memorandum: what it declares, and a seed for every run of words.
#[derive(Clone, Debug)]
pub(crate) struct Paper {
    pub(crate) habit: Habit,
    /// The level, the captions, the instruction and the blocks.
    pub(crate) cable: Cable,
}

/// A block that names nobody is at least so long, in bytes.
const LONG: usize = 160;

const TRAILING: [&str; 6] = ["U", "U", "C", "S", "C//NF", "SBU"];
impl Paper {
    pub(crate) fn any() -> impl Strategy<Value = Self> {
        let habit = select(&[Habit::Numbered, Habit::Front, Habit::Trailing][..]);
        let marks = proptest::collection::vec(
            prop_oneof![
                3 => Just(Mark::None),
                6 => select(&TRAILING[..]).prop_map(Mark::Stated),
                1 => Just(Mark::Damaged("(S/MF)")),
            ],
            24,
        );
        let level = select(&["UNCLASSIFIED", "CONFIDENTIAL", "SECRET"][..]);
        (habit, Cable::any(), marks, level)
            .prop_map(|(habit, cable, marks, level)| Self::of(habit, cable, &marks, level))
            // A short block at the foot may name who drafted it.
            .prop_filter("a short last block", |paper| {
                let last = paper
                    .cable
                    .body
                    .last()
                    .map_or(0, |block| block.text().len());
                paper.habit != Habit::Trailing || last > LONG
            })
    }

    fn of(habit: Habit, mut cable: Cable, marks: &[Mark], level: &'static str) -> Self {
        cable.dated = true;
        cable.signature = false;
        cable.level = cable.level.map(|_| level);
        // A single letter that is no level may be a person's or an office's in a paper.
        let blocks = cable.subject.iter_mut().chain(&mut cable.body);
        for block in blocks.filter(|block| block.mark == Mark::Damaged("(Q)")) {
            block.mark = Mark::Damaged("(C//NOFRN)");
        }
        cable.order = cable.order.filter(|order| *order == DATED);
        cable.captions.retain(|caption| {
            ["NODIS", "EXDIS", "SENSITIVE"].contains(caption) && level != "UNCLASSIFIED"
        });
        cable.captions.truncate(usize::from(cable.level.is_some()));
        if habit == Habit::Numbered {
            return Self { habit, cable };
        }
        for (block, mark) in cable.body.iter_mut().zip(marks.iter().cycle()) {
            block.kind = Kind::Plain;
            block.words.announces = false;
            if habit == Habit::Trailing {
                block.mark = *mark;
            } else if block.mark == Mark::None && block.words.seed % 2 == 0 {
                // Half of what a cable leaves unmarked, items and headings alike.
                block.mark = *mark;
            }
            // A title that ends in a mark is another thing.
            if block.mark != Mark::None {
                block.words.shape = Shape::Text;
            }
            // Behind the row of a table stands no mark of a paragraph.
            let row = matches!(block.inside, Some(Inside::Row(_)));
            if !matches!(block.mark, Mark::Stated(_)) || (row && habit == Habit::Trailing) {
                block.inside = None;
            }
        }
        // The text begins with what is plainly text.
        let first = &mut cable.body[0];
        first.words.shape = Shape::Text;
        first.mark = Mark::Stated("C");
        Self { habit, cable }
    }

    /// The source text.
    pub(crate) fn text(&self) -> String {
        let cable = &self.cable;
        let mut out = String::new();
        if let Some(level) = cable.level {
            writeln!(out, "{level}").unwrap();
        }
        for caption in &cable.captions {
            writeln!(out, "{caption}").unwrap();
        }
        out.push_str("\nMEMORANDUM FOR THE HARBOR MASTER\n\n");
        if let Some(subject) = &cable.subject {
            writeln!(out, "SUBJECT: {}\n", subject.text()).unwrap();
        }
        if cable.classifier || cable.order.is_some() {
            out.push_str("Classified By: Z. Quagga\n");
        }
        if cable.order.is_some() {
            out.push_str("Declassify On: 20150520\n");
        }
        out.push_str("\n14 May 2005\n");
        // What stands right under a day is text of its own.
        if self.habit != Habit::Front || !cable.body[0].words.seed.is_multiple_of(3) {
            out.push('\n');
        }
        if self.habit == Habit::Numbered {
            out.push_str(&cable.body_text());
        } else {
            let blocks: Vec<String> = cable.body.iter().map(|block| self.block(block)).collect();
            out.push_str(&blocks.join("\n\n"));
            out.push('\n');
        }
        // The pages of a paper do not break as those of a telegram do.
        out.replace(PAGE, "")
    }

    fn block(&self, block: &crate::generator::Block) -> String {
        let mut text = block.unmarked();
        // A small letter would go on with a sentence.
        text[..1].make_ascii_uppercase();
        match (self.habit, block.mark) {
            (_, Mark::None) => text,
            (Habit::Trailing, Mark::Stated(mark)) => format!("{text} ({mark})"),
            (Habit::Trailing, Mark::Damaged(token)) => format!("{text} {token}"),
            (_, Mark::Stated(mark)) => format!("({mark}) {text}"),
            (_, Mark::Damaged(token)) => format!("{token} {text}"),
        }
    }
}
