//! What a report calls things: portions, header fields, captions, lines.

use tearline::marking::Caption;
use tearline::policy::{Assessment, PortionKind};

use crate::places::Lines;

/// A caption as it stands in a header.
pub(crate) const fn caption_name(caption: Caption) -> &'static str {
    match caption {
        Caption::Nodis => "NODIS",
        Caption::Exdis => "EXDIS",
        Caption::Stadis => "STADIS",
        Caption::Noforn => "NOFORN",
        Caption::Channel => "a channel",
        Caption::Sensitive => "SENSITIVE",
        Caption::Other | _ => "another that binds",
    }
}

/// A text in one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several portions as a person calls them: `subject; paragraphs 11, 12; headings in lines 51, 53`.
pub(crate) fn together(
    assessment: &Assessment<'_>,
    lines: &Lines<'_>,
    portions: &[usize],
) -> String {
    let mut kinds: Vec<(PortionKind, Vec<String>, Vec<String>)> = Vec::new();
    for portion in portions
        .iter()
        .filter_map(|index| assessment.portions().get(*index))
    {
        let (numbers, places) = match portion.number() {
            Some(number) => (Some(number.to_string()), None),
            None => {
                let line = lines.line(assessment.span(portion).start());
                (None, Some(line.to_string()))
            }
        };
        match kinds.iter_mut().find(|(kind, ..)| *kind == portion.kind()) {
            Some(known) => {
                known.1.extend(numbers);
                known.2.extend(places);
            }
            None => kinds.push((
                portion.kind(),
                numbers.into_iter().collect(),
                places.into_iter().collect(),
            )),
        }
    }
    let mut parts = Vec::new();
    for (kind, numbers, places) in kinds {
        let s = |count: usize| if count == 1 { "" } else { "s" };
        if !numbers.is_empty() {
            parts.push(format!("{kind}{} {}", s(numbers.len()), ranges(&numbers)));
        }
        if !places.is_empty() {
            let (many, lines) = (s(places.len()), places.join(", "));
            parts.push(format!("{kind}{many} in line{many} {lines}"));
        }
    }
    parts.join("; ")
}

/// Several portions as whoever does not hold the document may know them, without the lines in which they stand, which tell
/// how long the others are: `subject; paragraphs 11, 12; 2 headings`.
pub(crate) fn without_lines(assessment: &Assessment<'_>, portions: &[usize]) -> String {
    let mut kinds: Vec<(PortionKind, Vec<String>, usize)> = Vec::new();
    for portion in portions
        .iter()
        .filter_map(|index| assessment.portions().get(*index))
    {
        let number = portion.number().map(|number| number.to_string());
        let other = usize::from(number.is_none());
        match kinds.iter_mut().find(|(kind, ..)| *kind == portion.kind()) {
            Some((_, numbers, others)) => {
                numbers.extend(number);
                *others += other;
            }
            None => kinds.push((portion.kind(), number.into_iter().collect(), other)),
        }
    }
    let mut parts = Vec::new();
    for (kind, numbers, others) in kinds {
        let s = if numbers.len() == 1 { "" } else { "s" };
        if !numbers.is_empty() {
            parts.push(format!("{kind}{s} {}", ranges(&numbers)));
        }
        match others {
            0 => {}
            1 => parts.push(kind.to_string()),
            others => parts.push(format!("{others} {kind}s")),
        }
    }
    parts.join("; ")
}

/// `4, 5, 6, 9, 6.a` as `4–6, 9, 6.a`.
fn ranges(numbers: &[String]) -> String {
    let mut runs: Vec<(&str, &str)> = Vec::new();
    for number in numbers {
        let after = |last: &str| {
            let (last, this): (Option<u32>, Option<u32>) = (last.parse().ok(), number.parse().ok());
            last.zip(this).is_some_and(|(last, this)| this == last + 1)
        };
        match runs.last_mut() {
            Some((_, last)) if after(last) => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let parts: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| {
            if first == last {
                first.to_owned()
            } else {
                format!("{first}–{last}")
            }
        })
        .collect();
    parts.join(", ")
}
