//! What a reviewer should know of a document before its release.

use jiff::civil::{Date, date};

use super::rules as rule;
use super::{Assessment, Portion, Provenance, Raise, Ruling, banner};
use crate::declass::{Form, MISSING_INSTRUCTION, Order, Outcome};
use crate::document::{Block, BlockKind, Document, DocumentKind, Field, LevelLine, Number, Shape};
use crate::marking::{Caption, Label, Level, Reader};
use crate::{Finding, Rule, Span};

/// Since when telegrams that hold SBU go as UNCLAS with the caption SENSITIVE (STATE 018029).
const SBU_CAPTION_SINCE: Date = date(2000, 2, 2);

impl Assessment<'_> {
    /// Everything wrong with the document: what its parser found, and what its marks, header and portions say when
    /// they are taken together. In the order of the source; places and rules, never text.
    ///
    /// ```
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse(
    ///     "P 141530Z MAR 06\nFM AMEMBASSY ZENDA\nTO SECSTATE WASHDC\nCONFIDENTIAL ZENDA 12\n\
    ///      E.O. 12958: DECL: 03/14/2016\nCLASSIFIED BY: A. EXAMPLE, DCM. REASON: 1.4 (B)\n\
    ///      SUBJECT: (U) HARBOR\n\n1. (U) One.\n\n2. Two.\n\n3. (S) Three.\n",
    /// );
    /// let findings = Policy::default().assess(&cable).findings();
    /// let codes: Vec<(usize, &str)> = findings.iter().map(|finding| (finding.line(), finding.code())).collect();
    /// assert_eq!(codes, [(11, "missing-mark"), (13, "mark-above-document")]);
    /// ```
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = self.document().findings().to_vec();
        findings.extend(self.document().located(own_rules(self)));
        findings.extend(self.document().located(not_carried_out(self)));
        if self.document().kind() == DocumentKind::Release {
            sort(&mut findings);
            return findings;
        }
        let mut review = Review::new(self);
        review.marks();
        review.levels();
        review.numbers();
        review.instruction();
        review.declassification();
        review.authority();
        review.captions();
        review.banner(banner::difference(self));
        findings.extend(self.document().located(review.notes));
        sort(&mut findings);
        findings
    }

    /// Every rule that [`findings`](Self::findings) applies beyond those of the parser, for a table of them.
    #[must_use]
    pub fn rules() -> &'static [&'static Rule] {
        rule::ALL
    }
}

/// In the order of the source.
fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| (finding.span().start(), finding.span().end()));
}

/// What rules of one's own do, each at the portion's number and mark.
fn own_rules(assessment: &Assessment<'_>) -> Vec<(&'static Rule, Span, Option<String>)> {
    let blocks = assessment.document().blocks();
    let mut notes = Vec::new();
    for portion in assessment.portions() {
        let rules = portion.ruling().into_iter().flat_map(Ruling::raises);
        if let Some(block) = blocks.get(portion.blocks().start) {
            notes.extend(rules.map(|(rule, raise)| {
                let does = match raise {
                    Raise::To(label) => format!("{} is raised to {label}", portion.name()),
                    Raise::Nothing | Raise::Withhold => format!("{} is withheld", portion.name()),
                };
                (rule, first_line(block), Some(does))
            }));
        }
    }
    notes
}

/// What of the decisions cannot be carried out, each at the first portion that it may be on.
fn not_carried_out(assessment: &Assessment<'_>) -> Vec<(&'static Rule, Span, Option<String>)> {
    let place = |index: usize| {
        let portion = assessment.portions().get(index)?;
        assessment.document().blocks().get(portion.blocks().start)
    };
    let failures = assessment.failures.iter();
    let notes = failures.map(|(index, error)| {
        let place = place(*index).map_or(Span::new(0, 0), first_line);
        (&rule::DECISION_NOT_CARRIED_OUT, place, Some(error.clone()))
    });
    notes.collect()
}

struct Review<'r> {
    portions: &'r [Portion],
    document: &'r Document<'r>,
    compiled: bool,
    /// The highest level of a level line; `None` without one.
    line: Option<Level>,
    /// The highest level stated anywhere.
    overall: Level,
    notes: Vec<(&'static Rule, Span, Option<String>)>,
}

impl<'r> Review<'r> {
    fn new(assessment: &'r Assessment<'_>) -> Self {
        let document = assessment.document();
        let header = document.header();
        let line = header
            .levels()
            .iter()
            .map(|line| line.label().level())
            .max();
        let stated = document
            .blocks()
            .iter()
            .filter_map(|block| block.mark().stated())
            .map(|stated| stated.marking().level())
            .chain(header.entire_text().map(Label::level))
            .max();
        Self {
            portions: assessment.portions(),
            document,
            compiled: assessment.is_compilation(),
            line,
            overall: line.max(stated).unwrap_or_default(),
            notes: Vec::new(),
        }
    }

    fn note(&mut self, rule: &'static Rule, span: Span) {
        self.notes.push((rule, span, None));
    }

    fn note_with(&mut self, rule: &'static Rule, span: Span, detail: String) {
        self.notes.push((rule, span, Some(detail)));
    }

    /// Missing marks, and marks above the level line.
    fn marks(&mut self) {
        let blocks = self.document.blocks();
        let has_marks = |block: &Block| !block.mark().is_unmarked();
        if !blocks
            .iter()
            .any(|block| block.kind().is_body() && has_marks(block))
        {
            let entire = self.document.header().entire_text().is_some();
            let body = blocks.iter().any(|block| block.kind().is_body());
            if self.overall.is_classified() && body && !entire {
                self.note(&rule::NO_PORTION_MARKS, self.level_line());
            }
        } else if self.overall.is_classified() {
            for portion in self.portions {
                self.unmarked(portion);
            }
        }
        let Some(level) = self.line else {
            return;
        };
        let mut rolled: Option<String> = None;
        for block in blocks {
            if let (Some(stated), Some(span)) = (block.mark().stated(), block.mark().span())
                && stated.marking().level() > level
            {
                let rolled = rolled.get_or_insert_with(|| match banner::rolled_up(self.document) {
                    Some(rolled) => format!("; the roll-up is {}", rolled.banner()),
                    None => String::new(),
                });
                let mark = stated.marking();
                let detail = format!("({mark}) above {}{rolled}", level.banner());
                self.note_with(&rule::MARK_ABOVE_DOCUMENT, span, detail);
            }
        }
    }

    fn unmarked(&mut self, portion: &Portion) {
        let Some(block) = self.document.blocks().get(portion.blocks().start) else {
            return;
        };
        match portion.provenance() {
            Provenance::Section | Provenance::Document | Provenance::Unmarked => {}
            Provenance::Stated(_)
            | Provenance::Damaged(_)
            | Provenance::Paragraph(_)
            | Provenance::EntireText
            | Provenance::KnownField
            | Provenance::Excised => return,
        }
        let rule = match block.kind() {
            BlockKind::Subject => &rule::UNMARKED_SUBJECT,
            BlockKind::Paragraph | BlockKind::Subparagraph => &rule::MISSING_MARK,
            // A heading, a name, a line of a list is not "ordinarily a paragraph"; what stands below the paragraphs that
            // an entire-text statement covers is covered in the writer's mind.
            BlockKind::Plain
                if block.shape() == Shape::Text
                    && self.document.header().entire_text().is_none() =>
            {
                &rule::MISSING_MARK
            }
            BlockKind::Plain | BlockKind::Field(_) => return,
        };
        let detail = format!(
            "read as {} ({})",
            portion.rating().label(),
            portion.provenance()
        );
        self.note_with(rule, first_line(block), detail);
    }

    fn levels(&mut self) {
        if self.compiled {
            let rolled = banner::rolled_up(self.document);
            let detail = rolled.map(|rolled| format!("the roll-up is {}", rolled.banner()));
            self.notes
                .push((&rule::LEVEL_ABOVE_PORTIONS, self.level_line(), detail));
        }
    }

    /// The banner against the roll-up, where no other finding says that it is wrong.
    fn banner(&mut self, difference: Option<String>) {
        let said = [&rule::LEVEL_ABOVE_PORTIONS, &rule::SBU_WITHOUT_CAPTION];
        if self.notes.iter().any(|(rule, ..)| said.contains(rule)) {
            return;
        }
        if let Some(detail) = difference {
            self.note_with(&rule::BANNER_NOT_ROLL_UP, self.level_line(), detail);
        }
    }

    fn numbers(&mut self) {
        let mut last = 0_u32;
        for block in self.document.blocks() {
            let number = block.number().and_then(Number::of_paragraph);
            let Some(number) = number.filter(|_| match block.kind() {
                BlockKind::Paragraph => true,
                BlockKind::Subparagraph => {
                    block.number().and_then(Number::of_paragraph) != Some(last)
                }
                BlockKind::Field(_) | BlockKind::Subject | BlockKind::Plain => false,
            }) else {
                continue;
            };
            let place = first_line(block);
            if number <= last {
                self.note_with(&rule::REPEAT, place, format!("{number} after {last}"));
            } else if last == 0 && self.document.kind() == DocumentKind::Memorandum {
                // The first number of a memorandum is often its own.
            } else if number != last.saturating_add(1) {
                let detail = match last {
                    0 => format!("begins with {number}"),
                    last => format!("{number} after {last}"),
                };
                self.note_with(&rule::GAP, place, detail);
            }
            last = number;
        }
    }

    /// The declassification instruction, held against what the document contains.
    fn instruction(&mut self) {
        if !self.overall.is_classified() {
            return;
        }
        let schedule = self.document.header().schedule();
        let place = self.order_line();
        let says = |form: Form| schedule.instructions().any(|read| read.form() == form);
        if says(Form::Missing) {
            self.note(&MISSING_INSTRUCTION, self.level_line());
        }
        if says(Form::NotApplicable) {
            self.note(&rule::NOT_APPLICABLE, place);
        }
        let dated = matches!(schedule.outcome(self.overall), Outcome::Declassified { .. });
        if !dated {
            return;
        }
        if super::bind::bars_dates(self.document, self.portions) {
            self.note(&rule::DATE_BARRED, place);
            return;
        }
        let stay = self.portions.iter().filter(|portion| {
            let label = portion.rating().label();
            let bare = label.with_level(Level::Unclassified);
            label.is_resolved()
                && !bare.level().is_classified()
                && !Reader::public().reads(&bare).is_permit()
        });
        let stay = stay.count();
        if stay > 0 {
            let detail = format!("{stay} of {} portions", self.portions.len());
            self.note_with(&rule::DATE_LEAVES_CONTROLS, place, detail);
        }
    }

    /// What stays shut in a document that is known to be declassified.
    fn declassification(&mut self) {
        if self.document.header().declassified().is_none() {
            return;
        }
        for portion in self.portions {
            let label = portion.rating().label();
            let open = portion.ruling().is_some_and(Ruling::is_declassified);
            let shut = label.level().is_classified() || !label.is_resolved();
            let block = self.document.blocks().get(portion.blocks().start);
            if let (true, false, None, Some(block)) = (shut, open, portion.excised(), block) {
                self.note(&rule::DECLASSIFICATION_BARRED, first_line(block));
            }
        }
    }

    /// Classifier and reason, which documents bear since E.O. 12958.
    fn authority(&mut self) {
        let header = self.document.header();
        let era = Order::numbered(12958).map(Order::since);
        let in_era = match header.origin() {
            Some(origin) => era.is_some_and(|since| origin >= since),
            None => header
                .schedule()
                .instructions()
                .any(|read| read.order().is_some_and(|order| order.number() >= 12958)),
        };
        if !in_era || !self.overall.is_classified() {
            return;
        }
        let place = self.order_line();
        match (header.classifier(), header.derived()) {
            (_, Some(_)) => return,
            (None, None) => self.note(&rule::MISSING_CLASSIFIER, place),
            (Some(_), None) => {}
        }
        let place = header.classifier().unwrap_or(place);
        match header.reasons() {
            None => self.note(&rule::MISSING_REASON, place),
            Some(reasons) if reasons.is_empty() => self.note(&rule::REASON_WITHOUT_LETTER, place),
            Some(_) => {}
        }
    }

    fn captions(&mut self) {
        let header = self.document.header();
        let has = |caption| header.captions().contains(&caption);
        let place = self
            .field(Field::Caption)
            .unwrap_or_else(|| self.level_line());
        let (nodis, exdis) = (has(Caption::Nodis), has(Caption::Exdis));
        if nodis && exdis {
            self.note(&rule::NODIS_WITH_EXDIS, place);
        }
        let noforn = has(Caption::Noforn)
            || header
                .levels()
                .iter()
                .any(|line| line.label().dominates(&Caption::Noforn.label()));
        if (nodis || exdis) && !noforn {
            self.note(&rule::NEEDS_NOFORN, place);
        }
        if has(Caption::Channel) && (nodis || exdis || has(Caption::Stadis)) {
            self.note(&rule::CHANNEL_NOT_ALONE, place);
        }
        let sbu = Label::sbu();
        let sensitive = header.is_sensitive()
            || has(Caption::Sensitive)
            || header
                .levels()
                .iter()
                .any(|line| line.label().dominates(&sbu));
        let in_era = header
            .origin()
            .is_some_and(|origin| origin >= SBU_CAPTION_SINCE);
        if sensitive || !in_era || self.line != Some(Level::Unclassified) {
            return;
        }
        let stated = self.document.blocks().iter().find(|block| {
            block
                .mark()
                .stated()
                .is_some_and(|stated| stated.label().dominates(&sbu))
        });
        if let Some(span) = stated.and_then(|block| block.mark().span()) {
            self.note(&rule::SBU_WITHOUT_CAPTION, span);
        }
    }

    /// The place of the highest level line; the start of the document where there is none.
    fn level_line(&self) -> Span {
        let lines = self.document.header().levels();
        lines
            .iter()
            .find(|line| Some(line.label().level()) == self.line)
            .map_or(Span::new(0, 0), LevelLine::span)
    }

    /// The place of the declassification instruction, or where it should be said that there is none.
    fn order_line(&self) -> Span {
        self.field(Field::Order)
            .or_else(|| self.field(Field::Instruction))
            .unwrap_or_else(|| self.level_line())
    }

    fn field(&self, field: Field) -> Option<Span> {
        self.document
            .blocks()
            .iter()
            .find(|block| block.kind() == BlockKind::Field(field))
            .map(first_line)
    }
}

/// Where a block begins: its number, label and mark, and no more than its place.
const fn first_line(block: &Block) -> Span {
    Span::new(block.span().start(), block.text.start())
}
