//! The contract of a kept release, as types.

use schemars::JsonSchema;

use crate::schema::{BasisShape, GroundsShape, KindShape};

/// A release as a program keeps it, to be shown in any format.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "KeptRelease", deny_unknown_fields)]
pub(super) struct ReleaseShape {
    /// For whom it was made: a rung (`U`, `SBU`, `C`, `S`, `TS`, `all`) or a list of keys.
    reader: String,
    /// The day for which it was made.
    as_of: Day,
    /// The day on which it was made, where that is known.
    made_on: Option<Day>,
    style: StyleShape,
    /// The roll-up of the released portions, as a portion mark or a banner line.
    banner: String,
    disposition: DispositionShape,
    /// What the document is and how it is classified: in the exemption style.
    origin: Option<OriginShape>,
    /// The day on which the document was written: in the calendar style.
    written: Option<Day>,
    /// That the document is declassified.
    declassified: Option<DeclassifiedShape>,
    /// How the classification of the document ends: in the instruction style.
    instruction: Option<OutcomeShape>,
    /// What a reviewer has to decide: `exemption-undecided`, `several-reasons`, `no-reason`.
    #[serde(default)]
    undecided: Vec<String>,
    /// The portions, in the order of the document.
    portions: Vec<PortionShape>,
}

/// A day: `2010-03-31`.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(transparent)]
struct Day(#[schemars(regex(pattern = r"^-?\d{4,6}-\d{2}-\d{2}$"))] String);

/// What it discloses of what it withholds.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Style")]
#[serde(rename_all = "kebab-case")]
enum StyleShape {
    /// A place for whatever is withheld.
    Places(DetailShape),
    /// Nothing at all.
    TearLine,
}

/// What is told of a place.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Detail", deny_unknown_fields)]
struct DetailShape {
    #[serde(default)]
    mark: bool,
    #[serde(default)]
    amount: bool,
    #[serde(default)]
    calendar: bool,
    exemptions: Option<ExemptionsShape>,
    /// What is said of what was classified and is no more; `released` where it is absent.
    #[serde(default)]
    declassification: ToldShape,
}

/// The exemptions that it shows.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Exemptions", deny_unknown_fields)]
struct ExemptionsShape {
    /// That of what is sensitive and not classified: `B5`.
    sensitive: Option<String>,
}

/// What is said of what was classified and is no more.
#[derive(Default, JsonSchema, serde::Serialize)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Told")]
#[serde(rename_all = "lowercase")]
enum ToldShape {
    #[default]
    Released,
    Instruction,
    Nothing,
}

/// How much of the document it holds.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Disposition")]
#[serde(rename_all = "kebab-case")]
enum DispositionShape {
    ReleasedInFull,
    ReleasedInPart,
    WithheldInFull,
}

/// What a document is and how it is classified.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Origin", deny_unknown_fields)]
struct OriginShape {
    kind: DocumentKindShape,
    /// The highest level that a line of it states: `C`.
    level: Option<String>,
    sensitive: Option<SensitivityShape>,
    written: Option<Day>,
}

/// How the document was read.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "DocumentKind")]
#[serde(rename_all = "lowercase")]
enum DocumentKindShape {
    Telegram,
    Memorandum,
    Release,
}

/// What is sensitive and not classified, as its level lines say it.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Sensitivity")]
#[serde(rename_all = "kebab-case")]
enum SensitivityShape {
    LimitedOfficialUse,
    SensitiveButUnclassified,
    ForOfficialUseOnly,
}

/// That something was classified and is no more.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Declassified", deny_unknown_fields)]
struct DeclassifiedShape {
    /// The mark that is no longer valid.
    was: Option<String>,
    /// Absent where the lines that say so are withheld.
    how: Option<DeclassificationShape>,
}

/// By whom or what, and when (32 CFR 2001.25).
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Declassification", deny_unknown_fields)]
struct DeclassificationShape {
    on: Day,
    by: DeclassifiedByShape,
}

/// By whom or what.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "DeclassifiedBy")]
#[serde(rename_all = "lowercase")]
enum DeclassifiedByShape {
    /// The document's own instruction: the code of its rule.
    Instruction(String),
    /// A person or an office.
    Authority(String),
}

/// How a classification ends; the basis is the code of its rule.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Outcome")]
#[serde(rename_all = "kebab-case")]
enum OutcomeShape {
    Declassified { on: Day, basis: String },
    DueForReview { on: Day, basis: String },
    Held { basis: String },
}

/// A unit of verdict.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Portion")]
#[serde(untagged)]
enum PortionShape {
    Released(ReleasedShape),
    Withheld(WithheldShape),
}

/// A portion that is released.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Released", deny_unknown_fields)]
struct ReleasedShape {
    kind: KindShape,
    /// The header field, where it is one: `date-time-group`.
    field: Option<String>,
    /// Its number, where it has one: `4`, `4.a`.
    number: Option<String>,
    /// The mark as it stands on that day: `U`, `SBU`, `C`, `S//NF`.
    marking: String,
    /// Number, field label, mark and furniture left out.
    text: String,
    /// The places in the text where words are withheld, in its order.
    #[serde(default)]
    excised: Vec<WordsShape>,
    disclosed: Option<DisclosedShape>,
}

/// A portion that is withheld: nothing else of it hangs on its content.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Withheld", deny_unknown_fields)]
struct WithheldShape {
    kind: KindShape,
    number: Option<String>,
    /// The coarse reasons; never empty.
    #[schemars(length(min = 1))]
    basis: Vec<BasisShape>,
    disclosed: Option<DisclosedShape>,
}

/// A place in a text where words are withheld.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Words", deny_unknown_fields)]
struct WordsShape {
    place: SpanShape,
    authority: Option<AuthorityShape>,
    grounds: Option<GroundsShape>,
}

/// A place in a text, in bytes.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Span", deny_unknown_fields)]
struct SpanShape {
    start: u64,
    end: u64,
}

/// Under what something is withheld.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Authority", deny_unknown_fields)]
struct AuthorityShape {
    /// Whether (b)(1) holds.
    classified: bool,
    /// The categories of (b)(1), `1.4(d)`; several as `1.4(b), 1.4(d)`.
    reasons: Option<String>,
    /// The other exemptions: `B5`, `B7(C)`.
    chosen: Vec<String>,
    /// Whether it rests on a sensitivity that the document states.
    sensitive: bool,
    /// Whether a part of it is withheld under no exemption.
    undecided: bool,
    /// Whether a person named the categories.
    #[serde(default)]
    named: bool,
    /// Whether an exemption is for something else than the mark says.
    #[serde(default)]
    amiss: bool,
}

/// What the style discloses of a portion beside place and reason.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Disclosed", deny_unknown_fields)]
struct DisclosedShape {
    mark: Option<MarkShape>,
    authority: Option<AuthorityShape>,
    grounds: Option<GroundsShape>,
    amount: Option<AmountShape>,
    opening: Option<OpeningShape>,
    declassified: Option<DeclassifiedShape>,
}

/// The mark that it states.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Mark")]
#[serde(rename_all = "lowercase")]
enum MarkShape {
    Stated(String),
    Unmarked,
    Unreadable,
    Unknown,
}

/// How much it holds.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Amount")]
#[serde(rename_all = "kebab-case")]
enum AmountShape {
    Paragraphs { paragraphs: u64, lines: u64 },
    Lines(u64),
    LessThan(u64),
    Unknown,
}

/// When it opens.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Opening")]
#[serde(rename_all = "lowercase")]
enum OpeningShape {
    Always,
    On(Day),
    Review(Day),
    Never,
}
