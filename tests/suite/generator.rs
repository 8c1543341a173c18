//! Cables made up from a declared structure and from words, kept apart: the same structure can be written with other
//! words, on other lines, at another length.

mod words;

use std::fmt::Write;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub(crate) use words::{Dice, Shape, VOCABULARY, Words};

/// A cable: what it declares, and a seed for every run of words.
#[derive(Clone, Debug)]
pub(crate) struct Cable {
    pub(crate) dated: bool,
    pub(crate) level: Option<&'static str>,
    pub(crate) captions: Vec<&'static str>,
    pub(crate) order: Option<&'static str>,
    pub(crate) classifier: bool,
    pub(crate) subject: Option<Block>,
    pub(crate) body: Vec<Block>,
    pub(crate) signature: bool,
}

/// A block of the body, or the subject.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) kind: Kind,
    pub(crate) mark: Mark,
    pub(crate) words: Words,
    /// A mark that stands inside the text.
    pub(crate) inside: Option<Inside>,
}

/// A mark inside a block, where it counts as one (reading rule 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inside {
    /// In mid-sentence, where it can be nothing but a mark.
    Sentence(&'static str),
    /// In the last column of a row.
    Row(&'static str),
}

impl Inside {
    pub(crate) const fn mark(self) -> &'static str {
        match self {
            Self::Sentence(mark) | Self::Row(mark) => mark,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Subject,
    /// So much above the number before it; on the next line or behind a blank one.
    Paragraph {
        step: u32,
        tight: bool,
    },
    Item,
    Plain,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    None,
    /// What stands between the parentheses.
    Stated(&'static str),
    /// The whole token.
    Damaged(&'static str),
}

pub(crate) const LEVELS: [&str; 6] = [
    "UNCLAS",
    "UNCLAS SENSITIVE",
    "LIMITED OFFICIAL USE",
    "C O N F I D E N T I A L",
    "SECRET",
    "S E C R E T SECTION 01 OF 02",
];
const STATED: [&str; 9] = ["U", "U", "SBU", "C", "C", "S", "C//NF", "S//NF", "LOU"];
const DAMAGED: [&str; 4] = ["(Q)", "(C//NOFRN)", "(EXDIS)", "(S"];
const CAPTIONS: [&str; 6] = [
    "SIPDIS",
    "SENSITIVE",
    "NOFORN",
    "NODIS",
    "EXDIS",
    "ZULU GROUP",
];
/// The day on which the dated order line opens.
pub(crate) const OPENS: &str = "2015-05-20";
pub(crate) const DATED: &str = "E.O. 12958: DECL: 05/20/2015";
const ORDERS: [&str; 6] = [
    DATED,
    DATED,
    "E.O. 12958: DECL: OADR",
    "E.O. 12958: DECL: 13/45/2015",
    "E.O. 12958: N/A",
    "E.O. 12958: DECL: WHEN THE ICE BREAKS",
];

impl Cable {
    pub(crate) fn any() -> impl Strategy<Value = Self> {
        let captions = prop_oneof![
            6 => Just(Vec::new()),
            4 => vec(select(&CAPTIONS[..3]), 1..3),
            1 => vec(select(&CAPTIONS[..]), 1..3),
        ];
        (
            prop::bool::weighted(0.9),
            option::weighted(0.95, select(&LEVELS[..])),
            captions,
            option::weighted(0.9, select(&ORDERS[..])),
            any::<bool>(),
            option::weighted(0.9, Block::any(Just(Kind::Subject))),
            Self::body(),
            any::<bool>(),
        )
            .prop_map(
                |(dated, level, captions, order, classifier, subject, body, signature)| Self {
                    dated,
                    level,
                    // Captions stand behind a level line.
                    captions: if level.is_some() {
                        captions
                    } else {
                        Vec::new()
                    },
                    order,
                    classifier,
                    subject,
                    body,
                    signature,
                },
            )
    }

    /// Paragraphs, items and blocks between them; the first is a paragraph.
    fn body() -> impl Strategy<Value = Vec<Block>> {
        let paragraph = (
            prop_oneof![12 => Just(1_u32), 1 => Just(2)],
            prop::bool::weighted(0.2),
        )
            .prop_map(|(step, tight)| Kind::Paragraph { step, tight });
        let first = Block::any(Just(Kind::Paragraph {
            step: 1,
            tight: false,
        }));
        let one = |block: BoxedStrategy<Block>| block.prop_map(|block| vec![block]).boxed();
        // A paragraph that ends in a colon, and lines in the shape of headings behind it.
        let list = (
            Block::any(paragraph.clone()),
            vec(Block::any(Just(Kind::Plain)), 2..7),
        )
            .prop_map(|(mut start, mut lines)| {
                start.words.announces = true;
                start.inside = None;
                for line in &mut lines {
                    line.words.shape = Shape::Heading;
                }
                lines.insert(0, start);
                lines
            });
        let blocks = prop_oneof![
            10 => one(Block::any(paragraph).boxed()),
            4 => one(Block::any(Just(Kind::Item)).boxed()),
            8 => one(Block::any(Just(Kind::Plain)).boxed()),
            1 => list,
        ];
        (first, vec(blocks, 0..12)).prop_map(|(first, rest)| {
            let mut body = vec![first];
            body.extend(rest.into_iter().flatten());
            // Only a marked paragraph right behind another starts without a blank line.
            for index in 0..body.len() {
                if let Kind::Paragraph { step, .. } = body[index].kind {
                    let behind =
                        index > 0 && matches!(body[index - 1].kind, Kind::Paragraph { .. });
                    if !behind || step != 1 || !matches!(body[index].mark, Mark::Stated(_)) {
                        body[index].kind = Kind::Paragraph { step, tight: false };
                    }
                }
            }
            body
        })
    }

    /// The source text, the header field by field and the body block by block.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        if self.dated {
            out.push_str("P 201140Z MAY 05\n");
        }
        out.push_str("FM AMEMBASSY KARSHAVN\nTO SECSTATE WASHDC PRIORITY 3307\n\n");
        if let Some(level) = self.level {
            writeln!(out, "{level} KARSHAVN 000123\n").unwrap();
        }
        for caption in &self.captions {
            writeln!(out, "{caption}\n").unwrap();
        }
        if let Some(order) = self.order {
            writeln!(out, "{order}").unwrap();
        }
        out.push_str("TAGS: PREL, KV\n");
        if let Some(subject) = &self.subject {
            writeln!(out, "SUBJECT: {}", subject.text()).unwrap();
        }
        out.push('\n');
        if self.classifier {
            out.push_str("Classified By: Ambassador Zephyrine Quagga, reason 1.4 (d)\n\n");
        }
        out.push_str(&self.body_text());
        if self.signature {
            out.push_str("\nQUAGGA\nNNNN\n");
        }
        out
    }

    /// The blocks of the body with their numbers.
    pub(crate) fn body_text(&self) -> String {
        let mut out = String::new();
        let mut numbers = Numbers::default();
        for (index, block) in self.body.iter().enumerate() {
            let lead = numbers.lead(block.kind);
            if index > 0 {
                let tight = matches!(block.kind, Kind::Paragraph { tight: true, .. });
                out.push_str(if tight { "\n" } else { "\n\n" });
            }
            out.push_str(&lead);
            if !lead.is_empty() {
                out.push(' ');
            }
            out.push_str(&block.text());
        }
        out.push('\n');
        out
    }

    /// The number of every block of the body, as a release names it.
    pub(crate) fn numbers(&self) -> Vec<Option<u32>> {
        let mut numbers = Numbers::default();
        self.body
            .iter()
            .map(|block| {
                numbers.lead(block.kind);
                matches!(block.kind, Kind::Paragraph { .. }).then_some(numbers.paragraph)
            })
            .collect()
    }
}

#[derive(Default)]
struct Numbers {
    paragraph: u32,
    items: u8,
}

impl Numbers {
    fn lead(&mut self, kind: Kind) -> String {
        match kind {
            Kind::Subject | Kind::Plain => String::new(),
            Kind::Paragraph { step, .. } => {
                self.paragraph += step;
                self.items = 0;
                format!("{}.", self.paragraph)
            }
            Kind::Item => {
                self.items += 1;
                format!("{}.", char::from(b'a' + self.items - 1))
            }
        }
    }
}

impl Block {
    fn any(kind: impl Strategy<Value = Kind> + 'static) -> impl Strategy<Value = Self> {
        let mark = prop_oneof![
            3 => Just(Mark::None),
            6 => select(&STATED[..]).prop_map(Mark::Stated),
            1 => select(&DAMAGED[..]).prop_map(Mark::Damaged),
        ];
        let inside = prop_oneof![
            select(&["C//NF", "S//NF", "SBU"][..]).prop_map(Inside::Sentence),
            select(&["C", "S", "C//NF"][..]).prop_map(Inside::Row),
        ];
        let inside = option::weighted(0.1, inside);
        (kind, mark, Words::any(), inside).prop_map(|(kind, mark, mut words, inside)| {
            // A block with neither number nor letter stands without a mark; a subject is one line of a title.
            let mark = if kind == Kind::Plain {
                Mark::None
            } else {
                mark
            };
            if kind == Kind::Subject {
                words.shape = Shape::Heading;
            }
            if !matches!(kind, Kind::Paragraph { .. }) {
                words.announces = false;
            }
            let holds =
                matches!(mark, Mark::Stated(_)) && kind != Kind::Subject && !words.announces;
            Self {
                kind,
                mark,
                words,
                inside: inside.filter(|_| holds),
            }
        })
    }

    pub(crate) fn text(&self) -> String {
        match self.mark {
            Mark::None => self.unmarked(),
            Mark::Stated(mark) => format!("({mark}) {}", self.unmarked()),
            Mark::Damaged(token) => format!("{token} {}", self.unmarked()),
        }
    }

    /// The text without the mark of the block.
    pub(crate) fn unmarked(&self) -> String {
        let text = self.words.text();
        match self.inside {
            None => text,
            Some(Inside::Sentence(mark)) => format!("{text} Pelican ({mark}) walnut umbrella."),
            Some(Inside::Row(mark)) => format!("{text}\n| gazebo | ({mark}) |"),
        }
    }
}

/// The line between two pages of a telegram.
pub(crate) const PAGE: &str = "KARSHAVN 00000123  002 OF 003\n";

/// Lines of every kind in any order, and characters that do not show: no cable, and no line that could not stand in one.
pub(crate) fn soup() -> impl Strategy<Value = String> {
    const PIECES: [&str; 76] = [
        "\n",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\n\n",
        "\r\n",
        "\r\n\r\n",
        " ",
        " ",
        "\t",
        "\u{feff}",
        "\0",
        "\u{200f}",
        "\u{2028}",
        "\u{85}",
        "\u{b}",
        "1. ",
        "2. ",
        "3. ",
        "4, ",
        "l4. ",
        "¶4. ",
        "14.",
        "a. ",
        "b. ",
        "(a) ",
        "(A) ",
        "(B) ",
        "(C) ",
        "- ",
        "(U)",
        "(U) ",
        "(SBU) ",
        "(C) ",
        "(S) ",
        "(S//NF) ",
        "(C//NF) ",
        "(Q) ",
        "(C",
        "C) ",
        "(CUI) ",
        "(TS//SI) ",
        "(C - ENTIRE TEXT)",
        "(S//REL TO USA, FVEY) ",
        "[C] ",
        "SUBJECT: ",
        "SUBJ: ",
        "TAGS: PREL",
        "E.O. 12958: DECL: 05/20/2015",
        "Declassify on: 05/20/2030",
        "FM AMEMBASSY KARSHAVN",
        "TO SECSTATE WASHDC",
        "INFO ",
        "REF: ",
        "P 201140Z MAY 05",
        "UNCLASSIFIED",
        "UNCLAS KARSHAVN 1",
        "C O N F I D E N T I A L KARSHAVN 000123",
        "SECRET//NOFORN",
        "SECRET",
        "NODIS",
        "SENSITIVE",
        "Classified By: ",
        "NNNN",
        "PAGE 02",
        "KARSHAVN 00000123  002 OF 003",
        "SECTION 01 OF 02",
        "QUAGGA",
        "zephyr",
        "quokka marzipan.",
        "ocelot:",
        "tambourine walnut gazebo lanterns. Pelican rhubarb saxophone. Tortoise.",
        "[withheld: classified]",
        "\"",
        ".",
    ];
    vec(select(&PIECES[..]), 0..40).prop_map(|pieces| pieces.concat())
}
