//! What a header field holds, and whether it is wholly of its kind (reading rule 5).
//!
//! A known field is unclassified as far as its line goes and its content is of its kind: a day, a tag, a post, an order, a
//! reference. A field with anything else in it takes the overall classification, as an unknown one does.

use super::build::Builder;
use super::chars::{end_of_shown, from, is_silent, skip_silent, trim};
use super::{captions, header, level_line, memo, sentence};
use crate::Span;
use crate::declass::{Form, Schedule};
use crate::document::{BlockKind, Field};

/// The longest tag, in letters: the names of persons among them.
const TAG: usize = 14;
/// The longest content that can be wholly of its kind, in bytes.
const LONGEST: usize = 4096;

/// Gives the overall classification to every field that holds more than its kind: it counts as an unknown one. A caption
/// at the end of a subject binds as one on a line of its own.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    let source = builder.source;
    for block in &builder.blocks {
        if block.kind == BlockKind::Subject {
            let title = source.get(block.text.range()).unwrap_or_default();
            builder.header.captions.extend(captions::at_end(title));
        }
    }
    for block in &mut builder.blocks {
        let BlockKind::Field(field) = block.kind else {
            continue;
        };
        if !field.is_known_unclassified() || !block.mark.is_unmarked() {
            continue;
        }
        let text = source.get(block.text.range()).unwrap_or_default();
        if !is_of_kind(field, text) {
            block.kind = BlockKind::Field(Field::Unknown);
            // What was its label is a part of what it says.
            let whole = source.get(block.span.range()).unwrap_or_default();
            let start = block.span.start() + skip_silent(whole, 0);
            let end = (block.span.start() + end_of_shown(whole)).max(start);
            block.text = Span::new(start, end);
        }
    }
}

/// Whether the content of a field is wholly of the field's kind.
pub(super) fn is_of_kind(field: Field, text: &str) -> bool {
    let shown = trim(text);
    if shown.is_empty() {
        return true;
    }
    if shown.len() > LONGEST {
        return false;
    }
    let lines = || shown.lines().map(trim).filter(|line| !line.is_empty());
    match field {
        Field::DateTimeGroup => header::is_date_time_group(shown) || memo::is_day(shown),
        Field::From | Field::To | Field::Info => lines().all(header::is_addressee),
        Field::Reference => is_message_number(shown),
        Field::Caption => captions::read(shown).alone,
        Field::Order | Field::Instruction => is_instruction(shown),
        Field::Tags => is_tags(shown),
        Field::Ref => is_reference(shown),
        Field::Passing | Field::Classifier | Field::Transmission | Field::Unknown => false,
    }
}

/// Whether `line` plainly goes on with a field that so far holds `before`: it is indented, or something has to follow what
/// stands there, or it is more of the same kind.
pub(super) fn goes_on(field: Field, before: &str, line: &str) -> bool {
    let awaited = trim(before).ends_with([',', ';', '/', '-', '&', '(', ':', '–', '—'])
        || opens(before)
        || ends_in_link(before);
    match field {
        Field::From | Field::To | Field::Info => {
            header::is_addressee(line) && !header::is_transmission(line)
        }
        Field::Tags => {
            awaited
                || is_indented(line)
                || (is_tags(line) && (line.contains("](") || !line.chars().any(char::is_lowercase)))
        }
        Field::Ref => {
            awaited
                || is_indented(line)
                || next_letter(before, line)
                || (is_reference(line) && !is_label(line))
        }
        Field::Order | Field::Instruction => awaited || is_indented(line),
        Field::Classifier => true,
        Field::DateTimeGroup
        | Field::Reference
        | Field::Caption
        | Field::Passing
        | Field::Transmission
        | Field::Unknown => false,
    }
}

fn is_indented(line: &str) -> bool {
    line.starts_with([' ', '\t'])
}

/// Whether a parenthesis is open at the end.
fn opens(text: &str) -> bool {
    let count = |sign| text.chars().rev().take(200).filter(|c| *c == sign).count();
    count('(') > count(')')
}

/// Whether the last word asks for another: `AND`, `TO`.
fn ends_in_link(text: &str) -> bool {
    let last = text.rsplit(is_silent).find(|word| !word.is_empty());
    last.is_some_and(|word| {
        ["AND", "OR", "TO", "OF", "FROM"]
            .iter()
            .any(|link| word.eq_ignore_ascii_case(link))
    })
}

/// Whether a line begins with the item of a list behind the last one in `before`: `B) …` behind `A) …`.
pub(super) fn next_letter(before: &str, line: &str) -> bool {
    let Some(letter) = item(line) else {
        return false;
    };
    let last = before
        .split(|c: char| is_silent(c) || matches!(c, ',' | ';' | ':'))
        .filter_map(item)
        .next_back();
    last.is_some_and(|last| letter == last + 1)
}

/// The letter of an item at the start: `A)`, `(A)`, `A.`, `[A]`.
fn item(text: &str) -> Option<u8> {
    let shown = trim(text).as_bytes();
    let (letter, closed) = match shown {
        [b'(' | b'[', letter, b')' | b']', ..] => (*letter, true),
        [letter, b')' | b'.', rest @ ..] => {
            (*letter, rest.first().is_none_or(u8::is_ascii_whitespace))
        }
        _ => return None,
    };
    (closed && letter.is_ascii_alphabetic()).then_some(letter.to_ascii_uppercase())
}

/// Whether a line begins with a label, damaged or not: up to three words in capitals and a colon.
pub(super) fn is_label(line: &str) -> bool {
    let shown = trim(line);
    let Some((label, _)) = shown.split_once(':') else {
        return false;
    };
    let letters = label.chars().filter(|c| c.is_alphabetic()).count();
    label.len() <= 24
        && letters >= 3
        && label.split_whitespace().count() <= 3
        && label.chars().all(|c| {
            c.is_uppercase() || c.is_ascii_digit() || c.is_ascii_punctuation() || c == ' '
        })
        // A scanner reads a letter as a digit; a number by itself is no word of a label.
        && label.split_whitespace().all(|word| {
            !word.bytes().any(|b| b.is_ascii_digit())
                || word.chars().filter(|c| c.is_alphabetic()).count() >= 3
        })
        && !label.contains(['(', ')', ';', ','])
}

/// Words of which sentences are made, and no tag, address or reference.
pub(super) fn is_function_word(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "A", "ABOUT", "AFTER", "ALL", "AN", "AND", "ARE", "AS", "AT", "BE", "BECAUSE", "BEEN", "BEFORE", "BELONGS",
        "BETWEEN", "BRINGS", "BUT", "BY", "CAN", "COMES", "COULD", "DID", "DO", "DOES", "DURING", "ENDS", "FOR", "FROM",
        "GOES", "HAD", "HAS", "HAVE", "HE", "HER", "HIM", "HIS", "HOLDS", "I", "IF", "IN", "INTO", "IS", "IT", "ITS",
        "KEEPS", "KNOWS", "LEAVES", "MAY", "MEETS", "MET", "MIGHT", "MUST", "NEAR", "NO", "NOT", "OF", "ON", "ONLY",
        "OR", "OUR", "OUT", "OVER", "OWNS", "PAID", "PASS", "PAYS", "PLEASE", "RUNS", "SAID", "SAYS", "SHALL", "SHE",
        "SHOULD", "SINCE", "SO", "STANDS", "TAKES", "THAN", "THAT", "THE", "THEIR", "THEM", "THEN", "THERE", "THESE",
        "THEY", "THIS", "THOSE", "TO", "TOLD", "UNDER", "UNTIL", "UP", "US", "WAS", "WE", "WERE", "WHAT", "WHEN",
        "WHERE", "WHICH", "WHO", "WHOSE", "WILL", "WITH", "WOULD", "YOU",
    ];
    let upper = word.to_ascii_uppercase();
    WORDS.binary_search(&&*upper).is_ok()
}

/// `PREL, PGOV, KV`, `OVIP (ODE, BENNO), PREL`, `[PREL](#) [KV](#)`: words in capitals that make no sentence.
pub(super) fn is_tags(text: &str) -> bool {
    let shown = without_targets(trim(text));
    let mut any = false;
    let all = shown
        .split(|c: char| is_silent(c) || matches!(c, ',' | ';' | '/' | '(' | ')' | '[' | ']' | '#'))
        .map(|word| word.trim_matches(['.', '"', '\'']))
        .filter(|word| !word.is_empty())
        .all(|word| {
            any = true;
            // A single `A` or `US` names a country or a person; the rest make sentences.
            let sentence = is_function_word(word) && word.len() > 2;
            // No word of a sentence begins with two capitals and goes on in small letters.
            let capitals = word.chars().take(2).filter(|c| c.is_uppercase()).count() == 2;
            word.len() <= TAG
                && !sentence
                && word.chars().all(|c| {
                    c.is_uppercase()
                        || c.is_ascii_digit()
                        || matches!(c, '-' | '\'' | '.' | '&')
                        || (capitals && c.is_lowercase())
                })
        });
    any && all
}

/// Without the targets of links, which a copy from the web has behind every tag: `[PREL](https://…)`.
fn without_targets(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((head, behind)) = rest.split_once("](") {
        shown.push_str(head);
        shown.push(' ');
        let end = behind.find(|c: char| c == ')' || is_silent(c));
        rest = match end {
            Some(at) if from(behind, at).starts_with(')') => from(behind, at + 1),
            Some(_) | None => behind,
        };
    }
    shown.push_str(rest);
    shown
}

/// `A. MOSCOW 816 B. STATE 5614`, `(A) Karshavn 212 (NOTAL); (B) Ode-Birk telcon of 3 May`: posts and numbers, days, and the
/// words for how a message went. A name or a sentence beside them makes it more than a reference.
pub(super) fn is_reference(text: &str) -> bool {
    #[rustfmt::skip]
    const KNOWN: &[&str] = &[
        "a", "airgram", "aug", "april", "apr", "august", "cable", "caution", "dec", "december", "dtd", "dated", "dtg", "email",
        "emails", "feb", "february", "fax", "jan", "january", "july", "jul", "june", "jun", "letter", "mar", "march", "may",
        "memcon", "memo", "none", "notal", "nov", "november", "oct", "october", "para", "paras", "sep", "september", "septel",
        "sept", "telcon", "telegram",
    ];
    let shown = trim(text);
    let mut telling = false;
    let all = shown
        .split(|c: char| {
            is_silent(c)
                || matches!(
                    c,
                    ',' | ';' | ':' | '/' | '(' | ')' | '[' | ']' | '#' | '"' | '-' | '–' | '—'
                )
        })
        .map(|word| word.trim_matches(['.', '\'', '*']))
        .filter(|word| !word.is_empty())
        .all(|word| {
            let lower = word.to_lowercase();
            let known = KNOWN.contains(&lower.as_str()) || matches!(&*lower, "e" | "mail");
            telling |= known || word.bytes().any(|b| b.is_ascii_digit());
            let linked = matches!(
                &*lower,
                "and"
                    | "of"
                    | "to"
                    | "from"
                    | "et"
                    | "al"
                    | "no"
                    | "nos"
                    | "i"
                    | "a"
                    | "us"
                    | "on"
                    | "previous"
            );
            known
                || linked
                || word.bytes().all(|b| b.is_ascii_digit())
                || (word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                    && !is_function_word(word))
        });
    let items = shown.split([';', ',', '(', '\n']);
    // Between two numbers stand a post and the words for how it went, and no more.
    let short = items.clone().all(|item| words_without_number(item) <= 5);
    all && telling && short && !sentence_inside(shown)
}

/// The longest run of words without a number in a part of a reference.
fn words_without_number(item: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for word in item.split_whitespace() {
        if word.bytes().any(|b| b.is_ascii_digit()) {
            run = 0;
        } else {
            run += 1;
            longest = longest.max(run);
        }
    }
    longest
}

fn sentence_inside(text: &str) -> bool {
    text.split_whitespace()
        .any(|word| sentence::surely_ends(word) && word.chars().any(char::is_lowercase))
}

/// The post and the number of a message: `LA PAZ 2023`, `12 PORT VESTA 254`, `1168.`, with captions behind them.
fn is_message_number(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| is_silent(c) || matches!(c, '/' | ',' | '(' | ')' | '.' | '#' | '-'))
        .filter(|word| !word.is_empty())
        .collect();
    words.len() <= 8
        && words
            .iter()
            .any(|word| word.bytes().all(|b| b.is_ascii_digit()))
        && words.iter().all(|word| {
            word.chars().all(|c| c.is_alphanumeric() || c == '\'') && !is_function_word(word)
                || word.len() == 1
        })
        && words
            .iter()
            .filter(|word| {
                word.len() > 1
                    && word.bytes().any(|b| b.is_ascii_alphabetic())
                    && !level_line::is_caption(&word.to_ascii_uppercase())
            })
            .count()
            <= 4
}

/// Whether an order line or an instruction says nothing but when something ends: it is understood to its last word, or made
/// of the words and numbers of such lines.
fn is_instruction(text: &str) -> bool {
    let (schedule, _) = Schedule::read([(text, Span::new(0, text.len()))], None);
    let understood = schedule
        .instructions()
        .all(|read| !matches!(read.form(), Form::Unreadable | Form::Event));
    let names_other = ["CLASSIFIED BY", "DERIVED", "SUBJECT", "TAGS", "REF:"]
        .iter()
        .any(|words| text.to_ascii_uppercase().contains(words));
    (understood && !names_other)
        || text
            .split(captions_and_dates)
            .filter(|word| !word.is_empty())
            .all(is_instruction_word)
}

fn captions_and_dates(c: char) -> bool {
    is_silent(c) || c.is_ascii_punctuation() || matches!(c, '–' | '—')
}

/// The words of instructions.
fn is_instruction_word(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "ADS", "AMENDED", "AND", "APR", "APRIL", "AS", "AUG", "AUGUST", "DEC", "DECEMBER", "DECL", "DECLAS", "DECLASS",
        "DECLASSIFICATION", "DECLASSIFY", "DECLASSIFIED", "DERIVATIVE", "E", "EO", "EXEMPT", "FEB", "FEBRUARY", "FROM",
        "GDS", "HUM", "HUMAN", "INDEFINITE", "JAN", "JANUARY", "JUL", "JULY", "JUN", "JUNE", "M", "MANUAL", "MAR", "MARCH",
        "MARKED", "MAY", "MR", "MULTIPLE", "N", "NA", "NONE", "NOV", "NOVEMBER", "O", "OADR", "OCT", "OCTOBER", "ON", "OR",
        "RDS", "REASON", "REVIEW", "SEP", "SEPT", "SEPTEMBER", "SOURCE", "WMD",
    ];
    let upper = word.to_ascii_uppercase();
    let code = upper.len() <= 5
        && upper.bytes().any(|b| b.is_ascii_digit())
        && upper
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'X' | b'A'..=b'H'));
    (word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 8)
        || code
        || (upper.len() == 1 && matches!(upper.as_bytes(), [b'A'..=b'H' | b'X']))
        || matches!(&*upper, "XGDS" | "XDS" | "BY" | "REASONS" | "SOURCES")
        || WORDS.binary_search(&&*upper).is_ok()
}

/// Whether a line is prose: words of a sentence, more than a line of a header has.
pub(super) fn is_prose(text: &str) -> bool {
    let shown = from(text, skip_silent(text, 0));
    let words: Vec<&str> = shown.split_whitespace().take(40).collect();
    let functions = words
        .iter()
        .filter(|word| is_function_word(word.trim_matches(|c: char| !c.is_alphanumeric())))
        .count();
    let ends = trim(shown).ends_with(['.', '!', '?']);
    (words.len() >= 4 && ends && functions >= 1) || (words.len() >= 6 && functions >= 2)
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
            (Field::Reference, "talks with ZZ", false),
        ] {
            assert_eq!(is_of_kind(field, text), expected, "{field:?} {text}");
        }
    }

    #[test]
    fn a_field_goes_on_where_the_next_line_plainly_does() {
        for (field, before, line, expected) in [
            (Field::Tags, "PREL,", "PGOV", true),
            (Field::Tags, "PREL", "PGOV, KV", true),
            (Field::Tags, "PREL", "The lease of ZZ ends.", false),
            (Field::Ref, "A) VESTA 9", "B) VESTA 8", true),
            (Field::Ref, "A) VESTA 9", "     B) VESTA 8", true),
            (Field::Ref, "VESTA 9", "The lease of ZZ ends.", false),
            (Field::Ref, "VESTA 9", "SUB.JECT: THE LEASE", false),
            (
                Field::Instruction,
                "Declassify On: 20360314",
                "The relay closes.",
                false,
            ),
            (
                Field::Order,
                "12065: GDS 3/7/85 (ALDER,",
                "ROBERT M.) OR-P",
                true,
            ),
            (Field::To, "SECSTATE WASHDC", "DIA WASHDC", true),
            (Field::To, "SECSTATE WASHDC", "He met Lorne.", false),
            (
                Field::DateTimeGroup,
                "March 14, 1986",
                "Meeting with Lorne",
                false,
            ),
        ] {
            assert_eq!(
                goes_on(field, before, line),
                expected,
                "{field:?} {before} {line}"
            );
        }
    }

    #[test]
    fn the_function_words_are_in_order() {
        for word in ["THE", "A", "YOU", "OWNS", "belongs"] {
            assert!(is_function_word(word), "{word}");
        }
        assert!(!is_function_word("VESTA"));
    }
}
