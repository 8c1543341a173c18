//! A document as it was written: pieces that a damage can take hold of, and what each canary word stands for.

use super::check::Leak;
use super::truth::{READERS, Truth, Who};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tok {
    /// Furniture, header lines, and whatever no damage touches.
    Text(String),
    /// A number, a letter or a bullet.
    Number(String),
    /// A portion mark with its brackets.
    Mark(String),
    /// A label with its colon.
    Label(String),
    /// What a portion says.
    Words { portion: usize, text: String },
}

impl Tok {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Mark(text) | Self::Label(text) => text,
            Self::Words { text, .. } => text,
        }
    }
}

/// A run of pieces that stands or falls as one; what follows it.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// Without it the rest of the document would say something else.
    pub(crate) essential: bool,
    /// Its place in the document as it was written.
    pub(crate) index: usize,
    pub(crate) toks: Vec<Tok>,
    pub(crate) end: &'static str,
}

#[derive(Clone, Debug)]
pub(crate) struct Portion {
    pub(crate) truth: Truth,
    /// It states nothing, and has what the document has.
    pub(crate) overall: bool,
    /// How it stands in its document.
    pub(crate) place: &'static str,
    /// The same for a report, which names the caption that binds all.
    pub(crate) situation: &'static str,
}

/// What is done to the whole text in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    AsIs,
    /// Every line break by another one.
    Breaks(&'static str),
    /// In front of every line.
    Quoted(&'static str),
    /// Two strings, one for the other.
    Swapped(&'static str, &'static str),
}

#[derive(Clone, Debug)]
pub(crate) struct Doc {
    pub(crate) kind: &'static str,
    pub(crate) parts: Vec<Part>,
    pub(crate) portions: Vec<Portion>,
    /// The portion of every canary.
    pub(crate) canaries: Vec<usize>,
    /// Days, and whether the date of the document has come.
    pub(crate) days: Vec<(&'static str, bool)>,
    pub(crate) whole: Whole,
}

impl Doc {
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        for part in &self.parts {
            for tok in &part.toks {
                out.push_str(tok.as_str());
            }
            out.push_str(part.end);
        }
        match self.whole {
            Whole::AsIs => out,
            Whole::Breaks(with) => out.replace('\n', with),
            Whole::Quoted(sign) => out.lines().map(|line| format!("{sign}{line}\n")).collect(),
            Whole::Swapped(from, to) => out.replace(from, to),
        }
    }

    pub(crate) fn truth(&self, canary: usize) -> Truth {
        self.truth_of(self.canaries[canary])
    }

    /// What a portion states, or what its level line and every mark that still stands come to.
    pub(crate) fn truth_of(&self, portion: usize) -> Truth {
        let portion = &self.portions[portion];
        if !portion.overall {
            return portion.truth;
        }
        let toks = self.parts.iter().flat_map(|part| &part.toks);
        toks.filter_map(|tok| match tok {
            Tok::Words { portion, .. } => Some(&self.portions[*portion]),
            Tok::Text(_) | Tok::Number(_) | Tok::Mark(_) | Tok::Label(_) => None,
        })
        .filter(|other| !other.overall)
        .fold(portion.truth, |truth, other| truth.join(other.truth))
    }

    /// Every canary that its own mark lets a reader see, by reader and day; of foreigners and of the public after the
    /// date only what is (U), since a banner may bind the rest.
    pub(crate) fn whoever_may_see(&self) -> Vec<Leak> {
        let mut found = Vec::new();
        for (canary, portion) in self.canaries.iter().enumerate() {
            let portion = &self.portions[*portion];
            for (day, (_, opened)) in self.days.iter().enumerate() {
                for (reader, (_, who)) in READERS.iter().enumerate() {
                    let counts = portion.truth.is_open() || matches!(who, Who::Federal(_));
                    if counts && !portion.overall && portion.truth.allows(*who, *opened) {
                        found.push(Leak {
                            canary,
                            reader,
                            day,
                        });
                    }
                }
            }
        }
        found
    }

    pub(crate) fn situation(&self, canary: usize) -> &'static str {
        self.portions[self.canaries[canary]].situation
    }
}

const CONSONANTS: &[u8; 14] = b"bdfgjklmnprstv";
const VOWELS: &[u8; 5] = b"aeiou";

/// The word that stands for a number: no word of any language, and no two alike.
pub(crate) fn canary(index: usize) -> String {
    let pair = |value: usize| {
        [
            char::from(CONSONANTS[value / 5 % 14]),
            char::from(VOWELS[value % 5]),
        ]
    };
    let mut out = String::from("zq");
    out.extend(pair(index / 70));
    out.extend(pair(index % 70));
    out
}

/// Every canary in a text, whatever its letters' case.
pub(crate) fn sighted(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let position = |set: &[u8], byte: Option<&u8>| {
        let byte = byte?.to_ascii_lowercase();
        set.iter().position(|one| *one == byte)
    };
    let mut found = Vec::new();
    let starts = ["zq", "ZQ", "Zq"]
        .into_iter()
        .flat_map(|start| text.match_indices(start));
    for (at, _) in starts {
        let digit = |offset: usize| {
            let high = position(CONSONANTS, bytes.get(at + offset))?;
            Some(high * 5 + position(VOWELS, bytes.get(at + offset + 1))?)
        };
        if let (Some(high), Some(low)) = (digit(2), digit(4)) {
            found.push(high * 70 + low);
        }
    }
    found
}
