//! Lines that state the level of what they stand over, wherever they stand: banners, the level line of a telegram inside
//! another document, the label of a reply, the head of an attachment (reading rule 5).

use super::build::{Builder, Line};
use super::chars::{from, is_silent, starts_with_word, trim};
use super::level_line::{self, Form, LevelWords};
use super::{captions, findings};
use crate::document::LevelLine;
use crate::marking::{Caption, Label};

/// The longest such line, in bytes, and the most words beside its level that are not known.
const LONGEST: usize = 160;
const UNKNOWN_WORDS: usize = 5;

/// How many of the level lines so far are looked at; what none of them covers counts as new.
const KNOWN_LEVELS: usize = 32;

/// The labels behind which a level stands.
const LABELS: [&str; 5] = [
    "CLASSIFICATION",
    "OVERALL CLASSIFICATION",
    "CLASSIFICATION LEVEL",
    "SECURITY CLASSIFICATION",
    "CLASS",
];

/// What stands under a level of its own beside a paper.
const ATTACHED: [&str; 9] = [
    "ATTACHMENT",
    "ATTACHMENTS",
    "ENCLOSURE",
    "ENCLOSURES",
    "ANNEX",
    "APPENDIX",
    "TAB",
    "ADDENDUM",
    "SUPPLEMENT",
];

/// What a sentence may say the level of.
const DOCUMENTS: [&str; 17] = [
    "EMAIL",
    "E-MAIL",
    "MESSAGE",
    "DOCUMENT",
    "MEMORANDUM",
    "MEMO",
    "TRANSMISSION",
    "PAGE",
    "COMMUNICATION",
    "CABLE",
    "TELEGRAM",
    "ATTACHMENT",
    "ENCLOSURE",
    "ANNEX",
    "PAPER",
    "TEXT",
    "LETTER",
];

/// What a paper is, beside its level. It restricts nothing.
const PAPERS: [&str; 10] = [
    "WORKING", "PAPER", "PAPERS", "DRAFT", "COVER", "SHEET", "PAGE", "COPY", "TEXT", "DOCUMENT",
];

/// What such a line says.
#[derive(Debug)]
pub(super) struct Overall {
    pub(super) label: Label,
    pub(super) captions: Vec<Caption>,
    pub(super) sensitive: bool,
    /// Whether something of its own begins under it: a telegram, a reply, an attachment.
    pub(super) opens: bool,
    /// Whether words stand beside the level that may restrict and are not known.
    unknown: bool,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// In the heading, where the overall classification is stated.
    InHeading,
    /// Behind it, at the start of a block.
    Below,
    /// Behind it, under a line of text: only capitals state a level there, because `secret` may end a sentence.
    InText,
}

/// Reads a line that states a level; `None` where a level is a word of its text.
pub(super) fn read(text: &str, stands: Stands) -> Option<Overall> {
    let quoted = trim(text).starts_with('>');
    let shown = undecorated(text);
    if shown.len() > LONGEST || shown.is_empty() {
        return None;
    }
    if let Some(value) = labelled(shown) {
        return Some(behind_label(value));
    }
    if stands == Stands::InText && shown.chars().any(char::is_lowercase) && !quoted {
        return None;
    }
    let found = this_is(shown)
        .or_else(|| attached(shown))
        .or_else(|| official(shown))
        .or_else(|| level(shown, stands))?;
    Some(Overall {
        opens: found.opens || quoted,
        ..found
    })
}

/// Takes what a line says into the document; the line itself is furniture. Under a level that nothing before it states, and
/// under the head of something of its own, what is unmarked is rated as that at least.
pub(super) fn take<'a>(
    builder: &mut Builder<'a>,
    line: Line<'a>,
    overall: Overall,
    stands: Stands,
) {
    let span = line.span();
    let known = builder
        .header
        .levels
        .iter()
        .take(KNOWN_LEVELS)
        .any(|level| level.label.dominates(&overall.label));
    let first = builder.header.levels.is_empty();
    let below = match stands {
        Stands::InHeading => overall.opens && !first,
        Stands::Below | Stands::InText => overall.opens || !known,
    };
    let label = if below {
        overall.label.clone()
    } else {
        Label::unclassified()
    };
    builder.parts.push(LevelLine { span, label });
    if stands == Stands::InHeading {
        let label = overall.label;
        builder.header.levels.push(LevelLine { span, label });
    } else {
        builder.level_below(span, overall.label);
    }
    builder.header.captions.extend(overall.captions);
    builder.header.sensitive |= overall.sensitive;
    if overall.unknown {
        builder.header.captions.push(Caption::Other);
        builder.note(&findings::UNKNOWN_CAPTION, span);
    }
    if below {
        builder.close();
    }
    builder.furniture(line);
}

/// Rates what is unmarked below such lines.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    let parts = std::mem::take(&mut builder.parts);
    let mut parts = parts.iter().peekable();
    let mut label: Option<&Label> = None;
    for index in 0..builder.blocks.len() {
        let Some(block) = builder.blocks.get(index) else {
            break;
        };
        while let Some(part) = parts.next_if(|part| part.span.start() <= block.span.start()) {
            label = Some(&part.label);
        }
        let open = block.mark.is_unmarked()
            && !matches!(block.kind, crate::document::BlockKind::Field(field) if field.is_known_unclassified());
        if let Some(label) = label.filter(|label| open && !Label::unclassified().dominates(label)) {
            builder.raise(index, label);
        }
    }
}

/// The line without the signs of quoted mail and of emphasis around it.
fn undecorated(text: &str) -> &str {
    trim(text).trim_matches(|c: char| {
        is_silent(c) || matches!(c, '>' | '|' | '*' | '#' | '_' | '=' | '-')
    })
}

/// What stands behind `Classification:`.
fn labelled(shown: &str) -> Option<&str> {
    let (label, value) = shown.split_once(':')?;
    LABELS
        .iter()
        .any(|known| trim(label).eq_ignore_ascii_case(known))
        .then(|| trim(value))
}

/// Behind the label a level stands, whatever else does; one that cannot be read is one that is not known.
fn behind_label(value: &str) -> Overall {
    let (value, caveats) = match find_word(value, "CAVEAT") {
        Some(at) => value.split_at_checked(at).unwrap_or((value, "")),
        None => (value, ""),
    };
    let value = trim(value).trim_matches(['(', ')', '/', ' ']);
    let mut overall = level(value, Stands::Below)
        .or_else(|| official(value))
        .or_else(|| worded(value))
        .unwrap_or_else(|| match crate::marking::StatedMark::read(value) {
            Ok(stated) => Overall::of(stated.label()),
            Err(_) => Overall::of(Label::unresolved()),
        });
    overall.opens = true;
    if let Some((_, caveats)) = caveats.split_once(':') {
        let found = super::restriction::value(caveats);
        overall.captions.extend(found.captions);
        overall.sensitive |= found.sensitive;
        overall.unknown |= found.unknown;
        if let Some(label) = found.label {
            overall.label.join_assign(&label);
        }
    }
    overall
}

/// `Sensitive`, `Unclassified but sensitive`, `SENSITIVE/UNCLASSIFIED`: levels and captions in any order, and nothing else.
fn worded(value: &str) -> Option<Overall> {
    let mut overall = Overall::of(Label::unclassified());
    let mut any = false;
    for word in value
        .split(captions::is_separator)
        .filter(|word| !word.is_empty() && !word.eq_ignore_ascii_case("BUT"))
    {
        any = true;
        if let Some(label) = level_line::banner(word) {
            overall.label.join_assign(&label);
            continue;
        }
        let found = captions::read(word);
        if !found.alone {
            return None;
        }
        overall.captions.extend(found.captions);
        overall.sensitive |= found.sensitive;
    }
    any.then_some(overall)
}

/// `This email is UNCLASSIFIED.`, `This document is classified SECRET`, `THE FOLLOWING IS CONFIDENTIAL`. A condition behind the level makes it say nothing:
/// `This memorandum is UNCLASSIFIED when separated from its annex.`
fn this_is(shown: &str) -> Option<Overall> {
    let following = starts_with_word(shown, "THE FOLLOWING ");
    if !following && !starts_with_word(shown, "THIS ") {
        return None;
    }
    let mut words = shown.split_inclusive(is_silent).peekable();
    let mut at: usize = words
        .by_ref()
        .take(1 + usize::from(following))
        .map(str::len)
        .sum();
    let is = |word: &str, names: &[&str]| {
        names
            .iter()
            .any(|known| trim(word).eq_ignore_ascii_case(known))
    };
    match words.next_if(|word| is(word, &DOCUMENTS)) {
        Some(word) => at += word.len(),
        None if following => {}
        None => return None,
    }
    at += words.next().filter(|word| is(word, &["IS"]))?.len();
    let rest = from(shown, at);
    let rest = rest
        .get(.."classified ".len())
        .filter(|word| word.eq_ignore_ascii_case("classified "))
        .map_or(rest, |word| from(rest, word.len()));
    let stated = trim(rest).trim_end_matches(['.', ':']);
    let based = find_word(stated, "BASED ON").filter(|_| {
        find_word(stated, "DEFINITION").is_some() || find_word(stated, "E.O.").is_some()
    });
    let stated = based.map_or(stated, |at| trim(stated.get(..at).unwrap_or_default()));
    level(stated, Stands::Below).filter(|overall| !overall.opens && !overall.unknown)
}

/// `ANNEX A (SECRET)`, `TAB B - CONFIDENTIAL`, `Attachment 2: SECRET`: what is attached, and its level at the end of the line.
fn attached(shown: &str) -> Option<Overall> {
    let first = shown.split(captions::is_separator).next()?;
    if !ATTACHED.iter().any(|word| first.eq_ignore_ascii_case(word)) {
        return None;
    }
    let rest = from(shown, first.len());
    let at = rest.find(['(', '-', '–', '—', ':', '['])?;
    let name = rest.get(..at)?;
    // A title behind the letter may end in a mark that rates it alone.
    if name.split_whitespace().count() > 1 {
        return None;
    }
    let stated = from(rest, at).trim_matches(captions::is_separator);
    let words = level_line::read(stated)?;
    (words.form == Form::Alone).then(|| Overall {
        opens: true,
        ..Overall::from(words)
    })
}

/// `Official - SBU`, `Official-Sensitive`: how State marks its mail; what stands beside the word is a caption.
fn official(shown: &str) -> Option<Overall> {
    let rest = shown
        .get(.."OFFICIAL".len())
        .filter(|word| word.eq_ignore_ascii_case("OFFICIAL"))
        .map(|word| from(shown, word.len()))?;
    let tail = rest.trim_start_matches([' ', '-', '–', '—', '/', ':']);
    if tail.len() == rest.len() || tail.is_empty() || !rest.contains(['-', '–', '—', '/', ':'])
    {
        return None;
    }
    if tail.split_whitespace().count() > UNKNOWN_WORDS {
        return None;
    }
    if let Some(overall) = level(tail, Stands::Below).filter(|overall| !overall.opens) {
        return Some(overall);
    }
    let found = captions::read(tail);
    Some(Overall {
        unknown: !found.any,
        sensitive: found.sensitive,
        captions: found.captions,
        ..Overall::of(Label::unclassified())
    })
}

/// `SECRET`, `TOP SECRET//NOFORN`, `SECRET - WORKING PAPERS`, `CONFIDENTIAL ATTACHMENT`, `CONFIDENTIAL VESTA 22`.
fn level(shown: &str, stands: Stands) -> Option<Overall> {
    if let Some(label) = controlled(shown) {
        return Some(Overall::of(label));
    }
    let capitals = !shown.chars().any(char::is_lowercase);
    // `SECRET-SENSITIVE`: with no room around its stroke a level is a part of a word otherwise.
    let spaced = shown.replacen('-', " - ", usize::from(capitals));
    let words = level_line::read(level_line::without_copy(shown))
        .or_else(|| level_line::read(level_line::without_copy(&spaced)))?;
    let rest = trim(words.rest);
    match words.form {
        Form::Alone | Form::Section => Some(Overall::from(words)),
        Form::Numbered => {
            // Behind the number a level line may say more; in a text only the line by itself is one.
            let whole = rest.ends_with(|c: char| c.is_ascii_digit())
                || rest
                    .split(captions::is_separator)
                    .next_back()
                    .is_some_and(|word| level_line::is_caption(&word.to_ascii_uppercase()));
            (whole || stands != Stands::InText).then(|| Overall {
                opens: true,
                ..Overall::from(words)
            })
        }
        Form::Other if is_release_line(rest) => Some(Overall::from(words)),
        Form::Other => beside(words, rest, capitals),
    }
}

/// A level with words beside it that are neither captions nor a post.
fn beside(words: LevelWords<'_>, rest: &str, capitals: bool) -> Option<Overall> {
    // Behind a stroke a control stands that could not be read.
    if !words.label.is_resolved() {
        return capitals.then(|| Overall::from(words));
    }
    // `SECRET - RESTRICTED DATA`
    if let Some(label) = super::restriction::notice(rest) {
        return Some(Overall::of(words.label.join(&label)));
    }
    let parts: Vec<String> = rest
        .split(captions::is_separator)
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_uppercase)
        .collect();
    let first = parts.first()?;
    let set_apart = rest.starts_with(['-', '–', '—', ':', '(']);
    let named = parts.len() <= 2 && parts.get(1).is_none_or(|name| name.len() <= 3);
    let attached = ATTACHED.contains(&first.as_str())
        && (named || (capitals && parts.len() <= UNKNOWN_WORDS && !rest.ends_with('.')));
    if attached && (capitals || set_apart) {
        return Some(Overall {
            opens: true,
            ..Overall::from(words)
        });
    }
    // `SECRET WHEN FILLED IN`: whether the condition holds is not known. Of UNCLASSIFIED it says nothing.
    let conditional = matches!(first.as_str(), "WHEN" | "UNTIL" | "IF" | "UPON" | "PENDING");
    if conditional && capitals && parts.len() <= UNKNOWN_WORDS {
        return words
            .label
            .level()
            .is_classified()
            .then(|| Overall::from(words));
    }
    // `UNCLASSIFIED WITH SECRET ATTACHMENT`: the levels of both.
    if first == "WITH"
        && parts
            .last()
            .is_some_and(|word| ATTACHED.contains(&word.as_str()))
    {
        let other = level_line::read(trim(from(rest, "WITH".len())))?;
        let label = words.label.join(&other.label);
        return Some(Overall::of(label));
    }
    let known = |word: &String| {
        PAPERS.contains(&word.as_str())
            || level_line::is_caption(word)
            || word.bytes().all(|b| b.is_ascii_digit())
    };
    if parts.iter().all(known) && (capitals || set_apart) {
        return Some(Overall::from(words));
    }
    (capitals && set_apart && parts.len() <= UNKNOWN_WORDS && !rest.ends_with('.')).then(|| {
        Overall {
            unknown: true,
            ..Overall::from(words)
        }
    })
}

/// `CUI`, `CUI//SP-PRVCY//FED ONLY`, `CONTROLLED`.
fn controlled(shown: &str) -> Option<Label> {
    let word = shown.split('/').next()?;
    matches!(word, "CUI" | "CONTROLLED")
        .then(|| crate::marking::Marking::parse_banner(shown))
        .map(|marking| marking.map_or_else(|_| Label::unresolved(), |known| Label::from(&known)))
}

/// `U.S. Department of State Case No. F-2014-00001 Doc No. C00000001 Date: 05/13/2015`: State's own release line, which it
/// stamps on every page behind the level.
fn is_release_line(rest: &str) -> bool {
    starts_with_word(rest, "U.S. DEPARTMENT OF STATE")
        && find_word(rest, "CASE NO").is_some()
        && rest.split_whitespace().all(|word| word.len() <= 24)
}

/// Where words in capitals stand in a text, in any case.
fn find_word(text: &str, words: &str) -> Option<usize> {
    text.to_ascii_uppercase().find(words)
}

impl Overall {
    fn of(label: Label) -> Self {
        Self {
            label,
            captions: Vec::new(),
            sensitive: false,
            opens: false,
            unknown: false,
        }
    }
}

impl From<LevelWords<'_>> for Overall {
    fn from(words: LevelWords<'_>) -> Self {
        Self {
            captions: words.captions,
            sensitive: words.sensitive,
            ..Self::of(words.label)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_states_a_level_is_told_from_a_sentence() {
        for (text, expected) in [
            ("SECRET", Some("S")),
            ("Confidential", Some("C")),
            ("SECRET//NOFORN", Some("S//NF")),
            ("TOP SECRET COPY 1 OF 3", Some("TS")),
            ("SECRET - WORKING PAPERS", Some("S")),
            ("SECRET WORKING PAPER", Some("S")),
            ("SECRET - ALDER GROUP", Some("S unknown")),
            ("SECRET//ALDERGROUP", Some("unresolved")),
            ("Secret/Nodis", Some("S [Nodis]")),
            ("SECRET (GDS)", Some("S")),
            ("SECRET - RESTRICTED DATA", Some("S//RD")),
            ("SECRET FORMERLY RESTRICTED DATA", Some("S//FRD")),
            (
                "Classification: SENSITIVE BUT UNCLASSIFIED",
                Some("SBU opens"),
            ),
            (
                "Classification: Sensitive But Unclassified",
                Some("SBU opens"),
            ),
            ("Classification: SBU", Some("SBU opens")),
            ("Classification: UNCLASSIFIED/SBU", Some("SBU opens")),
            (
                "Classification: For Official Use Only",
                Some("U//FOUO opens"),
            ),
            ("Classification: Sensitive", Some("U opens sensitive")),
            (
                "Classification: UNCLASSIFIED - SENSITIVE",
                Some("U opens sensitive"),
            ),
            ("CONFIDENTIAL VESTA 22", Some("C opens")),
            ("> CONFIDENTIAL", Some("C opens")),
            ("**CONFIDENTIAL**", Some("C")),
            ("Classification: CONFIDENTIAL", Some("C opens")),
            ("CLASSIFICATION: SECRET//NOFORN", Some("S//NF opens")),
            (
                "Classification: UNCLASSIFIED Caveats: FOUO",
                Some("U opens sensitive"),
            ),
            ("Classification: PROTECTED B", Some("unresolved opens")),
            ("CONFIDENTIAL ATTACHMENT", Some("C opens")),
            ("SECRET ANNEX B", Some("S opens")),
            ("ANNEX A (SECRET)", Some("S opens")),
            ("Tab B - Confidential", Some("C opens")),
            ("UNCLASSIFIED WITH SECRET ATTACHMENT", Some("S")),
            ("-CONFIDENTIAL-", Some("C")),
            ("SECRET-SENSITIVE", Some("S sensitive")),
            ("TOP SECRET UMBRA", Some("TS [Other]")),
            ("CONFIDENTIAL ATTACHMENT TO MEMO", Some("C opens")),
            ("SECRET WHEN FILLED IN", Some("S")),
            ("UNCLASSIFIED WHEN SEPARATED FROM ANNEX", None),
            ("THE FOLLOWING IS CONFIDENTIAL", Some("C")),
            ("The following text is SECRET:", Some("S")),
            ("This attachment is SECRET", Some("S")),
            (
                "Classification: Unclassified but sensitive",
                Some("U opens sensitive"),
            ),
            ("This email is UNCLASSIFIED.", Some("U")),
            ("This document is classified SECRET", Some("S")),
            (
                "This email is UNCLASSIFIED based on the definitions in E.O. 12958",
                Some("U"),
            ),
            (
                "This memorandum is UNCLASSIFIED when separated from its annex.",
                None,
            ),
            ("Official - SBU", Some("SBU")),
            ("Official - Alder matters", Some("U unknown")),
            (
                "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C00000001 Date: 05/13/2015",
                Some("U"),
            ),
            ("CUI//SP-PRVCY", Some("CUI//SP-PRVCY")),
            ("NATO SECRET", Some("S//FGI NATO")),
            ("Secret talks with ZZ.", None),
            ("SECRET TALKS WITH VESTA", None),
            ("UNCLASSIFIED NOTES ON THE PIER", None),
            ("Confidential sources of post 7", None),
            ("secret sources that he named", None),
            ("Annex A holds the map", None),
            ("Official visits to the port", None),
            ("This message is for you", None),
        ] {
            let found = read(text, Stands::Below).map(|overall| {
                let mut shown = overall.label.to_string();
                for (word, is) in [
                    ("opens", overall.opens),
                    ("sensitive", overall.sensitive),
                    ("unknown", overall.unknown),
                ] {
                    if is {
                        shown.push(' ');
                        shown.push_str(word);
                    }
                }
                if overall.captions.is_empty() {
                    shown
                } else {
                    format!("{shown} {:?}", overall.captions)
                }
            });
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
