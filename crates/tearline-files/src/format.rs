//! What a file is, by its first bytes.

use std::fmt;

/// A kind of file that holds a document and is not its text.
///
/// ```
/// use tearline_files::Format;
///
/// assert_eq!(Format::of(b"%PDF-1.7\n"), Some(Format::Pdf));
/// assert_eq!(Format::of(b"UNCLAS PORT VESTA 12\n"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// PDF.
    Pdf,
    /// A document of a word processor in a ZIP (OOXML).
    Docx,
    /// A document of an office suite in a ZIP (ODF).
    Odt,
    /// Another ZIP.
    Zip,
    /// A file compressed by gzip.
    Gzip,
    /// A document of a word processor before 2007, or another compound file.
    Doc,
    /// Rich text.
    Rtf,
    /// A web page.
    Html,
    /// A picture: PNG, JPEG, GIF, TIFF, WebP, BMP.
    Image,
}

/// How far into a file its kind is looked for.
const HEAD: usize = 8192;

impl Format {
    /// What the first bytes of a file say; `None` where they say nothing, as those of a text.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
        let starts = |with: &[u8]| head.starts_with(with);
        if starts(b"PK\x03\x04") {
            return Some(zip(head));
        }
        let image = [
            &b"\x89PNG\r\n"[..],
            b"\xff\xd8\xff",
            b"GIF8",
            b"II*\0",
            b"MM\0*",
        ];
        if image.iter().any(|magic| starts(magic))
            || (starts(b"RIFF") && head.get(8..12) == Some(b"WEBP"))
            // Two letters may begin a text; no text has the zero bytes behind them.
            || (starts(b"BM") && head.get(6..10) == Some(&[0; 4]))
        {
            return Some(Self::Image);
        }
        if starts(b"\x1f\x8b") {
            return Some(Self::Gzip);
        }
        if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return Some(Self::Doc);
        }
        let text = behind_blanks(head);
        let is = |with: &[u8]| {
            text.get(..with.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(with))
        };
        if is(b"%PDF-") {
            Some(Self::Pdf)
        } else if is(b"{\\rtf") {
            Some(Self::Rtf)
        } else if is(b"<!doctype html") || is(b"<html") || (is(b"<?xml") && within(text, b"<html"))
        {
            Some(Self::Html)
        } else {
            None
        }
    }

    /// What to do with it: a sentence without a full stop.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Pdf => "give its text: `pdftotext -layout FILE - | tearline release -`",
            Self::Docx | Self::Odt | Self::Doc | Self::Rtf => {
                "save it as plain text in UTF-8 and give that"
            }
            Self::Zip | Self::Gzip => "unpack it and give the text inside",
            Self::Html => "give its text, as a browser saves it",
            Self::Image => "give a text that a person or OCR has read from it",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pdf => "a PDF",
            Self::Docx => "a Word document (DOCX)",
            Self::Odt => "an OpenDocument text (ODT)",
            Self::Zip => "a ZIP archive",
            Self::Gzip => "a gzip archive",
            Self::Doc => "an old Word document (DOC)",
            Self::Rtf => "a rich text document (RTF)",
            Self::Html => "a web page (HTML)",
            Self::Image => "a picture",
        })
    }
}

fn zip(head: &[u8]) -> Format {
    if within(head, b"word/") || within(head, b"[Content_Types].xml") {
        Format::Docx
    } else if within(head, b"application/vnd.oasis.opendocument") {
        Format::Odt
    } else {
        Format::Zip
    }
}

/// The bytes behind a byte-order mark and blanks.
fn behind_blanks(bytes: &[u8]) -> &[u8] {
    bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start()
}

fn within(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_their_first_bytes() {
        for (bytes, expected) in [
            (&b"%PDF-1.4"[..], Some(Format::Pdf)),
            (b"PK\x03\x04....word/document.xml", Some(Format::Docx)),
            (b"PK\x03\x04....notes.txt", Some(Format::Zip)),
            (b"{\\rtf1\\ansi", Some(Format::Rtf)),
            (b"\xef\xbb\xbf\n<!DOCTYPE HTML>", Some(Format::Html)),
            (b"<html lang=\"en\">", Some(Format::Html)),
            (b"\x89PNG\r\n\x1a\n", Some(Format::Image)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Some(Format::Doc)),
            (b"BM OF THE HARBOR", None),
            (b"PK", None),
            (b"< less than", None),
            (b"", None),
        ] {
            assert_eq!(Format::of(bytes), expected, "{bytes:?}");
        }
    }
}
