//! From blocks to portions, each with a rating and its source.

use std::sync::Arc;

use jiff::civil::Date;

use super::bind::{Bound, bar_dates, bind_captions, bind_compilation};
use super::portion::Portion;
use super::rating::Rating;
use super::settled::Settled;
use super::verdict::{self, Verdict};
use super::{Compilation, Exemption, Grounds, Policy, blocks, entries, parts, spread};
use crate::Span;
use crate::document::{Block, Document, ReadingRule};
use crate::marking::{Label, Reader};

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
    pub(super) portions: Vec<Portion>,
    /// The rule that rates each block.
    rules: Vec<ReadingRule>,
    pub(super) bound: Bound,
    pub(super) policy: Policy,
    /// The decisions carried out, in their order.
    pub(super) settled: Vec<Settled>,
    /// The portions before the first of them.
    pub(super) undecided: Option<Arc<Vec<Portion>>>,
    /// Why something is withheld that says nothing of its own.
    pub(super) grounds: Arc<Grounds>,
    /// The portions on which a decision cannot be carried out.
    pub(super) failed: Vec<usize>,
    /// What of the decisions cannot be carried out, each with the first portion that it may be on.
    pub(super) failures: Vec<(usize, String)>,
    /// The exemption of what is withheld under a label and has none of its own.
    pub(super) by_label: Arc<[(Label, Exemption)]>,
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
        let (mut ratings, rules) = blocks::rated(self, document, blocks::overall(document), &[]);
        parts::join_apart(self, document, &mut ratings);
        let mut portions = entries::portions(document, ratings, &rules);
        let compiled = self.compilation == Compilation::Binds
            && (bind_compilation(document, &mut portions)
                || parts::bind(self, document, &mut portions));
        bind_captions(document.header().captions(), &mut portions);
        let undated = bar_dates(document, &mut portions);
        doubt(document, &mut portions);
        let bound = Bound { compiled, undated };
        spread::own_rules(self, document, bound, &mut portions);
        let assessment = Assessment {
            document: document.clone(),
            policy: self.clone(),
            portions,
            rules,
            bound,
            settled: Vec::new(),
            undecided: None,
            grounds: Arc::default(),
            failed: Vec::new(),
            failures: Vec::new(),
            by_label: Arc::default(),
        };
        assessment.declassified()
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
            bound: self.bound,
            policy: self.policy,
            settled: self.settled,
            undecided: self.undecided,
            grounds: self.grounds,
            failed: self.failed,
            failures: self.failures,
            by_label: self.by_label,
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
        self.bound.compiled
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
        let header = self.document.header();
        let reader = reader.on_list(header.listed());
        verdict::decide(portion, header.schedule(), &reader, as_of)
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

/// Withholds what holds something that stands in the place of a mark and cannot be read (reading rule 1). It comes last: it
/// speaks for its own portion alone, and nothing that another portion gets hangs on it (reading rule 9).
fn doubt(document: &Document<'_>, portions: &mut [Portion]) {
    for portion in portions {
        let blocks = document.blocks().get(portion.blocks.clone());
        if blocks.is_some_and(|blocks| blocks.iter().any(Block::is_doubtful)) {
            portion.undoubted = Some(Box::new(portion.rating.clone()));
            portion
                .rating
                .join_assign(&Rating::dated(Label::unresolved()));
        }
    }
}
