//! The laws, each named; over cables made up from a structure, and over any text at all.

use std::collections::HashSet;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tearline::document::{Document, DocumentKind, Role};
use tearline::marking::{Marking, Reader, StatedMark, roll_up};
use tearline::policy::{Assessment, Policy};
use tearline::release::{Content, Release};

use crate::fixtures::reader;
use crate::generator::{Cable, Dice, Shape, VOCABULARY, soup};
use crate::support::cases;

/// Each sees what the one before it sees.
const RUNGS: [&str; 6] = ["U", "SBU", "C", "S", "TS", "all"];
/// The day before and the day of the made-up order line, and far days.
const DAYS: [Date; 5] = [
    date(1975, 1, 1),
    date(2015, 5, 19),
    date(2015, 5, 20),
    date(2040, 1, 1),
    date(2200, 1, 1),
];
const KINDS: [DocumentKind; 3] = [
    DocumentKind::Cable,
    DocumentKind::Memorandum,
    DocumentKind::Release,
];

/// A cable, lines in disorder, or any characters.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Cable::any().prop_map(|cable| cable.text()),
        3 => soup(),
        1 => any::<String>(),
        1 => (Cable::any(), soup()).prop_map(|(cable, soup)| cable.text() + &soup),
    ]
}

fn rung() -> impl Strategy<Value = Reader> {
    prop::sample::select(&RUNGS[..]).prop_map(reader)
}

fn day() -> impl Strategy<Value = Date> {
    prop::sample::select(&DAYS[..])
}

fn release<'a>(source: &'a str, reader: &Reader, as_of: Date) -> Release<'a> {
    Policy::default().release(&tearline::parse(source), reader, as_of)
}

/// The release of a text that the caller knows for a release.
fn again<'a>(source: &'a str, reader: &Reader, as_of: Date) -> Release<'a> {
    let document = tearline::parse_as(source, DocumentKind::Release);
    Policy::default().release(&document, reader, as_of)
}

fn released(assessment: &Assessment<'_>, reader: &Reader, as_of: Date) -> Vec<bool> {
    assessment
        .verdicts(reader, as_of)
        .map(|verdict| verdict.is_release())
        .collect()
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn every_byte_lies_in_exactly_one_piece(source in text()) {
        for kind in KINDS {
            let document = tearline::parse_as(&source, kind);
            let mut at = 0;
            let mut blocks = 0;
            for piece in document.pieces() {
                prop_assert_eq!(piece.span().start(), at);
                prop_assert!(!piece.span().is_empty());
                at = piece.span().end();
                prop_assert!(source.is_char_boundary(at));
                if let Role::Block(block) = piece.role() {
                    prop_assert!(block < document.blocks().len());
                    prop_assert!(block + 1 >= blocks, "blocks come in order");
                    blocks = block + 1;
                }
            }
            prop_assert_eq!(at, source.len());
            prop_assert_eq!(blocks, document.blocks().len(), "every block has a piece");
        }
    }

    #[test]
    fn every_block_is_in_one_portion(source in text()) {
        for kind in KINDS {
            let document = tearline::parse_as(&source, kind);
            let assessment = Policy::default().assess(&document);
            let blocks: Vec<usize> = assessment.portions().iter().flat_map(tearline::policy::Portion::blocks).collect();
            prop_assert_eq!(blocks, (0..document.blocks().len()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_same_input_gives_the_same_bytes(source in text(), reader in rung(), as_of in day()) {
        let (one, two) = (release(&source, &reader, as_of), release(&source, &reader, as_of));
        prop_assert_eq!(one.to_text(), two.to_text());
        prop_assert_eq!(one.to_json(), two.to_json());
    }

    #[test]
    fn the_originator_gets_the_source_back(source in text()) {
        for kind in KINDS {
            let document = tearline::parse_as(&source, kind);
            prop_assert_eq!(document.faithful(&Reader::originator()), Some(&*source));
            for rung in &RUNGS[..5] {
                prop_assert_eq!(document.faithful(&reader(rung)), None);
            }
        }
    }

    #[test]
    fn more_clearance_never_shows_less(source in text(), as_of in day()) {
        for kind in KINDS {
            let document = tearline::parse_as(&source, kind);
            let assessment = Policy::default().assess(&document);
            let seen: Vec<Vec<bool>> = RUNGS.iter().map(|rung| released(&assessment, &reader(rung), as_of)).collect();
            for pair in seen.windows(2) {
                prop_assert!(pair[0].iter().zip(&pair[1]).all(|(less, more)| less <= more));
            }
        }
    }

    #[test]
    fn a_later_day_never_shows_less(source in text(), reader in rung()) {
        for kind in KINDS {
            let document = tearline::parse_as(&source, kind);
            let assessment = Policy::default().assess(&document);
            let seen: Vec<Vec<bool>> = DAYS.iter().map(|as_of| released(&assessment, &reader, *as_of)).collect();
            for pair in seen.windows(2) {
                prop_assert!(pair[0].iter().zip(&pair[1]).all(|(less, more)| less <= more));
            }
        }
    }

    #[test]
    fn the_banner_is_the_roll_up_of_what_is_in_it(source in text(), reader in rung(), as_of in day()) {
        let release = release(&source, &reader, as_of);
        let json: serde_json::Value = serde_json::from_str(&release.to_json()).unwrap();
        let markings: Vec<Marking> = json["portions"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|portion| portion["marking"].as_str())
            .filter_map(|mark| Some(StatedMark::read(mark).ok()?.marking().clone()))
            .collect();
        let origin = tearline::parse(&source).header().origin().unwrap_or(Date::MIN);
        let banner = roll_up(&markings, origin).banner().to_string();
        // A label that is damaged has no marking of its own; only the originator sees it.
        if !reader.is_originator() {
            prop_assert_eq!(json["banner"].as_str(), Some(&*banner));
            prop_assert_eq!(release.banner(), banner);
        }
        let lines: Vec<String> = release.to_text().lines().map(str::to_owned).collect();
        prop_assert_eq!(&lines[0], &release.banner());
        prop_assert_eq!(lines.last(), Some(&release.banner()));
    }

    #[test]
    fn releasing_a_release_of_a_cable_gives_itself(cable in Cable::any(), reader in rung(), as_of in day()) {
        let once = release(&cable.text(), &reader, as_of).to_text();
        let twice = again(&once, &reader, as_of).to_text();
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn releasing_a_release_of_any_text_gives_itself(source in text(), reader in rung(), as_of in day()) {
        let once = release(&source, &reader, as_of).to_text();
        let twice = again(&once, &reader, as_of).to_text();
        prop_assert_eq!(once, twice, "{}", source);
    }

    #[test]
    fn releasing_a_release_never_shows_more(source in text(), reader in rung(), as_of in day()) {
        let once = release(&source, &reader, as_of).to_text();
        let twice = again(&once, &reader, as_of).to_text();
        let words = |text: &str| -> HashSet<String> {
            let words = text.split(|c: char| !c.is_alphanumeric());
            words.filter(|word| VOCABULARY.contains(word)).map(str::to_owned).collect()
        };
        prop_assert!(words(&twice).is_subset(&words(&once)));
    }

    #[test]
    fn nothing_withheld_reaches_the_output(cable in Cable::any(), seed in any::<u64>(), reader in rung(), as_of in day()) {
        let source = cable.text();
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        let other = rewritten(&cable, &assessment, &released(&assessment, &reader, as_of), seed).text();
        let (one, two) = (assessment.release(&reader, as_of), release(&other, &reader, as_of));
        prop_assert_eq!(one.to_text(), two.to_text(), "{}\n--------\n{}", source, other);
        prop_assert_eq!(one.to_json(), two.to_json());
        prop_assert_eq!(one.disposition(), two.disposition());
    }

    #[test]
    fn every_released_line_stands_in_a_released_portion(source in text(), reader in rung(), as_of in day()) {
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        let mut open = String::new();
        for (portion, released) in assessment.portions().iter().zip(released(&assessment, &reader, as_of)) {
            if released {
                for piece in document.pieces() {
                    if matches!(piece.role(), Role::Block(block) if portion.blocks().contains(&block)) {
                        open.push_str(&source[piece.span().range()]);
                    }
                }
            }
        }
        for portion in assessment.release(&reader, as_of).portions() {
            if let Content::Text { text, .. } = portion.content() {
                for line in text.split('\n') {
                    prop_assert!(open.contains(line), "{:?}", line);
                }
            }
        }
    }

    #[test]
    fn what_is_shown_for_debugging_holds_no_text(cable in Cable::any(), reader in rung(), as_of in day()) {
        let source = cable.text();
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        let release = assessment.release(&reader, as_of);
        let mut shown = format!("{document:?}{document:#?}{assessment:?}{release:?}{release:#?}");
        for block in document.blocks() {
            shown += &format!("{block:?}");
        }
        for portion in release.portions() {
            shown += &format!("{portion:?}{:?}", portion.content());
        }
        for verdict in assessment.verdicts(&reader, as_of) {
            shown += &format!("{verdict:?}");
        }
        for finding in document.findings() {
            shown += &format!("{finding}{finding:?}");
        }
        let words = VOCABULARY.into_iter().chain(["QUAGGA", "Quagga", "KARSHAVN", "ZULU"]);
        for word in words {
            prop_assert!(!shown.contains(word), "{}", word);
        }
    }

    #[test]
    fn line_breaks_of_another_kind_change_nothing(cable in Cable::any(), reader in rung(), as_of in day()) {
        let source = cable.text();
        let crlf = source.replace('\n', "\r\n");
        let bom = format!("\u{feff}{source}");
        let expected = release(&source, &reader, as_of);
        prop_assert_eq!(release(&crlf, &reader, as_of).to_text(), expected.to_text());
        prop_assert_eq!(release(&bom, &reader, as_of).to_json(), expected.to_json());
    }

    #[test]
    fn other_words_on_other_lines_change_no_verdict(cable in Cable::any(), seed in any::<u64>(), reader in rung(), as_of in day()) {
        let mut dice = Dice(seed);
        let mut other = cable.clone();
        for block in other.subject.iter_mut().chain(&mut other.body) {
            block.words.seed = u32::try_from(dice.between(0, 1 << 30)).unwrap();
        }
        let (one, two) = (cable.text(), other.text());
        let (one, two) = (tearline::parse(&one), tearline::parse(&two));
        prop_assert_eq!(shape(&one, &reader, as_of), shape(&two, &reader, as_of));
    }
}

/// What a release says of a document without its texts.
fn shape(document: &Document<'_>, reader: &Reader, as_of: Date) -> Vec<String> {
    let release = Policy::default().release(document, reader, as_of);
    let portions = release.portions().iter();
    portions
        .map(|portion| {
            let content = match portion.content() {
                Content::Text { label, .. } => label.to_string(),
                Content::Withheld(bases) => format!("[{bases}]"),
            };
            format!("{} {:?} {content}", portion.kind(), portion.number())
        })
        .collect()
}

/// Whether no portion is seen less by a reader further up, or on a later day. `seen` has a row for each reader and each of
/// `days` days, readers first; a row says of every portion whether it is released.
pub(crate) fn never_shows_less(seen: &[Vec<bool>], days: usize) -> bool {
    let at_least =
        |less: &[bool], more: &[bool]| less.iter().zip(more).all(|(one, other)| one <= other);
    let later = seen
        .chunks(days)
        .all(|reader| reader.windows(2).all(|two| at_least(&two[0], &two[1])));
    let further_up = (days..seen.len()).all(|index| at_least(&seen[index - days], &seen[index]));
    later && further_up
}

/// The same cable with other words, on other lines, at another length, wherever something is withheld; and with more or
/// fewer blocks of running text where such a block is withheld. The declared structure stays.
pub(crate) fn rewritten(
    cable: &Cable,
    assessment: &Assessment<'_>,
    released: &[bool],
    seed: u64,
) -> Cable {
    let mut dice = Dice(seed);
    let blocks = assessment.document().blocks();
    let mut withheld = vec![false; blocks.len()];
    for (portion, released) in assessment.portions().iter().zip(released) {
        for block in portion.blocks() {
            withheld[block] = !released;
        }
    }
    let pick = |body: bool| -> Vec<bool> {
        let kinds = blocks.iter().zip(&withheld);
        kinds
            .filter(|(block, _)| {
                if body {
                    block.kind().is_body()
                } else {
                    block.kind() == tearline::document::BlockKind::Subject
                }
            })
            .map(|(_, withheld)| *withheld)
            .collect()
    };
    let mut other = cable.clone();
    for (subject, withheld) in other.subject.iter_mut().zip(pick(false)) {
        if withheld {
            subject.words.seed = u32::try_from(dice.between(0, 1 << 30)).unwrap();
        }
    }
    other.body = Vec::new();
    for (block, withheld) in cable.body.iter().zip(pick(true)) {
        let mut block = block.clone();
        if !withheld {
            other.body.push(block);
            continue;
        }
        let continuation =
            block.kind == crate::generator::Kind::Plain && block.words.shape == Shape::Text;
        for _ in 0..if continuation { dice.between(1, 4) } else { 1 } {
            block.words.seed = u32::try_from(dice.between(0, 1 << 30)).unwrap();
            other.body.push(block.clone());
        }
    }
    other
}
