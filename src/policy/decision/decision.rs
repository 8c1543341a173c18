//! A decision: what is decided of which portion, by whom, when, by which authority.

use std::fmt;

use jiff::civil::Date;

use super::action::Action;
use super::grounds::Grounds;
use super::target::Target;

/// A person's decision on one portion.
///
/// Whoever makes it need not be who may make it: what protects less is decided by an authority, which the decision names.
/// The note is for the record, and so may quote. Of a decision nothing reaches a release but its exemption with the grounds
/// for it, and where it declassifies its authority and the day (32 CFR 2001.25(b)).
///
/// With the feature `serde` it is read and written as an object of texts: `target`, `action`, `by`, `on`, and where there
/// are any `authority`, `note` and those of its [grounds](Grounds). A key of another name is an error.
///
/// ```
/// use jiff::civil::date;
/// use tearline::policy::{Action, Decision};
///
/// let decision = Decision::new("paragraph 4".parse()?, Action::mark("U")?, "B. Alder", date(2026, 3, 2))
///     .with_authority("Director, Office of Harbors")
///     .with_note("the fee has been published");
/// assert_eq!(decision.to_string(), "paragraph 4: mark U (B. Alder, 2026-03-02; authority: Director, Office of Harbors)");
///
/// let json = serde_json::to_string(&decision)?;
/// assert_eq!(serde_json::from_str::<Decision>(&json)?, decision);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Decision {
    target: Target,
    action: Action,
    by: String,
    on: Date,
    authority: Option<String>,
    note: Option<String>,
    grounds: Grounds,
    /// Whether it is of the whole document, and names its portion as one of all.
    whole: bool,
}

impl Decision {
    /// What `by` decides of a portion on the day `on`.
    #[must_use]
    pub fn new(target: Target, action: Action, by: impl Into<String>, on: Date) -> Self {
        Self {
            target,
            action,
            by: by.into(),
            on,
            authority: None,
            note: None,
            grounds: Grounds::new(),
            whole: false,
        }
    }

    /// The same, made of the whole document.
    pub(in crate::policy) const fn of_whole(mut self) -> Self {
        self.whole = true;
        self
    }

    /// The same, made of its portion alone.
    pub(crate) const fn of_portion(mut self) -> Self {
        self.whole = false;
        self
    }

    /// Whether it is of the whole document, which the caller [knows](crate::document::Known::declassified) to be
    /// declassified, and names its portion as one of all.
    #[must_use]
    pub const fn is_of_whole(&self) -> bool {
        self.whole
    }

    /// The same, by an authority: who may declassify, or may release what is sensitive. One without a name is none.
    #[must_use]
    pub fn with_authority(mut self, authority: impl Into<String>) -> Self {
        self.authority = Some(authority.into()).filter(|name: &String| !name.trim().is_empty());
        self
    }

    /// The same with a note for the record.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into()).filter(|note: &String| !note.trim().is_empty());
        self
    }

    /// The same with the grounds on which something is withheld.
    #[must_use]
    pub fn with_grounds(mut self, grounds: Grounds) -> Self {
        self.grounds = grounds;
        self
    }

    /// The portion.
    #[must_use]
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// What is decided.
    #[must_use]
    pub const fn action(&self) -> &Action {
        &self.action
    }

    /// Who decided.
    #[must_use]
    pub fn by(&self) -> &str {
        &self.by
    }

    /// When.
    #[must_use]
    pub const fn on(&self) -> Date {
        self.on
    }

    /// By which authority, where one is named.
    #[must_use]
    pub fn authority(&self) -> Option<&str> {
        self.authority.as_deref()
    }

    /// The note.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// The grounds on which something is withheld.
    #[must_use]
    pub const fn grounds(&self) -> &Grounds {
        &self.grounds
    }
}

/// Without the note, which may quote.
impl fmt::Debug for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decision({self})")
    }
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {} ({}, {}",
            self.target, self.action, self.by, self.on
        )?;
        if let Some(authority) = &self.authority {
            write!(f, "; authority: {authority}")?;
        }
        f.write_str(")")
    }
}
