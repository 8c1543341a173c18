//! The arguments of one call: columns and constants, read row by row. What is constant is read once.

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, BinaryArray, BinaryViewArray, Date32Array, StringViewArray,
    StructArray, make_array,
};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{DataFusionError, Result, ScalarValue, exec_datafusion_err};
use datafusion::logical_expr::ColumnarValue;
use jiff::civil::Date;
use tearline::document::Known;
use tearline::marking::{Reader, ReaderError};
use tearline::render::Format;

use crate::days;
use crate::refused::Refused;
use crate::signature::Parameter;

/// The arguments of one call.
pub(crate) struct Arguments {
    function: &'static str,
    rows: usize,
    text: Option<Text>,
    reader: Memo<StringViewArray, Reader>,
    as_of: Memo<Date32Array, Date>,
    format: Memo<StringViewArray, Format>,
    key: Memo<StringViewArray, String>,
    known: Vec<(String, Column<StringViewArray>)>,
    marks: Option<Column<StringViewArray>>,
    sketches: Vec<Column<BinaryArray>>,
}

/// What is asked of one document.
pub(crate) struct Row<'r> {
    pub(crate) source: Result<&'r str, Refused>,
    pub(crate) reader: Option<&'r Reader>,
    pub(crate) as_of: Option<Date>,
    pub(crate) format: Format,
    pub(crate) key: Option<&'r str>,
    pub(crate) known: Known,
}

impl Arguments {
    pub(crate) fn new(
        function: &'static str,
        rows: usize,
        arguments: Vec<(Parameter, ColumnarValue)>,
    ) -> Result<Self> {
        let mut read = Self {
            function,
            rows,
            text: None,
            reader: Memo::none(),
            as_of: Memo::none(),
            format: Memo::none(),
            key: Memo::none(),
            known: Vec::new(),
            marks: None,
            sketches: Vec::new(),
        };
        for (parameter, value) in arguments {
            let constant = matches!(value, ColumnarValue::Scalar(_));
            let array = value.into_array(1)?;
            read.take(parameter, &array, constant)?;
        }
        Ok(read)
    }

    fn take(&mut self, parameter: Parameter, array: &ArrayRef, constant: bool) -> Result<()> {
        let texts = || Column::texts(array, constant);
        match parameter {
            Parameter::Text if array.data_type() == &DataType::BinaryView => {
                self.text = Some(Text::Bytes(Column {
                    array: array.as_binary_view().clone(),
                    constant,
                }));
            }
            Parameter::Text => self.text = Some(Text::Texts(texts()?)),
            Parameter::Reader => self.reader = Memo::of(texts()?),
            Parameter::Format => self.format = Memo::of(texts()?),
            Parameter::Key => self.key = Memo::of(texts()?),
            Parameter::Mark => self.marks = Some(texts()?),
            Parameter::AsOf => {
                let array = match array.as_primitive_opt() {
                    Some(days) => days.clone(),
                    None => parsed(self.function, &texts()?.array)?,
                };
                self.as_of = Memo::of(Column { array, constant });
            }
            Parameter::Sketch => self.sketches.push(Column {
                array: array.as_binary::<i32>().clone(),
                constant,
            }),
            Parameter::Known => {
                if let Some(facts) = array.as_struct_opt() {
                    self.known = known(facts, constant)?;
                }
            }
        }
        Ok(())
    }

    pub(crate) const fn rows(&self) -> usize {
        self.rows
    }

    /// What is asked in a row.
    pub(crate) fn row(&mut self, row: usize) -> Result<Row<'_>> {
        let function = self.function;
        let mut source = match &self.text {
            Some(text) => text.at(row),
            None => Err(Refused::NoText),
        };
        let mut known = Known::new();
        for (name, column) in &self.known {
            if let Some(fact) = column.text(row) {
                known = match std::mem::take(&mut known).state(name, fact) {
                    Ok(known) => known,
                    Err(error) => {
                        let name = name.clone();
                        source = Err(Refused::Known { name, error });
                        break;
                    }
                };
            }
        }
        let reader = self.reader.text(row, |text| reader(function, text))?;
        let format = self.format.text(row, |text| format(function, text))?;
        let key = self.key.text(row, |text| key(function, text))?;
        Ok(Row {
            source,
            reader,
            as_of: self.as_of.day(row, function)?,
            format: format.copied().unwrap_or_default(),
            key: key.map(String::as_str),
            known,
        })
    }

    /// The mark of a row, and for whom it is asked.
    pub(crate) fn mark(&mut self, row: usize) -> Result<(Option<&str>, Option<&Reader>)> {
        let function = self.function;
        let mark = self.marks.as_ref().and_then(|marks| marks.text(row));
        Ok((mark, self.reader.text(row, |text| reader(function, text))?))
    }

    /// The sketches of a row.
    pub(crate) fn sketches(&self, row: usize) -> impl Iterator<Item = Option<&[u8]>> {
        self.sketches.iter().map(move |column| {
            let at = column.at(row)?;
            Some(column.array.value(at))
        })
    }
}

/// Refuses constants that cannot be read, before anything runs.
pub(crate) fn check_constant(
    function: &str,
    parameter: Parameter,
    value: &ScalarValue,
) -> Result<()> {
    let Some(Some(text)) = value.try_as_str() else {
        return Ok(());
    };
    match parameter {
        Parameter::Reader => reader(function, text).map(drop),
        Parameter::Format => format(function, text).map(drop),
        Parameter::Key => key(function, text).map(drop),
        Parameter::AsOf => day(function, text).map(drop),
        Parameter::Text | Parameter::Known | Parameter::Mark | Parameter::Sketch => Ok(()),
    }
}

enum Text {
    Texts(Column<StringViewArray>),
    Bytes(Column<BinaryViewArray>),
}

impl Text {
    fn at(&self, row: usize) -> Result<&str, Refused> {
        match self {
            Self::Texts(column) => column.text(row).ok_or(Refused::NoText),
            Self::Bytes(column) => {
                let at = column.at(row).ok_or(Refused::NoText)?;
                std::str::from_utf8(column.array.value(at)).map_err(|_| Refused::Encoding)
            }
        }
    }
}

/// A column, or a constant.
struct Column<A> {
    array: A,
    constant: bool,
}

impl<A: Array> Column<A> {
    /// The place of a row in the array; none where it is null.
    fn at(&self, row: usize) -> Option<usize> {
        let at = if self.constant { 0 } else { row };
        (!self.array.is_null(at)).then_some(at)
    }
}

impl Column<StringViewArray> {
    fn texts(array: &ArrayRef, constant: bool) -> Result<Self> {
        let array = cast(array, &DataType::Utf8View)?.as_string_view().clone();
        Ok(Self { array, constant })
    }

    fn text(&self, row: usize) -> Option<&str> {
        self.at(row).map(|at| self.array.value(at))
    }
}

/// A column of which the last value is kept as it was read: most often it is the same in all rows.
struct Memo<A, T> {
    column: Option<Column<A>>,
    last: Option<(usize, T)>,
}

impl<A, T> Memo<A, T> {
    const fn none() -> Self {
        Self {
            column: None,
            last: None,
        }
    }

    const fn of(column: Column<A>) -> Self {
        Self {
            column: Some(column),
            last: None,
        }
    }
}

impl<T> Memo<StringViewArray, T> {
    fn text(&mut self, row: usize, read: impl FnOnce(&str) -> Result<T>) -> Result<Option<&T>> {
        let Some((column, at)) = self.column.as_ref().and_then(|it| Some((it, it.at(row)?))) else {
            return Ok(None);
        };
        let array = &column.array;
        let same = |last: &(usize, T)| last.0 == at || array.value(last.0) == array.value(at);
        if !self.last.as_ref().is_some_and(same) {
            self.last = Some((at, read(array.value(at))?));
        }
        Ok(self.last.as_ref().map(|(_, read)| read))
    }
}

impl Memo<Date32Array, Date> {
    fn day(&mut self, row: usize, function: &str) -> Result<Option<Date>> {
        let Some((column, at)) = self.column.as_ref().and_then(|it| Some((it, it.at(row)?))) else {
            return Ok(None);
        };
        match days::of(column.array.value(at)) {
            Some(day) => Ok(Some(day)),
            None => Err(exec_datafusion_err!(
                "{function}: the day is beyond the calendar"
            )),
        }
    }
}

/// Days that are written as text.
fn parsed(function: &str, texts: &StringViewArray) -> Result<Date32Array> {
    let days = texts.iter();
    days.map(|text| {
        text.map(|text| day(function, text).map(days::number))
            .transpose()
    })
    .collect()
}

/// The facts of a struct, by name.
fn known(facts: &StructArray, constant: bool) -> Result<Vec<(String, Column<StringViewArray>)>> {
    let names = facts.column_names();
    let columns = names.into_iter().zip(facts.columns());
    columns
        .map(|(name, column)| {
            // Where the struct is null, so are its facts.
            let nulls = NullBuffer::union(facts.nulls(), column.nulls());
            let column = cast(column, &DataType::Utf8View)?;
            let data = column.to_data().into_builder().nulls(nulls).build()?;
            let column = make_array(data);
            Ok((name.to_owned(), Column::texts(&column, constant)?))
        })
        .collect()
}

/// A reader. What was given is not repeated: it may have been the text of a document.
pub(crate) fn reader(function: &str, text: &str) -> Result<Reader> {
    text.parse().map_err(|error| {
        let why = match error {
            ReaderError::Key(_) => {
                "it has an unknown key; the keys are clearance, citizen, access, agency, named, name".to_owned()
            }
            ReaderError::Repeated(_) => "a key stands twice".to_owned(),
            ReaderError::Agency { suggestion, .. } => match suggestion {
                Some(suggestion) => format!("its agency is unknown; did you mean `{suggestion}`?"),
                None => "its agency is unknown".to_owned(),
            },
            ReaderError::Value { .. } => "a key has a value that it does not take".to_owned(),
            _ => "it is U, SBU, C, S, TS, all, or keys such as clearance=S citizen=USA".to_owned(),
        };
        unreadable(function, Parameter::Reader, &why)
    })
}

pub(crate) fn day(function: &str, text: &str) -> Result<Date> {
    text.trim()
        .parse()
        .map_err(|_| unreadable(function, Parameter::AsOf, "write the day as 2010-01-01"))
}

fn format(function: &str, text: &str) -> Result<Format> {
    text.parse().map_err(|_| {
        let names: Vec<&str> = Format::ALL.iter().map(|it| it.as_str()).collect();
        let why = format!("there are {}", names.join(", "));
        unreadable(function, Parameter::Format, &why)
    })
}

fn key(function: &str, text: &str) -> Result<String> {
    if text.chars().count() < 16 {
        let why = "it is a secret of at least 16 characters";
        return Err(unreadable(function, Parameter::Key, why));
    }
    Ok(text.to_owned())
}

fn unreadable(function: &str, parameter: Parameter, why: &str) -> DataFusionError {
    exec_datafusion_err!(
        "{function}: the argument `{}` cannot be read; {why}",
        parameter.name()
    )
}
