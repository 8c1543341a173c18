//! Reads a line that states a level.

use super::super::chars::trim;
use super::super::decor::undecorated;
use super::super::said;
use super::label;
use super::level::level;
use super::line::{Overall, Stands};
use super::sentence::{attached, official, this_is};
use super::words;
use crate::marking::Label;

/// The longest such line, in bytes.
const LONGEST: usize = 160;

/// Reads a line that states a level; `None` where a level is a word of its text.
pub(in crate::parse) fn read(text: &str, stands: Stands) -> Option<Overall> {
    let quoted = trim(text).starts_with('>');
    let shown = undecorated(text);
    if shown.len() > LONGEST || shown.is_empty() {
        return None;
    }
    if let Some(found) = label::read(shown) {
        return Some(found);
    }
    if stands == Stands::InText && shown.chars().any(char::is_lowercase) && !quoted {
        return None;
    }
    let found = this_is(shown)
        .or_else(|| attached(shown))
        .or_else(|| official(shown))
        .or_else(|| level(shown, stands))
        .or_else(|| words::line(shown).filter(|_| stands != Stands::InText))
        .or_else(|| said(shown))?;
    Some(Overall {
        opens: found.opens || quoted,
        ..found
    })
}

/// A statement in words. One that names no level speaks for the text that it stands in or over.
fn said(shown: &str) -> Option<Overall> {
    let said = said::line(shown)?;
    // `Secret—Entire text.` is the mark of a paragraph.
    let lower = shown.to_ascii_lowercase();
    let entire = lower.contains("entire text");
    // In other letters than capitals a verb or a colon says it: `Annexes and the secret` is a title.
    let says = [
        " is ", " are ", ":", "classif", "treat", "secret -", "marked",
    ]
    .iter()
    .any(|word| lower.contains(word));
    let says = says || !shown.contains(char::is_lowercase);
    let classified = said.label.is_resolved() && !Label::unclassified().dominates(&said.label);
    (!entire && says && classified).then(|| Overall::from(said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_states_a_level_is_told_from_a_sentence() {
        for (text, expected) in [
            ("SECRET", Some("S")),
            ("Confidential", Some("C")),
            ("SECRET//NOFORN", Some("S//NF")),
            ("TOP SECRET COPY 1 OF 3", Some("TS")),
            ("SECRET - WORKING PAPERS", Some("S")),
            ("SECRET WORKING PAPER", Some("S")),
            ("SECRET - ALDER GROUP", Some("S unknown")),
            ("SECRET//ALDERGROUP", Some("unresolved")),
            ("Secret/Nodis", Some("S [Nodis]")),
            ("SECRET (GDS)", Some("S")),
            ("SECRET (entire text)", Some("S")),
            ("Secret—Entire text.", None),
            ("SECRET - RESTRICTED DATA", Some("S//RD")),
            ("SECRET FORMERLY RESTRICTED DATA", Some("S//FRD")),
            (
                "Classification: SENSITIVE BUT UNCLASSIFIED",
                Some("SBU opens"),
            ),
            (
                "Classification: Sensitive But Unclassified",
                Some("SBU opens"),
            ),
            ("Classification: SBU", Some("SBU opens")),
            ("Classification: UNCLASSIFIED/SBU", Some("SBU opens")),
            (
                "Classification: For Official Use Only",
                Some("U//FOUO opens"),
            ),
            ("Classification: Sensitive", Some("U opens sensitive")),
            (
                "Classification: UNCLASSIFIED - SENSITIVE",
                Some("U opens sensitive"),
            ),
            ("CONFIDENTIAL VESTA 22", Some("C opens")),
            ("> CONFIDENTIAL", Some("C opens")),
            ("**CONFIDENTIAL**", Some("C")),
            ("Classification: CONFIDENTIAL", Some("C opens")),
            ("CLASSIFICATION: SECRET//NOFORN", Some("S//NF opens")),
            (
                "Classification: UNCLASSIFIED Caveats: FOUO",
                Some("U opens sensitive"),
            ),
            ("Classification: PROTECTED B", Some("unresolved opens")),
            ("CONFIDENTIAL ATTACHMENT", Some("C opens")),
            ("SECRET ANNEX B", Some("S opens")),
            ("ANNEX A (SECRET)", Some("S opens")),
            ("Tab B - Confidential", Some("C opens")),
            ("Enclosure (1): SECRET", Some("S opens")),
            ("Annex B (S)", Some("S opens")),
            ("Appendix 1, SECRET", Some("S opens")),
            ("SECRET Appendix 1", Some("S opens")),
            ("Attachment 1 is SECRET", Some("S opens")),
            ("Annex B: The piers of Vesta (S)", None),
            ("Annexes and the secret", None),
            ("| Classification | SECRET |", Some("S opens")),
            ("**Classification**: SECRET", Some("S opens")),
            ("Document classification: SECRET", Some("S opens")),
            ("CIassification: SECRET", Some("S opens")),
            ("Classification SECRET", Some("S opens")),
            ("Classified By: Ode", None),
            ("Classification guide: SECRET", None),
            ("Level of the water: secret", None),
            ("<b>SECRET</b>", Some("S")),
            ("UNCLASSIFIED WITH SECRET ATTACHMENT", Some("S")),
            ("-CONFIDENTIAL-", Some("C")),
            ("SECRET-SENSITIVE", Some("S sensitive")),
            ("TOP SECRET UMBRA", Some("TS [Other]")),
            ("CONFIDENTIAL ATTACHMENT TO MEMO", Some("C opens")),
            ("SECRET WHEN FILLED IN", Some("S")),
            ("SECRET (when filled in)", Some("S")),
            ("Secret when separated from enclosure", Some("S")),
            ("Secret when he came", None),
            ("C O N F l D E N T I A L", Some("C")),
            ("C O N F l D E N T I A L VESTA 22", Some("C opens")),
            ("Secretly", None),
            ("UNCLASSIFIED WHEN SEPARATED FROM ANNEX", None),
            ("THE FOLLOWING IS CONFIDENTIAL", Some("C opens")),
            ("The following text is SECRET:", Some("S opens")),
            ("This attachment is SECRET", Some("S")),
            (
                "Classification: Unclassified but sensitive",
                Some("U opens sensitive"),
            ),
            ("This email is UNCLASSIFIED.", Some("U")),
            ("This document is classified SECRET", Some("S")),
            (
                "This email is UNCLASSIFIED based on the definitions in E.O. 12958",
                Some("U"),
            ),
            (
                "This memorandum is UNCLASSIFIED when separated from its annex.",
                None,
            ),
            ("Official - SBU", Some("SBU")),
            ("Official - Alder matters", Some("U unknown")),
            (
                "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C00000001 Date: 05/13/2015",
                Some("U"),
            ),
            ("CUI//SP-PRVCY", Some("CUI//SP-PRVCY")),
            ("NATO SECRET", Some("S//FGI NATO")),
            ("Secret talks with ZZ.", None),
            ("SECRET TALKS WITH VESTA", None),
            ("UNCLASSIFIED NOTES ON THE PIER", None),
            ("Confidential sources of post 7", None),
            ("secret sources that he named", None),
            ("Annex A holds the map", None),
            ("Official visits to the port", None),
            ("This message is for you", None),
        ] {
            let found = read(text, Stands::Below).map(|overall| {
                let mut shown = overall.label.to_string();
                for (word, is) in [
                    ("opens", overall.opens),
                    ("sensitive", overall.sensitive),
                    ("unknown", overall.unknown),
                ] {
                    if is {
                        shown.push(' ');
                        shown.push_str(word);
                    }
                }
                if overall.captions.is_empty() {
                    shown
                } else {
                    format!("{shown} {:?}", overall.captions)
                }
            });
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
