//! What opens together: the portions of a release by the day on which they open.

use crate::policy::{Opening, PortionKind};
use crate::release::{Release, Released};

/// Portions that open on the same day, or never.
pub(super) struct Together {
    opening: Opening,
    kinds: Vec<Kind>,
}

/// Those of one kind.
struct Kind {
    kind: PortionKind,
    numbers: Vec<String>,
    /// How many have no number.
    others: usize,
}

/// The portions whose day a style shows: those that are open first, then by day, those that no date opens last.
pub(super) fn together(release: &Release<'_>) -> Vec<Together> {
    let mut all: Vec<Together> = Vec::new();
    for portion in release.portions() {
        let Some(opening) = portion.disclosed().opening() else {
            continue;
        };
        match all.iter_mut().find(|it| it.opening == opening) {
            Some(it) => it.take(portion),
            None => {
                let mut it = Together {
                    opening,
                    kinds: Vec::new(),
                };
                it.take(portion);
                all.push(it);
            }
        }
    }
    all.sort_by_key(|it| match it.opening {
        Opening::Always => (0, None),
        Opening::On(day) => (1, Some(day)),
        Opening::Review(day) => (2, Some(day)),
        Opening::Never => (3, None),
    });
    all
}

impl Together {
    /// When they open.
    pub(super) const fn opening(&self) -> Opening {
        self.opening
    }

    /// `subject, paragraphs 1–3, 7, 2 headings`.
    pub(super) fn names(&self) -> String {
        let names: Vec<String> = self.kinds.iter().flat_map(Kind::names).collect();
        names.join(", ")
    }

    fn take(&mut self, portion: &Released<'_>) {
        let number = portion.number().map(|number| number.to_string());
        let kind = portion.kind();
        let at = match self.kinds.iter().position(|it| it.kind == kind) {
            Some(at) => at,
            None => {
                self.kinds.push(Kind {
                    kind,
                    numbers: Vec::new(),
                    others: 0,
                });
                self.kinds.len() - 1
            }
        };
        if let Some(it) = self.kinds.get_mut(at) {
            match number {
                Some(number) => it.numbers.push(number),
                None => it.others += 1,
            }
        }
    }
}

impl Kind {
    fn names(&self) -> impl Iterator<Item = String> {
        let word = match self.kind {
            PortionKind::Header => "header line",
            PortionKind::Subparagraph => "item",
            PortionKind::Subject
            | PortionKind::Heading
            | PortionKind::Paragraph
            | PortionKind::Block => self.kind.as_str(),
        };
        let s = |count: usize| if count == 1 { "" } else { "s" };
        let numbers = (!self.numbers.is_empty())
            .then(|| format!("{word}{} {}", s(self.numbers.len()), ranges(&self.numbers)));
        let others = match self.others {
            0 => None,
            1 => Some(word.to_owned()),
            others => Some(format!("{others} {word}s")),
        };
        numbers.into_iter().chain(others)
    }
}

/// `4, 5, 6, 9, 6.a` as `4–6, 9, 6.a`.
fn ranges(numbers: &[String]) -> String {
    let mut runs: Vec<(&str, &str)> = Vec::new();
    for number in numbers {
        let next = |last: &str| {
            let (last, this): (Option<u32>, Option<u32>) = (last.parse().ok(), number.parse().ok());
            last.and_then(|last| last.checked_add(1))
                .is_some_and(|next| this == Some(next))
        };
        match runs.last_mut() {
            Some((_, last)) if next(last) => *last = number,
            Some(_) | None => runs.push((number, number)),
        }
    }
    let runs: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| match first == last {
            true => first.to_owned(),
            false => format!("{first}–{last}"),
        })
        .collect();
    runs.join(", ")
}
