//! Places as people count them.

use std::fmt;

/// A place in a source text as editors count: the line and the character in it, both from 1.
///
/// ```
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) Tides.\n");
/// let mark = cable.blocks().last().unwrap().mark().span().unwrap();
/// let place = cable.line_of(mark);
/// assert_eq!((place.line(), place.column()), (3, 4));
/// assert_eq!(place.to_string(), "line 3, column 4");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    line: usize,
    column: usize,
}

impl Position {
    /// Where the byte `at` of `source` stands. A line ends with its line feed; what lies behind the source stands at its end.
    pub(crate) fn of(source: &str, at: usize) -> Self {
        let before = source.as_bytes().get(..at).unwrap_or(source.as_bytes());
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        let start = memchr::memrchr(b'\n', before).map_or(0, |feed| feed + 1);
        // Every character has one byte that is no continuation.
        let column = before
            .iter()
            .skip(start)
            .filter(|byte| **byte & 0xc0 != 0x80)
            .count();
        Self {
            line,
            column: column + 1,
        }
    }

    /// The line, counted from 1.
    #[must_use]
    pub const fn line(self) -> usize {
        self.line
    }

    /// The character in the line, counted from 1.
    #[must_use]
    pub const fn column(self) -> usize {
        self.column
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_count_and_not_bytes() {
        let source = "äb\ncd\n";
        for (at, line, column) in [(0, 1, 1), (2, 1, 2), (4, 2, 1), (7, 3, 1), (99, 3, 1)] {
            assert_eq!(Position::of(source, at), Position { line, column }, "{at}");
        }
    }
}
