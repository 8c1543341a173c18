//! JSON, for programs.

use std::fmt;

use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::ids::{Id, Ids};
use super::lead::Marks;
use super::sink::size;
use crate::marking::Basis;
use crate::policy::{Opening, PortionKind};
use crate::release::{
    self, Amount, Authority, Bases, Content, Declassification, Disposition, MarkShown, Number,
    Release, Released,
};

/// The JSON Schema (draft 2020-12) of what [`Release::to_json`] writes. What it allows today stays allowed.
///
/// ```
/// assert!(tearline::render::RELEASE_SCHEMA.contains(r#""disposition""#));
/// ```
pub const RELEASE_SCHEMA: &str = include_str!("release.schema.json");

/// The version of the schema: it grows where something is taken away or changes its meaning.
const SCHEMA_VERSION: u32 = 1;

#[derive(serde::Serialize)]
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
    portions: Portions<'r>,
}

/// The portions, each made where it is written.
struct Portions<'r>(&'r [Released<'r>]);

/// Coarse reasons, each as a string.
struct Reasons(Bases);

/// What is written as it is displayed.
struct Shown<T>(T);

/// What was classified and is no more; both left out where nothing was.
#[derive(Default, serde::Serialize)]
struct Opened {
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    declassified: Option<How>,
}

/// Empty where what says so is withheld.
#[derive(serde::Serialize)]
struct How {
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
}

#[derive(serde::Serialize)]
struct Portion<'r> {
    /// What to cite it by, within this release: kind and number, or kind and place among its kind.
    id: Shown<Id>,
    kind: PortionKind,
    /// The header field, where it is one and is released.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<Shown<Number>>,
    #[serde(flatten)]
    content: Verdict<'r>,
    /// When it is open to the reader, in the style that shows it: `always`, a day, `review` with a day, `never`.
    #[serde(skip_serializing_if = "Option::is_none")]
    opens: Option<Shown<Opening>>,
}

#[derive(serde::Serialize)]
#[serde(tag = "verdict", rename_all = "lowercase")]
enum Verdict<'r> {
    Release {
        marking: &'r str,
        #[serde(flatten)]
        opened: Opened,
        text: &'r str,
    },
    Withhold {
        basis: Reasons,
        /// Exemption and section, in the style that shows them: `B1 1.4(D)`.
        #[serde(skip_serializing_if = "Option::is_none")]
        exemption: Option<Shown<Authority>>,
        /// How much, in the style that shows it: `1 paragraph (5 lines)`.
        #[serde(skip_serializing_if = "Option::is_none")]
        amount: Option<Shown<Amount>>,
        /// The mark, in the style that shows it: `C//NF`, `unmarked`.
        #[serde(skip_serializing_if = "Option::is_none")]
        mark: Option<Shown<&'r MarkShown>>,
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
        let mut out = String::with_capacity(size(self));
        self.append_json(&mut out);
        out
    }
}

/// What is written of a release. Strings, enums and lists of them always serialize.
pub(super) fn json<'r>(release: &'r Release<'_>) -> impl Serialize + 'r {
    Json {
        schema: SCHEMA_VERSION,
        disposition: release.disposition(),
        banner: release.banner(),
        reader: release.reader().to_string(),
        as_of: release.as_of().to_string(),
        made_on: release.made_before().map(|day| day.to_string()),
        style: release.style().names(),
        opened: opened(release.declassified(), super::opened::overall),
        instruction: super::opened::instruction(release),
        portions: Portions(release.portions()),
    }
}

impl<T: fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Serialize for Reasons {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Basis::as_str))
    }
}

impl Serialize for Portions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut ids = Ids::default();
        let mut marks = Marks::default();
        let mut portions = serializer.serialize_seq(Some(self.0.len()))?;
        for released in self.0 {
            portions.serialize_element(&portion(released, ids.next(released), &mut marks))?;
        }
        portions.end()
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

fn portion<'p, 'r: 'p>(portion: &'r Released<'_>, id: Id, marks: &'p mut Marks<'r>) -> Portion<'p> {
    let disclosed = portion.disclosed();
    Portion {
        id: Shown(id),
        kind: portion.kind(),
        field: portion.field_name(),
        number: portion.number().map(Shown),
        content: match portion.content() {
            Content::Text { label, text } => Verdict::Release {
                marking: marks
                    .of(label)
                    .trim_start_matches('(')
                    .trim_end_matches(')'),
                opened: opened(disclosed.declassified(), |it| {
                    it.was().map(ToString::to_string)
                }),
                text,
            },
            Content::Withheld(bases) => Verdict::Withhold {
                basis: Reasons(*bases),
                exemption: disclosed.authority().map(Shown),
                amount: disclosed.amount().map(Shown),
                mark: disclosed.mark().map(Shown),
            },
        },
        opens: disclosed.opening().map(Shown),
    }
}
