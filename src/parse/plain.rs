//! The beginning of a line as a reader sees it: without emphasis, quote signs, escapes, tags and entities around a mark
//! (reading rule 1), and with letters and brackets of other scripts as the ones they stand for.

use std::borrow::Cow;

use super::chars::{byte, from, is_silent};
use super::lead::{Lead, LeadMark};
use super::{look, token};
use crate::Span;

/// How much of a line is looked at, in bytes.
const WINDOW: usize = 160;
/// The longest tag and the longest entity, in bytes.
const TAG: usize = 48;
const ENTITY: usize = 8;

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
        let bytes = window.as_bytes();
        if !look::any(bytes, may_be_odd) || !bytes.iter().any(|b| is_odd(*b)) {
            return None;
        }
        let mut plain = Self {
            text: String::with_capacity(window.len()),
            places: Vec::with_capacity(window.len()),
            folded: Vec::with_capacity(window.len()),
            end: window.len(),
        };
        plain.read(window);
        (plain.text != window).then_some(plain)
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

    fn read(&mut self, window: &str) {
        let mut at = 0;
        let mut depth = 0_usize;
        // Behind the last bracket that closes one there is no tag.
        let last_close = memchr::memrchr(b'>', window.as_bytes()).unwrap_or_default();
        while let Some(c) = from(window, at).chars().next() {
            let end = at + c.len_utf8();
            let inside = depth > 0;
            if let Some((shown, width)) = entity(from(window, at)) {
                self.push(shown, at, at + width, false);
                depth = depth_behind(depth, shown);
                at += width;
                continue;
            }
            if c == '<'
                && at < last_close
                && let Some(width) = tag(from(window, at))
            {
                at += width;
                continue;
            }
            if let Some(width) = other_brackets(from(window, at)) {
                let body = window
                    .get(end..at + width)
                    .and_then(|rest| rest.chars().next_back().map(|last| (rest, last)));
                if let Some((rest, last)) = body {
                    let close = at + width - last.len_utf8();
                    self.push("(", at, end, true);
                    self.push(
                        rest.get(..rest.len() - last.len_utf8()).unwrap_or_default(),
                        end,
                        close,
                        true,
                    );
                    self.push(")", close, at + width, true);
                    at += width;
                    continue;
                }
            }
            if is_decoration(c) && !inside && !self.is_bullet(window, at, c) {
                at = end;
                continue;
            }
            if !c.is_ascii() && is_silent(c) {
                if c.is_whitespace() {
                    self.push(" ", at, end, inside);
                } else if let (true, Some(last)) = (inside, self.folded.last_mut()) {
                    *last = true;
                }
                at = end;
                continue;
            }
            // An escape is looked through inside a mark as well: `\(S\)`.
            if c == '\\' {
                at = end;
                continue;
            }
            // `© 2005 Ode`: whose a text is.
            let owned = c == '©' && is_year(from(window, end));
            match folded(c).filter(|_| !owned) {
                Some(shown) => self.push(&shown, at, end, true),
                None => self.push(c.encode_utf8(&mut [0; 4]), at, end, false),
            }
            depth = depth_behind(depth, c.encode_utf8(&mut [0; 4]));
            at = end;
        }
    }

    /// A star before white space counts an item where nothing stands before it.
    fn is_bullet(&self, window: &str, at: usize, c: char) -> bool {
        c == '*'
            && self.text.chars().all(is_silent)
            && from(window, at + 1).starts_with(|next: char| is_silent(next))
    }
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

fn depth_behind(depth: usize, shown: &str) -> usize {
    match shown {
        "(" => depth + 1,
        ")" => depth.saturating_sub(1),
        _ => depth,
    }
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

/// A character reference of a web page: what it shows, and its width.
fn entity(text: &str) -> Option<(&'static str, usize)> {
    const NAMED: [(&str, &str); 14] = [
        ("&lpar;", "("),
        ("&rpar;", ")"),
        ("&#40;", "("),
        ("&#41;", ")"),
        ("&#x28;", "("),
        ("&#x29;", ")"),
        ("&#47;", "/"),
        ("&#x2f;", "/"),
        ("&sol;", "/"),
        ("&nbsp;", " "),
        ("&#160;", " "),
        ("&quot;", ""),
        ("&gt;", ""),
        ("&lt;", ""),
    ];
    if byte(text, 0) != b'&' {
        return None;
    }
    let head = text.get(..ENTITY.min(text.len())).unwrap_or(text);
    NAMED.iter().find_map(|(name, shown)| {
        head.get(..name.len())
            .filter(|word| word.eq_ignore_ascii_case(name))
            .map(|_| (*shown, name.len()))
    })
}

/// The width of the tag or the entity that `text` begins with.
pub(super) fn tag_or_entity(text: &str) -> Option<usize> {
    if let Some((shown, width)) = entity(text) {
        return matches!(shown, "" | " ").then_some(width);
    }
    tag(text).filter(|_| text.starts_with('<'))
}

/// The width of a tag of a web page: `<b>`, `</td>`, `<span class="x">`. What reads as a mark in capitals is none.
fn tag(text: &str) -> Option<usize> {
    let close = from(text, 1).bytes().take(TAG).position(|b| b == b'>')?;
    let inside = text.get(1..=close)?;
    let name = inside.trim_start_matches('/');
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && (name.starts_with(|c: char| c.is_ascii_lowercase()) || !token::could_be_mark(inside));
    is_tag.then_some(close + 2)
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
