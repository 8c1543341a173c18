//! What was classified and is no more (32 CFR 2001.25): the word, who or what declassified, the day, the old marking; in
//! every format, of what is released and of nothing else.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Decision, Policy};
use tearline::release::{Detail, Release, Style};
use tearline::render::Format;

use super::{BUNDLED, folder, run, spaced, styles, texts};

/// The day of the instruction below, and the day before it.
const OPENS: Date = date(2016, 3, 14);
const BEFORE: Date = date(2016, 3, 13);
/// The day of a decision.
const ON: Date = date(2012, 3, 1);

const HEAD: &str = "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\n\nCONFIDENTIAL PORT VESTA 8\n\n";
const INSTRUCTION: &str = "E.O. 12958: DECL: 03/14/2016\n";
const BODY: &str =
    "TAGS: PREL\nSUBJECT: (U) FEES\n\n1. (U) One.\n\n2. (C) The relay is old.\n\n3. (U) Three.\n";

const BY_DATE: &str = "by the document's instruction (32 CFR 2001.12(b), (c)(1)), 2016-03-14";
const AUTHORITY: &str = "B. Alder, Director, Office of Harbors";

fn cable(more: &str) -> String {
    format!("{HEAD}{INSTRUCTION}{BODY}{more}")
}

fn decided(source: &str) -> Assessment<'_> {
    let (target, action) = ("paragraph 2", "declassified 2012-03-01");
    let decision = Decision::new(
        target.parse().unwrap(),
        action.parse().unwrap(),
        "I. Birk",
        ON,
    )
    .with_authority(AUTHORITY);
    let assessment = Policy::default().assess(&tearline::parse(source));
    assessment.decided(&[decision].into()).unwrap()
}

fn shown(source: &str, as_of: Date) -> Release<'_> {
    Policy::default().release(&tearline::parse(source), &Reader::public(), as_of)
}

/// What every format must say, in its own signs: of a document of which everything has opened, and of one of which a part
/// that was classified is still withheld.
#[test]
fn every_format_says_the_word_who_the_day_and_the_old_marking() {
    let part = cable("\n4. (C//NF) Four.\n");
    let whole = cable("");
    let by = |by: &str, on: &str| format!("\"on\": \"{on}\",\n        \"by\": \"{by}\"");
    let instruction = "the document's instruction (32 CFR 2001.12(b), (c)(1))";
    for (format, of_paragraph, of_document) in [
        (
            "text",
            format!("(U) Declassified {BY_DATE}:\nparagraph 2, was C\n\nUNCLASSIFIED\n"),
            format!(
                "(U) Declassified {BY_DATE}:\nthe document, was CONFIDENTIAL\nparagraph 2, was C\n"
            ),
        ),
        (
            "markdown",
            "2016\\-03\\-14; was ~~\\(C\\)~~\n".to_owned(),
            "2016\\-03\\-14; was ~~CONFIDENTIAL~~\n".to_owned(),
        ),
        (
            "html",
            format!("<p class=\"opened\">Declassified {BY_DATE}; was <s>(C)</s></p>"),
            format!("<p class=\"opened\">Declassified {BY_DATE}; was <s>CONFIDENTIAL</s></p>"),
        ),
        (
            "json",
            format!(
                "\"was\": \"C\",\n      \"declassified\": {{\n        {}\n      }}",
                by(instruction, "2016-03-14")
            ),
            "\"was\": \"CONFIDENTIAL\",\n  \"declassified\": {\n    \"on\": \"2016-03-14\","
                .to_owned(),
        ),
    ] {
        let of = |source: &str, as_of| {
            let texts = texts(&shown(source, as_of));
            texts
                .into_iter()
                .find(|(name, _)| *name == format)
                .unwrap()
                .1
        };
        let text = of(&part, OPENS);
        assert!(text.contains(&of_paragraph), "{format}: {text}");
        assert!(!text.contains("CONFIDENTIAL"), "{format}: {text}");
        let text = of(&whole, OPENS);
        assert!(text.contains(&of_document), "{format}: {text}");
        let text = of(&whole, BEFORE);
        assert!(
            !text.to_lowercase().contains("declassified"),
            "{format}: {text}"
        );
    }
}

#[test]
fn a_pdf_says_the_same_and_draws_a_line_through_the_old_marking() {
    let file = folder("opened").join("opened.pdf");
    let release = |as_of| shown(&cable(""), as_of).to_pdf().unwrap();
    std::fs::write(&file, release(OPENS)).unwrap();
    let Some(text) = run("pdftotext", &["-layout", file.to_str().unwrap(), "-"]) else {
        return;
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for line in [
        "; was CONFIDENTIAL",
        "2. (U) The relay is old. Declassified by",
        "; was (C) 3. (U)",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn a_decision_shows_its_authority_and_its_day_and_not_who_recorded_it() {
    let source = cable("");
    for (as_of, said) in [
        (ON, format!("Declassified by {AUTHORITY}, 2012-03-01")),
        // What came first opened it.
        (OPENS, format!("Declassified by {AUTHORITY}, 2012-03-01")),
    ] {
        let assessment = decided(&source);
        let release = assessment.release(&Reader::public(), as_of);
        for (format, text) in texts(&release) {
            if format == "timeline" {
                continue;
            }
            assert!(
                spaced(&text).contains(&spaced(AUTHORITY)),
                "{format}: {text}"
            );
            assert!(!text.contains("Birk"), "{format}: {text}");
        }
        assert!(release.to_text().contains(&said));
        let record = assessment.record(&Reader::public(), as_of);
        let why = record
            .entries()
            .iter()
            .find_map(|entry| entry.declassified());
        let expected = format!(
            "declassified 2012-03-01: by decision of I. Birk on 2012-03-01, by authority of {AUTHORITY} (32 CFR 2001.25)"
        );
        assert_eq!(why.unwrap().to_string(), expected);
    }
}

/// A name is text that somebody gave. It adds no portion to a text and no markup to a page.
#[test]
fn the_name_of_an_authority_stays_in_its_line() {
    let source = cable("");
    let name = "B. Alder\n\n4. (U) Four. <b>~~*x*~~";
    let decision = Decision::new(
        "paragraph 2".parse().unwrap(),
        "declassified 2012-03-01".parse().unwrap(),
        "I. Birk",
        ON,
    )
    .with_authority(name);
    let assessment = Policy::default().assess(&tearline::parse(&source));
    let assessment = assessment.decided(&[decision].into()).unwrap();
    let release = assessment.release(&Reader::public(), ON);
    let text = release.to_text();
    assert!(!text.contains("\n4. (U)"), "{text}");
    let again = tearline::parse_as(&text, tearline::document::DocumentKind::Release);
    assert_eq!(again.blocks().len(), release.portions().len() + 1, "{text}");
    assert!(!release.to_html().contains("<b>"));
    assert!(release.to_markdown().contains("\\<b\\>\\~\\~\\*x\\*\\~\\~"));
}

#[test]
fn what_is_not_declassified_is_not_said_to_be() {
    let schedule = "P 141530Z MAR 75\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\n\nSECRET PORT VESTA 8\n\nE.O. 11652: GDS\n\n1. (S) One.\n";
    let reader: Reader = "C".parse().unwrap();
    for (source, as_of, reader, word) in [
        // It has only fallen to a lower level (E.O. 11652 section 5(A)).
        (schedule, date(1978, 1, 1), &reader, false),
        (schedule, date(1984, 1, 1), &reader, true),
        // What never was classified.
        (
            "UNCLAS VESTA 1\n\n1. (U) One.\n\n2. (SBU) Two.\n",
            OPENS,
            &reader,
            false,
        ),
    ] {
        let release = Policy::default().release(&tearline::parse(source), reader, as_of);
        let opened = |it: &tearline::release::Released<'_>| it.disclosed().declassified().is_some();
        assert_eq!(
            release.portions().iter().any(opened),
            word,
            "{source} {as_of}"
        );
        assert_eq!(release.to_text().contains("Declassified"), word);
    }
}

#[test]
fn a_mark_that_stays_open_is_no_old_mark() {
    // The level line binds paragraph 1, whose own mark is valid as it stands.
    let source = format!("{HEAD}{INSTRUCTION}\n1. (U) One.\n\n2. (U) Two.\n");
    let release = shown(&source, OPENS);
    for portion in release.portions() {
        if let Some(declassified) = portion.disclosed().declassified() {
            assert_eq!(declassified.was(), None, "{portion:?}");
        }
    }
    assert!(!release.to_html().contains("<s>(U)</s>"));
}

/// The document is said to be declassified only where nothing that was classified in it is withheld.
#[test]
fn the_document_is_declassified_where_everything_in_it_has_opened() {
    for (more, reader, whole) in [
        ("", "U", true),
        ("\n4. (SBU) Four.\n", "U", true),
        ("\n4. (C//NF) Four.\n", "U", false),
        ("\n4. (C//NF) Four.\n", "SBU", true),
        ("\n4. (Q) Four.\n", "U", false),
        ("\n4. (C//RD) Four.\n", "U", false),
        ("\n4. [withheld: classified]\n", "U", false),
    ] {
        let source = cable(more);
        let assessment = Policy::default().assess(&tearline::parse(&source));
        let reader: Reader = reader.parse().unwrap();
        let release = assessment.release(&reader, OPENS);
        assert_eq!(
            release.declassified().is_some(),
            whole,
            "{more} for {reader}"
        );
        let torn = assessment.release_in(&reader, OPENS, Style::TearLine);
        assert_eq!(torn.declassified(), None);
    }
}

#[test]
fn styles_choose_what_is_said() {
    let source = cable("\n4. (SBU) Four.\n");
    let assessment = Policy::default().assess(&tearline::parse(&source));
    let text = |detail, as_of| {
        let style = Style::Places(detail);
        let release = assessment.release_in(&Reader::public(), as_of, style);
        texts(&release)
    };
    let detail = Detail::default();
    for (format, text) in text(detail.without_declassification(), OPENS) {
        let bare = text.replace("What was declassified is not said.", "");
        let words = spaced(bare.split("</style>").last().unwrap());
        assert!(
            !words.contains("declassified") && !words.contains(" was "),
            "{format}: {text}"
        );
    }
    for as_of in [BEFORE, OPENS] {
        for (format, text) in text(detail.with_instruction(), as_of) {
            if format != "timeline" {
                let says = "on 2016 03 14 declassified on the date set for it 32 cfr 2001 12 b c 1";
                assert!(spaced(&text).contains(says), "{format}: {text}");
            }
        }
    }
}

/// The day is what the instruction says: where its line is withheld, so is the day.
#[test]
fn the_day_of_a_withheld_instruction_is_not_shown() {
    let of = |day: &str| format!("{HEAD}(SBU) E.O. 12958: DECL: {day}\n{BODY}");
    let (one, other) = (of("03/14/2016"), of("04/02/2011"));
    let (one, other) = (
        shown(&one, date(2020, 1, 1)),
        shown(&other, date(2020, 1, 1)),
    );
    assert!(
        one.to_text()
            .contains("(U) Declassified:\nthe document, was CONFIDENTIAL\nparagraph 2, was C\n")
    );
    assert_eq!(texts(&one), texts(&other));
    let seen = of("03/14/2016");
    let seen = Policy::default().release(&tearline::parse(&seen), &"SBU".parse().unwrap(), OPENS);
    assert!(seen.to_text().contains(BY_DATE));
}

/// The check that knows neither the cut nor the writers lets pass what the writers write, also where a text that is
/// withheld has the same words.
#[test]
fn the_check_refuses_nothing_of_it() {
    let source = cable(&format!(
        "\n4. (SBU) Declassified by {AUTHORITY}, 2012-03-01.\n\n5. (SBU) Declassified {BY_DATE}.\n"
    ));
    let assessment = decided(&source);
    for as_of in [ON, OPENS] {
        for (style, _) in styles() {
            let release = assessment.release_in(&Reader::public(), as_of, style);
            for format in Format::ALL {
                let checked = assessment.checked(&Reader::public(), &release, *format);
                assert!(
                    checked.is_ok(),
                    "{format} {style:?} {as_of}: {:?}",
                    checked.err()
                );
            }
        }
    }
}

/// The text is a release, and released again is the same, with what it says of itself.
#[test]
fn releasing_it_again_gives_it_again() {
    for source in [cable(""), cable("\n4. (C//NF) Four.\n"), BUNDLED.to_owned()] {
        for reader in ["U", "SBU", "S", "all"] {
            let reader: Reader = reader.parse().unwrap();
            let once = Policy::default().release(&tearline::parse(&source), &reader, OPENS);
            let once = once.to_text();
            assert!(once.contains("Declassified"));
            let kind = tearline::document::DocumentKind::Release;
            let again = tearline::parse_as(&once, kind);
            let twice = Policy::default().release(&again, &reader, OPENS);
            assert_eq!(once, twice.to_text());
        }
    }
}

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec("[a-z]{3,9}", 1..12).prop_map(|words| words.join(" "))
}

/// A cable of which some opens on the day, and some stays withheld for the public whatever the day.
fn secret([subject, sensitive, controlled, unread]: &[String; 4]) -> String {
    format!(
        "{HEAD}{INSTRUCTION}TAGS: PREL\nSUBJECT: (SBU) {subject}\n\n1. (U) One.\n\n2. (C) The relay is old.\n\n\
         3. (SBU) {sensitive}.\n\n4. (S//NF) {controlled}.\n\n5. (Q) {unread}.\n\n6. (C) It is replaced.\n"
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn texts_that_differ_in_what_is_withheld_alone_show_the_same(
        one in [words(), words(), words(), words()],
        other in [words(), words(), words(), words()],
        by_decision in any::<bool>(),
        day in 0..2_usize,
    ) {
        let as_of = [OPENS, date(2020, 1, 1)][day];
        let (one, other) = (secret(&one), secret(&other));
        for (style, tells_amount) in styles() {
            if tells_amount {
                continue;
            }
            let of = |source: &str| {
                let assessment = if by_decision {
                    decided(source).into_owned()
                } else {
                    Policy::default().assess(&tearline::parse(source)).into_owned()
                };
                let release = assessment.release_in(&Reader::public(), as_of, style);
                assert!(style == Style::Places(Detail::default().without_declassification())
                    || release.to_text().contains("Declassified"));
                (texts(&release), release.to_pdf().unwrap())
            };
            prop_assert!(of(&one) == of(&other), "{style:?}");
        }
    }
}
