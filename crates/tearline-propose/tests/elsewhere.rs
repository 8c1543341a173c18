//! What is withheld in one place and stands in another.

use jiff::civil::date;
use tearline::marking::Reader;
use tearline::policy::{Action, Decision, Policy, Quote};
use tearline_propose::{Outgoing, Passage, Proposer, Withheld};

/// What of `withheld` is proposed in a paragraph with that text.
fn spread(withheld: &str, text: &str) -> Vec<String> {
    found(
        &Withheld::words("paragraph 9".parse().unwrap(), withheld),
        text,
    )
}

fn found(withheld: &Withheld, text: &str) -> Vec<String> {
    let source = format!("UNCLAS PORT VESTA 1\n\n1. (U) {text}\n");
    let cable = tearline::parse(&source);
    let assessment = Policy::default().assess(&cable);
    let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2026, 3, 2));
    let proposals = Proposer::default().spread(std::slice::from_ref(withheld), &outgoing);
    proposals
        .iter()
        .map(|it| it.words().unwrap().exact().to_owned())
        .collect()
}

#[test]
fn what_is_withheld_is_found_in_every_writing() {
    for (withheld, text, expected) in [
        ("Ilse Marren", "Marren's pier", "Marren"),
        ("Ilse Marren", "MARREN'S PIER", "MARREN"),
        ("Ilse Marren", "ILSE MAR-\nREN LEFT", "ILSE MAR-\nREN"),
        ("Ilse Marren", "from I. Marren it came", "I. Marren"),
        ("Ilse Marren", "list: Marren, Ilse; Quill", "Marren, Ilse"),
        ("Ilse Marren", "list: MARREN, I. and so on", "MARREN, I."),
        ("Ilse Marren", "signed I.M. in haste", "I.M."),
        ("Ilse B. Marren", "signed I.B.M. in haste", "I.B.M."),
        ("Dr. Ilse Marren", "so Marren says", "Marren"),
        ("Marren, Ilse", "so Ilse Marren says", "Ilse Marren"),
        ("MARREN", "so Marren says", "Marren"),
        ("Edda van Quill", "so van Quill says", "Quill"),
        ("(202) 555-0143", "at 202 555 0143 again", "202 555 0143"),
        ("202-555-0143", "(202)555-0143", "202)555-0143"),
        ("Z7654321", "passport Z 7654321", "Z 7654321"),
        ("Tug Karsh", "the tug\nKarsh sails", "tug\nKarsh"),
        ("the fuel pier", "At THE FUEL PIER", "THE FUEL PIER"),
    ] {
        assert_eq!(spread(withheld, text), [expected], "{withheld} in {text}");
    }
}

#[test]
fn what_only_looks_alike_is_not_proposed() {
    for (withheld, text) in [
        ("Ilse Marren", "Marrenson left"),
        ("Ruth Stone", "a pier of stone"),
        ("Ilse Marren", "i.m. is small"),
        ("202-555-0143", "1202-555-01439"),
        ("Tug Karsh", "the tug sails"),
        ("Ilse Marren", "Ilse left"),
    ] {
        assert_eq!(spread(withheld, text), [""; 0], "{withheld} in {text}");
    }
}

#[test]
fn of_a_portion_its_names_and_numbers_count() {
    let text = "In May Ilse Marren of the Foreign Ministry wrote to i.marren@harbor.example about the lease.";
    let withheld = Withheld::portion("paragraph 9".parse().unwrap(), text);
    for (text, expected) in [
        ("so says Ilse Marren", "Ilse Marren"),
        ("so says I. Marren", "I. Marren"),
        ("to I.MARREN@HARBOR.EXAMPLE", "I.MARREN@HARBOR.EXAMPLE"),
    ] {
        assert_eq!(found(&withheld, text), [expected], "{text}");
    }
    for text in [
        "the Foreign Ministry",
        "In May he left",
        "about the lease",
        "so says Marren",
    ] {
        assert_eq!(found(&withheld, text), [""; 0], "{text}");
    }
}

#[test]
fn subjects_and_headings_are_looked_through() {
    let source = "UNCLAS PORT VESTA 1\nSUBJECT: (U) MARREN AND THE PIER\n\n1. (U) One.\n\n(U) Marren's Lease\n\n2. (U) Two.\n";
    let cable = tearline::parse(source);
    let assessment = Policy::default().assess(&cable);
    let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2026, 3, 2));
    let name = Withheld::words("paragraph 4".parse().unwrap(), "Ilse Marren");
    let found: Vec<String> = Proposer::empty()
        .spread(&[name], &outgoing)
        .iter()
        .map(|it| it.target().kind().to_string())
        .collect();
    assert_eq!(found.first().map(String::as_str), Some("subject"));
    assert_eq!(found.len(), 2, "{found:?}");
}

fn echoes(source: &str) -> Vec<String> {
    let cable = tearline::parse(source);
    let assessment = Policy::default().assess(&cable);
    let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2010, 1, 1));
    Proposer::default()
        .echoes(&outgoing)
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn an_echo_is_told_by_place() {
    let found = echoes(
        "CONFIDENTIAL PORT VESTA 12\n\nSUBJECT: (U) TALKS WITH TOMAS LORNE\n\n1. (U) The dredging calendar is out.\n\n\
         2. (C) Minister Tomas Lorne will sell the tug.\n\n3. (U) Call 202-555-0143.\n\n4. (C) The number (202) 555-0143 is his.\n",
    );
    assert_eq!(
        found,
        [
            "subject: words of paragraph 2, which is withheld, stand in this portion",
            "paragraph 3: words of paragraph 4, which is withheld, stand in this portion",
        ]
    );
}

#[test]
fn common_words_are_no_echo() {
    assert!(echoes(
        "CONFIDENTIAL PORT VESTA 12\n\n1. (U) The Foreign Minister of the United States said that it would be so.\n\n\
         2. (C) The Foreign Minister of the United States said that it would not be so.\n",
    )
    .is_empty());
}

/// The words that a decision withholds in one paragraph stand in the subject too, which a finding of the release says.
#[test]
fn what_a_decision_withholds_is_proposed_elsewhere_and_not_in_its_own_place() {
    let on = date(2026, 3, 2);
    let cable = tearline::parse(
        "UNCLAS PORT VESTA 12\n\nSUBJECT: (U) THE PIER\n\n1. (U) The pier is open.\n\n2. (U) The tugs are new.\n",
    );
    let words = Decision::new(
        "paragraph 1".parse().unwrap(),
        Action::Withhold(Some("b6".parse().unwrap())),
        "I. Birk",
        on,
    )
    .on_words(Quote::new("pier"));
    let decided = Policy::default()
        .assess(&cable)
        .decided(&[words].into())
        .unwrap();
    let outgoing = Outgoing::of(&decided, &Reader::public(), on);
    let passages: Vec<&str> = outgoing.passages().map(Passage::text).collect();
    assert_eq!(
        passages,
        [
            "PORT VESTA 12",
            "THE PIER",
            "The pier is open.",
            "The tugs are new."
        ]
    );
    let [proposal] = &Proposer::default().propose(&outgoing)[..] else {
        panic!("only the subject has them as well")
    };
    assert_eq!(
        (proposal.target().to_string(), proposal.cause().to_string()),
        ("subject".to_owned(), "withheld in paragraph 1".to_owned())
    );
    assert_eq!(proposal.exemption().unwrap().to_string(), "B6");
}
