//! What is true of every package: it is final only where nothing is open, and a draft says so on every page.

use tearline::declass::reasons;
use tearline::document::Document;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Decision, Grounds, Policy};
use tearline::release::{Detail, Exemption, Exemptions, Style};
use tearline::render::{Case, Entry, Package, Row};

use crate::generator::Dice;
use crate::writers::{DAY, folder, run};

fn pick<T: Copy>(dice: &mut Dice, from: &[T]) -> T {
    from[dice.between(0, from.len())]
}

/// A telegram whose paragraphs have any marks.
fn telegram(dice: &mut Dice) -> String {
    let marks = ["U", "U", "SBU", "C", "C//NF", "S//RD//NF", "U//LES", "Q"];
    let count = dice.between(1, 4);
    let body: String = (1..=count)
        .map(|number| format!("{number}. ({}) The pier is old.\n\n", pick(dice, &marks)))
        .collect();
    let reason = pick(
        dice,
        &["", "0. (U) Classified by: A. Example. Reason: 1.4(d).\n\n"],
    );
    format!(
        "O 141630Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\n\nS E C R E T PORT VESTA 000214\n\nSUBJECT: (U) HARBOR\n\n{reason}{body}"
    )
}

/// What a person may say, each part of it or not.
fn grounds(dice: &mut Dice) -> Grounds {
    let most = [true, true, true, true, true, false];
    let mut say = |text: &'static str| if pick(dice, &most) { text } else { "" };
    let grounds = Grounds::new()
        .with_description(say("an account of talks"))
        .with_harm(say("talks would end"))
        .with_segregability(say("no part says anything else"))
        .with_statute(say("42 U.S.C. 2162"));
    match say("1.4(d)") {
        "" => grounds,
        letter => grounds.with_letter(reasons(letter).unwrap()),
    }
}

/// A decision on some of its paragraphs, where it can be carried out.
fn decided<'a>(document: &Document<'a>, dice: &mut Dice) -> Assessment<'a> {
    let mut assessment = Policy::default().assess(document);
    for target in assessment.targets() {
        let action = pick(
            dice,
            &[
                "",
                "withhold B1",
                "withhold B6",
                "exemption B1",
                "exemption B3",
                "exemption B5",
                "exemption B7(E)",
                "withhold",
            ],
        );
        if action.is_empty() {
            continue;
        }
        let decision = Decision::new(target, action.parse().unwrap(), "I. Birk", DAY);
        let decision = decision.with_grounds(grounds(dice));
        assessment = assessment.decided(&[decision].into()).unwrap_or(assessment);
    }
    assessment.with_grounds(grounds(dice))
}

/// Whether the index has everything for every place, told by its cells alone.
fn is_complete(entry: &Entry) -> bool {
    let rows = entry.rows();
    rows.iter().all(|row| {
        let cells: Vec<&str> = row.cells().collect();
        let cell = |name: &str| cells[Row::COLUMNS.iter().position(|it| *it == name).unwrap()];
        let said = ["exemption", "description", "harm", "segregability"];
        let classified = cell("exemption").split(", ").any(|code| code == "B1");
        let nothing = cell("place").is_empty();
        cell("to_decide").is_empty()
            && !cell("reviewer").is_empty()
            && (nothing || said.iter().all(|name| !cell(name).is_empty()))
            && (!classified || !cell("section").is_empty())
    })
}

#[test]
fn a_final_package_has_an_empty_list_of_open_items() {
    let (mut finals, mut drafts) = (0, 0);
    for seed in 0..600 {
        let mut dice = Dice(seed);
        let source = telegram(&mut dice);
        let document = tearline::parse(&source);
        let assessment = decided(&document, &mut dice);
        let exemptions = match pick(&mut dice, &[None, Some(Exemption::B5), Some(Exemption::B6)]) {
            Some(exemption) => Exemptions::default().with_sensitive(exemption),
            None => Exemptions::default(),
        };
        let style = Style::Places(Detail::default().with_exemptions(exemptions));
        let release = assessment.release_in(&Reader::public(), DAY, style);
        let case = Case::new("F-2010-00017", "C00000001", DAY);
        let case = case.with_reviewer(pick(&mut dice, &["I. Birk", "I. Birk", "I. Birk", " "]));
        let package = Package::new(&release, &case);
        let entry = package.entry();
        let page = package.to_html();
        let is_final = !package.is_draft();
        assert_eq!(is_final, package.questions().is_empty(), "{seed}");
        assert_eq!(is_final, entry.open() == 0, "{seed}");
        assert_eq!(is_final, !page.contains("DRAFT"), "{seed}");
        assert_eq!(is_final, !package.file_stem().contains("DRAFT"), "{seed}");
        assert!(!is_final || is_complete(&entry), "{seed}\n{source}\n{page}");
        finals += usize::from(is_final);
        drafts += usize::from(!is_final);
    }
    assert!(
        finals > 20 && drafts > 200,
        "{finals} final, {drafts} drafts"
    );
}

/// A paper of many pages.
#[test]
fn a_draft_says_so_on_every_page_of_paper() {
    let body: String = (1..=60)
        .map(|number| {
            format!(
                "{number}. (U) The pier is old.\n\n{}. (SBU) It is not for sale.\n\n",
                100 + number
            )
        })
        .collect();
    let source = format!("UNCLAS PORT VESTA 000214\n\nSENSITIVE\n\nSUBJECT: (U) HARBOR\n\n{body}");
    let document = tearline::parse(&source);
    let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    let release = Policy::default()
        .assess(&document)
        .release_in(&Reader::public(), DAY, style);
    let case = Case::new("F-2010-00017", "C00000001", DAY).with_reviewer("I. Birk");
    let file = folder("draft-paper").join("draft.pdf");
    std::fs::write(&file, Package::new(&release, &case).to_pdf().unwrap()).unwrap();
    let Some(text) = run("pdftotext", &["-layout", file.to_str().unwrap(), "-"]) else {
        return;
    };
    let pages: Vec<&str> = text
        .split('\u{c}')
        .filter(|page| !page.trim().is_empty())
        .collect();
    assert!(pages.len() > 2, "{}", pages.len());
    for page in pages {
        assert!(
            page.contains("DRAFT - NOT FOR RELEASE: ") && page.contains("RELEASED IN PART"),
            "{page}"
        );
        assert!(page.contains("Case No. F-2010-00017"), "{page}");
    }
}
