//! The independent check sees excised words, and clears every release.

use tearline::audit::leaks;
use tearline::marking::Reader;
use tearline::policy::Quote;

use super::{ON, decided, styles, telegram, words};

#[test]
fn excised_words_in_an_output_are_a_leak() {
    let source = telegram("The master met Ilse Mar-\nren at the fuel pier, and nobody else.");
    let assessment = decided(&source, &[words("paragraph 2", Quote::new("Ilse Marren"))]);
    let found = |output: &str| -> usize { leaks(&assessment, &Reader::public(), ON, output).len() };
    for (output, expected) in [
        ("met Ilse Marren at", 1),
        ("MASTER MET ILSE", 1),
        ("<p>Marren at&nbsp;the fuel</p>", 1),
        (r#"{"text":"met\nIlse\nMarren"}"#, 1),
        ("met Ilse Mar ren at", 1),
        // The rest of the portion, and a name by itself, which may stand anywhere.
        ("The master met", 0),
        ("at the fuel pier, and nobody else.", 0),
        ("Ilse was here", 0),
    ] {
        assert_eq!(found(output), expected, "{output}");
    }
    assert_eq!(leaks(&assessment, &Reader::originator(), ON, &source), []);
}

#[test]
fn a_portion_of_two_words_is_checked_by_two() {
    let source = telegram("Marren left.");
    let assessment = decided(&source, &[words("paragraph 2", Quote::new("Marren"))]);
    assert_eq!(
        leaks(&assessment, &Reader::public(), ON, "2. (U) Marren left.").len(),
        1
    );
}

/// What stands in another released portion is released there.
#[test]
fn what_is_released_elsewhere_is_no_leak_of_the_cut() {
    let source =
        telegram("He met Ilse Marren at noon.").replace("Closed.", "He met Ilse Marren at noon.");
    let assessment = decided(&source, &[words("paragraph 2", Quote::new("Ilse Marren"))]);
    let release = assessment.release(&Reader::public(), ON);
    assert_eq!(
        leaks(&assessment, &Reader::public(), ON, &release.to_text()),
        []
    );
}

#[test]
fn every_release_with_gone_words_passes() {
    for (text, quoted) in [
        ("He met Ilse Marren at the fuel pier.", "the"),
        ("Released for the public as of noon.", "for the"),
        (
            "A release in part, in the place of what is withheld.",
            "in part",
        ),
        ("Marren left.", "left"),
        (
            "It is of the United States, classified and controlled.",
            "classified and",
        ),
    ] {
        let source = telegram(text);
        let assessment = decided(&source, &[words("paragraph 2", Quote::new(quoted))]);
        for style in styles() {
            let release = assessment.release_in(&Reader::public(), ON, style);
            for output in [
                release.to_text(),
                release.to_markdown(),
                release.to_html(),
                release.to_json(),
            ] {
                assert_eq!(
                    leaks(&assessment, &Reader::public(), ON, &output),
                    [],
                    "{text}"
                );
            }
        }
    }
}
