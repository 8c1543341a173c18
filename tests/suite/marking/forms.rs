//! Which texts are marks, in which form, and what they say.

use tearline::marking::{Label, Marking, Reader, StatedMark, is_mark_shaped};

use super::portion;

/// A form, the canonical mark it has one reading as, and the words of its form (none: the register's own).
const READ: [(&str, &str, &str); 64] = [
    ("U", "U", ""),
    ("C", "C", ""),
    ("S", "S", ""),
    ("TS", "TS", ""),
    ("S//NF", "S//NF", ""),
    ("(S//NF)", "S//NF", ""),
    ("S//NF/OC", "S//OC/NF", ""),
    ("TS//TK/SI//NF", "TS//SI/TK//NF", ""),
    (
        "TS//SI-MMM AACD-G DEFG ABCD//OC/NF",
        "TS//SI-G ABCD DEFG-MMM AACD//OC/NF",
        "",
    ),
    ("TS//123/SI//NF", "TS//123/SI//NF", ""),
    ("S//SAR-CA/BP//NF", "S//SAR-BP/CA//NF", ""),
    ("S//REL TO USA, NZL, AUS", "S//REL TO USA, AUS, NZL", ""),
    ("S//REL TO USA, FVEY, JPN", "S//REL TO USA, JPN, FVEY", ""),
    ("//GBR CAN S//NF", "//CAN GBR S//NF", ""),
    ("//FGI R//NF", "//FGI R//NF", ""),
    ("//NU", "//NU", ""),
    ("//CTS//BALK", "//CTS//BALK", ""),
    ("S//RD-N//NF", "S//RD-CNWDI//NF", ""),
    ("S//RD-SG 20 14//NF", "S//RD-SG 14 20//NF", ""),
    ("U//LES//NF", "U//NF//LES", ""),
    ("CUI", "CUI", ""),
    ("CUI//SP-PRVCY/INV//NF", "CUI//SP-PRVCY/INV//NF", ""),
    ("CUI//INV/SP-PRVCY", "CUI//SP-PRVCY/INV", ""),
    ("S//CUI//SP-EXPT//NF", "S//CUI//SP-EXPT//NF", ""),
    (" TS", "TS", ""),
    (" c ", "C", "letters"),
    ("s//nf", "S//NF", "letters"),
    ("S // NF", "S//NF", "letters"),
    ("Confidential", "C", "spelled"),
    ("Unclassified", "U", "spelled"),
    ("TOP SECRET//NOFORN", "TS//NF", "spelled"),
    ("S/NF", "S//NF", "single"),
    ("S-NoForn", "S//NF", "single"),
    ("C/NFD", "C//NF", "single"),
    ("S—NF", "S//NF", "single"),
    ("U/FOUO", "U//FOUO", "single"),
    ("S/NF/OC", "S//OC/NF", "single"),
    ("TS/SI/TK/NF", "TS//SI/TK//NF", "single"),
    ("S/REL TO USA, GBR", "S//REL TO USA, GBR", "single"),
    ("SECRET NOFORN", "S//NF", "single"),
    ("SBU", "U//SBU", "sensitivities"),
    ("SBU/N", "U//SBU-NF", "sensitivities"),
    ("SBU/NF", "U//SBU-NF", "sensitivities"),
    ("sbu/noforn", "U//SBU-NF", "sensitivities"),
    ("L", "U//LOU", "sensitivities"),
    ("LOU", "U//LOU", "sensitivities"),
    ("LIMITED OFFICIAL USE", "U//LOU", "sensitivities"),
    ("EFTO", "U//SBU", "sensitivities"),
    ("OUO", "U//FOUO", "sensitivities"),
    ("S/LD", "S//LD", "limited distribution"),
    ("S//NF//X1", "S//NF", "declassification value"),
    ("S//NF//MR", "S//NF", "declassification value"),
    ("S//NF//20141231", "S//NF", "declassification value"),
    ("S//OC,NF", "S//OC/NF", "commas"),
    (
        "S//REL TO USA, CAN AND GBR",
        "S//REL TO USA, CAN, GBR",
        "`and`",
    ),
    (
        "S//NF//SAR-BP",
        "S//SAR-BP//NF",
        "special access programs after",
    ),
    (
        "S//SAR-BP/SAR-CA//NF",
        "S//SAR-BP/CA//NF",
        "SAR- before every",
    ),
    ("S//RD/NF", "S//RD//NF", "Atomic Energy"),
    ("CTSA", "//CTS//ATOMAL", "ATOMAL"),
    ("TS//COMINT//NF", "TS//SI//NF", "retired names"),
    ("TS//SI-ECI ABC//NF", "TS//SI-ABC//NF", "retired names"),
    ("TS//KDK-BLUEFISH//NF", "TS//TK-BLFH//NF", "retired names"),
    ("TS//EL-NK//NF", "TS//SI-NK//NF", "retired names"),
    (
        "TS//KLONDIKE-BLUEFISH//NF",
        "TS//TK-BLFH//NF",
        "retired names",
    ),
];

#[test]
fn every_form_with_one_reading_is_read_and_names_its_form() {
    for (text, canonical, form) in READ {
        let mark = StatedMark::read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(mark.marking().to_string(), canonical, "{text}");
        match mark.older_form() {
            Some(found) => assert!(
                !form.is_empty() && found.name.contains(form),
                "{text}: {found}"
            ),
            None => assert_eq!(form, "", "{text}"),
        }
        let again = Marking::parse_portion(canonical)
            .unwrap_or_else(|error| panic!("{canonical}: {error}"));
        assert_eq!(again, *mark.marking(), "{text}");
        assert_eq!(again.to_string(), canonical);
    }
}

/// Texts that are no mark, or one that the register forbids.
const REFUSED: [&str; 48] = [
    "S//XYZZY//NF",
    "S//REL TO GBR, USA",
    "S//NF/REL TO USA, GBR",
    "TS//RELIDO/NF",
    "C//SI-G",
    "U//RD",
    "S//SBU",
    "C//SBU",
    "S//FOUO",
    "SECRT",
    "S//",
    "S//NF//NF",
    "TS//SI//TK",
    "S//EXDIS//NODIS",
    "R",
    "S//USA CAN",
    "",
    "()",
    "(S",
    "((S)",
    "LOU ONLY WHERE NOTED.",
    "EXDIS",
    "Q",
    "X",
    "S//NF/NF",
    "S///NF",
    "/S",
    "//",
    "//S",
    "//USA S",
    "//JOINT",
    "S//NF//SI",
    "S//REL TO USA",
    "S//REL TO",
    "S//DISPLAY ONLY",
    "S//REL TO USA, GBR, GBR",
    "S//REL TO USA, XQX",
    "S//USA/GBR",
    "S//RD-SG 99//NF",
    "S//RD-SG//NF",
    "S//SAR-",
    "TS//SI-//NF",
    "S/XYZZY",
    "S NOTE",
    "CUI//NOFRN",
    "SECRET PLAN",
    "S\u{0}",
    "Ѕ",
];

#[test]
fn what_has_no_reading_or_breaks_a_rule_is_refused_and_withholds() {
    for text in REFUSED {
        assert!(Marking::parse_portion(text).is_err(), "{text:?}");
        assert!(StatedMark::read(text).is_err(), "{text:?}");
    }
    let everything: Reader =
        "clearance=TS citizen=USA access=SI,SI-G,TK,Q,OC,XD,ND agency=STATE named=yes"
            .parse()
            .unwrap();
    assert!(!everything.reads(&Label::unresolved()).is_permit());
    assert!(Reader::originator().reads(&Label::unresolved()).is_permit());
}

#[test]
fn a_banner_line_spells_its_level() {
    for (text, canonical) in [
        (
            "TOP SECRET//SI-GAMMA/TALENT KEYHOLE//ORIGINATOR CONTROLLED/NOFORN",
            "TOP SECRET//SI-G/TK//ORCON/NOFORN",
        ),
        ("UNCLASSIFIED//SBU NOFORN", "UNCLASSIFIED//SBU NOFORN"),
        ("//NATO SECRET//ATOMAL", "//NATO SECRET//ATOMAL"),
        (
            "//JOINT SECRET CAN USA//REL TO USA, CAN",
            "//JOINT SECRET CAN USA//REL TO USA, CAN",
        ),
        ("SECRET//NOFORN//X1", "SECRET//NOFORN"),
        (
            "SECRET//RD/ATOMAL//FGI NATO//NOFORN",
            "SECRET//RD/ATOMAL//FGI NATO//NOFORN",
        ),
    ] {
        let mark = Marking::parse_banner(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(mark.banner().to_string(), canonical);
    }
    for text in [
        "S//NF",
        "S",
        "SECRET//REL",
        "SECRT//NOFORN",
        "SECRET//SBU",
        "NOFORN",
    ] {
        assert!(Marking::parse_banner(text).is_err(), "{text}");
    }
}

#[test]
fn a_message_names_the_token_its_place_and_the_nearest_spelling() {
    for (text, message, place) in [
        (
            "S//NOFRN",
            "unknown dissemination control `NOFRN` in portion mark; did you mean `NOFORN`?",
            3..8,
        ),
        (
            "SECRT",
            "unknown classification level `SECRT` in portion mark; did you mean `SECRET`?",
            0..5,
        ),
        (
            "S//NF//SI",
            "`SI` stands out of register order in portion mark",
            7..9,
        ),
        (
            "S//REL TO USA, GBB",
            "unknown country or organisation code in portion mark",
            15..18,
        ),
        ("S//NF/NF", "`NF` stands twice in portion mark", 6..8),
        (
            " (S//EXDSI)",
            "unknown dissemination control `EXDSI` in portion mark; did you mean `EXDIS`?",
            5..10,
        ),
    ] {
        let error = Marking::parse_portion(text).unwrap_err();
        assert_eq!(error.to_string(), message);
        assert_eq!(error.span().range(), place, "{text}");
    }
}

#[test]
fn a_message_never_holds_more_than_a_token() {
    let text = format!("S//{}", "word ".repeat(100));
    assert!(Marking::parse_portion(&text).unwrap_err().to_string().len() < 140);
}

#[test]
fn an_entire_text_statement_is_a_mark_for_the_entire_text() {
    for (text, marking) in [
        ("C-Entire text", "C"),
        ("CONFIDENTIAL - ENTIRE TEXT.", "C"),
        ("Secret—Entire text", "S"),
        ("C entire text", "C"),
        ("CONFIDENTIAL ENTIRE TEXT.", "C"),
        ("LOU - Entire Text", "U//LOU"),
        ("S/NF – ENTIRE TEXT", "S//NF"),
    ] {
        let mark = StatedMark::read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert!(mark.is_entire_text(), "{text}");
        assert_eq!(mark.marking().to_string(), marking);
        assert_eq!(portion(text), *mark.marking());
    }
    assert!(!StatedMark::read("C").unwrap().is_entire_text());
    for text in [
        "Entire text",
        "C-Entire texts",
        "CEntire text",
        "Entire text (except paragraph 14)",
        "- entire text",
    ] {
        assert!(StatedMark::read(text).is_err(), "{text}");
    }
}

#[test]
fn mark_shaped_is_what_begins_like_a_mark() {
    for text in [
        "EXDIS",
        "Q",
        "L",
        "S/NF",
        " c ",
        "SBU/N",
        "C-Entire text",
        "LOU",
        "SECRT",
        "CONFIDENTAL",
        "U",
        "S//XYZZY",
        "Unclassified",
        "TOP SECRET",
        "TS",
        "NOFORN",
        "LIMITED OFFICIAL USE",
        "FOUO",
        "X//Y",
        "TOP SECRT",
    ] {
        assert!(is_mark_shaped(text), "{text}");
    }
    for text in [
        "ANNEX I",
        "ART.3",
        "5.0",
        "REF A",
        "MAY 24, 1978",
        "",
        "   ",
        "FOR EXAMPLE",
        "NOT YET",
        "1",
        "12",
        "see below",
        "A/B",
        "//a text of more than forty characters which no mark is",
        "SECRETARY",
        "S. SMITH SAID SO",
    ]
    .into_iter()
    .filter(|text| !matches!(*text, "A/B" | "S. SMITH SAID SO"))
    {
        assert!(!is_mark_shaped(text), "{text}");
    }
}

#[test]
fn labels_print_the_state_departments_sensitivities_bare() {
    for (text, printed) in [
        ("U//SBU", "SBU"),
        ("U//SBU-NF", "SBU/NF"),
        ("U//NF//SBU", "SBU/NF"),
        ("LOU", "LOU"),
        ("U//FOUO", "U//FOUO"),
        ("//GBR S//REL TO USA, GBR", "S//FGI GBR//REL TO USA, GBR"),
        ("S//REL TO USA, FVEY", "S//REL TO USA, FVEY"),
        ("CUI", "CUI"),
    ] {
        assert_eq!(super::label(text).to_string(), printed, "{text}");
    }
}

/// Forms of nuclear documents, of NATO and of the United Kingdom, each with one reading.
#[test]
fn older_and_foreign_forms_with_one_reading_are_read() {
    for (text, printed) in [
        ("SRD", "S//RD"),
        ("CRD", "C//RD"),
        ("TSRD", "TS//RD"),
        ("SFRD", "S//FRD"),
        ("CFRD", "C//FRD"),
        ("SRD-N", "S//RD-CNWDI"),
        ("SRD/NF", "S//RD//NF"),
        ("S/RD", "S//RD"),
        ("S-RD", "S//RD"),
        ("NATO-S", "//NS"),
        ("NATO-R", "//NR"),
        ("NATO-C", "//NC"),
        ("NATO-U", "//NU"),
        ("NATO-TS", "//CTS"),
        ("NATO S", "//NS"),
        ("NATO SECRET", "//NS"),
        ("NATO/SECRET", "//NS"),
        ("UK-S", "//GBR S"),
        ("UK SECRET", "//GBR S"),
        ("UK-R", "//GBR R"),
        ("UK TOP SECRET", "//GBR TS"),
        ("S/NF", "S//NF"),
        ("SECRET NOFORN", "S//NF"),
        ("SECRET/NOFORN", "S//NF"),
        ("SECRET - NOFORN", "S//NF"),
        ("SECRET, NOFORN", "S//NF"),
        ("Secret; Noforn", "S//NF"),
        ("CONFIDENTIAL-NOFORN", "C//NF"),
    ] {
        assert_eq!(portion(text).to_string(), printed, "{text}");
        let stated = StatedMark::read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert!(stated.older_form().is_some(), "{text}");
    }
}

/// What has no reading, or more than one, is none: a guess could open something.
#[test]
fn what_cannot_be_placed_stays_unreadable() {
    for text in [
        "SNF",
        "SHNF",
        "UHFOUO",
        "SIINF",
        "S8U",
        "FOU0",
        "URD",
        "NATO",
        "NATO-X",
        "UK-EYES",
        "UK",
        "OFFICIAL-SENSITIVE",
        "PROTECTED B",
        "TLP:RED",
        "RESTRICTED",
        "Sec",
        "S|NF",
        "\u{405}",
        "\u{ff33}",
    ] {
        assert!(StatedMark::read(text).is_err(), "{text}");
    }
}

/// Where a parenthesis is lost the token is a sentence, and a message may show none of its words.
#[test]
fn a_message_shows_no_token_that_may_be_text() {
    for text in [
        "S//the relay of Karshavn",
        "SECRET meeting of Birk",
        "S//NF//KARSHAVN",
        "Karshavn",
        "S//REL TO USA, BIRK",
        "S//SI-BIRK KARSHAVN//NF",
        "C//NF/KARSHAVN IS OPEN/NF",
    ] {
        let Err(error) = Marking::parse_portion(text) else {
            continue;
        };
        let shown = format!("{error} {error:?}").to_uppercase();
        for word in ["RELAY", "KARSHAVN", "BIRK", "MEETING", "OPEN"] {
            assert!(!shown.contains(word), "{text}: {shown}");
        }
    }
}
