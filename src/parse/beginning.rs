//! How a line begins, as far as a short look at its first bytes tells. It is taken once for every line; what it cannot begin is
//! looked for by none of the passes.
//!
//! Only shortcuts: a line that is turned down here is looked at in full.

use super::lines::Line;
use super::look::{Look, any};
use super::{labelled, notice, said};
use crate::declass::month;

/// The longest line that can be a signature, in bytes.
pub(super) const LONGEST_NAME: usize = 40;

/// How far a label or an enumerator before it is looked for in a short look, in bytes.
const HEAD: usize = 8;

/// What stands in a line, and what it may begin.
pub(super) fn look(line: &[u8]) -> Look {
    if line.is_empty() {
        return Look::default();
    }
    let look = Look::of(line);
    look.or(Look::RUNS.when(runs(line, look)))
        .or(Look::INSTRUCTS.when(may_instruct(line)))
        .or(Look::BOUNDS.when(may_bound(line)))
}

/// Whether a line of the text inside a block is running text beyond doubt.
pub(super) const fn is_running_text(line: Line<'_>) -> bool {
    line.look.holds(Look::RUNS)
}

/// Whether a line inside a block is running text beyond doubt: it begins with a letter and cannot be a number, an
/// enumerator, half a mark, furniture, a banner, a transmission line or a signature.
fn runs(bytes: &[u8], look: Look) -> bool {
    let Some(last) = bytes.last() else {
        return false;
    };
    let eight = first_eight(bytes);
    let [first, second, third, fourth, fifth, ..] = eight;
    if first.is_ascii_digit() {
        return counts_in_text(bytes, eight, look);
    }
    let five = [first, second, third, fourth, fifth];
    // A signature is a short line in capitals.
    let word = first.is_ascii_alphabetic()
        && (second.is_ascii_lowercase()
            || (second.is_ascii_uppercase() && bytes.len() > LONGEST_NAME));
    word
        && (bytes.len() >= eight.len() || first.is_ascii_lowercase())
        // `iv.`, `a)`: an enumerator or half a mark closes early.
        && (!closes(u64::from_le_bytes(eight)) || is_stopped_word(bytes))
        // A line of furniture that has small letters ends in a number behind a stroke; white space at the end has to be cut off.
        && last.is_ascii_graphic()
        && !(last.is_ascii_digit() && (second.is_ascii_uppercase() || look.holds(Look::STROKE)))
        && !opens_level_or_furniture(five)
        && !said::opens(five)
        && !notice::may_begin(bytes)
        // A mark or a level may stand behind a label.
        && (!look.holds(LABELS) || !parts_label(head(bytes)))
        && !may_begin_with_day(bytes)
}

/// Whether a sign stands in a text that parts a label from its value, or opens a mark.
fn parts_label(head: &[u8]) -> bool {
    let sign =
        |b: u8| (b == b'(') | (b == b':') | (b == b';') | (b == b'=') | (b == b'|') | (b == b'\t');
    let stroke = |four: &[u8]| {
        matches!(
            four,
            [b' ', b'-', b' ', _] | [b' ', 0xe2, 0x80, 0x93 | 0x94]
        )
    };
    any(head, sign) || head.windows(4).any(stroke)
}

/// `March 2, 2005 the pier`: as the entries of a chronology begin.
fn may_begin_with_day(bytes: &[u8]) -> bool {
    // Most lines begin with another letter than months do.
    let first = bytes.first().map_or(0, |b| b | 0x20);
    if !matches!(first, b'a' | b'd' | b'f' | b'j' | b'm' | b'n' | b'o' | b's') {
        return false;
    }
    let letters = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let behind = bytes.get(letters..).unwrap_or_default();
    matches!(behind, [b' ', digit, ..] | [b'.', b' ', digit, ..] if digit.is_ascii_digit())
        && names_month(bytes)
}

/// The first eight bytes of a line, with NUL behind them where it is shorter.
fn first_eight(bytes: &[u8]) -> [u8; 8] {
    bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut eight = [0; 8];
        eight
            .iter_mut()
            .zip(bytes)
            .for_each(|(to, from)| *to = *from);
        eight
    })
}

/// `2008 the boats sailed`: whether a line that begins with a number goes on with a word in small letters, has none of the signs
/// of a mark and does not end in a number, as furniture does.
fn counts_in_text(bytes: &[u8], eight: [u8; 8], look: Look) -> bool {
    let digits = eight.iter().take_while(|b| b.is_ascii_digit()).count();
    let behind = eight.get(digits..).unwrap_or_default();
    matches!(behind, [b' ', first, second, ..] if first.is_ascii_lowercase() && second.is_ascii_lowercase())
        && !look.holds(Look::SIGNS)
        && !closes(u64::from_le_bytes(eight))
        && bytes.last().is_some_and(u8::is_ascii_alphabetic)
        && !names_month(bytes.get(digits + 1..).unwrap_or_default())
}

/// `march 2005`: whether a text begins with the name of a month, which makes a day of the number before it.
fn names_month(text: &[u8]) -> bool {
    let word = text.split(|b| !b.is_ascii_alphabetic()).next();
    word.and_then(|word| std::str::from_utf8(word).ok())
        .is_some_and(|word| month(word).is_some())
}

/// The fewest letters of a word that counts nothing, whatever sign is behind it.
const WORD: usize = 4;

/// `talks.`, `harbor. The`: whether a word in small letters ends in a full stop, which is no number in Roman letters.
pub(super) fn is_stopped_word(bytes: &[u8]) -> bool {
    let letters = bytes.iter().skip(1).take_while(|b| b.is_ascii_lowercase());
    let width = 1 + letters.count();
    let word = bytes.get(..width).unwrap_or_default();
    let roman = |b: &u8| matches!(b | 0x20, b'i' | b'v' | b'x' | b'l' | b'c' | b'd' | b'm');
    width >= WORD
        && matches!(bytes.get(width..), Some([b'.'] | [b'.', b' ', ..]))
        && !word.iter().all(roman)
}

/// What stands behind a label.
const LABELS: Look = Look::OPENS
    .or(Look::LABELS)
    .or(Look::PARTS)
    .or(Look::CELLS)
    .or(Look::WIDE);

/// The part of a line in which a label may stand.
pub(super) fn head(bytes: &[u8]) -> &[u8] {
    bytes.get(..labelled::LABEL).unwrap_or(bytes)
}

/// Whether an instruction may begin a line, or what stands before one. Nine out of ten begin otherwise.
pub(super) fn may_instruct(line: &[u8]) -> bool {
    let head = line.get(..HEAD).unwrap_or(line);
    let small = |at: usize| head.get(at).map_or(0, |b| b | 0x20);
    match (small(0), small(1)) {
        // `Decl` and the labels of reviews and of extensions, with a slip in what follows.
        (b'd', b'e') => match small(2) {
            b'l' => matches!(small(3), b'a' | b'c'),
            third => third == b'c' || matches!(small(3), b'l' | b'a'),
        },
        // Reviews, what is reclassified, and what remains or is retained.
        (b'r', b'e') => matches!(
            (small(2), small(3)),
            (b'v', _) | (b'c', b'l' | b'1' | b'i' | b'|') | (b'm' | b't', b'a')
        ),
        (b'e', b'x') => matches!(small(2), b't' | b'e' | b'c'),
        (b'n', b'o') => small(2) == b't' && !small(3).is_ascii_lowercase(),
        (b'd', b'o') => small(2) == b'c' || !small(2).is_ascii_lowercase(),
        (b'b', b'y') => !small(2).is_ascii_lowercase(),
        (b'r', b'v') => true,
        // An item before the label: `a. D E C L`.
        (_, b'.' | b')') => true,
        (b'g', b'r') => matches!((head.get(5), head.get(6)), (Some(b' ' | b'-'), Some(b'1'))),
        (b'x', digit) if digit.is_ascii_digit() => true,
        (b'2' | b'5' | b'7', b'0' | b'5') => small(2) == b'x',
        // The codes, `E.O.` and its slips.
        (b'x' | b'g', b'g' | b'd') | (b'r', b'd') | (b'o', b'a') | (b'e', b'o' | b'm') => true,
        // `Dclassify`, `Oeclassify`, `CLASSIFICATION EXTENDED`; `c. Decl`.
        (b'd' | b'o' | b'r' | b'e' | b'c', second) => {
            let label = |pair: &[u8]| {
                matches!(pair, [b'c' | b'C', b'l' | b'L' | b'i' | b'I' | b'1' | b'|'])
            };
            !second.is_ascii_lowercase() || head.windows(2).any(label)
        }
        (first, _) => !first.is_ascii_lowercase() && !(b'1'..=b'9').contains(&first),
    }
}

/// The mark of the unclassified in the last and in the first cell of a row that gaps part.
pub(super) const OPEN_CELLS: [&str; 2] = ["  U", "\nU  "];

/// How a region begins in the middle of a line.
pub(super) const BEGINS: [&str; 2] = ["BEGIN", "Begin"];

/// Whether a line may begin or end a region: `BEGIN`, `END` and `START` begin with letters that few words of a text do.
pub(super) fn may_bound(line: &[u8]) -> bool {
    match line {
        [b'-' | b'*' | b'=' | b':' | b'>' | b' ' | b'\t', ..] => true,
        [first, second, third, fourth, ..] => matches!(
            (first | 0x20, second | 0x20, third | 0x20, fourth | 0x20),
            (b'b', b'e', b'g', b'i') | (b'e', b'n', b'd', b' ') | (b's', b't', b'a', b'r')
        ),
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
        b"clas" | b"over" | b"cave" | b"asso" | b"capt" | b"diss" | b"dist" | b"hand" | b"ldc:" => {
            true
        }
        // Questions and answers have marks as speakers do.
        b"this" | b"offi" | b"ques" | b"answ" => true,
        b"for " => e | 0x20 == b'o',
        [b'l', b'o', b'u', last] | [b's', b'b', b'u', last] => !last.is_ascii_alphabetic(),
        _ => false,
    }
}
