//! Readers as people write them.

use tearline::marking::{Level, Reader, ReaderError, tetragraphs};
use thiserror::Error;

/// Why a text is no reader, with what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum NoReader {
    /// What the library says of it.
    #[error("{0}")]
    Reader(ReaderError),
    /// The same, and a word for a country that has a code.
    #[error("{error}; did you mean `{code}` for `{word}`?")]
    Citizen {
        /// What the library says of it.
        error: ReaderError,
        /// The word.
        word: String,
        /// The code.
        code: String,
    },
    /// A country where a clearance stands.
    #[error("`{text}` is a country and not a clearance; write \"clearance=S citizen={code}\"")]
    Country {
        /// What was written.
        text: String,
        /// The code.
        code: String,
    },
    /// Several countries.
    #[error(
        "`{0}` is a group of countries; a reader is a citizen of one: \"clearance=S citizen=GBR\""
    )]
    Group(String),
}

/// A reader: as the library reads it, with the levels spelled out as well, and a hint where a country stands.
pub(crate) fn reader(text: &str) -> Result<Reader, NoReader> {
    let error = match text.parse::<Reader>() {
        Ok(reader) => return Ok(reader),
        Err(error) => error,
    };
    let word = text.trim().to_ascii_uppercase().replace(['-', '_'], " ");
    let together = word.replace(' ', "");
    let spelled = Level::ALL
        .into_iter()
        .find(|level| together == level.banner().replace(' ', "") || word == level.portion());
    let rung = match (spelled, word.as_str()) {
        (Some(level), _) => Some(level.portion()),
        (None, "PUBLIC" | "NONE" | "UNCLAS") => Some("U"),
        (None, "FOUO" | "CUI" | "LOU" | "SENSITIVE BUT UNCLASSIFIED") => Some("SBU"),
        (None, "ORIGINATOR") => Some("all"),
        (None, _) => None,
    };
    if let Some(rung) = rung {
        return rung.parse().map_err(|_| NoReader::Reader(error));
    }
    if let Some(code) = country(&word) {
        return Err(NoReader::Country {
            text: text.to_owned(),
            code,
        });
    }
    if tetragraphs().any(|group| group.code() == word) {
        return Err(NoReader::Group(text.to_owned()));
    }
    let citizen = text
        .split_whitespace()
        .find_map(|part| part.strip_prefix("citizen="));
    let slip = citizen
        .into_iter()
        .flat_map(|list| list.split(','))
        .find_map(|word| {
            let code = country(&word.to_ascii_uppercase())?;
            (code != word).then_some((word, code))
        });
    Err(match slip {
        Some((word, code)) => NoReader::Citizen {
            error,
            word: word.to_owned(),
            code: code.to_owned(),
        },
        None => NoReader::Reader(error),
    })
}

/// A reader as people call him, by what he is written as.
pub(crate) fn whom(reader: &str) -> &str {
    match reader {
        "U" => "the public",
        "all" => "the originator",
        reader => reader,
    }
}

/// The code of a country, as CAPCO's register has it, for a word that people write for it.
fn country(word: &str) -> Option<String> {
    let code = match word {
        "UK" | "GB" | "UNITED KINGDOM" | "BRITAIN" => Some("GBR"),
        "US" | "UNITED STATES" => Some("USA"),
        "CA" | "CANADA" => Some("CAN"),
        "AU" | "AUSTRALIA" => Some("AUS"),
        "NZ" | "NEW ZEALAND" => Some("NZL"),
        code => is_country(code).then_some(code),
    };
    code.map(str::to_owned)
}

fn is_country(code: &str) -> bool {
    code.len() == 3
        && format!("clearance=U citizen={code}")
            .parse::<Reader>()
            .is_ok()
}
