//! The captions on a line, whatever else stands there.

use super::super::decor::undecorated;
use super::separator::is_separator;
use super::table::{Binds, Known, Use, candidates, is_run, is_slip, same, spelled};
use super::words::{Word, may_hold, words};
use crate::marking::Caption;

/// The longest line that is looked at, in bytes, and the most words of a caption.
pub(super) const LONGEST: usize = 120;
const WORDS: usize = 5;

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
    if shown.len() > LONGEST || !may_hold(shown) {
        return Captions::default();
    }
    among(&words(shown))
}

/// The captions of words with nothing else between them; `None` where anything else stands there.
pub(super) fn alone(words: &[Word<'_>]) -> Option<Captions> {
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let linked = rest.first().is_some_and(|word| word.text == "AND");
        at += match longest(rest) {
            Some((_, width)) => width,
            None if linked => 1,
            None => return None,
        };
    }
    Some(among(words)).filter(|found| found.alone)
}

/// The captions among words.
pub(super) fn among(words: &[Word<'_>]) -> Captions {
    let mut found: Vec<(&Known, bool, bool)> = Vec::new();
    let mut alone = true;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let rest = words.get(at..).unwrap_or_default();
        match longest(rest) {
            Some((known, width)) => {
                let capitals = rest.iter().take(width).all(|word| word.capitals);
                let apart = is_set_apart(words, at, width, alone);
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
fn is_set_apart(words: &[Word<'_>], at: usize, width: usize, first: bool) -> bool {
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
fn longest(words: &[Word<'_>]) -> Option<(&'static Known, usize)> {
    candidates(&words.first()?.text)
        .filter_map(|known| Some((known, width(words, known)?)))
        .max_by_key(|(known, width)| (*width, known.words.len()))
}

/// How many of the words a caption takes; several of its own may be spelled as one: `OFFICIALUSEONLY`.
fn width(words: &[Word<'_>], known: &Known) -> Option<usize> {
    let first = words.first()?;
    // `NO DIS`, `EX DIS`: a code word that was cut in two.
    if known.used == Use::Code
        && let Some(second) = words.get(1)
        && first.capitals
        && second.capitals
        && first.text.len() + second.text.len() == known.words.len()
        && known.words.starts_with(&*first.text)
        && known.words.ends_with(&*second.text)
    {
        return Some(2);
    }
    let head = known.head();
    if head.len() == known.words.len() {
        let slip = known.used == Use::Code && first.capitals && is_slip(&first.text, known.words);
        return (slip || same(&first.text, known.words)).then_some(1);
    }
    if same(&first.text, head) {
        let count = known.words.split(' ').count();
        let all = known
            .words
            .split(' ')
            .take(WORDS)
            .enumerate()
            .all(|(at, part)| words.get(at).is_some_and(|word| same(&word.text, part)));
        return all.then_some(count);
    }
    (first.text.len() > head.len() && is_run(&first.text, known.words)).then_some(1)
}

/// The captions among the words of a text that are no words of anything else.
pub(in crate::parse) fn codes(text: &str) -> impl Iterator<Item = Caption> {
    text.split(is_separator).filter_map(|part| {
        let known =
            spelled(part).find(|known| known.used == Use::Code && same(part, known.words))?;
        match known.binds {
            Binds::Portions(caption) => Some(caption),
            Binds::Nothing | Binds::Sensitive => None,
        }
    })
}
