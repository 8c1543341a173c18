//! `tearline explain`: what a finding means and what to do.

use clap::Args;
use tearline::{Example, Rule};

use crate::finish::{self, Ended, Failure};
use crate::message::{known, name};
use crate::output;

/// What `explain` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The code of a finding: `damaged-mark`.
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> finish::Result {
    let text = match &arguments.code {
        None => list(),
        Some(code) => {
            known(code)?;
            Rule::of_code(code)
                .map(explained)
                .ok_or_else(|| Failure::Usage(code.clone()))?
        }
    };
    output::write(None, text.as_bytes())?;
    Ok(Ended::Done)
}

fn list() -> String {
    let width = Rule::all().map(|rule| rule.code.len()).max().unwrap_or(0);
    let mut rules: Vec<&Rule> = Rule::all().collect();
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

fn explained(rule: &'static Rule) -> String {
    let mut out = format!(
        "{}[{}]: {}\n\nThe rule: {}\n",
        name(rule.severity),
        rule.code,
        rule.message,
        rule.citation
    );
    let Some(explanation) = rule.explanation() else {
        return out;
    };
    out += &format!(
        "\n{}\n\nWhat to do: {}\n\nAn example:\n\n",
        explanation.meaning, explanation.remedy
    );
    let example = match explanation.example {
        Example::Portion(mark) => format!("({mark})"),
        Example::Document(text) | Example::Package(text) | Example::Banner(text) => text.to_owned(),
        _ => String::new(),
    };
    for line in example.lines() {
        out += format!("    {line}").trim_end();
        out.push('\n');
    }
    out
}
