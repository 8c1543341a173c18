//! An office's own word for a mark, and a rule of its own: the word reads as a mark of the register, the rule only raises.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example answers on standard output and complains on standard error"
)]

use jiff::civil::date;
use tearline::marking::{Reader, StatedMark, Vocabulary};
use tearline::policy::{Policy, Raise};
use tearline::{Citation, Rule, Severity};

const CABLE: &str = "\
UNCLAS PORT VESTA 000212

SUBJECT: (U) HARBOR TALKS

1. (U) The talks resume in April.

2. (HARBSEN) The fee has not been announced.

3. (U) Pilot Ode will lead the convoy.
";

static PILOTS: Rule = Rule::new(
    "pilot-names",
    Severity::Warning,
    "names a pilot",
    Citation::new("Harbor Office", "guide 3.2"),
);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words = Vocabulary::capco().with_alias("HARBSEN", "U//FOUO")?;
    // What is a mark already, or one slip away from one, is refused.
    if let Err(error) = Vocabulary::capco().with_alias("SECRT", "U") {
        eprintln!("refused: {error}");
    }

    let sbu = StatedMark::read("SBU")?.label();
    let policy = Policy::default().with_rule(&PILOTS, move |portion| {
        if portion.contains("pilot") {
            Raise::To(sbu.clone())
        } else {
            Raise::Nothing
        }
    });

    let assessment = policy.assess(&words.parse(CABLE));
    for finding in assessment.findings() {
        eprintln!("{finding}");
    }
    print!(
        "{}",
        assessment
            .release(&Reader::public(), date(2026, 3, 2))
            .to_text()
    );
    Ok(())
}
