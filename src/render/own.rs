//! The words of a portion that every format for people shares, for formats of one's own.

use std::fmt;

use super::excision::Excision;
use super::lead::Lead;
use crate::release::{Content, Released};

impl Released<'_> {
    /// What stands before its text in every format for people: the label of a field, or its number as a text has it, `4.`,
    /// `a.`, `3)`. It may be empty.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\nTAGS: PREL\nSUBJECT: (U) Tides\n\n1. (U) One.\n\na. (C) Two.\n");
    /// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
    /// let leads: Vec<String> = release.portions().iter().map(|portion| portion.lead().to_string()).collect();
    /// assert_eq!(leads, ["", "TAGS:", "SUBJECT:", "1.", "a."]);
    /// ```
    pub fn lead(&self) -> impl fmt::Display {
        Lead(self)
    }

    /// What stands in its place where it is withheld: always the same words for the same reasons, with what the style
    /// discloses beside; `None` where it is released.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline::release::{Detail, Style};
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
    /// let style = Style::Places(Detail::default().with_mark());
    /// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
    /// let words = |index: usize| release.portions()[index].excision().map(|words| words.to_string());
    /// assert_eq!(words(1), None);
    /// assert_eq!(words(2).unwrap(), "[withheld: classified; marked C]");
    /// ```
    #[must_use]
    pub fn excision(&self) -> Option<impl fmt::Display> {
        match self.content() {
            Content::Text { .. } => None,
            Content::Withheld(_) => Some(Excision(self)),
        }
    }
}
