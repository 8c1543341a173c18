//! What is said of a whole case, in every format.

use super::entry::{Entry, in_words};
use super::package::draft_line;

/// The lines of every page.
pub(super) fn running(entries: &[Entry]) -> Vec<String> {
    let open = entries.iter().map(Entry::open).sum();
    let mut running = facts(entries, |entry| &entry.agency);
    let cases = facts(entries, |entry| &entry.case);
    running.extend(cases.iter().map(|case| format!("Case No. {case}")));
    running.extend(draft_line(open));
    running
}

/// What is said of the case at the head of its index.
pub(super) fn of_case(entries: &[Entry]) -> Vec<(&'static str, String)> {
    let named = |of: fn(&Entry) -> &str| match &*facts(entries, of) {
        [] => "not named".to_owned(),
        facts => facts.join("; "),
    };
    vec![
        ("Case", named(|it| &it.case)),
        ("Agency", named(|it| &it.agency)),
        ("Requested", named(|it| &it.requested)),
        ("Released", named(|it| &it.released)),
        ("Reviewer", named(|it| &it.reviewer)),
    ]
}

/// What entries say of one thing, each once, days in words.
fn facts(entries: &[Entry], of: impl Fn(&Entry) -> &str) -> Vec<String> {
    let mut facts: Vec<String> = Vec::new();
    for fact in entries.iter().map(of).filter(|fact| !fact.is_empty()) {
        let words = fact.parse().map_or_else(|_| fact.to_owned(), in_words);
        if !facts.contains(&words) {
            facts.push(words);
        }
    }
    facts
}

impl Entry {
    /// What the index says of the document as a whole.
    pub(super) fn facts(&self) -> Vec<(&'static str, String)> {
        let words = match &*self.decision {
            "RIF" => "released in full",
            "RIP" => "released in part",
            _ => "denied in full",
        };
        vec![
            ("Reference", self.reference.clone()),
            ("Date", self.date.clone()),
            ("Sent", self.sent.clone()),
            ("Type", self.kind.clone()),
            ("From", self.from.clone()),
            ("To", self.to.clone()),
            ("Pages", self.pages.clone()),
            ("Classification", self.classification.clone()),
            ("Subject", self.subject.clone()),
            ("Decision", format!("{} ({words})", self.decision)),
        ]
    }

    /// What a slip sheet says.
    pub(super) const SLIP: &'static str =
        "This sheet stands for a document that is withheld in full. Nothing of it is released.";

    /// What a slip sheet says of the document; nothing of one of which anything is released.
    pub(super) fn slip(&self) -> Option<Vec<(&'static str, String)>> {
        if self.decision != "DIF" {
            return None;
        }
        let mut facts = vec![("Document", self.document.clone())];
        facts.extend(self.facts());
        Some(facts)
    }

    /// The exemptions and sections of the whole document, with what the law says, each once.
    pub(super) fn laws(&self) -> Vec<(String, String)> {
        let mut laws: Vec<(String, String)> = Vec::new();
        for law in self.withholdings.iter().flat_map(|it| &it.statute) {
            let law = (law.code.clone(), law.text.clone());
            if !laws.contains(&law) {
                laws.push(law);
            }
        }
        laws
    }
}

/// What the short forms of an index mean.
pub(super) fn key(entries: &[Entry]) -> Vec<(&str, String)> {
    let own = |words: &str| words.to_owned();
    let mut key = vec![
        ("RIF", own("released in full")),
        (
            "RIP",
            own("released in part: what is withheld is listed, and the rest is released"),
        ),
        ("DIF", own("denied in full: nothing of it is released")),
        ("item 4.a", own("the item (a) of paragraph 4")),
        ("#2", own("the second place that bears the name")),
    ];
    let withholdings = entries.iter().flat_map(|entry| &entry.withholdings);
    for law in withholdings.flat_map(|it| &it.statute) {
        if !key.iter().any(|(code, _)| *code == law.code) {
            key.push((&law.code, own(whose(&law.code))));
        }
    }
    key
}

/// Where the words behind a code stand.
fn whose(code: &str) -> &'static str {
    match code {
        "B1" => "5 U.S.C. 552(b)(1)",
        "B2" => "5 U.S.C. 552(b)(2)",
        "B3" => "5 U.S.C. 552(b)(3), with the statute that is named",
        "B4" => "5 U.S.C. 552(b)(4)",
        "B5" => "5 U.S.C. 552(b)(5)",
        "B6" => "5 U.S.C. 552(b)(6)",
        "B8" => "5 U.S.C. 552(b)(8)",
        "B9" => "5 U.S.C. 552(b)(9)",
        code if code.starts_with("B7") => "5 U.S.C. 552(b)(7), with its letter",
        _ => {
            "the category of classified information, by the section of the executive order (32 CFR 2001.21(a)(3))"
        }
    }
}
