//! Findings for people and for machines: places, rules and marks, never text of a document.

mod deny;
mod sarif;

use std::fmt::Write as _;

use serde::Serialize;
use tearline::policy::Assessment;
use tearline::release::Release;
use tearline::{Finding, Rule, Severity};

pub(crate) use deny::{Denied, Denies, deniable, known, unknown};

use crate::difference::Change;
use crate::finish::{Ended, Failure};
use crate::options::MessageFormat;
use crate::output;
use crate::places::{Lines, Position};

/// Writes findings as the run wants them, and remembers whether one was denied.
pub(crate) struct Reporter {
    to: Stream,
    format: MessageFormat,
    color: bool,
    quiet: bool,
    denied: Denied,
    ended: Ended,
    /// What a log holds is written at the end.
    log: Vec<Message>,
}

/// Where findings go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    /// Standard output: they are the answer of the command.
    Output,
    /// Standard error: the answer is something else.
    Error,
}

/// One finding, or several equal ones of a document.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Message {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
    /// The portion, as a person calls it, where the finding is of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    portion: Option<String>,
    code: &'static str,
    severity: &'static str,
    message: String,
    citation: String,
    /// What differs, where two views of a document were compared.
    #[serde(flatten)]
    change: Option<Change>,
    /// How often it was found; the place is the first.
    count: usize,
    /// The lines of the others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also_in_lines: Vec<usize>,
    denied: bool,
}

/// So many lines are named for people; of the others there is a count.
const NAMED: usize = 12;

impl Message {
    fn new(file: &str, rule: &'static Rule, detail: Option<&str>, denied: &Denied) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            column: None,
            end_line: None,
            end_column: None,
            portion: None,
            code: rule.code,
            severity: name(denied.severity(rule)),
            message: match detail {
                Some(detail) => format!("{}: {detail}", rule.message),
                None => rule.message.to_owned(),
            },
            citation: rule.citation.to_string(),
            change: None,
            count: 1,
            also_in_lines: Vec::new(),
            denied: denied.has(rule),
        }
    }

    /// The same at a place.
    pub(crate) fn at(mut self, (start, end): (Position, Position)) -> Self {
        self.line = Some(start.line);
        self.column = Some(start.column);
        self.end_line = Some(end.line);
        self.end_column = Some(end.column);
        self
    }

    /// The same, of a portion.
    pub(crate) fn of_portion(mut self, name: &str) -> Self {
        self.portion = Some(name.to_owned());
        self
    }

    /// The same, with what differs.
    pub(crate) fn with_change(mut self, change: &Change) -> Self {
        self.change = Some(change.clone());
        self
    }

    /// The same, denied whatever else is.
    pub(crate) const fn denied(mut self) -> Self {
        self.denied = true;
        self
    }

    /// Whether it ends the run with status 3.
    pub(crate) const fn is_denied(&self) -> bool {
        self.denied
    }

    /// `file:line:column`.
    pub(crate) fn place(&self) -> String {
        match (self.line, self.column) {
            (Some(line), Some(column)) => format!("{}:{line}:{column}", self.file),
            _ => self.file.clone(),
        }
    }

    /// One line for people; a second one where it was found several times.
    pub(crate) fn human(&self, color: bool) -> String {
        let (on, off) = match (color, self.severity) {
            (false, _) => ("", ""),
            (true, "error") => ("\x1b[1;31m", "\x1b[0m"),
            (true, "warning") => ("\x1b[1;33m", "\x1b[0m"),
            (true, _) => ("\x1b[1;36m", "\x1b[0m"),
        };
        let mut out = format!(
            "{}: {on}{}[{}]{off}: {} ({})",
            self.place(),
            self.severity,
            self.code,
            self.message,
            self.citation
        );
        if let Some(more) = self.more() {
            let _ = write!(out, "\n  {more}");
        }
        out
    }

    fn short(&self) -> String {
        let more = match self.count {
            1 => String::new(),
            count => format!(" ({count} times)"),
        };
        format!(
            "{}: {}[{}]: {}{more}",
            self.place(),
            self.severity,
            self.code,
            self.message
        )
    }

    /// Where else it was found.
    fn more(&self) -> Option<String> {
        let others = self.count.checked_sub(1).filter(|others| *others > 0)?;
        let named: Vec<String> = self
            .also_in_lines
            .iter()
            .take(NAMED)
            .map(usize::to_string)
            .collect();
        let rest = match others.saturating_sub(named.len()) {
            0 => String::new(),
            rest => format!(" and {rest} more"),
        };
        let s = if others == 1 { "" } else { "s" };
        Some(format!(
            "found {others} more time{s}, in line{s} {}{rest}",
            named.join(", ")
        ))
    }

    /// An annotation of a GitHub workflow.
    fn github(&self) -> String {
        let command = match self.severity {
            "error" => "error",
            "warning" => "warning",
            _ => "notice",
        };
        let property = |text: &str| {
            text.replace('%', "%25")
                .replace('\r', "%0D")
                .replace('\n', "%0A")
                .replace(':', "%3A")
                .replace(',', "%2C")
        };
        let data = |text: &str| {
            text.replace('%', "%25")
                .replace('\r', "%0D")
                .replace('\n', "%0A")
        };
        let mut place = format!("file={}", property(&self.file));
        if let (Some(line), Some(column)) = (self.line, self.column) {
            let _ = write!(place, ",line={line},col={column}");
        }
        let more = self
            .more()
            .map_or_else(String::new, |more| format!("; {more}"));
        format!(
            "::{command} {place},title={}::{} ({}){}",
            property(self.code),
            data(&self.message),
            data(&self.citation),
            data(&more)
        )
    }

    fn json(&self) -> String {
        // Strings, numbers and lists of them always serialize.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Reporter {
    pub(crate) const fn new(
        to: Stream,
        format: MessageFormat,
        color: bool,
        quiet: bool,
        denied: Denied,
    ) -> Self {
        Self {
            to,
            format,
            color,
            quiet,
            denied,
            ended: Ended::Done,
            log: Vec::new(),
        }
    }

    /// What is wrong with a document and, by the last look, with the releases made of it; equal findings once, with a count.
    pub(crate) fn findings(
        &self,
        file: &str,
        lines: &Lines<'_>,
        assessment: &Assessment<'_>,
        releases: &[Release<'_>],
    ) -> Vec<Message> {
        self.messages(file, lines, &found(assessment, releases))
    }

    /// These findings of a document.
    pub(crate) fn messages(
        &self,
        file: &str,
        lines: &Lines<'_>,
        findings: &[Finding],
    ) -> Vec<Message> {
        messages(&self.denied, file, lines, findings)
    }

    /// What a rule says of a file, with more to say where there is more.
    pub(crate) fn of_rule(&self, file: &str, rule: &'static Rule, detail: Option<&str>) -> Message {
        of_rule(&self.denied, file, rule, detail)
    }

    /// Takes messages in, and gives what is to be written of them now.
    pub(crate) fn take(&mut self, messages: Vec<Message>) -> String {
        let mut out = String::new();
        for message in messages {
            if message.denied {
                self.ended = Ended::Denied;
            }
            let line = match self.format {
                MessageFormat::Human => message.human(self.color),
                MessageFormat::Short => message.short(),
                MessageFormat::Json => message.json(),
                MessageFormat::Github => message.github(),
                MessageFormat::Sarif => {
                    self.log.push(message);
                    continue;
                }
            };
            if !self.quiet || self.format != MessageFormat::Human {
                out.push_str(&line);
                out.push('\n');
            }
        }
        out
    }

    /// Reports.
    pub(crate) fn say(&mut self, messages: Vec<Message>) -> Result<(), Failure> {
        let text = self.take(messages);
        self.write(&text)
    }

    /// A line for people, who read it on standard error; programs do not get it.
    pub(crate) fn remark(&self, line: &str) {
        if self.is_for_people() && !self.quiet {
            eprintln!("{line}");
        }
    }

    /// Writes what is still to be written, and says how the run ends.
    pub(crate) fn end(mut self) -> Result<Ended, Failure> {
        if self.format == MessageFormat::Sarif {
            let log = sarif::log(&std::mem::take(&mut self.log));
            self.write(&log)?;
        }
        Ok(self.ended)
    }

    /// Whether people read what is written.
    pub(crate) const fn is_for_people(&self) -> bool {
        matches!(self.format, MessageFormat::Human | MessageFormat::Short)
    }

    /// Whether everything there is to say is wanted, and not the findings alone.
    pub(crate) const fn is_in_full(&self) -> bool {
        matches!(self.format, MessageFormat::Human)
    }

    /// Only what is denied, where people read.
    pub(crate) fn only_denied(&self, messages: Vec<Message>) -> Vec<Message> {
        let people = self.is_for_people();
        messages
            .into_iter()
            .filter(|message| message.denied || !people)
            .collect()
    }

    fn write(&self, text: &str) -> Result<(), Failure> {
        match self.to {
            Stream::Output => output::write(None, text.as_bytes())?,
            Stream::Error => eprint!("{text}"),
        }
        Ok(())
    }
}

/// What a rule says of a file, with more to say where there is more.
pub(crate) fn of_rule(
    denied: &Denied,
    file: &str,
    rule: &'static Rule,
    detail: Option<&str>,
) -> Message {
    Message::new(file, rule, detail, denied)
}

/// These findings of a document; equal ones once, with a count.
pub(crate) fn messages(
    denied: &Denied,
    file: &str,
    lines: &Lines<'_>,
    findings: &[Finding],
) -> Vec<Message> {
    let mut messages: Vec<Message> = Vec::new();
    let mut known = std::collections::HashMap::new();
    for finding in findings {
        let key = (finding.code(), finding.detail());
        match known.get(&key).and_then(|at: &usize| messages.get_mut(*at)) {
            Some(message) => {
                message.count += 1;
                message.also_in_lines.push(finding.line());
            }
            None => {
                known.insert(key, messages.len());
                messages.push(
                    Message::new(file, finding.rule(), finding.detail(), denied)
                        .at(lines.span(finding.span())),
                );
            }
        }
    }
    messages
}

/// What is wrong with a document, and what the last look before its releases withheld; each once.
pub(crate) fn found(assessment: &Assessment<'_>, releases: &[Release<'_>]) -> Vec<Finding> {
    let mut findings = assessment.findings();
    for finding in releases.iter().flat_map(Release::findings) {
        if !findings.contains(finding) {
            findings.push(finding.clone());
        }
    }
    findings.sort_by_key(|finding| (finding.span().start(), finding.span().end()));
    findings
}

/// As every format writes it.
pub(crate) const fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
