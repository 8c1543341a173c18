//! A document from the rows of a table: each with its number, its mark and its text.
//!
//! `cargo run --example rows`
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program")]

use jiff::civil::date;
use tearline::document::{Document, DocumentKind, Enumerator, Field, Part};
use tearline::marking::Reader;
use tearline::policy::Policy;

/// Number, item, mark and text, as a database has them. What a text holds is text, whatever it looks like.
const ROWS: [(u32, Option<char>, &str, &str); 5] = [
    (1, None, "U", "The talks on the pier resume in April."),
    (
        2,
        None,
        "C",
        "Ode will not renew the lease.\n\n(U) So the harbor master said.",
    ),
    (2, Some('a'), "C//NF", "Birk was told in March."),
    (3, None, "SBU", "Alder asks for a map."),
    (4, None, "C//NOFRN", "The relay stays where it is."),
];

fn main() {
    let mut builder = Document::builder(DocumentKind::Cable)
        .level("CONFIDENTIAL")
        .origin(date(2006, 3, 14))
        .instruction("E.O. 12958: DECL: 03/14/2016")
        .part(Part::field(Field::From, "AMEMBASSY PORT VESTA"))
        .part(Part::subject("Harbor talks").marked("U"));
    for (number, item, mark, text) in ROWS {
        let part = match item {
            Some(letter) => Part::item(Enumerator::Letter(letter), text).of(number),
            None => Part::paragraph(number, text),
        };
        builder = builder.part(part.marked(mark));
    }
    let cable = builder.build();
    for finding in cable.findings() {
        let block = cable.block_at(finding.span());
        let number = block.and_then(|block| cable.blocks().get(block)?.number());
        if let Some(number) = number {
            eprintln!("row {number}: {}", finding.code());
        }
    }
    let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
    print!("{}", release.to_text());
}
