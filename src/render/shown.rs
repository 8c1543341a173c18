//! Characters that have no shape of their own, made visible.

use std::borrow::Cow;

/// The text with nothing in it that a page cannot show or that would act on the page: a control character becomes its
/// picture (U+2400 …), a character that turns the direction of the text or is no character becomes U+FFFD. Line breaks
/// and tabs stay.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    // All bytes alike, so that many are looked at at once: most texts are printable ASCII.
    let plain = |byte: &u8| matches!(byte, b' '..=b'~') | (*byte == b'\n') | (*byte == b'\t');
    if text
        .as_bytes()
        .iter()
        .fold(true, |all, byte| all & plain(byte))
        || text.chars().all(|c| replacement(c).is_none())
    {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| replacement(c).unwrap_or(c)).collect())
}

/// What stands for a character that cannot stand for itself.
fn replacement(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => None,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        // C1 controls, line and paragraph separators, marks and overrides of direction, noncharacters.
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fdd0}'..='\u{fdef}' => Some('\u{fffd}'),
        _ if u32::from(c) & 0xfffe == 0xfffe => Some('\u{fffd}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_shape_is_replaced_and_nothing_is_dropped() {
        for (text, expected) in [
            ("plain\ntext\there", "plain\ntext\there"),
            ("\u{7}bell", "\u{2407}bell"),
            ("a\rb", "a\u{240d}b"),
            ("\u{202e}txt", "\u{fffd}txt"),
            ("\u{1ffff}\u{7f}", "\u{fffd}\u{2421}"),
        ] {
            assert_eq!(shown(text), expected, "{text:?}");
        }
    }
}
