//! What the register forbids: floors and ceilings, exclusions, required companions.
//!
//! These rules judge stated marks, never computed labels.

use super::controls::Controls;
use super::error::{ErrorKind, MarkingError, Place};
use super::marking::Marking;
use super::register::Control;
use crate::{Citation, Rule, Severity, Span};

/// Refuses a mark that breaks a rule.
pub(super) fn check(mark: &Marking, place: Place, span: Span) -> Result<(), MarkingError> {
    let level = mark.level();
    for control in mark.controls.iter() {
        let row = control.row();
        let broken = if row.floor.is_some_and(|floor| level < floor) {
            Some(&FLOOR)
        } else if row.ceiling.is_some_and(|ceiling| level > ceiling) {
            Some(&CEILING)
        } else {
            None
        };
        if let Some(rule) = broken {
            return Err(MarkingError::new(
                ErrorKind::Invalid(rule),
                place,
                span,
                row.portion,
            ));
        }
    }
    for exclusive in EXCLUSIVE {
        let mut found = mark
            .controls
            .iter()
            .filter(|control| exclusive.has(*control));
        if let (Some(_), Some(second)) = (found.next(), found.next()) {
            return Err(MarkingError::new(
                ErrorKind::Invalid(&EXCLUSION),
                place,
                span,
                second.row().portion,
            ));
        }
    }
    Ok(())
}

/// Sets of which a mark holds one at most (ODNI ISM rules 33, 38, 148, 169).
const EXCLUSIVE: [Controls; 6] = [
    Controls::any_of([Control::Nf, Control::Rel, Control::Eyes]),
    Controls::any_of([Control::Nf, Control::Relido]),
    Controls::any_of([Control::Nf, Control::DisplayOnly]),
    Controls::any_of([Control::Xd, Control::Nd, Control::Sbu, Control::SbuNf]),
    Controls::any_of([Control::Les, Control::LesNf]),
    Controls::any_of([Control::Oc, Control::OcUsgov]),
];

/// Two controls stand together that exclude each other.
static EXCLUSION: Rule = Rule {
    code: "controls-exclude-each-other",
    severity: Severity::Error,
    message: "a control stands beside one that excludes it",
    citation: Citation::new("CAPCO 2016", "H"),
};

/// A control stands with a level below its floor.
pub(super) static FLOOR: Rule = Rule {
    code: "control-below-floor",
    severity: Severity::Error,
    message: "a control stands with a level below the lowest that it allows",
    citation: Citation::new("CAPCO 2016", "H"),
};

/// A control stands with a level above its ceiling.
pub(super) static CEILING: Rule = Rule {
    code: "control-above-ceiling",
    severity: Severity::Error,
    message: "a control for unclassified information stands with a classification level",
    citation: Citation::new("CAPCO 2016", "H"),
};
