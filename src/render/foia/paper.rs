//! Index and slip sheet as PDF.

use jiff::civil::Date;

use super::entry::{Entry, Withholding, statute_text};
use super::whole::{key, of_case, running};
use crate::render::PdfError;
use crate::render::pdf::{Piece, write_pieces};
use crate::render::sheet::Sheet;

/// The index of withholdings as PDF, laid out like a release.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
/// use tearline::render::{Case, Package, index_pdf};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let case = Case::new("F-2010-00017", "C00000001", date(2010, 1, 1));
/// assert!(index_pdf(&[Package::new(&release, &case).entry()])?.starts_with(b"%PDF-1.7"));
/// # Ok::<(), tearline::render::PdfError>(())
/// ```
///
/// # Errors
///
/// Where the file would break a standard that it claims, or is beyond what a PDF can hold.
pub fn index_pdf(entries: &[Entry]) -> Result<Vec<u8>, PdfError> {
    let mut pieces: Vec<Piece> = lines(of_case(entries));
    for entry in entries {
        pieces.push(Piece::Heading(format!(
            "{}: {}",
            entry.document, entry.head
        )));
        pieces.extend(lines(entry.facts()));
        let asked = entry.to_decide.iter();
        pieces.extend(asked.map(|question| Piece::Paragraph(format!("To decide: {question}"))));
        if entry.withholdings.is_empty() {
            pieces.push(Piece::Paragraph("Nothing is withheld.".to_owned()));
        }
        for it in &entry.withholdings {
            pieces.push(Piece::Paragraph(it.place.clone()));
            pieces.extend(lines(said(it)));
        }
    }
    pieces.push(Piece::Heading("Key".to_owned()));
    pieces.extend(lines(key(entries)));
    write_pieces(
        &pieces,
        &sheet("Index of withholdings", entries),
        day(entries),
    )
}

/// The slip sheet of a document that is withheld in full, as PDF; none of another.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
/// use tearline::render::{Case, Package, slip_pdf};
///
/// let cable = tearline::parse("MEMORANDUM\n\nSECRET\n\n(S) The pier is closed.\n");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let case = Case::new("F-2010-00017", "C00000001", date(2010, 1, 1));
/// assert!(slip_pdf(&Package::new(&release, &case).entry())?.is_some());
/// # Ok::<(), tearline::render::PdfError>(())
/// ```
///
/// # Errors
///
/// Those of [`index_pdf`].
pub fn slip_pdf(entry: &Entry) -> Result<Option<Vec<u8>>, PdfError> {
    let Some(facts) = entry.slip() else {
        return Ok(None);
    };
    let mut pieces = vec![Piece::Paragraph(Entry::SLIP.to_owned())];
    pieces.extend(lines(facts));
    let laws = entry.laws().into_iter();
    pieces.extend(laws.map(|(code, text)| Piece::Paragraph(format!("{code} {text}"))));
    let entries = std::slice::from_ref(entry);
    write_pieces(&pieces, &sheet(entry.head(), entries), day(entries)).map(Some)
}

fn sheet(title: &str, entries: &[Entry]) -> Sheet {
    Sheet {
        running: running(entries),
        name: title.to_owned(),
        title: title.to_owned(),
        links: false,
        notes: Vec::new(),
    }
}

/// The day of the release, which the file bears.
fn day(entries: &[Entry]) -> Date {
    let first = entries
        .first()
        .and_then(|entry| entry.released.parse().ok());
    first.unwrap_or(Date::ZERO)
}

fn lines<'t>(facts: impl IntoIterator<Item = (&'t str, String)>) -> Vec<Piece> {
    let facts = facts.into_iter();
    facts
        .map(|(term, text)| Piece::Line(format!("{term}: {text}")))
        .collect()
}

/// What is said of a withholding.
fn said(it: &Withholding) -> Vec<(&'static str, String)> {
    let decision = match &*it.to_decide {
        "" => "withheld".to_owned(),
        asked => format!("to decide: {asked}"),
    };
    vec![
        ("Exemption", statute_text(it)),
        ("What is withheld", it.description.clone()),
        ("Harm", it.harm.clone()),
        ("Segregability", it.segregability.clone()),
        ("Decision", decision),
    ]
}
