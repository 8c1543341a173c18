//! Whether the content of a field is wholly of the field's kind.

use super::super::chars::{is_silent, trim};
use super::super::prose::is_function_word;
use super::super::{captions, day, header, level_line};
use super::instruction::is_instruction;
use super::reference::is_reference;
use super::tags::is_tags;
use crate::document::Field;

/// The longest content that can be wholly of its kind, in bytes.
const LONGEST: usize = 4096;

/// Whether the content of a field is wholly of the field's kind.
pub(in crate::parse) fn is_of_kind(field: Field, text: &str) -> bool {
    let shown = trim(text);
    if shown.is_empty() {
        return true;
    }
    if shown.len() > LONGEST {
        return false;
    }
    let lines = || shown.lines().map(trim).filter(|line| !line.is_empty());
    match field {
        Field::DateTimeGroup => header::is_date_time_group(shown) || day::is_day(shown),
        Field::From | Field::To | Field::Info => lines().all(header::is_addressee),
        Field::Reference => is_message_number(shown),
        Field::Caption => captions::read(shown).alone,
        Field::Order | Field::Instruction => is_instruction(shown),
        Field::Tags => is_tags(shown),
        Field::Ref => is_reference(shown),
        Field::Passing | Field::Classifier | Field::Transmission | Field::Unknown => false,
    }
}

/// The post and the number of a message: `LA PAZ 2023`, `12 PORT VESTA 254`, `1168.`, with captions behind them.
fn is_message_number(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| is_silent(c) || matches!(c, '/' | ',' | '(' | ')' | '.' | '#' | '-'))
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &&str| word.bytes().all(|b| b.is_ascii_digit());
    let caption = |word: &&str| level_line::is_caption(&word.to_ascii_uppercase());
    let mut behind = words.iter().rev().take_while(|word| !number(word));
    words.len() <= 8
        && words.iter().any(number)
        // A copy joins the line of a subject or a text to it.
        && behind.all(caption)
        && words.iter().all(|word| {
            word.chars().all(|c| c.is_alphanumeric() || c == '\'') && !is_function_word(word)
                || word.len() == 1
        })
        && words
            .iter()
            .filter(|word| {
                word.len() > 1 && word.bytes().any(|b| b.is_ascii_alphabetic()) && !caption(word)
            })
            .count()
            <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_of_its_kind_to_its_last_word() {
        for (field, text, expected) in [
            (Field::Tags, "PREL, PGOV, KV", true),
            (Field::Tags, "PREL PGOV KV", true),
            (Field::Tags, "OVIP (ODE, BENNO), PREL", true),
            (Field::Tags, "[OVIP](#) [ODE](#) [UNSCCKZ](#)", true),
            (
                Field::Tags,
                "[PREL](https://a.example/tags/prel.html), [KV](/kv)",
                true,
            ),
            (Field::Tags, "[PREL](the lease of Lorne)", false),
            (Field::Tags, "PREL, PGOV,\nMARR, KV", true),
            (Field::Tags, "PREL PGOV\nMARR KV", true),
            (Field::Tags, "PREL, KV\nRELAY LORNE", false),
            (Field::Tags, "PREL\nMINERS STRIKE", false),
            (Field::Tags, "PREL\nSALE OF ARMS", false),
            (Field::Tags, "PREL The lease ends", false),
            (Field::Tags, "PREL THE LEASE ENDS", false),
            (Field::Tags, "PREL\nMr. Lorne owns the relay.", false),
            (Field::Ref, "KARSHAVN 298", true),
            (Field::Ref, "A. KARSHAVN 816 B. STATE 5614", true),
            (
                Field::Ref,
                "(A) LA PAZ 173: (B) STATE 5614; (C) STATE 5919",
                true,
            ),
            (
                Field::Ref,
                "(A) Karshavn 212 (NOTAL), (B) Ode-Birk telcon of 3 May",
                true,
            ),
            (
                Field::Ref,
                "(A) LA PAZ 6784; (C) STATE\n131738 (MAY 24, 1978)\n(G) ODE-BIRK TELCON DECEMBER 5",
                true,
            ),
            (Field::Ref, "the talks with Mr. Lorne of 3 May", false),
            (
                Field::Ref,
                "KARSHAVN 298. The relay belongs to Lorne.",
                false,
            ),
            (Field::Ref, "MR. LORNE KEEPS THE RELAY KARSHAVN 298", false),
            (Field::Order, "12958: DECL: 09/29/2018", true),
            (
                Field::Order,
                "12065: GDS 3/7/85 (ALDER, ROBERT M.) OR-P",
                true,
            ),
            (Field::Order, "12958: DECL: 13/45/2015", true),
            (Field::Order, "12958: DECL: WHEN THE RELAY CLOSES", false),
            (Field::Order, "13526", true),
            (
                Field::Order,
                "12958: DECL: 09/29/2018 The relay closes",
                false,
            ),
            (Field::Instruction, "Declassify On: 20360314", true),
            (
                Field::Instruction,
                "Declassify On: 20360314\n  The relay belongs to Mr. Lorne.",
                false,
            ),
            (
                Field::Instruction,
                "Declassify on: Source marked OADR",
                true,
            ),
            (Field::Instruction, "Declassify on: 25X1, 20500101", true),
            (Field::To, "SECSTATE WASHDC PRIORITY 3307", true),
            (Field::To, "WASHDC, SECSTATE ROUTINE", true),
            (Field::To, "SEIZE ZZ.", false),
            (Field::From, "the coast", false),
            (Field::From, "LORNE THE OWNER IN PORT", false),
            (Field::From, "AMEMBASSY THE HAGUE", true),
            (
                Field::Info,
                "AMEMBASSY ALDER\nUSMISSION USOSCE IMMEDIATE",
                true,
            ),
            (Field::DateTimeGroup, "O 022212Z OCT 08", true),
            (Field::DateTimeGroup, "P R 281848Z DEC 66 ZFF4", true),
            (Field::DateTimeGroup, "O 022212Z OCT 08 Lorne sailed", false),
            (Field::DateTimeGroup, "March 14, 1986", true),
            (
                Field::DateTimeGroup,
                "Washington, March 14, 1986, 3 p.m.",
                true,
            ),
            (Field::DateTimeGroup, "March 14, 1986 with Mr. Lorne", false),
            (Field::DateTimeGroup, "Sep 16, 2012 / 160150Z SEP 12", true),
            (Field::Caption, "SIPDIS", true),
            (Field::Caption, "EXDIS FOR AMBASSADOR LORNE", false),
            (Field::Reference, "LA PAZ 2023", true),
            (Field::Reference, "12 PORT VESTA 254", true),
            (Field::Reference, "LA PAZ 2023 EXDIS", true),
            (Field::Reference, "LA PAZ 2023     RELAY OF LORNE", false),
            (Field::Reference, "talks with ZZ", false),
        ] {
            assert_eq!(is_of_kind(field, text), expected, "{field:?} {text}");
        }
    }
}
