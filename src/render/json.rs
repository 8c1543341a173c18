//! JSON, for programs.

use serde::Serialize;

use crate::marking::Basis;
use crate::policy::PortionKind;
use crate::release::{Content, Disposition, Release, Released};

#[derive(Serialize)]
struct Json<'r> {
    disposition: Disposition,
    banner: String,
    as_of: String,
    portions: Vec<Portion<'r>>,
}

#[derive(Serialize)]
struct Portion<'r> {
    kind: PortionKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(flatten)]
    content: Verdict<'r>,
}

#[derive(Serialize)]
#[serde(tag = "verdict", rename_all = "lowercase")]
enum Verdict<'r> {
    Release { marking: String, text: &'r str },
    Withhold { basis: Vec<&'static str> },
}

impl Release<'_> {
    /// The release as JSON, indented, with a line break at the end.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
    /// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
    /// assert!(release.to_json().contains(r#""disposition": "released-in-part""#));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let json = Json {
            disposition: self.disposition(),
            banner: self.banner(),
            as_of: self.as_of().to_string(),
            portions: self.portions().iter().map(portion).collect(),
        };
        // Strings, enums and lists of them always serialize.
        serde_json::to_string_pretty(&json)
            .map(|json| json + "\n")
            .unwrap_or_default()
    }
}

fn portion<'r>(portion: &'r Released<'_>) -> Portion<'r> {
    Portion {
        kind: portion.kind(),
        number: portion.number().map(|number| number.to_string()),
        content: match portion.content() {
            Content::Text { label, text } => Verdict::Release {
                marking: label.to_string(),
                text,
            },
            Content::Withheld(bases) => Verdict::Withhold {
                basis: bases.iter().map(Basis::as_str).collect(),
            },
        },
    }
}
