//! What a person has still to decide before a package goes out.

use std::fmt;

use jiff::civil::Date;

use super::case::Case;
use super::place::Withheld;
use super::rules;
use crate::Rule;
use crate::declass::{Order, Reasons, Section};
use crate::release::{
    Authority, EXEMPTION_UNDECIDED, Exemption, Grounds, NO_REASON, Origin, Release, SEVERAL_REASONS,
};

/// A thing that a person has still to decide before a package goes out: a rule, and the place.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
/// use tearline::render::{Case, Package};
///
/// let cable = tearline::parse("UNCLAS STATE 1\n\nSENSITIVE\n\n1. (U) One.\n\n2. (SBU) Two.\n");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let day = date(2010, 1, 1);
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), day, style);
/// let case = Case::new("F-2010-00017", "C00000001", day).with_reviewer("I. Birk");
/// let package = Package::new(&release, &case);
/// let question = &package.questions()[0];
/// assert_eq!((question.rule().code, question.place()), ("exemption-undecided", Some("paragraph 2")));
/// assert_eq!(release.portions()[question.portion().unwrap()].number().unwrap().to_string(), "2");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    rule: &'static Rule,
    place: Option<String>,
    portion: Option<usize>,
    detail: Option<String>,
}

impl Question {
    /// A question of a place, as a person calls it; without one, of the whole document.
    #[must_use]
    pub fn new(rule: &'static Rule, place: Option<&str>) -> Self {
        Self {
            rule,
            place: place.map(ToOwned::to_owned),
            portion: None,
            detail: None,
        }
    }

    /// The same with more to say: another place that it is about. Never text of a document.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// The rule that asks.
    #[must_use]
    pub const fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// The place; none where the whole document is meant.
    #[must_use]
    pub fn place(&self) -> Option<&str> {
        self.place.as_deref()
    }

    /// The portion of the release that it asks about, by its index; none where the whole document is meant, and where it was
    /// added by a caller.
    #[must_use]
    pub const fn portion(&self) -> Option<usize> {
        self.portion
    }

    /// More about it, where there is more.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// What is wrong, without the place and what to do.
    pub(super) fn in_short(&self) -> String {
        let message = self.rule.message;
        self.with_words(message.split(';').next().unwrap_or(message))
    }

    fn with_words(&self, words: &str) -> String {
        match &self.detail {
            Some(detail) => format!("{words}: {detail}"),
            None => words.to_owned(),
        }
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.with_words(self.rule.message))
    }
}

/// What is open in a release by itself: of the document first, then of each place.
pub(super) fn questions(
    release: &Release<'_>,
    case: &Case,
    withheld: &[Withheld<'_>],
) -> Vec<Question> {
    let mut questions = Vec::new();
    if case.reviewer().is_none() {
        questions.push(Question::new(&rules::NO_REVIEWER, None));
    }
    let written = release.origin().and_then(Origin::written);
    let days = Days {
        written,
        released: case.on(),
        requested: case.requested().unwrap_or(case.on()),
    };
    for it in withheld {
        let open = open(it, days);
        questions.extend(open.into_iter().map(|rule| Question {
            portion: Some(it.portion),
            ..Question::new(rule, Some(&it.place))
        }));
    }
    questions
}

/// The days on which exemptions hang.
#[derive(Clone, Copy)]
struct Days {
    written: Option<Date>,
    released: Date,
    requested: Date,
}

/// What is open of one place.
fn open(it: &Withheld<'_>, days: Days) -> Vec<&'static Rule> {
    let none = Grounds::new();
    let grounds = it.grounds.unwrap_or(&none);
    let mut open = Vec::new();
    match it.authority.filter(|authority| authority.is_decided()) {
        None => open.push(&EXEMPTION_UNDECIDED),
        Some(authority) => {
            open.extend(of_categories(authority, grounds, days));
            open.extend(of_exemptions(authority, grounds, days));
        }
    }
    for (said, rule) in [
        (grounds.description(), &rules::NO_DESCRIPTION),
        (grounds.harm(), &rules::NO_HARM),
        (grounds.segregability(), &rules::NO_SEGREGABILITY),
    ] {
        // Of words the rest of their portion is released: what can be parted is.
        let parted = it.is_words && rule.code == rules::NO_SEGREGABILITY.code;
        open.extend((said.is_none() && !parted).then_some(rule));
    }
    open
}

/// What is open of (b)(1).
fn of_categories(
    authority: Authority,
    grounds: &Grounds,
    days: Days,
) -> impl Iterator<Item = &'static Rule> {
    let reasons = authority.reasons().filter(|reasons| !reasons.is_empty());
    let several = reasons.is_some_and(|it| it.iter().count() > 1);
    [
        (reasons.is_none(), &NO_REASON),
        (several && grounds.why_several().is_none(), &SEVERAL_REASONS),
        (
            reasons.is_some_and(|it| is_of_another_order(authority, it, days)),
            &rules::OTHER_ORDER,
        ),
    ]
    .into_iter()
    .filter_map(move |(asks, rule)| (asks && authority.is_classified()).then_some(rule))
}

/// What is open of the exemptions that persons chose.
fn of_exemptions(
    authority: Authority,
    grounds: &Grounds,
    days: Days,
) -> impl Iterator<Item = &'static Rule> {
    let has = |exemption| authority.chosen().any(|chosen| chosen == exemption);
    [
        (!authority.fits_mark(), &rules::EXEMPTION_AMISS),
        (
            has(Exemption::B3) && grounds.statute().is_none(),
            &rules::NO_STATUTE,
        ),
        (
            has(Exemption::B5) && is_old(days) && !names_attorney(grounds),
            &rules::OLD_DELIBERATION,
        ),
    ]
    .into_iter()
    .filter_map(|(asks, rule)| asks.then_some(rule))
}

/// Whether the section that counts the categories was that of no order in force: on the day of the document, or, where a
/// person names the category today, on the day of the release. Where the day of the document is not known, what the document
/// says of itself stands.
fn is_of_another_order(authority: Authority, reasons: Reasons, days: Days) -> bool {
    let counts = |day: Date| section(day) == Some(reasons.section());
    match authority.is_named() {
        true => !counts(days.released) && !days.written.is_some_and(counts),
        false => !days.written.is_none_or(counts),
    }
}

/// The section that counts the categories under the order in force on a day (E.O. 12958 section 1.5, section 1.4 as amended
/// by E.O. 13292, E.O. 13526 section 1.4). Older orders count them otherwise.
fn section(day: Date) -> Option<Section> {
    match Order::in_force(day)?.number() {
        12958 => Some(Section::OnePointFive),
        13292 | 13526 => Some(Section::OnePointFour),
        _ => None,
    }
}

/// Whether a record was made 25 years or more before it was requested, or may have been.
fn is_old(days: Days) -> bool {
    const YEARS: i16 = 25;
    days.written.is_none_or(|made| {
        let (year, rest) = (made.year() + YEARS, (made.month(), made.day()));
        let on = days.requested;
        (year, rest) <= (on.year(), (on.month(), on.day()))
    })
}

/// Whether the privilege that is claimed is one of attorneys, to which the 25 years do not apply.
fn names_attorney(grounds: &Grounds) -> bool {
    let privilege = grounds.statute().unwrap_or_default();
    privilege.to_ascii_lowercase().contains("attorney")
}
