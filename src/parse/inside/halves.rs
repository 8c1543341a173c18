//! Half of a mark in a place where no mark stands: glued to the end of the sentence before it, or in mid-sentence where it can
//! be nothing else (reading rule 1).

use super::super::chars::from;
use super::super::{run, token};
use super::found::Inside;
use super::place::near;
use crate::Span;
use crate::marking::{Label, Likeness, StatedMark};

/// `country.S)The relay`, `… at the quay SBU) and the relay`: marks that have lost their opening brackets. They speak for their
/// own block alone.
pub(super) fn halves(text: &str) -> impl Iterator<Item = Inside> {
    memchr::memchr_iter(b')', text.as_bytes()).filter_map(move |close| {
        let of_mark = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '/';
        let inside = near(text, close).rsplit(|c| !of_mark(c)).next()?;
        if inside.is_empty() {
            return None;
        }
        let start = close - inside.len();
        let before = near(text, start);
        let certain = before.ends_with([' ', '\n']) && Likeness::of(inside).is_certain();
        if !certain && !is_glued(before, from(text, close + 1)) {
            return None;
        }
        let above = StatedMark::of(inside).map_or(certain, |stated| {
            !Label::unclassified().dominates(&stated.label())
        });
        (above && !counts(text, start, inside) && !token::stands_open(text, start)).then(|| {
            Inside {
                span: Span::new(start, close + 1),
                label: Label::unresolved(),
                doubtful: true,
            }
        })
    })
}

/// `country.S)The`, `country.S) The`: between the end of a sentence, without a blank, and the beginning of one.
fn is_glued(before: &str, behind: &str) -> bool {
    let word = before.strip_suffix(['.', ';', ':', '!', '?']);
    let ends = word.is_some_and(|word| {
        let mut letters = word.chars().rev();
        (0..2).all(|_| letters.next().is_some_and(char::is_lowercase))
    });
    let behind = behind.strip_prefix(' ').unwrap_or(behind);
    ends && behind.starts_with(char::is_uppercase)
}

/// `A) boats. B) tugs.C) None`: an item of a run.
fn counts(text: &str, start: usize, inside: &str) -> bool {
    let mut letters = inside.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => run::goes_on_half(text.get(..start).unwrap_or_default(), letter),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_a_mark_is_told_from_the_end_of_a_remark() {
        for (text, expected) in [
            ("in the country.S)The relay", Some("S)")),
            ("in the country.S) The relay", Some("S)")),
            ("in the country;TS) The relay", Some("TS)")),
            ("in the country.SBU)The relay", Some("SBU)")),
            ("at the quay SBU) and the relay", Some("SBU)")),
            ("at the quay S//NF) and the relay", Some("S//NF)")),
            ("at the quay\nNOFORN) and the relay", Some("NOFORN)")),
            ("at the quay S) and the relay", None),
            ("in the country.S)the relay", None),
            ("in the country.U) The relay", None),
            ("in the U.S) The relay", None),
            ("in the country.(S) The relay", None),
            ("(in the country.S) The relay", None),
            ("(the paper is SBU) and the relay", None),
            ("at the quay UNCLASSIFIED) and the relay", None),
            ("A) boats. B) tugs.C) The relay", None),
            ("at the quay ABC) and the relay", None),
        ] {
            let found = halves(text)
                .next()
                .and_then(|found| text.get(found.span.range()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
