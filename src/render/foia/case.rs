//! The case in which a document is released.

use jiff::civil::Date;

/// The case in which a document is released, as every page and the index name it.
///
/// ```
/// use jiff::civil::date;
/// use tearline::render::Case;
///
/// let case = Case::new("F-2010-00017", "C00000001", date(2010, 3, 31)).with_reviewer("I. Birk");
/// assert_eq!(
///     case.line(),
///     "Case No. F-2010-00017  Doc No. C00000001  Date: 03/31/2010"
/// );
/// assert_eq!((case.agency(), case.reviewer()), ("U.S. Department of State", Some("I. Birk")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    number: String,
    document: String,
    on: Date,
    agency: String,
    reviewer: Option<String>,
    requested: Option<Date>,
    pages: Option<usize>,
}

impl Case {
    /// The numbers of case and document, and the day of the release.
    #[must_use]
    pub fn new(number: &str, document: &str, on: Date) -> Self {
        Self {
            number: number.to_owned(),
            document: document.to_owned(),
            on,
            agency: "U.S. Department of State".to_owned(),
            reviewer: None,
            requested: None,
            pages: None,
        }
    }

    /// The same of another agency.
    #[must_use]
    pub fn with_agency(mut self, agency: &str) -> Self {
        agency.clone_into(&mut self.agency);
        self
    }

    /// The same with the person who answers for what is withheld. One without a name is none.
    #[must_use]
    pub fn with_reviewer(mut self, name: &str) -> Self {
        self.reviewer = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        self
    }

    /// The same with the day of the request, from which the age of a record counts (5 U.S.C. 552(b)(5)).
    #[must_use]
    pub const fn with_request(mut self, on: Date) -> Self {
        self.requested = Some(on);
        self
    }

    /// The same with the number of pages that the document itself has.
    #[must_use]
    pub const fn with_pages(mut self, pages: usize) -> Self {
        self.pages = Some(pages);
        self
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

    /// The agency.
    #[must_use]
    pub fn agency(&self) -> &str {
        &self.agency
    }

    /// The person who answers for what is withheld.
    #[must_use]
    pub fn reviewer(&self) -> Option<&str> {
        self.reviewer.as_deref()
    }

    /// The day of the request.
    #[must_use]
    pub const fn requested(&self) -> Option<Date> {
        self.requested
    }

    /// The pages of the document itself.
    #[must_use]
    pub const fn pages(&self) -> Option<usize> {
        self.pages
    }

    /// The line that every page has under its banner and the name of the agency.
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
