//! Read-ins and places on lists, as a reader's `access` key names them.

use std::collections::BTreeSet;

use crate::marking::mark::Path;
use crate::marking::register::{Control, Controls, Level, NATO_RANKS, Need, ROWS, Rank, Sigmas};

/// What a reader has been given by name: read-ins, places on lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grants {
    controls: Controls,
    /// Read-ins that the register does not name, as [`Path::key`] writes them.
    others: BTreeSet<String>,
    sigma: Sigmas,
    nato: Option<Level>,
}

impl Grants {
    pub(super) const NONE: Self = Self {
        controls: Controls::NONE,
        others: BTreeSet::new(),
        sigma: Sigmas::NONE,
        nato: None,
    };

    /// Takes what `name` names; `None` where it names nothing.
    pub(super) fn give(&mut self, name: &str) -> Option<()> {
        if let Some(level) = nato(name) {
            self.nato = self.nato.max(Some(level));
            return Some(());
        }
        let numbered = name.strip_prefix("RD-").unwrap_or(name);
        if let Some(number) = numbered
            .strip_prefix("SG")
            .or_else(|| numbered.strip_prefix("SIGMA"))
        {
            let number = Sigmas::read(number.trim_start_matches(['-', ' ']))?;
            self.sigma = self.sigma.union(number);
            return Some(());
        }
        if matches!(name, "Q" | "RD") {
            self.controls.insert(Control::Rd);
            return Some(());
        }
        if let Some(control) = registered(name) {
            self.controls.insert(control);
            if let Some(system) = control.system() {
                self.controls.insert(system);
            }
            return Some(());
        }
        let (prefix, rest) = match name.strip_prefix("SAR-") {
            Some(rest) => ("SAR-", rest),
            None => ("", name),
        };
        // A read-in to a sub-compartment is one to its compartment and its system.
        let mut parts = rest.split('-');
        let mut key = format!(
            "{prefix}{}",
            parts
                .next()?
                .replace(' ', if prefix.is_empty() { "-" } else { "_" })
        );
        let mut keys = vec![key.clone()];
        for part in parts.flat_map(|part| part.split(' ')) {
            key.push('-');
            key.push_str(part);
            keys.push(key.clone());
        }
        let plain =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !key.split(['-', '_']).all(plain) {
            return None;
        }
        for key in keys {
            match registered(&key) {
                Some(control) => self.controls.insert(control),
                None => drop(self.others.insert(key)),
            }
        }
        Some(())
    }

    /// Whether it holds the read-in, or the place on the list, of a registered control.
    pub(super) const fn has(&self, control: Control) -> bool {
        self.controls.has(control)
    }

    /// Whether it holds the read-in to a path that the register does not name.
    pub(super) fn has_path(&self, prefix: &str, path: &Path) -> bool {
        self.others
            .contains(&format!("{prefix}{}", path.key().replace(' ', "_")))
    }

    /// The SIGMA numbers.
    pub(super) const fn sigma(&self) -> Sigmas {
        self.sigma
    }

    /// The level of the read-in of NATO.
    pub(super) const fn nato(&self) -> Option<Level> {
        self.nato
    }

    /// The names of all of it, in a stable order.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        let registered = self.controls.iter().map(|control| {
            if control == Control::Rd {
                "Q".to_owned()
            } else {
                control.row().portion.replace(' ', "-")
            }
        });
        let numbers = self.sigma.numbers().map(|number| format!("SG-{number}"));
        let nato = self.nato.map(|level| {
            format!(
                "NATO-{}",
                if level == Level::Unclassified {
                    "R"
                } else {
                    level.portion()
                }
            )
        });
        registered
            .chain(numbers)
            .chain(nato)
            .chain(self.others.iter().cloned())
    }
}

fn registered(name: &str) -> Option<Control> {
    let asks = |need: Need| match need {
        Need::ReadIn | Need::Listed | Need::Executive | Need::StateOnly => true,
        Need::Nothing | Need::Federal | Need::UsaFederal | Need::Release => false,
    };
    let named = ROWS.iter().filter(|row| asks(row.need)).find(|row| {
        row.portion == name
            || row.banner == name
            || row.title == name
            || row.portion.replace(' ', "-") == name
            || matches!(row.portion.split_once('-'), Some((_, part)) if part == name && part.len() != 1)
            || matches!(row.title.split_once('-'), Some((_, part)) if part == name)
            || (row.control == Control::SiG && name == "G")
    })?;
    Some(named.control)
}

/// The level of a read-in of NATO: `NS`, `NATO-S`, `NATO-SECRET`; `NATO` alone is SECRET. RESTRICTED counts as the lowest,
/// and what is unclassified takes none.
fn nato(name: &str) -> Option<Level> {
    let of_table = NATO_RANKS.iter().find(|(portion, ..)| *portion == name);
    let rank = match name {
        "NATO" => Rank::Secret,
        "COSMIC" | "NATO-CTS" => Rank::TopSecret,
        _ => of_table
            .map(|(.., rank)| *rank)
            .or_else(|| Rank::named(name.strip_prefix("NATO-")?))?,
    };
    match rank {
        Rank::Unclassified => None,
        Rank::Restricted => Some(Level::Unclassified),
        Rank::Confidential | Rank::Secret | Rank::TopSecret => Some(rank.level()),
    }
}
