//! Words that decisions withhold inside a portion: where a quote stands in its text.

mod excised;
mod find;
mod fold;
mod text;

pub(crate) use excised::ExcisedSpan;
pub(crate) use find::Searched;
pub(in crate::policy) use find::find;
pub(in crate::policy) use text::PortionText;
