//! Older and irregular forms, turned into the form of the register.
//!
//! Only where there is one reading. Each rewriting names the era it belongs to.

use super::error::{MarkingError, Place};
use super::grammar;
use super::marking::Marking;
use crate::Span;

/// Reads `text` in whatever form; the span is that of the mark inside the text.
pub(super) fn read(text: &str, place: Place) -> Result<(Marking, Span), MarkingError> {
    let (inside, offset) = strip(text);
    let span = Span::new(offset, offset + inside.len());
    match grammar::parse(inside, place) {
        Ok(mark) => Ok((mark, span)),
        Err(error) => {
            let error = error.shifted(offset);
            let Some(modern) = modernized(inside, place) else {
                return Err(error);
            };
            match grammar::parse(&modern, place) {
                Ok(mark) => Ok((mark, span)),
                Err(_) => Err(error),
            }
        }
    }
}

/// Without white space and one pair of parentheses.
fn strip(text: &str) -> (&str, usize) {
    let trimmed = text.trim();
    let bare = trimmed
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .map_or(trimmed, str::trim);
    (
        bare,
        (bare.as_ptr() as usize).saturating_sub(text.as_ptr() as usize),
    )
}

/// The form of the register; `None` where the text is it already or is too long to be a mark.
fn modernized(text: &str, place: Place) -> Option<String> {
    const LONGEST: usize = 1_000;
    if text.len() > LONGEST || !text.is_ascii() {
        return None;
    }
    let upper = text.to_ascii_uppercase();
    let words: Vec<&str> = upper.split_whitespace().collect();
    let mut plain = words.join(" ").replace(" /", "/").replace("/ ", "/");
    if place == Place::Portion {
        if let Some(whole) = whole_form(&plain) {
            return Some(whole.to_owned());
        }
        for (spelled, short) in LEVELS {
            if let Some(rest) = plain.strip_prefix(spelled)
                && (rest.is_empty() || rest.starts_with(['/', '-', ' ']))
            {
                plain = format!("{short}{rest}");
                break;
            }
        }
        plain = single_slash(&plain);
    }
    plain = plain.replace(",OC", "/OC").replace("NFD", "NF");
    (plain != text).then_some(plain)
}

const LEVELS: [(&str, &str); 5] = [
    ("UNCLASSIFIED", "U"),
    ("UNCLAS", "U"),
    ("CONFIDENTIAL", "C"),
    ("SECRET", "S"),
    ("TOP SECRET", "TS"),
];

/// Marks that are older than the register, whole.
fn whole_form(text: &str) -> Option<&'static str> {
    Some(match text {
        "SBU" | "EFTO" | "SENSITIVE BUT UNCLASSIFIED" | "SENSITIVE" => "U//SBU",
        "SBU/N" | "SBU/NF" | "SBU-NF" | "SBU/NOFORN" | "SBU//NF" | "SBU//NOFORN" | "SBU NOFORN" => {
            "U//SBU-NF"
        }
        "LOU" | "L" | "LIMITED OFFICIAL USE" => "U//LOU",
        "FOUO" | "OUO" | "OFFICIAL USE ONLY" | "FOR OFFICIAL USE ONLY" => "U//FOUO",
        _ => return None,
    })
}

/// `S/NF`, `S-NF` → `S//NF`: the first separator after the level.
fn single_slash(text: &str) -> String {
    for level in ["TS", "S", "C", "U"] {
        let Some(rest) = text.strip_prefix(level) else {
            continue;
        };
        if let Some(rest) = rest.strip_prefix(['/', '-'])
            && !rest.starts_with('/')
        {
            return format!("{level}//{rest}");
        }
    }
    text.to_owned()
}
