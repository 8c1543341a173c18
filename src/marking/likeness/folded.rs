//! A text as it looks: letters of other alphabets and widths for the Latin ones that they resemble.

use crate::text::{is_dash, is_invisible};

/// The longest text between brackets that is taken for a mark, in characters.
const LONGEST: usize = 40;

/// A text in plain ASCII: look-alike letters folded, what does not show left out, the white space around it cut off.
pub(super) struct Folded {
    shown: [u8; LONGEST],
    upper: [u8; LONGEST],
    length: usize,
}

impl Folded {
    /// `None` where the text is longer than a mark.
    pub(super) fn new(inside: &str) -> Option<Self> {
        let mut folded = Self {
            shown: [b' '; LONGEST],
            upper: [b' '; LONGEST],
            length: 0,
        };
        let text = inside.trim_matches(|c: char| {
            c.is_whitespace() || is_invisible(c) || matches!(c, '*' | '"' | '“' | '”')
        });
        if text.is_ascii() {
            folded
                .shown
                .get_mut(..text.len())?
                .copy_from_slice(text.as_bytes());
            folded.length = text.len();
            for (upper, shown) in folded
                .upper
                .iter_mut()
                .zip(&mut folded.shown)
                .take(text.len())
            {
                if char::from(*shown).is_whitespace() {
                    *shown = b' ';
                }
                *upper = shown.to_ascii_uppercase();
            }
            return Some(folded);
        }
        for c in text.chars().filter(|c| !is_invisible(*c)) {
            let byte = fold(c);
            *folded.shown.get_mut(folded.length)? = byte;
            *folded.upper.get_mut(folded.length)? = byte.to_ascii_uppercase();
            folded.length += 1;
        }
        Some(folded)
    }

    pub(super) fn shown(&self) -> &str {
        text(&self.shown, self.length)
    }

    pub(super) fn upper(&self) -> &str {
        text(&self.upper, self.length)
    }
}

fn text(bytes: &[u8; LONGEST], length: usize) -> &str {
    bytes
        .get(..length)
        .and_then(|bytes| std::str::from_utf8(bytes).ok())
        .unwrap_or_default()
}

/// The ASCII character that `c` looks like; a sign that is no letter for any other.
fn fold(c: char) -> u8 {
    match c {
        _ if c.is_ascii_whitespace() || c.is_whitespace() => b' ',
        _ if c.is_ascii() => u8::try_from(c).unwrap_or(b'?'),
        _ if is_dash(c) => b'-',
        // Full width.
        '\u{ff01}'..='\u{ff5e}' => u8::try_from(u32::from(c) - 0xff01 + 0x21).unwrap_or(b'?'),
        // Letters for formulas, in thirteen faces of two alphabets each; Unicode gives them the Latin ones as their equals.
        '\u{1d400}'..='\u{1d6a3}' => letter_of_formula(c),
        'С' | 'Ϲ' | '©' | 'Ⓒ' | 'Ⅽ' | 'Ꮯ' | 'ꓚ' | 'ℂ' | 'ℭ' | '🄲' | '🅒' => {
            b'C'
        }
        'с' | 'ϲ' | 'ⓒ' | 'ⅽ' | 'ᴄ' => b'c',
        'Ѕ' | '§' | 'Ⓢ' | 'Ꮪ' | 'ꓢ' | 'Տ' | '🅂' | '🅢' => b'S',
        'ѕ' | 'ⓢ' | 'ꜱ' | 'ſ' => b's',
        'Т' | 'Τ' | 'Ꭲ' | 'ꓔ' => b'T',
        'О' | 'Ο' => b'O',
        'о' | 'ο' => b'o',
        'В' | 'Β' => b'B',
        'Е' | 'Ε' | 'È' | 'É' => b'E',
        'Н' | 'Η' => b'H',
        'Ν' => b'N',
        'Ғ' | 'Ϝ' => b'F',
        'Ⓤ' | 'Ս' | 'ᑌ' | 'ꓴ' | '∪' => b'U',
        'І' | 'Ι' => b'I',
        'К' | 'Κ' => b'K',
        'М' | 'Μ' => b'M',
        'Р' | 'Ρ' => b'P',
        'А' | 'Α' => b'A',
        'Х' | 'Χ' => b'X',
        'а' => b'a',
        'е' => b'e',
        'р' => b'p',
        '∕' | '⁄' | '⧸' => b'/',
        '€' | '£' | '¢' => b'$',
        '®' => b'@',
        _ if c.is_alphabetic() => b'~',
        _ => b'^',
    }
}

/// The Latin letter of a letter for formulas: the alphabets follow each other, capitals first.
fn letter_of_formula(c: char) -> u8 {
    let place = u32::from(c).wrapping_sub(0x1d400) % 52;
    let letter = if place < 26 {
        u32::from(b'A') + place
    } else {
        u32::from(b'a') + place - 26
    };
    u8::try_from(letter).unwrap_or(b'?')
}
