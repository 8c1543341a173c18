//! The disclosure log: what goes out in a case, a line a document.

#[cfg(feature = "html")]
use maud::{DOCTYPE, html};

use super::entry::Entry;
#[cfg(feature = "html")]
use super::whole::running;

/// The columns of the log.
const COLUMNS: &[&str] = &[
    "document",
    "case",
    "requested",
    "released",
    "date",
    "type",
    "reference",
    "subject",
    "pages",
    "decision",
    "state",
];

/// The disclosure log as a table: the names of its columns, and a row for each document.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
/// use tearline::render::{Case, Package, log_rows};
///
/// let cable = tearline::parse("UNCLAS STATE 1\n\nSUBJECT: (U) PIERS\n\n1. (U) One.\n");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let case = Case::new("F-2010-00017", "C00000001", date(2010, 1, 1)).with_reviewer("I. Birk");
/// let (columns, rows) = log_rows(&[Package::new(&release, &case).entry()]);
/// assert_eq!((columns[9], &*rows[0][9]), ("decision", "RELEASED IN FULL"));
/// assert_eq!((&*rows[0][7], &*rows[0][10]), ("PIERS", "final"));
/// ```
#[must_use]
pub fn log_rows(entries: &[Entry]) -> (&'static [&'static str], Vec<Vec<String>>) {
    (COLUMNS, entries.iter().map(row).collect())
}

fn row(entry: &Entry) -> Vec<String> {
    let state = if entry.is_draft() {
        "draft, not released"
    } else {
        "final"
    };
    [
        &*entry.document,
        &entry.case,
        &entry.requested,
        &entry.released,
        &entry.date,
        &entry.kind,
        &entry.reference,
        &entry.subject,
        &entry.pages,
        &entry.head,
        state,
    ]
    .map(str::to_owned)
    .into()
}

/// The disclosure log as one self-contained web page.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
/// use tearline::render::{Case, Package, log_html};
///
/// let cable = tearline::parse("UNCLAS STATE 1\n\nSUBJECT: (U) PIERS\n\n1. (U) One.\n");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let case = Case::new("F-2010-00017", "C00000001", date(2010, 1, 1)).with_reviewer("I. Birk");
/// let page = log_html(&[Package::new(&release, &case).entry()]);
/// assert!(page.contains("Disclosure log") && page.contains("PIERS"));
/// ```
#[cfg(feature = "html")]
#[must_use]
pub fn log_html(entries: &[Entry]) -> String {
    let title = "Disclosure log";
    let running = running(entries);
    // The case stands in the line of every page.
    let shown = |at: usize| at != 1;
    html! {
        (DOCTYPE)
        html lang="en" {
            (super::html::page_head(title, &running))
            body {
                header.banner { @for line in &running { p { (line) } } }
                main {
                    h1 { (title) }
                    div.wide tabindex="0" role="group" aria-label=(title) {
                        table.log {
                            thead { tr { @for (at, head) in COLUMNS.iter().enumerate() {
                                @if shown(at) { th scope="col" { (head) } }
                            } } }
                            tbody { @for entry in entries { tr {
                                @for (at, cell) in row(entry).iter().enumerate() {
                                    @if at == 0 { th scope="row" { a href={ (entry.file_stem()) ".html" } { (cell) } } }
                                    @else if shown(at) { td { (cell) } }
                                }
                            } } }
                        }
                    }
                }
                footer.banner { @for line in &running { p { (line) } } }
            }
        }
    }
    .into_string()
}
