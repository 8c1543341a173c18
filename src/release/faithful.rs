//! The source, byte for byte, for the originator.

use crate::document::Document;
use crate::marking::Reader;

impl Document<'_> {
    /// The source as it was, to the byte, for the originator; `None` for every other reader, and where there is no source
    /// because the document was built from parts ([`Document::has_source`]).
    ///
    /// ```
    /// use tearline::marking::Reader;
    ///
    /// let source = "UNCLAS STATE 1\r\n\r\n1. (U) One.\r\n";
    /// let cable = tearline::parse(source);
    /// assert_eq!(cable.faithful(&Reader::originator()), Some(source));
    /// assert_eq!(cable.faithful(&Reader::public()), None);
    /// ```
    #[must_use]
    pub fn faithful(&self, reader: &Reader) -> Option<&str> {
        (reader.is_originator() && self.has_source())
            .then(|| self.sealed(crate::Span::new(0, self.source_len())).open())
    }
}
