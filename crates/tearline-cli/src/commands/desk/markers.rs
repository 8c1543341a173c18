//! What stands in the place of what a person withholds, as the library writes it: the page writes none of its own.

use serde::Serialize;
use tearline::declass::{Reason, reasons};
use tearline::marking::Reader;
use tearline::policy::{Action, Assessment, Decision, Exemption, Grounds, Policy, Quote, Target};
use tearline::release::Style;

use crate::commands::foia::job::Job;

/// An exemption that a person can name, or none yet, and what stands in the place of what is withheld under it.
#[derive(Serialize)]
pub(super) struct Choice {
    /// `B6`; empty for none.
    code: String,
    /// In the words of the act.
    law: String,
    /// What has to be named beside it; empty where nothing has.
    names: &'static str,
    #[serde(flatten)]
    marker: Marker,
    /// Of (b)(1), what stands there under each category.
    lettered: Vec<Lettered>,
}

/// What stands in the place of what is withheld.
#[derive(Serialize)]
struct Marker {
    /// Of words.
    words: String,
    /// Of a portion that would go out.
    portion: String,
}

/// The same under a category.
#[derive(Serialize)]
struct Lettered {
    letter: String,
    #[serde(flatten)]
    marker: Marker,
}

/// A category of classified information.
#[derive(Serialize)]
pub(super) struct Category {
    code: String,
    law: &'static str,
}

/// A portion that goes out, and words in it.
const SAMPLE: &str = "UNCLAS STATE 1\n\n1. (U) One two.\n";

/// Every choice, none first. Where the library made no marker there is no choice.
pub(super) fn choices(job: &Job) -> Vec<Choice> {
    let document = tearline::parse(SAMPLE);
    let assessment = Policy::default().assess(&document);
    let all = Exemption::all().map(Some);
    std::iter::once(None)
        .chain(all)
        .filter_map(|exemption| choice(job, &assessment, exemption))
        .collect()
}

/// Every category of section 1.4.
pub(super) fn categories() -> Vec<Category> {
    let all = Reason::ALL.iter();
    all.map(|reason| Category {
        code: letter(*reason),
        law: reason.law(),
    })
    .collect()
}

/// As a review names it.
fn letter(reason: Reason) -> String {
    format!("1.4({})", reason.letter())
}

fn choice(job: &Job, sample: &Assessment<'_>, exemption: Option<Exemption>) -> Option<Choice> {
    let of = |grounds| marker(job, sample, exemption, grounds);
    let lettered = |reason: &Reason| {
        let letter = letter(*reason);
        let grounds = Grounds::new().with_letter(reasons(&letter)?);
        let marker = of(grounds)?;
        Some(Lettered { letter, marker })
    };
    Some(Choice {
        code: exemption.map(|it| it.to_string()).unwrap_or_default(),
        law: exemption.map(Exemption::law).unwrap_or_default(),
        names: match exemption {
            Some(Exemption::B3) => "Statute",
            Some(Exemption::B5) => "Privilege",
            _ => "",
        },
        marker: of(Grounds::new())?,
        lettered: match exemption {
            Some(Exemption::B1) => Reason::ALL.iter().filter_map(lettered).collect(),
            _ => Vec::new(),
        },
    })
}

fn marker(
    job: &Job,
    sample: &Assessment<'_>,
    exemption: Option<Exemption>,
    grounds: Grounds,
) -> Option<Marker> {
    let target: Target = "paragraph 1".parse().ok()?;
    let whole = Decision::new(target, Action::Withhold(exemption), "-", job.today);
    let whole = whole.with_grounds(grounds);
    let words = whole.clone().on_words(Quote::new("One"));
    Some(Marker {
        words: shown(job.style, job, sample, words)?.0?,
        portion: shown(job.style, job, sample, whole)?.1?,
    })
}

/// What stands in the last portion in the place of words, and in the place of all of it.
fn shown(
    style: Style,
    job: &Job,
    sample: &Assessment<'_>,
    decision: Decision,
) -> Option<(Option<String>, Option<String>)> {
    let decided = sample.decided(&[decision].into()).ok()?;
    let release = decided.release_in(&Reader::public(), job.as_of, style);
    let portion = release.portions().last()?;
    let words = portion.excised_words().first().map(ToString::to_string);
    Some((words, portion.excision().map(|it| it.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_category_has_a_code_that_a_review_can_name() {
        for category in categories() {
            let read = tearline::declass::Reasons::try_from(category.code.clone());
            assert!(read.is_ok_and(|it| !it.is_empty()), "{}", category.code);
        }
    }
}
