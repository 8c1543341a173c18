//! Lines that restrict nothing: who should see a message as well, and notes of those who sent it again.

use super::super::chars::{byte, end_of_shown, is_silent, starts_with_word, trim};

/// The longest line that passes a message on, in bytes.
const LONGEST: usize = 120;

/// `PASS OPIC`, `ALSO FOR AID`, `ASUNCION FOR DAS JONES`, `DEPT FOR INR`, `FROM AMBASSADOR BIRK`: who should see it and who
/// speaks, and no restriction.
pub(in crate::parse) fn is_passing(line: &str) -> bool {
    let shown = trim(line);
    let words = || {
        shown
            .split(is_silent)
            .map(|word| word.trim_end_matches([',', ';', ':', '.']))
    };
    let has = |wanted: &str| words().any(|word| word.eq_ignore_ascii_case(wanted));
    let from = words().next() == Some("FROM") && !shown.chars().any(char::is_lowercase);
    shown.len() <= LONGEST
        && (has("PASS") || has("FOR") || has("PLEASE") || from)
        && !has("ONLY")
        && !restricts(shown)
}

/// Whether words of a restriction stand there: `NOT FOR PUBLIC RELEASE`, `PLEASE PROTECT`.
fn restricts(shown: &str) -> bool {
    let upper = shown.to_ascii_uppercase();
    [
        "PROTECT",
        "NOT FOR ",
        "NOT RELEAS",
        "DO NOT ",
        "RESTRICT",
        "SAFEGUARD",
    ]
    .iter()
    .any(|words| upper.contains(words))
}

/// A line that repeats or repairs a transmission.
pub(in crate::parse) fn is_service_note(line: &str) -> bool {
    let shown = trim(line);
    [
        "POSS DUPE",
        "CORRECTED COPY",
        "C O R R E C T E D",
        "DUPLICATE",
        "FOLLOWING TEL",
        "E Z E Z",
    ]
    .iter()
    .any(|word| starts_with_word(shown, word))
}

/// A short line in capitals, as captions are.
pub(in crate::parse) fn could_be_caption(text: &str) -> bool {
    let shown = trim(text);
    end_of_shown(shown) <= 60
        && byte(shown, 0).is_ascii_alphabetic()
        && !shown.chars().any(char::is_lowercase)
        && !shown.ends_with('.')
}
