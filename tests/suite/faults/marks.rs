//! Marks behind labels and texts, and runs of letters that are none.

use tearline::policy::Policy;

use super::release;

/// A mark behind a label is one of the marks that stand below the level together (reading rule 6).
#[test]
fn a_mark_behind_a_label_is_one_of_a_compilation() {
    let paper = |note: &str| {
        format!(
            "SECRET\n\nMEMORANDUM FOR THE HARBOR MASTER\n\n14 May 2005\n\n{note}\n\n(U) The elms of the pier are old.\n"
        )
    };
    for (note, shown) in [
        ("NOTE: (C) The relay is under the pier.", false),
        // A second token beside it leaves the block without a mark of its own.
        (
            "NOTE: (C) Alder (B) relay under the pier\nand nobody knows of it.",
            false,
        ),
        ("NOTE: (S) The relay is under the pier.", true),
        ("The relay is under the pier and has been for years.", false),
    ] {
        let source = paper(note);
        let text = release(Policy::default(), &source, "U").to_text();
        assert_eq!(text.contains("elms"), shown, "{source}");
    }
}

/// The mark behind a short text speaks for that alone, and is no caption of the whole (reading rules 1 and 7).
#[test]
fn a_mark_behind_a_short_text_is_no_caption() {
    let source = "UNCLASSIFIED\n\nMEMORANDUM FOR THE HARBOR MASTER\n\n14 May 2005\n\nThe pier was built long ago, and the relay is under it\nas all of us \
        know since May. (C)\n\nThe pier is open. (SBU)\n\nThe pilots of the coast have asked for charts\nand for tides since May. (U)\n";
    let document = tearline::parse(source);
    assert!(!document.header().is_sensitive());
    let text = release(Policy::default(), source, "SBU").to_text();
    assert!(text.contains("The pier is open."), "{text}");
    let text = release(Policy::default(), source, "U").to_text();
    assert!(
        !text.contains("The pier is open.") && text.contains("pilots"),
        "{text}"
    );
}

/// A mark on a line of its own under a text is that text's, in a heading as well (reading rule 1).
#[test]
fn a_sensitivity_under_a_text_is_its_mark() {
    for source in [
        "CONFIDENTIAL\n\nMEMORANDUM FOR THE RECORD\n\nMarch 14, 2006\n\nTITLE: (U) Tides\n\nThe elms burn\n(SBU)\n\nOde (C)\n",
        "UNCLAS KARSHAVN 000123\n\nTAGS: PREL\nSUBJECT: (U) TIDES\n\n1. (U) Oaks.\n\n2. The elms burn, and nobody has seen them\n(SBU)\n\n3. (U) Birch.\n",
    ] {
        for (reader, shown) in [("U", false), ("SBU", true)] {
            let text = release(Policy::default(), source, reader).to_text();
            assert_eq!(text.contains("elms"), shown, "{reader}: {source}");
        }
    }
}

/// A mark at the end of an unmarked paragraph is one that the document states: what is unmarked counts as that, too.
#[test]
fn a_mark_behind_a_paragraph_raises_what_is_unmarked() {
    let source = "UNCLAS KARSHAVN 000123\n\nTAGS: PREL\nSUBJECT: ELMS\n\n1. (U) Oaks.\n\n2. The relay is under the pier (SBU)\n\n3. (U) Birch.\n";
    assert!(
        !release(Policy::default(), source, "U")
            .to_text()
            .contains("ELMS")
    );
    assert!(
        release(Policy::default(), source, "SBU")
            .to_text()
            .contains("ELMS")
    );
}

/// A run of letters goes on behind a blank line in mid-sentence; a letter that is no higher than the level line, or stands behind
/// the end of a sentence, is a mark (reading rule 1).
#[test]
fn a_run_of_letters_goes_on_behind_a_blank_line() {
    let paper = |level: &str, end: &str| {
        format!(
            "{level} KARSHAVN 000123\n\nTAGS: PREL\nSUBJECT: TIDES\n\n1. THE POINTS ARE (A) THE FEES OF THE YEAR, (B) THE LEASE{end}\n\n\
             (C) THE ELMS OF THE PIER.\n\n2. THE PORT ASKED FOR CHARTS.\n"
        )
    };
    for (level, end, reader, shown) in [
        ("LIMITED OFFICIAL USE", ", AND", "SBU", true),
        ("LIMITED OFFICIAL USE", ", AND", "U", false),
        ("LIMITED OFFICIAL USE", ".", "SBU", false),
        ("C O N F I D E N T I A L", ", AND", "SBU", false),
    ] {
        let source = paper(level, end);
        let text = release(Policy::default(), &source, reader).to_text();
        assert_eq!(text.contains("ELMS"), shown, "{reader}: {source}\n{text}");
    }
}
