//! A web page: one file, no script, nothing from elsewhere.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::calendar::TITLE;
use super::excision::Excision;
use super::flow::Flow;
use super::lead::{Lead, before, width};
use super::opened::{self, Note};
use super::sheet::Sheet;
use super::timeline::timeline;
use crate::policy::PortionKind;
use crate::release::{Content, Release, Released};

/// How the page looks. No rule in it depends on a document.
const STYLE: &str = include_str!("page.css");

impl Release<'_> {
    /// The release as one self-contained page of HTML, for screen, phone, print and screen reader.
    ///
    /// Every withheld portion is the same element with the reasons as its text; nothing of the document is in an
    /// attribute.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One < two.\n\n2. (C) Two.\n");
    /// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
    /// let page = release.to_html();
    /// assert!(page.contains("One &lt; two."));
    /// assert!(page.contains(r#"<strong class="excision" role="note">[withheld: classified]</strong>"#));
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        page(self, &Sheet::of(self)).into_string()
    }
}

/// The page with the release on it.
pub(crate) fn page(release: &Release<'_>, sheet: &Sheet) -> Markup {
    let (header, body) = parts(release);
    let running = html! { @for line in &sheet.running { p { (line) } } };
    html! {
        (DOCTYPE)
        html lang="en" {
            (head(&sheet.name, &running_lines(&sheet.running)))
            body {
                header.banner { (running) }
                main {
                    h1 { (sheet.title) }
                    @for note in &sheet.notes { p.summary { (note) } }
                    (opened(Note::of_document(release)))
                    @if let Some(instruction) = opened::instruction(release) { p.summary { (instruction) } }
                    @if !header.is_empty() {
                        section.head aria-label="Header" { @for portion in header { (block(portion)) } }
                    }
                    section.body aria-label="Text" { @for portion in body { (block(portion)) } }
                    @if let Some(picture) = timeline(release) {
                        section.timeline aria-label="Days" { h2 { (TITLE) } div.wide tabindex="0" { (picture) } }
                    }
                }
                footer.banner { (running) }
            }
        }
    }
}

/// The head of a page, with what its style adds to that of every page.
pub(super) fn head(title: &str, style: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (title) }
            style { (PreEscaped(STYLE)) (PreEscaped(style)) }
        }
    }
}

/// The header, as far as it stands together at the top, and the rest.
fn parts<'r, 'a>(release: &'r Release<'a>) -> (&'r [Released<'a>], &'r [Released<'a>]) {
    let portions = release.portions();
    let header = portions
        .iter()
        .take_while(|portion| !portion.kind().is_body())
        .count();
    portions.split_at_checked(header).unwrap_or((&[], portions))
}

fn block(portion: &Released<'_>) -> Markup {
    let opened = opened(Note::of(portion));
    match portion.kind() {
        PortionKind::Subject => html! { h2.subject { (line(portion)) } (opened) },
        PortionKind::Heading => html! { h2 { (line(portion)) } (opened) },
        PortionKind::Header => html! { p.field { (line(portion)) } (opened) },
        PortionKind::Subparagraph => html! { div.portion.item { (line(portion)) (opened) } },
        PortionKind::Paragraph | PortionKind::Block => {
            html! { div.portion { (line(portion)) (opened) } }
        }
    }
}

/// That something was declassified. Not every screen reader says that words are lined through; `was` does.
fn opened(note: Option<Note>) -> Markup {
    html! {
        @if let Some(Note { words, struck }) = note {
            p.opened { (words) @if !struck.is_empty() { s { (struck) } } }
        }
    }
}

/// Number or field label, mark and text; or number and excision.
fn line(portion: &Released<'_>) -> Markup {
    match portion.content() {
        Content::Withheld(_) => html! {
            (word("lead", &Lead(portion).to_string())) strong.excision role="note" { (Excision(portion)) }
        },
        Content::Text { label, text } => {
            let before = before(portion, label);
            let [first, second] = &before;
            let classes = if portion.field_label().is_some() {
                ["mark", "lead"]
            } else {
                ["lead", "mark"]
            };
            let [one, other] = classes;
            html! {
                (word(one, first)) (word(other, second))
                @match portion.kind() {
                    PortionKind::Subject | PortionKind::Heading => span.text { (Flow::one_line(text)) },
                    PortionKind::Header | PortionKind::Paragraph | PortionKind::Subparagraph | PortionKind::Block => {
                        (flow(&Flow::of(text, width(&before))))
                    }
                }
            }
        }
    }
}

fn word(class: &str, word: &str) -> Markup {
    html! { @if !word.is_empty() { span class=(class) { (word) } " " } }
}

fn flow(flow: &Flow) -> Markup {
    match flow {
        Flow::Prose(lines) => html! {
            span.text { @for (index, line) in lines.iter().enumerate() { @if index > 0 { br; } (line) } }
        },
        // A table may be wider than a phone: it scrolls by itself, and a keyboard must reach it.
        Flow::Columns(lines) => html! {
            span.text.columns role="group" aria-label="Columns" tabindex="0" {
                @for (index, line) in lines.iter().enumerate() { @if index > 0 { "\n" } (line) }
            }
        },
    }
}

/// The running lines for every printed page. In a style sheet a string may hold nothing but what is escaped.
fn running_lines(lines: &[String]) -> String {
    let mut content = String::new();
    for (index, line) in lines.iter().enumerate() {
        content.push_str(if index > 0 { "\\a " } else { "" });
        for c in line.chars() {
            if c.is_ascii_alphanumeric() || c == ' ' {
                content.push(c);
            } else {
                content.push_str(&format!("\\{:x} ", u32::from(c)));
            }
        }
    }
    format!("@page{{@top-center{{content:\"{content}\"}}@bottom-center{{content:\"{content}\"}}}}")
}
