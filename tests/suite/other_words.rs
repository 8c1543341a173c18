//! Noninterference on real documents: what is withheld of them says something else, at another length, on other lines.

use std::fs;

use jiff::civil::{Date, date};
use tearline::document::{Document, Mark, Place, Shape};
use tearline::marking::Reader;
use tearline::policy::{Assessment, Policy};

use crate::generator::{Dice, VOCABULARY};
use crate::support::corpus;

const RUNGS: [&str; 5] = ["U", "SBU", "C", "S", "TS"];
const DAYS: [Date; 3] = [date(1980, 1, 1), date(2012, 1, 1), date(2090, 1, 1)];

/// The source with other words in every withheld portion that begins or ends with a mark. Numbers, marks, furniture and the last
/// character stay, which tells whether a list or a signature follows. `None` where nothing of the kind is withheld.
fn in_other_words(
    source: &str,
    assessment: &Assessment<'_>,
    reader: &Reader,
    as_of: Date,
    dice: &mut Dice,
) -> Option<String> {
    let document = assessment.document();
    let (mut other, mut copied) = (String::new(), 0);
    for (portion, verdict) in assessment
        .portions()
        .iter()
        .zip(assessment.verdicts(reader, as_of))
    {
        let blocks = portion.blocks();
        let Some(block) = document.blocks()[blocks.clone()]
            .first()
            .filter(|block| !verdict.is_release() && block.kind().is_body() && blocks.len() == 1)
        else {
            continue;
        };
        let text = match block.mark() {
            Mark::Stated {
                span,
                place: Place::Lead,
                ..
            }
            | Mark::Damaged { span } => span.end()..block.span().end(),
            // The first word may be a number.
            Mark::Stated {
                span,
                place: Place::Trail,
                ..
            } if block.shape() == Shape::Text => {
                let first = source[block.span().range()].find(' ').unwrap_or_default();
                block.span().start() + first..span.start()
            }
            Mark::Stated { .. } | Mark::Excised(_) | Mark::Unmarked => continue,
        };
        // A title ends in a mark as well; so few words would make one of a paragraph.
        let fewest = if text.end < block.span().end() { 30 } else { 1 };
        let shown = source[text.clone()].trim_end();
        let whole = block.span().start() <= text.start && pieces(document, block.span()) == 1;
        if whole && let Some(last) = shown.chars().next_back() {
            other += &source[copied..text.start];
            for place in 0..dice.between(fewest, 80) {
                other += if place % 9 == 8 { "\n" } else { " " };
                other += VOCABULARY[dice.between(0, VOCABULARY.len())];
            }
            other.push(last);
            copied = text.start + shown.len();
        }
    }
    other += &source[copied..];
    (copied > 0).then_some(other)
}

fn pieces(document: &Document<'_>, span: tearline::Span) -> usize {
    let pieces = document.pieces().iter();
    pieces
        .filter(|piece| piece.span().start() < span.end() && piece.span().end() > span.start())
        .count()
}

#[test]
fn other_words_in_what_is_withheld_change_no_byte() {
    let mut dice = Dice(1978);
    let mut runs = 0;
    for folder in ["seed", "cable", "memo", "lookalike"]
        .map(corpus)
        .into_iter()
        .flatten()
    {
        let mut paths: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
            .collect();
        paths.sort();
        for path in paths {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let source = fs::read_to_string(&path).unwrap();
            let document = tearline::parse(&source);
            let assessment = Policy::default().assess(&document);
            for reader in RUNGS.map(|rung| rung.parse::<Reader>().unwrap()) {
                for as_of in DAYS {
                    let Some(other) =
                        in_other_words(&source, &assessment, &reader, as_of, &mut dice)
                    else {
                        continue;
                    };
                    let release = assessment.release(&reader, as_of);
                    let again = Policy::default().release(&tearline::parse(&other), &reader, as_of);
                    assert!(
                        release.to_text() == again.to_text()
                            && release.to_json() == again.to_json(),
                        "{name} for {reader} on {as_of}"
                    );
                    runs += 1;
                }
            }
        }
    }
    println!("real documents in other words: {runs} releases, each the same");
}
