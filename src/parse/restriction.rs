//! Labelled lines beside the level that restrict the whole: `Caveats: FOUO`, `Captions: NODIS`, `DISTRIBUTION STATEMENT D`
//! (reading rule 7). Known values are read; an unknown one binds as an unknown caption does.

use super::build::Builder;
use super::chars::{behind_words, byte, from, is_silent, skip_silent, starts_with_word, trim};
use super::labels::{self, Names};
use super::lines::Line;
use super::look::Look;
use super::prose::is_function_word;
use super::{captions, findings, notice};
use crate::document::Role;
use crate::marking::{Caption, Label, StatedMark};

/// The longest label and the longest line, in bytes.
const LABEL: usize = 32;
const LONGEST: usize = 400;

/// How a word of a label begins that restricts, whatever else it says: offices and mail programs have labels of their own.
const STEMS: [&str; 11] = [
    "CAVEAT",
    "SENSITIV",
    "CAPTION",
    "DISSEM",
    "HANDLING",
    "RELEASAB",
    "MARKING",
    "PRIVACY",
    "RESTRICT",
    "X-CLASSIF",
    "X-SENSITIV",
];

/// Values that restrict nothing.
const NOTHING: [&str; 7] = ["", "NONE", "N/A", "NA", "NIL", "NORMAL", "NOT APPLICABLE"];

/// The sensitivities that mail programs know beside the normal one.
const MAILED: [&str; 4] = [
    "PERSONAL",
    "PRIVATE",
    "CONFIDENTIAL",
    "COMPANY-CONFIDENTIAL",
];

/// The longest line with a caption and little else, in bytes.
const CAPTION: usize = 80;

/// The most words of a value that is not known, in a text.
const VALUE_WORDS: usize = 3;

/// What a value asks.
#[derive(Debug, Default)]
pub(super) struct Value {
    pub(super) captions: Vec<Caption>,
    pub(super) sensitive: bool,
    /// What it says beside captions: a level or a control.
    pub(super) label: Option<Label>,
    /// Whether it cannot be read, wholly or in part.
    pub(super) unknown: bool,
}

/// The most words of the name of an office.
const OFFICE_WORDS: usize = 8;

/// Whether a line stands beside the level, where an unknown value restricts as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// In the header, where captions are fields of their own.
    InHeading,
    /// Right below a level line further down.
    BesideLevel,
    InText,
}

/// Whether `line` stands right behind a level line, or what is read as one.
pub(super) fn stands(builder: &Builder<'_>) -> Stands {
    match builder.pieces.last().map(|piece| piece.role()) {
        Some(Role::Furniture) if !builder.header.levels.is_empty() => Stands::BesideLevel,
        Some(Role::Furniture | Role::Block(_)) | None => Stands::InText,
    }
}

/// Takes `line` for such a line where it is one; the line itself is furniture.
pub(super) fn take<'a>(builder: &mut Builder<'a>, line: Line<'a>, stands: Stands) -> bool {
    let Some(found) = read(line.text, stands) else {
        return caption(builder, line, stands);
    };
    restrict(builder, line, found);
    builder.furniture(line);
    true
}

/// A notice that is the text of a paragraph: `1. THIS CABLE CONTAINS PRIVACY ACT INFORMATION.`
pub(super) fn notice(builder: &mut Builder<'_>, line: Line<'_>, text: &str) {
    let found = distribution(text).or_else(|| notice::read(text).map(Value::from));
    if let Some(found) = found {
        restrict(builder, line, found);
    }
}

/// What `line` asks of the whole.
fn restrict(builder: &mut Builder<'_>, line: Line<'_>, found: Value) {
    let span = line.span();
    builder.header.captions.extend(found.captions);
    builder.header.sensitive |= found.sensitive;
    if let Some(label) = found.label {
        builder.level_below(span, label);
    }
    if found.unknown {
        builder.header.captions.push(Caption::Other);
        builder.note(&findings::UNKNOWN_CAPTION, span);
    }
}

impl From<notice::Binds> for Value {
    fn from(binds: notice::Binds) -> Self {
        Self {
            captions: binds.caption.into_iter().collect(),
            sensitive: binds.sensitive,
            label: binds.label,
            unknown: false,
        }
    }
}

/// A caption that binds, below the header: a line with nothing else on it, or right below a level line whatever else stands
/// there (of a telegram that is passed on, of a further section). What stands beside a caption stays a line of text.
fn caption<'a>(builder: &mut Builder<'a>, line: Line<'a>, stands: Stands) -> bool {
    let counts = match stands {
        Stands::InHeading => false,
        Stands::BesideLevel => captions::is_line(line.text),
        // Both stand in capitals; an `l` may be the slip of a scanner.
        Stands::InText => {
            !line.look.holds(Look::SMALL)
                && (captions::is_alone(line.text) || is_apart(builder, line))
        }
    };
    if !counts {
        return false;
    }
    let found = captions::read(line.text);
    if !found.any && stands == Stands::InText {
        // `FOR AMBASSADOR ONLY`
        builder.header.captions.push(Caption::Other);
        builder.note(&findings::UNKNOWN_CAPTION, line.span());
        return false;
    }
    if !(found.sure || stands == Stands::BesideLevel) {
        return false;
    }
    builder.header.captions.extend(found.captions);
    builder.header.sensitive |= found.sensitive;
    if found.alone {
        builder.furniture(line);
    }
    found.alone
}

/// Whether a line in capitals between blank lines holds a caption and little else, or says who alone may see the whole:
/// `THIS IS A NODIS MESSAGE`, `FOR AMBASSADOR ONLY`.
fn is_apart(builder: &Builder<'_>, line: Line<'_>) -> bool {
    let shown = trim(line.text);
    if shown.len() > CAPTION {
        return false;
    }
    let before = builder.source.get(..line.start).unwrap_or_default();
    let blank = before
        .trim_end_matches([' ', '\t', '\r'])
        .strip_suffix('\n')
        .is_none_or(|above| above.trim_end_matches([' ', '\t', '\r']).ends_with('\n'));
    let apart = blank && builder.lines.at(line.next).is_none_or(Line::is_blank);
    apart
        && !shown.bytes().any(|b| b.is_ascii_lowercase())
        && !shown.starts_with(|c: char| c.is_ascii_digit() || c == '(')
        && (captions::is_line(shown)
            || (starts_with_word(shown, "FOR ") && captions::is_for_some(shown)))
}

/// Reads such a line.
fn read(text: &str, stands: Stands) -> Option<Value> {
    let shown = trim(text).trim_start_matches(['>', '|', '*', ' ']);
    if shown.len() > LONGEST {
        return None;
    }
    if let Some(found) = distribution(shown) {
        return Some(found);
    }
    if let Some(binds) = notice::read(shown) {
        return Some(binds.into());
    }
    if is_designation(shown) {
        return Some(value("CUI"));
    }
    // `UMBRA` under the level: on the level line it binds as well.
    if stands != Stands::InText && captions::is_code_words(shown) {
        return Some(Value {
            captions: vec![Caption::Other],
            ..Value::default()
        });
    }
    let head = shown.as_bytes();
    let sign = memchr::memchr(b':', head.get(..=LABEL).unwrap_or(head))?;
    let (label, rest) = (shown.get(..sign)?, shown.get(sign + 1..)?);
    let label = trim(label);
    let known = labels::is(label, Names::Restriction);
    let mut words = label.split(is_silent);
    let stem = stands != Stands::InText
        && label.starts_with(char::is_uppercase)
        && !words.clone().next().is_some_and(is_function_word)
        && words.any(|word| STEMS.iter().any(|stem| starts_with_word(word, stem)));
    if !known && !stem {
        return None;
    }
    let mut found = value(rest);
    // `SENSITIVE:`: the label is a caption, and its sign a slip.
    let caption = captions::read(label);
    if caption.alone && !known {
        found.captions.extend(caption.captions);
        found.sensitive |= caption.sensitive;
    }
    let kept = stands != Stands::InText || !found.unknown || is_certain(label, rest);
    kept.then_some(found)
}

/// Whether a line in a text with a value that is not known is such a line all the same: its label says nothing else, and a
/// few words in capitals or with capitals stand behind it; or it is one that mail programs write.
fn is_certain(label: &str, value: &str) -> bool {
    let words = || value.split_whitespace();
    let is = |known: &[&str], text: &str| known.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(&["SENSITIVITY"], label) {
        return is(&MAILED, trim(value));
    }
    let only = ["CAVEAT", "CAPTION", "DISSEM", "HANDLING"]
        .iter()
        .any(|stem| {
            label
                .split(is_silent)
                .any(|word| starts_with_word(word, stem))
        });
    only && words().count() <= VALUE_WORDS
        && words().all(|word| word.starts_with(|c: char| !c.is_lowercase()))
        && !trim(value).ends_with('.')
}

/// Reads what stands behind such a label.
pub(super) fn value(text: &str) -> Value {
    let shown = trim(text).trim_end_matches(['.', ' ', '*']);
    let upper = shown.to_ascii_uppercase();
    if NOTHING.contains(&upper.as_str()) {
        return Value::default();
    }
    let found = captions::read(shown);
    if found.alone {
        return Value {
            captions: found.captions,
            sensitive: found.sensitive,
            ..Value::default()
        };
    }
    let stated = StatedMark::read(&upper).or_else(|_| StatedMark::read(&format!("U//{upper}")));
    match stated {
        Ok(stated) => Value {
            captions: found.captions,
            sensitive: found.sensitive,
            label: Some(stated.label()),
            unknown: false,
        },
        Err(_) => Value {
            captions: found.captions,
            sensitive: found.sensitive,
            label: None,
            unknown: true,
        },
    }
}

/// `Controlled by: Port Office`: who designated controlled unclassified information, which the paper holds therefore.
fn is_designation(shown: &str) -> bool {
    behind_words(shown, "CONTROLLED BY").is_some_and(|width| {
        let office = from(shown, width).strip_prefix(':').unwrap_or_default();
        let words = office.split_whitespace().count();
        (1..=OFFICE_WORDS).contains(&words)
            && trim(office).starts_with(char::is_uppercase)
            && !trim(office).ends_with('.')
    })
}

/// `DISTRIBUTION STATEMENT A. Approved for public release`: A restricts nothing, every other letter does (DoDI 5230.24).
fn distribution(shown: &str) -> Option<Value> {
    let statement = behind_words(shown, "DISTRIBUTION STATEMENT");
    let labelled = statement.is_some();
    let width = statement.or_else(|| behind_words(shown, "DISTRIBUTION"))?;
    if byte(shown, width).is_ascii_alphanumeric() {
        return None;
    }
    let rest = from(shown, width).trim_start_matches([':', ' ', '-', '"', '\t']);
    let word = rest
        .split(|c: char| is_silent(c) || !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let letter = word.len() <= 1;
    // `Distribution A: …` without the word is one where the letter is set apart.
    let apart = from(rest, word.len()).starts_with(['.', ':', ','])
        || skip_silent(rest, word.len()) == rest.len();
    let is_capital = word.chars().all(char::is_uppercase);
    if labelled {
        return Some(match word {
            "A" | "a" => Value::default(),
            _ => Value {
                captions: vec![Caption::Other],
                unknown: !letter,
                ..Value::default()
            },
        });
    }
    if !(letter && apart && is_capital && !word.is_empty()) {
        return controlled(from(shown, width));
    }
    Some(Value {
        captions: if word == "A" {
            Vec::new()
        } else {
            vec![Caption::Other]
        },
        ..Value::default()
    })
}

/// `Distribution: FEDCON`, `Distribution/Dissemination Control: FEDCON`: the controls that the label names. Whom a paper goes to
/// restricts nothing.
fn controlled(rest: &str) -> Option<Value> {
    let (label, rest) = rest.split_once(':')?;
    let label = trim(label).trim_end_matches(['s', 'S']);
    if !(label.is_empty() || label.eq_ignore_ascii_case("/DISSEMINATION CONTROL")) {
        return None;
    }
    if trim(rest).eq_ignore_ascii_case("LIMITED") {
        return Some(Value {
            captions: vec![Caption::Other],
            ..Value::default()
        });
    }
    let found = value(rest);
    let restricts = !found.captions.is_empty() || found.sensitive;
    (restricts && !found.unknown).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn labelled_lines_beside_the_level_restrict_and_unknown_values_do_too() {
        for (line, expected) in [
            ("Caveats: FOUO", "[] sensitive"),
            ("Caveats: NONE", "[]"),
            ("Caveats:", "[]"),
            ("Associated Caveats: ALDER", "[] unknown"),
            ("Sensitivity: Normal", "[]"),
            ("Sensitivity: Sensitive", "[] sensitive"),
            ("SensitivityCode: Sensitive", "[] sensitive"),
            ("Sensitivity: Private", "[] unknown"),
            ("Captions:     SENSITIVE", "[] sensitive"),
            ("Captions: NODIS", "[Nodis]"),
            ("> Caveats: FOUO", "[] sensitive"),
            ("Caveats: FOUO//ALDER", "[] sensitive unknown"),
            (
                "DISTRIBUTION STATEMENT A. Approved for public release.",
                "[]",
            ),
            (
                "DISTRIBUTION STATEMENT B: Distribution authorized to agencies only.",
                "[Other]",
            ),
            ("Distribution Statement F", "[Other]"),
            ("DISTRIBUTION  STATEMENT  C", "[Other]"),
            ("Associated  Caveats:  FOUO", "[] sensitive"),
            ("Distributions are even", "none"),
            (
                "Distribution D. Further dissemination only as directed.",
                "[Other]",
            ),
            ("DISTRIBUTION STATEMENT 8", "[Other]"),
            ("Distribution of the boats is uneven.", "none"),
            ("Distribution A boats", "none"),
            ("Distribution: FEDCON", "[Other]"),
            ("Distribution: FED ONLY", "[Other]"),
            ("DISTRIBUTION: FOR OFFICIAL USE ONLY", "[] sensitive"),
            ("Distribution: Ode, Birk", "none"),
            ("Distribution: Limited", "[Other]"),
            ("Distribution: Limited to Ode", "none"),
            ("Distribution/Dissemination Control: FEDCON", "[Other]"),
            ("LDC: NOCON", "[Other]"),
            ("Releasability: NOFORN", "[Noforn]"),
            ("Releasability: the ports of Vesta", "[] unknown"),
            ("RESTRICTED DATA", "[] C//RD"),
            ("*FORMERLY RESTRICTED DATA*", "[] C//FRD"),
            (
                "This material contains Restricted Data as defined in the Atomic Energy Act of 1954",
                "[] C//RD",
            ),
            ("Restricted data", "none"),
            ("SENSITIVE:", "[] sensitive"),
            ("UMBRA", "[Other]"),
            ("RESTRICTED DATA ON THE PIER", "none"),
            ("Subject: NODIS", "none"),
            ("The caveats: none", "none"),
        ] {
            let found = read(line, Stands::BesideLevel).map_or_else(
                || "none".to_owned(),
                |value| {
                    format!(
                        "{:?}{}{}{}",
                        value.captions,
                        if value.sensitive { " sensitive" } else { "" },
                        if value.unknown { " unknown" } else { "" },
                        value
                            .label
                            .map_or_else(String::new, |label| format!(" {label}"))
                    )
                },
            );
            assert_eq!(found, expected, "{line}");
        }
        assert!(read("Sensitivity: the instrument drifts", Stands::InText).is_none());
        assert!(read("Handling: it takes two", Stands::InText).is_none());
        assert!(read("Caveats: FOUO", Stands::InText).is_some());
        assert!(read("Caveats: ALDER GROUP", Stands::InText).is_some());
        assert!(read("Sensitivity: Private", Stands::InText).is_some());
    }

    #[test]
    fn captions_with_nothing_else_on_their_line_have_no_small_letter() {
        let parts = [
            "EXDIS",
            "exdis",
            "Exdis",
            "EXDlS",
            "NODIS",
            "N O D I S",
            "n o d i s",
            "EYES ONLY",
            "Eyes Only",
            "SENSITIVE",
            "Sensitive",
            "LIMDIS",
            "llMDlS",
            " ",
            "/",
            "AND",
            " and ",
            "(",
            ")",
            "-",
            "LOU",
            "Lou",
            "FOR OFFICIAL USE ONLY",
            "é",
        ];
        let mut random = Random::new();
        let mut found = 0;
        for _ in 0..16_384 {
            let line: String = (0..1 + random.below(4))
                .map(|_| random.pick(&parts))
                .collect();
            if captions::is_alone(&line) {
                found += 1;
                assert!(!Look::of(line.as_bytes()).holds(Look::SMALL), "{line:?}");
            }
        }
        assert!(found > 500, "{found}");
    }
}
