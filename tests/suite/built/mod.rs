//! Documents that are built from parts: what a table of an archive can say, and what no text in it can.

mod agreement;
mod injected;
mod rows;

use jiff::civil::{Date, date};
use tearline::document::{
    Block, BlockKind, Document, DocumentBuilder, DocumentKind, Enumerator, Field, Mark, Part,
};
use tearline::marking::{Caption, Reader};
use tearline::policy::Policy;
use tearline::release::{Content, Release};

const BEFORE: Date = date(2010, 1, 1);
const LATER: Date = date(2090, 1, 1);

fn cable() -> DocumentBuilder {
    Document::builder(DocumentKind::Cable)
}

fn reader(rung: &str) -> Reader {
    rung.parse().expect("a rung is a reader")
}

fn release(document: &Document<'static>, rung: &str, day: Date) -> Release<'static> {
    Policy::default().release(document, &reader(rung), day)
}

/// What a reader sees of the body, a word a portion: its mark, or the reasons.
fn seen(document: &Document<'static>, rung: &str, day: Date) -> Vec<String> {
    let release = release(document, rung, day);
    let body = release
        .portions()
        .iter()
        .filter(|portion| portion.kind().is_body());
    body.map(|portion| match portion.content() {
        Content::Text { label, .. } => label.to_string(),
        Content::Withheld(bases) => format!("[{bases}]"),
    })
    .collect()
}

#[test]
fn a_table_of_paragraphs_is_rated_by_its_marks() {
    let document = cable()
        .level("SECRET")
        .instruction("E.O. 12958: DECL: 03/14/2016")
        .part(Part::field(Field::DateTimeGroup, "O 141630Z MAR 06"))
        .part(Part::subject("Tides").marked("U"))
        .part(Part::paragraph(1, "The pier is open.").marked("U"))
        .part(Part::paragraph(2, "Ode keeps the relay.").marked("(S)"))
        .part(Part::paragraph(3, "Alder pays for it.").marked("SBU"))
        .part(Part::paragraph(4, "Birk heard of it.").marked("C//NOFRN"))
        .build();
    assert_eq!(document.header().origin(), Some(date(2006, 3, 14)));
    let unread = "[unresolved]";
    for (rung, day, expected) in [
        ("U", BEFORE, ["U", "[classified]", "[sensitive]", unread]),
        ("SBU", BEFORE, ["U", "[classified]", "SBU", unread]),
        ("S", BEFORE, ["U", "S", "SBU", unread]),
        ("U", LATER, ["U", "U", "[sensitive]", unread]),
    ] {
        assert_eq!(seen(&document, rung, day), expected, "{rung} {day}");
    }
}

#[test]
fn a_document_without_a_level_is_top_secret_without_a_date() {
    let part = || Part::block("Ode keeps the relay.");
    let decl = "E.O. 12958: DECL: 03/14/2016";
    let silent = cable().instruction(decl).part(part()).build();
    assert_eq!(silent.findings()[0].code(), "missing-level-line");
    assert_eq!(seen(&silent, "S", LATER), ["[classified]"]);
    assert_eq!(seen(&silent, "TS", BEFORE), ["TS"]);
    // An empty column is no level.
    let empty = cable().instruction(decl).level(" \n").part(part()).build();
    assert_eq!(seen(&empty, "S", LATER), ["[classified]"]);
    let given = cable()
        .origin(date(2006, 3, 14))
        .instruction(decl)
        .level("SECRET")
        .part(part())
        .build();
    assert_eq!(seen(&given, "C", BEFORE), ["[classified]"]);
    assert_eq!(seen(&given, "U", LATER), ["U"]);
}

#[test]
fn a_level_that_cannot_be_read_may_be_any() {
    for line in [
        "SECRT",
        "HARBOR",
        "UNCLASSIFIED\n\n1. (U) The pier is open.",
        "UNCLASSIFIED\rSECRET",
        "UNCLASSIFIED\u{2028}x",
        "UNCLASSIFIED//ALDERGROUP",
    ] {
        let document = cable()
            .level(line)
            .part(Part::block("Ode keeps the relay."))
            .build();
        for rung in ["U", "S", "TS"] {
            assert_eq!(seen(&document, rung, LATER), ["[unresolved]"], "{line:?}");
        }
        assert!(!release(&document, "TS", LATER).to_text().contains("pier"));
    }
}

#[test]
fn what_stands_beside_a_level_counts() {
    for (line, levels, captions, sensitive) in [
        (
            "C O N F I D E N T I A L PORT VESTA 000212",
            "C",
            &[][..],
            false,
        ),
        ("UNCLAS SENSITIVE", "U", &[], true),
        ("SECRET//NOFORN", "S//NF", &[], false),
        ("Secret/Nodis", "S", &[Caption::Nodis], false),
        ("Classification: CONFIDENTIAL", "C", &[], false),
        ("TOP SECRET COPY 1 OF 3", "TS", &[], false),
    ] {
        let document = cable().level(line).build();
        let header = document.header();
        assert_eq!(header.levels()[0].label().to_string(), levels, "{line}");
        assert_eq!(header.captions(), captions, "{line}");
        assert_eq!(header.is_sensitive(), sensitive, "{line}");
    }
    // The number of the message is a field, and the level is none of it.
    let document = cable().level("SECRET PORT VESTA 000212").build();
    let release = release(&document, "U", BEFORE);
    assert_eq!(release.reference(), Some("PORT VESTA 000212"));
}

#[test]
fn captions_bind_and_unknown_ones_as_well() {
    for (caption, bound) in [
        ("SIPDIS", false),
        ("NODIS", true),
        ("Captions: EXDIS", true),
        ("HARBOR GROUP", true),
        ("SENSITIVE", false),
        ("", false),
    ] {
        let document = cable()
            .level("UNCLASSIFIED")
            .caption(caption)
            .part(Part::paragraph(1, "The pier is open.").marked("U"))
            .build();
        let open = seen(&document, "SBU", BEFORE) == ["U"];
        assert_eq!(open, !bound, "{caption}");
    }
}

#[test]
fn marks_are_read_by_the_vocabulary_of_the_text() {
    for mark in [
        "U",
        "SBU",
        "C",
        "S//NF",
        "TS//SI//NF",
        "LOU",
        "SBU/N",
        "Q",
        "EXDIS",
        "C//NOFRN",
        "U//C",
        "the pier",
        "(U) (C)",
        "(U)(U)",
        "[C]",
        "C)",
        "(C",
        "((S)",
        "A",
        "a",
        "c",
        "secret",
        "S\u{200b}",
        "U\nC",
        "1",
        "\u{ff08}C\u{ff09}",
        "unresolved",
        "S - ENTIRE TEXT",
        "PROTECTED B",
        "U) The pier (U",
    ] {
        let token = if mark.starts_with('(') {
            mark.to_owned()
        } else {
            format!("({mark})")
        };
        let source = format!(
            "SECRET PORT VESTA 1\n\nSUBJECT: (U) Tides\n\n1. {token} Ode keeps the relay.\n"
        );
        let parsed = tearline::parse(&source);
        let parsed = parsed
            .blocks()
            .last()
            .and_then(|block| block.mark().stated());
        let document = cable()
            .level("SECRET")
            .part(Part::paragraph(1, "Ode keeps the relay.").marked(mark))
            .build();
        let block = &document.blocks()[0];
        match block.mark() {
            Mark::Stated { stated, .. } => assert_eq!(Some(stated), parsed, "{mark:?}"),
            Mark::Damaged { .. } => assert_eq!(seen(&document, "TS", LATER), ["[unresolved]"]),
            Mark::Unmarked | Mark::Excised(_) => panic!("{mark:?} is no mark"),
        }
        // A bracket too many is text behind a mark in a text, and half a mark in a column of marks.
        if let Some(stated) = parsed.filter(|_| !mark.ends_with("C)") && !mark.contains("The pier"))
        {
            assert_eq!(block.mark().stated(), Some(stated), "{mark:?}");
        }
    }
    for none in ["", " ", "\u{200b}\n"] {
        let document = cable().part(Part::block("x").marked(none)).build();
        assert!(document.blocks()[0].mark().is_unmarked());
    }
}

#[test]
fn what_belongs_to_what_can_be_stated() {
    let document = cable()
        .level("SECRET")
        .part(Part::block("Nothing stands before it.").continues())
        .part(Part::paragraph(1, "The pier is open:").marked("U"))
        .part(Part::item(Enumerator::Letter('a'), "from May").continues())
        .part(Part::block("and to June.").continues())
        .part(Part::paragraph(2, "The relay is not.").continues())
        .part(
            Part::item(Enumerator::Letter('b'), "Ode keeps it.")
                .of(1)
                .marked("S"),
        )
        .part(Part::block("Birk pays.").marked("C").continues())
        .build();
    let kinds: Vec<BlockKind> = document.blocks().iter().map(Block::kind).collect();
    assert_eq!(
        kinds,
        [
            BlockKind::Plain,
            BlockKind::Paragraph,
            BlockKind::Paragraph,
            BlockKind::Subparagraph,
            BlockKind::Paragraph
        ]
    );
    let numbers: Vec<String> = document
        .blocks()
        .iter()
        .map(|block| {
            block
                .number()
                .map(|number| number.to_string())
                .unwrap_or_default()
        })
        .collect();
    assert_eq!(numbers, ["", "1", "2", "1.b", ""]);
    assert!(
        release(&document, "U", BEFORE)
            .to_text()
            .contains("The pier is open:\na. from May\nand to June.")
    );
}

#[test]
fn a_mark_in_a_text_does_not_open_a_compilation() {
    let build = |second: &str, item: &str| {
        cable()
            .level("SECRET")
            .part(Part::paragraph(1, "The pier is open.").marked("U"))
            .part(Part::paragraph(2, second).marked("U"))
            .part(Part::item(Enumerator::Letter('a'), item))
            .part(Part::item(
                Enumerator::Letter('b'),
                "The tides are high. Alder measured them.",
            ))
            .part(Part::paragraph(3, "Birk pays.").marked("C"))
            .build()
    };
    let plain = || build("Ode keeps:", "the relay");
    assert_eq!(seen(&plain(), "C", BEFORE), ["[classified]"; 3]);
    // What a text raises to the level of the document leaves the others where they were.
    for raised in [
        build("Ode keeps:\n\n(S) Seagulls.", "the relay"),
        build("Ode keeps:", "the relay\n\n(S) and seagulls"),
        build("Ode keeps (S//NF) seagulls:", "the relay"),
    ] {
        let seen = seen(&raised, "C", BEFORE);
        assert!(seen.iter().all(|word| word.starts_with('[')), "{seen:?}");
    }
}

#[test]
fn one_text_takes_back_nothing_that_another_raises() {
    let build = |third: &str| {
        cable()
            .level("UNCLASSIFIED")
            .part(Part::paragraph(1, "The pier is open.").marked("U"))
            .part(Part::paragraph(2, "(Begin Secret) Ode keeps the relay.").marked("U"))
            .part(Part::paragraph(3, third).marked("U"))
            .part(Part::paragraph(4, "Birk pays.").marked("U"))
            .build()
    };
    for third in ["Alder waits.", "Alder waits. (End Secret)"] {
        let shown = seen(&build(third), "U", BEFORE);
        assert_eq!(shown, ["U", "[classified]", "[classified]", "[classified]"]);
    }
    // A text may end what it began itself.
    let document = cable()
        .level("UNCLASSIFIED")
        .part(Part::paragraph(1, "(Begin Secret) Ode keeps it. (End Secret)").marked("U"))
        .part(Part::paragraph(2, "Birk pays.").marked("U"))
        .build();
    assert_eq!(seen(&document, "U", BEFORE), ["[classified]", "U"]);
}

#[test]
fn a_field_with_more_than_its_kind_is_looked_through() {
    for part in [
        Part::field(
            Field::From,
            "AMEMBASSY PORT VESTA\n\n(S) Ode keeps the relay.",
        ),
        Part::field(
            Field::Reference,
            "PORT VESTA 12 (S//NF) Ode keeps the relay.",
        ),
        Part::field(Field::Tags, "PREL\n(S) Ode keeps the relay."),
    ] {
        for mark in ["", "U"] {
            let document = cable()
                .level("UNCLASSIFIED")
                .part(part.clone().marked(mark))
                .build();
            let text = release(&document, "U", BEFORE).to_text();
            assert!(!text.contains("relay"), "{part:?} {mark:?}");
        }
    }
}

#[test]
fn a_built_document_has_no_source_and_its_places_name_its_blocks() {
    let document = cable()
        .level("SECRET")
        .part(Part::subject("Tides").marked("U"))
        .part(Part::paragraph(1, "The pier is open.").marked("U"))
        .part(Part::paragraph(2, "Ode (S//NF) keeps the relay.").marked("C"))
        .part(Part::paragraph(3, "Birk pays.").marked("Q"))
        .build();
    assert!(!document.has_source());
    assert_eq!(document.faithful(&Reader::originator()), None);
    assert!(!document.clone().into_owned().has_source());
    let places: Vec<(&str, Option<usize>)> = document
        .findings()
        .iter()
        .map(|finding| (finding.code(), document.block_at(finding.span())))
        .collect();
    assert_eq!(
        places,
        [("doubtful-mark", Some(2)), ("damaged-mark", Some(3))]
    );
    for (index, block) in document.blocks().iter().enumerate() {
        assert_eq!(document.block_at(block.span()), Some(index));
    }
    let mut at = 0;
    for piece in document.pieces() {
        assert_eq!(piece.span().start(), at);
        at = piece.span().end();
    }
    assert_eq!(at, document.source_len());
}

#[test]
fn page_lines_inside_a_text_are_left_out_of_it() {
    let document = cable()
        .level("UNCLASSIFIED")
        .part(
            Part::paragraph(1, "The pier is\nKARSHAVN 00000123  002 OF 003\nopen.\nNNNN")
                .marked("U"),
        )
        .build();
    assert_eq!(document.blocks().len(), 1);
    let text = release(&document, "U", BEFORE).to_text();
    assert!(text.contains("1. (U) The pier is\nopen."), "{text}");
    assert!(!text.contains("OF 003") && !text.contains("NNNN"), "{text}");
}

#[test]
fn a_release_is_no_kind_that_can_be_built() {
    let document = Document::builder(DocumentKind::Release)
        .level("SECRET")
        .part(Part::block("The pier (S//NF) is open.").marked("U"))
        .build();
    assert_eq!(document.kind(), DocumentKind::Memorandum);
    assert_eq!(seen(&document, "U", BEFORE), ["[classified, controlled]"]);
}

#[test]
fn a_builder_does_not_show_its_texts() {
    let part = Part::paragraph(1, "The pier is open.").marked("Q");
    let builder = cable().level("SECRET").part(part.clone());
    let document = builder.clone().build();
    let shown = format!(
        "{part:?} {builder:?} {document:?} {:?}",
        document.findings()
    );
    assert!(!shown.contains("pier"), "{shown}");
}
