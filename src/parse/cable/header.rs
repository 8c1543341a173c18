//! The header of a telegram, and the fields that a further section repeats.

use super::super::build::Builder;
use super::super::chars::skip_silent;
use super::super::header::{self as labels, HeaderLine};
use super::reader::{HeaderReader, Labels, Stage};
use crate::document::Field;

/// Reads the header, from the first line on; gives the offset at which the body starts.
pub(in crate::parse) fn header(builder: &mut Builder<'_>) -> usize {
    let mut reader = HeaderReader {
        builder,
        stage: Stage::Transmission,
        addressed: false,
        labels: Labels::Wire,
        block_start: true,
        field: None,
        maybe_captions: Vec::new(),
    };
    let mut at = 0;
    while let Some(line) = reader.builder.survey.line(at) {
        if line.is_blank() {
            reader.blank(line);
        } else if !reader.line(line) {
            break;
        }
        at = line.next;
    }
    reader.builder.close();
    at
}

/// Reads the fields that a further section repeats, from `start` on: `TAGS`, `SUBJECT` and the like, one behind the
/// other. Gives the offset behind them; `start` where none stands there.
pub(in crate::parse) fn repeated(builder: &mut Builder<'_>, start: usize) -> usize {
    let mut reader = HeaderReader {
        builder,
        stage: Stage::Captions,
        addressed: true,
        labels: Labels::Wire,
        block_start: true,
        field: None,
        maybe_captions: Vec::new(),
    };
    let mut end = start;
    let mut at = start;
    while let Some(line) = reader.builder.survey.line(at) {
        at = line.next;
        if line.is_blank() {
            reader.block_start = true;
            reader.field = None;
            continue;
        }
        let goes_on = !reader.block_start && reader.stage > Stage::Captions;
        if !goes_on && !is_repeated(line.text) {
            break;
        }
        while let Some(blank) = reader
            .builder
            .lines
            .at(end)
            .filter(|blank| blank.start < line.start)
        {
            reader.builder.blank(blank);
            end = blank.next;
        }
        if !reader.line(line) {
            break;
        }
        end = line.next;
    }
    if end > start {
        reader.builder.close();
    }
    end
}

/// A line that begins a field which further sections repeat.
pub(in crate::parse) fn is_repeated(text: &str) -> bool {
    matches!(
        labels::keyword(text, skip_silent(text, 0)),
        Some(
            HeaderLine::Subject(_)
                | HeaderLine::Field(
                    Field::Order | Field::Instruction | Field::Tags | Field::Ref,
                    _
                )
        )
    )
}
