//! Known facts as a file holds them.

use std::fmt;

use jiff::civil::Date;
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::declassified::Declassified;
use super::known::Known;
use super::known_error::{KnownError, day};
use crate::text::DayText;

/// The JSON Schema (draft 2020-12) of [`Known`] as a file holds it. What it allows today stays allowed.
///
/// ```
/// assert!(tearline::document::KNOWN_SCHEMA.contains(r#""declassified""#));
/// ```
pub const KNOWN_SCHEMA: &str = include_str!("known.schema.json");

/// Known facts as a file holds them. A key that is not known may have been meant for a caption, so it is an error.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    level: Texts,
    #[serde(default, skip_serializing_if = "Days::is_empty")]
    origin: Days,
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    instruction: Texts,
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    caption: Texts,
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    listed: Texts,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<Kind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    declassified: Option<Declassified>,
}

/// One text, or a list of them.
#[derive(Default)]
struct Texts(Vec<String>);

/// One day, or a list of them.
#[derive(Default)]
struct Days(Vec<Date>);

struct Kind(super::DocumentKind);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenDeclassified {
    by: String,
    on: DayText,
}

impl Texts {
    const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Days {
    const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Known {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = Written {
            level: Texts(self.levels.clone()),
            origin: Days(self.origins.clone()),
            instruction: Texts(self.instructions.clone()),
            caption: Texts(self.captions.clone()),
            listed: Texts(self.listed.clone()),
            kind: self.kind.map(Kind),
            declassified: self.declassified.clone(),
        };
        written.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Known {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        let mut known = Self::new();
        for line in written.level.0 {
            known = known.level(line);
        }
        for day in written.origin.0 {
            known = known.origin(day);
        }
        for line in written.instruction.0 {
            known = known.instruction(line);
        }
        for line in written.caption.0 {
            known = known.caption(line);
        }
        for name in written.listed.0 {
            known = known.listed(name);
        }
        known.kind = written.kind.map(|Kind(kind)| kind);
        known.declassified = written.declassified;
        Ok(known)
    }
}

impl Serialize for Declassified {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = WrittenDeclassified {
            by: self.by().to_owned(),
            on: DayText(self.on().to_string()),
        };
        written.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Declassified {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = WrittenDeclassified::deserialize(deserializer)?;
        let on = day(&written.on.0).ok_or_else(|| D::Error::custom(KnownError::Day))?;
        if written.by.trim().is_empty() {
            return Err(D::Error::custom("`by` names no authority"));
        }
        Self::new(written.by, on).map_err(D::Error::custom)
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [only] => only.serialize(serializer),
            several => several.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Several).map(Self)
    }
}

impl Serialize for Days {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Texts(self.0.iter().map(ToString::to_string).collect()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Days {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let texts = Texts::deserialize(deserializer)?;
        let days = texts.0.iter().map(|text| day(text));
        let days: Option<Vec<Date>> = days.collect();
        days.map(Self)
            .ok_or_else(|| D::Error::custom(KnownError::Day))
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.as_str().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let kind = super::DocumentKind::of_name(&text);
        kind.map(Self)
            .ok_or_else(|| D::Error::custom(KnownError::Kind))
    }
}

/// Reads a text or a list of texts.
struct Several;

impl<'de> Visitor<'de> for Several {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text in quotation marks, or a list of them")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(vec![text.to_owned()])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut texts = Vec::new();
        while let Some(DayText(text)) = list.next_element()? {
            texts.push(text);
        }
        Ok(texts)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Ok(vec![DayText::of_map(map)?])
    }
}
