//! Values of the package's data classes.

use pyo3::prelude::*;
use pyo3::types::{PyDate, PyTuple};
use tearline::audit::{Entry, RecordedVerdict, Why};
use tearline::document::Bases;
use tearline::policy::{Assessment, Change, Day, Effect, Opening, Portion, Settled};
use tearline::release::{Content, Released};
use tearline::{Citation, Finding};

use crate::convert::to_py;

type Made<'py> = PyResult<Bound<'py, PyAny>>;

fn class<'py>(py: Python<'py>, name: &str) -> Made<'py> {
    py.import("tearline._values")?.getattr(name)
}

/// A tuple of values.
pub(crate) fn all<'py, T>(
    py: Python<'py>,
    items: impl IntoIterator<Item = T>,
    make: impl Fn(Python<'py>, T) -> Made<'py>,
) -> PyResult<Bound<'py, PyTuple>> {
    let made: PyResult<Vec<_>> = items.into_iter().map(|item| make(py, item)).collect();
    PyTuple::new(py, made?)
}

pub(crate) fn finding<'py>(py: Python<'py>, finding: &Finding) -> Made<'py> {
    let rule = finding.rule();
    class(py, "Finding")?.call1((
        rule.code,
        rule.severity.to_string(),
        finding.line(),
        (finding.span().start(), finding.span().end()),
        rule.message,
        finding.detail(),
        rule.citation.to_string(),
        finding.to_string(),
    ))
}

pub(crate) fn portion<'py>(
    py: Python<'py>,
    assessment: &Assessment<'_>,
    index: usize,
    portion: &Portion,
) -> Made<'py> {
    let span = assessment.span(portion);
    let position = assessment.document().line_of(span);
    let rules = all(py, assessment.reading_rules(portion), |py, rule| {
        let (number, citation) = (rule.number(), rule.citation());
        class(py, "ReadingRule")?.call1((number, rule.name(), rule.statement(), said(citation)))
    })?;
    class(py, "Portion")?.call1((
        index,
        portion.name(),
        portion.target().to_string(),
        portion.kind().as_str(),
        portion.number().map(|number| number.to_string()),
        portion.field().map(tearline::document::Field::name),
        portion.rating().label().to_string(),
        portion.provenance().to_string(),
        rules,
        (position.line(), position.column()),
        (span.start(), span.end()),
    ))
}

pub(crate) fn verdict<'py>(py: Python<'py>, portion: &Portion, entry: &Entry) -> Made<'py> {
    let (marking, bases, reasons) = match entry.verdict() {
        RecordedVerdict::Release { marking, .. } => {
            (Some(marking.to_string()), Vec::new(), &[][..])
        }
        RecordedVerdict::Withhold { basis, reasons } => (None, names(*basis), &reasons[..]),
    };
    let declassified = entry.declassified().map(|why| self::why(py, why));
    class(py, "Verdict")?.call1((
        entry.index(),
        portion.name(),
        marking,
        PyTuple::new(py, bases)?,
        all(py, reasons, why)?,
        why(py, entry.rated_by())?,
        declassified.transpose()?,
    ))
}

fn why<'py>(py: Python<'py>, why: &Why) -> Made<'py> {
    class(py, "Why")?.call1((why.reason(), why.citation()))
}

fn said(citation: Citation) -> String {
    citation.to_string()
}

fn names(bases: Bases) -> Vec<&'static str> {
    bases.iter().map(tearline::marking::Basis::as_str).collect()
}

pub(crate) fn day<'py>(py: Python<'py>, assessment: &Assessment<'_>, day: &Day) -> Made<'py> {
    let changes = all(py, day.changes(), |py, change| {
        let portion = assessment.portions().get(change.portion());
        self::change(py, portion.map(Portion::name).unwrap_or_default(), *change)
    })?;
    class(py, "Day")?.call1((to_py(py, day.on())?, changes))
}

fn change(py: Python<'_>, name: String, change: Change) -> Made<'_> {
    let (effect, level) = match change.effect() {
        Effect::Opens => ("opens", None),
        Effect::Lowers(level) => ("lowers", Some(level.to_string())),
    };
    let basis = change.basis();
    let why = class(py, "Why")?.call1((basis.statement(), said(basis.citation())))?;
    class(py, "Change")?.call1((change.portion(), name, effect, level, basis.code(), why))
}

pub(crate) fn opening(py: Python<'_>, opening: Opening) -> Made<'_> {
    let (when, on) = match opening {
        Opening::Always => ("always", None),
        Opening::On(on) => ("on", Some(on)),
        Opening::Review(on) => ("review", Some(on)),
        Opening::Never => ("never", None),
    };
    class(py, "Opening")?.call1((when, on.map(|on| to_py(py, on)).transpose()?))
}

pub(crate) fn settled<'py>(py: Python<'py>, settled: &Settled) -> Made<'py> {
    let decision = settled.decision();
    let on: Bound<'_, PyDate> = to_py(py, decision.on())?;
    class(py, "Decided")?.call1((
        settled.portion(),
        decision.target().to_string(),
        decision.action().to_string(),
        decision.by(),
        on,
        decision.authority(),
        settled.is_in_force(),
        decision.note(),
    ))
}

pub(crate) fn released<'py>(py: Python<'py>, portion: &Released<'_>) -> Made<'py> {
    let (marking, bases) = match portion.content() {
        Content::Text { label, .. } => (Some(label.to_string()), Vec::new()),
        Content::Withheld(bases) => (None, names(*bases)),
    };
    let disclosed = portion.disclosed();
    let authority = disclosed.authority();
    class(py, "ReleasedPortion")?.call1((
        portion.kind().as_str(),
        portion.number().map(|number| number.to_string()),
        portion.field_name(),
        marking,
        PyTuple::new(py, bases)?,
        PyTuple::new(
            py,
            authority
                .map(tearline::release::Authority::codes)
                .unwrap_or_default(),
        )?,
        disclosed.mark().map(ToString::to_string),
        disclosed.amount().map(|amount| amount.to_string()),
        disclosed.opening().map(|it| opening(py, it)).transpose()?,
        portion.text(),
    ))
}
