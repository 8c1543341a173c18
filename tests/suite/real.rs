//! Real telegrams, where this machine has them. Nothing of their text stands here: paragraphs are named by their
//! numbers, everything else by its place.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use jiff::civil::{Date, date};
use tearline::document::Document;
use tearline::marking::{Label, Level, Reader};
use tearline::policy::{Policy, PortionKind, Provenance};
use tearline::release::{Content, Disposition, Release};

use crate::support::corpus;

/// The telegrams of a folder, in order of their names.
fn telegrams(folder: &str) -> Vec<(PathBuf, String)> {
    let Some(folder) = corpus(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect()
}

/// The body and the subject of a release: `subject`, the number of a paragraph, or `heading`, each with its mark or `-`.
fn portions(release: &Release<'_>) -> Vec<String> {
    let shown = release
        .portions()
        .iter()
        .filter(|portion| portion.kind() != PortionKind::Header);
    shown
        .map(|portion| {
            let name = match (portion.kind(), portion.number()) {
                (PortionKind::Paragraph, Some(number)) => number.to_string(),
                (kind, _) => kind.to_string(),
            };
            match portion.content() {
                Content::Text { label, .. } => format!("{name}:{label}"),
                Content::Withheld(_) => format!("{name}:-"),
            }
        })
        .collect()
}

/// The seed cable for one reader on one day; `None` where it is not at hand.
fn seed(rung: &str, as_of: Date) -> Option<(Vec<String>, String, Disposition)> {
    let (_, source) = telegrams("seed").pop()?;
    let release =
        Policy::default().release(&tearline::parse(&source), &rung.parse().unwrap(), as_of);
    Some((portions(&release), release.banner(), release.disposition()))
}

/// What the seed cable is made of, in order: the subject, the paragraphs, the two last lines of the list, which may be
/// headings, eight headings, and the signature. `unmarked` gives the marks of the ten lines that state none.
fn expected(
    subject: &str,
    unclassified: &str,
    sensitive: &str,
    confidential: &str,
    unmarked: [&str; 10],
    signature: &str,
) -> Vec<String> {
    let mut lines = unmarked.into_iter().map(|mark| format!("heading:{mark}"));
    let mut portions = vec![format!("subject:{subject}")];
    for number in 1..=19 {
        let mark = match number {
            1..=3 => unclassified,
            4..=10 | 17 | 18 => sensitive,
            _ => confidential,
        };
        portions.push(format!("{number}:{mark}"));
        // The list behind 3 ends in two of them; behind these a heading each.
        let behind = match number {
            3 => 2,
            4 | 5 | 8 | 10 | 14 | 15 | 16 | 17 => 1,
            _ => 0,
        };
        portions.extend(lines.by_ref().take(behind));
    }
    portions.push(format!("block:{signature}"));
    portions
}

/// Withheld lines that stand side by side show as one.
fn as_shown(mut portions: Vec<String>) -> Vec<String> {
    portions.dedup_by(|one, two| one == "heading:-" && two == "heading:-");
    portions
}

#[test]
fn the_seed_cable_shows_the_public_three_paragraphs_before_its_date() {
    for as_of in [date(2010, 1, 1), date(2018, 9, 28)] {
        if let Some((portions, banner, disposition)) = seed("U", as_of) {
            assert_eq!(
                portions,
                as_shown(expected("-", "U", "-", "-", ["-"; 10], "-"))
            );
            assert_eq!(
                (&*banner, disposition),
                ("UNCLASSIFIED", Disposition::InPart)
            );
        }
    }
}

#[test]
fn the_seed_cable_shows_a_federal_reader_what_is_sensitive() {
    if let Some((portions, banner, disposition)) = seed("SBU", date(2010, 1, 1)) {
        let headings = ["SBU", "SBU", "SBU", "SBU", "SBU", "-", "-", "-", "-", "-"];
        assert_eq!(portions, expected("SBU", "U", "SBU", "-", headings, "-"));
        assert_eq!(
            (&*banner, disposition),
            ("UNCLASSIFIED//SBU", Disposition::InPart)
        );
    }
}

#[test]
fn the_seed_cable_shows_a_cleared_reader_everything() {
    if let Some((portions, banner, disposition)) = seed("C", date(2010, 1, 1)) {
        let headings = ["SBU", "SBU", "SBU", "SBU", "SBU", "C", "C", "C", "C", "C"];
        assert_eq!(portions, expected("SBU", "U", "SBU", "C", headings, "C"));
        assert_eq!(
            (&*banner, disposition),
            ("CONFIDENTIAL", Disposition::InFull)
        );
    }
}

#[test]
fn the_seed_cable_keeps_what_is_sensitive_after_its_date() {
    for as_of in [date(2018, 9, 29), date(2090, 1, 1)] {
        if let Some((portions, banner, disposition)) = seed("U", as_of) {
            let headings = ["-", "-", "-", "-", "-", "-", "U", "U", "-", "-"];
            assert_eq!(
                portions,
                as_shown(expected("-", "U", "-", "U", headings, "-"))
            );
            assert_eq!(
                (&*banner, disposition),
                ("UNCLASSIFIED", Disposition::InPart)
            );
        }
    }
}

/// Two paragraphs go on behind a blank line, and the last two of the list stand apart from it.
#[test]
fn the_seed_cable_has_whole_paragraphs() {
    for (_, source) in telegrams("seed") {
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        let blocks: BTreeMap<String, usize> = assessment
            .portions()
            .iter()
            .filter(|portion| portion.kind() == PortionKind::Paragraph)
            .map(|portion| {
                (
                    portion.number().unwrap().to_string(),
                    portion.blocks().len(),
                )
            })
            .collect();
        assert_eq!(blocks.len(), 19);
        for (number, blocks) in blocks {
            match &*number {
                "7" | "18" => assert_eq!(blocks, 2, "{number}"),
                "3" => assert!(blocks >= 10, "{number}"),
                _ => assert_eq!(blocks, 1, "{number}"),
            }
        }
        assert!(document.findings().is_empty());
    }
}

#[test]
fn every_real_telegram_is_read_and_released() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (path, source) in telegrams("seed").into_iter().chain(telegrams("cable")) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let document = tearline::parse(&source);
        let tiled: usize = document
            .pieces()
            .iter()
            .map(|piece| piece.span().len())
            .sum();
        assert_eq!(tiled, source.len(), "{name}");
        assert_eq!(
            document.faithful(&Reader::originator()),
            Some(&*source),
            "{name}"
        );
        assert!(
            !document.header().levels().is_empty(),
            "{name}: no level line"
        );
        assert!(
            document.header().origin().is_some(),
            "{name}: no date of origin"
        );
        for rung in ["U", "SBU", "C", "S", "TS", "all"] {
            for as_of in [date(1974, 1, 1), date(1985, 6, 1), date(2090, 1, 1)] {
                let release = Policy::default().release(&document, &rung.parse().unwrap(), as_of);
                assert!(
                    !release.to_text().is_empty() && !release.to_json().is_empty(),
                    "{name}"
                );
                *counts
                    .entry(format!("{rung:<4} {as_of} {}", release.disposition()))
                    .or_default() += 1;
            }
        }
        own_marks_hold(&name, &document);
    }
    for (what, count) in counts {
        println!("{what:<36} {count:>3}");
    }
}

/// What states a level is closed to the public until its day, and what states that it is unclassified is open, unless
/// the document as a whole binds it.
fn own_marks_hold(name: &str, document: &Document<'_>) {
    let assessment = Policy::default().assess(document);
    let header = document.header();
    for as_of in [date(1974, 1, 1), date(1985, 6, 1), date(2090, 1, 1)] {
        let verdicts: Vec<bool> = assessment
            .verdicts(&Reader::public(), as_of)
            .map(|verdict| verdict.is_release())
            .collect();
        for (index, portion) in assessment.portions().iter().enumerate() {
            let Provenance::Stated(_) = portion.provenance() else {
                continue;
            };
            let mark = document.blocks()[portion.blocks().start]
                .mark()
                .stated()
                .unwrap()
                .label();
            let standing = header.schedule().standing(mark.level(), as_of).level();
            if mark.level() > Level::Unclassified && standing > Level::Unclassified {
                assert!(!verdicts[index], "{name}: portion {index} on {as_of}");
            }
            if mark == Label::unclassified()
                && header.captions().is_empty()
                && !assessment.is_compilation()
            {
                assert!(verdicts[index], "{name}: portion {index} on {as_of}");
            }
        }
    }
}
