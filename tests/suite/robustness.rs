//! Texts that no telegram looks like. Nothing is timed; what is not linear in their length would not come to an end.

use jiff::civil::date;
use tearline::document::DocumentKind;
use tearline::marking::Reader;
use tearline::policy::Policy;

const MEGA: usize = 1 << 20;

/// Reads a text as what it is taken for and as every other kind of document, and releases it to the public and to the
/// originator.
fn survives(source: &str) {
    let read = tearline::parse(source);
    let taken_for = read.kind();
    let others = [
        DocumentKind::Cable,
        DocumentKind::Memorandum,
        DocumentKind::Release,
    ];
    let others = others.into_iter().filter(|kind| *kind != taken_for);
    let others = others.map(|kind| tearline::parse_as(source, kind));
    for document in std::iter::once(read).chain(others) {
        assert_eq!(
            document
                .pieces()
                .iter()
                .map(|piece| piece.span().len())
                .sum::<usize>(),
            source.len()
        );
        let assessment = Policy::default().assess(&document);
        for reader in [Reader::public(), Reader::originator()] {
            let release = assessment.release(&reader, date(2010, 1, 1));
            assert!(!release.to_text().is_empty());
            assert!(!release.to_json().is_empty());
        }
    }
}

/// The same after the header of a telegram, and within a paragraph of one.
fn survives_in_a_cable(filling: &str) {
    survives(filling);
    survives(&format!(
        "P 201140Z MAY 05\nFM AMEMBASSY KARSHAVN\n\nSECRET KARSHAVN 1\n\n{filling}"
    ));
    survives(&format!(
        "SECRET KARSHAVN 1\n\nTAGS: PREL\nSUBJECT: (C) {filling}\n\n1. (U) {filling}\n\n2. (S) {filling}\n"
    ));
}

#[test]
fn short_oddities() {
    for source in [
        "",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "\u{feff}",
        "(",
        ")",
        "()",
        "(C",
        "C)",
        "1.",
        "¶",
        "¶¶",
        "\u{200f}(C)\u{200e}",
        "1. (\u{200f}C) x",
        "é",
        "(é)",
        "1. (é)",
        "[",
        "（C）",
        "-",
        "--",
        "65536. (C) x",
        "999. (C) x",
        "SUBJECT:",
        "E.O.",
        "TAGS:",
        "FM",
        "FM ",
        "REF:",
    ] {
        survives_in_a_cable(source);
    }
}

#[test]
fn brackets_by_the_hundred_thousand() {
    for bracket in [
        "(",
        "((",
        "[",
        "{",
        "（",
        "(C",
        "(C\n",
        "(S//",
        "(A) (B) (C) ",
    ] {
        survives_in_a_cable(&bracket.repeat(100_000));
    }
}

#[test]
fn one_line_without_an_end() {
    survives(&"zephyr quokka. ".repeat(10 * MEGA / 15));
    survives(&" ".repeat(10 * MEGA));
    survives(&"A".repeat(10 * MEGA));
    survives(&"\u{200f}".repeat(3 * MEGA));
    survives(&format!(
        "SECRET KARSHAVN 1\n\n1. (U) {}\n",
        "zephyr. ".repeat(10 * MEGA / 8)
    ));
}

#[test]
fn the_same_line_without_an_end() {
    for line in [
        "\n",
        "\r\n",
        "NNNN\n",
        "NNNN\n\n",
        "ACTION ARA-15\n",
        "ACTION ARA-15\n\n",
        "ZCZC\n",
        "PAGE 02\n",
        "SECRET\n",
        "SECRET\n\n",
        "SECRET KARSHAVN 1\n",
        "1. (C) x\n",
        "1. x\n",
        "1.\n\n",
        "a. (U) x\n\n",
        "(C) x\n\n",
        "(C)\n\n",
        "4, (C) x\n",
        "TAGS: PREL\n",
        "SUBJECT: x\n",
        "(Q) x\n\n",
        "E.O. 12958: DECL: 05/20/2015\n",
        "FM KARSHAVN\n",
        "ZULU\n",
        "QUAGGA\n",
        "zephyr\n",
    ] {
        let lines = line.repeat(MEGA / 4 / line.len());
        let source = format!("SECRET KARSHAVN 1\n\n{lines}\n\n1. (U) {lines}\n\n2. (S) {lines}\n");
        let release = Policy::default().release(
            &tearline::parse(&source),
            &Reader::public(),
            date(2010, 1, 1),
        );
        assert!(!release.to_text().is_empty());
    }
}

#[test]
fn captions_without_an_end() {
    for line in ["NODIS\n", "NODIS\n\n", "ZULU\n\n"] {
        survives(&format!(
            "SECRET KARSHAVN 1\n\n{}TAGS: PREL\n\n1. (U) x\n",
            line.repeat(100_000)
        ));
    }
}

#[test]
fn blocks_without_an_end_in_one_paragraph() {
    for block in [
        "x\n\n",
        "x:\n\n",
        "- x\n\n",
        "a. x\n\n",
        "(A) x\n\n",
        "QUAGGA\n\n",
        "[withheld: classified]\n\n",
    ] {
        for first in ["", "a. (C) y\n\n", "y (C)\n\n", "(Begin Secret)\n\n"] {
            survives(&format!(
                "SECRET KARSHAVN 1\n\n1. (U) x:\n\n{first}{}2. (C) x\n",
                block.repeat(100_000)
            ));
        }
    }
}

#[test]
fn numbers_without_an_end() {
    let mut paragraphs = String::from("SECRET KARSHAVN 1\n\n");
    for number in 1..100_000_u32 {
        paragraphs += &format!(
            "{}. ({}) zephyr\n\nquokka\n\n",
            number % 1000,
            ["U", "C", "S", "Q"][number as usize % 4]
        );
    }
    survives(&paragraphs);
}

/// Sections that never get a level line: every head is looked through, and none is one.
#[test]
fn section_heads_that_lead_nowhere() {
    survives(&format!(
        "SECRET KARSHAVN 1\n\n1. (U) x\n{}",
        "NNNN\nFM KARSHAVN\nTO SECSTATE\n".repeat(100_000)
    ));
    survives(&format!(
        "SECRET KARSHAVN 1\n\n1. (U) x\n{}",
        "NNNN\n\n\n\n\n\n\n".repeat(100_000)
    ));
}

#[test]
fn characters_that_do_not_show_change_no_verdict() {
    let cable = |mark: &str| {
        format!("CONFIDENTIAL KARSHAVN 1\n\n1. (U) One.\n\n2. {mark} BEHIND.\n\n3. (C) Three.\n")
    };
    for mark in [
        "\u{feff}(C)",
        "\0(C)",
        "\u{200f}(C)",
        "(\u{200f}C)",
        "(C\0)",
        "\t(C)",
        "\u{a0}(C)",
        "(\u{a0}C\u{a0})",
        "( c )",
        "(C\u{200b})",
        "\u{2028}(C)",
        "\u{85}(C)",
        "\u{b}(C)",
        "(\u{421})",
    ] {
        let source = cable(mark);
        let shown = Policy::default()
            .release(
                &tearline::parse(&source),
                &Reader::public(),
                date(1980, 1, 1),
            )
            .to_text();
        assert!(!shown.contains("BEHIND"), "{mark:?}\n{shown}");
    }
}
