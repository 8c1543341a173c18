//! A short look at a text before it is judged: most words and sentences begin and end as no mark does.
//!
//! Only a shortcut: what is turned down here is judged in full.

use std::sync::LazyLock;

use super::{named, schemes, slip};
use crate::marking::register::{ROWS, spellings};
use crate::text::Heads;

/// The shortest text that is turned down, in bytes.
const SHORTEST: usize = 4;

/// Words of two letters that the title of a protection or the mark of another government may begin with.
const TWO: [&str; 8] = ["TS", "UK", "EU", "UN", "VS", "NO", "IN", "TO"];

/// How marks begin, and what stands for one: by three letters, and by a word of two.
static BEGINNINGS: LazyLock<[Heads; 2]> = LazyLock::new(|| {
    let rows = || {
        ROWS.iter()
            .flat_map(|row| [row.portion, row.banner, row.title])
    };
    let others = || schemes::heads().chain(named::titles());
    let words = || spellings().chain(rows()).chain(others());
    let of_two = |word: &&str| word.as_bytes().get(2) == Some(&b' ');
    [
        Heads::of(words().filter(|word| word.len() > 2 && !of_two(word))),
        Heads::of(words().filter(of_two).chain(TWO)),
    ]
});

/// How the names begin and, backwards, how they end that are known with a letter wrong.
static NEAR: LazyLock<[Heads; 2]> = LazyLock::new(|| {
    let names = || slip::names().filter_map(|name| name.as_bytes().first_chunk::<2>());
    let ends = || slip::names().filter_map(|name| name.as_bytes().last_chunk::<2>());
    let pair = |[one, other]: [u8; 2]| String::from_utf8_lossy(&[one, other]).into_owned();
    let heads: Vec<String> = names().map(|two| pair(*two)).collect();
    let tails: Vec<String> = ends().map(|[one, last]| pair([*last, *one])).collect();
    [heads, tails].map(|words| Heads::of(words.iter().map(String::as_str)))
});

/// The signs of a mark, and those that a scanner reads for letters and strokes.
const SIGNS: &[u8] = b"/|\\$@!";

/// Whether a text, in capitals, is words that are no mark, no slip of one and no title of a protection.
pub(super) fn is_ordinary(upper: &str) -> bool {
    let bytes = upper.as_bytes();
    if is_number(bytes) {
        return true;
    }
    let width = bytes.iter().take_while(|b| b.is_ascii_uppercase()).count();
    let first = bytes.get(..width).unwrap_or_default();
    upper.len() >= SHORTEST
        && !bytes.iter().any(|b| SIGNS.contains(b))
        && !may_begin(bytes, width)
        && !may_be_near(bytes)
        && !may_run_together(first)
}

/// `1974`, `60,000`, `17.4`: more digits than the one that may be a letter, and nothing else but what parts them.
fn is_number(bytes: &[u8]) -> bool {
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    digits > 1
        && bytes
            .iter()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

/// Whether a mark or what stands for one may begin as a text does whose first word has so many letters.
fn may_begin(bytes: &[u8], width: usize) -> bool {
    let [long, two] = &*BEGINNINGS;
    match *bytes {
        // `12,000 HECTARES`: a slip is near a name.
        [first, ..] if first.is_ascii_digit() => false,
        // `C THE PIER`
        _ if width < 2 => true,
        [first, second, third, ..] => {
            long.hold([first, second, third]) || (width == 2 && two.hold([first, second, b'A']))
        }
        _ => true,
    }
}

/// Whether a text may be a long name but for one letter: that is not among the first two or not among the last two.
fn may_be_near(bytes: &[u8]) -> bool {
    let [heads, tails] = &*NEAR;
    let (Some([first, second]), Some([one, last])) =
        (bytes.first_chunk::<2>(), bytes.last_chunk::<2>())
    else {
        return true;
    };
    bytes.len() <= slip::LONGEST
        && (heads.hold([*first, *second, b'A']) || tails.hold([*last, *one, b'A']))
}

/// Whether a level may run into a control behind it: `SNOFORN`, `SHNF`, `TSNF`.
fn may_run_together(word: &[u8]) -> bool {
    let level = matches!(
        word,
        [b'U' | b'C' | b'S', ..] | [b'T', b'S', ..] | [b'L', b'O', b'U', ..]
    );
    level && word.len() <= slip::LONGEST
}

#[cfg(test)]
mod tests {
    use super::super::judge;
    use super::*;
    use crate::random::Random;

    #[test]
    fn what_is_turned_down_is_no_mark_and_none_with_a_slip() {
        let rows = ROWS
            .iter()
            .flat_map(|row| [row.portion, row.banner, row.title]);
        let words = spellings()
            .chain(rows)
            .chain(schemes::heads())
            .chain(named::titles());
        let plain = "S C U TS SBU LOU THE PIER VESTA TALKS AND ANNEX PARAGRAPH IS ENTIRE TEXT GROUP PORTION TO IN NOT FOR ONLY 14 644 1974 60,000 17.4 1.2.3 U.S. NO.";
        let words: Vec<&str> = words.chain(plain.split(' ')).collect();
        let letters: Vec<char> = "ABCDEFGHILMNOPRSTUXY  .,:;-'015860~^/|$".chars().collect();
        let mut random = Random::new();
        let mut ordinary = 0;
        for _ in 0..65_536 {
            let count = 1 + random.below(3);
            let joined = random.pick(&["", " ", " ", "-", ". ", ", "]);
            let text: Vec<&str> = (0..count).map(|_| random.pick(&words)).collect();
            let mut text: Vec<char> = text.join(joined).chars().collect();
            for _ in 0..random.below(3) {
                let (at, letter) = (random.below(text.len()), random.below(letters.len()));
                match random.below(3) {
                    0 => text[at] = letters[letter],
                    1 => text.insert(at, letters[letter]),
                    _ if text.len() > 1 => {
                        text.remove(at);
                    }
                    _ => {}
                }
            }
            let shown: String = text.into_iter().collect();
            for shown in [
                shown.trim().replace('I', "l"),
                shown.trim().to_lowercase(),
                shown.trim().to_owned(),
            ] {
                let upper = shown.to_ascii_uppercase();
                if is_ordinary(&upper) {
                    ordinary += 1;
                    let likeness = judge::in_full(&shown, &upper);
                    assert_eq!(likeness, judge::ordinary(&shown, &upper), "{shown:?}");
                }
            }
        }
        assert!(ordinary > 4096, "{ordinary}");
    }
}
