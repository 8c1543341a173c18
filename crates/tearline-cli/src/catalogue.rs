//! A catalogue: a table that says what is known of each document of a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use tearline::document::{Declassified, Known, KnownError};
use thiserror::Error;

use crate::finish::Failure;

/// The columns that are read, each under its own name unless another one is mapped.
const COLUMNS: [&str; 10] = [
    FILE,
    "level",
    "origin",
    "instruction",
    "caption",
    "listed",
    "kind",
    "declassified",
    BY,
    ON,
];

const FILE: &str = "file";
const BY: &str = "declassified-by";
const ON: &str = "declassified-on";

/// Which table says what is known.
#[derive(Args, Default)]
pub(crate) struct Table {
    /// A table (CSV) that says what is known of each document: `file` is its path from the folder, `level`, `origin`,
    /// `instruction`, `caption`, `listed`, `kind`, `declassified-by` and `declassified-on` are facts. A document without a row is a
    /// failure.
    #[arg(long, value_name = "FILE")]
    catalogue: Option<PathBuf>,
    /// The name of a column where the table calls it otherwise: `level=Classification`. May be repeated.
    #[arg(long, value_name = "FACT=COLUMN", requires = "catalogue", value_parser = mapped)]
    column: Vec<(String, String)>,
}

/// What a table says of each document, by its path; of a row that cannot be read, why.
pub(crate) struct Catalogue(BTreeMap<String, Result<Known, RowError>>);

/// Why nothing is known of a document by a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum RowError {
    /// Its row cannot be read.
    #[error("line {line} of the catalogue: {error}")]
    Fact {
        /// Where the row stands.
        line: u64,
        /// What is wrong in it.
        error: KnownError,
    },
    /// It has none.
    #[error("the catalogue has no row for it")]
    Missing,
}

/// Why a column cannot be found.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
enum ColumnError {
    #[error("it has no column `{0}`")]
    Missing(String),
    #[error("it has more than one column `{0}`")]
    Several(String),
}

/// Why a column cannot be mapped.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
enum MappedError {
    #[error("name a fact and a column: `level=Classification`")]
    Shape,
    #[error("no such fact; there are {}", COLUMNS.join(", "))]
    Fact,
}

fn mapped(text: &str) -> Result<(String, String), MappedError> {
    let (fact, column) = text.split_once('=').ok_or(MappedError::Shape)?;
    if COLUMNS.contains(&fact) {
        Ok((fact.to_owned(), column.to_owned()))
    } else {
        Err(MappedError::Fact)
    }
}

impl Table {
    /// What it says, where one is named.
    ///
    /// # Errors
    ///
    /// Where it cannot be read to its end, or has not the columns that are named.
    pub(crate) fn read(&self) -> Result<Option<Catalogue>, Failure> {
        let Some(file) = &self.catalogue else {
            return Ok(None);
        };
        let failed =
            |error: &dyn std::fmt::Display| Failure::Input(format!("{}: {error}", file.display()));
        let text = fs::read_to_string(file).map_err(|error| failed(&error))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let head = reader.headers().map_err(|error| failed(&place(&error)))?;
        let columns = self.columns(head).map_err(|error| failed(&error))?;
        let mut rows: BTreeMap<String, Result<Known, RowError>> = BTreeMap::new();
        for record in reader.records() {
            let record = record.map_err(|error| failed(&place(&error)))?;
            let line = record.position().map_or(0, csv::Position::line);
            let cell = |at: usize| record.get(at).unwrap_or_default();
            let mut name = "";
            let mut facts: Vec<(&str, &str)> = Vec::new();
            for (fact, at) in &columns {
                match *fact {
                    FILE => name = cell(*at).trim(),
                    fact => facts.push((fact, cell(*at))),
                }
            }
            let name = name.strip_prefix("./").unwrap_or(name).replace('\\', "/");
            let known = known(&facts).map_err(|error| RowError::Fact { line, error });
            // Rows of one document all count.
            let all = match (rows.remove(&name), known) {
                (Some(Ok(before)), Ok(known)) => Ok(before.and(known)),
                (None, known) => known,
                (Some(Err(error)), _) | (Some(Ok(_)), Err(error)) => Err(error),
            };
            rows.insert(name, all);
        }
        Ok(Some(Catalogue(rows)))
    }

    /// What it was when it was looked at: another number means another table, or other columns.
    ///
    /// # Errors
    ///
    /// Where it cannot be read.
    pub(crate) fn fingerprint(&self) -> Result<Option<u64>, Failure> {
        let Some(file) = &self.catalogue else {
            return Ok(None);
        };
        let text = fs::read(file)
            .map_err(|error| Failure::Input(format!("{}: {error}", file.display())))?;
        Ok(Some(crate::source::hash((text, &self.column))))
    }

    /// Where each column stands. A column twice may say two things.
    fn columns(&self, head: &csv::StringRecord) -> Result<Vec<(&'static str, usize)>, ColumnError> {
        let mut columns = Vec::new();
        for fact in COLUMNS {
            let names: Vec<&str> = self
                .column
                .iter()
                .filter(|(mapped, _)| mapped == fact)
                .map(|(_, column)| column.as_str())
                .collect();
            for name in if names.is_empty() {
                vec![fact]
            } else {
                names.clone()
            } {
                let mut found = head.iter().enumerate();
                let found = found.by_ref().filter(|(_, column)| {
                    let column = column.trim();
                    column == name || (names.is_empty() && column.eq_ignore_ascii_case(name))
                });
                let found: Vec<usize> = found.map(|(at, _)| at).collect();
                match found.as_slice() {
                    [at] => columns.push((fact, *at)),
                    [] if names.is_empty() && fact != FILE => {}
                    [] => return Err(ColumnError::Missing(name.to_owned())),
                    _ => return Err(ColumnError::Several(name.to_owned())),
                }
            }
        }
        Ok(columns)
    }
}

impl Catalogue {
    /// What it says of a document, by its path from the folder.
    pub(crate) fn known(&self, within: &Path) -> Result<Known, RowError> {
        let name = within.to_str().unwrap_or_default().replace('\\', "/");
        match self.0.get(&name) {
            Some(known) => known.clone(),
            None => Err(RowError::Missing),
        }
    }
}

/// The facts of a row.
fn known(facts: &[(&str, &str)]) -> Result<Known, KnownError> {
    let mut known = Known::new();
    let (mut by, mut on) = ("", "");
    for (fact, text) in facts {
        match *fact {
            BY => by = text.trim(),
            ON => on = text.trim(),
            fact => known = known.state(fact, text)?,
        }
    }
    if by.is_empty() && on.is_empty() {
        return Ok(known);
    }
    let day = crate::options::date(on).map_err(|_| KnownError::Day)?;
    Ok(known.declassified(Declassified::new(by, day)?))
}

/// Where a table is damaged, without what stands there.
fn place(error: &csv::Error) -> String {
    match error.position() {
        Some(at) => format!("line {}: this is no row of the table", at.line()),
        None => "this is no table in UTF-8".to_owned(),
    }
}
