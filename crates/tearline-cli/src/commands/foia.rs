//! `tearline foia`: every document as it would be released to the public, and an index of what is withheld. A package is
//! whole or not there at all: whatever is named and cannot be processed ends the run.

use std::path::{Path, PathBuf};

use clap::Args;
use tearline::marking::Reader;
use tearline::release::{Detail, Exemption, Style};
use tearline::render::{Case, Entry, Package, Row, index_html, index_json};

use crate::context::Context;
use crate::finish::{self, Failure};
use crate::input::Input;
use crate::message::{Denies, Reporter};
use crate::options::{Choices, Day, Reading};
use crate::output;
use crate::places::Lines;
use crate::proposals;
use crate::staged::Staged;
use crate::tree;

/// What `foia` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Documents, and folders of documents including the folders in them.
    #[arg(required = true, value_name = "DIR|FILE")]
    pub(crate) inputs: Vec<PathBuf>,
    /// The folder to write; it must not exist or be empty.
    #[arg(long, value_name = "DIR")]
    output: PathBuf,
    /// The case number; `unassigned` unless the configuration says otherwise.
    #[arg(long, value_name = "NUMBER")]
    case: Option<String>,
    /// The number of the first document; the others count on from it.
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u64).range(..=99_999_999))]
    first: u64,
    /// Withhold whatever is proposed to be withheld: in the review beside the document, by the built-in patterns, and by the
    /// patterns, terms and titles of the configuration.
    #[arg(long)]
    enforce: bool,
    #[command(flatten)]
    day: Day,
    /// The exemption for what is sensitive but unclassified: b2 to b9, b7c. Without one, such documents stay drafts.
    #[arg(long, value_name = "CODE")]
    sbu_exemption: Option<Exemption>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choices: Choices,
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> finish::Result {
    let mut reporter = context.reporter(Denies::Errors)?;
    let staged = Staged::begin(&arguments.output, false)?;
    let made = package(arguments, context, &mut reporter, &staged)?;
    staged.finish()?;
    output::write(None, made.as_bytes())?;
    reporter.end()
}

/// Writes the package, and gives a line for each document.
fn package(
    arguments: &Arguments,
    context: &Context,
    reporter: &mut Reporter,
    staged: &Staged,
) -> Result<String, Failure> {
    let as_of = context.as_of(&arguments.day)?;
    let means = context.means(&arguments.reading)?;
    let reader = Reader::public();
    let exemptions = context.exemptions(arguments.sbu_exemption)?;
    let style = Style::Places(Detail::default().with_exemptions(exemptions));
    let policy = context.policy(&arguments.choices);
    let number = arguments
        .case
        .as_deref()
        .or(context.config.case.number.as_deref())
        .unwrap_or("unassigned");
    let propose = &context.config.propose;
    let proposer = arguments.enforce.then(|| propose.proposer(&context.config));
    let proposer = proposer.transpose()?;
    let mut entries = Vec::new();
    let mut made = String::new();
    for (file, document_number) in files(&arguments.inputs)?.iter().zip(arguments.first..) {
        let input = Input::named(file);
        let name = input.name();
        let failed = |error: String| Failure::Input(format!("{name}: {error}"));
        let paper = input.paper(&means)?;
        let document = paper.document();
        let mut assessment = paper.assess(&document, &policy);
        if let Some(proposer) = &proposer {
            assessment =
                proposals::enforced(&paper, assessment, proposer, &reader, as_of, context.today);
        }
        let release = assessment
            .release_in(&reader, as_of, style)
            .made_on(context.today);
        let case = Case::new(number, &format!("C{document_number:08}"), as_of);
        let package = Package::new(&release, &case);
        let lines = Lines::of(&paper.source);
        reporter.say(context.day_to_come(reporter, &name, as_of))?;
        reporter.say(paper.remarks(&name, &context.denied(Denies::Errors)?))?;
        let found = reporter.findings(&name, &lines, &assessment, std::slice::from_ref(&release));
        reporter.say(found)?;
        let undecided = release.undecided().iter();
        let undecided = undecided.map(|rule| reporter.of_rule(&name, rule, None));
        reporter.say(undecided.collect())?;
        made += &format!("{}  {}  {name}\n", case.document(), package.head());
        let (page, entry) = (package.to_html(), package.entry());
        for text in [&page, &index_json(std::slice::from_ref(&entry))] {
            assessment
                .check(&reader, as_of, text)
                .map_err(|error| failed(error.to_string()))?;
        }
        let pdf = package
            .to_pdf()
            .map_err(|error| failed(error.to_string()))?;
        let target = Path::new(case.document());
        staged.write(&target.with_extension("html"), page.as_bytes())?;
        staged.write(&target.with_extension("pdf"), &pdf)?;
        entries.push(entry);
    }
    let write = |name: &str, bytes: &[u8]| staged.write(Path::new(name), bytes);
    write("index.csv", &table(&entries)?)?;
    write("index.json", index_json(&entries).as_bytes())?;
    write("index.html", index_html(&entries).as_bytes())?;
    Ok(made)
}

/// Every file that is named or lies in a folder that is named, in order.
fn files(inputs: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for input in inputs {
        if input.is_dir() {
            files.extend(
                tree::listed(input, None)?
                    .into_iter()
                    .map(|entry| entry.file),
            );
        } else {
            files.push(input.clone());
        }
    }
    if files.is_empty() {
        return Err(Failure::Input(
            "there is no document in what was named".to_owned(),
        ));
    }
    Ok(files)
}

fn table(entries: &[Entry]) -> Result<Vec<u8>, Failure> {
    let failed = |error: csv::Error| Failure::Input(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(Row::COLUMNS).map_err(failed)?;
    for row in entries.iter().flat_map(Entry::rows) {
        writer
            .write_record(row.cells().map(inert))
            .map_err(failed)?;
    }
    writer
        .into_inner()
        .map_err(|error| Failure::Input(error.to_string()))
}

/// A cell that no spreadsheet takes for a formula.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
