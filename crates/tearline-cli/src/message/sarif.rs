//! SARIF 2.1.0 (OASIS), for whatever shows the findings of programs beside the files.

use serde_json::{Value, json};
use tearline::{Rule, Severity};

use super::{Message, name};
use crate::rules;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The log of a run.
pub(super) fn log(messages: &[Message]) -> String {
    let rules: Vec<Value> = rules::all().map(rule).collect();
    let results: Vec<Value> = messages.iter().map(result).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "tearline",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    // A value always serializes.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn rule(rule: &'static Rule) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": { "text": rule.message },
        "help": { "text": rule.citation.to_string() },
        "defaultConfiguration": { "level": level(name(rule.severity)) },
    })
}

fn result(message: &Message) -> Value {
    let mut location = json!({ "artifactLocation": { "uri": uri(&message.file) } });
    if let (Some(line), Some(column)) = (message.line, message.column) {
        let region = json!({
            "startLine": line,
            "startColumn": column,
            "endLine": message.end_line.unwrap_or(line),
            "endColumn": message.end_column.unwrap_or(column),
        });
        if let Some(location) = location.as_object_mut() {
            location.insert("region".to_owned(), region);
        }
    }
    json!({
        "ruleId": message.code,
        "ruleIndex": rules::all().position(|rule| rule.code == message.code),
        "level": level(message.severity),
        "message": { "text": format!("{} ({})", message.message, message.citation) },
        "locations": [{ "physicalLocation": location }],
        "occurrenceCount": message.count,
    })
}

fn level(severity: &str) -> &'static str {
    if severity == name(Severity::Error) {
        "error"
    } else if severity == name(Severity::Warning) {
        "warning"
    } else {
        "note"
    }
}

/// A path as a relative reference (RFC 3986).
fn uri(file: &str) -> String {
    file.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            b'\\' => out.push('/'),
            _ => {
                use std::fmt::Write as _;
                let _ = write!(out, "%{byte:02X}");
            }
        }
        out
    })
}
