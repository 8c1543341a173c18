//! What is common to archives: how far they are trusted, and how their members become documents.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use tearline::document::Known;
use tearline::policy::Review;

use super::error::Refusal;
use super::item::{Content, Item};
use super::name::{self, Taken};
use super::packing::Archive;
use crate::beside;
use crate::config;

/// No member of an archive is read that unpacks to more.
pub(super) const MEMBER: u64 = 256 << 20;
/// No archive is read on once it has unpacked to more than so many times its size, and …
pub(super) const TIMES: u64 = 1000;
/// … to more than this, which a small one may.
const SLACK: u64 = 64 << 20;
/// No file beside a document is longer.
const BESIDE: u64 = 64 << 10;

/// Where an archive lies.
pub(super) struct Place<'p> {
    pub(super) file: &'p Path,
    /// Before the paths of its members: its own path and `/`, nothing where it is the whole collection.
    pub(super) prefix: &'p str,
    /// The path that a refusal of the archive itself has.
    pub(super) path: &'p str,
    pub(super) extension: Option<&'static str>,
    pub(super) size: u64,
    pub(super) stamp: u64,
    /// How many bytes of the collection lie before it.
    pub(super) before: u64,
}

impl Place<'_> {
    /// How many bytes may come out of it.
    pub(super) const fn bound(&self) -> u64 {
        self.size.saturating_mul(TIMES).saturating_add(SLACK)
    }

    /// A document of it; `name` is its path inside, `read` how much of the archive lies behind its end.
    pub(super) fn item(
        &self,
        name: &str,
        output: Result<String, Refusal>,
        content: Result<Content, Refusal>,
        read: u64,
    ) -> Item {
        let (output, content) = match (output, content) {
            (Ok(output), Ok(content)) => (format!("{}{output}", self.prefix), Ok(content)),
            (Err(refusal), _) | (Ok(_), Err(refusal)) => (String::new(), Err(refusal)),
        };
        let size = match &content {
            Ok(Content::Bytes { bytes, .. }) => bytes.len() as u64,
            Ok(Content::File(_)) | Err(_) => 0,
        };
        Item {
            path: format!("{}{name}", self.prefix),
            shown: format!("{}/{name}", self.file.display()),
            output,
            content,
            stamp: name::hash((self.stamp, name, size)),
            size,
            behind: self.before + read.min(self.size),
        }
    }

    /// That the archive itself is not read, or not to its end.
    pub(super) fn refused(&self, refusal: Refusal) -> Item {
        Item {
            path: self.path.to_owned(),
            shown: self.file.display().to_string(),
            output: String::new(),
            content: Err(refusal),
            stamp: name::hash((self.stamp, self.path)),
            size: 0,
            behind: self.before + self.size,
        }
    }
}

/// What a member is by its name.
pub(super) enum Role {
    Document(String),
    /// It says what is known of the document of that path.
    Known {
        document: String,
        is_json: bool,
    },
    /// It is the review of the document of that path.
    Review {
        document: String,
        is_json: bool,
    },
    Refused(Refusal),
}

impl Role {
    pub(super) fn of(name: &[u8]) -> Self {
        let path = match name::member(name) {
            Ok(path) => path,
            Err(refusal) => return Self::Refused(refusal),
        };
        let file = Path::new(&path);
        let is_json = beside::is_json(file);
        let named = |document: PathBuf| document.to_string_lossy().into_owned();
        if let Some(document) = beside::KNOWN.document_of(file).map(named) {
            return Self::Known { document, is_json };
        }
        if let Some(document) = beside::REVIEW.document_of(file).map(named) {
            return Self::Review { document, is_json };
        }
        let own = path.rsplit('/').next().unwrap_or_default();
        if own == config::NAME {
            Self::Refused(Refusal::Configuration)
        } else if Archive::of(own).is_some() {
            Self::Refused(Refusal::Nested)
        } else {
            Self::Document(path)
        }
    }
}

/// What the files inside an archive say of the documents beside them.
#[derive(Default)]
pub(super) struct Sidecars {
    known: BTreeMap<String, (Option<Known>, bool)>,
    reviews: BTreeMap<String, (Option<Review>, bool)>,
}

impl Sidecars {
    /// Takes one in.
    pub(super) fn take(&mut self, document: String, is_json: bool, reader: &mut dyn Read) {
        let text = small(reader).filter(|_| !self.known.contains_key(&document));
        let known = text.and_then(|text| beside::parsed(&text, is_json).ok());
        self.known.insert(document, (known, false));
    }

    /// Takes a review in.
    pub(super) fn take_review(&mut self, document: String, is_json: bool, reader: &mut dyn Read) {
        let text = small(reader).filter(|_| !self.reviews.contains_key(&document));
        let review = text.and_then(|text| beside::parsed(&text, is_json).ok());
        self.reviews.insert(document, (review, false));
    }

    /// The review of a document, where there is one.
    ///
    /// # Errors
    ///
    /// Where there is one and it cannot be read: it may have withheld something.
    pub(super) fn review_of(&mut self, document: &str) -> Result<Option<Review>, Refusal> {
        match self.reviews.get_mut(document) {
            None => Ok(None),
            Some((review, used)) => {
                *used = true;
                review.clone().map(Some).ok_or(Refusal::Review)
            }
        }
    }

    /// What is known of a document.
    ///
    /// # Errors
    ///
    /// Where something was said and cannot be read: it may have been a caption.
    pub(super) fn of(&mut self, document: &str) -> Result<Known, Refusal> {
        match self.known.get_mut(document) {
            None => Ok(Known::new()),
            Some((known, used)) => {
                *used = true;
                known.clone().ok_or(Refusal::Known)
            }
        }
    }

    /// Hands on those of which no document was there, each as a failure.
    pub(super) fn hand_orphans<E>(
        self,
        place: &Place<'_>,
        hand: &mut dyn FnMut(Item) -> Result<(), E>,
    ) -> Result<(), E> {
        let known = self.known.into_iter().filter(|(_, (_, used))| !used);
        for (document, _) in known {
            hand(place.item(
                &format!("{document}.known"),
                Err(Refusal::Orphan),
                Err(Refusal::Orphan),
                place.size,
            ))?;
        }
        let reviews = self.reviews.into_iter().filter(|(_, (_, used))| !used);
        for (document, _) in reviews {
            let refusal = || Err(Refusal::OrphanReview);
            hand(place.item(
                &format!("{document}.review"),
                refusal(),
                Err(Refusal::OrphanReview),
                place.size,
            ))?;
        }
        Ok(())
    }
}

/// The text of what stands beside a document; none where it is not UTF-8 or longer than such a text is.
fn small(reader: &mut dyn Read) -> Option<String> {
    let mut text = String::new();
    let read = reader.take(BESIDE + 1).read_to_string(&mut text);
    (read.is_ok() && text.len() as u64 <= BESIDE).then_some(text)
}

/// A member as a document, read to its end.
pub(super) fn document(
    place: &Place<'_>,
    taken: &mut Taken,
    sidecars: &mut Sidecars,
    path: &str,
    bytes: Result<Vec<u8>, Refusal>,
    read: u64,
) -> Item {
    let known = sidecars.of(path);
    let review = sidecars.review_of(path);
    let content = bytes.and_then(|bytes| {
        Ok(Content::Bytes {
            bytes,
            encoding: None,
            known: known?,
            review: review?.map(Box::new),
        })
    });
    place.item(path, taken.output(path), content, read)
}

/// The bytes of a member.
pub(super) fn bytes(reader: &mut dyn Read, size: u64) -> Result<Vec<u8>, Refusal> {
    if size > MEMBER {
        return Err(Refusal::TooLarge);
    }
    // A size that is only claimed takes no memory.
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(1 << 20)).unwrap_or_default());
    reader
        .take(MEMBER + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| broken(&error))?;
    match bytes.len() as u64 {
        read if read > MEMBER => Err(Refusal::TooLarge),
        // Half a document is none: the marks of the other half are missing.
        read if read != size => Err(Refusal::Damaged),
        _ => Ok(bytes),
    }
}

/// A stream that ends in an error once more has come out of it than an honest one holds.
pub(super) struct Bounded<R> {
    pub(super) inner: R,
    pub(super) left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => {
                self.left = 0;
                return Err(io::Error::from(io::ErrorKind::QuotaExceeded));
            }
        }
        Ok(read)
    }
}

/// Why a stream broke off.
pub(super) fn broken(error: &io::Error) -> Refusal {
    if error.kind() == io::ErrorKind::QuotaExceeded {
        Refusal::Bomb
    } else {
        Refusal::Damaged
    }
}
