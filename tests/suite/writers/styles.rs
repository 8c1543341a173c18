//! What each style tells, and what it does not.

use super::{BUNDLED, release};
use tearline::release::{Detail, Disposition, Exemption, ExemptionError, Exemptions, Style};

/// The excisions of the bundled cable for the public, in order.
fn excisions(style: Style) -> Vec<String> {
    let document = tearline::parse(BUNDLED);
    release(&document, "U", style)
        .to_text()
        .lines()
        .filter_map(|line| Some(line[line.find('[')?..].to_owned()))
        .collect()
}

fn detailed(detail: Detail) -> Vec<String> {
    excisions(Style::Places(detail))
}

#[test]
fn by_default_a_place_and_a_reason() {
    let excisions = excisions(Style::default());
    assert!(excisions.contains(&"[withheld: sensitive]".to_owned()));
    assert!(excisions.contains(&"[withheld: classified]".to_owned()));
    assert!(
        excisions
            .iter()
            .all(|words| words.starts_with("[withheld: ")
                && !words.contains(|c: char| c.is_ascii_digit()))
    );
}

/// Lines counted by hand in the source of the bundled cable.
#[test]
fn amounts_as_the_printed_series_says_them() {
    let excisions = detailed(Detail::default().with_amount());
    for expected in [
        // SUBJECT shares its first line with its label.
        "[less than 2 lines not released: sensitive]",
        "[1 paragraph (4 lines) not released: sensitive]",
        "[1 paragraph (3 lines) not declassified: classified, controlled]",
        "[2 paragraphs (5 lines) not released: sensitive]",
    ] {
        assert!(
            excisions.contains(&expected.to_owned()),
            "{expected}: {excisions:?}"
        );
    }
}

#[test]
fn amounts_count_lines_that_show_something() {
    for (paragraph, amount) in [
        ("Two.", "1 paragraph (1 line)"),
        ("Two\nthree\nfour.", "1 paragraph (3 lines)"),
        (
            "Two\nSTATE 00000001  002 OF 002\nthree.",
            "1 paragraph (2 lines)",
        ),
    ] {
        let source = format!(
            "C O N F I D E N T I A L SECTION 01 OF 02 STATE 000001\n\n1. (U) One.\n\n2. (C) {paragraph}\n\n3. (U) End.\n"
        );
        let document = tearline::parse(&source);
        let style = Style::Places(Detail::default().with_amount());
        let text = release(&document, "U", style).to_text();
        let expected = format!("2. [{amount} not declassified]\n\n3.");
        assert!(text.contains(&expected), "{expected}: {text}");
    }
}

#[test]
fn marks_as_they_are_stated() {
    let excisions = detailed(Detail::default().with_mark());
    for expected in [
        "[withheld: classified; marked C]",
        "[withheld: classified, controlled; marked C//NF]",
        "[withheld: sensitive; marked SBU]",
    ] {
        assert!(
            excisions.contains(&expected.to_owned()),
            "{expected}: {excisions:?}"
        );
    }
}

#[test]
fn exemptions_and_sections_from_the_reason_line() {
    let open = detailed(Detail::default().with_exemptions(Exemptions::default()));
    assert!(
        open.contains(&"[withheld: B1 1.4(D)]".to_owned()),
        "{open:?}"
    );
    assert!(open.contains(&"[withheld: exemption to be decided]".to_owned()));
    let exemptions = Exemptions::default().with_sensitive(Exemption::B6);
    let chosen = detailed(Detail::default().with_exemptions(exemptions));
    assert!(chosen.contains(&"[withheld: B6]".to_owned()), "{chosen:?}");
    assert!(!chosen.iter().any(|words| words.contains("decided")));
}

#[test]
fn every_style_but_the_default_is_named_in_the_release() {
    let document = tearline::parse(BUNDLED);
    for (style, words) in [
        (
            Style::Places(Detail::default().with_mark()),
            "the reason and the mark",
        ),
        (
            Style::Places(Detail::default().with_amount()),
            "the reason and the amount",
        ),
        (Style::TearLine, "above the tear line"),
    ] {
        let release = release(&document, "U", style);
        for text in [release.to_text(), release.to_markdown(), release.to_html()] {
            assert!(text.contains(words), "{words}");
        }
        assert!(release.to_json().contains("\"style\""));
    }
    assert!(
        !release(&document, "U", Style::default())
            .to_json()
            .contains("\"style\"")
    );
}

#[test]
fn a_tear_line_leaves_no_trace_and_numbers_anew() {
    let source = "CONFIDENTIAL STATE 1\n\n1. (C) One.\n\n2. (U) Two:\n\na. (C) Item.\n\nb. (U) Item.\n\nc. (U) Item.\n\n3. (C) Three.\n\na. (U) Orphan.\n\n4. (U) Four.\n";
    let document = tearline::parse(source);
    let release = release(&document, "U", Style::TearLine);
    assert_eq!(release.disposition(), Disposition::InPart);
    let numbers: Vec<String> = release
        .portions()
        .iter()
        .filter_map(|portion| Some(portion.number()?.to_string()))
        .collect();
    assert_eq!(numbers, ["1", "1.a", "1.b", "2", "3"]);
    assert!(!release.to_text().contains("withheld"));
}

#[test]
fn exemptions_are_read_strictly() {
    for (text, expected) in [
        ("b5", Ok(Exemption::B5)),
        ("(b)(6)", Ok(Exemption::B6)),
        ("B7(E)", Ok(Exemption::B7E)),
        ("b1", Ok(Exemption::B1)),
        ("(b)(1)", Ok(Exemption::B1)),
        ("b7", Err(ExemptionError::Unknown)),
        ("b10", Err(ExemptionError::Unknown)),
        ("", Err(ExemptionError::Unknown)),
    ] {
        assert_eq!(text.parse::<Exemption>(), expected, "{text}");
    }
}
