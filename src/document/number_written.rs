//! Numbers as a file holds them: in texts of which no two numbers share one.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::number::{Enumerator, Number};

impl Serialize for Number {
    /// As it prints, but for what would read as another number: `3)`, and a Roman number of one letter, `(i)`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let item = self.of_item().map(|item| {
            let printed = item.to_string();
            match item {
                Enumerator::Digit(_) => format!("{printed})"),
                Enumerator::Roman(_) if printed.len() < 2 => format!("({printed})"),
                Enumerator::Letter(_) | Enumerator::Roman(_) | Enumerator::Bullet => printed,
            }
        });
        let text = match (self.of_paragraph(), item) {
            (Some(paragraph), Some(item)) => format!("{paragraph}.{item}"),
            (Some(paragraph), None) => paragraph.to_string(),
            (None, item) => item.unwrap_or_default(),
        };
        serializer.serialize_str(&text)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = || D::Error::custom("no number of a portion; write `4`, `4.a`, `4.3)`, `a`");
        match text.split_once('.') {
            Some((paragraph, rest)) => {
                let (paragraph, rest) = (digits(paragraph), item(rest));
                let both = paragraph.zip(rest);
                let (paragraph, rest) = both.ok_or_else(wrong)?;
                Ok(Self::item(Some(paragraph), rest))
            }
            None => digits(&text)
                .map(Self::paragraph)
                .or_else(|| item(&text).map(|item| Self::item(None, item)))
                .ok_or_else(wrong),
        }
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

fn digits(text: &str) -> Option<u16> {
    let all = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| all)
}

/// The value of a Roman number as it prints.
fn value(text: &str) -> Option<u16> {
    let below_ten = text.trim_start_matches('x');
    let tens = u16::try_from(text.len() - below_ten.len()).ok()?;
    let rest = (0..10).find(|rest| Enumerator::Roman(*rest).to_string() == below_ten)?;
    tens.checked_mul(10)?.checked_add(rest)
}
