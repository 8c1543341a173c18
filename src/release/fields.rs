//! What a release says of the document as a whole, from released header portions.

use super::{Content, ExcisedWords, Release, Released};
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

    /// Its text in parts, in their order: each what it says, and whether it stands in the place of words that are withheld.
    /// One part, where none are.
    pub(crate) fn parts(&self) -> Vec<(&str, Option<&ExcisedWords>)> {
        let text = self.text().unwrap_or_default();
        let mut parts = Vec::new();
        let mut at = 0;
        for it in self.excised_words() {
            let place = it.place();
            parts.push((text.get(at..place.start).unwrap_or_default(), None));
            parts.push((text.get(place.clone()).unwrap_or_default(), Some(it)));
            at = place.end;
        }
        parts.push((text.get(at..).unwrap_or_default(), None));
        parts.retain(|(part, _)| !part.is_empty());
        parts
    }
}
