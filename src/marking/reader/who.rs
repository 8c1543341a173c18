//! Who reads: clearance, citizenships, read-ins, agency, need-to-know lists.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::agency::{self, Agency};
use super::grants::Grants;
use crate::marking::register::{Control, Countries, Level};

/// Who reads.
///
/// A rung, or a list of keys; a key left out gives nothing.
///
/// | text | who |
/// |---|---|
/// | `U` | the public, of any country |
/// | `SBU`, `C`, `S`, `TS` | a US federal reader without read-ins; each sees what the one before it sees |
/// | `all` | the originator, who sees everything |
///
/// | key | gives |
/// |---|---|
/// | `clearance=S` | a clearance: `U`, `C`, `S`, `TS` |
/// | `citizen=USA,GBR` | citizenships by trigraph; `USA` alone means a US federal person |
/// | `access=SI,SI-G,TK` | read-ins and lists, see below |
/// | `agency=STATE` | a department or agency of the US federal government by abbreviation or name ([`agencies`](crate::marking::agencies)), or `SSCI`, `HPSCI` |
/// | `named=yes` | the originator's list for the document names the reader |
/// | `name=I. Birk` | the reader's name: he is named where the list that is [known](crate::document::Known::listed) of a document names him, in any case |
///
/// `access` takes SCI systems and compartments (`SI`, `SI-G` or `G`, `TK-BLFH`, sub-compartments as `SI-G-ABCD`),
/// programs (`SAR-BP`), `Q` (also `RD`), `CNWDI`, `SG-14`, NATO read-ins (`NATO-R`, for NATO RESTRICTED alone, `NATO-C`,
/// `NATO-S` or `NATO`, `NATO-TS` or `CTS`; `ATOMAL`, `BALK`, `BOHEMIA`) and, for one control at a time, a place on the originator's list
/// (`OC`, `XD`, `ND`, `PR`, `STADIS` and the like).
///
/// ```
/// use tearline::marking::{Access, Marking, Reader};
///
/// let reader: Reader = "clearance=S citizen=GBR".parse().unwrap();
/// let mark = Marking::parse_portion("S//REL TO USA, FVEY").unwrap();
/// assert_eq!(reader.reads_marking(&mark), Access::Permit);
/// assert!("clearence=S".parse::<Reader>().is_err());
/// ```
///
/// It prints as it is read. With the feature `serde` it is that text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    pub(super) originator: Role,
    pub(super) clearance: Level,
    pub(super) citizen: Countries,
    pub(super) grants: Grants,
    pub(super) agency: Option<&'static Agency>,
    pub(super) named: Named,
    /// With single spaces between its words.
    pub(super) name: Option<String>,
}

/// Whether the reader is the originator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Reader,
    Originator,
}

/// Whether the originator's list names the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    No,
    Yes,
}

impl Reader {
    /// The public, of any country: rung `U`.
    #[must_use]
    pub const fn public() -> Self {
        Self::with_role(Role::Reader, Level::Unclassified)
    }

    const fn with_role(originator: Role, clearance: Level) -> Self {
        Self {
            originator,
            clearance,
            citizen: Countries::NONE,
            grants: Grants::NONE,
            agency: None,
            named: Named::No,
            name: None,
        }
    }

    /// The originator: rung `all`.
    #[must_use]
    pub const fn originator() -> Self {
        Self::with_role(Role::Originator, Level::TopSecret)
    }

    /// Whether this is the originator.
    #[must_use]
    pub const fn is_originator(&self) -> bool {
        matches!(self.originator, Role::Originator)
    }

    fn federal(clearance: Level) -> Self {
        Self {
            clearance,
            citizen: Countries::usa(),
            ..Self::public()
        }
    }

    fn rung(text: &str) -> Option<Self> {
        let text = text.to_ascii_uppercase();
        Some(match text.as_str() {
            "U" => Self::public(),
            "SBU" => Self::federal(Level::Unclassified),
            "ALL" => Self::originator(),
            text => Self::federal(
                Level::ALL
                    .into_iter()
                    .find(|level| text == level.portion())?,
            ),
        })
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), ReaderError> {
        let unknown = || ReaderError::Value {
            key: key.to_owned(),
            value: value.to_owned(),
        };
        match key {
            "clearance" => self.clearance = clearance(value).ok_or_else(unknown)?,
            "citizen" => {
                for code in value
                    .split(',')
                    .map(str::trim)
                    .filter(|code| *code != "none")
                {
                    let country =
                        Countries::country(&code.to_ascii_uppercase()).ok_or_else(unknown)?;
                    self.citizen = self.citizen.union(&country);
                }
            }
            "access" => {
                for grant in value
                    .split([',', '/'])
                    .map(str::trim)
                    .filter(|grant| !grant.is_empty())
                {
                    let given = self.grants.give(&grant.to_ascii_uppercase());
                    given.ok_or_else(unknown)?;
                }
            }
            "agency" => {
                let found = agency::find(value).ok_or_else(|| ReaderError::Agency {
                    name: value.to_owned(),
                    suggestion: agency::suggest(value),
                })?;
                self.agency = Some(found);
            }
            "named" => {
                self.named = match value {
                    "yes" => Named::Yes,
                    "no" => Named::No,
                    _ => return Err(unknown()),
                }
            }
            "name" => {
                let name = spaced(value);
                if name.is_empty() {
                    return Err(unknown());
                }
                self.name = Some(name);
            }
            _ => return Err(ReaderError::Key(key.to_owned())),
        }
        Ok(())
    }

    /// The same as one whom the originator's list names, where `list` holds his name. A reader without a name is on no list.
    pub(crate) fn on_list(&self, list: &[String]) -> Cow<'_, Self> {
        let is_his = |listed: &String| {
            let his = |name: &String| spaced(listed).eq_ignore_ascii_case(name);
            self.name.as_ref().is_some_and(his)
        };
        if self.named == Named::No && list.iter().any(is_his) {
            Cow::Owned(Self {
                named: Named::Yes,
                ..self.clone()
            })
        } else {
            Cow::Borrowed(self)
        }
    }

    pub(super) fn has(&self, control: Control) -> bool {
        self.grants.has(control)
    }
}

impl FromStr for Reader {
    type Err = ReaderError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if let Some(reader) = Self::rung(text) {
            return Ok(reader);
        }
        let mut reader = Self::public();
        let mut given: Vec<(String, String)> = Vec::new();
        for word in text.split_whitespace() {
            match (word.split_once('='), given.last_mut()) {
                (Some((key, value)), _) => {
                    let key = key.to_ascii_lowercase();
                    if given.iter().any(|(earlier, _)| *earlier == key) {
                        return Err(ReaderError::Repeated(key));
                    }
                    given.push((key, value.to_owned()));
                }
                // `access=SI, SG 14`: a word without a key goes on with the value before it.
                (None, Some((_, value))) => {
                    value.push(' ');
                    value.push_str(word);
                }
                (None, None) => return Err(ReaderError::Rung(word.to_owned())),
            }
        }
        if given.is_empty() {
            return Err(ReaderError::Rung(String::new()));
        }
        for (key, value) in &given {
            reader.set(key, value)?;
        }
        Ok(reader)
    }
}

impl fmt::Display for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_originator() {
            return f.write_str("all");
        }
        if *self == Self::public() {
            return f.write_str("U");
        }
        if *self == Self::federal(self.clearance) {
            return f.write_str(match self.clearance {
                Level::Unclassified => "SBU",
                level @ (Level::Confidential | Level::Secret | Level::TopSecret) => level.portion(),
            });
        }
        write!(f, "clearance={}", self.clearance)?;
        for (place, code) in self.citizen.codes().enumerate() {
            write!(f, "{}{code}", if place == 0 { " citizen=" } else { "," })?;
        }
        for (place, grant) in self.grants.names().enumerate() {
            write!(f, "{}{grant}", if place == 0 { " access=" } else { "," })?;
        }
        if let Some(agency) = self.agency {
            write!(f, " agency={}", agency.code)?;
        }
        if self.named == Named::Yes {
            f.write_str(" named=yes")?;
        }
        if let Some(name) = &self.name {
            write!(f, " name={name}")?;
        }
        Ok(())
    }
}

/// Why a text is no reader. What is not understood gives nothing: it is an error, not a reader with less.
///
/// ```
/// use tearline::marking::{Reader, ReaderError};
///
/// let error = "clearance=S agency=STTE".parse::<Reader>().unwrap_err();
/// assert!(matches!(error, ReaderError::Agency { .. }));
/// assert_eq!(error.to_string(), "unknown agency `STTE` of a reader; did you mean `STATE`?");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ReaderError {
    /// No rung and no list of keys.
    #[error(
        "unknown reader `{0}`; a reader is U, SBU, C, S, TS, all, or keys such as clearance=S citizen=USA"
    )]
    Rung(String),
    /// A key that does not exist.
    #[error(
        "unknown key `{0}` of a reader; the keys are clearance, citizen, access, agency, named, name"
    )]
    Key(String),
    /// A key that stands twice.
    #[error("key `{0}` of a reader stands twice")]
    Repeated(String),
    /// A name that no department, agency or committee of the list bears.
    #[error("unknown agency `{name}` of a reader{}", suggested(*suggestion))]
    Agency {
        /// The name.
        name: String,
        /// The nearest one, where there is one.
        suggestion: Option<&'static str>,
    },
    /// A value that the key does not take.
    #[error("unknown value `{value}` of key `{key}` of a reader")]
    Value {
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
}

fn suggested(suggestion: Option<&str>) -> String {
    match suggestion {
        Some(suggestion) => format!("; did you mean `{suggestion}`?"),
        None => {
            "; it takes the abbreviation or the name of a department or agency: STATE, DOD, NARA"
                .to_owned()
        }
    }
}

/// A name with single spaces between its words.
fn spaced(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn clearance(text: &str) -> Option<Level> {
    if text.eq_ignore_ascii_case("none") || text.eq_ignore_ascii_case("SBU") {
        return Some(Level::Unclassified);
    }
    text.parse().ok()
}
