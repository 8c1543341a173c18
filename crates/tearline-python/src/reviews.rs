//! Review files: what persons decided of a document, as a file beside it holds it.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use serde::{Deserialize, Serialize};
use tearline::document::Known;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Review, SecondPerson};

use crate::convert::of_text;
use crate::decisions::sayable;
use crate::document::Document;
use crate::errors;

/// A review, and what it takes to carry it out.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reviewed {
    review: Review,
    /// Whether a second person has to confirm what opens.
    second_person: bool,
}

impl Reviewed {
    /// A review in JSON that is one of this document, of whose file `digest` is that of the bytes; by default that of the text
    /// in UTF-8.
    pub(crate) fn of(
        document: &Document,
        review: &Bound<'_, PyString>,
        second_person: bool,
        digest: Option<String>,
    ) -> PyResult<Self> {
        let text = of_text(review)?;
        let read: Review = serde_json::from_str(&text)
            .map_err(|error| errors::review(sayable(&error), "no-review"))?;
        let digest = match digest {
            Some(digest) => digest,
            None => digest_of(review.py(), document)?,
        };
        if !read.source().trim().eq_ignore_ascii_case(digest.trim()) {
            return Err(errors::review(
                "the review is of another text: its `source` is not the digest of the document; look at its decisions anew",
                "other-text",
            ));
        }
        Ok(Self {
            review: read,
            second_person,
        })
    }

    /// What is known of the document before it is read.
    pub(crate) fn known(&self) -> Known {
        self.review.known(self.second())
    }

    /// The same, carried out. What cannot be carried out withholds, and is a finding.
    pub(crate) fn carried_out<'d>(&self, assessment: &Assessment<'d>) -> Assessment<'d> {
        assessment.reviewed(&self.review, self.second()).0
    }

    const fn second(&self) -> SecondPerson {
        if self.second_person {
            SecondPerson::ForWhatOpens
        } else {
            SecondPerson::NotAsked
        }
    }
}

/// The digest of a text as a review names it.
fn digest_of(py: Python<'_>, document: &Document) -> PyResult<String> {
    let Some(text) = document.document.faithful(&Reader::originator()) else {
        return Err(errors::review(
            "a document of parts has no text whose digest a review could name; pass `digest`",
            "no-text",
        ));
    };
    let hash = py
        .import("hashlib")?
        .call_method1("sha256", (PyBytes::new(py, text.as_bytes()),))?;
    let digits: String = hash.call_method0("hexdigest")?.extract()?;
    Ok(format!("sha256:{digits}"))
}
