//! Paragraph numbers and list enumerators.

use std::fmt;

/// What counts an item below a paragraph: `a.`, `(3)`, `iv)`, a bullet.
///
/// ```
/// use tearline::document::Enumerator;
///
/// assert!(Enumerator::Letter('b').follows(Some(Enumerator::Letter('a'))));
/// assert!(!Enumerator::Digit(3).follows(Some(Enumerator::Digit(1))));
/// assert_eq!(Enumerator::Roman(4).to_string(), "iv");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Enumerator {
    /// A letter, in lower case: `A.`, `(a)`, `a)`.
    Letter(char),
    /// A number: `(3)`, `3)`.
    Digit(u16),
    /// A Roman number, as its value: `ii.`, `(IV)`.
    Roman(u16),
    /// A dash, a dot, a star: an item without a place in an order.
    Bullet,
}

impl Enumerator {
    /// Whether `self` is the item that comes right after `before`, or the first of a list where there is none before.
    #[must_use]
    pub fn follows(self, before: Option<Self>) -> bool {
        match (self, before) {
            (Self::Bullet, _) => true,
            // `i.` is read as the letter until a second Roman number stands behind it.
            (Self::Roman(2), Some(Self::Letter('i')))
            | (Self::Roman(6), Some(Self::Letter('v')))
            | (Self::Roman(11), Some(Self::Letter('x')))
            | (Self::Letter('v'), Some(Self::Roman(4)))
            | (Self::Letter('x'), Some(Self::Roman(9))) => true,
            (Self::Letter(letter), Some(Self::Letter(last))) => {
                u32::from(letter) == u32::from(last) + 1
            }
            (Self::Digit(digit), Some(Self::Digit(last)))
            | (Self::Roman(digit), Some(Self::Roman(last))) => digit == last.saturating_add(1),
            (Self::Letter(letter), _) => letter == 'a',
            (Self::Digit(value) | Self::Roman(value), _) => value == 1,
        }
    }
}

impl fmt::Display for Enumerator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Letter(letter) => write!(f, "{letter}"),
            Self::Digit(value) => write!(f, "{value}"),
            Self::Roman(value) => f.write_str(&roman(*value)),
            Self::Bullet => f.write_str("-"),
        }
    }
}

/// The number of a paragraph, and of an item below it: `4`, `4.a`. Telegrams repeat numbers, so it is no key.
///
/// ```
/// use tearline::document::{Enumerator, Number};
///
/// assert_eq!(Number::paragraph(4).to_string(), "4");
/// assert_eq!(Number::item(Some(4), Enumerator::Letter('a')).to_string(), "4.a");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    paragraph: Option<u16>,
    item: Option<Enumerator>,
}

impl Number {
    /// The number of a paragraph.
    #[must_use]
    pub const fn paragraph(number: u16) -> Self {
        Self {
            paragraph: Some(number),
            item: None,
        }
    }

    /// The number of an item of `paragraph`, or of an item that stands in no numbered paragraph.
    #[must_use]
    pub const fn item(paragraph: Option<u16>, item: Enumerator) -> Self {
        Self {
            paragraph,
            item: Some(item),
        }
    }

    /// The paragraph's own number, where it has one.
    #[must_use]
    pub const fn of_paragraph(self) -> Option<u16> {
        self.paragraph
    }

    /// The item below the paragraph, where it is one.
    #[must_use]
    pub const fn of_item(self) -> Option<Enumerator> {
        self.item
    }
}

impl Number {
    /// Writes it as a text has it before a portion: `4.`, `a.`, `3)`, `-`.
    pub(crate) fn write_lead(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.paragraph, self.item) {
            (_, Some(Enumerator::Bullet)) => f.write_str("-"),
            (_, Some(Enumerator::Digit(value))) => write!(f, "{value})"),
            (_, Some(item)) => write!(f, "{item}."),
            (Some(paragraph), None) => write!(f, "{paragraph}."),
            (None, None) => Ok(()),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.paragraph, self.item) {
            (Some(paragraph), Some(item)) => write!(f, "{paragraph}.{item}"),
            (Some(paragraph), None) => write!(f, "{paragraph}"),
            (None, Some(item)) => write!(f, "{item}"),
            (None, None) => Ok(()),
        }
    }
}

/// The value of a Roman number below 40, in one case; `None` for anything else.
pub(crate) fn roman_value(text: &str) -> Option<u16> {
    let bytes = text.as_bytes();
    let of_one_case = |digits: &[u8]| bytes.iter().all(|byte| digits.contains(byte));
    if bytes.is_empty() || bytes.len() > 7 || !(of_one_case(b"ivx") || of_one_case(b"IVX")) {
        return None;
    }
    (1..40).find(|value| roman(*value).eq_ignore_ascii_case(text))
}

fn roman(value: u16) -> String {
    let mut rest = value;
    let mut out = String::new();
    for (worth, digits) in [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")] {
        while rest >= worth {
            out.push_str(digits);
            rest -= worth;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numbers_are_read_strictly() {
        for (text, value) in [
            ("i", Some(1)),
            ("IV", Some(4)),
            ("xxxix", Some(39)),
            ("iiii", None),
            ("Iv", None),
            ("", None),
            ("l", None),
        ] {
            assert_eq!(roman_value(text), value, "{text}");
        }
    }

    #[test]
    fn an_item_follows_only_its_neighbour() {
        assert!(Enumerator::Letter('a').follows(None));
        assert!(Enumerator::Letter('c').follows(Some(Enumerator::Letter('b'))));
        assert!(!Enumerator::Letter('c').follows(Some(Enumerator::Letter('a'))));
        assert!(!Enumerator::Digit(2).follows(None));
        assert!(Enumerator::Digit(1).follows(Some(Enumerator::Letter('a'))));
    }
}
