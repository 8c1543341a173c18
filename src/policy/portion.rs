//! Portions: the units of verdict.

use std::borrow::Cow;
use std::ops::Range;

use super::decision::Target;
use super::kind::PortionKind;
use super::ruling::Ruling;
use super::{Provenance, Rating};
use crate::Span;
use crate::document::{Bases, Block, Field, Number, ReadingRule};

/// A unit of verdict: one block, or a paragraph with the blocks that belong to it.
///
/// ```
/// use tearline::policy::{Policy, PortionKind, Provenance};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\nThe Pier\n\n2. (C) Two.\n");
/// let assessment = Policy::default().assess(&cable);
/// let heading = &assessment.portions()[2];
/// assert_eq!(heading.kind(), PortionKind::Heading);
/// assert_eq!(heading.rating().label().to_string(), "C");
/// assert_eq!(heading.provenance(), Provenance::Section);
/// assert_eq!(heading.provenance().citation().to_string(), "tearline policy reading rule 4");
/// ```
#[derive(Clone, Debug)]
pub struct Portion {
    pub(super) kind: PortionKind,
    pub(super) field: Option<Field>,
    pub(super) number: Option<Number>,
    pub(super) blocks: Range<usize>,
    pub(super) rating: Rating,
    pub(super) provenance: Provenance,
    pub(super) excised: Option<Bases>,
    pub(super) rule: ReadingRule,
    /// What it is rated without the doubt that something inside it raises: what is withheld anyway is withheld for these
    /// reasons, whatever stands in its text.
    pub(super) undoubted: Option<Box<Rating>>,
    /// What rules of one's own and decisions add; most portions have nothing of it.
    pub(super) ruling: Option<Box<Ruling>>,
}

impl Portion {
    /// What it is rated without the doubt that something inside it raises; `None` where there is none.
    pub(crate) fn undoubted(&self) -> Option<&Rating> {
        self.undoubted.as_deref()
    }

    /// The same as its mark rates it, whatever stands in its text: what a release tells of a withheld portion.
    pub(crate) fn without_doubt(&self) -> Cow<'_, Self> {
        let withheld = |ruling: &Ruling| ruling.withholding_rules().next().is_some();
        let rating = match &self.undoubted {
            // A rule that withholds may do so for what stands in the text.
            None if self.ruling().is_some_and(withheld) => Some(&self.rating),
            undoubted => undoubted.as_deref(),
        };
        match rating {
            None => Cow::Borrowed(self),
            Some(rating) => Cow::Owned(Self {
                rating: rating.clone(),
                undoubted: None,
                ruling: self.ruling.clone().map(|mut ruling| {
                    ruling.rules.clear();
                    ruling
                }),
                ..self.clone()
            }),
        }
    }

    /// What rules of one's own and decisions add.
    pub(crate) fn ruling(&self) -> Option<&Ruling> {
        self.ruling.as_deref()
    }

    /// Takes in a rating that something in the text of a portion gives. What is withheld anyway is withheld as before.
    pub(super) fn raise_for_text(&mut self, rating: &Rating) {
        if !self.rating.dominates(rating) {
            self.undoubted
                .get_or_insert_with(|| Box::new(self.rating.clone()));
            self.rating.join_assign(rating);
        }
    }

    /// Whether an unmarked block is an item of it, by its number.
    pub(super) fn has_item(&self, block: &Block) -> bool {
        let paragraph = |number: Option<Number>| number.and_then(Number::of_paragraph);
        paragraph(block.number()).is_some() && paragraph(block.number()) == paragraph(self.number)
    }

    /// The name by which a [decision](super::Decision) finds it; several portions may bear one.
    ///
    /// ```
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\nTAGS: PREL\n\n1. (U) One.\n\na. (C) Two.\n");
    /// let assessment = Policy::default().assess(&cable);
    /// let names: Vec<String> = assessment.portions().iter().map(|portion| portion.target().to_string()).collect();
    /// assert_eq!(names, ["header reference", "header tags", "paragraph 1", "subparagraph 1.a"]);
    /// ```
    #[must_use]
    pub fn target(&self) -> Target {
        let number = self.number.map(|number| number.to_string());
        let field = self.field.map(|field| field.name().to_owned());
        Target::new(self.kind, number.or(field))
    }

    /// As a person calls it: `paragraph 4`, `subparagraph 4.a`, `subject`, `header tags`.
    ///
    /// ```
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\na. (C) Two.\n");
    /// assert_eq!(Policy::default().assess(&cable).portions()[2].name(), "subparagraph 1.a");
    /// ```
    #[must_use]
    pub fn name(&self) -> String {
        self.target().to_string()
    }

    /// The reading rule that rates it; what it is rated at least as, and captions, come on top.
    #[must_use]
    pub const fn rule(&self) -> ReadingRule {
        self.rule
    }

    /// What kind of portion it is.
    #[must_use]
    pub const fn kind(&self) -> PortionKind {
        self.kind
    }

    /// The header field that it is, where it is one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        self.field
    }

    /// Its number, where it has one.
    #[must_use]
    pub const fn number(&self) -> Option<Number> {
        self.number
    }

    /// The blocks that make it up, as indices into the document's blocks.
    #[must_use]
    pub fn blocks(&self) -> Range<usize> {
        self.blocks.clone()
    }

    /// What it is rated.
    #[must_use]
    pub const fn rating(&self) -> &Rating {
        &self.rating
    }

    /// Where the rating comes from.
    #[must_use]
    pub const fn provenance(&self) -> Provenance {
        self.provenance
    }

    /// The reasons for which an earlier release withheld it; nothing of it is in the document.
    #[must_use]
    pub const fn excised(&self) -> Option<Bases> {
        self.excised
    }

    /// Where decisions withhold words inside it, in the order of the source; two places may overlap. None where it is
    /// withheld whole for them.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::policy::{Action, Decision, Policy, Quote};
    ///
    /// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) He met Ilse Marren.\n");
    /// let words = |quote| {
    ///     Decision::new("paragraph 1".parse().unwrap(), Action::Withhold(None), "I. Birk", date(2026, 3, 2)).on_words(Quote::new(quote))
    /// };
    /// let decided = |quote| Policy::default().assess(&cable).decided(&[words(quote)].into()).unwrap();
    /// assert_eq!(decided("Marren").portions()[1].excised_words().count(), 1);
    /// assert_eq!(decided("He met Ilse Marren.").portions()[1].excised_words().count(), 0);
    /// ```
    pub fn excised_words(&self) -> impl Iterator<Item = Span> {
        let ruling = self.ruling().into_iter();
        ruling.flat_map(Ruling::excised).map(|it| it.span)
    }

    /// Whether it states no mark of its own; such portions show as one where they are withheld side by side.
    #[must_use]
    pub const fn is_unmarked(&self) -> bool {
        !matches!(
            self.provenance,
            Provenance::Stated(_) | Provenance::Damaged(_) | Provenance::Excised
        ) && self.number.is_none()
    }
}
