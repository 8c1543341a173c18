//! An office's own words for marks: each reads as exactly its mark, and lowers nothing that reads without it.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tearline::document::{Document, DocumentKind, Known, Part};
use tearline::marking::{AliasError, Reader, Vocabulary};
use tearline::policy::{Compilation, Policy};

use crate::support::cases;

const DAY: Date = date(2010, 1, 1);

fn words() -> Vocabulary {
    Vocabulary::capco()
        .with_alias("HARBSEN", "U//FOUO")
        .and_then(|words| words.with_alias("PORT LIMITED", "C//NF"))
        .and_then(|words| words.with_alias("HSENX", "SBU"))
        .unwrap()
}

fn text(document: &Document<'_>, reader: &str) -> String {
    let reader: Reader = reader.parse().unwrap();
    Policy::default().release(document, &reader, DAY).to_text()
}

/// What each block states, or is raised to.
fn marks(source: &str) -> Vec<String> {
    let document = words().parse(source);
    let mark = |block: &tearline::document::Block| match (block.mark().stated(), block.at_least()) {
        (Some(stated), _) => stated.label().to_string(),
        (None, Some(least)) => format!("at least {least}"),
        (None, None) => "none".to_owned(),
    };
    document.blocks().iter().map(mark).collect()
}

#[test]
fn an_alias_is_a_mark_where_a_mark_stands() {
    let source = "\
CONFIDENTIAL PORT VESTA 12

SUBJECT: (HARBSEN) The tides

1. (HARBSEN) The pier is new.

2. (PORT  LIMITED) The toll ends.

a. (HSENX) It was short.

(HARBSEN) This has no number.

3. [HARBSEN] The brackets are square.
";
    assert_eq!(
        marks(source),
        [
            "none", "U//FOUO", "U//FOUO", "C//NF", "SBU", "U//FOUO", "U//FOUO"
        ]
    );
    let document = words().parse(source);
    assert!(
        document
            .findings()
            .iter()
            .all(|finding| finding.code() != "damaged-mark")
    );
    let public = text(&document, "U");
    assert!(
        !public.contains("pier") && !public.contains("toll"),
        "{public}"
    );
    // It goes out under the mark as which it reads: the word itself is no text.
    let federal = text(&document, "SBU");
    assert!(
        federal.contains("1. (U//FOUO) The pier is new."),
        "{federal}"
    );
    assert!(
        !federal.contains("HARBSEN") && !federal.contains("toll"),
        "{federal}"
    );
}

#[test]
fn behind_the_text_of_a_memorandum_it_counts_as_well() {
    let source =
        "SECRET\n\nThe pier is new. (HSENX)\n\nThe toll ends. (S)\n\nThe relay hums. (HARBSEN)\n";
    assert_eq!(marks(source), ["SBU", "S", "at least U//FOUO"]);
    let public = text(&words().parse(source), "U");
    for word in ["pier", "toll", "relay"] {
        assert!(!public.contains(word), "{public}");
    }
}

/// What stands in a text is no mark of another portion, but whatever it marks is in that text.
#[test]
fn inside_a_text_it_raises() {
    let source = "\
UNCLAS PORT VESTA 12

1. (U) The pier is new.
(HARBSEN) The toll ends.

2. (U) The tides (HARBSEN) are high.

3. (U) The word HARBSEN by itself is text, and so is (harbsen).

4. (U) The harbor. [PORT LIMITED] It is shut.
";
    let document = words().parse(source);
    let public = text(&document, "U");
    assert!(
        !public.contains("toll") && !public.contains("tides"),
        "{public}"
    );
    assert!(public.contains("3. (U) The word HARBSEN"), "{public}");
    assert!(!public.contains("shut"), "{public}");
    let raised = document
        .findings()
        .iter()
        .filter(|it| it.code() == "doubtful-mark");
    assert_eq!(raised.count(), 3);
}

#[test]
fn without_the_alias_nothing_reads_as_one() {
    let source = "UNCLAS PORT VESTA 12\n\n1. (HSENX) The pier is new.\n\n2. (U) Two.\n";
    let document = tearline::parse(source);
    assert!(document.blocks()[1].mark().stated().is_none());
    assert!(!text(&document, "SBU").contains("pier"));
    assert!(text(&words().parse(source), "SBU").contains("1. (SBU) The pier is new."));
}

#[test]
fn a_release_is_read_as_a_release_and_not_in_words_of_ones_own() {
    let source = "UNCLAS PORT VESTA 12\n\n1. (HARBSEN) The pier is new.\n\n2. (U) Two.\n";
    let released = text(&words().parse(source), "SBU");
    let known = Known::new().kind(DocumentKind::Release);
    for vocabulary in [Vocabulary::capco(), words()] {
        assert_eq!(
            text(&vocabulary.parse_with(&released, &known), "SBU"),
            released
        );
    }
}

#[test]
fn a_part_that_is_given_is_marked_in_the_same_words() {
    let built = |vocabulary: Vocabulary| {
        Document::builder(DocumentKind::Cable)
            .vocabulary(vocabulary)
            .level("UNCLAS")
            .part(Part::paragraph(1, "The pier is new.").marked("HARBSEN"))
            .part(Part::paragraph(2, "The tides (PORT LIMITED) are high.").marked("U"))
            .build()
    };
    let document = built(words());
    let federal = text(&document, "SBU");
    assert!(
        federal.contains("1. (U//FOUO) The pier is new.") && !federal.contains("tides"),
        "{federal}"
    );
    assert!(!text(&built(Vocabulary::capco()), "SBU").contains("pier"));
}

#[test]
fn what_reads_already_or_nearly_is_refused() {
    let refused = |word: &str| match Vocabulary::capco().with_alias(word, "U") {
        Ok(_) => panic!("{word} is taken in"),
        Err(error) => error,
    };
    for word in [
        "SECRET",
        "SBU",
        "NOFORN",
        "EXDIS",
        "NODIS",
        "STADIS",
        "CUI",
        "ORCON",
        "FOUO",
        "UNCLAS",
        "GBR",
        "FVEY",
        "CONFIDENTIAL",
        "TOP SECRET",
        "SBU/NF",
        "PORT SECRET",
        "HARBOR-NOFORN",
        "COSMIC TOP SECRET",
        "LIMDIS",
        "RELIDO",
        "RESTRICTED DATA",
        "ENTIRE TEXT",
    ] {
        let error = refused(word);
        assert!(
            matches!(error, AliasError::Taken | AliasError::Near),
            "{word}: {error}"
        );
    }
    for word in [
        "SECRT",
        "N0FORN",
        "SHNF",
        "CONFIDENTAL",
        "EXDIS1",
        "RESTRICTED",
        "SENSITIVE",
    ] {
        let error = refused(word);
        assert!(
            matches!(error, AliasError::Taken | AliasError::Near),
            "{word}: {error}"
        );
    }
    for word in [
        "",
        "C",
        "TS",
        "AB",
        "12345",
        "harbsen",
        "Harbsen",
        "(HARBSEN)",
        "HARB  SEN",
        " HARBSEN",
        "HARB//SEN",
        "HÄRBSEN",
        "HARB.SEN",
        "A HARBOR OF THE NORTHERN SEA",
    ] {
        assert_eq!(refused(word), AliasError::Word, "{word}");
    }
    let twice = words().with_alias("HARBSEN", "U");
    assert_eq!(twice.unwrap_err(), AliasError::Repeated);
    assert_eq!(words().with_alias("HARBSEN", "U//FOUO"), Ok(words()));
    let entire = Vocabulary::capco().with_alias("HARBSEN", "C-Entire text");
    assert_eq!(entire.unwrap_err(), AliasError::EntireText);
    for mark in ["", "Q", "S//NOFRN", "C//SI-G", "HARBSEN"] {
        let error = Vocabulary::capco().with_alias("HARBSEN", mark).unwrap_err();
        assert!(matches!(error, AliasError::Mark(_)), "{mark}: {error}");
    }
}

#[derive(Clone, Debug)]
struct Paragraph {
    mark: usize,
    word: usize,
    inside: bool,
}

fn paragraphs() -> impl Strategy<Value = Vec<Paragraph>> {
    let one = (0..6_usize, 0..100_usize, prop::bool::weighted(0.2));
    prop::collection::vec(
        one.prop_map(|(mark, word, inside)| Paragraph { mark, word, inside }),
        1..6,
    )
}

/// A telegram with these paragraphs; `alias` is what stands for the mark that some of them bear.
fn telegram(
    paragraphs: &[Paragraph],
    alias: &str,
    word: impl Fn(usize, &Paragraph) -> String,
) -> String {
    let mut source = "SECRET PORT VESTA 12\n\nSUBJECT: (U) Tides\n".to_owned();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let mark = ["(U) ", "(SBU) ", "(C) ", "(S//NF) ", "", alias][paragraph.mark];
        let inside = if paragraph.inside {
            "behind a full stop.  (SBU) It"
        } else {
            "and"
        };
        source += &format!(
            "\n{}. {mark}The pier {inside} {} is open.\n",
            at + 1,
            word(at, paragraph)
        );
    }
    source
}

const READERS: [&str; 5] = ["U", "SBU", "C", "S", "clearance=S citizen=GBR"];

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_text_without_the_word_reads_the_same(paragraphs in paragraphs()) {
        let source = telegram(&paragraphs, "(S) ", |_, it| format!("word{}", it.word));
        for reader in READERS {
            prop_assert_eq!(text(&words().parse(&source), reader), text(&tearline::parse(&source), reader));
        }
    }

    #[test]
    fn a_word_reads_as_its_mark_does(paragraphs in paragraphs()) {
        for (alias, mark) in [("(HARBSEN) ", "(U//FOUO) "), ("(PORT LIMITED) ", "(C//NF) "), ("(HSENX) ", "(SBU) ")] {
            let said = telegram(&paragraphs, alias, |_, it| format!("word{}", it.word));
            let stated = telegram(&paragraphs, mark, |_, it| format!("word{}", it.word));
            for reader in READERS {
                prop_assert_eq!(text(&words().parse(&said), reader), text(&tearline::parse(&stated), reader));
            }
        }
    }

    /// Two documents that agree on what a reader sees are released as the same bytes.
    #[test]
    fn what_is_withheld_under_a_word_of_ones_own_leaves_no_trace(paragraphs in paragraphs()) {
        let one = telegram(&paragraphs, "(HARBSEN) ", |_, it| format!("word{}", it.word));
        for reader in READERS {
            let released = text(&words().parse(&one), reader);
            let other = telegram(&paragraphs, "(HARBSEN) ", |_, it| {
                let word = format!("word{}", it.word);
                if released.contains(&format!(" {word} ")) { word } else { "HIDE among the longest words of all".to_owned() }
            });
            let again = text(&words().parse(&other), reader);
            prop_assert_eq!(&again, &released);
            prop_assert!(!again.contains("HIDE"));
        }
    }

    /// A word that reads as a higher mark never shows more, where no portion is withheld for what the others lack.
    #[test]
    fn a_higher_mark_for_the_word_never_shows_more(paragraphs in paragraphs()) {
        let source = telegram(&paragraphs, "(HARBSEN) ", |at, _| format!("word{at}x"));
        let ladder = ["U", "U//FOUO", "C", "S//NF", "TS//SI//NF"];
        for reader in READERS {
            let mut before: Option<String> = None;
            for mark in ladder {
                let words = Vocabulary::capco().with_alias("HARBSEN", mark).unwrap();
                let policy = Policy::default().with_compilation(Compilation::PortionsStandAlone);
                let shown = policy.release(&words.parse(&source), &reader.parse().unwrap(), DAY).to_text();
                for at in 0..paragraphs.len() {
                    let word = format!("word{at}x");
                    if let Some(before) = &before {
                        prop_assert!(before.contains(&word) || !shown.contains(&word), "{} for {}", mark, reader);
                    }
                }
                before = Some(shown);
            }
        }
    }
}
