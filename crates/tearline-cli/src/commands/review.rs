//! `tearline review`: what a reviewer wants to know of a document before its release: what is wrong with it, what each
//! portion is and why, who may see it when. It shows places, marks and rules, and no text of the document unless
//! `--show-source` asks for the lines of the findings.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level as Weight, Renderer, Snippet};
use clap::Args;
use comfy_table::Table;
use comfy_table::presets::ASCII_MARKDOWN;
use jiff::civil::Date;
use tearline::declass::Outcome;
use tearline::document::{Block, Document, Mark};
use tearline::marking::{Label, Level, Reader};
use tearline::policy::{Assessment, Effect, Opening, Portion, Provenance};
use tearline::release::Release;
use tearline::{Finding, Severity};

use crate::context::Context;
use crate::finish::{self, Failure};
use crate::input::Input;
use crate::message::{Denies, Reporter, found};
use crate::names::{caption_name, together};
use crate::options::{Choices, Reading, date};
use crate::output;
use crate::places::Lines;
use crate::proposals::{self, Asked, Looked};
use crate::readers::reader;

/// The rungs whose verdict the table shows.
const RUNGS: [&str; 4] = ["U", "SBU", "C", "S"];

/// What `review` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The documents; `-` is standard input, which is read as well where none is named and no terminal is there.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Show who may see each portion on this day, YYYY-MM-DD; may be repeated. Without it: today, and the days on which the
    /// document opens for the public.
    #[arg(long, value_parser = date, value_name = "DATE")]
    as_of: Vec<Date>,
    /// Say what opens when for this reader: U, SBU, C, S, TS, or a list such as "clearance=S citizen=USA,GBR"; U unless the
    /// configuration says otherwise.
    #[arg(long, value_parser = reader, value_name = "C")]
    clearance: Option<Reader>,
    /// Print the line of the document in which each finding stands.
    #[arg(long)]
    show_source: bool,
    /// Propose what a person should look at before the document goes out, and write it into the review beside the document,
    /// `cable.txt.review.toml`, as a proposal. What stands there is left as it is.
    #[arg(long)]
    propose: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choices: Choices,
}

/// What is asked, with the configuration.
struct Question<'q> {
    as_of: &'q [Date],
    reader: Reader,
    show_source: bool,
    today: Date,
}

/// A file that cannot be read is named on standard error and has no report; the others have theirs.
pub(super) fn run(arguments: &Arguments, context: &Context) -> finish::Result {
    let question = Question {
        as_of: &arguments.as_of,
        reader: context.reader(&crate::options::View {
            clearance: arguments.clearance.clone(),
            ..crate::options::View::default()
        })?,
        show_source: arguments.show_source,
        today: context.today,
    };
    let means = context.means(&arguments.reading)?;
    let policy = context.policy(&arguments.choices);
    let mut reporter = context.answer(Denies::Errors)?;
    let proposer = context.config.propose.proposer(&context.config)?;
    let mut failed = Vec::new();
    for input in Input::several(&arguments.files)? {
        let read = input.bytes().and_then(|bytes| {
            let paper = input.paper_of(bytes.clone(), &means)?;
            Ok((paper, bytes))
        });
        let (paper, bytes) = match read {
            Ok(read) => read,
            Err(Failure::Input(message) | Failure::Usage(message)) => {
                failed.push(message);
                continue;
            }
        };
        let document = paper.document();
        let assessment = paper.assess(&document, &policy);
        let report = report(
            &question,
            &input.name(),
            &paper.source,
            &assessment,
            &mut reporter,
        );
        output::write(None, report.as_bytes())?;
        if arguments.propose {
            let day = arguments.as_of.last().copied().unwrap_or(context.today);
            let asked = Asked {
                input: &input,
                paper: &paper,
                bytes: &bytes,
            };
            let looked = Looked {
                proposer: &proposer,
                elsewhere: &[],
                reader: &question.reader,
                as_of: day,
                today: context.today,
            };
            match proposals::write(&asked, &looked, &assessment) {
                Ok(found) if reporter.is_in_full() => {
                    output::write(None, found.said().as_bytes())?;
                }
                Ok(found) => {
                    let lines = Lines::of(&paper.source);
                    let messages = found.messages(&input.name(), &lines, &assessment, &reporter);
                    reporter.say(messages)?;
                }
                Err(Failure::Input(message) | Failure::Usage(message)) => failed.push(message),
            }
        }
    }
    let ended = reporter.end()?;
    let Some((last, before)) = failed.split_last() else {
        return Ok(ended);
    };
    for message in before {
        eprintln!("tearline review: {message}");
    }
    Err(Failure::Input(last.clone()))
}

/// For people everything; for programs the findings alone.
fn report(
    question: &Question<'_>,
    name: &str,
    source: &str,
    assessment: &Assessment<'_>,
    reporter: &mut Reporter,
) -> String {
    let lines = Lines::of(source);
    let releases: Vec<Release<'_>> = dates(question, assessment)
        .into_iter()
        .map(|day| assessment.release(&question.reader, day))
        .collect();
    let found = found(assessment, &releases);
    let messages = reporter.messages(name, &lines, &found);
    let listed = reporter.take(messages);
    if !reporter.is_in_full() {
        return listed;
    }
    let sections = [
        heading(name, assessment),
        findings(question, name, source, &found, &listed),
        portions(question, &lines, assessment),
        days(question, &lines, assessment),
    ];
    sections.join("\n") + "\n"
}

/// What kind of document it is, and what its header says of the whole.
fn heading(name: &str, assessment: &Assessment<'_>) -> String {
    let document = assessment.document();
    let header = document.header();
    let mut out = format!("{name}\n{}\n\n", "=".repeat(name.chars().count()));
    let kind = document.kind();
    let level = overall(document);
    let origin = header
        .origin()
        .map_or_else(|| "not known".to_owned(), |origin| origin.to_string());
    let _ = writeln!(out, "read as         {kind}");
    let _ = writeln!(out, "level           {level}");
    for caption in header.captions() {
        let _ = writeln!(out, "caption         {}", caption_name(*caption));
    }
    let _ = writeln!(out, "origin          {origin}");
    let classified = highest(assessment);
    if classified.is_classified() {
        let outcome = header.schedule().outcome(classified);
        let basis = outcome.basis();
        let ends = match outcome {
            Outcome::Declassified { on, .. } => format!("opens {on}"),
            Outcome::DueForReview { on, .. } => format!("review {on}"),
            Outcome::Held { .. } => "held".to_owned(),
        };
        let _ = writeln!(out, "level ends      {ends}: {basis}");
    }
    if let Some(reasons) = header.reasons() {
        let _ = writeln!(out, "reason          {reasons}");
    }
    out
}

/// What the level lines say together, with `SENSITIVE` or EFTO beside them.
fn overall(document: &Document<'_>) -> String {
    let header = document.header();
    let sensitive = header.is_sensitive().then(Label::sbu);
    let labels = header.levels().iter().map(|line| line.label().clone());
    match labels
        .chain(sensitive)
        .reduce(|all, label| all.join(&label))
    {
        None => "not stated; what is unmarked counts as TOP SECRET".to_owned(),
        Some(label) if !label.is_resolved() => "cannot be read".to_owned(),
        Some(label) => {
            let stated = label.marking().banner().to_string();
            let bare = label.with_level(Level::Unclassified);
            if !label.level().is_classified() || bare.is_plain() {
                return stated;
            }
            format!("{stated}, then {}", bare.marking().banner())
        }
    }
}

/// The highest level of a portion.
fn highest(assessment: &Assessment<'_>) -> Level {
    let levels = assessment
        .portions()
        .iter()
        .map(|portion| portion.rating().label())
        .filter(|label| label.is_resolved())
        .map(Label::level);
    levels.max().unwrap_or_default()
}

fn findings(
    question: &Question<'_>,
    name: &str,
    source: &str,
    findings: &[Finding],
    listed: &str,
) -> String {
    let count = match findings.len() {
        0 => "No findings".to_owned(),
        1 => "1 finding".to_owned(),
        count => format!("{count} findings"),
    };
    let mut out = count + "\n";
    if question.show_source {
        for finding in findings {
            let _ = writeln!(out, "\n{}", picture(finding, name, source));
        }
        return out;
    }
    for line in listed.lines() {
        let _ = writeln!(out, "  {line}");
    }
    out
}

/// What is wrong, more about it, and the source of the rule.
fn message(finding: &Finding) -> String {
    let rule = finding.rule();
    match finding.detail() {
        Some(detail) => format!("{}: {detail} ({})", rule.message, rule.citation),
        None => format!("{} ({})", rule.message, rule.citation),
    }
}

/// The source line of a finding with a caret below the place.
fn picture(finding: &Finding, name: &str, source: &str) -> String {
    let span = finding.span();
    let (before, after) = source.split_at(span.start());
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let end = after
        .find('\n')
        .map_or(source.len(), |at| span.start() + at);
    // A terminal obeys control characters; a reviewer need not see them.
    let line: String = source
        .get(start..end)
        .unwrap_or_default()
        .chars()
        .flat_map(|c| match c.is_control() {
            true => std::iter::repeat_n(' ', c.len_utf8()),
            false => std::iter::repeat_n(c, 1),
        })
        .collect();
    let place = span.start() - start..span.end().clamp(span.start(), end) - start;
    let weight = match finding.severity() {
        Severity::Note => Weight::NOTE,
        Severity::Warning => Weight::WARNING,
        Severity::Error => Weight::ERROR,
    };
    let title = message(finding);
    let group = weight.primary_title(&title).id(finding.code()).element(
        Snippet::source(&line)
            .path(name)
            .line_start(finding.line())
            .annotation(AnnotationKind::Primary.span(place)),
    );
    Renderer::plain()
        .decor_style(DecorStyle::Ascii)
        .render(&[group])
}

/// A row a portion: its mark, where its rating comes from, who sees it when.
fn portions(question: &Question<'_>, lines: &Lines<'_>, assessment: &Assessment<'_>) -> String {
    let dates = dates(question, assessment);
    let readers: Vec<Reader> = RUNGS.iter().filter_map(|rung| rung.parse().ok()).collect();
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN);
    let mut header: Vec<String> = ["line", "portion", "mark", "counts as", "because", "opens"]
        .map(str::to_owned)
        .to_vec();
    header.extend(dates.iter().map(|date| format!("seen by on {date}")));
    table.set_header(header);
    for (portion, target) in assessment.portions().iter().zip(assessment.targets()) {
        let mut row = vec![
            lines.line(assessment.span(portion).start()).to_string(),
            target.to_string(),
            mark(assessment.document(), portion),
            counts_as(portion),
            because(assessment, portion),
            opening(assessment, portion, &question.reader),
        ];
        for date in &dates {
            row.push(seen_by(assessment, portion, &readers, *date));
        }
        table.add_row(row);
    }
    format!(
        "Portions (\"opens\" is for {})\n\n{}\n",
        question.reader,
        table.trim_fmt()
    )
}

/// The days that were asked for; else today, and the days on which something opens for the public.
fn dates(question: &Question<'_>, assessment: &Assessment<'_>) -> Vec<Date> {
    let mut dates = question.as_of.to_vec();
    if dates.is_empty() {
        dates = assessment
            .days(&Reader::public())
            .iter()
            .map(tearline::policy::Day::on)
            .collect();
        dates.push(question.today);
    }
    dates.sort_unstable();
    dates.dedup();
    dates
}

/// Where a rating comes from, by which reading rule, and what raised it above a stated mark.
pub(super) fn because(assessment: &Assessment<'_>, portion: &Portion) -> String {
    let provenance = format!("{}, rule {}", portion.provenance(), portion.rule());
    let blocks = assessment.document().blocks();
    let blocks = blocks.get(portion.blocks()).unwrap_or_default();
    let stated = blocks.first().and_then(|block| block.mark().stated());
    match (portion.provenance(), stated) {
        (Provenance::Stated(_), Some(stated)) if stated.label() != *portion.rating().label() => {
            if assessment.is_compilation() && portion.kind().is_body() {
                format!("{provenance}, raised by compilation")
            } else if let Some(rule) = blocks.iter().find_map(Block::raised_by) {
                format!("{provenance}, raised by rule {rule}")
            } else {
                format!("{provenance}, under the captions")
            }
        }
        _ => provenance,
    }
}

/// The mark that a portion states.
pub(super) fn mark(document: &Document<'_>, portion: &Portion) -> String {
    match document
        .blocks()
        .get(portion.blocks().start)
        .map(Block::mark)
    {
        Some(Mark::Stated { stated, .. }) => {
            format!("({})", Label::from(stated.marking()))
        }
        Some(Mark::Damaged { .. }) => "unreadable".to_owned(),
        Some(Mark::Excised(_)) => "withheld before".to_owned(),
        Some(Mark::Unmarked) | None => "none".to_owned(),
    }
}

/// What it is rated, and what is left of that once its level has ended.
pub(super) fn counts_as(portion: &Portion) -> String {
    let label = portion.rating().label();
    let bare = label.with_level(Level::Unclassified);
    if !label.level().is_classified() || bare.is_plain() || !label.is_resolved() {
        return label.to_string();
    }
    format!("{label}, then {bare}")
}

/// When it opens for a reader, in a word or two.
pub(super) fn opening(assessment: &Assessment<'_>, portion: &Portion, reader: &Reader) -> String {
    let label = portion.rating().label();
    // A review or a date ends the level; what else bars the reader stays.
    let bare = label.with_level(Level::Unclassified);
    let by_level = reader.reads(&bare).is_permit() && portion.excised().is_none();
    match assessment.opening(portion, reader) {
        Opening::Always => "open".to_owned(),
        Opening::On(day) => day.to_string(),
        Opening::Review(day) if by_level => format!("review {day}"),
        Opening::Never if by_level => "held".to_owned(),
        Opening::Review(_) | Opening::Never => "never by date".to_owned(),
    }
}

/// The rungs that see a portion on a day.
fn seen_by(
    assessment: &Assessment<'_>,
    portion: &Portion,
    readers: &[Reader],
    as_of: Date,
) -> String {
    let seen: Vec<&str> = RUNGS
        .iter()
        .zip(readers)
        .filter(|(_, reader)| assessment.verdict(portion, reader, as_of).is_release())
        .map(|(rung, _)| *rung)
        .collect();
    if seen.is_empty() {
        return "none of them".to_owned();
    }
    seen.join(" ")
}

/// When does what open, and why; and what no date opens.
fn days(question: &Question<'_>, lines: &Lines<'_>, assessment: &Assessment<'_>) -> String {
    let reader = &question.reader;
    let mut out = format!("When does what open for {reader}\n");
    for day in assessment.days(reader) {
        let mut groups: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for change in day.changes() {
            let effect = match change.effect() {
                Effect::Opens => "opens".to_owned(),
                Effect::Lowers(level) => format!("is lowered to {level}"),
            };
            groups
                .entry((effect, change.basis().to_string()))
                .or_default()
                .push(change.portion());
        }
        for ((effect, basis), names) in groups {
            let _ = writeln!(
                out,
                "  {}: {effect}: {}\n    {basis}",
                day.on(),
                together(assessment, lines, &names)
            );
        }
    }
    let mut shut: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, portion) in assessment.portions().iter().enumerate() {
        let opening = opening(assessment, portion, reader);
        if opening.starts_with("review") || opening == "held" || opening.starts_with("never") {
            shut.entry(opening).or_default().push(index);
        }
    }
    for (opening, names) in &shut {
        let _ = writeln!(out, "  {opening}: {}", together(assessment, lines, names));
    }
    if out.lines().count() == 1 {
        out.push_str("  everything is open on any day\n");
    }
    out
}
