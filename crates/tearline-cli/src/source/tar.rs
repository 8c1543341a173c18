//! The members of a tape archive, in its order.
//!
//! It is read twice: what is known of a document may stand behind it. Long names and extended headers are read here, up to a
//! length, and not by the crate, which takes them into memory however long they are.

use std::cell::Cell;
use std::io::{self, Read};

use tar::{EntryType, Header, PaxExtensions};

use super::archive::{self, Bounded, Place, Role, Sidecars};
use super::error::Refusal;
use super::item::Item;
use super::name::{self, Taken};
use super::packing::{self, Counted, Packing};

/// The longest extended header that is read.
const EXTENDED: u64 = 64 << 10;
const BLOCK: u64 = 512;

/// Hands on every member.
pub(super) fn visit<E>(
    place: &Place<'_>,
    packing: Packing,
    hand: &mut dyn FnMut(Item) -> Result<(), E>,
) -> Result<(), E> {
    let mut sidecars = Sidecars::default();
    let looked = members(place, packing, &Cell::new(0), &mut |member, body, _| {
        match (Role::of(&member.name), member.kind) {
            (Role::Known { document, is_json }, Kind::File) => {
                sidecars.take(document, is_json, body);
            }
            (Role::Review { document, is_json }, Kind::File) => {
                sidecars.take_review(document, is_json, body);
            }
            _ => {}
        }
        Ok(())
    });
    if let Err(Broken::By(error)) = looked {
        return Err(error);
    }
    let mut taken = Taken::new(place.extension);
    let count = Cell::new(0);
    let read = members(place, packing, &count, &mut |member, mut body, size| {
        if member.kind == Kind::Folder {
            return Ok(());
        }
        let role = match (member.kind, Role::of(&member.name)) {
            (_, role @ Role::Refused(_)) | (Kind::File, role) => role,
            (Kind::Link, _) => Role::Refused(Refusal::Link),
            (Kind::Folder | Kind::Other, _) => Role::Refused(Refusal::NotAFile),
        };
        match role {
            Role::Document(path) => {
                let bytes = archive::bytes(&mut body, size);
                // What broke off in the middle is no document, and the archive says so once.
                if matches!(bytes, Err(Refusal::Damaged | Refusal::Bomb)) {
                    return Ok(());
                }
                let item =
                    archive::document(place, &mut taken, &mut sidecars, &path, bytes, count.get());
                hand(item)
            }
            Role::Known { .. } | Role::Review { .. } => Ok(()),
            Role::Refused(refusal) => {
                let shown = name::shown(&member.name);
                hand(place.item(&shown, Err(refusal), Err(Refusal::NotAFile), count.get()))
            }
        }
    });
    match read {
        Err(Broken::By(error)) => return Err(error),
        Err(Broken::Off(refusal)) => hand(place.refused(refusal))?,
        Ok(()) => {}
    }
    sidecars.hand_orphans(place, hand)
}

/// Why the reading ended before the archive did.
enum Broken<E> {
    /// Whoever was handed the members wants no more.
    By(E),
    /// The archive goes no further.
    Off(Refusal),
}

/// A member without what it holds.
struct Member {
    name: Vec<u8>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Folder,
    Link,
    Other,
}

type Look<'l, E> = dyn FnMut(&Member, &mut dyn Read, u64) -> Result<(), E> + 'l;

fn members<E>(
    place: &Place<'_>,
    packing: Packing,
    count: &Cell<u64>,
    look: &mut Look<'_, E>,
) -> Result<(), Broken<E>> {
    let off = |error: io::Error| Broken::Off(archive::broken(&error));
    let file = packing::open(place.file).map_err(|error| Broken::Off(Refusal::Io(error)))?;
    let mut stream = Bounded {
        inner: packing.reader(Counted { file, count }),
        left: place.bound(),
    };
    let mut long: Option<Vec<u8>> = None;
    loop {
        let mut header = Header::new_old();
        let block = header.as_mut_bytes();
        match stream.read(&mut block[..1]).map_err(off)? {
            // Not every program ends an archive with empty blocks.
            0 => return Ok(()),
            _ => stream.read_exact(&mut block[1..]).map_err(off)?,
        }
        if header.as_bytes().iter().all(|byte| *byte == 0) {
            return Ok(());
        }
        let damaged = || Broken::Off(Refusal::Damaged);
        if !is_sound(&header) {
            return Err(damaged());
        }
        let size = header.entry_size().map_err(|_| damaged())?;
        let padded = size.checked_next_multiple_of(BLOCK).ok_or_else(damaged)?;
        let kind = header.entry_type();
        let is_extension = matches!(
            kind,
            EntryType::GNULongName
                | EntryType::GNULongLink
                | EntryType::XHeader
                | EntryType::XGlobalHeader
        );
        let mut body = (&mut stream).take(padded);
        if is_extension {
            if size > EXTENDED {
                return Err(damaged());
            }
            let mut bytes = Vec::new();
            body.read_to_end(&mut bytes).map_err(off)?;
            bytes.truncate(usize::try_from(size).unwrap_or_default());
            if kind == EntryType::GNULongName {
                let end = bytes.iter().position(|byte| *byte == 0);
                bytes.truncate(end.unwrap_or(bytes.len()));
                long = Some(bytes);
            } else if kind == EntryType::XHeader {
                long = extended(&bytes).map_err(|()| damaged())?.or(long);
            }
            continue;
        }
        let member = Member {
            name: long
                .take()
                .unwrap_or_else(|| header.path_bytes().into_owned()),
            kind: if matches!(kind, EntryType::Regular | EntryType::Continuous) {
                Kind::File
            } else if kind == EntryType::Directory {
                Kind::Folder
            } else if matches!(kind, EntryType::Symlink | EntryType::Link) {
                Kind::Link
            } else {
                Kind::Other
            },
        };
        // In the oldest form a folder is a file whose name ends in a stroke.
        let member = match (member.kind, member.name.ends_with(b"/")) {
            (Kind::File, true) => Member {
                kind: Kind::Folder,
                ..member
            },
            _ => member,
        };
        let mut inside = (&mut body).take(size);
        look(&member, &mut inside, size).map_err(Broken::By)?;
        io::copy(&mut body, &mut io::sink()).map_err(off)?;
        if body.limit() > 0 {
            return Err(damaged());
        }
    }
}

/// Whether the sum of a header is that of its bytes.
fn is_sound(header: &Header) -> bool {
    let sum: u32 = header
        .as_bytes()
        .iter()
        .enumerate()
        .map(|(at, byte)| match at {
            148..156 => u32::from(b' '),
            _ => u32::from(*byte),
        })
        .sum();
    header.cksum().is_ok_and(|said| said == sum)
}

/// The path that an extended header says. A size of its own would put the members at other places.
fn extended(bytes: &[u8]) -> Result<Option<Vec<u8>>, ()> {
    let mut path = None;
    for extension in PaxExtensions::new(bytes) {
        let extension = extension.map_err(|_| ())?;
        match extension.key_bytes() {
            b"path" => path = Some(extension.value_bytes().to_vec()),
            b"size" => return Err(()),
            _ => {}
        }
    }
    Ok(path)
}
