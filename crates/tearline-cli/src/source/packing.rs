//! What a file holds by its ending, and the reading of what is compressed.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

/// Several documents in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Archive {
    Zip,
    Tar(Packing),
    Lines(Packing),
}

/// How a stream is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    None,
    Gzip,
    Zstd,
}

const ENDINGS: [(&str, Archive); 12] = [
    (".zip", Archive::Zip),
    (".tar", Archive::Tar(Packing::None)),
    (".tar.gz", Archive::Tar(Packing::Gzip)),
    (".tgz", Archive::Tar(Packing::Gzip)),
    (".tar.zst", Archive::Tar(Packing::Zstd)),
    (".tzst", Archive::Tar(Packing::Zstd)),
    (".jsonl", Archive::Lines(Packing::None)),
    (".ndjson", Archive::Lines(Packing::None)),
    (".jsonl.gz", Archive::Lines(Packing::Gzip)),
    (".ndjson.gz", Archive::Lines(Packing::Gzip)),
    (".jsonl.zst", Archive::Lines(Packing::Zstd)),
    (".ndjson.zst", Archive::Lines(Packing::Zstd)),
];

impl Archive {
    /// What the name of a file says of it.
    pub(super) fn of(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        ENDINGS
            .iter()
            .find(|(ending, _)| name.len() > ending.len() && name.ends_with(ending))
            .map(|(_, archive)| *archive)
    }
}

impl Packing {
    /// The bytes behind it.
    pub(super) fn reader<'r>(self, file: impl Read + 'r) -> Box<dyn BufRead + 'r> {
        let file = BufReader::with_capacity(1 << 16, file);
        match self {
            Self::None => Box::new(file),
            Self::Gzip => Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(file))),
            Self::Zstd => Box::new(BufReader::with_capacity(1 << 16, Frames::of(file))),
        }
    }
}

/// A file, and how far it has been read.
pub(super) struct Counted<'c> {
    pub(super) file: File,
    pub(super) count: &'c std::cell::Cell<u64>,
}

impl Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(into)?;
        self.count.set(self.count.get() + read as u64);
        Ok(read)
    }
}

/// Opens a file that is one: a pipe would never end.
pub(super) fn open(file: &Path) -> io::Result<File> {
    if !std::fs::metadata(file)?.is_file() {
        return Err(io::Error::other("not a file"));
    }
    File::open(file)
}

/// Frames of Zstandard, one behind the other, as one stream.
enum Frames<R: BufRead> {
    Between(Option<R>),
    Within(Box<StreamingDecoder<R, ruzstd::decoding::FrameDecoder>>),
}

impl<R: BufRead> Frames<R> {
    const fn of(reader: R) -> Self {
        Self::Between(Some(reader))
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        loop {
            match self {
                Self::Between(reader) => {
                    let Some(mut inner) = reader.take() else {
                        return Ok(0);
                    };
                    if inner.fill_buf()?.is_empty() {
                        return Ok(0);
                    }
                    let decoder = StreamingDecoder::new(inner)
                        .map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
                    *self = Self::Within(Box::new(decoder));
                }
                Self::Within(decoder) => {
                    let read = decoder.read(into)?;
                    if read > 0 {
                        return Ok(read);
                    }
                    let done = std::mem::replace(self, Self::Between(None));
                    if let Self::Within(decoder) = done {
                        *self = Self::Between(Some(decoder.into_inner()));
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_what_a_file_holds() {
        for (name, expected) in [
            ("batch.ZIP", Some(Archive::Zip)),
            ("batch.tar.gz", Some(Archive::Tar(Packing::Gzip))),
            ("batch.jsonl.zst", Some(Archive::Lines(Packing::Zstd))),
            ("cable.txt", None),
            (".zip", None),
            ("cable.gz", None),
        ] {
            assert_eq!(Archive::of(name), expected, "{name}");
        }
    }

    #[test]
    fn frames_behind_one_another_are_one_stream() {
        let level = ruzstd::encoding::CompressionLevel::Fastest;
        let mut packed = ruzstd::encoding::compress_to_vec(&b"one "[..], level);
        packed.extend(ruzstd::encoding::compress_to_vec(&b"two"[..], level));
        let mut text = String::new();
        Packing::Zstd
            .reader(&packed[..])
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "one two");
    }
}
