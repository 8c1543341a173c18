//! What the caller knows of a document beside its text. It is taken in behind every pass: it changes nothing in how the text
//! is read.

use super::authority;
use super::build::Builder;
use super::chars::trim;
use super::findings;
use super::given::{self, GivenLevel};
use super::terms::Terms;
use crate::declass::Schedule;
use crate::document::{Known, LevelLine};
use crate::marking::{Caption, Label, Level};
use crate::{Rule, Span};

/// What is known stands nowhere in the text.
const NOWHERE: Span = Span::new(0, 0);

/// What findings about a known fact say beside their rule.
const BESIDE: &str = "this is known beside the text, and does not stand in it";

/// What is wrong with a document, each at its place.
type Notes = Vec<(&'static Rule, Span, Option<String>)>;

/// Takes in what is known.
pub(super) fn take(builder: &mut Builder<'_>, known: &Known) {
    levels(builder, known);
    for text in &known.captions {
        let given = given::caption(text);
        // What is not understood of it may restrict.
        let other = !given.alone && !given.captions.contains(&Caption::Other);
        builder.header.captions.extend(given.captions);
        builder
            .header
            .captions
            .extend(other.then_some(Caption::Other));
        builder.header.sensitive |= given.sensitive;
        if given.unknown || other {
            note(builder, &findings::UNKNOWN_CAPTION);
        }
    }
    if builder.instructions.is_empty() && !known.instructions.is_empty() {
        // Where there is an instruction, every other line that may be one makes it longer.
        builder.instructions = authority::further(builder);
    }
    builder.terms = Terms {
        instructions: known.instructions.iter().map(instruction).collect(),
        origins: known.origins.clone(),
    };
    origins(builder);
    builder.header.listed.extend(known.listed.iter().cloned());
    if let Some(declassified) = &known.declassified {
        let origin = builder.header.origin.into_iter();
        let latest = origin.chain(known.origins.iter().copied()).max();
        if latest.is_some_and(|origin| declassified.on() <= origin) {
            note(builder, &findings::DECLASSIFIED_BEFORE_ORIGIN);
        } else {
            builder.header.declassified = Some(declassified.clone());
        }
    }
}

fn note(builder: &mut Builder<'_>, rule: &'static Rule) {
    builder.notes.push((rule, NOWHERE, Some(BESIDE.to_owned())));
}

/// A known level joins with what the document states, and stands in for a level line that is missing.
fn levels(builder: &mut Builder<'_>, known: &Known) {
    let lines: Vec<Label> = known
        .levels
        .iter()
        .map(|text| level(builder, trim(text)))
        .collect();
    let Some(label) = lines.iter().cloned().reduce(|all, label| all.join(&label)) else {
        return;
    };
    let stated = builder.header.levels.iter().map(|line| line.label.level());
    match stated.max() {
        Some(stated) if label.is_resolved() && label.level() != stated => {
            let detail = differ(label.level(), stated);
            let rule = &findings::KNOWN_LEVEL_DIFFERS;
            builder.notes.push((rule, NOWHERE, Some(detail)));
        }
        Some(_) => {}
        // A line that stood behind the beginning stated nothing while the level was unknown, which is the highest.
        None => {
            let stray = std::mem::take(&mut builder.stray);
            builder.header.levels.extend(stray);
        }
    }
    if let Some(entire) = &mut builder.header.entire_text {
        entire.join_assign(&label);
    }
    let lines = lines.into_iter();
    builder.header.levels.extend(lines.map(|label| LevelLine {
        span: NOWHERE,
        label,
    }));
}

fn differ(known: Level, stated: Level) -> String {
    format!("{} is known, {} is stated", known.banner(), stated.banner())
}

/// The label of a known level; unresolved where not all of it is understood.
fn level(builder: &mut Builder<'_>, text: &str) -> Label {
    let header = &mut builder.header;
    let label = match given::level(text) {
        GivenLevel::Line(words) if given::reference(text, &words).is_none_or(|(_, is)| is) => {
            header.captions.extend(words.captions);
            header.sensitive |= words.sensitive;
            Some(words.label)
        }
        GivenLevel::Stated(found) => {
            let unknown = found.is_unknown();
            header.captions.extend(found.captions);
            header.sensitive |= found.sensitive;
            if unknown {
                header.captions.push(Caption::Other);
                note(builder, &findings::UNKNOWN_CAPTION);
            }
            Some(found.label)
        }
        GivenLevel::Mark(label) => Some(label),
        GivenLevel::Line(_) | GivenLevel::Unread => None,
    };
    match label {
        Some(label) if label.is_resolved() => label,
        Some(_) | None => {
            note(builder, &findings::UNREAD_LEVEL);
            Label::unresolved()
        }
    }
}

/// A day alone is the day on which to declassify: a column says so by its name.
fn instruction(text: &String) -> String {
    let of_day = |c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ' ');
    if text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(of_day) {
        format!("DECL: {text}")
    } else {
        text.clone()
    }
}

/// A known day of origin stands in for one that is missing; where days differ, all of them count.
fn origins(builder: &mut Builder<'_>) {
    let first = builder.terms.origins.first().copied();
    builder.set_origin(first);
    let origin = builder.header.origin;
    if builder
        .terms
        .origins
        .iter()
        .any(|known| Some(*known) != origin)
    {
        note(builder, &findings::KNOWN_ORIGIN_DIFFERS);
    }
}

/// What the instructions of a document and the known ones say, reckoned from every day of origin: of several the one by
/// which a level opens last.
pub(super) fn schedule(builder: &Builder<'_>) -> (Schedule, Notes) {
    let text = |span: &Span| builder.source.get(span.range()).unwrap_or_default();
    let stated: Vec<(&str, Span)> = builder
        .instructions
        .iter()
        .map(|span| (text(span), *span))
        .collect();
    if builder.terms.is_empty() {
        let (schedule, notes) = Schedule::read(stated, builder.header.origin);
        let notes = notes.into_iter();
        return (
            schedule,
            notes.map(|note| (note.rule(), note.span(), None)).collect(),
        );
    }
    let known = builder.terms.instructions.iter();
    let known = known.map(|line| (line.as_str(), NOWHERE));
    let all: Vec<(&str, Span)> = stated.iter().copied().chain(known).collect();
    let (mut schedule, mut notes) = Schedule::read(all.iter().copied(), builder.header.origin);
    for origin in &builder.terms.origins {
        if Some(*origin) != builder.header.origin {
            let (other, more) = Schedule::read(all.iter().copied(), Some(*origin));
            schedule = schedule.join(&other);
            notes.extend(more);
        }
    }
    if all.len() > stated.len() && !stated.is_empty() {
        // Whatever a further instruction does to the others, it opens nothing sooner.
        let (alone, _) = Schedule::read(stated, builder.header.origin);
        schedule = schedule.join(&alone);
    }
    notes.sort_by_key(|note| (note.span(), note.rule().code));
    notes.dedup();
    let notes = notes.into_iter().map(|note| {
        let known = note.span() == NOWHERE;
        (note.rule(), note.span(), known.then(|| BESIDE.to_owned()))
    });
    (schedule, notes.collect())
}
