//! What is written into what the caller gives is what is given back.

use std::io::{self, Write};

use tearline::Session;
use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::Release;
use tearline::render::Format;

use super::DAY;

/// A telegram of so many paragraphs, every third of which is withheld from the public.
fn telegram(paragraphs: usize) -> String {
    let mut text = "SECRET ZENDA 12\n\nSUBJECT: (U) HARBOR & \"PIER\"\n\n".to_owned();
    for number in 1..=paragraphs {
        let mark = ["U", "U", "S//NF"][number % 3];
        text += &format!(
            "{number}. ({mark}) The tide <{number}> is said to be high at noon, and once more at midnight, as the master of the harbor has it in his book.\n\n"
        );
    }
    text
}

fn release<T>(source: &str, use_it: impl FnOnce(&Release<'_>) -> T) -> T {
    use_it(&Policy::default().release(&tearline::parse(source), &Reader::public(), DAY))
}

#[test]
fn every_format_is_written_as_it_is_given_back() {
    for paragraphs in [0, 1, 20, 900] {
        release(&telegram(paragraphs), |release| {
            for format in Format::ALL
                .iter()
                .filter(|it| !it.is_packed() || paragraphs < 50)
            {
                let mut written = Vec::new();
                release.write_format(*format, &mut written).unwrap();
                assert!(
                    written == release.to_format(*format).unwrap(),
                    "{format}, {paragraphs}"
                );
            }
        });
    }
}

#[test]
fn a_string_keeps_what_it_holds() {
    type Append = fn(&Release<'_>, &mut String);
    type Give = fn(&Release<'_>) -> String;
    let formats: [(Append, Give); 4] = [
        (|it, out| it.append_text(out), |it| it.to_text()),
        (|it, out| it.append_markdown(out), |it| it.to_markdown()),
        (|it, out| it.append_html(out), |it| it.to_html()),
        (|it, out| it.append_json(out), |it| it.to_json()),
    ];
    release(&telegram(7), |release| {
        for (append, give) in formats {
            let mut out = "Überschrift\n".to_owned();
            append(release, &mut out);
            assert_eq!(out, "Überschrift\n".to_owned() + &give(release));
        }
    });
}

/// A writer that takes so many bytes and no more.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self
            .0
            .checked_sub(bytes.len())
            .ok_or(io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_error_of_the_writer_is_told() {
    release(&telegram(900), |release| {
        for format in Format::ALL.iter().filter(|it| !it.is_packed()) {
            for room in [0, 40_000] {
                let error = release.write_format(*format, &mut Full(room)).unwrap_err();
                assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{format}");
            }
        }
    });
}

/// Nothing of one document is left in the release of the next.
#[test]
fn a_session_releases_each_document_as_if_it_were_the_only_one() {
    let mut session = Session::new(Policy::default());
    let public = Reader::public();
    for paragraphs in [20, 3, 0, 300, 1] {
        let source = telegram(paragraphs);
        let [alone, as_markdown] = release(&source, |it| [it.to_text(), it.to_markdown()]);
        assert_eq!(session.text(&source, &public, DAY), alone);
        assert_eq!(session.checked_text(&source, &public, DAY).unwrap(), alone);
        let markdown = session.release(&source, &public, DAY, |_, release, out| {
            assert!(out.is_empty());
            release.append_markdown(out);
            out.clone()
        });
        assert_eq!(markdown, as_markdown);
    }
}
