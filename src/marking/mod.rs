//! The vocabulary: levels, controls, the grammar of portion marks and banner lines, dominance, roll-up.

mod level;

pub use level::Level;
