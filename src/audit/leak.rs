//! Does anything withheld stand in an output? A second opinion, which can only say no.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use jiff::civil::Date;

use super::words::{Hyphens, words};
use crate::Span;
use crate::document::{Document, Number, Role};
use crate::marking::{Level, Reader};
use crate::policy::{Assessment, Portion, PortionKind, Verdict};

/// So many words in a row that only withheld portions have are a leak: few enough to catch a sentence, enough that ordinary
/// phrases do not raise an alarm.
pub(super) const RUN: usize = 5;

/// Withheld text in an output: which portion, and where in the output; never what it says.
///
/// ```
/// use jiff::civil::date;
/// use tearline::audit::leaks;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (U) One.\n\n2. (S) The lease of the pier ends.\n");
/// let assessment = Policy::default().assess(&cable);
/// let output = "Read this: the lease of the pier ends.";
/// let leak = &leaks(&assessment, &Reader::public(), date(2010, 1, 1), output)[0];
/// assert_eq!((leak.portion(), leak.at()), (2, 11));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leak {
    portion: usize,
    at: usize,
}

/// A run of words, by their numbers.
type Run = [u32; RUN];

/// Looks for withheld text in an output: for any run of five words that stands in a portion withheld from `reader` on
/// the day `as_of`, that no released portion has, and that the output has. One leak a portion, in the order of the
/// document.
///
/// Case, white space, punctuation, hyphens at line ends, and the escapes of JSON and HTML make no difference. The
/// output may be in any format that is text; of a PDF, give the text that a reader extracts from it. The check knows
/// neither the cut nor the writers, and its words are its own. It takes time linear in both texts.
///
/// A portion of fewer than five words is beyond it, and so is a withheld word that stands alone.
///
/// ```
/// use jiff::civil::date;
/// use tearline::audit::leaks;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (U) Open.\n\n2. (S) The bridge was never built at all.\n");
/// let assessment = Policy::default().assess(&cable);
/// let (public, day) = (Reader::public(), date(2010, 1, 1));
/// let release = assessment.release(&public, day);
/// assert_eq!(leaks(&assessment, &public, day, &release.to_text()), []);
///
/// let found = leaks(&assessment, &public, day, "THE BRIDGE WAS\nNEVER BUILT");
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].portion(), 2);
/// ```
#[must_use]
pub fn leaks(assessment: &Assessment<'_>, reader: &Reader, as_of: Date, output: &str) -> Vec<Leak> {
    let document = assessment.document();
    let (released, withheld): (Vec<_>, Vec<_>) = assessment
        .portions()
        .iter()
        .enumerate()
        // Of what an earlier release withheld nothing is there but the words that say so.
        .filter(|(_, portion)| portion.excised().is_none())
        .partition(|(_, portion)| assessment.verdict(portion, reader, as_of).is_release());
    if withheld.is_empty() {
        return Vec::new();
    }

    let mut numbers = Numbers::default();
    let mut open: HashSet<Run> = HashSet::new();
    let mut shut: HashMap<Run, usize> = HashMap::new();
    for hyphens in Hyphens::BOTH {
        // What is released may stand side by side in an output, with numbers, labels and marks or without.
        for part in [Part::Whole, Part::Text] {
            let mut text = Vec::new();
            for (_, portion) in &released {
                numbers.take(&mut text, &portion_text(document, portion, part), hyphens);
            }
            open.extend(runs(&text));
        }
        // A writer puts marks, labels and excisions between them.
        let written = written(assessment, reader, as_of);
        let mut text = Vec::new();
        numbers.take(&mut text, &written, hyphens);
        open.extend(runs(&text));
        for (index, portion) in &withheld {
            let mut text = Vec::new();
            let part = portion_text(document, portion, Part::Text);
            numbers.take(&mut text, &part, hyphens);
            for run in runs(&text) {
                shut.entry(run).or_insert(*index);
            }
        }
    }
    shut.retain(|run, _| !open.contains(run));

    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    for hyphens in Hyphens::BOTH {
        let (places, text): (Vec<usize>, Vec<u32>) = words(output, hyphens)
            .map(|(at, word)| (at, numbers.known(&word)))
            .unzip();
        for (run, at) in runs(&text).zip(places) {
            if let Some(portion) = shut.get(&run) {
                let first = found.entry(*portion).or_insert(at);
                *first = at.min(*first);
            }
        }
    }
    found
        .into_iter()
        .map(|(portion, at)| Leak { portion, at })
        .collect()
}

impl Leak {
    /// The withheld portion, by its index among those of the assessment.
    #[must_use]
    pub const fn portion(self) -> usize {
        self.portion
    }

    /// Where the first run begins in the output, in bytes.
    #[must_use]
    pub const fn at(self) -> usize {
        self.at
    }
}

/// What a release for people says, as this check reads the document: each released portion with its number, its label and
/// its mark, in either order, and by what it was declassified; in the place of each other the reasons.
fn written(assessment: &Assessment<'_>, reader: &Reader, as_of: Date) -> String {
    let document = assessment.document();
    let mut one = String::new();
    let mut other = String::new();
    // The rule of an instruction is the library's own words.
    for level in [Level::Confidential, Level::Secret, Level::TopSecret] {
        let outcome = document.header().schedule().outcome(level);
        one.push_str(&format!("{}\n", outcome.basis()));
    }
    for portion in assessment.portions() {
        let lead = match (portion.kind(), portion.field(), portion.number()) {
            (PortionKind::Subject, _, _) => "SUBJECT".to_owned(),
            (_, Some(field), _) => field.label().to_owned(),
            (_, None, number) => number
                .map(Leading)
                .map_or_else(String::new, |it| it.to_string()),
        };
        match assessment.verdict(portion, reader, as_of) {
            Verdict::Release(label) => {
                let text = portion_text(document, portion, Part::Text);
                one.push_str(&format!("{lead} {label} {text}\n"));
                other.push_str(&format!("{label} {lead} {text}\n"));
                // Who declassified it is no text of the document, whatever stands in one that is withheld.
                if let Some(end) = assessment.declassification(portion, as_of) {
                    let said = format!("Declassified {end}; was {}\n", portion.rating().label());
                    one.push_str(&said);
                    other.push_str(&said);
                }
            }
            Verdict::Withhold { bases, .. } => {
                one.push_str(&format!("{lead} withheld {bases}\n"));
                other.push_str(&format!("{lead} withheld {bases}\n"));
            }
        }
    }
    format!("{one}\n{other}")
}

/// A number as it leads its portion: `4.`, `a.`.
struct Leading(Number);

impl fmt::Display for Leading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write_lead(f)
    }
}

/// What of a portion counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Everything, with number, field label and mark.
    Whole,
    /// The text alone.
    Text,
}

/// The text of a portion, piece by piece of the source; the furniture between the pieces is left out.
fn portion_text(document: &Document<'_>, portion: &Portion, part: Part) -> String {
    let first = portion.blocks().start;
    let blocks = document.blocks().get(portion.blocks()).unwrap_or_default();
    let mut text = String::new();
    for (offset, block) in blocks.iter().enumerate() {
        let within = match part {
            Part::Whole => block.span,
            Part::Text => block.text,
        };
        for piece in document.pieces().iter().skip(block.first_piece) {
            if piece.span().start() >= within.end() {
                break;
            }
            if piece.role() == Role::Block(first + offset) {
                let span = Span::new(
                    piece.span().start().max(within.start()),
                    piece.span().end().min(within.end()),
                );
                text.push_str(document.sealed(span).open());
                text.push('\n');
            }
        }
    }
    text
}

fn runs(words: &[u32]) -> impl Iterator<Item = Run> + '_ {
    words
        .windows(RUN)
        .filter_map(|window| Run::try_from(window).ok())
}

/// A number for each word, so that runs compare exactly and cheaply.
#[derive(Default)]
struct Numbers(HashMap<String, u32>);

impl Numbers {
    /// No word has this number.
    const UNKNOWN: u32 = u32::MAX;

    fn take(&mut self, into: &mut Vec<u32>, text: &str, hyphens: Hyphens) {
        into.extend(words(text, hyphens).map(|(_, word)| self.of(word)));
    }

    fn of(&mut self, word: String) -> u32 {
        // A text of four billion different words does not fit into memory.
        let next = u32::try_from(self.0.len()).unwrap_or(Self::UNKNOWN - 1);
        *self.0.entry(word).or_insert(next)
    }

    fn known(&self, word: &str) -> u32 {
        self.0.get(word).copied().unwrap_or(Self::UNKNOWN)
    }
}
