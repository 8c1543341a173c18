//! Levels, marks, labels and readers as a file holds them: as their texts.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::label::Label;
use super::mark::Marking;
use super::reader::Reader;
use super::register::Level;
use crate::text::as_text;

as_text!(Level, Reader);

impl Serialize for Marking {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Marking {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read_portion(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Serialize for Label {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.in_full().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}
