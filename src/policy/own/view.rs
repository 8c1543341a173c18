//! A portion as a rule of one's own sees it.

use std::cell::OnceCell;
use std::fmt;

use crate::document::{Block, Document, Field, Number};
use crate::marking::{Label, StatedMark};
use crate::policy::portion::Portion;
use crate::policy::{PortionKind, Rating};
use crate::text::is_silent;

/// A portion as a rule of one's own sees it: what it declares, what it is rated, and whether its text matches.
///
/// The text itself is not handed out. It is looked at without number, field label and mark, with one space for each line
/// break and run of white space, so that a phrase is found wherever its lines break, and without characters that do not
/// show.
///
/// ```
/// use tearline::{Citation, Rule, Severity};
/// use tearline::policy::{Policy, PortionKind, Raise};
///
/// static TUGS: Rule = Rule::new("tugs", Severity::Note, "names a tug", Citation::new("Harbor Office", "guide 7"));
///
/// let policy = Policy::default().with_rule(&TUGS, |portion| {
///     if portion.kind() == PortionKind::Paragraph && portion.contains("tug karsh") {
///         Raise::Withhold
///     } else {
///         Raise::Nothing
///     }
/// });
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n\n2. (U) The tug\nKarsh sails.\n");
/// let public = tearline::marking::Reader::public();
/// let release = policy.release(&cable, &public, jiff::civil::date(2026, 1, 1));
/// assert!(release.to_text().contains("2. [withheld: controlled]"));
/// ```
pub struct PortionView<'v> {
    portion: &'v Portion,
    document: &'v Document<'v>,
    text: OnceCell<String>,
    folded: OnceCell<String>,
}

impl<'v> PortionView<'v> {
    pub(in crate::policy) const fn new(portion: &'v Portion, document: &'v Document<'v>) -> Self {
        Self {
            portion,
            document,
            text: OnceCell::new(),
            folded: OnceCell::new(),
        }
    }

    /// What kind of portion it is.
    #[must_use]
    pub const fn kind(&self) -> PortionKind {
        self.portion.kind()
    }

    /// Its number, where it has one.
    #[must_use]
    pub const fn number(&self) -> Option<Number> {
        self.portion.number()
    }

    /// The header field that it is, where it is one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        self.portion.field()
    }

    /// The mark that it states, where it can be read.
    #[must_use]
    pub fn mark(&self) -> Option<&'v StatedMark> {
        let first = self.document.blocks().get(self.portion.blocks().start);
        first.map(Block::mark)?.stated()
    }

    /// What the policy rates it, without any rule of one's own.
    #[must_use]
    pub const fn rating(&self) -> &'v Rating {
        self.portion.rating()
    }

    /// The label of that rating.
    #[must_use]
    pub const fn label(&self) -> &'v Label {
        self.portion.rating().label()
    }

    /// Whether the text holds `words`, in capitals or not, on one line or over several. No words are in no text.
    #[must_use]
    pub fn contains(&self, words: &str) -> bool {
        let words = plain([words].into_iter()).to_lowercase();
        let words = words.trim();
        let folded = self.folded.get_or_init(|| self.text().to_lowercase());
        !words.is_empty() && folded.contains(words)
    }

    /// Whether the text is one for which `test` holds. What `test` sees is for it alone: to keep it is to open what is
    /// sealed.
    #[must_use]
    pub fn matches(&self, test: impl Fn(&str) -> bool) -> bool {
        test(self.text())
    }

    fn text(&self) -> &str {
        self.text.get_or_init(|| {
            let runs = self.portion.runs(self.document);
            plain(runs.map(|run| self.document.sealed(run).open()))
        })
    }
}

/// The words with one space between them, without characters that do not show.
fn plain<'t>(runs: impl Iterator<Item = &'t str>) -> String {
    let mut out = String::new();
    for run in runs {
        if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        for c in run.chars() {
            if c.is_whitespace() {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            } else if !is_silent(c) {
                out.push(c);
            }
        }
    }
    out
}

impl fmt::Debug for PortionView<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PortionView")
            .field("kind", &self.kind())
            .field("number", &self.number())
            .finish_non_exhaustive()
    }
}
