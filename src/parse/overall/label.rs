//! Levels behind a label: `Classification: SECRET`.

use super::super::chars::trim;
use super::super::labels::{self, Names};
use super::super::look::Look;
use super::super::{captions, restriction};
use super::level::{find_word, level};
use super::line::{Overall, Stands};
use super::sentence::official;
use super::words::worded;
use crate::marking::{Label, StatedMark};

/// How a word of a label begins behind which a level may stand.
const STEMS: [&str; 6] = [
    "CLASSIF", "SECURITY", "LEVEL", "MARKING", "BANNER", "HEADER",
];

/// Labels behind which a mark may stand as well.
const MARKED: [&str; 6] = [
    "CLAS",
    "CLASS",
    "PM",
    "PORTION MARK",
    "PORTION MARKING",
    "PORTION",
];

/// Words of labels behind which something else stands: who classified, why, and after which guide; what a person may see.
const OTHERS: [&str; 7] = [
    "BY",
    "ON",
    "AUTHORITY",
    "CLEARANCE",
    "REASON",
    "GUIDE",
    "SOURCE",
];

/// The most words of a label, and its longest form, in bytes.
const WORDS: usize = 4;
const LONGEST: usize = 40;

/// Reads a level behind a label. Behind one that is only like those known, or that has no colon, it has to be one.
pub(super) fn read(shown: &str) -> Option<Overall> {
    let (label, sign, value) = parts(shown)?;
    let known = labels::is(label, Names::Level);
    if known && sign == ':' {
        return Some(behind_label(value));
    }
    if let Some(mark) = marked(label, sign, value) {
        return Some(mark);
    }
    let named = known || (is_like_one(label) && value.contains(char::is_uppercase));
    let states = |value: &str| {
        level(value, Stands::Below)
            .or_else(|| worded(value))
            .or_else(|| official(value))
    };
    let bare = value.trim_matches(['|', ' ', ')', ']', '*']);
    (named && states(bare).is_some_and(|found| found.label.is_resolved() && !found.unknown))
        .then(|| behind_label(bare))
}

/// `CLAS: S`, `PM: S//NF`, `Class. C`: a whole mark, in capitals. Without a colon a full stop stands behind the label.
fn marked(label: &str, sign: char, value: &str) -> Option<Overall> {
    let bare = label.strip_suffix('.');
    let is_label = |label: &str| MARKED.iter().any(|known| label.eq_ignore_ascii_case(known));
    let is_one = match (sign, bare) {
        (':', _) => is_label(label),
        (_, Some(bare)) => is_label(bare),
        (_, None) => false,
    };
    let inside = value.trim_matches(['(', ')', '[', ']', '*', ' ']);
    if !is_one || inside.contains(char::is_lowercase) {
        return None;
    }
    let stated = StatedMark::of(inside)?;
    Some(Overall {
        opens: true,
        ..Overall::of(stated.label())
    })
}

/// What may part a label from its value.
const SIGNS: Look = Look::LABELS.or(Look::PARTS).or(Look::CELLS).or(Look::WIDE);

/// The label, what parts it from its value, and the value: `Classification: …`, `| Classification | …`,
/// `Classification - …`; a space where nothing else does.
fn parts(shown: &str) -> Option<(&str, char, &str)> {
    let shown = shown.trim_start_matches(['(', '[', ' ']);
    let head = shown.get(..LONGEST).unwrap_or(shown);
    let bytes = head.as_bytes();
    let parts = |b: &u8| matches!(b, b':' | b';' | b'=' | b'|' | b'\t');
    let sign = || {
        let sign = bytes.iter().position(parts);
        sign.or_else(|| {
            [" - ", " – ", " — "]
                .iter()
                .find_map(|stroke| head.find(stroke))
        })
    };
    // Most lines hold no such sign.
    let sign = Look::of(bytes).holds(SIGNS).then(sign).flatten();
    let at = match sign {
        Some(at) => at,
        None => bytes.iter().position(|b| *b == b' ').filter(|at| {
            let word = shown.get(..*at).unwrap_or_default();
            word.eq_ignore_ascii_case("CLASSIFICATION")
                || (word.ends_with('.') && word.len() <= "CLASS.".len())
        })?,
    };
    let (label, rest) = shown.split_at_checked(at)?;
    let mut signs = rest.trim_start_matches(' ').chars();
    let first = signs.next()?;
    let sign = if sign.is_some() { first } else { ' ' };
    let value = if sign == ' ' {
        trim(rest)
    } else {
        trim(signs.as_str())
    };
    Some((trim(label).trim_matches(['*', '_', '|', ' ']), sign, value))
}

fn is_like_one(label: &str) -> bool {
    let words = || label.split([' ', '-', '_']);
    // A scanner takes a small l for a capital I.
    let stem = |word: &str| {
        STEMS.iter().any(|stem| {
            word.len() >= stem.len()
                && word
                    .bytes()
                    .zip(stem.bytes())
                    .all(|(one, other)| captions::folded(one) == captions::folded(other))
        })
    };
    words().any(stem)
        && words().count() <= WORDS
        && !words().any(|word| OTHERS.iter().any(|other| word.eq_ignore_ascii_case(other)))
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
        .unwrap_or_else(|| match StatedMark::read(value) {
            Ok(stated) => Overall::of(stated.label()),
            Err(_) => Overall::of(Label::unresolved()),
        });
    overall.opens = true;
    if let Some((_, caveats)) = caveats.split_once(':') {
        let found = restriction::value(caveats);
        overall.captions.extend(found.captions);
        overall.sensitive |= found.sensitive;
        overall.unknown |= found.unknown;
        if let Some(label) = found.label {
            overall.label.join_assign(&label);
        }
    }
    overall
}
