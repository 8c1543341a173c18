//! `tearline config`: what is in force, and where it comes from.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::config::{self, Config};
use crate::context::Context;
use crate::finish::{self, Ended};
use crate::options::General;
use crate::output;

/// What `config` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The document or folder whose settings to show; the current folder unless given.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> finish::Result {
    let found;
    let general = &context.general;
    let config = match &arguments.file {
        Some(file) if general.config.is_none() && !general.no_config => {
            found = config::load(None, std::slice::from_ref(file))?;
            &found
        }
        Some(_) | None => &context.config,
    };
    output::write(None, shown(config, context).as_bytes())?;
    Ok(Ended::Done)
}

/// A line for each setting: what is in force, and behind it where it comes from.
fn shown(config: &Config, context: &Context) -> String {
    let general = &context.general;
    let mut out = match &config.file {
        Some(_) => format!("# {}\n", config.place()),
        None => format!("# no {} was found\n", config::NAME),
    };
    for Line { key, value, from } in lines(config, general, &context.today.to_string()) {
        out += &format!("{:42} # {from}\n", format!("{key} = {value}"));
    }
    out
}

/// A setting in force.
struct Line {
    key: String,
    value: String,
    from: &'static str,
}

const FILE: &str = "file";
const COMMAND_LINE: &str = "command line";

/// A setting of the file, or its default.
fn line(key: &str, said: Option<String>, default: &str) -> Line {
    let (value, from) = match said {
        Some(value) => (value, FILE),
        None => (default.to_owned(), "default"),
    };
    let key = key.to_owned();
    Line { key, value, from }
}

fn lines(config: &Config, general: &General, today: &str) -> Vec<Line> {
    let text = |value: &Option<String>| value.as_ref().map(|value| quoted(value));
    let mut lines = vec![
        line("reader", text(&config.reader), "\"U\""),
        line(
            "as-of",
            config.as_of.as_ref().map(|day| quoted(day.as_str())),
            &quoted(today),
        ),
        line("encoding", text(&config.encoding), "\"utf-8\""),
        line("unmarked", config.unmarked.map(choice), "\"inherit\""),
        line("compilation", config.compilation.map(choice), "\"binds\""),
        line("format", config.format.map(choice), "\"text\""),
        line("show", list(config.show.iter().copied().map(choice)), "[]"),
        line(
            "tear-line",
            config.tear_line.map(|is| is.to_string()),
            "false",
        ),
        line(
            "declassification",
            config.declassification.map(|is| is.to_string()),
            "true",
        ),
    ];
    lines.push(match general.message_format {
        Some(format) => Line {
            key: "message-format".to_owned(),
            value: choice(format),
            from: COMMAND_LINE,
        },
        None => line(
            "message-format",
            config.message_format.map(choice),
            "\"human\"",
        ),
    });
    for (key, asked, said) in [
        ("deny", &general.deny, &config.deny),
        ("allow", &general.allow, &config.allow),
    ] {
        let [asked, said] = [asked, said].map(|words| list(words.iter().map(|word| quoted(word))));
        if let Some(value) = &asked {
            lines.push(Line {
                key: key.to_owned(),
                value: value.clone(),
                from: COMMAND_LINE,
            });
        }
        if asked.is_none() || said.is_some() {
            lines.push(line(key, said, "[]"));
        }
    }
    for (word, mark) in &config.aliases {
        lines.push(line(
            &format!("aliases.{}", quoted(word)),
            Some(quoted(mark)),
            "",
        ));
    }
    for (code, weight) in &config.severity {
        lines.push(line(
            &format!("severity.{code}"),
            Some(quoted(weight.as_str())),
            "",
        ));
    }
    let guard = &config.guard;
    lines.extend([
        line("case.number", text(&config.case.number), "\"unassigned\""),
        line(
            "case.agency",
            text(&config.case.agency),
            "\"U.S. Department of State\"",
        ),
        line("case.reviewer", text(&config.case.reviewer), "\"\""),
        line(
            "case.requested",
            config
                .case
                .requested
                .as_ref()
                .map(|day| quoted(day.as_str())),
            "\"\"",
        ),
        line(
            "case.sbu-exemption",
            text(&config.case.sbu_exemption),
            "\"\"",
        ),
        line(
            "guard.documents",
            list(guard.documents.iter().map(|path| path_quoted(path))),
            "[]",
        ),
        line(
            "guard.expect",
            guard.expect.as_deref().map(path_quoted),
            "\"\"",
        ),
        line(
            "guard.readers",
            list(guard.readers.iter().map(|reader| quoted(reader))),
            "[\"U\"]",
        ),
        line(
            "guard.days",
            list(guard.days.iter().map(|day| quoted(day.as_str()))),
            "[]",
        ),
    ]);
    lines
}

fn quoted(text: &str) -> String {
    format!("{text:?}")
}

fn path_quoted(path: &Path) -> String {
    quoted(&path.display().to_string())
}

/// Values in brackets; none where there are none.
fn list(values: impl Iterator<Item = String>) -> Option<String> {
    let values: Vec<String> = values.collect();
    (!values.is_empty()).then(|| format!("[{}]", values.join(", ")))
}

/// A choice as the file writes it.
fn choice(value: impl clap::ValueEnum) -> String {
    let value = value.to_possible_value();
    quoted(value.as_ref().map_or("", |value| value.get_name()))
}
