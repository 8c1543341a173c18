//! Every decision on a level with up to two controls, for thousands of readers, against a plain table.
//!
//! The table is CAPCO 2016 G Table 5 and ODNI ISM-ACES chapter 5, written down once more and as simply as can be.

use tearline::marking::{Access, Label, Level, Marking, Reader};

/// What a control asks, beside the level.
#[derive(Clone, Copy, PartialEq)]
enum Asks {
    Nothing,
    /// A read-in of that name, and for SCI a clearance of TOP SECRET at any level.
    ReadIn(&'static str),
    Sci(&'static str),
    Federal,
    Citizen,
    /// A place on the originator's list.
    List(&'static str),
    /// The same, or to work for the executive branch or a committee on intelligence.
    ListOrExecutive,
    State,
    Noforn,
    /// `REL TO USA, GBR`, `DISPLAY ONLY GBR`, `RELIDO`.
    Released,
    Displayed,
    Deferred,
}

/// The control as a portion mark writes it, its category, and what it asks; in the order in which marks write them.
const CONTROLS: [(&str, char, Asks); 36] = [
    ("HCS", 'a', Asks::Sci("HCS")),
    ("MVL", 'a', Asks::Sci("MVL")),
    ("SI-G", 'a', Asks::Sci("SI-G")),
    ("TK", 'a', Asks::Sci("TK")),
    ("BALK", 'b', Asks::ReadIn("BALK")),
    ("BOHEMIA", 'b', Asks::ReadIn("BOHEMIA")),
    ("RD", 'c', Asks::ReadIn("Q")),
    ("FRD", 'c', Asks::Nothing),
    ("DCNI", 'c', Asks::Federal),
    ("UCNI", 'c', Asks::Federal),
    ("TFNI", 'c', Asks::Nothing),
    ("ATOMAL", 'c', Asks::ReadIn("ATOMAL")),
    ("FGI", 'd', Asks::Federal),
    ("RS", 'e', Asks::Nothing),
    ("FOUO", 'e', Asks::Federal),
    ("OC", 'e', Asks::List("OC")),
    ("OC-USGOV", 'e', Asks::ListOrExecutive),
    ("NF", 'e', Asks::Noforn),
    ("PR", 'e', Asks::List("PR")),
    ("REL TO USA, GBR", 'e', Asks::Released),
    ("RELIDO", 'e', Asks::Deferred),
    ("DSEN", 'e', Asks::Citizen),
    ("FISA", 'e', Asks::Federal),
    ("DISPLAY ONLY GBR", 'e', Asks::Displayed),
    ("WAIVED", 'e', Asks::ReadIn("WAIVED")),
    ("FED ONLY", 'e', Asks::Federal),
    ("DL ONLY", 'e', Asks::List("DL-ONLY")),
    ("AC", 'e', Asks::List("AC")),
    ("DS", 'f', Asks::Citizen),
    ("XD", 'f', Asks::List("XD")),
    ("ND", 'f', Asks::List("ND")),
    ("SBU", 'f', Asks::Federal),
    ("LOU", 'f', Asks::Federal),
    ("LES", 'f', Asks::Federal),
    ("NNPI", 'f', Asks::Citizen),
    ("STADIS", 'g', Asks::State),
];

/// The first takes the place of the second (CAPCO 2016 H.6 pp104, 111; H.8 p136; H.9 pp172-176).
const COVERED: [(&str, &str); 13] = [
    ("ND", "XD"),
    ("ND", "SBU"),
    ("ND", "LOU"),
    ("ND", "FOUO"),
    ("XD", "SBU"),
    ("XD", "LOU"),
    ("XD", "FOUO"),
    ("SBU", "LOU"),
    ("SBU", "FOUO"),
    ("OC", "OC-USGOV"),
    ("RD", "FRD"),
    ("RD", "TFNI"),
    ("FRD", "TFNI"),
];

const LEVELS: [&str; 4] = ["U", "C", "S", "TS"];

/// A reader as the table sees one.
struct Who {
    clearance: usize,
    usa: bool,
    gbr: bool,
    access: Vec<&'static str>,
    agency: &'static str,
    named: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum May {
    Read,
    View,
    Nothing,
}

const GRANTS: [&str; 18] = [
    "HCS", "MVL", "SI", "SI-G", "TK", "BALK", "BOHEMIA", "Q", "ATOMAL", "OC", "OC-USGOV", "PR",
    "WAIVED", "DL-ONLY", "AC", "XD", "ND", "STADIS",
];

fn readers() -> Vec<(Who, Reader)> {
    let mut accesses: Vec<Vec<&'static str>> = vec![Vec::new(), GRANTS.to_vec()];
    accesses.extend(GRANTS.map(|grant| vec![grant]));
    let mut readers = Vec::new();
    for (clearance, level) in LEVELS.iter().enumerate() {
        for (usa, gbr) in [(false, false), (true, false), (false, true), (true, true)] {
            for access in &accesses {
                for agency in ["", "STATE", "DOD", "SSCI"] {
                    for named in [false, true] {
                        let mut text = format!("clearance={level}");
                        let citizen: Vec<&str> = [("USA", usa), ("GBR", gbr)]
                            .into_iter()
                            .filter_map(|(code, is)| is.then_some(code))
                            .collect();
                        if !citizen.is_empty() {
                            text += &format!(" citizen={}", citizen.join(","));
                        }
                        if !access.is_empty() {
                            text += &format!(" access={}", access.join(","));
                        }
                        if !agency.is_empty() {
                            text += &format!(" agency={agency}");
                        }
                        if named {
                            text += " named=yes";
                        }
                        let reader = text.parse().expect("a reader");
                        let access = access.clone();
                        let who = Who {
                            clearance,
                            usa,
                            gbr,
                            access,
                            agency,
                            named,
                        };
                        readers.push((who, reader));
                    }
                }
            }
        }
    }
    readers
}

/// The decision by the table.
fn decided(level: usize, controls: &[(&str, char, Asks)], who: &Who) -> May {
    let covered = |name: &str| {
        COVERED.iter().any(|(greater, lesser)| {
            *lesser == name && controls.iter().any(|(other, ..)| other == greater)
        })
    };
    let asked: Vec<Asks> = controls
        .iter()
        .filter(|(name, ..)| !covered(name))
        .map(|(_, _, asks)| *asks)
        .collect();
    let asks = |wanted: Asks| asked.contains(&wanted);
    let noforn = asks(Asks::Noforn);
    let listed = asks(Asks::Released) || asks(Asks::Displayed) || asks(Asks::Deferred);
    let released = !who.usa && who.gbr && !noforn && asks(Asks::Released);
    let displayed = !who.usa && who.gbr && !noforn && !released && asks(Asks::Displayed);
    let open_to_anybody = level == 0 && !noforn && !listed;
    if !(who.usa || released || displayed || open_to_anybody) {
        return May::Nothing;
    }
    let executive = who.agency == "STATE" || who.agency == "DOD";
    let federal = who.usa || executive;
    let has = |name: &str| who.access.contains(&name);
    let on_list = |name: &str| who.named || has(name) || (name == "XD" && has("ND"));
    let sci = asked.iter().any(|asks| matches!(asks, Asks::Sci(_)));
    let met = asked.iter().all(|asks| match *asks {
        Asks::Nothing | Asks::Noforn | Asks::Released | Asks::Displayed | Asks::Deferred => true,
        Asks::ReadIn(name) | Asks::Sci(name) => has(name),
        Asks::Federal => federal || released || displayed,
        Asks::Citizen => who.usa || released || displayed,
        Asks::List(name) => on_list(name),
        Asks::ListOrExecutive => {
            on_list("OC-USGOV") || on_list("OC") || executive || who.agency == "SSCI"
        }
        Asks::State => has("STADIS") || who.agency == "STATE",
    });
    let cleared = who.clearance >= if sci { 3 } else { level };
    match (met && cleared, displayed) {
        (false, _) => May::Nothing,
        (true, true) => May::View,
        (true, false) => May::Read,
    }
}

/// The text of a mark of that level with these controls, in order.
fn mark(level: usize, controls: &[(&str, char, Asks)]) -> String {
    let mut text = LEVELS[level].to_owned();
    let mut last = None;
    for (name, category, _) in controls {
        text += if last == Some(category) { "/" } else { "//" };
        text += name;
        last = Some(category);
    }
    text
}

#[test]
fn every_decision_is_the_one_of_the_table() {
    let readers = readers();
    assert_eq!(readers.len(), 4 * 4 * 20 * 4 * 2);
    let mut sets: Vec<Vec<(&str, char, Asks)>> = vec![Vec::new()];
    for (first, one) in CONTROLS.iter().enumerate() {
        sets.push(vec![*one]);
        sets.extend(CONTROLS[first + 1..].iter().map(|two| vec![*one, *two]));
    }
    let (mut decisions, mut left_out) = (0_u64, Vec::new());
    for set in &sets {
        for level in 0..LEVELS.len() {
            let text = mark(level, set);
            // The grammar alone: the rules of the register refuse most pairs, and a join can make every one.
            let Ok(marking) = Marking::read_portion(&text) else {
                left_out.push(text);
                continue;
            };
            let label = Label::from(&marking);
            for (who, reader) in &readers {
                let found = match reader.reads(&label) {
                    Access::Permit => May::Read,
                    Access::ViewOnly => May::View,
                    Access::Deny(_) => May::Nothing,
                };
                assert_eq!(found, decided(level, set, who), "{text}: {reader}");
                decisions += 1;
            }
        }
    }
    println!("{decisions} decisions");
    assert!(decisions > 6_000_000, "{decisions}; {left_out:?}");
    assert!(left_out.len() <= 40, "{left_out:?}");
}

/// A level is the least that a reader of the public sees: the table would not notice if nobody read anything.
#[test]
fn the_table_lets_some_read_and_some_not() {
    let readers = readers();
    for (name, category, asks) in CONTROLS {
        let set = [(name, category, asks)];
        let may: Vec<May> = readers
            .iter()
            .map(|(who, _)| decided(0, &set, who))
            .collect();
        assert!(may.contains(&May::Read), "{name}");
        assert!(
            may.contains(&May::Nothing) || asks == Asks::Nothing,
            "{name}"
        );
    }
    assert_eq!(Level::ALL.map(Level::portion), LEVELS);
}
