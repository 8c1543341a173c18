//! Lines that stand where captions do.

use super::super::chars::trim;
use super::super::decor::undecorated;
use super::read::{Captions, LONGEST, alone, among, codes, read};
use super::table::may_begin;
use super::words::{Word, is_of_word, may_hold, words};
use crate::marking::Caption;

/// What a line in the place of a caption says.
#[derive(Debug)]
pub(in crate::parse) enum CaptionLine {
    /// Captions that bind, and whether `SENSITIVE` or the like is among them. Both may be empty: `SIPDIS` binds nothing.
    Known {
        captions: Vec<Caption>,
        sensitive: bool,
    },
    /// No known caption; a line that stands where captions stand may be one all the same.
    Unknown,
}

/// The most words of the name of a channel, and of a line of a heading that may hold a caption of ordinary words.
const CHANNEL_WORDS: usize = 4;

const HEADING_WORDS: usize = 8;

/// The most words of a line that one ordinary word makes a caption, and of one that ends in `ONLY`.
const FEW_WORDS: usize = 4;

/// Whether a line is a caption wherever in the header of a telegram it stands, whatever stands beside the caption: it holds
/// words that are no words of a text, or a caption and little else.
pub(in crate::parse) fn is_line(text: &str) -> bool {
    let text = undecorated(text);
    if text.len() > LONGEST || !may_hold(text) {
        return false;
    }
    let words = words(text);
    if words.len() > HEADING_WORDS {
        return false;
    }
    let captions = among(&words);
    let few = || {
        captions.sensitive
            && words.len() <= FEW_WORDS
            && words.iter().all(|word| word.capitals)
            && !trim(text).ends_with('.')
    };
    captions.binds() && (captions.sure || captions.alone || few())
}

/// The longest name of a desk, in letters.
const DESK: usize = 4;

/// The longest line of captions with nothing else on it, in bytes.
const ALONE: usize = 80;

/// Whether nothing but captions that bind stands on a line, in capitals.
pub(in crate::parse) fn is_alone(text: &str) -> bool {
    // The short look comes first: most lines of a text are turned down by it.
    let text = undecorated(text);
    text.len() <= ALONE
        && may_be_alone(text)
        && !text.chars().any(|c| c.is_lowercase() && c != 'l')
        && alone(&words(text)).is_some_and(|found| found.binds())
}

/// A look at the first word; letters that stand apart are looked at in full.
fn may_be_alone(text: &str) -> bool {
    let mut parts = text
        .split(|c: char| !is_of_word(c))
        .filter(|part| !part.is_empty());
    let letter = |part: &str| part.len() == 1 && part.bytes().all(|b| !b.is_ascii_digit());
    parts.next().is_some_and(|first| match first.len() {
        1 => letter(first) && parts.next().is_some_and(letter),
        _ => may_begin(first),
    })
}

/// The captions of a line in a heading: ordinary words count there in a short line in capitals.
pub(in crate::parse) fn heading(text: &str) -> Option<Captions> {
    let text = undecorated(text);
    let mut captions = read(text);
    let capitals = !text.chars().any(|c| c.is_lowercase() && c != 'l');
    if !captions.any && capitals && for_some_only(&words(trim(text))) {
        captions.captions.push(Caption::Other);
        (captions.any, captions.sure, captions.unknown) = (true, true, true);
    }
    (captions.any && is_short(text) && (captions.alone || captions.sure || capitals))
        .then_some(captions)
}

/// Whether a line has no more words than one of captions.
fn is_short(text: &str) -> bool {
    words(trim(text)).len() <= HEADING_WORDS
}

/// Reads a line of captions in the header of a telegram.
pub(in crate::parse) fn line(text: &str) -> CaptionLine {
    let shown = trim(text);
    if shown.len() > LONGEST {
        return CaptionLine::Unknown;
    }
    let captions = read(text);
    let words = words(shown);
    if captions.any && (captions.binds() || !is_beside_a_word(&words)) {
        return CaptionLine::Known {
            captions: captions.captions,
            sensitive: captions.sensitive,
        };
    }
    let channel = is(words.last(), "CHANNEL")
        && (2..=CHANNEL_WORDS).contains(&words.len())
        && words.iter().all(|word| word.capitals);
    if channel || (is(words.first(), "FOR") && for_some_only(&words)) {
        return CaptionLine::Known {
            captions: vec![if channel {
                Caption::Channel
            } else {
                Caption::Other
            }],
            sensitive: false,
        };
    }
    CaptionLine::Unknown
}

/// `SIPDIS CHEROKEE`: one word beside a caption that binds nothing, too long for the name of a desk.
fn is_beside_a_word(words: &[Word<'_>]) -> bool {
    let [_, word] = words else {
        return false;
    };
    word.capitals && word.text.len() > DESK && alone(std::slice::from_ref(word)).is_none()
}

/// Whether a line says who alone may see it, with no caption that is known.
pub(in crate::parse) fn is_for_some(text: &str) -> bool {
    !read(text).any && for_some_only(&words(trim(text)))
}

/// `FOR ODE ONLY`, `US ONLY`: who alone may see it; `ALDER MARINE PROPRIETARY`: whose it is.
fn for_some_only(words: &[Word<'_>]) -> bool {
    (is(words.last(), "ONLY") || is(words.last(), "PROPRIETARY"))
        && words.len() <= HEADING_WORDS
        && words.iter().all(|word| word.capitals)
        && (is(words.first(), "FOR") || (2..=FEW_WORDS).contains(&words.len()))
}

fn is(word: Option<&Word<'_>>, wanted: &str) -> bool {
    word.is_some_and(|word| word.text == wanted)
}

/// The caption at the end of a title, set apart from it: `… (EXDIS)`, `… - NODIS`.
pub(in crate::parse) fn at_end(title: &str) -> impl Iterator<Item = Caption> {
    let shown = trim(title);
    let tail = match shown.strip_suffix([')', ']']) {
        Some(inside) => inside.rsplit(['(', '[']).next(),
        None => ["- ", "– ", "— ", "/"]
            .iter()
            .find_map(|sign| shown.rsplit_once(sign))
            .map(|(_, tail)| tail),
    };
    let tail = tail.filter(|tail| tail.len() < shown.len() && read(tail).alone);
    codes(tail.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a line binds, in short.
    fn bound(text: &str) -> String {
        match line(text) {
            CaptionLine::Unknown => "unknown".to_owned(),
            CaptionLine::Known {
                captions,
                sensitive,
            } => format!("{captions:?}{}", if sensitive { " sensitive" } else { "" }),
        }
    }

    #[test]
    fn a_caption_binds_whatever_else_stands_on_its_line() {
        for (text, expected) in [
            ("EXDIS", "[Exdis]"),
            ("EXDIS.", "[Exdis]"),
            ("(EXDIS)", "[Exdis]"),
            ("\"NODIS\"", "[Nodis]"),
            ("“NODIS”", "[Nodis]"),
            ("N O D I S", "[Nodis]"),
            ("NO DIS", "[Nodis]"),
            ("EX DIS", "[Exdis]"),
            ("N O D I S E X D I S", "[Nodis, Exdis]"),
            ("S.T.A.D.I.S.", "[Stadis]"),
            ("EXDlS", "[Exdis]"),
            ("N0DIS", "[Nodis]"),
            ("EXOIS", "[Exdis]"),
            ("EXDIS FOR AMBASSADOR", "[Exdis]"),
            ("PLEASE TREAT AS NODIS", "[Nodis]"),
            ("Please treat as NODIS", "[Nodis]"),
            ("STADIS//EXDIS", "[Stadis, Exdis]"),
            ("SENSITIVE - NOT FOR INTERNET", "[] sensitive"),
            ("SENSITIVE FOR EUR", "[] sensitive"),
            ("Sensitive", "[] sensitive"),
            ("OFFICIAL USE ONLY", "[] sensitive"),
            ("FOR OFFICIAL USE ONLY", "[] sensitive"),
            ("SIPDIS NODIS", "[Nodis]"),
            ("SIPDIS", "[]"),
            ("SIPDIS CHEROKEE", "unknown"),
            ("SIPDIS EUR", "[]"),
            ("SIPDIS FOR EUR FROM ODE", "[]"),
            ("INFORM ALL STATE EMPLOYEES", "[]"),
            ("SENSITIVE/NOT FOR INTERNET DISTRIBUTION", "[] sensitive"),
            ("EYES ONLY FOR THE AMBASSADOR", "[Other]"),
            ("PERSONAL FOR BIRK", "[Other]"),
            ("EXCLUSIVE FOR BIRK FROM ODE", "[Other]"),
            ("DEPARTMENT FOR ODE EXCLUSIVELY", "[Other]"),
            ("FOR ODE ONLY", "[Other]"),
            ("ROGER CHANNEL", "[Channel]"),
            ("ALDER CHANNEL", "[Channel]"),
            ("PASS TO ALDER", "unknown"),
            ("The tower is sensitive to wind", "unknown"),
            ("They met with exclusive guests", "unknown"),
            ("ZULU GROUP", "unknown"),
            ("", "unknown"),
        ] {
            assert_eq!(bound(text), expected, "{text}");
        }
    }

    #[test]
    fn an_ordinary_word_makes_a_caption_where_it_is_set_apart() {
        for (text, expected) in [
            ("SENSITIVE FOR EUR", true),
            ("SENSITIVE - NOT FOR INTERNET", true),
            ("SENSITIVE, PLEASE PASS ODE", true),
            ("PLEASE TREAT AS SENSITIVE", true),
            ("SENSITIVE HANDLING REQUESTED", true),
            ("PERSONAL FOR BIRK", true),
            ("EXCLUSIVE ECONOMIC ZONE", false),
            ("CODEL ALDER IN KARSHAVN", false),
            ("THE TOWER IS SENSITIVE TO WIND", false),
            ("Sensitive to wind", false),
        ] {
            assert_eq!(is_line(text), expected, "{text}");
        }
    }

    #[test]
    fn a_heading_of_a_memorandum_that_speaks_of_a_channel_is_no_caption() {
        for (text, expected) in [
            ("Dredging of the channel", false),
            ("DREDGING OF THE CHANNEL", false),
            ("The most sensitive of the piers", false),
            ("NODIS", true),
            ("Eyes Only", true),
            ("SENSITIVE - NOT FOR INTERNET", true),
            ("ROGER CHANNEL", true),
            ("FOR ODE AND BIRK ONLY", true),
            ("For the record only", false),
            ("ALDER MARINE PROPRIETARY", true),
            ("Alder Marine proprietary", false),
        ] {
            assert_eq!(heading(text).is_some(), expected, "{text}");
        }
    }
}
