//! What a header field that is given says of the whole.

use super::super::build::Builder;
use super::super::chars::trim;
use super::super::{captions, content, day, findings, given};
use super::laid::LaidPart;
use crate::declass::date_time_group;
use crate::document::Field;

/// Takes in what a field says, and gives what it counts as.
pub(super) fn read(builder: &mut Builder<'_>, field: Field, part: &LaidPart) -> Field {
    let source = builder.source;
    let text = source.get(part.text.range()).unwrap_or_default();
    match field {
        Field::DateTimeGroup => {
            builder.set_origin(date_time_group(trim(text)).or_else(|| day::of(text)));
        }
        // Whatever line a caption stands on, it binds.
        Field::Tags | Field::Passing | Field::Transmission => {
            builder.header.captions.extend(captions::codes(text));
        }
        Field::Classifier => {
            builder.header.classifier.get_or_insert(part.whole);
        }
        Field::Caption => return caption(builder, text, part),
        Field::Reference
        | Field::From
        | Field::To
        | Field::Info
        | Field::Order
        | Field::Instruction
        | Field::Ref
        | Field::Unknown => {}
    }
    let instruction = matches!(field, Field::Order | Field::Instruction);
    // With anything else in it a field is none of its kind, marked or not, and all of it is looked through for marks. An
    // instruction is read first: what is not understood of it holds.
    if field.is_known_unclassified() && !instruction && !content::is_of_kind(field, text) {
        return Field::Unknown;
    }
    field
}

/// What was given as a caption and is none that is known binds every portion (reading rule 7).
fn caption(builder: &mut Builder<'_>, text: &str, part: &LaidPart) -> Field {
    if trim(text).is_empty() {
        return Field::Caption;
    }
    let given = given::caption(text);
    builder.header.captions.extend(given.captions);
    builder.header.sensitive |= given.sensitive;
    if given.unknown {
        builder.note(&findings::UNKNOWN_CAPTION, part.whole);
        Field::Unknown
    } else if given.alone {
        Field::Caption
    } else {
        Field::Passing
    }
}
