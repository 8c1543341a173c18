//! Releases into what the caller gives: a writer, or a string that is used again.

use std::io::{self, Write};

use super::format::Format;
use super::sheet::Sheet;
use super::sink::Sink;
use super::{markdown, text};
use crate::release::Release;

/// So much is written at once, in bytes, unless one portion is longer.
const AT_ONCE: usize = 1 << 15;

impl Release<'_> {
    /// Writes what [`Release::to_text`] gives, a part at a time, so that a long release is never in memory twice. It needs no
    /// buffer around the writer.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
    /// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
    /// let mut bytes = Vec::new();
    /// release.write_text(&mut bytes)?;
    /// assert_eq!(bytes, release.to_text().into_bytes());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of the writer. What it took before stays with it: half a release.
    pub fn write_text(&self, to: &mut impl Write) -> io::Result<()> {
        streamed(to, |stream| text::text(self, stream))
    }

    /// Writes what [`Release::to_markdown`] gives, as [`Release::write_text`] does.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn write_markdown(&self, to: &mut impl Write) -> io::Result<()> {
        streamed(to, |stream| {
            markdown::markdown(self, &Sheet::of(self), stream);
        })
    }

    /// Writes what [`Release::to_html`] gives, as [`Release::write_text`] does.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    #[cfg(feature = "html")]
    pub fn write_html(&self, to: &mut impl Write) -> io::Result<()> {
        streamed(to, |stream| {
            super::html::page(self, &Sheet::of(self), stream);
        })
    }

    /// Writes what [`Release::to_json`] gives, as [`Release::write_text`] does.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    #[cfg(feature = "json")]
    pub fn write_json(&self, to: &mut impl Write) -> io::Result<()> {
        let mut buffered = io::BufWriter::with_capacity(AT_ONCE, to);
        serde_json::to_writer_pretty(&mut buffered, &super::json::json(self))?;
        buffered.write_all(b"\n")?;
        buffered.flush()
    }

    /// Writes what [`Release::to_format`] gives, as [`Release::write_text`] does. A PDF is made as a whole first.
    ///
    /// # Errors
    ///
    /// Those of the writer; and where a PDF would break a standard that it claims, before anything is written.
    pub fn write_format(&self, format: Format, to: &mut impl Write) -> io::Result<()> {
        match format {
            Format::Text => self.write_text(to),
            Format::Markdown => self.write_markdown(to),
            #[cfg(feature = "html")]
            Format::Html => self.write_html(to),
            #[cfg(feature = "json")]
            Format::Json => self.write_json(to),
            #[cfg(feature = "pdf")]
            Format::Pdf => to.write_all(&self.to_pdf().map_err(io::Error::other)?),
        }
    }

    /// Puts what [`Release::to_text`] gives behind what a string holds: one that is used again for each document takes no
    /// memory anew.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let policy = Policy::default();
    /// let mut text = String::new();
    /// for source in ["UNCLAS STATE 1\n\n1. (U) One.\n", "UNCLAS STATE 2\n\n1. (U) Two.\n"] {
    ///     text.clear();
    ///     policy.release(&tearline::parse(source), &Reader::public(), date(2010, 1, 1)).append_text(&mut text);
    ///     assert!(text.ends_with("UNCLASSIFIED\n"));
    /// }
    /// ```
    pub fn append_text(&self, to: &mut String) {
        text::text(self, to);
    }

    /// Puts what [`Release::to_markdown`] gives behind what a string holds.
    pub fn append_markdown(&self, to: &mut String) {
        markdown::markdown(self, &Sheet::of(self), to);
    }

    /// Puts what [`Release::to_html`] gives behind what a string holds.
    #[cfg(feature = "html")]
    pub fn append_html(&self, to: &mut String) {
        super::html::page(self, &Sheet::of(self), to);
    }

    /// Puts what [`Release::to_json`] gives behind what a string holds.
    #[cfg(feature = "json")]
    pub fn append_json(&self, to: &mut String) {
        let mut bytes = std::mem::take(to).into_bytes();
        let before = bytes.len();
        if serde_json::to_writer_pretty(&mut bytes, &super::json::json(self)).is_err() {
            bytes.truncate(before);
        }
        bytes.push(b'\n');
        // A serializer of JSON writes characters.
        *to = String::from_utf8(bytes).unwrap_or_default();
    }
}

/// A writer, with what is not yet handed to it.
struct Stream<'w, W> {
    to: &'w mut W,
    buffer: String,
    /// What became of it so far: behind an error nothing more is handed on.
    result: io::Result<()>,
}

fn streamed<W: Write>(to: &mut W, write: impl FnOnce(&mut Stream<'_, W>)) -> io::Result<()> {
    let mut stream = Stream {
        to,
        buffer: String::new(),
        result: Ok(()),
    };
    write(&mut stream);
    stream.hand_on();
    stream.result
}

impl<W: Write> Stream<'_, W> {
    fn hand_on(&mut self) {
        if self.result.is_ok() {
            self.result = self.to.write_all(self.buffer.as_bytes());
        }
        self.buffer.clear();
    }
}

impl<W: Write> Sink for Stream<'_, W> {
    fn buffer(&mut self) -> &mut String {
        &mut self.buffer
    }

    fn settle(&mut self) {
        if self.buffer.len() >= AT_ONCE {
            self.hand_on();
        }
    }
}
