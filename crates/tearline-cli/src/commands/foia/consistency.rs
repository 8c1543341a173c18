//! Whether a case decides alike of what is the same: places are told, and never text.

use std::collections::BTreeMap;

use jiff::civil::Date;
use tearline::document::Block;
use tearline::marking::Reader;
use tearline::policy::{Action, Assessment, Portion, PortionKind, Verdict};
use tearline::render::Question;
use tearline_propose::{Outgoing, Withheld};

use super::likeness::{Alike, Key, Runs, shared};
use crate::rules::{GIVEN_TWICE, OTHER_VERDICT};

/// What is kept of a document to compare it with the others.
pub(super) struct Sketch {
    /// The number of the document.
    number: String,
    /// Those of all its portions.
    whole: Runs,
    /// Whether a person has said of anything in it why it is decided as it is.
    is_noted: bool,
    portions: Vec<Part>,
    /// What persons withhold in it.
    pub(super) withheld: Vec<Withheld>,
}

/// What is kept of a portion.
struct Part {
    place: String,
    verdict: String,
    is_noted: bool,
    runs: Runs,
}

impl Sketch {
    /// That of a document, whose source the caller holds.
    pub(super) fn of(
        key: &Key,
        number: &str,
        source: &str,
        assessment: &Assessment<'_>,
        (reader, as_of): (&Reader, Date),
    ) -> Self {
        let verdicts = assessment.verdicts(reader, as_of);
        let portions = assessment.portions().iter().zip(verdicts).enumerate();
        let mut named: BTreeMap<String, usize> = BTreeMap::new();
        let mut parts = Vec::new();
        for (at, (portion, verdict)) in portions {
            let times = named.entry(portion.name()).or_default();
            *times += 1;
            // Fields are alike from document to document.
            if portion.kind() == PortionKind::Header || portion.excised().is_some() {
                continue;
            }
            parts.push(Part {
                place: match times {
                    1 => portion.name(),
                    times => format!("{} #{times}", portion.name()),
                },
                verdict: said(&verdict, exemption(assessment, at)),
                is_noted: is_noted(assessment, Some(at)),
                runs: key.runs(&text(source, assessment, portion)),
            });
        }
        let mut whole: Runs = parts.iter().flat_map(|part| part.runs.clone()).collect();
        whole.sort_unstable();
        whole.dedup();
        Self {
            number: number.to_owned(),
            whole,
            is_noted: is_noted(assessment, None),
            portions: parts,
            withheld: Outgoing::of(assessment, reader, as_of)
                .decided()
                .map(|it| it.of_document(number))
                .collect(),
        }
    }
}

/// The text of a portion, from the source.
fn text(source: &str, assessment: &Assessment<'_>, portion: &Portion) -> String {
    let blocks = assessment.document().blocks().get(portion.blocks());
    let spans = blocks.unwrap_or_default().iter().map(Block::text_span);
    spans
        .filter_map(|span| source.get(span.range()))
        .collect::<Vec<_>>()
        .join("\n")
}

/// A verdict as a person says it.
fn said(verdict: &Verdict, exemption: Option<String>) -> String {
    match (verdict, exemption) {
        (Verdict::Release(_), _) => "released".to_owned(),
        (Verdict::Withhold { bases, .. }, None) => format!("withheld ({bases})"),
        (Verdict::Withhold { bases, .. }, Some(code)) => format!("withheld ({bases}; {code})"),
    }
}

/// The exemption that a decision in force names for a portion.
fn exemption(assessment: &Assessment<'_>, portion: usize) -> Option<String> {
    let settled = assessment.decisions().iter().rev();
    let mut here = settled.filter(|it| it.is_in_force() && it.portion() == portion);
    here.find_map(|it| match it.decision().action() {
        Action::Withhold(exemption) => exemption.map(|it| it.to_string()),
        Action::Exemption(exemption) => Some(exemption.to_string()),
        Action::Release | Action::Mark(_) | Action::NoMark | Action::Declassified(_) | _ => None,
    })
}

/// Whether a decision in force has a note: of a portion, or of any.
fn is_noted(assessment: &Assessment<'_>, portion: Option<usize>) -> bool {
    assessment.decisions().iter().any(|it| {
        let here = portion.is_none_or(|portion| it.portion() == portion);
        here && it.is_in_force() && it.decision().note().is_some()
    })
}

/// What the documents ask of each other: for each, in their order.
pub(super) fn questions(sketches: &[Sketch]) -> Vec<Vec<Question>> {
    let mut all: Vec<Vec<Question>> = twice(sketches);
    let parts: Vec<(usize, &Part)> = sketches
        .iter()
        .enumerate()
        .flat_map(|(at, sketch)| sketch.portions.iter().map(move |part| (at, part)))
        .collect();
    let runs: Vec<&Runs> = parts.iter().map(|(_, part)| &part.runs).collect();
    let alike = Alike::of(&runs);
    // Of each group the first portion of each verdict; there are few verdicts.
    let mut firsts: Vec<BTreeMap<(&str, bool), usize>> = vec![BTreeMap::new(); alike.like.len()];
    for (at, (_, part)) in parts.iter().enumerate() {
        if let Some(group) = alike.group.get(at).copied().flatten()
            && let Some(first) = firsts.get_mut(group)
        {
            first.entry((&part.verdict, part.is_noted)).or_insert(at);
        }
    }
    for (at, (document, part)) in parts.iter().enumerate() {
        let group = alike.group.get(at).copied().flatten();
        let near = group.and_then(|group| alike.like.get(group));
        let others = near.into_iter().flatten();
        let mut others = others
            .filter_map(|group| firsts.get(*group))
            .flat_map(|first| first.values())
            .filter_map(|other| parts.get(*other))
            .filter(|(_, other)| {
                other.verdict != part.verdict && !other.is_noted && !part.is_noted
            });
        if let Some((where_to, other)) = others.next()
            && let Some(list) = all.get_mut(*document)
        {
            let other_document = match sketches.get(*where_to) {
                Some(sketch) if where_to != document => format!(" of {}", sketch.number),
                _ => String::new(),
            };
            let question = Question::new(&OTHER_VERDICT, Some(&part.place)).with_detail(format!(
                "{}{other_document} is {}, this is {}",
                other.place, other.verdict, part.verdict
            ));
            list.push(question);
        }
    }
    all
}

/// Which documents are the same from beginning to end.
fn twice(sketches: &[Sketch]) -> Vec<Vec<Question>> {
    let wholes: Vec<&Runs> = sketches.iter().map(|sketch| &sketch.whole).collect();
    let alike = Alike::of(&wholes);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); alike.like.len()];
    for (at, group) in alike.group.iter().enumerate() {
        if let Some(list) = group.and_then(|group| members.get_mut(group)) {
            list.push(at);
        }
    }
    let asks = |at: usize, sketch: &Sketch| -> Option<Question> {
        let group = alike.group.get(at).copied().flatten()?;
        let near = alike.like.get(group)?.iter();
        let other = near
            .filter_map(|group| members.get(*group))
            .flat_map(|list| list.iter().take(2))
            .filter(|other| **other != at)
            .filter_map(|other| sketches.get(*other))
            .find(|other| is_copy(sketch, other) && !other.is_noted && !sketch.is_noted)?;
        Some(Question::new(&GIVEN_TWICE, None).with_detail(other.number.clone()))
    };
    let each = sketches.iter().enumerate();
    each.map(|(at, sketch)| asks(at, sketch).into_iter().collect())
        .collect()
}

/// Whether two documents that are alike say nearly nothing that the other does not: one that holds another is more than its
/// copy.
fn is_copy(one: &Sketch, other: &Sketch) -> bool {
    let longer = one.whole.len().max(other.whole.len());
    shared(&one.whole, &other.whole) * 10 >= longer * 9
}
