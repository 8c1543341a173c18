//! A web page: one file, no script, nothing from elsewhere.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::calendar::TITLE;
use super::excision::Excision;
use super::flow::{Flow, Gap};
use super::ids::Ids;
use super::lead::{Lead, Marks, before, width};
use super::opened::{self, Note};
use super::sheet::Sheet;
use super::sink::{Sink, size};
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
        let mut out = String::with_capacity(size(self) + STYLE.len());
        page(self, &Sheet::of(self), &mut out);
        out
    }
}

/// The page with the release on it.
pub(super) fn page(release: &Release<'_>, sheet: &Sheet, sink: &mut impl Sink) {
    let (header, body) = parts(release);
    let running = html! { @for line in &sheet.running { p { (line) } } }.into_string();
    let notes = html! {
        h1 { (sheet.title) }
        @for note in &sheet.notes { p.summary { (note) } }
        (opened(Note::of_document(release)))
        @if let Some(instruction) = opened::instruction(release) { p.summary { (instruction) } }
    };
    let head = head(&sheet.name, &running_lines(&sheet.running));
    push(
        sink.buffer(),
        &[
            &DOCTYPE.into_string(),
            "<html lang=\"en\">",
            &head.into_string(),
            "<body><header class=\"banner\">",
            &running,
            "</header><main>",
            &notes.into_string(),
        ],
    );
    let mut marks = Marks::default();
    let mut ids = sheet.links.then(Ids::default);
    if !header.is_empty() {
        let section = "<section class=\"head\" aria-label=\"Header\">";
        push_section(section, header, &mut marks, &mut ids, sink);
    }
    let section = "<section class=\"body\" aria-label=\"Text\">";
    push_section(section, body, &mut marks, &mut ids, sink);
    let days = html! {
        @if let Some(picture) = timeline(release) {
            section.timeline aria-label="Days" { h2 { (TITLE) } div.wide tabindex="0" { (picture) } }
        }
    };
    push(
        sink.buffer(),
        &[
            &days.into_string(),
            "</main><footer class=\"banner\">",
            &running,
            "</footer></body></html>",
        ],
    );
}

fn push_section<'r>(
    begin: &str,
    portions: &'r [Released<'_>],
    marks: &mut Marks<'r>,
    ids: &mut Option<Ids>,
    sink: &mut impl Sink,
) {
    sink.buffer().push_str(begin);
    for portion in portions {
        let id = ids.as_mut().map(|ids| ids.next(portion).to_string());
        push_block(sink.buffer(), portion, id.as_deref(), marks);
        sink.settle();
    }
    sink.buffer().push_str("</section>");
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

fn push_block<'r>(
    out: &mut String,
    portion: &'r Released<'_>,
    id: Option<&str>,
    marks: &mut Marks<'r>,
) {
    let note = Note::of(portion);
    let opened = note.map(|note| opened(Some(note)).into_string());
    let opened = opened.unwrap_or_default();
    let (begin, end) = match portion.kind() {
        PortionKind::Subject => ("<h2 class=\"subject\">", "</h2>"),
        PortionKind::Heading => ("<h2>", "</h2>"),
        PortionKind::Header => ("<p class=\"field\">", "</p>"),
        PortionKind::Subparagraph => ("<div class=\"portion item\">", "</div>"),
        PortionKind::Paragraph | PortionKind::Block => ("<div class=\"portion\">", "</div>"),
    };
    out.push_str(begin);
    push_line(out, portion, id, marks);
    // A heading and a field hold no paragraph.
    match portion.kind() {
        PortionKind::Subject | PortionKind::Heading | PortionKind::Header => {
            push(out, &[end, &opened]);
        }
        PortionKind::Subparagraph | PortionKind::Paragraph | PortionKind::Block => {
            push(out, &[&opened, end]);
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
fn push_line<'r>(
    out: &mut String,
    portion: &'r Released<'_>,
    id: Option<&str>,
    marks: &mut Marks<'r>,
) {
    match portion.content() {
        Content::Withheld(_) => {
            push_word(out, "lead", &Lead(portion).word());
            // Kind and number, which are declared structure.
            match id {
                Some(id) => push(
                    out,
                    &["<strong class=\"excision\" role=\"note\" id=\"", id, "\">"],
                ),
                None => out.push_str("<strong class=\"excision\" role=\"note\">"),
            }
            push_escaped(out, &Excision(portion).to_string());
            out.push_str("</strong>");
        }
        Content::Text { label, text } => {
            let before = before(portion, marks.of(label));
            let classes = if portion.field_label().is_some() {
                ["mark", "lead"]
            } else {
                ["lead", "mark"]
            };
            for (class, word) in classes.into_iter().zip(&before) {
                push_word(out, class, word);
            }
            match portion.kind() {
                PortionKind::Subject | PortionKind::Heading => {
                    out.push_str("<span class=\"text\">");
                    push_escaped(out, &Flow::one_line(text));
                }
                PortionKind::Header
                | PortionKind::Paragraph
                | PortionKind::Subparagraph
                | PortionKind::Block => push_flow(out, &Flow::of(text, width(&before))),
            }
            out.push_str("</span>");
        }
    }
}

fn push_word(out: &mut String, class: &str, word: &str) {
    if !word.is_empty() {
        push(out, &["<span class=\"", class, "\">"]);
        push_escaped(out, word);
        out.push_str("</span> ");
    }
}

fn push_flow(out: &mut String, flow: &Flow<'_>) {
    let (begin, line_break) = if flow.is_columns() {
        // A table may be wider than a phone: it scrolls by itself, and a keyboard must reach it.
        (
            "<span class=\"text columns\" role=\"group\" aria-label=\"Columns\" tabindex=\"0\">",
            "\n",
        )
    } else {
        ("<span class=\"text\">", "<br>")
    };
    out.push_str(begin);
    for (gap, piece) in flow.pieces() {
        out.push_str(match gap {
            Gap::Nothing => "",
            Gap::Blank => " ",
            Gap::Break => line_break,
        });
        push_escaped(out, piece);
    }
}

/// A text, in which no sign begins an element, an attribute's end or an entity.
fn push_escaped(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut written = 0;
    if memchr::memchr3(b'&', b'<', b'>', bytes).is_some() || memchr::memchr(b'"', bytes).is_some() {
        for (at, byte) in text.bytes().enumerate() {
            let escape = match byte {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => continue,
            };
            push(out, &[text.get(written..at).unwrap_or_default(), escape]);
            written = at + 1;
        }
    }
    out.push_str(text.get(written..).unwrap_or_default());
}

fn push(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

/// The running lines for every printed page. In a style sheet a string may hold nothing but what is escaped.
pub(super) fn running_lines(lines: &[String]) -> String {
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
    // The lines stand in the margin.
    let margin = match lines.len().saturating_sub(FIT) {
        0 => String::new(),
        more => format!("margin:{}mm 20mm;", 22 + 5 * more),
    };
    format!(
        "@page{{{margin}@top-center{{content:\"{content}\"}}@bottom-center{{content:\"{content}\"}}}}"
    )
}

/// So many running lines fit into the margin that every page has.
const FIT: usize = 3;
