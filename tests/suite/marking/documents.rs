//! Rules of the vocabulary that show only in a whole document.

use jiff::civil::date;
use tearline::marking::Reader;
use tearline::policy::Policy;

fn released(source: &str, reader: &str, year: i16) -> String {
    let document = tearline::parse(source);
    let reader: Reader = reader.parse().expect("a reader");
    Policy::default()
        .release(&document, &reader, date(year, 1, 1))
        .to_text()
        .to_string()
}

/// DISPLAY ONLY lets a reader look and keep no copy, and a release is a copy (CAPCO 2016 H.8 p163).
#[test]
fn what_may_only_be_looked_at_is_not_released() {
    let source = "SECRET PORT VESTA 7\n\nSUBJECT: (U) TIDES\n\n1. (S//REL TO USA, GBR) The mast is new.\n\n\
                  2. (S//DISPLAY ONLY GBR) The relay is old.\n";
    let guest = released(source, "clearance=S citizen=GBR", 2010);
    assert!(guest.contains("The mast is new."), "{guest}");
    assert!(!guest.contains("relay"), "{guest}");
    let home = released(source, "S", 2010);
    assert!(home.contains("The relay is old."), "{home}");
}

/// Automatic declassification of a document that holds Restricted Data is prohibited: a date on its line opens none of its
/// portions (32 CFR 2001.24(h)(2)).
#[test]
fn restricted_data_bars_the_date_of_the_other_portions() {
    let telegram = |mark: &str| {
        format!(
            "O 141630Z MAR 00\nFM PORT VESTA\nTO KARSHAVN\n\nSECRET PORT VESTA 8\n\nE.O. 12958: DECL: 03/14/2008\n\
             SUBJECT: (U) TIDES\n\n1. (S) The mast is new.\n\n2. ({mark}) The relay is old.\n"
        )
    };
    let without = released(&telegram("S"), "U", 2010);
    assert!(without.contains("The mast is new."), "{without}");
    for mark in ["S//RD//NF", "S//FRD//NF", "S//TFNI//NF", "SRD", "//NS"] {
        let with = released(&telegram(mark), "U", 2010);
        assert!(!with.contains("mast"), "{mark}: {with}");
        assert!(!with.contains("relay"), "{mark}: {with}");
    }
}

/// Labels of a document with more compartments than anybody could check are unresolved, and quickly so.
#[test]
fn a_label_of_too_many_names_is_withheld_from_all_but_the_originator() {
    let letters = |n: usize| -> String {
        [n / 676, n / 26, n]
            .map(|n| char::from(b'A' + u8::try_from(n % 26).expect("a letter")))
            .iter()
            .collect()
    };
    let many: Vec<String> = (0..300).map(letters).collect();
    let mark = format!("TS//SI-{}//NF", many.join("-"));
    assert!(tearline::marking::StatedMark::read(&mark).is_err());
    let few = format!("TS//SI-{}//NF", many[..200].join("-"));
    let label = tearline::marking::StatedMark::read(&few)
        .expect("a mark")
        .label();
    let other = format!("TS//SI-{}//NF", many[100..].join("-"));
    let other = tearline::marking::StatedMark::read(&other)
        .expect("a mark")
        .label();
    assert!(label.is_resolved() && other.is_resolved());
    assert!(!label.join(&other).is_resolved());
    assert!(label.join(&other).dominates(&label));
}
