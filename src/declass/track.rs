//! What one instruction does to one level as the days pass.

use jiff::civil::Date;

use super::basis::{self, Basis};
use super::calendar::{after_full_years, year_end, years_after};
use super::date::{Doubt, Written};
use super::instruction::{Exemption, Form, Indefinite, Instruction};
use super::note;
use super::order::{General, LAST_DAY_OF_X_CODES, Order, Step};
use super::outcome::Outcome;
use crate::Rule;
use crate::marking::Level;

/// The days on which a portion falls to Secret, to Confidential and to unclassified; none where it never does.
///
/// Each fall comes no later than the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Track {
    pub(super) secret: Option<Date>,
    pub(super) confidential: Option<Date>,
    pub(super) unclassified: Option<Date>,
    pub(super) outcome: Outcome,
    rank: u8,
}

/// What one instruction means for the document.
#[derive(Clone, Copy, Debug)]
pub(super) enum Effect {
    /// The same for every level.
    Ends(Outcome),
    /// A level at a time, counted in full calendar years after that of origin.
    Steps { first: i16, steps: &'static [Step] },
}

impl Track {
    /// The track of a portion stated at `level` under one instruction.
    pub(super) fn new(effect: Effect, form: Form, level: Level) -> Self {
        let rank = rank(form);
        match effect {
            Effect::Ends(outcome) => {
                let on = match outcome {
                    Outcome::Declassified { on, .. } => Some(on),
                    Outcome::DueForReview { .. } | Outcome::Held { .. } => None,
                };
                Self {
                    secret: on,
                    confidential: on,
                    unclassified: on,
                    outcome,
                    rank,
                }
            }
            Effect::Steps { first, steps } => {
                let fall = |to: Level| {
                    let years = steps
                        .iter()
                        .filter(|step| step.from == level && step.to <= to);
                    after_full_years(first, years.map(|step| step.years).min()?)
                };
                let unclassified = fall(Level::Unclassified);
                Self {
                    secret: fall(Level::Secret),
                    confidential: fall(Level::Confidential),
                    unclassified,
                    outcome: unclassified.map_or(held(&basis::ORIGIN_UNKNOWN), |on| {
                        Outcome::Declassified {
                            on,
                            basis: &basis::GENERAL,
                        }
                    }),
                    rank,
                }
            }
        }
    }

    /// The longer of both (32 CFR 2001.22(e)(2)).
    pub(super) fn join(self, other: Self) -> Self {
        let longer = if self.length() < other.length() {
            other
        } else {
            self
        };
        let later = |one: Option<Date>, two: Option<Date>| Some(one?.max(two?));
        Self {
            secret: later(self.secret, other.secret),
            confidential: later(self.confidential, other.confidential),
            unclassified: later(self.unclassified, other.unclassified),
            ..longer
        }
    }

    /// How long it lasts: a review counts as longer than any date, no end as longer than any review. Where two last
    /// equally long, the hierarchy of 32 CFR 2001.22(e)(4) and CAPCO 2016 E.3 decides which is named.
    fn length(&self) -> (u8, Option<Date>, u8) {
        match self.outcome {
            Outcome::Declassified { on, .. } => (0, Some(on), self.rank),
            Outcome::DueForReview { on, .. } => (1, Some(on), self.rank),
            Outcome::Held { .. } => (2, None, self.rank),
        }
    }
}

/// The place in the hierarchy of declassification values, the highest first in CAPCO 2016 E.3 p32-33.
const fn rank(form: Form) -> u8 {
    match form {
        Form::NotApplicableToPortions => 12,
        Form::HumanSourceOrWeapon => 11,
        Form::Exempt(Exemption::At75, _) => 10,
        Form::Exempt(Exemption::At50, _) => 9,
        Form::Imagery => 8,
        Form::Exempt(Exemption::At25, Some(_)) => 7,
        Form::Exempt(Exemption::At25, None) => 6,
        Form::Date(_) | Form::DeclassifiedBy(_) => 5,
        Form::GeneralSchedule(_) | Form::Review(_) => 4,
        Form::Event => 3,
        Form::Indefinite(_) => 2,
        Form::NotApplicable => 1,
        Form::Unreadable | Form::Incomplete | Form::Missing => 0,
    }
}

const fn held(basis: &'static Basis) -> Outcome {
    Outcome::Held { basis }
}

fn review(on: Option<Date>, basis: &'static Basis) -> Outcome {
    match on {
        Some(on) => Outcome::DueForReview { on, basis },
        None => held(&basis::ORIGIN_UNKNOWN),
    }
}

const fn declassified(on: Date, basis: &'static Basis) -> Outcome {
    Outcome::Declassified { on, basis }
}

/// What `instruction` means for a document of `origin`. Whatever is wrong with it goes to `note`.
pub(super) fn effect(
    instruction: &Instruction,
    origin: Option<Date>,
    note: &mut impl FnMut(&'static Rule),
) -> Effect {
    if let (Form::GeneralSchedule(None), Some(origin)) = (instruction.form(), origin) {
        return general_steps(instruction.order(), origin, note);
    }
    Effect::Ends(match origin {
        Some(origin) => dated(instruction, origin, note),
        None => undated(instruction, note),
    })
}

/// The outcome for a document whose date of origin is known.
fn dated(instruction: &Instruction, origin: Date, note: &mut impl FnMut(&'static Rule)) -> Outcome {
    let in_25 = year_end(origin, 25);
    let source = instruction.source().and_then(Written::of_document);
    let base = source.unwrap_or(origin);
    match instruction.form() {
        Form::NotApplicable => held(&basis::NOT_APPLICABLE),
        Form::NotApplicableToPortions => held(&basis::ATOMIC_OR_NATO),
        Form::Imagery => held(&basis::IMAGERY),
        Form::Date(written) => on_day(written, origin, 25, note, |day, note| {
            if years_after(origin, 25).is_some_and(|last| day <= last) {
                return declassified(day, &basis::DATE);
            }
            note(&note::BEYOND_25);
            review(in_25, &basis::BEYOND_25)
        }),
        Form::DeclassifiedBy(written) => on_day(written, origin, 99, note, |day, _| {
            declassified(day, &basis::DECLASSIFIED)
        }),
        Form::GeneralSchedule(written) => general_date(written, instruction.order(), origin, note),
        Form::Review(Some(written)) => on_day(written, origin, 99, note, |day, _| {
            review(Some(day), &basis::REVIEW_DATE)
        }),
        Form::Review(None) => review(in_25, &basis::EXEMPT_FROM_SCHEDULE),
        Form::Indefinite(kind) => {
            if kind == Indefinite::ExemptionCode && origin > LAST_DAY_OF_X_CODES {
                note(&note::RETIRED_CODE);
            }
            review(year_end(base, 25), &basis::INDEFINITE)
        }
        Form::Exempt(Exemption::At25, Some(written)) => {
            let last = years_after(origin, 50);
            on_day(written, origin, 50, note, |day, note| {
                if last.is_some_and(|last| day <= last) {
                    return declassified(day, &basis::EXEMPT_25_DATE);
                }
                note(&note::BEYOND_EXEMPTION);
                review(last, &basis::BEYOND_50)
            })
        }
        Form::Exempt(Exemption::At25, None) => {
            review(years_after(base, 50), &basis::EXEMPT_25_UNDATED)
        }
        Form::Exempt(Exemption::At50, Some(written)) => {
            let last = year_end(origin, 75);
            on_day(written, origin, 75, note, |day, note| {
                if last.is_some_and(|last| day <= last) {
                    return declassified(day, &basis::EXEMPT_50_DATE);
                }
                note(&note::BEYOND_EXEMPTION);
                review(last, &basis::BEYOND_75)
            })
        }
        Form::Exempt(Exemption::At50, None) => {
            review(year_end(base, 75), &basis::EXEMPT_50_UNDATED)
        }
        Form::Exempt(Exemption::At75, Some(written)) => {
            on_day(written, origin, 99, note, |day, _| {
                declassified(day, &basis::EXEMPT_75_DATE)
            })
        }
        Form::Exempt(Exemption::At75, None) => held(&basis::EXEMPT_75_UNDATED),
        Form::HumanSourceOrWeapon => review(year_end(base, 75), &basis::HUMAN_OR_WEAPON),
        Form::Event => {
            note(&note::EVENT);
            review(in_25, &basis::EVENT)
        }
        Form::Unreadable => {
            note(&note::UNREADABLE);
            review(in_25, &basis::UNREADABLE)
        }
        Form::Incomplete => {
            note(&note::INCOMPLETE);
            review(in_25, &basis::INCOMPLETE)
        }
        Form::Missing => review(in_25, &basis::MISSING),
    }
}

/// The outcome for a document whose date of origin is not known: only what needs no origin has one.
fn undated(instruction: &Instruction, note: &mut impl FnMut(&'static Rule)) -> Outcome {
    let source = instruction.source().and_then(Written::of_document);
    let outcome = match instruction.form() {
        Form::NotApplicable => Some(held(&basis::NOT_APPLICABLE)),
        Form::NotApplicableToPortions => Some(held(&basis::ATOMIC_OR_NATO)),
        Form::Imagery => Some(held(&basis::IMAGERY)),
        Form::DeclassifiedBy(written) => written
            .absolute()
            .filter(|day| match instruction.order() {
                Some(order) => order.since() <= *day,
                None => Order::in_force(*day).is_some(),
            })
            .map(|day| declassified(day, &basis::DECLASSIFIED)),
        Form::Indefinite(_) => {
            source.map(|source| review(year_end(source, 25), &basis::INDEFINITE))
        }
        Form::Exempt(Exemption::At25, None) => {
            source.map(|source| review(years_after(source, 50), &basis::EXEMPT_25_UNDATED))
        }
        Form::Unreadable => {
            note(&note::UNREADABLE);
            None
        }
        Form::Event => {
            note(&note::EVENT);
            None
        }
        Form::Incomplete => {
            note(&note::INCOMPLETE);
            None
        }
        Form::Missing => return held(&basis::ORIGIN_UNKNOWN),
        Form::Date(_)
        | Form::GeneralSchedule(_)
        | Form::Review(_)
        | Form::Exempt(_, _)
        | Form::HumanSourceOrWeapon => None,
    };
    outcome.unwrap_or_else(|| {
        note(&note::ORIGIN_UNKNOWN);
        held(&basis::ORIGIN_UNKNOWN)
    })
}

/// `GDS` without a date: the steps of an order that has them, while it was in force.
fn general_steps(
    order: Option<&'static Order>,
    origin: Date,
    note: &mut impl FnMut(&'static Rule),
) -> Effect {
    match order.or_else(|| Order::in_force(origin)) {
        Some(order) if order.governs(origin) => match order.general() {
            General::Steps(steps) => {
                return Effect::Steps {
                    first: origin.year(),
                    steps,
                };
            }
            General::Dated(_) | General::Unknown => {}
        },
        Some(_) | None => {}
    }
    note(&note::INCOMPLETE);
    Effect::Ends(review(year_end(origin, 25), &basis::INCOMPLETE))
}

/// `GDS` with a date, under an order that wants one.
fn general_date(
    written: Option<Written>,
    order: Option<&'static Order>,
    origin: Date,
    note: &mut impl FnMut(&'static Rule),
) -> Outcome {
    let general = order
        .or_else(|| Order::in_force(origin))
        .map(Order::general);
    let (Some(General::Dated(years)), Some(written)) = (general, written) else {
        note(&note::UNREADABLE);
        return review(year_end(origin, 25), &basis::UNREADABLE);
    };
    on_day(written, origin, 25, note, |day, note| {
        let within = |years| years_after(origin, years).is_some_and(|last| day <= last);
        if within(years) {
            return declassified(day, &basis::GENERAL_DATE);
        }
        if within(25) {
            note(&note::BEYOND_GENERAL);
            return review(Some(day), &basis::BEYOND_GENERAL);
        }
        note(&note::BEYOND_25);
        review(year_end(origin, 25), &basis::BEYOND_25)
    })
}

/// The outcome `then` gives for the day that `written` means; held where it means none.
fn on_day<N: FnMut(&'static Rule)>(
    written: Written,
    origin: Date,
    term: i16,
    note: &mut N,
    then: impl FnOnce(Date, &mut N) -> Outcome,
) -> Outcome {
    let (rule, basis) = match written.meant(origin, term) {
        Ok(meant) => {
            if meant.swapped {
                note(&note::SWAPPED);
            }
            return then(meant.day, note);
        }
        Err(Doubt::Impossible) => (&note::IMPOSSIBLE_DATE, &basis::IMPOSSIBLE_DATE),
        Err(Doubt::NotAfterOrigin) => (&note::NOT_AFTER_ORIGIN, &basis::NOT_AFTER_ORIGIN),
        Err(Doubt::NoCentury) => (&note::NO_CENTURY, &basis::NO_CENTURY),
    };
    note(rule);
    held(basis)
}
