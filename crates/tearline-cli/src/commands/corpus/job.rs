//! What is done with one document of a run.

use jiff::civil::Date;
use tearline::document::Document;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Policy};
use tearline::release::Style;
use tearline::render::Format;
use tearline_propose::Proposer;

use super::error::Error;
use super::index::{Decision, Row, line};
use super::sink::{PackError, Packed, Packer};
use super::target::{Shape, Target};
use crate::catalogue::Catalogue;
use crate::message::{Denied, Message, found, messages};
use crate::paper::{Means, Paper};
use crate::places::Lines;
use crate::proposals::Looked;
use crate::source::{Item, Refusal};

/// What every document of a run is released with.
pub(super) struct Job {
    pub(super) reader: Reader,
    pub(super) as_of: Date,
    pub(super) style: Style,
    pub(super) policy: Policy,
    pub(super) means: Means,
    pub(super) catalogue: Option<Catalogue>,
    pub(super) today: Date,
    pub(super) format: Format,
    pub(super) denied: Denied,
    /// What looks for more to withhold, where that is asked for.
    pub(super) enforced: Option<Proposer>,
}

/// What became of one document.
pub(super) enum Outcome {
    Made(Box<Made>),
    Failed(Failed),
    /// Nothing can be written any more.
    Stuck(Error),
}

/// A release, and what is said of it.
pub(super) struct Made {
    /// The line of the index.
    pub(super) row: Vec<u8>,
    pub(super) decision: Decision,
    pub(super) packed: Packed,
    pub(super) messages: Vec<Message>,
}

/// Why one document is not released; none of it holds its text.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failed {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Leak(#[from] tearline::audit::Refused),
    #[error("its release would take the place of {0}")]
    Reserved(String),
    #[error("its release cannot be written: {0}")]
    Write(std::io::Error),
    #[error("the program has a bug that this document shows; it is not released")]
    Bug,
}

impl Job {
    /// Reads, releases, checks and packs one document.
    pub(super) fn outcome(&self, item: Item, target: &Target, packer: &Packer) -> Outcome {
        match self.made(item, target, packer) {
            Ok(made) => Outcome::Made(Box::new(made)),
            Err(PackOr::This(failed)) => Outcome::Failed(failed),
            Err(PackOr::All(error)) => Outcome::Stuck(error),
        }
    }

    /// A document with what persons decided of it and, where that is asked for, with what is proposed.
    fn assess<'d>(&self, paper: &Paper, document: &Document<'d>) -> Assessment<'d> {
        let assessment = paper.assess(document, &self.policy);
        let Some(proposer) = &self.enforced else {
            return assessment;
        };
        let looked = Looked {
            proposer,
            elsewhere: &[],
            reader: &self.reader,
            as_of: self.as_of,
            today: self.today,
        };
        looked.enforced(paper, assessment)
    }

    fn made(&self, mut item: Item, target: &Target, packer: &Packer) -> Result<Made, PackOr> {
        if let Some(name) = target.reserved(&item.output) {
            return Err(Failed::Reserved(name).into());
        }
        let paper = item
            .paper(&self.means, self.catalogue.as_ref())
            .map_err(Failed::from)?;
        let document = paper.document();
        let assessment = self.assess(&paper, &document);
        let release = assessment
            .release_in(&self.reader, self.as_of, self.style)
            .made_on(self.today);
        let bytes = assessment
            .checked(&self.reader, &release, self.format)
            .map_err(Failed::from)?;
        let packed =
            packer
                .pack(&item.path, &item.output, &bytes)
                .map_err(|error| match error {
                    PackError::This(error) => PackOr::This(Failed::Write(error)),
                    PackError::All(error) => PackOr::All(error),
                })?;
        let findings = found(&assessment, std::slice::from_ref(&release));
        let output = matches!(target.shape, Shape::Tree | Shape::Zip).then_some(item.output);
        let lines = Lines::of(&paper.source);
        let mut messages = messages(&self.denied, &item.shown, &lines, &findings);
        messages.extend(paper.remarks(&item.shown, &self.denied));
        let row = Row::of(item.path, output, &assessment, &release, &findings);
        Ok(Made {
            row: line(&row),
            decision: row.disposition,
            packed,
            messages,
        })
    }
}

/// That one document cannot be released, or none any more.
enum PackOr {
    This(Failed),
    All(Error),
}

impl From<Failed> for PackOr {
    fn from(failed: Failed) -> Self {
        Self::This(failed)
    }
}
