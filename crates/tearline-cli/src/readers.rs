//! Readers as people write them.

use tearline::marking::{Level, Reader, tetragraphs};

/// A reader: as the library reads it, with the levels spelled out as well, and a hint where a country stands.
pub(crate) fn reader(text: &str) -> Result<Reader, String> {
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
        return rung.parse().map_err(|_| error.to_string());
    }
    if let Some(code) = country(&word) {
        return Err(format!(
            "`{text}` is a country and not a clearance; write \"clearance=S citizen={code}\""
        ));
    }
    if tetragraphs().any(|group| group.code() == word) {
        return Err(format!(
            "`{text}` is a group of countries; a reader is a citizen of one: \"clearance=S citizen=GBR\""
        ));
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
        Some((word, code)) => format!("{error}; did you mean `{code}` for `{word}`?"),
        None => error.to_string(),
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
