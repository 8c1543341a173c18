//! What is left of a text from which words are excised.
//!
//! Where its lines broke, how its columns stood and where a page ended tells how long the words were that stood there. So it
//! runs on one line, with one blank between its words.

use std::fmt;
use std::ops::Range;

use jiff::civil::Date;

use super::{Authority, Exemption, Exemptions};
use crate::declass::Reasons;
use crate::document::Bases;
use crate::marking::{Basis, Label};
use crate::policy::{Assessment, ExcisedSpan, Grounds, Portion};
use crate::text::is_invisible;

/// A place in a released text where words were: under what they are withheld, and nothing of what they were or how many.
///
/// Words without anything but white space between them are one place, whoever withheld them: it is withheld under whatever
/// its words are, on the grounds that all of them have. In the text itself the place shows as [`ExcisedWords`] is displayed: `[excised: controlled]`, and in a style that shows exemptions `[excised: B6]`.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::{Action, Decision, Policy, Quote};
///
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) He met Ilse Marren\nat noon.\n");
/// let on = date(2026, 3, 2);
/// let words = |exact| Decision::new("paragraph 1".parse().unwrap(), Action::Withhold(None), "I. Birk", on).on_words(Quote::new(exact));
/// let decided = Policy::default().assess(&cable).decided(&[words("Ilse"), words("Marren")].into())?;
/// let release = decided.release(&Reader::public(), on);
/// let portion = release.portions().last().unwrap();
/// assert_eq!(portion.text(), Some("He met [excised: controlled] at noon."));
/// let [place] = portion.excised_words() else { panic!("one place") };
/// assert_eq!(portion.text().unwrap()[place.place()], place.to_string());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcisedWords {
    pub(super) place: Range<usize>,
    pub(super) authority: Option<Authority>,
    pub(super) grounds: Option<Box<Grounds>>,
}

/// Under what words are withheld, and why: what a style that shows exemptions shows of them.
pub(super) struct Under {
    authority: Authority,
    grounds: Grounds,
}

/// What stands in a text, piece by piece.
pub(super) enum Piece<'t> {
    /// What stays.
    Shown(&'t str),
    /// Words that go; under what and why, where the style shows it.
    Excised(Option<Under>),
    /// The end of a run: white space.
    Break,
}

/// The reason for every excision of words: no mark asks for it, but a person.
const BASES: Bases = Bases::of(Basis::Controlled);

impl Under {
    /// `exemptions` are those of the style, and `reasons` those of the document's own line.
    pub(super) fn of(
        assessment: &Assessment<'_>,
        portion: &Portion,
        words: &ExcisedSpan,
        exemptions: Exemptions,
        reasons: Option<Reasons>,
        as_of: Date,
    ) -> Self {
        let exemption = words.exemption();
        let classified =
            exemption == Some(Exemption::B1) && assessment.has_classified_words(portion, as_of);
        let bases = match classified {
            true => Bases::of(Basis::Classified),
            false => BASES,
        };
        let (grounds, label) = (assessment.grounds_of_words(words), Label::unclassified());
        let authority = Authority::of(bases, exemptions, &[exemption], &grounds, reasons, &label);
        Self {
            authority: authority.with_letter(words.grounds().letter()),
            grounds,
        }
    }

    fn join(self, other: Self) -> Self {
        Self {
            authority: self.authority.join(other.authority),
            grounds: self.grounds.join(other.grounds),
        }
    }
}

impl ExcisedWords {
    /// The places in a text that an earlier release wrote.
    pub(super) fn all_in(text: &str) -> Vec<Self> {
        let mut place = Self {
            place: 0..0,
            authority: None,
            grounds: None,
        };
        let shown = place.to_string();
        let found = memchr::memmem::find_iter(text.as_bytes(), shown.as_bytes());
        found
            .map(|at| {
                place.place = at..at + shown.len();
                place.clone()
            })
            .collect()
    }

    /// Where it stands in the text, in bytes.
    #[must_use]
    pub fn place(&self) -> Range<usize> {
        self.place.clone()
    }

    /// The coarse reason.
    #[must_use]
    pub const fn bases(&self) -> Bases {
        BASES
    }

    /// The exemption, where the style shows it.
    #[must_use]
    pub const fn authority(&self) -> Option<Authority> {
        self.authority
    }

    /// Why they are withheld, in the words of the person who decided so, where the style shows exemptions and one said it.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::{Decision, Grounds, Policy, Quote};
    /// use tearline::release::{Detail, Exemptions, Style};
    ///
    /// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) He met Ilse Marren at noon.\n");
    /// let on = date(2026, 3, 2);
    /// let decision = Decision::new("paragraph 1".parse()?, "withhold B6".parse()?, "I. Birk", on)
    ///     .on_words(Quote::new("Ilse Marren"))
    ///     .with_grounds(Grounds::new().with_description("the name of a private person"));
    /// let decided = Policy::default().assess(&cable).decided(&[decision].into())?;
    /// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    /// let release = decided.release_in(&Reader::public(), on, style);
    /// let place = &release.portions()[1].excised_words()[0];
    /// assert_eq!(place.to_string(), "[excised: B6]");
    /// assert_eq!(place.grounds().unwrap().description(), Some("the name of a private person"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn grounds(&self) -> Option<&Grounds> {
        self.grounds.as_deref()
    }
}

/// As it stands in the text: the same words for the same reasons.
impl fmt::Display for ExcisedWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.authority {
            Some(authority) => write!(f, "[excised: {authority}]"),
            None => write!(f, "[excised: {BASES}]"),
        }
    }
}

/// The text that is left, and the places in it.
pub(super) fn without_words<'t>(
    pieces: impl Iterator<Item = Piece<'t>>,
) -> (String, Vec<ExcisedWords>) {
    let mut text = Text::default();
    for piece in pieces {
        match piece {
            Piece::Shown(part) => part.chars().for_each(|c| text.push(c)),
            Piece::Break => text.push('\n'),
            Piece::Excised(under) => text.excise(under),
        }
    }
    text.end()
}

/// A text on the way.
#[derive(Default)]
struct Text {
    out: String,
    places: Vec<ExcisedWords>,
    /// The white space that was met and is not yet written.
    gap: Gap,
    /// A place of excised words that is not yet written: more may follow it.
    open: Option<Option<Under>>,
    /// The white space before that place.
    before: Gap,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    Nothing,
    Blank,
    /// A line ended in it.
    Break,
}

impl Text {
    fn push(&mut self, c: char) {
        if c.is_whitespace() || c.is_control() {
            let ends = matches!(
                c,
                '\n' | '\r' | '\x0b' | '\x0c' | '\u{85}' | '\u{2028}' | '\u{2029}'
            );
            if ends {
                self.gap = Gap::Break;
            } else if self.gap == Gap::Nothing {
                self.gap = Gap::Blank;
            }
            return;
        }
        // What does not show parts nothing from the place beside it.
        if is_invisible(c) && (self.open.is_some() || self.gap != Gap::Nothing) {
            return;
        }
        self.settle();
        let gap = std::mem::take(&mut self.gap);
        self.part(gap, c.is_alphanumeric());
        self.out.push(c);
    }

    fn excise(&mut self, under: Option<Under>) {
        let gap = std::mem::take(&mut self.gap);
        self.open = Some(match self.open.take() {
            // Only white space stands between them.
            Some(Some(open)) => Some(match under {
                Some(under) => open.join(under),
                None => open,
            }),
            Some(None) => under,
            None => {
                self.before = gap;
                under
            }
        });
    }

    /// Writes the place that is open.
    fn settle(&mut self) {
        let Some(under) = self.open.take() else {
            return;
        };
        let before = std::mem::take(&mut self.before);
        self.part(before, true);
        let start = self.out.len();
        let mut place = ExcisedWords {
            place: start..start,
            authority: under.as_ref().map(|it| it.authority),
            grounds: under
                .map(|it| it.grounds)
                .filter(|it| !it.is_empty())
                .map(Box::new),
        };
        self.out.push_str(&place.to_string());
        place.place.end = self.out.len();
        self.places.push(place);
    }

    /// A blank for white space, but at the beginning, and but behind a hyphen at the end of a line: the line ended there for
    /// the length of what stood on it, and `well-known` is two words only there.
    fn part(&mut self, gap: Gap, before_word: bool) {
        let joined = gap == Gap::Break && before_word && ends_with_hyphen(&self.out);
        if gap != Gap::Nothing && !joined && !self.out.is_empty() {
            self.out.push(' ');
        }
    }

    fn end(mut self) -> (String, Vec<ExcisedWords>) {
        self.settle();
        let shown = self.out.trim_end_matches(is_invisible).len();
        self.out.truncate(shown);
        (self.out, self.places)
    }
}

/// Whether a text ends with a hyphen right behind a word, or behind the place of one.
fn ends_with_hyphen(text: &str) -> bool {
    let word = text.strip_suffix(['-', '\u{2010}', '\u{2011}', '\u{ad}']);
    word.is_some_and(|word| word.ends_with(|c: char| c.is_alphanumeric() || c == ']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with what stands between `<` and `>` excised.
    fn left(text: &str) -> String {
        let pieces = text.split_inclusive(['<', '>']).flat_map(|part| {
            let (shown, excised) = match part.strip_suffix('>') {
                Some(_) => ("", true),
                None => (part.trim_end_matches('<'), false),
            };
            [
                Piece::Shown(shown),
                if excised {
                    Piece::Excised(None)
                } else {
                    Piece::Shown("")
                },
            ]
        });
        without_words(pieces)
            .0
            .replace("[excised: controlled]", "#")
    }

    #[test]
    fn what_is_left_runs_on_one_line() {
        for (text, expected) in [
            ("He met <Ilse Marren> at noon.", "He met # at noon."),
            ("He met <Ilse\nMarren>\nat  noon.\n\n", "He met # at noon."),
            ("He met\n<Ilse> <Marren>\nat noon.", "He met # at noon."),
            ("<Marren>, <Quill>", "#, #"),
            ("<Marren>\u{200b}\n<Quill> left", "# left"),
            ("(<Marren>) left", "(#) left"),
            (
                "Berth    Depth\n<Fuel>   9.1 m\nEast\t11 m",
                "Berth Depth # 9.1 m East 11 m",
            ),
            ("the well-\nknown <pier>", "the well-known #"),
            ("the well-\n<known> pier", "the well-# pier"),
            ("the well-<known> pier", "the well-# pier"),
            ("the <well>-\nknown pier", "the #-known pier"),
            ("the pier -\n<old>", "the pier - #"),
            ("<all>", "#"),
            ("\u{200b}<all>\u{200b}", "\u{200b}#"),
        ] {
            assert_eq!(left(text), expected, "{text:?}");
        }
    }
}
