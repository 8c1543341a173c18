//! Files that are whole or not there.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes a file all or nothing: under its name it appears only when it is whole, with the permissions of the file that
/// it replaces. A link keeps pointing to what it points to; a device or a pipe stays one.
///
/// # Errors
///
/// Where the file cannot be written; what was there before is there still.
pub fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    write_with(target, |file| file.write_all(bytes))
}

/// The same for what is not there as a whole: `content` writes it. Where that fails, nothing is left of it.
///
/// # Errors
///
/// Where the file cannot be written, and those of `content`.
pub fn write_with(
    target: &Path,
    content: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<()> {
    let target = target.canonicalize().unwrap_or_else(|_| target.to_owned());
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|before| !before.is_file()) {
        return File::create(&target).and_then(|mut file| content(&mut file));
    }
    let part = beside(&target);
    let written = File::create_new(&part).and_then(|mut file| {
        if let Some(before) = &before {
            file.set_permissions(before.permissions())?;
        }
        content(&mut file)?;
        fs::rename(&part, &target)
    });
    if written.is_err() {
        // Best effort: what cannot be removed was most likely never written.
        let _ = fs::remove_file(&part);
    }
    written
}

/// The name under which something is made until it is whole; this process alone uses it.
#[must_use]
pub fn beside(target: &Path) -> PathBuf {
    let mut part = target.components().collect::<PathBuf>().into_os_string();
    part.push(format!(".{}.part", std::process::id()));
    PathBuf::from(part)
}

/// Whether an output is the file that an input is.
#[must_use]
pub fn is_where(input: &Path, output: &Path) -> bool {
    match (fs::metadata(input), fs::metadata(output)) {
        (Ok(one), Ok(other)) => one.is_file() && same(&one, &other, input, output),
        _ => false,
    }
}

/// Whether an output is the file that standard input reads from: `release - --output cable.txt < cable.txt`.
#[must_use]
pub fn is_standard_input(output: &Path) -> bool {
    is_where(Path::new("/dev/stdin"), output)
}

/// By number, so that a second name of the same file counts too.
#[cfg(unix)]
fn same(one: &fs::Metadata, other: &fs::Metadata, _: &Path, _: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn same(_: &fs::Metadata, _: &fs::Metadata, one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
