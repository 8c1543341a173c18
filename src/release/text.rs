//! The lines of a released text.

use std::borrow::Cow;

/// The text of a portion from its runs: its own line breaks kept, blank lines and white space at the ends of lines not.
pub(super) fn lines<'a>(first: &'a str, rest: impl Iterator<Item = &'a str>) -> Cow<'a, str> {
    let mut rest = rest.peekable();
    if rest.peek().is_none() && is_clean(first) {
        return Cow::Borrowed(first);
    }
    let mut out = String::with_capacity(first.len());
    for line in std::iter::once(first)
        .chain(rest)
        .flat_map(|run| run.split('\n'))
    {
        let line = line.trim_end();
        if shows(line) {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(line);
        }
    }
    Cow::Owned(out)
}

/// Whether a run needs no change: no blank line, no white space before a line break, no carriage return.
fn is_clean(run: &str) -> bool {
    if run.is_empty() {
        return true;
    }
    let bytes = run.as_bytes();
    let breaks = memchr::memchr_iter(b'\n', bytes).all(|at| {
        let before = at
            .checked_sub(1)
            .and_then(|at| bytes.get(at))
            .copied()
            .unwrap_or(b'\n');
        let after = bytes.get(at + 1).copied().unwrap_or(b'\n');
        before.is_ascii_graphic()
            && after != b'\n'
            && after != b'\r'
            && (after.is_ascii_graphic() || !blank_line_at(run, at + 1))
    });
    breaks && bytes.last().is_some_and(u8::is_ascii_graphic)
}

fn blank_line_at(run: &str, at: usize) -> bool {
    run.get(at..)
        .and_then(|rest| rest.split('\n').next())
        .is_none_or(|line| !shows(line))
}

/// Whether a line shows anything. It agrees with what the parser takes for a blank line.
fn shows(line: &str) -> bool {
    line.chars().any(|c| !crate::parse::is_silent(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_stay_and_blank_lines_go() {
        for (run, expected) in [
            ("one\ntwo", "one\ntwo"),
            ("one\n\ntwo", "one\ntwo"),
            ("one \r\n  two\r\n \r\nthree", "one\n  two\nthree"),
            ("one\n\u{feff}\ntwo", "one\ntwo"),
            ("", ""),
        ] {
            assert_eq!(lines(run, std::iter::empty()), expected, "{run:?}");
        }
        assert!(matches!(
            lines("one\ntwo", std::iter::empty()),
            Cow::Borrowed(_)
        ));
        assert_eq!(lines("one\n", ["two"].into_iter()), "one\ntwo");
    }
}
