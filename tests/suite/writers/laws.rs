//! The laws that every format keeps.

use proptest::prelude::*;

use tearline::marking::Reader;
use tearline::policy::Policy;

use super::{BUNDLED, DAY, release, shingles, spaced, styles, texts};
use crate::support::corpus;

/// A cable whose withheld paragraphs say what they are told to say.
fn cable(secrets: &[String; 4]) -> String {
    let [subject, sensitive, first, second] = secrets;
    format!(
        "O 141630Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\n\nC O N F I D E N T I A L PORT VESTA 000213\n\n\
         E.O. 12958: DECL: 03/14/2016\nTAGS: PREL, VX\nSUBJECT: (SBU) {subject}\n\n\
         1. (U) Classified by: DCM Ilse Marren. Reason: 1.4(b) and (d).\n\n2. (SBU) {sensitive}\n\n\
         3. (U) The harbor is open.\n\n4. (C) {first}\n\n5. (C//NF) {second}\n\n6. (U) End.\nCALLOWAY\n"
    )
}

/// Running text without blank lines, in which no line begins like a portion.
fn prose() -> impl Strategy<Value = String> {
    proptest::collection::vec("[A-Z][a-z]{2,11}( [a-z,<&*_]{3,9}){0,9}", 1..6)
        .prop_map(|lines| lines.join("\n"))
}

fn secrets() -> impl Strategy<Value = [String; 4]> {
    // The subject stays on one line, as the rest of a header has to.
    (
        "[A-Z][a-z]{2,11}( [a-z]{3,9}){0,5}",
        prose(),
        prose(),
        prose(),
    )
        .prop_map(|(subject, a, b, c)| [subject, a, b, c])
}

/// As many lines, with as many words on each, so that a style that tells amounts tells the same ones.
fn same_lines(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_lowercase() { 'q' } else { c })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn noninterference_in_every_text_format_and_style(one in secrets(), other in secrets()) {
        let (one, same, other) = (cable(&one), cable(&one.clone().map(|text| same_lines(&text))), cable(&other));
        let (one, same, other) = (tearline::parse(&one), tearline::parse(&same), tearline::parse(&other));
        for (style, tells_amount) in styles() {
            let other = if tells_amount { &same } else { &other };
            prop_assert_eq!(
                texts(&release(&one, "U", style)),
                texts(&release(other, "U", style)),
                "{:?}", style
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn noninterference_in_pdf(one in secrets(), other in secrets()) {
        let (one, other) = (cable(&one), cable(&other));
        let (one, other) = (tearline::parse(&one), tearline::parse(&other));
        for (style, tells_amount) in styles() {
            if !tells_amount {
                let one = release(&one, "U", style).to_pdf().unwrap();
                let other = release(&other, "U", style).to_pdf().unwrap();
                prop_assert!(one == other, "{:?}", style);
            }
        }
    }

    #[test]
    fn any_text_can_be_written_in_every_format(text in "\\PC{0,120}", raw in any::<String>()) {
        for text in [format!("UNCLAS STATE 1\n\n1. (U) {text}\n\n2. (U) End.\n"), raw] {
            let document = tearline::parse(&text);
            for reader in ["U", "all"] {
                let release = release(&document, reader, super::Style::default());
                prop_assert_eq!(texts(&release), texts(&release));
                prop_assert!(release.to_pdf().is_ok());
            }
        }
    }
}

/// The source with every word of the withheld body written anew, marks, numbers and line breaks kept.
fn rewritten(source: &str, reader: &str) -> String {
    let reader: Reader = reader.parse().unwrap();
    let document = tearline::parse(source);
    let policy = Policy::default();
    let assessment = policy.assess(&document);
    let mut bytes = source.as_bytes().to_vec();
    for (portion, verdict) in assessment
        .portions()
        .iter()
        .zip(assessment.verdicts(&reader, DAY))
    {
        if verdict.is_release() || portion.field().is_some() {
            continue;
        }
        for block in &document.blocks()[portion.blocks()] {
            let text = &mut bytes[block.span().range()];
            for word in text.split_mut(|byte| !byte.is_ascii_alphabetic()) {
                if word.len() > 3 && word[1..].iter().all(u8::is_ascii_lowercase) {
                    word[1..].fill(b'q');
                }
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn rewriting_what_is_withheld_changes_no_byte_of_any_format() {
    let mut sources = vec![BUNDLED.to_owned()];
    if let Some(folder) = corpus("seed") {
        for entry in std::fs::read_dir(folder).unwrap() {
            sources.push(std::fs::read_to_string(entry.unwrap().path()).unwrap());
        }
    }
    for source in sources {
        let other = rewritten(&source, "U");
        assert_ne!(source, other);
        let (one, other) = (tearline::parse(&source), tearline::parse(&other));
        for (style, _) in styles() {
            let (one, other) = (release(&one, "U", style), release(&other, "U", style));
            assert!(texts(&one) == texts(&other), "{style:?}");
            assert!(one.to_pdf() == other.to_pdf(), "{style:?}");
        }
    }
}

#[test]
fn a_tear_line_does_not_tell_whether_anything_was_torn_off() {
    let whole = "UNCLAS STATE 1\n\n1. (U) One.\n\n2. (U) Two.\n";
    let torn =
        "UNCLAS STATE 1\n\n1. (U) One.\n\n2. (SBU) Between.\n\n3. (SBU) More.\n\n4. (U) Two.\n";
    let (whole, torn) = (tearline::parse(whole), tearline::parse(torn));
    let style = super::Style::TearLine;
    assert_eq!(
        texts(&release(&whole, "U", style)),
        texts(&release(&torn, "U", style))
    );
}

#[test]
fn nothing_withheld_is_in_any_format() {
    let mut sources = vec![BUNDLED.to_owned()];
    if let Some(folder) = corpus("seed") {
        for entry in std::fs::read_dir(folder).unwrap() {
            sources.push(std::fs::read_to_string(entry.unwrap().path()).unwrap());
        }
    }
    for source in sources {
        let document = tearline::parse(&source);
        for reader in ["U", "SBU"] {
            let shingles = shingles(&source, reader);
            assert!(!shingles.is_empty(), "nothing is withheld from {reader}");
            for (style, _) in styles() {
                for (format, text) in texts(&release(&document, reader, style)) {
                    let text = spaced(&text);
                    let leaked = shingles.iter().filter(|five| text.contains(*five)).count();
                    assert_eq!(leaked, 0, "{format} for {reader} in {style:?}");
                }
            }
        }
    }
}

#[test]
fn the_same_excision_looks_the_same_whatever_it_hides() {
    let (short, long) = (
        "No.".to_owned(),
        "A long\nparagraph\nof many\nlines.".to_owned(),
    );
    let source = cable(&["Subject".to_owned(), "Sum".to_owned(), short, long]);
    let document = tearline::parse(&source);
    let html = release(&document, "U", super::Style::default()).to_html();
    let elements: Vec<&str> = html
        .split("<strong")
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .collect();
    assert!(elements.len() > 3);
    assert!(
        elements.iter().all(|element| *element == elements[0]),
        "{elements:?}"
    );
}
