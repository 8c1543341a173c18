//! Captions: what limits the distribution of a whole document, beside its level.
//!
//! One table of them. A caption binds whatever else stands on its line (reading rule 7).

use super::chars::{byte, is_silent, trim};
use super::decor::undecorated;
use super::header::LONGEST_CAPTION;
use crate::marking::Caption;

/// What a line in the place of a caption says.
#[derive(Debug)]
pub(super) enum CaptionLine {
    /// Captions that bind, and whether `SENSITIVE` or the like is among them. Both may be empty: `SIPDIS` binds nothing.
    Known {
        captions: Vec<Caption>,
        sensitive: bool,
    },
    /// No known caption; a line that stands where captions stand may be one all the same.
    Unknown,
}

/// What a caption asks of the portions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Binds {
    Nothing,
    /// What is unmarked is Sensitive But Unclassified at least.
    Sensitive,
    Portions(Caption),
}

/// Whether the words of a caption are words of other texts as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// Never: a code word.
    Code,
    /// Not in this order.
    Phrase,
    /// They are; a line that holds them in a heading may say something else.
    Word,
}

/// A row of the table.
#[derive(Debug)]
struct Known {
    words: &'static str,
    binds: Binds,
    used: Use,
}

const fn known(words: &'static str, binds: Binds, used: Use) -> Known {
    Known { words, binds, used }
}

const OTHER: Binds = Binds::Portions(Caption::Other);
const CHANNEL: Binds = Binds::Portions(Caption::Channel);

/// The captions of telegrams (5 FAH-2 H-440; the channels: H-442), the intelligence controls that older papers spell out
/// (CAPCO 2016, superseded markings), and what stands for Sensitive But Unclassified beside a level (STATE 018029).
#[rustfmt::skip]
static CAPTIONS: [Known; 67] = [
    known("NODIS", Binds::Portions(Caption::Nodis), Use::Code),
    known("NO DISTRIBUTION", Binds::Portions(Caption::Nodis), Use::Phrase),
    known("EXDIS", Binds::Portions(Caption::Exdis), Use::Code),
    known("EXCLUSIVE DISTRIBUTION", Binds::Portions(Caption::Exdis), Use::Phrase),
    known("STADIS", Binds::Portions(Caption::Stadis), Use::Code),
    known("NOFORN", Binds::Portions(Caption::Noforn), Use::Code),
    known("NO FOREIGN DISSEM", Binds::Portions(Caption::Noforn), Use::Phrase),
    known("NO FOREIGN DISSEMINATION", Binds::Portions(Caption::Noforn), Use::Phrase),
    known("NOT RELEASABLE TO FOREIGN NATIONALS", Binds::Portions(Caption::Noforn), Use::Phrase),
    known("LIMDIS", OTHER, Use::Code),
    known("CLOSE HOLD", OTHER, Use::Phrase),
    known("CLOSEHOLD", OTHER, Use::Code),
    known("HOLD CLOSELY", OTHER, Use::Phrase),
    known("HANDLE VIA", OTHER, Use::Phrase),
    known("LIMITED DISTRIBUTION", OTHER, Use::Phrase),
    known("TERREP", OTHER, Use::Code),
    known("SPECAT", OTHER, Use::Code),
    known("ORCON", OTHER, Use::Code),
    known("WNINTEL", OTHER, Use::Code),
    known("PROPIN", OTHER, Use::Code),
    known("NOCONTRACT", OTHER, Use::Code),
    known("NOCON", OTHER, Use::Code),
    known("NO CONTRACTOR", OTHER, Use::Phrase),
    known("NO DISSEM ABROAD", OTHER, Use::Phrase),
    known("CONTROLLED DISSEM", OTHER, Use::Phrase),
    known("BACKGROUND USE ONLY", OTHER, Use::Phrase),
    known("DISSEM", OTHER, Use::Word),
    known("ROGER", CHANNEL, Use::Word),
    known("ROGER CHANNEL", CHANNEL, Use::Phrase),
    known("AGREMENT", CHANNEL, Use::Word),
    known("AGRMENT", CHANNEL, Use::Code),
    known("AGREMENT CHANNEL", CHANNEL, Use::Phrase),
    known("AGRMENT CHANNEL", CHANNEL, Use::Phrase),
    known("DIRGEN", CHANNEL, Use::Code),
    known("DIRGEN CHANNEL", CHANNEL, Use::Phrase),
    known("DG CHANNEL", CHANNEL, Use::Phrase),
    known("MED CHANNEL", CHANNEL, Use::Phrase),
    known("TM CHANNEL", CHANNEL, Use::Phrase),
    known("DS CHANNEL", CHANNEL, Use::Phrase),
    known("EYES ONLY CHANNEL", CHANNEL, Use::Phrase),
    known("DISSENT CHANNEL", CHANNEL, Use::Phrase),
    known("CODEL", OTHER, Use::Word),
    known("EYES", OTHER, Use::Word),
    known("EYES ONLY", OTHER, Use::Phrase),
    known("EXCLUSIVE", OTHER, Use::Word),
    known("EXCLUSIVE FOR", OTHER, Use::Phrase),
    known("PERSONAL", OTHER, Use::Word),
    known("OFFICIAL INFORMAL", OTHER, Use::Phrase),
    known("INFORM CONSULS", OTHER, Use::Phrase),
    known("LAW ENFORCEMENT SENSITIVE", OTHER, Use::Phrase),
    known("SENSITIVE", Binds::Sensitive, Use::Word),
    known("SENSITIVE BUT UNCLASSIFIED", Binds::Sensitive, Use::Phrase),
    known("SBU", Binds::Sensitive, Use::Code),
    known("NOT FOR INTERNET", Binds::Sensitive, Use::Phrase),
    known("NOT FOR INTERNET DISTRIBUTION", Binds::Sensitive, Use::Phrase),
    known("EFTO", Binds::Sensitive, Use::Code),
    known("FOUO", Binds::Sensitive, Use::Code),
    known("OUO", Binds::Sensitive, Use::Code),
    known("LOU", Binds::Sensitive, Use::Word),
    known("CUI", Binds::Sensitive, Use::Code),
    known("FOR OFFICIAL USE ONLY", Binds::Sensitive, Use::Phrase),
    known("OFFICIAL USE ONLY", Binds::Sensitive, Use::Phrase),
    known("LIMITED OFFICIAL USE", Binds::Sensitive, Use::Phrase),
    known("LIMITED OFFICIAL USE ONLY", Binds::Sensitive, Use::Phrase),
    known("CONTROLLED UNCLASSIFIED INFORMATION", Binds::Sensitive, Use::Phrase),
    known("SIPDIS", Binds::Nothing, Use::Code),
    known("INFORM ALL STATE EMPLOYEES", Binds::Nothing, Use::Phrase),
];

/// The most words of a caption, and of a line that is looked at.
const WORDS: usize = 5;
const LINE_WORDS: usize = 24;
/// The most parts that the signs of such a line make of it.
const LINE_SIGNS: usize = 120;
/// The most words of the name of a channel, and of a line of a heading that may hold a caption of ordinary words.
const CHANNEL_WORDS: usize = 4;
const HEADING_WORDS: usize = 8;
/// The most words of a line that one ordinary word makes a caption, and of one that ends in `ONLY`.
const FEW_WORDS: usize = 4;
/// The shortest code word that is known with a letter wrong.
const SLIP: usize = 5;

/// Captions of one word.
pub(super) fn word(word: &str) -> Option<Caption> {
    CAPTIONS
        .iter()
        .find(|known| !known.words.contains(' ') && same(word, known.words))
        .and_then(|known| match known.binds {
            Binds::Portions(caption) => Some(caption),
            Binds::Nothing | Binds::Sensitive => None,
        })
}

/// The captions among the words of a text that are no words of anything else.
pub(super) fn codes(text: &str) -> impl Iterator<Item = Caption> {
    text.split(is_separator).filter_map(|part| {
        let known = CAPTIONS
            .iter()
            .find(|known| known.used == Use::Code && same(part, known.words))?;
        match known.binds {
            Binds::Portions(caption) => Some(caption),
            Binds::Nothing | Binds::Sensitive => None,
        }
    })
}

/// The caption at the end of a title, set apart from it: `… (EXDIS)`, `… - NODIS`.
pub(super) fn at_end(title: &str) -> impl Iterator<Item = Caption> {
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

/// What captions say, taken together.
#[derive(Debug, Default)]
pub(super) struct Captions {
    pub(super) captions: Vec<Caption>,
    pub(super) sensitive: bool,
    /// Whether a caption stands there, though it may bind nothing.
    pub(super) any: bool,
    /// Whether nothing else stands there.
    pub(super) alone: bool,
    /// Whether a caption stands there that is no word of another text.
    pub(super) sure: bool,
    /// Whether it is none that is known: `HARBOR GROUP ONLY`.
    pub(super) unknown: bool,
}

impl Captions {
    /// Whether a portion is bound by it.
    pub(super) fn binds(&self) -> bool {
        self.sensitive || !self.captions.is_empty()
    }
}

/// The captions on a line, whatever else stands there. What is no code word counts where it stands in capitals, or
/// where nothing else stands on the line.
pub(super) fn read(text: &str) -> Captions {
    let shown = undecorated(text);
    if shown.len() > LONGEST_CAPTION {
        return Captions::default();
    }
    let words = words(shown);
    let mut found: Vec<(&Known, bool, bool)> = Vec::new();
    let mut alone = true;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let rest = words.get(at..).unwrap_or_default();
        match longest(rest) {
            Some((known, width)) => {
                let capitals = rest.iter().take(width).all(|word| word.capitals);
                let apart = is_set_apart(&words, at, width, alone);
                found.push((known, capitals, apart));
                at += width;
            }
            None => {
                alone &= word.text == "AND";
                at += 1;
            }
        }
    }
    let mut captions = Captions {
        alone: alone && !found.is_empty(),
        ..Captions::default()
    };
    for (known, capitals, apart) in found {
        if !capitals && !captions.alone {
            continue;
        }
        captions.any = true;
        captions.sure |= apart || known.used != Use::Word;
        match known.binds {
            Binds::Nothing => {}
            Binds::Sensitive => captions.sensitive = true,
            Binds::Portions(caption) => captions.captions.push(caption),
        }
    }
    captions
}

/// Whether an ordinary word stands as captions do beside other words: at the beginning, with a sign or the words of an
/// addressee behind it (`SENSITIVE - NOT FOR INTERNET`, `PERSONAL FOR BIRK`), or at the end of `PLEASE TREAT AS SENSITIVE`.
fn is_set_apart(words: &[Word], at: usize, width: usize, first: bool) -> bool {
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let treated = || before.is_some_and(|word| matches!(&*word.text, "AS" | "MARKED"));
    match words.get(at + width) {
        None => treated(),
        Some(next) => {
            first
                && (next.behind_sign
                    || matches!(&*next.text, "FOR" | "FROM" | "NOT" | "PLEASE" | "PASS"))
        }
    }
}

/// Whether a line is a caption wherever in the header of a telegram it stands, whatever stands beside the caption: it holds
/// words that are no words of a text, or a caption and little else.
pub(super) fn is_line(text: &str) -> bool {
    let captions = read(text);
    let few = || {
        let words = words(trim(text));
        captions.sensitive
            && words.len() <= FEW_WORDS
            && words.iter().all(|word| word.capitals)
            && !trim(text).ends_with('.')
    };
    captions.binds() && is_short(text) && (captions.sure || captions.alone || few())
}

/// Whether nothing but captions that bind stands on a line, in capitals.
pub(super) fn is_alone(text: &str) -> bool {
    // The short look comes first: most lines of a text are turned down by it.
    let text = undecorated(text);
    text.len() <= LONGEST_CAPTION && !text.chars().any(|c| c.is_lowercase() && c != 'l') && {
        let captions = read(text);
        captions.alone && captions.binds()
    }
}

/// The captions of a line in a heading: ordinary words count there in a short line in capitals.
pub(super) fn heading(text: &str) -> Option<Captions> {
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
pub(super) fn line(text: &str) -> CaptionLine {
    let shown = trim(text);
    if shown.len() > LONGEST_CAPTION {
        return CaptionLine::Unknown;
    }
    let captions = read(text);
    if captions.any {
        return CaptionLine::Known {
            captions: captions.captions,
            sensitive: captions.sensitive,
        };
    }
    let words = words(shown);
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

/// Whether a line says who alone may see it, with no caption that is known.
pub(super) fn is_for_some(text: &str) -> bool {
    !read(text).any && for_some_only(&words(trim(text)))
}

/// `FOR ODE ONLY`, `US ONLY`: who alone may see it.
fn for_some_only(words: &[Word]) -> bool {
    is(words.last(), "ONLY")
        && words.len() <= HEADING_WORDS
        && words.iter().all(|word| word.capitals)
        && (is(words.first(), "FOR") || (2..=FEW_WORDS).contains(&words.len()))
}

fn is(word: Option<&Word>, wanted: &str) -> bool {
    word.is_some_and(|word| word.text == wanted)
}

/// A word of a line, in capitals, without the signs around it.
struct Word {
    text: String,
    /// Whether it stands in capitals; a small `l` may be the slip of a scanner.
    capitals: bool,
    /// Whether more than white space parts it from the word before.
    behind_sign: bool,
}

impl Word {
    fn new(part: &str, behind_sign: bool) -> Self {
        let lower = part.chars().filter(|c| c.is_lowercase()).count();
        let slips = part.matches('l').count();
        Self {
            text: part.to_uppercase(),
            capitals: lower == 0 || (lower == slips && part.len() > 2 * slips),
            behind_sign,
        }
    }
}

/// The words of a line; letters that stand apart make one: `N O D I S`, `N.O.D.I.S.`
fn words(shown: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut letters = String::new();
    let mut behind_sign = false;
    let parts = shown.split_inclusive(|c: char| !is_of_word(c));
    for part in parts.filter(|part| !part.is_empty()).take(LINE_SIGNS) {
        let sign = part.chars().next_back().filter(|c| !is_of_word(*c));
        let part = part.trim_end_matches(|c: char| !is_of_word(c));
        if !part.is_empty() {
            if words.len() == LINE_WORDS {
                break;
            }
            if part.chars().nth(1).is_none() && part.is_ascii() {
                letters.push_str(part);
            } else {
                push_letters(&mut words, &mut letters);
                words.push(Word::new(part, std::mem::take(&mut behind_sign)));
            }
        }
        behind_sign |= sign.is_some_and(|c| !is_silent(c));
    }
    push_letters(&mut words, &mut letters);
    words
}

/// Whether a character may stand in a word; a scanner reads a letter as some of them.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '|' | '$' | '\'')
}

/// Letter by letter stand one caption or several.
fn push_letters(words: &mut Vec<Word>, letters: &mut String) {
    let upper = std::mem::take(letters).to_uppercase();
    let mut rest = upper.as_str();
    while !rest.is_empty() {
        let end = CAPTIONS
            .iter()
            .map(|known| (known, known.words.split(' ').map(str::len).sum::<usize>()))
            .filter(|(known, len)| {
                let letters = known.words.chars().filter(|c| *c != ' ');
                rest.get(..*len)
                    .is_some_and(|head| letters.eq(head.chars()))
            })
            .map(|(_, len)| len)
            .max()
            .unwrap_or(rest.len());
        let (word, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        words.push(Word {
            text: word.to_owned(),
            capitals: true,
            behind_sign: false,
        });
        rest = behind;
    }
}

/// The longest caption that `words` begin with, and how many of them it takes.
fn longest(words: &[Word]) -> Option<(&'static Known, usize)> {
    CAPTIONS
        .iter()
        .filter_map(|known| Some((known, width(words, known)?)))
        .max_by_key(|(known, width)| (*width, known.words.len()))
}

/// How many of the words a caption takes; several of its own may be spelled as one: `OFFICIALUSEONLY`.
fn width(words: &[Word], known: &Known) -> Option<usize> {
    let first = words.first()?;
    // `NO DIS`, `EX DIS`: a code word that was cut in two.
    if known.used == Use::Code
        && let Some(second) = words.get(1)
        && first.capitals
        && second.capitals
        && first.text.len() + second.text.len() == known.words.len()
        && known.words.starts_with(&first.text)
        && known.words.ends_with(&second.text)
    {
        return Some(2);
    }
    let begins = folded(byte(&first.text, 0)) == folded(byte(known.words, 0));
    if !begins && (known.used != Use::Code || first.text.len() != known.words.len()) {
        return None;
    }
    let parts = known.words.split(' ').take(WORDS);
    let count = known.words.split(' ').count();
    if count > 1 && first.text.len() == known.words.len() - (count - 1) {
        let joined: String = parts.clone().collect();
        if same(&first.text, &joined) {
            return Some(1);
        }
    }
    let all = parts
        .zip(words.iter().map(Some).chain(std::iter::repeat(None)))
        .all(|(part, word)| {
            word.is_some_and(|word| {
                same(&word.text, part)
                    || (known.used == Use::Code && word.capitals && is_slip(&word.text, part))
            })
        });
    all.then_some(count)
}

/// Whether a word is another one but for letters and digits that look alike.
fn same(word: &str, other: &str) -> bool {
    word.len() == other.len()
        && word
            .bytes()
            .zip(other.bytes())
            .all(|(one, other)| folded(one) == folded(other))
}

/// Whether a word is another one but for one letter.
fn is_slip(word: &str, other: &str) -> bool {
    other.len() >= SLIP
        && word.len() == other.len()
        && word
            .bytes()
            .zip(other.bytes())
            .filter(|(one, other)| folded(*one) != folded(*other))
            .count()
            == 1
}

/// One sign for those that a scanner takes for one another.
pub(super) const fn folded(b: u8) -> u8 {
    match b.to_ascii_uppercase() {
        b'0' => b'O',
        b'1' | b'L' | b'|' => b'I',
        b'5' | b'$' => b'S',
        b'8' => b'B',
        other => other,
    }
}

/// Whether a character parts the words of a line.
pub(super) fn is_separator(c: char) -> bool {
    is_silent(c)
        || matches!(
            c,
            '/' | '-'
                | ','
                | ';'
                | ':'
                | '('
                | ')'
                | '['
                | ']'
                | '"'
                | '“'
                | '”'
                | '.'
                | '–'
                | '—'
                | '*'
        )
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
            ("INFORM ALL STATE EMPLOYEES", "[]"),
            ("SENSITIVE/NOT FOR INTERNET DISTRIBUTION", "[] sensitive"),
            ("EYES ONLY FOR THE AMBASSADOR", "[Other]"),
            ("PERSONAL FOR BIRK", "[Other]"),
            ("EXCLUSIVE FOR BIRK FROM ODE", "[Other]"),
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
        ] {
            assert_eq!(heading(text).is_some(), expected, "{text}");
        }
    }
}
