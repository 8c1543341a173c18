//! What became of each document, a line each. It is for the operator, who holds the documents: it counts findings and names
//! levels and days, which no release tells of unless it is asked to. Of their text it has what the releases have.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tearline::Finding;
use tearline::document::Document;
use tearline::policy::Assessment;
use tearline::release::{Disposition, Release, Released};

use crate::names;

/// What became of a document.
#[derive(Serialize, Deserialize)]
pub(in crate::commands) struct Row {
    pub(in crate::commands) path: String,
    /// Where its release is, in a folder or a ZIP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::commands) output: Option<String>,
    pub(in crate::commands) kind: String,
    /// The date of the document, where it is known.
    pub(in crate::commands) date: Option<String>,
    /// The subject, where it is released.
    pub(in crate::commands) subject: Option<String>,
    /// What the level lines say.
    pub(in crate::commands) level: Option<String>,
    pub(in crate::commands) disposition: Decision,
    pub(in crate::commands) banner: String,
    pub(in crate::commands) released: usize,
    pub(in crate::commands) withheld: usize,
    /// The next day on which something opens or falls for the reader.
    pub(in crate::commands) opens_next: Option<String>,
    pub(in crate::commands) findings: usize,
    pub(in crate::commands) findings_by_code: BTreeMap<String, usize>,
}

/// What could not be processed, and why.
#[derive(Serialize, Deserialize)]
pub(in crate::commands) struct Failed {
    pub(in crate::commands) path: String,
    pub(in crate::commands) error: String,
}

/// How much of a document was released.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::commands) enum Decision {
    ReleasedInFull,
    ReleasedInPart,
    WithheldInFull,
}

/// How many documents became what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::commands) struct Counts {
    pub(in crate::commands) in_full: u64,
    pub(in crate::commands) in_part: u64,
    pub(in crate::commands) withheld: u64,
    pub(in crate::commands) failed: u64,
}

impl Row {
    pub(in crate::commands) fn of(
        path: String,
        output: Option<String>,
        assessment: &Assessment<'_>,
        release: &Release<'_>,
        findings: &[Finding],
    ) -> Self {
        let document = assessment.document();
        let released = release
            .portions()
            .iter()
            .filter(|portion| Released::is_released(portion))
            .count();
        let next = assessment
            .days(release.reader())
            .iter()
            .map(tearline::policy::Day::on)
            .find(|day| *day > release.as_of());
        Self {
            path,
            output,
            kind: document.kind().as_str().to_owned(),
            date: document.header().origin().map(|origin| origin.to_string()),
            subject: release
                .subject()
                .and_then(|subject| subject.text())
                .map(names::one_line),
            level: level(document),
            disposition: release.disposition().into(),
            banner: release.banner(),
            released,
            withheld: release.portions().len() - released,
            opens_next: next.map(|day| day.to_string()),
            findings: findings.len(),
            findings_by_code: by_code(findings),
        }
    }
}

impl From<Disposition> for Decision {
    fn from(disposition: Disposition) -> Self {
        match disposition {
            Disposition::InFull => Self::ReleasedInFull,
            Disposition::InPart => Self::ReleasedInPart,
            Disposition::Withheld => Self::WithheldInFull,
        }
    }
}

impl Decision {
    pub(in crate::commands) const fn words(self) -> &'static str {
        match self {
            Self::ReleasedInFull => "released in full",
            Self::ReleasedInPart => "released in part",
            Self::WithheldInFull => "withheld in full",
        }
    }
}

impl Counts {
    pub(in crate::commands) const fn add(&mut self, decision: Decision) {
        match decision {
            Decision::ReleasedInFull => self.in_full += 1,
            Decision::ReleasedInPart => self.in_part += 1,
            Decision::WithheldInFull => self.withheld += 1,
        }
    }

    /// How many were released, in whatever part.
    pub(in crate::commands) const fn made(&self) -> u64 {
        self.in_full + self.in_part + self.withheld
    }

    /// Those that were released and those that could not be processed.
    pub(in crate::commands) const fn all(&self) -> u64 {
        self.made() + self.failed
    }

    /// How many documents were released how.
    pub(in crate::commands) fn summary(&self) -> String {
        let made = self.made();
        let s = if made == 1 { "" } else { "s" };
        format!(
            "{made} document{s}: {} {}, {} {}, {} {}\n",
            self.in_full,
            Decision::ReleasedInFull.words(),
            self.in_part,
            Decision::ReleasedInPart.words(),
            self.withheld,
            Decision::WithheldInFull.words(),
        )
    }
}

/// A line of JSON.
pub(in crate::commands) fn line(value: &impl Serialize) -> Vec<u8> {
    // Strings, numbers and maps of them always serialize.
    let mut line = serde_json::to_vec(value).unwrap_or_default();
    line.push(b'\n');
    line
}

/// What the level lines of a document say together.
fn level(document: &Document<'_>) -> Option<String> {
    let lines = document.header().levels().iter();
    let level = lines.map(|line| line.label().level()).max();
    level.map(|level| level.banner().to_owned())
}

/// How often each code was found.
fn by_code(findings: &[Finding]) -> BTreeMap<String, usize> {
    findings.iter().fold(BTreeMap::new(), |mut codes, finding| {
        *codes.entry(finding.code().to_owned()).or_default() += 1;
        codes
    })
}
