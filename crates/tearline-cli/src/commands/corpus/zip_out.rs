//! A ZIP that can be gone on with after an interruption: what its directory will say is kept in a file beside it, and not in
//! memory, until the end (APPNOTE.TXT 6.3.9, sections 4.3 and 4.5.3).
//!
//! The same releases give the same bytes: every member bears the first moment that the format knows.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// A member, packed by whoever made the release.
pub(super) struct Member {
    name: String,
    crc: u32,
    size: u32,
    packed: Vec<u8>,
    method: u16,
}

/// 1980-01-01.
const DAY: u16 = 0x21;
/// The name is UTF-8.
const FLAGS: u16 = 1 << 11;
const DEFLATED: u16 = 8;
const STORED: u16 = 0;
const LONG: u32 = u32::MAX;

impl Member {
    /// Packs a release; none that is longer than a ZIP of this kind takes.
    pub(super) fn pack(name: String, bytes: &[u8]) -> io::Result<Self> {
        let too_long = || io::Error::from(io::ErrorKind::FileTooLarge);
        let size = u32::try_from(bytes.len()).map_err(|_| too_long())?;
        if u16::try_from(name.len()).is_err() {
            return Err(io::Error::from(io::ErrorKind::InvalidFilename));
        }
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes)?;
        let packed = encoder.finish()?;
        let (packed, method) = if packed.len() < bytes.len() {
            (packed, DEFLATED)
        } else {
            (bytes.to_vec(), STORED)
        };
        Ok(Self {
            name,
            crc: crc.sum(),
            size,
            packed,
            method,
        })
    }

    fn packed_size(&self) -> u32 {
        // Never more than the size, which fits.
        u32::try_from(self.packed.len()).unwrap_or(LONG)
    }

    /// What stands both before the member and in the directory.
    fn common(&self, version: u16) -> Vec<u8> {
        let mut out = Vec::new();
        for word in [version, FLAGS, self.method, 0, DAY] {
            out.extend(word.to_le_bytes());
        }
        for long in [self.crc, self.packed_size(), self.size] {
            out.extend(long.to_le_bytes());
        }
        out.extend(u16::try_from(self.name.len()).unwrap_or(0).to_le_bytes());
        out
    }

    /// Writes it at `offset`, and what the directory will say of it; gives how many bytes it took.
    pub(super) fn write(
        &self,
        offset: u64,
        stream: &mut impl Write,
        directory: &mut impl Write,
    ) -> io::Result<u64> {
        let mut head = b"PK\x03\x04".to_vec();
        head.extend(self.common(20));
        head.extend([0, 0]);
        head.extend(self.name.as_bytes());
        stream.write_all(&head)?;
        stream.write_all(&self.packed)?;

        let short = u32::try_from(offset).ok().filter(|short| *short != LONG);
        let mut extra = Vec::new();
        if short.is_none() {
            extra.extend([1, 0, 8, 0]);
            extra.extend(offset.to_le_bytes());
        }
        let version: u16 = if short.is_some() { 20 } else { 45 };
        // Made on Unix: the names have strokes, and the files may be read by all.
        let mut entry = b"PK\x01\x02".to_vec();
        entry.extend([45, 3]);
        entry.extend(self.common(version));
        entry.extend(u16::try_from(extra.len()).unwrap_or(0).to_le_bytes());
        entry.extend([0; 6]);
        entry.extend((0o100_644_u32 << 16).to_le_bytes());
        entry.extend(short.unwrap_or(LONG).to_le_bytes());
        entry.extend(self.name.as_bytes());
        entry.extend(extra);
        directory.write_all(&entry)?;
        Ok((head.len() + self.packed.len()) as u64)
    }
}

/// What stands at the end, behind a directory of so many members that begins at `start`.
pub(super) fn end(members: u64, start: u64, length: u64) -> Vec<u8> {
    let mut out = Vec::new();
    let short = |number: u64| u32::try_from(number).unwrap_or(LONG);
    let count = u16::try_from(members).unwrap_or(u16::MAX);
    if count == u16::MAX || short(start) == LONG || short(length) == LONG {
        out.extend(b"PK\x06\x06");
        out.extend(44_u64.to_le_bytes());
        out.extend([45, 3, 45, 0]);
        out.extend([0; 8]);
        for long in [members, members, length, start] {
            out.extend(long.to_le_bytes());
        }
        out.extend(b"PK\x06\x07");
        out.extend([0; 4]);
        out.extend((start + length).to_le_bytes());
        out.extend(1_u32.to_le_bytes());
    }
    out.extend(b"PK\x05\x06");
    out.extend([0; 4]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(short(length).to_le_bytes());
    out.extend(short(start).to_le_bytes());
    out.extend([0; 2]);
    out
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        // More than the short form counts.
        let (mut stream, mut directory, mut offset) = (Vec::new(), Vec::new(), 0);
        for number in 0..70_000 {
            let text = format!("release {number}");
            let member = Member::pack(format!("é/{number}.txt"), text.as_bytes()).unwrap();
            offset += member.write(offset, &mut stream, &mut directory).unwrap();
        }
        let length = directory.len() as u64;
        stream.extend(directory);
        stream.extend(end(70_000, offset, length));
        let mut zip = zip::ZipArchive::new(Cursor::new(stream)).unwrap();
        assert_eq!(zip.len(), 70_000);
        let mut text = String::new();
        let mut member = zip.by_name("é/69999.txt").unwrap();
        member.read_to_string(&mut text).unwrap();
        assert_eq!(text, "release 69999");
    }
}
