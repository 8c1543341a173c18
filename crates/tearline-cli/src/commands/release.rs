//! `tearline release`: what a reader may see of a document on a day.

use std::path::PathBuf;

use clap::Args;
use tearline::audit::Checked;

use crate::context::Context;
use crate::finish::{self, Failure};
use crate::input::Input;
use crate::message::Denies;
use crate::options::{Choices, Format, Reading, Telling, View};
use crate::output;
use crate::places::Lines;
use crate::proposals::Looked;

/// What `release` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The document; `-` is standard input. Without one, standard input is read; at a terminal, a bundled cable.
    pub(crate) file: Option<PathBuf>,
    /// Write to this file, and not to standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What to write; what the ending of the output says unless given, else text.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The review to carry out, in TOML or JSON, in the place of the one that stands beside the document.
    #[arg(long, value_name = "FILE")]
    review: Option<PathBuf>,
    /// Withhold whatever is proposed to be withheld: in the review beside the document, by the built-in patterns, and by the
    /// patterns, terms and titles of the configuration.
    #[arg(long)]
    enforce: bool,
    #[command(flatten)]
    view: View,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    telling: Telling,
    #[command(flatten)]
    choices: Choices,
}

/// The source itself is for whoever may see all of it.
pub(super) const FOR_THE_ORIGINATOR: &str =
    "the faithful format is for the originator alone; use --clearance all";

pub(super) fn run(arguments: &Arguments, context: &Context) -> finish::Result {
    let input = Input::of(arguments.file.as_deref());
    let target = arguments.output.as_deref();
    input.spare(target)?;
    let format = output::format(arguments.format, target, context.config.format)?;
    let reader = context.reader(&arguments.view)?;
    if format == Format::Faithful && !reader.is_originator() {
        return Err(Failure::Usage(FOR_THE_ORIGINATOR.to_owned()));
    }
    let as_of = context.as_of(&arguments.view.day)?;
    let style = context.style(&arguments.telling)?;

    let bytes = input.bytes()?;
    let faithful = (format == Format::Faithful).then(|| bytes.clone());
    let mut means = context.means(&arguments.reading)?;
    means.review.clone_from(&arguments.review);
    let paper = input.paper_of(bytes, &means)?;
    let mut reporter = context.reporter(Denies::Nothing)?;
    if input == Input::Bundled {
        reporter.remark(
            "tearline release: no document is named; this is the bundled cable, a fictional one",
        );
    }
    let document = paper.document();
    let assessment = paper.assess(&document, &context.policy(&arguments.choices));
    let assessment = if arguments.enforce {
        let proposer = context.config.propose.proposer(&context.config)?;
        let looked = Looked {
            proposer: &proposer,
            elsewhere: &[],
            reader: &reader,
            as_of,
            today: context.today,
        };
        looked.enforced(&paper, assessment)
    } else {
        assessment
    };
    let release = assessment
        .release_in(&reader, as_of, style)
        .made_on(context.today);
    let content = match (faithful, format.of_release()) {
        (Some(bytes), _) => Content::Source(bytes),
        (None, Some(format)) => Content::Release(
            assessment
                .check_release(&reader, &release, format)
                .map_err(|error| error.to_string())?,
        ),
        (None, None) => return Err(Failure::Usage(FOR_THE_ORIGINATOR.to_owned())),
    };
    let name = input.name();
    let lines = Lines::of(&paper.source);
    reporter.say(context.day_to_come(&reporter, &name, as_of))?;
    reporter.say(paper.remarks(&name, &context.denied(Denies::Nothing)?))?;
    let found = reporter.findings(&name, &lines, &assessment, std::slice::from_ref(&release));
    reporter.say(found)?;
    output::write_with(target, |mut to| match &content {
        Content::Source(bytes) => to.write_all(bytes),
        Content::Release(checked) => checked.write_to(&mut to),
    })?;
    reporter.end()
}

/// What is written.
enum Content<'r> {
    /// The source itself: in the encoding that it came in, and not only in its characters.
    Source(Vec<u8>),
    Release(Checked<'r>),
}
