//! `tearline marking`.

use crate::support::{folder, out, piped, status};

#[test]
fn marks_are_answered_line_by_line() {
    let folder = folder("marking");
    for (arguments, input, expected) in [
        (
            &["marking", "canonical"][..],
            "portion\tS//NF/OC\nbanner\tSECRET//NF\nportion\tS//NOFRN\n",
            "S//OC/NF\nSECRET//NOFORN\nerror: unknown dissemination control `NOFRN` in portion mark; did you mean `NOFORN`?\n",
        ),
        (
            &["marking", "rollup", "--dated", "2016-03-14"],
            "(S//NF) ; (U//FOUO) ; (S//REL TO USA, JPN)\n",
            "SECRET//NOFORN\n",
        ),
        (
            &["marking", "reads"],
            "S//REL TO USA, FVEY\tclearance=S citizen=NZL\n",
            "permit\n",
        ),
    ] {
        let output = piped(&folder, arguments, input);
        assert_eq!(
            (status(&output), out(&output).as_str()),
            (0, expected),
            "{arguments:?}"
        );
    }
}

/// CAPCO 2016 H.8 p150: REL alone in a portion stands for the list of the banner.
#[test]
fn rel_alone_takes_the_list_of_the_banner() {
    let folder = folder("marking-banner");
    let input = "(S//REL) ; (U)\n";
    let alone = piped(&folder, &["marking", "rollup"], input);
    let listed = piped(
        &folder,
        &["marking", "rollup", "--banner", "SECRET//REL TO USA, JPN"],
        input,
    );
    assert_eq!(out(&listed), "SECRET//REL TO USA, JPN\n");
    assert_ne!(out(&alone), out(&listed));
    for (input, banner, expected) in [
        (
            "(TS//EYES) ; (U)\n",
            "TOP SECRET//USA/CAN/GBR EYES ONLY",
            "TOP SECRET//USA/CAN/GBR EYES ONLY\n",
        ),
        (
            "(//JOINT S//REL)\n",
            "//JOINT SECRET GBR USA//REL TO USA, GBR",
            "//JOINT SECRET GBR USA//REL TO USA, GBR\n",
        ),
        // Such a banner states no list: they stay as they are.
        ("(S//REL) ; (U)\n", "SECRET//NOFORN", "SECRET//NOFORN\n"),
        (
            "(S//REL TO USA, GBR)\n",
            "SECRET//REL TO USA, FVEY",
            "SECRET//REL TO USA, GBR\n",
        ),
    ] {
        let output = piped(&folder, &["marking", "rollup", "--banner", banner], input);
        assert_eq!(out(&output), expected, "{banner}");
    }
    let wrong = piped(
        &folder,
        &["marking", "rollup", "--banner", "SECRET//RELX"],
        input,
    );
    assert_eq!((status(&wrong), out(&wrong).as_str()), (2, ""));
}
