//! What is done with one document of a case.

use std::path::Path;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use tearline::Rule;
use tearline::document::Document;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Policy, Review};
use tearline::release::{Release, Style};
use tearline::render::{Case, Entry, Package, PdfError, Question, index_json, slip_html, slip_pdf};
use tearline_propose::{Echo, Proposer, Withheld};

use super::consistency::Sketch;
use super::likeness::Key;
use crate::commands::corpus::error::Error;
use crate::commands::corpus::index::Decision;
use crate::message::{Denied, Message, found, messages, of_rule};
use crate::paper::{Means, Paper};
use crate::places::Lines;
use crate::proposals::Looked;
use crate::rules::PROPOSALS_OPEN;
use crate::source::{Item, Refusal};

/// What every document of a case is released with.
pub(in crate::commands) struct Job {
    pub(in crate::commands) number: String,
    pub(in crate::commands) agency: Option<String>,
    pub(in crate::commands) reviewer: Option<String>,
    pub(in crate::commands) requested: Option<Date>,
    /// The public.
    pub(in crate::commands) reader: Reader,
    pub(in crate::commands) as_of: Date,
    pub(in crate::commands) style: Style,
    pub(in crate::commands) policy: Policy,
    pub(in crate::commands) means: Means,
    pub(in crate::commands) today: Date,
    pub(in crate::commands) denied: Denied,
    /// What looks for more that a person may have to withhold, …
    pub(in crate::commands) proposer: Proposer,
    /// … and what is done with what it finds.
    pub(in crate::commands) proposals: Proposals,
}

/// What is done with proposals that nobody has answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) enum Proposals {
    /// They keep the document a draft.
    Ask,
    /// What they propose is withheld.
    Bind,
}

/// What became of a document, as the run keeps it.
#[derive(Serialize, Deserialize)]
pub(in crate::commands) struct Kept {
    pub(in crate::commands) path: String,
    pub(in crate::commands) entry: Entry,
    /// Whether a slip sheet stands for it.
    pub(in crate::commands) has_slip: bool,
}

/// A package of one document, and what is said of it.
pub(in crate::commands) struct Made {
    pub(in crate::commands) kept: Kept,
    pub(in crate::commands) decision: Decision,
    pub(in crate::commands) messages: Vec<Message>,
}

/// Why one document has no package; none of it holds its text.
#[derive(Debug, thiserror::Error)]
pub(in crate::commands) enum Failed {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Leak(#[from] tearline::audit::Refused),
    #[error(transparent)]
    Pdf(#[from] PdfError),
    #[error("the program has a bug that this document shows; it is not released")]
    Bug,
}

/// That one document has none, or none can be written any more.
pub(in crate::commands) enum Stopped {
    This(Failed),
    All(Error),
}

impl<E: Into<Failed>> From<E> for Stopped {
    fn from(error: E) -> Self {
        Self::This(error.into())
    }
}

/// A document, and its place in the case.
pub(in crate::commands) struct Numbered {
    pub(in crate::commands) number: u64,
    pub(in crate::commands) item: Item,
}

impl Numbered {
    /// The number of the document.
    pub(in crate::commands) fn document(&self) -> String {
        format!("C{:08}", self.number)
    }
}

impl Job {
    /// A document with what persons decided of it and, where that is asked for, with what is proposed.
    pub(in crate::commands) fn assess<'d>(
        &self,
        paper: &Paper,
        document: &Document<'d>,
        elsewhere: &[Withheld],
    ) -> Assessment<'d> {
        let assessment = paper.assess(document, &self.policy);
        match self.proposals {
            Proposals::Bind => self.looked(elsewhere).enforced(paper, assessment),
            Proposals::Ask => assessment,
        }
    }

    pub(in crate::commands) fn looked<'l>(&'l self, elsewhere: &'l [Withheld]) -> Looked<'l> {
        Looked {
            proposer: &self.proposer,
            elsewhere,
            reader: &self.reader,
            as_of: self.as_of,
            today: self.today,
        }
    }

    /// What is proposed and not answered: in the review, and in what would go out.
    pub(in crate::commands) fn proposed(
        &self,
        paper: &Paper,
        assessment: &Assessment<'_>,
        elsewhere: &[Withheld],
    ) -> Vec<Question> {
        let open = match self.proposals {
            Proposals::Bind => 0,
            Proposals::Ask => paper.review().map_or(0, Review::open),
        };
        let of_review = (open > 0).then(|| {
            let question = Question::new(&PROPOSALS_OPEN, None);
            question.with_detail(format!("{open} of its review"))
        });
        let found = self.looked(elsewhere).unanswered(paper, assessment);
        let found = found.iter().map(|it| {
            let question = Question::new(&PROPOSALS_OPEN, Some(&it.target().to_string()));
            question.with_detail(it.cause().to_string())
        });
        of_review.into_iter().chain(found).collect()
    }

    /// What is kept of a document to compare it with the others; nothing of one that cannot be read, which is said when its
    /// turn comes.
    pub(super) fn sketch(&self, key: &Key, mut numbered: Numbered) -> Option<Sketch> {
        let paper = numbered.item.paper(&self.means, None).ok()?;
        let document = paper.document();
        let assessment = self.assess(&paper, &document, &[]);
        let whom = (&self.reader, self.as_of);
        let number = numbered.document();
        Some(Sketch::of(key, &number, &paper.source, &assessment, whom))
    }

    /// Reads, releases, checks and writes one document; `asked` is what the others ask of it, and
    /// `elsewhere` what they withhold.
    pub(in crate::commands) fn made(
        &self,
        mut numbered: Numbered,
        (asked, elsewhere): (Vec<Question>, &[Withheld]),
        tree: &Path,
    ) -> Result<Made, Stopped> {
        let paper = numbered.item.paper(&self.means, None)?;
        let document = paper.document();
        let assessment = self.assess(&paper, &document, elsewhere);
        let release = assessment
            .release_in(&self.reader, self.as_of, self.style)
            .made_on(self.today);
        let case = self.case(&numbered.document(), &paper);
        let package = Package::new(&release, &case)
            .with_questions(asked)
            .with_questions(self.proposed(&paper, &assessment, elsewhere));
        let (page, entry) = (package.to_html(), package.entry());
        let stem = package.file_stem();
        let mut files = vec![
            (format!("{stem}.html"), page.clone().into_bytes()),
            (format!("{stem}.pdf"), package.to_pdf()?),
        ];
        let slip = slip_html(&entry);
        let index = index_json(std::slice::from_ref(&entry));
        for text in [&page, &index].into_iter().chain(&slip) {
            assessment.check(&self.reader, self.as_of, text)?;
        }
        let has_slip = slip.is_some();
        if let Some(slip) = slip {
            files.push((format!("{stem}-slip.html"), slip.into_bytes()));
            if let Some(pdf) = slip_pdf(&entry)? {
                files.push((format!("{stem}-slip.pdf"), pdf));
            }
        }
        for (name, bytes) in files {
            let path = tree.join(name);
            std::fs::write(&path, bytes)
                .map_err(|error| Stopped::All(Error::write(&path)(error)))?;
        }
        Ok(Made {
            messages: self.messages(
                &numbered.item.shown,
                &paper,
                &assessment,
                &release,
                &package,
            ),
            decision: release.disposition().into(),
            kept: Kept {
                path: numbered.item.shown,
                entry,
                has_slip,
            },
        })
    }

    /// The case of one document.
    pub(in crate::commands) fn case(&self, document: &str, paper: &Paper) -> Case {
        let mut case = Case::new(&self.number, document, self.as_of);
        if let Some(agency) = &self.agency {
            case = case.with_agency(agency);
        }
        let of_review = paper.review().and_then(|it| it.document().reviewer());
        if let Some(reviewer) = self.reviewer.as_deref().or(of_review) {
            case = case.with_reviewer(reviewer);
        }
        if let Some(day) = self.requested {
            case = case.with_request(day);
        }
        match pages(&paper.source) {
            Some(pages) => case.with_pages(pages),
            None => case,
        }
    }

    /// What is wrong with a document, and what is open in its package: each rule once, with its places.
    fn messages(
        &self,
        shown: &str,
        paper: &Paper,
        assessment: &Assessment<'_>,
        release: &Release<'_>,
        package: &Package<'_>,
    ) -> Vec<Message> {
        let lines = Lines::of(&paper.source);
        let findings = found(assessment, std::slice::from_ref(release));
        let mut said = messages(&self.denied, shown, &lines, &findings);
        let mut rules: Vec<(&'static Rule, Vec<String>)> = Vec::new();
        for question in package.questions() {
            let words = [question.place(), question.detail()];
            let words = words.into_iter().flatten().collect::<Vec<_>>().join(": ");
            match rules.iter_mut().find(|(rule, _)| *rule == question.rule()) {
                Some((_, places)) => places.push(words),
                None => rules.push((question.rule(), vec![words])),
            }
        }
        said.extend(rules.into_iter().map(|(rule, places)| {
            let places = in_short(&places);
            let detail = Some(&*places).filter(|places| !places.is_empty());
            of_rule(&self.denied, shown, rule, detail)
        }));
        let echoes = self.looked(&[]).echoes(assessment);
        let echoes: Vec<String> = echoes.iter().map(ToString::to_string).collect();
        if !echoes.is_empty() {
            let echoes = in_short(&echoes);
            said.push(of_rule(&self.denied, shown, Echo::RULE, Some(&echoes)));
        }
        said
    }
}

/// Places in a line; of many a count.
fn in_short(places: &[String]) -> String {
    const NAMED: usize = 6;
    let named: Vec<&str> = places.iter().take(NAMED).map(String::as_str).collect();
    match places.len().saturating_sub(NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

/// How many pages a document has, where its text says where they end: by page breaks, or by the lines that number the pages
/// of a telegram.
fn pages(source: &str) -> Option<usize> {
    let breaks = source.trim_end().matches('\u{c}').count();
    if breaks > 0 {
        return Some(breaks + 1);
    }
    source
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("PAGE "))
        .filter_map(|rest| rest.split_whitespace().next()?.parse().ok())
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted_where_the_text_tells_them() {
        assert_eq!(pages("one\n"), None);
        assert_eq!(pages("one\n\u{c}two\n\u{c}three\n\u{c}\n"), Some(3));
        assert_eq!(
            pages("PAGE 01  VESTA 12\none\nPAGE 02  VESTA 12\n"),
            Some(2)
        );
    }

    #[test]
    fn of_many_places_there_is_a_count() {
        let places: Vec<String> = (1..9).map(|number| format!("paragraph {number}")).collect();
        assert!(in_short(&places).ends_with("paragraph 6 and 2 more"));
        assert_eq!(in_short(&[String::new()]), "");
    }
}
