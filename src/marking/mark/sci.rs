//! SCI control systems with their compartments and sub-compartments: `SI-G ABCD DEFG-MMM AACD`.

use std::ops::RangeInclusive;

use super::error::{ErrorKind, MarkingError};
use super::name::Path;
use super::parser::{Parser, TOO_MANY, is_word, next_item};
use crate::marking::register::{
    Category, Control, Controls, ROWS, Row, TYPE_INDICATOR, retired, suggest,
};

/// What the names under a published system look like. A register row of its own (SI-G, SI-EU, TK-BLFH) needs none.
struct Shape {
    system: &'static str,
    /// The compartment whose sub-compartments these are; none for the compartments themselves.
    compartment: Option<&'static str>,
    length: RangeInclusive<usize>,
    digits: Digits,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Digits {
    Allowed,
    No,
}

/// CAPCO 2016 G Table 4 and H.4: p76 (SI), p81 (GAMMA), p72 (RESERVE), p68 (PRODUCT), pp89, 93, 97 (TALENT KEYHOLE).
#[rustfmt::skip]
static SHAPES: [Shape; 7] = [
    Shape { system: "SI", compartment: None, length: 2..=3, digits: Digits::No },
    Shape { system: "SI", compartment: Some("G"), length: 4..=4, digits: Digits::No },
    Shape { system: "RSV", compartment: None, length: 3..=3, digits: Digits::Allowed },
    Shape { system: "HCS", compartment: Some("P"), length: 1..=6, digits: Digits::Allowed },
    Shape { system: "TK", compartment: Some("BLFH"), length: 1..=6, digits: Digits::Allowed },
    Shape { system: "TK", compartment: Some("IDIT"), length: 1..=6, digits: Digits::Allowed },
    Shape { system: "TK", compartment: Some("KAND"), length: 1..=6, digits: Digits::Allowed },
];

const ILL_SHAPED: ErrorKind =
    ErrorKind::Syntax("a compartment name is not as long as the register has it");

/// Whether `name` is as the register wants the names under that system, or under that compartment of it.
fn is_shaped(system: &str, compartment: Option<&str>, name: &str) -> bool {
    let shape = SHAPES
        .iter()
        .find(|shape| shape.system == system && shape.compartment == compartment);
    shape.is_none_or(|shape| {
        shape.length.contains(&name.len())
            && (shape.digits == Digits::Allowed || !name.bytes().any(|byte| byte.is_ascii_digit()))
    })
}

/// Reads one control system.
///
/// Other compartments are open-ended; a system that the register does not name is one only beside one that it does, because
/// there the category is certain.
pub(super) fn parse(parser: &mut Parser<'_>, text: &str) -> Result<Category, MarkingError> {
    if let Some(control) = whole(text) {
        parser.add(control, text)?;
        if let Some(system) = control.system() {
            parser.mark.controls.insert(system);
        }
        return Ok(Category::Sci);
    }
    let mut parts = text.split('-');
    let system = system_name(parts.next().unwrap_or_default());
    if !is_word(system) || retired(system).is_some() || is_slip(system) {
        let suggestion = suggest::control(text, Category::Sci);
        return Err(parser
            .error(ErrorKind::Control(Category::Sci), text)
            .suggesting(suggestion));
    }
    let mut found = Controls::NONE;
    let mut paths = Vec::new();
    match whole(system) {
        Some(control) => found.insert(control),
        None => paths.push(Path::new(system, "", "")),
    }
    for part in parts {
        let mut names = part.split(' ');
        let compartment = compartment_name(names.next().unwrap_or_default());
        if !is_word(compartment) || compartment == TYPE_INDICATOR {
            return Err(parser.error(ErrorKind::Control(Category::Sci), text));
        }
        // Only with sub-compartments does the manual write one twice: `HCS-P JJJ-P DDDD` (CAPCO 2016 J p194).
        let bare = names.clone().next().is_none();
        match compartment_of(system, compartment) {
            Some(control) if bare && found.has(control) => {
                return Err(parser.error(ErrorKind::Repeated, text));
            }
            Some(control) => found.insert(control),
            None if is_shaped(system, None, compartment) => {
                paths.push(Path::new(system, compartment, ""));
            }
            None => return Err(parser.error(ILL_SHAPED, text)),
        }
        for sub in names {
            if !is_word(sub) {
                return Err(parser.error(ErrorKind::Control(Category::Sci), text));
            }
            if !is_shaped(system, Some(compartment), sub) {
                return Err(parser.error(ILL_SHAPED, text));
            }
            paths.push(Path::new(system, compartment, sub));
        }
    }
    let again = parser
        .mark
        .controls
        .in_category(Category::Sci)
        .any(|control| control.row().portion == system)
        || parser
            .mark
            .lists()
            .sci
            .iter()
            .any(|path| path.system.0 == system);
    if again {
        return Err(parser.error(ErrorKind::Repeated, text));
    }
    parser.mark.controls = parser.mark.controls.union(found);
    if !paths.is_empty() {
        parser
            .lists()
            .sci
            .extend(paths)
            .map_err(|_| parser.error(TOO_MANY, text))?;
    }
    Ok(Category::Sci)
}

/// Whether one value of the segment is a control system of the register.
pub(super) fn names_a_system(segment: &str) -> bool {
    let mut rest = Some(segment);
    while let Some(value) = next_item(&mut rest) {
        let system = value
            .bytes()
            .position(|byte| byte == b'-')
            .and_then(|at| value.get(..at));
        if whole(system_name(system.unwrap_or(value))).is_some() {
            return true;
        }
    }
    false
}

/// The control that is written so, where it is one of SCI.
fn whole(text: &str) -> Option<Control> {
    Control::named_in(text, Category::Sci)
}

fn compartment_of(system: &str, compartment: &str) -> Option<Control> {
    let matches = |row: &&Row| row.portion.split_once('-') == Some((system, compartment));
    rows().find(matches).map(|row| row.control)
}

fn rows() -> impl Iterator<Item = &'static Row> {
    ROWS.iter().take_while(|row| row.category == Category::Sci)
}

/// The portion form of a control system, whose title may stand for it: `TK` for `TALENT KEYHOLE`.
fn system_name(text: &str) -> &str {
    whole(text).map_or(text, |control| control.row().portion)
}

/// The portion form of a compartment, whose title may stand for it: `G` for `GAMMA`.
fn compartment_name(text: &str) -> &str {
    rows()
        .find_map(|row| {
            let (_, title) = row.title.split_once('-')?;
            let (_, portion) = row.portion.split_once('-')?;
            (title == text).then_some(portion)
        })
        .unwrap_or(text)
}

/// A name that a control of another category bears, or nearly: no unpublished system, but a slip.
fn is_slip(system: &str) -> bool {
    whole(system).is_none() && suggest::is_near_control(system)
}
