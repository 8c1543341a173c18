//! Where in a text a token may be a mark: at the start and the end of a line, behind a gap, the end of a sentence, a label or
//! the number of a paragraph (reading rule 1).

use super::super::chars::{from, is_silent};
use super::super::labelled::{is_label, names_a_remark, parts_texts};
use super::super::lead::SYMBOLS;
use super::super::prose::is_function_word;
use super::super::{plain, sentence, token};
use crate::Span;
use crate::marking::Likeness;

/// How far around a token is looked, in bytes: what stands further off says nothing of it.
const NEAR: usize = 96;

/// What stands right before `at`.
pub(super) fn near(text: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(NEAR);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..at).unwrap_or_default()
}

/// What stands right behind `at`.
pub(super) fn window(text: &str, at: usize) -> &str {
    let mut end = (at + NEAR).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(at..end).unwrap_or_default()
}

/// Whether a token that may be a letter, a word or a slip stands where marks do: at the start or the end of a line, behind
/// two spaces, a tab, a bar, the end of a sentence, or a label.
pub(super) fn in_place(text: &str, span: Span, inside: &str) -> bool {
    let at = span.start();
    let before = near(text, at);
    let shown = before.trim_end_matches(is_silent);
    let between = before.get(shown.len()..).unwrap_or_default();
    let starts_line = shown.is_empty() || between.contains(is_break);
    let gap = between.contains('\t') || between.chars().filter(|c| is_silent(*c)).count() > 1;
    let bare = shown.trim_end_matches(|c| is_silent(c) || plain::is_decoration(c));
    let decorated = bare.is_empty()
        || shown
            .get(bare.len()..)
            .is_some_and(|around| around.contains(is_break));
    if starts_line
        || gap
        || decorated
        || shown.ends_with(['|', '*', '_'])
        || (shown.ends_with(['“', '‘', '„'])
            && !from(text, span.end()).starts_with(['”', '’', '“', '‘']))
        || shown.ends_with(" /")
        || follows_strokes(shown)
    {
        return true;
    }
    let behind = from(text, span.end());
    let near_behind = window(text, span.end());
    if !between.is_empty()
        && (parts_texts(shown)
            || follows_page_line(shown, near_behind)
            || follows_item(shown, near_behind)
            || follows_footnote(shown, near_behind)
            || follows_bullet(shown, near_behind)
            || opens_sentence(inside, near_behind))
    {
        return true;
    }
    // `He wrote: "(S) …`: a quotation that begins with its mark, and does not end with it.
    let quotation = shown.strip_suffix('"').filter(|_| between.is_empty());
    if quotation.is_some_and(|before| before.ends_with([' ', ':', '(']))
        && behind.starts_with(' ')
        && inside.starts_with(char::is_uppercase)
    {
        return true;
    }
    // `1950'(S)`: a word or a quotation mark that the token is glued to ends no sentence.
    if between.is_empty()
        && shown.ends_with(|c: char| {
            c.is_alphanumeric() || matches!(c, '\'' | '’' | '"' | '”' | ')' | '°')
        })
    {
        return false;
    }
    if sentence::may_end(shown) {
        return !is_abbreviated_part(shown, inside, near_behind);
    }
    let line_start = shown.rfind(is_break).map_or(0, |at| at + 1);
    let head = shown.get(line_start..).unwrap_or_default();
    // `First, (S) …`, `§ 4 (S) …`: what counts a portion, and no sentence.
    let mut words = head.split(is_silent).filter(|word| !word.is_empty());
    let counted = match (words.next(), words.next()) {
        (Some(word), None) => {
            let letters = word.trim_end_matches(['/', '.', ')']);
            let item = letters.len() < word.len() && letters.len() == 1;
            let bullet = word.chars().nth(1).is_none() && SYMBOLS.contains(word);
            item || bullet || word.ends_with(',') || !word.chars().any(char::is_alphabetic)
        }
        (Some(_), Some(_)) => !head.chars().any(char::is_alphabetic),
        (None, _) => true,
    };
    if counted {
        return true;
    }
    // `\item (S) …`, `\textbf{(S)} …`: a command of a typesetter is no word.
    let command = head.trim_start_matches('{').strip_prefix('\\');
    if command.is_some_and(|command| !command.contains(is_silent)) {
        return true;
    }
    let text_behind = behind.trim_start_matches(' ');
    // A bullet is no word: `- Location (S): …`.
    let head = head.trim_start_matches(|c| is_silent(c) || matches!(c, '-' | '*' | '•'));
    // `Mr. Ode (S) The relay`: words that all begin with a capital; a sentence has others.
    let named = head
        .split(is_silent)
        .all(|word| !word.starts_with(char::is_lowercase))
        && (head.contains(char::is_lowercase)
            || text_behind
                .split(is_silent)
                .next()
                .is_some_and(|word| word.contains(char::is_lowercase)))
        && !head.ends_with("Copyright");
    let labelled = is_label(head)
        && (text_behind.starts_with([':', '-', '–', '—'])
            || (named
                && inside.trim_start().starts_with(char::is_uppercase)
                && !names_a_firm(text_behind)
                && text_behind.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())));
    // `… is open. Comment (S): …`: a label heads a sentence as well.
    let last = head.rsplit_once(". ").map(|(_, last)| last);
    let heads_sentence = text_behind.starts_with(':') && last.is_some_and(is_label);
    // `Figure 3 (S). The relay …`: at the start of a line the name of a part heads what follows, where a sentence ended before.
    let before_line = shown
        .get(..line_start)
        .unwrap_or_default()
        .trim_end_matches(is_silent);
    let heads_line = head.len() == shown.len() - line_start
        && !head.contains(". ")
        && (before_line.is_empty() || sentence::may_end(before_line));
    let titled = heads_line
        && (sentence::names_a_part(head)
            || (is_label(head) && head.ends_with(|c: char| c.is_ascii_digit())))
        && inside.starts_with(char::is_uppercase)
        && (text_behind.starts_with(['.', ':']) || head.contains(char::is_lowercase))
        && text_behind
            .trim_start_matches(['.', ':', ' '])
            .starts_with(char::is_uppercase);
    // `BIO NOTE (S) THE RELAY`: in a text in capitals a few words head a line, none of which joins others.
    let shouted = heads_line
        && is_label(head)
        && !head.contains(char::is_lowercase)
        && !head.split(is_silent).any(is_function_word)
        && inside.starts_with(char::is_uppercase)
        && !names_a_firm(text_behind)
        && text_behind.starts_with(|c: char| c.is_uppercase());
    titled
        || (shouted && !sentence::names_a_part(head) && !is_message_number(head))
        || heads_sentence
        || (labelled && !sentence::names_a_part(head) && !is_message_number(head))
        || (head.ends_with(',') && between.is_empty())
        || (quoted(inside, behind) && !shown.ends_with(['“', '‘', '«', '"']))
}

/// `See para. (C) of the note`: the full stop is that of an abbreviation, and the sentence goes on behind the letter.
fn is_abbreviated_part(shown: &str, inside: &str, behind: &str) -> bool {
    let abbreviated = shown
        .strip_suffix('.')
        .and_then(|head| head.rsplit(is_silent).next())
        .is_some_and(sentence::is_abbreviated);
    inside.len() == 1 && abbreviated && sentence::names_a_part(shown) && sentence::goes_on(behind)
}

/// Whether a sentence begins behind a token.
fn begins_sentence(behind: &str) -> bool {
    let mut letters = behind.trim_start_matches(' ').chars();
    letters.next().is_some_and(char::is_uppercase)
}

/// `… on the quay (S) The relay`: a word that only a sentence begins with in a capital stands behind the token, and nothing ended
/// before it.
fn opens_sentence(inside: &str, behind: &str) -> bool {
    let word = behind.trim_start_matches(' ').split(is_silent).next();
    inside.starts_with(char::is_uppercase)
        && behind.starts_with(' ')
        && word.is_some_and(|word| {
            word.starts_with(char::is_uppercase)
                && word.ends_with(char::is_lowercase)
                && is_function_word(word)
        })
}

/// `… road b (S) The relay`: the letter of an item that has lost its point, or run into the line of the one before it.
fn follows_item(shown: &str, behind: &str) -> bool {
    let word = shown.rsplit(is_silent).next().unwrap_or_default();
    let small = |word: &str| matches!(word.as_bytes(), [letter] if (b'b'..=b'z').contains(letter));
    let sentence = behind.trim_start_matches(' ').split(is_silent).next();
    small(word)
        && begins_sentence(behind)
        && sentence.is_some_and(|word| word.contains(char::is_lowercase))
}

/// The most digits of the number of a footnote.
const FOOTNOTE: usize = 3;

/// `… is dry.12 (S) The relay`, `… is dry.¹ (S) The relay`: the number of a footnote behind the end of a sentence.
fn follows_footnote(shown: &str, behind: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let head = shown.trim_end_matches(number);
    let digits = from(shown, head.len()).chars().count();
    (1..=FOOTNOTE).contains(&digits)
        && begins_sentence(behind)
        && !head.ends_with(is_silent)
        && ends_before_mark(head)
}

/// `… is dry. o (S) The relay`, `… is dry. COMMENT (S) The relay`: a bullet or the label of a remark behind the end of a sentence,
/// to which a copy joined its line.
fn follows_bullet(shown: &str, behind: &str) -> bool {
    let word = shown.rsplit(is_silent).next().unwrap_or_default();
    let bullet = matches!(word, "#" | "+") || (word.chars().count() == 1 && SYMBOLS.contains(word));
    let remark = !word.contains(char::is_lowercase) && names_a_remark(word);
    let small = || {
        behind
            .trim_start_matches(' ')
            .starts_with(char::is_lowercase)
    };
    let head = shown.get(..shown.len() - word.len()).unwrap_or_default();
    (bullet || (remark && !small())) && ends_before_mark(head)
}

/// `… is dry.// (S) The relay`: the strokes that end a message or a line of one.
fn follows_strokes(shown: &str) -> bool {
    let head = shown.trim_end_matches('/');
    head.len() < shown.len() && ends_before_mark(head)
}

/// Whether the last word of `head` ends a sentence that a mark may stand behind.
fn ends_before_mark(head: &str) -> bool {
    let last = head.trim_end_matches(is_silent).rsplit(is_silent).next();
    last.is_some_and(sentence::may_end_before_mark)
}

/// Words that stand beside the number of a page.
const PAGE: [&str; 6] = ["PAGE", "Page", "page", "OF", "of", "TOP"];

/// `… of the sentence. 3 CONFIDENTIAL (S) The relay`, `Page 3 of 5 (S) The relay`: a copy joined the number of a page and its
/// banner to the text, and what follows them stands where a line begins.
pub(super) fn follows_page_line(shown: &str, behind: &str) -> bool {
    let number = |word: &str| {
        let bare = word.trim_matches(|c| matches!(c, '-' | '–' | '—' | '[' | ']' | '|'));
        bare.len() < 5 && bare.bytes().all(|b| b.is_ascii_digit())
    };
    let (mut level, mut numbered, mut rest) = (false, false, shown);
    loop {
        let line = rest.trim_end_matches(is_silent);
        let word = line.rsplit(is_silent).next().unwrap_or_default();
        let banner =
            word.len() > 5 && !word.contains(char::is_lowercase) && Likeness::of(word).is_certain();
        if word.is_empty() || !(banner || number(word) || PAGE.contains(&word)) {
            break;
        }
        level |= banner;
        numbered |= number(word) && word.bytes().any(|b| b.is_ascii_digit());
        rest = line.get(..line.len() - word.len()).unwrap_or_default();
    }
    let head = rest.trim_end_matches(is_silent);
    // In a text in capitals a level is a word of it: a page has its number beside that.
    let apart = sentence::may_end(head) || from(rest, head.len()).contains(is_break);
    let mixed = behind
        .split(is_silent)
        .find(|word| !word.is_empty())
        .is_some_and(|word| word.contains(char::is_lowercase));
    head.len() < shown.len()
        && (begins_sentence(behind) || (level && numbered))
        && !sentence::names_a_part(shown)
        && ((level && (numbered || apart || mixed)) || (numbered && apart))
}

/// `Vesta Lines (S) Pte. Ltd.`: how the name of a firm ends.
fn names_a_firm(behind: &str) -> bool {
    const ENDS: [&str; 12] = [
        "Pte", "Pty", "Ltd", "Limited", "Inc", "Co", "Corp", "LLC", "PLC", "GmbH", "Sdn", "Bhd",
    ];
    let word = behind.split(|c: char| !c.is_alphanumeric()).next();
    word.is_some_and(|word| ENDS.iter().any(|end| word.eq_ignore_ascii_case(end)))
}

/// `(U), (C) and (S)`: tokens with nothing between them but what joins words speak of themselves.
pub(super) fn is_enumerated(text: &str, span: Span) -> bool {
    let joins = |between: &str| {
        between.len() < JOINT
            && between
                .split(|c| is_silent(c) || c == ',')
                .all(|word| matches!(word, "" | "and" | "or" | "AND" | "OR" | "/"))
            && between.contains([',', 'a', 'o', 'A', 'O', '/'])
    };
    let before = near(text, span.start());
    let behind = window(text, span.end());
    let follows = before
        .rsplit_once(')')
        .is_some_and(|(_, between)| joins(between));
    let goes_on = behind.split_once('(').is_some_and(|(between, rest)| {
        joins(between) && rest.find(')').is_some_and(|end| end < TOKEN)
    });
    follows || goes_on
}

/// The longest text between such tokens, and the longest of these, in bytes.
const JOINT: usize = 10;
const TOKEN: usize = 12;

/// Whether the mark of a cited name ends here, with the closing quotation mark behind it.
fn quoted(inside: &str, behind: &str) -> bool {
    inside.trim_start().starts_with(char::is_uppercase)
        && behind
            .trim_start_matches(['.', ',', ';', ' '])
            .starts_with(['”', '"', '’', '»'])
}

pub(super) fn is_glued(text: &str, at: usize) -> bool {
    near(text, at).ends_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '"' | '”'))
}

/// Whether nothing but the end of a sentence stands between a token in capitals and the end of its line, of its item or of the text.
pub(super) fn ends_line(text: &str, span: Span, inside: &str) -> bool {
    let shown = near(text, span.start());
    let glued =
        shown.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '"' | '”'));
    let rest = from(text, span.end()).trim_start_matches(|c: char| {
        c == ' ' || c == '\t' || matches!(c, '.' | ',' | ';' | ':' | '"' | '”' | '\'')
    });
    let between = text.get(span.end()..text.len() - rest.len());
    // `… who pays (C); -- who speaks (C)`: the lines of a list that a copy joined.
    let item = rest.starts_with(['•', '▪', '●', '■', '□'])
        || ((rest.starts_with("--") || rest.starts_with(['–', '—']))
            && between.is_some_and(|between| between.starts_with(';')));
    inside.trim_start().starts_with(char::is_uppercase)
        && (rest.is_empty() || rest.starts_with(is_break) || item)
        && !glued
        && !token::holds_a_number(inside)
        && !is_reference(shown.trim_end_matches(is_silent))
}

/// `para 10`, `Annex`, `STATE 1234`: what stands in parentheses behind it is of what is cited.
pub(super) fn is_reference(shown: &str) -> bool {
    sentence::names_a_part(shown) || shown.ends_with(|c: char| c.is_ascii_digit())
}

pub(super) const fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\x0b' | '\x0c' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// `| (C) |`: a cell of a row begins here, which counts no items.
pub(super) fn fills_cell(text: &str, at: usize) -> bool {
    near(text, at).trim_end_matches(is_silent).ends_with('|')
}

/// `3. (C) …`: a paragraph begins here, whatever letters stood before.
pub(super) fn follows_number(text: &str, at: usize) -> bool {
    let before = near(text, at).trim_end_matches(is_silent);
    let bare = before.strip_suffix('.').unwrap_or_default();
    let head = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let shown = head.trim_end_matches(is_silent);
    let apart = shown.is_empty() || head.ends_with("  ") || head.ends_with(is_break);
    head.len() < bare.len() && (apart || sentence::may_end(shown))
}

/// `Item 4: (C) …` at the start of a line, behind a gap or the end of a sentence: a label heads a text of its own, whatever
/// letters stood before.
pub(super) fn follows_label(text: &str, at: usize) -> bool {
    let before = near(text, at).trim_end_matches(is_silent);
    before.strip_suffix(':').is_some_and(|head| {
        let line = head.rfind(is_break).map_or(0, |at| at + 1);
        let apart = ["  ", ". ", "; "]
            .iter()
            .filter_map(|sign| head.rfind(sign));
        let apart = apart.map(|at| at + 2).max().unwrap_or_default();
        is_label(from(head, line.max(apart)))
    })
}

/// `para 10 (SBU)`: a token of one word behind the name of a part is of what is cited.
pub(super) fn is_cited(text: &str, at: usize, inside: &str) -> bool {
    let head = near(text, at);
    let before = head.trim_end_matches(is_silent);
    if !matches!(head.get(before.len()..), Some("" | " " | "\n")) {
        return false;
    }
    // With its colon even the name of a part heads what follows, and what ended is cited no more: `… in reftel. (SBU) The`.
    !inside.contains('/')
        && !sentence::without_closing(before).ends_with([':', '.', '!', '?'])
        && (sentence::names_a_part(before)
            || is_message_number(before)
            || sentence::spells_initials(before, inside))
}

/// `VESTA 2233 (STADIS)`: the reference of a telegram, with the caption that it had.
fn is_message_number(before: &str) -> bool {
    let mut words = before.rsplit(is_silent);
    let number = |word: &str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_digit());
    let post = |word: &str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_uppercase());
    words.next().is_some_and(number) && words.next().is_some_and(post)
}
