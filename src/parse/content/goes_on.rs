//! Where a field ends: with its line, unless the next one plainly goes on with it.

use super::super::chars::{is_silent, trim};
use super::super::header;
use super::reference::is_reference;
use super::tags::is_tags;
use crate::document::Field;

/// Whether `line` plainly goes on with a field that so far holds `before`: it is indented, or something has to follow what
/// stands there, or it is more of the same kind.
pub(in crate::parse) fn goes_on(field: Field, before: &str, line: &str) -> bool {
    let awaited = || {
        trim(before).ends_with([',', ';', '/', '-', '&', '(', ':', '–', '—'])
            || opens(before)
            || ends_in_link(before)
    };
    // `SUBJECT; THE RELAY`: the next field, with its sign read as another.
    if is_headed(line) {
        return false;
    }
    match field {
        Field::From | Field::To | Field::Info => {
            header::is_addressee(line) && !header::is_transmission(line)
        }
        Field::Tags => {
            awaited()
                || is_indented(line)
                || (is_tags(line) && (line.contains("](") || !line.chars().any(char::is_lowercase)))
        }
        Field::Ref => {
            awaited()
                || is_indented(line)
                || next_letter(before, line)
                || (is_reference(line) && !is_label(line) && !is_numbered(line))
        }
        Field::Order | Field::Instruction => awaited() || is_indented(line),
        Field::Classifier => true,
        Field::DateTimeGroup
        | Field::Reference
        | Field::Caption
        | Field::Passing
        | Field::Transmission
        | Field::Unknown => false,
    }
}

/// Whether a line begins with the word of a subject.
fn is_headed(line: &str) -> bool {
    let shown = trim(line);
    let first = shown.split(|c: char| !c.is_alphanumeric());
    let first = || first.clone().next().unwrap_or_default();
    shown.starts_with("SUB") && matches!(first(), "SUBJECT" | "SUBJ" | "SUBIECT" | "SUBJEOT")
}

fn is_indented(line: &str) -> bool {
    line.starts_with([' ', '\t'])
}

/// Whether a line begins as a paragraph does and holds no other number: `1986. The relay`.
fn is_numbered(line: &str) -> bool {
    let shown = trim(line);
    let behind = shown.trim_start_matches(|c: char| c.is_ascii_digit());
    behind.len() < shown.len()
        && behind.starts_with('.')
        && !behind.bytes().any(|b| b.is_ascii_digit())
}

/// Whether a parenthesis is open at the end.
fn opens(text: &str) -> bool {
    let count = |sign| text.chars().rev().take(200).filter(|c| *c == sign).count();
    count('(') > count(')')
}

/// Whether the last word asks for another: `AND`, `TO`.
fn ends_in_link(text: &str) -> bool {
    let last = text.rsplit(is_silent).find(|word| !word.is_empty());
    last.is_some_and(|word| {
        ["AND", "OR", "TO", "OF", "FROM"]
            .iter()
            .any(|link| word.eq_ignore_ascii_case(link))
    })
}

/// Whether a line begins with the item of a list behind the last one in `before`: `B) …` behind `A) …`.
pub(in crate::parse) fn next_letter(before: &str, line: &str) -> bool {
    let Some(letter) = item(line) else {
        return false;
    };
    let last = before
        .split(|c: char| is_silent(c) || matches!(c, ',' | ';' | ':'))
        .filter_map(item)
        .next_back();
    last.is_some_and(|last| letter == last + 1)
}

/// The letter of an item at the start: `A)`, `(A)`, `A.`, `[A]`.
fn item(text: &str) -> Option<u8> {
    let shown = trim(text).as_bytes();
    let (letter, closed) = match shown {
        [b'(' | b'[', letter, b')' | b']', ..] => (*letter, true),
        [letter, b')' | b'.', rest @ ..] => {
            (*letter, rest.first().is_none_or(u8::is_ascii_whitespace))
        }
        _ => return None,
    };
    (closed && letter.is_ascii_alphabetic()).then_some(letter.to_ascii_uppercase())
}

/// Whether a line begins with a label, damaged or not: up to three words in capitals and a colon.
pub(super) fn is_label(line: &str) -> bool {
    let shown = trim(line);
    let Some((label, _)) = shown.split_once(':') else {
        return false;
    };
    let letters = label.chars().filter(|c| c.is_alphabetic()).count();
    label.len() <= 24
        && letters >= 3
        && label.split_whitespace().count() <= 3
        && label.chars().all(|c| {
            c.is_uppercase() || c.is_ascii_digit() || c.is_ascii_punctuation() || c == ' '
        })
        // A scanner reads a letter as a digit; a number by itself is no word of a label.
        && label.split_whitespace().all(|word| {
            !word.bytes().any(|b| b.is_ascii_digit())
                || word.chars().filter(|c| c.is_alphabetic()).count() >= 3
        })
        && !label.contains(['(', ')', ';', ','])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_goes_on_where_the_next_line_plainly_does() {
        for (field, before, line, expected) in [
            (Field::Tags, "PREL,", "PGOV", true),
            (Field::Tags, "PREL", "PGOV, KV", true),
            (Field::Tags, "PREL,", "SUBJECT; QUILL RELAY", false),
            (Field::Tags, "PREL", "The lease of ZZ ends.", false),
            (Field::Ref, "A) VESTA 9", "B) VESTA 8", true),
            (Field::Ref, "A) VESTA 9", "     B) VESTA 8", true),
            (Field::Ref, "VESTA 9", "The lease of ZZ ends.", false),
            (Field::Ref, "VESTA 9", "SUB.JECT: THE LEASE", false),
            (Field::Ref, "VESTA 9", "1986. ZZ", false),
            (
                Field::Instruction,
                "Declassify On: 20360314",
                "The relay closes.",
                false,
            ),
            (
                Field::Order,
                "12065: GDS 3/7/85 (ALDER,",
                "ROBERT M.) OR-P",
                true,
            ),
            (Field::To, "SECSTATE WASHDC", "DIA WASHDC", true),
            (Field::To, "SECSTATE WASHDC", "He met Lorne.", false),
            (
                Field::DateTimeGroup,
                "March 14, 1986",
                "Meeting with Lorne",
                false,
            ),
        ] {
            assert_eq!(
                goes_on(field, before, line),
                expected,
                "{field:?} {before} {line}"
            );
        }
    }
}
