//! The list of all rules, and from a rule to its explanation.

use super::explanation::Explanation;
use super::{document, line, mark, package};
use crate::Rule;
use crate::declass;
use crate::marking::validity_rules;
use crate::parse::findings;
use crate::policy::Assessment;
use crate::release;
use crate::render;

impl Rule {
    /// Every rule of the library, floor by floor: of documents, of declassification lines, of what marks and header say
    /// together, of packages, of single marks.
    ///
    /// ```
    /// use tearline::Rule;
    ///
    /// assert!(Rule::all().any(|rule| rule.code == "missing-mark"));
    /// ```
    pub fn all() -> impl Iterator<Item = &'static Self> {
        findings::ALL
            .iter()
            .chain(declass::RULES)
            .chain(Assessment::rules())
            .chain(release::RULES)
            .chain(render::RULES)
            .copied()
            .chain([&release::MARK_IN_RELEASED_TEXT])
            .chain(validity_rules())
    }

    /// The rule of that code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<&'static Self> {
        Self::all().find(|rule| rule.code == code)
    }

    /// What a breach means and what to do. Every rule has one.
    #[must_use]
    pub fn explanation(&self) -> Option<&'static Explanation> {
        [document::ALL, line::ALL, mark::ALL, package::ALL]
            .into_iter()
            .flatten()
            .find(|explanation| explanation.code == self.code)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::explanation::Example;
    use super::*;
    use crate::document::{Document, DocumentKind, Known};
    use crate::marking::{Marking, Reader};
    use crate::policy::{Decision, Decisions, Policy};
    use crate::release::{Detail, Exemptions, Style};
    use crate::render::{Case, Package};

    /// The codes that are found in a package of a document on which persons have decided.
    fn package(source: &str, decisions: &Decisions) -> Vec<&'static str> {
        let (document, day) = (crate::parse(source), date(2010, 1, 1));
        let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
        let assessment = Policy::default().assess(&document);
        let assessment = assessment.decided(decisions).unwrap();
        let release = assessment.release_in(&Reader::public(), day, style);
        let case = Case::new("F-2010-00017", "C00000001", day);
        let package = Package::new(&release, &case);
        let questions = package.questions().iter();
        let found = release.findings().iter().map(crate::Finding::code);
        questions.map(|it| it.rule().code).chain(found).collect()
    }

    /// The codes that an example breaks.
    fn found(example: Example) -> Vec<&'static str> {
        let marking = |result: Result<Marking, crate::marking::MarkingError>| {
            let error = result.err();
            error.and_then(|error| error.rule().map(|rule| rule.code))
        };
        match example {
            Example::Document(source) => {
                let document = crate::parse(source);
                let findings = Policy::default().assess(&document).findings();
                findings.iter().map(crate::Finding::code).collect()
            }
            Example::Known {
                document,
                fact,
                text,
            } => {
                let known = Known::new().state(fact, text).unwrap_or_default();
                let document = crate::parse_with(document, &known);
                let findings = Policy::default().assess(&document).findings();
                findings.iter().map(crate::Finding::code).collect()
            }
            Example::Package(document) => package(document, &Decisions::default()),
            Example::Decided {
                document,
                portion,
                decision,
            } => {
                let (target, action) = (portion.parse().unwrap(), decision.parse().unwrap());
                let decision = Decision::new(target, action, "I. Birk", date(2010, 1, 1));
                package(document, &[decision].into())
            }
            Example::Level(line) => {
                let document = Document::builder(DocumentKind::Cable).level(line).build();
                let findings = document.findings().iter();
                findings.map(crate::Finding::code).collect()
            }
            Example::Portion(mark) => marking(Marking::parse_portion(mark)).into_iter().collect(),
            Example::Banner(line) => marking(Marking::parse_banner(line)).into_iter().collect(),
        }
    }

    #[test]
    fn every_rule_has_an_explanation_and_an_example_that_breaks_it() {
        let mut wrong = Vec::new();
        for rule in Rule::all() {
            match rule.explanation() {
                None => wrong.push(format!("{}: not explained", rule.code)),
                Some(explanation) => {
                    let found = found(explanation.example);
                    // Reading gives CNWDI its RD.
                    if rule.code != "cnwdi-companion" && !found.contains(&rule.code) {
                        wrong.push(format!("{}: its example gives {found:?}", rule.code));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn every_explanation_is_of_a_rule_and_every_code_stands_once() {
        let mut codes: Vec<&str> = Rule::all().map(|rule| rule.code).collect();
        for explanation in [document::ALL, line::ALL, mark::ALL, package::ALL]
            .into_iter()
            .flatten()
        {
            assert!(codes.contains(&explanation.code), "{}", explanation.code);
        }
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }
}
