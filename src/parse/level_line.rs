//! The level line of a telegram and the banner of a page, in all their spellings.

use super::chars::{byte, end_of_shown, from, is_silent, skip_silent, trim};
use super::{captions, slip};
use crate::marking::{Caption, Label, Level, Marking, SpelledLevel, StatedMark};

/// The longest banner, in bytes, and the most words that can stand behind one on its line.
const LONGEST_BANNER: usize = 240;
const BANNER_WORDS: usize = 12;
/// How many words behind the level are looked at.
const BESIDE: usize = 24;
/// How far a damaged level reaches, in bytes.
const LONGEST_LEVEL: usize = 48;
/// The most words of the name of a post, and the fewest digits of a number behind one that is not in capitals.
const POST_WORDS: usize = 4;
const LONG_NUMBER: usize = 5;

/// What a level line says.
#[derive(Debug)]
pub(super) struct LevelWords<'a> {
    /// The level, with what stands beside it.
    pub(super) label: Label,
    /// `SENSITIVE` or `EFTO` beside the level.
    pub(super) sensitive: bool,
    /// Captions on the same line.
    pub(super) captions: Vec<Caption>,
    /// Whether anything stands behind the level that is none of these.
    pub(super) others: bool,
    /// What the words behind the level make of the line.
    pub(super) form: Form,
    /// What follows: section and message reference number.
    pub(super) rest: &'a str,
    /// Where `rest` starts in the line.
    pub(super) rest_at: usize,
}

/// What a line that begins with a level is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The level with captions, and nothing else: the line over a text, or the banner of a page.
    Alone,
    /// The level of a section of a telegram: `SECTION 02 OF 03`.
    Section,
    /// The level line of a telegram: a post and a number stand behind the level.
    Numbered,
    /// Neither: the level is a word of a text, or something stands beside it that is not known.
    Other,
}

/// Reads a line that begins with a level; `None` where it does not.
pub(super) fn read(line: &str) -> Option<LevelWords<'_>> {
    let start = skip_silent(line, 0);
    if !begins_like_a_level(byte(line, start), byte(line, start + 1)) {
        return owned(line, start);
    }
    let line = without_subject_code(line);
    let spelled = SpelledLevel::at(from(line, start))
        .or_else(|| slipped(line, start))
        .or_else(|| slip::at_head(from(line, start)))?;
    let (base, end) = (spelled.label(), start + spelled.end());
    let controls = skip_silent(line, end);
    if !from(line, controls).starts_with('/') {
        return Some(with_rest(line, start, base, end));
    }
    match subject_code(line, controls) {
        Some(behind) => Some(with_rest(line, start, base, behind)),
        None => Some(with_controls(line, start, end, base)),
    }
}

/// The digits of the subject code of a naval message.
const SUBJECT_DIGITS: usize = 5;

/// `UNCLAS //N01000//`: where the subject code of a naval message ends, which says nothing of the level.
fn subject_code(line: &str, at: usize) -> Option<usize> {
    let code = from(line, at).strip_prefix("//")?;
    let digits = code.strip_prefix('N').unwrap_or(code);
    let (number, rest) = digits.split_once("//")?;
    let counts = number.len() == SUBJECT_DIGITS && number.bytes().all(|b| b.is_ascii_digit());
    (counts && (rest.is_empty() || rest.starts_with(is_silent))).then_some(line.len() - rest.len())
}

/// `S E C R E T NOFORN //N03120//`: what stands before the subject code at the end of a line.
fn without_subject_code(line: &str) -> &str {
    let shown = line.get(..end_of_shown(line)).unwrap_or_default();
    if !shown.ends_with("//") {
        return line;
    }
    match shown.rmatch_indices("//").nth(1) {
        Some((at, _)) if subject_code(shown, at).is_some() => line.get(..at).unwrap_or(line),
        Some(_) | None => line,
    }
}

/// Whether a level may begin with a word: a short look.
pub(super) fn may_begin(word: &str) -> bool {
    // Letters that stand apart are joined already.
    begins_like_a_level(byte(word, 0), byte(word, 1))
}

/// Whether a line may begin with a level: the same look at where it begins.
pub(super) fn may_be(line: &str) -> bool {
    let shown = from(line, skip_silent(line, 0));
    may_begin(shown) || shown.starts_with("//JOINT ")
}

/// The banner of what others own as well, `//JOINT SECRET GBR USA//REL TO USA, GBR`: a whole line.
fn owned(line: &str, start: usize) -> Option<LevelWords<'_>> {
    let text = trim(line);
    if text.len() > LONGEST_BANNER || !text.starts_with("//JOINT ") {
        return None;
    }
    let marking = Marking::parse_banner(text).ok()?;
    let end = start + text.len();
    Some(with_rest(line, start, Label::from(&marking), end))
}

/// A short look: every spelling begins with two of these letters, or with one and a space.
const fn begins_like_a_level(first: u8, second: u8) -> bool {
    matches!(
        (first.to_ascii_uppercase(), second.to_ascii_uppercase()),
        (b'U' | b'N', b'N' | b'A')
            | (b'C' | b'T' | b'F' | b'L', b'O' | b'0')
            | (b'S', b'E' | b'B')
            | (b'L', b'I' | b'1')
            | (b'C', b'U')
            | (b'O', b'F')
            | (b'U' | b'C' | b'S' | b'T' | b'L' | b'F', b' ' | b'\t' | 0xc2)
    )
}

/// A level with digits, or a small letter among capitals, for the letters that look like them: `C0NFIDENT1AL`, `C O N F l D E N T I A L`.
fn slipped(line: &str, start: usize) -> Option<SpelledLevel> {
    let head = from(line, start).as_bytes();
    let head = head.get(..LONGEST_LEVEL).unwrap_or(head);
    let upright = |b: &u8| matches!(b, b'l' | b'|');
    let among_capitals =
        head.iter().any(upright) && head.iter().all(|b| upright(b) || !b.is_ascii_lowercase());
    if !head.is_ascii() || !(among_capitals || head.iter().any(u8::is_ascii_digit)) {
        return None;
    }
    let letters: String = head
        .iter()
        .map(|b| match b {
            b'0' => 'O',
            b'1' => 'I',
            b'l' | b'|' if among_capitals => 'I',
            b'5' => 'S',
            other => char::from(*other),
        })
        .collect();
    SpelledLevel::at(&letters)
        .filter(|level| level.end() < letters.len() || head.len() < LONGEST_LEVEL)
}

/// The level, and what the words from `end` on say beside it.
fn with_rest(line: &str, start: usize, label: Label, end: usize) -> LevelWords<'_> {
    let rest = from(line, end);
    let mut words = LevelWords {
        label,
        sensitive: false,
        captions: Vec::new(),
        others: false,
        form: form(line.get(start..end).unwrap_or_default(), rest),
        rest,
        rest_at: end,
    };
    take_captions(&mut words);
    if words.form == Form::Alone && words.others {
        words.form = Form::Other;
    }
    words
}

/// What the words behind a level make of its line: nothing, captions and the section; or a post and a number, behind which
/// a telegram may say more.
fn form(level: &str, rest: &str) -> Form {
    let mut words = rest
        .split(|c: char| is_silent(c) || captions::is_separator(c))
        .filter(|word| !word.is_empty())
        .take(BESIDE)
        .peekable();
    let mut section = false;
    let mut post: Vec<&str> = Vec::new();
    let mut term = false;
    while let Some(word) = words.next() {
        let upper = word.to_ascii_uppercase();
        // `XGDS-3`, `XGDS (3)`: the category of what is exempt.
        let category = std::mem::replace(&mut term, is_term(&upper)) && word.len() == 1;
        if category && word.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        if post.is_empty() && (upper == "SECTION" || upper == "FINAL") {
            section = true;
            while words
                .next_if(|word| {
                    matches!(&*word.to_ascii_uppercase(), "OF" | "SECTION")
                        || word.bytes().all(|b| b.is_ascii_digit())
                })
                .is_some()
            {
                // `SECTION 01 OF 02` is followed by the post.
            }
        } else if word.bytes().all(|b| b.is_ascii_digit()) {
            return if is_post(level, &post, word) {
                Form::Numbered
            } else {
                Form::Other
            };
        } else if is_caption(&upper) || is_beside(&upper) {
            if !post.is_empty() && word.chars().any(char::is_lowercase) {
                return Form::Other;
            }
        } else if upper.len() > 1 || !word.is_ascii() || !post.is_empty() || words.peek().is_some()
        {
            post.push(word);
        }
        if post.iter().filter(|word| word.len() > 1).count() > POST_WORDS {
            return Form::Other;
        }
    }
    // Single letters are captions letter by letter, which are read beside this.
    if post.iter().all(|word| word.len() == 1) {
        return if section { Form::Section } else { Form::Alone };
    }
    Form::Other
}

/// Words beside a level that are parts of captions.
fn is_beside(word: &str) -> bool {
    matches!(
        word,
        "OFFICIAL" | "USE" | "ONLY" | "FOR" | "LIMITED" | "INFORMAL" | "SIPDIS"
    ) || is_term(word)
}

/// The schedules of E.O. 11652, which stand beside a level and restrict nothing.
fn is_term(word: &str) -> bool {
    matches!(word, "GDS" | "XGDS")
}

/// Whether words and a number are a post and the number of its message: `LA PAZ 2023`. In other letters than capitals
/// only a long number makes them one, and words of a sentence never do.
fn is_post(level: &str, post: &[&str], number: &str) -> bool {
    let letters: Vec<&&str> = post.iter().filter(|word| word.len() == 1).collect();
    let words: Vec<&&str> = post.iter().filter(|word| word.len() > 1).collect();
    // `LIMITED OFFICIAL USE 0526`: the name of the post is lost.
    let named = !words.is_empty() || !letters.is_empty() || number.len() > 2;
    let capitals = !level.chars().any(|c| c.is_lowercase() && c != 'l')
        && !post.iter().any(|word| word.chars().any(char::is_lowercase));
    let sentence = words
        .iter()
        .any(|word| super::prose::is_function_word(word));
    named
        && words.len() <= POST_WORDS
        && !sentence
        && words.iter().all(|word| {
            word.chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '\'' | '’'))
        })
        && (capitals || (number.len() >= LONG_NUMBER && words.len() < POST_WORDS))
}

/// A line that is a level, or a whole banner, and nothing else.
pub(super) fn banner(line: &str) -> Option<Label> {
    let words = read(line)?;
    let shown = trim(words.rest);
    let alone = shown.is_empty() && !words.sensitive && words.captions.is_empty();
    alone.then_some(words.label)
}

/// What stands before `COPY 1 OF 3` or `PAGE 1 OF 2` at the end of a line.
pub(super) fn without_copy(line: &str) -> &str {
    let shown = line.get(..end_of_shown(line)).unwrap_or_default();
    if !shown.ends_with(|c: char| c.is_ascii_digit()) {
        return line;
    }
    let upper = shown.to_ascii_uppercase();
    let Some(at) = ["COPY ", "PAGE "].iter().find_map(|word| upper.rfind(word)) else {
        return line;
    };
    let counts = upper
        .get(at..)
        .unwrap_or_default()
        .split_whitespace()
        .skip(1)
        .all(|word| matches!(word, "OF" | "NO." | "#") || word.bytes().all(|b| b.is_ascii_digit()));
    let apart = shown
        .get(..at)
        .is_some_and(|head| head.ends_with(is_silent) || head.is_empty());
    match shown.get(..at) {
        Some(head) if counts && apart => head,
        Some(_) | None => line,
    }
}

/// `SECRET//NOFORN STATE 1234`, `CONFIDENTIAL/EXDIS STATE 1`: the longest head of the line that is a banner counts, with
/// the captions in it; a line that has none cannot be read.
fn with_controls(line: &str, start: usize, level_end: usize, base: Label) -> LevelWords<'_> {
    let mut end = end_of_shown(before_section(line, level_end));
    for _ in 0..BANNER_WORDS {
        let controls = line.get(level_end..end).unwrap_or_default();
        if end - start <= LONGEST_BANNER
            && let Some((label, found)) = controlled(&base, controls)
        {
            // A plain level says nothing beside the controls that stand with it, and a release list is one of them.
            let label = if base.is_plain() {
                label
            } else {
                label.join(&base)
            };
            let mut words = with_rest(line, start, label, end);
            words.sensitive |= found.sensitive;
            words.captions.extend(found.captions);
            return words;
        }
        match controls.trim_end_matches(is_silent).rfind(is_silent) {
            Some(space) => {
                end = level_end + end_of_shown(controls.get(..space).unwrap_or_default());
            }
            None => break,
        }
    }
    LevelWords {
        label: Label::unresolved(),
        sensitive: false,
        captions: Vec::new(),
        others: true,
        form: Form::Other,
        rest: "",
        rest_at: line.len(),
    }
}

/// The line as far as `SECTION 01 OF 02` in it: no control goes on with that.
fn before_section(line: &str, level_end: usize) -> &str {
    const SECTION: &str = " SECTION ";
    let controls = from(line, level_end);
    let at = controls.match_indices(SECTION).map(|(at, _)| at);
    let mut numbered = at.filter(|at| {
        let number = from(controls, at + SECTION.len());
        let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
        behind.len() < number.len() && behind.starts_with(" OF ")
    });
    match numbered.next() {
        Some(at) => line.get(..level_end + at).unwrap_or(line),
        None => line,
    }
}

/// What `//NOFORN//NODIS` says behind a level: the controls of a banner, and the captions that stand where controls do.
fn controlled(base: &Label, controls: &str) -> Option<(Label, captions::Captions)> {
    let banner = |controls: &str| {
        // The level may be spelled short, as in `UNCLAS//SBU`, which is a portion mark otherwise.
        let level = base.level();
        let spelled = match level {
            Level::Unclassified => "UNCLASSIFIED",
            Level::Confidential => "CONFIDENTIAL",
            Level::Secret => "SECRET",
            Level::TopSecret => "TOP SECRET",
        };
        Marking::parse_banner(&format!("{spelled}{controls}"))
            .map(|marking| Label::from(&marking))
            .or_else(|_| {
                StatedMark::read(&format!("{base}{controls}")).map(|stated| stated.label())
            })
            .ok()
    };
    let mut kept = String::new();
    let mut found = captions::Captions::default();
    let restricts =
        |part: &&str| !is_term(trim(part).trim_end_matches(|c: char| !c.is_alphabetic()));
    for part in controls.split('/').filter(restricts) {
        let caption = captions::read(part);
        let stands_alone = caption.alone
            && (caption.sensitive
                || !caption.binds()
                || caption
                    .captions
                    .iter()
                    .any(|caption| *caption != Caption::Noforn));
        if stands_alone {
            found.sensitive |= caption.sensitive;
            found.captions.extend(caption.captions);
        } else if !trim(part).is_empty() {
            kept.push_str(if kept.is_empty() && !controls.contains("//") {
                "/"
            } else {
                "//"
            });
            kept.push_str(trim(part));
        }
    }
    // A control that is a caption too is a control where the banner can be read with it; three captions bind all the same.
    if let Some(label) = banner(trim(controls)) {
        found.sensitive = false;
        found
            .captions
            .retain(|caption| matches!(caption, Caption::Nodis | Caption::Exdis | Caption::Stadis));
        return Some((label, found));
    }
    // Single strokes part the values of one control and, in older papers, the controls themselves.
    let joined = kept.replacen("//", "/", usize::from(!controls.contains("//")));
    let label = if kept.is_empty() {
        Some(base.clone())
    } else {
        banner(&kept).or_else(|| (joined != kept).then(|| banner(&joined)).flatten())
    };
    Some((label?, found))
}

/// Takes captions off the words behind the level: `SENSITIVE`, `NOFORN`, `E X D I S`, `FOUO`.
fn take_captions(words: &mut LevelWords<'_>) {
    let mut spaced = String::new();
    let mut before = String::new();
    for word in words
        .rest
        .split(|c: char| is_silent(c) || captions::is_separator(c))
        .map(|word| word.trim_matches(['<', '>', '{', '}', '=', '_', '+', '#', '!']))
        .filter(|word| !word.is_empty())
        .take(BESIDE)
    {
        if word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphabetic()) {
            spaced.push_str(word);
        } else {
            take_spaced(words, &mut spaced);
            let upper = word.to_ascii_uppercase();
            take_caption(words, &upper, &before);
            before = upper;
        }
    }
    take_spaced(words, &mut spaced);
}

/// `E F T O`, `N O D I S`: one caption or several, letter by letter.
fn take_spaced(words: &mut LevelWords<'_>, letters: &mut String) {
    let upper = std::mem::take(letters).to_ascii_uppercase();
    let mut rest = upper.as_str();
    while !rest.is_empty() {
        let end = (3..=rest.len())
            .find(|end| rest.get(..*end).is_some_and(is_caption))
            .unwrap_or(rest.len());
        let (word, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        take_caption(words, word, "");
        rest = behind;
    }
}

/// Whether a word beside the level, in capitals, is a caption.
pub(super) fn is_caption(word: &str) -> bool {
    matches!(
        word,
        "SENSITIVE" | "EFTO" | "FOUO" | "OUO" | "SBU" | "LOU" | "LIMITEDOFFICIALUSE"
    ) || captions::word(word).is_some()
        || captions::is_code_word(word)
}

fn take_caption(words: &mut LevelWords<'_>, word: &str, before: &str) {
    match word {
        "SENSITIVE" | "EFTO" => words.sensitive = true,
        "SBU" => words.label.join_assign(&mark_label("SBU")),
        // `UNCLAS LIMITED OFFICIAL USE`
        "LOU" | "LIMITED" | "LIMITEDOFFICIALUSE" => words.label.join_assign(&mark_label("LOU")),
        "FOUO" | "OUO" => words.label.join_assign(&mark_label("U//FOUO")),
        // `UNCLASSIFIED FOR OFFICIAL USE ONLY`
        "USE" if before == "OFFICIAL" => {
            if !words.label.dominates(&mark_label("LOU")) {
                words.label.join_assign(&mark_label("U//FOUO"));
            }
        }
        "INFORMAL" => words.captions.push(Caption::Other),
        word if captions::is_code_word(word) => words.captions.push(Caption::Other),
        "ONLY" if before != "USE" => words.captions.push(Caption::Other),
        "CHANNEL" | "CHANNELS" => words.captions.push(Caption::Channel),
        // `NO DIS`, `LIMIT DISTRIBUTION`: captions of two words.
        "DIS" | "DISTRIBUTION" => match before {
            "NO" => words.captions.push(Caption::Nodis),
            "EX" | "EXCLUSIVE" => words.captions.push(Caption::Exdis),
            "LIM" | "LIMIT" | "LIMITED" | "RESTRICTED" => words.captions.push(Caption::Other),
            _ => words.others = true,
        },
        other => match captions::word(other) {
            Some(caption) => words.captions.push(caption),
            None => {
                let category = is_term(before) && other.bytes().all(|b| b.is_ascii_digit());
                words.others |= !(category
                    || is_term(other)
                    || matches!(other, "FOR" | "OFFICIAL" | "ONLY" | "SIPDIS"));
            }
        },
    }
}

fn mark_label(mark: &str) -> Label {
    StatedMark::read(mark).map_or_else(|_| Label::unresolved(), |stated| stated.label())
}
