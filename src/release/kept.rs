//! A release as a file keeps it. What is read is held to what is true of every release.

use std::borrow::Cow;
use std::fmt;

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::text::lines;
use super::{
    Authority, Content, Declassified, Disclosed, Disposition, ExcisedWords, Grounds, Origin,
    Release, Released, Style,
};
use crate::declass::Outcome;
use crate::document::{Bases, Field, Number};
use crate::marking::{Label, Marking, Reader, roll_up};
use crate::policy::PortionKind;
use crate::{Rule, Span};

/// The JSON Schema (draft 2020-12) of a [`Release`] as a file keeps it. What it allows today stays allowed. More is asked
/// of a release than a schema can say: every text is one that its reader may read, and the banner is the roll-up.
///
/// ```
/// assert!(tearline::release::KEPT_SCHEMA.contains(r#""disposition""#));
/// ```
pub const KEPT_SCHEMA: &str = include_str!("kept.schema.json");

/// A release as a file keeps it: without the findings of the last look, which are places in a source.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept<'r> {
    reader: Reader,
    as_of: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    made_on: Option<Date>,
    style: Style,
    banner: Marking,
    disposition: Disposition,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    origin: Option<Origin>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    written: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    declassified: Option<Declassified>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    instruction: Option<Outcome>,
    /// What a reviewer has to decide, by the codes of the rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    undecided: Vec<Cow<'r, str>>,
    portions: Vec<Row<'r>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row<'r> {
    kind: PortionKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    field: Option<Field>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<Number>,
    /// Of what is released.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    marking: Option<Label>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<Cow<'r, str>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    excised: Vec<Words>,
    /// Of what is withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    basis: Option<Bases>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    disclosed: Option<Disclosed>,
}

/// A place in a text where words are withheld.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    place: Span,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    authority: Option<Authority>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    grounds: Option<Box<Grounds>>,
}

/// Why what a file holds is no release.
enum Wrong {
    /// It is released, and the reader may not read it.
    AboveReader,
    /// It is neither released nor withheld, or both, or for no reason.
    Content,
    /// The text is laid out as no released text is.
    Text,
    /// What stands in the place of withheld words is not what a release puts there.
    Words,
    /// Its banner is not the roll-up of its portions.
    Banner,
    /// It does not hold as much as it says.
    Disposition,
    /// It leaves a rule undecided that is none.
    Undecided,
}

impl Serialize for Release<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kept = Kept {
            reader: self.reader.clone(),
            as_of: self.as_of,
            made_on: self.made_on,
            style: self.style,
            banner: self.banner.clone(),
            disposition: self.disposition,
            origin: self.origin,
            written: self.written,
            declassified: self.declassified.clone(),
            instruction: self.instruction,
            undecided: self.undecided.iter().map(|rule| rule.code.into()).collect(),
            portions: self.portions.iter().map(row).collect(),
        };
        kept.serialize(serializer)
    }
}

fn row<'r>(portion: &'r Released<'_>) -> Row<'r> {
    let (marking, text, basis) = match &portion.content {
        Content::Text { label, text } => (Some(said(label)), Some(Cow::Borrowed(&**text)), None),
        Content::Withheld(bases) => (None, None, Some(*bases)),
    };
    Row {
        kind: portion.kind,
        field: portion.field,
        number: portion.number,
        marking,
        text,
        excised: portion.excised.iter().map(words).collect(),
        basis,
        disclosed: portion.disclosed.as_deref().cloned(),
    }
}

fn words(it: &ExcisedWords) -> Words {
    Words {
        place: Span::new(it.place.start, it.place.end),
        authority: it.authority,
        grounds: it.grounds.clone(),
    }
}

/// The label; where no marks say all of it, that of the mark that it prints, which has the same readers.
fn said(label: &Label) -> Label {
    match label.in_full().parse::<Label>() {
        Ok(again) if again == *label => again,
        Ok(_) | Err(_) => Label::from(&label.marking()),
    }
}

impl<'de> Deserialize<'de> for Release<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kept = Kept::deserialize(deserializer)?;
        let release = read(kept).map_err(D::Error::custom)?;
        check(&release).map_err(D::Error::custom)?;
        Ok(release)
    }
}

fn read(kept: Kept<'_>) -> Result<Release<'static>, Wrong> {
    Ok(Release {
        banner: kept.banner,
        disposition: kept.disposition,
        portions: kept
            .portions
            .into_iter()
            .map(released)
            .collect::<Result<_, _>>()?,
        reader: kept.reader,
        as_of: kept.as_of,
        style: kept.style,
        origin: kept.origin,
        written: kept.written,
        declassified: kept.declassified,
        instruction: kept.instruction,
        undecided: kept
            .undecided
            .iter()
            .map(|code| rule(code))
            .collect::<Result<_, _>>()?,
        findings: Vec::new(),
        made_on: kept.made_on,
    })
}

fn rule(code: &str) -> Result<&'static Rule, Wrong> {
    let mut rules = super::RULES.iter().copied();
    rules.find(|rule| rule.code == code).ok_or(Wrong::Undecided)
}

fn released(row: Row<'_>) -> Result<Released<'static>, Wrong> {
    let content = match (row.marking, row.text, row.basis) {
        (Some(label), Some(text), None) => Content::Text {
            label,
            text: Cow::Owned(text.into_owned()),
        },
        (None, None, Some(bases))
            if !bases.is_empty() && row.field.is_none() && row.excised.is_empty() =>
        {
            Content::Withheld(bases)
        }
        _ => return Err(Wrong::Content),
    };
    Ok(Released {
        kind: row.kind,
        field: row.field,
        number: row.number,
        content,
        excised: row
            .excised
            .into_iter()
            .map(|it| ExcisedWords {
                place: it.place.range(),
                authority: it.authority,
                grounds: it.grounds,
            })
            .collect(),
        disclosed: row.disclosed.map(Box::new),
    })
}

/// Holds what was read to what is true of every release.
fn check(release: &Release<'_>) -> Result<(), Wrong> {
    let mut markings: Vec<Marking> = Vec::new();
    let mut withheld = release.style == Style::TearLine;
    for portion in &release.portions {
        match &portion.content {
            Content::Text { label, text } => {
                if !release.reader.reads(label).is_permit() {
                    return Err(Wrong::AboveReader);
                }
                if lines(std::iter::once(&**text)) != **text {
                    return Err(Wrong::Text);
                }
                let mut at = 0;
                for it in &portion.excised {
                    let shown = text.get(it.place.clone());
                    if it.place.start < at || shown != Some(&*it.to_string()) {
                        return Err(Wrong::Words);
                    }
                    at = it.place.end;
                    withheld = true;
                }
                markings.push(label.marking());
            }
            Content::Withheld(_) => withheld = true,
        }
    }
    // The roll-up follows one rule or the other, by the date of origin.
    let banners = [Date::MIN, Date::MAX].map(|dated| roll_up(&markings, dated));
    if !banners.contains(&release.banner) {
        return Err(Wrong::Banner);
    }
    if Disposition::of(!markings.is_empty(), withheld) != release.disposition {
        return Err(Wrong::Disposition);
    }
    Ok(())
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AboveReader => "a portion of the release is above what its reader may read",
            Self::Content => {
                "a portion of the release has not either `marking` and `text` or `basis`"
            }
            Self::Text => {
                "a text of the release holds a blank line or white space that no release holds"
            }
            Self::Words => {
                "`excised` names a place in a text of the release where no words are withheld"
            }
            Self::Banner => "the banner of the release is not the roll-up of its portions",
            Self::Disposition => "the disposition of the release is not that of its portions",
            Self::Undecided => "`undecided` names no rule of exemptions",
        })
    }
}
