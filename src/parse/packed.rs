//! Words as numbers, so that a table of many is searched in a few steps.

/// The longest word that is one, in bytes.
const LONGEST: usize = 16;

/// A word in capitals, whatever its case, as a number that sorts as the word does; `None` where it is too long for one.
pub(super) const fn packed(word: &[u8]) -> Option<u128> {
    if word.len() > LONGEST {
        return None;
    }
    let mut number: u128 = 0;
    let mut rest = word;
    while let Some((letter, behind)) = rest.split_first() {
        number = number << 8 | letter.to_ascii_uppercase() as u128;
        rest = behind;
    }
    // Shorter words fill up behind, so that they sort before longer ones that begin with them.
    number.checked_shl(u8::BITS * (LONGEST - word.len()) as u32)
}
