//! The reading rules as values: which rule made a block, a rating or a finding what it is.

use std::fmt;

use crate::Citation;

macro_rules! rules {
    ($($(#[doc = $line:literal])+ $name:ident = $number:literal, $code:literal, $citation:expr;)+) => {
        /// A rule by which a text is read. The numbers are those of [the reading rules](crate::policy#reading-rules); several
        /// rules share one where they are its cases.
        ///
        /// Every block, every rating and every finding about how a text is read names its rule.
        ///
        /// ```
        /// use tearline::document::ReadingRule;
        /// use tearline::policy::Policy;
        ///
        /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\nIt goes on here. It is long.\n\n2. (C) Two.\n");
        /// assert_eq!(cable.blocks()[1].rule(), Some(ReadingRule::LeadMark));
        ///
        /// let assessment = Policy::default().assess(&cable);
        /// let portion = &assessment.portions()[2];
        /// assert_eq!(portion.rule(), ReadingRule::LeadMark);
        /// assert_eq!(portion.rule().citation().to_string(), "32 CFR 2001.21(c)");
        /// assert_eq!(ReadingRule::ParagraphText.number(), 3);
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ReadingRule {
            $($(#[doc = $line])+ $name,)+
        }

        impl ReadingRule {
            /// All of them, by number.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The number of the rule that it is a case of, from 1 to 9.
            #[must_use]
            pub const fn number(self) -> u8 {
                match self { $(Self::$name => $number,)+ }
            }

            /// The stable name, in kebab case.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// What it says.
            #[must_use]
            pub const fn statement(self) -> &'static str {
                match self { $(Self::$name => concat!($($line),+).trim_ascii_start(),)+ }
            }

            /// Its source; this library's own rules cite themselves.
            #[must_use]
            pub const fn citation(self) -> Citation {
                match self { $(Self::$name => $citation,)+ }
            }
        }
    };
}

const fn cfr(place: &'static str) -> Citation {
    Citation::new("32 CFR", place)
}

rules! {
    /// A mark right behind a number, a bullet or a field label, or at the start of a block, rates the block.
    LeadMark = 1, "lead-mark", cfr("2001.21(c)");
    /// In a paper that marks behind its text, a mark at the end of a paragraph rates the paragraph.
    TrailingMark = 1, "trailing-mark", cfr("2001.21(c)");
    /// A mark at the end of a title or a subject rates the title alone.
    TitleMark = 1, "title-mark", cfr("2001.21(c)");
    /// What stands between two tear lines that agree is cleared for what they say.
    TearLine = 1, "tear-line", Citation::policy("reading rule 1");
    /// What stands in the place of a mark and cannot be read is an unreadable mark.
    UnreadMark = 1, "unread-mark", Citation::policy("reading rule 1");
    /// A mark inside a block, or in the region that it stands in, raises the block.
    MarkInside = 1, "mark-inside", Citation::policy("reading rule 1");
    /// A single letter in a complete run (A), (B), (C) that stands above every level line counts an item.
    ListLetter = 1, "list-letter", Citation::policy("reading rule 1");
    /// Unmarked running text between two marked paragraphs that follow each other belongs to the first of them.
    ParagraphText = 3, "paragraph-text", cfr("2001.21(c)(3)");
    /// An unmarked item that a further item follows belongs to its paragraph.
    ParagraphItem = 3, "paragraph-item", cfr("2001.21(c)(3)");
    /// Lines behind a colon, all but the last two of four or more, are the list of their paragraph.
    ParagraphList = 3, "paragraph-list", cfr("2001.21(c)(3)");
    /// A block with a full stop that ends the sentence which its paragraph leaves open belongs to it: a page ended there.
    PageBreak = 3, "page-break", cfr("2001.21(c)(3)");
    /// An unmarked block between two portions takes the join of the one before and of all below it down to the next
    /// heading that has a portion under it.
    Section = 4, "section", Citation::policy("reading rule 4");
    /// In a paper that marks behind its text, an unmarked block takes the join of the mark before and the mark after it.
    BetweenMarks = 4, "between-marks", Citation::policy("reading rule 4");
    /// An unmarked item among marked ones takes the join of its paragraph and all of its items.
    AmongItems = 4, "among-items", Citation::policy("reading rule 4");
    /// In a paper without numbers, what goes on with a sentence or a list of the block before takes its rating.
    GoesOn = 4, "goes-on", Citation::policy("reading rule 4");
    /// In a paper without numbers that marks in front, running text without a mark has lost it, and an item
    /// without one of whose list another has: the overall classification.
    LostMark = 4, "lost-mark", Citation::policy("reading rule 4");
    /// What nothing else rates takes the overall classification.
    Overall = 5, "overall", Citation::policy("reading rule 5");
    /// What stands behind the last paragraph or beside a gap in the numbering takes the overall classification.
    BesideGap = 5, "beside-gap", Citation::policy("reading rule 5");
    /// A header field of a known kind is unclassified unless it is marked.
    KnownField = 5, "known-field", Citation::policy("reading rule 5");
    /// A statement that one mark covers the entire text rates the paragraphs without a mark.
    EntireText = 5, "entire-text", cfr("2001.21(c)(3)");
    /// Where every portion stands below the level line, nothing is released below it.
    Compilation = 6, "compilation", cfr("2001.24(g)");
    /// A caption, or a line that restricts beside the level, binds every portion.
    Caption = 7, "caption", Citation::policy("reading rule 7");
    /// Page and transmission lines are never released: they tell length.
    Furniture = 8, "furniture", Citation::policy("reading rule 8");
    /// What an earlier release withheld stays withheld.
    WithheldBefore = 9, "withheld-before", Citation::policy("promise 7");
    /// The strict policy withholds every block without a mark.
    Strict = 5, "strict", Citation::policy("strict reading of unmarked blocks");
}

impl fmt::Display for ReadingRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.number(), self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_a_name_of_its_own_and_a_statement() {
        let names: BTreeSet<&str> = ReadingRule::ALL.iter().map(|rule| rule.name()).collect();
        assert_eq!(names.len(), ReadingRule::ALL.len());
        for rule in ReadingRule::ALL {
            assert!((1..=9).contains(&rule.number()), "{rule}");
            assert!(
                rule.statement().ends_with('.') && !rule.statement().starts_with(' '),
                "{rule}"
            );
        }
    }
}
