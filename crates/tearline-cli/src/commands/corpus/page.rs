//! The index for people: pages made from the lines of the index, a row a document.

use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader};
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::index::{Counts, Failed, Row};
use super::target;
use crate::markup::escaped;
use crate::readers::whom;

/// So many documents stand on a page.
const ROWS: u64 = 2000;
const STYLE: &str = include_str!("index.css");

/// What a run was, for whoever finds what it wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub(super) struct Run {
    pub(super) reader: String,
    pub(super) as_of: String,
    pub(super) format: String,
    pub(super) tells: String,
}

/// The pages of an index, one after the other. Beside a stream `stem` stands before their names; without one they stand in the
/// tree, and point to the releases.
pub(super) fn write(
    run: &Run,
    counts: &Counts,
    folder: &Path,
    stem: Option<&str>,
    files: [&Path; 2],
) -> io::Result<Vec<String>> {
    let [index, failures] = files;
    let pages = counts.made().div_ceil(ROWS).max(1);
    let mut rows = lines::<Row>(index)?;
    let mut names = Vec::new();
    for number in 1..=pages {
        let mut body = String::new();
        for read in rows
            .by_ref()
            .take(usize::try_from(ROWS).unwrap_or(usize::MAX))
        {
            body += &row(&read?, stem.is_none());
        }
        let ways = ways(number, pages, stem.unwrap_or_default());
        let failed = if number == 1 {
            failed(counts, failures)?
        } else {
            String::new()
        };
        let name = page_name(number);
        fs::write(folder.join(&name), page(run, counts, &ways, &body, &failed))?;
        names.push(name);
    }
    Ok(names)
}

/// The values of a file of JSON lines.
pub(in crate::commands) fn lines<T: DeserializeOwned>(
    file: &Path,
) -> io::Result<impl Iterator<Item = io::Result<T>> + use<T>> {
    let lines = BufReader::new(File::open(file)?).lines();
    Ok(lines.map(|line| serde_json::from_str(&line?).map_err(io::Error::from)))
}

fn page_name(number: u64) -> String {
    target::page(usize::try_from(number).unwrap_or(usize::MAX))
}

fn page(run: &Run, counts: &Counts, ways: &str, rows: &str, failed: &str) -> String {
    let whom = whom(&run.reader);
    let title = format!("Releases for {whom} as of {}", run.as_of);
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
         <h1>{title}</h1>\n<p>{summary}</p>\n{ways}<div class=\"wide\"><table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n\
         </table></div>\n{ways}{failed}</body>\n</html>\n",
        title = escaped(&title),
        summary = escaped(counts.summary().trim_end()),
    )
}

/// The way to the other pages.
fn ways(number: u64, pages: u64, stem: &str) -> String {
    if pages == 1 {
        return String::new();
    }
    let link = |to: u64, words: &str| {
        let address = escaped(&address(&format!("{stem}{}", page_name(to))));
        if (1..=pages).contains(&to) && to != number {
            format!("<a href=\"{address}\">{words}</a>")
        } else {
            format!("<span>{words}</span>")
        }
    };
    format!(
        "<nav aria-label=\"Pages\">{} {} page {number} of {pages} {} {}</nav>\n",
        link(1, "first"),
        link(number - 1, "previous"),
        link(number + 1, "next"),
        link(pages, "last"),
    )
}

fn failed(counts: &Counts, failures: &Path) -> io::Result<String> {
    if counts.failed == 0 {
        return Ok(String::new());
    }
    let mut out = "<h2>Not processed</h2>\n<ul>\n".to_owned();
    for failure in lines::<Failed>(failures)?.take(usize::try_from(ROWS).unwrap_or(usize::MAX)) {
        let Failed { path, error } = failure?;
        out += &format!("<li>{}: {}</li>\n", escaped(&path), escaped(&error));
    }
    out += "</ul>\n";
    if let Some(more) = counts.failed.checked_sub(ROWS).filter(|more| *more > 0) {
        out += &format!("<p>and {more} more, in {}</p>\n", target::FAILURES);
    }
    Ok(out)
}

fn row(row: &Row, points: bool) -> String {
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
        row.disposition.words(),
        escaped(&row.banner)
    );
    let withheld = match (row.withheld, row.released + row.withheld) {
        (0, _) => "none".to_owned(),
        (withheld, all) => format!("{withheld} of {all}"),
    };
    let cells = [
        escaped(row.date.as_deref().unwrap_or_default()),
        escaped(row.subject.as_deref().unwrap_or_default()),
        escaped(&row.kind),
        escaped(row.level.as_deref().unwrap_or_default()),
        decision,
        withheld,
        escaped(row.opens_next.as_deref().unwrap_or_default()),
        codes.join("<br>"),
    ];
    let cells: String = cells
        .iter()
        .map(|cell| format!("<td>{cell}</td>"))
        .collect();
    let name = escaped(&row.path);
    let name = match &row.output {
        Some(output) if points => format!("<a href=\"{}\">{name}</a>", escaped(&address(output))),
        Some(_) | None => name,
    };
    format!("<tr><th scope=\"row\">{name}</th>{cells}</tr>\n")
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
