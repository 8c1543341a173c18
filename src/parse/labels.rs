//! The labels of header lines, in one table. How a declassification instruction is labelled stands with its grammar, in
//! `declass`.

use super::chars::{behind_words, byte, skip_silent, starts_with_word};
use crate::document::Field;

/// How a label stands on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// In capitals, and white space behind it: `FM SECSTATE WASHDC`. `To` begins a sentence.
    Spaced,
    /// A colon behind it, in any case, with room before the colon.
    Colon,
    /// By itself, in any case; the words are a part of the text.
    Bare,
}

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Names {
    Field(Field),
    Subject,
    /// The level of the whole.
    Level,
    /// What restricts it beside its level.
    Restriction,
    Day,
    /// Who classified, why, and after what.
    Authority,
}

/// Where a label stands, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Printed {
    /// In telegrams as the wire has them, of every era.
    Wire,
    /// In State's printout of a telegram since 2009.
    Printout,
    /// In papers, letters and mail.
    Paper,
}

/// A row of the table.
#[derive(Debug)]
struct Label {
    words: &'static str,
    form: Form,
    names: Names,
    printed: Printed,
}

const fn row(words: &'static str, form: Form, names: Names, printed: Printed) -> Label {
    Label {
        words,
        form,
        names,
        printed,
    }
}

/// The longer before the shorter where one begins another.
#[rustfmt::skip]
static LABELS: [Label; 63] = [
    // The wire: addresses (5 FAH-2 H-230, H-321), and the fields under the level line (5 FAH-1 H-230, H-240).
    row("FM", Form::Spaced, Names::Field(Field::From), Printed::Wire),
    row("TO", Form::Spaced, Names::Field(Field::To), Printed::Wire),
    row("INFO", Form::Spaced, Names::Field(Field::Info), Printed::Wire),
    row("TAGS", Form::Colon, Names::Field(Field::Tags), Printed::Wire),
    row("SUBJECT", Form::Colon, Names::Subject, Printed::Wire),
    row("SUBJ", Form::Colon, Names::Subject, Printed::Wire),
    row("REFERENCES", Form::Colon, Names::Field(Field::Ref), Printed::Wire),
    row("REFERENCE", Form::Colon, Names::Field(Field::Ref), Printed::Wire),
    row("REFTELS", Form::Colon, Names::Field(Field::Ref), Printed::Wire),
    row("REFTEL", Form::Colon, Names::Field(Field::Ref), Printed::Wire),
    row("REFS", Form::Colon, Names::Field(Field::Ref), Printed::Wire),
    row("REF", Form::Colon, Names::Field(Field::Ref), Printed::Wire),
    row("CLASSIFIED BY", Form::Bare, Names::Field(Field::Classifier), Printed::Wire),
    // State's printout of a telegram since 2009, which has the address fields behind the level as well.
    row("MRN", Form::Colon, Names::Field(Field::Reference), Printed::Printout),
    row("DATE/DTG", Form::Colon, Names::Field(Field::DateTimeGroup), Printed::Printout),
    row("FROM", Form::Colon, Names::Field(Field::From), Printed::Printout),
    row("ACTION", Form::Colon, Names::Field(Field::To), Printed::Printout),
    row("TO", Form::Colon, Names::Field(Field::To), Printed::Printout),
    row("INFO", Form::Colon, Names::Field(Field::Info), Printed::Printout),
    row("PASS LINE", Form::Colon, Names::Field(Field::Passing), Printed::Printout),
    row("DRAFTED BY", Form::Colon, Names::Field(Field::Transmission), Printed::Printout),
    row("CLEARED BY", Form::Colon, Names::Field(Field::Transmission), Printed::Printout),
    row("APPROVED BY", Form::Colon, Names::Field(Field::Transmission), Printed::Printout),
    row("RELEASED BY", Form::Colon, Names::Field(Field::Transmission), Printed::Printout),
    row("SIGNATURE", Form::Colon, Names::Field(Field::Transmission), Printed::Printout),
    row("DISSEMINATION RULE", Form::Colon, Names::Field(Field::Transmission), Printed::Printout),
    row("ARCHIVE COPY", Form::Colon, Names::Field(Field::Transmission), Printed::Printout),
    row("ATTACHMENTS", Form::Colon, Names::Field(Field::Unknown), Printed::Printout),
    row("XMT", Form::Colon, Names::Field(Field::Transmission), Printed::Printout),
    row("MESSAGE ID", Form::Colon, Names::Field(Field::Transmission), Printed::Printout),
    // Mail and papers of the Army and of State, and the printout: the level, and what restricts beside it.
    row("CLASSIFICATION", Form::Colon, Names::Level, Printed::Paper),
    row("OVERALL CLASSIFICATION", Form::Colon, Names::Level, Printed::Paper),
    row("CLASSIFICATION LEVEL", Form::Colon, Names::Level, Printed::Paper),
    row("SECURITY CLASSIFICATION", Form::Colon, Names::Level, Printed::Paper),
    row("DOCUMENT CLASSIFICATION", Form::Colon, Names::Level, Printed::Paper),
    row("CLASS", Form::Colon, Names::Level, Printed::Paper),
    row("CAVEAT", Form::Colon, Names::Restriction, Printed::Paper),
    row("CAVEATS", Form::Colon, Names::Restriction, Printed::Paper),
    row("ASSOCIATED CAVEATS", Form::Colon, Names::Restriction, Printed::Paper),
    row("SENSITIVITY", Form::Colon, Names::Restriction, Printed::Paper),
    row("SENSITIVITY CODE", Form::Colon, Names::Restriction, Printed::Paper),
    row("SENSITIVITYCODE", Form::Colon, Names::Restriction, Printed::Paper),
    row("CAPTION", Form::Colon, Names::Restriction, Printed::Paper),
    row("CAPTIONS", Form::Colon, Names::Restriction, Printed::Paper),
    row("DISSEMINATION CONTROL", Form::Colon, Names::Restriction, Printed::Paper),
    row("DISSEMINATION CONTROLS", Form::Colon, Names::Restriction, Printed::Paper),
    row("LIMITED DISSEMINATION CONTROL", Form::Colon, Names::Restriction, Printed::Paper),
    row("LIMITED DISSEMINATION CONTROLS", Form::Colon, Names::Restriction, Printed::Paper),
    row("LDC", Form::Colon, Names::Restriction, Printed::Paper),
    row("HANDLING CAVEATS", Form::Colon, Names::Restriction, Printed::Paper),
    row("HANDLING INSTRUCTIONS", Form::Colon, Names::Restriction, Printed::Paper),
    row("HANDLING", Form::Colon, Names::Restriction, Printed::Paper),
    row("RELEASABILITY", Form::Colon, Names::Restriction, Printed::Paper),
    row("CONTROLS", Form::Colon, Names::Restriction, Printed::Paper),
    // The day of a letter, of mail, of what a program writes beside a file.
    row("DATE", Form::Colon, Names::Day, Printed::Paper),
    row("SENT", Form::Colon, Names::Day, Printed::Paper),
    row("CREATED", Form::Colon, Names::Day, Printed::Paper),
    row("DATED", Form::Colon, Names::Day, Printed::Paper),
    row("DATE SENT", Form::Colon, Names::Day, Printed::Paper),
    // The classification authority block (32 CFR 2001.21(a), 2001.22(c)).
    row("CLASSIFIED BY", Form::Colon, Names::Authority, Printed::Paper),
    row("DERIVED FROM", Form::Colon, Names::Authority, Printed::Paper),
    row("DERIVED BY", Form::Colon, Names::Authority, Printed::Paper),
    row("REASON", Form::Colon, Names::Authority, Printed::Paper),
];

/// What the label at the beginning of `text` names, and where the text behind it starts.
pub(super) fn begins(text: &str, printed: Printed) -> Option<(Names, usize)> {
    beginning(byte(text, 0))
        .filter(|label| label.printed == printed)
        .find_map(|label| Some((label.names, label.width(text)?)))
}

/// The labels that begin with a letter, in their order.
fn beginning(first: u8) -> impl Iterator<Item = &'static Label> {
    let first = usize::from(first.to_ascii_uppercase());
    let mut rows = BEGINNING.get(first).copied().unwrap_or_default();
    std::iter::from_fn(move || {
        let row = usize::try_from(rows.trailing_zeros()).ok()?;
        rows &= rows.wrapping_sub(1);
        LABELS.get(row)
    })
}

/// Which rows begin with a capital, each row a bit.
#[expect(
    clippy::indexing_slicing,
    reason = "in a constant: a row that is not there stops the compiler"
)]
static BEGINNING: [u64; 128] = {
    let mut rows = [0; 128];
    let mut row = 0;
    while row < LABELS.len() {
        rows[LABELS[row].words.as_bytes()[0] as usize] |= 1 << row;
        row += 1;
    }
    rows
};

/// Whether a label, without its sign, is one of those that name this.
pub(super) fn is(words: &str, names: Names) -> bool {
    beginning(byte(words, skip_silent(words, 0)))
        .any(|label| label.names == names && behind_words(words, label.words) == Some(words.len()))
}

impl Label {
    /// How much of `text` the label takes, if it stands there.
    fn width(&self, text: &str) -> Option<usize> {
        match self.form {
            Form::Spaced => spaced(text, self.words),
            Form::Colon => colon(text, self.words),
            Form::Bare => starts_with_word(text, self.words).then_some(0),
        }
    }
}

/// `WORD` and white space, in capitals.
fn spaced(text: &str, word: &str) -> Option<usize> {
    let rest = text.strip_prefix(word)?;
    rest.starts_with([' ', '\t']).then_some(word.len() + 1)
}

/// `WORD` and a colon, in any case, with room before the colon.
pub(super) fn colon(text: &str, word: &str) -> Option<usize> {
    let end = behind_words(text, word)?;
    let at = skip_silent(text, end);
    (at <= end + 4 && byte(text, at) == b':').then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_label_stands_before_a_shorter_one_that_begins_it() {
        for (place, label) in LABELS.iter().enumerate() {
            for before in LABELS.iter().take(place) {
                let hidden = before.printed == label.printed
                    && before.form != Form::Colon
                    && label.words.starts_with(before.words);
                assert!(!hidden, "{} hides {}", before.words, label.words);
                let twice = before.words == label.words && before.printed == label.printed;
                assert!(!twice, "{} stands twice", label.words);
            }
        }
    }

    #[test]
    fn a_label_is_told_from_the_beginning_of_a_sentence() {
        for (text, printed, expected) in [
            (
                "FM SECSTATE",
                Printed::Wire,
                Some(Names::Field(Field::From)),
            ),
            ("To the port", Printed::Wire, None),
            ("Subject : the pier", Printed::Wire, Some(Names::Subject)),
            ("Subject to review", Printed::Wire, None),
            (
                "MRN: 12 VESTA 4",
                Printed::Printout,
                Some(Names::Field(Field::Reference)),
            ),
            ("MRN: 12 VESTA 4", Printed::Wire, None),
            ("Reason: 1.4(b)", Printed::Paper, Some(Names::Authority)),
            ("Reason enough", Printed::Paper, None),
        ] {
            assert_eq!(
                begins(text, printed).map(|(names, _)| names),
                expected,
                "{text}"
            );
        }
        assert!(is("caveats", Names::Restriction));
        assert!(!is("caveats", Names::Level));
    }
}
