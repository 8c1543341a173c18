//! Marks, labels and readers of every kind, for the laws.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use tearline::marking::{Caption, Label, Level, Marking, Reader};

/// Valid portion marks, put together from parts: a part that the register forbids beside the others is left out.
pub(super) fn portions() -> impl Strategy<Value = Marking> {
    let sets: [&[&str]; 7] = [
        &["HCS-P", "SI", "SI-G ABCD", "SI-NK", "TK", "ANB", "RSV-123"],
        &["BP", "BP-123 XY", "CA"],
        &[
            "RD",
            "RD-CNWDI",
            "RD-SG 14 20",
            "FRD",
            "FRD-SG 18",
            "TFNI",
            "DCNI",
            "UCNI",
        ],
        &["FGI", "FGI DEU", "FGI GBR NATO"],
        &["RS", "FOUO", "OC", "OC-USGOV", "IMC", "PR", "DSEN", "FISA"],
        &[
            "NF",
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
        ],
        &[
            "DS", "XD", "ND", "SBU", "SBU-NF", "LOU", "LES", "LES-NF", "SSI",
        ],
    ];
    let heads = [
        "U",
        "C",
        "S",
        "TS",
        "//GBR S",
        "//NS",
        "//NU",
        "//NR",
        "//FGI C",
        "//JOINT S GBR USA",
        "//DEU GBR R",
    ];
    let [sci, sap, aea, fgi, dissem, release, non_ic] = sets;
    let some = |set: &'static [&'static str], most: usize| subsequence(set.to_vec(), 0..=most);
    let parts = (
        some(sci, 3),
        some(sap, 2),
        some(aea, 1),
        some(fgi, 1),
        some(dissem, 2),
        some(release, 1),
        some(non_ic, 2),
    );
    (select(heads.to_vec()), parts).prop_map(
        |(head, (sci, sap, aea, fgi, dissem, release, non_ic))| {
            let slots = [sci, sap, aea, fgi, dissem, release, non_ic];
            let mut kept: [Vec<&str>; 7] = Default::default();
            let mut mark = Marking::parse_portion(head).ok();
            // Release first: others require it.
            for slot in [5, 4, 0, 1, 2, 3, 6] {
                for part in &slots[slot] {
                    kept[slot].push(part);
                    match Marking::parse_portion(&written(head, &kept)) {
                        Ok(valid) => mark = Some(valid),
                        Err(_) => drop(kept[slot].pop()),
                    }
                }
            }
            // `//JOINT` asks a release list that names the owners.
            mark.unwrap_or_else(|| super::portion("//JOINT S GBR USA//REL TO USA, GBR"))
        },
    )
}

fn written(head: &str, [sci, sap, aea, fgi, dissem, release, non_ic]: &[Vec<&str>; 7]) -> String {
    let sap = if sap.is_empty() {
        String::new()
    } else {
        format!("SAR-{}", sap.join("/"))
    };
    let dissem = [&dissem[..], &release[..]].concat();
    let categories = [
        sci.join("/"),
        sap,
        aea.join("/"),
        fgi.join("/"),
        dissem.join("/"),
        non_ic.join("/"),
    ];
    let categories = categories
        .into_iter()
        .filter(|category| !category.is_empty());
    categories.fold(head.to_owned(), |text, category| {
        format!("{text}//{category}")
    })
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
        "NATO-R",
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
        proptest::option::of(select(vec!["STATE", "DOD", "SSCI"])),
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
