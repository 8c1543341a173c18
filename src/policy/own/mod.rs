//! Rules of one's own: what an office knows of its documents that no rulebook says. They raise, and never lower.

mod raise;
mod rule;
mod view;

pub use raise::Raise;
pub(super) use rule::OwnRule;
pub use view::PortionView;
