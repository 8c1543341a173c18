//! What a release says of the document as a whole, from released header portions.

use super::{Content, Release, Released};
use crate::document::Field;
use crate::policy::PortionKind;

impl Release<'_> {
    /// The sender, where the field is released.
    #[must_use]
    pub fn sender(&self) -> Option<&str> {
        self.field_text(Field::From)
    }

    /// The action addressees, where the field is released.
    #[must_use]
    pub fn addressees(&self) -> Option<&str> {
        self.field_text(Field::To)
    }

    /// Precedence and date-time group, where the field is released.
    #[must_use]
    pub fn date_time_group(&self) -> Option<&str> {
        self.field_text(Field::DateTimeGroup)
    }

    /// The message reference number, where the field is released.
    #[must_use]
    pub fn reference(&self) -> Option<&str> {
        self.field_text(Field::Reference)
    }

    /// The subject, as it stands in the release; `None` where the document has none.
    #[must_use]
    pub fn subject(&self) -> Option<&Released<'_>> {
        self.portions()
            .iter()
            .find(|portion| portion.kind() == PortionKind::Subject)
    }

    fn field_text(&self, field: Field) -> Option<&str> {
        self.portions()
            .iter()
            .filter(|portion| portion.field() == Some(field))
            .find_map(Released::text)
    }
}

impl Released<'_> {
    /// The name of the header field that it is, where it is one and is released: what a withheld line is, is told by its
    /// words.
    #[must_use]
    pub fn field_name(&self) -> Option<&'static str> {
        self.field().filter(|_| self.is_released()).map(Field::name)
    }

    /// Its text, where it is released.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self.content() {
            Content::Text { text, .. } => Some(text),
            Content::Withheld(_) => None,
        }
    }
}
