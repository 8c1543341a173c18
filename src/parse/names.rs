//! Whether a word of a line may name what restricts: a level, a caption, the level of another country. Most headings, names and
//! addresses have none, and no reader of levels and captions is asked about them.
//!
//! Only a shortcut: a line that is turned down here is looked at in full.

use std::sync::LazyLock;

use super::chars::{runs, starts_with_word};
use super::lines::Line;
use super::look::Look;
use super::{captions, notice, overall, said};
use crate::marking::SpelledLevel;
use crate::text::Heads;

/// The longest line that is looked at so, in bytes.
const LONGEST: usize = 96;

/// What no such line has: the signs of marks and labels, and digits, which scanners put for letters.
const SIGNS: Look = Look::SIGNS.or(Look::DIGIT).or(Look::BREAKS);

/// How lines begin behind which a mark or a restriction that is no word of the others may stand.
const LABELS: [&str; 3] = ["CLAS", "PM", "DISTRIBUTION"];

/// Whether no word of a line may name what restricts.
pub(super) fn nothing(line: Line<'_>) -> bool {
    let text = line.text;
    // An apostrophe may part words or stand in one.
    if line.look.holds(SIGNS) || text.len() > LONGEST || text.contains('\'') {
        return false;
    }
    let shown = text.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    !(notice::may_begin(shown.as_bytes())
        || LABELS.iter().any(|head| starts_with_word(shown, head))
        || names(text))
}

fn names(text: &str) -> bool {
    let heads = &*HEADS;
    let mut letter = false;
    runs(text, |b| b.is_ascii_alphanumeric() || b == b'$').any(|word| {
        // Nearly always the first letters tell: in a word that is not in capitals no slip counts but a small `l`.
        if let [first, second, third, ..] = *word.as_bytes()
            && second.is_ascii_lowercase()
            && second != b'l'
            && !heads.hold([first, second, third])
        {
            letter = false;
            return false;
        }
        let apart = std::mem::replace(&mut letter, word.len() == 1) && letter;
        apart || may_name(text, word)
    })
}

/// Whether a word of `text` may name something of the kind, by itself or with those behind it.
fn may_name(text: &str, word: &str) -> bool {
    // The letters of a level may stand apart.
    let at = word.as_ptr() as usize - text.as_ptr() as usize;
    let rest = text.get(at..).unwrap_or(word);
    SpelledLevel::may_begin(rest)
        || is_letter(word)
        || captions::may_begin(word)
        || overall::may_name(word)
        || said::may_name(word)
        || captions::is_code_words(word)
}

/// How the words begin that name something in letters of either case.
static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let levels = SpelledLevel::words();
    let words = levels
        .chain(captions::first_words())
        .chain(said::names())
        .chain(["TOP"]);
    Heads::of(words)
});

/// A letter that may be a level by itself.
fn is_letter(word: &str) -> bool {
    matches!(word, "C" | "S" | "T" | "U")
}

#[cfg(test)]
mod tests {
    use super::super::build::Builder;
    use super::super::lines::Lines;
    use super::super::{level_line, restriction};
    use super::*;
    use crate::random::Random;

    /// Everything that may be asked about such a line.
    fn is_something(line: &str) -> bool {
        let lines = Lines::of(line);
        let Some(read) = lines.at(0) else {
            return false;
        };
        let stands = [
            overall::Stands::Below,
            overall::Stands::InText,
            overall::Stands::InHeading,
            overall::Stands::AtTop,
        ];
        let beside = [
            restriction::Stands::InHeading,
            restriction::Stands::BesideLevel,
            restriction::Stands::InText,
        ];
        stands
            .into_iter()
            .any(|stands| overall::read(line, stands).is_some())
            || beside
                .into_iter()
                .any(|stands| restricts(lines, read, stands))
            || level_line::read(line).is_some()
            || captions::is_line(line)
            || captions::is_alone(line)
            || said::line(line).is_some()
    }

    /// Whether it is a line that restricts the whole, or what it says is noted.
    fn restricts<'a>(lines: Lines<'a>, line: Line<'a>, stands: restriction::Stands) -> bool {
        let mut builder = Builder::new(lines);
        let taken = restriction::take(&mut builder, line, stands);
        taken
            || !builder.header.captions.is_empty()
            || builder.header.sensitive
            || !builder.notes.is_empty()
    }

    #[test]
    fn a_line_that_names_nothing_is_none_of_what_restricts() {
        let words: Vec<&str> = "SECRET|Secret|SECHET|SECR ET|SE CRET|S ECRET|S E C R E T|S-E-C-R-E-T|CONFIDENTIAL|Confidential|CONFIDENTAL|CONFI-DENTIAL|TOP SECRET|Top|TOP|TS|T S\
            |UNCLAS|UNCLASSIFIED|Unclassified|LIMITED OFFICIAL USE|OFFICIAL|Official|USE ONLY|SBU|S B U|LOU|Lou|CUI|CONTROLLED|NATO|COSMIC|RESTRICTED|Restricted\
            |NODIS|NO DIS|N O D I S|NOOIS|EXDlS|EXDIS|EX DIS|LIMDIS|STADIS|NOFORN|ORCON|SENSITIVE|Sensitive|EYES ONLY|ONLY|FOR|FOR OFFICIAL|EXCLUSIVE|PERSONAL|CHANNEL|ROGER|DISSEM|CODEL|INFORM CONSULS\
            |CLASSIFIED|Classified|BUSINESS|PROPRIETARY|COMPANY|COMMERCIAL|CONFIDENCE|THE|THIS|THIS MESSAGE IS|THE FOLLOWING IS|ENTIRE TEXT|PARAGRAPH|ANNEX|ATTACHMENT|Enclosure|Tab|DRAFT|PAGE|COPY|WORKING PAPER|MEMO\
            |RESTRICTED DATA|RD|FRD|CNWDI|HANDLE VIA|WARNING NOTICE|CAUTION|ATOMIC ENERGY ACT|NOT FOR|NOT RELEASABLE|SPECIAL ACCESS|SAR|UMBRA|COMINT|TALENT|KEYHOLE\
            |UK|GBR|CAN|AUS|NZ|FRENCH|US|USA|REL|TO|CLASSIFICATION|Classification|CLASS.|PM|PORTION|CAVEAT|Caveats|DISTRIBUTION|STATEMENT B|DISTRIBUTION STATEMENT|SECURITY|LEVEL\
            |C|S|U|A|O|C'est|NF|OC|SI|AMEMBASSY|ZENDA|IMMEDIATE|Vesta|Minister|Lorne|The|the|of|and|talks|Pilots|on|is|are|treated|as|marked|PORT-VESTA|U.S.|SECRETARY|Secretary|SECTION|Confidence|Contact"
            .split('|')
            .collect();
        let between = [
            " ", " ", " ", " ", "  ", "-", " - ", ".", ", ", "_", "", "\"", "*",
        ];
        let letters: Vec<char> = "AEIOSCTNDRl-. '_".chars().collect();
        let (mut nothings, mut somethings) = (0, 0);
        let mut random = Random::new();
        for _ in 0..65_536 {
            let mut line = String::new();
            for _ in 0..1 + random.below(4) {
                let (before, word) = (random.pick(&between), random.pick(&words));
                line.push_str(if line.is_empty() { "" } else { before });
                line.push_str(word);
            }
            if random.below(3) == 0 {
                let mut signs: Vec<char> = line.chars().collect();
                let at = random.below(signs.len());
                signs[at] = letters[random.below(letters.len())];
                line = signs.into_iter().collect();
            }
            let something = is_something(&line);
            let names_nothing = Lines::of(&line).at(0).is_some_and(nothing);
            assert!(!(something && names_nothing), "{line:?}");
            somethings += usize::from(something);
            nothings += usize::from(names_nothing);
        }
        assert!(
            nothings > 1000 && somethings > 1000,
            "{nothings} {somethings}"
        );
    }
}
