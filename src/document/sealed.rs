//! Text that does not show itself.

use std::fmt;

/// A run of document text under seal: it has no `Display`, its `Debug` shows nothing, and no caller can open it.
///
/// Five places of the library do: the cut ([`crate::release`]), for a portion whose verdict is release; the originator's
/// copy ([`Document::faithful`](super::Document::faithful)); the check of an output against its source
/// ([`crate::audit::leaks`]); the view through which a rule of one's own looks whether a text matches
/// ([`PortionView`](crate::policy::PortionView)); and the search for words that a decision quotes
/// ([`Decision::on_words`](crate::policy::Decision::on_words)). A length would tell something too, so there is no `len`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sealed<'a>(&'a str);

impl<'a> Sealed<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// The text itself. A test of the architecture lists the places that may call this.
    pub(crate) const fn open(self) -> &'a str {
        self.0
    }
}

impl fmt::Debug for Sealed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed(..)")
    }
}
