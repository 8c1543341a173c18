//! `tearline config`: what is in force, and where it comes from.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::config::{self, Config};
use crate::context::Context;
use crate::finish::{self, Ended};
use crate::output;

/// What `config` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A document or folder for which to say it; by default the folder where the program runs.
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

/// A line a setting: what is in force, and behind it where it comes from.
fn shown(config: &Config, context: &Context) -> String {
    let file = config.place();
    let general = &context.general;
    let mut out = match &config.file {
        Some(_) => format!("# {file}\n"),
        None => format!("# no {} was found\n", config::NAME),
    };
    let mut line = |key: &str, said: Option<String>, default: &str| {
        let (value, from) = match said {
            Some(value) => (value, "file"),
            None => (default.to_owned(), "default"),
        };
        out += &format!("{:42} # {from}\n", format!("{key} = {value}"));
    };
    let quoted = |text: &String| format!("{text:?}");
    let list = |words: &[String]| (!words.is_empty()).then(|| format!("{words:?}"));
    let debug = |value: Option<String>| value.map(|value| format!("{value:?}"));
    line("reader", config.reader.as_ref().map(quoted), "\"U\"");
    line(
        "as-of",
        config.as_of.as_ref().map(quoted),
        &format!("\"{}\"", context.today),
    );
    line(
        "encoding",
        config.encoding.as_ref().map(quoted),
        "\"utf-8\"",
    );
    line(
        "unmarked",
        debug(config.unmarked.map(value_name)),
        "\"inherit\"",
    );
    line(
        "compilation",
        debug(config.compilation.map(value_name)),
        "\"binds\"",
    );
    line("format", debug(config.format.map(value_name)), "\"text\"");
    let show: Vec<String> = config.show.iter().copied().map(value_name).collect();
    line("show", list(&show), "[]");
    line(
        "tear-line",
        config.tear_line.map(|is| is.to_string()),
        "false",
    );
    line(
        "message-format",
        debug(config.message_format.map(value_name)),
        "\"human\"",
    );
    line("deny", list(&config.deny), "[]");
    line("allow", list(&config.allow), "[]");
    for (code, weight) in &config.severity {
        line(
            &format!("severity.{code}"),
            Some(format!("\"{}\"", weight.as_str())),
            "",
        );
    }
    line(
        "case.number",
        config.case.number.as_ref().map(quoted),
        "\"unassigned\"",
    );
    line(
        "case.sbu-exemption",
        config.case.sbu_exemption.as_ref().map(quoted),
        "\"\"",
    );
    let paths = |paths: &[PathBuf]| {
        let paths: Vec<String> = paths
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        list(&paths)
    };
    line("guard.documents", paths(&config.guard.documents), "[]");
    let expect = config.guard.expect.as_deref().map(Path::display);
    line(
        "guard.expect",
        expect.map(|path| format!("\"{path}\"")),
        "\"\"",
    );
    line("guard.readers", list(&config.guard.readers), "[\"U\"]");
    line("guard.days", list(&config.guard.days), "[]");
    for (key, words) in [("deny", &general.deny), ("allow", &general.allow)] {
        if !words.is_empty() {
            out += &format!(
                "{:42} # command line, before the file\n",
                format!("{key} = {words:?}")
            );
        }
    }
    if let Some(format) = general.message_format {
        let name = value_name(format);
        out += &format!(
            "{:42} # command line\n",
            format!("message-format = {name:?}")
        );
    }
    out
}

fn value_name(value: impl clap::ValueEnum) -> String {
    value
        .to_possible_value()
        .map_or_else(String::new, |value| value.get_name().to_owned())
}
