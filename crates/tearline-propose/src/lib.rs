//! What of a release a person should look at before it goes out.
//!
//! Marks say how a portion is classified. They say nothing of the telephone number, the date of birth or the name in a
//! portion that is marked unclassified. A [`Proposer`] looks for these in what would go out ([`Outgoing`]) and proposes them
//! to a person, word for word and with the exemption that suggests itself: [built-in patterns](Pattern::built_in) for numbers
//! and addresses, [patterns of one's own](Pattern::new), [lists of terms](Terms), [names behind titles](Titles).
//!
//! What somebody has withheld in one place is proposed where it stands in others ([`Proposer::spread`]), also in another document
//! of the case and in another writing; and where words of a portion that is withheld stand in one that would go out, an
//! [`Echo`] says so by place.
//!
//! ```
//! use jiff::civil::date;
//! use tearline::marking::Reader;
//! use tearline::policy::Policy;
//! use tearline_propose::{Outgoing, Proposer};
//!
//! let cable = tearline::parse("UNCLAS PORT VESTA 12\n\n1. (U) The pilot was born on March 4, 1921.\n");
//! let assessment = Policy::default().assess(&cable);
//! let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2026, 3, 2));
//! for proposal in Proposer::default().propose(&outgoing) {
//!     assert_eq!(proposal.words().unwrap().exact(), "March 4, 1921");
//!     assert_eq!(format!("{}: {}", proposal.target(), proposal.cause()), "paragraph 1: pattern date-of-birth");
//! }
//! ```

mod boundary;
mod built_in;
mod cause;
mod check;
mod echo;
mod folded;
mod form;
mod found;
mod outgoing;
mod pattern;
mod phrases;
mod proposal;
mod proposer;
mod quote;
mod spread;
mod terms;
mod titles;
mod trace;
mod withheld;
mod written_names;

pub use cause::Cause;
pub use echo::Echo;
pub use found::Found;
pub use outgoing::{Outgoing, Passage};
pub use pattern::{Pattern, PatternError};
pub use proposal::{Proposal, Words};
pub use proposer::Proposer;
pub use terms::{Terms, TermsError};
pub use titles::Titles;
pub use withheld::Withheld;
