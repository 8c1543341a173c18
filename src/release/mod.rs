//! The cut: a value in which withheld text is absent, not hidden; marks and banner of what is left.

mod cut;
mod declassified;
mod disclosed;
mod elsewhere;
mod exemption;
mod faithful;
mod fields;
#[cfg(feature = "serde")]
mod kept;
mod last_look;
mod opened;
mod origin;
mod room;
mod style;
mod tear;
mod text;
mod undecided;
mod value;
mod words;

#[cfg(feature = "json")]
pub(crate) use crate::document::Bases;
pub(crate) use crate::document::Number;
pub use crate::policy::{Declassification, DeclassifiedBy, Exemption, ExemptionError, Grounds};
pub use declassified::Declassified;
pub use disclosed::{Amount, Disclosed, MarkShown};
pub(crate) use elsewhere::EXCISED_WORDS_ELSEWHERE;
pub(crate) use exemption::{ALL as RULES, EXEMPTION_UNDECIDED, NO_REASON, SEVERAL_REASONS};
pub use exemption::{Authority, Exemptions};
#[cfg(feature = "serde")]
pub use kept::KEPT_SCHEMA;
pub(crate) use last_look::MARK_IN_RELEASED_TEXT;
pub use origin::Origin;
pub(crate) use room::Room;
pub use style::{Detail, Style};
pub use value::{Content, Disposition, Release, Released};
pub use words::ExcisedWords;
