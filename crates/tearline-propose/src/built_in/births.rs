//! Dates of birth.

use crate::check;
use crate::form::Written;

const DAY: &str = concat!(
    r"(?i)(?:",
    r"\d{1,2}(?:st|nd|rd|th)?[\s./-]{0,2}(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|janv|fév|avr|mai|juin|juil|août|aout|déc|ene|abr|ago|dic|okt|dez)[a-zé]{0,6}\.?(?:[\s.,/-]{0,2}(?:\d{4}|'?\d{2})\b)?",
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s+\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s*\d{4})?",
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?,?\s+\d{4}",
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}",
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}",
    r"|\d{8}",
    r")"
);

/// What begins on a day without being a person.
const BODIES: &str = r"\b(?:party|union|movement|league|alliance|organi[sz]ation|republic|treaty|agreement|association|plan|idea|state|nation|front|coalition|policy|company|bank|newspaper|committee|federation|program(?:me)?|project|era|tradition|scheme|fund|authority|accord|pact|doctrine|concept|hope)\s+(?:was|were|is|had\s+been|has\s+been)?\s*(?:re)?born\b[^.;]{0,60}|\bborn\s+(?:out\s+)?of\b[^.;]{0,60}|\bbirth\s+(?:control|rates?)\b[^.;]{0,60}";

pub(crate) static FORMS: [Written; 4] = [
    Written::new(DAY, check::alone)
        .before(r"(?:\bd\.?\s?o\.?\s?b\b|\bd\.?p\.?o\.?b\b|\bdates?\s+(?:and\s+places?\s+)?of\s+birth\b|\bbirth\s?-?dates?\b|\bbirthdays?\b|\bdate\s+born\b|\bfecha\s+de\s+nacimiento\b|\bn[ée]e?\s+le\b|\bbirth\s*:)[^0-9;]{0,50}")
        .after(r"\W{0,3}(?:date\s+of\s+)?(?:birth|born)\b"),
    Written::new(DAY, check::alone)
        .before(r"(?:\b(?:born|geboren|nacid[oa])\b|\(b\.)[^0-9.;]{0,60}(?:\b(?:st|mt|ft)\.[^0-9.;]{0,20})?")
        .never(BODIES),
    Written::new(r"\b(?:18|19|20)\d{2}\b", check::alone)
        .before(r"(?:\bd\.?\s?o\.?\s?b\b|\bd\.?p\.?o\.?b\b|\b(?:date|year)s?\s+(?:and\s+place\s+)?of\s+birth\b|\bbirth\s?-?(?:date|year)\b)[^0-9;.]{0,30}[.:]?\s*"),
    Written::new(r"\b(?:18|19|20)\d{2}\b", check::alone)
        .before(r"\bborn\s+(?:(?:in|on|about|around|circa|ca?\.)\s*){0,2}|\(\s*born\b[^0-9.;)]{0,40}")
        .never(BODIES),
];
