//! Why something in a collection is not released. None of it holds text of a document.

use std::path::PathBuf;

use super::archive::{MEMBER, TIMES};

/// Why one document, or one archive from some place on, is not released.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("not a file")]
    NotAFile,
    #[error("its name is not UTF-8")]
    NameNotUtf8,
    #[error("its name leads out of the archive, or is none that a file can have")]
    HostileName,
    #[error("an earlier document of the archive has the same path")]
    Twice,
    #[error("its release would take the place of another, or of a folder")]
    Taken,
    #[error("it is an archive within an archive; unpack it")]
    Nested,
    #[error("it is a link within an archive; give the file itself")]
    Link,
    #[error("a configuration within an archive is not read; take it out")]
    Configuration,
    #[error("it says what is known of a document that the archive does not have")]
    Orphan,
    #[error("what is known of it cannot be read")]
    Known,
    #[error("it is the review of a document that the archive does not have")]
    OrphanReview,
    #[error("its review cannot be read")]
    Review,
    #[error("its review: {0}")]
    ReviewFile(#[from] crate::reviewed::ReviewFileError),
    #[error("it is encrypted, or packed in a way that is not read; pack it anew")]
    Packed,
    #[error("unpacked it is larger than {} MiB", MEMBER >> 20)]
    TooLarge,
    #[error("it unpacks to more than {TIMES} times its size; what follows in it is not read")]
    Bomb,
    #[error("it is damaged; what follows in it is not read")]
    Damaged,
    #[error("it is damaged")]
    DamagedMember,
    #[error(
        "this is no object with `text`, if you like `path` and `known`, and nothing else (column {column})"
    )]
    NoRecord { column: usize },
    #[error("{0}")]
    Catalogue(#[from] crate::catalogue::RowError),
    #[error("{0}")]
    Text(#[from] tearline_files::DecodeError),
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// What the reading of a file says, with its place.
    #[error("{0}")]
    Said(String),
}

impl Refusal {
    /// Whether it says that an archive broke off.
    pub(super) const fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged)
    }
}

/// Why there is no collection at all.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SourceError {
    #[error("{}: {error}", .path.display())]
    Unreadable {
        path: PathBuf,
        error: std::io::Error,
    },
    #[error("{}: this is neither a folder nor an archive; release one document with `tearline release`", .path.display())]
    NoCollection { path: PathBuf },
}
