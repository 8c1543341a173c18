//! Rules, reasons, one verdict a portion.
//!
//! ```
//! use jiff::civil::date;
//! use tearline::marking::Reader;
//! use tearline::policy::{Policy, Verdict};
//!
//! let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
//! let assessment = Policy::default().assess(&cable);
//! for (portion, verdict) in assessment.portions().iter().zip(assessment.verdicts(&Reader::public(), date(2010, 1, 1))) {
//!     if let Verdict::Withhold { bases, .. } = verdict {
//!         assert_eq!(format!("{} {}: {bases}", portion.kind(), portion.number().unwrap()), "paragraph 2: classified");
//!     }
//! }
//! ```
//!
//! # Reading rules
//!
//! Where no rulebook says how a mark or an unmarked block is to be read, these do. Findings, provenances and the record of
//! decisions cite them as `tearline policy reading rule 5`. Of two readings the more protective one counts. Each case of a rule
//! has a name, [`ReadingRule`](crate::document::ReadingRule), which every portion states ([`Portion::rule`]).
//!
//! 1. **Where a mark may stand**: right after a paragraph number or bullet, at the start of a block, right after a field or
//!    block label at the start of a line, at the end of a subject or heading, or, in memoranda that mark behind, at the end
//!    of a paragraph. Emphasis, quote signs, escapes and tags around it do not hide it. What can be nothing but a mark (it
//!    holds `//`, or two letters or more that are a level or a control in capitals) counts wherever it stands, and raises
//!    its block. A single letter does so at the start of a line, behind two spaces, a tab, a bar, a label or the end of a
//!    sentence; elsewhere it is text. At the start of a line behind the end of a sentence, or under a header line, a mark
//!    begins a portion. In the place of a mark a short token of capitals, digits and signs that is neither read nor a known
//!    other thing, half a mark, two marks that disagree, and what is one slip away from a mark withhold their portion from
//!    all but the originator. `(C)` is an item of a list only in a complete run (A), (B), (C), and at the start of a line only
//!    where as a mark it would stand above every level line. A tear line rates what stands between it and the next.
//!    What is not read but stands inside a block where a portion could begin withholds that portion and changes no other.
//! 2. **A heading** is an unmarked block of at most two lines, 25 words and one sentence; any other is running text.
//! 3. **Of the paragraph before it** is unmarked running text between two marked paragraphs that follow each other by number,
//!    an item of the paragraph's enumeration, the list that it announces with a colon, and a block with a full stop that ends
//!    the sentence which the paragraph leaves open (32 CFR 2001.21(c)(3)).
//! 4. **Higher of both**: any other unmarked block between two portions takes the join of the one before and of all below it
//!    down to the next heading that has a portion under it. An unmarked item among marked ones takes the join of them all, and is
//!    a portion itself for what stands beside it. In a paper without numbers that marks in front, running text without a mark
//!    has lost it and takes the overall classification, unless it goes on with a sentence or a list of the block before; so has
//!    an item where another of its list has a mark. A heading over what has lost its mark is rated with it.
//! 5. **Overall**: every other unmarked block, an unmarked subject, and what stands beside a gap in the numbering take the
//!    join of every level line, of `SENSITIVE` beside it and of every mark that the document states, in front of a block or
//!    inside it; a mark that cannot be read leaves it unresolved. Without a level line, TOP SECRET without a date. Header fields
//!    of a known kind are unclassified unless they are marked, as far as their line goes and their content is of their kind.
//!    In a memorandum a field parts what stands before it from what stands behind.
//! 6. **Compilation** (32 CFR 2001.24(g)): where the level line stands above every marked portion, it binds them all
//!    ([`Compilation`]). Unmarked blocks without a number, and marks that cannot be read, do not count against it.
//! 7. **Captions** bind every portion, whatever else stands on their line, unknown ones as well; `NOFORN` binds those above U,
//!    also after their date; `SIPDIS` binds none. So do the labelled lines beside the level, `Caveats:` and the like.
//! 8. **Furniture** (page lines, transmission lines, repeated banners) is never released: it tells length.
//! 9. **What an unmarked block is taken for** depends on the text of another portion only where every outcome is at least as
//!    high as that portion. What another portion gets does not hang on the shape or the length of one that is withheld.
//!
//! # Decisions and rules of one's own
//!
//! Cited as `tearline policy decisions`: what a person decides of a portion ([`Assessment::decided`]). What protects more
//! always applies; what protects less names an authority; what cannot be read is opened by saying its mark, and what is
//! classified by its declassification. Words inside a portion are withheld by quoting them ([`Decision::on_words`]): what is
//! left of it goes out with a sign in their place, on one line and with one blank between words, because where lines broke and
//! columns stood tells how long the words were. Rules of one's own ([`Policy::with_rule`]) raise, and never lower.
//!
//! # Known facts
//!
//! Cited as `tearline policy known facts`: what the caller knows of a document beside its text
//! ([`Known`](crate::document::Known)). It fills what the document does not state and lowers nothing that it states; what
//! cannot be read of it withholds. That an authority has declassified the document is one decision for every portion.
//!
//! # Declassification
//!
//! Cited as `tearline policy declassification`: a line opens something only if it is understood to its last word; a date
//! that the calendar does not have, that does not lie after origin or whose century is open, an order that was not signed yet,
//! and `N/A` in a classified document open nothing ([`crate::declass`]).

mod assess;
mod banner;
mod bind;
mod blocks;
mod choices;
mod days;
mod decided;
mod decision;
mod declassified;
mod entries;
mod exemption;
mod findings;
mod kind;
mod on_words;
mod opened;
mod own;
mod parts;
mod portion;
mod rating;
mod review;
mod rules;
mod ruling;
mod runs;
mod scope;
mod settled;
mod spread;
mod verdict;
mod verdicts;
mod words;

pub use assess::Assessment;
pub use choices::{Compilation, Policy, Unmarked};
pub use days::{Change, Day, Effect, Opening};
#[cfg(feature = "serde")]
pub use decision::DECISIONS_SCHEMA;
pub use decision::{
    Action, ActionError, Decision, DecisionCause, DecisionError, Decisions, Grounds, Quote, Target,
    TargetError,
};
pub use exemption::{Exemption, ExemptionError};
pub use kind::PortionKind;
pub use opened::{Declassification, DeclassifiedBy};
pub use own::{PortionView, Raise};
pub use portion::Portion;
pub use rating::{Provenance, Rating};
#[cfg(feature = "serde")]
pub use review::REVIEW_SCHEMA;
pub use review::{Review, ReviewError, Reviewed, SecondPerson, State, WholeDocument};
pub(crate) use ruling::Ruling;
pub use settled::Settled;
pub use verdict::{Reason, Verdict};
pub(crate) use verdicts::Verdicts;
pub(crate) use words::{ExcisedSpan, Searched};
