//! Words, as the check of an output counts them. No other floor uses this, and it uses no other floor.

/// The words of a text and where each begins: letters and digits in one case. White space, punctuation and what does not
/// show only divide them, and so do the escapes of JSON and HTML.
pub(super) fn words(text: &str, hyphens: Hyphens) -> impl Iterator<Item = (usize, String)> + '_ {
    let mut rest = Plain { text, at: 0 };
    std::iter::from_fn(move || {
        let (start, first) = rest.find(|(_, c)| c.is_alphanumeric())?;
        let mut word: String = first.to_lowercase().collect();
        loop {
            let mut ahead = rest;
            match ahead.next() {
                Some((_, c)) if c.is_alphanumeric() => word.extend(c.to_lowercase()),
                Some((_, c)) if is_invisible(c) => {}
                Some((_, c)) if is_hyphen(c) && hyphens == Hyphens::Join => {
                    match behind_line_break(ahead) {
                        Some(behind) => ahead = behind,
                        None => return Some((start, word)),
                    }
                }
                Some(_) | None => return Some((start, word)),
            }
            rest = ahead;
        }
    })
}

/// What a hyphen at the end of a line does: it may be the writer's or the typesetter's, and nobody can tell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Hyphens {
    /// It joins the halves of a word: `Nego-`, `tiators`.
    Join,
    /// It divides two words: `well-`, `known`.
    Divide,
}

impl Hyphens {
    pub(super) const BOTH: [Self; 2] = [Self::Join, Self::Divide];
}

/// Where a word goes on behind a hyphen: a line break follows, and a letter behind it.
fn behind_line_break(mut ahead: Plain<'_>) -> Option<Plain<'_>> {
    let mut broken = false;
    loop {
        let here = ahead;
        match ahead.next() {
            Some((_, c)) if c.is_whitespace() => broken |= c == '\n',
            Some((_, c)) if c.is_alphanumeric() && broken => return Some(here),
            Some(_) | None => return None,
        }
    }
}

/// The characters of a text, with what JSON and HTML write for a character that divides words taken for a line break.
#[derive(Clone, Copy)]
struct Plain<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Plain<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = self.text.get(start..)?;
        let c = rest.chars().next()?;
        let width = match c {
            '\\' => rest
                .as_bytes()
                .get(1)
                .filter(|byte| matches!(byte, b'n' | b'r' | b't'))
                .map(|_| 2),
            '&' => entity(rest),
            '<' => ["<br>", "<br/>", "<br />"]
                .into_iter()
                .find(|tag| rest.starts_with(tag))
                .map(str::len),
            _ => None,
        };
        self.at += width.unwrap_or(c.len_utf8());
        Some((start, if width.is_some() { '\n' } else { c }))
    }
}

/// The length of `&amp;`, `&#39;` and the like.
fn entity(rest: &str) -> Option<usize> {
    let name = rest
        .bytes()
        .skip(1)
        .take(8)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    (name >= 2 && rest.as_bytes().get(name + 1) == Some(&b';')).then_some(name + 2)
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}')
}

/// Characters without a width, which divide no word.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        words(text, Hyphens::Join).map(|(_, word)| word).collect()
    }

    #[test]
    fn words_are_the_same_however_they_are_set() {
        let expected = [
            "the",
            "negotiators",
            "don",
            "t",
            "agree",
            "on",
            "4",
            "5",
            "points",
        ];
        for text in [
            "The negotiators don't agree on 4.5 points",
            "THE NEGO-\r\n   TIATORS DON’T AGREE, ON: 4-5 POINTS.",
            "the ne\u{200b}go\u{2011}\ntiators don\\'t agree (on)\t4/5 points",
            r"the nego-\ntiators don't\nagree on 4.5\r\npoints",
            "The negotiators don&#39;t agree<br>on&nbsp;4.5 points",
        ] {
            assert_eq!(of(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_hyphen_divides_unless_the_line_breaks_behind_it() {
        assert_eq!(of("well-known"), ["well", "known"]);
        assert_eq!(of("well -\n known"), ["well", "known"]);
        assert_eq!(of("-- well -"), ["well"]);
        assert_eq!(of("well-"), ["well"]);
        let divided: Vec<_> = words("well-\nknown", Hyphens::Divide)
            .map(|(_, word)| word)
            .collect();
        assert_eq!(divided, ["well", "known"]);
    }

    #[test]
    fn a_word_begins_where_it_says() {
        let places: Vec<usize> = words("(é) b-\nc", Hyphens::Join)
            .map(|(at, _)| at)
            .collect();
        assert_eq!(places, [1, 5]);
    }
}
