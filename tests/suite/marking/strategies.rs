//! Marks, labels and readers of every kind, for the laws.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use tearline::marking::{Caption, Label, Level, Marking, Reader};

/// Valid portion marks, put together from parts; what the register forbids is not produced.
pub(super) fn portions() -> impl Strategy<Value = Marking> {
    let parts = (
        select(vec![
            "U",
            "C",
            "S",
            "TS",
            "//GBR S",
            "//NS",
            "//NU",
            "//FGI C",
            "//JOINT S GBR USA",
            "//DEU GBR R",
        ]),
        subsequence(
            vec!["HCS-P", "SI", "SI-G ABCD", "SI-NK", "TK", "ANB", "RSV-123"],
            0..3,
        ),
        subsequence(vec!["BP", "BP-123 XY", "CA"], 0..2),
        select(vec![
            "",
            "",
            "",
            "RD",
            "RD-CNWDI",
            "RD-SG 14 20",
            "FRD",
            "FRD-SG 18",
            "TFNI",
            "DCNI",
            "UCNI",
        ]),
        select(vec!["", "", "", "FGI", "FGI DEU", "FGI GBR NATO"]),
        subsequence(
            vec!["RS", "FOUO", "OC", "OC-USGOV", "IMC", "PR", "DSEN", "FISA"],
            0..3,
        ),
        select(vec![
            "",
            "",
            "NF",
            "NF",
            "REL TO USA, GBR",
            "REL TO USA, FVEY",
            "REL TO USA, JPN, NATO",
            "RELIDO",
            "REL",
            "EYES",
            "REL TO USA, GBR/RELIDO",
            "DISPLAY ONLY PHL",
            "REL TO USA, GBR/DISPLAY ONLY PHL",
            "USA/CAN/GBR EYES ONLY",
        ]),
        subsequence(
            vec![
                "DS", "XD", "ND", "SBU", "SBU-NF", "LOU", "LES", "LES-NF", "SSI",
            ],
            0..3,
        ),
    );
    parts.prop_filter_map(
        "not a valid mark",
        |(head, sci, sap, aea, fgi, dissem, release, non_ic)| {
            let mut text = head.to_owned();
            let sar = if sap.is_empty() {
                String::new()
            } else {
                format!("SAR-{}", sap.join("/"))
            };
            let mut dissem = dissem.join("/");
            if !release.is_empty() {
                dissem = if dissem.is_empty() {
                    release.to_owned()
                } else {
                    format!("{dissem}/{release}")
                };
            }
            for category in [
                sci.join("/"),
                sar,
                aea.to_owned(),
                fgi.to_owned(),
                dissem,
                non_ic.join("/"),
            ] {
                if !category.is_empty() {
                    text = format!("{text}//{category}");
                }
            }
            Marking::parse_portion(&text).ok()
        },
    )
}

/// The same, mostly plain: one in two carries nothing but a level or a common control.
pub(super) fn common() -> impl Strategy<Value = Marking> {
    let plain = [
        "U",
        "C",
        "S",
        "TS",
        "SBU",
        "SBU/NF",
        "LOU",
        "U//FOUO",
        "C//NF",
        "S//NF",
        "U//NF",
        "CUI",
        "S//REL TO USA, GBR",
        "S//REL TO USA, FVEY",
        "U//REL TO USA, GBR",
        "S//RELIDO",
        "U//LES",
        "S//NF//XD",
        "U//NF//ND",
        "CUI//SP-PRVCY/INV",
    ];
    let plain = plain.map(super::portion);
    prop_oneof![select(plain.to_vec()), portions()]
}

/// Points of the lattice: joins of what marks say, under captions and dates.
pub(super) fn labels() -> impl Strategy<Value = Label> {
    let captions = vec![
        Caption::Nodis,
        Caption::Exdis,
        Caption::Stadis,
        Caption::Noforn,
        Caption::Channel,
        Caption::Sensitive,
        Caption::Other,
    ];
    let marks = proptest::collection::vec(common(), 1..4);
    (
        marks,
        proptest::option::weighted(0.2, select(captions)),
        proptest::option::of(levels()),
    )
        .prop_map(|(marks, caption, lowered)| {
            let mut label = Label::unclassified();
            for mark in &marks {
                label.join_assign(&Label::from(mark));
            }
            if let Some(caption) = caption {
                label = label.with_caption(caption);
            }
            lowered.map_or_else(|| label.clone(), |level| label.with_level(level))
        })
}

pub(super) fn levels() -> impl Strategy<Value = Level> {
    select(Level::ALL.to_vec())
}

/// What a list of keys gives.
#[derive(Clone, Debug)]
pub(super) struct Keys {
    pub(super) clearance: Level,
    pub(super) citizen: Vec<&'static str>,
    pub(super) access: Vec<&'static str>,
    pub(super) agency: Option<&'static str>,
    pub(super) named: Option<&'static str>,
}

impl Keys {
    pub(super) fn reader(&self) -> Reader {
        let mut text = format!("clearance={}", self.clearance);
        for (key, value) in [
            ("citizen", self.citizen.join(",")),
            ("access", self.access.join(",")),
            ("agency", self.agency.unwrap_or_default().to_owned()),
            ("named", self.named.unwrap_or_default().to_owned()),
        ] {
            if !value.is_empty() {
                text = format!("{text} {key}={value}");
            }
        }
        text.parse()
            .unwrap_or_else(|error| panic!("{text}: {error}"))
    }
}

/// Readers; at most one of their countries is not the United States, see the law of joins.
pub(super) fn keys() -> impl Strategy<Value = Keys> {
    let access = vec![
        "HCS-P",
        "SI",
        "SI-G-ABCD",
        "SI-NK",
        "TK",
        "ANB",
        "RSV-123",
        "SAR-BP",
        "SAR-BP-123",
        "SAR-BP-123-XY",
        "SAR-CA",
        "Q",
        "CNWDI",
        "SG-14",
        "SG-20",
        "NATO-S",
        "OC",
        "XD",
        "PR",
    ];
    (
        levels(),
        select(vec![
            vec![],
            vec!["USA"],
            vec!["USA"],
            vec!["GBR"],
            vec!["JPN"],
            vec!["PHL"],
            vec!["USA", "GBR"],
        ]),
        prop_oneof![
            Just(vec![]),
            subsequence(access.clone(), 0..=access.len()),
            Just(access)
        ],
        proptest::option::of(select(vec!["STATE", "DOD", "ACME"])),
        proptest::option::of(Just("yes")),
    )
        .prop_map(|(clearance, citizen, access, agency, named)| Keys {
            clearance,
            citizen,
            access,
            agency,
            named,
        })
}
