//! Lines that begin a block and are sentences beyond doubt.
//!
//! Only a shortcut: a line that is turned down here is looked at in full.

use super::super::beginning::head;
use super::super::lines::Line;
use super::super::look::{Look, any};
use super::super::{level_line, notice, said};

/// The longest line that may be a level or a caption in small letters, in bytes.
const SHORT: usize = 12;

/// Whether a line that may begin a block is a sentence beyond doubt, or the beginning of one: it has small letters, no label,
/// and does not begin as a level, a caption, a tear line or furniture does.
pub(super) fn is_sentence(line: Line<'_>) -> bool {
    let text = line.text;
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
        (b == b':')
            | (b == b';')
            | (b == b'=')
            | (b == b'|')
            | (b == b'-')
            | (b'\t'..=b'\r').contains(&b)
    };
    // Furniture ends in a number, and has no mark behind one that it begins with.
    let marked =
        first.is_ascii_digit() && line.look.only(Look::OPENS.or(Look::STROKE)) == Look::OPENS;
    bytes.len() > SHORT
        && (last.is_ascii_alphabetic()
            || matches!(last, b'.' | b',' | b'?' | b'!' | b')')
            || (marked && last.is_ascii_digit()))
        && first.is_ascii_alphanumeric()
        && !level_line::may_begin(text)
        && !opens_line(bytes)
        && !notice::may_begin(bytes)
        && any(head(bytes), small)
        && (!line.look.holds(PARTS) || (bytes.is_ascii() && !any(head(bytes), parts)))
        // No statement begins with a number.
        && (first.is_ascii_digit() || said::line(text).is_none())
}

/// What parts a label from its value, or the cells of a row, and what is none of ASCII.
const PARTS: Look = Look::LABELS
    .or(Look::PARTS)
    .or(Look::CELLS)
    .or(Look::BREAKS)
    .or(Look::WIDE);

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
