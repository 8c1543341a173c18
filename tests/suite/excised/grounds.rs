//! Under what words are withheld and why: each place for itself.

use jiff::civil::{Date, date};
use tearline::declass::reasons;
use tearline::marking::Reader;
use tearline::policy::{Decision, Grounds, Policy, Quote};
use tearline::release::{Detail, Exemptions, Release, Style};
use tearline::render::{Case, Package, Row};

use super::{ON, decision};

/// Before the telegrams here open by their date.
const BEFORE: Date = date(2010, 3, 2);

/// A telegram of 2006 whose level ends on 14 March 2016; its second paragraph has this mark, and is all that is classified.
fn telegram(mark: &str) -> String {
    let level = if mark == "C" {
        "C O N F I D E N T I A L"
    } else {
        "UNCLAS"
    };
    format!(
        "P 141530Z MAR 06\nFM AMEMBASSY VESTA\nTO SECSTATE WASHDC\n{level} VESTA 000212\n\n\
         E.O. 12958: DECL: 03/14/2016\nSUBJECT: (U) HARBOR TALKS\n\n1. (U) Open.\n\n\
         2. ({mark}) The minister met Ilse Marren at the pier, and told Edda Quill of the fee.\n\n3. (U) Closed.\n"
    )
}

fn said(description: &str) -> Grounds {
    Grounds::new()
        .with_description(description)
        .with_harm("a visit")
}

fn words(exact: &str, action: &str, grounds: Grounds) -> Decision {
    decision("paragraph 2", action)
        .on_words(Quote::new(exact))
        .with_grounds(grounds)
}

fn letter(grounds: Grounds) -> Grounds {
    grounds.with_letter(reasons("1.4(d)").unwrap())
}

/// The second paragraph opened by an authority on its own day.
fn opened() -> Decision {
    decision("paragraph 2", "declassified 2010-03-02").with_authority("Director, Harbors")
}

/// What a package says of it on a day: the second paragraph, the codes of what is open there, and its rows in the index.
fn packed(
    source: &str,
    decisions: &[Decision],
    day: Date,
) -> (String, Vec<&'static str>, Vec<String>) {
    let document = tearline::parse(source);
    let decisions = decisions.iter().cloned().collect();
    let decided = Policy::default()
        .assess(&document)
        .decided(&decisions)
        .unwrap();
    let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    let release = decided.release_in(&Reader::public(), day, style);
    let case = Case::new("F-2010-00017", "C00000001", day).with_reviewer("I. Birk");
    let package = Package::new(&release, &case);
    let here = |place: Option<&str>| place.is_some_and(|it| it.starts_with("paragraph 2"));
    let open = package.questions().iter().filter(|it| here(it.place()));
    let open = open.map(|it| it.rule().code).collect();
    let entry = package.entry();
    let from = Row::COLUMNS
        .iter()
        .position(|name| *name == "place")
        .unwrap();
    let rows = entry.rows();
    let rows = rows.iter().map(|row| {
        let cells: Vec<&str> = row.cells().skip(from).collect();
        // But what the law says.
        [0, 1, 2, 4, 5, 6, 7].map(|at| cells[at]).join("|")
    });
    let shown = shown(&release).to_owned();
    (
        shown,
        open,
        rows.filter(|row| row.starts_with("paragraph 2")).collect(),
    )
}

fn shown<'r>(release: &'r Release<'_>) -> &'r str {
    let portions = release.portions();
    let number =
        |it: &&tearline::release::Released<'_>| it.number().is_some_and(|it| it.to_string() == "2");
    portions.iter().find(number).unwrap().text().unwrap_or("-")
}

/// E.O. 13526 section 1.4; 32 CFR 2001.33(h): (b)(1) is for words of a portion that is declassified but for them.
#[test]
fn words_are_withheld_as_classified_where_a_person_opened_the_rest() {
    let source = telegram("C");
    let quoted = words(
        "Ilse Marren",
        "withhold B1",
        letter(said("the name of a source")),
    );
    let (text, open, rows) = packed(&source, &[opened(), quoted.clone()], BEFORE);
    assert_eq!(
        text,
        "The minister met [excised: B1 1.4(D)] at the pier, and told Edda Quill of the fee."
    );
    assert_eq!(open, Vec::<&str>::new());
    assert_eq!(rows.len(), 1);
    assert!(
        rows[0].starts_with("paragraph 2, words in it|B1|1.4(D)|"),
        "{rows:?}"
    );
    // The order of the decisions changes nothing.
    assert_eq!(
        packed(&source, &[quoted, opened()], BEFORE),
        (text, open, rows)
    );
    // Nobody named the category, and the document has no line that does.
    let bare = words("Ilse Marren", "withhold B1", said("the name of a source"));
    let (text, open, _) = packed(&source, &[opened(), bare], BEFORE);
    assert!(text.contains("[excised: B1]"), "{text}");
    assert_eq!(open, ["no-reason"]);
}

#[test]
fn what_is_not_classified_is_not_withheld_as_classified() {
    let quoted = || {
        words(
            "Ilse Marren",
            "withhold B1",
            letter(said("the name of a source")),
        )
    };
    // Never classified; opened by its date; said to be unclassified by an authority.
    let downgraded = decision("paragraph 2", "mark U").with_authority("Director, Harbors");
    for (mark, decisions, day) in [
        ("U", vec![quoted()], BEFORE),
        ("C", vec![quoted()], ON),
        ("C", vec![opened(), quoted()], ON),
        ("C", vec![downgraded, quoted()], BEFORE),
    ] {
        let (text, open, _) = packed(&telegram(mark), &decisions, day);
        assert!(text.contains("[excised: B1 1.4(D)]"), "{mark}: {text}");
        assert_eq!(open, ["exemption-amiss"], "{mark} {decisions:?} {day}");
    }
    // Nor is a category named for what is withheld under another exemption.
    let private = words("Ilse Marren", "withhold B6", letter(said("a name")));
    let (_, open, _) = packed(&telegram("U"), &[private], ON);
    assert_eq!(open, ["exemption-amiss"]);
}

#[test]
fn a_document_declassified_as_a_whole_has_no_classified_words() {
    let known = tearline::document::Known::new()
        .declassified(tearline::document::Declassified::new("Director, Harbors", BEFORE).unwrap());
    let source = telegram("C");
    let document = tearline::parse_with(&source, &known);
    let quoted = words(
        "Ilse Marren",
        "withhold B1",
        letter(said("the name of a source")),
    );
    let decided = Policy::default()
        .assess(&document)
        .decided(&[quoted].into())
        .unwrap();
    let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    let release = decided.release_in(&Reader::public(), BEFORE, style);
    let case = Case::new("F-2010-00017", "C00000001", BEFORE).with_reviewer("I. Birk");
    let package = Package::new(&release, &case);
    let codes: Vec<&str> = package
        .questions()
        .iter()
        .map(|it| it.rule().code)
        .collect();
    assert!(
        codes.contains(&"exemption-amiss"),
        "{codes:?}\n{}",
        release.to_text()
    );
}

#[test]
fn each_place_has_its_own_exemption_and_grounds() {
    let source = telegram("C");
    let decisions = [
        opened(),
        words(
            "Ilse Marren",
            "withhold B1",
            letter(said("the name of a source")),
        ),
        words(
            "Edda Quill",
            "withhold B6",
            said("a private person").with_segregability("it is one name"),
        ),
    ];
    let (text, open, rows) = packed(&source, &decisions, BEFORE);
    assert_eq!(
        text,
        "The minister met [excised: B1 1.4(D)] at the pier, and told [excised: B6] of the fee."
    );
    assert_eq!(open, Vec::<&str>::new());
    assert_eq!(rows.len(), 2, "{rows:?}");
    for (row, parts) in rows.iter().zip([
        [
            "paragraph 2, words in it (1 of 2)|B1|1.4(D)|",
            "|the name of a source|a visit|these words are withheld and the rest",
        ],
        [
            "paragraph 2, words in it (2 of 2)|B6||",
            "|a private person|a visit|it is one name",
        ],
    ]) {
        assert!(row.starts_with(parts[0]) && row.contains(parts[1]), "{row}");
    }
    // What one of them does not say is open at its place alone.
    let silent = words("Edda Quill", "withhold B6", Grounds::new());
    let (_, open, rows) = packed(&source, &[opened(), decisions[1].clone(), silent], BEFORE);
    assert_eq!(open, ["no-description", "no-harm"]);
    assert!(!rows[1].contains("source"), "{rows:?}");
}

#[test]
fn words_that_are_one_place_say_what_both_say() {
    let source = telegram("U");
    let both = |one: Grounds, other: Grounds| {
        let decisions = [
            words("Ilse", "withhold B6", one),
            words("Marren at", "withhold B4", other),
        ];
        packed(&source, &decisions, ON)
    };
    let (text, open, rows) = both(said("a name"), said("a price"));
    assert!(
        text.starts_with("The minister met [excised: B4 B6] the pier"),
        "{text}"
    );
    assert_eq!((open.len(), rows.len()), (0, 1));
    assert!(rows[0].contains("|a name; a price|a visit|"), "{rows:?}");
    let (_, open, _) = both(said("a name"), Grounds::new().with_harm("a visit"));
    assert_eq!(open, ["no-description"]);
}

#[test]
fn what_a_review_says_of_the_document_holds_for_words_but_why_no_part_can_be_released() {
    let source = telegram("U");
    let document = tearline::parse(&source);
    let all = said("papers of private persons").with_segregability("no part says anything else");
    let bare = words("Ilse Marren", "withhold B6", Grounds::new());
    let decided = Policy::default()
        .assess(&document)
        .decided(&[bare].into())
        .unwrap();
    let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    let release = decided
        .with_grounds(all)
        .release_in(&Reader::public(), ON, style);
    let place = release
        .portions()
        .iter()
        .find_map(|it| it.excised_words().first())
        .unwrap();
    let grounds = place.grounds().unwrap();
    assert_eq!(grounds.description(), Some("papers of private persons"));
    assert_eq!(grounds.segregability(), None);
}

#[test]
fn grounds_of_words_are_not_those_of_a_portion_that_is_withheld_for_its_mark() {
    let source = telegram("C");
    let name = words("Ilse Marren", "withhold B6", said("a private person"));
    let (text, open, rows) = packed(&source, &[name], BEFORE);
    assert_eq!(text, "-");
    assert_eq!(
        open,
        ["no-reason", "no-description", "no-harm", "no-segregability"]
    );
    assert!(rows.iter().all(|row| !row.contains("private")), "{rows:?}");
}

/// (b)(1) of a portion follows from its mark: naming it gives the grounds, and withholds on no day on which it is open.
#[test]
fn the_exemption_alone_gives_a_classified_portion_its_grounds() {
    let grounds = letter(said("what a minister said")).with_segregability("it says nothing else");
    let source = telegram("C");
    let named = decision("paragraph 2", "exemption B1").with_grounds(grounds.clone());
    let (_, open, rows) = packed(&source, std::slice::from_ref(&named), BEFORE);
    assert_eq!(open, Vec::<&str>::new());
    assert!(
        rows[0].starts_with("paragraph 2|B1|1.4(D)|") && rows[0].contains("|what a minister said|"),
        "{rows:?}"
    );
    let (text, open, _) = packed(&source, &[named], ON);
    assert!(text.starts_with("The minister met Ilse Marren"), "{text}");
    assert_eq!(open, Vec::<&str>::new());
    // To withhold it is to withhold it on that day too, under an exemption that is none any more.
    let closed = decision("paragraph 2", "withhold B1").with_grounds(grounds.clone());
    let (_, open, _) = packed(&source, std::slice::from_ref(&closed), BEFORE);
    assert_eq!(open, Vec::<&str>::new());
    let (text, open, _) = packed(&source, &[closed], ON);
    assert_eq!((&*text, &open[..]), ("-", &["exemption-amiss"][..]));
    // A sensitivity is no classification.
    for action in ["exemption B1", "withhold B1"] {
        let named = decision("paragraph 2", action).with_grounds(grounds.clone());
        let (_, open, _) = packed(&telegram("SBU"), &[named], BEFORE);
        assert_eq!(open, ["exemption-amiss"], "{action}");
    }
}
