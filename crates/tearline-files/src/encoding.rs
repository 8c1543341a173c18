//! The bytes of a document as text.

use std::fmt;
use std::str::FromStr;

use encoding_rs::UTF_8;

use crate::Format;

/// How the bytes of a document are read: an encoding by its label in the Encoding Standard.
///
/// ```
/// use tearline_files::Encoding;
///
/// let latin: Encoding = "windows-1252".parse()?;
/// assert_eq!(latin.text(b"Caf\xe9".to_vec()).unwrap(), "Café");
/// assert!("runes".parse::<Encoding>().is_err());
/// # Ok::<(), tearline_files::UnknownEncoding>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

/// A label that the Encoding Standard does not have.
///
/// ```
/// use tearline_files::{Encoding, UnknownEncoding};
///
/// let error: UnknownEncoding = "runes".parse::<Encoding>().unwrap_err();
/// assert!(error.to_string().contains("runes"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownEncoding(String);

/// Why bytes are no text. It names places and kinds, never what the bytes say.
///
/// ```
/// use tearline_files::{DecodeError, Encoding};
///
/// let read = |bytes: &[u8]| Encoding::default().text(bytes.to_vec());
/// assert_eq!(read(b"Caf\xe9"), Err(DecodeError::NotUtf8(3)));
/// assert_eq!(read(b" \n"), Err(DecodeError::Blank));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeError {
    /// They are a file of another kind.
    Format(Format),
    /// They begin with the byte-order mark of another encoding.
    Mark(Encoding),
    /// They are not UTF-8, from this byte on.
    NotUtf8(usize),
    /// They are not in the encoding that was named.
    Not(Encoding),
    /// There is nothing there, or nothing but blanks.
    Blank,
}

impl Encoding {
    /// The label, in lower case.
    #[must_use]
    pub fn label(self) -> String {
        self.0.name().to_ascii_lowercase()
    }

    /// The text of a document. UTF-8 is taken as it is, so that the same bytes can be given back.
    ///
    /// # Errors
    ///
    /// Where the bytes are a file of another kind, are not in this encoding, or hold no text.
    pub fn text(self, bytes: Vec<u8>) -> Result<String, DecodeError> {
        if let Some(format) = Format::of(&bytes) {
            return Err(DecodeError::Format(format));
        }
        // In the wrong encoding it might be read all the same, as something else.
        let mark = encoding_rs::Encoding::for_bom(&bytes);
        if let Some((says, _)) = mark.filter(|(says, _)| *says != self.0) {
            return Err(DecodeError::Mark(Self(says)));
        }
        let text = if self.0 == UTF_8 {
            String::from_utf8(bytes)
                .map_err(|error| DecodeError::NotUtf8(error.utf8_error().valid_up_to()))?
        } else {
            self.0
                .decode_without_bom_handling_and_without_replacement(&bytes)
                .ok_or(DecodeError::Not(self))?
                .into_owned()
        };
        let is_blank = |c: char| c.is_whitespace() || c == '\u{feff}' || c.is_control();
        if text.chars().all(is_blank) {
            return Err(DecodeError::Blank);
        }
        Ok(text)
    }
}

impl Default for Encoding {
    fn default() -> Self {
        Self(UTF_8)
    }
}

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    fn from_str(label: &str) -> Result<Self, UnknownEncoding> {
        encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())
            .map(Self)
            .ok_or_else(|| UnknownEncoding(label.to_owned()))
    }
}

impl fmt::Display for UnknownEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "unknown encoding `{}`; name one of the Encoding Standard: utf-8, windows-1252, utf-16le, ibm866",
            self.0
        )
    }
}

impl std::error::Error for UnknownEncoding {}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(format) => write!(f, "this is {format}, not text; {}", format.advice()),
            Self::Mark(says) => {
                let says = says.label();
                write!(
                    f,
                    "the document begins with the byte-order mark of {says}; name it with --encoding {says}"
                )
            }
            Self::NotUtf8(at) => write!(
                f,
                "byte {at}: the document is not UTF-8; name its encoding with --encoding"
            ),
            Self::Not(encoding) => write!(
                f,
                "the document is not {}; name its encoding with --encoding",
                encoding.label()
            ),
            Self::Blank => f.write_str("the document is empty: there is nothing to release"),
        }
    }
}

impl std::error::Error for DecodeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_named_for_what_it_is() {
        for (bytes, expected) in [
            (
                &b"%PDF-1.7 \xff"[..],
                "this is a PDF, not text; give its text",
            ),
            (b"\xfe\xff\0U", "name it with --encoding utf-16be"),
            (b"Caf\xe9", "byte 3: the document is not UTF-8"),
            (b" \r\n\t\x0c", "the document is empty"),
            (b"\xef\xbb\xbf", "the document is empty"),
        ] {
            let error = Encoding::default().text(bytes.to_vec()).unwrap_err();
            assert!(error.to_string().contains(expected), "{error}");
        }
    }
}
