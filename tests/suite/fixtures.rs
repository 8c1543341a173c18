//! Fictional cables, each named for the rule it shows, and what every reader sees of them on every day.
//!
//! The expectations were written from the rules before the library was run. One word a portion, in the order of the
//! document: what it is, and the mark under which it is released or, in brackets, the reasons for which it is not. Header
//! fields that are released as `U` are left out, and the same header word twice in a row is written once.

use std::path::PathBuf;

use jiff::civil::Date;
use tearline::marking::Reader;
use tearline::policy::{Policy, PortionKind};
use tearline::release::{Content, Release, Released};

/// The rungs every fixture is read on.
pub(crate) const RUNGS: [&str; 4] = ["U", "SBU", "C", "S"];

/// A cable of the fixtures folder.
pub(crate) struct Fixture {
    /// The file, without its ending.
    pub(crate) name: &'static str,
    /// Before, the day before, the day, long after.
    pub(crate) days: &'static [&'static str],
    /// Rungs, days (`*`: every one) and the portions that those readers see on those days.
    expected: &'static [(&'static str, &'static str, &'static str)],
}

#[rustfmt::skip]
pub(crate) const FIXTURES: &[Fixture] = &[
    Fixture {
        name: "a-run-of-letters-below-the-level-is-marks",
        days: &["2000-01-01", "2008-08-11", "2008-08-12", "2090-01-01"],
        expected: &[
            ("U SBU", "2000-01-01 2008-08-11", "subject=U 1=U 1.a=[classified] 1.b=[classified] paragraph=[classified] 2=U"),
            ("C S", "2000-01-01 2008-08-11", "subject=U 1=U 1.a=C 1.b=C paragraph=C 2=U"),
            ("U SBU C S", "2008-08-12 2090-01-01", "subject=U 1=U 1.a=U 1.b=U paragraph=U 2=U"),
        ],
    },
    Fixture {
        name: "damaged-mark-withholds",
        days: &["2005-01-01", "2013-11-04", "2013-11-05", "2090-01-01"],
        expected: &[
            ("U SBU C", "2005-01-01 2013-11-04", "subject=U 1=U 2=[unresolved] 3=[unresolved] 4=[unresolved] 5=[unresolved] 6=[unresolved] paragraph=[unresolved] 8=[classified]"),
            ("S", "2005-01-01 2013-11-04", "subject=U 1=U 2=[unresolved] 3=[unresolved] 4=[unresolved] 5=[unresolved] 6=[unresolved] paragraph=[unresolved] 8=S"),
            ("U SBU C S", "2013-11-05 2090-01-01", "subject=U 1=U 2=[unresolved] 3=[unresolved] 4=[unresolved] 5=[unresolved] 6=[unresolved] paragraph=[unresolved] 8=U"),
        ],
    },
    Fixture {
        name: "due-for-review-is-not-declassified",
        days: &["2000-01-01", "2018-12-30", "2018-12-31", "2090-01-01"],
        expected: &[
            ("U", "*", "subject=[classified] 1=U 2=[sensitive] 3=[classified]"),
            ("SBU", "*", "subject=[classified] 1=U 2=LOU 3=[classified]"),
            ("C", "*", "subject=C 1=U 2=LOU 3=[classified]"),
            ("S", "*", "subject=C 1=U 2=LOU 3=S"),
        ],
    },
    Fixture {
        name: "earlier-release-stays-as-it-was-cut",
        days: &["2003-12-01", "2013-11-01", "2013-11-02", "2090-01-01"],
        expected: &[
            ("U SBU", "2003-12-01 2013-11-01", "heading=[classified] subject=U paragraph=U block=[classified] paragraph=U header=[classified]"),
            ("C S", "2003-12-01 2013-11-01", "heading=C subject=U paragraph=U block=[classified] paragraph=U header=C"),
            ("U SBU C S", "2013-11-02 2090-01-01", "heading=U subject=U paragraph=U block=[classified] paragraph=U"),
        ],
    },
    Fixture {
        name: "entire-text-statement",
        days: &["1986-01-01", "1990-01-16", "1990-01-17", "2090-01-01"],
        expected: &[
            ("U SBU", "1986-01-01 1990-01-16", "subject=[classified] 1=[classified] 2=[classified] 3=[classified]"),
            ("C S", "1986-01-01 1990-01-16", "subject=C 1=C 2=C 3=C"),
            ("U SBU C S", "1990-01-17 2090-01-01", "subject=U 1=U 2=U 3=U"),
        ],
    },
    Fixture {
        name: "gap-in-the-numbering",
        days: &["2003-01-01", "2011-04-14", "2011-04-15", "2090-01-01"],
        expected: &[
            ("U SBU", "2003-01-01 2011-04-14", "subject=U 1=U 2=U block=[classified] 4=U 5=[classified]"),
            ("C S", "2003-01-01 2011-04-14", "subject=U 1=U 2=U block=C 4=U 5=C"),
            ("U SBU C S", "2011-04-15 2090-01-01", "subject=U 1=U 2=U block=U 4=U 5=U"),
        ],
    },
    Fixture {
        name: "gds-date-opens-an-unmarked-telegram",
        days: &["1980-01-01", "1985-03-14", "1985-03-15", "2090-01-01"],
        expected: &[
            ("U SBU", "1980-01-01 1985-03-14", "header=[classified] subject=[classified] 1=[classified] 2=[classified] 3=[classified] block=[classified]"),
            ("C S", "1980-01-01 1985-03-14", "header=C subject=C 1=C 2=C 3=C block=C"),
            ("U SBU C S", "1985-03-15 2090-01-01", "subject=U 1=U 2=U 3=U block=U"),
        ],
    },
    Fixture {
        name: "general-schedule-falls-a-level-at-a-time",
        days: &["1976-12-31", "1977-01-01", "1980-12-31", "1981-01-01", "1982-12-31", "1983-01-01", "2090-01-01"],
        expected: &[
            ("U SBU", "1976-12-31 1977-01-01 1980-12-31", "subject=U 1=U 2=[classified] 3=[classified] block=[classified]"),
            ("C", "1976-12-31", "subject=U 1=U 2=C 3=[classified] block=[classified]"),
            ("S", "1976-12-31", "subject=U 1=U 2=C 3=S block=S"),
            ("C S", "1977-01-01 1980-12-31", "subject=U 1=U 2=C 3=C block=C"),
            ("U SBU", "1981-01-01 1982-12-31", "subject=U 1=U 2=U 3=[classified] block=[classified]"),
            ("C S", "1981-01-01 1982-12-31", "subject=U 1=U 2=U 3=C block=C"),
            ("U SBU C S", "1983-01-01 2090-01-01", "subject=U 1=U 2=U 3=U block=U"),
        ],
    },
    Fixture {
        name: "heading-takes-the-higher-of-both",
        days: &["2010-01-01", "2017-06-17", "2017-06-18", "2090-01-01"],
        expected: &[
            ("U", "2010-01-01 2017-06-17", "subject=U 1=U heading=[classified] 2=U 3=[classified] heading=[classified] 4=U heading=[sensitive] 5=[sensitive] heading=[classified,sensitive] 6=[classified] heading=[classified] 7=U heading=U 8=U"),
            ("SBU", "2010-01-01 2017-06-17", "subject=U 1=U heading=[classified] 2=U 3=[classified] heading=[classified] 4=U heading=SBU 5=SBU heading=[classified] 6=[classified] heading=[classified] 7=U heading=U 8=U"),
            ("C S", "2010-01-01 2017-06-17", "subject=U 1=U heading=C 2=U 3=C heading=C 4=U heading=SBU 5=SBU heading=C 6=C heading=C 7=U heading=U 8=U"),
            ("U", "2017-06-18 2090-01-01", "subject=U 1=U heading=U 2=U 3=U heading=U 4=U heading=[sensitive] 5=[sensitive] heading=[sensitive] 6=U heading=U 7=U heading=U 8=U"),
            ("SBU C S", "2017-06-18 2090-01-01", "subject=U 1=U heading=U 2=U 3=U heading=U 4=U heading=SBU 5=SBU heading=SBU 6=U heading=U 7=U heading=U 8=U"),
        ],
    },
    Fixture {
        name: "level-above-every-portion-is-a-compilation",
        days: &["2006-01-01", "2015-02-01", "2015-02-02", "2090-01-01"],
        expected: &[
            ("U", "2006-01-01 2015-02-01", "subject=U 1=[classified] 2=[classified,sensitive] 3=[classified]"),
            ("SBU", "2006-01-01 2015-02-01", "subject=U 1=[classified] 2=[classified] 3=[classified]"),
            ("C S", "2006-01-01 2015-02-01", "subject=U 1=C 2=C 3=C"),
            ("U", "2015-02-02 2090-01-01", "subject=U 1=U 2=[sensitive] 3=U"),
            ("SBU C S", "2015-02-02 2090-01-01", "subject=U 1=U 2=SBU 3=U"),
        ],
    },
    Fixture {
        name: "limited-official-use-has-no-date",
        days: &["1975-01-01", "1984-02-21", "1999-12-31", "2090-01-01"],
        expected: &[
            ("U", "*", "header=[sensitive] subject=[sensitive] 1=[sensitive] 2=[sensitive] block=[sensitive]"),
            ("SBU C S", "*", "header=LOU subject=LOU 1=LOU 2=LOU block=LOU"),
        ],
    },
    Fixture {
        name: "list-items-are-not-marks",
        days: &["1999-01-01", "2008-08-10", "2008-08-11", "2090-01-01"],
        expected: &[("U SBU C S", "*", "subject=U 1=U 2=U 3=U")],
    },
    Fixture {
        name: "longer-of-two-instructions-governs",
        days: &["2008-04-30", "2008-05-01", "2013-04-30", "2013-05-01", "2090-01-01"],
        expected: &[
            ("U SBU", "2008-04-30 2008-05-01 2013-04-30", "subject=U 1=U 2=[classified]"),
            ("C S", "2008-04-30 2008-05-01 2013-04-30", "subject=U 1=U 2=C"),
            ("U SBU C S", "2013-05-01 2090-01-01", "subject=U 1=U 2=U"),
        ],
    },
    Fixture {
        name: "mark-in-mid-block-raises-what-it-stands-in",
        days: &["2005-04-01", "2015-03-02", "2015-03-03", "2090-01-01"],
        expected: &[
            ("U SBU", "2005-04-01 2015-03-02", "subject=U 1=U 2=U heading=[classified] 3=U 4=[classified]"),
            ("C S", "2005-04-01 2015-03-02", "subject=U 1=U 2=U heading=C 3=U 4=C"),
            ("U SBU C S", "2015-03-03 2090-01-01", "subject=U 1=U 2=U heading=U 3=U 4=U"),
        ],
    },
    Fixture {
        name: "marks-behind-the-text-of-a-memorandum",
        days: &["2004-06-01", "2014-05-03", "2014-05-04", "2090-01-01"],
        expected: &[
            ("U SBU", "2004-06-01 2014-05-03", "heading=[classified] subject=U paragraph=U block=[classified] paragraph=[classified] paragraph=U header=[classified]"),
            ("C S", "2004-06-01 2014-05-03", "heading=C subject=U paragraph=U block=C paragraph=C paragraph=U header=C"),
            ("U SBU C S", "2014-05-04 2090-01-01", "heading=U subject=U paragraph=U block=U paragraph=U paragraph=U"),
        ],
    },
    Fixture {
        name: "missing-decl-line-opens-nothing",
        days: &["2000-01-01", "2022-12-30", "2022-12-31", "2090-01-01"],
        expected: &[
            ("U SBU", "*", "subject=U 1=U 2=[classified]"),
            ("C S", "*", "subject=U 1=U 2=C"),
        ],
    },
    Fixture {
        name: "nodis-binds-every-portion",
        days: &["2006-01-01", "2014-09-29", "2014-09-30", "2090-01-01"],
        expected: &[
            ("U SBU C", "2006-01-01 2014-09-29", "header=[controlled] subject=[controlled] 1=[controlled] 2=[classified,controlled] 3=[controlled]"),
            ("S", "2006-01-01 2014-09-29", "header=[controlled] subject=[controlled] 1=[controlled] 2=[controlled] 3=[controlled]"),
            ("U SBU C S", "2014-09-30 2090-01-01", "header=[controlled] subject=[controlled] 1=[controlled] 2=[controlled] 3=[controlled]"),
        ],
    },
    Fixture {
        name: "noforn-stays-when-the-level-falls",
        days: &["2003-01-01", "2010-12-18", "2010-12-19", "2090-01-01"],
        expected: &[
            ("U", "2003-01-01 2010-12-18", "subject=U 1=U 2=[classified,controlled] 3=[sensitive]"),
            ("SBU", "2003-01-01 2010-12-18", "subject=U 1=U 2=[classified] 3=SBU"),
            ("C S", "2003-01-01 2010-12-18", "subject=U 1=U 2=C//NF 3=SBU"),
            ("U", "2010-12-19 2090-01-01", "subject=U 1=U 2=[controlled] 3=[sensitive]"),
            ("SBU C S", "2010-12-19 2090-01-01", "subject=U 1=U 2=U//NF 3=SBU"),
        ],
    },
    Fixture {
        name: "page-break-and-list-belong-to-their-paragraph",
        days: &["1988-03-01", "1998-02-21", "1998-02-22", "2090-01-01"],
        expected: &[
            ("U SBU", "1988-03-01 1998-02-21", "subject=U 1=U 2=U heading=[classified] 3=[classified]"),
            ("C S", "1988-03-01 1998-02-21", "subject=U 1=U 2=U heading=C heading=C 3=C"),
            ("U SBU C S", "1998-02-22 2090-01-01", "subject=U 1=U 2=U heading=U heading=U 3=U"),
        ],
    },
    Fixture {
        name: "page-lines-and-line-breaks-show-nothing",
        days: &["2010-01-01", "2018-09-06", "2018-09-07", "2090-01-01"],
        expected: &[
            ("U", "2010-01-01 2018-09-06", "subject=[sensitive] 1=U 2=[classified] 3=[sensitive] 4=U block=[classified,sensitive]"),
            ("SBU", "2010-01-01 2018-09-06", "subject=SBU 1=U 2=[classified] 3=SBU 4=U block=[classified]"),
            ("C S", "2010-01-01 2018-09-06", "subject=SBU 1=U 2=C 3=SBU 4=U block=C"),
            ("U", "2018-09-07 2090-01-01", "subject=[sensitive] 1=U 2=U 3=[sensitive] 4=U block=[sensitive]"),
            ("SBU C S", "2018-09-07 2090-01-01", "subject=SBU 1=U 2=U 3=SBU 4=U block=SBU"),
        ],
    },
    Fixture {
        name: "running-text-of-a-memorandum-lost-its-mark",
        days: &["2005-07-01", "2015-06-08", "2015-06-09", "2090-01-01"],
        expected: &[
            ("U SBU C", "2005-07-01 2015-06-08", "heading=[classified] subject=U paragraph=U block=U paragraph=[classified] block=[classified] paragraph=U header=[classified]"),
            ("S", "2005-07-01 2015-06-08", "heading=S subject=U paragraph=U block=U paragraph=S block=S paragraph=U header=S"),
            ("U SBU C S", "2015-06-09 2090-01-01", "heading=U subject=U paragraph=U block=U paragraph=U block=U paragraph=U"),
        ],
    },
    Fixture {
        name: "sbu-outlives-the-date",
        days: &["2010-01-01", "2016-03-13", "2016-03-14", "2090-01-01"],
        expected: &[
            ("U", "2010-01-01 2016-03-13", "subject=[sensitive] 1=U 2=[sensitive] 3=[classified] 4=[classified,controlled]"),
            ("SBU", "2010-01-01 2016-03-13", "subject=SBU 1=U 2=SBU 3=[classified] 4=[classified]"),
            ("C S", "2010-01-01 2016-03-13", "subject=SBU 1=U 2=SBU 3=C 4=C//NF"),
            ("U", "2016-03-14 2090-01-01", "subject=[sensitive] 1=U 2=[sensitive] 3=U 4=[controlled]"),
            ("SBU C S", "2016-03-14 2090-01-01", "subject=SBU 1=U 2=SBU 3=U 4=U//NF"),
        ],
    },
    Fixture {
        name: "section-head-in-mid-sentence",
        days: &["1990-01-01", "1992-05-19", "1992-05-20", "2090-01-01"],
        expected: &[
            ("U SBU", "1990-01-01 1992-05-19", "header=[classified] subject=U 1=U 2=[classified] 3=U block=[classified]"),
            ("C S", "1990-01-01 1992-05-19", "header=C subject=U 1=U 2=C 3=U block=C"),
            ("U SBU C S", "1992-05-20 2090-01-01", "subject=U 1=U 2=U 3=U block=U"),
        ],
    },
    Fixture {
        name: "tear-lines-clear-what-stands-between-them",
        days: &["2006-11-01", "2016-10-10", "2016-10-11", "2090-01-01"],
        expected: &[
            ("U SBU C", "2006-11-01 2016-10-10", "subject=U 1=[classified] block=U 2=[classified]"),
            ("S", "2006-11-01 2016-10-10", "subject=U 1=S block=U 2=S"),
            ("U SBU C S", "2016-10-11 2090-01-01", "subject=U 1=U block=U 2=U"),
        ],
    },
    Fixture {
        name: "unmarked-item-among-marked-ones-takes-them-all",
        days: &["2010-01-01", "2019-05-05", "2019-05-06", "2090-01-01"],
        expected: &[
            ("U", "2010-01-01 2019-05-05", "subject=U 1=U 1.a=U 1.b=[classified] 1.c=[classified] 2=[sensitive] 3=U"),
            ("SBU", "2010-01-01 2019-05-05", "subject=U 1=U 1.a=U 1.b=[classified] 1.c=[classified] 2=SBU 3=U"),
            ("C S", "2010-01-01 2019-05-05", "subject=U 1=U 1.a=U 1.b=C 1.c=C 2=SBU 3=U"),
            ("U", "2019-05-06 2090-01-01", "subject=U 1=U 1.a=U 1.b=U 1.c=U 2=[sensitive] 3=U"),
            ("SBU C S", "2019-05-06 2090-01-01", "subject=U 1=U 1.a=U 1.b=U 1.c=U 2=SBU 3=U"),
        ],
    },
    Fixture {
        name: "unmarked-subject-takes-the-overall",
        days: &["2005-01-01", "2012-10-08", "2012-10-09", "2090-01-01"],
        expected: &[
            ("U", "2005-01-01 2012-10-08", "subject=[classified,sensitive] header=[classified,sensitive] 1=U 2=[classified]"),
            ("SBU", "2005-01-01 2012-10-08", "subject=[classified] header=[classified] 1=U 2=[classified]"),
            ("C S", "2005-01-01 2012-10-08", "subject=C header=C 1=U 2=C"),
            ("U", "2012-10-09 2090-01-01", "subject=[sensitive] header=[sensitive] 1=U 2=U"),
            ("SBU C S", "2012-10-09 2090-01-01", "subject=SBU header=SBU 1=U 2=U"),
        ],
    },
];

impl Fixture {
    pub(crate) fn text(&self) -> String {
        let path = folder().join(self.name).with_extension("txt");
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// What a reader on this rung sees on this day, by the table.
    fn expectation(&self, rung: &str, day: &str) -> &'static str {
        let holds = |words: &str, word| words == "*" || words.split(' ').any(|one| one == word);
        let mut found = self
            .expected
            .iter()
            .filter(|(rungs, days, _)| holds(rungs, rung) && holds(days, day));
        match (found.next(), found.next()) {
            (Some((_, _, verdicts)), None) => verdicts,
            (None, _) => panic!("{}: no row for {rung}@{day}", self.name),
            (Some(_), Some(_)) => panic!("{}: two rows for {rung}@{day}", self.name),
        }
    }
}

pub(crate) fn folder() -> PathBuf {
    crate::support::root().join("tests/fixtures")
}

pub(crate) fn reader(rung: &str) -> Reader {
    rung.parse().unwrap()
}

pub(crate) fn day(day: &str) -> Date {
    day.parse().unwrap()
}

/// A release in the words of the table.
fn verdicts(release: &Release<'_>) -> String {
    let mut words: Vec<String> = release.portions().iter().map(word).collect();
    words.dedup_by(|one, two| one == two && one.starts_with("header="));
    words.retain(|word| word != "header=U");
    words.join(" ")
}

fn word(portion: &Released<'_>) -> String {
    let name = match (portion.kind(), portion.number()) {
        (PortionKind::Paragraph | PortionKind::Subparagraph, Some(number)) => number.to_string(),
        (kind, _) => kind.to_string(),
    };
    match portion.content() {
        Content::Text { label, .. } => format!("{name}={label}"),
        Content::Withheld(bases) => format!("{name}=[{}]", bases.to_string().replace(", ", ",")),
    }
}

#[test]
fn every_reader_sees_on_every_day_what_the_rules_say() {
    let mut wrong = Vec::new();
    for fixture in FIXTURES {
        let text = fixture.text();
        let document = tearline::parse(&text);
        for rung in RUNGS {
            for as_of in fixture.days {
                let release = Policy::default().release(&document, &reader(rung), day(as_of));
                let (found, expected) = (verdicts(&release), fixture.expectation(rung, as_of));
                if found != expected {
                    wrong.push(format!(
                        "{} {rung}@{as_of}\n  rules:   {expected}\n  library: {found}",
                        fixture.name
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_of_the_folder_is_in_the_table() {
    let mut files: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .filter_map(|entry| {
            Some(
                entry
                    .unwrap()
                    .file_name()
                    .to_str()?
                    .strip_suffix(".txt")?
                    .to_owned(),
            )
        })
        .collect();
    files.sort();
    let names: Vec<&str> = FIXTURES.iter().map(|fixture| fixture.name).collect();
    assert_eq!(files, names);
}

#[test]
fn items_that_belong_to_a_paragraph_keep_their_enumerators() {
    let release = public("list-items-are-not-marks", "2090-01-01");
    for line in [
        "(A) a price for winter wheat, delivered;",
        "(C) a name to write to when the telephone does not answer.",
        "a. A bus to the silo.",
    ] {
        assert!(
            release.lines().any(|shown| shown == line),
            "{line}\n{release}"
        );
    }
}

#[test]
fn a_declassify_on_line_keeps_its_own_words() {
    let release = public("longer-of-two-instructions-governs", "2090-01-01");
    assert!(
        release
            .lines()
            .any(|line| line == "(U) Declassify on: 05/01/2013"),
        "{release}"
    );
}

/// The text that the public sees of a fixture.
fn public(name: &str, as_of: &str) -> String {
    let fixture = FIXTURES
        .iter()
        .find(|fixture| fixture.name == name)
        .unwrap();
    let text = fixture.text();
    Policy::default()
        .release(&tearline::parse(&text), &Reader::public(), day(as_of))
        .to_text()
}
