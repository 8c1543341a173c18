//! `tearline compare`: the same document for two readers, two days or two versions, or two finished releases.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use tearline::document::DocumentKind;
use tearline::marking::Reader;
use tearline::policy::Policy;

use crate::context::Context;
use crate::difference::{Kind, View, between};
use crate::finish::{self, Ended, Failure};
use crate::input::Input;
use crate::options::{Choices, MessageFormat, Reading, View as Asked, date, reader};
use crate::output;
use crate::places::Lines;

/// What `compare` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A document; `-` is standard input.
    pub(crate) one: PathBuf,
    /// Another version of it; the same document where none is given.
    other: Option<PathBuf>,
    #[command(flatten)]
    view: Asked,
    /// The other reader; the same where none is given.
    #[arg(long, value_parser = reader, value_name = "C")]
    and_clearance: Option<Reader>,
    /// The other day; the same where none is given.
    #[arg(long, value_parser = date, value_name = "DATE")]
    and_as_of: Option<Date>,
    /// Both files are finished releases, in text or JSON.
    #[arg(long, requires = "other", conflicts_with_all = ["clearance", "as_of", "and_clearance", "and_as_of"])]
    releases: bool,
    /// Shows the words on both sides.
    #[arg(long)]
    show_source: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choices: Choices,
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> finish::Result {
    let (one, other) = if arguments.releases {
        let other = arguments.other.as_deref().unwrap_or(&arguments.one);
        (finished(&arguments.one)?, finished(other)?)
    } else {
        documents(arguments, context)?
    };
    let changes = between(&one, &other);
    let mut out = String::new();
    for change in &changes {
        if context.message_format() == MessageFormat::Json {
            // Strings always serialize.
            out += &serde_json::to_string(change).unwrap_or_default();
            out.push('\n');
            continue;
        }
        out += &change.line();
        out.push('\n');
        if arguments.show_source {
            out += &change.source();
        }
    }
    if context.message_format() != MessageFormat::Json {
        let count = |kind| {
            changes
                .iter()
                .filter(|change| change.kind() == kind)
                .count()
        };
        let parts: Vec<String> = [
            (Kind::Opens, "opened"),
            (Kind::Shuts, "shut"),
            (Kind::Mark, "changed the mark"),
            (Kind::Reason, "changed the reason"),
            (Kind::Text, "changed the text"),
            (Kind::New, "new"),
            (Kind::Gone, "gone"),
        ]
        .into_iter()
        .map(|(kind, words)| (count(kind), words))
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{count} {words}"))
        .collect();
        out += &match parts.as_slice() {
            [] => "no difference\n".to_owned(),
            parts => format!("{}\n", parts.join(", ")),
        };
    }
    output::write(None, out.as_bytes())?;
    Ok(Ended::Done)
}

fn documents(arguments: &Arguments, context: &Context) -> Result<(View, View), Failure> {
    let encoding = context.encoding(&arguments.reading)?;
    let reader = context.reader(&arguments.view)?;
    let as_of = context.as_of(&arguments.view.day)?;
    let policy = context.policy(&arguments.choices);
    let source = Input::named(&arguments.one).text(encoding)?;
    let one = view(policy, &source, &reader, as_of);
    let other = match &arguments.other {
        Some(other) => Input::named(other).text(encoding)?,
        None => source,
    };
    let other = view(
        policy,
        &other,
        arguments.and_clearance.as_ref().unwrap_or(&reader),
        arguments.and_as_of.unwrap_or(as_of),
    );
    Ok((one, other))
}

fn view(policy: Policy, source: &str, reader: &Reader, as_of: Date) -> View {
    let document = tearline::parse(source);
    View::of(&policy.assess(&document), &Lines::of(source), reader, as_of)
}

/// What a finished release holds.
fn finished(file: &Path) -> Result<View, Failure> {
    let failed =
        |error: &dyn std::fmt::Display| Failure::Input(format!("{}: {error}", file.display()));
    let text = fs::read(file).map_err(|error| failed(&error))?;
    let text = String::from_utf8(text)
        .map_err(|_| failed(&"neither text nor JSON; write the release with --format json"))?;
    if text.trim_start().starts_with('{') {
        return View::of_json(&text).map_err(|error| failed(&error));
    }
    let document = tearline::parse_as(&text, DocumentKind::Release);
    let assessment = Policy::default().assess(&document);
    let all: Reader = "all".parse().map_err(|error| failed(&error))?;
    let release = assessment.release(&all, Date::MIN);
    View::of_json(&release.to_json()).map_err(|error| failed(&error))
}
