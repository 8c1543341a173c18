//! The index of withholdings, named for Vaughn v. Rosen, 484 F.2d 820: what it says of one document.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use jiff::civil::Date;

use super::package::Package;
use super::place::Withheld;
use super::question::Question;
use super::statute;
use crate::release::{Disposition, Grounds, Origin};
use crate::render::excision::Excision;
use crate::render::flow::Flow;

/// What the index says of one document and each of its withholdings.
///
/// Everything in it comes from released portions, from what the style of the release discloses, and from what persons say of
/// the case. Withholdings of which it says the same are one.
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
///
/// With the feature `serde` it is kept and read again.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Entry {
    pub(super) document: String,
    pub(super) case: String,
    pub(super) agency: String,
    /// Days as `2010-03-31`; empty where they are not known.
    pub(super) requested: String,
    pub(super) released: String,
    pub(super) reviewer: String,
    /// In words.
    pub(super) date: String,
    pub(super) sent: String,
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub(super) kind: String,
    pub(super) reference: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) pages: String,
    pub(super) classification: String,
    pub(super) subject: String,
    pub(super) decision: String,
    pub(super) head: String,
    pub(super) draft: bool,
    /// How many questions are open, …
    pub(super) open: usize,
    /// … and those of the document as a whole, or of what is not withheld.
    #[cfg_attr(
        not(any(feature = "html", feature = "pdf", feature = "serde")),
        allow(dead_code, reason = "a table has no room for it")
    )]
    pub(super) to_decide: Vec<String>,
    pub(super) withholdings: Vec<Withholding>,
}

/// What the index says of one withholding, or of several of which it says the same.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub(super) struct Withholding {
    /// The places, as a person calls them.
    pub(super) place: String,
    #[cfg_attr(
        not(any(feature = "html", feature = "serde")),
        allow(dead_code, reason = "only a web page has links")
    )]
    pub(super) links: Vec<Link>,
    pub(super) exemption: String,
    pub(super) section: String,
    pub(super) statute: Vec<Law>,
    pub(super) description: String,
    pub(super) harm: String,
    pub(super) segregability: String,
    pub(super) to_decide: String,
}

/// A code under which something is withheld, with what the law says behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub(super) struct Law {
    pub(super) code: String,
    pub(super) text: String,
}

/// A place, and the name of its element on the page of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(
    not(any(feature = "html", feature = "serde")),
    allow(dead_code, reason = "only a web page has links")
)]
pub(super) struct Link {
    pub(super) place: String,
    pub(super) id: String,
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
pub struct Row<'e> {
    entry: &'e Entry,
    withholding: Option<&'e Withholding>,
    statute: String,
}

impl Row<'_> {
    /// The names of the columns.
    pub const COLUMNS: &'static [&'static str] = &[
        "document",
        "case",
        "agency",
        "requested",
        "released",
        "reviewer",
        "date",
        "sent",
        "type",
        "reference",
        "from",
        "to",
        "pages",
        "classification",
        "subject",
        "decision",
        "draft",
        "place",
        "exemption",
        "section",
        "statute",
        "description",
        "harm",
        "segregability",
        "to_decide",
    ];

    /// The cells, in the order of [`Row::COLUMNS`].
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        let entry = self.entry;
        let of_document = [
            &*entry.document,
            &entry.case,
            &entry.agency,
            &entry.requested,
            &entry.released,
            &entry.reviewer,
            &entry.date,
            &entry.sent,
            &entry.kind,
            &entry.reference,
            &entry.from,
            &entry.to,
            &entry.pages,
            &entry.classification,
            &entry.subject,
            &entry.decision,
            if entry.draft { "yes" } else { "no" },
        ];
        let of_place = self.withholding.map_or([""; 8], |it| {
            [
                &*it.place,
                &it.exemption,
                &it.section,
                &self.statute,
                &it.description,
                &it.harm,
                &it.segregability,
                &it.to_decide,
            ]
        });
        of_document.into_iter().chain(of_place)
    }
}

impl Package<'_> {
    /// What the index says of this document.
    #[must_use]
    pub fn entry(&self) -> Entry {
        let (release, case) = (self.release(), self.case());
        let line = |text: Option<&str>| {
            text.map(Flow::one_line)
                .unwrap_or_else(|| "not released".to_owned())
        };
        let origin = release.origin();
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let withheld = self.withheld();
        let of_row = |it: &&Question| withheld.iter().any(|row| it.place() == Some(&row.place));
        let whole = self.questions().iter().filter(|it| !of_row(it));
        Entry {
            document: case.document().to_owned(),
            case: case.number().to_owned(),
            agency: case.agency().to_owned(),
            requested: day(case.requested()),
            released: case.on().to_string(),
            reviewer: case.reviewer().unwrap_or_default().to_owned(),
            date: origin
                .and_then(Origin::written)
                .map_or_else(|| "not released".to_owned(), in_words),
            sent: line(release.date_time_group()),
            kind: origin
                .map(|origin| origin.kind().to_string())
                .unwrap_or_default(),
            reference: line(release.reference()),
            from: line(release.sender()),
            to: line(release.addressees()),
            pages: case
                .pages()
                .map_or_else(|| "not counted".to_owned(), |pages| pages.to_string()),
            classification: origin
                .and_then(Origin::classification)
                .unwrap_or("none stated")
                .to_owned(),
            subject: release.subject().map_or_else(
                || "none".to_owned(),
                |subject| match subject.text() {
                    Some(text) => Flow::one_line(text),
                    None => Excision(subject).to_string(),
                },
            ),
            decision: match release.disposition() {
                Disposition::InFull => "RIF",
                Disposition::InPart => "RIP",
                Disposition::Withheld => "DIF",
            }
            .to_owned(),
            head: self.head(),
            draft: self.is_draft(),
            open: self.questions().len(),
            to_decide: whole
                .map(|it| match it.place() {
                    Some(place) => format!("{place}: {}", it.in_short()),
                    None => it.in_short(),
                })
                .collect(),
            withholdings: collapsed(withheld.iter().map(|it| withholding(it, self.questions()))),
        }
    }
}

impl Entry {
    /// The lines of the table: one for each withholding, and one where there is none.
    #[must_use]
    pub fn rows(&self) -> Vec<Row<'_>> {
        if self.withholdings.is_empty() {
            return vec![Row {
                entry: self,
                withholding: None,
                statute: String::new(),
            }];
        }
        let row = |it| Row {
            entry: self,
            withholding: Some(it),
            statute: statute_text(it),
        };
        self.withholdings.iter().map(row).collect()
    }

    /// Whether a person has to decide something before the document may go out.
    #[must_use]
    pub const fn is_draft(&self) -> bool {
        self.draft
    }

    /// The number of the document.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }

    /// The head mark ([`Package::head`]).
    #[must_use]
    pub fn head(&self) -> &str {
        &self.head
    }

    /// How many questions are open.
    #[must_use]
    pub const fn open(&self) -> usize {
        self.open
    }

    /// What stands before the ending of the files of the document ([`Package::file_stem`]).
    #[must_use]
    pub fn file_stem(&self) -> String {
        super::package::stem(&self.document, self.open)
    }
}

/// What is said of words that are withheld in a portion, where no person says more.
const WORDS_PARTED: &str = "these words are withheld and the rest of the portion is released";

fn withholding(it: &Withheld<'_>, questions: &[Question]) -> Withholding {
    let said = |text: fn(&Grounds) -> Option<&str>| {
        it.grounds
            .and_then(text)
            .map(Flow::one_line)
            .unwrap_or_default()
    };
    let authority = it.authority.filter(|authority| authority.is_decided());
    let texts = authority.map(|authority| statute::texts(authority, it.grounds));
    let here = questions
        .iter()
        .filter(|question| question.place() == Some(&it.place));
    let decide: Vec<String> = here.map(Question::in_short).collect();
    Withholding {
        place: it.place.clone(),
        links: vec![Link {
            place: it.place.clone(),
            id: it.id.clone(),
        }],
        exemption: it
            .authority
            .map(|it| it.exemptions().join(", "))
            .unwrap_or_default(),
        section: it
            .authority
            .map(|it| it.sections().join(", "))
            .unwrap_or_default(),
        statute: texts
            .unwrap_or_default()
            .into_iter()
            .map(|(code, text)| Law { code, text })
            .collect(),
        description: said(Grounds::description),
        harm: said(Grounds::harm),
        segregability: match said(Grounds::segregability) {
            none if none.is_empty() && it.is_words => WORDS_PARTED.to_owned(),
            said => said,
        },
        to_decide: decide.join("; "),
    }
}

impl Withholding {
    /// Whether it says of its places what the other says of its own.
    fn says_what(&self, other: &Self) -> bool {
        let said = |it: &Self| {
            let texts = [&it.exemption, &it.section, &it.description, &it.harm];
            let more = [&it.segregability, &it.to_decide];
            (
                texts.map(String::clone),
                more.map(String::clone),
                it.statute.clone(),
            )
        };
        said(self) == said(other)
    }
}

/// Each code with what the law says, in one line.
pub(super) fn statute_text(withholding: &Withholding) -> String {
    let texts = withholding.statute.iter();
    let texts: Vec<String> = texts
        .map(|it| format!("{}: {}", it.code, it.text))
        .collect();
    texts.join("; ")
}

/// Those of which the same is said as one, where the first of them stands.
fn collapsed(all: impl Iterator<Item = Withholding>) -> Vec<Withholding> {
    let mut rows: Vec<Withholding> = Vec::new();
    for next in all {
        match rows.iter_mut().find(|row| row.says_what(&next)) {
            Some(row) => {
                row.place = format!("{}, {}", row.place, next.place);
                row.links.extend(next.links);
            }
            None => rows.push(next),
        }
    }
    rows
}

/// A day as a court writes it: `March 14, 2006`.
pub(super) fn in_words(day: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(day.month() - 1).ok();
    let month = month.and_then(|month| MONTHS.get(month)).unwrap_or(&"");
    format!("{month} {}, {}", day.day(), day.year())
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
