//! Runs of words: their shape is declared, and all else follows from a seed.

use proptest::prelude::*;
use proptest::sample::select;

use super::PAGE;

/// A run of words: its declared shape, and the seed of everything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) shape: Shape,
    /// It ends in a colon.
    pub(crate) announces: bool,
    pub(crate) seed: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Heading,
    Text,
}

/// Words of no other meaning, none of which the library uses itself.
pub(crate) const VOCABULARY: [&str; 16] = [
    "zephyr",
    "quokka",
    "marzipan",
    "ocelot",
    "tambourine",
    "walnut",
    "gazebo",
    "lanterns",
    "pelican",
    "rhubarb",
    "saxophone",
    "tortoise",
    "umbrella",
    "vinegar",
    "wombat",
    "xylophone",
];

impl Words {
    pub(super) fn any() -> impl Strategy<Value = Self> {
        (
            select(&[Shape::Heading, Shape::Text][..]),
            prop::bool::weighted(0.2),
            any::<u32>(),
        )
            .prop_map(|(shape, announces, seed)| Self {
                shape,
                announces,
                seed,
            })
    }

    /// The words, on one line or several: a heading is one line without a full stop, a text two sentences or more.
    pub(crate) fn text(self) -> String {
        let mut dice = Dice(u64::from(self.seed));
        if self.shape == Shape::Heading {
            let mut out = dice.words(1, 7).join(" ");
            if self.announces {
                out.push(':');
            }
            return out;
        }
        let mut words = Vec::new();
        for _ in 0..dice.between(2, 6) {
            let mut sentence = dice.words(2, 18);
            if dice.between(0, 4) == 0 {
                // A mark in mid-sentence is text.
                let mark = ["(A)", "(B)", "(FOB)", "4.", "40,000"][dice.between(0, 5)];
                sentence.insert(1, mark.to_owned());
            }
            if let Some(last) = sentence.last_mut() {
                last.push('.');
            }
            words.extend(sentence);
        }
        let width = dice.between(24, 90);
        let page = dice.between(0, 6);
        let mut out = String::new();
        let mut column = 0;
        for (index, word) in words.iter().enumerate() {
            let protected = word.starts_with(|c: char| !c.is_ascii_alphabetic());
            if index > 0 {
                // What could be taken for a mark or a number stays within its line.
                if column + word.len() > width && !protected {
                    out.push('\n');
                    if page == 0 {
                        out.push_str(PAGE);
                    }
                    column = 0;
                } else {
                    out.push(' ');
                }
            }
            out.push_str(word);
            column += word.len() + 1;
        }
        if self.announces {
            out.pop();
            out.push(':');
        }
        out
    }
}

/// Numbers that look random and follow from a seed.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn between(&mut self, from: usize, to: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        from + usize::try_from(self.0 >> 33).unwrap() % (to - from)
    }

    pub(super) fn words(&mut self, from: usize, to: usize) -> Vec<String> {
        (0..self.between(from, to))
            .map(|_| VOCABULARY[self.between(0, VOCABULARY.len())].to_owned())
            .collect()
    }
}
