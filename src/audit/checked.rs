//! A release that is looked at before anybody sees it.

use std::fmt;

use jiff::civil::Date;

use super::leak::{Check, Leak, leaks};
use super::parts::{Checked, Parts};
use crate::marking::Reader;
use crate::policy::{Assessment, Portion};
use crate::release::Release;
use crate::render::{Format, size};

/// Why a release is not handed out.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::audit::Refused;
///
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (U) One.\n\n2. (S) The lease of the pier ends.\n");
/// let assessment = Policy::default().assess(&cable);
/// let refused = assessment.check(&Reader::public(), date(2010, 1, 1), "the lease of the pier ends").unwrap_err();
/// assert!(matches!(refused, Refused::Leak { .. }) && !refused.to_string().contains("pier"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// Text of withheld portions stands in it: these, by kind and number, never by what they say.
    Leak(Vec<String>),
    /// It cannot be written in that format.
    Format(String),
}

/// From how many bytes on a text is made a part at a time.
const LONG: usize = 1 << 22;

impl Assessment<'_> {
    /// A release in a format, given out only where the [check](leaks) finds nothing withheld in it. The words of a PDF are
    /// packed; those of the text, which are the same, are looked at for it.
    ///
    /// `release` is one of this assessment, for `reader`.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline::render::Format;
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
    /// let assessment = Policy::default().assess(&cable);
    /// let release = assessment.release(&Reader::public(), date(2010, 1, 1));
    /// let bytes = assessment.checked(&Reader::public(), &release, Format::Text)?;
    /// assert_eq!(bytes, release.to_text().into_bytes());
    /// # Ok::<(), tearline::audit::Refused>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where text of a withheld portion stands in it, and where the format cannot be written.
    pub fn checked(
        &self,
        reader: &Reader,
        release: &Release<'_>,
        format: Format,
    ) -> Result<Vec<u8>, Refused> {
        let bytes = release
            .to_format(format)
            .map_err(|error| Refused::Format(error.to_string()))?;
        match std::str::from_utf8(&bytes) {
            Ok(text) if !format.is_packed() => self.check(reader, release.as_of(), text)?,
            Ok(_) | Err(_) => self.check(reader, release.as_of(), &release.to_text())?,
        }
        Ok(bytes)
    }

    /// The same, to be written where it goes: a long text is made a part at a time, once for the check and once for the writer,
    /// and is never in memory as a whole.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline::render::Format;
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
    /// let assessment = Policy::default().assess(&cable);
    /// let release = assessment.release(&Reader::public(), date(2010, 1, 1));
    /// let mut bytes = Vec::new();
    /// assessment.check_release(&Reader::public(), &release, Format::Text)?.write_to(&mut bytes)?;
    /// assert_eq!(bytes, release.to_text().into_bytes());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where text of a withheld portion stands in it, and where the format cannot be written.
    pub fn check_release<'r>(
        &self,
        reader: &Reader,
        release: &'r Release<'r>,
        format: Format,
    ) -> Result<Checked<'r>, Refused> {
        if format == Format::Text && size(release) >= LONG {
            let check = Check::new(self, reader, release.as_of());
            // Excised words are looked for in the whole.
            if !check.has_excised() {
                let mut parts = Parts::of(check);
                release
                    .write_text(&mut parts)
                    .map_err(|error| Refused::Format(error.to_string()))?;
                let (leaks, marks) = parts.end();
                self.refuse(&leaks)?;
                return Ok(Checked::in_parts(release, marks));
            }
        }
        self.checked(reader, release, format).map(Checked::whole)
    }

    /// Nothing, where [the check](leaks) finds nothing withheld in an output for `reader` on the day `as_of`.
    ///
    /// # Errors
    ///
    /// Where text of a withheld portion stands in it.
    pub fn check(&self, reader: &Reader, as_of: Date, output: &str) -> Result<(), Refused> {
        self.refuse(&leaks(self, reader, as_of, output))
    }

    fn refuse(&self, leaks: &[Leak]) -> Result<(), Refused> {
        let names: Vec<String> = leaks
            .iter()
            .filter_map(|leak| self.portions().get(leak.portion()))
            .map(Portion::name)
            .collect();
        if names.is_empty() {
            return Ok(());
        }
        Err(Refused::Leak(names))
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Leak(names) => write!(
                f,
                "the output would hold text of what is withheld ({}); nothing is written",
                names.join(", ")
            ),
            Self::Format(error) => f.write_str(error),
        }
    }
}

impl std::error::Error for Refused {}
