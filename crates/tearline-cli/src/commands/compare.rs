//! `tearline compare`: the same document for two readers, two days or two versions, or two finished releases.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;
use tearline::document::DocumentKind;
use tearline::marking::Reader;
use tearline::policy::Policy;

use crate::context::Context;
use crate::difference::{Kind, View, between, counted};
use crate::finish::{self, Failure};
use crate::input::Input;
use crate::message::Denies;
use crate::options::{Choices, Reading, View as Asked, date};
use crate::output;
use crate::paper::Paper;
use crate::places::Lines;
use crate::readers::reader;
use crate::rules::PORTION_DIFFERS;

/// What `compare` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A document; `-` is standard input, which is read as well where none is named and no terminal is there.
    pub(crate) one: Option<PathBuf>,
    /// Another version of it; the same document unless given.
    other: Option<PathBuf>,
    #[command(flatten)]
    view: Asked,
    /// The second reader; the same one unless given.
    #[arg(long, value_parser = reader, value_name = "C")]
    and_clearance: Option<Reader>,
    /// The second day; the same one unless given.
    #[arg(long, value_parser = date, value_name = "DATE")]
    and_as_of: Option<Date>,
    /// Compare two finished releases, in text or JSON, and not two documents.
    #[arg(long, requires = "other", conflicts_with_all = ["clearance", "as_of", "and_clearance", "and_as_of"])]
    releases: bool,
    /// Print the words of both sides of each difference.
    #[arg(long)]
    show_source: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choices: Choices,
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> finish::Result {
    let mut reporter = context.answer(Denies::Nothing)?;
    let one = Input::several(arguments.one.as_slice())?.remove(0);
    let other = arguments
        .other
        .as_deref()
        .map_or_else(|| one.clone(), Input::named);
    let (before, after) = if arguments.releases {
        (finished(&one)?, finished(&other)?)
    } else {
        documents([&one, &other], arguments, context)?
    };
    let changes = between(&before, &after);
    for change in &changes {
        // What is gone has its place in the first of the two.
        let input = if change.kind() == Kind::Gone {
            &one
        } else {
            &other
        };
        let mut message = reporter
            .of_rule(&input.name(), &PORTION_DIFFERS, Some(&change.line()))
            .with_change(change);
        if let Some(place) = change.place() {
            message = message.at((place, place));
        }
        if !reporter.is_for_people() {
            reporter.say(vec![message])?;
            continue;
        }
        let mut line = format!("{}: {}\n", message.place(), change.line());
        if arguments.show_source {
            line += &change.source();
        }
        reporter.take(vec![message]);
        output::write(None, line.as_bytes())?;
    }
    if reporter.is_for_people() {
        let counted = counted(&changes).unwrap_or_else(|| "no difference".to_owned());
        output::write(None, format!("{counted}\n").as_bytes())?;
    }
    reporter.end()
}

fn documents(
    [one, other]: [&Input; 2],
    arguments: &Arguments,
    context: &Context,
) -> Result<(View, View), Failure> {
    let means = context.means(&arguments.reading)?;
    let reader = context.reader(&arguments.view)?;
    let as_of = context.as_of(&arguments.view.day)?;
    let policy = context.policy(&arguments.choices);
    let paper = one.paper(&means)?;
    let before = view(&policy, &paper, &reader, as_of);
    let paper = if one == other {
        paper
    } else {
        other.paper(&means)?
    };
    let after = view(
        &policy,
        &paper,
        arguments.and_clearance.as_ref().unwrap_or(&reader),
        arguments.and_as_of.unwrap_or(as_of),
    );
    Ok((before, after))
}

fn view(policy: &Policy, paper: &Paper, reader: &Reader, as_of: Date) -> View {
    let document = paper.document();
    View::of(
        &paper.assess(&document, policy),
        &Lines::of(&paper.source),
        reader,
        as_of,
    )
}

/// What a finished release holds.
fn finished(input: &Input) -> Result<View, Failure> {
    let failed =
        |error: &dyn std::fmt::Display| Failure::Input(format!("{}: {error}", input.name()));
    let none = "neither a release in text nor in JSON; write it with `release --format json`";
    let bytes = input.bytes()?;
    if let Some(kind) = tearline_files::Format::of(&bytes) {
        return Err(failed(&format!("this is {kind}, {none}")));
    }
    let text = String::from_utf8(bytes).map_err(|_| failed(&none))?;
    if text.trim_start().starts_with('{') {
        return View::of_json(&text).map_err(|error| failed(&error));
    }
    if !text
        .lines()
        .any(|line| line.starts_with("(U) Released for "))
    {
        return Err(failed(&none));
    }
    let document = tearline::parse_as(&text, DocumentKind::Release);
    let assessment = Policy::default().assess(&document);
    let all: Reader = "all".parse().map_err(|error| failed(&error))?;
    let release = assessment.release(&all, Date::MIN);
    View::of_json(&release.to_json()).map_err(|error| failed(&error))
}
