//! One document read, released and checked.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tearline::Session;
use tearline::policy::{Assessment, Policy};
use tearline::release::Release;
use tearline::render::Format;

use crate::arguments::Row;
use crate::refused::Refused;

/// What reads and releases documents, one after the other, with the same memory.
#[derive(Default)]
pub(crate) struct Maker {
    session: Session,
    policy: Policy,
}

/// A document that was released and whose release passed the check.
pub(crate) struct Made<'m> {
    pub(crate) assessment: &'m Assessment<'m>,
    pub(crate) release: &'m Release<'m>,
    /// The release in its format.
    pub(crate) output: &'m str,
}

impl Maker {
    /// What becomes of a document that is released, or why it is not.
    pub(crate) fn released<T>(
        &mut self,
        row: &Row<'_>,
        use_it: impl FnOnce(&Made<'_>) -> T,
    ) -> Result<T, Refused> {
        let source = row.source.clone()?;
        let reader = row.reader.ok_or(Refused::NoReader)?;
        let as_of = row.as_of.ok_or(Refused::NoDay)?;
        let write = |assessment: &Assessment<'_>, release: &Release<'_>, out: &mut String| {
            if row.format == Format::Text {
                release.append_text(out);
                assessment.check(reader, as_of, out)?;
            } else {
                let bytes = assessment.checked(reader, release, row.format)?;
                // No format of this crate is packed.
                *out = String::from_utf8(bytes).map_err(|_| Refused::Bug)?;
            }
            Ok(use_it(&Made {
                assessment,
                release,
                output: out,
            }))
        };
        self.guarded(|maker| {
            if row.known.is_empty() {
                return maker.session.release(source, reader, as_of, write);
            }
            let document = tearline::parse_with(source, &row.known);
            let assessment = maker.policy.assess(&document);
            let release = assessment.release(reader, as_of);
            write(&assessment, &release, &mut String::new())
        })
    }

    /// What becomes of a document that is read, or why it cannot be.
    pub(crate) fn assessed<T>(
        &mut self,
        row: &Row<'_>,
        use_it: impl FnOnce(&Assessment<'_>) -> T,
    ) -> Result<T, Refused> {
        let source = row.source.clone()?;
        self.guarded(|maker| {
            let document = tearline::parse_with(source, &row.known);
            Ok(use_it(&maker.policy.assess(&document)))
        })
    }

    /// A bug that one document shows does not take the others with it.
    fn guarded<T>(
        &mut self,
        make: impl FnOnce(&mut Self) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        catch_unwind(AssertUnwindSafe(|| make(self))).unwrap_or_else(|_| {
            *self = Self::default();
            Err(Refused::Bug)
        })
    }
}
