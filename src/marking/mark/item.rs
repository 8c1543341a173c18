//! One value of a category: what stands between two slashes.

use super::error::{ErrorKind, MarkingError};
use super::name::{Name, Path};
use super::parser::{Parser, TOO_MANY, is_word};
use super::sci;
use crate::marking::register::{Category, Control, Countries, Sigmas, suggest};

/// Reads one value and says which category it belongs to; `category` is that of the values before it in its segment.
pub(super) fn parse(
    parser: &mut Parser<'_>,
    text: &str,
    category: Option<Category>,
) -> Result<Category, MarkingError> {
    if parser.eyes_open {
        return eyes(parser, text);
    }
    match category {
        Some(Category::Sap) => return program(parser, text),
        Some(Category::Cui) => return cui_category(parser, text),
        Some(Category::Sci) => return sci::parse(parser, text),
        _ => {}
    }
    if let Some(control) = Control::named(text) {
        let found = control.row().category;
        parser.add(control, text)?;
        if control == Control::Cnwdi {
            parser.mark.controls.insert(Control::Rd);
        }
        // Without its list, `REL TO` releases to the United States alone, which no mark may say (H.8 p151).
        if control == Control::Rel && text != "REL" {
            parser.lists().rel = Countries::usa();
        }
        if control == Control::Eyes && text != "EYES" {
            parser.lists().eyes = Countries::usa();
        }
        return Ok(found);
    }
    if let Some(list) = text
        .strip_prefix("REL TO ")
        .or_else(|| text.strip_prefix("AUTHORIZED FOR RELEASE TO "))
    {
        return rel(parser, text, list);
    }
    if let Some(list) = text.strip_prefix("DISPLAY ONLY ") {
        parser.add(Control::DisplayOnly, text)?;
        let list = countries(parser, list, ", ")?;
        parser.lists().display = list;
        return Ok(Category::Dissem);
    }
    if let Some(list) = text
        .strip_prefix("FGI ")
        .or_else(|| text.strip_prefix("FOREIGN GOVERNMENT INFORMATION "))
    {
        let list = foreign(parser, list)?;
        parser.lists().fgi = list;
        return Ok(Category::Fgi);
    }
    if let Some(first) = text
        .strip_prefix("SAR-")
        .or_else(|| text.strip_prefix("SPECIAL ACCESS REQUIRED-"))
    {
        return program(parser, first);
    }
    if text == "USA" && category.is_none_or(|category| category == Category::Dissem) {
        parser.mark.controls.insert(Control::Eyes);
        parser.lists().eyes = Countries::usa();
        parser.eyes_open = true;
        return Ok(Category::Dissem);
    }
    if let Some(found) = atomic(parser, text)? {
        return Ok(found);
    }
    if parser.after_cui() && category.is_none() {
        return cui_category(parser, text);
    }
    let category = category.unwrap_or(Category::Dissem);
    let suggestion = suggest::control(text, category);
    Err(parser
        .error(ErrorKind::Control(category), text)
        .suggesting(suggestion))
}

/// A list of countries and organisations.
pub(super) fn countries(
    parser: &Parser<'_>,
    list: &str,
    separator: &str,
) -> Result<Countries, MarkingError> {
    let mut set = Countries::NONE;
    let mut rest = Some(list);
    while let Some(text) = rest {
        let at = text
            .bytes()
            .position(|byte| separator.as_bytes().first() == Some(&byte));
        let (code, behind) = at
            .and_then(|at| text.split_at_checked(at))
            .unwrap_or((text, ""));
        // `GBR,JPN` without the space is no code.
        let code = if behind.is_empty() || behind.starts_with(separator) {
            code
        } else {
            text
        };
        rest = behind.strip_prefix(separator);
        let one = Countries::of(code).ok_or_else(|| parser.error(ErrorKind::Country, code))?;
        if set.intersects(&one) {
            return Err(parser.error(ErrorKind::Repeated, code));
        }
        set = set.union(&one);
    }
    Ok(set)
}

/// The same without the United States, whose information is not foreign.
pub(super) fn foreign(parser: &Parser<'_>, list: &str) -> Result<Countries, MarkingError> {
    let set = countries(parser, list, " ")?;
    if set.intersects(&Countries::usa()) {
        return Err(parser.error(
            ErrorKind::Syntax("the United States stand among foreign owners"),
            list,
        ));
    }
    Ok(set)
}

/// `REL TO USA, GBR`: the United States first (CAPCO 2016 H.8 p151).
fn rel(parser: &mut Parser<'_>, text: &str, list: &str) -> Result<Category, MarkingError> {
    parser.add(Control::Rel, text)?;
    if list != "USA" && !list.starts_with("USA, ") {
        return Err(parser.error(ErrorKind::Syntax("a release list begins with USA"), list));
    }
    let list = countries(parser, list, ", ")?;
    parser.lists().rel = list;
    Ok(Category::Dissem)
}

/// The rest of `USA/CAN/GBR EYES ONLY`.
fn eyes(parser: &mut Parser<'_>, text: &str) -> Result<Category, MarkingError> {
    let (code, last) = match text.strip_suffix(" EYES ONLY") {
        Some(code) => (code, true),
        None => (text, false),
    };
    let list = countries(parser, code, " ")?;
    let eyes = &mut parser.lists().eyes;
    *eyes = eyes.union(&list);
    parser.eyes_open = !last;
    Ok(Category::Dissem)
}

/// A program, its compartments and sub-compartments: `BP-123`, `CA-XYZ YYY`, `BUTTER POPCORN-123`.
fn program(parser: &mut Parser<'_>, text: &str) -> Result<Category, MarkingError> {
    let mut parts = text.split('-');
    let system = parts.next().unwrap_or_default();
    let words = system.split(' ').all(is_word);
    // The indicator stands once, before the first program (CAPCO 2016 A.6 p16).
    if !words || system == "SAR" {
        return Err(parser.error(ErrorKind::Control(Category::Sap), text));
    }
    let mut paths = vec![Path::new(system, "", "")];
    for part in parts {
        let mut names = part.split(' ');
        let compartment = names.next().unwrap_or_default();
        if !is_word(compartment) {
            return Err(parser.error(ErrorKind::Control(Category::Sap), text));
        }
        paths.push(Path::new(system, compartment, ""));
        for sub in names {
            if !is_word(sub) {
                return Err(parser.error(ErrorKind::Control(Category::Sap), text));
            }
            paths.push(Path::new(system, compartment, sub));
        }
    }
    let repeated = paths
        .first()
        .is_some_and(|first| parser.lists().sap.holds(first));
    if repeated {
        return Err(parser.error(ErrorKind::Repeated, text));
    }
    parser
        .lists()
        .sap
        .extend(paths)
        .map_err(|_| parser.error(TOO_MANY, text))?;
    Ok(Category::Sap)
}

/// A CUI category: letters, digits, hyphens, `SP-` before a specified one (NARA CUI Marking Handbook 2019).
fn cui_category(parser: &mut Parser<'_>, text: &str) -> Result<Category, MarkingError> {
    let name = text.strip_prefix("SP-").unwrap_or(text);
    let plain = !name.is_empty()
        && name.len() <= 12
        && name
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
    // A slip in the name of a control is no category, or NOFORN could be lost in one.
    if !plain || suggest::is_near_control(name) {
        let suggestion = suggest::control(name, Category::Dissem);
        return Err(parser
            .error(ErrorKind::Control(Category::Cui), text)
            .suggesting(suggestion));
    }
    let name = Name::new(text);
    if parser.lists().cui.holds(&name) {
        return Err(parser.error(ErrorKind::Repeated, text));
    }
    parser
        .lists()
        .cui
        .extend(vec![name])
        .map_err(|_| parser.error(TOO_MANY, text))?;
    Ok(Category::Cui)
}

/// `RD-CNWDI`, `RD-SG 14 18`, `FRD-SIGMA 14`, `RD-CNWDI-SG 14`; `RD-N` is how DoD writes CNWDI (CAPCO 2016 H.6 p107).
fn atomic(parser: &mut Parser<'_>, text: &str) -> Result<Option<Category>, MarkingError> {
    let mut parts = text.split('-');
    let formerly = match parts.next() {
        Some("RD" | "RESTRICTED DATA") => false,
        Some("FRD" | "FORMERLY RESTRICTED DATA") => true,
        _ => return Ok(None),
    };
    let unknown = |parser: &Parser<'_>| parser.error(ErrorKind::Control(Category::Aea), text);
    let mut numbered = false;
    for part in parts {
        if !formerly
            && matches!(
                part,
                "N" | "CNWDI" | "CRITICAL NUCLEAR WEAPON DESIGN INFORMATION"
            )
        {
            parser.add(Control::Cnwdi, text)?;
            continue;
        }
        let numbers = match part
            .strip_prefix("SG")
            .or_else(|| part.strip_prefix("SIGMA"))
        {
            Some("") if !numbered => "",
            Some(numbers) => numbers.strip_prefix(' ').ok_or_else(|| unknown(parser))?,
            // `RD-SG-14`, as attributes write it.
            None if numbered => part,
            None => return Err(unknown(parser)),
        };
        numbered = true;
        for number in numbers.split(' ').filter(|number| !number.is_empty()) {
            let one = Sigmas::read(number).ok_or_else(|| unknown(parser))?;
            let lists = parser.lists();
            let set = if formerly {
                &mut lists.frd_sigma
            } else {
                &mut lists.sigma
            };
            if set.intersects(one) {
                return Err(parser.error(ErrorKind::Repeated, text));
            }
            *set = set.union(one);
        }
    }
    parser
        .mark
        .controls
        .insert(if formerly { Control::Frd } else { Control::Rd });
    let named = if formerly {
        parser.lists().frd_sigma
    } else {
        parser.lists().sigma
    };
    if numbered && named.is_empty() {
        return Err(unknown(parser));
    }
    Ok(Some(Category::Aea))
}
