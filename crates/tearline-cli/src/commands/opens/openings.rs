//! What of a document opens when.

use jiff::civil::Date;
use serde::Serialize;
use tearline::policy::Effect;
use tearline::release::Disposition;

use super::Job;
use crate::names;
use crate::paper::Paper;
use crate::readers::whom;

/// The days that are looked at, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: Date,
    pub(super) to: Option<Date>,
}

/// What opens in a collection; documents in the order of their paths.
pub(super) struct All {
    pub(super) collection: String,
    pub(super) reader: String,
    pub(super) span: Span,
    pub(super) documents: Vec<Openings>,
}

/// What of one document opens.
#[derive(Serialize)]
pub(super) struct Openings {
    pub(super) path: String,
    /// The date of the document, where it is known.
    pub(super) date: Option<String>,
    /// The subject, where the reader may see it today, or on the first of the days if that is earlier: what opens later is not
    /// said before.
    pub(super) subject: Option<String>,
    /// By day.
    pub(super) opens: Vec<Opening>,
}

/// What opens on one day.
#[derive(Serialize)]
pub(super) struct Opening {
    #[serde(serialize_with = "as_text")]
    pub(super) on: Date,
    /// `paragraphs 4, 5; subject`.
    pub(super) portions: String,
    pub(super) count: usize,
    /// Whether nothing of the document is withheld from that day on.
    pub(super) in_full: bool,
}

fn as_text<S: serde::Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(day)
}

impl Span {
    fn holds(self, day: Date) -> bool {
        day >= self.from && self.to.is_none_or(|to| day <= to)
    }
}

impl Openings {
    /// Those of a document; none where nothing opens in that time.
    pub(super) fn of(job: &Job, paper: &Paper, path: String, span: Span) -> Option<Self> {
        let document = paper.document();
        let assessment = paper.assess(&document, &job.policy);
        let mut opens = Vec::new();
        for day in assessment.days(&job.reader) {
            let opening = day.changes().iter();
            let opening = opening.filter(|change| change.effect() == Effect::Opens);
            let portions: Vec<usize> = opening.map(|change| change.portion()).collect();
            if portions.is_empty() || !span.holds(day.on()) {
                continue;
            }
            // What the last look withholds does not open, whatever its marks say.
            let release = assessment.release(&job.reader, day.on());
            let refused: Vec<usize> = release
                .findings()
                .iter()
                .map(|finding| finding.span().start())
                .collect();
            let portions: Vec<usize> = portions
                .into_iter()
                .filter(|index| {
                    let portion = assessment.portions().get(*index);
                    portion.is_some_and(|it| !refused.contains(&assessment.span(it).start()))
                })
                .collect();
            if !portions.is_empty() {
                opens.push(Opening {
                    on: day.on(),
                    portions: names::without_lines(&assessment, &portions),
                    count: portions.len(),
                    in_full: release.disposition() == Disposition::InFull,
                });
            }
        }
        if opens.is_empty() {
            return None;
        }
        let seen = span.from.min(job.today);
        let release = assessment.release(&job.reader, seen);
        let subject = release.subject().and_then(|subject| subject.text());
        let checked = |text: &&str| assessment.check(&job.reader, seen, text).is_ok();
        Some(Self {
            path,
            date: document.header().origin().map(|origin| origin.to_string()),
            subject: subject.filter(checked).map(names::one_line),
            opens,
        })
    }
}

impl All {
    /// For whom, in words.
    pub(super) fn whom(&self) -> &str {
        whom(&self.reader)
    }

    /// In which time, in words.
    pub(super) fn time(&self) -> String {
        match self.span.to {
            Some(to) => format!("from {} to {to}", self.span.from),
            None => format!("from {} on", self.span.from),
        }
    }

    /// How much opens, in words.
    pub(super) fn summary(&self) -> String {
        let portions: usize = self.openings().map(|(_, opening)| opening.count).sum();
        let full = self
            .openings()
            .filter(|(_, opening)| opening.in_full)
            .count();
        format!(
            "{} of {} open, {full} of the documents in full",
            counted(portions, "portion"),
            counted(self.documents.len(), "document"),
        )
    }

    /// Every opening with its document.
    pub(super) fn openings(&self) -> impl Iterator<Item = (&Openings, &Opening)> {
        let documents = self.documents.iter();
        documents.flat_map(|document| document.opens.iter().map(move |it| (document, it)))
    }

    /// Every opening by day, then by path.
    pub(super) fn by_day(&self) -> Vec<(&Openings, &Opening)> {
        let mut all: Vec<_> = self.openings().collect();
        // A stable sort: the paths are in order.
        all.sort_by_key(|(_, opening)| opening.on);
        all
    }

    pub(super) fn json(&self) -> String {
        let value = serde_json::json!({
            "reader": self.reader,
            "from": self.span.from.to_string(),
            "to": self.span.to.map(|to| to.to_string()),
            "documents": self.documents,
        });
        format!("{value:#}\n")
    }
}

/// `1 portion`, `2 portions`.
pub(super) fn counted(count: usize, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}
