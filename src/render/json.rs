//! JSON, for programs.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::marking::Basis;
use crate::policy::PortionKind;
use crate::release::{self, Content, Declassification, Disposition, Release, Released};

/// The JSON Schema (draft 2020-12) of what [`Release::to_json`] writes. What it allows today stays allowed.
///
/// ```
/// assert!(tearline::render::RELEASE_SCHEMA.contains(r#""disposition""#));
/// ```
pub const RELEASE_SCHEMA: &str = include_str!("release.schema.json");

/// The version of the schema: it grows where something is taken away or changes its meaning.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Json<'r> {
    /// The version of the schema.
    schema: u32,
    disposition: Disposition,
    banner: String,
    reader: String,
    as_of: String,
    /// The day on which it was made, where `as_of` had not come then.
    #[serde(skip_serializing_if = "Option::is_none")]
    made_on: Option<String>,
    /// What the release discloses beside place and basis; left out where nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    style: Vec<&'static str>,
    /// That the document is declassified, and the highest level that it stated.
    #[serde(flatten)]
    opened: Opened,
    /// How the classification of the document ends, in the style that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    instruction: Option<String>,
    portions: Vec<Portion<'r>>,
}

/// What was classified and is no more; both left out where nothing was.
#[derive(Default, Serialize)]
struct Opened {
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    declassified: Option<How>,
}

/// Empty where what says so is withheld.
#[derive(Serialize)]
struct How {
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
}

#[derive(Serialize)]
struct Portion<'r> {
    /// What to cite it by, within this release: kind and number, or kind and place among its kind.
    id: String,
    kind: PortionKind,
    /// The header field, where it is one and is released.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(flatten)]
    content: Verdict<'r>,
    /// When it is open to the reader, in the style that shows it: `always`, a day, `review` with a day, `never`.
    #[serde(skip_serializing_if = "Option::is_none")]
    opens: Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "verdict", rename_all = "lowercase")]
enum Verdict<'r> {
    Release {
        marking: String,
        #[serde(flatten)]
        opened: Opened,
        text: &'r str,
    },
    Withhold {
        basis: Vec<&'static str>,
        /// Exemption and section, in the style that shows them: `B1 1.4(D)`.
        #[serde(skip_serializing_if = "Option::is_none")]
        exemption: Option<String>,
        /// How much, in the style that shows it: `1 paragraph (5 lines)`.
        #[serde(skip_serializing_if = "Option::is_none")]
        amount: Option<String>,
        /// The mark, in the style that shows it: `C//NF`, `unmarked`.
        #[serde(skip_serializing_if = "Option::is_none")]
        mark: Option<String>,
    },
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
        let mut ids = Ids::default();
        let json = Json {
            schema: SCHEMA_VERSION,
            disposition: self.disposition(),
            banner: self.banner(),
            reader: self.reader().to_string(),
            as_of: self.as_of().to_string(),
            made_on: self.made_before().map(|day| day.to_string()),
            style: self.style().names(),
            opened: opened(self.declassified(), super::opened::overall),
            instruction: super::opened::instruction(self),
            portions: self
                .portions()
                .iter()
                .map(|released| portion(released, ids.next(released)))
                .collect(),
        };
        // Strings, enums and lists of them always serialize.
        serde_json::to_string_pretty(&json)
            .map(|json| json + "\n")
            .unwrap_or_default()
    }
}

/// Ids that differ within a release. They follow from the kinds and numbers of its portions, which are declared structure.
#[derive(Default)]
struct Ids {
    /// How often each began one.
    taken: BTreeMap<String, usize>,
}

impl Ids {
    /// `paragraph-4.a`, `heading-2`; a number that repeats, `paragraph-2-again-1`.
    fn next(&mut self, portion: &Released<'_>) -> String {
        let kind = portion.kind();
        let number = portion.number().map(|number| number.to_string());
        let begin = match &number {
            Some(number) => format!("{kind}-{number}"),
            None => kind.to_string(),
        };
        let before = self.taken.entry(begin.clone()).or_default();
        *before += 1;
        match (number, *before) {
            (Some(_), 1) => begin,
            (Some(_), times) => format!("{begin}-again-{}", times - 1),
            (None, times) => format!("{begin}-{times}"),
        }
    }
}

fn opened(
    it: Option<&release::Declassified>,
    was: impl Fn(&release::Declassified) -> Option<String>,
) -> Opened {
    it.map_or_else(Opened::default, |it| Opened {
        was: was(it),
        declassified: Some(How {
            on: it.how().map(|how| how.on().to_string()),
            by: it.how().map(Declassification::by).map(ToString::to_string),
        }),
    })
}

fn portion<'r>(portion: &'r Released<'_>, id: String) -> Portion<'r> {
    let disclosed = portion.disclosed();
    Portion {
        id,
        kind: portion.kind(),
        field: portion.field_name(),
        number: portion.number().map(|number| number.to_string()),
        content: match portion.content() {
            Content::Text { label, text } => Verdict::Release {
                marking: label.to_string(),
                opened: opened(disclosed.declassified(), |it| {
                    it.was().map(ToString::to_string)
                }),
                text,
            },
            Content::Withheld(bases) => Verdict::Withhold {
                basis: bases.iter().map(Basis::as_str).collect(),
                exemption: disclosed.authority().map(|authority| authority.to_string()),
                amount: disclosed.amount().map(|amount| amount.to_string()),
                mark: disclosed.mark().map(ToString::to_string),
            },
        },
        opens: disclosed.opening().map(|opening| opening.to_string()),
    }
}
