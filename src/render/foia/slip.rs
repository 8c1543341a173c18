//! The slip sheet: the page that stands for a document that is withheld in full.

use maud::{DOCTYPE, html};

use super::entry::Entry;
use super::html::{list, page_head};
use super::whole::running;

/// The slip sheet of a document that is withheld in full, as one self-contained web page; none of another.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
/// use tearline::render::{Case, Package, slip_html};
///
/// let entry = |source: &str| {
///     let cable = tearline::parse(source);
///     let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
///     let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
///     Package::new(&release, &Case::new("F-2010-00017", "C00000001", date(2010, 1, 1))).entry()
/// };
/// let slip = slip_html(&entry("MEMORANDUM\n\nSECRET\n\n(S) The pier is closed.\n")).unwrap();
/// assert!(slip.contains("WITHHELD IN FULL") && !slip.contains("pier"));
/// assert_eq!(slip_html(&entry("UNCLAS STATE 1\n\n1. (U) One.\n")), None);
/// ```
#[must_use]
pub fn slip_html(entry: &Entry) -> Option<String> {
    let facts = entry.slip()?;
    let running = running(std::slice::from_ref(entry));
    Some(
        html! {
            (DOCTYPE)
            html lang="en" {
                (page_head(entry.head(), &running))
                body {
                    header.banner { @for line in &running { p { (line) } } }
                    main {
                        h1 { (entry.head()) }
                        p.summary { (Entry::SLIP) }
                        (list(&facts))
                        @for (code, text) in entry.laws() { p { b { (code) } " " (text) } }
                    }
                    footer.banner { @for line in &running { p { (line) } } }
                }
            }
        }
        .into_string(),
    )
}
