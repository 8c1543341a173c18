//! Draws what opens when, as SVG.
//!
//! `cargo run --example timeline -- [FILE|-] [--clearance C] [--as-of YYYY-MM-DD] [--encoding LABEL] [--output FILE]`

mod common;

use std::process::ExitCode;

use clap::Parser;
use common::{Single, View};
use tearline::policy::Policy;
use tearline::release::{Detail, Style};

/// Draws what of a portion-marked document opens when for a reader, as SVG, without any of its text.
#[derive(Parser)]
#[command(name = "timeline")]
struct Arguments {
    #[command(flatten)]
    single: Single,
    #[command(flatten)]
    view: View,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.single.check::<Arguments>();
    common::exit("timeline", run(&arguments))
}

fn run(Arguments { single, view }: &Arguments) -> Result<(), String> {
    let source = single.text(single.bytes()?)?;
    let as_of = view.day.as_of();
    let document = tearline::parse(&source);
    let assessment = Policy::default().assess(&document);
    let style = Style::Places(Detail::default().with_calendar());
    let release = assessment.release_in(&view.clearance, as_of, style);
    let picture = release
        .to_timeline()
        .ok_or_else(|| format!("{}: no portion that could be drawn", single.name()))?;
    common::guard(&assessment, &view.clearance, as_of, &picture)?;
    single.write(picture.as_bytes())
}
