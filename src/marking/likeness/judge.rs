//! What looks like a mark, whether or not it can be read: the one answer for every pass.

use super::folded::Folded;
use super::named::is_titled;
use super::schemes::{OTHER_HEADS, SCHEMES};
use super::{short, slip};
use crate::marking::register::{
    Category, Control, Level, ROWS, Rank, Row, is_retired_word, spellings,
};
use crate::text::is_dash;

/// The longest run of capitals, digits and signs that can stand for a mark in the place of one, in characters.
const LONGEST_RUN: usize = 12;

/// The longest mark, in bytes.
const LONGEST_MARK: usize = 128;

/// The longest such run that is letters alone: a longer one is a word, `COMMENT`, `CONTINUED`.
const LONGEST_WORD: usize = 6;

/// The most letters that may be the initials of a name.
const LONGEST_INITIALS: usize = 4;

/// How much the text between two brackets is like a mark, the least first.
///
/// It says nothing of whether the mark can be read: [`StatedMark::read`](crate::marking::StatedMark::read) does. A mark-shaped text
/// that cannot be read makes its portion [unresolved](crate::marking::Label::unresolved).
///
/// | | counts | examples |
/// |---|---|---|
/// | `Certain` | wherever it stands | `S//NF`, `S/NF`, `TS`, `SBU`, `NOFORN`, `C-Entire text`, `TLP:RED` |
/// | `Likely` | at the start of a line, behind a label, two spaces, or the end of a sentence, and at the end of a line | `Secret`, `SHNF`, `S8U`, `SECRT`, `S/MF`, `PROTECTED B` |
/// | `Letter` | the same, where it is no item of a list | `C`, `a`, `5`, `$` |
/// | `Short` | in the place of a mark alone: where a block begins, behind its number or bullet, and at its end in a paper that marks behind the text | `DS`, `NC`, `XYZ`, `S/CT` |
/// | `Text` | nowhere | `the pier`, `page 3`, `1974`, `CTs`, `ANNEX I`, `U.S.` |
///
/// ```
/// use tearline::marking::Likeness;
///
/// assert_eq!(Likeness::of("S//XYZZY"), Likeness::Certain);
/// assert_eq!(Likeness::of("SHNF"), Likeness::Likely);
/// assert_eq!(Likeness::of("c"), Likeness::Letter);
/// assert_eq!(Likeness::of("NC"), Likeness::Short);
/// assert_eq!(Likeness::of("see below"), Likeness::Text);
/// assert!(Likeness::Short < Likeness::Likely);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// It is text.
    Text,
    /// A short run of capitals, digits and signs, among them names of the register that are ordinary abbreviations as well.
    Short,
    /// One letter, digit or sign that is read for a letter.
    Letter,
    /// A level or a control that text can hold too, one slip away from a level or a control, or a mark of another scheme.
    Likely,
    /// It can be nothing but a mark.
    Certain,
}

impl Likeness {
    /// Judges the text between two brackets, the brackets left out.
    ///
    /// Letters of other alphabets and widths that look like Latin ones count as these; such a mark cannot be read.
    #[must_use]
    pub fn of(inside: &str) -> Self {
        let likeness = match Folded::new(inside) {
            Some(folded) => judge(&folded),
            None if is_long_mark(inside) => Self::Certain,
            None => Self::Text,
        };
        // `(CONFI-` / `DENTIAL)`: a word that two lines part.
        if likeness < Self::Likely && inside.contains("-\n") {
            return likeness.max(Self::of(&inside.replace("-\n", "")));
        }
        likeness
    }

    /// Whether it counts as a mark wherever it stands.
    #[must_use]
    pub const fn is_certain(self) -> bool {
        matches!(self, Self::Certain)
    }
}

/// Whether the text between brackets is shaped like a mark, for a pass that does not ask where it stands.
///
/// ```
/// use tearline::marking::is_mark_shaped;
///
/// for mark in ["S/NF", " c ", "SBU/N", "L", "Q", "EXDIS", "C-Entire text", "SECRT", "SHNF"] {
///     assert!(is_mark_shaped(mark), "{mark}");
/// }
/// for text in ["ANNEX I", "ART.3", "5.0", "REF A", "MAY 24, 1978"] {
///     assert!(!is_mark_shaped(text), "{text}");
/// }
/// ```
#[must_use]
pub fn is_mark_shaped(inside: &str) -> bool {
    let Some(folded) = Folded::new(inside) else {
        return false;
    };
    match judge(&folded) {
        Likeness::Certain | Likeness::Likely => true,
        Likeness::Letter => folded.upper().chars().all(char::is_alphabetic),
        Likeness::Short => begins_with_register_word(folded.upper()),
        Likeness::Text => false,
    }
}

/// `TS//SI/TK//REL TO USA, AUS, CAN, GBR, NZL`: longer than any other likeness, and none but a mark for its strokes.
fn is_long_mark(inside: &str) -> bool {
    let lower = |word: &str| word != "and" && word.contains(char::is_lowercase);
    inside.len() < LONGEST_MARK && has_strokes(inside) && !inside.split(' ').any(lower)
}

/// The two strokes that part the categories of a mark (CAPCO 2016 A.6 p15).
fn has_strokes(text: &str) -> bool {
    text.contains("//") && !text.contains("://")
}

fn judge(folded: &Folded) -> Likeness {
    let (shown, upper) = (folded.shown(), folded.upper());
    if short::is_ordinary(upper) {
        ordinary(shown, upper)
    } else {
        in_full(shown, upper)
    }
}

/// What words that are like no mark are.
pub(super) fn ordinary(shown: &str, upper: &str) -> Likeness {
    if is_in_capitals(shown) && is_short_run(upper) {
        Likeness::Short
    } else {
        Likeness::Text
    }
}

fn is_in_capitals(shown: &str) -> bool {
    !shown.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// The same without a short look before it.
pub(super) fn in_full(shown: &str, upper: &str) -> Likeness {
    if has_strokes(upper) {
        return Likeness::Certain;
    }
    let shown_signs = upper.bytes().filter(u8::is_ascii_alphanumeric).count();
    if upper.len() == 1 || shown_signs == 1 && upper.len() <= 3 {
        return if shown_signs == 1 || matches!(upper, "$" | "@") {
            Likeness::Letter
        } else {
            Likeness::Text
        };
    }
    if is_pointed(upper) {
        return Likeness::Likely;
    }
    if shown_signs == 0 || is_initials(upper) {
        return Likeness::Text;
    }
    let capitals = is_in_capitals(shown);
    let likeness = with_level(shown, upper, capitals)
        .or_else(|| control_alone(upper, capitals))
        .or_else(|| other_scheme(upper, capitals));
    match likeness {
        Some(Likeness::Text) | None if is_titled(shown, upper) => Likeness::Likely,
        Some(likeness) => likeness,
        None if slip::is_slip(shown, upper) => Likeness::Likely,
        None if capitals && is_spaced(upper) => Likeness::Likely,
        None if capitals && is_short_run(upper) => Likeness::Short,
        None => Likeness::Text,
    }
}

/// `S.B.U.`, `S.E.C.R.E.T.`: the letters of a level, a point behind each.
fn is_pointed(upper: &str) -> bool {
    if upper.len() < 4 || !upper.contains('.') || upper.split('.').any(|one| one.len() > 1) {
        return false;
    }
    let letters = upper.replace('.', "");
    let named = || level_head(&letters).is_some_and(|(_, rest)| rest.is_empty());
    ABBREVIATED.contains(&&*letters) || (letters.len() > LONGEST_INITIALS && named())
}

/// `T S/NF`, `SB U/NF`: a space inside the level of a mark.
fn is_spaced(upper: &str) -> bool {
    upper.len() <= LONGEST_RUN
        && upper.contains('/')
        && upper.matches(' ').count() == 1
        && level_head(&upper.replacen(' ', "", 1)).is_some_and(|(head, rest)| {
            head.len() > 1 && are_mark_words(rest.trim_start_matches('/'), '-')
        })
}

/// What begins with a level, or a sensitivity that stands where one would.
fn with_level(shown: &str, upper: &str, capitals: bool) -> Option<Likeness> {
    let (head, rest) = level_head(upper)?;
    let rest_shown = shown.get(upper.len() - rest.len()..).unwrap_or_default();
    let separator = rest.bytes().next();
    let words = rest.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let abbreviated = ABBREVIATED.contains(&head);
    if words.is_empty() {
        return Some(if capitals {
            Likeness::Certain
        } else if abbreviated && mixed(shown) && head.len() < 4 {
            // `Lou` and `Ts` are a name and a plural.
            Likeness::Text
        } else {
            Likeness::Likely
        });
    }
    if words.trim_end_matches(['.', ' ']) == "ENTIRE TEXT" {
        return Some(Likeness::Certain);
    }
    if is_downgrading_group(words) && capitals {
        return Some(Likeness::Certain);
    }
    if are_mark_words(words, '&') || are_mark_words(words, '-') {
        return Some(match (capitals, head.len(), separator) {
            (true, ..) => Likeness::Certain,
            // `s to` and `a no` are words.
            (false, 1, Some(b' ')) => Likeness::Text,
            (false, ..) => Likeness::Likely,
        });
    }
    let lower = rest_shown.bytes().any(|byte| byte.is_ascii_lowercase());
    let first = words
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    if near_control(first) {
        return Some(Likeness::Likely);
    }
    // `SBU - Privacy`: what a dash parts from a mark in capitals says more of it.
    let in_capitals = shown.get(..head.len()) == Some(head);
    if in_capitals && head.len() > 1 && rest.trim_start().starts_with('-') {
        return Some(Likeness::Likely);
    }
    Some(match separator {
        // `Secret talks`, `c, the`; but `Confidential, he says` begins like a mark and is in brackets.
        Some(b' ' | b'.') if lower => Likeness::Text,
        _ if lower && head.len() == 1 && separator != Some(b'/') => Likeness::Text,
        // `U-BOAT`, `C-130`, `S. ODE`, `C CORPS`, `S/CT`.
        _ if head.len() == 1 && is_short_run(upper) => Likeness::Short,
        // `S ODE CALLED`: a mark whose bracket is lost.
        Some(b' ') if head.len() == 1 => Likeness::Short,
        _ if head.len() == 1 && matches!(separator, Some(b'.' | b'-' | b'\'')) => Likeness::Text,
        _ => Likeness::Likely,
    })
}

/// The level at the beginning, and what stands behind it.
fn level_head(upper: &str) -> Option<(&str, &str)> {
    let heads = Level::ALL
        .into_iter()
        .map(Level::portion)
        .chain(OTHER_HEADS);
    let first = upper.bytes().next()?;
    // The short look comes first: most texts begin as no level does.
    let begin = |name: &&str| name.bytes().next() == Some(first);
    spellings().chain(heads).filter(begin).find_map(|name| {
        let rest = upper.strip_prefix(name)?;
        let apart = rest
            .bytes()
            .next()
            .is_none_or(|byte| !byte.is_ascii_alphanumeric() && byte != b'\'');
        apart.then_some((name, rest))
    })
}

/// Spellings that a name or a word can be where they are not in capitals.
const ABBREVIATED: [&str; 8] = ["TS", "LOU", "SBU", "CUI", "OUO", "CTS", "FOUO", "CTSA"];

fn mixed(shown: &str) -> bool {
    shown.bytes().any(|byte| byte.is_ascii_uppercase())
        && shown.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// `GROUP 3`, `GP-1`: the group of automatic downgrading and declassification that older papers state beside a level.
fn is_downgrading_group(words: &str) -> bool {
    let number = words
        .strip_prefix("GROUP")
        .or_else(|| words.strip_prefix("GP"));
    number.is_some_and(|number| {
        let number = number.trim_start_matches([' ', '-', '.']);
        number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// Whether all words behind a level belong to a mark; `within` parts no words.
fn are_mark_words(words: &str, within: char) -> bool {
    words
        .split(|c: char| !c.is_ascii_alphanumeric() && c != within)
        .filter(|word| !word.is_empty())
        .all(is_mark_word)
}

/// Whether a word behind a level belongs to a mark.
fn is_mark_word(word: &str) -> bool {
    let of_name =
        |row: &Row| word.len() > 1 && row.portion.split([' ', '-']).any(|part| part == word);
    Control::named(word).is_some()
        || word == SPECIAL_ACCESS
        || WORDS_OF_MARKS.contains(&word)
        || is_retired_word(word)
        || ROWS.iter().any(of_name)
}

/// What stands before the first special access program (CAPCO 2016 A.6 p16).
const SPECIAL_ACCESS: &str = "SAR";

/// Words of titles, lists and older forms that no control bears.
const WORDS_OF_MARKS: [&str; 18] = [
    "N",
    "NFD",
    "NO",
    "FOREIGN",
    "DISSEM",
    "TO",
    "USA",
    "GBR",
    "CAN",
    "AUS",
    "NZL",
    "FVEY",
    "EFTO",
    "SENSITIVE",
    "ENTIRE",
    "TEXT",
    "SIPDIS",
    "OUO",
];

fn near_control(word: &str) -> bool {
    slip::is_one_letter_off(word)
        || matches!(
            word.as_bytes(),
            [b'N', _] | [_, b'F'] | [b'N', b'F', _] | [b'N', _, b'F']
        ) && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// A control, or several, without a level.
fn control_alone(upper: &str, capitals: bool) -> Option<Likeness> {
    let released = |list: &str| {
        list.starts_with("TO ") || list.starts_with("USA") || are_mark_words(list, '-')
    };
    if upper.strip_prefix("REL ").is_some_and(released) {
        return Some(if capitals {
            Likeness::Certain
        } else {
            Likeness::Text
        });
    }
    if let Some(control) = Control::named(upper) {
        let row = control.row();
        let spelled_out = upper.len() >= 5 && !ORDINARY.contains(&upper);
        return Some(match capitals {
            true if spelled_out || control == Control::Nf => Likeness::Certain,
            true => Likeness::Short,
            false if spelled_out && (row.banner == upper || row.category == Category::NonIc) => {
                Likeness::Likely
            }
            false => Likeness::Text,
        });
    }
    let mut parts = upper.split('/').map(str::trim);
    let several = upper.contains('/') && parts.all(|part| Control::named(part).is_some());
    (several && capitals).then_some(Likeness::Likely)
}

/// Names of the register that are ordinary words.
const ORDINARY: [&str; 9] = [
    "WAIVED",
    "MARVEL",
    "KLAMATH",
    "BOHEMIA",
    "RESERVE",
    "CAPTIONED",
    "DISPLAY ONLY",
    "ATTORNEY-CLIENT",
    "ATTORNEY-WP",
];

/// Marks of other governments and organisations, which are marks here and cannot be read.
fn other_scheme(upper: &str, capitals: bool) -> Option<Likeness> {
    if upper.starts_with("TLP:") || upper.starts_with("TLP ") {
        return Some(Likeness::Certain);
    }
    if upper == "OFFICIAL" {
        return capitals.then_some(Likeness::Short);
    }
    let known = SCHEMES.iter().any(|name| {
        upper.strip_prefix(name).is_some_and(|rest| {
            !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) && rest.len() <= 12
        })
    });
    let ranked = ["NATO", "UK", "EU", "UN"].iter().any(|owner| {
        upper
            .strip_prefix(owner)
            .and_then(|rest| rest.strip_prefix(|c: char| c == ' ' || c == '/' || is_dash(c)))
            .is_some_and(|rank| Rank::named(rank).is_some() || rank == "CTS")
    });
    (capitals && (known || ranked)).then_some(Likeness::Likely)
}

/// `U.S.`, `U.S. ARMY`, `S. ODE`, `U.N`: initials of a name.
fn is_initials(upper: &str) -> bool {
    match upper.as_bytes() {
        [first, b'.', rest @ ..] if first.is_ascii_alphabetic() => {
            let rest = rest.strip_prefix(b" ").unwrap_or(rest);
            let word: &[u8] = rest
                .split(|byte| !byte.is_ascii_alphanumeric())
                .next()
                .unwrap_or_default();
            let word = std::str::from_utf8(word).unwrap_or_default();
            !(word.is_empty() || near_control(word) || word.len() > 1 && is_mark_word(word))
        }
        _ => false,
    }
}

/// A short run of capitals, digits and signs that is no reference: `XYZ`, `DS`, `S 8 U`, `5A`.
fn is_short_run(upper: &str) -> bool {
    let mut words = upper.split(' ').filter(|word| !word.is_empty());
    let (Some(first), rest) = (words.next(), words.count()) else {
        return false;
    };
    let first = first.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let letters = upper.bytes().any(|byte| byte.is_ascii_alphabetic());
    let digits = upper.bytes().filter(u8::is_ascii_digit).count();
    let begun = first
        .bytes()
        .position(|byte| !byte.is_ascii_alphabetic())
        .and_then(|at| first.get(..at))
        .unwrap_or(first);
    let word = upper.bytes().all(|byte| byte.is_ascii_alphabetic());
    upper.len() <= if word { LONGEST_WORD } else { LONGEST_RUN }
        && (rest == 0 || upper.split(' ').all(|word| word.len() <= 3))
        && (letters || digits <= 2)
        && !upper.contains([',', '%', '?', '='])
        && (letters || !upper.contains('.'))
        && (!REFERENCES.contains(&begun)
            || begun.len() == upper.len() && rest == 0 && begun.len() < 3)
}

/// Words that begin a reference, a day or an amount.
const REFERENCES: [&str; 47] = [
    "ANNEX", "TAB", "REF", "REFS", "REFTEL", "ART", "ARTICLE", "PARA", "PARAS", "PAGE", "PP", "P",
    "FIG", "FIGURE", "TABLE", "SECTION", "ENCL", "VOL", "CHAPTER", "NO", "NOS", "FY", "CY", "ITEM",
    "PART", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "SEPT", "OCT", "NOV",
    "DEC", "JUNE", "JULY", "MARCH", "ROOM", "SIC", "CONT", "CONTD", "NOTE", "TEXT",
];

/// Whether it begins with a name of the register, as a word of its own.
fn begins_with_register_word(upper: &str) -> bool {
    let begins = |name: &str| {
        upper.strip_prefix(name).is_some_and(|rest| {
            rest.chars()
                .next()
                .is_none_or(|c| !c.is_ascii_alphanumeric())
        })
    };
    level_head(upper).is_some()
        || ROWS
            .iter()
            .any(|row| begins(row.banner) || begins(row.title) || begins(row.portion))
}
