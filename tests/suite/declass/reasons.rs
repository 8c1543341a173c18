//! The reasons for classification, in the forms that cables and memoranda have.

use tearline::declass::{Reason, Section, reasons};

#[test]
fn the_forms_of_a_reason_line() {
    #[rustfmt::skip]
    let rows = [
        ("Reason: 1.4(g)", Some("1.4(g)")),
        ("REASON: 1.4 (b) and (d)", Some("1.4(b), 1.4(d)")),
        ("Reason 1.4.(d)", Some("1.4(d)")),
        ("REASON: 1.4 (b/d)", Some("1.4(b), 1.4(d)")),
        ("REASON: 1.4 (b+d)", Some("1.4(b), 1.4(d)")),
        ("REASON: 1.4 (b&d)", Some("1.4(b), 1.4(d)")),
        ("REASONS: 1,4 (C) AND (D)", Some("1.4(c), 1.4(d)")),
        ("Reasons 1.4 b,d", Some("1.4(b), 1.4(d)")),
        ("REASON: 1.4 (B), (D)", Some("1.4(b), 1.4(d)")),
        ("REASON: 1.4 (B), 1.4 (D)", Some("1.4(b), 1.4(d)")),
        ("REASON: 1.4 (B), 1.5 (D)", Some("1.4(b)")),
        ("REASON: 1.4 (D) AND (B), (D)", Some("1.4(b), 1.4(d)")),
        ("REASON: 1.4(h)", Some("1.4(h)")),
        ("Reason 1.5b and d.", Some("1.5(b), 1.5(d)")),
        ("Reason 1.5 (b) and (d)", Some("1.5(b), 1.5(d)")),
        ("Reason 1.5 (g) and (h)", Some("1.5(g)")),
        ("E.O. 12958, 1.4", Some("1.4")),
        ("(U) Classified by: A. Example, Deputy Chief, Office of Examples. Reason 1.4.(d)", Some("1.4(d)")),
        ("CLASSIFIED BY: A. EXAMPLE, CDA, POST. REASON: 1.4 (b), (d)", Some("1.4(b), 1.4(d)")),
        ("Classified by A. Example under E.O. 12958 1.4 (a). Reason: 1.4 (b). A meeting took place.", Some("1.4(b)")),
        ("Classified by A. Example, reason is 1.4(b); declassify on 20351010", Some("1.4(b)")),
        ("for economic reasons", None),
        ("Reason: 1.6 (b)", None),
        ("the rate rose to 11.4 (b)", None),
        ("32 CFR 2001.4(b)", None),
        ("", None),
    ];
    for (text, expected) in rows {
        let read = reasons(text).map(|read| read.to_string());
        assert_eq!(read.as_deref(), expected, "{text}");
    }
}

#[test]
fn the_letter_h_came_in_2003() {
    assert!(
        reasons("1.4 (h)")
            .unwrap()
            .contains(Reason::MassDestruction)
    );
    let old = reasons("1.5 (h)").unwrap();
    assert_eq!(old.section(), Section::OnePointFive);
    assert!(old.is_empty());
}
