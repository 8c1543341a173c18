//! What somebody can get out of a PDF: the text of its pages, its strings (metadata, outline, alternative texts), what its
//! streams hold, and all of that in its earlier revisions.

use std::fmt;

use lopdf::{Document, Object};

use super::Part;

/// Why nobody can say what a PDF holds.
#[derive(Debug)]
pub(super) enum Unreadable {
    /// It cannot be parsed.
    Broken(lopdf::Error),
    /// An earlier revision of it cannot be parsed.
    Earlier(lopdf::Error),
    /// It is encrypted.
    Encrypted,
}

/// How a revision ends.
const END: &[u8] = b"%%EOF";

/// The parts of the paper and of its earlier revisions, and the bytes of the file themselves.
pub(super) fn parts(bytes: &[u8]) -> Result<Vec<Part>, Unreadable> {
    let paper = Document::load_mem(bytes).map_err(Unreadable::Broken)?;
    if paper.is_encrypted() {
        return Err(Unreadable::Encrypted);
    }
    let mut parts = Vec::from(of_revision(&paper, "its"));
    for end in earlier(bytes) {
        let revision = Document::load_mem(bytes.get(..end).unwrap_or_default())
            .map_err(Unreadable::Earlier)?;
        parts.extend(of_revision(&revision, "an earlier revision's"));
    }
    // Whatever stands between the objects.
    parts.push(part(
        "its bytes",
        String::from_utf8_lossy(bytes).into_owned(),
    ));
    Ok(parts)
}

/// Where the earlier revisions of a file end. A file that is laid out for the web has one end more, whose table stands
/// nowhere (`startxref 0`); all that it holds is in the whole.
fn earlier(bytes: &[u8]) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(next) = find(bytes.get(at..).unwrap_or_default(), END) {
        let end = at + next + END.len();
        let before = bytes.get(..at + next).unwrap_or_default().trim_ascii_end();
        if !before.ends_with(b"startxref\n0")
            && !before.ends_with(b"startxref\r\n0")
            && !before.ends_with(b"startxref\r0")
        {
            ends.push(end);
        }
        at = end;
    }
    ends.pop();
    ends
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn part(name: &str, text: String) -> Part {
    Part {
        name: name.to_owned(),
        text,
        is_file: false,
    }
}

fn of_revision(paper: &Document, whose: &str) -> [Part; 3] {
    let pages: Vec<u32> = paper.get_pages().keys().copied().collect();
    let text: Vec<String> = paper
        .extract_text_chunks(&pages)
        .into_iter()
        .filter_map(Result::ok)
        .collect();
    let mut strings = String::new();
    let mut streams = String::new();
    for object in paper.objects.values() {
        collect(object, &mut strings);
        if let Object::Stream(stream) = object {
            let content = stream.decompressed_content();
            let content = content.unwrap_or_else(|_| stream.content.clone());
            streams.push_str(&String::from_utf8_lossy(&content));
            streams.push('\n');
        }
    }
    for (_, value) in paper.trailer.iter() {
        collect(value, &mut strings);
    }
    [
        part(&format!("{whose} text"), text.join("\n")),
        part(&format!("{whose} metadata"), strings),
        part(&format!("one of {whose} streams"), streams),
    ]
}

/// The strings of an object and of what it holds.
fn collect(object: &Object, into: &mut String) {
    match object {
        Object::String(..) => {
            if let Ok(text) = lopdf::decode_text_string(object) {
                into.push_str(&text);
                into.push('\n');
            }
        }
        Object::Array(items) => items.iter().for_each(|item| collect(item, into)),
        Object::Dictionary(items) => items.iter().for_each(|(_, item)| collect(item, into)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, item)| collect(item, into)),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::Reference(_) => {}
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(error) => write!(f, "the PDF cannot be read: {error}"),
            Self::Earlier(error) => {
                write!(f, "an earlier revision of the PDF cannot be read: {error}")
            }
            Self::Encrypted => f.write_str("the PDF is encrypted; nobody can say what it holds"),
        }
    }
}
