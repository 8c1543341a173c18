//! The classification authority block (32 CFR 2001.21(a), 2001.22(c)): `Classified By`, `Derived From`, `Reason`,
//! `Declassify On`, line under line.

use super::super::build::Builder;
use super::super::chars::{byte, from, skip_silent, starts_with_word};
use super::super::content;
use super::super::draft::DraftMark;
use super::super::header::LONGEST_INSTRUCTION;
use super::super::labels::{self, Names, Printed};
use super::super::lines::Line;
use crate::declass::{instruction_label, instruction_label_inside};
use crate::document::{BlockKind, Field};

/// Takes `line`, which begins a block without a mark, for the first line of an authority block where it is one.
pub(in crate::parse) fn start<'a>(builder: &mut Builder<'a>, line: Line<'a>) -> bool {
    let text = from(line.text, skip_silent(line.text, 0));
    let field = match field(text) {
        Some(Field::Instruction) => Field::Instruction,
        Some(_) if begins(text) => Field::Classifier,
        Some(_) | None => return false,
    };
    take(builder, line, field);
    true
}

/// Whether a line names the classifier or the source, as the first line of an authority block does.
fn begins(line: &str) -> bool {
    let text = from(line, skip_silent(line, 0));
    field(text) == Some(Field::Classifier) && !starts_with_word(text, "REASON")
}

/// Takes `line`, inside a block, for a further line of an authority block where it is one.
pub(in crate::parse) fn inner<'a>(builder: &mut Builder<'a>, line: Line<'a>) -> bool {
    let in_authority_block = builder.blocks.last().is_some_and(|block| {
        matches!(
            block.kind,
            BlockKind::Field(Field::Classifier | Field::Instruction | Field::Order)
        )
    });
    if !in_authority_block {
        // Behind the last paragraph, without a blank line: it is no part of it. An instruction by itself may be cited there.
        let first = builder
            .open_text()
            .ends_with(['.', '!', '?', ')', '"', '”'])
            && !begins_instruction(from(line.text, skip_silent(line.text, 0)));
        return first && start(builder, line);
    }
    if let Some(field) = field(from(line.text, skip_silent(line.text, 0))) {
        take(builder, line, field);
        return true;
    }
    let Some(at) = instruction_inside(line.text) else {
        return false;
    };
    let (head, rest) = line.split_at(at);
    builder.append(head);
    begin(builder, rest, Field::Instruction);
    true
}

/// Starts a field with `line`, and another one where an instruction stands further on in it.
fn take<'a>(builder: &mut Builder<'a>, line: Line<'a>, field: Field) {
    if field == Field::Classifier
        && let Some(at) = instruction_inside(line.text)
    {
        let (head, rest) = line.split_at(at);
        name(builder, head, field);
        begin(builder, rest, Field::Instruction);
    } else {
        begin(builder, line, field);
    }
}

/// Starts a field that ends with its line, unless the next one plainly goes on with it (reading rule 5).
fn begin<'a>(builder: &mut Builder<'a>, line: Line<'a>, kind: Field) {
    name(builder, line, kind);
    let goes_on = builder.lines.at(line.next).is_none_or(|next| {
        next.is_blank()
            || field(from(next.text, skip_silent(next.text, 0))).is_some()
            || content::goes_on(kind, line.text, next.text)
    });
    if !goes_on {
        builder.close();
    }
}

fn name<'a>(builder: &mut Builder<'a>, line: Line<'a>, field: Field) {
    if field == Field::Classifier {
        builder.header.classifier.get_or_insert(line.span());
    }
    let kind = BlockKind::Field(field);
    builder.start(line, kind, None, DraftMark::None, 0);
}

/// What a line of an authority block says.
fn field(text: &str) -> Option<Field> {
    if text.len() <= LONGEST_INSTRUCTION && begins_instruction(text) {
        return Some(Field::Instruction);
    }
    matches!(
        labels::begins(text, Printed::Paper),
        Some((Names::Authority, _))
    )
    .then_some(Field::Classifier)
}

fn begins_instruction(text: &str) -> bool {
    is_schedule(text) || instruction_label(text).is_some()
}

/// `GDS 5/6/86`, `RDS-3 3/3/00 (Ode, B.)`: the instructions of E.O. 12065, which stand at the foot without a label.
fn is_schedule(text: &str) -> bool {
    ["GDS ", "RDS-", "XDS-"]
        .iter()
        .any(|word| text.starts_with(word) && byte(text, word.len()).is_ascii_digit())
}

/// `Classified by: B. Ode, Reason: 1.4(b), Declassify on: 5/6/2019`: where the instruction stands in the line.
pub(in crate::parse) fn instruction_inside(text: &str) -> Option<usize> {
    instruction_label_inside(text)
        .map(|(start, _)| start)
        .filter(|start| text.len() - start <= LONGEST_INSTRUCTION)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_an_authority_block_are_told_from_sentences() {
        for (line, expected) in [
            ("Declassify On: 20360314", Some(Field::Instruction)),
            ("DECLASSIFY ON OADR", Some(Field::Instruction)),
            ("GDS 5/6/86", Some(Field::Instruction)),
            ("RDS-3 3/3/00 (Ode, B.)", Some(Field::Instruction)),
            ("GDS is the schedule of 1972.", None),
            ("Decl: X1", Some(Field::Instruction)),
            ("Decl On: 03/14/2016", Some(Field::Instruction)),
            ("DECL ON 03/14/2016", Some(Field::Instruction)),
            ("Declassification: 20360314", Some(Field::Instruction)),
            // What it says is not understood, and holds.
            ("Decl on the pier", Some(Field::Instruction)),
            ("Derived From: Multiple Sources", Some(Field::Classifier)),
            ("Reason: 1.4(b) and (d)", Some(Field::Classifier)),
            ("CLASSIFIED BY : B. Ode", Some(Field::Classifier)),
            ("Derived from the old plan, it holds.", None),
            ("Reason enough: he left.", None),
            ("Declassified on 3 May 1990", None),
        ] {
            assert_eq!(field(line), expected, "{line}");
        }
        assert_eq!(
            instruction_inside("Classified by: B. Ode. Declassify on: 5/6/2019"),
            Some(23)
        );
        assert_eq!(instruction_inside("Classified by: B. Ode"), None);
    }
}
