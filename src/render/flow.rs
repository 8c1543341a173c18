//! How a released text runs: as prose, whose lines were broken by a teleprinter, or in columns.

use std::borrow::Cow;
use std::fmt;

use super::shown::shown;

/// A released text, laid out anew, in which nothing acts on a page: control characters are shown as their pictures. It
/// depends on that text and on nothing else.
///
/// ```
/// use tearline::render::Flow;
///
/// let prose = "The port authority has published its dredging calendar.\nThe first contract was signed on March 2.";
/// assert_eq!(Flow::of(prose, 0).lines(), [prose.replace('\n', " ")]);
/// let table = Flow::of("Berth   Depth\nFuel    9.1 m", 0);
/// assert!(table.is_columns());
/// assert_eq!(table.lines(), ["Berth   Depth", "Fuel    9.1 m"]);
/// assert_eq!(Flow::one_line("Harbor\n talks"), "Harbor talks");
/// ```
pub struct Flow<'t> {
    text: Cow<'t, str>,
    form: Form,
    /// How many characters stand before the first line.
    lead: usize,
    /// Whether every character is one byte.
    is_plain: bool,
}

/// What the line breaks of a text are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Those that only the width of the paper made are joined, the others stay: so many characters wide it was.
    Prose(usize),
    /// The author's.
    Lines,
    /// The same, and columns hang on every blank.
    Columns,
}

/// What stands between a piece of a text and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing: it is the first.
    Nothing,
    /// A blank.
    Blank,
    /// A line break.
    Break,
}

/// Below this many characters, the widest line of a text says nothing about the width of the paper.
const NARROWEST: usize = 40;

impl<'t> Flow<'t> {
    /// The flow of a text whose first line stands behind `lead` characters of number and mark.
    #[must_use]
    pub fn of(text: &'t str, lead: usize) -> Self {
        let text = shown(text);
        let bytes = text.as_bytes();
        let mut flow = Self {
            form: Form::Lines,
            lead,
            is_plain: bytes.is_ascii(),
            text,
        };
        if flow.is_tabular() {
            flow.form = Form::Columns;
        } else {
            let (mut width, mut joined, mut ends) = (0, 0, 0);
            flow.measured()
                .for_each(|(length, _)| width = length.max(width));
            let mut before = None;
            for (length, line) in flow.measured() {
                if let Some(before) = before {
                    ends += 1;
                    joined += usize::from(flow.wraps(before, line, width));
                }
                before = Some(length);
            }
            // One long line in a list reaches the margin by chance; in prose at least every other line does.
            if width >= NARROWEST && joined * 2 >= ends {
                flow.form = Form::Prose(width);
            }
        }
        flow
    }

    /// Whether its columns hang on every blank.
    #[must_use]
    pub fn is_columns(&self) -> bool {
        self.form == Form::Columns
    }

    /// Its pieces, each behind what parts it from the one before.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = (Gap, &str)> {
        let mut before = None;
        self.measured().map(move |(length, line)| {
            let gap = match (before.replace(length), self.form) {
                (None, _) => Gap::Nothing,
                (Some(before), Form::Prose(width)) if self.wraps(before, line, width) => Gap::Blank,
                (Some(_), _) => Gap::Break,
            };
            (
                gap,
                if self.is_columns() {
                    line
                } else {
                    line.trim_start()
                },
            )
        })
    }

    /// Its lines, each to where the author ended it: those that only the width of the paper ended are joined.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for (gap, piece) in self.pieces() {
            match lines.last_mut().filter(|_| gap == Gap::Blank) {
                Some(last) => {
                    last.push(' ');
                    last.push_str(piece);
                }
                None => lines.push(piece.to_owned()),
            }
        }
        lines
    }

    /// Everything in one line, as a title has it.
    #[must_use]
    pub fn one_line(text: &str) -> String {
        let shown = shown(text);
        let mut line = String::with_capacity(shown.len());
        for word in shown.split_whitespace() {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
        line
    }

    /// The lines of the source, and how wide each is.
    fn measured(&self) -> impl Iterator<Item = (usize, &str)> {
        let lead = std::iter::once(self.lead).chain(std::iter::repeat(0));
        lines(&self.text)
            .zip(lead)
            .map(|(line, lead)| (lead + self.length(line), line))
    }

    /// Whether a line stands in columns: a tab, or three blanks inside it.
    fn is_tabular(&self) -> bool {
        let bytes = self.text.as_bytes();
        let next = bytes.get(1..).unwrap_or_default();
        let third = bytes.get(2..).unwrap_or_default();
        // All bytes alike, so that many are looked at at once.
        let blanks = bytes.iter().zip(next).zip(third);
        let blanks = blanks.fold(false, |any, ((one, two), three)| {
            any | ((*one == b' ') & (*two == b' ') & (*three == b' '))
        });
        memchr::memchr(b'\t', bytes).is_some()
            || blanks && lines(&self.text).any(|line| line.trim_start().contains("   "))
    }

    /// Whether the width of the paper ended a line of that length: the first word of the next one would have run over it by
    /// now, give or take what a hand on the margin gives or takes.
    fn wraps(&self, line: usize, next: &str, width: usize) -> bool {
        let word = if self.is_plain {
            let word = next.trim_start_matches(' ');
            let end = memchr::memchr(b' ', word.as_bytes()).unwrap_or(word.len());
            word.get(..end).unwrap_or_default()
        } else {
            next.split_whitespace().next().unwrap_or_default()
        };
        let length = self.length(word);
        let begins_anew = next.starts_with([' ', '-', '*', '\u{2022}', '('])
            || word.ends_with(['.', ')']) && length < 4;
        !begins_anew && line + 1 + length + SLACK > width
    }

    fn length(&self, text: &str) -> usize {
        if self.is_plain {
            text.len()
        } else {
            text.chars().count()
        }
    }
}

/// The lines of a text: what `str::lines` gives, where no carriage return is in it.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let (line, behind) = rest.split_at_checked(end)?;
        rest = behind.get(1..).unwrap_or_default();
        Some(line)
    })
}

/// Without the text.
impl fmt::Debug for Flow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Flow").finish_non_exhaustive()
    }
}

/// How far short of the widest line an ordinary one may end.
const SLACK: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether it stands in columns, and its lines.
    fn laid(text: &str, lead: usize) -> (bool, Vec<String>) {
        let flow = Flow::of(text, lead);
        (flow.is_columns(), flow.lines())
    }

    #[test]
    fn broken_lines_are_joined_and_lists_are_not() {
        let prose = "The port authority has published its dredging calendar.\nThe first contract was signed on March 2; work begins at\nthe pier.";
        assert_eq!(laid(prose, 0), (false, vec![prose.replace('\n', " ")]));
        let numbered = "Lorne wants the survey data before the calendar goes\nto parliament. He did not say whether he had asked for it.";
        assert_eq!(
            laid(numbered, "4. (SBU) ".len()),
            (false, vec![numbered.replace('\n', " ")])
        );
        let list = "Participants:\nVestan side\nTomas Lorne, Minister of Harbors and Fisheries\nEdda Quill\nUnited States side";
        assert_eq!(
            laid(list, 0),
            (false, list.lines().map(str::to_owned).collect())
        );
    }

    #[test]
    fn columns_keep_their_blanks() {
        let table = "Berth   Depth\nFuel    9.1 m\nEast   11.0 m";
        assert_eq!(
            laid(table, 0),
            (true, table.lines().map(str::to_owned).collect())
        );
    }

    #[test]
    fn no_word_is_lost() {
        for text in ["", "\n", "a\n\nb", "  x   y\tz\n(C) w", "\u{7}\r\n"] {
            let (_, lines) = laid(text, 0);
            let shown = shown(text);
            assert!(
                lines
                    .iter()
                    .flat_map(|line| line.split_whitespace())
                    .eq(shown.split_whitespace()),
                "{text:?}"
            );
        }
    }
}
