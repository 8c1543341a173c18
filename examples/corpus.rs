//! Releases every document of a folder, with an index of what became of each and a list of what could not be processed.
//!
//! `cargo run --example corpus -- DIR --output DIR [--clearance C] [--as-of YYYY-MM-DD] [--format F] [--encoding LABEL]`
//!
//! Of the input `name` the output folder gets `name.txt` (or the ending of another format), beside `index.json`,
//! `index.html` and `failures.json`. What a run writes depends on the documents and the arguments alone, not on the
//! number of threads. Whatever in the folder is no file, or cannot be read or written, is a failure: nothing is left out
//! unsaid.
#![allow(clippy::print_stderr, reason = "a program")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use common::{Format, Reading, View};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;
use tearline::policy::Policy;
use tearline::release::{Disposition, Released};

/// Releases every document of a folder.
#[derive(Parser)]
#[command(name = "corpus")]
struct Arguments {
    /// The folder of documents; folders inside it are not entered, and listed as failures.
    folder: PathBuf,
    /// The folder to write to; it is made where it does not exist.
    #[arg(long, value_name = "DIR")]
    output: PathBuf,
    #[command(flatten)]
    view: View,
    /// What to write.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    reading: Reading,
}

/// What became of a folder. It is for the operator: it counts findings, which no release tells of.
#[derive(Serialize)]
struct Index<'i> {
    reader: String,
    as_of: String,
    documents: Vec<&'i Row>,
}

/// What became of a document.
#[derive(Serialize)]
struct Row {
    file: String,
    output: String,
    kind: &'static str,
    disposition: Disposition,
    banner: String,
    released: usize,
    withheld: usize,
    findings: usize,
}

/// What could not be processed, and why.
#[derive(Serialize)]
struct Failure {
    file: String,
    error: String,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    arguments
        .format
        .check::<Arguments>(&arguments.view.clearance);
    common::exit("corpus", run(&arguments))
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let as_of = arguments.view.day.as_of();
    let files = listed(&arguments.folder, &arguments.output)?;
    fs::create_dir_all(&arguments.output)
        .map_err(|error| format!("{}: {error}", arguments.output.display()))?;

    let bar = progress(files.len());
    // Each thread holds one document; of the others only their rows are kept, in the order of the names.
    let results: Vec<Result<Row, Failure>> = files
        .par_iter()
        .map(|file| {
            let name = file.file_name().unwrap_or_default();
            let result = match name.to_str() {
                Some(name) => release(arguments, file, name, as_of),
                // Two such names may look the same.
                None => Err("its name is not UTF-8".to_owned()),
            };
            bar.inc(1);
            result.map_err(|error| {
                let prefix = format!("{}: ", file.display());
                let error = error.strip_prefix(&prefix).unwrap_or(&error).to_owned();
                let file = name.to_string_lossy().into_owned();
                Failure { file, error }
            })
        })
        .collect();
    bar.finish_and_clear();

    let rows: Vec<&Row> = results.iter().filter_map(|row| row.as_ref().ok()).collect();
    let failures: Vec<&Failure> = results
        .iter()
        .filter_map(|row| row.as_ref().err())
        .collect();
    let index = Index {
        reader: arguments.view.clearance.to_string(),
        as_of: as_of.to_string(),
        documents: rows,
    };
    write(&arguments.output, "index.json", &json(&index)?)?;
    write(&arguments.output, "index.html", &page(&index, &failures))?;
    write(&arguments.output, "failures.json", &json(&failures)?)?;
    if failures.is_empty() {
        return common::write(None, summary(&index).as_bytes());
    }
    for failure in &failures {
        eprintln!("{}: {}", failure.file, failure.error);
    }
    let others = if failures.len() < files.len() {
        "; the others were"
    } else {
        ""
    };
    Err(format!(
        "{} of {} could not be processed{others}",
        failures.len(),
        files.len()
    ))
}

/// Everything in the folder but the output folder, by name.
fn listed(folder: &Path, output: &Path) -> Result<Vec<PathBuf>, String> {
    let named = |error| format!("{}: {error}", folder.display());
    let output = output.canonicalize().ok();
    if output.is_some() && output == folder.canonicalize().ok() {
        return Err(format!(
            "{}: the output folder is the folder of documents",
            folder.display()
        ));
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(named)? {
        let path = entry.map_err(named)?.path();
        if output.is_none() || path.canonicalize().ok() != output {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn progress(files: usize) -> ProgressBar {
    // It draws on a terminal only.
    let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{bar:40} {pos}/{len} documents, {elapsed}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Reads, releases, checks and writes one document.
fn release(arguments: &Arguments, file: &Path, name: &str, as_of: Date) -> Result<Row, String> {
    let output = format!("{name}.{}", arguments.format.extension());
    if ["index.json", "index.html", "failures.json"].contains(&output.as_str()) {
        return Err(format!("its release would take the place of {output}"));
    }
    let target = arguments.output.join(&output);
    let row = rendered(arguments, file, as_of).and_then(|(row, bytes)| {
        common::write(Some(&target), &bytes)?;
        Ok(Row {
            file: name.to_owned(),
            output,
            ..row
        })
    });
    if row.is_err() {
        // A release of an earlier run must not pass for one of this run; most likely there is none.
        let _ = fs::remove_file(&target);
    }
    row
}

fn rendered(arguments: &Arguments, file: &Path, as_of: Date) -> Result<(Row, Vec<u8>), String> {
    let kind = fs::metadata(file).map_err(|error| error.to_string())?;
    if !kind.is_file() {
        return Err("not a file".to_owned());
    }
    let source = arguments.reading.read(file)?;
    let document = tearline::parse(&source);
    let assessment = Policy::default().assess(&document);
    let release = assessment.release(&arguments.view.clearance, as_of);
    let bytes = arguments
        .format
        .render(&assessment, &release, &arguments.view.clearance)?;
    let released = release
        .portions()
        .iter()
        .filter(|portion| Released::is_released(portion));
    let released = released.count();
    let row = Row {
        file: String::new(),
        output: String::new(),
        kind: document.kind().as_str(),
        disposition: release.disposition(),
        banner: release.banner(),
        released,
        withheld: release.portions().len() - released,
        findings: assessment.findings().len(),
    };
    Ok((row, bytes))
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    common::write(Some(&folder.join(name)), text.as_bytes())
}

fn json(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(value)
        .map(|json| json + "\n")
        .map_err(|error| error.to_string())
}

const fn words(disposition: Disposition) -> &'static str {
    match disposition {
        Disposition::InFull => "released in full",
        Disposition::InPart => "released in part",
        Disposition::Withheld => "withheld in full",
    }
}

fn summary(index: &Index<'_>) -> String {
    let count = |disposition| {
        let rows = index.documents.iter();
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
    let count = index.documents.len();
    let s = if count == 1 { "" } else { "s" };
    format!("{count} document{s}: {}\n", parts.join(", "))
}

/// The index as a page: a row a document, and what could not be processed below.
fn page(index: &Index<'_>, failures: &[&Failure]) -> String {
    let title = format!("Releases for {} as of {}", index.reader, index.as_of);
    let mut rows = String::new();
    for row in &index.documents {
        rows += &format!(
            "<tr><td><a href=\"{}\">{}</a></td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            escaped(&address(&row.output)),
            escaped(&row.file),
            row.kind,
            words(row.disposition),
            escaped(&row.banner),
            row.released,
            row.withheld,
            row.findings,
        );
    }
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
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>body{{font:1rem/1.5 sans-serif;margin:2rem}}td,th{{padding:.2rem .8rem;text-align:left}}\
         tr:nth-child(even){{background:#8882}}:root{{color-scheme:light dark}}</style>\n</head>\n<body>\n\
         <h1>{title}</h1>\n<p>{summary}</p>\n<table>\n<thead><tr><th>Document</th><th>Kind</th><th>Disposition</th>\
         <th>Banner</th><th>Released</th><th>Withheld</th><th>Findings</th></tr></thead>\n<tbody>\n{rows}</tbody>\n\
         </table>\n{failed}</body>\n</html>\n",
        title = escaped(&title),
        summary = escaped(summary(index).trim_end()),
    )
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

/// A file's name as a relative address.
fn address(name: &str) -> String {
    name.bytes().fold("./".to_owned(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            out.push(char::from(byte));
        } else {
            out += &format!("%{byte:02X}");
        }
        out
    })
}
