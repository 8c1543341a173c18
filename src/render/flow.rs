//! How a released text runs: as prose, whose lines were broken by a teleprinter, or in columns.

use std::fmt;

use super::shown::shown;

/// A released text, laid out anew, in which nothing acts on a page: control characters are shown as their pictures. It
/// depends on that text and on nothing else.
///
/// ```
/// use tearline::render::Flow;
///
/// let prose = "The port authority has published its dredging calendar.\nThe first contract was signed on March 2.";
/// assert_eq!(Flow::of(prose, 0), Flow::Prose(vec![prose.replace('\n', " ")]));
/// let table = "Berth   Depth\nFuel    9.1 m";
/// assert_eq!(Flow::of(table, 0), Flow::Columns(vec!["Berth   Depth".to_owned(), "Fuel    9.1 m".to_owned()]));
/// assert_eq!(Flow::one_line("Harbor\n talks"), "Harbor talks");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub enum Flow {
    /// Lines that each end where the author ended them; those that only the width of the paper ended are joined.
    Prose(Vec<String>),
    /// Lines whose columns hang on every blank.
    Columns(Vec<String>),
}

/// Below this many characters, the widest line of a text says nothing about the width of the paper.
const NARROWEST: usize = 40;

impl Flow {
    /// The flow of a text whose first line stands behind `lead` characters of number and mark.
    #[must_use]
    pub fn of(text: &str, lead: usize) -> Self {
        let text = shown(text);
        if text.lines().any(is_tabular) {
            return Self::Columns(text.lines().map(str::to_owned).collect());
        }
        let lengths = || {
            let first = std::iter::once(lead).chain(std::iter::repeat(0));
            text.lines()
                .zip(first)
                .map(|(line, lead)| lead + length(line))
        };
        let width = lengths().max().unwrap_or(0);
        let ends: Vec<bool> = lengths()
            .zip(text.lines().skip(1))
            .map(|(length, next)| wraps(length, next, width))
            .collect();
        // One long line in a list reaches the margin by chance; in prose at least every other line does.
        let prose =
            width >= NARROWEST && ends.iter().filter(|wraps| **wraps).count() * 2 >= ends.len();
        let mut lines: Vec<String> = Vec::new();
        for (line, joins) in text.lines().zip(std::iter::once(false).chain(ends)) {
            match lines.last_mut().filter(|_| prose && joins) {
                Some(last) => {
                    last.push(' ');
                    last.push_str(line.trim_start());
                }
                None => lines.push(line.trim_start().to_owned()),
            }
        }
        Self::Prose(lines)
    }

    /// Everything in one line, as a title has it.
    #[must_use]
    pub fn one_line(text: &str) -> String {
        let shown = shown(text);
        let mut words = shown.split_whitespace();
        let first = words.next().unwrap_or_default().to_owned();
        words.fold(first, |line, word| line + " " + word)
    }
}

/// Without the text.
impl fmt::Debug for Flow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Prose(_) => "Prose(..)",
            Self::Columns(_) => "Columns(..)",
        })
    }
}

/// Whether a line stands in columns: a tab, or three blanks inside it.
fn is_tabular(line: &str) -> bool {
    line.contains('\t') || line.trim_start().contains("   ")
}

/// Whether the width of the paper ended a line of that length: the first word of the next one would have run over it by now, give or
/// take what a hand on the margin gives or takes.
fn wraps(line: usize, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    let begins_anew = next.starts_with([' ', '-', '*', '\u{2022}', '('])
        || word.ends_with(['.', ')']) && length(word) < 4;
    !begins_anew && line + 1 + length(word) + SLACK > width
}

/// How far short of the widest line an ordinary one may end.
const SLACK: usize = 6;

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_lines_are_joined_and_lists_are_not() {
        let prose = "The port authority has published its dredging calendar.\nThe first contract was signed on March 2; work begins at\nthe pier.";
        assert_eq!(
            Flow::of(prose, 0),
            Flow::Prose(vec![prose.replace('\n', " ")])
        );
        let numbered = "Lorne wants the survey data before the calendar goes\nto parliament. He did not say whether he had asked for it.";
        assert_eq!(
            Flow::of(numbered, "4. (SBU) ".len()),
            Flow::Prose(vec![numbered.replace('\n', " ")])
        );
        let list = "Participants:\nVestan side\nTomas Lorne, Minister of Harbors and Fisheries\nEdda Quill\nUnited States side";
        assert_eq!(
            Flow::of(list, 0),
            Flow::Prose(list.lines().map(str::to_owned).collect())
        );
    }

    #[test]
    fn columns_keep_their_blanks() {
        let table = "Berth   Depth\nFuel    9.1 m\nEast   11.0 m";
        assert_eq!(
            Flow::of(table, 0),
            Flow::Columns(table.lines().map(str::to_owned).collect())
        );
    }

    #[test]
    fn no_word_is_lost() {
        for text in ["", "\n", "a\n\nb", "  x   y\tz\n(C) w", "\u{7}\r\n"] {
            let (Flow::Prose(lines) | Flow::Columns(lines)) = Flow::of(text, 0);
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
