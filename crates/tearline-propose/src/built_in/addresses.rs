//! Addresses of houses and of mailboxes.

use crate::check;
use crate::folded::is_one;
use crate::form::{Candidate, Written};

pub(crate) static EMAIL: [Written; 2] = [
    Written::new(
        r"[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}\s?@\s?(?:[A-Za-z0-9-]{1,63}\.\s?){1,6}[A-Za-z]{2,24}",
        check::any,
    ),
    Written::new(
        r"(?i)\b[a-z0-9][a-z0-9._%+-]{0,63}\s?(?:\(\s?at\s?\)|\[\s?at\s?\]|<at>|\sat\s)\s?[a-z0-9-]{1,63}(?:(?:\s?(?:\(\s?dot\s?\)|\[\s?dot\s?\]|\sdot\s)\s?|\.)[a-z0-9-]{1,63}){1,5}",
        spelled,
    ),
];

pub(crate) static STREET: [Written; 9] = [
    Written::new(
        r"(?:\b(?:Flat|Apt|Apartment|Unit|Suite|Room|FLAT|APT)\.?\s*#?[0-9A-Za-z]{1,4},\s+)?\b\d{1,5}[A-Za-z]?(?:-\d{1,4})?,?\s+(?:(?:[NSEW]|[NS][EW]|North|South|East|West)\.?\s+)?(?:(?:[A-Z][A-Za-z'\u{2019}.-]{0,20}|\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH))\s+){1,4}(?:(?:Street|Avenue|Road|Boulevard|Lane|Drive|Court|Place|Square|Terrace|Way|Highway|Parkway|Circle|Crescent|Close|Quay|Row|Mews|Alley|Embankment|Pike|STREET|AVENUE|ROAD|BOULEVARD|LANE|TERRACE|CRESCENT)\b|(?:St|Ave|Rd|Blvd|Ln|Dr|Ct|Pl|Sq|Ter|Hwy|Pkwy|ST|AVE|RD|BLVD)\b\.?)(?:\s+(?:NW|NE|SW|SE|N\.W|N\.E|S\.W|S\.E|North|South|East|West)\b\.?)?(?:,?\s+(?:Apt|Apartment|Suite|Ste|Unit|Flat|Room|Floor|APT|SUITE|FLAT|No|#)\.?\s*#?\s?[A-Za-z0-9-]{1,6}\b)?(?:,\s+(?:St\.\s)?[A-Z][A-Za-z]{1,20}(?:\s[A-Z][A-Za-z]{1,20})?)?(?:,?\s+[A-Z]{2}\.?\s+\d{5}(?:-\d{4})?\b)?",
        house,
    ),
    // Where the name of the street comes first.
    Written::new(
        r"\b(?i:calle|avenida|avda|av|rue|avenue|boulevard|via|viale|piazza|rua|travessa|paseo|plaza|ulitsa|ul|jalan|callejon)\b\.?\s+(?:(?i:de los|de las|de la|del|de|du|des|da|do|di|la|las|los)\s+)?(?:[A-Z][\p{L}'\u{2019}.-]{1,20},?\s+){1,4}(?:(?i:no|nro|num|numero|número|n|nº|n°)\b[.°º]?\s*|#\s?)?\d{1,5}[A-Za-z]?\b(?:[-/]\d{1,3}\b)?(?:\s+(?i:esq|esquina)\b\.?\s+[A-Z][\p{L}]{2,20})?",
        foreign,
    ),
    Written::new(
        r"\b\d{1,4}(?:,|\s+bis,?)?\s+(?i:rue|boulevard|allée|impasse|quai|rua|calle|via|avenida)\s+(?:(?:de\s+los|de\s+las|de\s+la|de|du|des|d'|da|do|del|la|le|les)\s*)?\p{Lu}[\p{L}'\u{2019}-]{1,20}(?:\s\p{Lu}[\p{L}'\u{2019}-]{1,20}){0,2}",
        check::alone,
    ),
    Written::new(
        r"\b[A-Z]\p{L}{2,24}(?:stra(?:ß|ss)e|str\.|gasse|weg|platz|allee|gracht|straat|gatan|vägen|gade|vej)\s+\d{1,4}[a-z]?\b",
        check::alone,
    ),
    Written::new(
        r"(?i)\b(?:p\.?\s?o\.?\s+box|post\s+office\s+box|casilla(?:\s+de\s+correo)?|apartado(?:\s+postal)?|postfach)\s+(?:no\.?\s*)?#?\s?\d{1,6}\b",
        check::alone,
    ),
    Written::new(r"(?i)\b(?:r\.?f\.?d\.?|r\.\s?r\.|rural\s+route)\s+(?:no\.?\s*)?\d{1,3},?\s+box\s+\d{1,5}\b", check::alone),
    // A corner.
    Written::new(
        r"(?i)\b(?:ave?|avda|avenida|calle)\b\.?\s+\p{L}{3,20}(?:\s\p{L}{3,20}){0,2}\s+(?:esq|esquina)\b\.?\s+\p{L}{3,20}(?:\s\p{L}{3,20})?",
        check::any,
    ),
    // The number behind the street, where somebody is said to live there.
    Written::new(
        r"\b(?:[A-Z][A-Za-z'\u{2019}-]{1,20}\s+){1,3}(?:Street|Avenue|Road|Lane|STREET|AVENUE|ROAD|LANE)\s+(?:(?i:no)\.?\s*)?\d{1,4}[A-Za-z]?\b",
        check::alone,
    )
    .before(r"\b(?:lives?|lived|living|resides?|residing|residence|address|home|house)\b[^.;0-9]{0,20}"),
    Written::new(
        r"(?i)\b(?:psc|unit|cmr)\s+\d{1,5},?\s+box\s+\d{1,5}\b(?:,?\s+[af]po\b(?:,?\s+(?:a[aep])\s+\d{5})?)?|\b[af]po\s+(?:a[aep]|new\s+york|san\s+francisco|miami|seattle|ny|sf)\s+\d{5}\b",
        check::alone,
    ),
];

/// Spelled out, an address has both its signs in words, or the first in brackets.
fn spelled(candidate: &Candidate<'_>) -> bool {
    let value = candidate.value.to_ascii_lowercase();
    let bracketed = value.contains(['(', '[', '<']);
    // Between small letters capitals are a sign.
    let sign = candidate.value.contains(" AT ") && candidate.value.contains(char::is_lowercase);
    let top = value
        .rsplit([' ', '.', ')', ']', '\n'])
        .next()
        .unwrap_or_default();
    let is_top = matches!(
        top,
        "com" | "org" | "net" | "gov" | "mil" | "edu" | "int" | "info" | "example"
    ) || top.len() == 2;
    is_top && (bracketed || sign || value.split_whitespace().any(|word| word == "dot"))
}

/// Words that stand between a number and what looks like a street without being its name.
const NO_NAME: &str = "percent per of the to in and a an km kms kilometer kilometers kilometre mile miles meter meters feet \
    years year days day hours hour minutes weeks months members people persons men million thousand \
    billion dollars supreme district high appeals world took on by for was were is at from with that \
    january which";

const MONTHS: &str = "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct \
    october nov november dec";

fn house(candidate: &Candidate<'_>) -> bool {
    let mut words = candidate.value.split_whitespace();
    let number = words.next().unwrap_or_default();
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let words: Vec<String> = words
        .map(|word| word.trim_matches([',', '.']).to_lowercase())
        .collect();
    let unlikely = |word: &String| is_one(NO_NAME, word);
    let month = words
        .first()
        .is_some_and(|word| is_one(MONTHS, word) || word == "december");
    // A year before a court or a road.
    let street = ["street", "avenue", "boulevard", "lane"];
    let sure = words.iter().any(|word| street.contains(&word.as_str()));
    check::alone(candidate) && !month && !words.iter().any(unlikely) && (!year || sure)
}

fn foreign(candidate: &Candidate<'_>) -> bool {
    let number = check::digits(candidate.value);
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let numbered = candidate.value.contains(['#', '°', 'º'])
        || candidate
            .value
            .to_lowercase()
            .split_whitespace()
            .any(|word| {
                matches!(
                    word.trim_matches('.'),
                    "no" | "nro" | "num" | "numero" | "número"
                )
            });
    let month = candidate.value.split_whitespace().any(|word| {
        let word = word.trim_matches([',', '.']).to_lowercase();
        is_one(MONTHS, &word)
    });
    // Telegrams are sent VIA something.
    let sent = candidate.value.starts_with("VIA") || candidate.value.starts_with("via");
    check::alone(candidate) && !month && !sent && (!year || numbered)
}
