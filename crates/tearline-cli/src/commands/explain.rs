//! `tearline explain`: what a finding means and what to do.

use clap::Args;
use tearline::{Example, Rule};

use crate::finish::{self, Ended, Failure};
use crate::message::{name, unknown};
use crate::output;
use crate::rules::{self, Explained, Shown};

/// What `explain` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The code of a finding, such as `damaged-mark`. Without one, every code is listed.
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> finish::Result {
    let text = match &arguments.code {
        None => list(),
        Some(code) => {
            let explained =
                rules::explained(code).ok_or_else(|| Failure::Usage(unknown(code).to_string()))?;
            in_full(&explained)
        }
    };
    output::write(None, text.as_bytes())?;
    Ok(Ended::Done)
}

fn list() -> String {
    let width = rules::all().map(|rule| rule.code.len()).max().unwrap_or(0);
    let mut rules: Vec<&Rule> = rules::all().collect();
    rules.sort_by_key(|rule| rule.code);
    rules
        .into_iter()
        .map(|rule| {
            format!(
                "{:width$}  {:7}  {}\n",
                rule.code,
                name(rule.severity),
                rule.message
            )
        })
        .collect()
}

fn in_full(explained: &Explained) -> String {
    let rule = explained.rule;
    let mut out = format!(
        "{}[{}]: {}\n\nThe rule: {}\n\n{}\n\nWhat to do: {}\n\nAn example:\n\n",
        name(rule.severity),
        rule.code,
        rule.message,
        rule.citation,
        explained.meaning,
        explained.remedy
    );
    let example = match explained.example {
        Shown::Source(Example::Portion(mark)) => format!("({mark})"),
        Shown::Source(Example::Document(text) | Example::Package(text) | Example::Banner(text)) => {
            text.to_owned()
        }
        Shown::Source(Example::Known {
            document,
            fact,
            text,
        }) => format!("{document}\nand known beside it: {fact} = {text:?}"),
        Shown::Source(Example::Decided {
            document,
            portion,
            decision,
        }) => format!("{document}\nand decided of {portion}: {decision}"),
        Shown::Session(text) => text.to_owned(),
        Shown::Source(_) => String::new(),
    };
    for line in example.lines() {
        out += format!("    {line}").trim_end();
        out.push('\n');
    }
    out
}
