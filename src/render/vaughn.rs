//! The index of withholdings, named for Vaughn v. Rosen, 484 F.2d 820.

#[cfg(feature = "html")]
use maud::{DOCTYPE, html};
#[cfg(feature = "serde")]
use serde::Serialize;

use super::calendar::name;
use super::excision::Excision;
use super::foia::Package;
use crate::declass::Reason;
use crate::release::{Authority, Disposition, Origin};

/// What the index says of one document and each of its withholdings.
///
/// Everything in it comes from released portions and from what the style of the release discloses.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
/// use tearline::render::{Case, Package, index_json};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\nClassified by: A. Example. Reason: 1.4(d)\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let policy = Policy::default();
/// let day = date(2010, 3, 31);
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let release = policy.assess(&cable).release_in(&Reader::public(), day, style);
/// let case = Case::new("F-2010-00017", "C00000001", day);
/// let entry = Package::new(&release, &case).entry();
/// let last = entry.rows().last().unwrap().cells().collect::<Vec<_>>().join("|");
/// assert!(last.contains("paragraph 2|B1|1.4(D)"));
/// assert!(index_json(&[entry]).contains(r#""place": "paragraph 2""#));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
pub struct Entry {
    document: String,
    case: String,
    date: String,
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    kind: String,
    reference: String,
    from: String,
    to: String,
    classification: String,
    subject: String,
    decision: &'static str,
    draft: bool,
    withholdings: Vec<Withholding>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
struct Withholding {
    place: String,
    exemption: String,
    section: String,
    description: String,
    segregability: &'static str,
    to_decide: String,
}

/// One line of the index as a table: a withholding with its document, or a document of which nothing is withheld.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
/// use tearline::render::{Case, Package, Row};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let case = Case::new("F-2010-00017", "C00000001", date(2010, 1, 1));
/// let entry = Package::new(&release, &case).entry();
/// let rows = entry.rows();
/// let cells: Vec<&str> = rows[0].cells().collect();
/// assert_eq!((cells.len(), cells[0]), (Row::COLUMNS.len(), "C00000001"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
pub struct Row<'e> {
    document: &'e str,
    case: &'e str,
    date: &'e str,
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    kind: &'e str,
    reference: &'e str,
    from: &'e str,
    to: &'e str,
    classification: &'e str,
    subject: &'e str,
    decision: &'e str,
    draft: &'e str,
    place: &'e str,
    exemption: &'e str,
    section: &'e str,
    description: &'e str,
    segregability: &'e str,
    to_decide: &'e str,
}

impl Row<'_> {
    /// The names of the columns.
    pub const COLUMNS: &'static [&'static str] = &[
        "document",
        "case",
        "date",
        "type",
        "reference",
        "from",
        "to",
        "classification",
        "subject",
        "decision",
        "draft",
        "place",
        "exemption",
        "section",
        "description",
        "segregability",
        "to_decide",
    ];

    /// The cells, in the order of [`Row::COLUMNS`].
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        [
            self.document,
            self.case,
            self.date,
            self.kind,
            self.reference,
            self.from,
            self.to,
            self.classification,
            self.subject,
            self.decision,
            self.draft,
            self.place,
            self.exemption,
            self.section,
            self.description,
            self.segregability,
            self.to_decide,
        ]
        .into_iter()
    }
}

impl Package<'_> {
    /// What the index says of this document.
    #[must_use]
    pub fn entry(&self) -> Entry {
        let release = self.release();
        let line = |text: Option<&str>| {
            text.map(super::flow::Flow::one_line)
                .unwrap_or_else(|| "not released".to_owned())
        };
        Entry {
            document: self.case().document().to_owned(),
            case: self.case().number().to_owned(),
            date: line(release.date_time_group()),
            kind: release
                .origin()
                .map(|origin| origin.kind().to_string())
                .unwrap_or_default(),
            reference: line(release.reference()),
            from: line(release.sender()),
            to: line(release.addressees()),
            classification: release.origin().and_then(Origin::level).map_or_else(
                || "none stated".to_owned(),
                |level| level.banner().to_owned(),
            ),
            subject: release.subject().map_or_else(
                || "none".to_owned(),
                |subject| match subject.text() {
                    Some(text) => super::flow::Flow::one_line(text),
                    None => Excision(subject).to_string(),
                },
            ),
            decision: match release.disposition() {
                Disposition::InFull => "RIF",
                Disposition::InPart => "RIP",
                Disposition::Withheld => "DIF",
            },
            draft: self.is_draft(),
            withholdings: self.withholdings(),
        }
    }
}

impl Package<'_> {
    fn withholdings(&self) -> Vec<Withholding> {
        let mut numbered: Option<String> = None;
        let mut withholdings = Vec::new();
        for portion in self.release().portions() {
            let place = match (portion.number(), &numbered) {
                (None, Some(before)) => format!("{} after {before}", name(portion)),
                (None, None) | (Some(_), _) => name(portion),
            };
            if portion.number().is_some() {
                numbered = Some(name(portion));
            }
            if !portion.is_released() {
                withholdings.push(withholding(place, portion.disclosed().authority()));
                continue;
            }
            let words = portion.excised_words();
            for (index, it) in words.iter().enumerate() {
                let place = match words.len() {
                    1 => format!("{place}, words in it"),
                    count => format!("{place}, words in it ({} of {count})", index + 1),
                };
                withholdings.push(words_withheld(place, it.authority()));
            }
        }
        withholdings
    }
}

impl Entry {
    /// The lines of the table: one for each withholding, and one where there is none.
    #[must_use]
    pub fn rows(&self) -> Vec<Row<'_>> {
        let blank = Row {
            document: &self.document,
            case: &self.case,
            date: &self.date,
            kind: &self.kind,
            reference: &self.reference,
            from: &self.from,
            to: &self.to,
            classification: &self.classification,
            subject: &self.subject,
            decision: self.decision,
            draft: if self.draft { "yes" } else { "no" },
            place: "",
            exemption: "",
            section: "",
            description: "",
            segregability: "",
            to_decide: "",
        };
        if self.withholdings.is_empty() {
            return vec![blank];
        }
        self.withholdings
            .iter()
            .map(|withholding| Row {
                place: &withholding.place,
                exemption: &withholding.exemption,
                section: &withholding.section,
                description: &withholding.description,
                segregability: withholding.segregability,
                to_decide: &withholding.to_decide,
                ..blank.clone()
            })
            .collect()
    }

    /// Whether a reviewer has to decide something before the document may go out.
    #[must_use]
    pub const fn is_draft(&self) -> bool {
        self.draft
    }
}

/// Words in a portion, the rest of which is released: whether a part of it can be is answered.
fn words_withheld(place: String, authority: Option<Authority>) -> Withholding {
    let whole = withholding(place, authority);
    let asked = whole.to_decide.strip_suffix(CAN_BE_PARTED);
    let to_decide = asked.map(|asked| asked.trim_end_matches("; ").to_owned());
    Withholding {
        segregability: "these words are withheld and the rest of the portion is released",
        to_decide: to_decide.unwrap_or(whole.to_decide),
        ..whole
    }
}

/// What is asked of every portion that is withheld whole.
const CAN_BE_PARTED: &str = "whether a part of the portion can be released";

fn withholding(place: String, authority: Option<Authority>) -> Withholding {
    let mut decide: Vec<&str> = Vec::new();
    let mut description: Vec<&str> = Vec::new();
    match authority.filter(|authority| authority.is_decided()) {
        None => decide.push("which exemption applies, if any"),
        Some(authority) => {
            if authority.is_classified() {
                let letters = authority.reasons().filter(|reasons| !reasons.is_empty());
                match letters.map(|reasons| reasons.iter().count()) {
                    None => decide.push("which category of section 1.4 applies"),
                    Some(1) => {}
                    Some(_) => decide.push("which of the categories applies"),
                }
                description.extend(
                    letters
                        .iter()
                        .flat_map(|reasons| reasons.iter())
                        .map(category),
                );
            }
            if authority.chosen().next().is_some() {
                if authority.is_sensitive() {
                    description.push("sensitive but not classified");
                }
                decide.push("a description that supports the exemption");
            }
        }
    }
    decide.push(CAN_BE_PARTED);
    Withholding {
        place,
        exemption: authority
            .map(|it| it.exemptions().join(", "))
            .unwrap_or_default(),
        section: authority
            .map(|it| it.sections().join(", "))
            .unwrap_or_default(),
        description: description.join("; "),
        segregability: "each portion was judged by itself and this one is withheld whole",
        to_decide: decide.join("; "),
    }
}

/// The categories in the words of the order (32 CFR 2001.21(a)(3)(i)).
const fn category(reason: Reason) -> &'static str {
    match reason {
        Reason::MilitaryPlans => "military plans, weapons systems, or operations",
        Reason::ForeignGovernment => "foreign government information",
        Reason::Intelligence => {
            "intelligence activities (including covert action), intelligence sources or methods, or cryptology"
        }
        Reason::ForeignRelations => {
            "foreign relations or foreign activities of the United States, including confidential sources"
        }
        Reason::Science => {
            "scientific, technological, or economic matters relating to the national security"
        }
        Reason::NuclearSafeguards => {
            "United States Government programs for safeguarding nuclear materials or facilities"
        }
        Reason::Vulnerabilities => {
            "vulnerabilities or capabilities of systems, installations, infrastructures, projects, plans, or protection services relating to the national security"
        }
        Reason::MassDestruction => {
            "the development, production, or use of weapons of mass destruction"
        }
    }
}

/// The index as JSON, indented, with a line break at the end.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
/// use tearline::render::{Case, Package, index_json};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let case = Case::new("F-2010-00017", "C00000001", date(2010, 1, 1));
/// let entry = Package::new(&release, &case).entry();
/// assert!(index_json(&[entry]).contains(r#""document": "C00000001""#));
/// ```
#[cfg(feature = "json")]
#[must_use]
pub fn index_json(entries: &[Entry]) -> String {
    // Strings, flags and lists of them always serialize.
    serde_json::to_string_pretty(entries)
        .map(|json| json + "\n")
        .unwrap_or_default()
}

/// The index as one self-contained web page.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
/// use tearline::render::{Case, Package, index_html};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let case = Case::new("F-2010-00017", "C00000001", date(2010, 1, 1));
/// let entry = Package::new(&release, &case).entry();
/// assert!(index_html(&[entry]).contains("C00000001"));
/// ```
#[cfg(feature = "html")]
#[must_use]
pub fn index_html(entries: &[Entry]) -> String {
    let drafts = entries.iter().filter(|entry| entry.draft).count();
    html! {
        (DOCTYPE)
        html lang="en" {
            (super::html::head("Index of withholdings", include_str!("index.css")))
            body {
                main {
                    h1 { "Index of withholdings" }
                    p.summary { "Documents: " (entries.len()) ". Drafts that may not go out yet: " (drafts) "." }
                    @for entry in entries { (section(entry)) }
                }
            }
        }
    }
    .into_string()
}

#[cfg(feature = "html")]
fn section(entry: &Entry) -> maud::Markup {
    let facts = [
        ("Reference", &entry.reference),
        ("Date", &entry.date),
        ("Type", &entry.kind),
        ("From", &entry.from),
        ("To", &entry.to),
        ("Classification", &entry.classification),
        ("Subject", &entry.subject),
    ];
    html! {
        section {
            h2 { (entry.document) ": " (entry.decision) @if entry.draft { " (draft, not for release)" } }
            dl { @for (term, text) in facts { div { dt { (term) } dd { (text) } } } }
            @if entry.withholdings.is_empty() { p { "Nothing is withheld." } } @else {
                div.wide tabindex="0" role="group" aria-label={ "Withholdings of " (entry.document) } {
                    table {
                        thead { tr {
                            @for head in ["Place", "Exemption", "Section", "Description", "Segregability", "To decide"] {
                                th scope="col" { (head) }
                            }
                        } }
                        tbody { @for it in &entry.withholdings { tr {
                            th scope="row" { (it.place) }
                            td { (it.exemption) } td { (it.section) } td { (it.description) }
                            td { (it.segregability) } td { (it.to_decide) }
                        } } }
                    }
                }
            }
        }
    }
}
