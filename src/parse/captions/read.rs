//! The captions on a line, whatever else stands there.

use super::super::chars::byte;
use super::super::decor::undecorated;
use super::table::{Binds, CAPTIONS, Known, Use, folded, same};
use super::words::{Word, is_separator, words};
use crate::marking::Caption;

/// The longest line that is looked at, in bytes, and the most words of a caption.
pub(super) const LONGEST: usize = 120;
const WORDS: usize = 5;

/// The shortest code word that is known with a letter wrong.
const SLIP: usize = 5;

/// What captions say, taken together.
#[derive(Debug, Default)]
pub(in crate::parse) struct Captions {
    pub(in crate::parse) captions: Vec<Caption>,
    pub(in crate::parse) sensitive: bool,
    /// Whether a caption stands there, though it may bind nothing.
    pub(in crate::parse) any: bool,
    /// Whether nothing else stands there.
    pub(in crate::parse) alone: bool,
    /// Whether a caption stands there that is no word of another text.
    pub(in crate::parse) sure: bool,
    /// Whether it is none that is known: `HARBOR GROUP ONLY`.
    pub(in crate::parse) unknown: bool,
}

impl Captions {
    /// Whether a portion is bound by it.
    pub(in crate::parse) fn binds(&self) -> bool {
        self.sensitive || !self.captions.is_empty()
    }
}

/// The captions on a line, whatever else stands there. What is no code word counts where it stands in capitals, or
/// where nothing else stands on the line.
pub(in crate::parse) fn read(text: &str) -> Captions {
    let shown = undecorated(text);
    if shown.len() > LONGEST {
        return Captions::default();
    }
    let words = words(shown);
    let mut found: Vec<(&Known, bool, bool)> = Vec::new();
    let mut alone = true;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let rest = words.get(at..).unwrap_or_default();
        match longest(rest) {
            Some((known, width)) => {
                let capitals = rest.iter().take(width).all(|word| word.capitals);
                let apart = is_set_apart(&words, at, width, alone);
                found.push((known, capitals, apart));
                at += width;
            }
            None => {
                alone &= word.text == "AND";
                at += 1;
            }
        }
    }
    let mut captions = Captions {
        alone: alone && !found.is_empty(),
        ..Captions::default()
    };
    for (known, capitals, apart) in found {
        if !capitals && !captions.alone {
            continue;
        }
        captions.any = true;
        captions.sure |= apart || known.used != Use::Word;
        match known.binds {
            Binds::Nothing => {}
            Binds::Sensitive => captions.sensitive = true,
            Binds::Portions(caption) => captions.captions.push(caption),
        }
    }
    captions
}

/// Whether an ordinary word stands as captions do beside other words: at the beginning, with a sign or the words of an
/// addressee behind it (`SENSITIVE - NOT FOR INTERNET`, `PERSONAL FOR BIRK`), or at the end of `PLEASE TREAT AS SENSITIVE`.
fn is_set_apart(words: &[Word], at: usize, width: usize, first: bool) -> bool {
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let treated = || before.is_some_and(|word| matches!(&*word.text, "AS" | "MARKED"));
    match words.get(at + width) {
        None => treated(),
        Some(next) => {
            first
                && (next.behind_sign
                    || matches!(&*next.text, "FOR" | "FROM" | "NOT" | "PLEASE" | "PASS"))
        }
    }
}

/// The longest caption that `words` begin with, and how many of them it takes.
fn longest(words: &[Word]) -> Option<(&'static Known, usize)> {
    CAPTIONS
        .iter()
        .filter_map(|known| Some((known, width(words, known)?)))
        .max_by_key(|(known, width)| (*width, known.words.len()))
}

/// How many of the words a caption takes; several of its own may be spelled as one: `OFFICIALUSEONLY`.
fn width(words: &[Word], known: &Known) -> Option<usize> {
    let first = words.first()?;
    // `NO DIS`, `EX DIS`: a code word that was cut in two.
    if known.used == Use::Code
        && let Some(second) = words.get(1)
        && first.capitals
        && second.capitals
        && first.text.len() + second.text.len() == known.words.len()
        && known.words.starts_with(&first.text)
        && known.words.ends_with(&second.text)
    {
        return Some(2);
    }
    let begins = folded(byte(&first.text, 0)) == folded(byte(known.words, 0));
    if !begins && (known.used != Use::Code || first.text.len() != known.words.len()) {
        return None;
    }
    let parts = known.words.split(' ').take(WORDS);
    let count = known.words.split(' ').count();
    if count > 1 && first.text.len() == known.words.len() - (count - 1) {
        let joined: String = parts.clone().collect();
        if same(&first.text, &joined) {
            return Some(1);
        }
    }
    let all = parts
        .zip(words.iter().map(Some).chain(std::iter::repeat(None)))
        .all(|(part, word)| {
            word.is_some_and(|word| {
                same(&word.text, part)
                    || (known.used == Use::Code && word.capitals && is_slip(&word.text, part))
            })
        });
    all.then_some(count)
}

/// Whether a word is another one but for one letter.
fn is_slip(word: &str, other: &str) -> bool {
    other.len() >= SLIP
        && word.len() == other.len()
        && word
            .bytes()
            .zip(other.bytes())
            .filter(|(one, other)| folded(*one) != folded(*other))
            .count()
            == 1
}

/// The captions among the words of a text that are no words of anything else.
pub(in crate::parse) fn codes(text: &str) -> impl Iterator<Item = Caption> {
    text.split(is_separator).filter_map(|part| {
        let known = CAPTIONS
            .iter()
            .find(|known| known.used == Use::Code && same(part, known.words))?;
        match known.binds {
            Binds::Portions(caption) => Some(caption),
            Binds::Nothing | Binds::Sensitive => None,
        }
    })
}
