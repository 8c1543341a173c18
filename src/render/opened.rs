//! What was classified and is no more, in words: the word, the authority, the day, and the marking that is lined through
//! (32 CFR 2001.25(b)).

use super::calendar::name;
use super::flow::Flow;
use crate::declass::Outcome;
use crate::release::{Declassified, Release, Released};

/// What stands behind a portion, or below the title of a document.
pub(super) struct Note {
    /// `Declassified by …, 2016-03-14; was `, where a marking follows.
    pub(super) words: String,
    /// The marking that is lined through; empty where there is none.
    pub(super) struck: String,
}

impl Note {
    /// That a portion was declassified.
    pub(super) fn of(portion: &Released<'_>) -> Option<Self> {
        let declassified = portion.disclosed().declassified()?;
        let mark = declassified.was().map(|label| format!("({label})"));
        Some(Self::new(declassified, mark))
    }

    /// That the document was.
    pub(super) fn of_document(release: &Release<'_>) -> Option<Self> {
        let declassified = release.declassified()?;
        Some(Self::new(declassified, overall(declassified)))
    }

    fn new(declassified: &Declassified, struck: Option<String>) -> Self {
        let mut words = "Declassified".to_owned();
        if let Some(how) = how(declassified) {
            words.push(' ');
            words.push_str(&how);
        }
        words.push_str(if struck.is_some() { "; was " } else { "" });
        Self {
            words,
            struck: struck.unwrap_or_default(),
        }
    }
}

/// Who or what declassified it, and when. The name of an authority is text that somebody gave, and stays in its line.
fn how(declassified: &Declassified) -> Option<String> {
    declassified
        .how()
        .map(|how| Flow::one_line(&how.to_string()))
}

/// What a level line said of the whole.
fn overall(declassified: &Declassified) -> Option<String> {
    declassified.was().map(|was| was.level().to_string())
}

/// A line for the document and for each portion, for a format in which nothing can be lined through or stand behind a
/// portion: the old marking is named. Portions without a number that stand together share one.
pub(super) fn lines(release: &Release<'_>) -> Vec<String> {
    let line = |name: &str, was: Option<String>, declassified: &Declassified| {
        let was = was.map_or_else(String::new, |was| format!(", was {was}"));
        let how = how(declassified).map_or_else(String::new, |how| format!(": {how}"));
        (name.to_owned(), format!("{was}{how}"))
    };
    let whole = release.declassified();
    let whole = whole.map(|it| line("the document", overall(it), it));
    let portions = release.portions().iter().filter_map(|portion| {
        let it = portion.disclosed().declassified()?;
        let was = it.was().map(ToString::to_string);
        Some(line(&name(portion), was, it))
    });
    let mut lines: Vec<((String, String), usize)> = Vec::new();
    for line in whole.into_iter().chain(portions) {
        match lines.last_mut() {
            Some((before, count)) if *before == line => *count += 1,
            Some(_) | None => lines.push((line, 1)),
        }
    }
    let lines = lines.into_iter().map(|((name, rest), count)| match count {
        1 => format!("{name}{rest}"),
        count => format!("{name} ({count}){rest}"),
    });
    lines.collect()
}

/// How the classification of the document ends, in the style that shows it.
pub(super) fn instruction(release: &Release<'_>) -> Option<String> {
    let outcome = release.instruction()?;
    let basis = outcome.basis();
    let day = match outcome {
        Outcome::Declassified { on, .. } => format!("on {on}"),
        Outcome::DueForReview { on, .. } => format!("by review, due on {on}"),
        Outcome::Held { .. } => "on no day".to_owned(),
    };
    Some(format!("Declassification of the document: {day}: {basis}"))
}
