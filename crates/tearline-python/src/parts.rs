//! Documents that are made of parts.

use pyo3::prelude::*;
use pyo3::types::PyString;
use serde::{Deserialize, Serialize};
use tearline::document::{Document, DocumentKind, Field, Known, Number, Part};

use crate::convert::{Day, of_text};
use crate::known::{Words, vocabulary};
use crate::{errors, known};

/// A document as it was given in parts; it holds their texts, as a source does.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Given {
    kind: String,
    #[serde(default)]
    origin: Option<String>,
    #[serde(default)]
    levels: Vec<String>,
    #[serde(default)]
    captions: Vec<String>,
    #[serde(default)]
    instructions: Vec<String>,
    parts: Vec<GivenPart>,
    pub(crate) known: Known,
    pub(crate) words: Words,
}

/// A part, as the data class `Part` has it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenPart {
    kind: String,
    text: String,
    name: Option<String>,
    mark: Option<String>,
    of: Option<u32>,
    continues: bool,
}

/// The attributes of a data class `Part`. The text is taken apart from them, because an error of Python's would hold it.
#[derive(FromPyObject)]
struct Attributes<'py> {
    kind: String,
    text: Bound<'py, PyString>,
    name: Option<String>,
    mark: Option<Bound<'py, PyString>>,
    of: Option<u32>,
    continues: bool,
}

impl Given {
    pub(crate) fn new(
        kind: &str,
        parts: &Bound<'_, PyAny>,
        known: Known,
        words: Words,
    ) -> PyResult<Self> {
        let parts = parts.try_iter()?.map(|part| part_of(&part?));
        Ok(Self {
            kind: kind.to_owned(),
            origin: None,
            levels: Vec::new(),
            captions: Vec::new(),
            instructions: Vec::new(),
            parts: parts.collect::<PyResult<_>>()?,
            known,
            words,
        })
    }

    /// The lines above the parts. Each is a text or a list of them.
    pub(crate) fn with_head(
        mut self,
        level: Option<Lines>,
        caption: Option<Lines>,
        instruction: Option<Lines>,
        origin: Option<Day>,
    ) -> Self {
        self.levels = level.map(|lines| lines.0).unwrap_or_default();
        self.captions = caption.map(|lines| lines.0).unwrap_or_default();
        self.instructions = instruction.map(|lines| lines.0).unwrap_or_default();
        self.origin = origin.map(|day| day.0.to_string());
        self
    }

    pub(crate) fn build(&self) -> PyResult<Document<'static>> {
        let mut builder = Document::builder(kind(&self.kind)?)
            .known(&self.known)
            .vocabulary(vocabulary(&self.words)?);
        if let Some(day) = &self.origin {
            builder = builder.origin(day.parse().map_err(|_| errors::day())?);
        }
        builder = self
            .levels
            .iter()
            .fold(builder, tearline::document::DocumentBuilder::level);
        builder = self
            .captions
            .iter()
            .fold(builder, tearline::document::DocumentBuilder::caption);
        builder = self
            .instructions
            .iter()
            .fold(builder, tearline::document::DocumentBuilder::instruction);
        for part in &self.parts {
            builder = builder.part(part.part()?);
        }
        Ok(builder.build())
    }
}

/// One line or several.
pub(crate) struct Lines(Vec<String>);

impl<'py> FromPyObject<'_, 'py> for Lines {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(line) = given.cast::<PyString>() {
            return Ok(Self(vec![of_text(&line)?.into_owned()]));
        }
        let lines = given.try_iter()?.map(|line| {
            let line = line?;
            Ok(of_text(line.cast::<PyString>()?)?.into_owned())
        });
        lines.collect::<PyResult<_>>().map(Self)
    }
}

fn part_of(given: &Bound<'_, PyAny>) -> PyResult<GivenPart> {
    let given: Attributes<'_> = given.extract().map_err(|_| no_part())?;
    let mark = given.mark.as_ref().map(of_text).transpose()?;
    Ok(GivenPart {
        kind: given.kind,
        text: of_text(&given.text)?.into_owned(),
        name: given.name,
        mark: mark.map(std::borrow::Cow::into_owned),
        of: given.of,
        continues: given.continues,
    })
}

impl GivenPart {
    fn part(&self) -> PyResult<Part> {
        let (name, text) = (self.name.as_deref(), self.text.as_str());
        let part = match (self.kind.as_str(), name) {
            ("field", Some(name)) => Part::field(field(name)?, text),
            ("subject", None) => Part::subject(text),
            ("paragraph", Some(name)) => {
                let number = name.parse();
                Part::paragraph(number.map_err(|_| no_number())?, text)
            }
            ("item", Some(name)) => {
                let number: Result<Number, _> = serde_json::from_value(name.into());
                let item = number.ok().filter(|number| number.of_paragraph().is_none());
                Part::item(item.and_then(Number::of_item).ok_or_else(no_number)?, text)
            }
            ("block", None) => Part::block(text),
            _ => return Err(no_part()),
        };
        let part = match &self.mark {
            Some(mark) => part.marked(mark),
            None => part,
        };
        let part = match self.of {
            Some(paragraph) => part.of(paragraph),
            None => part,
        };
        Ok(if self.continues {
            part.continues()
        } else {
            part
        })
    }
}

fn no_part() -> PyErr {
    errors::choice("no part of a document; make it with `Part.field`, `Part.subject`, `Part.paragraph`, `Part.item` or `Part.block`".to_owned())
}

fn no_number() -> PyErr {
    errors::choice(
        "no number of a part; a paragraph has one from 0 to 4294967295, an item `a`, `3`, `iv` or `-`"
            .to_owned(),
    )
}

/// The field of that name.
fn field(name: &str) -> PyResult<Field> {
    let field: Option<Field> = serde_json::from_value(name.into()).ok();
    field.ok_or_else(|| {
        errors::choice("no header field; known are `from`, `to`, `info`, `reference`, `tags`, `ref`, `order`, `date-time-group` and others of `Field::name`".to_owned())
    })
}

/// The kind of document of that name.
fn kind(name: &str) -> PyResult<DocumentKind> {
    let known = known::facts(None)?.state("kind", name);
    let kinds = [
        DocumentKind::Cable,
        DocumentKind::Memorandum,
        DocumentKind::Release,
    ];
    known.map_err(|error| errors::known("kind", error))?;
    kinds
        .into_iter()
        .find(|kind| kind.as_str() == name.trim())
        .ok_or_else(|| errors::known("kind", tearline::document::KnownError::Kind))
}
