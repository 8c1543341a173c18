//! What opens when, as a calendar (RFC 5545). The same openings give the same bytes: an entry is known by its day and reader,
//! and stamped with its own day.

use super::openings::{All, counted};

/// So many documents are named in an entry; of the others there is a count.
const NAMED: usize = 50;
/// The longest line, in bytes, without its end (section 3.1).
const LINE: usize = 75;

pub(super) fn calendar(all: &All) -> String {
    let mut out = String::new();
    let mut put = |name: &str, value: &str| line(&mut out, &format!("{name}:{value}"));
    put("BEGIN", "VCALENDAR");
    put("VERSION", "2.0");
    put("PRODID", "-//tearline//opens//EN");
    put("CALSCALE", "GREGORIAN");
    put(
        "X-WR-CALNAME",
        &escaped(&format!(
            "What opens for {}: {}",
            all.whom(),
            all.collection
        )),
    );
    let openings = all.by_day();
    for day in openings.chunk_by(|one, other| one.1.on == other.1.on) {
        let Some((_, first)) = day.first() else {
            continue;
        };
        let date = first.on.strftime("%Y%m%d").to_string();
        let portions = day.iter().map(|(_, opening)| opening.count).sum();
        let mut described: Vec<String> = day
            .iter()
            .take(NAMED)
            .map(|(document, opening)| {
                let full = if opening.in_full { " (in full)" } else { "" };
                format!("{}: {}{full}", document.path, opening.portions)
            })
            .collect();
        if let Some(more) = day.len().checked_sub(NAMED).filter(|more| *more > 0) {
            described.push(format!("and {more} more"));
        }
        let who: String = all
            .reader
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .collect();
        put("BEGIN", "VEVENT");
        put("UID", &format!("opens-{date}-{who}@tearline"));
        put("DTSTAMP", &format!("{date}T000000Z"));
        put("DTSTART;VALUE=DATE", &date);
        let summary = match day {
            [(document, _)] => format!("{}: {} opens", document.path, counted(portions, "portion")),
            _ => format!(
                "{} of {} open",
                counted(portions, "portion"),
                counted(day.len(), "document")
            ),
        };
        let summary = summary.replace("portions opens", "portions open");
        put("SUMMARY", &escaped(&summary));
        put("DESCRIPTION", &escaped(&described.join("\n")));
        put("TRANSP", "TRANSPARENT");
        put("END", "VEVENT");
    }
    put("END", "VCALENDAR");
    out
}

/// A text as a value (section 3.3.11).
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
        out
    })
}

/// A line, folded where it is too long; never inside a character.
fn line(out: &mut String, text: &str) {
    let mut length = 0;
    for c in text.chars() {
        if length + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}
