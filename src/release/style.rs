//! What a release discloses about what it withholds: a choice with a name, stated in the release itself.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::Exemptions;

/// What a release discloses about what it withholds.
///
/// By default a withheld portion leaves its place and a coarse reason. Whatever goes beyond that is asked for by name,
/// and every format of the release says so; noninterference then holds up to what was asked for. A release in one style
/// does not hold what another would have shown.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Style};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two,\nand\nmore.\n\n3. (U) Three.\n");
/// let policy = Policy::default();
/// let assessment = policy.assess(&cable);
/// let (reader, day) = (Reader::public(), date(2010, 1, 1));
///
/// let amounts = assessment.release_in(&reader, day, Style::Places(Detail::default().with_amount()));
/// assert!(amounts.to_text().contains("2. [1 paragraph (3 lines) not declassified]"));
///
/// let tear_line = assessment.release_in(&reader, day, Style::TearLine).to_text();
/// assert!(tear_line.contains("2. (U) Three."));
/// assert!(!tear_line.contains("withheld"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Style {
    /// Each withheld portion leaves its place, its reasons, and the details that are named.
    Places(Detail),
    /// Nothing at all is told of withheld portions, not even how many there are. Released ones are numbered anew, and
    /// the release always counts as one in part, because whether anything is missing is not told either.
    TearLine,
}

/// What stands in the place of a withheld portion beside the reasons, by default nothing; and what is said of what was
/// classified and is no more.
///
/// ```
/// use tearline::release::{Detail, Style};
///
/// let detail = Detail::default().with_mark().with_amount();
/// assert!(detail.shows_mark() && detail.shows_amount() && !detail.shows_calendar());
/// assert_eq!(Style::Places(detail).names(), ["amount", "mark"]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Detail {
    mark: bool,
    amount: bool,
    calendar: bool,
    exemptions: Option<Exemptions>,
    declassification: Declassification,
}

/// What is said of what was classified and is no more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
enum Declassification {
    /// What 32 CFR 2001.25 asks for, of what is released.
    #[default]
    Released,
    /// Also how the classification of the document ends.
    Instruction,
    /// Nothing.
    Nothing,
}

impl Style {
    /// What the release says of its style, in a sentence.
    #[must_use]
    pub fn statement(self) -> String {
        match self {
            Self::Places(detail) => detail.statement(),
            Self::TearLine => {
                "What is released stands above the tear line and is numbered anew; nothing is told of the rest."
                    .to_owned()
            }
        }
    }

    /// The names of what it discloses beside place and reason, as JSON has them: `exemption`, `amount`, `mark`,
    /// `calendar`, `instruction`, `tear-line`; none for the default.
    #[must_use]
    pub fn names(self) -> Vec<&'static str> {
        match self {
            Self::Places(detail) => detail.names(),
            Self::TearLine => vec!["tear-line"],
        }
    }

    /// What it shows in the place of a withheld portion; `None` where there is no such place.
    pub(super) const fn detail(self) -> Option<Detail> {
        match self {
            Self::Places(detail) => Some(detail),
            Self::TearLine => None,
        }
    }
}

impl Default for Style {
    fn default() -> Self {
        Self::Places(Detail::default())
    }
}

impl Detail {
    /// Also the mark that the portion states.
    #[must_use]
    pub const fn with_mark(mut self) -> Self {
        self.mark = true;
        self
    }

    /// Also how much there is of it, in paragraphs and lines, as the printed series *Foreign Relations* says it.
    #[must_use]
    pub const fn with_amount(mut self) -> Self {
        self.amount = true;
        self
    }

    /// Also the day from which each portion is open to the reader, or is due for review.
    #[must_use]
    pub const fn with_calendar(mut self) -> Self {
        self.calendar = true;
        self
    }

    /// The exemption and the section of the order instead of the coarse reason (32 CFR 2001.33(h)); also what the
    /// document is and how it is classified, as an index of withholdings needs it.
    ///
    /// The section comes from the document's Reason line, even where that line itself is withheld.
    #[must_use]
    pub const fn with_exemptions(mut self, exemptions: Exemptions) -> Self {
        self.exemptions = Some(exemptions);
        self
    }

    /// Also how the classification of the document ends: the day on which it is declassified or reviewed, and the rule. By
    /// itself a release says only that what is in it was declassified, because this tells of what is withheld.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline::release::{Detail, Style};
    ///
    /// let cable = tearline::parse(
    ///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n",
    /// );
    /// let style = Style::Places(Detail::default().with_instruction());
    /// let text = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style).to_text();
    /// assert!(text.contains(
    ///     "(U) Declassification of the document: on 2016-03-14: declassified on the date set for it (32 CFR 2001.12(b), (c)(1))"
    /// ));
    /// ```
    #[must_use]
    pub const fn with_instruction(mut self) -> Self {
        self.declassification = Declassification::Instruction;
        self
    }

    /// Nothing of what was classified and is no more but the mark that it has now. 32 CFR 2001.25 asks for more on whatever
    /// goes out as a declassified record.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline::release::{Detail, Style};
    ///
    /// let cable = tearline::parse(
    ///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n",
    /// );
    /// let text = |detail| {
    ///     let assessment = Policy::default().assess(&cable);
    ///     assessment.release_in(&Reader::public(), date(2016, 3, 14), Style::Places(detail)).to_text()
    /// };
    /// assert!(text(Detail::default()).contains("paragraph 2, was C"));
    /// assert!(!text(Detail::default().without_declassification()).contains("was C"));
    /// ```
    #[must_use]
    pub const fn without_declassification(mut self) -> Self {
        self.declassification = Declassification::Nothing;
        self
    }

    /// Whether it says of what is released that it was declassified.
    #[must_use]
    pub const fn shows_declassification(self) -> bool {
        !matches!(self.declassification, Declassification::Nothing)
    }

    /// Whether it shows how the classification of the document ends.
    #[must_use]
    pub const fn shows_instruction(self) -> bool {
        matches!(self.declassification, Declassification::Instruction)
    }

    /// Whether it shows marks.
    #[must_use]
    pub const fn shows_mark(self) -> bool {
        self.mark
    }

    /// Whether it shows amounts.
    #[must_use]
    pub const fn shows_amount(self) -> bool {
        self.amount
    }

    /// Whether it shows days.
    #[must_use]
    pub const fn shows_calendar(self) -> bool {
        self.calendar
    }

    /// The exemptions it shows.
    #[must_use]
    pub const fn exemptions(self) -> Option<Exemptions> {
        self.exemptions
    }

    fn statement(self) -> String {
        let mut parts = vec![if self.exemptions.is_some() {
            "the exemption with its section"
        } else {
            "the reason"
        }];
        parts.extend(self.amount.then_some("the amount"));
        parts.extend(self.mark.then_some("the mark"));
        let calendar = if self.calendar {
            " The days on which portions open are shown."
        } else {
            ""
        };
        let declassification = match self.declassification {
            Declassification::Released => "",
            Declassification::Instruction => {
                " How the classification of the document ends is shown."
            }
            Declassification::Nothing => " What was declassified is not said.",
        };
        let (last, before) = match parts.split_last() {
            Some((last, [])) => ((*last).to_owned(), "stands "),
            Some((last, before)) => (format!("{} and {last}", before.join(", ")), "stand "),
            None => (String::new(), ""),
        };
        format!(
            "In the place of each portion that is withheld {before}{last}.{calendar}{declassification}"
        )
    }

    fn names(self) -> Vec<&'static str> {
        [
            self.exemptions.is_some().then_some("exemption"),
            self.amount.then_some("amount"),
            self.mark.then_some("mark"),
            self.calendar.then_some("calendar"),
            self.shows_instruction().then_some("instruction"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
