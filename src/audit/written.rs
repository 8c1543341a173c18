//! What a writer puts around the texts of a release, as the check of an output expects it.

use std::fmt;

use jiff::civil::Date;

use super::source::{Part, excised_words, left_text};
use crate::document::Number;
use crate::marking::{Level, Reader};
use crate::policy::{Assessment, PortionKind, Verdict};

/// What every release says of itself, as far as it is always the same.
const FRAME: &str = "Released for the public as of \u{1} Released for the originator as of \u{1} \
    Released in full, for \u{1} Released in part, for \u{1} Withheld in full, for \u{1} \
    a day that had not come when it was made \u{1} RELEASED IN PART \u{1} RELEASED IN FULL \u{1} WITHHELD IN FULL \u{1} \
    U.S. Department of State Case No. \u{1} Doc No. \u{1} Date: \u{1} \
    DRAFT - NOT FOR RELEASE: a reviewer has to decide what the index lists";

/// What a release for people says, as this check reads the document: each released portion with its number, its label and
/// its mark, in either order, and by what it was declassified; in the place of each other the reasons.
pub(super) fn written(assessment: &Assessment<'_>, reader: &Reader, as_of: Date) -> String {
    let document = assessment.document();
    let mut one = format!("{FRAME}\n");
    let mut other = String::new();
    // The rule of an instruction is the library's own words.
    for level in [Level::Confidential, Level::Secret, Level::TopSecret] {
        let outcome = document.header().schedule().outcome(level);
        one.push_str(&format!("{}\n", outcome.basis()));
    }
    for portion in assessment.portions() {
        let lead = match (portion.kind(), portion.field(), portion.number()) {
            (PortionKind::Subject, _, _) => "SUBJECT".to_owned(),
            (_, Some(field), _) => field.label().to_owned(),
            (_, None, number) => number
                .map(Leading)
                .map_or_else(String::new, |it| it.to_string()),
        };
        match assessment.verdict(portion, reader, as_of) {
            Verdict::Release(label) => {
                let words = excised_words(portion, reader);
                let text = left_text(document, portion, Part::Text, &words);
                one.push_str(&format!("{lead} {label} {text}\n"));
                other.push_str(&format!("{label} {lead} {text}\n"));
                // Who declassified it is no text of the document, whatever stands in one that is withheld.
                if let Some(end) = assessment.declassification(portion, as_of) {
                    let said = format!("Declassified {end}; was {}\n", portion.rating().label());
                    one.push_str(&said);
                    other.push_str(&said);
                }
            }
            Verdict::Withhold { bases, .. } => {
                one.push_str(&format!("{lead} withheld {bases}\n"));
                other.push_str(&format!("{lead} withheld {bases}\n"));
            }
        }
    }
    format!("{one}\n{other}")
}

/// A number as it leads its portion: `4.`, `a.`.
struct Leading(Number);

impl fmt::Display for Leading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write_lead(f)
    }
}
