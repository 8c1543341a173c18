//! Characters that do not show.

/// Whether a character takes no part in reading: white space, control characters, and what a reader does not see
/// (byte-order mark, zero-width characters, direction marks). A mark behind such a character is still a mark.
pub(crate) fn is_silent(c: char) -> bool {
    // Nearly every character of a text is one of these.
    if c < '\u{300}' {
        return matches!(c, '\0'..=' ' | '\u{7f}'..='\u{a0}' | '\u{ad}');
    }
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// Whether a character takes no room and parts no word: soft hyphens, joiners and fillers, marks of direction, variation
/// selectors.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_look_at_a_character_agrees_with_the_long_one() {
        for c in '\0'..=char::MAX {
            let silent = c.is_whitespace() || c.is_control() || is_invisible(c);
            assert_eq!(is_silent(c), silent, "{c:?}");
        }
    }
}
