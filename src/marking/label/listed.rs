//! Marks that leave their list to the banner: `REL`, `EYES` and `JOINT` alone (CAPCO 2016 H.3 p56, H.8 pp150, 157).

use super::{Label, StatedMark};
use crate::marking::mark::{Head, Marking};
use crate::marking::register::{Control, Countries};

impl Marking {
    /// The same with the list that `banner` states, where this portion mark says `REL` or `EYES` and leaves the list to the
    /// banner; a joint mark without owners takes the owners as well. It is unchanged where it has lists of its own, and
    /// where the banner releases to nobody or its release is in doubt.
    ///
    /// ```
    /// use tearline::marking::{Label, Marking};
    ///
    /// let banner = Label::from(&Marking::parse_banner("SECRET//REL TO USA, FVEY").unwrap());
    /// let listed = |mark: &str| Marking::parse_portion(mark).unwrap().listed_by(&banner).to_string();
    /// assert_eq!(listed("C//REL"), "C//REL TO USA, FVEY");
    /// assert_eq!(listed("C//REL TO USA, GBR"), "C//REL TO USA, GBR");
    /// assert_eq!(listed("C"), "C");
    /// ```
    #[must_use]
    pub fn listed_by(&self, banner: &Label) -> Self {
        self.listed(banner).unwrap_or_else(|| self.clone())
    }

    /// The same; `None` where it takes no list.
    fn listed(&self, banner: &Label) -> Option<Self> {
        let own = self.lists();
        let rel = self.controls.has(Control::Rel) && own.rel.is_empty();
        let eyes = self.controls.has(Control::Eyes) && own.eyes.is_empty();
        if !(rel || eyes) {
            return None;
        }
        let list = banner.release_list()?;
        let owners = matches!(self.head, Head::Joint(_)) && own.owners.is_empty();
        let mut listed = self.clone();
        let lists = listed.lists_mut();
        if rel {
            lists.rel = list;
        }
        if eyes {
            lists.eyes = list;
        }
        if owners {
            lists.owners = banner.owners();
        }
        // What the register forbids is no better than what the mark says by itself.
        listed.is_valid_portion().then(|| listed.tidied())
    }
}

impl StatedMark {
    /// [`Marking::listed_by`], of a mark found in a document under that banner; `None` where it takes no list.
    pub(crate) fn listed_by(&self, banner: &Label) -> Option<Self> {
        let marking = self.marking().listed(banner)?;
        Some(self.with_marking(marking))
    }
}

impl Label {
    /// Those to whom it releases; `None` where it releases to nobody but US readers, or a part of it says nothing.
    fn release_list(&self) -> Option<Countries> {
        let counts = self.is_resolved() && self.controls.has(Control::Rel) && !self.silent;
        let list = self.more.as_deref().filter(|_| counts)?.rel;
        let usa = Countries::usa();
        (!list.without(&usa).is_empty()).then(|| list.union(&usa))
    }

    /// The owners of joint information; none where the label names no other.
    fn owners(&self) -> Countries {
        match self.more.as_deref().map(|more| more.fgi) {
            Some(others) if !others.is_empty() => others.union(&Countries::usa()),
            Some(_) | None => Countries::NONE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(mark: &str, banner: &str) -> String {
        let banner = Label::from(&Marking::parse_banner(banner).unwrap());
        let stated = StatedMark::read(mark).unwrap();
        let listed = stated.listed_by(&banner).unwrap_or(stated);
        listed.label().to_string()
    }

    #[test]
    fn a_mark_without_a_list_takes_that_of_the_banner() {
        for (mark, banner, expected) in [
            ("S//REL", "SECRET//REL TO USA, FVEY", "S//REL TO USA, FVEY"),
            ("C//REL", "SECRET//REL TO USA, FVEY", "C//REL TO USA, FVEY"),
            (
                "TS//EYES",
                "TOP SECRET//USA/CAN/GBR EYES ONLY",
                "TS//REL TO USA, CAN, GBR",
            ),
            (
                "//JOINT S//REL",
                "//JOINT SECRET GBR USA//REL TO USA, GBR",
                "S//FGI GBR//REL TO USA, GBR",
            ),
            // A list of its own stays.
            (
                "S//REL TO USA, GBR",
                "SECRET//REL TO USA, FVEY",
                "S//REL TO USA, GBR",
            ),
            // Such a banner states none.
            ("S//REL", "SECRET//NOFORN", "S//NF"),
            ("S//REL", "SECRET", "S//NF"),
            ("S", "SECRET//REL TO USA, FVEY", "S"),
        ] {
            assert_eq!(listed(mark, banner), expected, "{mark} under {banner}");
        }
    }
}
