//! What holds of any known facts beside any text.

use std::num::NonZeroUsize;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tearline::declass::Form;
use tearline::document::{Declassified, Document, Known};
use tearline::policy::{Action, Assessment, Decision, Policy};
use tearline::release::Release;

use crate::fixtures::reader;
use crate::generator::{Cable, Dice};
use crate::support::cases;

const RUNGS: [&str; 6] = ["U", "SBU", "C", "S", "TS", "all"];
const DAYS: [Date; 5] = [
    date(2012, 2, 29),
    date(2012, 3, 1),
    date(2015, 5, 20),
    date(2021, 1, 1),
    date(2200, 1, 1),
];

const LEVELS: [&str; 8] = [
    "UNCLASSIFIED",
    "CONFIDENTIAL",
    "Secret",
    "SECRET//NOFORN",
    "TOP SECRET",
    "SECRT",
    "SBU",
    "S//RD",
];
const INSTRUCTIONS: [&str; 7] = [
    "E.O. 12958: DECL: 05/20/2015",
    "DECL: 01/01/2020",
    "03/01/2012",
    "OADR",
    "when the boats return",
    "E.O. 13526: DECL: 05/20/2020",
    "DECLASSIFIED BY NARA 09/02/2009",
];
const CAPTIONS: [&str; 6] = [
    "NODIS",
    "SIPDIS",
    "NOFORN",
    "SENSITIVE",
    "HARBOR GROUP",
    "EXDIS for Ode",
];
const ORIGINS: [Date; 5] = [
    date(2005, 5, 20),
    date(2006, 3, 14),
    date(1975, 4, 2),
    date(2012, 3, 1),
    date(2019, 1, 1),
];

/// What a fact raises and does not fill: where one of its kind is stated or known already.
struct Stated {
    level: bool,
    instruction: bool,
    origin: bool,
}

impl Stated {
    fn of(document: &Document<'_>) -> Self {
        let header = document.header();
        let mut instructions = header.schedule().instructions();
        Self {
            level: !header.levels().is_empty(),
            instruction: instructions.all(|read| read.form() != Form::Missing),
            origin: header.origin().is_some(),
        }
    }
}

fn pick<T: Copy>(dice: &mut Dice, from: &[T]) -> T {
    from[dice.between(0, from.len())]
}

fn fact(known: Known, dice: &mut Dice, stated: &Stated) -> Known {
    match dice.between(0, 4) {
        0 if stated.level => known.level(pick(dice, &LEVELS)),
        1 if stated.instruction => known.instruction(pick(dice, &INSTRUCTIONS)),
        2 if stated.origin => known.origin(pick(dice, &ORIGINS)),
        _ => known.caption(pick(dice, &CAPTIONS)),
    }
}

fn any_known(dice: &mut Dice) -> Known {
    let all = Stated {
        level: true,
        instruction: true,
        origin: true,
    };
    let mut known = Known::new();
    for _ in 0..dice.between(0, 5) {
        known = fact(known, dice, &all);
    }
    if dice.between(0, 3) == 0 {
        let on = pick(dice, &[date(2012, 3, 1), date(2018, 1, 1)]);
        known = known.declassified(Declassified::new("Director", on).unwrap());
    }
    known
}

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

fn shows_more(before: &Assessment<'_>, after: &Assessment<'_>) -> bool {
    let looks = seen(before).into_iter().zip(seen(after));
    looks.into_iter().any(|(before, after)| {
        before.len() != after.len()
            || before
                .iter()
                .zip(&after)
                .any(|(before, after)| after > before)
    })
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn facts_that_only_raise_never_show_more_than_the_document_alone(source in crate::laws::text(), seed in any::<u64>()) {
        let alone = tearline::parse(&source);
        let (stated, mut dice) = (Stated::of(&alone), Dice(seed));
        let mut known = Known::new();
        for _ in 0..3 {
            known = fact(known, &mut dice, &stated);
        }
        let with = tearline::parse_with(&source, &known);
        let policy = Policy::default();
        prop_assert!(!shows_more(&policy.assess(&alone), &policy.assess(&with)), "{}\n{}", serde_json::to_string(&known).unwrap(), source);
    }

    #[test]
    fn a_further_fact_that_only_raises_never_shows_more(source in crate::laws::text(), seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let known = any_known(&mut dice);
        let before = tearline::parse_with(&source, &known);
        let further = fact(known.clone(), &mut dice, &Stated::of(&before));
        let after = tearline::parse_with(&source, &further);
        let policy = Policy::default();
        prop_assert!(!shows_more(&policy.assess(&before), &policy.assess(&after)), "{}\n{}\n{}", serde_json::to_string(&known).unwrap(), serde_json::to_string(&further).unwrap(), source);
    }

    #[test]
    fn beside_known_facts_more_clearance_and_a_later_day_never_show_less(source in crate::laws::text(), seed in any::<u64>()) {
        let known = any_known(&mut Dice(seed));
        let seen = seen(&Policy::default().assess(&tearline::parse_with(&source, &known)));
        prop_assert!(crate::laws::never_shows_less(&seen, DAYS.len()), "{}", source);
    }

    /// What is known is the same for every text: what is withheld can say anything else.
    #[test]
    fn beside_known_facts_nothing_withheld_reaches_the_output(cable in Cable::any(), seed in any::<u64>(), rung in 0_usize..5, day in 0_usize..5) {
        let known = any_known(&mut Dice(seed));
        let source = cable.text();
        let document = tearline::parse_with(&source, &known);
        let assessment = Policy::default().assess(&document);
        let (reader, as_of) = (reader(RUNGS[rung]), DAYS[day]);
        let released: Vec<bool> = assessment.verdicts(&reader, as_of).map(|it| it.is_release()).collect();
        let other = crate::laws::rewritten(&cable, &assessment, &released, seed).text();
        let other = tearline::parse_with(&other, &known);
        let (one, two) = (assessment.release(&reader, as_of), Policy::default().assess(&other).release(&reader, as_of));
        prop_assert_eq!(one.to_text(), two.to_text(), "{}\n{}", serde_json::to_string(&known).unwrap(), source);
        prop_assert_eq!(one.to_json(), two.to_json());
    }

    /// Who is on the list of a document is as whom the list names, and nobody else sees more for it.
    #[test]
    fn a_list_of_names_counts_for_those_whom_it_names_alone(source in crate::laws::text(), seed in any::<u64>(), named in any::<bool>()) {
        let known = any_known(&mut Dice(seed));
        let listed = known.clone().listed("Ines  Birk").listed("B. Alder");
        let [before, after] = [&known, &listed].map(|known| Policy::default().assess(&tearline::parse_with(&source, known)));
        prop_assert_eq!(seen(&before), seen(&after), "{}", source);
        let keys = "clearance=TS citizen=USA agency=STATE access=SI,TK";
        let reads = |assessment: &Assessment<'_>, more: &str| -> Vec<bool> {
            let reader = reader(&format!("{keys}{more}"));
            assessment.verdicts(&reader, DAYS[2]).map(|verdict| verdict.is_release()).collect()
        };
        prop_assert_eq!(reads(&after, " name=ines birk"), reads(&before, " named=yes"));
        prop_assert_eq!(reads(&after, " name=I. Birk"), reads(&before, ""));
        let named = if named { " named=yes name=B. Alder" } else { " name=B. Alder" };
        prop_assert_eq!(reads(&after, named), reads(&before, " named=yes"));
        // A release says as whom its reader counts, so that what it shows can be read again.
        let release = after.release(&reader(&format!("{keys} name=Ines Birk")), DAYS[2]);
        let kept = serde_json::to_string(&release).unwrap();
        prop_assert_eq!(serde_json::from_str::<Release<'_>>(&kept).unwrap().to_text(), release.to_text());
    }

    /// The oracle is the reviewer who decides of every portion by name, and passes over what cannot be declassified.
    #[test]
    fn a_declassification_of_the_whole_is_one_of_every_portion(source in crate::laws::text(), seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut known = Known::new();
        let all = Stated { level: true, instruction: true, origin: false };
        for _ in 0..dice.between(0, 3) {
            known = fact(known, &mut dice, &all);
        }
        let (on, by) = (date(2012, 3, 1), "Director");
        let before = tearline::parse_with(&source, &known);
        let opened = known.declassified(Declassified::new(by, on).unwrap());
        let after = tearline::parse_with(&source, &opened);
        let mut named = Policy::default().assess(&before);
        if before.header().origin().is_none_or(|origin| origin < on) {
            for index in 0..named.portions().len() {
                let target = named.portions()[index].target();
                let nth = named.portions()[..=index].iter().filter(|it| it.target() == target).count();
                let target = target.at_place(NonZeroUsize::new(nth).unwrap());
                let decision = Decision::new(target, Action::Declassified(on), by, on).with_authority(by);
                named = named.decided(&[decision].into()).unwrap_or(named);
            }
        }
        let whole = Policy::default().assess(&after);
        prop_assert_eq!(seen(&whole), seen(&named), "{}", source);
    }
}
