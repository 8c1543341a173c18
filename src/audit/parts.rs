//! A text that is checked a part at a time, and is written as it was checked.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{DefaultHasher, Hasher as _};
use std::io::{self, Write};

use super::leak::{Check, Leak};
use crate::release::Release;

/// A release in a format, in which the [check](crate::audit::leaks) has found nothing withheld.
///
/// Nothing else comes out of it: a part that is not the one that was checked is not written.
///
/// ```
/// use jiff::civil::date;
/// use tearline::audit::Checked;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::render::Format;
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let assessment = Policy::default().assess(&cable);
/// let (public, day) = (Reader::public(), date(2010, 1, 1));
/// let release = assessment.release(&public, day);
/// let checked: Checked<'_> = assessment.check_release(&public, &release, Format::Markdown)?;
/// let mut bytes = Vec::new();
/// checked.write_to(&mut bytes)?;
/// assert_eq!(bytes, release.to_markdown().into_bytes());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Checked<'r>(Form<'r>);

#[derive(Clone)]
enum Form<'r> {
    Whole(Vec<u8>),
    /// A text, and the marks of its parts.
    InParts(&'r Release<'r>, Vec<u64>),
}

impl<'r> Checked<'r> {
    pub(super) const fn whole(bytes: Vec<u8>) -> Self {
        Self(Form::Whole(bytes))
    }

    pub(super) const fn in_parts(release: &'r Release<'r>, marks: Vec<u64>) -> Self {
        Self(Form::InParts(release, marks))
    }

    /// Writes it. It needs no buffer around the writer.
    ///
    /// # Errors
    ///
    /// Those of the writer. What it took before stays with it.
    pub fn write_to(&self, to: &mut impl Write) -> io::Result<()> {
        match &self.0 {
            Form::Whole(bytes) => to.write_all(bytes),
            Form::InParts(release, marks) => {
                let mut same = Same {
                    to,
                    marks: marks.iter(),
                };
                release.write_text(&mut same)?;
                if same.marks.next().is_some() {
                    return Err(changed());
                }
                Ok(())
            }
        }
    }
}

impl fmt::Debug for Checked<'_> {
    /// How it is made, and nothing of what it says.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = match &self.0 {
            Form::Whole(_) => 1,
            Form::InParts(_, marks) => marks.len(),
        };
        f.debug_struct("Checked")
            .field("parts", &parts)
            .finish_non_exhaustive()
    }
}

/// What tells one part from another.
fn mark(part: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(part);
    hasher.finish()
}

fn changed() -> io::Error {
    io::Error::other("the release is not the one that was checked; nothing more is written")
}

/// Writes parts that are the same as those that were checked.
struct Same<'w, W> {
    to: &'w mut W,
    marks: std::slice::Iter<'w, u64>,
}

impl<W: Write> Write for Same<'_, W> {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        if self.marks.next() != Some(&mark(part)) {
            return Err(changed());
        }
        self.to.write_all(part)?;
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Takes a text part by part, as a writer does, and checks it.
pub(super) struct Parts<'a> {
    check: Check<'a, 'static>,
    /// The end of what came, from the last run of words on: the next one may begin in it.
    kept: String,
    /// Where that begins in the text.
    start: usize,
    marks: Vec<u64>,
}

impl<'a> Parts<'a> {
    pub(super) const fn of(check: Check<'a, 'static>) -> Self {
        Self {
            check,
            kept: String::new(),
            start: 0,
            marks: Vec::new(),
        }
    }

    /// What was found in all of them, and their marks.
    pub(super) fn end(self) -> (Vec<Leak>, Vec<u64>) {
        (self.check.found(BTreeMap::new()), self.marks)
    }
}

impl Write for Parts<'_> {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        let text = std::str::from_utf8(part).map_err(io::Error::other)?;
        self.marks.push(mark(part));
        if self.check.has_withheld() {
            self.kept.push_str(text);
            if let Some(last) = self.check.look_at_part(&self.kept, self.start) {
                self.kept.drain(..last);
                self.start += last;
            }
        }
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marking::Reader;
    use crate::policy::{Assessment, Policy};
    use crate::random::Random;
    use crate::render::Format;
    use jiff::civil::{Date, date};

    const DAY: Date = date(2010, 1, 1);

    /// A telegram in which every third paragraph is classified, of few words, so that they share runs.
    fn telegram(random: &mut Random) -> String {
        let words = [
            "pier",
            "relay",
            "of",
            "the",
            "con-\ntrol",
            "well-known",
            "dry",
            "wet.",
        ];
        let mut source = String::from("SECRET VESTA 1\n\nSUBJECT: (U) PIERS\n\n");
        for number in 1..=random.below(60) + 2 {
            let mark = if number % 3 == 0 { "S" } else { "U" };
            source.push_str(&format!("{number}. ({mark}) The"));
            for _ in 0..random.below(24) {
                source.push(' ');
                source.push_str(random.pick(&words));
            }
            source.push_str("\n\n");
        }
        source
    }

    fn in_parts<'p>(
        assessment: &Assessment<'_>,
        parts: impl Iterator<Item = &'p str>,
    ) -> Vec<Leak> {
        let reader = Reader::public();
        let mut taken = Parts::of(Check::new(assessment, &reader, DAY));
        for part in parts {
            taken.write_all(part.as_bytes()).unwrap();
        }
        taken.end().0
    }

    #[test]
    fn a_part_at_a_time_is_found_what_is_found_in_the_whole() {
        let mut random = Random::new();
        let mut found = 0;
        for _ in 0..256 {
            let source = telegram(&mut random);
            let document = crate::parse(&source);
            let assessment = Policy::default().assess(&document);
            // The source itself, with everything that is withheld in it.
            let whole = crate::audit::leaks(&assessment, &Reader::public(), DAY, &source);
            let width = random.below(5) + 1;
            let blocks: Vec<&str> = source.split_inclusive("\n\n").collect();
            let parts: Vec<String> = blocks.chunks(width).map(<[&str]>::concat).collect();
            found += whole.len();
            assert_eq!(
                in_parts(&assessment, parts.iter().map(String::as_str)),
                whole,
                "{source}"
            );
        }
        assert!(found > 256, "{found}");
    }

    #[test]
    fn a_release_in_parts_is_the_whole_and_only_what_was_checked_is_written() {
        let reader = Reader::public();
        let mut random = Random::new();
        let mut source = telegram(&mut random);
        while source.len() < 200_000 {
            source.push_str(&telegram(&mut random));
        }
        let document = crate::parse(&source);
        let assessment = Policy::default().assess(&document);
        let release = assessment.release(&reader, DAY);
        let mut parts = Parts::of(Check::new(&assessment, &reader, DAY));
        release.write_text(&mut parts).unwrap();
        let (leaks, marks) = parts.end();
        assert_eq!(leaks, []);
        assert!(marks.len() > 1);
        let whole = assessment.check_release(&reader, &release, Format::Text);
        assert_eq!(format!("{:?}", whole.unwrap()), "Checked { parts: 1, .. }");
        let mut bytes = Vec::new();
        Checked::in_parts(&release, marks.clone())
            .write_to(&mut bytes)
            .unwrap();
        assert_eq!(
            bytes,
            assessment.checked(&reader, &release, Format::Text).unwrap()
        );
        let mut others = marks;
        if let Some(last) = others.last_mut() {
            *last ^= 1;
        }
        let mut bytes = Vec::new();
        assert!(
            Checked::in_parts(&release, others)
                .write_to(&mut bytes)
                .is_err()
        );
        assert!(
            release
                .to_text()
                .starts_with(std::str::from_utf8(&bytes).unwrap())
        );
        assert!(bytes.len() < release.to_text().len());
    }
}
