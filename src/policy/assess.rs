//! From blocks to portions, each with a rating and its source.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::portion::{Portion, PortionKind};
use super::rating::{Provenance, Rating};
use super::scope::{self, Rated};
use super::verdict::{self, Verdict};
use super::{Compilation, Policy, Unmarked};
use crate::Span;
use crate::document::{
    Block, BlockKind, Document, DocumentKind, Mark, Number, Place, ReadingRule, Shape,
};
use crate::marking::{Caption, Label, Level, Reader};

/// A document with every portion rated: what a policy makes of it before reader and date are known.
///
/// It holds its document, so that the two can be stored as one and no assessment meets another document. The document is
/// shared and not copied.
///
/// ```
/// use std::collections::HashMap;
///
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::{Assessment, Policy};
///
/// let mut cache: HashMap<&str, Assessment<'static>> = HashMap::new();
/// {
///     let source = String::from("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
///     let cable = tearline::parse(&source);
///     cache.insert("vesta-1", Policy::default().assess(&cable).into_owned());
/// }
/// let release = cache["vesta-1"].release(&Reader::public(), date(2010, 1, 1));
/// assert!(release.to_text().contains("One."));
/// ```
#[derive(Clone, Debug)]
pub struct Assessment<'a> {
    document: Document<'a>,
    portions: Vec<Portion>,
    /// The rule that rates each block.
    rules: Vec<ReadingRule>,
    compiled: bool,
}

impl Policy {
    /// Rates every portion of a document.
    ///
    /// ```
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
    /// let assessment = Policy::default().assess(&cable);
    /// let marks: Vec<String> = assessment.portions().iter().map(|portion| portion.rating().label().to_string()).collect();
    /// assert_eq!(marks, ["U", "U", "C"]);
    /// ```
    #[must_use]
    pub fn assess<'a>(&self, document: &Document<'a>) -> Assessment<'a> {
        let (mut ratings, rules) = rated(self, document);
        if let Some(apart) = apart(document) {
            // What a text raises makes no other block stand in a place where it would get less.
            for ((rating, _), (other, _)) in ratings.iter_mut().zip(rated(self, &apart).0) {
                rating.join_assign(&other);
            }
        }
        let mut portions = portions(document, ratings, &rules);
        let compiled = self.compilation == Compilation::Binds
            && (bind_compilation(document, &mut portions)
                || bind_parts(self, document, &mut portions));
        bind_captions(document.header().captions(), &mut portions);
        bar_dates(document, &mut portions);
        doubt(document, &mut portions);
        Assessment {
            document: document.clone(),
            portions,
            rules,
            compiled,
        }
    }
}

impl<'a> Assessment<'a> {
    /// The document.
    #[must_use]
    pub const fn document(&self) -> &Document<'a> {
        &self.document
    }

    /// The same with a document that keeps its source ([`Document::into_owned`]).
    #[must_use]
    pub fn into_owned(self) -> Assessment<'static> {
        Assessment {
            document: self.document.into_owned(),
            portions: self.portions,
            rules: self.rules,
            compiled: self.compiled,
        }
    }

    /// The portions, in the order of the document.
    #[must_use]
    pub fn portions(&self) -> &[Portion] {
        &self.portions
    }

    /// Whether the level of the document stands above every portion and binds them all (32 CFR 2001.24(g)).
    #[must_use]
    pub const fn is_compilation(&self) -> bool {
        self.compiled
    }

    /// The reading rules that rate the blocks of one of the portions: first its own, then those by which further blocks
    /// belong to it.
    ///
    /// ```
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("SECRET STATE 1\n\n1. (U) THE FEE IS PAID\n\nBY A THIRD OF THE PORTS.\n\n2. (S) TWO.\n");
    /// let assessment = Policy::default().assess(&cable);
    /// let rules = assessment.reading_rules(&assessment.portions()[1]);
    /// assert_eq!(rules.iter().map(ToString::to_string).collect::<Vec<_>>(), ["1 (lead-mark)", "3 (page-break)"]);
    /// ```
    #[must_use]
    pub fn reading_rules(&self, portion: &Portion) -> &[ReadingRule] {
        self.rules.get(portion.blocks()).unwrap_or_default()
    }

    /// Where one of the portions stands in the source, from its number to the blank lines behind it.
    #[must_use]
    pub fn span(&self, portion: &Portion) -> Span {
        let blocks = self.document.blocks().get(portion.blocks());
        match blocks.unwrap_or_default() {
            [] => Span::new(0, 0),
            [first, .., last] => Span::new(first.span().start(), last.span().end()),
            [only] => only.span(),
        }
    }

    /// The verdict on one of the portions.
    #[must_use]
    pub fn verdict(&self, portion: &Portion, reader: &Reader, as_of: Date) -> Verdict {
        verdict::decide(portion, self.document.header().schedule(), reader, as_of)
    }

    /// One verdict a portion, in order.
    pub fn verdicts<'s>(
        &'s self,
        reader: &'s Reader,
        as_of: Date,
    ) -> impl Iterator<Item = Verdict> + 's {
        self.portions
            .iter()
            .map(move |portion| self.verdict(portion, reader, as_of))
    }
}

/// What each block is rated and by which rule, before anything binds the portions together.
fn rated(policy: &Policy, document: &Document<'_>) -> (Vec<Rated>, Vec<ReadingRule>) {
    let overall = overall(document);
    let mut own = own_ratings(policy, document, &overall);
    raise(document, own.iter_mut().map(Option::as_mut));
    let (mut rated, rules) = scope::rate(
        document,
        own,
        &(
            overall,
            if policy.unmarked == Unmarked::Withhold {
                Provenance::Unmarked
            } else {
                Provenance::Document
            },
        ),
    );
    raise(document, rated.iter_mut().map(Some));
    (rated, rules)
}

/// A document that is built from parts, where texts raise something in it, with every block in the place that it has by what
/// was given alone.
fn apart<'a>(document: &Document<'a>) -> Option<Document<'a>> {
    let raised = |block: &Block| block.at_least().is_some();
    let texts = !document.has_source() && document.blocks().iter().any(raised);
    texts.then(|| document.with_places_as_given())
}

/// The overall classification: every level line, `SENSITIVE` beside it, and every mark that the document states, in front
/// of a block or inside it. A mark that cannot be read may be any, and leaves it unresolved (reading rule 5).
fn overall(document: &Document<'_>) -> Rating {
    let header = document.header();
    let mut overall = if header.levels().is_empty() {
        Rating::unknown()
    } else {
        Rating::dated(Label::unclassified())
    };
    for line in header.levels() {
        overall.join_assign(&Rating::dated(line.label().clone()));
    }
    if header.is_sensitive() {
        overall.join_assign(&Rating::dated(Label::sbu()));
    }
    let mut known: Vec<Label> = Vec::new();
    for label in stated(document) {
        if !known.iter().rev().take(RECENT).any(|other| *other == label) {
            overall.join_assign(&Rating::dated(label.clone()));
            known.push(label);
        }
    }
    overall
}

/// How many labels are remembered, so that a document that repeats a few joins each once.
const RECENT: usize = 8;

/// What the document states: the marks of its blocks, and those inside them.
fn stated(document: &Document<'_>) -> impl Iterator<Item = Label> {
    let marks = document
        .blocks()
        .iter()
        .filter_map(|block| match block.mark() {
            Mark::Stated { stated, .. } => Some(stated.label()),
            Mark::Damaged { .. } => Some(Label::unresolved()),
            Mark::Unmarked | Mark::Excised(_) => None,
        });
    marks.chain(document.header().inside().cloned())
}

/// The rating of paragraphs without a mark: an entire-text statement, unless a mark above it is stated elsewhere.
fn paragraphs(document: &Document<'_>, overall: &Rating) -> Rated {
    let header = document.header();
    match header.entire_text() {
        Some(label) if stated(document).all(|stated| label.dominates(&stated)) => {
            let rating = Rating::dated(label.clone());
            let rating = if header.is_sensitive() {
                rating.join(&Rating::dated(Label::sbu()))
            } else {
                rating
            };
            (rating, Provenance::EntireText)
        }
        _ => (overall.clone(), Provenance::Document),
    }
}

/// What each block states or has by its kind; `None` where its place decides.
fn own_ratings(policy: &Policy, document: &Document<'_>, overall: &Rating) -> Vec<Option<Rated>> {
    let unresolved = Rating::dated(Label::unresolved());
    let paragraphs = paragraphs(document, overall);
    let strict = policy.unmarked == Unmarked::Withhold;
    document
        .blocks()
        .iter()
        .map(|block| match (block.mark(), block.kind()) {
            (Mark::Excised(_), _) => Some((unresolved.clone(), Provenance::Excised)),
            (Mark::Stated { stated, span, .. }, _) => {
                Some((Rating::dated(stated.label()), Provenance::Stated(*span)))
            }
            (Mark::Damaged { span }, _) => Some((unresolved.clone(), Provenance::Damaged(*span))),
            (Mark::Unmarked, BlockKind::Field(field)) if field.is_known_unclassified() => {
                Some((Rating::dated(Label::unclassified()), Provenance::KnownField))
            }
            (Mark::Unmarked, _) if strict => Some((unresolved.clone(), Provenance::Unmarked)),
            (Mark::Unmarked, BlockKind::Field(_) | BlockKind::Subject) => {
                Some((overall.clone(), Provenance::Document))
            }
            (Mark::Unmarked, BlockKind::Paragraph) => Some(paragraphs.clone()),
            (Mark::Unmarked, BlockKind::Subparagraph | BlockKind::Plain) => None,
        })
        .collect()
}

/// Withholds what holds something that stands in the place of a mark and cannot be read (reading rule 1). It comes last: it
/// speaks for its own portion alone, and nothing that another portion gets hangs on it (reading rule 9).
fn doubt(document: &Document<'_>, portions: &mut [Portion]) {
    for portion in portions {
        let blocks = document.blocks().get(portion.blocks.clone());
        if blocks.is_some_and(|blocks| blocks.iter().any(Block::is_doubtful)) {
            portion.undoubted = Some(portion.rating.clone());
            portion
                .rating
                .join_assign(&Rating::dated(Label::unresolved()));
        }
    }
}

/// What stands in a region, or holds a marked name, is rated as that at least.
fn raise<'r>(document: &Document<'_>, ratings: impl Iterator<Item = Option<&'r mut Rated>>) {
    for (block, rated) in document.blocks().iter().zip(ratings) {
        if let (Some(label), Some((rating, _))) = (block.at_least(), rated) {
            rating.join_assign(&Rating::dated(label.clone()));
        }
    }
}

/// Puts together what belongs together: a paragraph and the blocks behind it that have their rating from it.
fn portions(document: &Document<'_>, rated: Vec<Rated>, rules: &[ReadingRule]) -> Vec<Portion> {
    let blocks = document.blocks();
    let last_body = rated
        .iter()
        .zip(blocks)
        .rposition(|((_, provenance), block)| {
            block.kind() == BlockKind::Paragraph
                || (block.kind().is_body() && matches!(provenance, Provenance::Stated(_)))
        })
        .unwrap_or(0);
    let mut portions: Vec<Portion> = Vec::with_capacity(blocks.len());
    for (index, (block, (rating, provenance))) in blocks.iter().zip(rated).enumerate() {
        if let Some(last) = portions.last_mut() {
            let belongs = match provenance {
                Provenance::Paragraph(paragraph) => {
                    last.blocks.start == paragraph && last.rating == rating
                }
                Provenance::Section => {
                    block.kind() == BlockKind::Subparagraph
                        && last.kind == PortionKind::Paragraph
                        && last.rating == rating
                        && block.mark().is_unmarked()
                        && is_item_of(block, last)
                }
                Provenance::Stated(_)
                | Provenance::Damaged(_)
                | Provenance::EntireText
                | Provenance::Document
                | Provenance::KnownField
                | Provenance::Excised
                | Provenance::Unmarked => false,
            };
            if belongs && last.blocks.end == index {
                last.blocks.end = index + 1;
                continue;
            }
        }
        portions.push(Portion {
            kind: kind(block, provenance, index < last_body),
            field: match block.kind() {
                BlockKind::Field(field) => Some(field),
                BlockKind::Subject
                | BlockKind::Paragraph
                | BlockKind::Subparagraph
                | BlockKind::Plain => None,
            },
            number: block.number(),
            blocks: index..index + 1,
            rating,
            provenance,
            excised: match block.mark() {
                Mark::Excised(bases) => Some(*bases),
                Mark::Stated { .. } | Mark::Damaged { .. } | Mark::Unmarked => None,
            },
            undoubted: None,
            rule: rules.get(index).copied().unwrap_or(ReadingRule::Overall),
        });
    }
    portions
}

fn is_item_of(block: &Block, portion: &Portion) -> bool {
    let paragraph = |number: Option<Number>| number.and_then(Number::of_paragraph);
    paragraph(block.number()).is_some() && paragraph(block.number()) == paragraph(portion.number)
}

fn kind(block: &Block, provenance: Provenance, before_a_portion: bool) -> PortionKind {
    let heading = block.shape() == Shape::Heading && before_a_portion;
    match block.kind() {
        BlockKind::Field(_) => PortionKind::Header,
        BlockKind::Subject => PortionKind::Subject,
        BlockKind::Paragraph
            if block.number().is_none()
                && matches!(
                    block.mark(),
                    Mark::Stated {
                        place: Place::Title,
                        ..
                    }
                ) =>
        {
            PortionKind::Heading
        }
        BlockKind::Paragraph => PortionKind::Paragraph,
        BlockKind::Subparagraph => PortionKind::Subparagraph,
        BlockKind::Plain if heading && !matches!(provenance, Provenance::Paragraph(_)) => {
            PortionKind::Heading
        }
        BlockKind::Plain => PortionKind::Block,
    }
}

/// Where every portion of the body has a mark and all that can be read stand below the level line, the portions together
/// are classified at that level (32 CFR 2001.24(g)).
///
/// Unmarked blocks without a number state nothing and do not count, whatever their shape, and a mark that cannot be read
/// may have stood below: neither opens the rest (reading rules 6 and 9).
fn bind_compilation(document: &Document<'_>, portions: &mut [Portion]) -> bool {
    if document.kind() == DocumentKind::Release {
        return false;
    }
    let level = stated_level(document);
    let blocks = document.blocks();
    // What stands between tear lines is cleared by itself.
    let torn = |portion: &Portion| {
        let block = blocks.get(portion.blocks.start).map(Block::mark);
        matches!(
            block,
            Some(Mark::Stated {
                place: Place::TearLine,
                ..
            })
        )
    };
    let counts = |portion: &&Portion| portion.kind.is_body() && !torn(portion);
    let mut marked = 0;
    let mut paragraph: Option<&Portion> = None;
    for portion in portions.iter().filter(counts) {
        // An unmarked item that is rated as its paragraph is part of that.
        let part = paragraph.is_some_and(|paragraph| {
            blocks.get(portion.blocks.start).is_some_and(|block| {
                block.mark().is_unmarked()
                    && is_item_of(block, paragraph)
                    && paragraph.rating == portion.rating
            })
        });
        if part {
            continue;
        }
        if portion.kind == PortionKind::Paragraph {
            paragraph = Some(portion);
        }
        let below = portion.rating.label().level() < level;
        let silent = blocks
            .get(portion.blocks.start)
            .is_some_and(|block| block.kind() == BlockKind::Plain && block.mark().is_unmarked());
        match portion.provenance {
            Provenance::Stated(_) if below => marked += 1,
            Provenance::Paragraph(_) | Provenance::Damaged(_) => {}
            Provenance::Section | Provenance::Document | Provenance::Unmarked if silent => {}
            Provenance::Stated(_)
            | Provenance::Section
            | Provenance::EntireText
            | Provenance::Document
            | Provenance::KnownField
            | Provenance::Excised
            | Provenance::Unmarked => return false,
        }
    }
    if marked == 0 {
        return false;
    }
    for portion in portions
        .iter_mut()
        .filter(|portion| portion.kind.is_body() && !torn(portion))
    {
        portion.rating.raise_to(level);
    }
    true
}

/// In a document that is built from parts a text raises its own portion and opens no other: the level binds where it would
/// without anything that texts raise.
fn bind_parts(policy: &Policy, document: &Document<'_>, portions: &mut [Portion]) -> bool {
    let Some(given) = apart(document).map(|apart| apart.without_raises()) else {
        return false;
    };
    let (ratings, rules) = rated(policy, &given);
    let binds = bind_compilation(&given, &mut self::portions(&given, ratings, &rules));
    if binds {
        let level = stated_level(document);
        for portion in portions.iter_mut().filter(|portion| portion.kind.is_body()) {
            portion.rating.raise_to(level);
        }
    }
    binds
}

/// The highest level of all level lines.
fn stated_level(document: &Document<'_>) -> Level {
    let levels = document.header().levels().iter();
    levels
        .map(|line| line.label().level())
        .max()
        .unwrap_or(Level::Unclassified)
}

/// Captions bind every portion; NOFORN what is above unclassified, and after its date too.
fn bind_captions(captions: &[Caption], portions: &mut [Portion]) {
    let captions: BTreeSet<Caption> = captions.iter().copied().collect();
    for caption in captions {
        for portion in portions.iter_mut() {
            if caption != Caption::Noforn || portion.rating.label().level().is_classified() {
                portion.rating = portion
                    .rating
                    .clone()
                    .map(|label| label.with_caption(caption));
            }
        }
    }
}

/// In a document that holds Restricted Data, Formerly Restricted Data or the like, a date opens nothing
/// (32 CFR 2001.24(h)(2), (i)(3)).
fn bar_dates(document: &Document<'_>, portions: &mut [Portion]) {
    if bars_dates(document, portions) {
        for portion in portions {
            portion.rating = portion.rating.clone().undated();
        }
    }
}

/// Whether a portion, a level line or a mark inside a block states such information.
pub(super) fn bars_dates(document: &Document<'_>, portions: &[Portion]) -> bool {
    let header = document.header();
    let bars = |label: &Label| label.is_resolved() && label.bars_declassification();
    portions.iter().any(|portion| bars(portion.rating.label()))
        || header.levels().iter().any(|line| bars(line.label()))
        || header.inside().is_some_and(bars)
}
