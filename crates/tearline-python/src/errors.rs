//! Errors of the library as exceptions of the package: a sentence, and a code that keeps its meaning.

use std::fmt::Display;

use pyo3::PyErr;
use pyo3::import_exception;
use tearline::audit::Refused;
use tearline::document::KnownError;
use tearline::marking::{AliasError, MarkingError, ReaderError};
use tearline::policy::{DecisionCause, DecisionError};

/// The classes, as Python has them. Each takes a sentence and a code.
pub(crate) mod classes {
    use super::import_exception;

    import_exception!(tearline._errors, ChoiceError);
    import_exception!(tearline._errors, ColumnError);
    import_exception!(tearline._errors, DayError);
    import_exception!(tearline._errors, DecisionError);
    import_exception!(tearline._errors, FormatError);
    import_exception!(tearline._errors, KnownError);
    import_exception!(tearline._errors, LeakError);
    import_exception!(tearline._errors, MarkingError);
    import_exception!(tearline._errors, ReaderError);
    import_exception!(tearline._errors, ReviewError);
    import_exception!(tearline._errors, StateError);
    import_exception!(tearline._errors, TextError);
}

pub(crate) fn marking(error: &MarkingError) -> PyErr {
    let code = error.rule().map_or("no-mark", |rule| rule.code);
    classes::MarkingError::new_err((error.to_string(), code))
}

pub(crate) fn reader(error: &ReaderError) -> PyErr {
    classes::ReaderError::new_err((error.to_string(), "no-reader"))
}

pub(crate) fn no_reader() -> PyErr {
    let message =
        "no reader; a reader is U, SBU, C, S, TS, all, or keys such as clearance=S citizen=USA";
    classes::ReaderError::new_err((message, "no-reader"))
}

pub(crate) fn alias(error: &AliasError) -> PyErr {
    classes::MarkingError::new_err((error.to_string(), "no-alias"))
}

pub(crate) fn known(name: &str, error: KnownError) -> PyErr {
    let code = match error {
        KnownError::Name => "unknown-fact",
        KnownError::Day => "no-day",
        KnownError::Kind => "no-kind",
        KnownError::NoAuthority => "no-authority",
        _ => "no-fact",
    };
    let message = if error == KnownError::Name {
        error.to_string()
    } else {
        format!("known fact `{name}`: {error}")
    };
    classes::KnownError::new_err((message, code))
}

pub(crate) fn decision(error: &DecisionError) -> PyErr {
    let code = match error.cause() {
        DecisionCause::NoPortion => "no-portion",
        DecisionCause::Ambiguous(_) => "ambiguous",
        DecisionCause::Unsigned => "unsigned",
        DecisionCause::NoAuthority => "no-authority",
        DecisionCause::Unreadable => "unreadable",
        DecisionCause::NotUnreadable => "not-unreadable",
        DecisionCause::Classified => "classified",
        DecisionCause::NotClassified => "not-classified",
        DecisionCause::Barred => "barred",
        DecisionCause::Excised => "excised",
        DecisionCause::NothingWithheld => "nothing-withheld",
        DecisionCause::NotFound => "not-found",
        DecisionCause::FoundTwice(_) => "found-twice",
        DecisionCause::NoWords => "no-words",
        DecisionCause::OnlyWithheld => "only-withheld",
        DecisionCause::NotConfirmed => "not-confirmed",
        _ => "refused",
    };
    classes::DecisionError::new_err((error.to_string(), code))
}

pub(crate) fn unread_decision(message: impl Display) -> PyErr {
    classes::DecisionError::new_err((message.to_string(), "no-decision"))
}

pub(crate) fn review(message: impl Display, code: &'static str) -> PyErr {
    classes::ReviewError::new_err((message.to_string(), code))
}

pub(crate) fn refused(error: &Refused) -> PyErr {
    match error {
        Refused::Leak(_) => classes::LeakError::new_err((error.to_string(), "withheld-text")),
        Refused::Format(_) | _ => unwritten(error),
    }
}

pub(crate) fn unwritten(error: impl Display) -> PyErr {
    classes::FormatError::new_err((error.to_string(), "not-written"))
}

pub(crate) fn choice(message: String) -> PyErr {
    classes::ChoiceError::new_err((message, "no-choice"))
}

pub(crate) fn day() -> PyErr {
    let message = "no day; give a `datetime.date`, or a text as 2010-01-01";
    classes::DayError::new_err((message, "no-day"))
}

pub(crate) fn text(message: &'static str) -> PyErr {
    classes::TextError::new_err((message, "no-text"))
}

pub(crate) fn column(message: String) -> PyErr {
    classes::ColumnError::new_err((message, "no-column"))
}

/// Of what was kept and cannot be read again. It says no more: what was kept may be text of a document.
pub(crate) fn state() -> PyErr {
    let message =
        "what was kept is damaged, or another version kept it; make it again from the document";
    classes::StateError::new_err((message, "damaged"))
}
