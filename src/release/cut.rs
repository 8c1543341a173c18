//! The one place where sealed text is opened: for a portion whose verdict is release.

use std::borrow::Cow;

use jiff::civil::Date;

use super::elsewhere::elsewhere;
use super::last_look::{self, MARK_IN_RELEASED_TEXT};
use super::text::lines;
use super::undecided::undecided;
use super::words::{ExcisedWords, Piece, Under, without_words};
use super::{
    Amount, Authority, Content, Declassified, Detail, Disclosed, Disposition, MarkShown, Origin,
    Release, Released, Room, Style, declassified, opened, tear,
};
use crate::Span;
use crate::declass::Reasons;
use crate::document::{Bases, Block, Document, DocumentKind, Mark};
use crate::marking::{Basis, Label, Marking, Reader, roll_up};
use crate::policy::{
    Assessment, ExcisedSpan, Grounds, Opening, Policy, Portion, PortionKind, Ruling, Verdict,
    Verdicts,
};

/// How many different labels are remembered, so that a page that has thousands takes no longer for each.
const RECENT: usize = 16;

impl Policy {
    /// What `reader` may see of `document` on the day `as_of`.
    #[must_use]
    pub fn release<'a>(
        &self,
        document: &Document<'a>,
        reader: &Reader,
        as_of: Date,
    ) -> Release<'a> {
        self.assess(document).release(reader, as_of)
    }
}

impl<'a> Assessment<'a> {
    /// What `reader` may see on the day `as_of`.
    #[must_use]
    pub fn release(&self, reader: &Reader, as_of: Date) -> Release<'a> {
        self.release_in(reader, as_of, Style::default())
    }

    /// The same in another style: what is released is the same, what is told of the rest is what the style names.
    #[must_use]
    pub fn release_in(&self, reader: &Reader, as_of: Date, style: Style) -> Release<'a> {
        self.release_in_room(reader, as_of, style, Room::default())
    }

    /// The same in the room of a release that is gone.
    pub(crate) fn release_in_room(
        &self,
        reader: &Reader,
        as_of: Date,
        style: Style,
        room: Room,
    ) -> Release<'a> {
        let detail = style.detail().unwrap_or_default();
        let shows_more = detail != Detail::default();
        let reasons = detail
            .exemptions()
            .and_then(|_| self.document().header().reasons());
        let more = |portion: &Portion, bases: Bases| {
            shows_more.then(|| {
                Box::new(disclosed(
                    self, portion, reader, as_of, detail, bases, reasons,
                ))
            })
        };
        let mut portions = room.for_portions(self.portions().len());
        // Of each portion of the assessment, whether it is released.
        let mut seen: Vec<bool> = Vec::with_capacity(self.portions().len());
        let mut after_unmarked = false;
        let mut withheld = false;
        // The originator sees what cannot be resolved, and a release states all its marks by itself.
        let looks = self.document().kind() != DocumentKind::Release
            && !reader.reads(&Label::unresolved()).is_permit();
        let mut refused = Vec::new();
        // The words that are excised, and where the portions stand that are released.
        let mut said: Vec<&str> = Vec::new();
        let mut places: Vec<Span> = Vec::new();
        let excises = self
            .portions()
            .iter()
            .any(|it| !excised(it, reader).is_empty());
        let mut verdicts = Verdicts::new(self, reader, as_of);
        for portion in self.portions() {
            match verdicts.of(portion) {
                Verdict::Release(label) => {
                    let label = label.clone();
                    let spans = excised(portion, reader);
                    let (text, words) = left(self.document(), portion, spans, |it| {
                        let exemptions = detail.exemptions()?;
                        Some(Under::of(self, portion, it, exemptions, reasons, as_of))
                    });
                    // A tear line tells nothing of what is withheld, and without its words a sentence may say another thing:
                    // the portion is left out.
                    if !words.is_empty() && style == Style::TearLine {
                        seen.push(false);
                        continue;
                    }
                    if !spans.is_empty() {
                        said.extend(portion.ruling().into_iter().flat_map(Ruling::quoted));
                    }
                    let shows = |text: &str| shows_mark_above(portion, text);
                    let whole = || open(self.document(), portion);
                    let above = looks && (shows(&text) || !spans.is_empty() && shows(&whole()));
                    if above {
                        refused.push((
                            &MARK_IN_RELEASED_TEXT,
                            place(self.document(), portion),
                            None,
                        ));
                        seen.push(false);
                        withheld = true;
                        after_unmarked = false;
                        if style != Style::TearLine {
                            let bases = Bases::of(Basis::Unresolved);
                            portions.push(released(
                                portion,
                                Content::Withheld(bases),
                                more(portion, bases),
                            ));
                        }
                        continue;
                    }
                    after_unmarked = false;
                    let content = Content::Text { text, label };
                    let shown = beside(self, portion, reader, as_of, detail);
                    // What rests on a line of which words are missing is not told.
                    seen.push(words.is_empty());
                    withheld |= !words.is_empty();
                    if excises {
                        places.push(place(self.document(), portion));
                    }
                    portions.push(Released {
                        excised: words,
                        ..released(portion, content, shown)
                    });
                }
                Verdict::Withhold { bases, .. } => {
                    let bases = *bases;
                    seen.push(false);
                    withheld = true;
                    if style == Style::TearLine {
                        continue;
                    }
                    // How many unmarked blocks stand side by side is no declared structure: they show as one.
                    let again = portion.is_unmarked() && portion.kind() != PortionKind::Subject;
                    match portions.last_mut().filter(|_| again && after_unmarked) {
                        Some(last) => last.merge(portion.kind(), bases, more(portion, bases)),
                        None => portions.push(released(
                            portion,
                            Content::Withheld(bases),
                            more(portion, bases),
                        )),
                    }
                    after_unmarked = again;
                }
            }
        }
        if style == Style::TearLine {
            tear::renumber(&mut portions);
            // Whether anything is missing is not told.
            withheld = true;
        }
        refused.extend(elsewhere(&said, &portions, places));
        let disposition = Disposition::of(portions.iter().any(Released::is_released), withheld);
        let banner = banner(&portions, self.document().header().origin());
        opened::hide_unseen(self, &mut portions, &seen);
        let tells = style != Style::TearLine;
        let whole = tells.then(|| opened::whole(self, &portions, &seen));
        let undecided = detail
            .exemptions()
            .map(|_| undecided(&portions))
            .unwrap_or_default();
        Release {
            banner,
            disposition,
            // As whom the document's own list counts him.
            reader: reader
                .on_list(self.document().header().listed())
                .into_owned(),
            as_of,
            portions,
            style,
            origin: detail
                .exemptions()
                .map(|_| Origin::of(self.document(), opened::dated(self, &seen))),
            written: detail
                .shows_calendar()
                .then(|| opened::written(self, &seen))
                .flatten(),
            declassified: whole.flatten(),
            instruction: detail
                .shows_instruction()
                .then(|| declassified::instruction(self.document()))
                .flatten(),
            undecided,
            findings: self.document().located(refused),
            made_on: None,
        }
    }
}

/// Whether the text shows a mark that the portion's label does not cover, and of which no person has said what it is.
fn shows_mark_above(portion: &Portion, text: &str) -> bool {
    let label = portion.rating().label();
    match portion.ruling() {
        Some(ruling) if ruling.is_marked() => false,
        Some(ruling) if ruling.is_unmarked() => last_look::readable_above(text, label).is_some(),
        Some(_) | None => last_look::mark_above(text, label).is_some(),
    }
}

/// The portion's own place: its number and mark, and none of its text.
fn place(document: &Document<'_>, portion: &Portion) -> Span {
    document
        .blocks()
        .get(portion.blocks().start)
        .map_or(Span::new(0, 0), |block| {
            Span::new(block.span().start(), block.text.start())
        })
}

/// The roll-up of the released portions. Where the date of origin is not known, the rule for older documents counts,
/// because it is the more protective one.
fn banner(portions: &[Released<'_>], origin: Option<Date>) -> Marking {
    // A page holds few different labels; each counts once.
    let mut labels: Vec<&Label> = Vec::new();
    for portion in portions {
        if let Content::Text { label, .. } = &portion.content
            && !labels
                .iter()
                .rev()
                .take(RECENT)
                .any(|known| *known == label)
        {
            labels.push(label);
        }
    }
    let markings: Vec<Marking> = labels.into_iter().map(Label::marking).collect();
    roll_up(&markings, origin.unwrap_or(Date::MIN))
}

fn released<'a>(
    portion: &Portion,
    content: Content<'a>,
    disclosed: Option<Box<Disclosed>>,
) -> Released<'a> {
    Released {
        kind: portion.kind(),
        // What is withheld shows that something of the header stands here, and not which field.
        field: portion
            .field()
            .filter(|_| matches!(content, Content::Text { .. })),
        number: portion.number(),
        content,
        excised: Vec::new(),
        disclosed,
    }
}

/// What the style names, of a portion that is withheld. Nothing of this is computed where it is not asked for.
fn disclosed(
    assessment: &Assessment<'_>,
    portion: &Portion,
    reader: &Reader,
    as_of: Date,
    detail: Detail,
    bases: Bases,
    reasons: Option<Reasons>,
) -> Disclosed {
    let document = assessment.document();
    let none = Grounds::new();
    let grounds = detail.exemptions().map(|_| assessment.grounds_of(portion));
    Disclosed {
        mark: detail.shows_mark().then(|| mark(document, portion)),
        authority: detail.exemptions().map(|exemptions| {
            let decided = assessment.exemptions_of(portion);
            // What stands in the text is not told.
            let marked = portion.without_doubt();
            let label = marked.rating().label();
            let grounds = grounds.as_ref().unwrap_or(&none);
            let own = portion.ruling().and_then(Ruling::grounds);
            let letter = own.as_ref().and_then(Grounds::letter);
            Authority::of(bases, exemptions, &decided, grounds, reasons, label).with_letter(letter)
        }),
        grounds: grounds.clone().filter(|it| !it.is_empty()).map(Box::new),
        amount: detail.shows_amount().then(|| amount(document, portion)),
        opening: detail
            .shows_calendar()
            .then(|| opening(assessment, portion, reader, as_of)),
        declassified: None,
    }
}

/// What the style shows beside a portion that is released.
fn beside(
    assessment: &Assessment<'_>,
    portion: &Portion,
    reader: &Reader,
    as_of: Date,
    detail: Detail,
) -> Option<Box<Disclosed>> {
    let opening = detail
        .shows_calendar()
        .then(|| assessment.opening(portion, reader));
    let declassified = detail
        .shows_declassification()
        .then(|| Declassified::of(assessment, portion, as_of))
        .flatten();
    (opening.is_some() || declassified.is_some()).then(|| {
        Box::new(Disclosed {
            opening,
            declassified,
            ..Disclosed::default()
        })
    })
}

/// When it opens. Where it is withheld for its mark alone, what stands in its text is not told.
fn opening(
    assessment: &Assessment<'_>,
    portion: &Portion,
    reader: &Reader,
    as_of: Date,
) -> Opening {
    let marked = portion.without_doubt();
    if assessment.verdict(&marked, reader, as_of).is_release() {
        assessment.opening(portion, reader)
    } else {
        assessment.opening(&marked, reader)
    }
}

fn mark(document: &Document<'_>, portion: &Portion) -> MarkShown {
    match document
        .blocks()
        .get(portion.blocks().start)
        .map(Block::mark)
    {
        Some(Mark::Stated { stated, .. }) => MarkShown::Stated(stated.label()),
        Some(Mark::Damaged { .. }) => MarkShown::Unreadable,
        Some(Mark::Unmarked) => MarkShown::Unmarked,
        Some(Mark::Excised(_)) | None => MarkShown::Unknown,
    }
}

/// How many lines there are: the one number of a withheld text that a style can ask for.
fn amount(document: &Document<'_>, portion: &Portion) -> Amount {
    if portion.excised().is_some() {
        return Amount::Unknown;
    }
    let lines = open(document, portion).lines().count();
    match portion.kind() {
        PortionKind::Paragraph => Amount::Paragraphs {
            paragraphs: portion.blocks().len(),
            lines,
        },
        PortionKind::Subject => Amount::LessThan(lines),
        PortionKind::Header
        | PortionKind::Heading
        | PortionKind::Subparagraph
        | PortionKind::Block => Amount::Lines(lines),
    }
}

impl Released<'_> {
    /// Whether its text is there.
    #[must_use]
    pub const fn is_released(&self) -> bool {
        matches!(self.content, Content::Text { .. })
    }

    fn merge(&mut self, kind: PortionKind, more: Bases, disclosed: Option<Box<Disclosed>>) {
        if let (Some(one), Some(other)) = (&mut self.disclosed, disclosed) {
            one.merge(*other);
        }
        if self.kind != kind {
            self.kind = if self.kind.is_body() || kind.is_body() {
                PortionKind::Block
            } else {
                PortionKind::Header
            };
        }
        self.field = None;
        if let Content::Withheld(bases) = &mut self.content {
            *bases = bases.union(more);
        }
    }
}

/// Opens the text of a portion that is released.
fn open<'a>(document: &Document<'a>, portion: &Portion) -> Cow<'a, str> {
    if let Some(run) = portion.run(document) {
        return match document.lasting(run) {
            Some(text) => Cow::Borrowed(text.open()),
            None => Cow::Owned(document.sealed(run).open().to_owned()),
        };
    }
    let runs = portion.runs(document);
    Cow::Owned(lines(runs.map(|run| document.sealed(run).open())))
}

/// The words that are withheld from the reader inside a portion that is released to him.
fn excised<'p>(portion: &'p Portion, reader: &Reader) -> &'p [ExcisedSpan] {
    match portion.ruling() {
        Some(ruling) if !reader.is_originator() => ruling.excised(),
        Some(_) | None => &[],
    }
}

/// Opens what is left of it without these words, and says where they were, and `under` what; in a release that is read again,
/// where its own were.
fn left<'a>(
    document: &Document<'a>,
    portion: &Portion,
    excised: &[ExcisedSpan],
    under: impl Fn(&ExcisedSpan) -> Option<Under>,
) -> (Cow<'a, str>, Vec<ExcisedWords>) {
    if excised.is_empty() {
        let text = open(document, portion);
        let words = match document.kind() {
            DocumentKind::Release => ExcisedWords::all_in(&text),
            DocumentKind::Cable | DocumentKind::Memorandum => Vec::new(),
        };
        return (text, words);
    }
    let mut pieces = Vec::new();
    for run in portion.runs(document) {
        let mut at = run.start();
        for it in excised {
            let start = it.span.start().clamp(at, run.end());
            let end = it.span.end().clamp(at, run.end());
            // One that begins before, or overlaps the one before it, goes on here.
            if it.span.start() < run.end() && it.span.end() > run.start() {
                pieces.push(Piece::Shown(document.sealed(Span::new(at, start)).open()));
                pieces.push(Piece::Excised(under(it)));
                at = end;
            }
        }
        pieces.push(Piece::Shown(
            document.sealed(Span::new(at, run.end())).open(),
        ));
        pieces.push(Piece::Break);
    }
    let (text, words) = without_words(pieces.into_iter());
    (Cow::Owned(text), words)
}
