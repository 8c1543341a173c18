//! Caption lines: what limits the distribution of a whole message (5 FAH-2 H-440).

use super::chars::{is_silent, trim};
use super::header::LONGEST_CAPTION;
use crate::marking::Caption;

/// What a line in the place of a caption says.
#[derive(Debug)]
pub(super) enum CaptionLine {
    /// Captions that bind, and whether `SENSITIVE` or `EFTO` is among them. Both may be empty: `SIPDIS` binds nothing.
    Known {
        captions: Vec<Caption>,
        sensitive: bool,
    },
    /// No known caption; a line that stands where captions stand may be one all the same.
    Unknown,
}

/// Captions of one word.
pub(super) fn word(word: &str) -> Option<Caption> {
    Some(match word {
        "NODIS" => Caption::Nodis,
        "EXDIS" => Caption::Exdis,
        "STADIS" => Caption::Stadis,
        "NOFORN" => Caption::Noforn,
        "LIMDIS" | "ROGER" | "TERREP" | "SPECAT" | "CODEL" | "DISSEM" | "ORCON" | "EYES"
        | "WNINTEL" | "PROPIN" | "NOCONTRACT" | "NOCON" => Caption::Other,
        _ => return None,
    })
}

/// Whether a line is a caption wherever in the header it stands: nothing but words that restrict distribution and are
/// no words of a text, in capitals.
pub(super) fn is_sure(text: &str) -> bool {
    let mut words = text.split(|c: char| is_silent(c) || matches!(c, '/' | ',' | ';'));
    let mut binds = false;
    text.len() <= LONGEST_CAPTION
        && words.all(|part| match part {
            "NODIS" | "EXDIS" | "STADIS" | "LIMDIS" | "NOFORN" => {
                binds = true;
                true
            }
            "SIPDIS" | "" => true,
            _ => false,
        })
        && binds
}

/// Reads a line of captions.
pub(super) fn line(text: &str) -> CaptionLine {
    let shown = trim(text);
    if shown.len() > LONGEST_CAPTION {
        return CaptionLine::Unknown;
    }
    let upper = shown.to_ascii_uppercase();
    let mut captions = Vec::new();
    let mut sensitive = false;
    if upper == "INFORM ALL STATE EMPLOYEES" {
        return CaptionLine::Known {
            captions,
            sensitive,
        };
    }
    if upper.ends_with(" CHANNEL") {
        return CaptionLine::Known {
            captions: vec![Caption::Channel],
            sensitive,
        };
    }
    if upper == "OFFICIAL INFORMAL"
        || upper == "INFORM CONSULS"
        || (upper.starts_with("FOR ") && upper.ends_with(" ONLY"))
    {
        return CaptionLine::Known {
            captions: vec![Caption::Other],
            sensitive,
        };
    }
    for part in upper
        .split(|c: char| is_silent(c) || matches!(c, '/' | ',' | ';'))
        .filter(|part| !part.is_empty())
    {
        match part {
            "SIPDIS" => {}
            "SENSITIVE" | "EFTO" => sensitive = true,
            other => match word(other) {
                Some(caption) => captions.push(caption),
                None => return CaptionLine::Unknown,
            },
        }
    }
    CaptionLine::Known {
        captions,
        sensitive,
    }
}
