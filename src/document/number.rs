//! Paragraph numbers and list enumerators.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

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

/// How many items may stand in one another.
const DEEPEST: usize = 4;

/// The number of a paragraph, and of the items below it: `4`, `4.a`, `4.a.(1)`. Telegrams repeat numbers, so it is no key.
///
/// ```
/// use tearline::document::{Enumerator, Number};
///
/// assert_eq!(Number::paragraph(4).to_string(), "4");
/// let item = Number::item(Some(4), Enumerator::Letter('a'));
/// assert_eq!(item.to_string(), "4.a");
/// assert_eq!(item.below(Enumerator::Digit(1)).below(Enumerator::Letter('a')).to_string(), "4.a.(1)(a)");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Number {
    paragraph: Option<u32>,
    /// The outermost first.
    items: [Option<Enumerator>; DEEPEST],
    /// Which of the items the line of the portion begins with.
    own: u8,
}

impl Number {
    /// The number of a paragraph.
    #[must_use]
    pub const fn paragraph(number: u32) -> Self {
        Self {
            paragraph: Some(number),
            items: [None; DEEPEST],
            own: 0,
        }
    }

    /// The number of an item of `paragraph`, or of an item that stands in no numbered paragraph.
    #[must_use]
    pub const fn item(paragraph: Option<u32>, item: Enumerator) -> Self {
        Self {
            paragraph,
            items: [Some(item), None, None, None],
            own: 0,
        }
    }

    /// The number of an item below this one, at most four deep: what stands deeper has the number of what it stands in.
    #[must_use]
    pub fn below(mut self, item: Enumerator) -> Self {
        let free = (0_u8..)
            .zip(&mut self.items)
            .find(|(_, slot)| slot.is_none());
        if let Some((at, slot)) = free {
            *slot = Some(item);
            self.own = at;
        }
        self
    }

    /// The number of an item that opens right behind this one, on the same line: `a. (1) …` begins with `a`.
    pub(crate) fn opens(self, item: Enumerator) -> Self {
        Self {
            own: self.own,
            ..self.below(item)
        }
    }

    /// The same number in these items, the outermost first; the number itself where they are too many.
    pub(crate) fn within(self, outer: impl Iterator<Item = Enumerator>) -> Self {
        let mut items = [None; DEEPEST];
        let mut count = 0_u8;
        let mut slots = items.iter_mut();
        for item in outer.inspect(|_| count += 1).chain(self.items()) {
            match slots.next() {
                Some(slot) => *slot = Some(item),
                None => return self,
            }
        }
        Self {
            paragraph: self.paragraph,
            items,
            own: count + self.own,
        }
    }

    /// The paragraph's own number, where it has one.
    #[must_use]
    pub const fn of_paragraph(self) -> Option<u32> {
        self.paragraph
    }

    /// The item below the paragraph, where it is one: of items in one another, the one that its line begins with.
    #[must_use]
    pub fn of_item(self) -> Option<Enumerator> {
        self.items.get(usize::from(self.own)).copied().flatten()
    }

    /// The items below the paragraph, the outermost first: `a`, `1` for `4.a.(1)`.
    pub fn items(self) -> impl Iterator<Item = Enumerator> {
        self.items.into_iter().flatten()
    }

    /// Reads it as it prints. A single letter is one, and no Roman number.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (outer, inner) = match text.split_once(".(") {
            Some((outer, inner)) => (outer, Some(inner.strip_suffix(')')?)),
            None => (text, None),
        };
        let number = match outer.split_once('.') {
            Some((paragraph, item)) => Self::item(Some(digits(paragraph)?), read_item(item)?),
            None => match digits(outer).filter(|_| inner.is_none()) {
                Some(paragraph) => Self::paragraph(paragraph),
                None => Self::item(None, read_item(outer)?),
            },
        };
        inner
            .into_iter()
            .flat_map(|inner| inner.split(")("))
            .try_fold(number, |number, item| Some(number.below(read_item(item)?)))
    }

    /// Writes it as a text has it before a portion: `4.`, `a.`, `3)`, `-`; an item in another one with its whole number,
    /// `4.a.(1)`.
    pub(crate) fn write_lead(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.paragraph, self.items) {
            (_, [_, Some(_), ..]) => write!(f, "{self}"),
            (_, [Some(Enumerator::Bullet), ..]) => f.write_str("-"),
            (_, [Some(Enumerator::Digit(value)), ..]) => write!(f, "{value})"),
            (_, [Some(item), ..]) => write!(f, "{item}."),
            (Some(paragraph), [None, ..]) => write!(f, "{paragraph}."),
            (None, [None, ..]) => Ok(()),
        }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.paragraph == other.paragraph && self.items == other.items
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.paragraph.hash(state);
        self.items.hash(state);
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(paragraph) = self.paragraph {
            write!(f, "{paragraph}")?;
        }
        for (depth, item) in self.items().enumerate() {
            match (depth, self.paragraph) {
                (0, None) => write!(f, "{item}")?,
                (0, Some(_)) => write!(f, ".{item}")?,
                (1, _) => write!(f, ".({item})")?,
                _ => write!(f, "({item})")?,
            }
        }
        Ok(())
    }
}

/// What digits alone count.
pub(super) fn digits<N: FromStr>(text: &str) -> Option<N> {
    let all = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| all)
}

fn read_item(text: &str) -> Option<Enumerator> {
    match text.as_bytes() {
        [b'-'] => Some(Enumerator::Bullet),
        [letter @ b'a'..=b'z'] => Some(Enumerator::Letter(char::from(*letter))),
        _ => digits(text)
            .map(Enumerator::Digit)
            .or_else(|| roman_value(text).map(Enumerator::Roman)),
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
    fn a_number_reads_as_it_prints() {
        for text in [
            "4",
            "4.a",
            "4.3",
            "4.-",
            "4.a.(1)",
            "4.a.(1)(a)(ii)",
            "a",
            "iv",
            "-",
            "a.(1)",
            "300.b",
        ] {
            let number = Number::read(text).map(|number| number.to_string());
            assert_eq!(number.as_deref(), Some(text));
        }
        for text in [
            "", "4.", "4.a.", "4.a.(", "4.a.()", "A", "4.a.(1", "4 a", "four",
        ] {
            assert_eq!(Number::read(text), None, "{text}");
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
