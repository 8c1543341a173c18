//! What lies in the page.

use std::path::Path;

use serde::Serialize;
use serde_json::Value;
use tearline::marking::Label;
use tearline::policy::SecondPerson;

use super::banner;
use super::document::{self, Read};
use super::markers::{Category, Choice, categories, choices};
use crate::commands::foia::Compared;
use crate::commands::foia::job::Job;
use crate::finish::Failure;

/// A case, and all that its page needs to know.
#[derive(Serialize)]
pub(super) struct CaseData {
    pub(super) number: String,
    pub(super) agency: Option<String>,
    /// Who reviews it, where that is known before.
    reviewer: Option<String>,
    pub(super) as_of: String,
    pub(super) banner: String,
    /// Whether a second person has to confirm what opens.
    second_person: bool,
    choices: Vec<Choice>,
    categories: Vec<Category>,
    pub(super) documents: Vec<DocumentData>,
    pub(super) failed: Vec<Failed>,
}

/// What could not be processed, and why.
#[derive(Serialize)]
pub(super) struct Failed {
    pub(super) path: String,
    pub(super) error: String,
}

/// One document.
#[derive(Serialize)]
pub(super) struct DocumentData {
    pub(super) number: String,
    pub(super) path: String,
    /// The file in which its review belongs.
    pub(super) file: String,
    /// Another file that holds its review now, and has to go.
    pub(super) instead: Option<String>,
    pub(super) banner: String,
    /// As its package is headed.
    pub(super) head: String,
    pub(super) portions: Vec<PortionData>,
    /// What is no portion, and goes out of no release.
    pub(super) between: Vec<Between>,
    /// As the file holds it; where there is none, one in which nothing is decided.
    pub(super) review: Value,
    /// The category of what is classified, as the document's own line names it; empty where there is none.
    pub(super) letter: String,
    /// The labels for which a review can name an exemption: of what is withheld and not classified.
    pub(super) labels: Vec<String>,
    /// What is found and not in the review, as entries of it.
    pub(super) proposals: Value,
    pub(super) open: Vec<Open>,
    /// How many questions are open, as `foia` counts them.
    pub(super) counted: usize,
    pub(super) findings: Vec<FindingData>,
    /// The picture of what opens when, which stands in the page by itself.
    #[serde(skip)]
    pub(super) timeline: Option<String>,
    pub(super) has_timeline: bool,
}

/// One portion, on both sides.
#[derive(Serialize)]
pub(super) struct PortionData {
    /// The name by which a decision finds it.
    pub(super) target: String,
    pub(super) kind: &'static str,
    pub(super) number: Option<String>,
    pub(super) line: usize,
    /// Its mark, as it is stated.
    pub(super) mark: String,
    pub(super) counts_as: String,
    /// The label under which a review names an exemption for it; empty where it has none.
    pub(super) label: String,
    pub(super) because: String,
    pub(super) opens: String,
    /// Its text in the source; none where an earlier release withheld it.
    pub(super) text: Option<String>,
    pub(super) out: Out,
    /// Why it is withheld.
    pub(super) reasons: Vec<String>,
}

/// What stands in its place in the release.
#[derive(Serialize)]
#[serde(tag = "verdict", rename_all = "lowercase")]
pub(super) enum Out {
    /// Its text, piece by piece: what is excised is a marker.
    Release { mark: String, pieces: Vec<Piece> },
    /// A marker; `joined` where it is that of the portion before.
    Withhold { marker: String, joined: bool },
}

/// A piece of a released text.
#[derive(Serialize)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) excised: bool,
}

/// Text between two portions.
#[derive(Serialize)]
pub(super) struct Between {
    /// The portion before which it stands.
    pub(super) before: usize,
    pub(super) text: String,
}

/// A question that is open.
#[derive(Serialize)]
pub(super) struct Open {
    pub(super) code: &'static str,
    pub(super) message: &'static str,
    pub(super) citation: String,
    pub(super) place: Option<String>,
    pub(super) detail: Option<String>,
    /// The portions that it asks about.
    pub(super) portions: Vec<usize>,
    /// Whether it is about words in them.
    pub(super) of_words: bool,
    /// The key of a decision that answers it.
    pub(super) answer: &'static str,
}

/// What is wrong with the document.
#[derive(Serialize)]
pub(super) struct FindingData {
    pub(super) code: &'static str,
    pub(super) severity: &'static str,
    pub(super) line: usize,
    pub(super) portion: Option<usize>,
    pub(super) message: String,
    pub(super) citation: String,
}

impl CaseData {
    /// A case of these documents; `compared` is what the documents ask of each other.
    pub(super) fn of(
        job: &Job,
        read: &[Read],
        mut failed: Vec<Failed>,
        compared: &Compared,
    ) -> Result<Self, Failure> {
        let mut documents = Vec::new();
        let mut label = Label::unclassified();
        for one in read {
            let asked = compared.questions.get(one.at).cloned();
            let elsewhere = compared.elsewhere(one.at);
            match document::data(job, one, asked.unwrap_or_default(), &elsewhere)? {
                Some((data, of_document)) => {
                    label = label.join(&of_document);
                    documents.push(data);
                }
                None => failed.push(Failed {
                    path: one.path.clone(),
                    error: "the program has a bug that this document shows".to_owned(),
                }),
            }
        }
        Ok(Self {
            number: job.number.clone(),
            agency: job.agency.clone(),
            reviewer: job.reviewer.clone(),
            as_of: job.as_of.to_string(),
            banner: banner::line(&label),
            second_person: job.means.second == SecondPerson::ForWhatOpens,
            choices: choices(job),
            categories: categories(),
            documents,
            failed,
        })
    }

    /// How many documents the page has not.
    pub(super) fn failed(&self) -> usize {
        self.failed.len()
    }

    /// What was made, in a line.
    pub(super) fn summary(&self, output: &Path) -> String {
        let (all, open) = self
            .documents
            .iter()
            .fold((0, 0), |(all, open), it| (all + 1, open + it.counted));
        let s = |count: usize| if count == 1 { "" } else { "s" };
        format!(
            "{}: {all} document{} with {open} open question{}; {}\n",
            output.display(),
            s(all),
            s(open),
            self.banner
        )
    }
}
