//! Places in a text as words with so much of what stands around them that they are found once.

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::folded::{Fold, Folded};
use crate::proposal::Words;

/// How many letters and digits on each side are tried, from few to many. Behind the last the whole portion is meant: a text
/// that repeats itself for longer is read by nobody word for word.
const CONTEXTS: [usize; 4] = [16, 64, 256, 1024];

/// The words at each place with their surroundings; none where these do not make them one.
pub(crate) fn words(text: &str, places: &[Range<usize>]) -> Vec<Option<Words>> {
    let folded = Folded::of(text, Fold::Letters);
    // Equal words make one group; wherever they stand, they stand in each other's way.
    let mut groups: HashMap<&str, usize> = HashMap::new();
    let mut exacts: Vec<&str> = Vec::new();
    let ranges: Vec<Range<usize>> = places
        .iter()
        .map(|place| folded.place_of(place.start)..folded.place_of(place.end))
        .collect();
    let group_of: Vec<Option<usize>> = ranges
        .iter()
        .map(|range| {
            let exact = folded.text.get(range.clone()).filter(|it| !it.is_empty())?;
            Some(*groups.entry(exact).or_insert_with(|| {
                exacts.push(exact);
                exacts.len() - 1
            }))
        })
        .collect();
    let mut standing: Vec<Vec<Range<usize>>> = vec![Vec::new(); exacts.len()];
    let Ok(search) = AhoCorasick::new(&exacts) else {
        return vec![None; places.len()];
    };
    for found in search.find_overlapping_iter(&folded.text) {
        if let Some(group) = standing.get_mut(found.pattern().as_usize()) {
            group.push(found.range());
        }
    }
    let needed: Vec<Vec<Option<usize>>> = standing
        .iter()
        .map(|group| contexts(&folded.text, group))
        .collect();
    places
        .iter()
        .zip(&ranges)
        .zip(group_of)
        .map(|((place, range), group)| {
            let group = group?;
            let standing = standing.get(group)?;
            let at = standing
                .binary_search_by_key(&range.start, |other| other.start)
                .ok()?;
            let size = (*needed.get(group)?.get(at)?)?;
            quoted(text, &folded, place, range, size)
        })
        .collect()
}

/// Where the words stand; letters and digits alone are compared, and what they stand between decides where there are several.
pub(crate) fn place(text: &str, words: &Words) -> Option<Range<usize>> {
    let folded = Folded::of(text, Fold::Letters);
    let letters = |text: &str| Folded::of(text, Fold::Letters).text;
    let (before, exact, after) = (
        letters(&words.prefix),
        letters(&words.exact),
        letters(&words.suffix),
    );
    let at = folded.text.find(&format!("{before}{exact}{after}"))?;
    let start = at + before.len();
    folded.source(start..start + exact.len())
}

/// For each place of a group how many letters around it make it the only one.
fn contexts(text: &str, group: &[Range<usize>]) -> Vec<Option<usize>> {
    let mut needed = vec![None; group.len()];
    let mut open: Vec<usize> = (0..group.len()).collect();
    for size in CONTEXTS {
        let around: Vec<(&str, &str)> = group
            .iter()
            .map(|range| {
                (
                    last(text.get(..range.start), size),
                    first(text.get(range.end..), size),
                )
            })
            .collect();
        let mut count: HashMap<(&str, &str), usize> = HashMap::new();
        for pair in &around {
            *count.entry(*pair).or_default() += 1;
        }
        open.retain(|index| {
            let Some((before, after)) = around.get(*index) else {
                return true;
            };
            // At the edge of the text less stands around it, which others may have as well and more.
            let short = before.len() < size || after.len() < size;
            let alone = if short {
                let like =
                    |other: &&(&str, &str)| other.0.ends_with(before) && other.1.starts_with(after);
                around.iter().filter(like).count() == 1
            } else {
                count.get(&(*before, *after)) == Some(&1)
            };
            if alone && let Some(slot) = needed.get_mut(*index) {
                *slot = Some(size);
            }
            !alone
        });
        if open.is_empty() {
            break;
        }
    }
    needed
}

/// The words at the place with at least so many letters on each side, from the beginning of a word to the end of one.
fn quoted(
    text: &str,
    folded: &Folded,
    place: &Range<usize>,
    range: &Range<usize>,
    size: usize,
) -> Option<Words> {
    let before = last(folded.text.get(..range.start), size);
    let from = range.start - before.len();
    let start = if from == 0 {
        0
    } else {
        folded.source(from..range.start)?.start
    };
    let start = text
        .get(..start)?
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + 1);
    let start = text.ceil_char_boundary(start).min(place.start);
    let after = first(folded.text.get(range.end..), size);
    let to = range.end + after.len();
    let end = if to == folded.text.len() {
        text.len()
    } else {
        folded.source(range.end..to)?.end
    };
    let rest = text.get(end..)?;
    let end = end + rest.find(char::is_whitespace).unwrap_or(rest.len());
    Some(Words {
        exact: text.get(place.clone())?.to_owned(),
        prefix: text.get(start..place.start)?.to_owned(),
        suffix: text.get(place.end..end.max(place.end))?.to_owned(),
    })
}

/// The last bytes of the text, as many or a few less.
fn last(text: Option<&str>, size: usize) -> &str {
    let text = text.unwrap_or_default();
    let start = text.ceil_char_boundary(text.len().saturating_sub(size));
    text.get(start..).unwrap_or_default()
}

/// The first bytes of the text, as many or a few less.
fn first(text: Option<&str>, size: usize) -> &str {
    let text = text.unwrap_or_default();
    text.get(..text.floor_char_boundary(size))
        .unwrap_or_default()
}
