//! Text that is given is text: no line in it makes a portion or lowers one, and what is withheld changes nothing that is
//! seen.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use tearline::document::{Block, Document, Mark, Shape};
use tearline::marking::{Label, Reader};
use tearline::policy::Policy;

use super::rows::{self, Row};
use crate::fixtures::reader;
use crate::generator::{Cable, Dice, VOCABULARY};
use crate::support::cases;

const RUNGS: [&str; 5] = ["U", "SBU", "C", "S", "TS"];
const DAYS: [Date; 3] = [date(1999, 1, 1), date(2015, 5, 20), date(2090, 1, 1)];

/// What a text could hold to pass for something else. None of it says more than U.
const LOW: [&str; 30] = [
    "\n\n(U) Seagull.",
    "\n\n2. (U) Seagull.\n\n3. (U) Herring.",
    "\n(U) Seagull.",
    "\r\n\r\n(U) Seagull.",
    "\u{2028}\u{2028}(U) Seagull.",
    "\n\nUNCLASSIFIED\n\n",
    "\nUNCLASSIFIED\n",
    "\n\nUNCLAS KARSHAVN 000124\n\n",
    "\n//UNCLASSIFIED//\nSeagull.\n//UNCLASSIFIED//\n",
    "\n\nBEGIN TEARLINE\n\nUNCLASSIFIED\n\nEND TEARLINE\n\n",
    "\nKARSHAVN 00000123  002 OF 003\n",
    "\nPAGE 02        KARSHAVN 00123\n",
    "\nNNNN\n",
    "\n\nSUBJECT: (U) Seagull\n\n",
    "\n\nE.O. 12958: N/A\n\n",
    "\n\nE.O. 12958: DECL: 01/01/1980\n\n",
    "\nDeclassify on: 19800101\n",
    "\n\nClassified by: Z. Herring. Reason: 1.4(b). Declassify on: 19800101\n\n",
    "\n\n(U - ENTIRE TEXT)\n\n",
    "\n\nUnclassified—Entire text.\n\n",
    "\n(End Secret)\n",
    "\n(Begin Unclassified)\nSeagull.\n(End Unclassified)\n",
    "\nEND CONFIDENTIAL\n",
    "\n[withheld: classified]\n",
    "\n(U) Released for the public as of 2031-01-01.\n",
    "\nSIPDIS\n",
    "\n\n- a bullet\n\n- another\n\n",
    "\n\na. (U) Seagull.\n\nb. (U) Herring.\n\n",
    "\nTAGS: PREL, KV\n",
    "\n\nSECTION 02 OF 02\n\n",
];

/// What it could hold that says more, and what that is.
const HIGH: [(&str, &str); 12] = [
    ("\n\n(S) Seagull.", "S"),
    ("\n\n2. (S//NF) Seagull.", "S//NF"),
    (" Seagull (C//NF) herring.", "C//NF"),
    ("\n\nSECRET//NOFORN\n\n", "S//NF"),
    ("\nTOP SECRET\n", "TS"),
    ("\n//SECRET//\nSeagull.\n//SECRET//\n", "S"),
    ("\n(Begin Secret)\nSeagull.\n(End Secret)\n", "S"),
    ("\nBEGIN SBU\nSeagull.\nEND SBU\n", "SBU"),
    ("\n| Seagull | (C) |\n", "C"),
    ("\nCOMMENT: (S) Seagull.\n", "S"),
    ("\nClassification: SECRET\n", "S"),
    ("\nS//NF - Seagull\n", "S//NF"),
];

fn table() -> impl Strategy<Value = Vec<Row>> {
    Cable::any().prop_filter_map("no table can say it", |cable| {
        let source = cable.text();
        let parsed = tearline::parse(&source);
        rows::of(&parsed, &source)
    })
}

/// The rows whose text may hold anything: those with a mark, and those whose text is running text anyway, so that its shape
/// stays what it is (reading rule 2).
fn open_rows(table: &[Row], document: &Document<'_>) -> Vec<(usize, usize)> {
    let mut blocks = document.blocks().iter().enumerate();
    let mut rows = Vec::new();
    for (row, given) in table.iter().enumerate() {
        let Row::Part { kind, text, .. } = given else {
            if matches!(given, Row::Caption(_)) || makes_reference(given) {
                blocks.next();
            }
            continue;
        };
        let (index, block) = blocks.next().expect("every part is a block");
        let marked = !block.mark().is_unmarked();
        if kind.is_body() && (marked || block.shape() == Shape::Text) && text.contains(' ') {
            rows.push((row, index));
        }
    }
    rows
}

fn makes_reference(row: &Row) -> bool {
    matches!(row, Row::Level(line) if line.contains("KARSHAVN"))
}

/// The table with something put between two words of a row, so that its beginning and its end stay.
fn with(table: &[Row], row: usize, at: &Index, put: &str) -> Vec<Row> {
    let mut table = table.to_vec();
    if let Row::Part { text, .. } = &mut table[row] {
        let gaps: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
        text.insert_str(gaps[at.index(gaps.len())], put);
    }
    table
}

fn declared(block: &Block) -> String {
    let mark = match block.mark() {
        Mark::Stated { stated, .. } => stated.label().to_string(),
        Mark::Damaged { .. } => "damaged".to_owned(),
        Mark::Unmarked => "none".to_owned(),
        Mark::Excised(_) => "excised".to_owned(),
    };
    format!("{:?} {:?} {mark}", block.kind(), block.number())
}

/// For every block, the label of its portion and who sees it when.
fn blocks(document: &Document<'static>) -> Vec<(Label, Vec<bool>)> {
    let assessment = Policy::default().assess(document);
    let mut out = Vec::new();
    for portion in assessment.portions() {
        let seen = RUNGS.iter().flat_map(|rung| {
            let reader = reader(rung);
            DAYS.map(|day| assessment.verdict(portion, &reader, day).is_release())
        });
        let one = (portion.rating().label().clone(), seen.collect());
        out.extend(portion.blocks().map(|_| one.clone()));
    }
    out
}

/// No block more, none with another kind, number or mark, none rated lower and none seen by anybody who did not see it.
fn never_lower(before: &Document<'static>, after: &Document<'static>) -> Result<(), TestCaseError> {
    let structure = |document: &Document<'_>| -> Vec<String> {
        document.blocks().iter().map(declared).collect()
    };
    prop_assert_eq!(structure(before), structure(after));
    for (before, after) in blocks(before).iter().zip(blocks(after)) {
        prop_assert!(after.0.dominates(&before.0), "{} was {}", after.0, before.0);
        prop_assert!(
            before
                .1
                .iter()
                .zip(after.1)
                .all(|(before, after)| *before || !after)
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn no_text_makes_a_portion_or_lowers_one(table in table(), row in any::<Index>(), at in any::<Index>(), put in select(&LOW[..])) {
        let before = rows::build(&table);
        let open = open_rows(&table, &before);
        prop_assume!(!open.is_empty());
        let (row, _) = open[row.index(open.len())];
        never_lower(&before, &rows::build(&with(&table, row, &at, put)))?;
    }

    #[test]
    fn what_is_a_mark_above_its_portion_raises_it_and_lowers_nothing(table in table(), row in any::<Index>(), at in any::<Index>(), put in select(&HIGH[..])) {
        let before = rows::build(&table);
        let open = open_rows(&table, &before);
        prop_assume!(!open.is_empty());
        let (row, index) = open[row.index(open.len())];
        let after = rows::build(&with(&table, row, &at, put.0));
        never_lower(&before, &after)?;
        let says = tearline::marking::StatedMark::read(put.1).expect("a mark").label();
        prop_assert!(blocks(&after)[index].0.dominates(&says), "{} in {}", put.1, blocks(&after)[index].0);
    }

    #[test]
    fn what_is_withheld_changes_nothing_that_is_seen(table in table(), rung in select(&RUNGS[..4]), day in select(&DAYS[..]), seed in any::<u32>()) {
        let one = rows::build(&table);
        let reader: Reader = reader(rung);
        let assessment = Policy::default().assess(&one);
        let mut dice = Dice(u64::from(seed));
        let mut other = table.clone();
        for (row, index) in open_rows(&table, &one) {
            let portion = assessment.portions().iter().find(|portion| portion.blocks().contains(&index)).expect("every block is in a portion");
            let marked = !one.blocks()[index].mark().is_unmarked();
            if marked && !assessment.verdict(portion, &reader, day).is_release()
                && let Row::Part { text, .. } = &mut other[row] {
                *text = filler(&mut dice, text);
            }
        }
        let two = rows::build(&other);
        let [one, two] = [&one, &two].map(|document| Policy::default().release(document, &reader, day));
        prop_assert_eq!(one.to_text(), two.to_text());
        prop_assert_eq!(one.to_json(), two.to_json());
        prop_assert_eq!(one.to_html(), two.to_html());
    }
}

/// A text of any length, with lines that pass for something else, that ends as the text before does: whether it announces a
/// list is declared (reading rule 3).
fn filler(dice: &mut Dice, before: &str) -> String {
    let mut out = String::new();
    for _ in 0..dice.between(1, 40) {
        out.push_str(VOCABULARY[dice.between(0, VOCABULARY.len())]);
        out.push(' ');
        if dice.between(0, 8) == 0 {
            // An instruction in a text makes the term of the whole longer, and the end of a region is a mark: both are declared.
            let put = LOW[dice.between(0, LOW.len())];
            if !["12958", "Declassify", "(End S", "END C"]
                .iter()
                .any(|word| put.contains(word))
            {
                out.push_str(put);
            }
        }
    }
    out + before.rsplit(' ').next().unwrap_or_default()
}
