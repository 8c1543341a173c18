//! Renders what a reader may see of a document on a day.
//!
//! `cargo run --example release -- [FILE|-] [--clearance C] [--as-of YYYY-MM-DD] [--format F] [--encoding LABEL]
//! [--output FILE] [--show DETAIL,… | --tear-line]`
#![allow(clippy::print_stderr, reason = "a program")]

mod common;

use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use common::{Format, Single, View};
use tearline::policy::Policy;
use tearline::release::{Detail, Exemptions, Style};

/// Renders what a reader may see of a portion-marked document on a day.
#[derive(Parser)]
#[command(name = "release")]
struct Arguments {
    #[command(flatten)]
    single: Single,
    #[command(flatten)]
    view: View,
    /// What to write.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What is told of what is withheld beside place and reason; several with commas.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "DETAIL")]
    show: Vec<Show>,
    /// Tells nothing at all of what is withheld; what is released is numbered anew.
    #[arg(long, conflicts_with = "show")]
    tear_line: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Show {
    /// The mark it states.
    Mark,
    /// How much it is, as the printed series says it.
    Amount,
    /// The exemption and the section of the order.
    Exemption,
    /// The days on which portions open; the page then has a picture of them.
    Calendar,
}

fn style(arguments: &Arguments) -> Style {
    if arguments.tear_line {
        return Style::TearLine;
    }
    Style::Places(
        arguments
            .show
            .iter()
            .fold(Detail::default(), |detail, show| match show {
                Show::Mark => detail.with_mark(),
                Show::Amount => detail.with_amount(),
                Show::Exemption => detail.with_exemptions(Exemptions::default()),
                Show::Calendar => detail.with_calendar(),
            }),
    )
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    arguments
        .format
        .check::<Arguments>(&arguments.view.clearance);
    arguments.single.check::<Arguments>();
    common::exit("release", run(&arguments))
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let Arguments { single, view, .. } = arguments;
    let bytes = single.bytes()?;
    // In the encoding that it came in, and not only in its characters.
    let faithful = (arguments.format == Format::Faithful).then(|| bytes.clone());
    let source = single.text(bytes)?;
    let document = tearline::parse(&source);
    for finding in document.findings() {
        eprintln!("{finding}");
    }
    let assessment = Policy::default().assess(&document);
    let release = assessment.release_in(&view.clearance, view.day.as_of(), style(arguments));
    let rendered = arguments
        .format
        .render(&assessment, &release, &view.clearance)?;
    single.write(&faithful.unwrap_or(rendered))
}
