//! What a writer puts around the texts of a release, as the check of an output expects it.

use std::fmt;

use jiff::civil::Date;

use super::source::{Part, portion_text};
use crate::document::Number;
use crate::marking::{Level, Reader};
use crate::policy::{Assessment, PortionKind, Verdict};

/// What a release for people says, as this check reads the document: each released portion with its number, its label and
/// its mark, in either order, and by what it was declassified; in the place of each other the reasons.
pub(super) fn written(assessment: &Assessment<'_>, reader: &Reader, as_of: Date) -> String {
    let document = assessment.document();
    let mut one = String::new();
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
                let text = portion_text(document, portion, Part::Text);
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
