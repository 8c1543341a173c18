//! Numbers as a file holds them: in texts of which no two numbers share one.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::number::{Enumerator, Number, digits};

impl Serialize for Number {
    /// As it prints, but for what would read as another number: `3)`, and a Roman number of one letter, `(i)`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items = self.items().map(|item| {
            let printed = item.to_string();
            match item {
                Enumerator::Digit(_) => format!("{printed})"),
                Enumerator::Roman(_) if printed.len() < 2 => format!("({printed})"),
                Enumerator::Letter(_) | Enumerator::Roman(_) | Enumerator::Bullet => printed,
            }
        });
        let paragraph = self.of_paragraph().map(|paragraph| paragraph.to_string());
        let text = paragraph
            .into_iter()
            .chain(items)
            .collect::<Vec<_>>()
            .join(".");
        serializer.serialize_str(&text)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong =
            || D::Error::custom("no number of a portion; write `4`, `4.a`, `4.3)`, `4.a.3)`, `a`");
        let (paragraph, items) = match text.split_once('.') {
            Some((head, rest)) if digits::<u32>(head).is_some() => (digits(head), Some(rest)),
            Some(_) => (None, Some(&*text)),
            None => {
                let number = digits(&text);
                (number, Some(&*text).filter(|_| number.is_none()))
            }
        };
        let mut number = paragraph.map(Self::paragraph);
        for written in items.into_iter().flat_map(|items| items.split('.')) {
            let item = item(written).ok_or_else(wrong)?;
            number = Some(match number {
                Some(number) => number.below(item),
                None => Self::item(None, item),
            });
        }
        number.ok_or_else(wrong)
    }
}

fn item(text: &str) -> Option<Enumerator> {
    if let Some(roman) = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        return value(roman).map(Enumerator::Roman);
    }
    if let Some(number) = text.strip_suffix(')') {
        return digits(number).map(Enumerator::Digit);
    }
    let mut letters = text.chars();
    match (letters.next()?, letters.next()) {
        ('-', None) => Some(Enumerator::Bullet),
        (letter, None) => letter.is_alphabetic().then_some(Enumerator::Letter(letter)),
        (_, Some(_)) => value(text).map(Enumerator::Roman),
    }
}

/// The value of a Roman number as it prints.
fn value(text: &str) -> Option<u16> {
    let below_ten = text.trim_start_matches('x');
    let tens = u16::try_from(text.len() - below_ten.len()).ok()?;
    let rest = (0..10).find(|rest| Enumerator::Roman(*rest).to_string() == below_ten)?;
    tens.checked_mul(10)?.checked_add(rest)
}
