//! Decisions by a person: what a reviewer says of a portion, by whose authority, and what that may change.

mod action;
#[allow(
    clippy::module_inception,
    reason = "the decision is the noun that this room is named for"
)]
mod decision;
mod error;
mod grounds;
mod list;
mod target;
#[cfg(feature = "serde")]
mod written;

pub use action::{Action, ActionError};
pub use decision::Decision;
pub use error::{DecisionCause, DecisionError};
pub use grounds::Grounds;
pub use list::Decisions;
pub use target::{Target, TargetError};
#[cfg(feature = "serde")]
pub use written::DECISIONS_SCHEMA;
