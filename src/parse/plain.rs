//! The beginning of a line as a reader sees it: without emphasis, quote signs, escapes, tags and entities around a mark
//! (reading rule 1), and with letters and brackets of other scripts as the ones they stand for.

use std::borrow::Cow;
use std::ops::Range;

use super::chars::{byte, from, is_silent};
use super::lead::{Lead, LeadMark};
use super::markup::{entity, tag};
use super::{look, token};
use crate::Span;

/// How much of a line is looked at, in bytes.
const WINDOW: usize = 160;
/// How many bytes are looked at in one step.
const STEP: usize = 16;

/// What a line begins with, each byte with the place it comes from.
pub(super) struct Plain {
    text: String,
    /// Where the character of each byte begins and ends in the line.
    places: Vec<(usize, usize)>,
    /// Which bytes stand for a character that no typist of a mark writes: a mark that holds one cannot be read.
    folded: Vec<bool>,
    /// Where the window ends in the line.
    end: usize,
}

impl Plain {
    /// What `line` shows; `None` where it shows itself.
    pub(super) fn of(line: &str) -> Option<Self> {
        let window = window(line);
        if !look::any(window.as_bytes(), may_be_odd) {
            return None;
        }
        let mut plain = Self {
            text: String::new(),
            places: Vec::new(),
            folded: Vec::new(),
            end: window.len(),
        };
        plain.read(window).then_some(plain)
    }

    /// The same where what it shows begins with a parenthesis.
    pub(super) fn of_bracket(line: &str) -> Option<Self> {
        let window = window(line);
        // A bracket of another kind around no mark and no tag shows itself.
        let shows_itself = window.starts_with(['<', '[', '{'])
            && other_brackets(window).is_none()
            && (byte(window, 0) != b'<' || tag(window).is_none());
        if shows_itself {
            return None;
        }
        Self::of(line).filter(|plain| byte(&plain.text, 0) == b'(')
    }

    /// The text to be read in the line's place.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What was read of the text, with its places in the line.
    pub(super) fn place(&self, lead: Lead) -> Lead {
        let text = self.start(lead.text);
        let mark = match lead.mark {
            LeadMark::None => LeadMark::None,
            LeadMark::Stated(_, span) | LeadMark::Letter { span, .. } if self.is_folded(span) => {
                LeadMark::Damaged(self.span(span))
            }
            LeadMark::Stated(stated, span) => LeadMark::Stated(stated, self.span(span)),
            LeadMark::Damaged(span) => LeadMark::Damaged(self.span(span)),
            LeadMark::Letter { letter, span } => LeadMark::Letter {
                letter,
                span: self.span(span),
            },
        };
        Lead {
            number: lead.number,
            mark,
            text,
        }
    }

    fn start(&self, at: usize) -> usize {
        self.places.get(at).map_or(self.end, |(start, _)| *start)
    }

    pub(super) fn span(&self, span: Span) -> Span {
        let end = span.end().checked_sub(1);
        let end = end.and_then(|last| self.places.get(last));
        Span::new(
            self.start(span.start()),
            end.map_or(self.end, |(_, end)| *end),
        )
    }

    pub(super) fn is_folded(&self, span: Span) -> bool {
        self.folded
            .get(span.range())
            .is_some_and(|bytes| bytes.contains(&true))
    }

    fn push(&mut self, text: &str, start: usize, end: usize, folded: bool) {
        self.text.push_str(text);
        for _ in 0..text.len() {
            self.places.push((start, end));
            self.folded.push(folded);
        }
    }

    fn reserve(&mut self, width: usize) {
        self.text.reserve(width);
        self.places.reserve(width);
        self.folded.reserve(width);
    }

    /// Pushes a part of the window that shows itself.
    fn keep(&mut self, window: &str, part: Range<usize>) {
        let text = window.get(part.clone()).unwrap_or_default();
        self.text.push_str(text);
        self.folded.resize(self.text.len(), false);
        if text.is_ascii() {
            self.places.extend(part.map(|at| (at, at + 1)));
            return;
        }
        for (at, c) in text.char_indices() {
            let start = part.start + at;
            let place = (start, start + c.len_utf8());
            self.places.extend(std::iter::repeat_n(place, c.len_utf8()));
        }
    }

    /// Whether anything in the window does not show itself; where nothing does, nothing is pushed.
    fn read(&mut self, window: &str) -> bool {
        let mut at = 0;
        let mut depth = 0_usize;
        // What stands behind it shows itself, and has not been pushed yet.
        let mut kept = 0;
        // Behind the last bracket that closes one there is no tag.
        let last_close = memchr::memrchr(b'>', window.as_bytes()).unwrap_or_default();
        while let Some((odd, c)) = next_odd(window, at) {
            let before = window.get(at..odd).unwrap_or_default();
            depth = depth_behind(depth, before);
            let inside = depth > 0;
            let end = odd + c.len_utf8();
            let bullet = c == '*' && self.is_bullet(window, kept..odd);
            let shown = shown(window, odd, c, inside || bullet, odd < last_close);
            if matches!(shown, Shown::Itself) {
                at = end;
                continue;
            }
            if kept == 0 {
                self.reserve(window.len());
            }
            self.keep(window, kept..odd);
            at = self.take(window, odd..end, shown, &mut depth);
            kept = at;
        }
        let changed = kept > 0;
        if changed {
            self.keep(window, kept..window.len());
        }
        changed
    }

    /// Pushes what the character at a place shows; where what stands behind it begins.
    fn take(
        &mut self,
        window: &str,
        Range { start, end }: Range<usize>,
        shown: Shown,
        depth: &mut usize,
    ) -> usize {
        match shown {
            Shown::Itself => {
                self.keep(window, start..end);
                end
            }
            Shown::Entity(shown, width) => {
                self.push(shown, start, start + width, false);
                *depth = depth_behind(*depth, shown);
                start + width
            }
            Shown::Brackets(close, behind) => {
                self.push("(", start, end, true);
                let inside = window.get(end..close).unwrap_or_default();
                self.push(inside, end, close, true);
                self.push(")", close, behind, true);
                behind
            }
            Shown::Nothing(width) => start + width,
            Shown::Hidden => {
                if let (true, Some(last)) = (*depth > 0, self.folded.last_mut()) {
                    *last = true;
                }
                end
            }
            Shown::Space => {
                self.push(" ", start, end, *depth > 0);
                end
            }
            Shown::Folded(shown) => {
                self.push(&shown, start, end, true);
                end
            }
        }
    }

    /// A star before white space counts an item where nothing stands before it; `kept` has not been pushed yet.
    fn is_bullet(&self, window: &str, kept: Range<usize>) -> bool {
        let behind = from(window, kept.end + 1);
        let before = window.get(kept).unwrap_or_default();
        let mut before = self.text.chars().chain(before.chars());
        before.all(is_silent) && behind.starts_with(is_silent)
    }
}

/// What an odd character shows.
enum Shown {
    Itself,
    /// What an entity of such a width stands for.
    Entity(&'static str, usize),
    /// A parenthesis, up to the bracket that closes it, which begins and ends here.
    Brackets(usize, usize),
    /// It is looked through, so many bytes of it.
    Nothing(usize),
    /// A character that takes no room.
    Hidden,
    Space,
    Folded(Cow<'static, str>),
}

/// What the odd character at `at` shows; one that decorates shows itself where it is `kept`, and a tag ends where it may.
fn shown(window: &str, at: usize, c: char, kept: bool, may_be_tag: bool) -> Shown {
    let rest = from(window, at);
    if let Some((shown, width)) = entity(rest) {
        return Shown::Entity(shown, width);
    }
    if c == '<'
        && may_be_tag
        && let Some(width) = tag(rest)
    {
        return Shown::Nothing(width);
    }
    if let Some(width) = other_brackets(rest)
        && let Some(last) = rest
            .get(..width)
            .and_then(|token| token.chars().next_back())
    {
        return Shown::Brackets(at + width - last.len_utf8(), at + width);
    }
    if is_decoration(c) && !kept {
        return Shown::Nothing(c.len_utf8());
    }
    if !c.is_ascii() && is_silent(c) {
        return if c.is_whitespace() {
            Shown::Space
        } else {
            Shown::Hidden
        };
    }
    // An escape is looked through inside a mark as well: `\(S\)`.
    if c == '\\' {
        return Shown::Nothing(1);
    }
    // `© 2005 Ode`: whose a text is.
    if c == '©' && is_year(from(rest, c.len_utf8())) {
        return Shown::Itself;
    }
    folded(c).map_or(Shown::Itself, Shown::Folded)
}

/// Where the next odd character stands from `at` on.
fn next_odd(window: &str, at: usize) -> Option<(usize, char)> {
    let rest = window.as_bytes().get(at..)?;
    let (steps, _) = rest.as_chunks::<STEP>();
    let plain = |step: &&[u8; STEP]| !step.iter().fold(false, |any, b| any | may_be_odd(*b));
    let at = at + STEP * steps.iter().take_while(plain).count();
    let rest = window.as_bytes().get(at..)?;
    let odd = at + rest.iter().position(|b| is_odd(*b))?;
    Some((odd, from(window, odd).chars().next()?))
}

/// The bytes of what is looked through or stands for something else.
const fn is_odd(b: u8) -> bool {
    b >= 0x80
        || matches!(
            b,
            b'*' | b'#'
                | b'"'
                | b'&'
                | b'\''
                | b'<'
                | b'>'
                | b'['
                | b'\\'
                | b'_'
                | b'`'
                | b'{'
                | b'|'
                | b'~'
        )
}

/// The same and what stands between them in the order of the signs, which is looked at in fewer steps.
const fn may_be_odd(b: u8) -> bool {
    (b >= b'{')
        | (b == b'*')
        | (b.wrapping_sub(b'"') <= b'\'' - b'"')
        | (b.wrapping_sub(b'<') <= b'>' - b'<')
        | (b.wrapping_sub(b'[') <= b'`' - b'[')
}

fn window(line: &str) -> &str {
    let mut end = line.len().min(WINDOW);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    line.get(..end).unwrap_or_default()
}

/// How many parentheses stand open behind a part of the text.
fn depth_behind(depth: usize, shown: &str) -> usize {
    shown.bytes().fold(depth, |depth, b| match b {
        b'(' => depth + 1,
        b')' => depth.saturating_sub(1),
        _ => depth,
    })
}

/// What stands around a mark and is none of it: emphasis, headings and quote signs of Markdown and of mail, the bars of a
/// table, quotation marks.
pub(super) const fn is_decoration(c: char) -> bool {
    matches!(
        c,
        '*' | '_'
            | '#'
            | '>'
            | '~'
            | '`'
            | '|'
            | '"'
            | '\''
            | '“'
            | '”'
            | '‘'
            | '’'
            | '«'
            | '»'
            | '„'
    )
}

/// A mark-shaped token in brackets of another kind: its width. `[3]` is the number of a note.
fn other_brackets(text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    if !token::opens(open) || open == '(' {
        return None;
    }
    let token = token::at(text, 0)?;
    let inside = token.inside(text);
    let note = !inside.is_empty() && inside.bytes().all(|b| b.is_ascii_digit());
    (!note && token::could_be_mark(inside)).then_some(token.span.end())
}

/// Whether a text begins with a year of our time.
fn is_year(text: &str) -> bool {
    let word = text.trim_start_matches(is_silent);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && word.starts_with(['1', '2'])
}

/// `(S)he`, `(c) 1999 Ode`: whether a letter in brackets behind a mark or a text belongs to a word or says whose the text is.
pub(super) fn is_of_text(inside: &str, behind: &str) -> bool {
    is_of_word(inside, behind) || (inside == "c" && is_year(behind) && names_owner(behind))
}

/// ` 1999 Ode`, ` 1999-2004 by Ode`: whether the name of an owner stands behind the years, where a sentence would go on in small
/// letters.
fn names_owner(behind: &str) -> bool {
    let name = behind.trim_start_matches(|c: char| {
        is_silent(c) || c.is_ascii_digit() || matches!(c, '-' | '–' | ',')
    });
    name.starts_with(char::is_uppercase) || name.starts_with("by ")
}

/// `(S)he`: whether a letter in brackets is the first of a word.
pub(super) fn is_of_word(inside: &str, behind: &str) -> bool {
    let pronoun = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    matches!(inside, "S" | "s") && behind.strip_prefix("he").is_some_and(pronoun)
}

/// Whether a character opens a token, or stands for one that does.
pub(super) fn opens(c: char) -> bool {
    token::opens(c) || folded(c).is_some_and(|shown| shown.starts_with('('))
}

/// Whether one character stands for a whole mark: `©`, `Ⓢ`.
pub(super) fn folds_to_mark(c: char) -> bool {
    !c.is_ascii() && folded(c).is_some_and(|shown| shown.starts_with('(') && shown.ends_with(')'))
}

/// The letters that a character stands for: those of full width, in circles and in parentheses, and the signs that a word
/// processor makes of `(c)` and `(r)`.
fn folded(c: char) -> Option<Cow<'static, str>> {
    let letter = |base: u32, first: u8| {
        let offset = u8::try_from(u32::from(c).checked_sub(base)?).ok()?;
        Some(char::from(first + offset).to_string())
    };
    Some(match c {
        '©' | 'ⓒ' => "(c)".into(),
        '®' | 'ⓡ' => "(r)".into(),
        '™' => "(tm)".into(),
        '\u{ff01}'..='\u{ff5e}' => letter(0xff01, b'!')?.into(),
        '\u{249c}'..='\u{24b5}' => format!("({})", letter(0x249c, b'a')?).into(),
        '\u{24b6}'..='\u{24cf}' => format!("({})", letter(0x24b6, b'A')?).into(),
        '\u{24d0}'..='\u{24e9}' => format!("({})", letter(0x24d0, b'a')?).into(),
        '\u{1f110}'..='\u{1f129}' => format!("({})", letter(0x1f110, b'A')?).into(),
        '\u{1f130}'..='\u{1f149}' => format!("({})", letter(0x1f130, b'A')?).into(),
        '⁽' | '❨' | '﹙' => "(".into(),
        '⁾' | '❩' | '﹚' => ")".into(),
        '⁄' | '∕' => "/".into(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    /// The same with every character looked at and pushed by itself.
    fn letter_by_letter(window: &str) -> Plain {
        let mut plain = Plain {
            text: String::new(),
            places: Vec::new(),
            folded: Vec::new(),
            end: window.len(),
        };
        let (mut at, mut depth) = (0, 0);
        let last_close = window.rfind('>').unwrap_or_default();
        while let Some(c) = from(window, at).chars().next() {
            let place = at..at + c.len_utf8();
            let bullet = c == '*' && plain.is_bullet(window, at..at);
            let shown = shown(window, at, c, depth > 0 || bullet, at < last_close);
            if matches!(shown, Shown::Itself) {
                let itself = window.get(place.clone()).unwrap_or_default();
                depth = depth_behind(depth, itself);
            }
            at = plain.take(window, place, shown, &mut depth);
        }
        plain
    }

    #[test]
    fn what_shows_itself_is_passed_over_and_nothing_else() {
        let parts: Vec<&str> = "(|)|(S)|[S]|{S|}|<b>|</b>|<|>|&lpar;|&#41;|&nbsp;|&gt;|&|*|* |**|\\|_|`|'|\"|“|¶|é|©|Ⓢ|（|）|\u{200b}|\u{a0}|S|//|1. | |the pier|\t"
            .split('|')
            .collect();
        let mut random = Random::new();
        let mut changed = 0;
        for _ in 0..8192 {
            let line: String = (0..1 + random.below(8))
                .map(|_| random.pick(&parts))
                .collect();
            let plain = letter_by_letter(&line);
            match Plain::of(&line) {
                Some(found) => {
                    changed += 1;
                    assert_eq!(found.text, plain.text, "{line:?}");
                    assert_eq!(found.places, plain.places, "{line:?}");
                    assert_eq!(found.folded, plain.folded, "{line:?}");
                }
                None => assert_eq!(plain.text, line),
            }
        }
        assert!(changed > 2048, "{changed}");
    }
}
