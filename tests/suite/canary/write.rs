//! Writes a document part by part.

use super::doc::{Doc, Part, Portion, Tok, Whole};
use super::truth::Truth;
use super::words::{Look, Mint, pick, prose, title};
use crate::generator::Dice;

/// What the marks of a document may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scheme {
    /// The level line of a paper.
    pub(crate) banner: &'static str,
    /// The level line of a telegram.
    pub(crate) telegram: &'static str,
    /// The marks above (U).
    pub(crate) marks: &'static [&'static str],
    /// The one that reaches the level line.
    pub(crate) top: &'static str,
    /// What the level line says, as a mark: of a paper, of a telegram.
    pub(crate) level: [&'static str; 2],
}

pub(crate) const SCHEMES: [Scheme; 6] = [
    Scheme {
        banner: "SECRET",
        telegram: "S E C R E T",
        marks: &["S", "S", "C", "SBU", "S/NF"],
        top: "S",
        level: ["S", "S"],
    },
    Scheme {
        banner: "SECRET//NOFORN",
        telegram: "S E C R E T",
        marks: &["S//NF", "S//NF", "C//NF", "S", "U//FOUO"],
        top: "S//NF",
        level: ["S//NF", "S"],
    },
    Scheme {
        banner: "CONFIDENTIAL",
        telegram: "C O N F I D E N T I A L",
        marks: &["C", "C", "SBU", "C//NF"],
        top: "C",
        level: ["C", "C"],
    },
    Scheme {
        banner: "CONFIDENTIAL",
        telegram: "CONFIDENTIAL",
        marks: &["C", "C", "C", "SBU"],
        top: "C",
        level: ["C", "C"],
    },
    Scheme {
        banner: "SENSITIVE BUT UNCLASSIFIED",
        telegram: "UNCLAS SENSITIVE",
        marks: &["SBU", "SBU", "SBU/NF"],
        top: "SBU",
        level: ["SBU", "SBU"],
    },
    Scheme {
        banner: "TOP SECRET//SI//NOFORN",
        telegram: "T O P S E C R E T",
        marks: &["TS//SI//NF", "S//NF", "TS", "S//REL TO USA, GBR", "C"],
        top: "TS",
        level: ["TS//SI//NF", "TS"],
    },
];

/// What stands in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Every mark in a plain place, and nothing that binds or raises what others say.
    Plain,
    /// Whatever papers have.
    Varied,
}

pub(crate) struct Writer<'d> {
    pub(crate) manner: Manner,
    pub(crate) dice: &'d mut Dice,
    pub(crate) doc: Doc,
    pub(crate) look: Look,
    pub(crate) scheme: Scheme,
    pub(crate) toks: Vec<Tok>,
    /// The mark that comes next in turn, above (U).
    next: usize,
    /// The caption that binds everything.
    pub(crate) bound: Option<&'static str>,
}

impl<'d> Writer<'d> {
    pub(crate) fn new(dice: &'d mut Dice, manner: Manner, kind: &'static str) -> Self {
        let scheme = SCHEMES[dice.between(0, SCHEMES.len())];
        let next = dice.between(0, 8);
        Self {
            manner,
            dice,
            doc: Doc {
                kind,
                parts: Vec::new(),
                portions: Vec::new(),
                canaries: Vec::new(),
                days: vec![("2010-01-01", false)],
                whole: Whole::AsIs,
            },
            look: Look {
                capitals: false,
                width: 72,
                lookalikes: true,
            },
            scheme,
            toks: Vec::new(),
            next,
            bound: None,
        }
    }

    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        super::words::chance(self.dice, percent)
    }

    /// The same, in a varied document.
    pub(crate) fn odd(&mut self, percent: usize) -> bool {
        self.manner == Manner::Varied && self.chance(percent)
    }

    pub(crate) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        pick(self.dice, from)
    }

    pub(crate) fn between(&mut self, from: usize, to: usize) -> usize {
        self.dice.between(from, to)
    }

    /// A mark above (U), each in its turn.
    pub(crate) fn above(&mut self) -> &'static str {
        self.next += 1;
        self.scheme.marks[self.next % self.scheme.marks.len()]
    }

    /// (U), or one above it.
    pub(crate) fn any_mark(&mut self) -> &'static str {
        if self.chance(45) { "U" } else { self.above() }
    }

    pub(crate) fn text(&mut self, text: impl Into<String>) -> &mut Self {
        self.toks.push(Tok::Text(text.into()));
        self
    }

    pub(crate) fn number(&mut self, text: impl Into<String>) -> &mut Self {
        self.toks.push(Tok::Number(text.into()));
        self.text(" ")
    }

    pub(crate) fn label(&mut self, text: impl Into<String>) -> &mut Self {
        self.toks.push(Tok::Label(text.into()));
        self.text(" ")
    }

    pub(crate) fn mark(&mut self, mark: &str) -> &mut Self {
        self.toks.push(Tok::Mark(format!("({mark})")));
        self
    }

    pub(crate) fn portion(&mut self, truth: Truth, situation: &'static str) -> usize {
        let place = situation;
        let (truth, situation) = match self.bound {
            Some(caption) => (truth.bound(), caption),
            None => (truth, situation),
        };
        self.doc.portions.push(Portion {
            truth,
            overall: false,
            place,
            situation,
        });
        self.doc.portions.len() - 1
    }

    pub(crate) fn words(&mut self, portion: usize, sentences: usize) -> &mut Self {
        let look = Look {
            lookalikes: self.look.lookalikes && self.doc.portions[portion].truth.is_open(),
            ..self.look
        };
        let mut mint = Mint {
            canaries: &mut self.doc.canaries,
            portion,
        };
        let text = prose(self.dice, &mut mint, look, sentences);
        self.toks.push(Tok::Words { portion, text });
        self
    }

    pub(crate) fn title(&mut self, portion: usize) -> &mut Self {
        let mut mint = Mint {
            canaries: &mut self.doc.canaries,
            portion,
        };
        let text = title(self.dice, &mut mint, self.look);
        self.toks.push(Tok::Words { portion, text });
        self
    }

    /// A mark and what it rates: one to four sentences.
    pub(crate) fn marked(&mut self, mark: &str, situation: &'static str) -> &mut Self {
        let sentences = self.between(1, 5);
        self.marked_words(mark, situation, sentences)
    }

    pub(crate) fn marked_words(
        &mut self,
        mark: &str,
        situation: &'static str,
        sentences: usize,
    ) -> &mut Self {
        let portion = self.portion(Truth::of(mark), situation);
        self.mark(mark).text(" ").words(portion, sentences)
    }

    pub(crate) fn marked_title(&mut self, mark: &str, situation: &'static str) -> &mut Self {
        let portion = self.portion(Truth::of(mark), situation);
        self.mark(mark).text(" ").title(portion)
    }

    /// A cell of a table: what stands beside it in its row may raise it.
    pub(crate) fn cell(&mut self, mark: &str, situation: &'static str) -> &mut Self {
        let portion = self.portion(Truth::of(mark).unsure(), situation);
        self.mark(mark).text(" ").title(portion)
    }

    /// A level line above all portions: together they may be classified so, and nobody counts on any.
    pub(crate) fn raises(&mut self, level: &str) {
        if Truth::of(self.scheme.top).is_below(Truth::of(level)) {
            for portion in &mut self.doc.portions {
                portion.truth = portion.truth.unsure();
            }
        }
    }

    /// A portion that states nothing: it has the overall classification.
    pub(crate) fn unmarked(&mut self, situation: &'static str) -> usize {
        let [paper, telegram] = self.scheme.level;
        let level = if self.doc.kind.contains("telegram") {
            telegram
        } else {
            paper
        };
        let portion = self.portion(Truth::of(level).unsure(), situation);
        self.doc.portions[portion].overall = true;
        portion
    }

    pub(crate) fn end(&mut self, end: &'static str) {
        let toks = std::mem::take(&mut self.toks);
        let index = self.doc.parts.len();
        self.doc.parts.push(Part {
            essential: false,
            index,
            toks,
            end,
        });
    }

    /// A blank line behind it.
    pub(crate) fn blank(&mut self) {
        self.end("\n\n");
    }

    /// A line that the rest hangs on.
    pub(crate) fn fixed(&mut self, text: impl Into<String>, end: &'static str) {
        self.text(text);
        self.end(end);
        self.essential();
    }

    pub(crate) fn essential(&mut self) {
        if let Some(part) = self.doc.parts.last_mut() {
            part.essential = true;
        }
    }

    pub(crate) fn cased(&self, text: &str) -> String {
        if self.look.capitals {
            text.to_uppercase()
        } else {
            text.to_owned()
        }
    }
}
