//! What an archive gives that has the parts of a document apart: rows of a table, elements of a file.

use std::fmt;

use jiff::civil::Date;

use super::block::{BlockKind, Field};
use super::document::Document;
use super::kind::DocumentKind;
use super::known::Known;
use super::number::{Enumerator, Number};
use crate::marking::Vocabulary;

/// A document that is made of parts, each with its kind, number, mark and text, and not read from one text.
///
/// Marks, level lines, captions and instructions are read by the same vocabulary as in a text and fail closed the same way: a
/// mark that cannot be read withholds its portion, a caption that is not known binds every portion, a document without a level
/// is TOP SECRET without a date. **Text that is given is text**: a paragraph that holds blank lines, numbers, marks, banners
/// or tear lines stays one portion with the one mark that was given for it. What stands inside it and is a mark above its
/// portion raises the portion; nothing inside a text lowers anything.
///
/// What stands without a mark is rated by the [reading rules](crate::policy#reading-rules), from the order of the parts, their
/// kinds and numbers; rule 2 looks at the shape of its own text. [`Part::continues`] and [`Part::of`] state what they would infer.
///
/// ```
/// use jiff::civil::date;
/// use tearline::document::{Document, DocumentKind, Part};
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let cable = Document::builder(DocumentKind::Cable)
///     .level("CONFIDENTIAL")
///     .instruction("E.O. 12958: DECL: 03/14/2016")
///     .part(Part::subject("Harbor talks").marked("U"))
///     .part(Part::paragraph(1, "The talks resume in April.\n\n(U) So do the tides.").marked("U"))
///     .part(Part::paragraph(2, "The lease will not be renewed.\n\n(U) This is no portion.").marked("C"))
///     .build();
/// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
/// assert!(release.to_text().contains("So do the tides."));
/// assert!(!release.to_text().contains("This is no portion."));
/// ```
#[derive(Clone)]
pub struct DocumentBuilder {
    pub(crate) kind: DocumentKind,
    pub(crate) origin: Option<Date>,
    pub(crate) given: Vec<Given>,
    pub(crate) known: Known,
    pub(crate) vocabulary: Vocabulary,
}

/// What was given, in order.
#[derive(Clone)]
pub(crate) enum Given {
    Level(String),
    Part(Part),
}

/// A part of a document that is built: a header field, the subject, a paragraph, an item or another block.
///
/// ```
/// use tearline::document::{Enumerator, Field, Part};
///
/// let parts = [
///     Part::field(Field::Tags, "PREL, ECON"),
///     Part::subject("Harbor talks").marked("SBU"),
///     Part::paragraph(1, "The talks resume in April.").marked("(U)"),
///     Part::item(Enumerator::Letter('a'), "The lease ends.").of(1).marked("C"),
///     Part::block("It was signed by Ode.").continues(),
/// ];
/// assert_eq!(format!("{:?}", parts[1]), "Part { kind: Subject, .. }");
/// ```
#[derive(Clone)]
pub struct Part {
    pub(crate) kind: BlockKind,
    pub(crate) paragraph: Option<u32>,
    pub(crate) item: Option<Enumerator>,
    pub(crate) mark: String,
    pub(crate) text: String,
    pub(crate) continues: bool,
}

impl Document<'static> {
    /// Begins a document that is made of parts.
    ///
    /// The kind says by which habits unmarked blocks are rated. A [release](DocumentKind::Release) is written by this library
    /// alone, and nothing is looked for inside one: parts that are given so are read as a memorandum.
    ///
    /// ```
    /// use tearline::document::{Document, DocumentKind, Part};
    ///
    /// let note = Document::builder(DocumentKind::Memorandum)
    ///     .level("SECRET")
    ///     .part(Part::block("The pier is new.").marked("S"))
    ///     .build();
    /// assert_eq!(note.blocks()[0].mark().stated().unwrap().label().to_string(), "S");
    /// ```
    #[must_use]
    pub fn builder(kind: DocumentKind) -> DocumentBuilder {
        let kind = match kind {
            DocumentKind::Cable => DocumentKind::Cable,
            DocumentKind::Memorandum | DocumentKind::Release => DocumentKind::Memorandum,
        };
        DocumentBuilder {
            kind,
            origin: None,
            given: Vec::new(),
            known: Known::new(),
            vocabulary: Vocabulary::capco(),
        }
    }
}

impl DocumentBuilder {
    /// The date of origin, which declassification is reckoned from. It takes the place of a date-time group.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::document::{Document, DocumentKind};
    ///
    /// let cable = Document::builder(DocumentKind::Cable).origin(date(2006, 3, 14)).build();
    /// assert_eq!(cable.header().origin(), Some(date(2006, 3, 14)));
    /// ```
    #[must_use]
    pub const fn origin(mut self, day: Date) -> Self {
        self.origin = Some(day);
        self
    }

    /// What the caller knows beside the parts, as [`parse_with`](crate::parse_with) takes it in: the record of a catalogue, and
    /// that an authority has declassified the document. What is said twice all counts. The kind is the one with which the
    /// builder began.
    ///
    /// ```
    /// use tearline::document::{Document, DocumentKind, Known, Part};
    ///
    /// let note = Document::builder(DocumentKind::Memorandum)
    ///     .known(&Known::new().level("SECRET").caption("NODIS"))
    ///     .part(Part::block("The pier is new."))
    ///     .build();
    /// assert_eq!(note.header().levels()[0].label().to_string(), "S");
    /// assert_eq!(note.header().captions().len(), 1);
    /// ```
    #[must_use]
    pub fn known(mut self, known: &Known) -> Self {
        self.known = self.known.and(known.clone());
        self
    }

    /// The words in which marks are read, where they are not the register's alone.
    ///
    /// ```
    /// use tearline::document::{Document, DocumentKind, Part};
    /// use tearline::marking::Vocabulary;
    ///
    /// let cable = Document::builder(DocumentKind::Cable)
    ///     .vocabulary(Vocabulary::capco().with_alias("HARBSEN", "SBU")?)
    ///     .part(Part::paragraph(1, "The pier is new.").marked("HARBSEN"))
    ///     .build();
    /// assert_eq!(cable.blocks()[0].mark().stated().unwrap().label().to_string(), "SBU");
    /// # Ok::<(), tearline::marking::AliasError>(())
    /// ```
    #[must_use]
    pub fn vocabulary(mut self, vocabulary: Vocabulary) -> Self {
        self.vocabulary = vocabulary;
        self
    }

    /// A level line or banner as it stands, with whatever stands beside the level: `SECRET//NOFORN`,
    /// `C O N F I D E N T I A L PORT VESTA 000212`. Several are joined. One that cannot be read leaves the overall
    /// classification unresolved; one that shows nothing counts as none.
    ///
    /// ```
    /// use tearline::document::{Document, DocumentKind};
    ///
    /// let cable = Document::builder(DocumentKind::Cable).level("SECRET//NOFORN").level("SECRT").build();
    /// let levels: Vec<String> = cable.header().levels().iter().map(|line| line.label().to_string()).collect();
    /// assert_eq!(levels, ["S//NF", "unresolved"]);
    /// ```
    #[must_use]
    pub fn level(mut self, line: impl Into<String>) -> Self {
        self.given.push(Given::Level(line.into()));
        self
    }

    /// A caption or a line that restricts beside the level: `NODIS`. One that is not known binds every portion.
    ///
    /// ```
    /// use tearline::document::{Document, DocumentKind};
    /// use tearline::marking::Caption;
    ///
    /// let cable = Document::builder(DocumentKind::Cable).level("SECRET").caption("NODIS").caption("HARBOR GROUP").build();
    /// assert_eq!(cable.header().captions(), [Caption::Nodis, Caption::Other]);
    /// ```
    #[must_use]
    pub fn caption(self, line: impl Into<String>) -> Self {
        self.part(Part::field(Field::Caption, line))
    }

    /// A declassification instruction, with or without the number of its order: `E.O. 12958: DECL: 03/14/2016`,
    /// `Declassify on: 20360314`. The longest of several governs (32 CFR 2001.22(e)(2)).
    ///
    /// ```
    /// use tearline::document::{Document, DocumentKind};
    ///
    /// let cable = Document::builder(DocumentKind::Cable).instruction("E.O. 12958: DECL: 03/14/2016").build();
    /// assert_eq!(cable.header().schedule().instructions().count(), 1);
    /// ```
    #[must_use]
    pub fn instruction(self, line: impl Into<String>) -> Self {
        self.part(Part::field(Field::Instruction, line))
    }

    /// The next part, in the order of the document.
    ///
    /// ```
    /// use tearline::document::{Document, DocumentKind, Field, Part};
    ///
    /// let cable = Document::builder(DocumentKind::Cable).part(Part::field(Field::From, "AMEMBASSY PORT VESTA")).build();
    /// assert_eq!(cable.blocks().len(), 1);
    /// ```
    #[must_use]
    pub fn part(mut self, part: Part) -> Self {
        self.given.push(Given::Part(part));
        self
    }
}

impl Part {
    /// A line of the header, without its label. A known field with anything in it that is not of its kind takes the
    /// overall classification ([reading rule 5](crate::policy#reading-rules)).
    ///
    /// ```
    /// use tearline::document::{BlockKind, Document, DocumentKind, Field, Part};
    ///
    /// let cable = Document::builder(DocumentKind::Cable)
    ///     .part(Part::field(Field::Tags, "PREL, ECON"))
    ///     .part(Part::field(Field::Tags, "PREL The relay belongs to Ode."))
    ///     .build();
    /// let kinds: Vec<BlockKind> = cable.blocks().iter().map(|block| block.kind()).collect();
    /// assert_eq!(kinds, [BlockKind::Field(Field::Tags), BlockKind::Field(Field::Unknown)]);
    /// ```
    #[must_use]
    pub fn field(field: Field, text: impl Into<String>) -> Self {
        Self::new(BlockKind::Field(field), text.into())
    }

    /// The subject or title.
    #[must_use]
    pub fn subject(text: impl Into<String>) -> Self {
        Self::new(BlockKind::Subject, text.into())
    }

    /// A paragraph with this number.
    #[must_use]
    pub fn paragraph(number: u32, text: impl Into<String>) -> Self {
        Self {
            paragraph: Some(number),
            ..Self::new(BlockKind::Paragraph, text.into())
        }
    }

    /// An item of the last numbered paragraph before it; [`Part::of`] names another one.
    #[must_use]
    pub fn item(item: Enumerator, text: impl Into<String>) -> Self {
        Self {
            item: Some(item),
            ..Self::new(BlockKind::Subparagraph, text.into())
        }
    }

    /// Any other block of the body: a paragraph without a number where it has a mark; a heading, a line of a list or running
    /// text where it has none.
    #[must_use]
    pub fn block(text: impl Into<String>) -> Self {
        Self::new(BlockKind::Plain, text.into())
    }

    /// The mark, with or without its parentheses. One that shows nothing is none; one that cannot be read withholds the
    /// portion from all but the originator.
    ///
    /// ```
    /// use tearline::document::{Document, DocumentKind, Mark, Part};
    ///
    /// let marks = ["S//NF", "(C)", "C//NOFRN", ""];
    /// let mut cable = Document::builder(DocumentKind::Cable).level("SECRET");
    /// for mark in marks {
    ///     cable = cable.part(Part::block("The pier is new.").marked(mark));
    /// }
    /// let cable = cable.build();
    /// let marks: Vec<&Mark> = cable.blocks().iter().map(|block| block.mark()).collect();
    /// assert_eq!(marks[0].stated().unwrap().label().to_string(), "S//NF");
    /// assert_eq!(marks[1].stated().unwrap().label().to_string(), "C");
    /// assert!(matches!(marks[2], Mark::Damaged { .. }));
    /// assert!(marks[3].is_unmarked());
    /// ```
    #[must_use]
    pub fn marked(mut self, mark: impl Into<String>) -> Self {
        self.mark = mark.into();
        self
    }

    /// The numbered paragraph that an item belongs to. It changes no other part.
    ///
    /// ```
    /// use tearline::document::{Document, DocumentKind, Enumerator, Part};
    ///
    /// let cable = Document::builder(DocumentKind::Cable)
    ///     .part(Part::item(Enumerator::Letter('b'), "The lease ends.").of(4).marked("U"))
    ///     .build();
    /// assert_eq!(cable.blocks()[0].number().unwrap().to_string(), "4.b");
    /// ```
    #[must_use]
    pub const fn of(mut self, paragraph: u32) -> Self {
        if matches!(self.kind, BlockKind::Subparagraph) {
            self.paragraph = Some(paragraph);
        }
        self
    }

    /// States that it belongs to the part of the body before it and is covered by the mark of that: both are one portion
    /// (32 CFR 2001.21(c)(3)). What has a number or a mark of its own, and what stands behind no part of the body, stays a
    /// part of its own.
    ///
    /// ```
    /// use tearline::document::{Document, DocumentKind, Part};
    ///
    /// let cable = Document::builder(DocumentKind::Cable)
    ///     .part(Part::paragraph(1, "The lease ends.").marked("U"))
    ///     .part(Part::block("It was signed by Ode.").continues())
    ///     .part(Part::block("It was signed in May.").marked("C").continues())
    ///     .build();
    /// assert_eq!(cable.blocks().len(), 2);
    /// ```
    #[must_use]
    pub const fn continues(mut self) -> Self {
        self.continues = true;
        self
    }

    const fn new(kind: BlockKind, text: String) -> Self {
        Self {
            kind,
            paragraph: None,
            item: None,
            mark: String::new(),
            text,
            continues: false,
        }
    }

    /// Its number, where `last` is the number of the last paragraph before it.
    pub(crate) fn number(&self, last: Option<u32>) -> Option<Number> {
        match (self.item, self.paragraph) {
            (Some(item), paragraph) => Some(Number::item(paragraph.or(last), item)),
            (None, Some(paragraph)) => Some(Number::paragraph(paragraph)),
            (None, None) => None,
        }
    }
}

impl fmt::Debug for DocumentBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentBuilder")
            .field("kind", &self.kind)
            .field("given", &self.given.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part")
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}
