//! The codes and phrases a declassification line is made of.

use super::date::Written;
use super::lex::{Token, Tokens};
use super::order::Order;

/// `25X…`, `50X…` and `75X…` codes that stand together and share a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Codes {
    pub(super) at_25: bool,
    pub(super) at_50: bool,
    pub(super) at_75: bool,
    pub(super) named: bool,
}

impl Codes {
    pub(super) fn take(&mut self, tokens: &mut Tokens<'_>) -> bool {
        let mut ahead = *tokens;
        let (Some(years), true) = (ahead.number(), ahead.word("X")) else {
            return false;
        };
        let Some(category) = ahead.number().filter(|category| digit(category, 1, 9)) else {
            return false;
        };
        let mut suffix = ahead;
        suffix.skip_signs("-");
        let human = suffix.word("HUM") || suffix.word("HUMAN");
        let weapon = !human && suffix.word("WMD");
        if human || weapon {
            ahead = suffix;
        }
        match (years, category, human, weapon) {
            ("25" | "50", "1", true, _) | ("50", "2", _, true) => self.named = true,
            ("25", _, false, false) => self.at_25 = true,
            ("50", _, false, false) => self.at_50 = true,
            ("75", _, false, false) => self.at_75 = true,
            _ => return false,
        }
        *tokens = ahead;
        true
    }
}

/// `EO`, `E.O.`, `E. O.`, `Executive Order`, and what teletypes and OCR make of it: `E.0.`, `E.OM`, `EMO.`, `EOM`.
pub(super) fn order_label(tokens: &mut Tokens<'_>) -> bool {
    // Every spelling begins with that letter.
    if !matches!(tokens.peek(), Some(Token::Word(word)) if word.starts_with(['E', 'e'])) {
        return false;
    }
    if ["EO", "EOM", "EMO"].iter().any(|word| tokens.word(word))
        || tokens.words(&["EXECUTIVE", "ORDER"])
    {
        return true;
    }
    tokens.word("E") && {
        tokens.skip_signs(".");
        tokens.word("O") || tokens.word("OM") || tokens.word("MO") || tokens.number_is("0")
    }
}

/// The order of that number; one digit too many at the end is a slip with one reading.
pub(super) fn find_order(number: &str) -> Option<&'static Order> {
    let number = match number.len() {
        5 => number,
        6 => number.get(..5)?,
        _ => return None,
    };
    Order::numbered(number.parse().ok()?)
}

/// A date behind a word, with or without a sign between.
pub(super) fn dated(tokens: &mut Tokens<'_>) -> Option<Written> {
    let mut ahead = *tokens;
    ahead.skip_signs(":,;-(");
    let date = Written::read(&mut ahead)?;
    *tokens = ahead;
    Some(date)
}

/// A date behind the categories of an exemption: `-1 12/4/98`, ` 1 AND 3 12/4/98`, `(2)`.
pub(super) fn dated_after_categories(tokens: &mut Tokens<'_>) -> Option<Written> {
    loop {
        let date = dated(tokens);
        if date.is_some() {
            return date;
        }
        let mut ahead = *tokens;
        ahead.skip_signs("-(,/&");
        ahead.word("AND");
        if !ahead.number().is_some_and(|category| digit(category, 1, 9)) {
            return None;
        }
        ahead.skip_signs(")");
        *tokens = ahead;
    }
}

/// `, EO 12951`.
pub(super) fn imagery(tokens: &mut Tokens<'_>) -> bool {
    let mut ahead = *tokens;
    ahead.skip_signs(":,;-/(");
    ahead.word("AND");
    if !order_label(&mut ahead) {
        return false;
    }
    ahead.skip_signs(".-");
    let found = ahead.number_is("12951");
    if found {
        *tokens = ahead;
    }
    found
}

pub(super) fn agency_determination(tokens: &mut Tokens<'_>) -> bool {
    let mut ahead = *tokens;
    if !ahead.words(&["ORIGINATING", "AGENCY"]) {
        return false;
    }
    ahead.skip_signs("'");
    ahead.word("S");
    ahead.skip_signs("'");
    let found = ahead.words(&["DETERMINATION", "REQUIRED"]);
    if found {
        *tokens = ahead;
    }
    found
}

/// Whether `text` is one digit from `first` to `last`.
pub(super) fn digit(text: &str, first: u8, last: u8) -> bool {
    text.len() == 1
        && text
            .parse()
            .is_ok_and(|digit| (first..=last).contains(&digit))
}
