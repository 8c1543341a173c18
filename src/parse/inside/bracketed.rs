//! Marks between brackets of any kind.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::super::chars::{byte, from};
use super::super::plain::{self, Plain};
use super::super::run::in_run;
use super::super::token::{self, Reach, Reading};
use super::found::{Habit, Inside, Places};
use super::place::{
    ends_line, fills_cell, follows_label, follows_number, in_place, is_cited, is_enumerated,
    is_glued,
};
use crate::Span;
use crate::marking::{Label, Likeness};

/// The mark of something unclassified that a text names.
static NAMED: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new(" (U)"));

/// The marks inside `text`.
pub(super) fn marks(text: &str, places: Places, habit: Habit) -> impl Iterator<Item = Inside> {
    // Where a text marks what it names one by one, `Alder (U), Birch (S)`, a letter is a mark wherever it stands.
    let named = NAMED.find(text.as_bytes()).is_some();
    candidates(text).filter_map(move |at| {
        let Found {
            span,
            inside,
            folded,
            half,
        } = Found::at(text, at)?;
        let inside = inside.as_ref();
        let likeness = Likeness::of(inside);
        if plain::is_of_text(inside, from(text, span.end())) {
            return None;
        }
        if places == Places::Text && asks_protection(inside) {
            return Some(Inside {
                span,
                label: Label::sbu(),
                doubtful: false,
            });
        }
        let reading = token::read(inside);
        let counts = if likeness.is_certain() || (places == Places::Text && is_no_word(inside)) {
            !is_cited(text, at, inside)
        } else {
            let readable = matches!(reading, Reading::Mark(_)) && likeness >= Likeness::Letter;
            places == Places::Text
                && likeness > Likeness::Short
                && ((named && readable && !is_glued(text, at) && !is_enumerated(text, span))
                    || in_place(text, span, inside)
                    || ((habit == Habit::Behind || readable || likeness == Likeness::Likely)
                        && ends_line(text, span, inside)))
                && (!in_run(text, at, inside)
                    || follows_number(text, at)
                    || follows_label(text, at)
                    || fills_cell(text, at))
        };
        let label = match reading {
            _ if folded => Label::unresolved(),
            Reading::Mark(stated) => stated.label(),
            // A letter that is no level counts something.
            Reading::Like(Likeness::Letter | Likeness::Short | Likeness::Text) => return None,
            Reading::Like(Likeness::Likely | Likeness::Certain) => Label::unresolved(),
        };
        let doubtful = half || (!likeness.is_certain() && !label.is_resolved());
        (counts && !Label::unclassified().dominates(&label)).then_some(Inside {
            span,
            label,
            doubtful,
        })
    })
}

/// What asks that a source be protected, behind its name: whoever reads it knows who said what follows.
const PROTECTIONS: [&str; 6] = [
    "PROTECT",
    "STRICTLY PROTECT",
    "PLEASE PROTECT",
    "PROTECT SOURCE",
    "PLEASE STRICTLY PROTECT",
    "PLEASE PROTECT SOURCE",
];

/// `Ode (strictly protect) said`: what is marked (U) contradicts itself there.
fn asks_protection(inside: &str) -> bool {
    PROTECTIONS
        .iter()
        .any(|words| inside.eq_ignore_ascii_case(words))
}

/// Marks that are no words of a text in small letters either.
const NO_WORDS: [&str; 8] = [
    "SBU", "FOUO", "NOFORN", "ORCON", "NODIS", "EXDIS", "STADIS", "LIMDIS",
];

/// The shortest mark of letters and digits that a scanner misread and that is nothing else: `S8U`.
const MISREAD: usize = 3;

/// `(sbu)`, `(s/nf)`, `($BU)`: what can be nothing but a mark, in small letters, or with a letter misread among capitals.
fn is_no_word(inside: &str) -> bool {
    let small = |inside: &str| {
        inside.bytes().all(|b| b.is_ascii_lowercase() || b == b'/')
            && (inside.contains('/')
                || NO_WORDS
                    .iter()
                    .any(|word| inside.eq_ignore_ascii_case(word)))
    };
    let misread = |inside: &str| {
        inside.len() >= MISREAD
            && inside.contains(|c: char| c.is_ascii_digit() || c == '$')
            && inside
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'$')
    };
    (small(inside) || misread(inside)) && Likeness::of(inside) == Likeness::Likely
}

/// A token in brackets of any kind.
struct Found<'t> {
    span: Span,
    inside: Cow<'t, str>,
    /// Whether it is written as no typist of a mark does, so that it cannot be read.
    folded: bool,
    /// Whether its closing bracket is lost.
    half: bool,
}

impl<'t> Found<'t> {
    fn at(text: &'t str, at: usize) -> Option<Self> {
        if byte(text, at) == b'('
            && let Some(token) = token::at(text, at)
        {
            let inside = token.inside(text);
            if inside.is_ascii() && !inside.contains(['\\', '&', '*']) {
                return Some(Self {
                    span: token.span,
                    inside: inside.into(),
                    folded: false,
                    half: false,
                });
            }
        }
        Self::looked_through(text, at)
            .or_else(|| Self::foreign(text, at))
            .or_else(|| Self::half(text, at))
    }

    /// `(TRÈS SECRET)`: letters of other languages, which no mark that can be read has.
    fn foreign(text: &'t str, at: usize) -> Option<Self> {
        let token = token::at(text, at).filter(|_| byte(text, at) == b'(')?;
        let inside = token.inside(text);
        (!inside.is_ascii() && Likeness::of(inside) >= Likeness::Likely).then(|| Self {
            span: token.span,
            inside: inside.into(),
            folded: true,
            half: false,
        })
    }

    /// A bracket that does not close. What can be nothing but a mark counts wherever it stands.
    fn half(text: &'t str, at: usize) -> Option<Self> {
        let span = token::half(text, at, Reach::Block).filter(|_| byte(text, at) == b'(')?;
        let word = text.get(span.start() + 1..span.end())?;
        (token::is_certain_half(word) || in_place(text, span, "//")).then_some(Self {
            span,
            inside: "//".into(),
            folded: true,
            half: true,
        })
    }

    /// Without emphasis, escapes, tags and entities.
    fn looked_through(text: &'t str, at: usize) -> Option<Self> {
        let plain = Plain::of_bracket(from(text, at))?;
        let shown = plain.text();
        let token = token::at(shown, 0)?;
        Some(Self {
            span: plain.span(token.span).shifted(at),
            inside: token.inside(shown).to_owned().into(),
            folded: plain.is_folded(token.span),
            half: false,
        })
    }
}

/// Where a token may open: at brackets of every kind, and at what stands for one.
fn candidates(text: &str) -> impl Iterator<Item = usize> {
    let round = memchr::memchr3_iter(b'(', b'[', b'{', text.as_bytes());
    let other = memchr::memchr2_iter(b'<', b'&', text.as_bytes());
    let wide = if text.is_ascii() { "" } else { text };
    let wide = wide
        .char_indices()
        .filter(|(_, c)| !c.is_ascii() && plain::opens(*c))
        .map(|(at, _)| at);
    round.chain(other).chain(wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_inside_a_block_are_told_from_its_text() {
        for (text, expected) in [
            ("The dam holds. (C) The road does not.", &["C"][..]),
            (
                "a study, “Bridges of the Coast (S//NF),” was sent",
                &["S//NF"],
            ),
            ("the pier (SBU) and the boom", &["SBU"]),
            ("Alder    (S) Relays of Mr. Ode", &["S"]),
            ("Alder | (S) Relays", &["S"]),
            ("Open.\nKey findings: (S) The relay.", &["S"]),
            ("Open;\n(S) The relay.", &["S"]),
            ("Comment (S): The relay.", &["S"]),
            ("The relay\n(S) is under the pier.", &["S"]),
            ("Refs: (A) Alder 12. (B) Alder 13. (C) Alder 14.", &[]),
            ("the office of the comptroller (C) wrote", &[]),
            ("he has the memorandum(s).", &[]),
            ("Diplomatic Security (DS) has it", &[]),
            ("as in para 10 (SBU) of the telegram", &[]),
            ("The fee (about half). It", &[]),
            ("He left. (Secret police followed him.) It", &[]),
            ("Durham (NC). The plant", &[]),
            ("Article 12(C). The plant", &[]),
            ("Options: (A) stay; (B) go; (C) wait", &[]),
            ("a study, “Bridges of the Coast (S),” was sent", &["S"]),
            (
                "courses for trainees (CTs).\nThe plant in Durham (NC).\nIt",
                &[],
            ),
            ("The relay is old (S)\nand dry", &["S"]),
            ("The relay is at the pier (S)", &["S"]),
            ("The relay is at the pier (S).", &["S"]),
            ("see annex (C)", &[]),
            ("see paragraph 4 (C)", &[]),
            ("we may (A) go, (B) stay, or (C)", &[]),
            ("Boats: Alder (U), Birch (S), Cedar (U).", &["S"]),
            ("First, (S) the relay", &["S"]),
            ("Mr. Ode (S) The relay", &["S"]),
            ("The firm Vesta Lines (S) Ltd sells it", &[]),
            ("Copyright (C) 2005 by Ode", &[]),
            ("Ode (strictly protect) said it", &["SBU"]),
            ("Ode (PLEASE PROTECT) said it", &["SBU"]),
            ("Ode (protect the boats) said it", &[]),
            ("at the pier (sbu) and the relay", &["SBU"]),
            ("at the pier (s/nf) and the relay", &["S//NF"]),
            ("at the pier ($BU) and the relay", &["unresolved"]),
            ("at the pier (S8U) and the relay", &["unresolved"]),
            ("as in para 10 (sbu) of the telegram", &[]),
            ("at the pier (secret) and the relay", &[]),
            ("at the pier (c/o Ode) and the relay", &[]),
            ("at the pier (C17) and the relay", &[]),
            ("at the pier (A320) and the relay", &[]),
            ("March 14, 2006 (C) The relay", &["C"]),
            (",Birch,(C) The relay,", &["C"]),
            ("Open. (SJ The relay", &["unresolved"]),
            ("Open. (S//NF the relay", &["unresolved"]),
            ("Open. 2. (1Sj The relay", &["unresolved"]),
            ("The relay (which is", &[]),
            (
                "It is old. (The relay is new, and nobody has seen it in a year of work.)",
                &[],
            ),
            ("The pier / (S) the relay", &["S"]),
            ("The note reads: “(S) The relay ends.”", &["S"]),
            ("The pier holds. （S） The relay.", &["unresolved"]),
            ("The pier holds. [S] The relay.", &["unresolved"]),
            ("The pier holds. &#40;S&#41; The relay.", &["S"]),
            ("The pier holds.\n“(S) The relay.”", &["S"]),
            ("The pier holds. See [3] and <b>bold</b> text", &[]),
        ] {
            let found: Vec<String> = marks(text, Places::Text, Habit::Front)
                .map(|found| found.label.to_string())
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
