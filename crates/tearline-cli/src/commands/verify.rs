//! `tearline verify`: the independent check on finished files of every format.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use lopdf::Object;
use tearline::audit;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Portion};
use tearline_files::Format as Kind;

use crate::context::Context;
use crate::finish::{self, Ended, Failure};
use crate::input::Input;
use crate::options::{Choices, Reading, View};
use crate::output;

/// What `verify` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The document; `-` is standard input.
    pub(crate) source: PathBuf,
    /// Finished files: text, Markdown, web pages, JSON, SVG, CSV, PDF.
    #[arg(required = true, value_name = "RELEASE")]
    releases: Vec<PathBuf>,
    #[command(flatten)]
    view: View,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choices: Choices,
}

/// What of a file is looked at: a name for it, and its characters.
type Part = (&'static str, String);

pub(super) fn run(arguments: &Arguments, context: &Context) -> finish::Result {
    let reader = context.reader(&arguments.view)?;
    let as_of = context.as_of(&arguments.view.day)?;
    let input = Input::named(&arguments.source);
    let source = input.text(context.encoding(&arguments.reading)?)?;
    let document = tearline::parse(&source);
    let assessment = context.policy(&arguments.choices).assess(&document);
    let mut ended = Ended::Done;
    let mut out = String::new();
    for file in &arguments.releases {
        let found = look(&assessment, &reader, as_of, file)?;
        let name = file.display();
        if found.is_empty() {
            out += &format!("{name}: nothing that is withheld from {reader} on {as_of}\n");
        }
        for line in found {
            ended = Ended::Denied;
            out += &format!("{name}: {line}\n");
        }
    }
    if !context.general.quiet || ended == Ended::Denied {
        output::write(None, out.as_bytes())?;
    }
    Ok(ended)
}

/// What is wrong with a finished file: a line each, with places and never with words.
fn look(
    assessment: &Assessment<'_, '_>,
    reader: &Reader,
    as_of: Date,
    file: &Path,
) -> Result<Vec<String>, Failure> {
    let failed =
        |error: &dyn std::fmt::Display| Failure::Input(format!("{}: {error}", file.display()));
    let bytes = fs::read(file).map_err(|error| failed(&error))?;
    let mut found = Vec::new();
    let parts = match Kind::of(&bytes) {
        Some(Kind::Pdf) => {
            let paper = lopdf::Document::load_mem(&bytes)
                .map_err(|error| failed(&format!("the PDF cannot be read: {error}")))?;
            if paper.is_encrypted() {
                return Err(failed(
                    &"the PDF is encrypted; nobody can say what it holds",
                ));
            }
            if paper.xref_section_count > 1 {
                found.push(format!(
                    "{} revisions stand in the file; what an earlier one holds can be read out of it",
                    paper.xref_section_count
                ));
            }
            paper_parts(&paper)
        }
        Some(Kind::Html) | None => {
            let text = String::from_utf8(bytes).map_err(|_| failed(&"it is not UTF-8"))?;
            vec![("its text", text)]
        }
        Some(other) => {
            let advice = other.advice();
            return Err(failed(&format!(
                "this is {other}, which is not looked into; {advice}"
            )));
        }
    };
    let mut told: Vec<(usize, &'static str)> = Vec::new();
    for (name, text) in &parts {
        for leak in audit::leaks(assessment, reader, as_of, text) {
            if !told.iter().any(|(portion, _)| *portion == leak.portion()) {
                told.push((leak.portion(), name));
            }
        }
    }
    told.sort_unstable();
    for (portion, part) in told {
        let name = assessment
            .portions()
            .get(portion)
            .map_or_else(String::new, Portion::name);
        found.push(format!(
            "{part} holds words of {name}, which is withheld from {reader} on {as_of}"
        ));
    }
    Ok(found)
}

/// What somebody can get out of a PDF: the text of its pages, its strings (metadata, outline, alternative texts), and what
/// its streams hold.
fn paper_parts(paper: &lopdf::Document) -> Vec<Part> {
    let pages: Vec<u32> = paper.get_pages().keys().copied().collect();
    let text: Vec<String> = paper
        .extract_text_chunks(&pages)
        .into_iter()
        .filter_map(Result::ok)
        .collect();
    let mut strings = String::new();
    let mut streams = String::new();
    for object in paper.objects.values() {
        collect(object, &mut strings);
        if let Object::Stream(stream) = object {
            let content = stream.decompressed_content();
            let content = content.unwrap_or_else(|_| stream.content.clone());
            streams.push_str(&String::from_utf8_lossy(&content));
            streams.push('\n');
        }
    }
    for (_, value) in paper.trailer.iter() {
        collect(value, &mut strings);
    }
    vec![
        ("the text of its pages", text.join("\n")),
        ("its metadata", strings),
        ("a stream", streams),
    ]
}

/// The strings of an object and of what it holds.
fn collect(object: &Object, into: &mut String) {
    match object {
        Object::String(..) => {
            if let Ok(text) = lopdf::decode_text_string(object) {
                into.push_str(&text);
                into.push('\n');
            }
        }
        Object::Array(items) => items.iter().for_each(|item| collect(item, into)),
        Object::Dictionary(items) => items.iter().for_each(|(_, item)| collect(item, into)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, item)| collect(item, into)),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::Reference(_) => {}
    }
}
