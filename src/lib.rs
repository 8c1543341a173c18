//! Classification-aware redaction: from a portion-marked document, a reader and a date to a release in which nothing
//! withheld exists.
//!
//! A document, a State Department cable or a portion-marked memorandum, carries a mark on every paragraph, `(U)`,
//! `(SBU)`, `(C)`, `(S//NF)`, and a declassification instruction, `E.O. 12958: DECL: 09/29/2018`. The policy engine gives
//! every portion a verdict with its reasons; the release is written anew from the released portions alone.
//!
//! ```
//! use jiff::civil::date;
//! use tearline::marking::Reader;
//! use tearline::policy::Policy;
//!
//! let source = "\
//! C O N F I D E N T I A L PORT VESTA 000212
//!
//! E.O. 12958: DECL: 03/14/2016
//! SUBJECT: (U) HARBOR TALKS
//!
//! 1. (U) The talks resume in April.
//!
//! 2. (C) The lease of the fuel pier will not be renewed.
//! ";
//! let cable = tearline::parse(source);
//! for finding in cable.findings() {
//!     eprintln!("{finding}"); // codes and places, never text
//! }
//! let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
//! assert!(release.to_text().contains("The talks resume in April."));
//! assert!(!release.to_text().contains("fuel pier"));
//! ```
//!
//! The [`guide`] says which call does which job, and has every reading rule with an example.
//!
//! # The floors
//!
//! Data flows down this list once, and a module names only modules above it in the list.
//!
//! | module | what it holds |
//! |---|---|
//! | [`marking`] | the vocabulary: levels, controls, the grammar of portion marks and banner lines, dominance, roll-up |
//! | [`declass`] | declassification instructions of every era, and what stands on a given day |
//! | [`document`] | the model: document, header, blocks, the text type that does not show itself |
//! | [`parse`] | source text → document; total, and it borrows from the source |
//! | [`policy`] | rules, reasons, decisions by persons, one verdict a portion |
//! | [`release`] | the cut: a value in which withheld text is absent, not hidden; marks and banner of what is left |
//! | [`render`] | text, Markdown, web page, JSON, PDF: they see a release and nothing below it |
//! | [`audit`] | the record of decisions, and an independent check that no withheld text survives in an output |
//!
//! # What is promised
//!
//! 1. **Noninterference.** Two documents that agree on what a reader may see on a day, and on the declared structure,
//!    render to the same bytes. Nothing else of a withheld portion reaches an output: no text, no length, no line count.
//! 2. **Declared structure** is the sequence of portions with their kinds, numbers and marks. By default a release shows of
//!    it that something stands in this place, its kind and number, and a coarse reason.
//! 3. **Fail closed.** What is missing, damaged, unknown or contradictory withholds. Of two readings the more protective
//!    one counts. Nothing panics, and no byte of the input is lost.
//! 4. **The date opens levels, not sensitivities.** A date that has come lowers `C`, `S` and `TS`; SBU, captions and
//!    dissemination controls stay. Due for review is not declassified.
//! 5. **Every verdict has a reason**, with its place in the rulebook, in a stable order. Where no rulebook speaks, the reason
//!    cites a [reading rule](policy#reading-rules) or a number of this list.
//! 6. **Determinism.** Same input, same bytes. The library has no clock, no input or output of its own, no `unsafe`.
//! 7. **Laws.** More clearance or a later date never shows less; the release of a release is that release; the banner is the
//!    roll-up of what a release holds; the originator gets the source back byte for byte.
//!
//! # What may grow
//!
//! An enum that a new rule, era or format can widen is `#[non_exhaustive]`, and so is every error, and every struct whose fields
//! are public. Two kinds are not, and a version that widens one of them is a new one to whoever uses it:
//!
//! - what a caller has to answer in full: [`policy::Verdict`], [`audit::RecordedVerdict`], [`policy::Opening`],
//!   [`policy::Effect`], [`policy::PortionKind`], [`declass::Outcome`], [`marking::Access`], [`release::Content`],
//!   [`release::Disposition`], [`document::Mark`], [`document::BlockKind`], [`document::Role`], [`document::Shape`];
//! - what is complete: [`marking::Level`], [`marking::Basis`], [`marking::Likeness`], [`marking::Decomposable`],
//!   [`document::Enumerator`], [`declass::Year`], [`Severity`].
//!
//! Codes ([`Rule::code`], those of [`render::RELEASE_SCHEMA`]) keep their meaning.
//!
//! # Features
//!
//! None is on by default, and each only adds. Without them a release is text or Markdown.
//!
//! - `html`: releases, packages and indexes as web pages (`to_html`), and the picture of what opens when (`to_timeline`).
//! - `json`: releases and indexes as JSON (`to_json`, `index_json`), and the schema of a release; it switches `serde` on.
//! - `pdf`: releases and packages as PDF (`to_pdf`).
//! - `serde`: what a program keeps, both ways: levels, marks, labels, readers, policies, findings, records, releases, decisions
//!   of persons and known facts. Text of a document is written only where a release holds it.

pub mod audit;
pub mod declass;
pub mod document;
mod explain;
mod finding;
pub mod guide;
pub mod marking;
mod parse;
pub mod policy;
#[cfg(test)]
mod random;
pub mod release;
pub mod render;
mod session;
mod text;

pub use explain::{Example, Explanation};
pub use finding::{Citation, Finding, Rule, Severity};
pub use parse::{parse, parse_as, parse_with};
pub use session::Session;
pub use text::{Position, Span};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
