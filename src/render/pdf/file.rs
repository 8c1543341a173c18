//! A release as a PDF file: its pages, its tags, the standards that it claims.

use std::num::NonZeroU16;

use jiff::civil::Date;

use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect, Size};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings, color::luma};
use skrifa::charmap::Charmap;
use skrifa::{FontRef, MetadataProvider};
use thiserror::Error;

use super::grid::{Block, COLUMNS, Piece, Role, blocks, of_pieces, running};
use crate::release::Release;
use crate::render::sheet::Sheet;

/// Liberation Mono 2.1.5 under the SIL Open Font License, which stands beside it.
static FONT: &[u8] = include_bytes!("font/LiberationMono-Regular.ttf");

/// US Letter, in points.
const PAGE: (f32, f32) = (612.0, 792.0);
const FONT_SIZE: f32 = 10.0;
/// The width of a cell: six tenths of the font size, which is what every glyph of the font takes.
const CELL: f32 = 6.0;
const PITCH: f32 = 13.0;
const LEFT: f32 = 66.0;
const TOP: f32 = 36.0;
/// How far above the foot of its letters a line goes through them.
const STRIKE: f32 = 3.2;

/// A release that cannot be written as PDF. Nothing is written then.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::render::PdfError;
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
/// // A font that lacks a letter is no error: the PDF names the place. What no PDF can hold is.
/// let pdf: Result<Vec<u8>, PdfError> = release.to_pdf();
/// assert!(pdf.is_ok());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PdfError {
    /// The font that the library carries cannot be read.
    #[error("the embedded font cannot be read")]
    Font,
    /// The standards that the file claims are not met.
    #[error("the file breaks PDF/A-2a or PDF/UA-1 in {0} places")]
    Standard(usize),
    /// The file cannot be put together.
    #[error("the file is beyond what a PDF can hold")]
    Limit,
}

impl Release<'_> {
    /// The release as PDF/A-2a and PDF/UA-1: tagged, text as text, banner at top and bottom of every page.
    ///
    /// The text is laid out anew, each character in a cell of a fixed grid; a character that the font does not have
    /// stands as its number, `<U+4E2D>`. The only date in the file is the day of the release; it has one revision, and an
    /// identifier that follows from its bytes.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
    /// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
    /// assert!(release.to_pdf()?.starts_with(b"%PDF-1.7"));
    /// # Ok::<(), tearline::render::PdfError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the file would break a standard that it claims, or is beyond what a PDF can hold.
    pub fn to_pdf(&self) -> Result<Vec<u8>, PdfError> {
        write(self, &Sheet::of(self))
    }
}

/// The release on a sheet, as a file.
pub(crate) fn write(release: &Release<'_>, sheet: &Sheet) -> Result<Vec<u8>, PdfError> {
    let pen = Pen::new()?;
    let blocks = blocks(release, sheet, &pen.charmap);
    paper(&pen, blocks, sheet, release.as_of())
}

/// Pieces of text on a sheet, as a file of that day.
pub(crate) fn write_pieces(
    pieces: &[Piece],
    sheet: &Sheet,
    day: Date,
) -> Result<Vec<u8>, PdfError> {
    let pen = Pen::new()?;
    let blocks = of_pieces(pieces, sheet, &pen.charmap);
    paper(&pen, blocks, sheet, day)
}

fn paper(pen: &Pen, blocks: Vec<Block>, sheet: &Sheet, on: Date) -> Result<Vec<u8>, PdfError> {
    let running = running(sheet, &pen.charmap);
    let rows = rows(running.len());
    let pages = paginate(blocks, rows);

    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PdfError::Standard(1))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut tree = TagTree::new().with_lang(Some("en".to_owned()));
    let mut outline = Outline::new();
    // The parts of a block that runs over a page belong to one element.
    let mut open: Option<TagGroup> = None;
    for (index, page) in pages.iter().enumerate() {
        let settings = Size::from_wh(PAGE.0, PAGE.1).map(PageSettings::new);
        let mut sheet_of_paper = document.start_page_with(settings.ok_or(PdfError::Limit)?);
        let mut surface = sheet_of_paper.surface();
        pen.running(&mut surface, &running, ArtifactType::Header, TOP);
        let first = TOP + PITCH * (rows_f32(running.len()) + 1.0);
        for placed in page {
            let y = first + PITCH * rows_f32(placed.row);
            if !placed.continues {
                if let Some(group) = open.take() {
                    tree.push(group);
                }
                open = Some(TagGroup::new(tag(&placed.block)));
                if matches!(placed.block.role, Role::Title | Role::Heading) {
                    outline.push_child(OutlineNode::new(
                        title(&placed.block),
                        XyzDestination::new(index, Point::from_xy(LEFT, y - PITCH)),
                    ));
                }
            }
            for (row, line) in placed.block.lines.iter().enumerate() {
                let y = y + PITCH * rows_f32(row);
                if let Some((from, to)) = line.boxed {
                    pen.frame(&mut surface, from, to, y);
                }
                if let Some((from, to)) = line.struck {
                    pen.strike(&mut surface, from, to, y);
                }
                let bold = matches!(placed.block.role, Role::Title | Role::Heading);
                let identifier = pen.line(&mut surface, &line.text, y, bold);
                if let Some(group) = &mut open {
                    group.push(identifier);
                }
            }
        }
        let bottom = PAGE.1 - TOP - PITCH * rows_f32(running.len());
        pen.running(&mut surface, &running, ArtifactType::Footer, bottom);
        let number = [format!("{} of {}", index + 1, pages.len())];
        pen.running(
            &mut surface,
            &number,
            ArtifactType::PageNumber,
            PAGE.1 - TOP,
        );
        surface.finish();
        sheet_of_paper.finish();
    }
    if let Some(group) = open.take() {
        tree.push(group);
    }
    document.set_tag_tree(tree);
    document.set_outline(outline);
    // The day is that of the release, and not that of the writing. Without an identifier the library derives one from
    // the bytes of the file alone.
    document.set_metadata(
        Metadata::new()
            .title(sheet.name.clone())
            .language("en".to_owned())
            .creator("tearline".to_owned())
            .creation_date(day(on)),
    );
    document.finish().map_err(|error| match error {
        KrillaError::Validation(errors) => PdfError::Standard(errors.len()),
        KrillaError::Font(..) => PdfError::Font,
        KrillaError::Limit(_)
        | KrillaError::DuplicateNamedDestination(_)
        | KrillaError::DuplicateTagId(..)
        | KrillaError::UnknownTagId(..) => PdfError::Limit,
    })
}

/// A part of a block on a page.
struct Placed {
    row: usize,
    continues: bool,
    block: Block,
}

/// How many rows a page has for text, with `running` lines at top and bottom and the page number below.
fn rows(running: usize) -> usize {
    const ALL: usize = 54;
    ALL.saturating_sub(2 * running + 3).max(8)
}

/// Puts blocks on pages. A heading stands on the page of what follows it.
fn paginate(blocks: Vec<Block>, rows: usize) -> Vec<Vec<Placed>> {
    let mut pages: Vec<Vec<Placed>> = Vec::new();
    let mut page: Vec<Placed> = Vec::new();
    let mut row = 0;
    let mut before: Option<Role> = None;
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let close =
            (before == Some(Role::Field) && block.role == Role::Field) || block.role == Role::Note;
        if row > 0 && !close {
            row += 1;
        }
        let needed = match block.role {
            Role::Title | Role::Heading | Role::WithheldHeading => {
                let note = blocks.peek().filter(|next| next.role == Role::Note);
                block.lines.len() + note.map_or(0, |note| note.lines.len()) + 2
            }
            Role::Field | Role::Note | Role::Paragraph => block.lines.len().min(2),
        };
        if row > 0 && row + needed > rows {
            pages.push(std::mem::take(&mut page));
            row = 0;
        }
        before = Some(block.role);
        let role = block.role;
        let mut lines = block.lines.into_iter();
        let mut continues = false;
        loop {
            let part: Vec<_> = lines.by_ref().take(rows - row.min(rows)).collect();
            if part.is_empty() {
                break;
            }
            let at = row;
            row += part.len();
            page.push(Placed {
                row: at,
                continues,
                block: Block { role, lines: part },
            });
            continues = true;
            if row >= rows && lines.len() > 0 {
                pages.push(std::mem::take(&mut page));
                row = 0;
            }
        }
    }
    pages.push(page);
    pages
}

fn tag(block: &Block) -> krilla::tagging::TagKind {
    let level = |level| NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    match block.role {
        Role::Title => Tag::Hn(level(1), Some(title(block))).into(),
        Role::Heading | Role::WithheldHeading => Tag::Hn(level(2), Some(title(block))).into(),
        Role::Field | Role::Note | Role::Paragraph => Tag::P.into(),
    }
}

/// The text of a heading, as far as a table of contents needs it.
fn title(block: &Block) -> String {
    const LONGEST: usize = 3;
    let lines = block.lines.iter().take(LONGEST);
    lines.map(|line| line.text.as_str()).collect()
}

fn day(day: Date) -> DateTime {
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    DateTime::new(u16::try_from(day.year()).unwrap_or(0))
        .month(part(day.month()))
        .day(part(day.day()))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
}

/// Rows as a length. A page has few of them.
fn rows_f32(rows: usize) -> f32 {
    f32::from(u16::try_from(rows).unwrap_or(u16::MAX))
}

/// Draws text on the grid.
struct Pen {
    font: Font,
    charmap: Charmap<'static>,
}

impl Pen {
    fn new() -> Result<Self, PdfError> {
        let font = Font::new(FONT.into(), 0).ok_or(PdfError::Font)?;
        let charmap = FontRef::new(FONT).map_err(|_| PdfError::Font)?.charmap();
        Ok(Self { font, charmap })
    }

    /// One line of the text, tagged.
    fn line(&self, surface: &mut Surface<'_>, text: &str, y: f32, bold: bool) -> Identifier {
        let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        self.draw(surface, text, 0, y, bold);
        surface.end_tagged();
        identifier
    }

    /// Lines that stand on every page, in the middle; they are no part of the text.
    fn running(&self, surface: &mut Surface<'_>, lines: &[String], kind: ArtifactType, y: f32) {
        for (row, line) in lines.iter().enumerate() {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
            let text = line.trim_end();
            let column = COLUMNS.saturating_sub(text.chars().count()) / 2;
            let bold = kind != ArtifactType::PageNumber && row == 0;
            self.draw(surface, text, column, y + PITCH * rows_f32(row), bold);
            surface.end_tagged();
        }
    }

    /// The box of an excision, from cell to cell.
    fn frame(&self, surface: &mut Surface<'_>, from: usize, to: usize, y: f32) {
        let (from, to) = (rows_f32(from) * CELL, rows_f32(to) * CELL);
        let rect = Rect::from_xywh(LEFT + from - 2.0, y - 9.0, to - from + 4.0, 12.0);
        let mut path = PathBuilder::new();
        if let Some(rect) = rect {
            path.push_rect(rect);
            Self::rule(surface, path);
        }
    }

    /// The line through a marking that is no longer valid, from cell to cell (32 CFR 2001.25(b)(4)).
    fn strike(&self, surface: &mut Surface<'_>, from: usize, to: usize, y: f32) {
        let mut path = PathBuilder::new();
        path.move_to(LEFT + rows_f32(from) * CELL, y - STRIKE);
        path.line_to(LEFT + rows_f32(to) * CELL, y - STRIKE);
        Self::rule(surface, path);
    }

    /// A line that is drawn and is no part of the text.
    fn rule(surface: &mut Surface<'_>, path: PathBuilder) {
        let Some(path) = path.finish() else {
            return;
        };
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
            ArtifactType::Layout,
        )));
        surface.set_fill(None);
        surface.set_stroke(Some(stroke(0.75)));
        surface.draw_path(&path);
        surface.end_tagged();
    }

    fn draw(&self, surface: &mut Surface<'_>, text: &str, column: usize, y: f32, bold: bool) {
        let glyphs: Vec<KrillaGlyph> = text
            .char_indices()
            .map(|(at, c)| {
                let glyph = self.charmap.map(c).map_or(0, skrifa::GlyphId::to_u32);
                let advance = CELL / FONT_SIZE;
                let range = at..at + c.len_utf8();
                KrillaGlyph::new(GlyphId::new(glyph), advance, 0.0, 0.0, 0.0, range, None)
            })
            .collect();
        surface.set_fill(Some(Fill {
            paint: luma::Color::black().into(),
            opacity: NormalizedF32::ONE,
            rule: FillRule::default(),
        }));
        surface.set_stroke(bold.then(|| stroke(0.35)));
        let start = Point::from_xy(LEFT + rows_f32(column) * CELL, y);
        surface.draw_glyphs(start, &glyphs, self.font.clone(), text, FONT_SIZE, false);
    }
}

fn stroke(width: f32) -> Stroke {
    Stroke {
        paint: luma::Color::black().into(),
        width,
        ..Stroke::default()
    }
}
