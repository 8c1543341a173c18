//! Every reading rule is at work in an example, and a portion names its own.

use std::collections::BTreeSet;

use tearline::document::{ReadingRule, Role};
use tearline::policy::{Policy, Unmarked};

use crate::fixtures::FIXTURES;

/// The rules that read the blocks, portions and lines of `text`.
fn at_work(text: &str, policy: Policy) -> BTreeSet<ReadingRule> {
    let document = tearline::parse(text);
    let assessment = policy.assess(&document);
    let mut rules: BTreeSet<ReadingRule> = document
        .blocks()
        .iter()
        .filter_map(tearline::document::Block::rule)
        .chain(
            assessment
                .portions()
                .iter()
                .flat_map(|portion| assessment.reading_rules(portion).iter().copied()),
        )
        .collect();
    if document
        .blocks()
        .iter()
        .any(|block| block.at_least().is_some())
    {
        rules.insert(ReadingRule::MarkInside);
    }
    if document
        .pieces()
        .iter()
        .any(|piece| piece.role() == Role::Furniture)
    {
        rules.insert(ReadingRule::Furniture);
    }
    if !document.header().captions().is_empty() {
        rules.insert(ReadingRule::Caption);
    }
    if assessment.is_compilation() {
        rules.insert(ReadingRule::Compilation);
    }
    rules
}

/// A text in which the rule is at work, for every rule.
const EXAMPLES: &[(ReadingRule, &str)] = &[
    (ReadingRule::LeadMark, "SECRET STATE 1\n\n1. (U) One.\n"),
    (
        ReadingRule::TrailingMark,
        "SECRET\n\nThe pier is new. (U)\n\nThe relay is old. (S)\n",
    ),
    (
        ReadingRule::TitleMark,
        "SECRET STATE 1\n\nSUBJECT: THE PILOTS (U)\n\n1. (S) One.\n",
    ),
    (
        ReadingRule::TearLine,
        "SECRET STATE 1\n\n1. (S) One.\n\n//UNCLASSIFIED//\n\nThe pier is new. It is long.\n\n//UNCLASSIFIED//\n\n2. (S) Two.\n",
    ),
    (
        ReadingRule::UnreadMark,
        "SECRET STATE 1\n\n1. (S//XYZZY) One.\n",
    ),
    (
        ReadingRule::MarkInside,
        "SECRET STATE 1\n\n1. (U) One.  (S) Two.\n",
    ),
    (
        ReadingRule::ListLetter,
        "UNCLAS STATE 1\n\n1. (U) The plans:\n\n(A) To stay.\n\n(B) To go.\n\n(C) To wait.\n\n2. (U) Two.\n",
    ),
    (
        ReadingRule::ParagraphText,
        "SECRET STATE 1\n\n1. (U) One.\n\nThe fee is known. It is paid.\n\n2. (S) Two.\n",
    ),
    (
        ReadingRule::ParagraphItem,
        "SECRET STATE 1\n\n1. (U) One.\n\na. First.\n\nb. Second.\n\n2. (S) Two.\n",
    ),
    (
        ReadingRule::ParagraphList,
        "SECRET STATE 1\n\n1. (U) They came:\n\nOde\n\nBirk\n\nAlder\n\nTove\n\nA HEADING\n\n2. (S) Two.\n",
    ),
    (
        ReadingRule::PageBreak,
        "SECRET STATE 1\n\n1. (U) THE FEE IS PAID\n\nBY A THIRD OF THE PORTS.\n\n2. (S) TWO.\n",
    ),
    (
        ReadingRule::Section,
        "SECRET STATE 1\n\n1. (U) One.\n\nA HEADING\n\n2. (S) Two.\n",
    ),
    (
        ReadingRule::BetweenMarks,
        "SECRET\n\nThe pier is new. (U)\n\nThe relay is old, and nobody has seen it.\n\nThe road is wet. (S)\n",
    ),
    (
        ReadingRule::AmongItems,
        "SECRET STATE 1\n\n1. (U) One.\n\na. (U) First.\n\nb. Second.\n\n2. (S) Two.\n",
    ),
    (
        ReadingRule::GoesOn,
        "SECRET\n\n(U) The pier is new, long and\n\nopen to all vessels. It is free.\n\n(S) The relay.\n",
    ),
    (
        ReadingRule::LostMark,
        "SECRET\n\n(U) The pier is new.\n\nThe relay is broken. It is dry.\n\n(U) The road is wet.\n",
    ),
    (
        ReadingRule::Overall,
        "SECRET STATE 1\n\nSUBJECT: TIDES\n\n1. (U) One.\n",
    ),
    (
        ReadingRule::BesideGap,
        "SECRET STATE 1\n\n1. (U) One.\n\nA HEADING\n\n3. (S) Two.\n",
    ),
    (
        ReadingRule::KnownField,
        "SECRET STATE 1\n\nTAGS: PREL\n\n1. (U) One.\n",
    ),
    (
        ReadingRule::EntireText,
        "SECRET STATE 1\n\n1. (C - ENTIRE TEXT).\n\n2. One.\n",
    ),
    (
        ReadingRule::Compilation,
        "SECRET STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n",
    ),
    (
        ReadingRule::Caption,
        "SECRET STATE 1\n\nNODIS\n\n1. (U) One.\n",
    ),
    (
        ReadingRule::Furniture,
        "SECRET STATE 1\n\n1. (U) One\n\nPAGE 02        VESTA  00321  141630Z\n\nand more.\n",
    ),
    (
        ReadingRule::WithheldBefore,
        "SECRET\n\n(U) One.\n\n[withheld: classified]\n\n(S) Two.\n",
    ),
    (
        ReadingRule::Strict,
        "SECRET STATE 1\n\n1. (U) One.\n\nA HEADING\n\n2. (S) Two.\n",
    ),
];

#[test]
fn every_reading_rule_is_at_work_in_an_example() {
    let mut missing: BTreeSet<ReadingRule> = ReadingRule::ALL.iter().copied().collect();
    for (rule, text) in EXAMPLES {
        let policy = if *rule == ReadingRule::Strict {
            Policy::default().with_unmarked(Unmarked::Withhold)
        } else {
            Policy::default()
        };
        let found = at_work(text, policy);
        assert!(found.contains(rule), "{rule} is not at work, but {found:?}");
        missing.remove(rule);
    }
    assert!(missing.is_empty(), "no example for {missing:?}");
}

#[test]
fn every_reading_rule_is_at_work_in_a_fixture() {
    let shown: BTreeSet<ReadingRule> = FIXTURES
        .iter()
        .flat_map(|fixture| at_work(&fixture.text(), Policy::default()))
        .collect();
    let missing: Vec<&ReadingRule> = ReadingRule::ALL
        .iter()
        .filter(|rule| !shown.contains(rule))
        .collect();
    // Another policy than that of the fixtures.
    assert_eq!(missing, [&ReadingRule::Strict]);
}

/// What a person reads each of these portions by.
#[test]
fn portions_name_the_rule_that_rates_them() {
    let cable = |body: &str| format!("CONFIDENTIAL STATE 1\n\n{body}");
    for (text, number, name) in [
        (
            cable("1. (U) One.\n\nMore of it. And more.\n\n2. (C) Two.\n"),
            1,
            "lead-mark",
        ),
        (
            cable("1. (U) One.\n\nA HEADING\n\n2. (C) Two.\n"),
            4,
            "section",
        ),
        (
            cable("1. (U) One.\n\n2. (C) Two.\n\nBIRK\n"),
            5,
            "beside-gap",
        ),
        (
            cable("1. (U) One.\n\nA HEADING\n\n4. (C) Two.\n"),
            5,
            "beside-gap",
        ),
        (
            cable("1. (U) One\n\nBY ONE THIRD OF THE PORTS.\n\n2. (C) Two.\n"),
            1,
            "lead-mark",
        ),
    ] {
        let document = tearline::parse(&text);
        let assessment = Policy::default().assess(&document);
        let rules: Vec<(u8, &str)> = assessment
            .portions()
            .iter()
            .map(|portion| (portion.rule().number(), portion.rule().name()))
            .collect();
        assert!(rules.contains(&(number, name)), "{rules:?} in {text}");
    }
}
