//! What would go out of a document, and what would stay.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use jiff::civil::Date;
use tearline::Span;
use tearline::marking::Reader;
use tearline::policy::{Action, Assessment, PortionKind, Target};
use tearline::release::{Content, Release, Released};

use crate::found::Found;
use crate::proposal::Words;
use crate::quote;
use crate::withheld::Withheld;

/// What would go out of a document to a reader on a day, portion by portion, and what would stay. It is for whoever holds
/// the document: it has the text of what is withheld, and `Debug` shows neither.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline_propose::Outgoing;
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let assessment = Policy::default().assess(&cable);
/// let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2010, 1, 1));
/// let names: Vec<String> = outgoing.passages().map(|passage| passage.target().to_string()).collect();
/// assert_eq!(names, ["header reference", "paragraph 1"]);
/// assert!(!format!("{outgoing:?}").contains("Two"));
/// ```
#[derive(Clone)]
pub struct Outgoing<'a> {
    pub(crate) released: Vec<Passage<'a>>,
    pub(crate) withheld: Vec<Passage<'a>>,
    /// What somebody has decided already: words in a portion, or all of it.
    settled: HashMap<Target, Vec<Settled>>,
    decided: Vec<Withheld>,
}

/// What is decided of a portion.
#[derive(Clone)]
enum Settled {
    Whole,
    Words(Words),
}

/// The text of a portion, under the name of the portion.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::{Policy, PortionKind};
/// use tearline_propose::Outgoing;
///
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n\nPier\n\n1. (U) Two.\n");
/// let assessment = Policy::default().assess(&cable);
/// let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2010, 1, 1));
/// let last = outgoing.passages().last().unwrap();
/// assert_eq!((last.target().to_string().as_str(), last.text()), ("paragraph 1 #2", "Two."));
/// assert_eq!(last.kind(), PortionKind::Paragraph);
/// ```
#[derive(Clone)]
pub struct Passage<'a> {
    pub(crate) target: Target,
    pub(crate) span: Span,
    pub(crate) text: Cow<'a, str>,
}

impl<'a> Outgoing<'a> {
    /// What would go out to that reader on that day.
    #[must_use]
    pub fn of(assessment: &Assessment<'a>, reader: &Reader, as_of: Date) -> Self {
        let released = texts(assessment, reader, as_of);
        let whole = texts(assessment, &Reader::originator(), as_of);
        let mut out = Self {
            released: Vec::new(),
            withheld: Vec::new(),
            settled: HashMap::new(),
            decided: Vec::new(),
        };
        let targets = assessment.targets().into_iter().zip(assessment.portions());
        for (((target, portion), released), whole) in targets.zip(released).zip(whole) {
            let span = assessment.span(portion);
            // Where words are excised the text is that of the source, so that what is quoted of it is found there.
            let released = match portion.excised_words().next() {
                Some(_) => released.and(whole.clone()),
                None => released,
            };
            match (released, whole) {
                (Some(text), _) => out.released.push(Passage { target, span, text }),
                (None, Some(text)) => out.withheld.push(Passage { target, span, text }),
                (None, None) => (),
            }
        }
        out.with_decisions(assessment)
    }

    /// The same with what decisions withhold: nothing of it is proposed where they say it themselves.
    fn with_decisions(mut self, assessment: &Assessment<'_>) -> Self {
        let targets = assessment.targets();
        for settled in assessment.decisions().iter().filter(|it| it.is_in_force()) {
            let decision = settled.decision();
            let (Action::Withhold(exemption), Some(target)) =
                (decision.action(), targets.get(settled.portion()))
            else {
                continue;
            };
            let withheld = match decision.words() {
                Some(words) => {
                    let (exact, prefix, suffix) = (words.exact(), words.prefix(), words.suffix());
                    self = self.settled(target.clone(), exact, prefix, suffix);
                    Withheld::words(target.clone(), exact)
                }
                None => match self.withheld.iter().find(|it| it.target == *target) {
                    Some(passage) => Withheld::portion(target.clone(), &*passage.text),
                    None => continue,
                },
            };
            let withheld = match exemption {
                Some(exemption) => withheld.suggesting(*exemption),
                None => withheld,
            };
            self.decided.push(match decision.grounds().statute() {
                Some(statute) => withheld.under(statute),
                None => withheld,
            });
        }
        self
    }

    /// What decisions in force withhold in this document, words and whole portions.
    pub fn decided(&self) -> impl Iterator<Item = Withheld> {
        self.decided.iter().cloned()
    }

    /// The same, where somebody has decided about words in a portion, whichever way: nothing inside them is proposed again.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline_propose::{Outgoing, Proposer};
    ///
    /// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) Tel. 555-0142 and tel. 555-0142.\n");
    /// let assessment = Policy::default().assess(&cable);
    /// let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2010, 1, 1));
    /// let proposer = Proposer::default();
    /// assert_eq!(proposer.propose(&outgoing).len(), 2);
    /// let first = outgoing.clone().settled("paragraph 1".parse()?, "555-0142", "Tel. ", " and");
    /// assert_eq!(proposer.propose(&first).len(), 1);
    /// let whole = outgoing.settled_whole("paragraph 1".parse()?);
    /// assert!(proposer.propose(&whole).is_empty());
    /// # Ok::<(), tearline::policy::TargetError>(())
    /// ```
    #[must_use]
    pub fn settled(mut self, target: Target, exact: &str, prefix: &str, suffix: &str) -> Self {
        let words = Words {
            exact: exact.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
        };
        self.settled
            .entry(target)
            .or_default()
            .push(Settled::Words(words));
        self
    }

    /// The same, where somebody has decided about a portion as a whole: nothing in it is proposed.
    #[must_use]
    pub fn settled_whole(mut self, target: Target) -> Self {
        self.settled.entry(target).or_default().push(Settled::Whole);
        self
    }

    /// What of the found is not decided yet.
    pub(crate) fn open(&self, passage: &Passage<'_>, found: Vec<Found>) -> Vec<Found> {
        let Some(settled) = self.settled.get(passage.target()) else {
            return found;
        };
        let mut places = Vec::new();
        for it in settled {
            match it {
                Settled::Whole => return Vec::new(),
                Settled::Words(words) => places.extend(quote::place(passage.text(), words)),
            }
        }
        let inside = |range: &Range<usize>| {
            places
                .iter()
                .any(|place: &Range<usize>| place.start <= range.start && range.end <= place.end)
        };
        found.into_iter().filter(|it| !inside(&it.range)).collect()
    }

    /// The portions that would go out, in the order of the document.
    pub fn passages(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.released.iter()
    }
}

impl Passage<'_> {
    /// The portion, by the name under which a decision finds it.
    #[must_use]
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// The kind of portion.
    #[must_use]
    pub const fn kind(&self) -> PortionKind {
        self.target.kind()
    }

    /// Its text, as a release has it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Of each portion of the assessment the text that a release has of it, or none.
fn texts<'a>(
    assessment: &Assessment<'a>,
    reader: &Reader,
    as_of: Date,
) -> Vec<Option<Cow<'a, str>>> {
    let release = assessment.release(reader, as_of);
    let mut texts = shown(&release).map(text);
    let verdicts = assessment.verdicts(reader, as_of);
    assessment
        .portions()
        .iter()
        .zip(verdicts)
        .map(|(portion, verdict)| {
            let span = assessment.span(portion);
            let refused = release.findings().iter().any(|finding| {
                let at = finding.span().start();
                finding.rule() == Release::LAST_LOOK && span.range().contains(&at)
            });
            (verdict.is_release() && !refused)
                .then(|| texts.next())
                .flatten()
        })
        .collect()
}

fn shown<'r, 'a>(release: &'r Release<'a>) -> impl Iterator<Item = &'r Released<'a>> {
    release
        .portions()
        .iter()
        .filter(|portion| portion.is_released())
}

fn text<'a>(portion: &Released<'a>) -> Cow<'a, str> {
    match portion.content() {
        Content::Text { text, .. } => text.clone(),
        Content::Withheld(_) => Cow::Borrowed(""),
    }
}

impl fmt::Debug for Outgoing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing")
            .field("released", &self.released.len())
            .field("withheld", &self.withheld.len())
            .finish()
    }
}

impl fmt::Debug for Passage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Passage")
            .field("target", &self.target.to_string())
            .finish_non_exhaustive()
    }
}
