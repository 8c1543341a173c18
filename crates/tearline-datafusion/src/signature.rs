//! What a function takes, and which types become what.

use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::{Result, plan_err};
use datafusion::logical_expr::{Signature, TypeSignature, Volatility};
use tearline::document::{Known, KnownError};

/// One argument of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Parameter {
    /// The text of a document.
    Text,
    Reader,
    AsOf,
    Format,
    Key,
    /// What a catalogue knows.
    Known,
    Mark,
    /// A sketch of a paragraph.
    Sketch,
}

impl Parameter {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Reader => "reader",
            Self::AsOf => "as_of",
            Self::Format => "format",
            Self::Key => "key",
            Self::Known => "known",
            Self::Mark => "mark",
            Self::Sketch => "sketch",
        }
    }

    pub(crate) const fn description(self) -> &'static str {
        match self {
            Self::Text => "The text of a document: text, or bytes that are UTF-8.",
            Self::Reader => {
                "For whom: U, SBU, C, S, TS, all, or keys such as 'clearance=S citizen=USA'."
            }
            Self::AsOf => "The day: a date, or text such as '2010-01-01'.",
            Self::Format => "text (unless given), markdown, html or json.",
            Self::Key => {
                "A secret of at least 16 characters. Sketches with different keys have nothing in common."
            }
            Self::Known => {
                "What a catalogue knows, a struct: {level: classification, origin: written, instruction: decl}; also caption, listed, kind, declassified. A null is no fact."
            }
            Self::Mark => "A portion mark, with or without parentheses.",
            Self::Sketch => "A sketch, as tearline_sketches has it.",
        }
    }

    /// The type that stands for it in a list of functions.
    fn example(self) -> DataType {
        match self {
            Self::Text | Self::Reader | Self::Format | Self::Key | Self::Mark => DataType::Utf8View,
            Self::AsOf => DataType::Date32,
            Self::Known => DataType::Struct(Fields::from(vec![
                Field::new("level", DataType::Utf8View, true),
                Field::new("origin", DataType::Date32, true),
                Field::new("instruction", DataType::Utf8View, true),
            ])),
            Self::Sketch => DataType::Binary,
        }
    }

    /// What a type becomes before the function sees it; none where it is not taken.
    fn taken(self, given: &DataType) -> Option<DataType> {
        use DataType::{
            Binary, BinaryView, Date32, Date64, Dictionary, FixedSizeBinary, LargeBinary,
            LargeUtf8, Null, Struct, Utf8, Utf8View,
        };
        if let Dictionary(_, values) = given {
            return self.taken(values);
        }
        Some(match (self, given) {
            (Self::Sketch, Binary | LargeBinary | BinaryView | FixedSizeBinary(_) | Null) => Binary,
            (Self::Text, Binary | LargeBinary | BinaryView) => BinaryView,
            (Self::AsOf, Date32 | Date64 | Null) => Date32,
            (Self::Known, Struct(_) | Null) => given.clone(),
            (Self::Known | Self::Sketch, _) => return None,
            (_, Utf8 | LargeUtf8 | Utf8View | Null) => Utf8View,
            _ => return None,
        })
    }
}

/// What stands where in a call of a function that takes `required` and then some of `optional`, in their order.
pub(crate) fn roles(
    function: &str,
    required: &[Parameter],
    optional: &[Parameter],
    given: &[DataType],
) -> Result<Vec<(Parameter, DataType)>> {
    let mut roles = Vec::with_capacity(given.len());
    let mut left = optional.iter();
    for (index, given) in given.iter().enumerate() {
        let role = match required.get(index) {
            Some(parameter) => parameter.taken(given).map(|taken| (*parameter, taken)),
            // A format is a text and what is known a struct: whichever is left out, the other one is known by its type.
            None => left.find_map(|parameter| Some((*parameter, parameter.taken(given)?))),
        };
        let Some(role) = role else {
            let syntax = syntax(function, required, optional);
            return plan_err!("argument {} cannot be {given}: {syntax}", index + 1);
        };
        roles.push(role);
    }
    if roles.len() < required.len() {
        let syntax = syntax(function, required, optional);
        return plan_err!("too few arguments: {syntax}");
    }
    Ok(roles)
}

/// The names of the facts are part of the query, so that an unknown one is its error.
pub(crate) fn check_facts(function: &str, known: &DataType) -> Result<()> {
    let DataType::Struct(fields) = known else {
        return Ok(());
    };
    for field in fields {
        if Known::new().state(field.name(), "") == Err(KnownError::Name) {
            return plan_err!("{function}: `{}` is {}", field.name(), KnownError::Name);
        }
        let text = Parameter::Text.taken(field.data_type()) == Some(DataType::Utf8View);
        if !text && field.data_type() != &DataType::Date32 {
            return plan_err!(
                "{function}: the known `{}` is {}; cast it to text or a date",
                field.name(),
                field.data_type()
            );
        }
    }
    Ok(())
}

/// A call as it is written: `tearline_release(text, reader, as_of [, format] [, known])`.
pub(crate) fn syntax(function: &str, required: &[Parameter], optional: &[Parameter]) -> String {
    let names: Vec<&str> = required.iter().map(|it| it.name()).collect();
    let optional: String = optional
        .iter()
        .map(|it| format!(" [, {}]", it.name()))
        .collect();
    format!("{function}({}{optional})", names.join(", "))
}

/// The signature: what is given decides what it becomes, and the shortest and the longest call are listed with their types.
pub(crate) fn signature(required: &[Parameter], optional: &[Parameter]) -> Signature {
    let all = || required.iter().chain(optional);
    let exact = |parameters: Vec<&Parameter>| {
        TypeSignature::Exact(parameters.into_iter().map(|it| it.example()).collect())
    };
    let mut signatures = vec![TypeSignature::UserDefined, exact(required.iter().collect())];
    if !optional.is_empty() {
        signatures.push(exact(all().collect()));
    }
    Signature {
        parameter_names: distinct(all().map(|it| it.name().to_owned()).collect()),
        ..Signature::one_of(signatures, Volatility::Immutable)
    }
}

/// Names by which arguments may be given; none where two bear the same.
fn distinct(names: Vec<String>) -> Option<Vec<String>> {
    let twice = |name: &String| names.iter().filter(|it| *it == name).count() > 1;
    (!names.iter().any(twice)).then_some(names)
}
