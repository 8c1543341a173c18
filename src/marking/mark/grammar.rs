//! The grammar of marks as the register writes them.
//!
//! Strict: upper case, register spelling, categories in register order. Older and irregular forms are turned into this
//! one by [`super::older`].

use super::error::{ErrorKind, MarkingError, Place};
use super::marking::Marking;
use super::parser::{Parser, next_item, next_segment};
use super::{head, item, sci};
use crate::Span;
use crate::marking::register::{Category, Control, Controls};

/// Reads `text`, which a mark fills from end to end.
pub(super) fn parse(text: &str, place: Place) -> Result<Marking, MarkingError> {
    Parser::new(text, place).run()
}

const BARE: Controls = Controls::any_of([Control::Sbu, Control::Les]);

impl<'a> Parser<'a> {
    fn run(mut self) -> Result<Marking, MarkingError> {
        if self.text.is_empty() {
            return Err(MarkingError::new(
                ErrorKind::Empty,
                self.place(),
                Span::new(0, 0),
                "",
            ));
        }
        let (foreign, mut rest) = match self.text.strip_prefix("//") {
            Some(rest) => (true, Some(rest)),
            None => (false, Some(self.text)),
        };
        let first = next_segment(&mut rest).unwrap_or_default();
        if foreign {
            head::parse_foreign(&mut self, first)?;
        } else {
            head::parse_us(&mut self, first)?;
        }
        while let Some(segment) = next_segment(&mut rest) {
            self.segment(segment)?;
        }
        // Beside another NOFORN the bare sensitivity is written (CAPCO 2016 H.9 pp178, 186); two of one kind are left
        // for the rules to refuse.
        let controls = self.mark.controls;
        if controls.has(Control::Nf) && !controls.intersects(BARE) {
            self.mark.controls = controls.uncompounded();
        }
        Ok(self.mark.tidied())
    }

    fn segment(&mut self, segment: &'a str) -> Result<(), MarkingError> {
        // A system that the register does not name is one where a registered one stands beside it (CAPCO 2016 H.4 p61).
        let mut category = sci::names_a_system(segment).then_some(Category::Sci);
        if let Some(found) = category {
            self.follow(found, segment)?;
        }
        let mut rest = Some(segment);
        while let Some(text) = next_item(&mut rest) {
            if text.is_empty() {
                return Err(
                    self.error(ErrorKind::Syntax("nothing stands between slashes"), segment)
                );
            }
            let found = item::parse(self, text, category)?;
            match category {
                None => {
                    self.follow(found, text)?;
                    category = Some(found);
                }
                Some(expected) if expected != found => {
                    let kind = ErrorKind::Syntax("categories are parted by a double slash");
                    return Err(self.error(kind, text));
                }
                Some(_) => {}
            }
        }
        self.last = category;
        if self.eyes_open {
            return Err(self.error(
                ErrorKind::Syntax("a list of countries without `EYES ONLY`"),
                segment,
            ));
        }
        Ok(())
    }

    /// Whether `category` may stand after the one before it.
    fn follow(&self, category: Category, text: &str) -> Result<(), MarkingError> {
        let Some(last) = self.last else { return Ok(()) };
        let kind = match (last, category) {
            // `CUI//SP-A/B`: two segments, one category (NARA CUI Marking Handbook 2019).
            (Category::Cui, Category::Cui) => return Ok(()),
            // The manual itself writes `U//LES//REL TO USA, FVEY` (CAPCO 2016 H.9 p183).
            (Category::NonIc, Category::Dissem) => return Ok(()),
            // And `REL TO USA, IRQ//DISPLAY ONLY AFG` (H.8 p167).
            (Category::Dissem, Category::Dissem)
                if self.mark.controls.has(Control::Rel) && text.starts_with("DISPLAY ONLY ") =>
            {
                return Ok(());
            }
            (last, category) if last == category => {
                ErrorKind::Syntax("values of one category are parted by a single slash")
            }
            (last, category) if last > category => ErrorKind::Order,
            _ => return Ok(()),
        };
        Err(self.error(kind, text))
    }
}
