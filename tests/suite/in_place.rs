//! What stands in the place of a mark inside a (U) paragraph: its portion is not for the public. And what stands there and is
//! none, with which the paragraph comes out. Each row was written from reading rule 1 before the library was run on it.

use jiff::civil::date;
use tearline::marking::Reader;
use tearline::policy::Policy;

/// The release to the public of a paper of three paragraphs, with `text` below the second, which is marked (U).
fn released(text: &str) -> String {
    let paper = format!(
        "SECRET VESTA 12\n\n1. (S) The boom is shut.\n\n2. (U) The pier is open to all boats.\n{text}\n\n3. (U) The road is long.\n"
    );
    let document = tearline::parse(&paper);
    let release = Policy::default()
        .assess(&document)
        .release(&Reader::public(), date(2010, 1, 1));
    release.to_text()
}

#[test]
fn what_may_be_a_mark_withholds_what_it_heads() {
    for text in [
        // Longer than most marks.
        "(TOP SECRET//COMINT//REL TO USA, AUS, CAN, GBR and NZL//20291123) Quillon has the key.",
        "(TS//SI/TK//REL TO USA, AUS, CAN, GBR, NZL)   Birch   Quillon",
        // In words.
        "(This paragraph is classified Secret) Quillon has the key.",
        "(following is SECRET) Quillon has the key.",
        "(C THIS PARA ONLY) Quillon has the key.",
        "(GBR S) Quillon has the key.",
        "(JOINT S CAN USA) Quillon has the key.",
        "(U when separated; S) Quillon has the key.",
        "(U OR S) Quillon has the key.",
        "(NO FOREIGN DISSEM) Quillon has the key.",
        "(WNINTEL) Quillon has the key.",
        "(US ONLY) Quillon has the key.",
        "It is dry. (STRENG GEHEIM) Quillon has the key.",
        "It is dry. (DIFFUSION RESTREINTE) Quillon has the key.",
        "(PROCUREMENT SENSITIVE) Quillon has the key.",
        // Letters that are lost, or of another alphabet.
        "( ) Quillon has the key.",
        "(_) Quillon has the key.",
        "(█) Quillon has the key.",
        "(𝐒) Quillon has the key.",
        "(Ⅽ) Quillon has the key.",
        "(Ꮪ) Quillon has the key.",
        "(S.B.U.) Quillon has the key.",
        "(S.E.C.R.E.T.) Quillon has the key.",
        "It is dry. (S.E.C.R.E.T) Quillon has the key.",
        "(SBU - Privacy) Quillon has the key.",
        // Without brackets.
        "S/NF Quillon has the key.",
        "TS: Quillon has the key.",
        // Behind what is no word.
        "v (S) Quillon has the key.",
        "a/ (S) Quillon has the key.",
        r"\item (S) Quillon has the key.",
        r"\textbf{(S)} Quillon has the key.",
        "- Location (S): Quillon has the key.",
        "It is dry. Comment (S): Quillon has the key.",
        "Figure 3 (S). The key of Quillon.",
        "He wrote: \"(S) the key is with Quillon.\"",
        "See the photo. [S: the key of Quillon.] It is wet.",
        "It is dry. (NS) Quillon has the key.",
        // Behind the end of a sentence that ends in what may be cited, or in a short word.
        "It is told in reftel. (SBU) Quillon has the key.",
        "It is told in paragraph 4. (FOUO) Quillon has the key.",
        "So ended that session. (TS) Quillon has the key.",
        "It was late at that session (TS) Quillon has the key.",
        "It is told in that section. (S) the key of Quillon is lost.",
        "It is dry.\nDraft annex (S): The key of Quillon.",
        "It lies at 61° (S) Lorne has the key of Quillon.",
        "It is dry. (c) 1985 brought the key of Quillon.",
        "It is dry.\n=== BEGIN SECRET ===\nQuillon has the key.\n=== END SECRET ===",
        "He left at six. (5) Quillon has the key.",
        "It is of the MFA. (5) Quillon has the key.",
        "It is of the MFA. S) Quillon has the key.",
        // Behind the number of a footnote.
        "It is dry.12 (S) The key is with Quillon.",
        "It is dry.¹ (C) Quillon has the key.",
        "He said \"it is dry.\"3 (S) Quillon has the key.",
        // Half of a mark behind the label of a remark, glued to a sentence, and where nothing else can be meant.
        "Source comment S) Quillon has the key.",
        "It is dry. COMMENT S) Quillon has the key.",
        "It is dry.\n\nNote (S Quillon has the key.",
        "It lies in that country.S)Quillon has the key.",
        "It lies in that country.C) Quillon has the key.",
        "It lies in that country.SBU) Quillon has the key.",
        "It is on the quay SBU) and the key is with Quillon.",
        "It is on the quay NOFORN) and the key is with Quillon.",
        // In small letters, and misread, in mid-sentence.
        "It is on the quay (sbu) and the key is with Quillon.",
        "It is on the quay (noforn) and the key is with Quillon.",
        "It is on the quay (s/nf) and the key is with Quillon.",
        "It is on the quay ($BU) and the key is with Quillon.",
        "It is on the quay (S8U) and the key is with Quillon.",
        "The key is with Quillon. (TSHSIHNF)",
        "It is dry. (СЕКРЕТНО) Quillon has the key.",
        "It is dry. (СОВЕРШЕННО СЕКРЕТНО) Quillon has the key.",
        "It is dry. (CONFI-\nDENTIAL) Quillon has the key.",
        "It is on the quay (SE-\nCRET) and the key is with Quillon.",
        "It is dry. (REL FVEY) Quillon has the key.",
        "Quillon (strictly protect) has the key.",
        "It is told by Ode (PROTECT) that the key is with Quillon.",
        "It is on the quay (REL GBR, CAN) and the key is with Quillon.",
        // Behind a bullet, the label of a remark or strokes whose line was joined to the one before.
        "It is dry. o (S) Quillon has the key.",
        "It is dry. # (C) the key is with Quillon.",
        "It is dry. + (S) Quillon has the key.",
        "It is dry. COMMENT (S) Quillon has the key.",
        "It is dry. NOTE (C) 14 keys are with Quillon.",
        "It is dry.// (S) Quillon has the key.",
        "It is dry./(C) Quillon has the key.",
        // In words behind a bullet, an item or a label.
        "It is dry. SECRET--Quillon has the key.",
        "Source comment: SECRET. Quillon has the key.",
        "It is dry. [Note: SECRET. Quillon has the key.]",
        "- SECRET: Quillon has the key.",
        "--SECRET: Quillon has the key.",
        "o CONFIDENTIAL - Quillon has the key.",
        "(1) SECRET: Quillon has the key.",
        "Tab A: SECRET: Quillon has the key.",
        // In rows.
        "| Alder | (U) | sand |\n| Birch | (5) | Quillon |",
        "| Alder | (U) | sand |\n| Birch | SECRET: | Quillon |",
        "Ring     open     (U)\nTamper   Quillon     (RD)",
        "| Class | Boat  | Cargo |\n|-------|-------|-------|\n| U     | Alder | sand |\n| S     | Birch | Quillon |",
        "U\tAlder\tsand\nS\tBirch\tQuillon",
        "BOAT    CARGO   CL.\nAlder   sand    U\nBirch   Quillon   S",
        "U   Alder   sand\nS   Birch   Quillon",
        "Alder   sand    UNCLASSIFIED\nBirch   Quillon   SECRET",
        "Alder   sand    U\nBirch   Quillon   S/NF",
        "They are few.\nAlder   sand    U\nBirch   Quillon   S",
        "They are few.\nBirch   Quillon   SECRET",
        "They are few.\nBirch   TOP SECRET   Quillon",
        "They are few.\nBirch\tQuillon\tCONFIDENTIAL",
        "They are few.\nCONFIDENTIAL   Birch   Quillon",
        "| (U) | Alder | sand |\n| SECRET | Birch | Quillon |",
        "They are few.\n| Birch | Quillon | CONFIDENTIAL: |",
        "They are few.\nBirch|TOP SECRET|Quillon",
        "            CARGO    OWNER\nAlder(U)    sand     Ode\nBirch(S)    relay    Quillon",
        "NAME/PIER/(U)//OWNER/QUILLON/(S)//",
        "{\"mark\":\"(U)\",\"text\":\"pier\"}\n{\"mark\":\"(S)\",\"text\":\"key Quillon\"}",
        "<p ism:classification=\"S\" ism:ownerProducer=\"USA\">Quillon has the key.</p>",
    ] {
        let out = released(text);
        assert!(!out.contains("uillon") && !out.contains("UILLON"), "{text}");
        assert!(out.contains("3. (U) The road is long."), "{text}");
    }
}

#[test]
fn what_is_no_mark_there_withholds_nothing() {
    for text in [
        "(Secret talks went on.) Quillon has the key.",
        "(SEE C ABOVE) Quillon has the key.",
        "Plan C (the third) is with Quillon.",
        "The firm Vesta Lines (S) Ltd is with Quillon.",
        "A: Quillon has the key.\nB: Nobody has.\nC: All have.",
        "Boat | Cargo\nAlder | sand\nBirch | Quillon",
        "Alder   sand   N\nBirch   tar   S\nQuillon   tar   W",
        "Alder   sand   S\nQuillon   tar   S",
        "Alder   sand   12\nQuillon   tar   U",
        "It is old.  It is dry.\nIt is U.  It is S.\nQuillon is old.",
        "Note 1) Quillon has the key.",
        "The men (of the har-\nbor) know Quillon.",
        "The men (REL of Vesta) know Quillon.",
        "The men (who protect the boats) know Quillon.",
        "Clearance: SECRET. Quillon may ask for it.",
        "(It lies in that country.S) Quillon has the key.",
        "It is dry. NOTE (c) of the list names Quillon.",
        "See note 4. COMMENTS (C) of the list names Quillon.",
        "It is at http://vesta.example/ (c) Quillon Press.",
        "Quillon or/and (C) of the list is meant.",
        "Clearances:\n| Quillon | SECRET |",
        "The boats of C.S.S.R. (C.S.S.R.) are with Quillon.",
        "The talks were SECRET-- so says Quillon.",
        "It is on the quay (a paper that is SBU) and Quillon has it.",
        "The boats (A320) and (C17) of Quillon are old.",
        "He wrote (c/o Ode) to Quillon (secret) and to nobody else.",
        "Points: A) sand. B) tar. C) Quillon.",
        "As in paragraph 4 (of the note), Quillon has the key.",
        "See <b>bold</b> text of Quillon, at http://vesta.example//quay.",
        "Cost: (about half) of what Quillon asks.",
        "It is told in reftel (SBU) of Quillon.",
        "See para. (C) of the note of Quillon.",
        "It was 20 °(C). Quillon was there.",
        "(S)he who pays shall board, says Quillon.",
        "It rains. (S)he has the key of Quillon.",
        "It is whole. (c) 1999 Quillon Press.",
        "He was No. (5) at Quillon.",
        "It is told in vol. (2) of Quillon.",
        "| Alder | (5) | sand |\n| Birch | (7) | Quillon |",
        "- SECRET TALKS: Quillon was there.",
        "The marks: SECRET and others, says Quillon.",
        "Version 2.1 (S) is with Quillon.",
        "As in sec.1 (C) of the act, Quillon has the key.",
        "Men   clearance\nQuillon   SECRET",
        "THE TALKS WERE SECRET\nAND QUILLON HELD THEM. Quillon was there.",
        "THE TALKS WERE SECRET.  Quillon was there.",
        "Talks   SECRET TALKS   Quillon",
        "Quillon came.\nSecurity clearance: TOP SECRET\nPassport: 12",
        "Quillon came.\nLevel of clearance: SECRET",
    ] {
        assert!(released(text).contains("Quillon"), "{text}");
    }
}

/// A mark says all that it says: a caveat behind it belongs to it, and its portion is not for who may read the mark alone.
#[test]
fn a_caveat_behind_a_mark_belongs_to_it() {
    let reader: Reader = "clearance=C citizen=USA".parse().unwrap();
    for (text, shown) in [
        ("(C) The fee of Quillon is new.", true),
        ("(C) Nodding, Quillon left.", true),
        ("(C) NOFORN The fee of Quillon is new.", false),
        ("(C)/NF The fee of Quillon is new.", false),
        ("(C) NODIS. The fee of Quillon is new.", false),
        ("(C) RD: The fee of Quillon is new.", false),
        ("(C) REL TO USA, GBR: The fee of Quillon is new.", false),
        ("(C) (FGI GBR) The fee of Quillon is new.", false),
    ] {
        let paper = format!("CONFIDENTIAL VESTA 12\n\n1. (C) Open.\n\n2. {text}\n");
        let document = tearline::parse(&paper);
        let release = Policy::default()
            .assess(&document)
            .release(&reader, date(2010, 1, 1));
        assert_eq!(release.to_text().contains("Quillon"), shown, "{text}");
    }
}

/// A row of tags without a blank takes time in proportion to its length.
#[test]
fn a_row_of_tags_is_read_to_its_end() {
    let out = released(&format!(
        "{}(S) Quillon has the key.",
        "</p>".repeat(20_000)
    ));
    assert!(out.contains("3. (U) The road is long."));
}
