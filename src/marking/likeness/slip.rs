//! One slip away from a mark: what typists, OCR and word processors make of the letters and signs of one.

use crate::marking::register::{Control, Controls, Level, ROWS, spellings};
use crate::text::within_one;

/// The shortest name of which one letter may be wrong, missing or doubled. A shorter one is one letter away from ordinary
/// words: FOUO from FOUR, SBU from SUB.
const LONG: usize = 5;

/// Whether `text` is one slip away from a level or a control, or from a level with a control.
///
/// `shown` is the text in plain ASCII with its case, `upper` the same in capitals.
pub(super) fn is_slip(shown: &str, upper: &str) -> bool {
    is_cut_short(upper)
        || is_misread(shown, upper)
        || is_one_letter_off(upper)
        || runs_together(shown, upper)
}

/// Whether one letter of a long name is wrong, missing, doubled or exchanged with its neighbour.
pub(super) fn is_one_letter_off(upper: &str) -> bool {
    !ORDINARY.contains(&upper)
        && (spellings().any(|name| is_near(name, upper))
            || LONG_NAMES
                .iter()
                .any(|control| is_near(control.row().banner, upper)))
        || upper.len() == 5 && is_doubled(upper, "FOUO")
        || upper == "FUOO"
}

fn is_near(name: &str, upper: &str) -> bool {
    name.len() >= LONG && name != upper && within_one(name, upper)
}

/// The names of which one letter may be wrong.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let long = LONG_NAMES.into_iter().map(|control| control.row().banner);
    spellings()
        .filter(|name| name.len() >= LONG)
        .chain(long)
        .chain(["FOUO", "FUOO"])
}

/// The longest of them with one letter more, and the longest text of a level that runs into a control, in bytes.
pub(super) const LONGEST: usize = 36;

/// Words that are one letter away from a level and are none.
const ORDINARY: [&str; 3] = ["SECRETS", "SECRETE", "SECRETED"];

/// The controls whose name is long enough for a slip to be told from another word.
const LONG_NAMES: [Control; 8] = [
    Control::Nf,
    Control::Oc,
    Control::Pr,
    Control::Xd,
    Control::Nd,
    Control::Ds,
    Control::Relido,
    Control::Stadis,
];

/// Whether one letter of `name` stands twice.
fn is_doubled(upper: &str, name: &str) -> bool {
    within_one(name, upper)
        && upper
            .bytes()
            .zip(upper.bytes().skip(1))
            .any(|(one, two)| one == two)
}

/// `Sec`, `Conf`, `UNCL.`: the beginning of a level.
fn is_cut_short(upper: &str) -> bool {
    let word = upper.trim_end_matches('.');
    word == "SEC"
        || word.len() >= 4
            && Level::ALL
                .into_iter()
                .map(Level::banner)
                .any(|name| name != word && name.starts_with(word) && word != "TOP ")
}

/// Whether it is a name with letters read as others that look like them: `FOU0`, `S8U`, `EXDlS`, `T5`.
fn is_misread(shown: &str, upper: &str) -> bool {
    let is = |name: &str| {
        let folded = shown.bytes().map(misread).eq(name.bytes().map(misread));
        folded && name != upper
    };
    // Only a text with a letter that OCR confuses is one: `SIDS` is not a misread name because `I` stands for itself.
    let doubtful = shown.bytes().any(|byte| {
        matches!(
            byte,
            b'0' | b'1' | b'5' | b'8' | b'$' | b'|' | b'l' | b'!' | b'6'
        )
    });
    doubtful
        && (Level::ALL
            .into_iter()
            .any(|level| level == Level::TopSecret && is(level.portion()))
            || spellings().any(is)
            || SHORT_NAMES
                .into_iter()
                .chain(LONG_NAMES)
                .any(|control| is(control.row().banner) || is(control.row().portion)))
}

const SHORT_NAMES: [Control; 4] = [Control::Fouo, Control::Sbu, Control::Frd, Control::Cui];

/// The class of signs that look alike.
const fn misread(byte: u8) -> u8 {
    match byte {
        b'0' | b'Q' | b'D' => b'O',
        b'1' | b'l' | b'|' | b'!' | b'i' => b'I',
        b'5' | b'$' => b'S',
        b'8' => b'B',
        b'6' => b'G',
        other => other.to_ascii_uppercase(),
    }
}

/// `SNF`, `SHNF`, `UHFOUO`, `SIINF`, `S|NF`, `CllNOFORN`: a level and a control whose slashes are lost or misread.
fn runs_together(shown: &str, upper: &str) -> bool {
    Level::ALL
        .into_iter()
        .map(Level::portion)
        .chain(["SBU", "LOU"])
        .any(|level| {
            let (Some(rest), Some(as_shown)) =
                (upper.strip_prefix(level), shown.get(level.len()..))
            else {
                return false;
            };
            let slashes = as_shown
                .bytes()
                .take_while(|byte| {
                    matches!(byte, b'H' | b'I' | b'1' | b'l' | b'|' | b'!' | b'\\' | b'/')
                })
                .count();
            follows(rest, false)
                || (1..=slashes.min(4)).any(|width| {
                    rest.get(width..)
                        .is_some_and(|rest| follows(rest, width > 1 || level == "TS"))
                })
        })
}

/// Whether `rest` begins with a control that is plain enough to be told behind a level without slashes. Two letters are so
/// only for NOFORN, or where the slashes were plainly there.
fn follows(rest: &str, plain: bool) -> bool {
    let name = rest
        .bytes()
        .position(|byte| !byte.is_ascii_alphanumeric())
        .and_then(|at| rest.get(..at))
        .unwrap_or(rest);
    let is = |control: &Control| {
        let row = control.row();
        name == row.portion || name == row.banner
    };
    name == "NF"
        || (plain && follows_several(name))
        || NAMES_BEHIND.iter().any(is)
        || plain
            && ROWS
                .iter()
                .any(|row| row.portion == name && name.len() >= 2)
        || LONG_NAMES
            .iter()
            .any(|control| is_near(control.row().banner, name))
        || SPECIFIC.has_name(name)
}

/// `SIHNF`, `TKIINF`: a compartment, its strokes misread, and NOFORN behind them.
fn follows_several(name: &str) -> bool {
    let system = ["SI", "TK", "HCS", "G"]
        .iter()
        .find_map(|system| name.strip_prefix(system));
    let control = system.and_then(|rest| rest.strip_suffix("NF"));
    control.is_some_and(|strokes| {
        !strokes.is_empty() && strokes.bytes().all(|b| matches!(b, b'H' | b'I'))
    })
}

const NAMES_BEHIND: [Control; 4] = [Control::Fouo, Control::Sbu, Control::Frd, Control::Relido];

/// Controls whose banner name tells them, whatever their portion mark is.
const SPECIFIC: Controls = Controls::any_of([
    Control::Nf,
    Control::Oc,
    Control::Pr,
    Control::Xd,
    Control::Nd,
    Control::Ds,
    Control::Imc,
]);

impl Controls {
    fn has_name(self, name: &str) -> bool {
        self.iter().any(|control| control.row().banner == name)
    }
}
