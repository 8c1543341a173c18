//! The check against one that takes the promise word for word: every five words of everything, as words.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tearline::Span;
use tearline::audit::leaks;
use tearline::document::Role;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Policy, Portion};

use super::reader;

/// So many words in a row that only withheld portions have are a leak.
const RUN: usize = 5;

/// The words of a text and where each begins; with `joins`, a hyphen at the end of a line joins the halves of a word.
fn words(text: &str, joins: bool) -> Vec<(usize, String)> {
    let chars = plain(text);
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut inside = false;
    let mut index = 0;
    while let Some((at, c)) = chars.get(index).copied() {
        index += 1;
        if c.is_alphanumeric() {
            if !inside {
                words.push((at, String::new()));
            }
            inside = true;
            words.last_mut().unwrap().1.extend(c.to_lowercase());
        } else if matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\0')
        {
            // It shows nothing.
        } else if inside && joins && matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}') {
            let blank = chars[index..].iter().take_while(|(_, c)| c.is_whitespace());
            let (count, breaks) = blank.fold((0, false), |(count, breaks), (_, c)| {
                (count + 1, breaks || *c == '\n')
            });
            let next = chars.get(index + count).map(|(_, c)| *c);
            if breaks && next.is_some_and(char::is_alphanumeric) {
                index += count;
            } else {
                inside = false;
            }
        } else {
            inside = false;
        }
    }
    words
}

/// The characters of a text, with a line break for each escape of JSON and HTML.
fn plain(text: &str) -> Vec<(usize, char)> {
    let escape = regex::Regex::new(r"^(\\[nrt]|&[A-Za-z0-9#]{2,8};|<br ?/>|<br>)").unwrap();
    let mut chars = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match escape.find(&text[at..]) {
            Some(found) => {
                chars.push((at, '\n'));
                at += found.len();
            }
            None => {
                chars.push((at, c));
                at += c.len_utf8();
            }
        }
    }
    chars
}

/// What of a portion stands within its blocks' spans, or within their texts.
fn portion_text(
    source: &str,
    assessment: &Assessment<'_>,
    portion: &Portion,
    whole: bool,
) -> String {
    let document = assessment.document();
    let mut text = String::new();
    for index in portion.blocks() {
        let block = &document.blocks()[index];
        let within = if whole {
            block.span()
        } else {
            block.text_span()
        };
        for piece in document.pieces() {
            let span = Span::new(
                piece.span().start().max(within.start()),
                piece.span().end().min(within.end()),
            );
            if piece.role() == Role::Block(index) && !span.is_empty() {
                text.push_str(&source[span.range()]);
                text.push('\n');
            }
        }
    }
    text
}

type Words = Vec<String>;

fn runs(words: &[(usize, String)]) -> impl Iterator<Item = (Words, usize)> {
    words
        .windows(RUN)
        .map(|run| (run.iter().map(|(_, word)| word.clone()).collect(), run[0].0))
}

/// What [`leaks`] is to find: portion and place. What only a writer's own words would clear is left to `also_open`.
fn expected(
    source: &str,
    assessment: &Assessment<'_>,
    reader: &Reader,
    as_of: Date,
    output: &str,
) -> BTreeMap<usize, usize> {
    let mut open: HashSet<Words> = HashSet::new();
    let mut shut: HashMap<Words, usize> = HashMap::new();
    for joins in [true, false] {
        for whole in [true, false] {
            let mut side_by_side = Vec::new();
            for portion in assessment.portions() {
                if assessment.verdict(portion, reader, as_of).is_release() {
                    side_by_side.extend(words(
                        &portion_text(source, assessment, portion, whole),
                        joins,
                    ));
                }
            }
            open.extend(runs(&side_by_side).map(|(run, _)| run));
        }
        for (index, portion) in assessment.portions().iter().enumerate() {
            if !assessment.verdict(portion, reader, as_of).is_release()
                && portion.excised().is_none()
            {
                for (run, _) in runs(&words(
                    &portion_text(source, assessment, portion, false),
                    joins,
                )) {
                    shut.entry(run).or_insert(index);
                }
            }
        }
    }
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    for joins in [true, false] {
        for (run, at) in runs(&words(output, joins)) {
            if let Some(portion) = shut.get(&run).filter(|_| !open.contains(&run)) {
                let first = found.entry(*portion).or_insert(at);
                *first = at.min(*first);
            }
        }
    }
    found
}

/// Words of which no mark, number or reason consists, so that a writer writes none of them; few, so that texts share many runs.
fn text() -> impl Strategy<Value = String> {
    const WORDS: [&str; 12] = [
        "alpha",
        "Alpha",
        "bravo",
        "été",
        "İzmir",
        "x\u{200b}y",
        "xy",
        "win",
        "ter",
        "winter",
        "a1",
        "straße",
    ];
    const GAPS: [&str; 16] = [
        " ",
        " ",
        " ",
        " ",
        "\n",
        "-\n",
        " -\n",
        "-",
        ", ",
        "\u{ad}\n  ",
        "\u{2010}\r\n",
        "\\n",
        "&nbsp;",
        "<br>",
        "’",
        "\\",
    ];
    prop::collection::vec((0..WORDS.len(), 0..GAPS.len()), 1..24).prop_map(|parts| {
        let parts = parts.into_iter();
        parts
            .map(|(word, gap)| [WORDS[word], GAPS[gap]].concat())
            .collect()
    })
}

fn found(
    assessment: &Assessment<'_>,
    reader: &Reader,
    as_of: Date,
    output: &str,
) -> BTreeMap<usize, usize> {
    let found = leaks(assessment, reader, as_of, output).into_iter();
    found.map(|leak| (leak.portion(), leak.at())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// The same portions at the same places, whatever is said, withheld and shown.
    #[test]
    fn the_check_finds_what_a_plain_one_finds(
        marks in prop::collection::vec((0..4_usize, text()), 1..6),
        output in prop::collection::vec(text(), 1..5),
        planted in any::<prop::sample::Index>(),
        cut in (0..60_usize, 0..60_usize),
    ) {
        const MARKS: [&str; 4] = ["U", "SBU", "C", "S//NF"];
        let mut source = "SECRET ZENDA 12\n\nSUBJECT: (U) HARBOR\n\n".to_owned();
        for (number, (mark, text)) in marks.iter().enumerate() {
            source += &format!("{}. ({}) Zulu {text}\n\n", number + 1, MARKS[*mark]);
        }
        let (_, part) = &marks[planted.index(marks.len())];
        let part: String = part.chars().skip(cut.0).take(cut.1).collect();
        let output = output.join("\n") + "\n" + &part;
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        let day = date(2010, 1, 1);
        for rung in ["U", "SBU", "C"] {
            let reader = reader(rung);
            for output in [&output, &source] {
                let plain = expected(&source, &assessment, &reader, day, output);
                let fast = found(&assessment, &reader, day, output);
                // What a writer writes around a text clears some runs of the source itself, and nothing else.
                if output == &source {
                    prop_assert!(fast.keys().all(|portion| plain.contains_key(portion)));
                } else {
                    prop_assert_eq!(fast, plain, "for {}: {:?} in {:?}", rung, source, output);
                }
            }
        }
    }
}

/// A run of each kind in one text: found at its place, and nothing else is.
#[test]
fn the_plain_check_is_right_itself() {
    let words = |text: &str, joins| -> Vec<String> {
        words(text, joins)
            .into_iter()
            .map(|(_, word)| word)
            .collect()
    };
    assert_eq!(
        words("Win-\nter &amp; Été\\nx\u{200b}y", true),
        ["winter", "été", "xy"]
    );
    assert_eq!(
        words("Win-\nter well-known", false),
        ["win", "ter", "well", "known"]
    );
}
