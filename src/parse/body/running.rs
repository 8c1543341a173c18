//! Lines that are running text beyond doubt.
//!
//! Only shortcuts: a line that is turned down here is looked at in full.

use super::super::lines::Line;
use super::super::look::any;
use super::super::survey::Survey;
use super::super::{labelled, level_line, notice, said};

/// The longest line that can be a signature, in bytes.
pub(super) const LONGEST_NAME: usize = 40;

/// The longest line that may be a level or a caption in small letters, in bytes.
const SHORT: usize = 12;

/// Whether a line inside a block is running text beyond doubt: it begins with a letter and cannot be a number, an
/// enumerator, half a mark, furniture, a banner, a transmission line or a signature.
pub(super) fn is_running_text(line: Line<'_>, survey: &Survey<'_>) -> bool {
    let bytes = line.text.as_bytes();
    let (Some(eight), Some(last)) = (bytes.first_chunk::<8>(), bytes.last()) else {
        return false;
    };
    let [first, second, ..] = eight;
    // A signature is a short line in capitals.
    let word = first.is_ascii_alphabetic()
        && (second.is_ascii_lowercase()
            || (second.is_ascii_uppercase() && bytes.len() > LONGEST_NAME));
    word
        // `iv.`, `a)`: an enumerator or half a mark closes early.
        && !closes(u64::from_le_bytes(*eight))
        // A line of furniture ends in a number; white space at the end has to be cut off.
        && last.is_ascii_graphic()
        && !last.is_ascii_digit()
        && !opens_level_or_furniture(*bytes.first_chunk().unwrap_or(&[0; 5]))
        && !said::opens(*bytes.first_chunk().unwrap_or(&[0; 5]))
        && !notice::may_begin(bytes)
        // A mark or a level may stand behind a label.
        && (!survey.may_hold_sign(line.start, labelled::LABEL) || !any(head(bytes), |b| (b == b'(') | (b == b':')))
}

/// Whether a line that may begin a block is a sentence beyond doubt, or the beginning of one: it has small letters, no label,
/// and does not begin as a level, a caption, a tear line or furniture does.
pub(super) fn is_sentence(text: &str) -> bool {
    // A pilcrow before the number of a paragraph begins nothing else.
    let text = text
        .strip_prefix('¶')
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        .unwrap_or(text);
    let bytes = text.as_bytes();
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else {
        return false;
    };
    // A small `l` may be the slip of a scanner.
    let small = |b: u8| b.is_ascii_lowercase() & (b != b'l');
    let parts = |b: u8| {
        (b >= 0x80)
            | (b == b':')
            | (b == b';')
            | (b == b'=')
            | (b == b'|')
            | (b == b'-')
            | (b'\t'..=b'\r').contains(&b)
    };
    bytes.len() > SHORT
        && (last.is_ascii_alphabetic() || matches!(last, b'.' | b',' | b'?' | b'!' | b')'))
        && first.is_ascii_alphanumeric()
        && !level_line::may_begin(text)
        && !opens_line(bytes)
        && !notice::may_begin(bytes)
        && any(head(bytes), small)
        && !any(head(bytes), parts)
        && bytes.is_ascii()
        && said::line(text).is_none()
}

/// The part of a line in which a label may stand.
fn head(bytes: &[u8]) -> &[u8] {
    bytes.get(..labelled::LABEL).unwrap_or(bytes)
}

/// How THIS, THE FOLLOWING, what is attached, DISTRIBUTION, CLASSIFICATION, PAGE, SECTION, RELEASE, VZCZC, ZCZC and TS
/// begin.
fn opens_line(bytes: &[u8]) -> bool {
    let Some([a, b, c, d, e]) = bytes.first_chunk().map(|head| head.map(|b| b | 0x20)) else {
        return true;
    };
    match &[a, b] {
        b"th" => c == b'i' || [c, d, e] == *b"e f",
        b"at" | b"en" | b"an" | b"ap" | b"ta" | b"ad" | b"su" | b"di" | b"cl" | b"pa" | b"se"
        | b"re" | b"vz" | b"zc" | b"ts" => true,
        _ => false,
    }
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
