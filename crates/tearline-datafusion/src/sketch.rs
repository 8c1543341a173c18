//! Sketches of paragraphs: MinHash over runs of five words, under a key.
//!
//! A run of words is hashed under the key before anything else is made of it, so that without the key nobody can find out by
//! trying which words a sketch is of. With the key, whoever guesses a whole paragraph can confirm the guess.

use std::collections::HashSet;

/// Five words in a row, as the check of an output counts them.
const RUN: usize = 5;

/// How many smallest hashes are kept.
const HASHES: usize = 64;

/// How many of them make a band: two paragraphs meet in one of the sixteen bands nearly always from a likeness of 0.8 on, and
/// hardly ever below 0.3.
const BAND: usize = 4;

/// What is kept of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sketch {
    hashes: [u32; HASHES],
}

/// What sketches are made with.
pub(crate) struct Sketcher {
    key: [u8; blake3::KEY_LEN],
}

impl Sketcher {
    pub(crate) fn new(key: &str) -> Self {
        Self {
            key: blake3::derive_key("tearline 2026 sketches of paragraphs", key.as_bytes()),
        }
    }

    /// The sketch of a paragraph; none below five words.
    pub(crate) fn sketch<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Option<Sketch> {
        let words: Vec<String> = texts
            .into_iter()
            .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let runs: HashSet<u64> = words.windows(RUN).map(|run| self.hash(run)).collect();
        if runs.is_empty() {
            return None;
        }
        let smallest = |seed: usize| {
            let mixed = runs.iter().map(|run| mixed(*run, seed));
            mixed.min().unwrap_or_default()
        };
        Some(Sketch {
            hashes: std::array::from_fn(|seed| high(smallest(seed))),
        })
    }

    fn hash(&self, run: &[String]) -> u64 {
        let mut hasher = blake3::Hasher::new_keyed(&self.key);
        for word in run {
            hasher.update(word.as_bytes());
            hasher.update(&[0]);
        }
        let hash = hasher.finalize();
        let first = hash.as_bytes().first_chunk().copied();
        u64::from_le_bytes(first.unwrap_or_default())
    }
}

impl Sketch {
    /// One number a band; two paragraphs are candidates where they share one.
    pub(crate) fn bands(&self) -> impl Iterator<Item = i64> {
        self.hashes.chunks(BAND).enumerate().map(|(index, band)| {
            let start = mixed(0, index);
            let sum = band
                .iter()
                .fold(start, |sum, hash| mixed(sum ^ u64::from(*hash), 1));
            i64::from_le_bytes(sum.to_le_bytes())
        })
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        self.hashes
            .iter()
            .flat_map(|hash| hash.to_le_bytes())
            .collect()
    }
}

/// The share of hashes that two sketches have in common, which estimates how many of their runs of words they share; none
/// where one of them is no sketch.
pub(crate) fn likeness(one: &[u8], other: &[u8]) -> Option<f64> {
    let whole = HASHES * size_of::<u32>();
    if one.len() != whole || other.len() != whole {
        return None;
    }
    let pairs = one
        .chunks(size_of::<u32>())
        .zip(other.chunks(size_of::<u32>()));
    let same = u32::try_from(pairs.filter(|(one, other)| one == other).count()).ok()?;
    Some(f64::from(same) / f64::from(u32::try_from(HASHES).ok()?))
}

/// The finaliser of SplitMix64: one hash becomes as many as are asked for.
fn mixed(hash: u64, seed: usize) -> u64 {
    let seed = u64::try_from(seed).unwrap_or_default() + 1;
    let mut mixed = hash.wrapping_add(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

fn high(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIER: &str = "The port authority has told the embassy that the lease of the fuel pier will not be renewed \
                        when it runs out in the autumn of next year";

    fn sketch(key: &str, text: &str) -> Sketch {
        Sketcher::new(key).sketch([text]).unwrap()
    }

    fn alike(one: &str, other: &str) -> f64 {
        let [one, other] = [one, other].map(|text| sketch("one key of sixteen", text).to_bytes());
        likeness(&one, &other).unwrap()
    }

    #[test]
    fn the_same_words_are_alike_whatever_stands_between_them() {
        let other = PIER.to_uppercase().replace(' ', ",\n ");
        assert!((alike(PIER, &other) - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_changed_word_leaves_paragraphs_near_and_other_words_do_not() {
        let near = alike(PIER, &PIER.replace("autumn", "spring"));
        assert!((0.4..1.0).contains(&near), "{near}");
        let far = alike(
            PIER,
            "Tides are high on Monday and low on Thursday of each week in March",
        );
        assert!(far < 0.1, "{far}");
    }

    #[test]
    fn another_key_has_nothing_in_common() {
        let one = sketch("one key of sixteen", PIER);
        let other = sketch("two key of sixteen", PIER);
        assert!(one.bands().all(|band| !other.bands().any(|it| it == band)));
        assert!(likeness(&one.to_bytes(), &other.to_bytes()).unwrap() < 0.1);
    }

    #[test]
    fn fewer_than_five_words_have_no_sketch() {
        assert_eq!(
            Sketcher::new("one key of sixteen").sketch(["one two", "three four"]),
            None
        );
        assert_eq!(likeness(&[0; 3], &[0; 256]), None);
    }
}
