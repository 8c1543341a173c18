//! A review.

use super::entry::{Reviewed, State};
use super::whole::WholeDocument;

/// What persons decided of one document, and what is proposed and not yet decided, as a file beside the document keeps it.
///
/// It names the document by a digest of its bytes, `sha256:` and the number in hexadecimal digits, so that a review of
/// another text is noticed. With the feature `serde` it is read and written with a `version`, as TOML or JSON
/// ([`REVIEW_SCHEMA`](super::REVIEW_SCHEMA)); a key of another name is an error. It is carried out by
/// [`Assessment::reviewed`](crate::policy::Assessment::reviewed).
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::{Policy, Review, SecondPerson};
///
/// let review: Review = serde_json::from_str(r#"{
///     "version": 1,
///     "source": "sha256:4c5d",
///     "decision": [
///         {"target": "paragraph 1", "words": {"exact": "Ilse Marren"}, "action": "withhold B6", "by": "I. Birk", "on": "2026-03-02"},
///         {"target": "paragraph 1", "words": {"exact": "noon"}, "action": "withhold", "by": "I. Birk", "on": "2026-03-02",
///          "state": "proposed", "proposed_by": "pattern time"}
///     ]
/// }"#)?;
/// assert_eq!((review.source(), review.open()), ("sha256:4c5d", 1));
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) He met Ilse Marren at noon.\n");
/// let (decided, errors) = Policy::default().assess(&cable).reviewed(&review, SecondPerson::NotAsked);
/// assert!(errors.is_empty());
/// let text = decided.release(&Reader::public(), date(2026, 3, 2)).to_text();
/// assert!(text.contains("1. (U) He met [excised: controlled] at noon."));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub(super) source: String,
    pub(super) document: WholeDocument,
    pub(super) entries: Vec<Reviewed>,
}

impl Review {
    /// One of the document whose bytes have that digest, with nothing decided.
    #[must_use]
    pub fn new(source: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            document: WholeDocument::new(),
            entries: Vec::new(),
        }
    }

    /// The same with what is said of the whole document.
    #[must_use]
    pub fn with_document(mut self, document: WholeDocument) -> Self {
        self.document = document;
        self
    }

    /// Adds what was decided or proposed after the others.
    pub fn push(&mut self, entry: Reviewed) {
        self.entries.push(entry);
    }

    /// The digest of the document.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What is said of the whole document.
    #[must_use]
    pub const fn document(&self) -> &WholeDocument {
        &self.document
    }

    /// What was decided and proposed, in its order.
    #[must_use]
    pub fn entries(&self) -> &[Reviewed] {
        &self.entries
    }

    /// How many proposals nobody has answered.
    #[must_use]
    pub fn open(&self) -> usize {
        let open = |entry: &&Reviewed| entry.state == State::Proposed;
        self.entries.iter().filter(open).count()
    }
}
