//! Who runs against whom.

use std::hint::black_box;
use std::time::Duration;

use jiff::civil::{Date, date};
use tearline::Session;
use tearline::document::Document;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Policy};
use tearline::release::Release;

use super::clock::timed;
use super::redactor::Redactor;

/// Its place among the contenders.
pub(crate) const COPY: usize = 0;
pub(crate) const LINES: usize = 1;

/// One of those whose time is taken over a whole corpus.
pub(crate) struct Contender {
    pub(crate) name: &'static str,
    run: fn(&Prepared<'_>),
}

/// What stands ready before anybody's time is taken.
struct Prepared<'c> {
    corpus: &'c [String],
    reader: Reader,
    as_of: Date,
    policy: Policy,
    redactor: Redactor,
    documents: Vec<Document<'c>>,
    assessments: Vec<Assessment<'c>>,
    releases: Vec<Release<'c>>,
    texts: Vec<String>,
}

pub(crate) struct Contest<'c> {
    name: String,
    prepared: Prepared<'c>,
}

pub(crate) struct Outcome {
    pub(crate) name: String,
    pub(crate) bytes: usize,
    pub(crate) medians: Vec<Duration>,
}

pub(crate) const CONTENDERS: [Contender; 15] = [
    Contender {
        name: "memory copy",
        run: |it| it.each(|text| text.as_bytes().to_vec()),
    },
    Contender {
        name: "regex, line by line",
        run: |it| it.each(|text| it.redactor.redact(text)),
    },
    Contender {
        name: "regex, blank-line blocks",
        run: |it| it.each(|text| it.redactor.redact_blocks(text)),
    },
    Contender {
        name: "regex, numbered paragraphs",
        run: |it| it.each(|text| it.redactor.redact_paragraphs(text)),
    },
    Contender {
        name: "pulldown-cmark, to HTML",
        run: |it| {
            it.each(|text| {
                let mut html = String::with_capacity(text.len());
                pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(text));
                html
            });
        },
    },
    Contender {
        name: "parse, assess, cut, text",
        run: |it| {
            let mut session = Session::new(it.policy.clone());
            for text in it.corpus {
                black_box(session.text(black_box(text), &it.reader, it.as_of));
            }
        },
    },
    Contender {
        name: "  parse",
        run: |it| it.each(tearline::parse),
    },
    Contender {
        name: "  assess",
        run: |it| every(&it.documents, |document| it.policy.assess(document)),
    },
    Contender {
        name: "  cut",
        run: |it| {
            every(&it.assessments, |assessment| {
                assessment.release(&it.reader, it.as_of)
            });
        },
    },
    Contender {
        name: "  text",
        run: |it| it.written(Release::append_text),
    },
    Contender {
        name: "  Markdown",
        run: |it| it.written(Release::append_markdown),
    },
    Contender {
        name: "  HTML",
        run: |it| it.written(Release::append_html),
    },
    Contender {
        name: "  JSON",
        run: |it| it.written(Release::append_json),
    },
    Contender {
        name: "  check of the text",
        run: |it| {
            for (assessment, text) in it.assessments.iter().zip(&it.texts) {
                let clean = assessment.check(&it.reader, it.as_of, text);
                assert!(black_box(clean).is_ok());
            }
        },
    },
    Contender {
        name: "all of it, and checked",
        run: |it| {
            let mut session = Session::new(it.policy.clone());
            for text in it.corpus {
                let text = session.checked_text(black_box(text), &it.reader, it.as_of);
                assert!(black_box(text).is_ok());
            }
        },
    },
];

impl<'c> Contest<'c> {
    pub(crate) fn new(name: &str, corpus: &'c [String], clearance: &str) -> Self {
        let (reader, as_of) = (clearance.parse().unwrap(), date(2012, 6, 1));
        let policy = Policy::default();
        let documents: Vec<_> = corpus.iter().map(|text| tearline::parse(text)).collect();
        let assessments: Vec<_> = documents
            .iter()
            .map(|document| policy.assess(document))
            .collect();
        let releases: Vec<_> = assessments
            .iter()
            .map(|it| it.release(&reader, as_of))
            .collect();
        let texts = releases.iter().map(Release::to_text).collect();
        Self {
            name: format!("{name}, {clearance}"),
            prepared: Prepared {
                corpus,
                reader,
                as_of,
                policy,
                redactor: Redactor::new(clearance),
                documents,
                assessments,
                releases,
                texts,
            },
        }
    }

    /// The median of so many rounds. The contenders take turns within a round, so that a slow moment of the machine strikes
    /// them all.
    pub(crate) fn run(self, rounds: usize) -> Outcome {
        let mut times: Vec<Vec<Duration>> = vec![Vec::new(); CONTENDERS.len()];
        for _ in 0..rounds {
            for (times, contender) in times.iter_mut().zip(&CONTENDERS) {
                let ((), time) = timed(|| measured(contender, &self.prepared));
                times.push(time);
            }
        }
        Outcome {
            name: self.name,
            bytes: self.prepared.corpus.iter().map(String::len).sum(),
            medians: times
                .into_iter()
                .map(|mut times| {
                    times.sort();
                    times[times.len() / 2]
                })
                .collect(),
        }
    }
}

impl Contest<'_> {
    /// The one contender of that name, once: what a profiler looks at. The bytes of the corpus.
    pub(crate) fn run_once(&self, name: &str) -> usize {
        let named = |it: &&Contender| it.name.trim() == name;
        measured(CONTENDERS.iter().find(named).unwrap(), &self.prepared);
        self.prepared.corpus.iter().map(String::len).sum()
    }
}

/// Its name is what a profiler is told to look at.
#[inline(never)]
fn measured(contender: &Contender, prepared: &Prepared<'_>) {
    (contender.run)(prepared);
}

impl<'c> Prepared<'c> {
    /// Every release, into one string that is used again.
    fn written(&self, append: impl Fn(&Release<'c>, &mut String)) {
        let mut out = String::new();
        for release in &self.releases {
            out.clear();
            append(black_box(release), &mut out);
            black_box(&out);
        }
    }

    fn each<T>(&self, run: impl Fn(&'c str) -> T) {
        every(self.corpus, |text| run(text));
    }
}

fn every<'i, I, T>(items: &'i [I], run: impl Fn(&'i I) -> T) {
    for item in items {
        black_box(run(black_box(item)));
    }
}
