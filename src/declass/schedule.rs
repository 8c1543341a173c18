//! Everything the lines of a document say about declassification, taken together.

use jiff::civil::Date;

use super::basis;
use super::instruction::{Form, Instruction};
use super::note::{self, Note};
use super::outcome::Outcome;
use super::read::Reading;
use super::track::{Effect, Track, effect};
use crate::Span;
use crate::marking::Level;

/// Everything the declassification lines of a document say, taken together with its date of origin.
///
/// ```
/// use jiff::civil::date;
/// use tearline::Span;
/// use tearline::declass::Schedule;
/// use tearline::marking::Level;
///
/// // The general declassification schedule of 1972 lowers a Secret portion twice.
/// let line = "E.O. 11652: GDS";
/// let (schedule, _) = Schedule::read([(line, Span::new(0, line.len()))], Some(date(1975, 4, 2)));
/// let changes: Vec<_> = schedule.changes(Level::Secret).collect();
/// assert_eq!(changes, [
///     (date(1978, 1, 1), Level::Confidential),
///     (date(1984, 1, 1), Level::Unclassified),
/// ]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    instructions: Vec<Instruction>,
    confidential: Track,
    secret: Track,
    top_secret: Track,
}

/// What a portion is on a given day.
///
/// ```
/// use jiff::civil::date;
/// use tearline::Span;
/// use tearline::declass::Schedule;
/// use tearline::marking::Level;
///
/// let line = "E.O. 12065: GDS 3/7/85 (EXAMPLE, ANN B.) OR-P";
/// let (schedule, _) = Schedule::read([(line, Span::new(0, line.len()))], Some(date(1979, 3, 8)));
/// let standing = schedule.standing(Level::Confidential, date(1985, 3, 7));
/// assert_eq!(standing.level(), Level::Unclassified);
/// assert_eq!(standing.outcome().on(), Some(date(1985, 3, 7)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    level: Level,
    outcome: Outcome,
}

impl Schedule {
    /// Reads every declassification line of a document: each its text, with or without the label before it
    /// (`E.O. 12958: DECL: 09/29/2018`, `Declassify on: 20351010`), and its place in the source.
    ///
    /// No line at all is a missing instruction. `origin` is the date of the document; without it almost everything is
    /// held. So it is where a line names an order that was not signed yet in the year of `origin`, since a date that
    /// cannot be right is not known.
    ///
    /// The notes say what is wrong with the lines, in the order of the lines.
    ///
    /// ```
    /// use tearline::Span;
    /// use tearline::declass::{Outcome, Schedule};
    /// use tearline::marking::Level;
    /// use jiff::civil::date;
    ///
    /// let line = "E.O. 12958: DECL: 06/31/2014";
    /// let (schedule, notes) = Schedule::read([(line, Span::new(0, line.len()))], Some(date(2004, 6, 30)));
    /// assert!(matches!(schedule.outcome(Level::Secret), Outcome::Held { .. }));
    /// assert_eq!(notes[0].rule().code, "impossible-date");
    /// ```
    #[must_use]
    pub fn read<'a>(
        lines: impl IntoIterator<Item = (&'a str, Span)>,
        origin: Option<Date>,
    ) -> (Self, Vec<Note>) {
        let mut reading = Reading::default();
        for (text, span) in lines {
            reading.line(text, span);
        }
        let Reading {
            mut instructions,
            mut notes,
            newest,
        } = reading;
        let origin = origin.filter(|origin| match newest {
            Some((order, span)) if origin.year() < order.signed() => {
                notes.push(Note::new(&note::ORDER_NOT_SIGNED, span));
                false
            }
            Some(_) | None => true,
        });
        if instructions.is_empty() {
            instructions.push((Instruction::new(Form::Missing, None), Span::new(0, 0)));
        }
        differing(&instructions, &mut notes);

        let mut tracks: Option<[Track; 3]> = None;
        for (instruction, span) in &instructions {
            let effect = effect(instruction, origin, &mut |rule| {
                notes.push(Note::new(rule, *span));
            });
            let one = tracks_of(effect, instruction.form());
            tracks = Some(match tracks {
                Some(all) => join(all, one),
                None => one,
            });
        }
        let [confidential, secret, top_secret] = tracks.unwrap_or_else(|| {
            let held = Outcome::Held {
                basis: &basis::ORIGIN_UNKNOWN,
            };
            tracks_of(Effect::Ends(held), Form::Missing)
        });
        notes.sort_by_key(Note::span);
        notes.dedup();
        let schedule = Self {
            instructions: instructions.into_iter().map(|(read, _)| read).collect(),
            confidential,
            secret,
            top_secret,
        };
        (schedule, notes)
    }

    /// The same instructions, reckoned both ways: each level opens as late as by the later of both.
    pub(crate) fn join(self, other: &Self) -> Self {
        Self {
            instructions: self.instructions,
            confidential: self.confidential.join(other.confidential),
            secret: self.secret.join(other.secret),
            top_secret: self.top_secret.join(other.top_secret),
        }
    }

    /// What a portion stated at `level` is on the day `as_of`.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::declass::Schedule;
    /// use tearline::marking::Level;
    ///
    /// let (schedule, _) = Schedule::read([], Some(date(1985, 2, 1)));
    /// // Without an instruction a review is due after 25 years; it opens nothing.
    /// assert_eq!(schedule.standing(Level::Secret, date(2060, 1, 1)).level(), Level::Secret);
    /// ```
    #[must_use]
    pub fn standing(&self, level: Level, as_of: Date) -> Standing {
        let reached = |fall: Option<Date>| fall.is_some_and(|day| day <= as_of);
        let outcome = self.outcome(level);
        let Some(track) = self.track(level) else {
            return Standing { level, outcome };
        };
        let left = if reached(track.unclassified) {
            Level::Unclassified
        } else if reached(track.confidential) {
            Level::Confidential
        } else if reached(track.secret) {
            Level::Secret
        } else {
            level
        };
        Standing {
            level: left.min(level),
            outcome,
        }
    }

    /// The days on which a portion stated at `level` changes, ascending, and what it is from that day on.
    pub fn changes(&self, level: Level) -> impl Iterator<Item = (Date, Level)> + use<> {
        let falls = self.track(level).map_or([None; 3], |track| {
            [track.unclassified, track.confidential, track.secret]
        });
        let [unclassified, confidential, secret] = falls;
        let steps = [
            (secret, Level::Secret, confidential),
            (confidential, Level::Confidential, unclassified),
            (unclassified, Level::Unclassified, None),
        ];
        steps.into_iter().filter_map(move |(day, to, next)| {
            // A fall that the next one overtakes on the same day, or that goes no lower, is none.
            (to < level && next != day).then_some(())?;
            Some((day?, to))
        })
    }

    /// How the classification of a portion stated at `level` ends. An unclassified portion has nothing that could end;
    /// it is said to be held, and stands at [`Level::Unclassified`] on every day.
    #[must_use]
    pub fn outcome(&self, level: Level) -> Outcome {
        self.track(level).map_or(
            Outcome::Held {
                basis: &basis::UNCLASSIFIED,
            },
            |track| track.outcome,
        )
    }

    /// The instructions as read, in the order of the lines.
    pub fn instructions(&self) -> impl Iterator<Item = &Instruction> {
        self.instructions.iter()
    }

    const fn track(&self, level: Level) -> Option<&Track> {
        match level {
            Level::Unclassified => None,
            Level::Confidential => Some(&self.confidential),
            Level::Secret => Some(&self.secret),
            Level::TopSecret => Some(&self.top_secret),
        }
    }
}

impl Standing {
    /// The level that is left: [`Level::Unclassified`] where the portion is declassified.
    #[must_use]
    pub const fn level(self) -> Level {
        self.level
    }

    /// How its classification ends, whether that day has come or not.
    #[must_use]
    pub const fn outcome(self) -> Outcome {
        self.outcome
    }
}

fn tracks_of(effect: Effect, form: Form) -> [Track; 3] {
    [Level::Confidential, Level::Secret, Level::TopSecret]
        .map(|level| Track::new(effect, form, level))
}

fn join([c, s, ts]: [Track; 3], [other_c, other_s, other_ts]: [Track; 3]) -> [Track; 3] {
    [c.join(other_c), s.join(other_s), ts.join(other_ts)]
}

/// Notes the lines whose instruction differs from the first. What could not be read has a note of its own.
fn differing(instructions: &[(Instruction, Span)], notes: &mut Vec<Note>) {
    let mut readable = instructions
        .iter()
        .filter(|(read, _)| !matches!(read.form(), Form::Unreadable | Form::Incomplete));
    let Some((first, _)) = readable.next() else {
        return;
    };
    for (other, span) in readable {
        if other.form() != first.form() {
            notes.push(Note::new(&note::SEVERAL, *span));
        }
    }
}
