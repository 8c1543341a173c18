//! The laws of the vocabulary, each named.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tearline::marking::{Access, Label, Marking, Reader, StatedMark, is_mark_shaped, roll_up};

use super::strategies::{Keys, common, keys, labels, levels, portions};

const DATED: Date = date(2016, 12, 31);

fn rank(access: &Access) -> u8 {
    match access {
        Access::Deny(_) => 0,
        Access::ViewOnly => 1,
        Access::Permit => 2,
    }
}

/// NATO read-ins go with the level of the whole, so the law of joins holds one way only where NATO has a part.
fn has_nato(label: &Label) -> bool {
    let unclassified = label.with_level(tearline::marking::Level::Unclassified);
    [label, &unclassified]
        .map(ToString::to_string)
        .iter()
        .any(|printed| printed.contains("NATO") || printed.starts_with("//NR"))
}

proptest! {

    #[test]
    fn parsing_what_was_printed_gives_it_back(mark in portions()) {
        let printed = mark.to_string();
        let again = Marking::parse_portion(&printed);
        prop_assert_eq!(again.as_ref(), Ok(&mark), "{}", &printed);
        let in_parentheses = Marking::parse_portion(&format!("({printed})"));
        prop_assert_eq!(in_parentheses.as_ref(), Ok(&mark));
    }

    #[test]
    fn a_banner_is_read_as_the_mark_it_was_printed_from(mark in portions()) {
        let printed = mark.banner().to_string();
        match Marking::parse_banner(&printed) {
            Ok(again) => {
                prop_assert_eq!(again.banner().to_string(), &printed[..]);
                // A banner that has a level leaves the categories of CUI out.
                if !printed.contains("CUI") {
                    prop_assert_eq!(again, mark);
                }
            }
            // REL and EYES without a list are of portion marks alone.
            Err(error) => prop_assert_eq!(error.rule().map(|rule| rule.code), Some("banner-release-list")),
        }
    }

    #[test]
    fn arbitrary_text_never_panics_and_canonical_is_idempotent(text in "\\PC{0,60}") {
        check_any(&text)?;
    }

    #[test]
    fn mark_like_text_never_panics_and_canonical_is_idempotent(
        text in "(//)?(TS|S|C|U|R|SBU|CUI|FGI|JOINT|GBR S|secret)(/|//|-| |,)?[A-Z/ ,()-]{0,30}"
    ) {
        check_any(&text)?;
    }

    #[test]
    fn a_join_is_idempotent_commutative_and_associative(a in labels(), b in labels(), c in labels()) {
        prop_assert_eq!(a.join(&a), a.clone());
        prop_assert_eq!(a.join(&b), b.join(&a));
        prop_assert_eq!(a.join(&b).join(&c), a.join(&b.join(&c)));
        prop_assert_eq!(a.join(&Label::unclassified()), a.clone());
        prop_assert!(!a.join(&Label::unresolved()).is_resolved());
    }

    #[test]
    fn dominance_is_the_order_of_the_join(a in labels(), b in labels(), c in labels()) {
        let ab = a.join(&b);
        prop_assert!(ab.dominates(&a) && ab.dominates(&b));
        prop_assert!(a.dominates(&a));
        prop_assert!(Label::unresolved().dominates(&a));
        prop_assert!(a.dominates(&Label::unclassified()));
        if a.dominates(&b) && b.dominates(&c) {
            prop_assert!(a.dominates(&c));
        }
    }

    #[test]
    fn who_reads_a_join_reads_both_and_the_other_way_round(a in labels(), b in labels(), keys in keys()) {
        let reader = keys.reader();
        let both = rank(&reader.reads(&a)).min(rank(&reader.reads(&b)));
        let joined = rank(&reader.reads(&a.join(&b)));
        prop_assert!(joined <= both, "{} / {} for {}", a, b, reader);
        // What a federal agency gives a foreign citizen is not kept through a join with a release list.
        let foreign_employee = keys.agency.is_some() && keys.citizen.iter().any(|code| *code != "USA");
        if !has_nato(&a) && !has_nato(&b) && !foreign_employee {
            prop_assert_eq!(joined, both, "{} / {} for {}", a, b, reader);
        }
    }

    #[test]
    fn who_reads_a_label_reads_what_it_dominates(a in labels(), b in labels(), keys in keys()) {
        if a.dominates(&b) {
            let reader = keys.reader();
            prop_assert!(rank(&reader.reads(&a)) <= rank(&reader.reads(&b)), "{} / {} for {}", a, b, reader);
        }
    }

    #[test]
    fn more_clearance_or_another_key_never_shows_less(label in labels(), keys in keys(), more in keys()) {
        let union = Keys {
            clearance: keys.clearance.max(more.clearance),
            citizen: {
                let mut all = keys.citizen.clone();
                all.extend(more.citizen.iter().filter(|code| !keys.citizen.contains(code)));
                all
            },
            access: keys.access.iter().chain(&more.access).copied().collect(),
            agency: keys.agency,
            named: keys.named.or(more.named),
        };
        let (less, more) = (keys.reader().reads(&label), union.reader().reads(&label));
        prop_assert!(rank(&less) <= rank(&more), "{} for {}: {:?}", label, union.reader(), more);
    }

    #[test]
    fn a_later_date_never_shows_less(label in labels(), level in levels(), keys in keys()) {
        let lowered = label.with_level(level);
        let reader = keys.reader();
        prop_assert!(rank(&reader.reads(&label)) <= rank(&reader.reads(&lowered)), "{} for {}", label, reader);
        prop_assert_eq!(lowered.with_level(level), lowered.clone());
        prop_assert!(label.dominates(&lowered));
    }

    #[test]
    fn a_label_reads_back_as_it_prints_to_the_same_readers(label in labels(), keys in keys()) {
        let printed = label.to_string();
        let mark = StatedMark::read(&printed);
        prop_assert!(mark.is_ok(), "{}: {}", printed, mark.unwrap_err());
        let again = mark.unwrap().label();
        prop_assert_eq!(again.to_string(), printed.clone());
        let reader = keys.reader();
        prop_assert_eq!(reader.reads(&again).to_string(), reader.reads(&label).to_string(), "{} for {}", printed, reader);
    }

    #[test]
    fn a_roll_up_does_not_depend_on_order_and_is_idempotent(
        marks in proptest::collection::vec(common(), 1..6), turn in 0_usize..6
    ) {
        let banner = roll_up(&marks, DATED);
        let mut turned = marks.clone();
        turned.rotate_left(turn % marks.len());
        prop_assert_eq!(&roll_up(&turned, DATED), &banner);
        turned.reverse();
        prop_assert_eq!(&roll_up(&turned, DATED), &banner);
        prop_assert_eq!(roll_up([&banner], DATED), banner.clone());
        let doubled: Vec<_> = marks.iter().chain(&marks).cloned().collect();
        prop_assert_eq!(roll_up(&doubled, DATED), banner);
    }

    #[test]
    fn a_roll_up_is_a_valid_banner(marks in proptest::collection::vec(common(), 0..6)) {
        let banner = roll_up(&marks, DATED);
        prop_assert!(banner.validate().is_ok(), "{:?} gives {}", marks.iter().map(ToString::to_string).collect::<Vec<_>>(), banner);
    }

    #[test]
    fn another_portion_never_lowers_the_banner(marks in proptest::collection::vec(common(), 1..5), more in common()) {
        let before = roll_up(&marks, DATED);
        let mut all = marks.clone();
        all.push(more);
        let after = roll_up(&all, DATED);
        prop_assert!(after.level() >= before.level());
        // What the banner of a classified document must still say: SCI, SAP, AEA but for its precedence, NOFORN.
        let printed = after.to_string();
        for control in ["SI-G", "TK", "HCS-P", "ANB", "SAR-", "RD", "OC", "PR", "FISA", "DSEN", "SSI", "LES"] {
            if before.to_string().contains(control) {
                prop_assert!(printed.contains(control), "{before} then {printed}");
            }
        }
        let noforn = |text: &str| text.contains("NF");
        if noforn(&before.to_string()) {
            prop_assert!(noforn(&printed), "{before} then {printed}");
        }
    }

    #[test]
    fn nobody_but_the_us_reads_a_banner_that_a_portion_is_kept_from(marks in proptest::collection::vec(common(), 1..5)) {
        // A foreign reader whom the banner of a classified document lets in may read every portion of it that says
        // anything of foreign release.
        let banner = Label::from(&roll_up(&marks, DATED));
        let reader: Reader =
            "clearance=TS citizen=GBR access=HCS-P,SI-G-ABCD,SI-NK,TK,ANB,RSV-123,SAR-BP-123-XY,SAR-BP,SAR-BP-123,SAR-CA,Q,CNWDI,SG-14,SG-18,SG-20,CTS named=yes agency=STATE"
                .parse()
                .unwrap();
        if reader.reads(&banner).is_permit() {
            for mark in &marks {
                prop_assert!(reader.reads_marking(mark).is_permit(), "{mark} under {banner}");
            }
        }
    }
}

fn check_any(text: &str) -> Result<(), TestCaseError> {
    let _ = is_mark_shaped(text);
    let _ = Marking::parse_banner(text);
    let _ = text.parse::<Reader>();
    if let Ok(mark) = StatedMark::read(text) {
        let printed = mark.marking().to_string();
        let again = Marking::parse_portion(&printed);
        prop_assert_eq!(
            again.as_ref(),
            Ok(mark.marking()),
            "{} as {}",
            text,
            printed
        );
        // Not all of it is read as unclassified and plain, unless it is.
        if mark.label() == Label::unclassified() {
            prop_assert!(text.to_uppercase().contains('U'), "{text}");
        }
    }
    Ok(())
}

#[test]
fn long_text_is_refused_in_linear_time() {
    for unit in [
        "//",
        "/",
        "(",
        "S//NF ",
        "REL TO USA, ",
        "SI-",
        " ",
        "-",
        "A",
        "\u{2014}",
        "S,",
        "SAR-/",
    ] {
        let text = unit.repeat(2_000_000 / unit.len());
        // A reading of so long a text that took the square of its length would not come to an end.
        assert!(StatedMark::read(&text).is_err());
        assert!(Marking::parse_banner(&text).is_err());
        let _ = is_mark_shaped(&text);
    }
}
