//! `tearline timeline`: what opens when, as a picture.

use std::path::PathBuf;

use clap::Args;
use tearline::release::{Detail, Style};

use crate::context::Context;
use crate::finish;
use crate::input::Input;
use crate::message::Denies;
use crate::options::{Choices, Reading, View};
use crate::output;
use crate::places::Lines;

/// What `timeline` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The document; `-` is standard input. Without one, standard input is read; at a terminal, a bundled cable.
    pub(crate) file: Option<PathBuf>,
    /// Write the SVG to this file, and not to standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    view: View,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choices: Choices,
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> finish::Result {
    let input = Input::of(arguments.file.as_deref());
    let target = arguments.output.as_deref();
    input.spare(target)?;
    let reader = context.reader(&arguments.view)?;
    let as_of = context.as_of(&arguments.view.day)?;
    let mut reporter = context.reporter(Denies::Nothing)?;
    let paper = input.paper(&context.means(&arguments.reading)?)?;
    let document = paper.document();
    let assessment = paper.assess(&document, &context.policy(&arguments.choices));
    let style = Style::Places(Detail::default().with_calendar());
    let release = assessment
        .release_in(&reader, as_of, style)
        .made_on(context.today);
    let name = input.name();
    let picture = release
        .to_timeline()
        .ok_or_else(|| format!("{name}: no portion that could be drawn"))?;
    assessment
        .check(&reader, as_of, &picture)
        .map_err(|error| format!("{name}: {error}"))?;
    reporter.say(context.day_to_come(&reporter, &name, as_of))?;
    let lines = Lines::of(&paper.source);
    let found = reporter.findings(&name, &lines, &assessment, std::slice::from_ref(&release));
    reporter.say(found)?;
    output::write(target, picture.as_bytes())?;
    reporter.end()
}
