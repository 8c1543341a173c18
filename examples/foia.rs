//! Makes a FOIA package: every document as it would be released to the public, and an index of what is withheld.
//!
//! `cargo run --example foia -- DIR|FILE… --output DIR [--case NUMBER] [--as-of YYYY-MM-DD] [--sbu-exemption CODE]`

#![allow(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a program says on standard error what is wrong, and on standard output what it made"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use encoding_rs::UTF_8;
use jiff::civil::Date;
use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::{Detail, Exemption, Exemptions, Style};
use tearline::render::{Case, Entry, Package, Row, index_html, index_json};

/// Makes a FOIA package: every document as it would be released to the public, and an index of what is withheld.
#[derive(Parser)]
#[command(name = "foia")]
struct Arguments {
    /// Documents in UTF-8, and folders of them.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// The folder to write; it must not be there yet.
    #[arg(long, value_name = "DIR")]
    output: PathBuf,
    /// The number of the case.
    #[arg(long, default_value = "unassigned", value_name = "NUMBER")]
    case: String,
    /// The number of the first document; the others follow.
    #[arg(long, default_value_t = 1, value_name = "N")]
    first: u32,
    /// The day of the release, YYYY-MM-DD; today where none is given.
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// The exemption for what is sensitive but not classified: b2 … b9, b7c. Without one such documents stay drafts.
    #[arg(long, value_name = "CODE")]
    sbu_exemption: Option<Exemption>,
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
    let mut part = output.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let written = fs::create_dir(&part)
        .map_err(|error| format!("{}: {error}", part.display()))
        .and_then(|()| package(arguments, &part))
        .and_then(|()| {
            fs::rename(&part, output).map_err(|error| format!("{}: {error}", output.display()))
        });
    if written.is_err() {
        // Best effort: what cannot be removed was most likely never written.
        let _ = fs::remove_dir_all(&part);
    }
    written
}

fn package(arguments: &Arguments, folder: &Path) -> Result<(), String> {
    let as_of = arguments.as_of.unwrap_or_else(common::today);
    let reader = Reader::public();
    let mut exemptions = Exemptions::default();
    if let Some(exemption) = arguments.sbu_exemption {
        exemptions = exemptions.with_sensitive(exemption);
    }
    let style = Style::Places(Detail::default().with_exemptions(exemptions));
    let mut entries = Vec::new();
    for (file, number) in files(&arguments.inputs)?.iter().zip(arguments.first..) {
        let source = common::read(file, UTF_8)?;
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        let release = assessment.release_in(&reader, as_of, style);
        let case = Case::new(&arguments.case, &format!("C{number:08}"), as_of);
        let package = Package::new(&release, &case);
        for finding in document.findings() {
            eprintln!("{}: {finding}", file.display());
        }
        for rule in release.undecided() {
            eprintln!(
                "{}: {}[{}]: {} ({})",
                file.display(),
                rule.severity,
                rule.code,
                rule.message,
                rule.citation
            );
        }
        println!(
            "{}  {}  {}",
            case.document(),
            package.head(),
            file.display()
        );
        let (page, entry) = (package.to_html(), package.entry());
        for text in [&page, &index_json(std::slice::from_ref(&entry))] {
            common::guard(&assessment, &reader, as_of, text)
                .map_err(|error| format!("{}: {error}", file.display()))?;
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
                .map_err(|error| format!("{}: {error}", file.display()))?,
        )?;
        entries.push(entry);
    }
    let write = |name: &str, bytes: &[u8]| common::write(Some(&folder.join(name)), bytes);
    write("index.csv", &table(&entries)?)?;
    write("index.json", index_json(&entries).as_bytes())?;
    write("index.html", index_html(&entries).as_bytes())
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
            if path.is_file() {
                inside.push(path);
            }
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
