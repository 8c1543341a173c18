//! Where something is withheld: a name for people and one for links, each of one place of a release.

use std::collections::HashMap;

use crate::release::{Authority, Grounds, Release};
use crate::render::calendar::name;
use crate::render::ids::Ids;

/// A place in which something is withheld.
pub(super) struct Withheld<'r> {
    /// The portion of the release, by its index.
    pub(super) portion: usize,
    /// As a person calls it; no other place of the release is called so.
    pub(super) place: String,
    /// The name of its element on the page.
    pub(super) id: String,
    pub(super) authority: Option<Authority>,
    pub(super) grounds: Option<&'r Grounds>,
    /// Whether it is words in a portion, the rest of which is released.
    pub(super) is_words: bool,
}

/// The places of a release in which something is withheld, in its order.
pub(super) fn withheld<'r>(release: &'r Release<'_>) -> Vec<Withheld<'r>> {
    let mut numbered: Option<String> = None;
    let mut ids = Ids::default();
    let mut called: HashMap<String, usize> = HashMap::new();
    let mut places = Vec::new();
    for (index, portion) in release.portions().iter().enumerate() {
        let id = ids.next(portion).to_string();
        let mut place = match (portion.number(), &numbered) {
            (None, Some(before)) => format!("{} after {before}", name(portion)),
            (None, None) | (Some(_), _) => name(portion),
        };
        let times = called.entry(place.clone()).or_default();
        *times += 1;
        if *times > 1 {
            // As a decision names the second of a name.
            place = format!("{place} #{times}");
        }
        if portion.number().is_some() {
            numbered = Some(place.clone());
        }
        let words = portion.excised_words();
        for (nth, it) in words.iter().enumerate() {
            let place = match words.len() {
                1 => format!("{place}, words in it"),
                count => format!("{place}, words in it ({} of {count})", nth + 1),
            };
            places.push(Withheld {
                portion: index,
                place,
                id: id.clone(),
                authority: it.authority(),
                grounds: it.grounds(),
                is_words: true,
            });
        }
        if !portion.is_released() {
            places.push(Withheld {
                portion: index,
                place,
                id,
                authority: portion.disclosed().authority(),
                grounds: portion.disclosed().grounds(),
                is_words: false,
            });
        }
    }
    places
}
