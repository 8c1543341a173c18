//! The CAPCO manual of 2016 gone through page by page: rows that were written from the page, each with its place.
//!
//! `book/*.tsv` hold one row a line. What the manual leaves open is not in them.

use jiff::civil::date;
use tearline::marking::{Label, Marking, Reader, StatedMark, roll_up};

/// The cells of a table, without its heading.
fn rows<const CELLS: usize>(table: &'static str) -> Vec<[&'static str; CELLS]> {
    let cells = |line: &'static str| -> [&str; CELLS] {
        let cells: Vec<&str> = line.split('\t').collect();
        cells
            .try_into()
            .unwrap_or_else(|_| panic!("not {CELLS} cells: {line}"))
    };
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(cells)
        .collect()
}

/// What differs, one line for each row, so that one run shows all of it.
fn none_differs(differing: &[String]) {
    assert!(differing.is_empty(), "\n{}", differing.join("\n"));
}

#[test]
fn every_mark_of_the_manual_has_its_canonical_form_or_is_refused() {
    let mut differing = Vec::new();
    for [kind, text, expected, place] in rows(include_str!("book/canonical.tsv")) {
        let (read, again) = match kind {
            "portion" => {
                let read = Marking::parse_portion(text).map(|mark| mark.to_string());
                let again = Marking::parse_portion(expected).map(|mark| mark.to_string());
                (read, again)
            }
            "banner" => {
                let read = Marking::parse_banner(text).map(|mark| mark.banner().to_string());
                let again = Marking::parse_banner(expected).map(|mark| mark.banner().to_string());
                (read, again)
            }
            other => panic!("no kind of mark: {other}"),
        };
        let found = read.unwrap_or_else(|_| "refused".to_owned());
        if found != expected {
            differing.push(format!("{kind} {text}: {found}, not {expected} ({place})"));
        } else if expected != "refused" && again.as_deref() != Ok(expected) {
            differing.push(format!("{kind} {expected}: {again:?} the second time"));
        }
    }
    none_differs(&differing);
}

#[test]
fn every_page_of_the_manual_rolls_up_to_its_banner() {
    let mut differing = Vec::new();
    for [portions, expected, place] in rows(include_str!("book/rollup.tsv")) {
        let mut marks: Vec<Marking> = portions
            .split(" ; ")
            .map(|text| Marking::read_portion(text).unwrap_or_else(|error| panic!("{error}")))
            .collect();
        for _ in 0..2 {
            let found = roll_up(&marks, date(2016, 12, 31)).banner().to_string();
            if found != expected {
                differing.push(format!("{portions}: {found}, not {expected} ({place})"));
            }
            marks.reverse();
        }
    }
    none_differs(&differing);
}

#[test]
fn every_reader_reads_what_table_5_gives_him() {
    let mut differing = Vec::new();
    for [text, who, expected] in rows(include_str!("book/reads.tsv")) {
        let reader: Reader = who.parse().unwrap_or_else(|error| panic!("{who}: {error}"));
        let label = StatedMark::read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let label = label.label();
        let found = reader.reads(&label).to_string();
        if found != expected {
            differing.push(format!("{text} for {who}: {found}, not {expected}"));
        }
        // The printed label gives the same reader the same answer: a release can be released again.
        let printed = label.to_string();
        let again = StatedMark::read(&printed).unwrap_or_else(|error| panic!("{printed}: {error}"));
        let again = reader.reads(&again.label()).to_string();
        if again != found {
            differing.push(format!("{text} printed as {printed} for {who}: {again}"));
        }
    }
    none_differs(&differing);
}

/// NATO RESTRICTED takes any read-in of NATO (G Table 5), and its join with anything higher does not.
#[test]
fn nato_restricted_is_told_apart_only_by_itself() {
    let restricted: Label = super::label("//NR");
    let reader: Reader = "clearance=TS citizen=USA access=NATO-R".parse().unwrap();
    assert!(reader.reads(&restricted).is_permit());
    assert!(
        reader
            .reads(&restricted.join(&super::label("C")))
            .is_permit()
    );
    for other in ["S", "//NC", "//GBR C", "//FGI C", "C//FGI NATO"] {
        let other = super::label(other);
        let joined = restricted.join(&other);
        assert_eq!(joined, other.join(&restricted));
        assert!(!reader.reads(&joined).is_permit(), "{joined}");
        assert!(joined.dominates(&restricted), "{joined}");
    }
}
