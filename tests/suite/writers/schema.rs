//! The contract of the JSON format, written down a second time, and checked on what the writer writes.

use schemars::{JsonSchema, generate::SchemaSettings};
use tearline::render::RELEASE_SCHEMA;

use super::{BUNDLED, release, styles};
use crate::support::{corpus, root};

/// A release: what a reader may see of a document on a day.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(deny_unknown_fields)]
struct Release {
    /// The version of this schema.
    schema: u32,
    disposition: Disposition,
    /// The roll-up of the released portions, as a banner line.
    banner: String,
    /// For whom it was made: a rung (`U`, `SBU`, `C`, `S`, `TS`, `all`) or a list of keys.
    reader: String,
    /// The day for which it was made.
    #[schemars(regex(pattern = r"^-?\d{4,6}-\d{2}-\d{2}$"))]
    as_of: String,
    /// The day on which it was made; absent unless the day for which it was made had not come then.
    #[schemars(regex(pattern = r"^-?\d{4,6}-\d{2}-\d{2}$"))]
    made_on: Option<String>,
    /// What it discloses of what it withholds beside place and basis; absent where nothing.
    style: Option<Vec<Style>>,
    /// The highest level that a line of the document states, where it is declassified: `CONFIDENTIAL`.
    was: Option<String>,
    /// That the document is declassified: absent unless everything that was classified in it is released.
    declassified: Option<Declassified>,
    /// In the instruction style: how the classification of the document ends.
    instruction: Option<String>,
    /// The portions, in the order of the document.
    portions: Vec<Portion>,
}

/// Who or what declassified, and when (32 CFR 2001.25); empty where the lines that say so are withheld.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
struct Declassified {
    /// The first day on which it was unclassified.
    #[schemars(regex(pattern = r"^-?\d{4,6}-\d{2}-\d{2}$"))]
    on: Option<String>,
    /// The authority, or the document's instruction with its rule.
    by: Option<String>,
}

/// How much of the document it holds. A tear line that holds anything always says in part.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[serde(rename_all = "kebab-case")]
enum Disposition {
    ReleasedInFull,
    ReleasedInPart,
    WithheldInFull,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[serde(rename_all = "kebab-case")]
enum Style {
    Exemption,
    Amount,
    Mark,
    Calendar,
    Instruction,
    TearLine,
}

/// A unit of verdict.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
struct Portion {
    /// What to cite it by, within this release: `paragraph-4.a`, `heading-2`.
    id: String,
    kind: Kind,
    /// The header field, where it is one and is released.
    field: Option<Field>,
    /// Its number, where it has one: `4`, `4.a`. Telegrams repeat numbers.
    number: Option<String>,
    #[serde(flatten)]
    content: Verdict,
    /// In the calendar style: `always`, a day, `review` with a day, `never`.
    opens: Option<String>,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[serde(rename_all = "lowercase")]
enum Kind {
    Header,
    Subject,
    Heading,
    Paragraph,
    Subparagraph,
    Block,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[serde(rename_all = "kebab-case")]
enum Field {
    DateTimeGroup,
    From,
    To,
    Info,
    Reference,
    Caption,
    Passing,
    Order,
    Instruction,
    Classifier,
    Tags,
    Ref,
    Transmission,
    Unknown,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[serde(tag = "verdict", rename_all = "lowercase")]
enum Verdict {
    Release {
        /// The mark as it stands on that day: `U`, `SBU`, `C`, `S//NF`.
        marking: String,
        /// The mark of its own that is no longer valid: `C`, `S//NF`; absent where it states none.
        was: Option<String>,
        /// That it was classified and is no more; absent where it never was.
        declassified: Option<Declassified>,
        /// Number, field label, mark and furniture left out.
        text: String,
        /// The places in the text where words are withheld, in its order; absent where there are none.
        excised: Option<Vec<Excised>>,
    },
    Withhold {
        /// The coarse reasons; never empty.
        #[schemars(length(min = 1))]
        basis: Vec<Basis>,
        /// In the exemption style: exemption and section.
        exemption: Option<String>,
        /// In the amount style: how much is withheld.
        amount: Option<String>,
        /// In the mark style: the mark it states, `unmarked` or `mark unreadable`.
        mark: Option<String>,
    },
}

/// A place in a text where words are withheld; nothing tells how many.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
struct Excised {
    /// Where it begins in the text, in characters.
    at: u64,
    /// What stands there: `[excised: controlled]`, `[excised: B6]`.
    shown: String,
    /// The coarse reasons; never empty.
    #[schemars(length(min = 1))]
    basis: Vec<Basis>,
    /// In the exemption style: the exemption.
    exemption: Option<String>,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[serde(rename_all = "lowercase")]
enum Basis {
    Classified,
    Sensitive,
    Controlled,
    Unresolved,
}

/// With `UPDATE_SCHEMA` set, writes the file anew.
#[test]
fn the_published_schema_is_the_contract() {
    let schema = SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<Release>();
    let schema = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        let file = root().join("src/render/release.schema.json");
        std::fs::write(file, &schema).unwrap();
    }
    assert!(
        schema == RELEASE_SCHEMA,
        "run the test with UPDATE_SCHEMA=1"
    );
}

#[test]
fn whatever_is_written_keeps_the_schema() {
    let schema = serde_json::from_str(RELEASE_SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut sources = vec![BUNDLED.to_owned(), String::new()];
    for folder in ["seed", "cable", "memo"].into_iter().filter_map(corpus) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                sources.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    for source in sources {
        let document = tearline::parse(&source);
        for reader in ["U", "C", "all"] {
            for (style, _) in styles() {
                let json = release(&document, reader, style).to_json();
                let json: serde_json::Value = serde_json::from_str(&json).unwrap();
                assert!(validator.is_valid(&json), "{style:?} for {reader}");
            }
        }
    }
}

#[test]
fn the_schema_refuses_what_is_not_a_release() {
    let schema = serde_json::from_str(RELEASE_SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for wrong in [
        r#"{}"#,
        r#"{"disposition":"released","banner":"U","as_of":"2010-01-01","portions":[]}"#,
        r#"{"disposition":"released-in-part","banner":"U","as_of":"2010-01-01","portions":[{"kind":"paragraph","verdict":"withhold","basis":[]}]}"#,
        r#"{"disposition":"released-in-part","banner":"U","as_of":"2010-01-01","portions":[{"kind":"paragraph","verdict":"withhold"}]}"#,
    ] {
        let value: serde_json::Value = serde_json::from_str(wrong).unwrap();
        assert!(!validator.is_valid(&value), "{wrong}");
    }
}
