//! Instructions that stand in no field of their own: in a marked block, behind other words, with a damaged label. The longest
//! of all governs, whatever its label, and one that is not understood holds (32 CFR 2001.22(e)(2)).

use memchr::memmem::Finder;

use super::super::build::{Builder, Line, line_at};
use super::super::chars::{from, is_silent, skip_silent, starts_with_word};
use super::super::lead;
use crate::Span;
use crate::declass::{instruction_label, instruction_label_inside, order_number};
use crate::document::{BlockKind, Field};

/// Labels of lines that put a declassification off. What they say is not read, so that it holds.
const PUT_OFF: [&str; 6] = [
    "D E C L",
    "REVIEW ON",
    "REVIEW:",
    "EXTENDED TO",
    "CLASSIFICATION EXTENDED",
    "RECLASSIF",
];

/// How far slips of a scanner are looked for in a label, in bytes, and the most words behind a code.
const SLIPS: usize = 12;
const CODE_WORDS: usize = 3;

/// The longest line that holds nothing but a code, in bytes.
const CODE: usize = 40;

/// Whether a block holds the letters that every label has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mentioned {
    Yes,
    No,
}

/// The instructions outside the fields of the header.
pub(super) fn further(builder: &Builder<'_>) -> Vec<Span> {
    let read =
        |kind: BlockKind| matches!(kind, BlockKind::Field(Field::Order | Field::Instruction));
    let mut found = Vec::new();
    let mentions = [Finder::new("ecl"), Finder::new("ECL")];
    for block in builder.blocks.iter().filter(|block| !read(block.kind)) {
        let text = builder.source.get(block.text.range()).unwrap_or_default();
        let mentioned = if mentions
            .iter()
            .any(|word| word.find(text.as_bytes()).is_some())
        {
            Mentioned::Yes
        } else {
            Mentioned::No
        };
        let end = block.text.end();
        let mut next = block.text.start();
        while let Some(line) = line_at(builder.source, next).filter(|line| line.start < end) {
            next = line.next;
            found.extend(instruction(builder.source, line, mentioned));
        }
    }
    // A line of a field that another label begins: `Declassify On: …` above `Review On: …`.
    for block in builder.blocks.iter().filter(|block| read(block.kind)) {
        let mut next =
            line_at(builder.source, block.text.start()).map_or(block.text.end(), |line| line.next);
        while let Some(line) =
            line_at(builder.source, next).filter(|line| line.start < block.text.end())
        {
            next = line.next;
            found.extend(instruction(builder.source, line, Mentioned::Yes));
        }
    }
    found
}

/// The instruction that a line begins with, or holds behind other words.
fn instruction(source: &str, line: Line<'_>, mentioned: Mentioned) -> Option<Span> {
    let quoted = line.text.trim_start_matches(|c: char| {
        is_silent(c) || matches!(c, '>' | '|' | '*' | '-' | '"' | '“' | '[')
    });
    let start = line.text.len() - quoted.len();
    let first = line.text.as_bytes().get(start)? | 0x20;
    let shown = from(line.text, start);
    // Every label has one of these letters at its beginning, or stands behind a mark or other words.
    let begins = matches!(first, b'd' | b'o' | b'0' | b'(' | b'r' | b'e' | b'c');
    if begins && PUT_OFF.iter().any(|label| starts_with_word(shown, label)) {
        return Some(Span::new(line.start + start, line.start + line.text.len()));
    }
    if matches!(first, b'x' | b'o' | b'r' | b'g') && line.text.len() <= CODE && is_code(shown) {
        return Some(Span::new(line.start + start, line.start + line.text.len()));
    }
    let at = if begins {
        let text = skip_silent(line.text, lead::scan(line.text).text.max(start));
        let text = behind_order(line.text, text);
        let shown = from(line.text, text);
        instruction_label(shown)
            .or_else(|| instruction_label(&without_slips(shown)?))
            .map(|end| (text, end))
    } else {
        None
    };
    let inside = || {
        let signed = line.text.contains([':', ';']);
        let labelled = signed.then(|| instruction_label_inside(line.text));
        let found = labelled.flatten().map(|(at, end)| (at, end - at));
        found.or_else(|| match mentioned {
            Mentioned::Yes => followed_by_day(line.text),
            Mentioned::No => None,
        })
    };
    let (at, end) = match at.or_else(inside) {
        Some(found) => found,
        None if is_broken(shown) => (start, shown.len()),
        None => return None,
    };
    let bare = skip_silent(line.text, at + end) == line.text.len();
    let reach = line_at(source, line.next)
        .filter(|_| bare)
        .map_or(line.start + line.text.len(), |next| {
            next.start + next.text.len()
        });
    Some(Span::new(line.start + at, reach))
}

/// `XGDS-2`, `OADR`, `RDS-3 3/3/00`: a code of an instruction and little else, without a label.
fn is_code(shown: &str) -> bool {
    let mut words = shown.split(is_silent).filter(|word| !word.is_empty());
    let code = words.next().is_some_and(|word| {
        ["XGDS", "OADR", "RDS", "XDS", "GDS"].iter().any(|code| {
            word.strip_prefix(code)
                .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
        })
    });
    let rest: Vec<&str> = words.take(CODE_WORDS + 1).collect();
    code && rest.len() <= CODE_WORDS
        && rest
            .iter()
            .all(|word| word.bytes().any(|b| b.is_ascii_digit()) || word.len() <= 2)
}

/// A label in which a scanner took an `l` for another sign: `Dec1assify On`, `DecI On`.
fn without_slips(shown: &str) -> Option<String> {
    let head = shown.get(..SLIPS).unwrap_or(shown);
    let slipped = head
        .as_bytes()
        .windows(2)
        .any(|two| matches!(two, [before, b'1' | b'I' | b'|'] if before.is_ascii_lowercase()));
    slipped.then(|| {
        let mut before = ' ';
        shown
            .chars()
            .map(|c| {
                let slip = matches!(c, '1' | 'I' | '|') && before.is_ascii_lowercase();
                before = if slip { 'l' } else { c };
                before
            })
            .collect()
    })
}

/// `Classified by Ode, declassify on 03/14/2030`: a label without its sign in the middle of a line, with a day, a code or a
/// year behind it.
fn followed_by_day(line: &str) -> Option<(usize, usize)> {
    let starts = ["ecl", "ECL"]
        .iter()
        .flat_map(|word| memchr::memmem::find_iter(line.as_bytes(), word));
    starts.filter_map(|at| at.checked_sub(1)).find_map(|at| {
        let apart = at == 0 || !line.as_bytes().get(at - 1)?.is_ascii_alphanumeric();
        let end = instruction_label(line.get(at..)?).filter(|_| apart)?;
        let behind = from(line, skip_silent(line, at + end));
        let says = behind.starts_with(|c: char| c.is_ascii_digit() || c == 'X')
            || starts_with_word(behind, "OADR");
        says.then_some((at, end))
    })
}

/// Where the instruction of an order line begins: `E.O. 12958 DECL 03/14/2030`.
fn behind_order(line: &str, at: usize) -> usize {
    let Some(number) = order_number(from(line, at)) else {
        return at;
    };
    let behind = from(line, at + number).trim_start_matches(|c: char| !c.is_alphabetic());
    line.len() - behind.len()
}

/// `Declassify` at the end of a line, with `On: …` on the next.
fn is_broken(shown: &str) -> bool {
    let word = shown.trim_end();
    word.eq_ignore_ascii_case("DECLASSIFY") || word.eq_ignore_ascii_case("DECL")
}
