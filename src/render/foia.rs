//! A release as the State Department hands it out under the Freedom of Information Act.

use jiff::civil::Date;

#[cfg(feature = "html")]
use super::html;
use super::markdown;
use super::sheet::Sheet;
use crate::Severity;
use crate::release::{Authority, Content, Disposition, ExcisedWords, Release, Released};

/// The case in which a document is released, as every page names it.
///
/// ```
/// use jiff::civil::date;
/// use tearline::render::Case;
///
/// let case = Case::new("F-2010-00017", "C00000001", date(2010, 3, 31));
/// assert_eq!(
///     case.line(),
///     "Case No. F-2010-00017  Doc No. C00000001  Date: 03/31/2010"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    number: String,
    document: String,
    on: Date,
}

/// A release in the form in which it goes to a requester.
///
/// The release has to be in a style that shows exemptions ([`crate::release::Detail::with_exemptions`]); without them,
/// and wherever an exemption or its section is still open, the package is a draft and says so on every page. A mark for
/// sensitive information is by itself no exemption.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemption, Exemptions, Style};
/// use tearline::render::{Case, Package};
///
/// let cable = tearline::parse(
///     "CONFIDENTIAL STATE 1\n\n1. (U) Classified by: A. Example. Reason: 1.4(d)\n\n2. (C) Two.\n\n3. (SBU) Three.\n",
/// );
/// let policy = Policy::default();
/// let case = Case::new("F-2010-00017", "C00000001", date(2010, 3, 31));
/// let release = |exemptions| {
///     let style = Style::Places(Detail::default().with_exemptions(exemptions));
///     policy.assess(&cable).release_in(&Reader::public(), date(2010, 3, 31), style)
/// };
/// let draft = release(Exemptions::default());
/// assert!(Package::new(&draft, &case).is_draft());
///
/// let decided = release(Exemptions::default().with_sensitive(Exemption::B5));
/// let package = Package::new(&decided, &case);
/// assert!(!package.is_draft());
/// assert_eq!(package.head(), "RELEASED IN PART  B1,1.4(D),B5");
/// assert!(package.to_html().contains("[withheld: B1 1.4(D)]"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Package<'a> {
    release: &'a Release<'a>,
    case: &'a Case,
}

impl Case {
    /// The numbers of case and document, and the day of the release.
    #[must_use]
    pub fn new(number: &str, document: &str, on: Date) -> Self {
        Self {
            number: number.to_owned(),
            document: document.to_owned(),
            on,
        }
    }

    /// The number of the case.
    #[must_use]
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The number of the document.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }

    /// The day of the release.
    #[must_use]
    pub const fn on(&self) -> Date {
        self.on
    }

    /// The line that every page has under its banner and the name of the department.
    #[must_use]
    pub fn line(&self) -> String {
        format!(
            "Case No. {}  Doc No. {}  Date: {:02}/{:02}/{:04}",
            self.number,
            self.document,
            self.on.month(),
            self.on.day(),
            self.on.year()
        )
    }
}

impl<'a> Package<'a> {
    /// A release and the case it belongs to.
    #[must_use]
    pub const fn new(release: &'a Release<'a>, case: &'a Case) -> Self {
        Self { release, case }
    }

    /// The release.
    #[must_use]
    pub const fn release(&self) -> &'a Release<'a> {
        self.release
    }

    /// The case.
    #[must_use]
    pub const fn case(&self) -> &'a Case {
        self.case
    }

    /// Whether a reviewer has to decide something before it may go out.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        let unnamed = self.withheld().any(|(_, authority)| authority.is_none());
        unnamed
            || self
                .release
                .undecided()
                .iter()
                .any(|rule| rule.severity == Severity::Error)
    }

    /// The head mark: how much is released, and every exemption that is used.
    #[must_use]
    pub fn head(&self) -> String {
        let decision = match self.release.disposition() {
            Disposition::InFull => "RELEASED IN FULL",
            Disposition::InPart => "RELEASED IN PART",
            Disposition::Withheld => "WITHHELD IN FULL",
        };
        let mut codes: Vec<String> = Vec::new();
        for authority in self.withheld().filter_map(|(_, authority)| authority) {
            for code in authority.codes() {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
        // As they are counted: (b)(1) with its sections before (b)(5).
        codes.sort_by_key(|code| {
            (
                !(code == "B1" || code.starts_with('1')),
                code != "B1",
                code.clone(),
            )
        });
        if codes.is_empty() {
            decision.to_owned()
        } else {
            format!("{decision}  {}", codes.join(","))
        }
    }

    /// The package as a web page.
    #[cfg(feature = "html")]
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut out = String::new();
        html::page(self.release, &self.sheet(), &mut out);
        out
    }

    /// The package as Markdown.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut out = String::new();
        markdown::markdown(self.release, &self.sheet(), &mut out);
        out
    }

    /// The package as PDF.
    ///
    /// # Errors
    ///
    /// Where the file would break a standard that it claims, or is beyond what a PDF can hold.
    #[cfg(feature = "pdf")]
    pub fn to_pdf(&self) -> Result<Vec<u8>, super::PdfError> {
        super::pdf::write(self.release, &self.sheet())
    }

    /// What is withheld, whole portions and words in others, and under what.
    pub(super) fn withheld(
        &self,
    ) -> impl Iterator<Item = (&'a Released<'a>, Option<Authority>)> + use<'a> {
        self.release.portions().iter().flat_map(|portion| {
            let whole = matches!(portion.content(), Content::Withheld(_));
            let whole = whole.then(|| portion.disclosed().authority());
            let words = portion.excised_words().iter().map(ExcisedWords::authority);
            let all = whole.into_iter().chain(words);
            all.map(move |authority| (portion, authority))
        })
    }

    fn sheet(&self) -> Sheet {
        let draft = "DRAFT - NOT FOR RELEASE: a reviewer has to decide what the index lists";
        let mut sheet = Sheet::of(self.release);
        sheet.title = self.head();
        sheet.running.push("U.S. Department of State".to_owned());
        sheet.running.push(self.case.line());
        if self.is_draft() {
            sheet.running.push(draft.to_owned());
        }
        sheet
    }
}
