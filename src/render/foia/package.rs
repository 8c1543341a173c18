//! A release as an agency hands it out under the Freedom of Information Act.

use super::case::Case;
use super::place::{Withheld, withheld};
use super::question::{self, Question};
use crate::release::{Disposition, Release};
#[cfg(feature = "html")]
use crate::render::html;
use crate::render::markdown;
use crate::render::sheet::Sheet;

/// A release in the form in which it goes to a requester.
///
/// It is final only where nothing is open: a person is named who answers for it, and every withholding has an exemption that
/// can be right, the category of what is classified, a description, the harm that the release would do, and the reason for
/// which no part of it can be released. Until then it is a draft, and says so on every page with the number of what is open.
///
/// The release has to be in a style that shows exemptions ([`crate::release::Detail::with_exemptions`]); without them nothing
/// is decided. A mark for sensitive information is by itself no exemption.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::{Action, Decision, Grounds, Policy};
/// use tearline::release::{Detail, Exemptions, Style};
/// use tearline::render::{Case, Package};
///
/// let cable = tearline::parse("UNCLAS STATE 1\n\nSENSITIVE\n\n1. (U) One.\n\n2. (SBU) Two.\n");
/// let (policy, public, day) = (Policy::default(), Reader::public(), date(2010, 3, 31));
/// let case = Case::new("F-2010-00017", "C00000001", day).with_reviewer("I. Birk");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let draft = policy.assess(&cable).release_in(&public, day, style);
/// assert!(Package::new(&draft, &case).is_draft());
///
/// let grounds = Grounds::new()
///     .with_description("a medical file")
///     .with_harm("an illness would become known")
///     .with_segregability("the file is of one person throughout");
/// let decision = Decision::new("paragraph 2".parse()?, Action::Withhold(Some("B6".parse()?)), "I. Birk", day);
/// let decided = policy.assess(&cable).decided(&[decision.with_grounds(grounds)].into())?;
/// let release = decided.release_in(&public, day, style);
/// let package = Package::new(&release, &case);
/// assert_eq!((package.questions().len(), package.head()), (0, "RELEASED IN PART  B6".to_owned()));
/// assert!(package.to_html().contains("[withheld: B6]"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Package<'a> {
    release: &'a Release<'a>,
    case: &'a Case,
    questions: Vec<Question>,
}

impl<'a> Package<'a> {
    /// A release and the case it belongs to.
    #[must_use]
    pub fn new(release: &'a Release<'a>, case: &'a Case) -> Self {
        Self {
            release,
            case,
            questions: question::questions(release, case, &withheld(release)),
        }
    }

    /// The same with more that a person has to decide: a proposal that nobody has answered, the same paragraph with another
    /// verdict in another document.
    #[must_use]
    pub fn with_questions(mut self, more: impl IntoIterator<Item = Question>) -> Self {
        self.questions.extend(more);
        self
    }

    /// What a person has still to decide: of the document first, then of each place, then what was added.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
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

    /// Whether a person has to decide something before it may go out.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        !self.questions.is_empty()
    }

    /// What stands before the ending of its files: the number of the document, and behind it `-DRAFT` where it is one.
    #[must_use]
    pub fn file_stem(&self) -> String {
        stem(self.case.document(), self.questions.len())
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
        for authority in self.withheld().iter().filter_map(|it| it.authority) {
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
    pub fn to_pdf(&self) -> Result<Vec<u8>, crate::render::PdfError> {
        crate::render::pdf::write(self.release, &self.sheet())
    }

    /// Where something is withheld, and under what.
    pub(super) fn withheld(&self) -> Vec<Withheld<'a>> {
        withheld(self.release)
    }

    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::of(self.release);
        sheet.title = self.head();
        sheet.links = true;
        sheet.running.push(self.case.agency().to_owned());
        sheet.running.push(self.case.line());
        sheet.running.push(self.head());
        sheet.running.extend(draft_line(self.questions.len()));
        sheet
    }
}

/// What every page of a draft says; nothing where nothing is open.
pub(super) fn draft_line(open: usize) -> Option<String> {
    match open {
        0 => None,
        1 => Some("DRAFT - NOT FOR RELEASE: 1 question is open".to_owned()),
        open => Some(format!(
            "DRAFT - NOT FOR RELEASE: {open} questions are open"
        )),
    }
}

/// What stands before the ending of a file, of something in which so many questions are open.
pub(super) fn stem(name: &str, open: usize) -> String {
    let draft = if open > 0 { "-DRAFT" } else { "" };
    format!("{name}{draft}")
}
