//! What became of a folder. It is for the operator: it counts findings and names levels, which no release tells of.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;
use tearline::Finding;
use tearline::document::Document;
use tearline::marking::Reader;
use tearline::release::Disposition;
use tearline::render::Format;

use crate::finish::Failure;

pub(super) const JSON: &str = "index.json";
pub(super) const PAGE: &str = "index.html";
pub(super) const FAILURES: &str = "failures.json";

/// What became of a folder.
#[derive(Serialize)]
pub(super) struct Index {
    reader: String,
    as_of: String,
    format: &'static str,
    pub(super) documents: Vec<Row>,
}

/// What became of a document.
#[derive(Serialize)]
pub(super) struct Row {
    pub(super) file: String,
    pub(super) output: String,
    pub(super) kind: &'static str,
    /// The date of the document, where it is known.
    pub(super) date: Option<String>,
    /// The subject, where it is released.
    pub(super) subject: Option<String>,
    /// What the level lines say.
    pub(super) level: Option<&'static str>,
    pub(super) disposition: Disposition,
    pub(super) banner: String,
    pub(super) released: usize,
    pub(super) withheld: usize,
    /// The next day on which something opens or falls for the reader.
    pub(super) opens_next: Option<String>,
    pub(super) findings: usize,
    pub(super) findings_by_code: BTreeMap<&'static str, usize>,
}

/// What could not be processed, and why.
#[derive(Serialize)]
pub(super) struct Failed {
    pub(super) file: String,
    pub(super) error: String,
}

impl Index {
    pub(super) fn new(reader: &Reader, as_of: Date, format: Format) -> Self {
        Self {
            reader: reader.to_string(),
            as_of: as_of.to_string(),
            format: format.as_str(),
            documents: Vec::new(),
        }
    }

    /// Whether a folder holds what a run for the same reader, day and format wrote.
    pub(super) fn is_of_the_run_in(&self, folder: &Path) -> bool {
        let Ok(text) = fs::read_to_string(folder.join(JSON)) else {
            return false;
        };
        let Ok(there) = serde_json::from_str::<serde_json::Value>(&text) else {
            return false;
        };
        let is = |key: &str, value: &str| there.get(key).and_then(|it| it.as_str()) == Some(value);
        is("reader", &self.reader) && is("as_of", &self.as_of) && is("format", self.format)
    }

    pub(super) fn json(&self) -> Result<String, Failure> {
        pretty(self)
    }

    /// How many documents were released how.
    pub(super) fn summary(&self) -> String {
        let count = |disposition| {
            let rows = self.documents.iter();
            rows.filter(|row| row.disposition == disposition).count()
        };
        let parts: Vec<String> = [
            Disposition::InFull,
            Disposition::InPart,
            Disposition::Withheld,
        ]
        .into_iter()
        .map(|disposition| format!("{} {}", count(disposition), words(disposition)))
        .collect();
        let count = self.documents.len();
        let s = if count == 1 { "" } else { "s" };
        format!("{count} document{s}: {}\n", parts.join(", "))
    }

    /// The index as a page: a row a document, and what could not be processed below.
    pub(super) fn page(&self, failures: &[Failed]) -> String {
        let whom = match self.reader.as_str() {
            "U" => "the public",
            "all" => "the originator",
            reader => reader,
        };
        let title = format!("Releases for {whom} as of {}", self.as_of);
        let rows: String = self.documents.iter().map(row).collect();
        let mut failed = String::new();
        if !failures.is_empty() {
            failed += "<h2>Not processed</h2>\n<ul>\n";
            for failure in failures {
                failed += &format!(
                    "<li>{}: {}</li>\n",
                    escaped(&failure.file),
                    escaped(&failure.error)
                );
            }
            failed += "</ul>\n";
        }
        let heads: String = [
            "Document",
            "Date",
            "Subject",
            "Kind",
            "Level",
            "Released",
            "Portions withheld",
            "Opens next",
            "Findings",
        ]
        .map(|head| format!("<th scope=\"col\">{head}</th>"))
        .concat();
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
             <style>\n{STYLE}</style>\n</head>\n<body>\n\
             <h1>{title}</h1>\n<p>{summary}</p>\n<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n\
             </table>\n{failed}</body>\n</html>\n",
            title = escaped(&title),
            summary = escaped(self.summary().trim_end()),
        )
    }
}

const STYLE: &str = include_str!("index.css");

/// The failures as JSON.
pub(super) fn failures(failures: &[Failed]) -> Result<String, Failure> {
    pretty(&failures)
}

/// What the level lines of a document say together.
pub(super) fn level(document: &Document<'_>) -> Option<&'static str> {
    let lines = document.header().levels().iter();
    let level = lines.map(|line| line.label().level()).max();
    level.map(tearline::marking::Level::banner)
}

/// How often each code was found.
pub(super) fn by_code(findings: &[Finding]) -> BTreeMap<&'static str, usize> {
    findings.iter().fold(BTreeMap::new(), |mut codes, finding| {
        *codes.entry(finding.code()).or_default() += 1;
        codes
    })
}

/// A text in one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn row(row: &Row) -> String {
    let codes: Vec<String> = row
        .findings_by_code
        .iter()
        .map(|(code, count)| match count {
            1 => escaped(code),
            count => format!("{} ({count})", escaped(code)),
        })
        .collect();
    let decision = format!(
        "{}<br><small>{}</small>",
        words(row.disposition),
        escaped(&row.banner)
    );
    let withheld = match (row.withheld, row.released + row.withheld) {
        (0, _) => "none".to_owned(),
        (withheld, all) => format!("{withheld} of {all}"),
    };
    let cells = [
        escaped(row.date.as_deref().unwrap_or_default()),
        escaped(row.subject.as_deref().unwrap_or_default()),
        row.kind.to_owned(),
        row.level.unwrap_or_default().to_owned(),
        decision,
        withheld,
        row.opens_next.clone().unwrap_or_default(),
        codes.join("<br>"),
    ];
    let cells: String = cells
        .iter()
        .map(|cell| format!("<td>{cell}</td>"))
        .collect();
    format!(
        "<tr><th scope=\"row\"><a href=\"{}\">{}</a></th>{cells}</tr>\n",
        escaped(&address(&row.output)),
        escaped(&row.file)
    )
}

const fn words(disposition: Disposition) -> &'static str {
    match disposition {
        Disposition::InFull => "released in full",
        Disposition::InPart => "released in part",
        Disposition::Withheld => "withheld in full",
    }
}

fn pretty(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(value)
        .map(|json| json + "\n")
        .map_err(|error| Failure::Input(error.to_string()))
}

fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
        out
    })
}

/// A path as a relative address.
fn address(name: &str) -> String {
    name.bytes().fold("./".to_owned(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'/') {
            out.push(char::from(byte));
        } else {
            out += &format!("%{byte:02X}");
        }
        out
    })
}
