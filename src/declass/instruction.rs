//! One declassification instruction, as read.

use super::date::Written;
use super::order::Order;

/// One instruction of a declassification line, as read.
///
/// It holds no text of the document: of an event only that there is one.
///
/// ```
/// use tearline::Span;
/// use tearline::declass::{Form, Schedule};
///
/// let line = "E.O. 12958: DECL: AFTER THE HARBOUR TALKS";
/// let (schedule, _) = Schedule::read([(line, Span::new(0, line.len()))], None);
/// let forms: Vec<Form> = schedule.instructions().map(|read| read.form()).collect();
/// assert_eq!(forms, [Form::Event]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction {
    form: Form,
    order: Option<&'static Order>,
    source: Option<Written>,
}

/// The forms an instruction can have (32 CFR 2001.12, 2001.21(a)(4), 2001.26; CAPCO 2016 E.1, E.6).
///
/// ```
/// use tearline::Span;
/// use tearline::declass::{Exemption, Form, Indefinite, Schedule};
///
/// let form = |line: &str| {
///     let (schedule, _) = Schedule::read([(line, Span::new(0, line.len()))], None);
///     schedule.instructions().next().unwrap().form()
/// };
/// assert_eq!(form("E.O. 12356: DECL: OADR"), Form::Indefinite(Indefinite::AgencyDetermination));
/// assert_eq!(form("Declassify On: 25X6"), Form::Exempt(Exemption::At25, None));
/// assert_eq!(form("EO 12065: NA"), Form::NotApplicable);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// `N/A`: the writer saw nothing to declassify.
    NotApplicable,
    /// `N/A to RD/FRD portions. See source list for NSI portions.`, the same for TFNI and NATO.
    NotApplicableToPortions,
    /// `DECL: 09/29/2018`: declassify on that day.
    Date(Written),
    /// `DECLASSIFIED BY NARA 09/02/2009`: it has been done.
    DeclassifiedBy(Written),
    /// `GDS`, with a date under E.O. 12065 and without one under E.O. 11652.
    GeneralSchedule(Option<Written>),
    /// `XGDS-1`, `XDS-1 10/6/99`, `RDS-1 10/6/99`, `Review on 10/6/99`: to be reviewed, on a date where one is given.
    Review(Option<Written>),
    /// A marking without end.
    Indefinite(Indefinite),
    /// `DCI Only` or `25X1` with E.O. 12951: imagery whose duration the Director of National Intelligence sets.
    Imagery,
    /// `25X4, 20501001`, `50X6, 20601231`, `75X1, 20901231`: exempted at 25, 50 or 75 years, until a date where one is
    /// given.
    Exempt(Exemption, Option<Written>),
    /// `50X1-HUM`, `50X2-WMD`, and `25X1-human`, which the first of them replaced.
    HumanSourceOrWeapon,
    /// An event, or whatever else is said in words that this reader does not know.
    Event,
    /// Something that cannot be read.
    Unreadable,
    /// A label with nothing behind it.
    Incomplete,
    /// No declassification line at all.
    Missing,
}

/// The markings without end: classified for 25 years, then subject to review (32 CFR 2001.12(c)(2)).
///
/// ```
/// use tearline::Span;
/// use tearline::declass::{Form, Indefinite, Schedule};
///
/// let (schedule, _) = Schedule::read([("DECL: X1", Span::new(0, 8))], None);
/// let read = schedule.instructions().next().unwrap();
/// assert_eq!(read.form(), Form::Indefinite(Indefinite::ExemptionCode));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Indefinite {
    /// `OADR`: originating agency's determination required.
    AgencyDetermination,
    /// `MR`: manual review.
    ManualReview,
    /// `X1` to `X8`, also written `1.6X1`.
    ExemptionCode,
    /// `DCI Only`, `DNI Only`.
    DirectorOnly,
    /// `Subject to treaty or international agreement`, which was never valid (32 CFR 2001.26(a)(6)).
    Treaty,
    /// `Indefinite`.
    Unlimited,
}

/// From what an instruction exempts (32 CFR 2001.26).
///
/// ```
/// use tearline::Span;
/// use tearline::declass::{Exemption, Form, Schedule};
///
/// let (schedule, _) = Schedule::read([("Declassify On: 50X1", Span::new(0, 19))], None);
/// let read = schedule.instructions().next().unwrap();
/// assert_eq!(read.form(), Form::Exempt(Exemption::At50, None));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Exemption {
    /// From automatic declassification at 25 years (32 CFR 2001.26(a)).
    At25,
    /// At 50 years (32 CFR 2001.26(b)).
    At50,
    /// At 75 years (32 CFR 2001.26(c)).
    At75,
}

impl Instruction {
    pub(super) const fn new(form: Form, order: Option<&'static Order>) -> Self {
        Self {
            form,
            order,
            source: None,
        }
    }

    /// The same, with the date of the source that carried the marking.
    pub(super) const fn with_source(mut self, date: Written) -> Self {
        self.source = Some(date);
        self
    }

    /// Its form.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.form
    }

    /// The order named before it on its line, where the table of orders has it.
    #[must_use]
    pub const fn order(&self) -> Option<&'static Order> {
        self.order
    }

    /// The date in `Source marked OADR, date of source …`.
    #[must_use]
    pub const fn source(&self) -> Option<Written> {
        self.source
    }
}
