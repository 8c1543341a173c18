//! The grammar of a declassification line.
//!
//! The line is read from left to right, one instruction after the other. Where something stands that the grammar does
//! not know, reading ends, and what is left is one more instruction that opens nothing. So a date followed by words
//! never opens, whatever the words are.

use super::code::{
    Codes, agency_determination, dated, dated_after_categories, digit, find_order, imagery,
    order_label,
};
use super::date::Written;
use super::instruction::{Exemption, Form, Indefinite, Instruction};
use super::label;
use super::lex::{Token, Tokens};
use super::note::{self, Note};
use super::order::Order;
use super::reason::{self, Reasons};
use super::tail;
use crate::{Rule, Span};

/// What all lines of a document say.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) instructions: Vec<(Instruction, Span)>,
    pub(super) notes: Vec<Note>,
    /// The latest order named, and where.
    pub(super) newest: Option<(&'static Order, Span)>,
}

/// Signs between instructions, or left over from a damaged one. None of them carries a meaning.
const BETWEEN: &str = ":,;.-/\"()";

/// Those that can stand before the name of a classifier, whose own parenthesis has to be seen.
const BETWEEN_NAMES: &str = ":,;.-\")";

impl Reading {
    /// Reads one more line. A line that says again what the one before it said adds nothing.
    pub(super) fn line(&mut self, text: &str, span: Span) {
        let mut line = Line {
            tokens: Tokens::new(text),
            order: None,
            labelled: false,
            awaited: true,
            signed: false,
            span,
            reading: self,
        };
        line.bare_order_number();
        while line.step() {}
        if line.awaited {
            line.push(Form::Incomplete);
        }
    }
}

/// A line while it is read.
struct Line<'a, 'r> {
    tokens: Tokens<'a>,
    order: Option<&'static Order>,
    /// `DECL`, `Declassify on` or the like stands before.
    labelled: bool,
    /// Something has to follow: a label, or `AND`, stands last.
    awaited: bool,
    /// The last instruction is of a kind that the classifier signed with name and office.
    signed: bool,
    span: Span,
    reading: &'r mut Reading,
}

impl Line<'_, '_> {
    /// Reads one instruction, label or known ending; `false` at the end of what can be read.
    fn step(&mut self) -> bool {
        self.tokens.skip_signs(BETWEEN_NAMES);
        if self.signed && tail::classifier(&mut self.tokens) {
            return true;
        }
        self.tokens.skip_signs(BETWEEN);
        if ['&', '+'].iter().any(|sign| self.tokens.sign(*sign)) || self.tokens.word("AND") {
            self.awaited = true;
            return true;
        }
        let Some(next) = self.tokens.peek() else {
            return false;
        };
        if self.executive_order() || self.label() || self.instruction() || self.ending() {
            return true;
        }
        if tail::other_field(&self.tokens) {
            if tail::mentions_instruction(self.tokens) {
                self.push(Form::Unreadable);
            }
            return false;
        }
        let event = self.labelled && matches!(next, Token::Word(_));
        self.push(if event { Form::Event } else { Form::Unreadable });
        false
    }

    fn push(&mut self, form: Form) {
        self.awaited = false;
        self.signed = matches!(form, Form::GeneralSchedule(_) | Form::Review(_));
        let instruction = Instruction::new(form, self.order);
        let last = self.reading.instructions.last();
        if last.is_none_or(|(last, _)| *last != instruction) {
            self.reading.instructions.push((instruction, self.span));
        }
    }

    fn note(&mut self, rule: &'static Rule) {
        self.reading.notes.push(Note::new(rule, self.span));
    }

    /// `E.O. 12958`, `EO 12065:`, `E. O. 11652`, `E.O. 12958, AS AMENDED`.
    fn executive_order(&mut self) -> bool {
        let mut ahead = self.tokens;
        if !order_label(&mut ahead) {
            return false;
        }
        ahead.skip_signs(".:-,");
        if let Some(number) = ahead.number() {
            self.named(number);
        }
        self.tokens = ahead;
        self.amended();
        self.awaited = true;
        true
    }

    /// `12958: DECL: …`, `116528 GDS`: a line whose first number is that of an order.
    fn bare_order_number(&mut self) {
        let mut ahead = self.tokens;
        ahead.skip_signs("(");
        if let Some(number) = ahead.number()
            && find_order(number).is_some()
        {
            self.tokens = ahead;
            self.amended();
            self.named(number);
        }
    }

    /// `, AS AMENDED` behind the number of an order.
    fn amended(&mut self) {
        let mut ahead = self.tokens;
        ahead.skip_signs(",(");
        if ahead.words(&["AS", "AMENDED"]) {
            self.tokens = ahead;
        }
    }

    fn named(&mut self, number: &str) {
        self.order = find_order(number);
        match self.order {
            Some(order) => {
                if number.len() > 5 {
                    self.note(&note::DAMAGED_ORDER);
                }
                let newest = self.reading.newest;
                if newest.is_none_or(|(newest, _)| newest.signed() < order.signed()) {
                    self.reading.newest = Some((order, self.span));
                }
            }
            None => {
                self.note(&note::UNKNOWN_ORDER);
                self.push(Form::Unreadable);
            }
        }
    }

    /// `DECL:`, `Declas:`, `Declassify on`.
    fn label(&mut self) -> bool {
        if label::take(&mut self.tokens).is_none() {
            return false;
        }
        self.labelled = true;
        self.awaited = true;
        true
    }

    fn instruction(&mut self) -> bool {
        let forms: [fn(&mut Self) -> bool; 7] = [
            Self::not_applicable,
            Self::date,
            Self::schedule,
            Self::exempted,
            Self::exemption_code,
            Self::indefinite,
            Self::declassified_by,
        ];
        let start = self.tokens;
        forms.iter().any(|form| {
            // A form that does not fit has taken nothing: each of its words must be understood, or end the reading.
            self.tokens = start;
            form(self)
        }) || {
            self.tokens = start;
            false
        }
    }

    /// `N/A`, `NA`, `N:A`, `not applicable`, and `N/A to RD/FRD portions. See source list …`.
    fn not_applicable(&mut self) -> bool {
        let tokens = &mut self.tokens;
        let letters = |tokens: &mut Tokens<'_>| {
            tokens.word("N") && {
                tokens.skip_signs("/:.-");
                tokens.word("A")
            }
        };
        if !tokens.word("NA") && !tokens.words(&["NOT", "APPLICABLE"]) && !letters(tokens) {
            return false;
        }
        tokens.skip_signs("/.");
        if tokens.word("TO") {
            // To whatever portions: what the rest says is in a list of sources that is not at hand.
            self.push(Form::NotApplicableToPortions);
            self.tokens = Tokens::new("");
        } else {
            self.push(Form::NotApplicable);
        }
        true
    }

    /// A date right behind its label. A date anywhere else is not an instruction.
    fn date(&mut self) -> bool {
        if !self.labelled {
            return false;
        }
        let Some(date) = Written::read(&mut self.tokens) else {
            return false;
        };
        // From one day to another is neither of both (32 CFR 2001.22(e)(2) has one instruction, a single day).
        let mut ahead = self.tokens;
        let range = (ahead.sign('-') || ahead.sign('/')) && Written::read(&mut ahead).is_some();
        self.push(if range {
            Form::Unreadable
        } else {
            Form::Date(date)
        });
        true
    }

    /// `GDS`, `GDS 3/7/85`, `XGDS-1`, `RDS-1 12/4/98`, `XDS-1 10/6/99`, `Review on 10/6/99`.
    fn schedule(&mut self) -> bool {
        let tokens = &mut self.tokens;
        if tokens.word("GDS") {
            let date = dated(tokens);
            self.push(Form::GeneralSchedule(date));
            return true;
        }
        if label::REVIEWED.iter().any(|word| tokens.word(word)) {
            let date = dated_after_categories(tokens);
            self.push(Form::Review(date));
            return true;
        }
        if tokens.word("REVIEW") || tokens.word("RVW") {
            tokens.word("ON");
            if let Some(date) = dated(tokens) {
                self.push(Form::Review(Some(date)));
                return true;
            }
        }
        false
    }

    /// `25X4, 20501001`, `25X1, 25X6, 20501231`, `25X1-human`, `50X1-HUM`, `25X1, EO 12951`.
    fn exempted(&mut self) -> bool {
        let mut codes = Codes::default();
        let mut tokens = self.tokens;
        while codes.take(&mut tokens) {
            self.tokens = tokens;
            tokens.skip_signs(BETWEEN);
            tokens.word("AND");
        }
        if codes == Codes::default() {
            return false;
        }
        if imagery(&mut self.tokens) {
            self.push(Form::Imagery);
            return true;
        }
        let date = dated(&mut self.tokens);
        for (found, exemption) in [
            (codes.at_25, Exemption::At25),
            (codes.at_50, Exemption::At50),
            (codes.at_75, Exemption::At75),
        ] {
            if found {
                self.push(Form::Exempt(exemption, date));
            }
        }
        if codes.named {
            self.push(Form::HumanSourceOrWeapon);
        }
        true
    }

    /// `X1`, `X1, X5`, `1.6X1`.
    fn exemption_code(&mut self) -> bool {
        let tokens = &mut self.tokens;
        if tokens.number_is("1") {
            if !(tokens.sign('.') && tokens.number_is("6")) {
                return false;
            }
            tokens.skip_signs("(-");
        }
        if !tokens.word("X") {
            return false;
        }
        tokens.skip_signs("-");
        if !tokens.number().is_some_and(|code| digit(code, 1, 8)) {
            return false;
        }
        self.push(Form::Indefinite(Indefinite::ExemptionCode));
        true
    }

    /// `OADR`, `MR`, `DCI Only`, `Source marked OADR, date of source …`, treaty.
    fn indefinite(&mut self) -> bool {
        let tokens = &mut self.tokens;
        if tokens.words(&["SOURCE", "MARKED"]) {
            self.awaited = true;
            return true;
        }
        if tokens.words(&["DATE", "OF", "SOURCE"]) {
            return self.source();
        }
        if ["DCI", "DNI"]
            .iter()
            .any(|who| tokens.words(&[who, "ONLY"]))
        {
            let imagery = imagery(tokens);
            self.push(if imagery {
                Form::Imagery
            } else {
                Form::Indefinite(Indefinite::DirectorOnly)
            });
            return true;
        }
        let kind = if tokens.word("OADR") || agency_determination(tokens) {
            Indefinite::AgencyDetermination
        } else if tokens.word("MR") || tokens.words(&["MANUAL", "REVIEW"]) {
            Indefinite::ManualReview
        } else if tokens.word("INDEFINITE") {
            Indefinite::Unlimited
        } else if tokens.words(&["SUBJECT", "TO", "TREATY"]) {
            tokens.words(&["OR", "INTERNATIONAL", "AGREEMENT"]);
            Indefinite::Treaty
        } else {
            return false;
        };
        self.push(Form::Indefinite(kind));
        true
    }

    /// `date of source 15 March 1988`, behind the instruction that the source carried.
    fn source(&mut self) -> bool {
        self.tokens.skip_signs(":");
        let Some(date) = Written::read(&mut self.tokens) else {
            return false;
        };
        if let Some((last, span)) = self.reading.instructions.last_mut()
            && *span == self.span
        {
            *last = last.with_source(date);
        }
        true
    }

    /// `DECLASSIFIED BY NARA 09/02/2009`, and `Declassified on: 03/14/2030` behind another instruction: without an
    /// authority (32 CFR 2001.25) it can only make the term longer.
    fn declassified_by(&mut self) -> bool {
        let further = !self.reading.instructions.is_empty();
        let tokens = &mut self.tokens;
        if further && tokens.words(&["DECLASSIFIED", "ON"]) {
            let date = dated(tokens);
            if let Some(date) = date {
                self.push(Form::Date(date));
            }
            return date.is_some();
        }
        if !tokens.words(&["DECLASSIFIED", "BY"]) || !tail::authority(tokens) {
            return false;
        }
        let date = Written::read(tokens);
        if let Some(date) = date {
            self.push(Form::DeclassifiedBy(date));
        }
        date.is_some()
    }

    /// `REASON: 1.4 (b) and (d)` behind an instruction.
    fn ending(&mut self) -> bool {
        let mut ahead = self.tokens;
        if self.awaited || !reason::label(&mut ahead) {
            return false;
        }
        let read = Reasons::take(&mut ahead).is_some();
        if read {
            self.tokens = ahead;
        }
        read
    }
}
