//! The published schemas of what persons write, as types, and what holds a schema to its type.

use std::collections::BTreeMap;

use schemars::{JsonSchema, generate::SchemaSettings};

use crate::support::root;

/// With `UPDATE_SCHEMA` set, writes the file anew.
pub(crate) fn publishes<T: JsonSchema>(file: &str, published: &str) {
    let settings = SchemaSettings::draft2020_12();
    let schema = settings.into_generator().into_root_schema_for::<T>();
    let schema = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(root().join("src").join(file), &schema).unwrap();
    }
    assert!(
        schema == published,
        "{file}: run the test with UPDATE_SCHEMA=1"
    );
}

pub(crate) fn validator(schema: &str) -> jsonschema::Validator {
    jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap()
}

/// The decisions on a document, in the order in which they were made.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Decisions", transparent)]
pub(crate) struct DecisionsShape(Vec<DecisionShape>);

/// What a person decides of one portion, or of words in it.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Decision", deny_unknown_fields)]
struct DecisionShape {
    /// The portion: its kind, and its number or field; `#2` for the second of that name.
    #[schemars(regex(
        pattern = r"^\s*([Hh]eader|[Ss]ubject|[Hh]eading|[Pp]aragraph|[Ss]ubparagraph|[Bb]lock)( [^ #]+)?( ?#[0-9]+)?\s*$"
    ))]
    target: String,
    /// The words in the portion that are withheld; absent where it is the whole portion.
    words: Option<QuoteShape>,
    /// What is decided: `release`, `withhold`, `withhold B6`, `mark C//NF`, `exemption B5`, `no mark`,
    /// `declassified 2012-03-01`.
    #[schemars(regex(
        pattern = r"^(release|withhold( .+)?|mark .+|exemption .+|no mark|declassified -?\d{4,6}-\d{2}-\d{2})$"
    ))]
    action: String,
    /// Who decided.
    by: String,
    /// When.
    #[schemars(regex(pattern = r"^-?\d{4,6}-\d{2}-\d{2}$"))]
    on: String,
    /// By which authority: what protects less needs one.
    authority: Option<String>,
    /// For the record alone.
    note: Option<String>,
    #[serde(flatten)]
    grounds: GroundsShape,
}

/// Why something is withheld.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Grounds")]
pub(crate) struct GroundsShape {
    /// Of what is withheld as classified: the category, `1.4(d)`; several as `1.4(b), 1.4(d)`.
    #[schemars(regex(pattern = r"^1\.[45]\([A-Ha-h]\)(, 1\.[45]\([A-Ha-h]\))*$"))]
    letter: Option<String>,
    /// Why more than one category holds.
    why_several: Option<String>,
    /// Of exemption B3 the statute, of B5 the privilege.
    statute: Option<String>,
    /// What is withheld, as far as it can be said.
    description: Option<String>,
    /// The harm that the release would foreseeably do.
    harm: Option<String>,
    /// Why no part of it can be released by itself.
    segregability: Option<String>,
}

/// Words of a portion, as a `TextQuoteSelector` of the W3C has them. They stand in it exactly once.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Quote", deny_unknown_fields)]
struct QuoteShape {
    /// The words.
    exact: String,
    /// What stands right before them.
    #[serde(default)]
    prefix: String,
    /// What stands right behind them.
    #[serde(default)]
    suffix: String,
}

/// The review of one document, as a file beside it holds it.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Review", deny_unknown_fields)]
pub(crate) struct ReviewShape {
    /// The version of this schema: 1.
    version: u32,
    /// The digest of the bytes of the document: `sha256:` and hexadecimal digits.
    source: String,
    /// What is said of the whole document.
    #[serde(default)]
    document: Option<DocumentShape>,
    /// What was decided and proposed, in its order.
    #[serde(default)]
    decision: Vec<EntryShape>,
}

/// What is said of the whole document.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Document", deny_unknown_fields)]
struct DocumentShape {
    /// Who answers for the review.
    reviewer: Option<String>,
    /// The exemption of whatever is withheld under a label and has none of its own: `SBU`, `LOU`.
    #[serde(default)]
    exemptions: BTreeMap<String, String>,
    /// That an authority has declassified the document.
    declassified: Option<DeclassifiedShape>,
    /// Who confirmed that, where a second person has to.
    confirmed_by: Option<String>,
    /// When.
    #[schemars(regex(pattern = r"^\s*-?\d{4,6}-\d{2}-\d{2}\s*$"))]
    confirmed_on: Option<String>,
    /// Of whatever is withheld and has none of its own.
    #[serde(flatten)]
    grounds: GroundsShape,
}

/// That an authority has declassified the document.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Declassified", deny_unknown_fields)]
struct DeclassifiedShape {
    /// The day.
    #[schemars(regex(pattern = r"^\s*-?\d{4,6}-\d{2}-\d{2}\s*$"))]
    on: String,
    /// The authority.
    authority: String,
}

/// What a person decides of one portion, or of words in it, and how far that has come.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Entry", deny_unknown_fields)]
struct EntryShape {
    #[serde(flatten)]
    decision: DecisionShape,
    /// `decided` where it is absent. Only what is decided or confirmed is carried out.
    #[serde(default)]
    state: StateShape,
    /// Who confirmed it: another person than `by`.
    confirmed_by: Option<String>,
    /// When.
    #[schemars(regex(pattern = r"^\s*-?\d{4,6}-\d{2}-\d{2}\s*$"))]
    confirmed_on: Option<String>,
    /// Which pattern, list or person proposed it.
    proposed_by: Option<String>,
}

#[derive(Default, JsonSchema, serde::Serialize)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "State")]
#[serde(rename_all = "lowercase")]
enum StateShape {
    Proposed,
    #[default]
    Decided,
    Confirmed,
    Refused,
}

/// What a portion is.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Kind")]
#[serde(rename_all = "lowercase")]
pub(crate) enum KindShape {
    Header,
    Subject,
    Heading,
    Paragraph,
    Subparagraph,
    Block,
}

/// A coarse reason.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Basis")]
#[serde(rename_all = "lowercase")]
pub(crate) enum BasisShape {
    Classified,
    Sensitive,
    Controlled,
    Unresolved,
}
