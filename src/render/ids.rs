//! Names of the portions of a release, for whoever cites or links them.

use std::collections::HashMap;
use std::fmt;

use crate::policy::PortionKind;
use crate::release::{Number, Released};

/// Ids that differ within a release. They follow from the kinds and numbers of its portions, which are declared structure.
#[derive(Default)]
pub(super) struct Ids {
    /// How often each began one.
    taken: HashMap<String, usize>,
}

/// `paragraph-4.a`, `heading-2`; a number that repeats, `paragraph-2-again-1`.
pub(super) struct Id {
    kind: PortionKind,
    number: Option<Number>,
    /// How many begin alike, with this one.
    times: usize,
}

impl Ids {
    pub(super) fn next(&mut self, portion: &Released<'_>) -> Id {
        let (kind, number) = (portion.kind(), portion.number());
        let first = Id {
            kind,
            number,
            times: 1,
        };
        // Different numbers may look alike: `i` counts letters, and Roman numbers.
        let begin = match number {
            Some(_) => first.to_string(),
            None => kind.as_str().to_owned(),
        };
        let times = self.taken.entry(begin).or_default();
        *times += 1;
        Id {
            times: *times,
            ..first
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.as_str())?;
        match (self.number, self.times) {
            (Some(number), 1) => write!(f, "-{number}"),
            (Some(number), times) => write!(f, "-{number}-again-{}", times - 1),
            (None, times) => write!(f, "-{times}"),
        }
    }
}
