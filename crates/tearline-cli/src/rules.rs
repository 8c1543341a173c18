//! What the program itself can find, beside what the library finds in documents.

use tearline::{Citation, Example, Rule, Severity};
use tearline_propose::Echo;

/// A rule with what its breach means, what to do, and an example.
#[derive(Clone, Copy)]
pub(crate) struct Explained {
    pub(crate) rule: &'static Rule,
    pub(crate) meaning: &'static str,
    pub(crate) remedy: &'static str,
    pub(crate) example: Shown,
}

/// An example as it is shown.
#[derive(Clone, Copy)]
pub(crate) enum Shown {
    /// A mark or a document of the library.
    Source(Example),
    /// A command and what it prints.
    Session(&'static str),
}

/// A rule of these programs, or a promise of the library, by its number or in words.
const fn policy(place: &'static str) -> Citation {
    Citation::new("tearline policy", place)
}

/// `verify`: words of a withheld portion stand in a finished file.
pub(crate) static WITHHELD_TEXT: Rule = Rule::new(
    "withheld-text",
    Severity::Error,
    "the file holds words that are withheld",
    policy("promise 1"),
);

/// `guard`: a release is not the accepted one.
pub(crate) static RELEASE_CHANGED: Rule = Rule::new(
    "release-changed",
    Severity::Error,
    "the release differs from the accepted one",
    policy("releases under review"),
);

/// `guard`: nobody has accepted a release yet.
pub(crate) static RELEASE_NOT_ACCEPTED: Rule = Rule::new(
    "release-not-accepted",
    Severity::Error,
    "no release was accepted",
    policy("releases under review"),
);

/// `guard`: an accepted release belongs to nothing.
pub(crate) static ACCEPTED_WITHOUT_DOCUMENT: Rule = Rule::new(
    "accepted-without-document",
    Severity::Error,
    "this accepted release belongs to no document, reader and day that is guarded",
    policy("releases under review"),
);

/// `compare`: two views of a document differ in a portion.
pub(crate) static PORTION_DIFFERS: Rule = Rule::new(
    "portion-differs",
    Severity::Note,
    "the two differ",
    policy("comparison"),
);

/// A release for a day that has not come.
pub(crate) static DAY_TO_COME: Rule = Rule::new(
    "day-to-come",
    Severity::Warning,
    "the day of the release has not come yet; it shows what marks and dates will have opened by then",
    policy("promise 4"),
);

/// `foia`: the same text has another verdict elsewhere in the case.
pub(crate) static OTHER_VERDICT: Rule = Rule::new(
    "other-verdict-in-case",
    Severity::Error,
    "the same text, or nearly the same, has another verdict elsewhere in the case; decide alike, or say in the note of a decision why not",
    policy("consistency of a case"),
);

/// `foia`: a document is given twice.
pub(crate) static GIVEN_TWICE: Rule = Rule::new(
    "document-given-twice",
    Severity::Error,
    "the document, or nearly the same one, is in the case already; take one of them out, or say in the note of a decision why both are needed",
    policy("consistency of a case"),
);

/// A review holds proposals that nobody has answered.
pub(crate) static PROPOSALS_OPEN: Rule = Rule::new(
    "proposals-open",
    Severity::Warning,
    "proposals wait for an answer; they change nothing until somebody decides",
    policy("decisions"),
);

static OWN: [Explained; 10] = [
    Explained {
        rule: &PROPOSALS_OPEN,
        meaning: "The review file beside the document holds proposals, of a program or a person, that nobody has decided or refused; or a package would hand out what is proposed to be withheld. What they propose to withhold is released.",
        remedy: "Answer each: `state = \"decided\"` or `state = \"refused\"`.",
        example: Shown::Session(
            "$ tearline release cable.txt\ncable.txt: warning[proposals-open]: proposals wait for an answer; they change nothing until somebody decides: 2 of its review",
        ),
    },
    Explained {
        rule: Echo::RULE,
        meaning: "A name, a number, or three words in a row that carry meaning and are rare in the document stand in a portion that is withheld and in one that would go out. That a mark withholds a portion says nothing of each of its words, so nothing is proposed.",
        remedy: "Look whether the words tell what is withheld. If they do, withhold them in the review.",
        example: Shown::Session(
            "$ tearline review cable.txt --propose\nEchoes\n  paragraph 1: words of paragraph 2, which is withheld, stand in this portion",
        ),
    },
    Explained {
        rule: &WITHHELD_TEXT,
        meaning: "Five words in a row that only a withheld portion has stand in the finished file: in its text, or in the metadata or a stream of a PDF, or in an earlier revision of it.",
        remedy: "Do not hand the file out. Make the release again, and find out who put the words there.",
        example: Shown::Session(
            "$ tearline verify cable.txt release.pdf --clearance U --as-of 2010-01-01\nrelease.pdf: error[withheld-text]: the file holds words that are withheld: its metadata holds words of paragraph 2, which is withheld from U on 2010-01-01",
        ),
    },
    Explained {
        rule: &RELEASE_CHANGED,
        meaning: "What would be released now is not what a person accepted: a mark, a date, a word or a rule has changed.",
        remedy: "Look at the difference (`--show-source` shows the words). If it is right, take it with `tearline guard --accept`.",
        example: Shown::Session(
            "$ tearline guard cables --expect accepted --as-of 2010-01-01\ncables/harbor.txt:14:1: error[release-changed]: the release differs from the accepted one: paragraph 2: withheld (classified) → released (U), for U on 2010-01-01",
        ),
    },
    Explained {
        rule: &RELEASE_NOT_ACCEPTED,
        meaning: "The document, the reader or the day is new, and no person has accepted a release for them.",
        remedy: "Look at the release, and accept it with `tearline guard --accept`.",
        example: Shown::Session(
            "$ tearline guard cables --expect accepted --as-of 2010-01-01\ncables/new.txt: error[release-not-accepted]: no release was accepted: for U on 2010-01-01",
        ),
    },
    Explained {
        rule: &ACCEPTED_WITHOUT_DOCUMENT,
        meaning: "The document was removed or renamed, or the reader or the day is no longer guarded.",
        remedy: "Put it back, or let `tearline guard --accept` remove the accepted release.",
        example: Shown::Session(
            "$ tearline guard cables --expect accepted --as-of 2010-01-01\naccepted/old.txt/U 2010-01-01.json: error[accepted-without-document]: this accepted release belongs to no document, reader and day that is guarded",
        ),
    },
    Explained {
        rule: &PORTION_DIFFERS,
        meaning: "The portion is released in one of the two and withheld in the other, or bears another mark, another reason or other words, or stands in one of them alone.",
        remedy: "Nothing has to be done; `--deny portion-differs` makes a difference end the run with status 3.",
        example: Shown::Session(
            "$ tearline compare cable.txt --as-of 2010-01-01 --and-as-of 2016-03-14\ncable.txt:14:1: paragraph 2: withheld (classified) → released (U)",
        ),
    },
    Explained {
        rule: &OTHER_VERDICT,
        meaning: "A paragraph of one document stands, word for word or nearly so, in another of the case, or once more in the same, and one of the two is released while the other is withheld, or they are withheld for other reasons. What one document withholds the other may give away. Attachments are compared as well. Both documents are drafts.",
        remedy: "Decide alike. Where the difference is meant, say why in the note of a decision on one of the two.",
        example: Shown::Session(
            "$ tearline foia case --output package --case F-2010-00001\ncase/b.txt: error[other-verdict-in-case]: the same text, or nearly the same, has another verdict elsewhere in the case; decide alike, or say in the note of a decision why not: paragraph 2, which is withheld (classified): paragraph 2 of C00000001, which is released",
        ),
    },
    Explained {
        rule: &GIVEN_TWICE,
        meaning: "Two documents of the case say the same from beginning to end. One of them is a copy, and a copy is released once. Both are drafts.",
        remedy: "Take one of them out of what is named, or say in the note of a decision why both are needed.",
        example: Shown::Session(
            "$ tearline foia case --output package --case F-2010-00001\ncase/b.txt: error[document-given-twice]: the document, or nearly the same one, is in the case already; take one of them out, or say in the note of a decision why both are needed: C00000001",
        ),
    },
    Explained {
        rule: &DAY_TO_COME,
        meaning: "The release is made for a day in the future. It shows what will be open by then if nobody extends the classification; the release itself says so.",
        remedy: "Do not publish it before that day. Make it again on the day.",
        example: Shown::Session(
            "$ tearline release cable.txt --as-of 2090-01-01\ncable.txt: warning[day-to-come]: the day of the release has not come yet; it shows what marks and dates will have opened by then: 2090-01-01",
        ),
    },
];

/// Every rule: those of the library, and those of the program.
pub(crate) fn all() -> impl Iterator<Item = &'static Rule> {
    Rule::all().chain(OWN.iter().map(|own| own.rule))
}

/// The rule of a code, explained.
pub(crate) fn explained(code: &str) -> Option<Explained> {
    if let Some(own) = OWN.iter().find(|own| own.rule.code == code) {
        return Some(*own);
    }
    let rule = Rule::of_code(code)?;
    let explanation = rule.explanation()?;
    Some(Explained {
        rule,
        meaning: explanation.meaning,
        remedy: explanation.remedy,
        example: Shown::Source(explanation.example),
    })
}
