//! Noninterference: what is withheld says something else, at another length, in another shape, on other lines.

use tearline::policy::Policy;

use super::check::Readers;
use super::doc::{Doc, Tok};
use super::truth::READERS;
use super::words::{Look, Mint, chance, pick, prose, title};
use crate::generator::Dice;

/// Lines that begin as fields, levels and numbers do, and are the text of a withheld portion.
const HOSTILE: [&str; 10] = [
    "TO seize the quarry",
    "FM the coast",
    "INFO from the pilot",
    "Secret talks with Ode",
    "Confidential sources of post 7",
    "40,000 crowns",
    "to the north",
    "Subject to the weather",
    "Reference to the lease",
    "DECL of war",
];

/// The document, and the same one with other words in what this reader may not see.
pub(crate) struct Pair {
    pub(crate) one: Doc,
    pub(crate) two: Doc,
    pub(crate) reader: usize,
    pub(crate) day: usize,
}

/// `None` where nothing of the kind is withheld.
pub(crate) fn pair(doc: &Doc, readers: &Readers, dice: &mut Dice) -> Option<Pair> {
    let day = dice.between(0, doc.days.len());
    let reader = dice.between(0, READERS.len());
    let sight = readers.look(doc);
    let mut two = doc.clone();
    let mut changed = false;
    let last = doc.parts.len() - 1;
    for at in 0..last {
        let numbered = matches!(doc.parts[at].toks.first(), Some(Tok::Number(_)));
        for tok in 0..doc.parts[at].toks.len() {
            let toks = &doc.parts[at].toks;
            let Tok::Words { portion, text } = &toks[tok] else {
                continue;
            };
            let truth = doc.truth_of(*portion);
            let withheld = !truth.allows(READERS[reader].1, doc.days[day].1)
                && super::doc::sighted(text)
                    .iter()
                    .all(|canary| !sight.shown(*canary, reader, day));
            // Rows and titles stay rows and titles.
            let line = ["cell", "row", "subject", "heading", "quoted"]
                .iter()
                .any(|word| doc.portions[*portion].place.contains(word));
            let Some(place) = place(toks, tok).filter(|_| withheld && !line) else {
                continue;
            };
            let blocks =
                numbered && place == Place::Front && toks.len() == 5 && !doc.parts[at].essential;
            let capitals = *text == text.to_uppercase();
            let mut mint = Mint {
                canaries: &mut two.canaries,
                portion: *portion,
            };
            let text = other(dice, &mut mint, place, capitals, blocks);
            two.parts[at].toks[tok] = Tok::Words {
                portion: *portion,
                text,
            };
            changed = true;
        }
    }
    changed.then(|| Pair {
        one: doc.clone(),
        two,
        reader,
        day,
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Front,
    Behind,
}

/// Words right behind a mark, and nothing behind them on their line; or words before a mark.
fn place(toks: &[Tok], at: usize) -> Option<Place> {
    let front = at > 1 && matches!(toks[at - 2], Tok::Mark(_)) && toks[at - 1].as_str() == " ";
    let ends = toks
        .get(at + 1)
        .is_none_or(|tok| tok.as_str().starts_with('\n'));
    let behind = at <= 1 && matches!(toks.get(at + 2), Some(Tok::Mark(_))) && toks.len() == at + 3;
    if front
        && ends
        && !toks
            .iter()
            .skip(at + 1)
            .any(|tok| matches!(tok, Tok::Text(text) if text == "\n\n"))
    {
        Some(Place::Front)
    } else if behind {
        Some(Place::Behind)
    } else {
        None
    }
}

fn other(
    dice: &mut Dice,
    mint: &mut Mint<'_>,
    place: Place,
    capitals: bool,
    blocks: bool,
) -> String {
    let look = Look {
        capitals,
        width: 40 + 10 * dice.between(0, 7),
        lookalikes: false,
    };
    let mut text = match dice.between(0, 6) {
        0 if place == Place::Front => title(dice, mint, look),
        1 if place == Place::Front => mint.word(),
        _ => {
            let sentences = dice.between(2, 9);
            prose(dice, mint, look, sentences)
        }
    };
    if capitals {
        // In capitals an aside could be a mark that cannot be read.
        text = text.replace(['(', ')'], "");
    }
    if chance(dice, 30) {
        let line = pick(dice, &HOSTILE);
        let end = pick(dice, &[".", ":", ";", "", " --", ".\""]);
        if place == Place::Front {
            text = format!("{text}\n{line}{end}");
        } else {
            text = format!("{text}\n{line} goes on. It goes on and on.");
        }
    }
    if blocks && chance(dice, 40) {
        let more = prose(dice, mint, look, 4);
        text = format!("{text}\n\n{more}");
    }
    text
}

impl Pair {
    /// Whether both render to the same bytes.
    pub(crate) fn is_same(&self, readers: &Readers) -> bool {
        rendered(&self.one, readers, self.reader, self.day)
            == rendered(&self.two, readers, self.reader, self.day)
    }

    /// In what the releases differ.
    pub(crate) fn sort(&self, readers: &Readers) -> &'static str {
        let (one, one_json) = rendered(&self.one, readers, self.reader, self.day);
        let (two, two_json) = rendered(&self.two, readers, self.reader, self.day);
        if one == two {
            let kinds = |json: &str| {
                json.lines()
                    .filter(|line| !line.contains("\"kind\""))
                    .count()
            };
            return if kinds(&one_json) == kinds(&two_json) {
                "in the kind of a portion alone"
            } else {
                "in the JSON alone"
            };
        }
        let shown = |text: &str| {
            text.lines()
                .filter(|line| !line.contains("[withheld"))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        if shown(&one) != shown(&two) {
            "in what is shown"
        } else if one.lines().count() == two.lines().count() {
            "in the reasons"
        } else {
            "in the number of places withheld"
        }
    }

    /// The lines in which the releases differ.
    pub(crate) fn difference(&self, readers: &Readers) -> String {
        let (one, one_json) = rendered(&self.one, readers, self.reader, self.day);
        let (two, two_json) = rendered(&self.two, readers, self.reader, self.day);
        let (one, two) = if one == two {
            (one_json, two_json)
        } else {
            (one, two)
        };
        let lines = |text: &str, sign: &str, other: &str| -> String {
            let other: Vec<&str> = other.lines().collect();
            let lines = text.lines().filter(|line| !other.contains(line));
            lines.map(|line| format!("{sign} {line}\n")).collect()
        };
        if one.lines().count() != two.lines().count() {
            return format!("the one:\n{one}\nthe other:\n{two}\n");
        }
        lines(&one, "<<", &two) + &lines(&two, ">>", &one)
    }

    /// The least that still differs.
    pub(crate) fn least(mut self, readers: &Readers) -> Self {
        let mut at = self.one.parts.len();
        while at > 0 {
            at -= 1;
            let (mut one, mut two) = (self.one.clone(), self.two.clone());
            one.parts.remove(at);
            two.parts.remove(at);
            let fewer = Self {
                one,
                two,
                reader: self.reader,
                day: self.day,
            };
            // A gap in the numbers would be another structure.
            let numbered = matches!(self.one.parts[at].toks.first(), Some(Tok::Number(_)));
            if !self.one.parts[at].essential && !numbered && !fewer.is_same(readers) {
                self = fewer;
            }
        }
        for at in 0..self.one.parts.len() {
            for tok in 0..self.one.parts[at].toks.len() {
                let mut two = self.two.clone();
                two.parts[at].toks[tok] = self.one.parts[at].toks[tok].clone();
                let fewer = Self {
                    one: self.one.clone(),
                    two,
                    reader: self.reader,
                    day: self.day,
                };
                if !fewer.is_same(readers) {
                    self = fewer;
                }
            }
        }
        self
    }
}

fn rendered(doc: &Doc, readers: &Readers, reader: usize, day: usize) -> (String, String) {
    let text = doc.text();
    let document = tearline::parse(&text);
    let day = doc.days[day].0.parse().unwrap();
    let release = Policy::default().release(&document, readers.get(reader), day);
    (release.to_text(), release.to_json())
}
