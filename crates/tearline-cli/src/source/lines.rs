//! JSON lines: an object a line, a document each.

use std::cell::Cell;
use std::io::{BufRead, Read};

use serde::Deserialize;
use tearline::document::Known;
use tearline::policy::Review;
use tearline_files::Encoding;

use super::archive::{self, Bounded, MEMBER, Place};
use super::error::Refusal;
use super::item::{Content, Item};
use super::name::{self, Taken};
use super::packing::{self, Counted, Packing};

/// A document as a line holds it, with what is known and decided of it: its review names it by the digest of the text. A key
/// that is not known may have been meant for a caption, so it is an error.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    text: String,
    #[serde(default)]
    path: Option<String>,
    #[serde(default)]
    known: Option<Known>,
    #[serde(default)]
    review: Option<Box<Review>>,
}

/// Hands on every line.
pub(super) fn visit<E>(
    place: &Place<'_>,
    packing: Packing,
    hand: &mut dyn FnMut(Item) -> Result<(), E>,
) -> Result<(), E> {
    let count = Cell::new(0);
    let file = match packing::open(place.file) {
        Ok(file) => file,
        Err(error) => return hand(place.refused(Refusal::Io(error))),
    };
    let bounded = Bounded {
        inner: packing.reader(Counted {
            file,
            count: &count,
        }),
        left: place.bound(),
    };
    let mut stream = std::io::BufReader::with_capacity(1 << 16, bounded);
    let mut taken = Taken::new(place.extension);
    let mut line = Vec::new();
    let mut number: u64 = 0;
    loop {
        line.clear();
        number += 1;
        // Text may double in the escapes of JSON.
        let most = 2 * MEMBER;
        match (&mut stream).take(most).read_until(b'\n', &mut line) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) => return hand(place.refused(archive::broken(&error))),
        }
        if line.len() as u64 == most && !line.ends_with(b"\n") {
            // Where the next line begins is not known without reading on for ever.
            let name = number.to_string();
            hand(place.item(
                &name,
                Err(Refusal::TooLarge),
                Err(Refusal::TooLarge),
                count.get(),
            ))?;
            return hand(place.refused(Refusal::Damaged));
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        hand(item(place, &mut taken, number, &line, count.get()))?;
    }
}

fn item(place: &Place<'_>, taken: &mut Taken, number: u64, line: &[u8], read: u64) -> Item {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let refused =
        |name: &str, refusal| place.item(name, Err(refusal), Err(Refusal::NotAFile), read);
    let own = number.to_string();
    if !line.trim_ascii_start().starts_with(b"{") {
        // A list would be read as a record without names.
        return refused(&own, Refusal::NoRecord { column: 1 });
    }
    let record: Record = match serde_json::from_slice(line) {
        Ok(record) => record,
        Err(error) => {
            let column = error.column();
            return refused(&own, Refusal::NoRecord { column });
        }
    };
    let name = match record.path {
        None => own,
        Some(path) => match name::member(path.as_bytes()) {
            Ok(path) => path,
            Err(refusal) => return refused(&name::shown(path.as_bytes()), refusal),
        },
    };
    let content = Content::Bytes {
        bytes: record.text.into_bytes(),
        // JSON is UTF-8, whatever the files beside it are.
        encoding: Some(Encoding::default()),
        known: record.known.unwrap_or_default(),
        review: record.review,
    };
    place.item(&name, taken.output(&name), Ok(content), read)
}
