//! Makes a FOIA package: every document as it would be released to the public, and an index of what is withheld.
//!
//! `cargo run --example foia -- DIR|FILE… --output DIR [--case NUMBER] [--first N] [--as-of YYYY-MM-DD]
//! [--sbu-exemption CODE] [--encoding LABEL]`
//!
//! A package is whole or not there at all: whatever is named and cannot be processed ends the run.
#![allow(clippy::print_stderr, reason = "a program")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use common::{Day, Reading};
use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::{Detail, Exemption, Exemptions, Style};
use tearline::render::{Case, Entry, Package, Row, index_html, index_json};

/// Makes a FOIA package: every document as it would be released to the public, and an index of what is withheld.
#[derive(Parser)]
#[command(name = "foia")]
struct Arguments {
    /// Documents, and folders of them; folders inside a folder are not entered.
    #[arg(required = true, value_name = "DIR|FILE")]
    inputs: Vec<PathBuf>,
    /// The folder to write; it must not be there yet.
    #[arg(long, value_name = "DIR")]
    output: PathBuf,
    /// The number of the case.
    #[arg(long, default_value = "unassigned", value_name = "NUMBER")]
    case: String,
    /// The number of the first document; the others follow.
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u64).range(..=99_999_999))]
    first: u64,
    #[command(flatten)]
    day: Day,
    /// The exemption for what is sensitive but not classified: b2 … b9, b7c. Without one such documents stay drafts.
    #[arg(long, value_name = "CODE")]
    sbu_exemption: Option<Exemption>,
    #[command(flatten)]
    reading: Reading,
}

fn main() -> ExitCode {
    common::exit("foia", run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let output = &arguments.output;
    let empty = fs::read_dir(output).is_ok_and(|mut entries| entries.next().is_none());
    if output.exists() && !empty {
        return Err(format!(
            "{}: is there already, and not empty",
            output.display()
        ));
    }
    // The folder appears only when it is whole.
    let part = common::beside(output);
    fs::create_dir(&part).map_err(|error| format!("{}: {error}", output.display()))?;
    let made = package(arguments, &part).and_then(|made| {
        fs::rename(&part, output).map_err(|error| format!("{}: {error}", output.display()))?;
        Ok(made)
    });
    match made {
        Ok(made) => common::write(None, made.as_bytes()),
        Err(error) => {
            // Best effort: what stays behind is not under the name that was asked for.
            let _ = fs::remove_dir_all(&part);
            Err(error)
        }
    }
}

/// Writes the package, and gives a line for each document.
fn package(arguments: &Arguments, folder: &Path) -> Result<String, String> {
    let as_of = arguments.day.as_of();
    let reader = Reader::public();
    let mut exemptions = Exemptions::default();
    if let Some(exemption) = arguments.sbu_exemption {
        exemptions = exemptions.with_sensitive(exemption);
    }
    let style = Style::Places(Detail::default().with_exemptions(exemptions));
    let mut entries = Vec::new();
    let mut made = String::new();
    for (file, number) in files(&arguments.inputs)?.iter().zip(arguments.first..) {
        let name = common::shown(file);
        let source = arguments.reading.read(file)?;
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        let release = assessment.release_in(&reader, as_of, style);
        let case = Case::new(&arguments.case, &format!("C{number:08}"), as_of);
        let package = Package::new(&release, &case);
        for finding in document.findings() {
            eprintln!("{name}: {finding}");
        }
        for rule in release.undecided() {
            eprintln!(
                "{name}: {}[{}]: {} ({})",
                rule.severity, rule.code, rule.message, rule.citation
            );
        }
        made += &format!("{}  {}  {name}\n", case.document(), package.head());
        let (page, entry) = (package.to_html(), package.entry());
        for text in [&page, &index_json(std::slice::from_ref(&entry))] {
            common::guard(&assessment, &reader, as_of, text)
                .map_err(|error| format!("{name}: {error}"))?;
        }
        let write = |extension: &str, bytes: &[u8]| {
            let file = folder.join(case.document()).with_extension(extension);
            common::write(Some(&file), bytes)
        };
        write("html", page.as_bytes())?;
        #[cfg(feature = "pdf")]
        write(
            "pdf",
            &package
                .to_pdf()
                .map_err(|error| format!("{name}: {error}"))?,
        )?;
        entries.push(entry);
    }
    let write = |name: &str, bytes: &[u8]| common::write(Some(&folder.join(name)), bytes);
    write("index.csv", &table(&entries)?)?;
    write("index.json", index_json(&entries).as_bytes())?;
    write("index.html", index_html(&entries).as_bytes())?;
    Ok(made)
}

/// Every file that is named or lies in a folder that is named, in order.
fn files(inputs: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for input in inputs {
        if !input.is_dir() {
            files.push(input.clone());
            continue;
        }
        let failed = |error| format!("{}: {error}", input.display());
        let mut inside = Vec::new();
        for entry in fs::read_dir(input).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if !path.is_file() {
                return Err(format!("{}: not a file", path.display()));
            }
            inside.push(path);
        }
        inside.sort();
        files.extend(inside);
    }
    if files.is_empty() {
        return Err("there is no document in what was named".to_owned());
    }
    Ok(files)
}

fn table(entries: &[Entry]) -> Result<Vec<u8>, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(Row::COLUMNS)
        .map_err(|error| error.to_string())?;
    for row in entries.iter().flat_map(Entry::rows) {
        writer
            .write_record(row.cells().map(inert))
            .map_err(|error| error.to_string())?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}

/// A cell that no spreadsheet takes for a formula.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
