//! Words that a decision withholds inside a portion: gone from every format, with nothing that tells how many they were.

mod check;
mod errors;
mod grounds;
mod laws;
mod noninterference;

use jiff::civil::{Date, date};
use tearline::marking::Reader;
use tearline::policy::{Assessment, Decision, Grounds, Policy, Quote};
use tearline::release::{Detail, Exemption, Exemptions, Release, Style};

/// The day of every decision here, and of every release.
const ON: Date = date(2026, 3, 2);

/// Words withheld in a portion.
fn words(target: &str, quote: Quote) -> Decision {
    decision(target, "withhold").on_words(quote)
}

fn decision(target: &str, action: &str) -> Decision {
    let (target, action) = (target.parse().unwrap(), action.parse().unwrap());
    Decision::new(target, action, "I. Birk", ON)
}

fn decided<'a>(source: &'a str, decisions: &[Decision]) -> Assessment<'a> {
    let document = tearline::parse(source);
    let decisions = decisions.iter().cloned().collect();
    Policy::default()
        .assess(&document)
        .decided(&decisions)
        .unwrap()
}

/// Every style.
fn styles() -> [Style; 8] {
    let detail = Detail::default();
    let exemptions = Exemptions::default().with_sensitive(Exemption::B5);
    [
        Style::default(),
        Style::TearLine,
        Style::Places(detail.with_mark()),
        Style::Places(detail.with_exemptions(exemptions)),
        Style::Places(detail.with_calendar()),
        Style::Places(detail.with_instruction()),
        Style::Places(detail.without_declassification()),
        Style::Places(detail.with_amount()),
    ]
}

/// Every format, and what a program keeps.
fn rendered(release: &Release<'_>) -> Vec<Vec<u8>> {
    vec![
        release.to_text().into_bytes(),
        release.to_markdown().into_bytes(),
        release.to_html().into_bytes(),
        release.to_json().into_bytes(),
        release.to_timeline().unwrap_or_default().into_bytes(),
        serde_json::to_vec(release).unwrap(),
        release.to_pdf().unwrap(),
    ]
}

/// The text of the portion with that name, for the public.
fn left(source: &str, target: &str, decisions: &[Decision]) -> String {
    let assessment = decided(source, decisions);
    let index = assessment
        .portions()
        .iter()
        .position(|portion| portion.name() == target)
        .unwrap();
    let release = assessment.release(&Reader::public(), ON);
    release.portions()[index].text().unwrap().to_owned()
}

/// A telegram in which the words of each case stand in the second paragraph.
fn telegram(text: &str) -> String {
    format!(
        "P 141530Z MAR 06\nFM AMEMBASSY VESTA\nTO SECSTATE WASHDC\nUNCLAS VESTA 000212\n\nSUBJECT: (U) HARBOR TALKS\n\n1. (U) Open.\n\n2. (U) {text}\n\n3. (U) Closed.\n"
    )
}

const GONE: &str = "[excised: controlled]";

#[test]
fn the_words_go_however_they_are_set_and_the_rest_stays() {
    for (text, quoted, expected) in [
        (
            "He met Ilse Marren at noon.",
            "Ilse Marren",
            "He met # at noon.",
        ),
        // Over the end of a line, in capitals, hyphenated, with blanks that do not break.
        (
            "He met Ilse\nMarren at noon.",
            "Ilse Marren",
            "He met # at noon.",
        ),
        (
            "HE MET ILSE MAR-\nREN AT NOON.",
            "Ilse Marren",
            "HE MET # AT NOON.",
        ),
        ("He met Ilse\u{a0}Marren.", "ilse marren", "He met #."),
        (
            "He met Ilse  \r\n   Marren, who left.",
            "Ilse Marren",
            "He met #, who left.",
        ),
        // Characters that do not show, inside and beside.
        (
            "He met Mar\u{ad}ren\u{200b} here.",
            "Marren",
            "He met # here.",
        ),
        (
            "He met \u{202a}Mar\u{200b}ren\u{202c} here.",
            "Marren",
            "He met # here.",
        ),
        // Composed, decomposed, wide.
        ("He met Ren\u{e9}e.", "Rene\u{301}e", "He met #."),
        ("He met Rene\u{301}e.", "Ren\u{e9}e", "He met #."),
        (
            "He met \u{ff2d}\u{ff41}\u{ff52}\u{ff52}\u{ff45}\u{ff4e}.",
            "Marren",
            "He met #.",
        ),
        // As far as the word goes.
        ("Marren's lease ends.", "Marren", "# lease ends."),
        ("The (Marren) lease.", "Marren", "The (#) lease."),
        (
            "*Marren* & <Quill> `left`.",
            "Marren",
            "*#* & <Quill> `left`.",
        ),
        // A list, a table, a paragraph with blocks of its own: no line and no column tells a length.
        (
            "Present:\n- Ilse Marren\n- Edda Quill",
            "Ilse Marren",
            "Present: - # - Edda Quill",
        ),
        (
            "Berth   Master         Depth\nFuel    Ilse Marren    9.1 m\nEast    Quill         11.0 m",
            "Ilse Marren",
            "Berth Master Depth Fuel # 9.1 m East Quill 11.0 m",
        ),
        // A page ends between the words.
        (
            "He met Ilse\n\nUNCLAS VESTA 000212  002 OF 003\n\nMarren at noon.",
            "Ilse Marren",
            "He met # at noon.",
        ),
        // What looks like a place is text.
        (
            "[excised: controlled] and Marren.",
            "Marren",
            "[excised: controlled] and #.",
        ),
    ] {
        let source = telegram(text);
        let decisions = [words("paragraph 2", Quote::new(quoted))];
        assert_eq!(
            left(&source, "paragraph 2", &decisions),
            expected.replace('#', GONE),
            "{text:?}"
        );
    }
}

#[test]
fn places_with_white_space_between_are_one() {
    let source = telegram("He met Ilse Marren and Edda Quill at noon.");
    let quotes = |quotes: &[&str]| -> Vec<Decision> {
        let decisions = quotes
            .iter()
            .map(|quote| words("paragraph 2", Quote::new(*quote)));
        decisions.collect()
    };
    for (quoted, expected) in [
        (&["Ilse", "Marren"][..], "He met # and Edda Quill at noon."),
        (
            &["Marren", "Ilse Marren"],
            "He met # and Edda Quill at noon.",
        ),
        (&["Ilse Marren and", "and Edda Quill"], "He met # at noon."),
        (&["Ilse Marren", "Edda Quill"], "He met # and # at noon."),
        (
            &["Marren", "Marren"],
            "He met Ilse # and Edda Quill at noon.",
        ),
    ] {
        assert_eq!(
            left(&source, "paragraph 2", &quotes(quoted)),
            expected.replace('#', GONE),
            "{quoted:?}"
        );
    }
}

/// A subject is copied into titles, names of files, an index and a picture; other fields into a head.
#[test]
fn what_copies_a_field_copies_what_is_left_of_it() {
    let source = "P 141530Z MAR 06\nFM AMEMBASSY VESTA\nTO SECSTATE WASHDC\nUNCLAS VESTA 000212\n\nSUBJECT: (U) LEASE FOR MARREN AND KARSH\n\n1. (U) Open.\n";
    let decisions = [
        words("subject", Quote::new("Marren and Karsh")),
        words("header from", Quote::new("AMEMBASSY VESTA")),
    ];
    let assessment = decided(source, &decisions);
    for style in styles() {
        let release = assessment.release_in(&Reader::public(), ON, style);
        for bytes in rendered(&release) {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for word in ["marren", "karsh", "amembassy"] {
                assert!(!text.contains(word), "{word} in {style:?}");
            }
        }
        assert!(!format!("{release:?}{:?}", release.portions()).contains("MARREN"));
    }
    let release = assessment.release(&Reader::public(), ON);
    assert!(
        release
            .to_html()
            .contains("<title>VESTA 000212: LEASE FOR [excised: controlled] – Released in part")
    );
    // All that the field says is gone: it is withheld.
    assert_eq!(release.sender(), None);
    assert!(
        assessment
            .release(&Reader::originator(), ON)
            .to_text()
            .contains("MARREN AND KARSH")
    );
    assert_eq!(
        assessment.document().faithful(&Reader::originator()),
        Some(source)
    );
}

/// The day on which a document was written is what its line says.
#[test]
fn nothing_is_told_that_rests_on_a_line_of_which_words_are_gone() {
    let source = telegram("The pier is open.");
    let style = Style::Places(Detail::default().with_calendar());
    let written = |decisions: &[Decision]| {
        let release = decided(&source, decisions).release_in(&Reader::public(), ON, style);
        release.written()
    };
    assert_eq!(written(&[]), Some(date(2006, 3, 14)));
    assert_eq!(
        written(&[words("header date-time-group", Quote::new("141530Z"))]),
        None
    );
}

#[test]
fn every_format_says_where_words_are_gone_and_why() {
    let source = telegram("He met <Ilse Marren> & left.");
    let b6 = decision("paragraph 2", "withhold B6").on_words(Quote::new("Ilse Marren"));
    let assessment = decided(&source, &[b6]);
    let release = assessment.release(&Reader::public(), ON);
    assert_eq!(release.disposition().as_str(), "released-in-part");
    assert!(
        release
            .to_text()
            .contains("2. (U) He met <[excised: controlled]> & left.")
    );
    assert!(
        release
            .to_markdown()
            .contains(r"He met \<**\[excised\: controlled\]**\> \& left.")
    );
    assert!(release.to_html().contains(
        r#"He met &lt;<strong class="excision" role="note">[excised: controlled]</strong>&gt; &amp; left."#
    ));
    let json: serde_json::Value = serde_json::from_str(&release.to_json()).unwrap();
    let portion = json["portions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["number"] == "2")
        .unwrap();
    assert_eq!(
        portion["excised"],
        serde_json::json!([{"at": 8, "shown": "[excised: controlled]", "basis": ["controlled"]}])
    );
    let exemptions = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    let release = assessment.release_in(&Reader::public(), ON, exemptions);
    assert!(release.to_text().contains("He met <[excised: B6]> & left."));
    assert_eq!(release.undecided(), &[] as &[&tearline::Rule]);
}

/// An exemption that nobody named keeps a package a draft, and each place has its line in the index.
#[test]
fn a_package_counts_words_that_are_gone() {
    use tearline::render::{Case, Package};
    let source = telegram("He met Ilse Marren and Edda Quill.");
    let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    let case = Case::new("F-2026-00001", "C00000001", ON).with_reviewer("I. Birk");
    let grounds = Grounds::new()
        .with_description("the name of a pilot")
        .with_harm("the pilot would be called at home")
        .with_statute("attorney work product");
    let quote = |action, name| {
        let decision = decision("paragraph 2", action).on_words(Quote::new(name));
        decision.with_grounds(grounds.clone())
    };
    for (decisions, draft, head, exemptions) in [
        (
            vec![quote("withhold B6", "Marren")],
            false,
            "RELEASED IN PART  B6",
            vec!["B6"],
        ),
        (
            vec![quote("withhold", "Marren")],
            true,
            "RELEASED IN PART",
            vec![""],
        ),
        (
            vec![
                quote("withhold B6", "Marren"),
                quote("withhold B7(C)", "Quill"),
            ],
            false,
            "RELEASED IN PART  B6,B7(C)",
            vec!["B6", "B7(C)"],
        ),
        // What is one place is withheld under both.
        (
            vec![quote("withhold B6", "Ilse"), quote("withhold B5", "Marren")],
            false,
            "RELEASED IN PART  B5,B6",
            vec!["B5, B6"],
        ),
    ] {
        let assessment = decided(&source, &decisions);
        let release = assessment.release_in(&Reader::public(), ON, style);
        let package = Package::new(&release, &case);
        assert_eq!((package.is_draft(), &*package.head()), (draft, head));
        let entry = package.entry();
        let column = |name: &str| {
            tearline::render::Row::COLUMNS
                .iter()
                .position(|it| *it == name)
                .unwrap()
        };
        let rows = entry.rows();
        let cell = |name: &str| -> Vec<String> {
            let cells = rows
                .iter()
                .map(|row| row.cells().nth(column(name)).unwrap().to_owned());
            cells.collect()
        };
        assert_eq!(cell("exemption"), exemptions);
        assert!(
            cell("place")
                .iter()
                .all(|place| place.starts_with("paragraph 2, words in it")),
            "{:?}",
            cell("place")
        );
    }
}

#[test]
fn a_tear_line_leaves_the_portion_out() {
    let source = telegram("He met Ilse Marren.");
    let assessment = decided(&source, &[words("paragraph 2", Quote::new("Marren"))]);
    let text = assessment
        .release_in(&Reader::public(), ON, Style::TearLine)
        .to_text();
    assert!(text.contains("2. (U) Closed."), "{text}");
    assert!(!text.contains("excised") && !text.contains("met"), "{text}");
}

/// The last look reads what is about to go out.
#[test]
fn a_mark_in_what_is_left_withholds_it_still() {
    let source = telegram("He met Ilse Marren. (S) The relay.");
    let assessment = decided(&source, &[]);
    let release = assessment.release(&Reader::public(), ON);
    assert!(!release.to_text().contains("relay"));
}

/// Words stand elsewhere: that is no leak of the cut, and somebody has to know it.
#[test]
fn words_that_stand_elsewhere_are_found_by_place() {
    let source = telegram("He met Ilse Marren. MARREN left, and Marrens.");
    let first = Quote::new("Marren").after("Ilse ");
    let codes = |decisions: &[Decision]| -> Vec<(usize, String)> {
        let release = decided(&source, decisions).release(&Reader::public(), ON);
        let findings = release.findings().iter();
        findings
            .map(|it| (it.line(), it.code().to_owned()))
            .collect()
    };
    let elsewhere = (10, "excised-words-elsewhere".to_owned());
    assert_eq!(codes(&[words("paragraph 2", first.clone())]), [elsewhere]);
    let second = Quote::new("Marren").before(" left");
    assert_eq!(
        codes(&[words("paragraph 2", first), words("paragraph 2", second)]),
        []
    );
}

/// A release in the text format, released again, gives itself.
#[test]
fn a_release_with_gone_words_reads_back_as_one() {
    use tearline::document::DocumentKind;
    let source = telegram("He met Ilse Marren at noon.");
    let release = decided(&source, &[words("paragraph 2", Quote::new("Ilse Marren"))])
        .release(&Reader::public(), ON);
    let text = release.to_text();
    let document = tearline::parse_as(&text, DocumentKind::Release);
    let again = Policy::default().release(&document, &Reader::public(), ON);
    assert_eq!(again.to_text(), text);
    assert_eq!(again.disposition(), release.disposition());
}

#[test]
fn the_record_has_the_place_and_not_the_words() {
    let source = telegram("He met Ilse Marren at noon.");
    let decision =
        decision("paragraph 2", "withhold B6").on_words(Quote::new("Ilse Marren").after("met "));
    assert!(!format!("{decision:?} {decision}").contains("Marren"));
    let record = decided(&source, &[decision]).record(&Reader::public(), ON);
    let json = serde_json::to_string(&record).unwrap();
    assert!(!json.contains("Marren") && !json.contains("met "), "{json}");
    let recorded = &record.decisions()[0];
    assert_eq!(&source[recorded.excised().unwrap().range()], "Ilse Marren");
    assert_eq!(
        serde_json::from_str::<tearline::audit::Record>(&json).unwrap(),
        record
    );
}
