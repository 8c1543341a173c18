//! The steps that turn an older form into that of the register.

use super::error::Place;
use super::older::{
    AEA_IN_DISSEM, AND_IN_LIST, ATOMAL_LEVEL, COMMAS, DECLASSIFICATION_VALUE, FOREIGN_HEAD,
    IRREGULAR, JOINED_ATOMIC, LIMDIS_TELEGRAM, OlderForm, SAR_LAST, SAR_REPEATED, SCI_NAMES,
    SENSITIVITY, SINGLE_SEPARATOR, SPELLED, TITLE,
};
use super::term::Term;
use crate::marking::register::{
    Category, Control, Level, NATO_RANKS, Rank, TYPE_INDICATOR, levels_in_words, retired,
    sensitivity_in_mark,
};
use crate::text::is_dash;

/// The longest text that is taken for a mark, in bytes: a release list of every country is shorter.
const LONGEST: usize = 4_000;

/// A text in the form of the register.
pub(super) struct Modern {
    pub(super) text: String,
    /// The form it was in; the last one where there were several.
    pub(super) form: &'static OlderForm,
    pub(super) term: Term,
}

/// `text` in the form of the register; `None` where no step applies.
pub(super) fn modern(text: &str, place: Place) -> Option<Modern> {
    if text.len() > LONGEST {
        return None;
    }
    let mut mark = Rewriting {
        text: regular(text)?,
        form: &IRREGULAR,
        term: Term::OfDocument,
    };
    let changed = mark.text != text;
    for step in STEPS {
        step(&mut mark, place);
    }
    (changed || mark.text != text).then_some(Modern {
        text: mark.text,
        form: mark.form,
        term: mark.term,
    })
}

/// A mark on its way to the form of the register.
struct Rewriting {
    text: String,
    form: &'static OlderForm,
    term: Term,
}

impl Rewriting {
    fn becomes(&mut self, text: String, form: &'static OlderForm) {
        if text != self.text {
            self.text = text;
            self.form = form;
        }
    }
}

type Step = fn(&mut Rewriting, Place);

/// In this order: each step sees what the ones before it left.
const STEPS: [Step; 11] = [
    declassification_value,
    spelled_level,
    sensitivity,
    nato,
    joined_atomic,
    older_titles,
    commas,
    single_separators,
    sci_names,
    programs,
    atomic,
];

/// Upper case, plain hyphens, no spaces but one between words.
fn regular(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if is_dash(c) {
            '-'
        } else {
            c.to_ascii_uppercase()
        };
        if c.is_whitespace() {
            if !plain.ends_with([' ', '/', '-', '(']) {
                plain.push(' ');
            }
            continue;
        }
        if !c.is_ascii() || c.is_ascii_control() {
            return None;
        }
        if matches!(c, '/' | '-' | ',') && plain.ends_with(' ') {
            plain.pop();
        }
        plain.push(c);
    }
    Some(plain)
}

/// `SECRET//NOFORN//X1` → `SECRET//NOFORN`.
fn declassification_value(mark: &mut Rewriting, _: Place) {
    let Some((before, last)) = mark.text.rsplit_once('/') else {
        return;
    };
    let before = before.trim_end_matches('/');
    let dated = last.len() == 8 && last.bytes().all(|byte| byte.is_ascii_digit());
    let coded = match last.as_bytes() {
        [b'X', b'1'..=b'8'] | [b'2', b'5', b'X', b'1'..=b'9'] => true,
        _ => matches!(last, "MR" | "25X1-HUMAN" | "50X1-HUM" | "50X2-WMD"),
    };
    if (dated || coded) && !before.is_empty() {
        let before = before.to_owned();
        mark.becomes(before, &DECLASSIFICATION_VALUE);
        mark.term = Term::Own;
    }
}

/// `SECRET//NF` in a portion → `S//NF`.
fn spelled_level(mark: &mut Rewriting, place: Place) {
    if place == Place::Banner {
        return;
    }
    for (words, level) in levels_in_words() {
        let short = level.portion();
        if let Some(rest) = mark.text.strip_prefix(words)
            && (rest.is_empty() || rest.starts_with(['/', '-', ' ', ',', ';']))
        {
            // `Secret; Noforn`, as printed series give the head of a document.
            let rest = rest.replacen(';', ",", 1);
            mark.becomes(format!("{short}{rest}"), &SPELLED);
            return;
        }
    }
}

/// `SBU/N`, `LOU`, `L`: what the State Department writes where a level would stand (5 FAH-1 H-246.2).
fn sensitivity(mark: &mut Rewriting, place: Place) {
    if place == Place::Banner {
        return;
    }
    if let Some(whole) = sensitivity_in_mark(&mark.text) {
        mark.becomes(whole.to_owned(), &SENSITIVITY);
    }
}

/// `CTSA` → `//CTS//ATOMAL`; `NS` → `//NS`.
fn nato(mark: &mut Rewriting, _: Place) {
    let inside = mark.text.strip_prefix("//").unwrap_or(&mark.text);
    let (head, rest) = inside
        .split_once("//")
        .map_or((inside, ""), |(head, rest)| (head, rest));
    let atomal = |head: &str| match head {
        "CTSA" | "CTS-A" | "COSMIC TOP SECRET ATOMAL" => Some("//CTS//ATOMAL"),
        "NSAT" | "NSA" | "NS-A" | "NATO SECRET ATOMAL" => Some("//NS//ATOMAL"),
        "NCA" | "NC-A" | "NATO CONFIDENTIAL ATOMAL" => Some("//NC//ATOMAL"),
        "CTS-B" | "COSMIC TOP SECRET BOHEMIA" => Some("//CTS//BOHEMIA"),
        "CTS-BALK" | "COSMIC TOP SECRET BALK" => Some("//CTS//BALK"),
        _ => None,
    };
    let (head, form) = if let Some(head) = atomal(head) {
        (head.to_owned(), &ATOMAL_LEVEL)
    } else if let Some((portion, ..)) = NATO_RANKS
        .iter()
        .find(|(portion, words, _)| head == *portion || head == *words)
    {
        (format!("//{portion}"), &FOREIGN_HEAD)
    } else if let Some(head) = owned_by(head) {
        (head, &FOREIGN_HEAD)
    } else {
        return;
    };
    let text = if rest.is_empty() {
        head
    } else {
        format!("{head}//{rest}")
    };
    mark.becomes(text, form);
}

/// `NATO-S` → `//NS`, `UK-S` and `UK SECRET` → `//GBR S`: the owner and its level, parted by whatever sign.
fn owned_by(head: &str) -> Option<String> {
    let (owner, rank) = head
        .split_once(['-', '/'])
        .or_else(|| head.split_once(' '))?;
    let rank = Rank::named(rank)?;
    match owner {
        "NATO" => NATO_RANKS
            .iter()
            .find(|(.., known)| *known == rank)
            .map(|(portion, ..)| format!("//{portion}")),
        "UK" => Some(format!("//GBR {}", rank.portion())),
        _ => None,
    }
}

/// `SRD` → `S//RD`, `CFRD` → `C//FRD`: the short forms of nuclear documents.
fn joined_atomic(mark: &mut Rewriting, place: Place) {
    if place == Place::Banner {
        return;
    }
    let (head, rest) = mark
        .text
        .split_at_checked(mark.text.find(['/', '-', ' ']).unwrap_or(mark.text.len()))
        .unwrap_or((&mark.text, ""));
    let parts = Level::ALL.into_iter().rev().find_map(|level| {
        let control = head.strip_prefix(level.portion())?;
        (level.is_classified() && matches!(control, "RD" | "FRD")).then_some((level, control))
    });
    if let Some((level, control)) = parts {
        let text = format!("{level}//{control}{rest}");
        mark.becomes(text, &JOINED_ATOMIC);
    }
}

/// `REL USA, GBR` → `REL TO USA, GBR`, and the name under which ORCON was known before it had its own.
fn older_titles(mark: &mut Rewriting, _: Place) {
    const TITLES: [(&str, &str); 2] = [
        (
            "DISSEMINATION AND EXTRACTION OF INFORMATION CONTROLLED BY ORIGINATOR",
            "ORCON",
        ),
        ("REL USA, ", "REL TO USA, "),
    ];
    for (older, modern) in TITLES {
        if mark.text.contains(older) {
            let text = mark.text.replace(older, modern);
            mark.becomes(text, &TITLE);
        }
    }
}

/// `S//NF,OC` → `S//NF/OC`; `REL TO USA, GBR AND CAN` → `REL TO USA, GBR, CAN`.
fn commas(mark: &mut Rewriting, _: Place) {
    if !mark.text.contains([',', ' ']) {
        return;
    }
    let mut parts: Vec<String> = Vec::new();
    let mut and = false;
    for part in mark.text.split('/') {
        let listed = part.starts_with("REL ")
            || part.starts_with("DISPLAY ONLY ")
            || part.contains(" RELEASE TO ");
        if listed {
            and |= part.contains(" AND ");
            let list = part.replace(", AND ", ", ").replace(" AND ", ", ");
            parts.push(list.replace(", ", ",").replace(',', ", "));
        } else {
            parts.push(part.replace(", ", "/").replace(',', "/"));
        }
    }
    mark.becomes(parts.join("/"), if and { &AND_IN_LIST } else { &COMMAS });
}

/// `S/NF`, `S-NF`, `S/NF/OC` → `S//NF`, `S//OC/NF`: a mark without a double slash, every control of which is known.
fn single_separators(mark: &mut Rewriting, place: Place) {
    if mark.text.contains("//") {
        return;
    }
    for level in Level::ALL.into_iter().rev() {
        let level = match place {
            Place::Portion => level.portion(),
            Place::Banner => level.banner(),
        };
        let Some(rest) = mark.text.strip_prefix(level) else {
            continue;
        };
        let Some(rest) = rest.strip_prefix(['/', '-', ' ']) else {
            continue;
        };
        let mut segments: Vec<(Category, String)> = Vec::new();
        let mut telegram = false;
        for value in rest.split('/') {
            let (value, limited) = retired_value(value, level);
            telegram |= limited;
            // A name that the register does not hold stays where it is, for the grammar to refuse.
            let category = category_of(value).unwrap_or(Category::Dissem);
            match segments.iter_mut().find(|(found, _)| *found == category) {
                Some((_, segment)) => {
                    segment.push('/');
                    segment.push_str(value);
                }
                None => segments.push((category, value.to_owned())),
            }
        }
        segments.sort_by_key(|(category, _)| *category);
        let mut text = level.to_owned();
        for (_, segment) in &segments {
            text.push_str("//");
            text.push_str(segment);
        }
        mark.becomes(
            text,
            if telegram {
                &LIMDIS_TELEGRAM
            } else {
                &SINGLE_SEPARATOR
            },
        );
        return;
    }
}

/// Short forms that were written after a single separator alone; whether it is a limited distribution.
fn retired_value<'a>(value: &'a str, level: &str) -> (&'a str, bool) {
    match value {
        "NFD" | "NO FOREIGN DISSEM" | "NO FOREIGN DISTRIBUTION" => ("NF", false),
        "LD" => ("LD", true),
        "LIMDIS" if !level.starts_with('U') => ("LD", true),
        other => (other, false),
    }
}

fn category_of(value: &str) -> Option<Category> {
    if let Some(control) = Control::named(value) {
        return Some(control.row().category);
    }
    let system = value.split('-').next().unwrap_or_default();
    let sci = Control::named_in(system, Category::Sci);
    if sci.is_some() || retired(system).is_some() {
        return Some(Category::Sci);
    }
    match system {
        "SAR" => Some(Category::Sap),
        "RD" | "FRD" => Some(Category::Aea),
        _ if value.starts_with("FGI ") => Some(Category::Fgi),
        _ => None,
    }
}

/// `COMINT` → `SI`, `SI-ECI ABC` → `SI-ABC`, `KDK-BLUEFISH` → `TK-BLFH`, `EL-NK` → `SI-NK` (CAPCO 2016 H.4 pp74-97).
fn sci_names(mark: &mut Rewriting, _: Place) {
    // Every other name has a hyphen before its compartment.
    let named = |part: &str| part.contains('-') || renamed(part).is_some();
    if !mark.text.split('/').any(named) {
        return;
    }
    let mut systems: Vec<String> = Vec::new();
    for part in mark.text.split('/') {
        let part = part.replace("TALENT-KEYHOLE", "TALENT KEYHOLE");
        systems.push(renamed(&part).unwrap_or(part));
    }
    mark.becomes(systems.join("/"), &SCI_NAMES);
}

/// One control system under the name that it has today.
fn renamed(part: &str) -> Option<String> {
    let Some((name, rest)) = part.split_once('-') else {
        // A system that was never written without a compartment says too little by itself.
        let whole = retired(part).filter(|retired| retired.name == "COMINT")?;
        return Some(whole.system.to_owned());
    };
    let (system, listed) = match retired(name) {
        Some(retired) => (retired.system, retired.compartments),
        None if name == "SI" => {
            let compartment = rest.strip_prefix(TYPE_INDICATOR)?.strip_prefix(' ')?;
            return Some(format!("SI-{compartment}"));
        }
        None => return None,
    };
    (listed.is_empty() || listed.contains(&rest)).then(|| format!("{system}-{rest}"))
}

/// Programs after the dissemination controls, and `SAR-` before each of them.
fn programs(mark: &mut Rewriting, _: Place) {
    if !mark.text.contains("//") {
        return;
    }
    let (prefix, body) = match mark.text.strip_prefix("//") {
        Some(body) => ("//", body),
        None => ("", mark.text.as_str()),
    };
    let mut segments: Vec<&str> = body.split("//").collect();
    let is_program = |segment: &&str| {
        segment.starts_with("SAR-") || segment.starts_with("SPECIAL ACCESS REQUIRED-")
    };
    let Some(from) = segments
        .iter()
        .skip(1)
        .position(is_program)
        .map(|place| place + 1)
    else {
        return;
    };
    let is_later = |segment: &&str| {
        let value = segment.split('/').next().unwrap_or_default();
        value.starts_with("REL TO ")
            || category_of(value)
                .is_some_and(|category| matches!(category, Category::Dissem | Category::NonIc))
    };
    let to = segments
        .iter()
        .skip(1)
        .position(is_later)
        .map_or(from, |place| place + 1);
    let mut form = &SAR_REPEATED;
    if to < from {
        let program = segments.remove(from);
        segments.insert(to, program);
        form = &SAR_LAST;
    }
    let text = segments.join("//");
    // The first slash of a double one is followed by the second: only single ones are joined.
    let text = text
        .replace("//SAR-", "//\u{1}")
        .replace("/SAR-", "/")
        .replace('\u{1}', "SAR-");
    mark.becomes(format!("{prefix}{text}"), form);
}

/// `S//RD/NF` → `S//RD//NF`.
fn atomic(mark: &mut Rewriting, _: Place) {
    if !mark.text.contains('/') {
        return;
    }
    let mut segments: Vec<String> = Vec::new();
    for segment in mark.text.split("//") {
        let is_atomic = |value: &&str| category_of(value) == Some(Category::Aea);
        let atomic: Vec<&str> = segment.split('/').filter(is_atomic).collect();
        let others: Vec<&str> = segment
            .split('/')
            .filter(|value| !is_atomic(value))
            .collect();
        if !atomic.is_empty() && !others.is_empty() {
            segments.push(atomic.join("/"));
            segments.push(others.join("/"));
        } else {
            segments.push(segment.to_owned());
        }
    }
    mark.becomes(segments.join("//"), &AEA_IN_DISSEM);
}
