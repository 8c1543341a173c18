//! The FOIA package: head marks, what keeps it a draft, and the index.

mod index;
mod laws;

use jiff::civil::{Date, date};
use tearline::declass::reasons;
use tearline::marking::Reader;
use tearline::policy::{Decision, Grounds, Policy};
use tearline::release::{Detail, Exemption, Exemptions, Style};
use tearline::render::{Case, Entry, Package};

use super::DAY;

/// What a package is made of, read off one document.
struct Made {
    head: String,
    draft: bool,
    codes: Vec<&'static str>,
    questions: Vec<String>,
    html: String,
    entry: Entry,
}

/// What is asked beside the document.
#[derive(Clone)]
struct Asked {
    exemptions: Exemptions,
    reviewer: &'static str,
    grounds: Grounds,
    decisions: Vec<Decision>,
    case: Case,
}

fn asked() -> Asked {
    Asked {
        exemptions: Exemptions::default(),
        reviewer: "I. Birk",
        grounds: Grounds::new(),
        decisions: Vec::new(),
        case: Case::new("F-2010-00017", "C00000001", DAY),
    }
}

/// All that a person has to say of a withholding beside exemption and category.
fn said() -> Grounds {
    Grounds::new()
        .with_description("an account of the talks")
        .with_harm("officials would no longer speak in confidence")
        .with_segregability("no sentence says anything else")
}

fn decision(target: &str, action: &str, grounds: Grounds) -> Decision {
    Decision::new(
        target.parse().unwrap(),
        action.parse().unwrap(),
        "I. Birk",
        DAY,
    )
    .with_grounds(grounds)
}

fn made(source: &str, asked: &Asked) -> Made {
    let document = tearline::parse(source);
    let style = Style::Places(Detail::default().with_exemptions(asked.exemptions));
    let decisions = asked.decisions.iter().cloned().collect();
    let assessment = Policy::default().assess(&document);
    let assessment = assessment.decided(&decisions).unwrap();
    let release =
        assessment
            .with_grounds(asked.grounds.clone())
            .release_in(&Reader::public(), DAY, style);
    let case = asked.case.clone().with_reviewer(asked.reviewer);
    let package = Package::new(&release, &case);
    Made {
        head: package.head(),
        draft: package.is_draft(),
        codes: package
            .questions()
            .iter()
            .map(|it| it.rule().code)
            .collect(),
        questions: package
            .questions()
            .iter()
            .map(ToString::to_string)
            .collect(),
        html: package.to_html(),
        entry: package.entry(),
    }
}

fn table(entry: &Entry) -> String {
    let rows = entry.rows();
    let rows = rows
        .iter()
        .map(|row| row.cells().collect::<Vec<_>>().join("|"));
    rows.collect::<Vec<_>>().join("\n")
}

const HEAD: &str = "O 141630Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\n\nC O N F I D E N T I A L PORT VESTA 000214\n\nE.O. 12958: DECL: 03/14/2016\nSUBJECT: (U) HARBOR\n\n";

/// The head of a telegram of that day, classified where its body is.
fn head(body: &str) -> String {
    if body.contains("(C)") {
        HEAD.to_owned()
    } else {
        HEAD.replace("C O N F I D E N T I A L", "UNCLAS")
    }
}

#[test]
fn the_head_mark_says_how_much_and_under_what() {
    let b5 = Exemptions::default().with_sensitive(Exemption::B5);
    for (body, exemptions, head_mark, codes) in [
        (
            "1. (U) One.\n",
            Exemptions::default(),
            "RELEASED IN FULL",
            &[][..],
        ),
        (
            "1. (U) Classified by: A. Example. Reason: 1.4(d).\n\n2. (C) Two.\n",
            Exemptions::default(),
            "RELEASED IN PART  B1,1.4(D)",
            &[],
        ),
        (
            "1. (U) Classified by: A. Example. Reason: 1.4(b) and (d).\n\n2. (C) Two.\n",
            Exemptions::default(),
            "RELEASED IN PART  B1,1.4(B),1.4(D)",
            &["several-reasons"],
        ),
        ("1. (C) Two.\n", b5, "RELEASED IN PART  B1", &["no-reason"]),
        (
            "1. (SBU) Two.\n",
            Exemptions::default(),
            "RELEASED IN PART",
            &["exemption-undecided"],
        ),
        ("1. (SBU) Two.\n", b5, "RELEASED IN PART  B5", &[]),
        (
            "1. (SBU) Two.\n\n2. (U) Classified by: A. Example. Reason: 1.4(c).\n\n3. (C) Three.\n",
            b5,
            "RELEASED IN PART  B1,1.4(C),B5",
            &[],
        ),
        // Section 1.5 was that of the order before March 2003.
        (
            "1. (U) Classified by: A. Example. Reason: 1.5(c).\n\n2. (C) Three.\n",
            b5,
            "RELEASED IN PART  B1,1.5(C)",
            &["reason-of-another-order"],
        ),
        // A mark that cannot be read is no matter of choice.
        (
            "1. (Q) Two.\n",
            b5,
            "RELEASED IN PART",
            &["exemption-undecided"],
        ),
    ] {
        let made = made(
            &(head(body) + body),
            &Asked {
                exemptions,
                grounds: said(),
                ..asked()
            },
        );
        assert_eq!(made.head, head_mark, "{body}");
        assert_eq!(made.codes, codes, "{body}");
        assert_eq!(made.draft, !codes.is_empty(), "{body}");
        let drafts = made
            .html
            .matches("DRAFT - NOT FOR RELEASE: 1 question is open")
            .count();
        assert_eq!(drafts >= 2, made.draft, "{body}");
        assert!(made.html.matches("Case No. F-2010-00017").count() >= 2);
        // The decision stands above and below, and is the title.
        assert!(made.html.matches(head_mark).count() >= 3, "{body}");
    }
}

#[test]
fn whatever_nobody_has_said_is_a_question_at_its_place() {
    let body = "1. (U) One.\n\n2. (SBU) Two.\n\n3. (SBU) Three.\n";
    let source = head(body) + body;
    let b6 = |target, grounds| decision(target, "withhold B6", grounds);
    let whole = Asked {
        decisions: vec![b6("paragraph 2", said()), b6("paragraph 3", said())],
        ..asked()
    };
    assert_eq!(made(&source, &whole).questions, Vec::<String>::new());
    for (grounds, code) in [
        (said().with_description(" "), "no-description"),
        (said().with_harm(""), "no-harm"),
        (said().with_segregability(""), "no-segregability"),
    ] {
        let made = made(
            &source,
            &Asked {
                decisions: vec![b6("paragraph 2", said()), b6("paragraph 3", grounds)],
                ..whole.clone()
            },
        );
        assert_eq!(made.codes, [code]);
        assert!(
            made.questions[0].starts_with("paragraph 3: "),
            "{:?}",
            made.questions
        );
        assert!(made.entry.is_draft() && made.entry.file_stem() == "C00000001-DRAFT");
    }
    let made = made(
        &source,
        &Asked {
            reviewer: " ",
            ..whole
        },
    );
    assert_eq!(made.codes, ["no-reviewer"]);
}

#[test]
fn a_statute_and_several_categories_are_explained() {
    let body = "1. (U) Classified by: A. Example. Reason: 1.4(b) and (d).\n\n2. (C) Two.\n";
    let source = head(body) + body;
    let of = |action: &str, grounds: Grounds| {
        let decisions = vec![decision("paragraph 2", action, grounds)];
        made(
            &source,
            &Asked {
                decisions,
                ..asked()
            },
        )
    };
    assert_eq!(of("withhold", said()).codes, ["several-reasons"]);
    let why = said().with_why_several("the talks were with a foreign ministry");
    // The reason is for the categories that a person names, and for those of the line.
    assert_eq!(of("withhold", why).codes, Vec::<&str>::new());
    let one = of("withhold", said().with_letter(reasons("1.4(d)").unwrap()));
    assert_eq!(
        (one.codes.len(), &*one.head),
        (0, "RELEASED IN PART  B1,1.4(D)")
    );
    assert!(one.html.contains("[withheld: B1 1.4(D)]"));
    let letter = || said().with_letter(reasons("1.4(d)").unwrap());
    assert_eq!(of("exemption B3", letter()).codes, ["no-statute"]);
    let named = of(
        "exemption B3",
        letter().with_statute("50 U.S.C. 3024(i)(1)"),
    );
    assert_eq!(named.codes, Vec::<&str>::new());
    assert!(
        table(&named.entry).contains("specifically cites to this paragraph: 50 U.S.C. 3024(i)(1)")
    );
}

/// 5 U.S.C. 552(b)(5): not for what was created 25 years or more before it was requested.
#[test]
fn no_deliberation_is_privileged_for_25_years() {
    let b5 = Exemptions::default().with_sensitive(Exemption::B5);
    let case = |on: Date| asked().case.with_request(on);
    let of = |head: &str, case: Case, grounds: Grounds| {
        let source = format!(
            "{head}UNCLAS PORT VESTA 000214\n\nSENSITIVE\n\nSUBJECT: (U) HARBOR\n\n1. (U) One.\n\n2. (SBU) Two.\n"
        );
        let asked = Asked {
            exemptions: b5,
            grounds,
            case,
            ..asked()
        };
        made(&source, &asked).codes
    };
    let dated = "P 141630Z MAR 84\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\n\n";
    // It was released on 1 January 2010.
    assert_eq!(of(dated, asked().case, said()), ["old-deliberation"]);
    assert_eq!(
        of(dated, case(date(2009, 3, 14)), said()),
        ["old-deliberation"]
    );
    assert_eq!(
        of(dated, case(date(2009, 3, 13)), said()),
        Vec::<&str>::new()
    );
    assert_eq!(
        of("", case(date(2009, 3, 13)), said()),
        ["old-deliberation"]
    );
    let privilege = said().with_statute("attorney-client privilege");
    assert_eq!(of(dated, asked().case, privilege), Vec::<&str>::new());
    let process = said().with_statute("deliberative process");
    assert_eq!(of(dated, asked().case, process), ["old-deliberation"]);
}

/// What the mark says by itself of the law, and what a person chose.
#[test]
fn an_exemption_is_for_what_the_mark_says() {
    for (mark, action, fits) in [
        ("U//LES", "exemption B7(E)", true),
        ("U//LES", "exemption B5", false),
        ("U//PROPIN", "withhold B4", true),
        ("U//PROPIN", "withhold B6", false),
        ("S//RD//NF", "withhold B5", false),
        ("Q", "withhold B6", false),
        ("SBU", "withhold B6", true),
        ("U", "withhold B6", true),
    ] {
        let source = format!(
            "O 141630Z MAR 06\nS E C R E T PORT VESTA 000214\n\nSUBJECT: (U) HARBOR\n\n1. (U) Classified by: A. Example. Reason: 1.4(d).\n\n2. ({mark}) Two.\n"
        );
        let decisions = vec![decision("paragraph 2", action, said())];
        let made = made(
            &source,
            &Asked {
                decisions,
                ..asked()
            },
        );
        let amiss = made
            .questions
            .iter()
            .any(|it| it.starts_with("paragraph 2: the exemption is not"));
        assert_eq!(!amiss, fits, "{mark} {action}: {:?}", made.questions);
    }
    // A category of classified information for what is not classified.
    let body = "1. (U) One.\n\n2. (SBU) Two.\n";
    let grounds = said().with_letter(reasons("1.4(d)").unwrap());
    let decisions = vec![decision("paragraph 2", "withhold B6", grounds)];
    let made = made(
        &(head(body) + body),
        &Asked {
            decisions,
            ..asked()
        },
    );
    assert_eq!(made.codes, ["exemption-amiss"]);
}

/// E.O. 12958 counted the categories in section 1.5 until 24 March 2003, and in 1.4 since; orders before it otherwise.
#[test]
fn a_category_is_counted_as_an_order_in_force_counts_it() {
    for (sent, line, named, fits) in [
        ("MAR 06", "1.4(d)", None, true),
        ("MAR 06", "1.5(d)", None, false),
        ("MAR 02", "1.5(d)", None, true),
        ("MAR 02", "1.4(d)", None, false),
        ("MAR 02", "1.5(d)", Some("1.4(d)"), true),
        ("MAR 02", "1.4(d)", Some("1.5(d)"), true),
        ("MAR 06", "1.4(d)", Some("1.5(d)"), false),
        ("MAR 84", "1.5(d)", None, false),
        ("MAR 84", "1.5(d)", Some("1.4(d)"), true),
    ] {
        let source = format!(
            "O 141630Z {sent}\nC O N F I D E N T I A L PORT VESTA 000214\n\nSUBJECT: (U) HARBOR\n\n1. (U) Classified by: A. Example. Reason: {line}.\n\n2. (C) Two.\n"
        );
        let mut grounds = said();
        if let Some(letter) = named {
            grounds = grounds.with_letter(reasons(letter).unwrap());
        }
        let decisions = vec![decision("paragraph 2", "withhold", grounds)];
        let made = made(
            &source,
            &Asked {
                decisions,
                ..asked()
            },
        );
        let other = made.codes.contains(&"reason-of-another-order");
        assert_eq!(!other, fits, "{sent} {line} {named:?}: {:?}", made.codes);
    }
}

#[test]
fn without_exemptions_in_its_style_a_package_is_a_draft() {
    let document = tearline::parse("UNCLAS STATE 1\n\n1. (SBU) One.\n");
    let release = Policy::default().release(&document, &Reader::public(), DAY);
    let case = Case::new("F", "C", DAY).with_reviewer("I. Birk");
    assert!(Package::new(&release, &case).is_draft());
}
