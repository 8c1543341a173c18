//! The words, numbers and signs of a declassification line.

/// One piece of a line. White space between pieces is gone; everything else is kept, so nothing is overlooked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// ASCII digits. Digits of other scripts are `Other`: nobody writes a date with them in good faith.
    Number(&'a str),
    /// ASCII letters.
    Word(&'a str),
    /// An ASCII sign; dashes and quotation marks of every make count as `-` and `"`.
    Sign(char),
    /// Anything else.
    Other,
}

/// A reader of tokens that can be copied to look ahead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tokens<'a> {
    /// What has not been read yet; it begins with no white space.
    rest: &'a str,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            rest: trimmed(text),
        }
    }

    /// The first byte that has not been read.
    pub(super) fn first(self) -> Option<u8> {
        self.rest.bytes().next()
    }

    pub(super) fn peek(mut self) -> Option<Token<'a>> {
        self.next()
    }

    /// Takes the next token if it is that word, in upper or lower case.
    pub(super) fn word(&mut self, word: &str) -> bool {
        self.take(|token| matches!(token, Token::Word(text) if text.eq_ignore_ascii_case(word)))
    }

    /// Takes these words if all of them come next.
    pub(super) fn words(&mut self, words: &[&str]) -> bool {
        let mut ahead = *self;
        let all = words.iter().all(|word| ahead.word(word));
        if all {
            *self = ahead;
        }
        all
    }

    /// Takes the next token if it is that sign.
    pub(super) fn sign(&mut self, sign: char) -> bool {
        self.take(|token| token == Token::Sign(sign))
    }

    /// Takes the next token if it is a number.
    pub(super) fn number(&mut self) -> Option<&'a str> {
        match self.peek() {
            Some(Token::Number(digits)) => {
                self.next();
                Some(digits)
            }
            Some(Token::Word(_) | Token::Sign(_) | Token::Other) | None => None,
        }
    }

    /// Takes the next token if it is that number, digit for digit.
    pub(super) fn number_is(&mut self, digits: &str) -> bool {
        self.take(|token| token == Token::Number(digits))
    }

    /// Where in `line`, of which these are the tokens, what has not been read begins, in bytes.
    pub(super) fn offset_in(self, line: &str) -> usize {
        line.len().saturating_sub(self.rest.len())
    }

    /// Skips every sign that `skip` names.
    pub(super) fn skip_signs(&mut self, skip: &str) {
        while self.take(|token| matches!(token, Token::Sign(sign) if skip.contains(sign))) {}
    }

    fn take(&mut self, wanted: impl FnOnce(Token<'_>) -> bool) -> bool {
        let mut ahead = *self;
        let found = ahead.next().is_some_and(wanted);
        if found {
            *self = ahead;
        }
        found
    }

    /// Cuts a run of ASCII bytes that `member` accepts from the front: at most [`LONGEST`], so that looking ahead
    /// costs the same whatever the line.
    fn run(&mut self, member: impl Fn(&u8) -> bool) -> &'a str {
        let bytes = self.rest.as_bytes();
        let window = bytes.get(..LONGEST).unwrap_or(bytes);
        let length = window
            .iter()
            .position(|byte| !member(byte))
            .unwrap_or(window.len());
        let (run, rest) = self.rest.split_at_checked(length).unwrap_or(("", ""));
        self.rest = trimmed(rest);
        run
    }
}

/// The text without white space in front; most of it has none.
fn trimmed(text: &str) -> &str {
    match text.as_bytes().first() {
        Some(byte) if byte.is_ascii_graphic() => text,
        Some(_) | None => text.trim_start(),
    }
}

/// No word or number of a declassification line is longer than this; the rest of one that is counts as the next.
const LONGEST: usize = 40;

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let first = self.rest.chars().next()?;
        if first.is_ascii_digit() {
            return Some(Token::Number(self.run(u8::is_ascii_digit)));
        }
        if first.is_ascii_alphabetic() {
            return Some(Token::Word(self.run(u8::is_ascii_alphabetic)));
        }
        let rest = self.rest.get(first.len_utf8()..).unwrap_or("");
        self.rest = trimmed(rest);
        Some(match first {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => Token::Sign('-'),
            '\u{201c}' | '\u{201d}' => Token::Sign('"'),
            '\u{2018}' | '\u{2019}' => Token::Sign('\''),
            sign if sign.is_ascii_punctuation() => Token::Sign(sign),
            _ => Token::Other,
        })
    }
}
