//! Marks, labels and readers as texts: what is written is read back, and nothing is read back lower.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tearline::marking::{Caption, Label, Level, Marking, Reader};

use super::strategies::{common, keys, labels, levels, portions};

/// A value through JSON.
fn kept<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

proptest! {
    #[test]
    fn a_level_is_read_as_it_is_written(level in levels()) {
        prop_assert_eq!(level.to_string().parse::<Level>(), Ok(level));
        prop_assert_eq!(level.banner().to_lowercase().parse::<Level>(), Ok(level));
        prop_assert_eq!(kept(&level), level);
    }

    #[test]
    fn a_marking_is_read_as_it_is_written(mark in portions()) {
        prop_assert_eq!(&mark.to_string().parse::<Marking>().unwrap(), &mark);
        prop_assert_eq!(kept(&mark), mark);
    }

    #[test]
    fn a_mark_that_the_register_forbids_is_kept_as_well(label in labels()) {
        let mark = label.marking();
        prop_assert_eq!(kept(&mark), mark);
    }

    #[test]
    fn a_label_is_read_as_it_is_written_in_full_and_never_lower(label in labels()) {
        let again: Label = label.in_full().parse().unwrap();
        prop_assert!(again.dominates(&label), "{} is read as {}", label, again);
        prop_assert!(again == label || !again.is_resolved(), "{} is read as {}", label, again);
        prop_assert_eq!(kept(&label), again);
    }

    #[test]
    fn the_label_of_a_mark_is_kept_whole(mark in common()) {
        let label = Label::from(&mark);
        prop_assert_eq!(kept(&label), label);
    }

    #[test]
    fn a_date_lowers_what_was_kept_as_it_lowers_the_label(label in labels(), level in levels()) {
        let again = kept(&label);
        prop_assert!(again.with_level(level).dominates(&label.with_level(level)));
    }

    #[test]
    fn a_reader_is_read_as_it_is_written(keys in keys()) {
        let reader = keys.reader();
        prop_assert_eq!(&reader.to_string().parse::<Reader>().unwrap(), &reader);
        prop_assert_eq!(kept(&reader), reader);
    }
}

#[test]
fn a_reader_may_have_a_name() {
    for text in [
        "clearance=S citizen=USA name=Ines Birk",
        "clearance=U named=yes name=B. Alder",
    ] {
        assert_eq!(text.parse::<Reader>().unwrap().to_string(), text);
    }
    let spaced: Reader = "name=Ines   Birk clearance=S".parse().unwrap();
    assert_eq!(spaced.to_string(), "clearance=S name=Ines Birk");
    for wrong in ["name=", "clearance=S name= ", "name=A name=B"] {
        assert!(wrong.parse::<Reader>().is_err(), "{wrong}");
    }
}

/// What no marks say is kept as unresolved. It must stay rare, or keeping labels is of no use.
#[test]
fn hardly_a_label_is_written_as_unresolved() {
    let mut runner = TestRunner::deterministic();
    let strategy = labels();
    let lost = (0..2000)
        .map(|_| strategy.new_tree(&mut runner).unwrap().current())
        .filter(|label| label.is_resolved() && label.in_full() == "unresolved")
        .map(|label| label.to_string())
        .collect::<Vec<_>>();
    assert!(lost.len() <= 20, "{} of 2000: {lost:#?}", lost.len());
}

#[test]
fn what_is_common_is_written_in_few_words() {
    let label = |text: &str| Label::from(&Marking::parse_portion(text).unwrap());
    for (label, text) in [
        (label("S//NF"), "S//NF"),
        (label("SBU"), "SBU"),
        (label("SBU").join(&label("S")), "S + SBU"),
        (label("SBU").join(&label("C//NF")), "C//NF + SBU/NF"),
        (label("S").with_caption(Caption::Nodis), "S//NF//ND"),
        (label("S").with_caption(Caption::Other), "S//CAPTIONED"),
        (Label::unresolved(), "unresolved"),
    ] {
        assert_eq!(label.in_full(), text);
        assert_eq!(text.parse(), Ok(label), "{text}");
    }
    for wrong in ["", "RESTRICTED", "S +", "S + Q", "Unresolved"] {
        assert!(wrong.parse::<Label>().is_err(), "{wrong}");
    }
}
