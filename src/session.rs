//! Many documents, one after the other, with the same policy and the same memory.

use jiff::civil::Date;

use crate::audit::Refused;
use crate::marking::Reader;
use crate::policy::{Assessment, Policy};
use crate::release::{Release, Room, Style};

/// What a pipeline uses again from document to document: the policy, the places of the portions, and the string that holds
/// the release. The releases are those of [`Policy::release`].
///
/// So far the parser and the policy take memory anew for each document, and the cut and the writers do for small things: a
/// marking, a number, a date. What grows with the document, its places and its text, is taken once, when a document as long as
/// the longest has been through.
///
/// ```
/// use jiff::civil::date;
/// use tearline::Session;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let mut session = Session::new(Policy::default());
/// for source in ["UNCLAS STATE 1\n\n1. (U) One.\n", "CONFIDENTIAL STATE 2\n\n1. (U) Two.\n\n2. (C) Three.\n"] {
///     let text = session.text(source, &Reader::public(), date(2010, 1, 1));
///     assert!(!text.contains("Three"));
/// }
/// ```
#[derive(Debug, Default)]
pub struct Session {
    policy: Policy,
    out: String,
    room: Room,
}

impl Session {
    /// A session in which nothing has been released yet.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self {
            policy,
            out: String::new(),
            room: Room::default(),
        }
    }

    /// What `reader` may see of a document on the day `as_of`, as [`Release::to_text`] has it.
    pub fn text(&mut self, source: &str, reader: &Reader, as_of: Date) -> &str {
        self.release(source, reader, as_of, |_, release, out| {
            release.append_text(out);
        });
        &self.out
    }

    /// The same, where the [check](crate::audit::leaks) finds nothing withheld in it.
    ///
    /// # Errors
    ///
    /// Where text of a withheld portion stands in it.
    pub fn checked_text(
        &mut self,
        source: &str,
        reader: &Reader,
        as_of: Date,
    ) -> Result<&str, Refused> {
        self.release(source, reader, as_of, |assessment, release, out| {
            release.append_text(out);
            assessment.check(reader, as_of, out)
        })?;
        Ok(&self.out)
    }

    /// Whatever else is to become of a document: what is called has the assessment, the release, and a string without
    /// content whose memory is used again.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::Session;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let mut session = Session::new(Policy::default());
    /// let source = "UNCLAS STATE 1\n\n1. (U) One.\n";
    /// let length = session.release(source, &Reader::public(), date(2010, 1, 1), |_, release, markdown| {
    ///     release.append_markdown(markdown);
    ///     markdown.len()
    /// });
    /// assert!(length > 0);
    /// ```
    pub fn release<T>(
        &mut self,
        source: &str,
        reader: &Reader,
        as_of: Date,
        use_it: impl FnOnce(&Assessment<'_>, &Release<'_>, &mut String) -> T,
    ) -> T {
        let document = crate::parse(source);
        let assessment = self.policy.assess(&document);
        let room = std::mem::take(&mut self.room);
        let release = assessment.release_in_room(reader, as_of, Style::default(), room);
        self.out.clear();
        let made = use_it(&assessment, &release, &mut self.out);
        self.room = release.into_room();
        made
    }
}
