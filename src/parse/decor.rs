//! What stands around a line and is no part of it: the signs of quoted mail, of emphasis and of quotation, and tags of HTML.

use super::chars::is_silent;

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

/// Without a tag at either end: `<b>SECRET</b`, where the last sign is gone already.
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
        .filter(|(_, tag)| tag.starts_with('/') && is_tag(tag.trim_end_matches('>')))
        .map_or(head, |(rest, _)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_tags_around_a_line_are_taken_off() {
        for (text, expected) in [
            ("**SECRET**", "SECRET"),
            ("> SECRET", "SECRET"),
            ("<b>SECRET</b>", "SECRET"),
            ("<p><b>NODIS</b></p>", "NODIS"),
            ("\"SECRET\"", "SECRET"),
            ("- 3 < 4", "3 < 4"),
            ("", ""),
        ] {
            assert_eq!(undecorated(text), expected, "{text}");
        }
    }
}
