//! The index of withholdings as a web page that prints whole.

use maud::{DOCTYPE, Markup, html};

use super::entry::{Entry, Withholding};
use super::whole::{key, of_case, running};
use crate::render::html::{head, running_lines};

/// How the index looks beside what every page has.
const STYLE: &str = include_str!("index.css");

/// The columns of the table of a document.
const COLUMNS: [&str; 6] = [
    "Place",
    "Exemption",
    "What is withheld",
    "Harm",
    "Segregability",
    "Decision",
];

/// The index as one self-contained web page. The places of a withholding are links to the page of the document, which is looked
/// for beside it under its [stem](Entry::file_stem).
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
/// use tearline::render::{Case, Package, index_html};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let case = Case::new("F-2010-00017", "C00000001", date(2010, 1, 1));
/// let entry = Package::new(&release, &case).entry();
/// let page = index_html(&[entry]);
/// assert!(page.contains(r##"<a href="C00000001-DRAFT.html#paragraph-2">paragraph 2</a>"##));
/// ```
#[must_use]
pub fn index_html(entries: &[Entry]) -> String {
    let open: usize = entries.iter().map(Entry::open).sum();
    let drafts = entries.iter().filter(|entry| entry.is_draft()).count();
    let title = "Index of withholdings";
    let running = running(entries);
    let withheld = entries
        .iter()
        .map(|it| it.withholdings.len())
        .sum::<usize>();
    html! {
        (DOCTYPE)
        html lang="en" {
            (page_head(title, &running))
            body {
                header.banner { @for line in &running { p { (line) } } }
                main {
                    h1 { (title) }
                    (list(&of_case(entries)))
                    p.summary {
                        "Documents: " (entries.len()) ". Withholdings: " (withheld) ". Drafts that may not go out yet: " (drafts)
                        ". Open questions: " (open) "."
                    }
                    @for entry in entries { (section(entry)) }
                    section.key { h2 { "Key" } (list(&key(entries))) }
                }
                footer.banner { @for line in &running { p { (line) } } }
            }
        }
    }
    .into_string()
}

fn section(entry: &Entry) -> Markup {
    let facts = entry.facts();
    html! {
        section id=(entry.document) {
            h2 { (entry.document) ": " (entry.decision) @if entry.is_draft() { " (draft, not for release)" } }
            (list(&facts))
            @for question in &entry.to_decide { p.open { "To decide: " (question) } }
            @if entry.withholdings.is_empty() { p { "Nothing is withheld." } } @else {
                div.wide tabindex="0" role="group" aria-label={ "Withholdings of " (entry.document) } {
                    table {
                        thead { tr { @for head in COLUMNS { th scope="col" { (head) } } } }
                        tbody { @for it in &entry.withholdings { (row(entry, it)) } }
                    }
                }
            }
        }
    }
}

/// The head of a page of a case, whose running lines stand on every printed page.
pub(super) fn page_head(title: &str, running: &[String]) -> Markup {
    head(title, &format!("{STYLE}{}", running_lines(running)))
}

/// Terms and what is said of them.
pub(super) fn list(facts: &[(&str, String)]) -> Markup {
    html! { dl { @for (term, text) in facts { div { dt { (term) } dd { (text) } } } } }
}

fn row(entry: &Entry, it: &Withholding) -> Markup {
    let page = format!("{}.html", entry.file_stem());
    html! {
        tr {
            th scope="row" {
                @for (index, link) in it.links.iter().enumerate() {
                    @if index > 0 { ", " }
                    a href={ (page) "#" (link.id) } { (link.place) }
                }
            }
            td {
                @if it.statute.is_empty() { "none chosen" }
                @for law in &it.statute { p { b { (law.code) } " " (law.text) } }
            }
            td { (it.description) }
            td { (it.harm) }
            td { (it.segregability) }
            td { @if it.to_decide.is_empty() { "withheld" } @else { "To decide: " (it.to_decide) } }
        }
    }
}
