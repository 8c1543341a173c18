//! Values that a file holds as a text.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A text, or a day as TOML has it without quotation marks.
#[derive(Serialize)]
#[serde(transparent)]
pub(crate) struct DayText(pub(crate) String);

/// The key under which a day of TOML comes.
const TOML_DAY: &str = "$__toml_private_datetime";

impl DayText {
    /// The day that a map is.
    pub(crate) fn of_map<'de, A: MapAccess<'de>>(mut map: A) -> Result<String, A::Error> {
        match map.next_entry::<String, String>()? {
            Some((key, text)) if key == TOML_DAY => Ok(text),
            Some(_) | None => Err(A::Error::custom("a text in quotation marks is expected")),
        }
    }
}

impl<'de> Deserialize<'de> for DayText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(One).map(Self)
    }
}

/// Reads a text.
struct One;

impl<'de> Visitor<'de> for One {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text in quotation marks")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(text.to_owned())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        DayText::of_map(map)
    }
}

/// Writes each type by its `Display` and reads it by its `FromStr`.
macro_rules! as_text {
    ($($type:ty),*) => {$(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

pub(crate) use as_text;
