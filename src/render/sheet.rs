//! What stands around the portions of a release: on every page, and at its head.

use super::decision;
use crate::release::{Disposition, Release, Style};

/// The words of a page that are not a portion.
pub(crate) struct Sheet {
    /// On every page, at top and bottom; the first is the banner.
    pub(crate) running: Vec<String>,
    /// The title.
    pub(crate) title: String,
    /// What the release says of itself, below the title.
    pub(crate) notes: Vec<String>,
}

impl Sheet {
    /// A release by itself: its banner, how much it holds, the day, and what it discloses of what it withholds.
    pub(crate) fn of(release: &Release<'_>) -> Self {
        Self {
            running: vec![release.banner()],
            title: decision(release.disposition()).to_owned(),
            notes: vec![if tells(release) {
                format!("As of {}. {}", release.as_of(), release.style().statement())
            } else {
                format!("As of {}.", release.as_of())
            }],
        }
    }
}

/// Whether the release has to say what it tells of what it withholds: always, but where it withholds nothing and would
/// have told nothing more than the reason.
fn tells(release: &Release<'_>) -> bool {
    release.style() != Style::default() || release.disposition() != Disposition::InFull
}
