//! What a portion was written as, and who may see that: a plain table that shares nothing with the library.

/// What the writer of a portion declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Truth {
    /// 0 unclassified, 1 CONFIDENTIAL, 2 SECRET, 3 TOP SECRET.
    level: u8,
    /// SBU, LOU, FOUO, CUI, LES.
    sensitive: bool,
    /// NOFORN.
    noforn: bool,
    /// A REL TO list with GBR in it.
    rel_gbr: bool,
    /// A compartment or a control that asks for more than a clearance, or a caption that binds.
    closed: bool,
    /// Whom the originator names may see it, whatever caption binds it.
    named: bool,
    /// Whether the date of the document opens its level.
    dated: bool,
    /// Whether the public may count on seeing it.
    open: bool,
}

impl Truth {
    const OPEN: Self = Self {
        level: 0,
        sensitive: false,
        noforn: false,
        rel_gbr: false,
        closed: false,
        named: false,
        dated: true,
        open: true,
    };

    /// Of a mark as it stands between its brackets.
    pub(crate) fn of(mark: &str) -> Self {
        let words = || {
            mark.split(['/', ' ', ',', '-'])
                .filter(|word| !word.is_empty())
        };
        let mut truth = Self::OPEN;
        truth.level = match words().next() {
            Some("TS" | "TOP") => 3,
            Some("S" | "SECRET") => 2,
            Some("C" | "CONFIDENTIAL") => 1,
            _ => 0,
        };
        for word in words() {
            match word {
                "SBU" | "LOU" | "L" | "FOUO" | "CUI" | "LES" => truth.sensitive = true,
                "NF" | "NOFORN" => truth.noforn = true,
                "N" if mark.starts_with("SBU") => truth.noforn = true,
                "GBR" => truth.rel_gbr = true,
                "REL" => truth.open = false,
                "SI" | "TK" | "OC" | "ORCON" => truth.closed = true,
                _ => {}
            }
        }
        truth.open = truth.level == 0 && mark.starts_with('U') && !truth.is_caveated();
        truth
    }

    const fn is_caveated(self) -> bool {
        self.sensitive || self.noforn || self.rel_gbr || self.closed
    }

    /// The higher of both.
    pub(crate) const fn join(self, other: Self) -> Self {
        Self {
            level: if self.level > other.level {
                self.level
            } else {
                other.level
            },
            sensitive: self.sensitive || other.sensitive,
            noforn: self.noforn || other.noforn,
            rel_gbr: self.rel_gbr && other.rel_gbr,
            closed: self.closed || other.closed,
            named: self.named && other.named,
            dated: self.dated && other.dated,
            open: self.open && other.open,
        }
    }

    /// Whether the level of the other is above this one's.
    pub(crate) const fn is_below(self, other: Self) -> bool {
        self.level < other.level
    }

    /// The same where the date opens nothing.
    pub(crate) const fn undated(mut self) -> Self {
        self.dated = false;
        self
    }

    /// The same under a caption that binds.
    pub(crate) const fn bound(mut self) -> Self {
        self.named = !self.closed;
        self.closed = true;
        self.open = false;
        self
    }

    /// The same where a line beside the level may be read as a caption.
    pub(crate) const fn captioned(mut self) -> Self {
        self.named = true;
        self
    }

    /// The same, where nobody counts on seeing it.
    pub(crate) const fn unsure(mut self) -> Self {
        self.open = false;
        self
    }

    pub(crate) const fn is_open(self) -> bool {
        self.open
    }

    /// Whether the reader may see it, on a day before or after the date.
    pub(crate) fn allows(self, who: Who, opened: bool) -> bool {
        let level = if opened && self.dated { 0 } else { self.level };
        if who == Who::Named && self.named {
            return level == 0 && !self.noforn;
        }
        if self.closed {
            return false;
        }
        match who {
            Who::Public | Who::Named => {
                level == 0 && !self.sensitive && !self.noforn && !self.rel_gbr
            }
            Who::Federal(clearance) => level <= clearance,
            // A foreign reader needs a release to him for whatever is classified or caveated.
            Who::Briton => {
                !self.sensitive && !self.noforn && (level == 0 || level <= 2 && self.rel_gbr)
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    Public,
    /// The public, but the originator named him.
    Named,
    Federal(u8),
    Briton,
}

/// Readers in the words of the programs, and what each is.
pub(crate) const READERS: [(&str, Who); 7] = [
    ("U", Who::Public),
    ("SBU", Who::Federal(0)),
    ("C", Who::Federal(1)),
    ("S", Who::Federal(2)),
    ("TS", Who::Federal(3)),
    ("clearance=U named=yes", Who::Named),
    ("clearance=S citizen=GBR", Who::Briton),
];
