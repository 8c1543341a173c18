//! All functions but the aggregate.

use datafusion::arrow::datatypes::DataType;

use super::function::Entry;
use super::{marks, openings, paragraphs, portions, whole, wrong};
use crate::signature::Parameter::{AsOf, Format, Key, Known, Mark, Reader, Sketch, Text};

/// The functions, in the order of the documentation of the crate.
pub(crate) static FUNCTIONS: [Entry; 13] = [
    Entry {
        name: "tearline_release",
        required: &[Text, Reader, AsOf],
        optional: &[Format, Known],
        returns: || DataType::Utf8View,
        answers: whole::releases,
        description: "What a reader may see of a document on a day; null where it is refused (tearline_refused).",
    },
    Entry {
        name: "tearline_disposition",
        required: &[Text, Reader, AsOf],
        optional: &[Known],
        returns: || DataType::Utf8,
        answers: whole::dispositions,
        description: "How much of a document is released: released-in-full, released-in-part or withheld-in-full.",
    },
    Entry {
        name: "tearline_banner",
        required: &[Text, Reader, AsOf],
        optional: &[Known],
        returns: || DataType::Utf8,
        answers: whole::banners,
        description: "The banner of what a reader may see of a document on a day.",
    },
    Entry {
        name: "tearline_refused",
        required: &[Text, Reader, AsOf],
        optional: &[Known],
        returns: || DataType::Utf8,
        answers: whole::refusals,
        description: "Why a document has no release; null where it has one.",
    },
    Entry {
        name: "tearline_outcome",
        required: &[Text, Reader, AsOf],
        optional: &[Format, Known],
        returns: whole::outcome,
        answers: whole::outcomes,
        description: "Release, disposition, banner, how many portions are released and withheld, the next day on which something changes, how many findings, and why it is refused: one reading of the document for all of them.",
    },
    Entry {
        name: "tearline_portions",
        required: &[Text, Reader, AsOf],
        optional: &[Known],
        returns: portions::portions_type,
        answers: portions::portions,
        description: "The portions of a release in order, for unnest: kind, number, verdict; marking and text of what is released, the basis of what is withheld.",
    },
    Entry {
        name: "tearline_opens",
        required: &[Text, Reader],
        optional: &[Known],
        returns: openings::openings_type,
        answers: openings::openings,
        description: "The days on which something of a document opens for a reader, for unnest: the day, which portions, how many, and whether nothing is withheld from then on.",
    },
    Entry {
        name: "tearline_findings",
        required: &[Text],
        optional: &[Known],
        returns: wrong::findings_type,
        answers: wrong::findings,
        description: "What is wrong with a document, for unnest: code, severity, line, message, detail and the source of the rule; never its text.",
    },
    Entry {
        name: "tearline_sketches",
        required: &[Text, Reader, AsOf, Key],
        optional: &[Known],
        returns: paragraphs::sketches_type,
        answers: paragraphs::sketches,
        description: "A sketch of each paragraph of at least five words under a key, with its verdict, for unnest: paragraphs that share a band are nearly equal. No text can be made of a sketch.",
    },
    Entry {
        name: "tearline_likeness",
        required: &[Sketch, Sketch],
        optional: &[],
        returns: || DataType::Float64,
        answers: paragraphs::likenesses,
        description: "How alike two sketched paragraphs are, from 0 to 1; 1 is the same words.",
    },
    Entry {
        name: "tearline_canonical",
        required: &[Mark],
        optional: &[],
        returns: || DataType::Utf8,
        answers: marks::canonical,
        description: "A portion mark in canonical form; null where it cannot be read (tearline_mark says why).",
    },
    Entry {
        name: "tearline_mark",
        required: &[Mark],
        optional: &[],
        returns: marks::mark_type,
        answers: marks::marks,
        description: "What a portion mark says: canonical form, banner, level, and why it cannot be read.",
    },
    Entry {
        name: "tearline_reads",
        required: &[Mark, Reader],
        optional: &[],
        returns: || DataType::Utf8,
        answers: marks::reads,
        description: "Whether a reader may see what bears a mark: permit, view-only or deny; null where the mark cannot be read.",
    },
];
