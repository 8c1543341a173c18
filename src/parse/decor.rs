//! What stands around a line and is no part of it: the signs of quoted mail, of emphasis and of quotation, and tags of HTML.

use std::borrow::Cow;

use super::chars::is_silent;
use crate::marking::{Likeness, StatedMark};

/// The longest tag of HTML, in bytes.
const TAG: usize = 24;

/// The line without them.
pub(super) fn undecorated(text: &str) -> &str {
    let plain = |b: Option<&u8>| {
        b.is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'(' | b')' | b'.' | b','))
    };
    let bytes = text.as_bytes();
    if plain(bytes.first()) && plain(bytes.last()) {
        return text;
    }
    let mut shown = text;
    loop {
        let bare = shown
            .trim_matches(|c: char| {
                is_silent(c)
                    || matches!(
                        c,
                        '>' | '|'
                            | '*'
                            | '#'
                            | '_'
                            | '='
                            | '-'
                            | '"'
                            | '\''
                            | '“'
                            | '”'
                            | '+'
                            | '~'
                            | '•'
                            | '·'
                    )
            })
            .trim_start_matches([':', ' ']);
        let bare = without_tags(bare);
        if bare.len() == shown.len() {
            return bare;
        }
        shown = bare;
    }
}

/// A label without the signs of emphasis in and around it, `**Discussion**:`, and with blanks for those that break no line.
pub(super) fn undecorated_label(label: &str) -> Cow<'_, str> {
    if !label.contains(['*', '_', '#', '>', '\u{a0}']) {
        return label.into();
    }
    let shown = undecorated(label).replace('\u{a0}', " ");
    shown.replace('*', "").into()
}

/// Whether a label is a mark itself, which the one behind it contradicts: `NOFORN: (U)`, `*C*: (U)`. A letter without emphasis may
/// count items.
pub(super) fn states_mark(label: &str) -> bool {
    let shown = undecorated_label(label);
    let bare = shown.trim_matches(|c: char| is_silent(c) || matches!(c, ':' | '-' | '.'));
    if bare.len() == 1 {
        return matches!(shown, Cow::Owned(_)) && StatedMark::of(bare).is_some();
    }
    let likeness = Likeness::of(bare);
    likeness.is_certain() || (likeness == Likeness::Likely && !bare.contains(is_silent))
}

/// Without a tag at either end: `<b>SECRET</b`, `NODIS<br`, where the last sign is gone already.
fn without_tags(text: &str) -> &str {
    let is_tag = |tag: &str| {
        tag.len() <= TAG
            && tag
                .trim_start_matches('/')
                .starts_with(|c: char| c.is_ascii_alphabetic())
    };
    let head = text
        .strip_prefix('<')
        .and_then(|rest| rest.split_once('>'))
        .filter(|(tag, _)| is_tag(tag))
        .map_or(text, |(_, rest)| rest);
    head.rsplit_once('<')
        .filter(|(_, tag)| {
            let tag = tag.trim_end_matches('>');
            let ends_line = tag.trim_end_matches([' ', '/']).eq_ignore_ascii_case("br");
            ends_line || (tag.starts_with('/') && is_tag(tag))
        })
        .map_or(head, |(rest, _)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_that_is_a_mark_is_told_from_others() {
        for (label, expected) in [
            ("NOFORN: ", true),
            ("**SECRET:** ", true),
            ("**TS//SI:**", true),
            ("*C*: ", true),
            ("C: ", false),
            ("**Q:**", false),
            ("**Discussion:**", false),
            ("__Issue\u{a0}1__:", false),
            ("SECRET TALKS:", false),
            ("Noforn:", true),
        ] {
            assert_eq!(states_mark(label), expected, "{label}");
        }
    }

    #[test]
    fn signs_and_tags_around_a_line_are_taken_off() {
        for (text, expected) in [
            ("**SECRET**", "SECRET"),
            ("> SECRET", "SECRET"),
            ("<b>SECRET</b>", "SECRET"),
            ("<p><b>NODIS</b></p>", "NODIS"),
            ("NODIS<br>", "NODIS"),
            ("**NODIS**<BR />", "NODIS"),
            ("\"SECRET\"", "SECRET"),
            ("- 3 < 4", "3 < 4"),
            ("", ""),
        ] {
            assert_eq!(undecorated(text), expected, "{text}");
        }
    }
}
