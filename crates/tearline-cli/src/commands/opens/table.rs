//! What opens when, as a table for people.

use comfy_table::Table;
use comfy_table::presets::ASCII_MARKDOWN;

use super::openings::All;

pub(super) fn table(all: &All) -> String {
    let summary = format!("For {}, {}: {}.\n", all.whom(), all.time(), all.summary());
    if all.documents.is_empty() {
        return summary;
    }
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN);
    table.set_header(["Day", "Document", "Subject", "Opens", "In full"]);
    for (document, opening) in all.by_day() {
        table.add_row([
            opening.on.to_string(),
            document.path.clone(),
            document.subject.clone().unwrap_or_default(),
            opening.portions.clone(),
            (if opening.in_full { "yes" } else { "" }).to_owned(),
        ]);
    }
    format!("{table}\n\n{summary}")
}
