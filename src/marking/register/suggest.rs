//! The nearest spelling of the register to a token that it does not hold.

use super::Level;
use super::codes::{TETRAGRAPHS, TRIGRAPHS};
use super::retired::{TYPE_INDICATOR, is_retired_word};
use super::spelling::spellings;
use super::table::{Category, ROWS};
use crate::text::within_one;

/// The level that `text` was meant to be.
pub(in crate::marking) fn level(text: &str) -> Option<&'static str> {
    Level::ALL
        .into_iter()
        .map(Level::banner)
        .find(|name| within_one(name, text))
}

/// The control that `text` was meant to be, in any category from `category` on.
pub(in crate::marking) fn control(text: &str, category: Category) -> Option<&'static str> {
    let spellings = ROWS
        .iter()
        .filter(|row| row.category >= category)
        .flat_map(|row| [row.banner, row.title]);
    spellings
        .filter(|name| name.len() >= 4)
        .find(|name| within_one(name, text))
}

/// Whether `text` is a control of the register outside SCI, or one slip from one of four letters or more.
pub(in crate::marking) fn is_near_control(text: &str) -> bool {
    ROWS.iter()
        .filter(|row| row.category != Category::Sci)
        .any(|row| {
            let near = |name: &str| name.len() >= 5 && within_one(name, text);
            text == row.portion || near(row.banner) || near(row.title)
        })
}

/// Whether every word of `text` is one of the register, or one slip away from one of four letters or more: a level, a
/// control, a code of a country or organisation, a number of two digits, one letter.
pub(in crate::marking) fn is_register_like(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(is_register_word)
}

fn is_register_word(word: &str) -> bool {
    let upper = word.to_ascii_uppercase();
    let like = |name: &str| name == upper || name.len() >= 4 && within_one(name, &upper);
    let letter = word.len() == 1 && word.is_ascii();
    letter
        || (word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()))
        || TRIGRAPHS.contains(&upper.as_str())
        || TETRAGRAPHS.iter().any(|row| row.code() == upper)
        || spellings().flat_map(|name| name.split(' ')).any(like)
        || ROWS
            .iter()
            .flat_map(|row| [row.banner, row.portion])
            .flat_map(|name| name.split([' ', '-']))
            .any(like)
        || is_retired_word(&upper)
        || upper == TYPE_INDICATOR
        || SHORT_OF_REGISTER.contains(&upper.as_str())
}

/// Words of marks that no row bears: the joint and special access heads, SIGMA.
const SHORT_OF_REGISTER: [&str; 7] = ["JOINT", "SAR", "SG", "SIGMA", "NFD", "SP", "TO"];
