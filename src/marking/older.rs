//! Older and irregular forms: which there are, when they were written, and how a mark in one of them is read.
//!
//! Only what has one reading is read. The text is turned into the form of the register, one step for each form, and then
//! goes through the same grammar as any other mark.

use std::fmt;

use super::error::{MarkingError, Place};
use super::marking::Marking;
use super::stated::is_dash;
use super::{grammar, rewrite};
use crate::{Citation, Span};

/// A mark that was read.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) mark: Marking,
    /// Where it stands in the text that was given.
    pub(super) span: Span,
    pub(super) extent: Extent,
    /// The form that had to be turned into that of the register; the last one where there were several.
    pub(super) form: Option<&'static OlderForm>,
}

/// Reads `text` in whatever form.
pub(super) fn read(text: &str, place: Place) -> Result<Read, MarkingError> {
    let (inside, offset) = strip(text);
    let (inside, extent) = match entire_text(inside).filter(|_| place == Place::Portion) {
        Some(mark) => (mark, Extent::EntireText),
        None => (inside, Extent::Portion),
    };
    let span = Span::new(offset, offset + inside.len());
    let read = |mark, form| Read {
        mark,
        span,
        extent,
        form,
    };
    if place == Place::Portion
        && let Some(register) = rewrite::sensitivity_of(inside)
    {
        return Ok(read(grammar::parse(register, place)?, Some(&SENSITIVITY)));
    }
    let error = match grammar::parse(inside, place) {
        Ok(mark) => return Ok(read(mark, None)),
        Err(error) => error.shifted(offset),
    };
    let Some((modern, form)) = rewrite::modern(inside, place) else {
        return Err(error);
    };
    match grammar::parse(&modern, place) {
        Ok(mark) => Ok(read(mark, Some(form))),
        // What is wrong with the text as it stands tells more than what is wrong with a guess at its meaning, but a slip in
        // a name is found only once the separators are those of the register.
        Err(modern) => Err(if modern.suggestion().is_some() {
            modern.at(span)
        } else {
            error
        }),
    }
}

/// What a mark speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Extent {
    Portion,
    EntireText,
}

/// Without white space and one pair of parentheses around it.
fn strip(text: &str) -> (&str, usize) {
    let trimmed = text.trim();
    let bare = trimmed
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .map_or(trimmed, str::trim);
    (
        bare,
        (bare.as_ptr() as usize).saturating_sub(text.as_ptr() as usize),
    )
}

/// The mark before `entire text`, in any case and with any dash between.
fn entire_text(inside: &str) -> Option<&str> {
    const WORDS: &str = "entire text";
    let text = inside.trim_end().trim_end_matches('.').trim_end();
    let at = text.len().checked_sub(WORDS.len())?;
    let (before, words) = text.split_at_checked(at)?;
    if !words.eq_ignore_ascii_case(WORDS) {
        return None;
    }
    let mark = before
        .trim_end_matches(|c: char| c.is_whitespace() || is_dash(c) || matches!(c, ':' | ','));
    (mark.len() < before.len() && !mark.is_empty()).then_some(mark)
}

/// A form of marks that the register no longer has, or never had.
///
/// ```
/// use tearline::marking::StatedMark;
///
/// let mark = StatedMark::read("LOU").unwrap();
/// let form = mark.older_form().unwrap();
/// assert_eq!(form.to_string(), "State Department sensitivities without a level (LOU until 1 October 1995, then SBU)");
/// assert!(StatedMark::read("S//NF").unwrap().older_form().is_none());
/// ```
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct OlderForm {
    /// What it is.
    pub name: &'static str,
    /// When it was written.
    pub era: &'static str,
    /// Where that stands.
    pub citation: Citation,
}

impl fmt::Display for OlderForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.era)
    }
}

const fn form(name: &'static str, era: &'static str, citation: Citation) -> OlderForm {
    OlderForm {
        name,
        era,
        citation,
    }
}

const TABLE_8: Citation = Citation::new("CAPCO 2016", "I Table 8");

pub(super) static IRREGULAR: OlderForm = form(
    "letters, spaces and dashes other than the register writes them",
    "any time",
    Citation::policy("a form with one reading is read"),
);
pub(super) static SPELLED: OlderForm = form(
    "level spelled out in a portion mark",
    "any time",
    Citation::policy("a form with one reading is read"),
);
pub(super) static SINGLE_SEPARATOR: OlderForm = form(
    "controls after a single slash, a hyphen, a comma or a space",
    "before the register; in telegrams until today",
    Citation::policy("a form with one reading is read"),
);
pub(super) static TITLE: OlderForm = form(
    "titles that the register has since shortened, and release lists without `TO`",
    "any time",
    Citation::new("CAPCO 2016", "H.8 pp136, 139, 151"),
);
pub(super) static SENSITIVITY: OlderForm = form(
    "State Department sensitivities without a level",
    "LOU until 1 October 1995, then SBU",
    Citation::new("STATE 018029", "2 Feb 2000"),
);
pub(super) static LIMDIS_TELEGRAM: OlderForm = form(
    "the State Department's limited distribution of telegrams",
    "telegrams of the 1970s and 1980s",
    Citation::policy(
        "a caption without a rule at hand is read by those on the originator's list alone",
    ),
);
pub(super) static DECLASSIFICATION_VALUE: OlderForm = form(
    "declassification value as a last category",
    "until February 2008",
    TABLE_8,
);
pub(super) static COMMAS: OlderForm = form(
    "commas between dissemination controls",
    "until July 2005",
    TABLE_8,
);
pub(super) static AND_IN_LIST: OlderForm = form(
    "`and` before the last country of a release list",
    "until July 2005",
    TABLE_8,
);
pub(super) static SAR_LAST: OlderForm = form(
    "special access programs after the dissemination controls",
    "until October 2003",
    TABLE_8,
);
pub(super) static SAR_REPEATED: OlderForm =
    form("SAR- before every program", "until December 2011", TABLE_8);
pub(super) static AEA_IN_DISSEM: OlderForm = form(
    "Atomic Energy Act controls among the dissemination controls",
    "until December 2010",
    TABLE_8,
);
pub(super) static ATOMAL_LEVEL: OlderForm = form(
    "ATOMAL, BALK and BOHEMIA as levels of NATO",
    "until December 2010",
    TABLE_8,
);
pub(super) static FOREIGN_HEAD: OlderForm = form(
    "levels of NATO and of the United Kingdom without the slashes before them",
    "any time",
    Citation::new("CAPCO 2016", "H.7 p122"),
);
pub(super) static JOINED_ATOMIC: OlderForm = form(
    "SRD, CRD, SFRD and the like: a level and Restricted Data without slashes",
    "nuclear documents of any time",
    Citation::new("CAPCO 2016", "H.6 pp104, 111"),
);
pub(super) static SCI_NAMES: OlderForm = form(
    "retired names of SCI control systems: COMINT, ECI, EL, KLONDIKE",
    "before 2016",
    Citation::new("CAPCO 2016", "H.4 pp74-97"),
);
