//! What the register and the tables beside it settle: levels, controls, codes of countries, spellings.

mod codes;
mod controls;
mod countries;
mod level;
mod lookup;
mod rank;
mod retired;
mod sigma;
mod spelling;
pub(super) mod suggest;
mod table;
mod tetragraph;

pub(super) use controls::Controls;
pub(super) use countries::Countries;
pub use countries::{tetragraphs, trigraphs};
pub use level::{Level, LevelError};
pub(super) use rank::Rank;
pub(super) use retired::{TYPE_INDICATOR, is_retired_word, retired};
pub(super) use sigma::Sigmas;
pub(super) use spelling::{
    ACTIVITIES, Letters, Means, NATO_RANKS, SPELLINGS, Spelling, levels_in_words,
    sensitivities_in_marks, sensitivity_in_mark, spellings,
};
pub(super) use table::{Category, Control, Need, ROWS};
pub use table::{Row, register};
pub use tetragraph::{Decomposable, Tetragraph};
