//! Marks at the end of a block: `… the new policy. (S)`, `OVERALL CONCEPT (U)`, `subject: “Bridges (C).”`

use super::super::chars::{end_of_shown, from, is_silent, skip_silent};
use super::super::labelled::is_label;
use super::super::lead;
use super::super::plain::{self, Plain};
use super::super::run;
use super::super::sentence;
use super::super::token::{self, Reading};
use super::statement;
use crate::Span;
use crate::marking::{Label, Likeness, StatedMark};

/// The shortest mark without brackets that stands before a full stop, in bytes.
const SHORTEST_STOPPED: usize = 3;

/// The longest token, and how much may stand behind it, in bytes.
const LONGEST_TOKEN: usize = 64;
const LONGEST_REST: usize = 12;
/// The longest mark without brackets, in bytes.
const LONGEST_BARE: usize = 24;

/// What stands at the end of a text in the place of a mark.
#[derive(Debug)]
pub(super) struct Tail {
    /// Where the token stands in the text.
    pub(super) token: Span,
    /// What it says; `None` for what is a mark and cannot be read.
    pub(super) stated: Option<StatedMark>,
    pub(super) behind: Behind,
    /// Whether a full stop follows.
    pub(super) stopped: bool,
}

impl Tail {
    /// Whether the token at the end of `text` is more than an abbreviation: `(NC)` and `(CTs)` are none where a paper marks
    /// in front.
    pub(super) fn is_like_a_mark(&self, text: &str) -> bool {
        let token = text.get(self.token.range()).unwrap_or_default();
        Likeness::of(token.trim_matches(|c| token::opens(c) || token::closes(c)))
            >= Likeness::Letter
    }

    /// Whether the token names an item that `text` counts before it.
    pub(super) fn names_item(&self, text: &str) -> bool {
        let token = text.get(self.token.range()).unwrap_or_default();
        let inside = token
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'));
        inside.is_some_and(|inside| run::names_item(text, self.token.start(), inside))
    }
}

/// What the token stands behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// The end of a sentence: the mark of a paragraph.
    Sentence,
    /// A word: the mark of a title, of a paragraph without a full stop, or of a name that ends there.
    Word,
    /// A word, and a closing quotation mark follows: the mark of a cited name.
    Quoted,
    /// A letter, without a space, or the word `paragraph` and the like: no mark in all likelihood.
    Reference,
}

/// Whether a line ends its paragraph, because a mark stands behind the end of its last sentence.
pub(super) fn ends_paragraph(line: &str) -> bool {
    scan(line).is_some_and(|tail| {
        tail.behind == Behind::Sentence && tail.stated.is_some() && !leads(line, tail.token.start())
    })
}

/// Whether a mark stands at the end of its line because its text begins on the next one: `3. (C)`, `Remarks: (S)`.
fn leads(line: &str, at: usize) -> bool {
    let lead = lead::scan(line);
    let before = line
        .get(..at)
        .unwrap_or_default()
        .trim_end_matches(is_silent);
    (lead.has_mark() && skip_silent(line, lead.text) == line.len())
        || before.strip_suffix(':').is_some_and(is_label)
}

/// Reads the end of `text`.
pub(super) fn scan(text: &str) -> Option<Tail> {
    let Some((end, quoted, stopped)) = before_rest(text) else {
        return bare(text);
    };
    let head = text.get(..end)?;
    let (start, stated) = token(head)?;
    let bare = head.get(..start)?.trim_end_matches(is_emphasis);
    let before = bare.trim_end_matches(is_silent);
    if before.is_empty() {
        return None;
    }
    let behind = if quoted {
        Behind::Quoted
    } else {
        behind(before, before.len() == bare.len())
    };
    Some(Tail {
        token: Span::new(start, end),
        stated,
        behind,
        stopped,
    })
}

/// `… has the key to it. SECRET`, `… to it. SECRET.`: a level in capitals, or a mark, without brackets behind the end of a sentence.
fn bare(text: &str) -> Option<Tail> {
    let shown = text.get(..end_of_shown(text))?;
    let head = shown.trim_end_matches(['.', ',', ';', ':', '*', '"', '”']);
    let (end, stopped) = (head.len(), head.len() < shown.len());
    if !head.ends_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let first = end.saturating_sub(LONGEST_BARE);
    let window = head.as_bytes().get(first..)?;
    let stop = first + memchr::memrchr(b'.', window)? + 1;
    let before = head.get(..stop)?;
    let word = from(head, stop);
    let start = stop + skip_silent(word, 0);
    let inside = head.get(start..)?;
    let apart = start > stop && !inside.contains(char::is_lowercase);
    let last = before.rsplit(is_silent).next().unwrap_or_default();
    let stated = StatedMark::of(inside)?;
    // What is not written as a mark opens nothing.
    let asks = !Label::unclassified().dominates(&stated.label());
    // `… met Ode. S.`: initials stand before a full stop.
    let shortest = if stopped { SHORTEST_STOPPED } else { 1 };
    (apart && asks && inside.len() >= shortest && ends_before(last, inside)).then_some(Tail {
        token: Span::new(start, end),
        stated: Some(stated),
        behind: Behind::Sentence,
        stopped,
    })
}

/// Whether a sentence ends with `last` before a mark without brackets. Behind a short word a letter may be an initial.
fn ends_before(last: &str, inside: &str) -> bool {
    let word = last.trim_end_matches('.');
    !word.contains('.')
        && (inside.len() > 1
            || (word.len() > 2 && word.ends_with(|c: char| c.is_ascii_lowercase())))
}

/// Where the token ends: before a full stop, closing quotation marks and the number of a footnote.
fn before_rest(text: &str) -> Option<(usize, bool, bool)> {
    let mut end = end_of_shown(text);
    let limit = end.saturating_sub(LONGEST_REST);
    let (mut quoted, mut stopped, mut digits) = (false, false, false);
    while end > limit {
        let c = text.get(..end)?.chars().next_back()?;
        match c {
            _ if token::closes(c) || plain::folds_to_mark(c) => {
                return Some((end, quoted, stopped));
            }
            _ if ends_open(text.get(..end)?) => return Some((end, quoted, stopped)),
            // A number that stands by itself is no footnote: `in the plan (C) 1973.`
            _ if digits && !c.is_ascii_digit() => return None,
            '.' | ',' | ';' | ':' => stopped = true,
            '”' | '"' | '’' | '\'' | '»' => quoted = true,
            _ if c.is_ascii_digit() => digits = true,
            _ if is_superscript(c) || is_silent(c) || is_emphasis(c) => {}
            _ => return None,
        }
        end -= c.len_utf8();
    }
    None
}

/// The signs of emphasis around a mark: `… the new policy. **(S)**`.
pub(super) const fn is_emphasis(c: char) -> bool {
    matches!(c, '*' | '_')
}

pub(super) const fn is_superscript(c: char) -> bool {
    matches!(
        c,
        '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{2079}' | '†' | '‡'
    )
}

/// `S - Sensitive`, `Classified`: words in brackets of which the first is a mark (reading rule 1), or that name no level.
fn begins_with_mark(inside: &str) -> bool {
    let marked = [" - ", " – ", ", ", "; "]
        .iter()
        .filter_map(|sign| inside.split_once(sign))
        .any(|(mark, _)| !mark.contains(char::is_lowercase) && StatedMark::of(mark).is_some());
    marked || inside.eq_ignore_ascii_case("CLASSIFIED")
}

/// The token that ends with `head`: where it starts, and what it says; `None` for what is a mark and cannot be read.
fn token(head: &str) -> Option<(usize, Option<StatedMark>)> {
    let window = head.len().saturating_sub(LONGEST_TOKEN);
    let opens = head
        .char_indices()
        .rev()
        .take_while(|(at, _)| *at >= window)
        .filter(|(_, c)| plain::opens(*c));
    for (start, bracket) in opens {
        let shown = from(head, start);
        // `(S/[1 codeword not declassified])`
        if bracket == '(' && statement::is_left_out(from(shown, 1)) {
            return Some((start, None));
        }
        let whole = token::at(shown, 0).filter(|token| token.span.end() == shown.len());
        if let Some(whole) = whole {
            let inside = whole.inside(shown);
            let left_out = statement::is_left_out(inside);
            if bracket == '(' && inside.is_ascii() {
                match token::read(inside) {
                    Reading::Mark(stated) => return Some((start, Some(stated))),
                    Reading::Like(likeness) => {
                        let like = likeness > Likeness::Text
                            || begins_with_mark(inside)
                            || token::says_mark(inside);
                        return (left_out || like).then_some((start, None));
                    }
                }
            }
            let plain = Plain::of(shown);
            let shown = plain.as_ref().map_or(inside, Plain::text);
            let shown = shown.trim_matches(|c| token::opens(c) || token::closes(c));
            let note = shown.bytes().all(|b| b.is_ascii_digit());
            return (left_out || (!note && token::could_be_mark(shown))).then_some((start, None));
        }
    }
    // `… the new policy. S)`, `… the new policy. (S`: half a mark.
    let start = head.rfind(is_silent).map_or(0, |at| {
        at + from(head, at).chars().next().map_or(1, char::len_utf8)
    });
    let word = from(head, start);
    let inside = word.trim_matches(|c| token::opens(c) || token::closes(c));
    let half = inside.len() < word.len() && inside.len() <= LONGEST_TOKEN;
    (half && StatedMark::of(inside).is_some()).then_some((start, None))
}

/// Whether `head` ends with half a mark whose closing bracket is lost: `… the new policy. (S`.
fn ends_open(head: &str) -> bool {
    let word = head.rsplit(is_silent).next().unwrap_or_default();
    word.strip_prefix(token::opens)
        .is_some_and(|inside| inside.len() <= LONGEST_TOKEN && StatedMark::of(inside).is_some())
}

fn behind(before: &str, glued: bool) -> Behind {
    // The number of a footnote stands between the full stop and the mark.
    let bare = before.trim_end_matches(|c: char| c.is_ascii_digit() || is_superscript(c));
    if bare.len() < before.len() && ends_sentence(bare) {
        return Behind::Sentence;
    }
    if ends_sentence(before) {
        return Behind::Sentence;
    }
    if (glued && before.ends_with(char::is_alphanumeric)) || sentence::names_a_part(before) {
        return Behind::Reference;
    }
    Behind::Word
}

/// A full stop and the like, with closing quotation marks and parentheses behind it; a place left blank by the printed
/// series ends with a bracket.
fn ends_sentence(text: &str) -> bool {
    if text.ends_with(']') {
        return true;
    }
    let text = sentence::without_closing(text);
    text.ends_with(['.', '?', '!', ':', ';', '…', '—', '–']) && !ends_abbreviated(text)
}

/// `Jr.`, `Inc.`, `U.S.`: no sentence has to end here. Where one does, the mark counts as one behind a word.
fn ends_abbreviated(text: &str) -> bool {
    const SHORT: [&str; 10] = [
        "Jr", "Sr", "Mr", "Dr", "Inc", "Co", "Ltd", "Gen", "Col", "Esq",
    ];
    let word = text.rsplit(is_silent).next().unwrap_or_default();
    word.strip_suffix('.').is_some_and(|word| {
        SHORT.contains(&word)
            || (word.contains('.') && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_at_the_end_of_a_text() {
        use Behind::{Quoted, Reference, Sentence, Word};
        for (text, expected) in [
            ("The dam holds. (S)", Some((Sentence, "S"))),
            ("The dam holds (S).", Some((Word, "S"))),
            ("The dam holds. (S)2", Some((Sentence, "S"))),
            ("The dam holds.2 (S)", Some((Sentence, "S"))),
            ("The dam holds.2(S)", Some((Sentence, "S"))),
            ("The dam holds. ( C )", Some((Sentence, "C"))),
            ("The dam holds. **(S)**", Some((Sentence, "S"))),
            ("**The dam holds. (S)**", Some((Sentence, "S"))),
            ("The dam holds. __(S//NF)__", Some((Sentence, "S//NF"))),
            ("The dam holds **(S)**.", Some((Word, "S"))),
            ("the memorandum**(s)**", Some((Reference, "S"))),
            ("The dam holds. (**S**)", Some((Sentence, "?"))),
            ("The dam holds. (Top Secret)", Some((Sentence, "TS"))),
            ("The dam holds. (C/NOFORN)", Some((Sentence, "C//NF"))),
            ("Does the dam hold? (TS)", Some((Sentence, "TS"))),
            ("The points are: (S)", Some((Sentence, "S"))),
            ("“The dam holds.” (S)", Some((Sentence, "S"))),
            ("(The dam holds.) (S)", Some((Sentence, "S"))),
            (
                "The dam [2 lines not declassified] (S)",
                Some((Sentence, "S")),
            ),
            ("Bridges of the Coast (U)", Some((Word, "U"))),
            ("the study “Bridges of the Coast” (U)", Some((Word, "U"))),
            ("the study “Bridges of the Coast (U).”", Some((Quoted, "U"))),
            ("the study “Bridges of the Coast (U)”.", Some((Quoted, "U"))),
            ("as set out in paragraph 8 (C).", Some((Reference, "C"))),
            ("as set out in subparagraph (C).", Some((Reference, "C"))),
            ("the office of OASD(C)", Some((Reference, "C"))),
            ("the memorandum(s).", Some((Reference, "S"))),
            ("Mr. Ode, Jr. (S)", Some((Word, "S"))),
            ("The dam holds. SECRET", Some((Sentence, "S"))),
            ("The dam holds. SECRET.", Some((Sentence, "S"))),
            ("The dam holds. TOP SECRET*", Some((Sentence, "TS"))),
            ("It was built by Ode. S.", None),
            ("It was built by A. S.", None),
            ("The dam holds. (Q)", Some((Sentence, "?"))),
            ("The dam holds. S)", Some((Sentence, "?"))),
            ("The dam holds. ( )", Some((Sentence, "?"))),
            ("The dam holds. (_)", Some((Sentence, "?"))),
            ("The dam holds. [C]", Some((Sentence, "?"))),
            (
                "The dam holds. [portion marking not declassified]",
                Some((Sentence, "?")),
            ),
            (
                "The dam holds. (S/[1 codeword not declassified])",
                Some((Sentence, "?")),
            ),
            ("The dam holds (see the plan (C) 1973).", None),
            ("The dam holds in the plan (C) 1973.", None),
            ("The dam holds (about half).", None),
            ("(S)", None),
            ("The cost per ton (U.S.)", None),
            ("The dam holds. [2 lines not declassified]", None),
            ("", None),
        ] {
            let found = scan(text).map(|tail| {
                let stated = tail
                    .stated
                    .map_or_else(|| "?".to_owned(), |mark| mark.label().to_string());
                (tail.behind, stated)
            });
            let expected = expected.map(|(behind, mark)| (behind, mark.to_owned()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
