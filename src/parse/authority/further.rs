//! Instructions that stand in no field of their own: in a marked block, behind other words, with a damaged label. The longest
//! of all governs, whatever its label, and one that is not understood holds (32 CFR 2001.22(e)(2)).

use super::super::beginning::may_instruct;
use super::super::build::Builder;
use super::super::chars::{from, is_silent, skip_silent, starts_with_word};
use super::super::draft::DraftMark;
use super::super::lead;
use super::super::lines::{Line, Lines};
use super::super::look::Look;
use super::super::survey;
use super::put_off;
use crate::Span;
use crate::declass::{instruction_label, instruction_label_inside, order_number};
use crate::document::{BlockKind, Field};

/// How far slips of a scanner are looked for in a label, in bytes.
const SLIPS: usize = 12;

/// Where a label may stand further on in a line: its sign does, or the letters that every one has.
const LABELS: Look = Look::LABELS.or(Look::MENTIONS);

/// What is looked at for an instruction.
const INSTRUCTS: Look = LABELS.or(Look::INSTRUCTS);

/// The instructions outside the fields of the header.
pub(in crate::parse) fn further(builder: &Builder<'_>) -> Vec<Span> {
    let read =
        |kind: BlockKind| matches!(kind, BlockKind::Field(Field::Order | Field::Instruction));
    let mut found = Vec::new();
    for block in &builder.blocks {
        if read(block.kind) {
            continue;
        }
        if block.kind == BlockKind::Field(Field::Classifier) {
            let text = builder.source.get(block.text.range()).unwrap_or_default();
            let code = put_off::beside_classifier(text);
            found.extend(code.map(|code| code.shifted(block.text.start())));
        }
        // `(25X1)` on a line of its own was taken for a mark that cannot be read.
        if let (DraftMark::Damaged { span }, true) = (&block.mark, block.text.is_empty()) {
            let token = builder.source.get(span.range()).unwrap_or_default();
            let code = put_off::instruction(token.trim_start_matches(['(', '[']));
            let at = span.end() - token.trim_start_matches(['(', '[']).len();
            found.extend(code.map(|code| code.shifted(at)));
        }
        for line in builder
            .survey
            .beginning(block.text, INSTRUCTS, may_instruct)
        {
            found.extend(instruction(builder.lines, line));
        }
    }
    // A line of a field that another label begins: `Declassify On: …` above `Review On: …`.
    for block in builder.blocks.iter().filter(|block| read(block.kind)) {
        let mut next = builder
            .lines
            .at(block.text.start())
            .map_or(block.text.end(), |line| line.next);
        while let Some(line) = builder
            .lines
            .at(next)
            .filter(|line| line.start < block.text.end())
        {
            next = line.next;
            found.extend(instruction(builder.lines, line));
        }
    }
    // Beside a level: `SECRET (XGDS)`.
    for line in &builder.header.levels {
        let text = builder.source.get(line.span().range()).unwrap_or_default();
        found.extend(put_off::beside_level(text).map(|code| code.shifted(line.span().start())));
    }
    found
}

/// The instruction that a line begins with, or holds behind other words.
fn instruction(lines: Lines<'_>, line: Line<'_>) -> Option<Span> {
    let quoted = line.text.trim_start_matches(|c: char| {
        is_silent(c) || matches!(c, '>' | '|' | '*' | '-' | '"' | '“' | '[')
    });
    let start = line.text.len() - quoted.len();
    let first = line.text.as_bytes().get(start)? | 0x20;
    let shown = from(line.text, start);
    // Every label has one of these letters at its beginning, or stands behind a mark or other words.
    let begins = matches!(first, b'd' | b'o' | b'0' | b'(' | b'r' | b'e' | b'c');
    if let Some(found) = put_off::instruction(shown) {
        return Some(found.shifted(line.start + start));
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
        let labelled = line
            .look
            .holds(Look::LABELS)
            .then(|| instruction_label_inside(line.text));
        let found = labelled.flatten().map(|(at, end)| (at, end - at));
        found.or_else(|| followed_by_day(line.text))
    };
    let (at, end) = match at.or_else(inside) {
        Some(found) => found,
        None if is_broken(shown) => (start, shown.len()),
        None => return None,
    };
    let bare = skip_silent(line.text, at + end) == line.text.len();
    let reach = lines
        .at(line.next)
        .filter(|_| bare)
        .map_or(line.start + line.text.len(), |next| {
            next.start + next.text.len()
        });
    Some(Span::new(line.start + at, reach))
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
    survey::mentions(line.as_bytes())
        .filter_map(|at| at.checked_sub(1))
        .find_map(|at| {
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

#[cfg(test)]
mod tests {
    use super::super::super::survey::Survey;
    use super::*;
    use crate::random::Random;

    #[test]
    fn a_short_look_turns_down_no_line_that_instructs() {
        let labels: Vec<&str> = "Declassify On: |DECLASSIFY ON |Decl: |DECL ON |Dec1assify On: |DecI On |Rec1assify On |Oeclassify On: |0eclassify On: |eclassify on: \
            |Dclassify On: |Delassify On: |Dexlassify On: |DECLAS: |Declassification |Declassify |OADR|XGDS-2 |RDS-3 |GDS |XDS |Review On |REVIEW: |D E C L \
            |EXTENDED TO |CLASSIFICATION EXTENDED |Reclassify |X1 |25X1 |(25X1) |Exempt: 25X1 |Paragraph 1: 25X1 |RVW: |REMAINS CLASSIFIED \
            |Not to be declassified |DECLASSIFICATION DENIED |By authority of Ode, classification extended |Extension: |GROUP 1 |GROUP-1 |E.O. 12958 DECL |EO 12958: DECL: |EMO. 12958 DECL |Executive Order 12958 Decl |The relay |dry "
            .split('|')
            .collect();
        let before = [
            "", "> ", "- ", "\"", "(S) ", "a. ", "4. (U) ", "Ode; ", "Ode, ", "* ", "  ",
        ];
        let behind = ["", "1/1/2016", "OADR", "X1", "Ode.", "3/3/00 (Ode)"];
        let mut random = Random::new();
        let mut found = 0;
        for _ in 0..4096 {
            let parts = [&before[..], &labels, &behind].map(|of| random.pick(of));
            let line = parts.concat();
            let lines = Lines::of(&line);
            let Some(read) = lines.at(0) else { continue };
            let look = Survey::of(lines).look(Span::new(0, line.len()));
            if instruction(lines, read).is_some() {
                found += 1;
                let looked_at = look.holds(LABELS) || may_instruct(read.text.as_bytes());
                assert!(looked_at, "{line:?}");
            }
        }
        assert!(found > 500, "{found}");
    }
}
