//! Lines that are running text beyond doubt.

use super::super::labelled;

/// The longest line that can be a signature, in bytes.
pub(super) const LONGEST_NAME: usize = 40;

/// Whether a line inside a block is running text beyond doubt: it begins with a letter and cannot be a number, an
/// enumerator, half a mark, furniture, a banner, a transmission line or a signature. Only a shortcut: a line that this
/// turns down is looked at in full.
pub(super) fn is_running_text(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (Some(head), Some(last)) = (bytes.first_chunk::<8>(), bytes.last()) else {
        return false;
    };
    let [first, second, ..] = head;
    // A signature is a short line in capitals.
    let word = first.is_ascii_alphabetic()
        && (second.is_ascii_lowercase()
            || (second.is_ascii_uppercase() && bytes.len() > LONGEST_NAME));
    word
        // `iv.`, `a)`: an enumerator or half a mark closes early.
        && !closes(u64::from_le_bytes(*head))
        // A line of furniture ends in a number; white space at the end has to be cut off.
        && last.is_ascii_graphic()
        && !last.is_ascii_digit()
        && !opens_level_or_furniture(*bytes.first_chunk().unwrap_or(&[0; 5]))
        // A mark may stand behind a label.
        && memchr::memchr(b'(', bytes.get(..labelled::LABEL).unwrap_or(bytes)).is_none()
}

/// Whether one of eight bytes is a full stop or a closing parenthesis; all are looked at in one step.
const fn closes(bytes: u64) -> bool {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    const fn zeros(bytes: u64) -> u64 {
        bytes.wrapping_sub(ONES) & !bytes & HIGH
    }
    zeros(bytes ^ u64::from_le_bytes([b'.'; 8])) | zeros(bytes ^ u64::from_le_bytes([b')'; 8])) != 0
}

/// How the levels begin, and PAGE, SECTION, NNNN, ACTION, ORIGIN, VZCZC and ZCZC.
const fn opens_level_or_furniture(head: [u8; 5]) -> bool {
    let [a, b, c, d, e] = head;
    match &[a | 0x20, b | 0x20, c | 0x20, d | 0x20] {
        b"uncl" | b"conf" | b"secr" | b"tops" | b"top " | b"limi" | b"sens" | b"cont" | b"page"
        | b"sect" | b"nnnn" | b"acti" | b"orig" | b"vzcz" | b"zczc" | b"lou " | b"sbu " => true,
        // The labels of lines beside a level.
        b"clas" | b"over" | b"cave" | b"asso" | b"capt" | b"diss" | b"dist" | b"hand" => true,
        b"this" | b"offi" => true,
        b"for " => e | 0x20 == b'o',
        [b'l', b'o', b'u', last] | [b's', b'b', b'u', last] => !last.is_ascii_alphabetic(),
        _ => false,
    }
}
