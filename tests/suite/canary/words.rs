//! What portions say: sentences of fictional affairs, with words in them that begin fields and levels elsewhere.

use super::doc::canary;
use crate::generator::Dice;

const SUBJECTS: [&str; 18] = [
    "the harbor master",
    "the relay",
    "Mr. Birk",
    "the pier committee",
    "Ode",
    "the survey ship",
    "the ferry line",
    "Dr. Alder",
    "the owner of the quarry",
    "the port captain",
    "the mayor of Karshavn",
    "the kite club",
    "the pilot",
    "the new crane",
    "the Port Vesta office",
    "the night watch",
    "the lamp factory",
    "the tide gauge",
];
const VERBS: [&str; 14] = [
    "will meet",
    "paid for",
    "asked about",
    "has not seen",
    "refused to talk of",
    "wants to sell",
    "is waiting for",
    "moved",
    "wrote to",
    "will try to seize",
    "lost",
    "told us of",
    "keeps silent on",
    "signed for",
];
const OBJECTS: [&str; 16] = [
    "the lease",
    "two barges",
    "the secret talks",
    "a list of names",
    "the tar store",
    "lamps",
    "the third buoy",
    "the payment of 40,000 crowns",
    "the rope works",
    "sand and gravel",
    "what was said in March",
    "the old signal code",
    "the confidential list",
    "charts of the sound",
    "the sale",
    "the door to the boat house",
];
/// A word at the start of a line is text, whatever field it begins elsewhere.
const TAILS: [&str; 20] = [
    "to the north of the bay",
    "from the second pier",
    "info from two sources says so",
    "for the time being",
    "on 14 March 2006",
    "in section 2 of the plan",
    "at page 4 of the log",
    "to seize the quarry",
    "secret as it is",
    "with confidential help",
    "since the flood",
    "as of 9 p.m",
    "by order of the council",
    "subject to the weather",
    "in the drafter's view",
    "after the U.S. visit",
    "reference to the lease aside",
    "over 300 m",
    "to report",
    "classified or not",
];
/// Parentheses that are no marks.
const LOOKALIKES: [&str; 15] = [
    "(the pier)",
    "(see below)",
    "(para 3)",
    "(1986)",
    "(C. Ode)",
    "(CTs)",
    "(IOC)",
    "(a tug)",
    "(e.g. lamps)",
    "(40 tons)",
    "(Birk's)",
    "(A) the crane and (B) the rope",
    "Article 12(C)",
    "(sic)",
    "(two)",
];

/// How a run of words is to look.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) capitals: bool,
    pub(crate) width: usize,
    pub(crate) lookalikes: bool,
}

/// New canaries, each with its portion.
pub(crate) struct Mint<'c> {
    pub(crate) canaries: &'c mut Vec<usize>,
    pub(crate) portion: usize,
}

impl Mint<'_> {
    pub(crate) fn word(&mut self) -> String {
        self.canaries.push(self.portion);
        canary(self.canaries.len() - 1)
    }
}

pub(crate) fn pick<'a>(dice: &mut Dice, from: &[&'a str]) -> &'a str {
    from[dice.between(0, from.len())]
}

pub(crate) fn chance(dice: &mut Dice, percent: usize) -> bool {
    dice.between(0, 100) < percent
}

fn sentence(dice: &mut Dice, mint: &mut Mint<'_>, look: Look) -> String {
    let mut words = vec![pick(dice, &SUBJECTS).to_owned()];
    match dice.between(0, 4) {
        0 => words.insert(0, mint.word()),
        1 => words[0] = format!("{} of {}", words[0], mint.word()),
        _ => {}
    }
    words.push(pick(dice, &VERBS).to_owned());
    words.push(pick(dice, &OBJECTS).to_owned());
    if look.lookalikes && chance(dice, 12) {
        // In capitals (CTs) would be COSMIC TOP SECRET.
        let word = pick(dice, &LOOKALIKES);
        words.push(if look.capitals {
            word.replace("CTs", "tugs")
        } else {
            word.to_owned()
        });
    }
    words.push(format!("near {}", mint.word()));
    for _ in 0..dice.between(0, 3) {
        words.push(pick(dice, &TAILS).to_owned());
    }
    if chance(dice, 25) {
        words.push(format!("and {}", mint.word()));
    }
    capital(&words.join(" "))
}

pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// Sentences that fill lines of the width; the first line has less room.
pub(crate) fn prose(dice: &mut Dice, mint: &mut Mint<'_>, look: Look, sentences: usize) -> String {
    let mut out = Vec::new();
    for _ in 0..sentences {
        let mut one = sentence(dice, mint, look);
        one.push_str(match dice.between(0, 24) {
            0 => "?",
            1 => ".\"",
            2 => " (see the map).",
            3 => "...",
            _ => ".",
        });
        out.push(one);
    }
    if look.lookalikes && !look.capitals && chance(dice, 4) {
        out.push("The plant stands in Durham (NC).".to_owned());
    }
    wrap(
        &cased(out.join(if look.capitals { "  " } else { " " }), look),
        look.width,
    )
}

/// A title, or a line of a list.
pub(crate) fn title(dice: &mut Dice, mint: &mut Mint<'_>, look: Look) -> String {
    let out = match dice.between(0, 4) {
        0 => format!("{} of {}", capital(pick(dice, &OBJECTS)), mint.word()),
        1 => format!("{} and {}", capital(&mint.word()), pick(dice, &OBJECTS)),
        2 => format!("{} at {}", capital(pick(dice, &SUBJECTS)), mint.word()),
        _ => format!("{}: {}", capital(&mint.word()), pick(dice, &OBJECTS)),
    };
    cased(out, look)
}

fn cased(text: String, look: Look) -> String {
    if look.capitals {
        text.to_uppercase()
    } else {
        text
    }
}

pub(crate) fn wrap(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut column = 8;
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            if column + word.len() > width {
                out.push('\n');
                column = 0;
            } else {
                out.push(' ');
            }
        }
        out.push_str(word);
        column += word.len() + 1;
    }
    out
}
