//! Does anything withheld stand in an output? A second opinion, which can only say no.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

use jiff::civil::Date;

use super::excised::{Excised, leaks_of_words};
use super::filter::Filter;
use super::scan::Numbering;
use super::source::{Part, excised_words, left_text, portion_text, text_and_excised};
use super::suspects::Suspects;
use super::words::{Hyphens, NO_WORD, Run};
use super::written::written;
use crate::marking::Reader;
use crate::policy::{Assessment, Portion, Verdicts};

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

/// Looks for withheld text in an output: for any run of five words that stands in a portion withheld from `reader` on
/// the day `as_of`, that no released portion has, and that the output has. One leak a portion, in the order of the
/// document.
///
/// Case, white space, punctuation, hyphens at line ends, and the escapes of JSON and HTML make no difference. The
/// output may be in any format that is text; of a PDF, give the text that a reader extracts from it. The check knows
/// neither the cut nor the writers, and its words are its own. It takes time linear in both texts.
///
/// Of words that are excised inside a released portion, three words in a row are enough, one of them excised.
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
    let mut check = Check::new(assessment, reader, as_of);
    check.look(output);
    let words = check.words_in(output);
    check.found(words)
}

/// The check of one output, which is looked at as a whole or a part at a time.
pub(super) struct Check<'a, 't> {
    assessment: &'a Assessment<'a>,
    reader: &'a Reader,
    as_of: Date,
    released: Vec<&'a Portion>,
    excised: Vec<Excised>,
    withheld: Vec<(usize, Cow<'a, str>)>,
    numbering: Numbering,
    /// The runs of what is withheld.
    filter: Filter,
    suspects: Suspects<'t>,
    /// How much of the output was looked at, in bytes.
    looked_at: usize,
}

impl<'a, 't> Check<'a, 't> {
    pub(super) fn new(assessment: &'a Assessment<'_>, reader: &'a Reader, as_of: Date) -> Self {
        let mut verdicts = Verdicts::new(assessment, reader, as_of);
        let document = assessment.document();
        let mut released = Vec::new();
        let mut excised = Vec::new();
        let mut withheld = Vec::new();
        for (index, portion) in assessment.portions().iter().enumerate() {
            // Of what an earlier release withheld nothing is there but the words that say so.
            if portion.excised().is_some() {
                continue;
            }
            if verdicts.of(portion).is_release() {
                let words = excised_words(portion, reader);
                if !words.is_empty() {
                    let (text, gone) = text_and_excised(document, portion, Part::Text, &words);
                    withheld.push((index, Cow::Owned(text.clone())));
                    excised.push(Excised {
                        portion: index,
                        text,
                        gone,
                    });
                }
                released.push(portion);
            } else {
                let text = portion_text(document, portion, Part::Text);
                withheld.push((index, text));
            }
        }
        let numbering = Numbering::new();
        let mut filter = Filter::for_text(withheld.iter().map(|(_, text)| text.len()).sum());
        for (_, text) in &withheld {
            numbering.runs_of_both(text, |_, _, number| {
                filter.insert(number);
                ControlFlow::Continue(())
            });
        }
        Self {
            assessment,
            reader,
            as_of,
            released,
            excised,
            withheld,
            numbering,
            filter,
            suspects: Suspects::new(numbering),
            looked_at: 0,
        }
    }

    /// Whether words are excised in what is released: they are looked for in the output as a whole.
    pub(super) const fn has_excised(&self) -> bool {
        !self.excised.is_empty()
    }

    /// Whether anything is withheld that an output may hold.
    pub(super) const fn has_withheld(&self) -> bool {
        !self.withheld.is_empty()
    }

    /// Suspects what of the output may be withheld. Of a correct release hardly a run is taken for a withheld one, and nothing more
    /// is looked at.
    fn look(&mut self, output: &'t str) {
        if !self.has_withheld() {
            return;
        }
        self.looked_at += output.len();
        let (filter, suspects) = (&self.filter, &mut self.suspects);
        self.numbering.runs_of_both(output, |hyphens, at, number| {
            if filter.may_have(number) {
                let text = output;
                suspects.add(number, Run { text, at, hyphens });
            }
            ControlFlow::Continue(())
        });
    }

    /// The same of a part of the output, which begins at `start`. Where the last run of words begins in it; nowhere where it holds
    /// none.
    pub(super) fn look_at_part(&mut self, part: &str, start: usize) -> Option<usize> {
        self.looked_at += part.len();
        let (filter, suspects) = (&self.filter, &mut self.suspects);
        let mut last = [None; 2];
        self.numbering.runs_of_both(part, |hyphens, at, number| {
            let [joined, divided] = &mut last;
            match hyphens {
                Hyphens::Join => *joined = Some(at),
                Hyphens::Divide => *divided = Some(at),
            }
            if filter.may_have(number) {
                let text = part;
                suspects.add_of_part(number, Run { text, at, hyphens }, start);
            }
            ControlFlow::Continue(())
        });
        last.into_iter().flatten().min()
    }

    /// The portions of which excised words stand in the output, each with the first place there.
    fn words_in(&self, output: &str) -> BTreeMap<usize, usize> {
        let mut leaked = BTreeMap::new();
        if self.has_excised() {
            let open = [
                self.side_by_side(Part::Text),
                self.side_by_side(Part::Whole),
                written(self.assessment, self.reader, self.as_of)
                    .collect::<Vec<_>>()
                    .join("\n"),
            ];
            for (portion, at) in leaks_of_words(&self.excised, &open, output) {
                leaked.entry(portion).or_insert(at);
            }
        }
        leaked
    }

    /// What stands in all that was looked at, with the excised words that do.
    pub(super) fn found(self, words: BTreeMap<usize, usize>) -> Vec<Leak> {
        let mut leaked = words;
        let mut suspects = self.suspects;
        if suspects.is_empty() {
            return as_leaks(leaked);
        }
        let open = |part| {
            let document = self.assessment.document();
            let released = self.released.iter();
            released.map(move |portion| {
                left_text(
                    document,
                    portion,
                    part,
                    &excised_words(portion, self.reader),
                )
            })
        };
        suspects.clear_at_sight(open(Part::Text));
        // What no withheld portion has goes, and what a released one has. The shorter text is looked at first: in a correct
        // release the first of them leaves nothing to the other. What is released may stand side by side in an output, with
        // numbers, labels and marks or without.
        let withheld: usize = self.withheld.iter().map(|(_, text)| text.len()).sum();
        let kept_first = withheld <= self.looked_at;
        if kept_first {
            suspects.keep_accused(&self.withheld);
        }
        suspects.clear_side_by_side(open(Part::Text));
        if !kept_first {
            suspects.keep_accused(&self.withheld);
        }
        suspects.clear_side_by_side(open(Part::Whole));
        // A writer puts marks, labels and excisions between them.
        suspects.clear_lines(written(self.assessment, self.reader, self.as_of));
        for (portion, at) in suspects.found() {
            let first = leaked.entry(portion).or_insert(at);
            *first = at.min(*first);
        }
        as_leaks(leaked)
    }

    /// The released portions one after the other; no word goes on from one to the next.
    fn side_by_side(&self, part: Part) -> String {
        let mut all = String::new();
        for portion in &self.released {
            let words = excised_words(portion, self.reader);
            all.push_str(&left_text(
                self.assessment.document(),
                portion,
                part,
                &words,
            ));
            all.push(NO_WORD);
        }
        all
    }
}

fn as_leaks(leaked: BTreeMap<usize, usize>) -> Vec<Leak> {
    let leaked = leaked.into_iter();
    leaked.map(|(portion, at)| Leak { portion, at }).collect()
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
