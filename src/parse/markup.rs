//! Tags and character references of a web page, which a reader does not see.

use super::chars::{byte, from};
use super::token;

/// The longest tag and the longest character reference, in bytes.
const TAG: usize = 48;
const ENTITY: usize = 8;

/// A character reference of a web page: what it shows, and its width.
pub(super) fn entity(text: &str) -> Option<(&'static str, usize)> {
    const NAMED: [(&str, &str); 14] = [
        ("&lpar;", "("),
        ("&rpar;", ")"),
        ("&#40;", "("),
        ("&#41;", ")"),
        ("&#x28;", "("),
        ("&#x29;", ")"),
        ("&#47;", "/"),
        ("&#x2f;", "/"),
        ("&sol;", "/"),
        ("&nbsp;", " "),
        ("&#160;", " "),
        ("&quot;", ""),
        ("&gt;", ""),
        ("&lt;", ""),
    ];
    if byte(text, 0) != b'&' {
        return None;
    }
    let head = text.get(..ENTITY.min(text.len())).unwrap_or(text);
    NAMED.iter().find_map(|(name, shown)| {
        head.get(..name.len())
            .filter(|word| word.eq_ignore_ascii_case(name))
            .map(|_| (*shown, name.len()))
    })
}

/// The width of the tag or the entity that `text` begins with.
pub(super) fn tag_or_entity(text: &str) -> Option<usize> {
    if let Some((shown, width)) = entity(text) {
        return matches!(shown, "" | " ").then_some(width);
    }
    tag(text).filter(|_| text.starts_with('<'))
}

/// The width of a tag of a web page: `<b>`, `</td>`, `<span class="x">`. What reads as a mark in capitals is none.
pub(super) fn tag(text: &str) -> Option<usize> {
    let close = from(text, 1).bytes().take(TAG).position(|b| b == b'>')?;
    let inside = text.get(1..=close)?;
    let name = inside.trim_start_matches('/');
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && (name.starts_with(|c: char| c.is_ascii_lowercase()) || !token::could_be_mark(inside));
    is_tag.then_some(close + 2)
}
