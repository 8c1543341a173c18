//! The passes over a text, in their order, as data: one list for telegrams, one for memoranda, one for releases.
//!
//! The first pass of a list goes over the lines and makes blocks of them. Each of the others looks at all blocks; it may give
//! one a mark or a kind that it has not, or raise it, and never lowers what a pass before it stated.

use super::build::Builder;
use super::{
    alias, authority, body, built, cable, content, entire, gap, inside, listed, lists, memo,
    nested, overall, region, release_text, tear, titles,
};
use crate::document::{DocumentKind, ReadingRule};

/// One pass, and the rule that it carries out: what it raises is raised by that rule.
#[derive(Debug)]
pub(super) struct Pass {
    pub(super) rule: ReadingRule,
    pub(super) run: for<'a> fn(&mut Builder<'a>),
}

const fn pass(rule: ReadingRule, run: for<'a> fn(&mut Builder<'a>)) -> Pass {
    Pass { rule, run }
}

static TELEGRAM: &[Pass] = &[
    pass(ReadingRule::LeadMark, telegram_lines),
    // Before the lists: a letter at the end of a title is a mark, and counts nothing.
    pass(ReadingRule::TitleMark, titles::resolve),
];

static MEMORANDUM: &[Pass] = &[
    pass(ReadingRule::LeadMark, memo::lines),
    // Statements in words before the marks behind the text, which they may stand in front of.
    pass(ReadingRule::EntireText, memo::statements),
    pass(ReadingRule::TrailingMark, memo::trailing),
    // Letters inside a paragraph, when it is known which of them end one.
    pass(ReadingRule::ListLetter, memo::letters),
];

/// Everything in a release states its mark; nothing is looked for inside it.
static RELEASE: &[Pass] = &[pass(ReadingRule::LeadMark, release_text::read)];

/// What is looked for when every block is known, in papers of either kind.
static INSIDE: &[Pass] = &[
    // First: what an alias marks is marked for all that follows.
    pass(ReadingRule::LeadMark, alias::resolve),
    // Before all that looks for marks inside: a letter that counts items is none.
    pass(ReadingRule::ListLetter, lists::resolve),
    // Raises nothing: which letters count items is known now.
    pass(ReadingRule::ListLetter, nested::resolve),
    // Only what has no mark of its own by now takes one from a tear line or a region.
    pass(ReadingRule::TearLine, tear::resolve),
    pass(ReadingRule::MarkInside, region::resolve),
    pass(ReadingRule::MarkInside, inside::resolve),
    pass(ReadingRule::BesideGap, gap::resolve),
];

/// What the header and the blocks say of the whole.
static WHOLE: &[Pass] = &[
    // The level lines are all known: marks without a list take theirs.
    pass(ReadingRule::LeadMark, listed::resolve),
    pass(ReadingRule::EntireText, entire::resolve),
    // The authority lines are read as fields before the content of fields is judged.
    pass(ReadingRule::KnownField, authority::read),
    pass(ReadingRule::KnownField, authority::gather),
    pass(ReadingRule::KnownField, content::resolve),
    // Last: what stands below a level line is known when every block is.
    pass(ReadingRule::Overall, overall::resolve),
];

/// What is looked for when the blocks are given. A text that is given is text: what stands in it makes no block and states
/// nothing for one, and whatever in it is a mark raises the block.
static PARTS: &[Pass] = &[
    pass(ReadingRule::LeadMark, alias::resolve),
    pass(ReadingRule::MarkInside, built::lines),
    pass(ReadingRule::TitleMark, titles::raise),
    pass(ReadingRule::MarkInside, region::resolve_parts),
    pass(ReadingRule::MarkInside, inside::resolve),
];

/// The passes for a document that is built from parts.
pub(super) fn of_parts() -> impl Iterator<Item = &'static Pass> {
    PARTS.iter().chain(WHOLE)
}

/// The passes for a kind of document.
pub(super) fn of(kind: DocumentKind) -> impl Iterator<Item = &'static Pass> {
    let (own, inside) = match kind {
        DocumentKind::Cable => (TELEGRAM, INSIDE),
        DocumentKind::Memorandum => (MEMORANDUM, INSIDE),
        DocumentKind::Release => (RELEASE, &[][..]),
    };
    own.iter().chain(inside).chain(WHOLE)
}

fn telegram_lines(builder: &mut Builder<'_>) {
    let body = cable::header(builder);
    body::read(builder, body);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_begins_with_the_lines_and_ends_with_the_whole() {
        for kind in [
            DocumentKind::Cable,
            DocumentKind::Memorandum,
            DocumentKind::Release,
        ] {
            let rules: Vec<ReadingRule> = of(kind).map(|pass| pass.rule).collect();
            assert_eq!(rules.first(), Some(&ReadingRule::LeadMark));
            assert_eq!(rules.last(), Some(&ReadingRule::Overall));
        }
    }
}
