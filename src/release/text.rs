//! The lines of a released text.

use crate::text::is_silent;

/// The text of a portion from its runs: its own line breaks kept, blank lines and white space at the ends of lines not.
pub(super) fn lines<'a>(runs: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for line in runs.flat_map(|run| run.split('\n')) {
        let line = line.trim_end_matches(is_silent);
        if shows(line) {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(line);
        }
    }
    out
}

/// Whether a line shows anything. It agrees with what the parser takes for a blank line.
fn shows(line: &str) -> bool {
    line.chars().any(|c| !is_silent(c))
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
            assert_eq!(lines([run].into_iter()), expected, "{run:?}");
        }
        assert_eq!(lines(["one\n", "two"].into_iter()), "one\ntwo");
    }
}
