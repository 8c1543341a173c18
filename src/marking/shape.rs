//! What looks like a mark, whether or not it can be read.

use super::Level;
use super::lookup;
use super::register::ROWS;
use super::stated::is_dash;
use super::suggest::within_one;

/// The longest text between parentheses that is taken for a mark, in characters.
const LONGEST: usize = 40;

/// Whether the text between parentheses is shaped like a mark.
///
/// Up to 40 characters whose first word is a level or a control in any spelling of the register, or one slip away from
/// a spelled-out level, or a single letter; or which hold `//`.
///
/// ```
/// use tearline::marking::is_mark_shaped;
///
/// for mark in ["S/NF", " c ", "SBU/N", "L", "Q", "EXDIS", "C-Entire text", "SECRT"] {
///     assert!(is_mark_shaped(mark), "{mark}");
/// }
/// for text in ["ANNEX I", "ART.3", "5.0", "REF A", "MAY 24, 1978"] {
///     assert!(!is_mark_shaped(text), "{text}");
/// }
/// ```
#[must_use]
pub fn is_mark_shaped(inside: &str) -> bool {
    if inside.len() > LONGEST && inside.chars().nth(LONGEST).is_some() {
        return false;
    }
    if inside.contains("//") {
        return true;
    }
    let mut buffer = [0_u8; LONGEST];
    let text = inside.trim();
    let mut chars = text.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else {
        return false;
    };
    if second.is_none_or(is_boundary) {
        return first.is_alphabetic();
    }
    let Some(upper) = buffer.get_mut(..text.len()) else {
        return false;
    };
    upper.copy_from_slice(text.as_bytes());
    upper.make_ascii_uppercase();
    std::str::from_utf8(upper).is_ok_and(begins_with_known_name)
}

/// Spellings that stand at the beginning of a mark and are not in the register.
const OLDER: [&str; 9] = [
    "TS",
    "UNCLAS",
    "OUO",
    "OFFICIAL USE ONLY",
    "EFTO",
    "UNCLAS EFTO",
    "CONTROLLED",
    "COMINT",
    "SAR",
];

fn begins_with_known_name(text: &str) -> bool {
    let end = text.find(is_boundary);
    let word = end.and_then(|at| text.get(..at)).unwrap_or(text);
    let first = text.as_bytes().first();
    let known = |name: &str| {
        let rest = || text.strip_prefix(name).map(|rest| rest.chars().next());
        name.as_bytes().first() == first && rest().is_some_and(|next| next.is_none_or(is_boundary))
    };
    let slip = |name: &str| within_one(name, word) || within_one(name, text);
    lookup::control(word).is_some()
        || Level::ALL
            .into_iter()
            .map(Level::banner)
            .any(|name| known(name) || slip(name))
        || OLDER.into_iter().any(known)
        || ROWS.iter().any(|row| known(row.banner) || known(row.title))
}

/// What may stand after the first word of a mark.
fn is_boundary(c: char) -> bool {
    c.is_whitespace() || is_dash(c) || matches!(c, '/' | ',' | ':' | ';' | '.')
}
