//! What parts the words of a line.

use super::super::chars::is_silent;

/// Whether a character parts the words of a line.
pub(in crate::parse) fn is_separator(c: char) -> bool {
    is_silent(c)
        || matches!(
            c,
            '/' | '-'
                | ','
                | ';'
                | ':'
                | '('
                | ')'
                | '['
                | ']'
                | '"'
                | '“'
                | '”'
                | '.'
                | '–'
                | '—'
                | '*'
        )
}
