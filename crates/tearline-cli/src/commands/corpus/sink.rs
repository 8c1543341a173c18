//! Releases on their way out: packed by whoever made them, written in order.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde::{Deserialize, Serialize};
use tearline::render::Format;

use super::error::Error;
use super::index;
use super::target::Shape;
use super::zip_out::{self, Member};

/// A compressed stream is cut into frames behind so many bytes, which depends on nothing but the releases.
const FRAME: usize = 1 << 18;
pub(in crate::commands) const TREE: &str = "tree";
pub(super) const STREAM: &str = "stream";
const DIRECTORY: &str = "directory";

/// How far a sink has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::commands) struct Reached {
    stream: u64,
    directory: u64,
    members: u64,
}

/// Where releases go, in the folder of a run in the making.
pub(super) struct Sink {
    part: PathBuf,
    shape: Shape,
    stream: Option<BufWriter<File>>,
    directory: Option<BufWriter<File>>,
    /// Of a compressed stream, what the next frame will hold.
    frame: Vec<u8>,
    reached: Reached,
}

/// How a release is packed, for whoever makes it.
pub(super) struct Packer {
    tree: PathBuf,
    shape: Shape,
    format: Format,
}

/// A release, packed.
pub(super) enum Packed {
    /// It is in its place in the tree.
    There,
    Line(Vec<u8>),
    Member(Member),
}

/// Why a release could not be packed.
pub(super) enum PackError {
    /// It alone cannot.
    This(io::Error),
    /// None can any more.
    All(Error),
}

/// A release as a line holds it.
#[derive(Serialize)]
struct Line<'l> {
    path: &'l str,
    format: &'static str,
    release: Body<'l>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Body<'l> {
    Text(&'l str),
    Json(&'l serde_json::value::RawValue),
}

impl Packer {
    pub(super) const fn new(tree: PathBuf, shape: Shape, format: Format) -> Self {
        Self {
            tree,
            shape,
            format,
        }
    }

    /// Packs a release; into a tree it is written at once.
    pub(super) fn pack(&self, path: &str, output: &str, bytes: &[u8]) -> Result<Packed, PackError> {
        match self.shape {
            Shape::Tree => self.put(output, bytes).map(|()| Packed::There),
            Shape::Zip => Member::pack(output.to_owned(), bytes)
                .map(Packed::Member)
                .map_err(PackError::This),
            Shape::Lines | Shape::LinesZst => self
                .line(path, bytes)
                .map(Packed::Line)
                .map_err(PackError::This),
        }
    }

    fn put(&self, output: &str, bytes: &[u8]) -> Result<(), PackError> {
        let target = self.tree.join(output);
        let written = match fs::write(&target, bytes) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => target
                .parent()
                .map_or(Ok(()), fs::create_dir_all)
                .and_then(|()| fs::write(&target, bytes)),
            written => written,
        };
        written.map_err(|error| {
            // Best effort: a run that goes on writes it again.
            let _ = fs::remove_file(&target);
            let of_this = matches!(
                error.kind(),
                io::ErrorKind::InvalidFilename
                    | io::ErrorKind::InvalidInput
                    | io::ErrorKind::NotADirectory
                    | io::ErrorKind::IsADirectory
            );
            if of_this {
                PackError::This(error)
            } else {
                PackError::All(Error::write(&self.tree)(error))
            }
        })
    }

    fn line(&self, path: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
        let text =
            std::str::from_utf8(bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
        let compact;
        let release = if self.format == Format::Json {
            // On one line.
            let value: serde_json::Value = serde_json::from_str(text)?;
            compact = serde_json::value::to_raw_value(&value)?;
            Body::Json(&compact)
        } else {
            Body::Text(text)
        };
        Ok(index::line(&Line {
            path,
            format: self.format.as_str(),
            release,
        }))
    }
}

impl Sink {
    /// Opens one where it was left; at its beginning where nothing was reached.
    pub(super) fn open(part: &Path, shape: Shape, reached: Reached) -> Result<Self, Error> {
        let opened = |name: &str, at: u64| {
            let path = part.join(name);
            open_at(&path, at).map(Some).map_err(Error::begin_at(&path))
        };
        let stream = match shape {
            Shape::Tree => {
                let tree = part.join(TREE);
                fs::create_dir_all(&tree).map_err(Error::write(&tree))?;
                None
            }
            Shape::Lines | Shape::LinesZst | Shape::Zip => opened(STREAM, reached.stream)?,
        };
        let directory = match shape {
            Shape::Zip => opened(DIRECTORY, reached.directory)?,
            Shape::Tree | Shape::Lines | Shape::LinesZst => None,
        };
        Ok(Self {
            part: part.to_owned(),
            shape,
            stream,
            directory,
            frame: Vec::new(),
            reached,
        })
    }

    /// Takes one in.
    pub(super) fn take(&mut self, packed: Packed) -> Result<(), Error> {
        let path = self.part.join(STREAM);
        self.taken(packed).map_err(Error::write(&path))
    }

    fn taken(&mut self, packed: Packed) -> io::Result<()> {
        let Some(stream) = &mut self.stream else {
            return Ok(());
        };
        match packed {
            Packed::There => {}
            Packed::Line(line) if self.shape == Shape::LinesZst => {
                self.frame.extend(line);
                if self.frame.len() >= FRAME {
                    self.cut()?;
                }
            }
            Packed::Line(line) => {
                stream.write_all(&line)?;
                self.reached.stream += line.len() as u64;
            }
            Packed::Member(member) => {
                if let Some(directory) = &mut self.directory {
                    let written = member.write(self.reached.stream, stream, directory)?;
                    self.reached.stream += written;
                    self.reached.members += 1;
                }
            }
        }
        Ok(())
    }

    /// Ends a frame.
    fn cut(&mut self) -> io::Result<()> {
        if let Some(stream) = &mut self.stream {
            let packed = compress_to_vec(&*self.frame, CompressionLevel::Fastest);
            stream.write_all(&packed)?;
            self.reached.stream += packed.len() as u64;
            self.frame.clear();
        }
        Ok(())
    }

    /// How far it has come, with everything written; nothing while a frame is open, which cannot be gone on with.
    pub(super) fn reached(&mut self) -> Result<Option<Reached>, Error> {
        if !self.frame.is_empty() {
            return Ok(None);
        }
        let path = self.part.join(STREAM);
        self.flush().map_err(Error::write(&path))?;
        Ok(Some(self.reached))
    }

    fn flush(&mut self) -> io::Result<()> {
        if let Some(directory) = &mut self.directory {
            directory.flush()?;
            self.reached.directory = directory.get_mut().stream_position()?;
            directory.get_ref().sync_data()?;
        }
        if let Some(stream) = &mut self.stream {
            stream.flush()?;
            stream.get_ref().sync_data()?;
        }
        Ok(())
    }

    /// Ends the last frame: everything is taken in.
    pub(super) fn close(&mut self) -> Result<(), Error> {
        if self.frame.is_empty() {
            return Ok(());
        }
        let path = self.part.join(STREAM);
        self.cut().map_err(Error::write(&path))
    }

    /// Writes what stands at its end.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        let path = self.part.join(STREAM);
        self.finished().map_err(Error::write(&path))
    }

    fn finished(&mut self) -> io::Result<()> {
        self.flush()?;
        if let (Some(stream), Some(_)) = (&mut self.stream, &self.directory) {
            let mut directory = File::open(self.part.join(DIRECTORY))?;
            let length = io::copy(&mut directory, stream)?;
            let end = zip_out::end(self.reached.members, self.reached.stream, length);
            stream.write_all(&end)?;
        }
        self.flush()
    }
}

/// A file that is gone on with from there.
pub(super) fn open_at(path: &Path, at: u64) -> io::Result<BufWriter<File>> {
    let mut file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)?;
    if file.metadata()?.len() < at {
        // It was taken away: what stood there is not there any more.
        return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
    }
    file.set_len(at)?;
    file.seek(SeekFrom::Start(at))?;
    Ok(BufWriter::with_capacity(1 << 18, file))
}
