//! What an unmarked block belongs to, or stands between (reading rules 3, 4 and 5).

mod below;
mod near;
mod rate;
mod standing;

pub(super) use near::Rated;
pub(super) use rate::rate;
