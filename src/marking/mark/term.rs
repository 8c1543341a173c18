//! How long what a mark says stands.

/// How long what a mark says stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::marking) enum Term {
    /// As long as the instruction of its document says.
    OfDocument,
    /// The mark itself names a date or an exemption.
    Own,
}
