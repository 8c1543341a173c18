//! The roll-up of portions into a banner.

mod banner;
mod release;

pub use banner::roll_up;
