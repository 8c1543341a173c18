//! What labels keep through joins, captions and dates.

use tearline::marking::{Caption, Label, Level, Reader};

fn reader(text: &str) -> Reader {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn a_caption_binds_until_a_key_opens_it() {
    let secret = Label::of_level(Level::Secret);
    for (caption, key) in [
        (Caption::Nodis, "clearance=S citizen=USA named=yes"),
        (Caption::Exdis, "clearance=S citizen=USA named=yes"),
        (Caption::Stadis, "clearance=S citizen=USA agency=STATE"),
        (Caption::Channel, "clearance=S citizen=USA named=yes"),
        (Caption::Other, "clearance=S citizen=USA named=yes"),
        (Caption::Noforn, "S"),
        (Caption::Sensitive, "S"),
    ] {
        let label = secret.with_caption(caption);
        assert!(reader(key).reads(&label).is_permit(), "{caption:?}");
        assert!(
            !reader("clearance=S citizen=GBR named=yes")
                .reads(&label)
                .is_permit(),
            "{caption:?}"
        );
        // The passing of a date leaves it.
        let opened = label.with_level(Level::Unclassified);
        assert!(!reader("U").reads(&opened).is_permit(), "{caption:?}");
    }
    assert_eq!(secret.with_caption(Caption::Exdis).to_string(), "S//NF//XD");
    let classified = Label::of_level(Level::Confidential).with_caption(Caption::Noforn);
    assert_eq!(
        classified.with_level(Level::Unclassified).to_string(),
        "U//NF"
    );
}

#[test]
fn the_date_lowers_the_level_alone() {
    for (mark, opened) in [
        ("C", "U"),
        ("S//NF", "U//NF"),
        ("S//REL TO USA, GBR", "U//REL TO USA, GBR"),
        ("C//RELIDO", "U//RELIDO"),
        ("S//FISA", "U//FISA"),
        ("S//NF//LES", "U//NF//LES"),
        // No date lowers what the Atomic Energy Act and NATO protect.
        ("S//RD//NF", "S//RD//NF"),
        ("S//FRD//NF", "S//FRD//NF"),
        ("S//TFNI//NF", "S//TFNI//NF"),
        ("//NS", "S//FGI NATO"),
        ("S//FGI NATO//NF", "S//FGI NATO//NF"),
        // No label falls below the floor of a control that stays.
        ("S//OC/NF", "C//OC/NF"),
        ("TS//SI-G//OC/NF", "TS//SI-G//OC/NF"),
        ("S//SAR-BP//NF", "S//SAR-BP//NF"),
    ] {
        assert_eq!(
            super::label(mark)
                .with_level(Level::Unclassified)
                .to_string(),
            opened,
            "{mark}"
        );
    }
    let both = Label::sbu().join(&Label::of_level(Level::Secret));
    assert_eq!(both.with_level(Level::Confidential).to_string(), "C");
    // A level is never raised.
    assert_eq!(
        Label::unclassified().with_level(Level::Secret),
        Label::unclassified()
    );
}

#[test]
fn a_join_keeps_every_condition() {
    for (one, other, joined) in [
        ("SBU", "C", "C"),
        ("SBU", "U//NF", "SBU/NF"),
        ("SBU", "U//FOUO", "SBU"),
        ("SBU", "LOU", "SBU"),
        (
            "S//REL TO USA, GBR, JPN",
            "S//REL TO USA, JPN",
            "S//REL TO USA, JPN",
        ),
        (
            "S//REL TO USA, FVEY",
            "S//REL TO USA, CAN, JPN",
            "S//REL TO USA, CAN",
        ),
        ("S//REL TO USA, GBR", "S//REL TO USA, JPN", "S//NF"),
        ("S//REL TO USA, GBR", "S//NF", "S//NF"),
        ("S//REL TO USA, GBR", "S", "S"),
        ("S//REL TO USA, GBR", "U", "S//REL TO USA, GBR"),
        (
            "S//REL TO USA, PHL",
            "S//DISPLAY ONLY PHL",
            "S//DISPLAY ONLY PHL",
        ),
        ("S//RELIDO", "C//RELIDO", "S//RELIDO"),
        ("S//RELIDO", "S//REL TO USA, GBR", "S//NF"),
        ("S//NF//XD", "S//NF//ND", "S//NF//ND"),
        ("TS//SI//NF", "S//TK//NF", "TS//SI/TK//NF"),
        ("S//RD//NF", "C//FRD//NF", "S//RD//NF"),
    ] {
        let (one, other) = (super::label(one), super::label(other));
        assert_eq!(one.join(&other).to_string(), joined);
        assert_eq!(other.join(&one).to_string(), joined);
    }
    // What nobody but the US may have stays so behind a release list.
    let mixed = super::label("U//FOUO").join(&super::label("U//REL TO USA, JPN"));
    assert!(!reader("citizen=JPN").reads(&mixed).is_permit());
    // On the day the level goes, what it said of foreign release goes with it.
    let mixed = super::label("S").join(&super::label("S//REL TO USA, GBR"));
    assert!(!reader("clearance=S citizen=GBR").reads(&mixed).is_permit());
    assert!(
        reader("citizen=GBR")
            .reads(&mixed.with_level(Level::Unclassified))
            .is_permit()
    );
}
