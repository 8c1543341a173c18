//! A decision as a file holds it.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::action::Action;
use super::decision::Decision;
use super::grounds::{Grounds, letter};
use super::quote::Quote;
use super::target::Target;
use crate::declass::Reasons;
use crate::text::DayText;

/// The JSON Schema (draft 2020-12) of [`Decisions`](super::Decisions) as a file holds them. What it allows today stays
/// allowed.
///
/// ```
/// assert!(tearline::policy::DECISIONS_SCHEMA.contains(r#""authority""#));
/// ```
pub const DECISIONS_SCHEMA: &str = include_str!("decisions.schema.json");

/// A decision as a file holds it. A key that is not known may have been meant for an authority, so it is an error.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    target: Target,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<Quote>,
    action: Action,
    by: String,
    on: DayText,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    authority: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "letter")]
    letter: Option<Reasons>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    why_several: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    statute: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    harm: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    segregability: Option<String>,
}

impl Serialize for Decision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let grounds = self.grounds();
        let own = |text: Option<&str>| text.map(ToOwned::to_owned);
        let written = Written {
            target: self.target().clone(),
            words: self.words().cloned(),
            action: self.action().clone(),
            by: self.by().to_owned(),
            on: DayText(self.on().to_string()),
            authority: self.authority().map(ToOwned::to_owned),
            note: self.note().map(ToOwned::to_owned),
            letter: grounds.letter(),
            why_several: own(grounds.why_several()),
            statute: own(grounds.statute()),
            description: own(grounds.description()),
            harm: own(grounds.harm()),
            segregability: own(grounds.segregability()),
        };
        written.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Decision {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        let on = written.on.0.parse();
        let on = on.map_err(|_| D::Error::custom("no day in `on`; write it as 2026-03-02"))?;
        let mut grounds = Grounds::new()
            .with_why_several(written.why_several.unwrap_or_default())
            .with_statute(written.statute.unwrap_or_default())
            .with_description(written.description.unwrap_or_default())
            .with_harm(written.harm.unwrap_or_default())
            .with_segregability(written.segregability.unwrap_or_default());
        if let Some(letter) = written.letter {
            grounds = grounds.with_letter(letter);
        }
        let mut decision = Self::new(written.target, written.action, written.by, on);
        if let Some(words) = written.words {
            decision = decision.on_words(words);
        }
        Ok(decision
            .with_authority(written.authority.unwrap_or_default())
            .with_note(written.note.unwrap_or_default())
            .with_grounds(grounds))
    }
}
