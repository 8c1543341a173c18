//! What holds of any excisions in any text.

use std::num::NonZeroUsize;

use proptest::prelude::*;
use tearline::audit::leaks;
use tearline::declass::reasons;
use tearline::policy::{Assessment, Decision, Grounds, Policy, Quote, Target};
use tearline::release::Release;

use super::{ON, decision, rendered, styles};
use crate::fixtures::reader;
use crate::generator::Dice;
use crate::support::cases;

const RUNGS: [&str; 3] = ["U", "C", "TS"];

/// The texts of the portions, as the originator reads them.
fn texts(assessment: &Assessment<'_>) -> Vec<String> {
    let release = assessment.release(&reader("all"), ON);
    let portions = release.portions().iter();
    portions
        .map(|portion| portion.text().unwrap_or_default().to_owned())
        .collect()
}

fn target(assessment: &Assessment<'_>, index: usize) -> Target {
    let portions = assessment.portions();
    let named = portions[index].target();
    let before = portions[..index]
        .iter()
        .filter(|it| it.target() == named)
        .count();
    named.at_place(NonZeroUsize::new(before + 1).unwrap())
}

fn withheld(target: Target, action: &str) -> Decision {
    Decision::new(target, action.parse().unwrap(), "I. Birk", ON)
}

/// Some words of some portion, with all that stands around them; `None` where a portion has none.
fn excision(assessment: &Assessment<'_>, dice: &mut Dice) -> Option<Decision> {
    let texts = texts(assessment);
    if texts.len() != assessment.portions().len() || texts.is_empty() {
        return None;
    }
    let index = dice.between(0, texts.len());
    let words: Vec<&str> = texts[index].split_whitespace().collect();
    let from = dice.between(0, words.len().max(1));
    let to = (from + 1 + dice.between(0, 4)).min(words.len());
    let exact = words.get(from..to)?.join(" ");
    let quote = Quote::new(exact)
        .after(words[..from].join(" "))
        .before(words[to..].join(" "));
    let action = ["withhold", "withhold B1", "withhold B5", "withhold B6"][dice.between(0, 4)];
    let decision = withheld(target(assessment, index), action).on_words(quote);
    Some(decision.with_grounds(grounds(dice)))
}

fn grounds(dice: &mut Dice) -> Grounds {
    let mut pick = |of: &[&'static str]| of[dice.between(0, of.len())];
    let grounds = Grounds::new()
        .with_description(pick(&["", "a name", "a price"]))
        .with_harm(pick(&["", "a visit"]))
        .with_segregability(pick(&["", "it is one name"]));
    match pick(&["", "1.4(c)", "1.4(d)"]) {
        "" => grounds,
        letter => grounds.with_letter(reasons(letter).unwrap()),
    }
}

fn excisions(assessment: &Assessment<'_>, seed: u64) -> Vec<Decision> {
    let mut dice = Dice(seed);
    let made = (0..3).filter_map(|_| excision(assessment, &mut dice));
    made.filter(|it| assessment.decided(&[it.clone()].into()).is_ok())
        .collect()
}

fn shown(release: &Release<'_>) -> Vec<String> {
    let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let texts = release.portions().iter().flat_map(|portion| {
        let text = portion.text().unwrap_or_default().to_owned();
        let gone = portion.excised_words();
        let mut left = Vec::new();
        let mut at = 0;
        for it in gone {
            left.push(text[at..it.place().start].to_owned());
            at = it.place().end;
        }
        left.push(text[at..].to_owned());
        left
    });
    texts.map(|text| bare(&text)).collect()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn an_excision_never_shows_more(source in crate::laws::text(), seed in any::<u64>()) {
        let document = tearline::parse(&source);
        let mut assessment = Policy::default().assess(&document);
        for it in excisions(&assessment, seed) {
            let decided = assessment.decided(&[it].into()).unwrap();
            for rung in RUNGS {
                let (before, after) = (assessment.release(&reader(rung), ON), decided.release(&reader(rung), ON));
                let before: Vec<String> = shown(&before);
                let all = before.concat();
                for text in shown(&after) {
                    prop_assert!(all.contains(&text));
                }
                prop_assert!(shown(&after).concat().len() <= all.len());
            }
            assessment = decided;
        }
    }

    #[test]
    fn the_order_of_excisions_does_not_matter(source in crate::laws::text(), seed in any::<u64>()) {
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        let mut all = excisions(&assessment, seed);
        let one = assessment.decided(&all.iter().cloned().collect()).unwrap();
        all.reverse();
        let other = assessment.decided(&all.into_iter().collect()).unwrap();
        for style in styles() {
            for rung in RUNGS {
                let shown = |it: &Assessment<'_>| {
                    let release = it.release_in(&reader(rung), ON, style);
                    (release.to_json(), serde_json::to_string(&release).unwrap())
                };
                prop_assert_eq!(shown(&one), shown(&other));
            }
        }
    }

    #[test]
    fn to_excise_everything_is_to_withhold(source in crate::laws::text(), seed in any::<u64>()) {
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        let texts = texts(&assessment);
        prop_assume!(texts.len() == assessment.portions().len() && !texts.is_empty());
        let index = Dice(seed).between(0, texts.len());
        let target = target(&assessment, index);
        let mut dice = Dice(seed ^ 1);
        let whole = withheld(target, ["withhold B6", "withhold B1"][dice.between(0, 2)]).with_grounds(grounds(&mut dice));
        let words = whole.clone().on_words(Quote::new(texts[index].clone()));
        let Ok(excised) = assessment.decided(&[words].into()) else { return Ok(()) };
        let whole = assessment.decided(&[whole].into()).unwrap();
        for style in styles() {
            for rung in RUNGS {
                let (one, other) = (excised.release_in(&reader(rung), ON, style), whole.release_in(&reader(rung), ON, style));
                prop_assert_eq!(one.to_json(), other.to_json());
                prop_assert_eq!(one.to_html(), other.to_html());
                prop_assert_eq!(one.to_text(), other.to_text());
            }
        }
    }

    #[test]
    fn the_check_clears_what_the_cut_made(source in crate::laws::text(), seed in any::<u64>()) {
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        let all = excisions(&assessment, seed);
        let decided = assessment.decided(&all.into_iter().collect()).unwrap();
        let release = decided.release(&reader("C"), ON);
        let found = leaks(&decided, &reader("C"), ON, &release.to_text());
        prop_assert_eq!(found, []);
        // What is kept is read as it was.
        let kept = serde_json::to_string(&release).unwrap();
        let again: Release<'static> = serde_json::from_str(&kept).unwrap();
        prop_assert_eq!(again.to_html(), release.to_html());
    }

    #[test]
    fn no_quote_makes_a_decision_panic(source in crate::laws::text(), exact in any::<String>(), prefix in any::<String>()) {
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        let decision = decision("paragraph 1", "withhold").on_words(Quote::new(exact).after(prefix));
        let (decided, _) = assessment.decided_or_withheld(&[decision].into());
        for bytes in rendered(&decided.release(&reader("C"), ON)) {
            prop_assert!(bytes.len() < 10_000_000);
        }
    }
}
