//! What holds of any decisions on any text.

use std::num::NonZeroUsize;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tearline::policy::{Assessment, Decision, Decisions, Policy, Portion, Target};

use super::{BEFORE, ON, decision};
use crate::fixtures::reader;
use crate::generator::{Cable, Dice};
use crate::support::cases;

/// Every portion has a name that finds it, and the name reads back.
fn target(portions: &[Portion], index: usize) -> Target {
    let named = portions[index].target();
    let before = portions[..index]
        .iter()
        .filter(|it| it.target() == named)
        .count();
    named.at_place(NonZeroUsize::new(before + 1).unwrap())
}

const RUNGS: [&str; 6] = ["U", "SBU", "C", "S", "TS", "all"];
const DAYS: [Date; 4] = [
    date(2015, 5, 19),
    date(2015, 5, 20),
    BEFORE,
    date(2200, 1, 1),
];

fn seen(assessment: &Assessment<'_>) -> Vec<Vec<bool>> {
    let looks = RUNGS.iter().flat_map(|rung| DAYS.map(|day| (rung, day)));
    looks
        .map(|(rung, day)| {
            let reader = reader(rung);
            let verdicts = assessment.verdicts(&reader, day);
            verdicts.map(|verdict| verdict.is_release()).collect()
        })
        .collect()
}

fn any_decision(assessment: &Assessment<'_>, dice: &mut Dice) -> Decision {
    const ACTIONS: [&str; 12] = [
        "release",
        "withhold",
        "withhold B6",
        "mark U",
        "mark SBU",
        "mark C",
        "mark S//NF",
        "mark S//RD//NF",
        "mark TS",
        "exemption B5",
        "no mark",
        "declassified 2015-05-20",
    ];
    // A text without a portion has nothing to be decided, and says so.
    if assessment.portions().is_empty() {
        return decision("paragraph 1", "withhold");
    }
    let index = dice.between(0, assessment.portions().len());
    let action = ACTIONS[dice.between(0, ACTIONS.len())].parse().unwrap();
    Decision::new(target(assessment.portions(), index), action, "I. Birk", ON)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_decision_without_an_authority_never_shows_more(source in crate::laws::text(), seed in any::<u64>()) {
        let document = tearline::parse(&source);
        let mut assessment = Policy::default().assess(&document);
        let mut dice = Dice(seed);
        for _ in 0..4 {
            let decision = any_decision(&assessment, &mut dice);
            let Ok(decided) = assessment.decided(&[decision.clone()].into()) else {
                continue;
            };
            for (before, after) in seen(&assessment).iter().zip(seen(&decided)) {
                let more = before.iter().zip(&after).any(|(before, after)| after > before);
                prop_assert!(!more, "{}\n{}", decision, source);
            }
            assessment = decided;
        }
    }

    #[test]
    fn a_decision_by_authority_shows_more_of_its_own_portion_alone(source in crate::laws::text(), seed in any::<u64>()) {
        let document = tearline::parse(&source);
        let base = Policy::default().assess(&document);
        let mut assessment = base.clone();
        let mut dice = Dice(seed);
        for _ in 0..4 {
            let decision = any_decision(&assessment, &mut dice).with_authority("Director");
            let Ok(decided) = assessment.decided(&[decision.clone()].into()) else {
                continue;
            };
            let own = decided.decisions().last().unwrap().portion();
            // What it takes the place of may have raised others; none falls below what the document says of it.
            let looks = seen(&base).into_iter().zip(seen(&assessment)).zip(seen(&decided));
            for ((base, before), after) in looks {
                for index in (0..after.len()).filter(|index| *index != own) {
                    prop_assert!(after[index] <= before[index].max(base[index]), "{}\n{}", decision, source);
                }
            }
            assessment = decided;
        }
    }

    #[test]
    fn under_decisions_more_clearance_and_a_later_day_never_show_less(source in crate::laws::text(), seed in any::<u64>()) {
        let document = tearline::parse(&source);
        let mut assessment = Policy::default().assess(&document);
        let mut dice = Dice(seed);
        for _ in 0..4 {
            let decision = any_decision(&assessment, &mut dice).with_authority("Director");
            assessment = assessment.decided(&[decision].into()).unwrap_or(assessment);
        }
        let seen = seen(&assessment);
        prop_assert!(crate::laws::never_shows_less(&seen, DAYS.len()), "{}", source);
    }

    /// A decision is the same for every text: what is withheld can say anything else.
    #[test]
    fn under_decisions_nothing_withheld_reaches_the_output(cable in Cable::any(), seed in any::<u64>(), rung in 0_usize..5, day in 0_usize..4) {
        let source = cable.text();
        let document = tearline::parse(&source);
        let mut dice = Dice(seed);
        let base = Policy::default().assess(&document);
        let mut decisions = Decisions::default();
        let mut assessment = base.clone();
        for _ in 0..3 {
            let decision = any_decision(&base, &mut dice).with_authority("Director");
            if let Ok(decided) = assessment.decided(&[decision.clone()].into()) {
                assessment = decided;
                decisions.push(decision);
            }
        }
        let (reader, as_of) = (reader(RUNGS[rung]), DAYS[day]);
        let released: Vec<bool> = assessment.verdicts(&reader, as_of).map(|it| it.is_release()).collect();
        let other = crate::laws::rewritten(&cable, &assessment, &released, seed).text();
        let other = tearline::parse(&other);
        let other = Policy::default().assess(&other);
        // Where blocks without a number are fewer or more, a name may find another.
        if other.portions().len() != base.portions().len() {
            return Ok(());
        }
        let other = other.decided(&decisions).unwrap();
        let (one, two) = (assessment.release(&reader, as_of), other.release(&reader, as_of));
        prop_assert_eq!(one.to_text(), two.to_text(), "{}\n{:?}", source, decisions);
        prop_assert_eq!(one.to_json(), two.to_json());
    }
}
