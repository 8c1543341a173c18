//! A review as a file holds it.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::entry::{Reviewed, State};
use super::review::Review;
use super::whole::WholeDocument;
use crate::document::Declassified;
use crate::marking::{Label, StatedMark};
use crate::policy::decision::{Decision, Grounds};
use crate::policy::exemption::Exemption;
use crate::text::DayText;

/// The JSON Schema (draft 2020-12) of a [`Review`] as a file holds it. What it allows today stays allowed.
///
/// ```
/// assert!(tearline::policy::REVIEW_SCHEMA.contains(r#""confirmed_by""#));
/// ```
pub const REVIEW_SCHEMA: &str = include_str!("review.schema.json");

/// The version of the file: it grows where something is taken away or changes its meaning.
const VERSION: u32 = 1;

/// A review as a file holds it. A key that is not known may have been meant to withhold something, so it is an error.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u32,
    source: String,
    #[serde(default, skip_serializing_if = "is_nothing")]
    document: WholeDocument,
    #[serde(default, skip_serializing_if = "Numbered::is_empty")]
    decision: Numbered,
}

/// What is said of the whole document, as a file holds it.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct WrittenDocument {
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewer: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    exemptions: BTreeMap<String, Exemption>,
    #[serde(skip_serializing_if = "Option::is_none")]
    declassified: Option<WrittenDeclassified>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed_on: Option<DayText>,
    #[serde(flatten)]
    grounds: Grounds,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenDeclassified {
    on: DayText,
    authority: String,
}

/// A decision with its state, as a file holds it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenEntry {
    #[serde(flatten)]
    decision: Decision,
    #[serde(default)]
    state: State,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confirmed_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confirmed_on: Option<DayText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proposed_by: Option<String>,
}

/// Decisions, of which an error says which it is.
#[derive(Default, Serialize)]
#[serde(transparent)]
struct Numbered(Vec<WrittenEntry>);

impl Numbered {
    const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn is_nothing(document: &WholeDocument) -> bool {
    *document == WholeDocument::new()
}

impl<'de> Deserialize<'de> for Numbered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Each).map(Self)
    }
}

struct Each;

impl<'de> Visitor<'de> for Each {
    type Value = Vec<WrittenEntry>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of decisions")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        loop {
            let number = entries.len() + 1;
            let next = list.next_element();
            let next =
                next.map_err(|error| A::Error::custom(format!("decision {number}: {error}")));
            match next? {
                Some(entry) => entries.push(entry),
                None => return Ok(entries),
            }
        }
    }
}

fn day<E: Error>(text: &DayText) -> Result<Date, E> {
    let day = text.0.trim().parse();
    day.map_err(|_| E::custom("no day; write it as 2026-03-02"))
}

impl Serialize for Review {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entry = |it: &Reviewed| WrittenEntry {
            decision: it.decision.clone(),
            state: it.state,
            confirmed_by: it.confirmed_by.clone(),
            confirmed_on: it.confirmed_on.map(|day| DayText(day.to_string())),
            proposed_by: it.proposed_by.clone(),
        };
        let written = Written {
            version: VERSION,
            source: self.source.clone(),
            document: self.document.clone(),
            decision: Numbered(self.entries.iter().map(entry).collect()),
        };
        written.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Review {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        if written.version != VERSION {
            return Err(D::Error::custom(format!(
                "`version` is {}, and this reads {VERSION}",
                written.version
            )));
        }
        let mut review = Self::new(written.source).with_document(written.document);
        for (index, it) in written.decision.0.into_iter().enumerate() {
            let on = it.confirmed_on.as_ref().map(day::<D::Error>).transpose();
            let on =
                on.map_err(|error| D::Error::custom(format!("decision {}: {error}", index + 1)));
            review.push(Reviewed {
                decision: it.decision,
                state: it.state,
                confirmed_by: it.confirmed_by,
                confirmed_on: on?,
                proposed_by: it.proposed_by,
            });
        }
        Ok(review)
    }
}

impl Serialize for WholeDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let exemptions = self.exemptions();
        let declassified = self.declassified.as_ref();
        let written = WrittenDocument {
            reviewer: self.reviewer.clone(),
            exemptions: exemptions
                .map(|(label, it)| (label.to_string(), it))
                .collect(),
            declassified: declassified.map(|it| WrittenDeclassified {
                on: DayText(it.on().to_string()),
                authority: it.by().to_owned(),
            }),
            confirmed_by: self.confirmed_by.clone(),
            confirmed_on: self.confirmed_on.map(|day| DayText(day.to_string())),
            grounds: self.grounds.clone(),
        };
        written.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for WholeDocument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = WrittenDocument::deserialize(deserializer)?;
        let mut document = Self {
            reviewer: written.reviewer,
            grounds: written.grounds,
            confirmed_by: written.confirmed_by,
            confirmed_on: written
                .confirmed_on
                .as_ref()
                .map(day::<D::Error>)
                .transpose()?,
            ..Self::new()
        };
        for (text, exemption) in written.exemptions {
            let label = StatedMark::read(&text).map(|mark| mark.label());
            let label: Result<Label, _> = label.map_err(D::Error::custom);
            let exemption = exemption.of_sensitive().map_err(D::Error::custom)?;
            document = document.with_exemption(label?, exemption);
        }
        if let Some(it) = written.declassified {
            let declassified = Declassified::new(it.authority, day::<D::Error>(&it.on)?);
            document = document.with_declassified(declassified.map_err(D::Error::custom)?);
        }
        Ok(document)
    }
}
