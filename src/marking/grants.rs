//! Read-ins and places on lists, as a reader's `access` key names them.

use super::item::sigma;
use super::marking::Path;
use super::reader::Reader;
use super::register::{Control, Need, ROWS};
use super::{Level, sci};

/// Gives the reader what `name` names; `None` where it names nothing.
pub(super) fn give(reader: &mut Reader, name: &str) -> Option<()> {
    if let Some(level) = nato(name) {
        reader.nato = reader.nato.max(Some(level));
        return Some(());
    }
    let numbered = name.strip_prefix("RD-").unwrap_or(name);
    if let Some(number) = numbered
        .strip_prefix("SG")
        .or_else(|| numbered.strip_prefix("SIGMA"))
    {
        reader.sigma |= sigma(number.trim_start_matches(['-', ' ']))?;
        return Some(());
    }
    if matches!(name, "Q" | "RD") {
        reader.grants.insert(Control::Rd);
        return Some(());
    }
    if let Some(control) = registered(name) {
        reader.grants.insert(control);
        if let Some(system) = sci::system_of(control) {
            reader.grants.insert(system);
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
            Some(control) => reader.grants.insert(control),
            None => drop(reader.others.insert(key)),
        }
    }
    Some(())
}

/// Whether the reader is read in to a path that the register does not name.
pub(super) fn is_read_in(reader: &Reader, prefix: &str, path: &Path) -> bool {
    reader
        .others
        .contains(&format!("{prefix}{}", path.key().replace(' ', "_")))
}

/// The names of what a reader was given, in a stable order.
pub(super) fn names(reader: &Reader) -> impl Iterator<Item = String> {
    let registered = reader.grants.iter().map(|control| {
        if control == Control::Rd {
            "Q".to_owned()
        } else {
            control.row().portion.replace(' ', "-")
        }
    });
    let numbers = (1..32_u32)
        .filter(|number| reader.sigma & (1 << number) != 0)
        .map(|number| format!("SG-{number}"));
    let nato = reader.nato.map(|level| {
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
        .chain(reader.others.iter().cloned())
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

/// The level of a NATO read-in. RESTRICTED counts as the lowest.
fn nato(name: &str) -> Option<Level> {
    Some(match name {
        "NATO-R" | "NR" | "NATO-RESTRICTED" => Level::Unclassified,
        "NATO-C" | "NC" | "NATO-CONFIDENTIAL" => Level::Confidential,
        "NATO" | "NATO-S" | "NS" | "NATO-SECRET" => Level::Secret,
        "NATO-TS" | "CTS" | "COSMIC" | "NATO-CTS" => Level::TopSecret,
        _ => return None,
    })
}
