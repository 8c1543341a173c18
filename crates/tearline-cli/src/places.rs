//! Places of a document as people and programs name them.

use tearline::Span;

/// Where the lines of a source begin.
pub(crate) struct Lines<'s> {
    source: &'s str,
    ends: Vec<usize>,
}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl<'s> Lines<'s> {
    /// Those of a text.
    pub(crate) fn of(source: &'s str) -> Self {
        Self {
            source,
            ends: source.match_indices('\n').map(|(at, _)| at).collect(),
        }
    }

    /// The line of a byte, counted from 1.
    pub(crate) fn line(&self, byte: usize) -> usize {
        self.ends.partition_point(|end| *end < byte) + 1
    }

    /// Line and column of a byte.
    pub(crate) fn position(&self, byte: usize) -> Position {
        let line = self.line(byte);
        let start = self.start(line);
        let before = self.source.get(start..byte).unwrap_or_default();
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }

    /// Where a span begins and ends.
    pub(crate) fn span(&self, span: Span) -> (Position, Position) {
        (self.position(span.start()), self.position(span.end()))
    }

    /// The byte at which a line begins.
    pub(crate) fn start(&self, line: usize) -> usize {
        match line.checked_sub(2).and_then(|before| self.ends.get(before)) {
            Some(end) => end + 1,
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let lines = Lines::of("ab\ncé(S)\n");
        let at = "ab\ncé(S)\n".find('(').unwrap();
        assert_eq!(lines.position(at), Position { line: 2, column: 3 });
        assert_eq!(lines.position(0), Position { line: 1, column: 1 });
    }
}
