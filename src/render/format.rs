//! The formats by name.

use std::fmt;
use std::str::FromStr;

use crate::release::Release;

/// What a release is written as. Which there are depends on the features.
///
/// ```
/// use tearline::render::Format;
///
/// assert_eq!("markdown".parse::<Format>().unwrap().extension(), "md");
/// assert_eq!(Format::of_extension("TXT"), Some(Format::Text));
/// let error = "runes".parse::<Format>().unwrap_err().to_string();
/// assert!(error.starts_with("no such format; name one of text, markdown"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// A block a portion, each with its mark.
    #[default]
    Text,
    /// CommonMark.
    Markdown,
    /// One self-contained web page.
    #[cfg(feature = "html")]
    Html,
    /// For programs.
    #[cfg(feature = "json")]
    Json,
    /// PDF/A-2a and PDF/UA-1.
    #[cfg(feature = "pdf")]
    Pdf,
}

/// Why a release cannot be written in a format.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::render::{Format, WriteError};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
/// match release.to_format(Format::Pdf) {
///     Ok(pdf) => assert!(pdf.starts_with(b"%PDF")),
///     Err(WriteError::Pdf(error)) => eprintln!("{error}"),
///     Err(error) => eprintln!("{error}"),
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WriteError {
    /// It cannot be written as PDF.
    #[cfg(feature = "pdf")]
    Pdf(super::PdfError),
}

/// A name that is no format's.
///
/// ```
/// use tearline::render::Format;
///
/// assert!("docx".parse::<Format>().is_err());
/// assert_eq!("pdf".parse(), Ok(Format::Pdf));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormatError;

impl Format {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Text,
        Self::Markdown,
        #[cfg(feature = "html")]
        Self::Html,
        #[cfg(feature = "json")]
        Self::Json,
        #[cfg(feature = "pdf")]
        Self::Pdf,
    ];

    /// Its name: `text`, `markdown`, `html`, `json`, `pdf`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            #[cfg(feature = "html")]
            Self::Html => "html",
            #[cfg(feature = "json")]
            Self::Json => "json",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
        }
    }

    /// The ending of a file's name: `txt`, `md`, `html`, `json`, `pdf`.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            #[cfg(feature = "html")]
            Self::Html => "html",
            #[cfg(feature = "json")]
            Self::Json => "json",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
        }
    }

    /// Whether its bytes are not the characters that a person reads.
    #[must_use]
    pub const fn is_packed(self) -> bool {
        match self {
            Self::Text | Self::Markdown => false,
            #[cfg(feature = "html")]
            Self::Html => false,
            #[cfg(feature = "json")]
            Self::Json => false,
            #[cfg(feature = "pdf")]
            Self::Pdf => true,
        }
    }

    /// The format that the ending of a file's name tells.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        let known = |format: &&Self| format.extension().eq_ignore_ascii_case(extension);
        Self::ALL.iter().find(known).copied()
    }
}

impl Release<'_> {
    /// The release in a format: what [`Release::to_text`] and its like give.
    ///
    /// # Errors
    ///
    /// Where a PDF would break a standard that it claims, or is beyond what a PDF can hold.
    pub fn to_format(&self, format: Format) -> Result<Vec<u8>, WriteError> {
        Ok(match format {
            Format::Text => self.to_text().into_bytes(),
            Format::Markdown => self.to_markdown().into_bytes(),
            #[cfg(feature = "html")]
            Format::Html => self.to_html().into_bytes(),
            #[cfg(feature = "json")]
            Format::Json => self.to_json().into_bytes(),
            #[cfg(feature = "pdf")]
            Format::Pdf => self.to_pdf()?,
        })
    }
}

#[cfg(feature = "pdf")]
impl From<super::PdfError> for WriteError {
    fn from(error: super::PdfError) -> Self {
        Self::Pdf(error)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            #[cfg(feature = "pdf")]
            Self::Pdf(ref error) => write!(f, "as PDF: {error}"),
            #[cfg(not(feature = "pdf"))]
            _ => f.write_str("it cannot be written"),
        }
    }
}

impl std::error::Error for WriteError {}

impl FromStr for Format {
    type Err = FormatError;

    fn from_str(name: &str) -> Result<Self, FormatError> {
        let named = |format: &&Self| format.as_str() == name;
        Self::ALL.iter().find(named).copied().ok_or(FormatError)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such format; name one of ")?;
        for (index, format) in Format::ALL.iter().enumerate() {
            write!(f, "{}{format}", if index > 0 { ", " } else { "" })?;
        }
        Ok(())
    }
}

impl std::error::Error for FormatError {}
