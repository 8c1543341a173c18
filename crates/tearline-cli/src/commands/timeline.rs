//! `tearline timeline`: what opens when, as a picture.

use std::path::PathBuf;

use clap::Args;
use tearline::release::{Detail, Style};

use crate::context::Context;
use crate::finish::{self, Ended};
use crate::input::Input;
use crate::options::{Choices, Reading, View};
use crate::output;

/// What `timeline` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The document; `-` is standard input. Without one, what comes through a pipe, else a bundled cable.
    pub(crate) file: Option<PathBuf>,
    /// Where to write the SVG; standard output where none is given.
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
    let source = input.text(context.encoding(&arguments.reading)?)?;
    let document = tearline::parse(&source);
    let assessment = context.policy(&arguments.choices).assess(&document);
    let style = Style::Places(Detail::default().with_calendar());
    let release = assessment.release_in(&reader, as_of, style);
    let picture = release
        .to_timeline()
        .ok_or_else(|| format!("{}: no portion that could be drawn", input.name()))?;
    assessment
        .check(&reader, as_of, &picture)
        .map_err(|error| format!("{}: {error}", input.name()))?;
    output::write(target, picture.as_bytes())?;
    Ok(Ended::Done)
}
