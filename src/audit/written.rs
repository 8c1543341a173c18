//! What a writer puts around the texts of a release, as the check of an output expects it.

use std::borrow::Cow;
use std::fmt;

use jiff::civil::Date;

use super::source::{Part, excised_words, left_text};
use crate::document::Number;
use crate::marking::{Level, Reader};
use crate::policy::{Assessment, Portion, PortionKind, Verdict};

/// What every release says of itself, as far as it is always the same.
const FRAME: &str = "Released for the public as of \u{1} Released for the originator as of \u{1} \
    Released in full, for \u{1} Released in part, for \u{1} Withheld in full, for \u{1} \
    a day that had not come when it was made \u{1} RELEASED IN PART \u{1} RELEASED IN FULL \u{1} WITHHELD IN FULL \u{1} \
    U.S. Department of State Case No. \u{1} Doc No. \u{1} Date: \u{1} \
    DRAFT - NOT FOR RELEASE: a reviewer has to decide what the index lists";

/// What a release for people says, as this check reads the document, line by line: each released portion with its number, its
/// label and its mark, first in the one order and then in the other, and by what it was declassified; in the place of each other
/// the reasons.
pub(super) fn written<'a>(
    assessment: &'a Assessment<'_>,
    reader: &'a Reader,
    as_of: Date,
) -> impl Iterator<Item = Cow<'a, str>> {
    // The rule of an instruction is the library's own words.
    let rules = [Level::Confidential, Level::Secret, Level::TopSecret].map(|level| {
        let outcome = assessment.document().header().schedule().outcome(level);
        Cow::Owned(outcome.basis().to_string())
    });
    let both = [Order::LeadFirst, Order::MarkFirst].into_iter();
    let portions = both.flat_map(move |order| {
        let portions = assessment.portions().iter();
        portions.map(move |portion| Cow::Owned(line(assessment, portion, reader, as_of, order)))
    });
    std::iter::once(Cow::Borrowed(FRAME))
        .chain(rules)
        .chain(portions)
}

/// Which of both stands first before a text.
#[derive(Clone, Copy)]
enum Order {
    LeadFirst,
    MarkFirst,
}

fn line(
    assessment: &Assessment<'_>,
    portion: &Portion,
    reader: &Reader,
    as_of: Date,
    order: Order,
) -> String {
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
            let text = left_text(assessment.document(), portion, Part::Text, &words);
            let said = match order {
                Order::LeadFirst => format!("{lead} {label} {text}"),
                Order::MarkFirst => format!("{label} {lead} {text}"),
            };
            // Who declassified it is no text of the document, whatever stands in one that is withheld.
            match assessment.declassification(portion, as_of) {
                Some(end) => format!(
                    "{said}\nDeclassified {end}; was {}",
                    portion.rating().label()
                ),
                None => said,
            }
        }
        Verdict::Withhold { bases, .. } => format!("{lead} withheld {bases}"),
    }
}

/// A number as it leads its portion: `4.`, `a.`.
struct Leading(Number);

impl fmt::Display for Leading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write_lead(f)
    }
}
