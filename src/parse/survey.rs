//! One look at a whole text, for everything that asks about a part of it: what stands in each of its lines. A part in which
//! nothing of interest can stand is not looked at letter by letter by any of the passes.

use std::cell::Cell;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::beginning;
use super::lines::{Line, Lines};
use super::look::Look;
use crate::Span;

/// What is looked for in a whole text at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// The letters that every label of an instruction has.
    Mention,
    /// How the levels end that stand before a text, and are no sign of a mark.
    LevelEnd,
    /// The mark of the unclassified in the last and in the first cell of a row that gaps part; no sign of a mark either.
    LastCell,
    FirstCell,
    /// How a region begins in the middle of a line.
    Begin,
}

/// The letters of all of them. None of them ends as another one begins, but for the two cells of one row, which say the same of it.
const SIGNS: [(&str, Sign); 9] = [
    ("ecl", Sign::Mention),
    ("ECL", Sign::Mention),
    ("CRET", Sign::LevelEnd),
    ("CTED", Sign::LevelEnd),
    ("IAL", Sign::LevelEnd),
    (beginning::OPEN_CELLS[0], Sign::LastCell),
    (beginning::OPEN_CELLS[1], Sign::FirstCell),
    (beginning::BEGINS[0], Sign::Begin),
    (beginning::BEGINS[1], Sign::Begin),
];

static FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let mut builder = AhoCorasick::builder();
    let builder = builder.match_kind(MatchKind::LeftmostFirst);
    builder.build(SIGNS.map(|(letters, _)| letters)).ok()
});

/// The signs in a text, each with its place.
fn signs(text: &[u8]) -> impl Iterator<Item = (Sign, usize, usize)> {
    let found = FINDER.as_ref().map(|finder| finder.find_iter(text));
    let found = found.into_iter().flatten().filter_map(|found| {
        let (_, sign) = SIGNS.get(found.pattern().as_usize())?;
        Some((*sign, found.start(), found.end()))
    });
    // Without a finder for all each is looked for by itself.
    let each = FINDER.is_none().then_some(SIGNS).into_iter().flatten();
    found.chain(each.flat_map(move |(letters, sign)| {
        let found = memchr::memmem::find_iter(text, letters);
        found.map(move |at| (sign, at, at + letters.len()))
    }))
}

/// What parts such a level from the text behind it.
const BEHIND_LEVEL: [&[u8]; 3] = [b" -", b"--", b". "];

/// Whether a cell ends before a text, or a level in it goes on.
fn ends_cell(behind: &[u8]) -> bool {
    matches!(behind, [] | [b'\n' | b'\r' | b' ', ..]) || behind.starts_with(b"NCLAS")
}

/// Whether a level may fill the cell of a row that ends before a text.
fn fills_cell(behind: &[u8]) -> bool {
    matches!(
        behind,
        [] | [b'\n' | b'\r' | b'\t' | b'|', ..] | [b' ' | b':' | b'.', b' ' | b'|', ..]
    )
}

/// Where the letters of a label stand.
pub(super) fn mentions(text: &[u8]) -> impl Iterator<Item = usize> {
    signs(text).filter_map(|(sign, at, _)| (sign == Sign::Mention).then_some(at))
}

/// What stands where in a text.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    lines: Lines<'a>,
    /// Where its lines begin.
    starts: Vec<usize>,
    /// What stands in each of them.
    looks: Vec<Look>,
    /// Where a level ends before a dash or a full stop, and where one may fill a cell.
    levels: Vec<usize>,
    /// Whether a region may begin in the middle of a line.
    bounds: bool,
    /// Which of them was read last.
    read: usize,
    /// Which of them a place was looked for in last.
    near: Cell<usize>,
}

/// How many lines are looked at before a place is looked for in all of them.
const NEAR: usize = 4;

impl<'a> Survey<'a> {
    pub(super) fn of(lines: Lines<'a>) -> Self {
        let bytes = lines.source.as_bytes();
        let starts = lines.starts();
        let mut looks = Vec::with_capacity(starts.len());
        for (index, start) in starts.iter().enumerate() {
            let end = starts.get(index + 1).copied().unwrap_or(bytes.len());
            let line = bytes.get(*start..end).unwrap_or_default();
            looks.push(beginning::look(line.strip_suffix(b"\n").unwrap_or(line)));
        }
        let mut levels = Vec::new();
        let mut bounds = false;
        for (sign, at, end) in signs(bytes) {
            let behind = bytes.get(end..).unwrap_or_default();
            match sign {
                Sign::Mention => {
                    let line = starts.partition_point(|start| *start <= at);
                    if let Some(look) = line.checked_sub(1).and_then(|line| looks.get_mut(line)) {
                        *look = look.or(Look::MENTIONS);
                    }
                }
                Sign::LevelEnd
                    if BEHIND_LEVEL.iter().any(|sign| behind.starts_with(sign))
                        || fills_cell(behind) =>
                {
                    levels.push(at);
                }
                Sign::LastCell if ends_cell(behind) => levels.push(at),
                Sign::FirstCell => levels.push(at + 1),
                Sign::LevelEnd | Sign::LastCell => {}
                Sign::Begin => bounds = true,
            }
        }
        levels.sort_unstable();
        Self {
            lines,
            starts,
            looks,
            levels,
            bounds,
            read: 0,
            near: Cell::new(0),
        }
    }

    /// Whether a region may begin in the middle of a line.
    pub(super) const fn may_begin_region(&self) -> bool {
        self.bounds
    }

    /// What stands in a part of the text: no sign is left out; what else stands in its lines may be counted in.
    pub(super) fn look(&self, part: Span) -> Look {
        let first = self.line_at(part.start());
        let further = self.starts.get(first + 1..).unwrap_or_default();
        let whole = self.looks.get(first).copied().unwrap_or_default();
        // Nearly every block begins behind the brackets of its mark.
        let here = if whole.holds(Look::SIGNS) {
            let end = further
                .first()
                .map_or(part.end(), |next| part.end().min(*next));
            let bytes = self.lines.source.as_bytes().get(part.start()..end);
            Look::of(bytes.unwrap_or_default()).or(self.mentioned(first))
        } else {
            whole
        };
        let looks = self.looks.get(first + 1..).unwrap_or_default();
        further
            .iter()
            .zip(looks)
            .take_while(|(start, _)| **start < part.end())
            .fold(here.or(self.levels_in(part)), |all, (_, look)| {
                all.or(*look)
            })
    }

    /// A sign of a mark where a level ends in a part of the text before a dash or a full stop, or fills a cell.
    fn levels_in(&self, part: Span) -> Look {
        let first = self.levels.partition_point(|at| *at < part.start());
        let next = self.levels.get(first);
        Look::MARKS.when(next.is_some_and(|at| *at < part.end()))
    }

    /// The lines that begin in a part of the text and are of such kinds; of the first of them, where the part begins in the middle
    /// of a line, `is` says it. Where lines end in other breaks than line feeds, all of them.
    pub(super) fn beginning(
        &self,
        part: Span,
        kinds: Look,
        is: impl Fn(&[u8]) -> bool,
    ) -> impl Iterator<Item = Line<'a>> {
        let all = !self.lines.is_fed();
        let first = self.line_at(part.start());
        let begins = |line: usize| self.starts.get(line).copied();
        let cut = begins(first).is_some_and(|start| start < part.start());
        // What stands in the whole line may stand in the rest of it; what the line may begin says nothing of the rest.
        let whole = self.looks.get(first).copied().unwrap_or_default();
        let signs = kinds.only(Look::SIGNS.or(Look::MENTIONS));
        let rest = || self.lines.source.as_bytes().get(part.start()..);
        let may = || all || whole.holds(signs) || rest().is_some_and(&is);
        let head = (cut && !part.is_empty() && may()).then(|| self.lines.at(part.start()));
        let head = head.flatten().filter(|line| {
            let look = line.look.or(self.mentioned(first));
            all || look.holds(kinds) || is(line.text.as_bytes())
        });
        let further = (first + usize::from(cut)..self.starts.len())
            .take_while(move |line| begins(*line).is_some_and(|start| start < part.end()))
            .filter(move |line| all || self.looks.get(*line).is_some_and(|look| look.holds(kinds)))
            .filter_map(|line| self.whole(line));
        head.into_iter().chain(further)
    }

    /// A whole line.
    fn whole(&self, line: usize) -> Option<Line<'a>> {
        let start = *self.starts.get(line)?;
        if self.lines.is_fed() {
            let look = *self.looks.get(line)?;
            let next = self.starts.get(line + 1).copied();
            self.lines.between(start, next, look)
        } else {
            self.lines.at(start)
        }
    }

    /// Whether the letters of a label stand in a line.
    fn mentioned(&self, line: usize) -> Look {
        let look = self.looks.get(line).copied().unwrap_or_default();
        look.only(Look::MENTIONS)
    }

    /// The line that starts at `start`; `None` at the end of the text. Fastest where lines are read one after the other.
    pub(super) fn line(&mut self, start: usize) -> Option<Line<'a>> {
        if !self.lines.is_fed() {
            return self.lines.at(start);
        }
        if self.starts.get(self.read + 1) == Some(&start) {
            self.read += 1;
        } else if self.starts.get(self.read) != Some(&start) {
            self.read = self.line_at(start);
        }
        if self.starts.get(self.read) == Some(&start) {
            self.whole(self.read)
        } else {
            self.lines.at(start)
        }
    }

    /// The last of the lines of one kind that stand right behind the line that was read last; `None` where the next is of
    /// another. It is the one that was read last then.
    pub(super) fn last_of(&mut self, kind: Look) -> Option<Line<'a>> {
        if !self.lines.is_fed() {
            return None;
        }
        let next = self.looks.get(self.read + 1..)?;
        let width = next.iter().take_while(|look| look.holds(kind)).count();
        self.read += width;
        (width > 0).then(|| self.whole(self.read))?
    }

    /// Which line `at` stands in. Fastest where it is asked of one place after the other.
    fn line_at(&self, at: usize) -> usize {
        let stands = |line: usize| {
            let begins = |line: usize| self.starts.get(line);
            begins(line).is_some_and(|start| *start <= at)
                && begins(line + 1).is_none_or(|next| at < *next)
        };
        let near = self.near.get();
        let line = (near..near + NEAR).find(|line| stands(*line));
        let line = line.unwrap_or_else(|| {
            let behind = self.starts.partition_point(|start| *start <= at);
            behind.saturating_sub(1)
        });
        self.near.set(line);
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    /// A text, and a part of it.
    fn text_and_part(random: &mut Random) -> (String, Span) {
        let words: Vec<&str> = "The relay|holds|decl on|Declassify On:|a.|(S)|> quoted|BEGIN SBU|END|- |4.|\n|\n\n|\r\n|\n\n\n|\u{b}|\u{2028}|\u{85}|/|:|;|é|¶|\t"
            .split('|')
            .collect();
        let text: String = (0..random.below(24)).map(|_| random.pick(&words)).collect();
        let mut places = [random.below(text.len() + 1), random.below(text.len() + 1)];
        for at in &mut places {
            while !text.is_char_boundary(*at) {
                *at -= 1;
            }
        }
        places.sort_unstable();
        (text, Span::new(places[0], places[1]))
    }

    #[test]
    fn a_look_at_a_part_leaves_out_no_sign() {
        let mut random = Random::new();
        for _ in 0..4096 {
            let (text, part) = text_and_part(&mut random);
            let seen = Survey::of(Lines::of(&text)).look(part);
            let shown = text.get(part.range()).unwrap();
            let signs = Look::of(shown.as_bytes()).only(Look::SIGNS);
            assert_eq!(seen.or(signs), seen, "{text:?} {part}");
            let mentioned = shown.contains("ecl");
            assert!(!mentioned || seen.holds(Look::MENTIONS), "{text:?} {part}");
        }
    }

    #[test]
    fn the_lines_of_a_part_are_those_that_begin_in_it() {
        let mut random = Random::new();
        for _ in 0..4096 {
            let (text, part) = text_and_part(&mut random);
            let lines = Lines::of(&text);
            let begin: Vec<usize> = std::iter::once(part.start())
                .chain(lines.starts().into_iter().filter(|at| *at > part.start()))
                .filter(|at| *at < part.end())
                .collect();
            let survey = Survey::of(lines);
            let is = beginning::may_instruct;
            let found: Vec<usize> = survey
                .beginning(part, Look::INSTRUCTS, is)
                .map(|line| line.start)
                .collect();
            for line in begin.iter().filter_map(|at| lines.at(*at)) {
                let before = text.get(..line.start).unwrap();
                let raw = before.trim_end_matches(['>', ' ']).len();
                let wanted = !line.text.is_empty() && is(line.text.as_bytes()) && raw == line.start;
                assert!(
                    !wanted || found.contains(&line.start),
                    "{text:?} {part} {line:?}"
                );
            }
            let starts: Vec<usize> = begin
                .iter()
                .filter_map(|at| Some(lines.at(*at)?.start))
                .collect();
            assert!(
                found.iter().all(|at| starts.contains(at)),
                "{text:?} {part} {found:?}"
            );
        }
    }

    #[test]
    fn lines_are_read_in_any_order() {
        let mut random = Random::new();
        for _ in 0..4096 {
            let (text, part) = text_and_part(&mut random);
            let lines = Lines::of(&text);
            let mut survey = Survey::of(lines);
            for at in [part.end(), 0, part.start()] {
                let (one, other) = (survey.line(at), lines.at(at));
                let place = |line: Line<'_>| (line.start, line.text.len(), line.next);
                assert_eq!(one.map(place), other.map(place), "{text:?} {at}");
            }
        }
    }
}
