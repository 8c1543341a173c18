//! `tearline verify`: the independent check on finished files of every format.

mod paper;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use tearline::audit;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Portion};
use tearline_files::Format as Kind;

use crate::context::Context;
use crate::finish::{self, Failure};
use crate::input::Input;
use crate::message::{Denies, Message, Reporter};
use crate::options::{Choices, Reading, View};
use crate::output;
use crate::places::Lines;
use crate::rules::WITHHELD_TEXT;

/// What `verify` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The document; `-` is standard input.
    pub(crate) source: PathBuf,
    /// The finished files: text, Markdown, web pages, JSON, SVG, CSV, PDF.
    #[arg(required = true, value_name = "RELEASE")]
    releases: Vec<PathBuf>,
    #[command(flatten)]
    view: View,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choices: Choices,
}

/// What of a file is looked at.
struct Part {
    /// `its text`, `its metadata`.
    name: String,
    text: String,
    /// Whether places in it are places in the file.
    is_file: bool,
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> finish::Result {
    let reader = context.reader(&arguments.view)?;
    let as_of = context.as_of(&arguments.view.day)?;
    let input = Input::named(&arguments.source);
    let paper = input.paper(&context.means(&arguments.reading)?)?;
    let document = paper.document();
    let assessment = paper.assess(&document, &context.policy(&arguments.choices));
    let mut reporter = context.answer(Denies::Errors)?;
    for file in &arguments.releases {
        let found = look(&assessment, &reader, as_of, file, &reporter)?;
        if found.is_empty() && reporter.is_for_people() && !context.general.quiet {
            let clean = format!(
                "{}: nothing that is withheld from {reader} on {as_of}\n",
                file.display()
            );
            output::write(None, clean.as_bytes())?;
        }
        reporter.say(found)?;
    }
    reporter.end()
}

/// What is wrong with a finished file: once for each withheld portion, with places and never with words.
fn look(
    assessment: &Assessment<'_>,
    reader: &Reader,
    as_of: Date,
    file: &Path,
    reporter: &Reporter,
) -> Result<Vec<Message>, Failure> {
    let name = file.display().to_string();
    let mut told: Vec<usize> = Vec::new();
    let mut found: Vec<(usize, Message)> = Vec::new();
    for part in parts(file)? {
        let lines = Lines::of(&part.text);
        for leak in audit::leaks(assessment, reader, as_of, &part.text) {
            if told.contains(&leak.portion()) {
                continue;
            }
            told.push(leak.portion());
            let portion = assessment.portions().get(leak.portion());
            let portion = portion.map_or_else(String::new, Portion::name);
            let detail = format!(
                "{} holds words of {portion}, which is withheld from {reader} on {as_of}",
                part.name
            );
            let message = reporter
                .of_rule(&name, &WITHHELD_TEXT, Some(&detail))
                .of_portion(&portion)
                .denied();
            let place = lines.position(leak.at());
            let message = if part.is_file {
                message.at((place, place))
            } else {
                message
            };
            found.push((leak.portion(), message));
        }
    }
    found.sort_by_key(|(portion, _)| *portion);
    Ok(found.into_iter().map(|(_, message)| message).collect())
}

/// The parts of a file that somebody can read.
fn parts(file: &Path) -> Result<Vec<Part>, Failure> {
    let failed =
        |error: &dyn std::fmt::Display| Failure::Input(format!("{}: {error}", file.display()));
    let bytes = fs::read(file).map_err(|error| failed(&error))?;
    match Kind::of(&bytes) {
        Some(Kind::Pdf) => paper::parts(&bytes).map_err(|error| failed(&error)),
        Some(Kind::Html) | None => {
            let text = String::from_utf8(bytes).map_err(|_| failed(&"it is not UTF-8"))?;
            Ok(vec![Part {
                name: "its text".to_owned(),
                text,
                is_file: true,
            }])
        }
        Some(other) => Err(failed(&format!(
            "this is {other}, which is not looked into; give it as text or PDF"
        ))),
    }
}
