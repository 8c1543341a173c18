//! A marking written out: portion mark or banner line.

use std::fmt::{self, Write};

use super::error::Place;
use super::marking::{Head, Lists, Marking};
use super::name::{Name, Path};
use crate::marking::register::{ACTIVITIES, Category, Control, Countries, Level, Rank, Sigmas};

impl Marking {
    /// As a banner line.
    #[must_use]
    pub const fn banner(&self) -> Banner<'_> {
        Banner(self)
    }
}

impl fmt::Display for Marking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self, Place::Portion, f)
    }
}

/// A marking written as a banner line: the level in full, the controls as the register shortens them (CAPCO 2016 D, G Table 4).
///
/// ```
/// use tearline::marking::Marking;
///
/// let mark = Marking::parse_portion("TS//SI-G//OC/NF").unwrap();
/// assert_eq!(mark.banner().to_string(), "TOP SECRET//SI-G//ORCON/NOFORN");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Banner<'a>(&'a Marking);

impl fmt::Display for Banner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self.0, Place::Banner, f)
    }
}

/// Writes `mark` in canonical form.
fn write(mark: &Marking, place: Place, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = Writer {
        f,
        place,
        lists: mark.lists(),
    };
    out.head(mark)?;
    out.sci(mark)?;
    out.paths("//SAR-", &mark.lists().sap)?;
    out.plain(mark, Category::Sap)?;
    out.aea(mark)?;
    out.plain(mark, Category::NonUs)?;
    out.fgi(mark)?;
    out.cui(mark)?;
    out.dissem(mark)?;
    out.plain(mark, Category::NonIc)?;
    out.plain(mark, Category::Caption)
}

struct Writer<'w, 'f, 'm> {
    f: &'w mut fmt::Formatter<'f>,
    place: Place,
    lists: &'m Lists,
}

impl Writer<'_, '_, '_> {
    fn head(&mut self, mark: &Marking) -> fmt::Result {
        let portion = self.place == Place::Portion;
        let rank = |rank: Rank| {
            if portion {
                rank.portion()
            } else {
                rank.banner()
            }
        };
        match mark.head {
            Head::Us(_) if is_cui(mark) => self.f.write_str("CUI"),
            Head::Us(level) => self.f.write_str(if portion {
                level.portion()
            } else {
                level.banner()
            }),
            Head::Joint(level) => {
                self.f.write_str("//JOINT ")?;
                self.f.write_str(if portion {
                    level.portion()
                } else {
                    level.banner()
                })?;
                for code in self.lists.owners.codes() {
                    self.f.write_char(' ')?;
                    self.f.write_str(code)?;
                }
                Ok(())
            }
            Head::Foreign(level) if self.lists.owners.is_empty() => {
                write!(self.f, "//FGI {}", rank(level))
            }
            Head::Foreign(level) => {
                self.f.write_str("//")?;
                self.codes(self.lists.owners, " ")?;
                write!(self.f, " {}", rank(level))
            }
            Head::Nato(level) => self.nato(level),
        }
    }

    fn nato(&mut self, level: Rank) -> fmt::Result {
        let activity = &self.lists.activity.0;
        match self.place {
            Place::Portion if level == Rank::TopSecret && activity.is_empty() => {
                self.f.write_str("//CTS")
            }
            Place::Portion => {
                let short = ACTIVITIES
                    .iter()
                    .find(|(_, name)| name == activity)
                    .map_or(activity.as_str(), |(letter, _)| letter);
                write!(self.f, "//N{short}{}", level.portion())
            }
            Place::Banner if level == Rank::TopSecret && activity.is_empty() => {
                self.f.write_str("//COSMIC TOP SECRET")
            }
            Place::Banner if activity.is_empty() => write!(self.f, "//NATO {}", level.banner()),
            Place::Banner => write!(self.f, "//NATO {activity} {}", level.banner()),
        }
    }

    /// Registered systems and others, merged in order.
    fn sci(&mut self, mark: &Marking) -> fmt::Result {
        let registered = mark.controls.in_category(Category::Sci);
        if self.lists.sci.is_empty() {
            let mut open = "//";
            for control in registered {
                let portion = control.row().portion;
                match portion.find('-').and_then(|at| portion.get(at..)) {
                    Some(compartment) => self.f.write_str(compartment)?,
                    None => {
                        self.f.write_str(open)?;
                        self.f.write_str(portion)?;
                    }
                }
                open = "/";
            }
            return Ok(());
        }
        let registered: Vec<Path> = registered
            .map(|control| Path::of_registered(control.row().portion))
            .collect();
        let mut all = registered;
        all.extend_from_slice(&self.lists.sci);
        all.sort();
        all.dedup();
        self.paths("//", &all)
    }

    fn paths(&mut self, open: &str, paths: &[Path]) -> fmt::Result {
        let mut open = open;
        for path in paths {
            if path.compartment.is_empty() {
                write!(self.f, "{open}{}", path.system.0)?;
            } else if path.sub.is_empty() {
                write!(self.f, "-{}", path.compartment.0)?;
            } else {
                write!(self.f, " {}", path.sub.0)?;
            }
            open = "/";
        }
        Ok(())
    }

    fn aea(&mut self, mark: &Marking) -> fmt::Result {
        let mut open = "//";
        for control in mark.controls.in_category(Category::Aea) {
            if control == Control::Cnwdi {
                continue;
            }
            self.f.write_str(open)?;
            open = "/";
            let numbers = if control == Control::Rd {
                self.lists.sigma
            } else if control == Control::Frd {
                self.lists.frd_sigma
            } else {
                Sigmas::NONE
            };
            self.f.write_str(self.spelling(control))?;
            if control == Control::Rd && mark.controls.has(Control::Cnwdi) {
                self.f.write_str("-CNWDI")?;
            }
            if !numbers.is_empty() {
                self.f.write_str(if self.place == Place::Banner {
                    "-SIGMA"
                } else {
                    "-SG"
                })?;
                for number in numbers.numbers() {
                    write!(self.f, " {number}")?;
                }
            }
        }
        Ok(())
    }

    fn fgi(&mut self, mark: &Marking) -> fmt::Result {
        if mark.controls.has(Control::Fgi) {
            return self.f.write_str("//FGI");
        }
        if self.lists.fgi.is_empty() {
            return Ok(());
        }
        self.f.write_str("//FGI ")?;
        self.codes(self.lists.fgi, " ")
    }

    /// Categories appear in portion marks; a banner line that has a level says `CUI` alone (NARA CUI Marking Handbook 2019).
    fn cui(&mut self, mark: &Marking) -> fmt::Result {
        if !mark.controls.has(Control::Cui) {
            return Ok(());
        }
        if !is_cui(mark) {
            self.f.write_str("//CUI")?;
            if self.place == Place::Banner {
                return Ok(());
            }
        }
        let specified = |name: &&Name| name.0.starts_with("SP-");
        let cui = &self.lists.cui;
        let mut open = "//";
        for name in cui
            .iter()
            .filter(specified)
            .chain(cui.iter().filter(|name| !specified(name)))
        {
            self.f.write_str(open)?;
            self.f.write_str(&name.0)?;
            open = "/";
        }
        Ok(())
    }

    fn dissem(&mut self, mark: &Marking) -> fmt::Result {
        let mut open = "//";
        for control in mark.controls.in_category(Category::Dissem) {
            self.f.write_str(open)?;
            open = "/";
            let Lists {
                rel, eyes, display, ..
            } = self.lists;
            let (rel, eyes, display) = (*rel, *eyes, *display);
            if control == Control::Rel && !rel.is_empty() {
                self.f.write_str("REL TO USA")?;
                self.after_usa(rel, ", ")?;
            } else if control == Control::Rel {
                self.f.write_str("REL")?;
            } else if control == Control::Eyes && !eyes.is_empty() {
                self.f.write_str("USA")?;
                self.after_usa(eyes, "/")?;
                self.f.write_str(" EYES ONLY")?;
            } else if control == Control::Eyes {
                self.f.write_str("EYES")?;
            } else if control == Control::DisplayOnly && !display.is_empty() {
                self.f.write_str("DISPLAY ONLY ")?;
                self.codes(display, ", ")?;
            } else {
                self.f.write_str(self.spelling(control))?;
            }
        }
        Ok(())
    }

    fn after_usa(&mut self, list: Countries, separator: &str) -> fmt::Result {
        for code in list.without(&Countries::usa()).codes() {
            self.f.write_str(separator)?;
            self.f.write_str(code)?;
        }
        Ok(())
    }

    fn plain(&mut self, mark: &Marking, category: Category) -> fmt::Result {
        let mut open = "//";
        for control in mark.controls.in_category(category) {
            self.f.write_str(open)?;
            self.f.write_str(self.spelling(control))?;
            open = "/";
        }
        Ok(())
    }

    fn codes(&mut self, list: Countries, separator: &str) -> fmt::Result {
        for (place, code) in list.codes().enumerate() {
            if place > 0 {
                self.f.write_str(separator)?;
            }
            self.f.write_str(code)?;
        }
        Ok(())
    }

    fn spelling(&self, control: Control) -> &'static str {
        let row = control.row();
        match self.place {
            Place::Portion => row.portion,
            Place::Banner => row.banner,
        }
    }
}

/// Whether `CUI` stands where a level would: nothing comes before it (NARA CUI Marking Handbook 2019).
fn is_cui(mark: &Marking) -> bool {
    let before = |control: Control| control.row().category < Category::Cui;
    let Lists { sci, sap, fgi, .. } = mark.lists();
    mark.head == Head::Us(Level::Unclassified)
        && mark.controls.has(Control::Cui)
        && !mark.controls.iter().any(before)
        && sci.is_empty()
        && sap.is_empty()
        && fgi.is_empty()
}
