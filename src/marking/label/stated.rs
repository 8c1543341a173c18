//! What a mark found in a document says.

use std::sync::LazyLock;

use super::lattice::Label;
use crate::marking::mark::{
    Extent, Marking, MarkingError, OlderForm, Place, Term, may_begin, read_valid,
};

/// A mark found in a document: its marking, its label, and whether it speaks for the entire text.
///
/// ```
/// use tearline::marking::StatedMark;
///
/// let mark = StatedMark::read("C-Entire text").unwrap();
/// assert!(mark.is_entire_text());
/// assert_eq!(mark.label().to_string(), "C");
/// assert_eq!(StatedMark::read("SBU/NF").unwrap().label().to_string(), "SBU/NF");
/// assert!(StatedMark::read("S//SBU").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StatedMark {
    marking: Marking,
    /// What the marking asks of a reader, worked out once: every portion of a document joins it several times.
    label: Label,
    extent: Extent,
    form: Option<&'static OlderForm>,
    term: Term,
}

impl StatedMark {
    /// Reads the text between the parentheses of a mark, or of a statement that stands without them.
    ///
    /// # Errors
    ///
    /// Where the text cannot be understood completely, or breaks a rule of the register: the portion is then
    /// [unresolved](Label::unresolved).
    pub fn read(inside: &str) -> Result<Self, MarkingError> {
        match Self::common(inside) {
            Some(known) => Ok(known.clone()),
            None => Self::read_in_full(inside),
        }
    }

    /// What nearly every mark says, where `inside` is such a one.
    pub(crate) fn common(inside: &str) -> Option<&'static Self> {
        COMMON
            .iter()
            .find(|(text, _)| *text == inside)
            .map(|(_, known)| known)
    }

    /// The same where nobody asks what is wrong with a text that cannot be read.
    pub(crate) fn of(inside: &str) -> Option<Self> {
        match Self::common(inside) {
            Some(known) => Some(known.clone()),
            None => may_begin(inside)
                .then(|| Self::read_in_full(inside).ok())
                .flatten(),
        }
    }

    fn read_in_full(inside: &str) -> Result<Self, MarkingError> {
        let read = read_valid(inside, Place::Portion)?;
        Ok(Self {
            label: Label::from(&read.mark),
            marking: read.mark,
            extent: read.extent,
            form: read.form,
            term: read.term,
        })
    }

    /// What it says, in canonical form.
    #[must_use]
    pub const fn marking(&self) -> &Marking {
        &self.marking
    }

    /// What it asks of a reader.
    #[must_use]
    pub fn label(&self) -> Label {
        self.label.clone()
    }

    /// The older or irregular form it is written in; `None` where it is that of the register.
    #[must_use]
    pub const fn older_form(&self) -> Option<&'static OlderForm> {
        self.form
    }

    /// Whether it names a date or an exemption of its own: `C//20300314`, `C//25X1`. Of several instructions the longest
    /// governs (32 CFR 2001.22(e)(2)), so that the date of the document does not open what it marks.
    ///
    /// ```
    /// use tearline::marking::StatedMark;
    ///
    /// assert!(StatedMark::read("C//25X1").unwrap().has_own_term());
    /// assert!(!StatedMark::read("C//NF").unwrap().has_own_term());
    /// ```
    #[must_use]
    pub const fn has_own_term(&self) -> bool {
        matches!(self.term, Term::Own)
    }

    /// The same, saying something else.
    pub(super) fn with_marking(&self, marking: Marking) -> Self {
        Self {
            label: Label::from(&marking),
            marking,
            ..self.clone()
        }
    }

    /// Whether it speaks for the entire text: `C-Entire text`, `SECRET - ENTIRE TEXT.`
    #[must_use]
    pub const fn is_entire_text(&self) -> bool {
        matches!(self.extent, Extent::EntireText)
    }
}

/// What nearly every mark of a telegram or a memorandum says, read once.
static COMMON: LazyLock<Vec<(&str, StatedMark)>> = LazyLock::new(|| {
    [
        "U",
        "C",
        "S",
        "TS",
        "SBU",
        "LOU",
        "S//NF",
        "C//NF",
        "S/NF",
        "C/NF",
        "U//FOUO",
        "TS//NF",
        "TS//SI//NF",
    ]
    .into_iter()
    .filter_map(|text| Some((text, StatedMark::read_in_full(text).ok()?)))
    .collect()
});
