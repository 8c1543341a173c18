//! Messages and papers as other services write them: orders, logs, naval messages, and lines of a heading that a copy joined.
//! `HIDE…` must not reach the public, `SHOW…` must. Expectations are a reading of the rules; every text is made up.

use crate::header::check;

/// A copy joined lines, or lost the label of one.
#[test]
fn what_a_copy_joined_to_a_field_is_none_of_it() {
    let telegram = |level: &str, tags: &str| {
        format!(
            "P 141630Z MAR 06\nFM AMEMBASSY KARSHAVN\nTO SECSTATE WASHDC\n\nS E C R E T {level}\n\nE.O. 12958: DECL: 03/14/2031\nTAGS: {tags}\nSUBJECT: (U) SHOWpiers\n\n1. (S) HIDEone.\n\n2. (U) SHOWtwo.\n"
        )
    };
    let level = "SECTION 01 OF 02 SHOWHAVN 000123";
    for (level, tags) in [
        (level, "PREL, SHOWTAG"),
        (level, "PREL, PGOV,\nSHOWTAG"),
        ("SHOWHAVN 000123 NOFORN", "PREL"),
        ("KARSHAVN 000123, HIDE relay", "PREL"),
        ("KARSHAVN 000123     RELAY OF HIDE", "PREL"),
        ("KARSHAVN 000123 / HIDE", "PREL"),
        (level, "PREL\nSALE OF HIDE"),
        (level, "PREL, KV\nHIDE RELAY"),
        (level, "PREL\nMINERS HIDE"),
    ] {
        check(&telegram(level, tags), "U");
    }
    for line in ["Classification: SECRET", "Caveats: NOFORN"] {
        check(
            &format!(
                "From: Birk, Ilse\nTo: Ode, Benno\nSubject: (U) SHOWpiers\nClassification: SECRET\n{line}\nthe relay of HIDEode\n\n(U) SHOWone.\n\n(S) HIDEtwo.\n"
            ),
            "U",
        );
    }
}
