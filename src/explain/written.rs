//! Findings as a file holds them. They are read by the list of all rules.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Finding, Rule, Severity, Span};

/// A finding as a file holds it. What follows from its rule is for those who read the file.
#[derive(Serialize)]
struct Written<'f> {
    code: &'f str,
    severity: Severity,
    line: usize,
    place: Span,
    message: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'f str>,
    citation: String,
}

/// What is read of it.
#[derive(Deserialize)]
struct Read {
    code: String,
    line: usize,
    place: Span,
    #[serde(default)]
    detail: Option<String>,
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rule = self.rule();
        let written = Written {
            code: rule.code,
            severity: rule.severity,
            line: self.line(),
            place: self.span(),
            message: rule.message,
            detail: self.detail(),
            citation: rule.citation.to_string(),
        };
        written.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Finding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = Read::deserialize(deserializer)?;
        let rule = Rule::of_code(&read.code)
            .ok_or_else(|| D::Error::custom("`code` names no rule of the library"))?;
        let finding = Self::new(rule, read.place, read.line);
        Ok(match read.detail {
            Some(detail) => finding.with_detail(detail),
            None => finding,
        })
    }
}
