//! The level of a whole memorandum: a line over it or under it, with the captions beside the level.

use crate::document::LevelLine;
use crate::marking::{Caption, Label, Level, Marking};

use super::super::build::{Builder, Line};
use super::super::chars::{is_silent, trim};
use super::super::{captions, findings, level_line};

/// The longest banner line, in bytes.
const LONGEST: usize = 80;

/// What a banner line says.
struct Banner {
    label: Label,
    sensitive: bool,
    captions: Vec<Caption>,
}

/// Takes `line` for a banner where it is one.
///
/// Only a line in the heading states the overall classification; one further down may head a part of the document and
/// can only raise what the heading states.
pub(super) fn read<'a>(
    builder: &mut Builder<'a>,
    line: Line<'a>,
    in_head: bool,
    starts: bool,
) -> bool {
    let shown = trim(line.text);
    // In the middle of running text only capitals are a banner: `secret` may be the last word of a sentence.
    if shown.len() > LONGEST || (!starts && shown.chars().any(char::is_lowercase)) {
        return false;
    }
    let Some(banner) = banner(without_label(level_line::without_copy(shown))) else {
        return false;
    };
    if in_head || !builder.header.levels.is_empty() {
        state(builder, line, banner);
    } else {
        builder.note(&findings::STRAY_LEVEL_LINE, line.span());
        // What is unmarked counts as TOP SECRET without a level line. A line that asks for more than that leaves the
        // whole unresolved.
        if !Label::of_level(Level::TopSecret).dominates(&banner.label) {
            state(
                builder,
                line,
                Banner {
                    label: Label::unresolved(),
                    ..banner
                },
            );
        } else {
            builder.header.captions.extend(banner.captions);
        }
    }
    builder.furniture(line);
    true
}

fn state(builder: &mut Builder<'_>, line: Line<'_>, banner: Banner) {
    builder.header.levels.push(LevelLine {
        span: line.span(),
        label: banner.label,
    });
    builder.header.sensitive |= banner.sensitive;
    builder.header.captions.extend(banner.captions);
}

/// What `Classification: SECRET` says.
fn without_label(shown: &str) -> &str {
    shown
        .split_once(':')
        .filter(|(label, _)| {
            ["CLASSIFICATION", "OVERALL CLASSIFICATION"]
                .iter()
                .any(|known| trim(label).eq_ignore_ascii_case(known))
        })
        .map_or(shown, |(_, level)| trim(level))
}

/// `CUI`, `CUI//SP-PRVCY//FED ONLY`, `CONTROLLED`.
fn controlled(shown: &str) -> Option<Label> {
    let word = shown.split('/').next()?;
    matches!(word, "CUI" | "CONTROLLED")
        .then(|| Marking::parse_banner(shown))
        .map(|marking| marking.map_or_else(|_| Label::unresolved(), |known| Label::from(&known)))
}

/// `SECRET`, `TOP SECRET//NOFORN`, `SECRET/NODIS`, `Confidential/Sensitive`, `SECRET (GDS)`.
fn banner(shown: &str) -> Option<Banner> {
    if let Some(label) = level_line::banner(shown)
        .filter(Label::is_resolved)
        .or_else(|| controlled(shown))
    {
        return Some(Banner {
            label,
            sensitive: false,
            captions: Vec::new(),
        });
    }
    let head = shown.find('/').and_then(|at| shown.get(..at));
    let words = level_line::read(head.unwrap_or(shown))?;
    let mut banner = Banner {
        label: words.label,
        sensitive: false,
        captions: Vec::new(),
    };
    let behind = head.map_or("", |head| shown.get(head.len()..).unwrap_or_default());
    for word in words
        .rest
        .split(is_separator)
        .chain(behind.split(is_separator))
        .filter(|word| !word.is_empty())
    {
        match word.to_ascii_uppercase().as_str() {
            "SENSITIVE" | "EFTO" => banner.sensitive = true,
            // The schedules of E.O. 11652; the instruction itself stands on a line of its own.
            "GDS" | "XGDS" | "ONLY" => {}
            other => match captions::word(other) {
                Some(caption) => banner.captions.push(caption),
                // Prose that begins with a level. Capitals behind a stroke can only be a control that is not known.
                None if head.is_none() || shown.chars().any(char::is_lowercase) => return None,
                None => banner.label = Label::unresolved(),
            },
        }
    }
    Some(banner)
}

fn is_separator(c: char) -> bool {
    is_silent(c) || matches!(c, '/' | '-' | ',' | ';' | '(' | ')' | '–' | '—')
}
