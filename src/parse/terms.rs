//! What the declassification schedule takes from what is known beside the text.

use jiff::civil::Date;

/// What the declassification schedule takes from what is known beside the text.
#[derive(Default)]
pub(super) struct Terms {
    pub(super) instructions: Vec<String>,
    pub(super) origins: Vec<Date>,
}

impl Terms {
    pub(super) const fn is_empty(&self) -> bool {
        self.instructions.is_empty() && self.origins.is_empty()
    }
}
