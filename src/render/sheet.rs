//! What stands around the portions of a release: on every page, and at its head.

use super::about::{decision, document_name, made, whom};
use crate::marking::Reader;
use crate::release::{Disposition, Release, Style};

/// The words of a page that are not a portion.
pub(crate) struct Sheet {
    /// On every page, at top and bottom; the first is the banner.
    pub(crate) running: Vec<String>,
    /// The title.
    pub(crate) title: String,
    /// What a window, a tab or a catalogue calls it: the document by its released reference and subject.
    #[cfg_attr(
        not(any(feature = "html", feature = "pdf")),
        allow(dead_code, reason = "text and Markdown have no window")
    )]
    pub(crate) name: String,
    /// Whether each excision of a page can be linked to.
    #[cfg_attr(
        not(feature = "html"),
        allow(dead_code, reason = "only a web page has links")
    )]
    pub(crate) links: bool,
    /// What the release says of itself, below the title.
    pub(crate) notes: Vec<String>,
}

impl Sheet {
    /// A release by itself: its banner, how much it holds, the day, and what it discloses of what it withholds.
    pub(crate) fn of(release: &Release<'_>) -> Self {
        let decision = decision(release.disposition());
        let title = if *release.reader() == Reader::public() {
            decision.to_owned()
        } else {
            // In full for one reader is not in full for another.
            format!("{decision}, for {}", whom(release))
        };
        Self {
            running: vec![release.banner()],
            name: match document_name(release) {
                Some(name) => format!("{name} – {decision} – {}", release.banner()),
                None => format!("{decision} – {}", release.banner()),
            },
            title,
            links: false,
            notes: vec![if tells(release) {
                format!("{}. {}", made(release), release.style().statement())
            } else {
                format!("{}.", made(release))
            }],
        }
    }
}

/// Whether the release has to say what it tells of what it withholds: always, but where it withholds nothing and would
/// have told nothing more than the reason.
fn tells(release: &Release<'_>) -> bool {
    release.style() != Style::default() || release.disposition() != Disposition::InFull
}
